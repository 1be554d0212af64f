"""The page Påminnelser: rules on and off, their days, and what was put off had back."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.reminder_rules import SHIPPED, Rule
from mentorapp.language.texts import Texts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.reminder_settings import get_rules
from mentorapp.store.settings import get_settings
from mentorapp.store.snoozes import list_put_away, put_away
from mentorapp.store.store import Store
from ui.screens.settings.reminders_page import RemindersPage
from ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, store: Store, texts: Texts, theme: Theme) -> RemindersPage:
    made = RemindersPage(theme, texts, store)
    qtbot.addWidget(made)
    made.refresh()
    return made


def leave(page: RemindersPage, rule: Rule, typed: str) -> str:
    """Types the days of a rule and leaves the field; gives the sentence beside it."""
    field = page.rows[rule].days
    assert field is not None
    field.line.setText(typed)
    field.line.textEdited.emit(typed)
    field.line.editingFinished.emit()
    page.drafts.write_all()
    return field.fault()


def test_every_rule_stands_there_with_its_days(page: RemindersPage) -> None:
    assert set(page.rows) == set(Rule)
    for rule, row in page.rows.items():
        assert row.on.isChecked()
        shown = "" if row.days is None else row.days.text()
        assert shown == ", ".join(str(day) for day in SHIPPED[rule].days)


def test_a_rule_is_put_out_and_its_days_changed_and_undone(page: RemindersPage, store: Store) -> None:
    page.rows[Rule.ERASE].on.click()
    assert leave(page, Rule.LEAVES_YOUTH_DUTY, "200, 20") == ""
    with store.read() as session:
        rules = get_rules(session)
    assert (rules[Rule.ERASE].on, rules[Rule.LEAVES_YOUTH_DUTY].days) == (False, (200, 20))
    store.undo()
    store.undo()
    page.refresh()
    assert page.rows[Rule.ERASE].on.isChecked()


def test_what_cannot_be_days_is_said_beside_the_field(page: RemindersPage, store: Store) -> None:
    assert leave(page, Rule.MOVED, "3, 4") == "Skriv ett tal."
    assert leave(page, Rule.MOVED, "ofta") != ""
    with store.read() as session:
        assert get_rules(session)[Rule.MOVED].days == (3,)


def test_how_long_a_silence_may_last_is_set_here(page: RemindersPage, store: Store) -> None:
    for typed, days in (("9", 9), ("", 7)):
        line = page.numbers["contact_days_first_level"].line
        line.setText(typed)
        line.textEdited.emit(typed)
        line.editingFinished.emit()
        page.drafts.write_all()
        with store.read() as session:
            assert get_settings(session).contact_days_first_level == days


def test_what_was_put_off_can_be_had_back(page: RemindersPage, store: Store, day: date) -> None:
    with store.write("put_away") as session:
        mentee = add_mentee(session, "Alva")
        put_away(session, mentee, "silence", "a", until=day + timedelta(days=3), reason="Semester")
        put_away(session, None, "review", "b", until=None)
    page.refresh()
    assert len(page.put_away.buttons) == 2
    page.put_away.buttons[0].click()
    page.put_away.buttons[0].click()
    with store.read() as session:
        assert list_put_away(session) == ()
    page.open_draft("settings.reminders")
