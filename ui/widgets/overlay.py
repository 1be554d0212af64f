"""A card over the whole window on a dimming veil: what must be read before going on. No window of its own.

`Overlay(window, theme, title)`; fill `body` (a QVBoxLayout), then `open()`. Esc or `close_over()` closes it, gives the
focus back to where it was, and emits `closed`.
"""

from collections.abc import Iterator
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.theme import LIGHT, VEIL, Role, Theme

from .card import Card
from .focus_chain import chain_from, is_stop
from .settle import settle
from .text import Text

_LONGEST_EM = 44
_AIR = 24
_SIDE = 20
_RING = 4  # room for the focus ring at the edges of what scrolls


class Overlay(QWidget):
    """Keys of the window behind reach nobody while it is open; Tab stays inside."""

    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme, title: str) -> None:
        super().__init__(window)
        self.theme = theme
        self._came_from: QWidget | None = None
        self._homes: list[QWidget] = []
        self.setAccessibleName(title)
        self._card = Card(theme, parent=self)
        self._card.setAccessibleName(title)
        column = QVBoxLayout()
        column.setContentsMargins(_SIDE, 18, _SIDE, 16)
        column.setSpacing(12)
        self._card.body.addLayout(column)
        column.addWidget(Text(theme, title, Role.WORDS, wrap=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        inside = QWidget()
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area, self._inside = area, inside
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(_RING, 0, _RING, _RING)
        self.body.setSpacing(8)
        column.addWidget(area, 1)
        self.foot = QVBoxLayout()
        column.addLayout(self.foot)
        window.installEventFilter(self)
        self.hide()

    def open(self, first: QWidget | None = None) -> None:
        """Shows it with the focus on `first`, else on the first that Tab would come to."""
        self._came_from = QApplication.focusWidget()
        self._homes = _homes_of(self._came_from)
        self._place()
        self.show()
        self.raise_()
        stop = first or next(self._stops(self), self)
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def close_over(self) -> None:
        self.hide()
        self._give_focus_back()
        self.closed.emit()

    def show_part(self, part: QWidget) -> None:
        """In a card that is higher than the window it may be out of sight, and what is new has no place yet."""
        settle(self._area)
        self._area.ensureWidgetVisible(part)

    def _give_focus_back(self) -> None:
        """To where it was; when that is gone or hidden by now, to the first place of what it lay in."""
        for place in (self._came_from, *self._homes):
            try:
                if place is not None and place.isVisible():
                    if place is self._came_from:
                        place.setFocus(Qt.FocusReason.OtherFocusReason)
                    else:
                        cast("Any", place).focus_first()
                    return
            except RuntimeError:
                continue  # Deleted since.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; what does not fit is scrolled by the keys that no field took."""
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        here = QApplication.focusWidget()
        start = here if here is not None and self.isAncestorOf(here) else self
        stop = next(self._stops(start, forward), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(LIGHT.ink)
        veil.setAlphaF(VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def _stops(self, start: QWidget, forward: bool = True) -> Iterator[QWidget]:
        return (one for one in chain_from(start, forward=forward) if self.isAncestorOf(one) and is_stop(one))

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        air = min(_AIR, parent.width() // 30)
        width = min(parent.width() - 2 * air, self.theme.metrics(Role.BODY).height() * _LONGEST_EM)
        self._card.setFixedWidth(width)
        self._card.setMinimumHeight(0)
        wanted = self._wanted_height(width)
        height = min(parent.height() - 2 * air, wanted)
        self._card.setGeometry((parent.width() - width) // 2, max(air, (parent.height() - height) // 2), width, height)

    def _wanted_height(self, width: int) -> int:
        """As high as what it holds, so that it scrolls only when the window is too low."""
        inner = width - 2 * _SIDE
        body = self.body.heightForWidth(inner) if self.body.hasHeightForWidth() else self.body.sizeHint().height()
        self._area.setMinimumHeight(0)
        rest = self.foot.sizeHint().height() + self.theme.line(Role.WORDS) * 2 + 80
        return body + rest


def _homes_of(widget: QWidget | None) -> list[QWidget]:
    """What it lies in that knows where its first focus goes, the nearest first."""
    homes: list[QWidget] = []
    above = widget.parentWidget() if widget is not None else None
    while above is not None:
        if callable(getattr(above, "focus_first", None)):
            homes.append(above)
        above = above.parentWidget()
    return homes
