"""The wizard from the booking to the pack: steps both ways, everything kept, and the papers as they will be."""

from datetime import date, timedelta
from functools import partial
from io import BytesIO

import pikepdf
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.plans import Who
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import add_commitment, change_commitment, list_nobodys
from mentorapp.store.consents import withdraw_consent
from mentorapp.store.meeting_papers import get_choices, list_wordings
from mentorapp.store.meetings import remove_meeting
from ui.screens.meeting_wizard.held_list import held_from
from ui.widgets.consent_light import Light
from ui.widgets.oral_sheet import OralSheet
from ui.widgets.tick_box import TickBox

from .conftest import Look

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def text_of(pdf: bytes) -> str:
    """As the program's own reader has it, on one line."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return " ".join(" ".join(document.getAllText(at).text() for at in range(document.pageCount())).split())


def test_enter_leads_from_the_booking_to_the_papers(look: Look) -> None:
    look.open()
    for step in (1, 2, 3):
        assert look.wizard.step == step
        look.press(Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is look.wizard._open.steps[3].wants.box  # type: ignore[union-attr]
    look.press(Key.Key_Return, CTRL)
    look.settle()
    assert look.wizard.step == 5
    look.bot.waitUntil(look.wizard.foot.print.hasFocus)


def test_steps_can_be_gone_to_both_ways_and_say_what_is_done(look: Look) -> None:
    look.open(4)
    bar = look.wizard.bar
    assert [one.accessibleName() for one in bar.buttons][2:] == [
        "Steg 3 av 5, gjort: Visa", "Steg 4 av 5, här är du: Dagordning", "Steg 5 av 5: Granska och skriv ut",
    ]  # fmt: skip
    bar.buttons[1].click()
    assert look.wizard.step == 2
    assert "gjort" in bar.buttons[3].accessibleName()
    bar.buttons[1].setFocus()
    look.press(Key.Key_Right)
    assert bar.buttons[2].hasFocus()
    look.press(Key.Key_Home)
    look.wizard.foot.back.click()
    assert look.wizard.step == 1


def test_what_is_typed_is_kept_when_the_step_is_left(look: Look, day: date) -> None:
    look.open()
    step = look.wizard._open.steps[0]  # type: ignore[union-attr]
    step.purpose.line.setFocus()
    QTest.keyClicks(step.purpose.line, "Kan det bli 75 procent?")
    look.wizard.go(2)
    assert look.meeting().purpose == "Kan det bli 75 procent?"
    look.wizard.go(1)
    step.when.line.setFocus()
    step.when.line.selectAll()
    QTest.keyClicks(step.when.line, "2026-11-27 13.00")
    step.place.line.setFocus()
    assert (look.meeting().event_date, str(look.meeting().start_time)) == (day + timedelta(days=2), "13:00:00")
    assert look.wizard._line.text().startswith("fre 27 nov 13.00")


def test_the_network_suggests_whom_to_invite_and_anybody_can_be_named(look: Look) -> None:
    look.open()
    step = look.wizard._open.steps[0]  # type: ignore[union-attr]
    offered = [step._offered.itemAt(at).widget() for at in range(step._offered.count())]
    assert [one.text() for one in offered] == ["Britt Provare"]
    offered[0].click()
    QTest.keyClicks(step.new.line, "Olle")
    look.press(Key.Key_Return) if step.new.line.hasFocus() else QTest.keyClick(step.new.line, Key.Key_Return)
    names = [one.name for one in look.meeting().outside]
    assert names == ["Fredrika Påhittsson", "Sture Fantasi", "Britt Provare", "Olle"]
    olle = look.meeting().outside[-1]
    step._uninvite(olle.id)
    assert len(look.meeting().outside) == 3


def test_a_piece_gets_other_words_for_the_papers(look: Look) -> None:
    look.open(2)
    step = look.wizard._open.steps[1]  # type: ignore[union-attr]
    if not step.pieces:
        return  # Nothing is gathered yet: no sheet with pieces is there.
    item, piece = next((key, one) for key, one in step.pieces.items() if key.startswith("step:"))
    piece.act.click()
    assert piece.field.box.hasFocus()
    QTest.keyClicks(piece.field.box, "Tar bussen sj")
    look.wizard.go(3)
    with look.store.read() as session:
        assert list_wordings(session, look.case.meeting)[item] == "Tar bussen sj"


def test_the_grid_ticks_what_is_agreed_and_says_why_the_rest_is_closed(look: Look) -> None:
    look.open(3)
    step = look.wizard._open.steps[2]  # type: ignore[union-attr]
    view = look.wizard._view
    assert view is not None
    names = [one.key.partition(":")[0] for one in view.parties]
    assert names == ["contact", "contact", "mentee"]
    rows = view.case.rows
    agenda = next(at for at, row in enumerate(rows) if row.kind == "agenda" and row.info_class is C.PLAN)
    box = step.grid.cells[agenda][0]
    assert isinstance(box, TickBox)
    assert box.isChecked()
    closed = step.grid.cells[agenda][1]
    assert not isinstance(closed, TickBox)
    assert closed.toolTip() == "Ingår inte i samtycket"
    box.click()
    with look.store.read() as session:
        kept = get_choices(session, look.case.meeting, view.parties[0].key)
    assert kept is not None
    assert kept.left_out == set(rows[agenda].items)
    assert not step.grid.cells[agenda][0].isChecked()


def test_arrows_walk_the_grid_and_the_foot_says_the_cell(look: Look) -> None:
    look.open(3)
    grid = look.wizard._open.steps[2].grid  # type: ignore[union-attr]
    grid.focus()
    first = QApplication.focusWidget()
    look.press(Key.Key_Down)
    assert QApplication.focusWidget() is not first
    look.press(Key.Key_Right)
    look.press(Key.Key_Right)
    assert look.wizard.foot.words.text().startswith(QApplication.focusWidget().accessibleName())  # type: ignore[union-attr]
    assert "Birk" in QApplication.focusWidget().accessibleName()  # type: ignore[union-attr]


def test_what_is_not_to_be_raised_is_for_the_mentor_only(look: Look) -> None:
    look.open(4)
    step = look.wizard._open.steps[3]  # type: ignore[union-attr]
    QTest.keyClicks(step.wants.box, "Rasten")
    step.wants_not.box.setFocus()
    QTest.keyClicks(step.wants_not.box, "Hemligheten")
    look.wizard.go(5)
    look.settle()
    assert (look.meeting().wants_raised, look.meeting().wants_not_raised) == ("Rasten", "Hemligheten")
    assert look.wizard.papers.pack is not None
    for paper in look.wizard.papers.pack.papers:
        assert "Hemligheten" not in words_of(paper.pdf)


def test_an_item_moves_by_alt_and_arrow_and_keeps_the_hand(look: Look) -> None:
    look.open(4)
    step = look.wizard._open.steps[3]  # type: ignore[union-attr]
    before = [one.id for one in look.meeting().agenda]
    step.rows[before[1]].title.setFocus()
    look.press(Key.Key_Up, ALT)
    assert [one.id for one in look.meeting().agenda][:2] == [before[1], before[0]]
    assert step.rows[before[1]].title.hasFocus()
    look.press(Key.Key_Up, ALT)
    assert look.meeting().agenda[0].id == before[1]
    look.press(Key.Key_Down, ALT)
    assert [one.id for one in look.meeting().agenda] == before


def test_an_item_is_added_owned_timed_and_taken_away(look: Look) -> None:
    look.open(4)
    step = look.wizard._open.steps[3]  # type: ignore[union-attr]
    step.new.line.setFocus()
    QTest.keyClicks(step.new.line, "Buss")
    look.press(Key.Key_Return)
    added = look.meeting().agenda[-1]
    assert added.title == "Buss"
    row = step.rows[added.id]
    row.owner.setFocus()
    QTest.keyClicks(row.owner, "Birk")
    row.minutes.setFocus()
    QTest.keyClicks(row.minutes, "7 min")
    step.wants.box.setFocus()
    added = look.meeting().agenda[-1]
    assert (added.owner, added.minutes) == ("Birk", 7)
    step.rows[added.id].remove.click()
    assert added.id not in [one.id for one in look.meeting().agenda]


def words_of(pdf: bytes) -> str:
    import subprocess

    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_the_papers_stand_side_by_side_and_the_arrows_change_whose(look: Look) -> None:
    look.open(5)
    first, second = look.wizard.review.previews
    pack = look.wizard.papers.pack
    assert pack is not None
    keys = [part.key for part in pack.parts]
    assert (first.key, second.key) == (keys[0], keys[1])
    first.first_focus().setFocus()
    look.press(Key.Key_Right)
    assert look.wizard.review.previews[0].key == keys[2]
    look.press(Key.Key_Space)
    assert [one.isVisible() for one in look.wizard.review.previews] == [True, False]
    assert not look.wizard.review.held.isVisible()
    look.press(Key.Key_Space)
    assert [one.isVisible() for one in look.wizard.review.previews] == [True, True]


def test_what_is_held_back_is_said_with_its_reason(look: Look, texts: Texts) -> None:
    look.open(5)
    view = look.wizard._view
    assert view is not None
    sture = view.parties[1]
    said = {(one.info_class, one.why, one.light) for one in held_from(texts, view, sture)}
    assert {
        (C.PLAN, "Ingår inte i samtycket", Light.NOT_ASKED),
        (C.INCOME, "Visas aldrig för en arbetsgivare", Light.NEVER),
        (C.PRIVATE, "Skrivs aldrig ut", Light.NEVER),
    } <= said


def test_a_withdrawn_consent_makes_the_papers_anew_and_says_so(look: Look) -> None:
    look.open(5)
    before = look.wizard.papers.pack
    with look.store.write("consent_withdrawn") as session:
        withdraw_consent(session, look.case.health)
    look.bot.waitUntil(lambda: look.wizard.papers.pack is not before, timeout=20_000)
    look.settle()
    again = look.wizard.review.again
    assert again.isVisible()
    assert again.sentence() == "Birk tog tillbaka ett samtycke 12.00. Papperen är gjorda på nytt."


def test_the_pack_is_one_job_in_order_and_every_paper_is_logged(look: Look, day: date) -> None:
    look.open(5)
    pack = look.wizard.papers.pack
    assert pack is not None
    look.bot.waitUntil(look.wizard.foot.print.hasFocus)
    look.press(Key.Key_Return)
    look.bot.waitUntil(lambda: look.prints() != (), timeout=20_000)
    (job,) = look.desk.sent
    with pikepdf.open(BytesIO(job)) as opened:
        assert len(opened.pages) == pack.pages
    logged = sorted(look.prints(), key=lambda one: one.number)
    assert [one.number for one in logged] == [one.number for one in pack.papers]
    assert [one.sha256 for one in logged] == [one.sha256 for one in pack.papers]
    assert {one.meeting_id for one in logged} == {look.case.meeting}
    assert {one.needed_on for one in logged} == {day + timedelta(days=1)}
    assert {one.delivered_how for one in logged} == {DeliveredHow.PRINTER}
    assert look.wizard.foot.words.text() == f"{pack.pages} blad är skickade till skrivaren."
    look.wizard.foot.act.click()
    look.bot.waitUntil(lambda: look.desk.cancelled == ["skrivare-7"], timeout=5_000)


def test_printed_again_it_is_the_same_papers(look: Look) -> None:
    look.open(5)
    for times in (1, 2):
        look.wizard.papers.print()
        look.bot.waitUntil(partial(sent, look, times), timeout=20_000)
        look.settle()
    assert look.desk.sent[0] == look.desk.sent[1]
    pack = look.wizard.papers.pack
    assert pack is not None
    assert len(look.prints()) == len(pack.papers)


def sent(look: Look, times: int) -> bool:
    return len(look.desk.sent) == times


def test_a_silent_printer_leaves_the_papers_and_nothing_in_the_log(look: Look) -> None:
    look.open(5)
    look.desk.silent = True
    look.wizard.papers.print()
    look.bot.waitUntil(look.wizard.strip.isVisible, timeout=20_000)
    assert look.prints() == ()
    look.desk.silent = False
    look.wizard.strip.button.click()
    look.bot.waitUntil(lambda: look.prints() != (), timeout=20_000)


def test_a_dialog_that_is_left_prints_nothing(look: Look) -> None:
    look.open(5)
    look.desk.printer = None
    look.wizard.papers.print()
    assert (look.desk.sent, look.prints()) == ([], ())


def test_saving_asks_the_passphrase_and_names_nobody(look: Look) -> None:
    look.open(5)
    look.wizard.foot.save.click()
    assert look.wizard.saving.isVisible()
    look.wizard.saving.allowed.emit()
    look.bot.waitUntil(lambda: look.prints() != (), timeout=20_000)
    assert look.desk.target is not None
    assert look.desk.target.read_bytes().startswith(b"%PDF")
    assert look.desk.proposed == "LM207_motespapper_2026-11-26.pdf"
    look.settle()
    assert {one.delivered_how for one in look.prints()} == {DeliveredHow.FILE}
    look.wizard.foot.save.click()
    look.wizard.saving.left.emit()
    assert not look.wizard.saving.isVisible()


def test_a_promise_of_nobodys_stops_the_printing_with_a_way_to_it(look: Look) -> None:
    with look.store.write("commitment_added") as session:
        add_commitment(session, look.case.enrolment, "Ringa bussen", who=None)
    look.open(5)
    assert not look.wizard.foot.print.isEnabled()
    assert look.wizard.foot.words.text() == "Vem gör det här? Ringa bussen"
    look.wizard.foot.act.click()
    assert look.left == ["plan"]
    with look.store.write("commitment_changed") as session:
        (one,) = list_nobodys(session, look.case.mentee)
        change_commitment(session, one.id, who=Who.MENTEE)
    look.settle()
    look.bot.waitUntil(look.wizard.foot.print.isEnabled, timeout=20_000)


def test_old_papers_that_no_longer_hold_stand_at_the_foot(look: Look) -> None:
    look.open(5)
    look.wizard.papers.print()
    look.bot.waitUntil(lambda: look.prints() != (), timeout=20_000)
    with look.store.write("consent_withdrawn") as session:
        for one in look.wizard._view.case.consents:  # type: ignore[union-attr]
            withdraw_consent(session, one.id)
    look.bot.waitUntil(lambda: "gäller inte längre" in look.wizard.foot.words.text(), timeout=20_000)


def test_making_can_be_stopped_and_begun_again(look: Look) -> None:
    look.open(4)
    papers = look.wizard.papers
    papers.out.part_made.connect(lambda *_: papers.out.stop(), Qt.ConnectionType.DirectConnection)
    look.wizard.go(5)
    look.bot.waitUntil(lambda: look.wizard.foot.words.text() == "Papperen är inte gjorda.", timeout=20_000)
    papers.out.part_made.disconnect()
    papers.out.part_made.connect(papers._on_part)
    look.wizard.foot.act.click()
    look.settle()
    assert look.wizard.foot.print.isEnabled()


def test_a_meeting_that_is_taken_away_leads_back(look: Look) -> None:
    look.open(2)
    with look.store.write("meeting_changed") as session:
        remove_meeting(session, look.case.meeting)
    assert look.left == ["back"]


def test_a_small_window_shows_one_paper_at_a_time(look: Look) -> None:
    look.open(5)
    look.wizard.window().resize(911, 512)
    QApplication.processEvents()
    assert [one.isVisible() for one in look.wizard.review.previews] == [True, False]
    assert look.wizard.review.held.isVisible()


def test_where_one_was_is_remembered(look: Look) -> None:
    look.open(3)
    look.open()
    assert look.wizard.step == 3


def test_every_stop_has_a_name(look: Look) -> None:
    for step in range(1, 6):
        look.open(step)
        bare = [
            widget for widget in look.wizard.findChildren(type(look.wizard.foot.print))
            if widget.isVisible() and not widget.accessibleName()
        ]  # fmt: skip
        assert bare == []


def test_a_proposal_is_written_for_its_class_and_stands_on_the_paper_of_who_may_see_it(look: Look) -> None:
    look.open(2)
    card = look.wizard._open.steps[1].proposals  # type: ignore[union-attr]
    assert [one for one, field in card.fields.items() if not field.isHidden()] == [C.PLAN]
    card.fields[C.PLAN].box.setFocus()
    QTest.keyClicks(card.fields[C.PLAN].box, "Fler timmar i vinter")
    card.chips[C.INCOME].click()
    assert card.fields[C.INCOME].box.hasFocus()
    QTest.keyClicks(card.fields[C.INCOME].box, "Bidrag till arbetsgivaren")
    look.wizard.go(5)
    with look.store.read() as session:
        words = list_wordings(session, look.case.meeting)
    assert words == {"proposal:PLAN": "Fler timmar i vinter", "proposal:INCOME": "Bidrag till arbetsgivaren"}
    look.settle()
    pack = look.wizard.papers.pack
    assert pack is not None
    said = {part.key.partition(":")[0]: "" for part in pack.parts}
    for part in pack.parts:
        said[part.key.partition(":")[0]] += " ".join(text_of(made.pdf) for made in part.papers)
    assert "Fler timmar i vinter" in said["contact"]
    look.wizard.go(2)
    again = look.wizard._open.steps[1].proposals  # type: ignore[union-attr]
    assert again.fields[C.INCOME].text() == "Bidrag till arbetsgivaren"
    assert again.chips[C.INCOME].isHidden()
    look.store.undo()
    assert again.fields[C.INCOME].text() == ""


def test_an_own_item_can_be_about_health_and_then_work_does_not_see_it(look: Look) -> None:
    look.open(4)
    step = look.wizard._open.steps[3]  # type: ignore[union-attr]
    step.new.line.setFocus()
    QTest.keyClicks(step.new.line, "Sova")
    QTest.keyClick(step.new.line, Key.Key_Return)
    item = look.meeting().agenda[-1]
    assert (item.title, item.info_class, item.workplace_relevant) == ("Sova", C.PLAN, True)
    row = step.rows[item.id]
    assert step.rows[look.meeting().agenda[0].id].about is None, "the usual items have their class"
    row.about.setFocus()
    menu = row.classes(look.wizard._texts)
    assert [act.text() for act in menu.actions() if act.isChecked()] == ["Plan"]
    next(act for act in menu.actions() if act.text() == "Hälsa").trigger()
    changed = look.meeting().agenda[-1]
    assert (changed.info_class, changed.workplace_relevant) == (C.HEALTH, False)
    assert "Hälsa" in step.rows[item.id].about.accessibleName()
    assert step.rows[item.id].about.hasFocus()
    step.rows[item.id].class_chosen.emit(C.WORK)
    assert look.meeting().agenda[-1].workplace_relevant
    look.store.undo()
    assert look.meeting().agenda[-1].info_class is C.HEALTH


def test_with_large_text_a_paper_is_as_high_as_one_can_read_in_and_the_rest_is_below(look: Look) -> None:
    look.open(5)
    look.settle()
    review = look.wizard.review
    assert review._area.verticalScrollBar().maximum() == 0
    review.theme.set_text_percent(200)
    look.wizard.window().resize(1300, 700)
    look.bot.waitUntil(lambda: review._area.verticalScrollBar().maximum() > 0)
    (preview,) = [one for one in review.previews if one.isVisible()]
    assert preview.height() > review.height() * 0.8
    assert review.held.y() > preview.height()


def test_somebody_not_asked_about_can_be_asked_about_while_preparing(look: Look) -> None:
    look.open(1)
    step = look.wizard._open.steps[0]  # type: ignore[union-attr]
    step.new.line.setText("Alice Provledare")
    step.new.line.returnPressed.emit()
    alice = look.meeting().outside[-1]
    ask = look.wizard.findChild(QAbstractButton, f"ask {alice.id}")
    assert ask is not None
    ask.click()
    (sheet,) = [one for one in look.wizard.window().findChildren(OralSheet) if one.isVisible()]
    sheet.name.set_text("Alice Provledare, Fantasihallen")
    sheet.close_over()
    look.wizard.open_draft(f"wizard.oral:{look.case.meeting.hex}.{alice.id.hex}")
    (sheet,) = [one for one in look.wizard.window().findChildren(OralSheet) if one.isVisible()]
    assert sheet.name.text() == "Alice Provledare, Fantasihallen"
    assert sheet.kind is not None
    sheet.kind.choose(OrganisationKind.EMPLOYER.value)
    sheet.scope.choose({C.WORK})
    sheet.keep()
    assert look.meeting().outside[-1].contact_id is not None
    assert [one.invitee.id for one in look.wizard._shown().parties if one.is_red] == []
