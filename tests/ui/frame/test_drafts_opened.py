"""What was begun is gone on with from Idag: each form opens where it is, with what was written in it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from mentorapp.domain.lists import WordList
from mentorapp.domain.sessions import NewSession, SessionKind
from mentorapp.store.drafts import keep_draft, list_drafts
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import list_programmes
from mentorapp.store.sessions import add_session
from mentorapp.store.word_lists import list_words
from ui.app import Program
from ui.requests import DraftRequest
from ui.rooms import Rooms


def words_of(form: str, field: str) -> str:
    """What was written before the program ended."""
    return f"{field} of {form}"


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    rooms = unlocked.stay.rooms
    assert rooms is not None
    return rooms


@pytest.fixture
def mentee(rooms: Rooms) -> UUID:
    """On the first level of the programme."""
    with rooms.store.write("mentee_added") as session:
        mentee = add_mentee(session, "Farah")
        programme = list_programmes(session)[0]
        started = rooms.store.clock.today() - timedelta(days=30)
        enrolment = add_enrolment(session, mentee, programme.id, started_on=started)
        change_level(session, enrolment, programme.levels[0].id, started)
    return mentee


@pytest.fixture
def begin(rooms: Rooms) -> Callable[..., None]:
    """Keeps a draft with one text, and goes on with it as a row of Idag does."""

    def go(form: str, field: str, mentee_id: UUID | None = None) -> None:
        with rooms.store.write("draft_kept") as session:
            keep_draft(session, form, mentee_id, {field: words_of(form, field)})
        rooms.frame.go("today")
        rooms.open_draft(DraftRequest(mentee_id, form))

    return go


def typed(rooms: Rooms) -> list[str]:
    """Every text that stands in a field in sight."""
    window = rooms.frame.window()
    lines = [one.text() for one in window.findChildren(QLineEdit) if one.isVisible()]
    return lines + [one.toPlainText() for one in window.findChildren(QPlainTextEdit) if one.isVisible()]


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ("settings.profile", "title"),
        ("settings.programme", "programme_name"),
        ("settings.holidays", "first"),
        ("new_mentee", "name"),
    ],
)
def test_what_is_nobodys_opens_in_its_place(rooms: Rooms, begin: Callable[..., None], form: str, field: str) -> None:
    begin(form, field)
    assert words_of(form, field) in typed(rooms)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert rooms.frame.window().isAncestorOf(focused)


def test_what_was_being_changed_in_the_settings_opens_again(rooms: Rooms, begin: Callable[..., None]) -> None:
    with rooms.store.read() as session:
        programme = list_programmes(session)[0]
        word = list_words(session, WordList.METHOD, all_=True)[0]
    for form, field in (
        (f"settings.programme:{programme.id}", "owner"),
        (f"settings.level:{programme.levels[0].id}", "description_easy_sv"),
        (f"settings.word:{WordList.METHOD.value}.{word.code}", "word"),
        (f"settings.word:{WordList.METHOD.value}", "word"),
    ):
        begin(form, field)
        assert words_of(form, field) in typed(rooms)
        QApplication.processEvents()


def test_the_forms_of_the_page_open_again(rooms: Rooms, mentee: UUID, begin: Callable[..., None]) -> None:
    with rooms.store.write("note_saved") as session:
        levels = list_programmes(session)[0].levels
        day = rooms.store.clock.today() - timedelta(days=1)
        note = add_session(session, NewSession(mentee_id=mentee, kind=SessionKind.PHONE, event_date=day))
    for form, field in (
        (f"page.level:{levels[1].id}", "reason"),
        ("page.programme", "started_on"),
        (f"page.note:{note}", "next_step"),
        (f"page.note:{note}", "box_HEALTH"),
        (f"page.note_reason:{note}", "reason"),
        ("plan.main_goal", "wording"),
    ):
        begin(form, field, mentee)
        assert rooms.page.mentee_id == mentee
        assert words_of(form, field) in typed(rooms)


def test_a_field_on_a_page_has_its_words_when_the_page_is_opened(
    rooms: Rooms, mentee: UUID, begin: Callable[..., None]
) -> None:
    begin("overview.good_to_know", "safe_contact", mentee)
    assert "safe_contact of overview.good_to_know" in typed(rooms)


@pytest.mark.parametrize(
    "form", ["page.level:gone", f"page.note:{UUID(int=7)}", "later.thing", "settings.word:gone", "settings.level:gone"]
)
def test_what_is_gone_or_not_known_opens_nothing_and_stays_waiting(
    rooms: Rooms, mentee: UUID, begin: Callable[..., None], form: str
) -> None:
    begin(form, "reason", None if form.startswith("settings") else mentee)
    assert words_of(form, "reason") not in typed(rooms)
    with rooms.store.read() as session:
        assert [draft.form for draft in list_drafts(session)] == [form]


def test_what_is_typed_in_a_sheet_is_there_after_the_lock(
    unlocked: Program, rooms: Rooms, mentee: UUID, begin: Callable[..., None], keys: Callable[..., None]
) -> None:
    with rooms.store.read() as session:
        level = list_programmes(session)[0].levels[1]
    begin(f"page.level:{level.id}", "reason", mentee)
    keys("x")
    store = rooms.store
    unlocked.stay.keep_drafts()
    with store.read() as session:
        drafts = list_drafts(session)
    assert [draft.mentee_id for draft in drafts] == [mentee]
    assert set(drafts[0].content) >= {"entered_on", "reason", "mentee_words"}
