"""Covers its parent with a dimming veil while it is open, and gives the focus back to where it was."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import LIGHT, VEIL


class Veil(QWidget):
    """Tab goes round among `stops()`; a subclass places its card in `place()`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._came_from: tuple[QWidget, ...] = ()
        self._is_open = False
        if parent is not None:
            parent.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._is_open

    def stops(self) -> list[QWidget]:
        """The way of Tab, hidden ones too."""
        raise NotImplementedError

    def place(self) -> None:
        raise NotImplementedError

    def cover(self) -> None:
        if not self._is_open:
            self._came_from = tuple(_with_ancestors(QApplication.focusWidget()))
        self._is_open = True
        self.place()
        self.show()
        self.raise_()

    def uncover(self) -> None:
        """The focus leaves before the veil does: Qt would look for a next place among what is going away."""
        self._is_open = False
        self._give_back()
        self.hide()

    def _give_back(self) -> None:
        """To what had the focus; if it was drawn anew meanwhile, to the screen it was on, which knows its place."""
        for number, widget in enumerate(self._came_from):
            try:
                visible = widget.isVisible()
            except RuntimeError:
                continue
            take = (
                widget.setFocus if number == 0 else getattr(widget, "focus_back", getattr(widget, "focus_first", None))
            )
            if visible and callable(take):
                take()
                return

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = [w for w in self.stops() if w.isVisible() and w.isEnabled()]
        if not (self._is_open and stops):
            return False
        here = QApplication.focusWidget()
        at = stops.index(here) if here in stops else (-1 if forward else 0)
        stop = stops[(at + (1 if forward else -1)) % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self.reached(stop)
        return True

    def reached(self, stop: QWidget) -> None:
        """Called when Tab has come to a stop, so that it can be scrolled into sight."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self._is_open:
            self.place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(LIGHT.ink)
        veil.setAlphaF(VEIL)
        QPainter(self).fillRect(self.rect(), veil)


def _with_ancestors(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
