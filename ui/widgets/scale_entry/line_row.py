"""A line of a form: what is asked, the drawn line, and the field with what was measured."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.scale_marks import MarkNote
from mentorapp.domain.scales import ScaleItem, ScaleKind
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from ..announce import announce
from ..card import SIDE
from ..field import FaultLine
from ..painted import Painted, smooth
from ..text import Text
from .line_state import LineState
from .mark_field import MarkField
from .question import LineQuestion
from .scale_line import ScaleLine
from .values import Form

_AIR, _AIR_ALONE, _GAP, _DIGITS = 8, 14, 12, 5


class LineRow(Painted):
    """`went_on`: the line is done; `stepped(int)`: up or down; `came`: it is the active one; `edited`: it changed."""

    went_on = Signal()
    stepped = Signal(int)
    came = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, texts: Texts, form: Form, item: ScaleItem, place: str) -> None:
        super().__init__(theme)
        self.texts = texts
        self.state = LineState(texts, form, item)
        self._active = False
        self._waits_for_second = False
        self.label = Text(theme, numbered(texts, form, item), bold=True, wrap=bool(item.text(texts.language)))
        self.field = MarkField(theme, _DIGITS)
        self.remark = Text(theme, "", Role.CAPTION, tone="ink2", parent=self)
        self.remark.hide()
        self.line = self._make_line()
        self.fault = FaultLine(theme, self)
        self.question = LineQuestion(theme, texts, form.name, self)
        self._name_parts(place)
        self._lay_out()
        self._connect()

    def _make_line(self) -> ScaleLine | None:
        """Totals have none."""
        definition = self.state.form.definition
        if definition.kind is ScaleKind.EXTERNAL_TOTAL:
            return None
        stops = definition.steps or 0 if definition.kind is ScaleKind.LIKERT else 0
        line = ScaleLine(self.theme, self.state.measure(), self.state.item.ends(self.texts.language), stops)
        line.set_before(self.state.before())
        return line

    def _name_parts(self, place: str) -> None:
        """All that a reader needs at the one stop of the line."""
        left, right = self.state.item.ends(self.texts.language)
        ends = self.texts("scales.line_ends", left=left, right=right) if left else ""
        words = item_words(self.texts, self.state.item)
        self.field.setAccessibleName(" ".join(part for part in (words, ends) if part))
        before = self.state.before()
        told = self.texts("scales.line_before", value=self.state.in_words(before)) if before is not None else ""
        self.field.setAccessibleDescription(" ".join(part for part in (place, told) if part))
        if self.line is not None:
            self.line.setAccessibleName(words)

    def _lay_out(self) -> None:
        asked = bool(self.state.item.text(self.texts.language))
        air = _AIR if asked else _AIR_ALONE
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE + 2, air, SIDE + 2, air)
        whole.setSpacing(2)
        across = QHBoxLayout()
        across.setSpacing(_GAP)
        if asked:
            whole.addWidget(self.label)
        else:
            across.addWidget(self.label, 0 if self.line else 1, Qt.AlignmentFlag.AlignVCenter)
        if self.line is not None:
            across.addWidget(self.line, 1)
        measure = QHBoxLayout()
        measure.setSpacing(_GAP)
        measure.addWidget(self.field)
        measure.addWidget(Text(self.theme, self.state.unit, tone="ink2"))
        across.addLayout(measure)
        across.setAlignment(measure, Qt.AlignmentFlag.AlignTop)  # beside the line, whatever stands below it
        whole.addLayout(across)
        for part in (self.remark, self.fault, self.question):
            whole.addWidget(part)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_typed)
        self.field.entered.connect(self._on_entered)
        self.field.editingFinished.connect(self.check)
        self.field.nudged.connect(self._on_nudged)
        self.field.jumped.connect(self._on_jumped)
        self.field.cleared.connect(lambda: self.put("", told=True))
        self.field.stepped.connect(self.stepped)
        self.field.came.connect(self.came)
        self.question.answered.connect(self._on_answer)
        if self.line is not None:
            self.line.touched.connect(self._on_touched)
            self.line.dragged.connect(self.set_value)
            self.line.picked.connect(self._on_picked)

    def put(self, typed: str, note: MarkNote = MarkNote.NONE, *, told: bool = False) -> None:
        """What stands in the field from now on; `told` when it was the user's doing."""
        self.state.put(typed, note)
        self._show()
        if told:
            self.edited.emit()

    def set_value(self, value: Decimal) -> None:
        """By mouse or arrow."""
        self.put(self.state.shown(value), told=True)
        announce(self.field, self.state.in_words(value))

    def skip(self) -> None:
        """A line left blank on purpose."""
        self.put("", MarkNote.SKIPPED, told=True)
        announce(self.field, self.state.note_words())

    def begin_second(self) -> None:
        """A second cross is typed after the first, or clicked."""
        self.put(f"{self.state.typed.strip()} ")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.deselect()
        self.field.end(False)

    def set_length(self, line_length_mm: Decimal) -> None:
        self.state.set_length(line_length_mm)
        if self.line is not None:
            self.line.set_measure(self.state.measure())
            self.line.set_before(self.state.before())
        self._show()

    def check(self) -> bool:
        """Whether it can be stored as it stands; says below the line what cannot, or asks."""
        try:
            read = self.state.read_now()
        except InputError as refusal:
            self.show_fault(self.texts.error(refusal))
            return False
        if read.question is not None and self.question.asked is not read.question:
            self.question.ask(read.question)
        if read.question is None and read.value is not None:
            self._write_out(read.value)
        return read.question is None

    def _write_out(self, value: Decimal) -> None:
        """46 becomes 4,6 once the line is left."""
        shown = self.state.shown(value)
        if shown != self.state.typed:
            self.put(shown, self.state.note)

    def show_fault(self, sentence: str | None) -> None:
        if sentence and sentence != self.fault.sentence():
            announce(self.field, sentence)
        self.fault.show_sentence(sentence)

    def go_to(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """To the question where one is asked, else to the field."""
        self.stop().setFocus(reason)

    def stop(self) -> QWidget:
        return self.field if self.question.asked is None else self.question.yes

    def set_active(self, active: bool) -> None:
        self._active = active
        if self.line is not None:
            self.line.set_active(active)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._active:
            smooth(self).fillRect(self.rect(), self.theme.colour("soft"))

    def _show(self) -> None:
        """The drawn line follows what stands in the field."""
        self.show_fault(None)
        self.question.withdraw()
        if self.field.text() != self.state.typed:
            self.field.setText(self.state.typed)
        if self.line is not None:
            value, second = self.state.drawn()
            self.line.set_value(value, second, self.state.note_words())
        self.remark.setText(self.state.remark())
        self.remark.setVisible(bool(self.state.remark()))

    def _on_typed(self, typed: str) -> None:
        self.put(typed, told=True)

    def _on_entered(self) -> None:
        if self.check():
            self.went_on.emit()
        elif self.question.asked is not None:
            self.go_to()
        else:
            self.field.selectAll()

    def _on_nudged(self, steps: int, leap: bool) -> None:
        self.set_value(self.state.measure().moved(self.state.value(), steps, leap))
        self.field.selectAll()

    def _on_jumped(self, to_the_right: bool) -> None:
        measure = self.state.measure()
        self.set_value(measure.high if to_the_right else measure.low)
        self.field.selectAll()

    def _on_touched(self) -> None:
        self._waits_for_second = self.state.typed.endswith(" ") and self.state.value() is not None
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_picked(self, value: Decimal) -> None:
        """A second cross, where one was announced, is asked about; else the line is done."""
        if self._waits_for_second:
            self.put(f"{self.state.typed}{self.state.shown(value)}", told=True)
            self._on_entered()
        else:
            self.set_value(value)
            self.went_on.emit()

    def _on_answer(self, yes: bool) -> None:
        self.state.answer(yes)
        self._show()
        self.edited.emit()
        self.went_on.emit()


def item_words(texts: Texts, item: ScaleItem) -> str:
    """What is asked; what belongs to others has a number only."""
    return item.text(texts.language) or texts(f"codes.scale_item_{item.code}")


def numbered(texts: Texts, form: Form, item: ScaleItem) -> str:
    """With the number that stands on the paper, where the paper is ours."""
    text, number = item.text(texts.language), form.definition.items.index(item) + 1
    return texts("scales.numbered", number=number, text=text) if text else item_words(texts, item)
