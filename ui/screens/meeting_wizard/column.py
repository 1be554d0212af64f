"""A step that scrolls: cards in one column no wider than one can read, or two side by side where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.widths import Width, width_class

_GAP, _SIDE = 14, 440


class Column(QScrollArea):
    """`right` stands beside `left`, below it in a narrow window. Only the content scrolls."""

    def __init__(self, theme: Theme, left: Sequence[QWidget], right: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._pair.setContentsMargins(3, 3, 3, 8)
        self._pair.setSpacing(_GAP)
        self._side = _column(right)
        self._pair.addWidget(_column(left), 1)
        if right:
            self._pair.addWidget(self._side)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.fit()

    def fit(self) -> None:
        narrow = width_class(self) is not Width.WIDE
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(way)
        self._side.setMinimumWidth(0 if narrow else self.theme.px(_SIDE))
        self._side.setMaximumWidth(16_777_215 if narrow else self.theme.px(_SIDE))


def _column(parts: Sequence[QWidget]) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(_GAP)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return column
