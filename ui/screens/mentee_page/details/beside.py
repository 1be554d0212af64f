"""Fields side by side where there is room, below one another where there is not."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import Theme

_GAP, _ROOM_EACH = 12, 170


class Beside(QWidget):
    """The room is measured in the size of the text, so that 200 % gives one column."""

    def __init__(self, theme: Theme, *fields: QWidget) -> None:
        super().__init__()
        self._theme, self._fields = theme, fields
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        for field in fields:
            self._line.addWidget(field, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = sum(not field.isHidden() for field in self._fields)
        narrow = self.width() < shown * self._theme.px(_ROOM_EACH)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._line.direction() != way:
            self._line.setDirection(way)
