"""Rows under one another with hairlines between them, made anew when what they show has changed; focus finds back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme import Theme

from .focus_chain import chain_from


class Rows(QWidget):
    """What can have the focus bears an object name that stays the same between two fillings, such as an identifier."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[QWidget, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1, 0, 0)
        self._column.setSpacing(1)

    def fill(self, rows: Sequence[QWidget]) -> None:
        here = QApplication.focusWidget()
        name = here.objectName() if here is not None and self.isAncestorOf(here) else None
        if name is None:
            self.hide()  # shown once with all its rows, which is much quicker than row by row
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = tuple(rows)
        for row in rows:
            self._column.addWidget(row)
            row.show()
        self.setVisible(bool(rows))
        put_after(self, rows)
        if name is not None:
            found = next((row.findChild(QWidget, name) for row in rows if row.findChild(QWidget, name)), None)
            target = found or next((stop for row in rows for stop in stops(row)), None)
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        for row in self._rows:
            painter.fillRect(0, row.y() - 1, self.width(), 1, self._theme.colour("line"))


def put_after(place: QWidget, rows: Sequence[QWidget]) -> None:
    """New rows come where they stand, not last in the window: after what Tab comes to before `place` or in it."""
    inside, window = set(rows), place.window()
    ahead = (one for one in chain_from(place, forward=False) if _takes_tab(one) and one.window() is window)
    before = next((one for one in ahead if not any(row is one or row.isAncestorOf(one) for row in inside)), place)
    own = [one for one in stops(place) if not any(row is one or row.isAncestorOf(one) for row in inside)]
    before = own[-1] if own else before
    for row in rows:
        for stop in stops(row):
            QWidget.setTabOrder(before, stop)
            before = stop


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def stops(row: QWidget) -> list[QWidget]:
    """What Tab comes to in a row, itself or inside it, in the order it was made; the list of a drop-down is a window of
    its own."""
    window = row.window()
    return [one for one in (row, *row.findChildren(QWidget)) if _takes_tab(one) and one.window() is window]
