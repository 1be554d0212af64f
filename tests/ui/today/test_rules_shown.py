"""What rules find, on Idag: the buttons lead to the right place, and everything can be put off by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from mentorapp.domain.dates_ahead import DateAhead
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.reminder_rules import GROUP_OF, SHIPPED, Group, Rule
from mentorapp.domain.reminders import Person
from mentorapp.domain.session_ratings import RatingSign, Sign, Total
from mentorapp.domain.sessions import SessionKind
from mentorapp.domain.support import InterventionKind
from mentorapp.domain.watch import Watch
from mentorapp.language.reminder_words import date_chip, date_words, watch_chip, watch_words, why_words
from mentorapp.language.texts import Texts
from mentorapp.store.interventions import add_intervention
from mentorapp.store.milestones import add_milestone
from mentorapp.store.snoozes import list_put_away
from mentorapp.store.store import Store
from mentorapp.store.youth_duties import add_youth_duty
from ui.requests import DraftRequest, NoteRequest, PageRequest
from ui.screens.today import TodayScreen
from ui.screens.today.group import Group as Card
from ui.screens.today.snooze import SnoozeSheet
from ui.theme import Theme

AddPerson = Callable[..., tuple[UUID, UUID]]
TODAY = date(2026, 11, 25)
ALVA = Person(mentee_id=UUID(int=1), name="Alva", alias="QT 412")


@pytest.fixture
def screen(qtbot: QtBot, store: Store, texts: Texts, theme: Theme) -> TodayScreen:
    made = TodayScreen(store, texts, theme)
    store.on_change(made.note_change)
    qtbot.addWidget(made)
    theme.dress(made)
    made.resize(1366, 714)
    return made


@pytest.fixture
def alva(store: Store, add_person: AddPerson, day: date) -> UUID:
    """Soon 20, with support that nobody answers for."""
    mentee, _ = add_person("Alva", "Exempelsson", began=1, birth_date=date(2006, 12, 30))
    with store.write("mentee_changed") as session:
        add_youth_duty(session, mentee, day - timedelta(days=100))
        add_intervention(session, mentee, InterventionKind.HOUSING_SUPPORT, "Boendestödet")
    return mentee


def show(qtbot: QtBot, screen: TodayScreen) -> None:
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.focus_first()


def groups(screen: TodayScreen) -> dict[str, Card]:
    return {group.key: group for group in screen.findChildren(Card) if not group.isHidden()}


def said(screen: TodayScreen) -> str:
    return " | ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def menu_of(screen: TodayScreen, key: str) -> QMenu:
    group = groups(screen)[key]
    return screen._walk.menu_for(group, group.entries()[0])


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_alva_turns_20_and_somebody_is_to_take_over(qtbot: QtBot, screen: TodayScreen, alva: UUID) -> None:
    show(qtbot, screen)
    screen._names.click()
    assert "Alva Exempelsson fyller 20 om 35 dagar" in said(screen)
    assert "Vem tar över?" in said(screen)
    with qtbot.waitSignal(screen.place_wanted) as asked:
        groups(screen)["dates"].entries()[0].stop.setFocus()
        press(Qt.Key.Key_Space)
    assert asked.args == [PageRequest(alva, "details")]
    with qtbot.waitSignal(screen.mentee_opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [alva]


def test_support_without_anybody_leads_to_what_is_around(qtbot: QtBot, screen: TodayScreen, alva: UUID) -> None:
    show(qtbot, screen)
    assert "Boendestödet: ansvarig saknas." in said(screen)
    with qtbot.waitSignal(screen.place_wanted) as asked:
        groups(screen)["watch"].entries()[0].stop.setFocus()
        press(Qt.Key.Key_Space)
    assert asked.args == [PageRequest(alva, "around")]


@pytest.mark.parametrize(("words", "days"), [("Påminn i morgon", 1), ("Påminn nästa vecka", 5)])
def test_a_row_is_put_off_and_comes_back_on_its_day(
    qtbot: QtBot, screen: TodayScreen, store: Store, alva: UUID, clock: object, words: str, days: int
) -> None:
    show(qtbot, screen)
    choose(menu_of(screen, "watch"), words)
    assert "watch" not in groups(screen)
    assert store.undo_label == "put_away"
    store.undo()
    assert "watch" in groups(screen)
    store.redo()
    assert "watch" not in groups(screen)
    clock.pass_days(days)  # type: ignore[attr-defined]
    screen.refresh()
    assert "watch" in groups(screen)


def test_on_a_friday_tomorrow_is_monday(qtbot: QtBot, screen: TodayScreen, alva: UUID, clock: object) -> None:
    clock.pass_days(2)  # type: ignore[attr-defined]
    show(qtbot, screen)
    assert "Påminn måndag 30 november" in [action.text() for action in menu_of(screen, "watch").actions()]


def test_what_is_dealt_with_does_not_come_back(qtbot: QtBot, screen: TodayScreen, store: Store, alva: UUID) -> None:
    show(qtbot, screen)
    choose(menu_of(screen, "watch"), "Det är ordnat")
    assert "watch" not in groups(screen)
    with store.read() as session:
        assert [one.until for one in list_put_away(session)] == [None]


def test_a_day_of_ones_own_with_a_reason_is_written_by_keyboard_and_kept_as_a_draft(
    qtbot: QtBot, screen: TodayScreen, store: Store, alva: UUID, day: date
) -> None:
    show(qtbot, screen)
    choose(menu_of(screen, "watch"), "Påminn, välj dag")
    sheet = screen.findChild(SnoozeSheet)
    assert sheet is not None
    sheet.keep()
    assert sheet.until.fault() != "" or sheet.fault.sentence() != ""
    sheet.until.line.setFocus()
    sheet.until.line.setText("10/12")
    sheet.until.line.textEdited.emit("10/12")
    sheet.reason.line.setText("Beslut väntar")
    sheet.reason.line.textEdited.emit("Beslut väntar")
    form = sheet._occasion.form
    sheet.close_over()
    screen.open_begun(DraftRequest(alva, form))
    screen.open_begun(DraftRequest(None, form))
    again = [one for one in screen.findChildren(SnoozeSheet) if one.isVisible()][-1]
    assert again.reason.text() == "Beslut väntar"
    QTest.keyClick(again.reason.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with store.read() as session:
        (kept,) = list_put_away(session)
    assert (kept.until, kept.reason) == (date(2026, 12, 10), "Beslut väntar")
    assert "watch" not in groups(screen)


def test_a_silence_can_be_put_off_with_the_menu_key(
    qtbot: QtBot, screen: TodayScreen, store: Store, add_person: AddPerson
) -> None:
    add_person("Cleo", began=60)
    show(qtbot, screen)
    texts = [action.text() for action in menu_of(screen, "silences").actions()]
    assert texts[:2] == ["Öppna", "Ring"]
    assert {"Påminn i morgon", "Påminn nästa vecka", "Påminn, välj dag", "Varför ser jag det här?"} <= set(texts)
    choose(menu_of(screen, "silences"), "Påminn nästa vecka")
    assert "silences" not in groups(screen)


def test_why_says_the_rule_and_its_days(qtbot: QtBot, screen: TodayScreen, alva: UUID) -> None:
    show(qtbot, screen)
    choose(menu_of(screen, "dates"), "Varför ser jag det här?")
    assert "Visas 180, 90 och 30 dagar före." in said(screen)


def test_a_protected_person_is_never_called_by_name(qtbot: QtBot, screen: TodayScreen, add_person: AddPerson) -> None:
    from mentorapp.domain.mentees import ProtectedIdentity

    add_person("Gry", "Dold", began=60, protected_identity=ProtectedIdentity.SEKRETESSMARKERING, display_alias="PK 948")
    show(qtbot, screen)
    screen._names.click()
    assert "PK 948" in said(screen)
    assert "Gry" not in said(screen)


def test_a_milestone_is_a_good_thing_in_its_own_words_or_by_its_kind(
    qtbot: QtBot, screen: TodayScreen, store: Store, add_person: AddPerson, day: date
) -> None:
    mentee, _ = add_person("Love", began=1, status=EnrolmentStatus.ACTIVE, display_alias="YS 682")
    with store.write("milestone_added") as session:
        add_milestone(session, mentee, MilestoneKind.DRIVING_LICENCE, day)
        add_milestone(session, mentee, MilestoneKind.CV_DONE, day, note="cv:t ser bra ut")
    show(qtbot, screen)
    assert "YS 682: Körkort" in said(screen)
    assert "YS 682: cv:t ser bra ut" in said(screen)


KINDS = {
    Rule.WORKPLACE_FOLLOW_UP: "internship",
    Rule.PLACEMENT_END: "work_training",
    Rule.INTRO_END: "intro_weeks",
    Rule.STUDY_DATE: "application",
    Rule.ROUND_MISSING: "after_level",
}
RATINGS = {
    Rule.ORS: Sign(RatingSign.ORS_FALLEN, Total(TODAY, Decimal(18)), Total(TODAY, Decimal(24))),
    Rule.SRS: Sign(RatingSign.SRS_LOW, Total(TODAY, Decimal(34))),
}
FORMS = (("Hur har jag det?", "How are things for me?"),)


def ahead(rule: Rule, days: int, **details: object) -> DateAhead:
    plain: dict[str, object] = {"age": 20, "name": "Level Up", "lacking": True, "kind": KINDS.get(rule, "")}
    given = {**plain, "forms": FORMS, **details}
    return DateAhead(rule=rule, person=ALVA, on=TODAY + timedelta(days=days), days=days, lead=30, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_rule_has_its_words_in_both_languages(language: str) -> None:
    texts = Texts(language)
    for rule in Rule:
        assert why_words(texts, rule, SHIPPED[rule])
        assert texts(f"settings.rule_{rule}")
        if GROUP_OF[rule] is Group.WATCH:
            sign = RATINGS.get(rule)
            for on in (None, TODAY - timedelta(days=3), TODAY, TODAY + timedelta(days=3)):
                one = Watch(rule=rule, person=ALVA, subject="", name="Siv", kind="language", count=3, on=on, sign=sign)
                assert watch_words(texts, one, TODAY)
                assert watch_chip(texts, one)
        elif GROUP_OF[rule] in (Group.DATES, Group.FOLLOW_UPS) and rule not in (Rule.REVIEW, Rule.PHASE):
            for days in (-3, 0, 1, 35):
                assert all(date_words(texts, ahead(rule, days), "Alva", TODAY))
                assert date_chip(texts, ahead(rule, days))


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (ahead(Rule.LEAVES_YOUTH_DUTY, 35), "Alva fyller 20 om 35 dagar. Vem tar över?"),
        (
            ahead(Rule.LEAVES_YOUTH_DUTY, -6, lacking=False),
            "Alva fyllde 20 6 dagar sedan. Lämnar KAA. Mottagare finns.",
        ),
        (ahead(Rule.PROGRAMME_AGE, 1), "Alva fyller 20 i morgon. Level Up är till och med 19 år."),
        (ahead(Rule.BENEFIT_DECISION, 60), "Alva. Ersättningens beslut tar slut 24 januari."),
        (ahead(Rule.OUTCOME_CHECK, -1, age=6), "Alva. Hur har det gått? 6 månader efter avslutet, i går."),
        (ahead(Rule.THINKING, 0), "Alva. Betänketid till i dag. Fråga igen."),
    ],
)
def test_dates_are_said_in_plain_words(one: DateAhead, words: str) -> None:
    assert ". ".join(date_words(Texts("sv"), one, "Alva", TODAY)) == words


def test_of_a_protected_person_the_kind_of_support_is_said_and_not_its_name() -> None:
    gry = Person(mentee_id=UUID(int=2), name="Gry", alias="PK 948", protected=True)
    one = Watch(rule=Rule.NOBODY_RESPONSIBLE, person=gry, subject="", name="Boendestödet i Provköping",
                kind="housing_support")  # fmt: skip
    assert watch_words(Texts("sv"), one, TODAY) == "Boendestöd: ansvarig saknas."


def test_days_are_said_as_the_rule_counts_them() -> None:
    sv = Texts("sv")
    assert "Visas från 3 gånger." in why_words(sv, Rule.MOVED, SHIPPED[Rule.MOVED])
    assert "Visas i 7 dagar." in why_words(sv, Rule.GOOD, SHIPPED[Rule.GOOD])
    assert "Visas när dagen kommer." in why_words(sv, Rule.THINKING, SHIPPED[Rule.THINKING])
    assert "Visas" not in why_words(sv, Rule.CONTACT_LEFT, SHIPPED[Rule.CONTACT_LEFT])


def test_missed_meetings_ask_for_a_call_and_the_referrer_for_a_note(
    qtbot: QtBot, screen: TodayScreen, alva: UUID
) -> None:
    show(qtbot, screen)
    asked: list[NoteRequest] = []
    screen.note_wanted.connect(asked.append)
    from ui.screens.today.reading import read_screen
    from ui.screens.today.rule_groups import RuleGroups

    maker = RuleGroups(screen._theme, screen._texts, screen._acts, read_screen(screen._store), False)
    person = Person(mentee_id=alva, name="Alva", alias="QT 412")
    for rule in (Rule.NO_SHOWS, Rule.REFERRER_CHECKIN):
        maker._act(rule, person)[2]()
    assert [one.kind for one in asked] == [SessionKind.PHONE, SessionKind.OTHER_ACTOR]
    assert maker._act(Rule.OUTCOME_CHECK, person)[0] == "Fråga"
