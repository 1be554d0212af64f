"""The tab Översikt: timeline, next steps, good to know, lanes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from mentorapp.domain.plans import CommitmentState
from mentorapp.domain.private_notes import PrivateNote
from mentorapp.domain.sessions import NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import list_commitments
from mentorapp.store.drafts import list_drafts
from mentorapp.store.mentees import add_mentee, get_mentee
from mentorapp.store.sessions import add_session, get_session, list_sessions
from mentorapp.store.store import Store
from mentorapp.store.timeline import ContactItem, StepItem
from ui.screens.mentee_page import MenteePage
from ui.screens.mentee_page.overview import OverviewTab
from ui.screens.mentee_page.page import PLAN
from ui.screens.mentee_page.step_row import StepRow
from ui.screens.mentee_page.timeline_model import FIRST_PAGE, Filter, TimelineModel, of_class
from ui.widgets.class_chip import class_label
from ui.widgets.delegates import LINES_ROLE, TwoLines
from ui.widgets.overlay import Overlay

K = Qt.Key
Press = Callable[..., None]
Show = Callable[..., MenteePage]


def lines(model: TimelineModel) -> list[TwoLines]:
    return [model.index(row).data(LINES_ROLE) for row in range(model.rowCount())]


def overview(page: MenteePage) -> OverviewTab:
    tab = page.tab("overview")
    assert isinstance(tab, OverviewTab)
    return tab


def titles(page: MenteePage) -> list[str]:
    return [line.title for line in lines(overview(page).timeline.model)]


def overlay_of(page: MenteePage) -> Any:
    return [one for one in page.window().findChildren(Overlay) if one.isVisible()][-1]


def go_to(page: MenteePage, kind: type[Any]) -> None:
    view, model = overview(page).timeline.view, overview(page).timeline.model
    row = next(row for row in range(model.rowCount()) if isinstance(model.item(row), kind))
    view.setCurrentIndex(model.index(row))
    view.setFocus()


def test_the_timeline_tells_the_story_newest_first(look: Any) -> None:
    said = titles(look.page)
    assert said[:4] == [
        "Privat anteckning",
        "Promenad, 40 minuter",
        "Steg avbockat: ”Hämta kläder”",
        "Kontoret: utebliven",
    ]
    assert "Byter nivå: 3 Förberedande" in said
    assert said[-1] == "Börjar på nivå 1 Relationsskapande"
    second = {line.title: line.second for line in lines(look.page.tab("overview").timeline.model)}
    assert second["Promenad, 40 minuter"] == "Skriven 5 dagar efter · Vi gick runt sjön."
    assert second["Steg avbockat: ”Hämta kläder”"] == "Farah bockade av, tillsammans med dig"


def test_a_private_note_carries_the_lock_and_is_read_with_enter(look: Any, press: Press) -> None:
    go_to(look.page, PrivateNote)
    line = lines(look.page.tab("overview").timeline.model)[0]
    assert line.icon == "lock"
    assert line.chip is not None
    assert line.chip.hatched
    assert line.chip.text == "Privat · skrivs aldrig ut"
    press(K.Key_Return)
    assert overlay_of(look.page).accessibleName() == "Privat anteckning"
    press(K.Key_Escape)
    assert QApplication.focusWidget() is look.page.tab("overview").timeline.view


def test_enter_on_a_contact_reads_it_and_f2_writes_a_new_version(look: Any, press: Press) -> None:
    go_to(look.page, ContactItem)
    press(K.Key_Return)
    press(K.Key_F2)
    box = overlay_of(look.page).first_box()
    box.selectAll()
    press("Vi gick två varv.")
    press(K.Key_Return, ctrl=True)
    with look.store.read() as session:
        contact = get_session(session, look.who.walk)
        versions = session.execute(
            text("SELECT version, text FROM note_segment WHERE session_id = :id ORDER BY version"),
            {"id": look.who.walk.bytes},
        ).all()
    assert contact.version == 2
    assert [tuple(row) for row in versions] == [(1, "Vi gick runt sjön."), (2, "Vi gick två varv.")]
    assert contact.duration_min == 40
    assert look.store.undo_label == "note_changed"
    assert "Vi gick två varv." in lines(look.page.tab("overview").timeline.model)[1].second


def test_a_box_of_another_class_is_added(look: Any, press: Press) -> None:
    reader = look.page.sheets.open_note(look.who.walk)
    form = reader.edit()
    form.box(InfoClass.HEALTH).box.setFocus()
    press("Sover bättre.")
    press(K.Key_Return, ctrl=True)
    with look.store.read() as session:
        contact = get_session(session, look.who.walk)
    assert [(s.info_class, s.text) for s in contact.segments] == [
        (InfoClass.PLAN, "Vi gick runt sjön."),
        (InfoClass.HEALTH, "Sover bättre."),
    ]


def test_minutes_that_are_no_figures_are_said_beside_the_field(look: Any, press: Press) -> None:
    reader = look.page.sheets.open_note(look.who.walk)
    form = reader.edit()
    form.minutes.line.setText("en stund")
    press(K.Key_Return, ctrl=True)
    assert form.minutes.fault()
    form.minutes.line.setText("900")
    press(K.Key_Return, ctrl=True)
    assert "600" in form.minutes.fault()


def test_a_contact_is_taken_away_with_a_reason_and_undo_brings_it_back(look: Any, press: Press) -> None:
    reader = look.page.sheets.open_note(look.who.walk)
    reader.remove_button.click()
    press(K.Key_Return)
    assert reader.reason.fault()
    press("Fel person", K.Key_Return)
    assert "Promenad, 40 minuter" not in titles(look.page)
    with look.store.read() as session:
        assert look.who.walk not in [one.id for one in list_sessions(session, look.who.mentee)]
    look.store.undo()
    assert "Promenad, 40 minuter" in titles(look.page)


def test_enter_on_a_ticked_step_goes_to_it_in_the_plan(look: Any, press: Press) -> None:
    go_to(look.page, StepItem)
    press(K.Key_Return)
    assert look.page.tabs.current() == PLAN
    focused = QApplication.focusWidget()
    assert isinstance(focused, StepRow)
    assert focused.text() == "Hämta kläder"


def test_the_filter_shows_one_kind_or_one_class(look: Any) -> None:
    card = look.page.tab("overview").timeline
    card.choose(of_class(InfoClass.PRIVATE), "Privat")
    assert titles(look.page) == ["Privat anteckning"]
    card.choose(of_class(InfoClass.HEALTH), class_label(look.page._texts, InfoClass.HEALTH))
    assert titles(look.page) == ["Steg avbockat: ”Lägga bort mobilen”"]
    card.choose(of_class(InfoClass.EDU), "Studier")
    assert titles(look.page) == []
    assert card._none_box.isVisible()
    card.choose(Filter(), "Allt")
    assert len(titles(look.page)) == 11
    words = [act.text() for act in card.menu().actions() if act.text()]
    assert words[:5] == ["Allt", "Kontakter", "Möten", "Steg", "Nivåer"]


def test_a_damaged_row_says_so_and_its_neighbours_stand(look: Any) -> None:
    with look.store.write("note_changed") as session:
        session.execute(text("UPDATE session SET kind = 'x' WHERE id = :id"), {"id": look.who.walk.bytes})
    look.page.refresh()
    assert titles(look.page)[1] == "Kunde inte läsas"
    assert len(titles(look.page)) == 11


def test_a_long_timeline_is_read_a_page_at_a_time(look: Any, day: date, press: Press) -> None:
    with look.store.write("note_saved") as session:
        for n in range(200):
            add_session(
                session,
                NewSession(
                    mentee_id=look.who.mentee,
                    kind=SessionKind.PHONE,
                    event_date=day - timedelta(days=n + 200),
                    segments=(NoteSegment(text=f"Samtal {n}"),),
                ),
            )
    view, model = look.page.tab("overview").timeline.view, look.page.tab("overview").timeline.model
    assert model.rowCount() == FIRST_PAGE + 1, "the first page, and the private note of those days"
    assert model.has_more()
    view.setFocus()
    press(K.Key_End)
    assert model.rowCount() > 60
    for _ in range(8):
        press(K.Key_End)
    assert model.rowCount() == 211
    assert not model.has_more()
    bar = look.page.tab("overview").columns.verticalScrollBar()
    assert bar.value() > 0, "the page follows the current row"


def test_scrolling_the_page_reads_on(look: Any, day: date) -> None:
    with look.store.write("note_saved") as session:
        for n in range(100):
            add_session(
                session,
                NewSession(mentee_id=look.who.mentee, kind=SessionKind.PHONE, event_date=day - timedelta(days=n + 200)),
            )
    QApplication.processEvents()
    bar = look.page.tab("overview").columns.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert look.page.tab("overview").timeline.model.rowCount() > 60


def test_a_window_higher_than_the_first_page_reads_on_at_once(look: Any, day: date) -> None:
    with look.store.write("note_saved") as session:
        for n in range(100):
            add_session(
                session,
                NewSession(mentee_id=look.who.mentee, kind=SessionKind.PHONE, event_date=day - timedelta(days=n + 200)),
            )
    look.page.window().resize(1366, 2800)
    QApplication.processEvents()
    look.page.open(look.who.mentee)
    for _ in range(4):
        QApplication.processEvents()
    assert look.page.tab("overview").timeline.model.rowCount() > 60


def test_the_timeline_keeps_to_the_rules_of_models(look: Any, texts: Any, day: date) -> None:
    model = TimelineModel(look.store, texts)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_mentee(look.who.mentee, "Farah", day, Filter())
    assert model.rowCount() == 11
    assert model.data(QModelIndex()) is None
    model.show_mentee(look.who.mentee, "Farah", day, of_class(InfoClass.EDU))
    model.read_more()
    assert model.rowCount() == 0


def test_a_step_and_a_promise_are_ticked_from_the_overview(look: Any, press: Press) -> None:
    card = look.page.tab("overview").steps
    assert [box.text() for box in card.boxes()] == ["Ringa Siv om tid", "Prova kassan", "Gå upp klockan åtta"]
    card.boxes()[1].setFocus()
    press(K.Key_Space)
    assert look.steps()[2].is_done
    assert card.boxes()[1].isChecked()
    assert "En hel dag" in [box.text() for box in card.boxes()], "the next step of the goal comes up"
    card.boxes()[0].setFocus()
    press(K.Key_Space)
    with look.store.read() as session:
        assert list_commitments(session, look.who.enrolment)[0].state is CommitmentState.DONE
    look.store.undo()
    assert not card.boxes()[0].isChecked()


def drafts_of(store: Store) -> set[str]:
    with store.read() as session:
        return {draft.form for draft in list_drafts(session)}


def test_good_to_know_is_written_where_it_stands(look: Any, press: Press, qtbot: QtBot) -> None:
    field = look.page.tab("overview").good.fields["communication_needs"]
    field.setFocus()
    press("Bilder hjälper.")
    qtbot.waitUntil(lambda: drafts_of(look.store) == {"overview.good_to_know"})
    assert look.store.undo_label != "mentee_changed"
    press(K.Key_Tab)
    assert look.store.undo_label == "mentee_changed"
    assert drafts_of(look.store) == set()
    with look.store.read() as session:
        assert get_mentee(session, look.who.mentee).communication_needs == "Bilder hjälper."
    field.setFocus()
    press(K.Key_End, " Få ord.")
    look.page.write_all()
    with look.store.read() as session:
        assert get_mentee(session, look.who.mentee).communication_needs == "Bilder hjälper. Få ord."


def test_good_to_know_of_one_person_never_lands_on_another(look: Any, store: Store, press: Press) -> None:
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Love")
    field = look.page.tab("overview").good.fields["safe_contact"]
    field.setFocus()
    press("Bara Farah. ")
    look.page.open(other)
    with store.read() as session:
        assert get_mentee(session, look.who.mentee).safe_contact.startswith("Bara Farah.")
        assert get_mentee(session, other).safe_contact == ""
    assert field.toPlainText() == ""


def test_the_lanes_have_a_table_for_a_twin(look: Any) -> None:
    card = look.page.tab("overview").lanes
    card.as_table.click()
    assert card.table.isVisible()
    assert not card.picture.isVisible()
    words = [card.table.item(row, 1).text() for row in range(card.table.rowCount())]
    assert "3 Förberedande" in words
    assert len(words) == 4 + 3


def test_nobody_has_a_story_yet(show: Show, store: Store, qtbot: QtBot) -> None:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Love")
    page = show(mentee)
    assert overview(page).timeline.empty.isVisible()
    with qtbot.waitSignal(page.note_wanted):
        overview(page).timeline.empty.act_wanted.emit()


@pytest.mark.parametrize("words", ["<b>x</b> & y", "\u202eomvänt\u202c", "😀 " * 60, "x" * 9000, "rad\n\n\nrad"])
def test_hostile_notes_are_shown_as_they_stand(look: Any, day: date, words: str) -> None:
    with look.store.write("note_saved") as session:
        contact = add_session(
            session,
            NewSession(
                mentee_id=look.who.mentee,
                kind=SessionKind.PHONE,
                event_date=day,
                segments=(NoteSegment(text=words, info_class=InfoClass.SOCIAL),),
            ),
        )
    assert lines(look.page.tab("overview").timeline.model)[0].second == " ".join(words.strip()[:240].split())
    look.page.grab()
    reader = look.page.sheets.open_note(contact)
    reader.grab()
    look.page.window().grab()
