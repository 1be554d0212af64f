"""Two columns of cards, or one in a narrow window, with a banner across the top."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.widths import Width, em

_LEFT, _RIGHT = 60, 39
_SIDE_EM = 18


class Columns(QWidget):
    """Cards keep their place in the order of reading, so that Tab goes through the left column first."""

    def __init__(self) -> None:
        super().__init__()
        self._banner: QWidget | None = None
        self._left: tuple[QWidget, ...] = ()
        self._right: tuple[QWidget, ...] = ()
        self._width: Width | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(12)
        self._pair = QHBoxLayout()
        self._pair.setSpacing(16)
        self._left_column, self._right_column = QWidget(), QWidget()
        self._columns = [self._column(self._left_column), self._column(self._right_column)]
        self._pair.addWidget(self._left_column, _LEFT)
        self._pair.addWidget(self._right_column, _RIGHT)
        self._whole.addLayout(self._pair, 1)

    def fill(
        self,
        banner: QWidget | None,
        left: Sequence[QWidget],
        right: Sequence[QWidget],
        in_order: Sequence[QWidget],
    ) -> None:
        """New cards in place of the old; `in_order` is how they are read in one column."""
        for old in (self._banner, *self._left, *self._right):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._banner, self._left, self._right = banner, tuple(left), tuple(right)
        if banner is not None:
            self._whole.insertWidget(0, banner)
            banner.show()
        if self._width is not None:
            self._place(in_order)

    def parts(self) -> tuple[QWidget, QWidget]:
        """The left column and the right one, which is hidden when there is one only."""
        return self._left_column, self._right_column

    def set_margin(self, right: int) -> None:
        self._whole.setContentsMargins(0, 2, right, 16)

    def arrange(self, width: Width, in_order: Sequence[QWidget]) -> None:
        if width is not self._width:
            self._width = width
            side = em() * _SIDE_EM if width is Width.MID else 0
            self._right_column.setMinimumWidth(side)
            self._right_column.setMaximumWidth(side or 16_777_215)
            self._place(in_order)

    def _place(self, in_order: Sequence[QWidget]) -> None:
        one = self._width is Width.NARROW or not self._right
        self._right_column.setVisible(not one)
        ordered = [*[card for card in self._left if card not in in_order], *in_order]
        for layout, cards in zip(self._columns, (ordered, ()) if one else (self._left, self._right), strict=True):
            while layout.count():
                layout.takeAt(0)
            for card in cards:
                layout.addWidget(card)
                card.show()  # a layout shows what is added late only when the event loop comes round to it
            layout.addStretch(1)

    def _column(self, widget: QWidget) -> QVBoxLayout:
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        return layout
