"""A tab that scrolls up and down only: two columns of cards, or one in a narrow window with the side cards below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme

from .widths import Width, em, page_margin, width_class

SIDE_WIDTH = 366
_SIDE_EM, _BETWEEN, _ABOVE = 18, 16, 14


class ColumnsTab(QScrollArea):
    """Cards stand in the order of reading, so that Tab goes through the left column first."""

    def __init__(
        self, theme: Theme, left: Sequence[QWidget], right: Sequence[QWidget], *, side: int = SIDE_WIDTH
    ) -> None:
        super().__init__()
        self._side = side
        self.theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._inside = QWidget()
        self._whole = QHBoxLayout(self._inside)
        self._whole.setSpacing(_BETWEEN)
        self._left_side, self._right_side = QWidget(), QWidget()
        self._left = _column(self._left_side, left)
        self._right = _column(self._right_side, right)
        self._whole.addWidget(self._left_side, 1)
        self._whole.addWidget(self._right_side)
        self._side_cards = tuple(right)
        self._width: Width | None = None
        self.setWidget(self._inside)
        theme.changed.connect(self.arrange)
        self.verticalScrollBar().installEventFilter(self)

    @property
    def width_now(self) -> Width:
        return self._width or Width.WIDE

    def sides(self) -> list[QWidget]:
        """The two columns, as parts to jump between."""
        return [self._left_side, self._right_side]

    def arrange(self) -> None:
        """Fits the columns to the window; called at every change of size."""
        margin = page_margin(self)
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.isVisible() else 0
        self._whole.setContentsMargins(margin, _ABOVE, max(4, margin - taken), 16)
        width = width_class(self)
        self._right_side.setFixedWidth(min(self.side_width(width), max(1, self.width() // 2)))
        if width is not self._width:
            self._width = width
            self._place(one=width is Width.NARROW)

    def side_width(self, width: Width) -> int:
        """How wide the right column is, where there are two."""
        return em() * _SIDE_EM if width is Width.MID else self.theme.px(self._side)

    def _place(self, one: bool) -> None:
        self._right_side.setVisible(not one)
        target = self._left if one else self._right
        for place, card in enumerate(self._side_cards):
            if one:
                target.insertWidget(target.count() - 1, card)
            else:
                target.insertWidget(place, card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The scroll bar stands in the margin, so that the cards keep in line with the head."""
        if watched is self.verticalScrollBar() and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


def _column(side: QWidget, cards: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
