"""What the control line measured on this paper: a printer that scales it is made up for (F 19)."""

from contextlib import suppress
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.scale_marks import LINE_LENGTHS
from mentorapp.domain.scales import LINE_MM
from mentorapp.language import numbers
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from ..field import FaultLine
from ..text import Text
from .mark_field import MarkField

_DIGITS = 5
_STEP = 1


class LengthField(QWidget):
    """*Kontrollinjen mäter [97] mm.* Signals: `changed(object)` a length that can be, `edited`, `entered`."""

    changed = Signal(object)
    edited = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._value = LINE_MM
        self.field = MarkField(theme, _DIGITS)
        self.field.setAccessibleName(texts("scales.control_line"))
        self.field.setAccessibleDescription(texts("scales.control_hint"))
        self.field.setToolTip(texts("scales.control_hint"))
        self._fault = FaultLine(theme, self)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Text(theme, texts("scales.control_line"), Role.SMALL, tone="ink2"))
        line.addWidget(self.field)
        line.addWidget(Text(theme, texts("scales.unit_vas_form"), Role.SMALL, tone="ink2"))
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self._fault)
        self.setFocusProxy(self.field)
        self.set_value(LINE_MM)
        self.field.textEdited.connect(lambda _typed: self._on_typed())
        self.field.editingFinished.connect(self.check)
        self.field.entered.connect(self._on_entered)
        self.field.nudged.connect(lambda steps, leap: self._on_nudged(steps * (10 if leap else _STEP)))
        self.field.cleared.connect(lambda: self.set_value(LINE_MM))

    def value(self) -> Decimal:
        """The last length that could be read."""
        return self._value

    def set_value(self, length: Decimal) -> None:
        self._take(length)
        self.field.setText(numbers.plain(self._texts, length))

    def draft(self) -> str:
        return self.field.text()

    def set_draft(self, typed: str) -> None:
        self.field.setText(typed)
        self._on_typed()

    def check(self) -> bool:
        try:
            self._read()
        except InputError as refusal:
            self.set_fault(self._texts.error(refusal))
            return False
        return True

    def set_fault(self, sentence: str | None) -> None:
        self._fault.show_sentence(sentence)

    def fault(self) -> str:
        return self._fault.sentence()

    def _read(self) -> Decimal:
        low, high = LINE_LENGTHS
        try:
            length = Decimal(self.field.text().strip().replace(",", "."))
        except InvalidOperation:
            raise InputError("line_length_mm", "number_unreadable") from None
        if not length.is_finite() or not low <= length <= high:
            raise InputError("line_length_mm", "number_range", lowest=int(low), highest=int(high))
        if length != length.quantize(Decimal("0.1")):
            raise InputError("line_length_mm", "number_unreadable")
        return length

    def _take(self, length: Decimal) -> None:
        self.set_fault(None)
        if length != self._value:
            self._value = length
            self.changed.emit(length)

    def _on_typed(self) -> None:
        self.set_fault(None)
        with suppress(InputError):  # said when the field is left
            self._take(self._read())
        self.edited.emit()

    def _on_nudged(self, by: int) -> None:
        low, high = LINE_LENGTHS
        self.set_value(min(high, max(low, self._value + by)))
        self.field.selectAll()
        self.edited.emit()

    def _on_entered(self) -> None:
        if self.check():
            self.entered.emit()
        else:
            self.field.selectAll()
