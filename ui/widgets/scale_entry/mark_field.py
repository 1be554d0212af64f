"""The field of one line: digits are typed, arrows move the cross, Enter goes on. The Tab stop of its line."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Role, Theme

from ..line import Line

_LONGEST = 13  # two crosses with decimals
_AIR, _SIDE = 15, 12


class MarkField(Line):
    """`nudged(steps, leap)` by arrows, `jumped(bool)` to the right end or the left, `stepped(int)` to another line."""

    entered = Signal()
    nudged = Signal(int, bool)
    jumped = Signal(bool)
    cleared = Signal()
    stepped = Signal(int)
    came = Signal()

    def __init__(self, theme: Theme, digits: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._digits = digits
        self.setMaxLength(_LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._embolden()
        theme.changed.connect(self._embolden)

    def sizeHint(self) -> QSize:
        metrics = self.theme.metrics(Role.BODY, True)
        return QSize(metrics.horizontalAdvance("0" * self._digits) + 2 * _SIDE + 4, metrics.height() + _AIR)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands there is chosen, so that digits take its place."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.selectAll()
            self.came.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        leap = held == Qt.KeyboardModifier.ShiftModifier
        if held and not leap:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.entered.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.nudged.emit(1 if key == Qt.Key.Key_Right else -1, leap)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.jumped.emit(key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Delete:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def _embolden(self) -> None:
        self.setFont(self.theme.font(Role.BODY, True))
        self.updateGeometry()
