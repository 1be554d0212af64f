"""The tab Runt om: lanes, support from others, money with its gaps, checklists and files, by keyboard."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.support import IncomeSource, IncomeState, InterventionKind, InterventionState
from mentorapp.language.texts import Texts
from mentorapp.store.attachments import add_attachment, list_attachments
from mentorapp.store.commitments import list_commitments
from mentorapp.store.drafts import list_drafts
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.incomes import add_income, list_incomes
from mentorapp.store.interventions import add_intervention, list_interventions
from mentorapp.store.mentees import add_mentee, change_mentee, get_mentee
from mentorapp.store.placements import add_placement, set_hours
from mentorapp.store.programmes import change_programme
from mentorapp.store.routines import list_routine, set_routine_item
from mentorapp.store.store import Change, Store
from mentorapp.store.workplaces import add_workplace
from ui.requests import DraftRequest, PlacementRequest
from ui.screens.mentee_page.around.file_viewer import FileViewer
from ui.screens.mentee_page.around.tab import AroundTab
from ui.screens.mentee_page.reading import Known, Person, read_person
from ui.screens.mentee_page.thing_sheet import ThingSheet
from ui.theme import Theme
from ui.widgets.lane_values import Bar, Dot, Gap, Sign

K = Qt.Key
S = InterventionState


class Host(QWidget):
    """A window that draws the tab anew at every change, as the page does."""

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self.store = store
        self.tab: Any = AroundTab(store, texts, theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tab)
        self.mentee: Any = None
        self.resize(1170, 640)

    def show_mentee(self, mentee: Any) -> None:
        self.mentee = mentee
        self.tab.show_person(self.person())

    def person(self) -> Person:
        with self.store.read() as session:
            return read_person(session, self.mentee, Known())

    def on_change(self, change: Change) -> None:
        if change.tables & (self.tab.shows | Person.tables):
            self.tab.show_person(self.person())

    def sheet(self) -> Any:
        return next(one for one in self.findChildren(ThingSheet) if one.isVisible())


@pytest.fixture
def host(qtbot: QtBot, store: Store, theme: Theme, texts: Texts, farah: Any) -> Iterator[Host]:
    window = Host(store, texts, theme)
    qtbot.addWidget(window)
    end = store.on_change(window.on_change)
    window.show_mentee(farah.mentee)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.tab.focus_first()
    QApplication.processEvents()
    yield window
    end()


def words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def close(sheet: ThingSheet) -> None:
    sheet.keep()
    QApplication.processEvents()


# --- support from others ---------------------------------------------------------------------------------------------


def add_debt_advice(store: Store, mentee: Any, day: date, **more: Any) -> Any:
    with store.write("intervention_added") as session:
        return add_intervention(
            session, mentee, InterventionKind.DEBT_ADVICE, "Kommunen", state=S.ONGOING,
            since=day - timedelta(days=40), **more,
        )  # fmt: skip


def test_support_is_written_down_through_its_form(host: Host, store: Store, farah: Any, press: Any) -> None:
    host.tab.interventions.new.setFocus()
    press(K.Key_Space)
    sheet = host.sheet()
    sheet.kind.choose(InterventionKind.HOUSING_SUPPORT.value)
    sheet.actor.line.setFocus()
    press("Kommunen")
    sheet.owner.line.setFocus()
    press("Stina Stöd")
    sheet.next_step.line.setFocus()
    press("Hembesök")
    sheet.mentor_task.line.setFocus()
    press("Följa med")
    press(K.Key_Return, ctrl=True)
    with store.read() as session:
        (one,) = list_interventions(session, farah.mentee)
    assert (one.kind, one.actor, one.state) == (InterventionKind.HOUSING_SUPPORT, "Kommunen", S.NEEDED)
    assert one.contact_id is not None
    said = words_in(host.tab.interventions)
    for words in ("Boendestöd · Kommunen", "Svarar för det: Stina Stöd", "Nästa steg: Hembesök", "Din del: Följa med"):
        assert words in said
    store.undo()
    assert "Boendestöd" not in words_in(host.tab.interventions)


def test_support_needs_its_kind_and_its_actor_and_keeps_what_was_typed(host: Host, press: Any) -> None:
    sheet = host.tab.open_intervention(None)
    close(sheet)
    assert sheet.isVisible()
    assert "Vad är det för stöd? Välj ett." in words_in(sheet)
    sheet.kind.choose(InterventionKind.LSS.value)
    sheet.next_step.set_text("Ring")
    close(sheet)
    assert sheet.actor.fault() == "Vem ger stödet? Skriv ett namn på verksamheten."
    assert sheet.next_step.text() == "Ring"
    press(K.Key_Escape)


def test_a_new_state_from_a_day_and_a_mistake_taken_out(host: Host, store: Store, farah: Any, day: date) -> None:
    key = add_debt_advice(store, farah.mentee, day)
    host.tab.interventions.listed.findChild(QWidget, f"{key}:state").click()
    sheet = host.sheet()
    sheet.state.choose(S.ENDED.value)
    sheet.since.set_day(day - timedelta(days=2))
    close(sheet)
    assert "pågår 16 okt, avslutad 23 nov" in words_in(host.tab.interventions)
    host.tab.open_draft(f"around.intervention_state:{key}")
    sheet = host.sheet()
    remove = [b for b in sheet.body.parentWidget().findChildren(QWidget) if "Ta bort avslutad" in b.accessibleName()]
    remove[0].click()
    QApplication.processEvents()
    with store.read() as session:
        assert list_interventions(session, farah.mentee)[0].state is S.ONGOING


def test_an_end_before_the_beginning_is_said_beside_the_field(host: Host, store: Store, farah: Any, day: date) -> None:
    add_debt_advice(store, farah.mentee, day)
    with store.read() as session:
        sheet = host.tab.open_intervention(list_interventions(session, farah.mentee)[0])
    sheet.from_day.set_day(day)
    sheet.to_day.set_day(day - timedelta(days=1))
    close(sheet)
    assert sheet.to_day.fault() == "Slutet är före början. Titta på båda datumen."
    sheet.close_over()


def test_support_is_removed_and_comes_back(host: Host, store: Store, farah: Any, day: date) -> None:
    key = add_debt_advice(store, farah.mentee, day)
    host.tab.interventions.listed.findChild(QWidget, f"{key}:change").click()
    sheet = host.sheet()
    button = next(b for b in sheet.findChildren(QWidget) if b.property("text") == "Ta bort stödet")
    button.click()
    assert "Kommunen" not in words_in(host.tab.interventions)
    store.undo()
    assert "Kommunen" in words_in(host.tab.interventions)
    with store.read() as session:
        assert list_drafts(session) == ()


def test_nobody_responsible_is_said_with_a_meeting_as_suggestion(
    host: Host, store: Store, farah: Any, day: date, press: Any
) -> None:
    add_debt_advice(store, farah.mentee, day, owner_name="Siv", to_date=day + timedelta(days=9))
    said = words_in(host.tab.interventions)
    assert "Budget- och skuldrådgivning slutar 4 december och inget tar vid" in said
    assert "Ett möte med alla inblandade kan reda ut vem som gör vad." in said
    host.tab.interventions.alerts.findChild(QWidget, "meeting").setFocus()
    press(K.Key_Space)
    with store.read() as session:
        promises = [p.what for p in list_commitments(session, farah.enrolment, open_only=True)]
    assert "Bjud in till ett möte med alla inblandade" in promises
    assert "Mötet står bland det du ska göra." in words_in(host.tab.interventions)


def test_an_ended_one_without_a_name_says_both(host: Host, store: Store, farah: Any, day: date) -> None:
    add_debt_advice(store, farah.mentee, day, to_date=day - timedelta(days=9))
    said = words_in(host.tab.interventions)
    assert "Budget- och skuldrådgivning slutade 16 november och inget tar vid" in said
    assert "Ingen är namngiven." in said


def test_an_assessment_has_its_own_words_and_no_result(host: Host, store: Store, farah: Any) -> None:
    sheet = host.tab.open_intervention(None)
    sheet.kind.choose(InterventionKind.NPF_ASSESSMENT.value)
    sheet.kind.chosen.emit(InterventionKind.NPF_ASSESSMENT.value)
    assert sheet.state.pill(S.APPLIED.value).text() == "remiss skickad"
    assert "inte vad utredningen visar" in words_in(sheet)
    assert host.tab.checklists[Checklist.NPF_FOLLOW_ON].isHidden()
    sheet.actor.set_text("Psykiatrin")
    sheet.state.choose(S.APPLIED.value)
    close(sheet)
    assert "remiss skickad 25 nov" in words_in(host.tab.interventions)
    assert not host.tab.checklists[Checklist.NPF_FOLLOW_ON].isHidden()
    with store.read() as session:
        assert list_interventions(session, farah.mentee)[0].info_class.value == "HEALTH"


def test_the_tab_says_that_no_records_are_kept(host: Host) -> None:
    assert "Journaler, resultat och diagnoser skrivs aldrig här." in words_in(host.tab.interventions)


# --- money -----------------------------------------------------------------------------------------------------------


def test_income_is_written_down_through_its_form(host: Host, store: Store, farah: Any, day: date, press: Any) -> None:
    host.tab.money.new.click()
    sheet = host.sheet()
    close(sheet)
    assert "Vad är det för pengar? Välj i listan." in words_in(sheet)
    sheet.source_box.setCurrentIndex(sheet.source_box.findData(IncomeSource.ACTIVITY_BENEFIT.value))
    close(sheet)
    assert sheet.from_day.fault() != ""
    sheet.from_day.set_day(day - timedelta(days=300))
    sheet.until.set_day(day + timedelta(days=30))
    sheet.extent.choose("50")
    sheet.known_from.set_text("beslutsbrev")
    close(sheet)
    said = words_in(host.tab.money)
    for words in ("Aktivitetsersättning 50 %", "beslut till 25 dec", "vet vi från beslutsbrev"):
        assert words in said
    assert "Ingen känd försörjning från 26 december" in said


def test_f35_the_refusal_stands_in_the_gap_with_the_suggestion(host: Host, store: Store, farah: Any, day: date) -> None:
    with store.write("income_added") as session:
        add_income(
            session, farah.mentee, IncomeSource.SICKNESS_CASH, day - timedelta(days=30), state=IncomeState.REFUSED,
            state_on=day - timedelta(days=3),
        )  # fmt: skip
    said = words_in(host.tab.money)
    assert "Ingen känd försörjning sedan 22 november" in said
    assert "Sjukpenning fick avslag 22 november. Ett möte med alla inblandade" in said
    host.tab.money.alerts.findChild(QWidget, "meeting").click()
    assert "Mötet står bland det du ska göra." in words_in(host.tab.money)


def test_a_refusal_and_an_appeal_are_set_with_their_days(host: Host, store: Store, farah: Any, day: date) -> None:
    with store.write("income_added") as session:
        key = add_income(session, farah.mentee, IncomeSource.SICKNESS_CASH, day, state=IncomeState.APPLIED)
    for state, days in ((IncomeState.REFUSED, 1), (IncomeState.APPEALED, 0)):
        host.tab.money.listed.findChild(QWidget, f"{key}:state").click()
        sheet = host.sheet()
        sheet.state.choose(state.value)
        sheet.since.set_day(day - timedelta(days=days))
        close(sheet)
    assert "avslag 24 nov, sökt 25 nov, överklagat 25 nov" in words_in(host.tab.money)


def test_an_overlap_is_said_beside_its_field_and_nothing_is_lost(
    host: Host, store: Store, farah: Any, day: date
) -> None:
    with store.write("income_added") as session:
        add_income(session, farah.mentee, IncomeSource.STUDENT_AID, day - timedelta(days=30))
    sheet = host.tab.open_income(None)
    sheet.source_box.setCurrentIndex(sheet.source_box.findData("student_aid"))
    sheet.from_day.set_day(day)
    sheet.known_from.set_text("CSN")
    close(sheet)
    assert "samma pengar" in sheet.from_day.fault()
    assert sheet.known_from.text() == "CSN"
    sheet.close_over()
    host.tab.open_draft("around.income")
    assert host.sheet().known_from.text() == "CSN"
    host.sheet().close_over()


def test_another_source_asks_for_its_words(host: Host, store: Store, farah: Any, day: date) -> None:
    sheet = host.tab.open_income(None)
    assert not sheet.source_other.isVisible()
    sheet.source_box.setCurrentIndex(sheet.source_box.findData("other"))
    sheet.from_day.set_day(day)
    close(sheet)
    assert sheet.source_other.fault() != ""
    sheet.source_other.set_text("Stipendium")
    close(sheet)
    assert "Stipendium" in words_in(host.tab.money)
    host.tab.open_income(list_of(store, farah)[0])
    sheet = host.sheet()
    sheet.source_other.set_text("Stipendium från länet")
    close(sheet)
    assert list_of(store, farah)[0].source_other == "Stipendium från länet"


def list_of(store: Store, farah: Any) -> Any:
    with store.read() as session:
        return list_incomes(session, farah.mentee)


def test_months_before_the_start_are_counted_when_asked_and_written(
    host: Host, store: Store, farah: Any, day: date
) -> None:
    assert not host.tab.money.count.isVisible()
    with store.write("income_added") as session:
        add_income(session, farah.mentee, IncomeSource.SOCIAL_ASSISTANCE, day - timedelta(days=150 + 366))
    money = host.tab.money
    assert not money.hint.isVisible()
    money.count.click()
    assert "12 månader med offentlig försörjning" in money.hint.text()
    money.take.click()
    with store.read() as session:
        assert get_mentee(session, farah.mentee).public_support_months_before == 12
    money.count.click()
    assert not money.take.isVisible()


# --- the youth duty --------------------------------------------------------------------------------------------------


def test_under_the_youth_duty_alone_money_and_care_are_not_shown_and_a_line_says_why(
    host: Host, store: Store, farah: Any, day: date
) -> None:
    add_debt_advice(store, farah.mentee, day)
    programme = host.person().programme
    assert programme is not None
    with store.write("x") as session:
        add_income(session, farah.mentee, IncomeSource.WAGE, day)
        add_intervention(session, farah.mentee, InterventionKind.KAA, "KAA", owner_name="Kim")
        change_programme(session, programme.id, legal_profile=LegalProfile.KAA)
    assert "Kommunen" not in words_in(host.tab)
    assert "Aktivitetsansvaret (KAA) · KAA" in words_in(host.tab.interventions)
    assert "Pengar skrivs inte upp medan bara aktivitetsansvaret gäller." in words_in(host.tab.money)
    assert not host.tab.money.new.isVisible()
    assert {lane.name for lane in lanes(host)} == {"Mentor", "Nivå", "KAA"}
    sheet = host.tab.open_intervention(None)
    assert "Vård, boende och skulder skrivs inte upp" in words_in(sheet)
    assert set(sheet.kind._pills) == {"af_programme", "language", "kaa"}
    sheet.close_over()


# --- checklists and files --------------------------------------------------------------------------------------------


def box(host: Host, checklist: Checklist, code: str) -> Any:
    return host.tab.checklists[checklist].listed.findChildren(QWidget, f"{checklist.value}/{code}:box")[-1]


def entry(store: Store, farah: Any, checklist: Checklist, code: str) -> Any:
    with store.read() as session:
        return next(e for e in list_routine(session, farah.mentee, checklist) if e.word.code == code)


def test_an_item_is_ticked_by_space_and_keeps_the_focus(
    host: Host, store: Store, farah: Any, day: date, press: Any
) -> None:
    box(host, Checklist.GUIDANCE, "syv").setFocus()
    press(K.Key_Space)
    said = entry(store, farah, Checklist.GUIDANCE, "syv")
    assert (said.state, said.state_on) == (ItemState.DONE, day)
    assert QApplication.focusWidget() is box(host, Checklist.GUIDANCE, "syv")
    assert host.tab.checklists[Checklist.GUIDANCE].right.text() == "inget kvar"
    press(K.Key_Space)
    assert entry(store, farah, Checklist.GUIDANCE, "syv").state is ItemState.OPEN


def test_the_menu_says_declined_and_not_needed(host: Host, store: Store, farah: Any) -> None:
    row = box(host, Checklist.GUIDANCE, "syv").parentWidget()
    menu = row.menu()
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Klar", "Tackat nej", "Behövs inte", "Dag och anteckning", "Lägg till fil",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert entry(store, farah, Checklist.GUIDANCE, "syv").state is ItemState.DECLINED
    assert "tackat nej 25 nov" in box(host, Checklist.GUIDANCE, "syv").accessibleDescription()


def test_day_and_note_of_an_item_have_their_form(host: Host, store: Store, farah: Any, day: date) -> None:
    row = box(host, Checklist.DOCUMENTS, "cv").parentWidget()
    row.details_wanted.emit()
    sheet = host.sheet()
    sheet.state.choose("done")
    sheet.on.set_day(day - timedelta(days=4))
    sheet.note.set_text("Två sidor")
    close(sheet)
    assert "klar 21 nov · Två sidor" in box(host, Checklist.DOCUMENTS, "cv").accessibleDescription()


def test_an_item_of_ones_own_is_added_kept_as_draft_and_removed(
    host: Host, store: Store, farah: Any, press: Any
) -> None:
    host.tab.checklists[Checklist.DOCUMENTS].own.setFocus()
    press("Körkort")
    host.tab.checklists[Checklist.DOCUMENTS].own._drafts.keep()
    host.show_mentee(farah.mentee)
    assert host.tab.checklists[Checklist.DOCUMENTS].own.line.text() == "Körkort"
    host.tab.checklists[Checklist.DOCUMENTS].own.setFocus()
    press(K.Key_Return)
    own = entry(store, farah, Checklist.DOCUMENTS, "other")
    assert own.word.name_sv == "Körkort"
    with store.read() as session:
        assert list_drafts(session) == ()
    host.tab.open_draft(f"around.item:documents/{own.said.id}")
    sheet = host.sheet()
    next(b for b in sheet.findChildren(QWidget) if b.property("text") == "Ta bort punkten").click()
    with store.read() as session:
        assert len(list_routine(session, farah.mentee, Checklist.DOCUMENTS)) == 4


def test_what_is_typed_for_one_person_is_not_there_for_another(
    host: Host, store: Store, farah: Any, press: Any
) -> None:
    host.tab.checklists[Checklist.DOCUMENTS].own.setFocus()
    press("Farahs brev")
    host.tab.checklists[Checklist.DOCUMENTS].own._drafts.keep()
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Love")
    host.show_mentee(other)
    assert host.tab.checklists[Checklist.DOCUMENTS].own.line.text() == ""
    host.show_mentee(farah.mentee)
    assert host.tab.checklists[Checklist.DOCUMENTS].own.line.text() == "Farahs brev"


def test_a_file_is_added_to_an_item_and_looked_at_in_the_window(
    host: Host, store: Store, farah: Any, tmp_path: Path
) -> None:
    file = tmp_path / "cv Farah.txt"
    file.write_text("Jag heter Farah.\nJag lagar mat.", encoding="utf-8")
    host.tab.ask_open = lambda *_: file
    box(host, Checklist.DOCUMENTS, "cv").parentWidget().file_wanted.emit()
    with store.read() as session:
        (kept,) = list_attachments(session, farah.mentee)
    assert kept.routine_item_id == entry(store, farah, Checklist.DOCUMENTS, "cv").said.id
    host.tab.checklists[Checklist.DOCUMENTS].listed.findChild(QWidget, f"{kept.id}:file").click()
    viewer: Any = host.findChild(FileViewer)
    assert isinstance(viewer.shown, QPlainTextEdit)
    assert viewer.shown.toPlainText() == "Jag heter Farah.\nJag lagar mat."
    viewer.close_over()


def test_a_file_too_large_or_empty_or_gone_is_said_in_a_sentence(host: Host, tmp_path: Path) -> None:
    file = tmp_path / "stor.bin"
    file.write_bytes(bytes(10 * 1024 * 1024 + 1))
    host.tab.ask_open = lambda *_: file
    host.tab.files.new.click()
    assert host.tab.files.fault.sentence() == "Filen är större än 10 MB. Spara en mindre version och välj den."
    file.write_bytes(b"")
    host.tab.files.new.click()
    assert host.tab.files.fault.sentence() == "Filen är tom. Välj en annan."
    host.tab.ask_open = lambda *_: None
    host.tab.files.new.click()
    assert host.tab.files.fault.sentence() == ""


def keep(store: Store, farah: Any, name: str, content: bytes) -> Any:
    with store.write("attachment_added") as session:
        add_attachment(session, farah.mentee, name, content)
    with store.read() as session:
        return list_attachments(session, farah.mentee)[-1]


def a_pdf() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    painter = QPainter(writer)
    painter.drawText(300, 300, "Betyg")
    painter.end()
    return bytes(buffer.data().data())


def a_png() -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    cast("Any", image).save(buffer, "PNG")
    return bytes(data.data())


def test_pdf_and_pictures_are_shown_and_other_files_are_not(host: Host, store: Store, farah: Any) -> None:
    viewer = host.tab.open_file(keep(store, farah, "betyg.pdf", a_pdf()))
    assert viewer.shown.document().pageCount() == 1
    viewer.close_over()
    viewer = host.tab.open_file(keep(store, farah, "bild.png", a_png()))
    red = viewer.shown.grab().toImage()
    assert red.pixelColor(red.width() // 2, red.height() // 2) == QColor("red")
    viewer.close_over()
    for name, content in (("trasig.png", b"\x89PNG\r\n\x1a\n..."), ("brev.docx", b"PK\x03\x04\x00")):
        viewer = host.tab.open_file(keep(store, farah, name, content))
        assert "visas inte här" in words_in(viewer)
        viewer.close_over()


def test_a_copy_outside_needs_the_passphrase_and_is_whole(
    host: Host, store: Store, farah: Any, tmp_path: Path, passphrase: str, press: Any, qtbot: QtBot
) -> None:
    file = keep(store, farah, "brev.txt", b"Hej")
    target = tmp_path / "ut" / "brev.txt"
    target.parent.mkdir()
    viewer = FileViewer(host.tab._desk(), file, lambda *_: target)
    viewer.open(viewer.first_field())
    viewer.copy.click()
    press("fel fras", K.Key_Return)
    qtbot.waitUntil(lambda: viewer.saving.passphrase.fault() != "", timeout=20_000)
    assert not target.exists()
    viewer.saving.passphrase.clear()
    viewer.saving.passphrase.line.setFocus()
    press(passphrase, K.Key_Return)
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert target.read_bytes() == b"Hej"
    assert viewer.said.text() == "Kopian är sparad. Den är läsbar för alla som öppnar den."
    viewer.close_over()


def test_a_copy_to_a_place_that_is_gone_is_said_and_none_is_made(
    host: Host, store: Store, farah: Any, tmp_path: Path, passphrase: str, press: Any, qtbot: QtBot
) -> None:
    answers: list[Path | None] = [None, tmp_path / "finns inte" / "brev.txt"]
    viewer = FileViewer(host.tab._desk(), keep(store, farah, "brev.txt", b"Hej"), lambda *_: answers.pop(0))
    viewer.open(viewer.first_field())
    for left in (1, 0):
        viewer.copy.click()
        press(passphrase, K.Key_Return)
        qtbot.waitUntil(partial(lambda left: len(answers) == left, left), timeout=20_000)
    assert viewer.fault.sentence() != ""
    viewer.copy.click()
    press(K.Key_Escape)
    assert viewer.isVisible()
    assert viewer.saving.isHidden()
    press(K.Key_Escape)
    assert [one for one in host.findChildren(FileViewer) if one.isVisible()] == []


def test_what_a_file_is_about_is_said_in_the_viewer(host: Host, store: Store, farah: Any) -> None:
    viewer = host.tab.open_file(keep(store, farah, "intyg.txt", b"Hej"))
    assert viewer.about.current() == "WORK"
    viewer.about.pill("HEALTH").click()
    viewer.close_over()
    assert "Hälsa" in words_in(host.tab.files)
    store.undo()
    assert "Hälsa" not in words_in(host.tab.files)


def test_a_file_is_removed_and_comes_back(host: Host, store: Store, farah: Any) -> None:
    viewer = host.tab.open_file(keep(store, farah, "brev.txt", b"Hej"))
    viewer.remove.click()
    assert "brev.txt" not in words_in(host.tab.files)
    store.undo()
    assert "brev.txt" in words_in(host.tab.files)


# --- the lanes -------------------------------------------------------------------------------------------------------


def lanes(host: Host) -> Any:
    return host.tab.lanes.picture._lanes


def test_lanes_show_contacts_money_gaps_studies_and_every_actor(
    host: Host, store: Store, farah: Any, day: date
) -> None:
    with store.write("x") as session:
        add_income(session, farah.mentee, IncomeSource.WAGE, day - timedelta(days=200), extent=25,
                   to_date=day - timedelta(days=20))  # fmt: skip
        cash = add_income(session, farah.mentee, IncomeSource.SICKNESS_CASH, day, state=IncomeState.APPLIED,
                          state_on=day - timedelta(days=30))  # fmt: skip
        add_education_support(session, farah.enrolment, "Sfi", pace_percent=50, from_date=day - timedelta(days=9))
        add_intervention(session, farah.mentee, InterventionKind.LSS, "Kommunen", state=S.REFUSED)
    add_debt_advice(store, farah.mentee, day)
    by_name = {lane.name: lane for lane in lanes(host)}
    assert list(by_name) == ["Mentor", "Nivå", "Pengar", "Studier", "Kommunen"]
    assert [dot.held for dot in by_name["Mentor"].dots] == [True, False, False, True]
    first, second = (lane for lane in lanes(host) if lane.name == "Pengar")
    assert [bar.words for bar in first.bars] == ["Lön 25 %"]
    assert [gap.words for gap in first.gaps] == ["ingen känd försörjning"]
    assert [(bar.words, bar.pending, bar.key) for bar in second.bars] == [("Sjukpenning: sökt", True, cash)]
    kommunen = [mark for lane in lanes(host) if lane.name == "Kommunen" for mark in lane.marks()]
    assert {mark.words for mark in kommunen} == {"Budget- och skuldrådgivning: pågår", "LSS-insats: avslag"}
    assert {type(mark) for mark in kommunen} == {Bar, Sign}
    assert "ingen känd försörjning" in host.tab.lanes.picture.accessibleDescription()


def test_the_time_is_chosen_by_key_and_the_table_says_the_same(host: Host, press: Any) -> None:
    months = {key: len(host.tab.lanes.picture._scale.months()) for key in ("12",)}
    host.tab.lanes.zoom.focus()
    press(K.Key_Right)
    months["36"] = len(host.tab.lanes.picture._scale.months())
    press(K.Key_Right)
    months["3"] = len(host.tab.lanes.picture._scale.months())
    assert months == {"12": 12, "36": 36, "3": 3}
    host.tab.lanes.as_table.click()
    table: Any = host.tab.lanes.table
    assert table.isVisible()
    cells = [table.item(row, 1).text() for row in range(table.rowCount())]
    assert "Promenad, ni sågs" in cells
    assert "Kontoret, ni sågs inte" in cells


def test_enter_on_the_lanes_opens_the_contact_or_the_form(
    host: Host, store: Store, farah: Any, day: date, press: Any, qtbot: QtBot
) -> None:
    add_debt_advice(store, farah.mentee, day)
    host.tab.lanes.picture.setFocus()
    press(K.Key_Right)
    with qtbot.waitSignal(host.tab.opened):
        press(K.Key_Return)
    press(K.Key_Down, K.Key_Down, K.Key_Right, K.Key_Return)
    assert host.sheet().accessibleName() == "Budget- och skuldrådgivning · Kommunen"
    host.sheet().close_over()


def test_a_workplace_is_a_lane_of_per_cent_and_enter_asks_for_its_page(
    host: Host, store: Store, farah: Any, day: date, press: Any, qtbot: QtBot
) -> None:
    with store.write("x") as session:
        place = add_workplace(session, "Fantasihallen")
        one = add_placement(session, farah.enrolment, place, PlacementType.WORK_TRAINING, day - timedelta(days=60),
                            hours_per_week=Decimal(8))  # fmt: skip
        set_hours(session, one, day - timedelta(days=20), Decimal(20))
        add_placement(session, farah.enrolment, place, PlacementType.STUDY_VISIT, day - timedelta(days=80))
    by_name = {lane.name: lane for lane in lanes(host)}
    assert list(by_name) == ["Mentor", "Nivå", "Fantasihallen"]
    assert [(step.words, step.height) for step in by_name["Fantasihallen"].steps] == [("20 %", 0.2), ("50 %", 0.5)]
    assert [sign.words for sign in by_name["Fantasihallen"].signs] == ["Studiebesök"]
    assert "Arbetsträning, 50 %" in host.tab.lanes.picture.accessibleDescription()
    host.tab.lanes.picture.setFocus()
    press(K.Key_Down, K.Key_Down, K.Key_Right, K.Key_Right)
    with qtbot.waitSignal(host.tab.placement_wanted) as asked:
        press(K.Key_Return)
    assert asked.args == [PlacementRequest(farah.mentee, one)]


def test_the_workplace_of_a_protected_person_is_not_named_on_the_lanes(
    host: Host, store: Store, farah: Any, day: date
) -> None:
    with store.write("x") as session:
        place = add_workplace(session, "Fantasihallen")
        add_placement(session, farah.enrolment, place, PlacementType.INTERNSHIP, day, hours_per_week=Decimal(8))
        change_mentee(session, farah.mentee, protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
    assert [lane.name for lane in lanes(host)] == ["Mentor", "Nivå", "Arbetsplats"]
    assert "Fantasihallen" not in host.tab.lanes.picture.accessibleDescription()


def test_enter_on_studies_asks_for_their_form_on_their_own_tab(
    host: Host, store: Store, farah: Any, day: date, press: Any, qtbot: QtBot
) -> None:
    with store.write("x") as session:
        one = add_education_support(session, farah.enrolment, "Sfi", from_date=day - timedelta(days=9))
    host.tab.lanes.picture.setFocus()
    press(K.Key_Down, K.Key_Down, K.Key_Right)
    with qtbot.waitSignal(host.tab.opened) as asked:
        press(K.Key_Return)
    assert asked.args == [DraftRequest(farah.mentee, f"work.studies:{one}")]


def test_nothing_is_drawn_anew_when_nothing_has_changed(host: Host) -> None:
    before = host.tab.checklists[Checklist.GUIDANCE].listed.findChildren(QWidget)
    host.tab.show_person(host.person())
    assert host.tab.checklists[Checklist.GUIDANCE].listed.findChildren(QWidget) == before


def test_a_draft_of_something_that_is_gone_opens_nothing(host: Host, farah: Any) -> None:
    for form in ("around.intervention:x", "around.income_state:x", "around.item:documents/x", "around.own:documents"):
        host.tab.open_draft(form)
    assert [one for one in host.findChildren(ThingSheet) if one.isVisible()] == []


def test_every_part_has_a_name_and_tab_comes_to_all_of_it(host: Host, store: Store, farah: Any, day: date) -> None:
    add_debt_advice(store, farah.mentee, day)
    with store.write("x") as session:
        set_routine_item(session, farah.mentee, Checklist.DOCUMENTS, "cv", ItemState.DONE)
        add_income(session, farah.mentee, IncomeSource.WAGE, day)
    QApplication.processEvents()
    widget: Any = host.tab.lanes.picture
    stops: list[Any] = []
    for _ in range(200):
        stops.append(widget)
        widget.window().focusNextPrevChild(True)
        widget = QApplication.focusWidget()
        if widget is stops[0]:
            break
    assert all(stop.accessibleName() or stop.property("text") for stop in stops)
    cards = (host.tab.interventions, host.tab.money, host.tab.files)
    seen = [next((n for n, card in enumerate(cards) if card.isAncestorOf(stop)), None) for stop in stops]
    order = [n for n in seen if n is not None]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


@pytest.mark.parametrize("percent", [100, 200])
def test_the_tab_is_never_wider_than_the_window(host: Host, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    host.resize(760, 500)
    QApplication.processEvents()
    assert host.width() == 760
    assert host.tab.columns.widget().minimumSizeHint().width() <= 760


def test_gaps_are_marks_without_a_form(host: Host, store: Store, farah: Any, day: date) -> None:
    host.tab._open_mark(Gap(day, None, "x"))
    assert [one for one in host.findChildren(ThingSheet) if one.isVisible()] == []
    assert Dot(day, True).key is None


def test_the_tab_is_drawn_in_english(
    qtbot: QtBot, store: Store, theme: Theme, farah: Any, day: date, show: Callable[..., Any]
) -> None:
    add_debt_advice(store, farah.mentee, day)
    window = Host(store, Texts("en"), theme)
    qtbot.addWidget(window)
    window.show_mentee(farah.mentee)
    assert "Budget and debt advice · Kommunen" in words_in(window.tab.interventions)
