"""Entering a filled form by keyboard and by mouse: what is typed, what is asked, and what is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import InputError
from mentorapp.domain.scale_marks import FilledHow, Mark, MarkNote, ScaleResponse
from mentorapp.domain.scales import ScaleDefinition, ScaleItem, ScaleKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.scale_files import shipped_scales
from ui.theme import Theme
from ui.widgets.scale_entry import Form, ScaleEntry

from .conftest import Wednesday

Make = Callable[..., ScaleEntry]
Press = Callable[..., int]


def scale(code: str) -> ScaleDefinition:
    return next(one for one in shipped_scales() if one.code == code)


def steps_form() -> ScaleDefinition:
    items = tuple(ScaleItem(code=f"s{n}", text_sv=f"Fråga {n}", left_sv="nej", right_sv="ja") for n in (1, 2))
    return ScaleDefinition(
        id=uuid4(), code="own", version=1, kind=ScaleKind.LIKERT, title_sv="Egen", steps=5, items=items
    )


def filled(definition: ScaleDefinition, *values: str, **more: object) -> ScaleResponse:
    marks = tuple(Mark(item=item.code, value=Decimal(v)) for item, v in zip(definition.items, values, strict=False))
    whole = ScaleResponse(
        id=uuid4(), mentee_id=uuid4(), definition_id=definition.id, code=definition.code, version=definition.version,
        event_date=date(2026, 11, 4), marks=marks,
    )  # fmt: skip
    return replace(whole, **more)  # type: ignore[arg-type]


@pytest.fixture
def make(shown: Callable[..., QWidget], theme: Theme, texts: Texts, clock: Wednesday) -> Make:
    def build(definition: ScaleDefinition, language: Texts = texts, width: int = 700, **more: object) -> ScaleEntry:
        entry = ScaleEntry(theme, language, clock, Form(definition=definition, name="Cleo", **more))  # type: ignore[arg-type]
        shown(entry, width=width).resize(width, 1000)
        entry.focus_first()
        QApplication.processEvents()
        return entry

    return build


@pytest.fixture
def press() -> Press:
    """Sends keys to whatever has the focus and counts them; letters one by one."""

    def go(*what: Qt.Key | str, shift: bool = False) -> int:
        count = 0
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for one in what:
            for key, letter in [(one, "")] if isinstance(one, Qt.Key) else [(Qt.Key.Key_unknown, c) for c in one]:
                target = QApplication.focusWidget()
                assert target is not None, "nothing has the focus"
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(target, QKeyEvent(kind, key, held, letter))
                count += 1
            QApplication.processEvents()
        return count

    return go


def held(entry: ScaleEntry) -> list[str]:
    """What is settled line by line."""
    return ["" if (value := row.state.value()) is None else f"{value}" for row in entry.lines.rows]


def mouse(widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    where = widget.mapToGlobal(at)
    QApplication.sendEvent(widget, QMouseEvent(kind, at, where, left, left, Qt.KeyboardModifier.NoModifier))
    QApplication.processEvents()


def click(entry: ScaleEntry, line: int, at: float, below: float = 0.0) -> None:
    """On the drawn line: `at` is 0 to 1 from the left, `below` how many pixels beside it."""
    drawn = entry.lines.rows[line].line
    assert drawn is not None
    span = drawn.span()
    where = QPointF(span.x(at), span.y + below)
    mouse(drawn, QEvent.Type.MouseButtonPress, where)
    mouse(drawn, QEvent.Type.MouseButtonRelease, where)


def test_ten_lines_are_typed_with_two_digits_and_enter_each(make: Make, press: Press) -> None:
    entry = make(scale("well_being"))
    ended: list[bool] = []
    entry.ended.connect(lambda: ended.append(True))
    keys = sum(press(f"{number}", Qt.Key.Key_Return) for number in range(11, 21))
    assert held(entry) == [str(number) for number in range(11, 21)]
    assert keys == 30
    assert ended == [True]


def test_centimetres_are_typed_as_the_ruler_shows_them(make: Make, press: Press) -> None:
    entry = make(scale("ors"))
    press("46", Qt.Key.Key_Return, "5,1", Qt.Key.Key_Return, "4", Qt.Key.Key_Return)
    assert entry.foot.said() == "3 av 4 linjer"
    press("55", Qt.Key.Key_Return)
    assert held(entry) == ["4.6", "5.1", "4.0", "5.5"]
    assert entry.foot.said() == "19,2 av 40"


def test_arrows_move_the_cross_by_a_millimetre_and_by_a_centimetre(make: Make, press: Press) -> None:
    entry = make(scale("well_being"))
    press("40", Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert held(entry)[0] == "41"
    press(Qt.Key.Key_Right, shift=True)
    assert held(entry)[0] == "51"
    press(Qt.Key.Key_Home)
    assert held(entry)[0] == "0"
    press(Qt.Key.Key_Left)
    assert held(entry)[0] == "0", "the end is the end"
    press(Qt.Key.Key_End)
    assert held(entry)[0] == "100"
    press(Qt.Key.Key_Delete)
    assert held(entry)[0] == ""
    press(Qt.Key.Key_Right)
    assert held(entry)[0] == "50", "a line without a mark begins in its middle"


def test_arrows_go_by_tenths_where_centimetres_are_measured(make: Make, press: Press) -> None:
    entry = make(scale("ors"))
    press("46", Qt.Key.Key_Right)
    assert entry.lines.rows[0].field.text() == "4,7"
    press(Qt.Key.Key_Left, shift=True)
    assert entry.lines.rows[0].field.text() == "3,7"


def test_up_and_down_go_between_lines(make: Make, press: Press) -> None:
    entry = make(scale("ors"))
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, "33")
    assert held(entry) == ["", "3.3", "", ""]


def test_a_click_within_twelve_pixels_sets_the_cross_and_goes_on(make: Make) -> None:
    entry = make(scale("well_being"))
    click(entry, 0, 0.25, below=11)
    assert held(entry)[0] == "25"
    assert QApplication.focusWidget() is entry.lines.rows[1].field
    click(entry, 1, 0.5, below=13)
    assert held(entry)[1] == "", "further away nothing is meant"


def test_a_drag_adjusts_and_stays_on_the_line(make: Make) -> None:
    entry = make(scale("well_being"))
    drawn = entry.lines.rows[2].line
    assert drawn is not None
    span = drawn.span()
    mouse(drawn, QEvent.Type.MouseButtonPress, QPointF(span.x(0.2), span.y))
    mouse(drawn, QEvent.Type.MouseMove, QPointF(span.x(0.6), span.y + 40))
    assert held(entry)[2] == "60"
    mouse(drawn, QEvent.Type.MouseMove, QPointF(span.x(1.4), span.y))
    mouse(drawn, QEvent.Type.MouseButtonRelease, QPointF(span.x(1.4), span.y))
    assert held(entry)[2] == "100"
    assert QApplication.focusWidget() is entry.lines.rows[2].field


def test_a_cross_outside_is_set_at_the_end_only_after_a_yes(make: Make, press: Press) -> None:
    entry = make(scale("well_being"))
    press("104", Qt.Key.Key_Return)
    row = entry.lines.rows[0]
    assert row.question.sentence() == "Krysset ligger utanför linjen. Sätt det i änden?"
    assert held(entry)[0] == "", "nothing is guessed"
    assert QApplication.focusWidget() is row.question.yes
    press(Qt.Key.Key_Return)
    assert row.state.mark() == Mark(item="readiness", value=Decimal(100), note=MarkNote.CLAMPED)
    assert QApplication.focusWidget() is entry.lines.rows[1].field
    press("-3", Qt.Key.Key_Return, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is entry.lines.rows[1].question.no
    press(Qt.Key.Key_Return)
    assert entry.lines.rows[1].state.mark() == Mark(item="self_esteem", note=MarkNote.SKIPPED)


def test_of_two_crosses_the_middle_counts_only_when_it_was_meant(make: Make, press: Press) -> None:
    entry = make(scale("well_being"))
    press("30 51", Qt.Key.Key_Return)
    row = entry.lines.rows[0]
    assert row.question.sentence() == "Två kryss. Vilket menade Cleo?"
    press(Qt.Key.Key_Return)
    assert row.state.mark() == Mark(item="readiness", value=Decimal("40.5"), note=MarkNote.MIDPOINT)
    assert row.remark.text() == "två kryss, mitten"
    press("30+51", Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert entry.lines.rows[1].state.mark() == Mark(item="self_esteem", note=MarkNote.TWO_UNCLEAR)


def test_a_second_cross_is_clicked_after_the_button(make: Make) -> None:
    entry = make(scale("well_being"))
    click(entry, 0, 0.2)
    entry.lines.rows[0].field.setFocus()
    entry.two.click()
    click(entry, 0, 0.6)
    assert entry.lines.rows[0].question.isVisible()
    entry.lines.rows[0].question.yes.click()
    assert held(entry)[0] == "40"


def test_what_is_no_number_says_so_beside_its_line_and_stays(make: Make, press: Press) -> None:
    entry = make(scale("well_being"))
    press("4x", Qt.Key.Key_Return)
    row = entry.lines.rows[0]
    assert row.fault.isVisible()
    assert row.field.text() == "4x"
    assert QApplication.focusWidget() is row.field
    assert not entry.check()
    press("42", Qt.Key.Key_Return)
    assert not row.fault.isVisible()
    assert entry.check()


def test_a_line_is_skipped_on_purpose(make: Make, press: Press) -> None:
    entry = make(scale("ors"))
    entry.skip.click()
    assert entry.lines.rows[0].state.mark() == Mark(item="line_1", note=MarkNote.SKIPPED)
    assert QApplication.focusWidget() is entry.lines.rows[1].field
    press("-", Qt.Key.Key_Return)
    assert entry.lines.rows[1].state.mark() == Mark(item="line_2", note=MarkNote.SKIPPED)
    assert entry.foot.said() == "0 av 4 linjer"


def test_on_paper_that_a_printer_scaled_both_measures_are_kept(make: Make, press: Press) -> None:
    entry = make(scale("well_being"))
    press("48,5", Qt.Key.Key_Return, "99", Qt.Key.Key_Return)
    entry.length.setFocus()
    press("97")
    row = entry.lines.rows[0]
    assert row.remark.text() == "räknas som 50 av 100"
    assert not entry.check(), "a cross at 99 of 97 mm is outside"
    assert entry.lines.rows[1].question.isVisible()
    entry.lines.rows[1].question.yes.click()
    answers = entry.answers()
    assert answers.line_length_mm == 97
    assert [mark.value for mark in answers.marks] == [Decimal("48.5"), Decimal(97)]


@pytest.mark.parametrize("typed", ["", "x", "20", "97,55", "NaN"])
def test_a_control_line_that_cannot_be_says_so(make: Make, press: Press, typed: str) -> None:
    entry = make(scale("well_being"))
    entry.length.setFocus()
    press(Qt.Key.Key_Backspace, *([typed] if typed else []), Qt.Key.Key_Return)
    assert entry.length.fault()
    assert QApplication.focusWidget() is entry.length.field
    assert not entry.check()
    press("95", Qt.Key.Key_Return)
    assert entry.length.value() == 95
    assert QApplication.focusWidget() is entry.lines.rows[0].field


def test_the_control_line_goes_by_arrows(make: Make, press: Press) -> None:
    entry = make(scale("well_being"))
    entry.length.setFocus()
    press(Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert entry.length.value() == 98
    press(Qt.Key.Key_Delete)
    assert entry.length.value() == 100


def test_a_talk_is_an_answer_without_any_cross(make: Make, press: Press) -> None:
    entry = make(scale("workplace_mentee"))
    entry.oral.click()
    assert QApplication.focusWidget() is entry.note.box
    assert not entry.lines.rows[0].isVisible()
    press("Det funkar")
    answers = entry.answers()
    assert (answers.filled_how, answers.oral_note, answers.marks) == (FilledHow.ORAL, "Det funkar", ())


def test_crosses_that_were_set_before_a_talk_are_not_lost(make: Make, press: Press) -> None:
    entry = make(scale("workplace_mentee"))
    press("42", Qt.Key.Key_Return)
    entry.oral.click()
    assert entry.lines.rows[0].isVisible()
    assert len(entry.answers().marks) == 1


def test_steps_are_chosen_by_digit_and_by_click(make: Make, press: Press) -> None:
    entry = make(steps_form())
    press("4", Qt.Key.Key_Return)
    click(entry, 1, 0.25)
    assert held(entry) == ["4", "2"]
    entry.lines.rows[0].field.setFocus()
    press("9", Qt.Key.Key_Return)
    assert entry.lines.rows[0].fault.sentence() == "Värdet kan vara 1 till 5."


def test_totals_are_typed_with_their_parts(make: Make, press: Press) -> None:
    entry = make(scale("kasam_13"))
    assert entry.lines.rows[0].line is None
    press("60", Qt.Key.Key_Return, "20", Qt.Key.Key_Return)
    assert entry.foot.said() == "2 av 4 tal"
    press("99", Qt.Key.Key_Return)
    assert entry.lines.rows[2].fault.sentence() == "Värdet kan vara 0 till 91."


def test_the_time_before_is_a_small_mark_with_its_day(make: Make) -> None:
    definition = scale("ors")
    entry = make(definition, before=filled(definition, "4.2", "6.4", "7.1", "8.3"))
    first = entry.lines.rows[0]
    assert first.state.before() == Decimal("4.2")
    assert "Förra gången: 4,2 cm." in first.field.accessibleDescription()


def test_the_time_before_lies_where_it_would_on_this_paper(make: Make) -> None:
    definition = scale("well_being")
    before = filled(definition, "48.5", line_length_mm=Decimal(97))
    entry = make(definition, before=before)
    assert entry.lines.rows[0].state.before() == 50


def test_every_line_is_one_tab_stop_that_says_its_question_and_its_ends(make: Make, press: Press) -> None:
    entry = make(scale("well_being"))
    first = entry.lines.rows[0].field
    assert first.accessibleName() == (
        "Jag känner mig redo för arbete eller studier. Till vänster: stämmer inte. Till höger: stämmer helt."
    )
    assert first.accessibleDescription() == "Rad 1 av 10."
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is entry.lines.rows[2].field


def test_what_the_youth_duty_hides_is_not_asked(make: Make) -> None:
    entry = make(scale("well_being"), hidden=frozenset({InfoClass.HEALTH}))
    asked = {row.state.item.code for row in entry.lines.rows}
    assert "mental" not in asked
    assert "readiness" in asked
    assert entry.foot.said() == f"0 av {len(asked)} linjer"


def test_all_of_it_goes_through_a_draft(make: Make, press: Press, qtbot: QtBot) -> None:
    entry = make(scale("well_being"))
    press("30 51", Qt.Key.Key_Return, Qt.Key.Key_Return, "120", Qt.Key.Key_Tab, "4x")
    entry.head.choose(FilledHow.INTERPRETER)
    entry.length.field.setFocus()
    press("98")
    entry.say_more.click()
    press("Trött i dag")
    kept = entry.draft()
    again = make(scale("well_being"))
    again.set_draft(kept)
    assert again.draft() == kept
    assert again.lines.rows[0].state.note is MarkNote.MIDPOINT
    assert not again.check(), "what was still asked is asked again"
    assert again.lines.rows[1].question.isVisible()
    assert again.comment.isVisible()


def test_a_filled_form_is_shown_to_be_put_right(make: Make) -> None:
    definition = scale("well_being")
    response = filled(definition, "10", "20.5", line_length_mm=Decimal(98), comment="x", filled_how=FilledHow.WITH_HELP)
    entry = make(definition, response=response)
    assert entry.head.day.day() == date(2026, 11, 4)
    answers = entry.answers()
    assert (answers.marks, answers.line_length_mm, answers.comment, answers.filled_how) == (
        response.marks, Decimal(98), "x", FilledHow.WITH_HELP,
    )  # fmt: skip


@pytest.mark.parametrize("field", ["event_date", "line_length_mm", "oral_note", "marks"])
def test_a_refusal_of_the_store_stands_beside_what_it_is_about(make: Make, field: str) -> None:
    entry = make(scale("well_being"))
    if field == "oral_note":
        entry.oral.click()
    entry.show_refusal(InputError(field, "scale_without_marks"))
    places = {
        "event_date": entry.head.day.fault(),
        "line_length_mm": entry.length.fault(),
        "oral_note": entry.note.fault(),
        "marks": entry.fault.sentence(),
    }
    assert [name for name, said in places.items() if said] == [field]


def test_a_day_that_has_not_come_says_so(make: Make, press: Press) -> None:
    entry = make(scale("ors"))
    entry.head.day.line.setFocus()
    press(Qt.Key.Key_Backspace)
    entry.head.day.line.setText("i morgon")
    assert not entry.check()
    assert entry.head.day.fault()


def test_the_active_line_is_brought_in_sight(
    shown: Callable[..., QWidget], theme: Theme, texts: Texts, clock: Wednesday, press: Press
) -> None:
    entry = ScaleEntry(theme, texts, clock, Form(definition=scale("well_being"), name="Cleo"))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(entry)
    shown(area).resize(700, 400)
    QApplication.processEvents()
    entry.focus_first()
    press(*([Qt.Key.Key_Return] * 9))
    field = entry.lines.rows[9].field
    assert QApplication.focusWidget() is field
    assert area.viewport().rect().contains(field.mapTo(area.viewport(), QPoint(0, field.height() - 1)))


def test_it_speaks_english(make: Make, press: Press) -> None:
    entry = make(scale("ors"), language=Texts("en"))
    press("46", Qt.Key.Key_Return)
    assert entry.lines.rows[0].field.text() == "4.6"
    assert entry.head.title.text() == "ORS · your own form"
    assert entry.foot.said() == "1 of 4 lines"


def test_words_go_below_the_line_where_there_is_no_room_beside_it(make: Make, theme: Theme) -> None:
    wide = make(scale("well_being")).lines.rows[0].line
    assert wide is not None
    assert wide.words_at_sides()
    theme.set_text_percent(200)
    narrow = make(scale("well_being"), width=560).lines.rows[0].line
    assert narrow is not None
    assert not narrow.words_at_sides()
    assert narrow.height() > theme.px(34)


def test_a_draft_of_another_version_of_the_program_leaves_the_form_as_it_is(make: Make) -> None:
    entry = make(scale("ors"))
    with pytest.raises(ValueError, match="nothing"):
        entry.set_draft(entry.draft() | {"how": "nothing"})
