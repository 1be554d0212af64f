"""The tab Kontakter beyond its table: filter, time, milestones, the question about violence, notes read and moved."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.safety import Asked
from mentorapp.domain.sessions import Attendance, NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.drafts import list_drafts
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.milestones import add_milestone, list_milestones
from mentorapp.store.programmes import add_programme
from mentorapp.store.safety_questions import add_question, list_questions
from mentorapp.store.sessions import add_session, get_session, list_sessions
from mentorapp.store.store import Store
from ui.requests import DraftRequest
from ui.screens.mentee_page.contacts import ContactsTab
from ui.screens.mentee_page.page import CONTACTS
from ui.widgets.overlay import Overlay

K = Qt.Key


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def overlay(look: Any) -> Any:
    return [one for one in look.page.window().findChildren(Overlay) if one.isVisible()][-1]


@pytest.fixture
def tab(look: Any) -> ContactsTab:
    look.page.choose_tab(CONTACTS)
    QApplication.processEvents()
    found: ContactsTab = look.page.tab("contacts")
    return found


@pytest.fixture
def told(look: Any, day: date) -> UUID:
    """A contact with everything that can be said about one."""
    new = NewSession(
        mentee_id=look.who.mentee,
        enrolment_id=look.who.enrolment,
        kind=SessionKind.ACCOMPANIMENT,
        event_date=day - timedelta(days=2),
        duration_min=50,
        came_late=True,
        unplanned=True,
        support_kinds=("accompany_care", "cv"),
        methods=("fact",),
        fact_values="Frihet",
        mood_in=3,
        mood_out=6,
        mood_word="lättare",
        segments=(NoteSegment(text="Följde med."), NoteSegment(text="Sover.", info_class=InfoClass.HEALTH)),
    )
    with look.store.write("note_saved") as session:
        return add_session(session, new)


def test_the_table_says_support_marks_and_every_class(tab: ContactsTab, told: UUID) -> None:
    row = tab.model.row_of(told)
    assert row is not None
    cells = [tab.model.index(row, column).data() for column in range(tab.model.columnCount())]
    assert cells[1:5] == ["Följa med", "50", "Vi sågs", "Följa med till vården, Cv, ansökan, provintervju"]
    assert cells[6] == "Plan +1"
    assert tab.model.index(row, 3).data(Qt.ItemDataRole.ToolTipRole) == "Vi sågs, Kom sent, Oplanerat"
    assert tab.model.index(row, 6).data(Qt.ItemDataRole.ToolTipRole) == "Plan, Hälsa"


def test_days_since_the_last_held_contact_stand_above(tab: ContactsTab, told: UUID) -> None:
    assert tab.last.text() == "2 dagar sedan ni pratade"


def test_the_filter_offers_what_there_is_and_shows_only_that(tab: ContactsTab, told: UUID) -> None:
    words = [act.text() for act in tab.filter.menu_of().actions() if not act.isSeparator()]
    assert words[:3] == ["Alla kontakter", "Promenad", "Telefon"]
    assert {"Kom sent", "Oplanerat", "Utebliven"} <= set(words)
    tab.filter.choose("Kom sent")
    assert [tab.model.contact(row).id for row in range(tab.model.rowCount())] == [told]
    tab.filter.choose("Ej svar")
    assert tab.model.rowCount() == 1
    tab.filter.choose("Utebliven")
    assert [tab.model.index(row, 3).data() for row in range(tab.model.rowCount())] == ["Utebliven"]
    tab.filter.choose("Alla kontakter")
    assert tab.model.rowCount() == 5


def test_a_filter_is_let_go_of_with_the_person(
    tab: ContactsTab, look: Any, store: Store, day: date, told: UUID
) -> None:
    tab.filter.choose("Oplanerat")
    with store.write("mentee_added") as session:
        love = add_mentee(session, "Love")
        add_session(session, NewSession(mentee_id=love, kind=SessionKind.PHONE, event_date=day))
    look.page.open(love)
    look.page.choose_tab(CONTACTS)
    assert tab.filter.text() == "Alla kontakter"
    assert tab.model.rowCount() == 1
    assert tab.last.text() == "Ni pratade i dag"


def test_time_is_shown_by_kind_for_the_level_and_for_all(tab: ContactsTab, look: Any, told: UUID, day: date) -> None:
    assert tab.time.isVisible()
    lines = tab.time.lines()
    assert lines[lines.index("Följa med till vården") + 1] == "25 min"
    assert tab.time.right is not None
    with look.store.write("note_saved") as session:
        add_session(
            session,
            NewSession(
                mentee_id=look.who.mentee,
                enrolment_id=look.who.enrolment,
                kind=SessionKind.OFFICE,
                event_date=day - timedelta(days=900),
                duration_min=60,
            ),
        )
    assert tab.time.all.isVisible()
    tab.time.all.click()
    assert "Utanför nivåerna" in tab.time.lines()
    assert "1 h" in tab.time.lines()


def test_a_milestone_is_written_changed_and_removed(tab: ContactsTab, look: Any, press: Callable[..., None]) -> None:
    tab.milestones.adding.click()
    sheet = overlay(look)
    sheet.kind.setCurrentIndex(sheet.kind.findData(MilestoneKind.OTHER))
    assert sheet.other.isVisible()
    press(K.Key_Return, ctrl=True)
    assert "minst tre tecken" in sheet.other.fault()
    sheet.kind.setCurrentIndex(sheet.kind.findData(MilestoneKind.NPF_DONE))
    assert "Klass: Hälsa" in said(sheet)
    sheet.shown.click()
    press(K.Key_Return, ctrl=True)
    with look.store.read() as session:
        (one,) = list_milestones(session, look.who.mentee)
    assert (one.kind, one.info_class, one.mentee_wants_shown) == (MilestoneKind.NPF_DONE, InfoClass.HEALTH, False)
    assert "25 november · Hälsa · visas inte" in said(tab.milestones)
    tab.milestones.made[0].opened.emit()
    overlay(look).removal.click()
    assert tab.milestones.made == []
    look.store.undo()
    assert len(tab.milestones.made) == 1


def test_the_answer_is_locked_until_it_is_asked_for(tab: ContactsTab, look: Any, day: date, store: Store) -> None:
    assert "Inte ställd än. Alla får frågan." in said(tab.safety)
    tab.safety.adding.click()
    sheet = overlay(look)
    assert "Jag frågar alla som jag träffar om det här." in said(sheet)
    sheet.offered.click()
    sheet.answer.set_text("LÅST-SVAR")
    sheet.follow_up.set_day(day + timedelta(days=7))
    sheet.ready.click()
    with look.store.read() as session:
        (question,) = list_questions(session, look.who.mentee)
    assert (question.asked, question.answer, question.support_offered) == (Asked.ASKED, "LÅST-SVAR", True)
    assert "25 november · stöd erbjudet · följ upp 2 december" in said(tab.safety)
    window = look.page.window()
    assert "LÅST-SVAR" not in " ".join(label.text() for label in window.findChildren(QLabel))
    tab.safety.reveal.click()
    assert "LÅST-SVAR" in said(tab.safety)
    with store.write("mentee_added") as session:
        love = add_mentee(session, "Love")
    look.page.open(love)
    look.page.choose_tab(CONTACTS)
    assert "LÅST-SVAR" not in " ".join(label.text() for label in window.findChildren(QLabel))
    assert not tab.safety.reveal.isVisible()


def test_under_the_youth_duty_alone_neither_question_nor_health_is_offered(
    show: Callable[..., Any], store: Store, day: date
) -> None:
    with store.write("mentee_added") as session:
        kaa = add_programme(session, "KAA", get_ladder("level_up"), legal_profile=LegalProfile.KAA)
        alva = add_mentee(session, "Alva")
        add_enrolment(session, alva, kaa, started_on=day)
    page = show(alva)
    page.choose_tab(CONTACTS)
    tab = page.tab("contacts")
    assert "Frågan ställs inte här. Insatsen gäller bara aktivitetsansvaret (KAA)." in said(tab.safety)
    assert not tab.safety.adding.isVisible()
    sheet = tab.open_milestone(None)
    offered = {sheet.kind.itemData(row) for row in range(sheet.kind.count())}
    assert not offered & {MilestoneKind.NPF_DONE, MilestoneKind.OWN_HOME}


def test_a_note_says_everything_that_was_written(tab: ContactsTab, look: Any, told: UUID) -> None:
    look.page.sheets.open_note(told)
    words = said(overlay(look))
    for part in ("Kom sent", "Oplanerat", "Följa med till vården", "FACT", "Frihet", "3 → 6", "”lättare”"):
        assert part in words


def test_earlier_versions_are_read_with_their_day(tab: ContactsTab, look: Any, told: UUID) -> None:
    form = look.page.sheets.open_note(told).edit()
    form.first_box().setPlainText("Följde med hem.")
    form.more.given.support_kinds.chip("cv").click()
    form.more.marks["came_late"].click()
    form.more.felt["mood_out"].set_text("12")
    form.keep()
    assert "0 till 10" in form.more.felt["mood_out"].fault()
    form.more.felt["mood_out"].set_text("7")
    form.keep()
    with look.store.read() as session:
        contact = get_session(session, told)
    assert (contact.version, contact.support_kinds, contact.came_late) == (2, ("accompany_care",), False)
    assert (contact.mood_out, contact.fact_values) == (7, "Frihet")
    reader = look.page.sheets.open_note(told)
    assert reader.facts.show_earlier.text() == "1 tidigare version"
    assert "Följde med." not in said(reader).split(" | ")
    reader.facts.show_earlier.click()
    assert "Följde med." in said(reader).split(" | ")
    assert "Version 1, skriven 25 november 2026" in said(reader)


def test_the_mentees_comment_stands_beside_the_note(tab: ContactsTab, look: Any, told: UUID) -> None:
    look.page.sheets.open_note(told).comment()
    sheet = overlay(look)
    sheet.comment.set_text("Så var det inte.")
    sheet.ready.click()
    look.page.sheets.open_note(told)
    assert "”Så var det inte.”" in said(overlay(look))
    tab.filter.choose("Med kommentar")
    assert tab.model.rowCount() == 1


def test_a_note_about_somebody_else_is_moved_and_leaves_a_trace(
    tab: ContactsTab, look: Any, told: UUID, store: Store
) -> None:
    with store.write("mentee_added") as session:
        love = add_mentee(session, "Love", family_name="Demosson")
    look.page.sheets.open_note(told).move_elsewhere()
    sheet = overlay(look)
    sheet.keep()
    assert "Välj vem anteckningen gäller." in said(sheet)
    sheet.who.setCurrentIndex(sheet.who.findData(str(love)))
    sheet.keep()
    with store.read() as session:
        assert [one.id for one in list_sessions(session, love)] == [told]
    row = [tab.model.index(one, 1).data() for one in range(tab.model.rowCount())].index("Flyttad")
    lines = tab.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Anteckningen gällde någon annan och flyttades 25 november." in lines
    assert "Love" not in lines
    store.undo()
    assert tab.model.row_of(told) is not None


@pytest.mark.parametrize("thing", ["milestone", "safety"])
def test_what_was_begun_is_gone_on_with(tab: ContactsTab, look: Any, thing: str) -> None:
    sheet: Any = tab.open_milestone(None) if thing == "milestone" else tab.open_safety(None)
    field = sheet.note if thing == "milestone" else sheet.answer
    field.box.setPlainText("Halvskrivet")
    sheet.close_over()
    with look.store.read() as session:
        (draft,) = list_drafts(session)
    assert (draft.form, draft.mentee_id) == (f"contacts.{thing}", look.who.mentee)
    look.page.open_item(DraftRequest(look.who.mentee, draft.form))
    again = overlay(look)
    assert (again.note if thing == "milestone" else again.answer).text() == "Halvskrivet"
    again.close_over()
    tab.open_draft(f"contacts.{thing}:gone")
    assert not [one for one in look.page.window().findChildren(Overlay) if one.isVisible()]


def test_a_begun_comment_opens_again(tab: ContactsTab, look: Any, told: UUID) -> None:
    look.page.open_item(DraftRequest(look.who.mentee, f"contacts.comment:{told}"))
    assert overlay(look).accessibleName() == "Deltagarens kommentar"
    overlay(look).close_over()
    look.page.open_item(DraftRequest(look.who.mentee, f"contacts.move:{told}"))
    assert overlay(look).accessibleName() == "Anteckningen gäller någon annan"


def test_every_card_has_english_words(show: Callable[..., Any], look: Any, store: Store, day: date) -> None:
    with store.write("milestone_added") as session:
        add_milestone(session, look.who.mentee, MilestoneKind.CV_DONE, day)
        add_question(session, look.who.mentee, Asked.DECLINED, day)
    page = show(look.who.mentee, Texts("en"))
    page.choose_tab(CONTACTS)
    words = said(page.tab("contacts"))
    for part in ("CV done", "Does not want to answer", "Milestones", "Time on this level"):
        assert part in words


def test_attempts_say_their_way(tab: ContactsTab, look: Any, day: date) -> None:
    new = NewSession(
        mentee_id=look.who.mentee,
        kind=SessionKind.CONTACT_ATTEMPT,
        attempt_way=SessionKind.LETTER,
        event_date=day,
        attendance=Attendance.NOT_REACHED,
    )
    with look.store.write("note_saved") as session:
        add_session(session, new)
    assert "Brev" in str(tab.attempts.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
