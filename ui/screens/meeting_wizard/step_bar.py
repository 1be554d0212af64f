"""The five steps across the top: what is done has a tick, where one is stands out, and each can be gone to."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme, paint_icon
from ui.widgets.painted import rounded, smooth
from ui.widgets.reader_press import ReaderPress

STEPS = ("meeting", "since", "show", "agenda", "review")
_SIDE, _GAP, _LINE = 24, 9, 22


class _StepButton(ReaderPress, QPushButton):
    """A ring with a number or a tick, and the name of the step."""

    ring_radius = 7.0

    def __init__(self, theme: Theme, number: int, words: str) -> None:
        super().__init__(words)
        self.theme, self._number = theme, number
        self._now, self._done, self._short = False, False, False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.press_for_reader()

    def show_state(self, *, now: bool, done: bool, short: bool, name: str) -> None:
        self._now, self._done, self._short = now, done, short
        self.setAccessibleName(name)
        self.setToolTip(self.text() if short and not now else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.theme.metrics(Role.SMALL, True)
        side = self.theme.px(_SIDE)
        words = 0 if self._short and not self._now else _GAP + metrics.horizontalAdvance(self.text())
        return QSize(side + words + 4, max(side, metrics.height()) + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the bar's: the button's own would lead out of it."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        side = self.theme.px(_SIDE)
        ring = QRect(2, (self.height() - side) // 2, side, side)
        self._paint_ring(painter, ring)
        if self._short and not self._now:
            return
        painter.setFont(self.theme.font(Role.SMALL, self._now))
        painter.setPen(self.theme.colour("ink"))
        words = QRect(ring.right() + _GAP, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_ring(self, painter: QPainter, ring: QRect) -> None:
        colour = self.theme.colour
        if self._now:
            rounded(painter, ring, ring.height() / 2, colour("primary"), colour("primary"))
        else:
            rounded(
                painter, ring, ring.height() / 2, colour("soft") if self._done else colour("surface"), colour("line")
            )
        if self._done and not self._now:
            paint_icon(painter, "check", ring.adjusted(5, 5, -5, -5), colour("primary"))
            return
        painter.setFont(self.theme.font(Role.CAPTION, True))
        painter.setPen(colour("onprimary") if self._now else colour("ink2"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepBar(QWidget):
    """Signal `chosen(int)` with the number of a step, from 1. Left and Right walk; Enter or Space goes there."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.theme, self._texts = theme, texts
        self._now, self._furthest, self._short = 1, 1, False
        self.setAccessibleName(texts("wizard.steps"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_LINE + 12)
        self.buttons = [_StepButton(theme, at + 1, texts(f"wizard.step_{key}")) for at, key in enumerate(STEPS)]
        for at, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._on_clicked, at + 1))
            line.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(1, 1)

    def show_step(self, now: int, furthest: int) -> None:
        self._now, self._furthest = now, furthest
        for at, button in enumerate(self.buttons, 1):
            done = at < furthest or (at == furthest and at != now)
            state = "now" if at == now else "done" if done else "ahead"
            name = self._texts(f"wizard.step_{state}", number=at, all=len(STEPS), step=button.text())
            button.show_state(now=at == now, done=done, short=self._short, name=name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == now else Qt.FocusPolicy.ClickFocus)
        self.update()

    def set_short(self, short: bool) -> None:
        """Only the name of the step where one is."""
        if short != self._short:
            self._short = short
            self.show_step(self._now, self._furthest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Left): -1}.get(event.key())
        at = next((place for place, one in enumerate(self.buttons) if one.hasFocus()), None)
        if way is None or at is None:
            super().keyPressEvent(event)
            return
        self.buttons[max(0, min(len(STEPS) - 1, at + way))].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        painter.setPen(self.theme.colour("edge"))
        for before, after in zip(self.buttons, self.buttons[1:], strict=False):
            y = self.height() // 2
            painter.drawLine(before.geometry().right() + 7, y, after.x() - 6, y)

    def _on_clicked(self, number: int, _checked: bool = False) -> None:
        self.chosen.emit(number)
