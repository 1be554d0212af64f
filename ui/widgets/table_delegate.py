"""The rows of a table that is a card: cells in columns, or in a narrow window one card of two lines for each row.

`TableDelegate(theme, view)` reads `Cell` values from `CELL_ROLE`, for cards from `CARD_ROLE`; `set_form` chooses.
"""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from ui.theme import Theme

from .delegates import Cell, CellDelegate, paint_ground, paint_words, stamp_initial, stamp_stairs
from .mini_stairs import mini_stairs_size
from .tile import tile_side

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 11
_SIDE, _GAP, _CORNER = 16, 12, 11
_Index = QModelIndex | QPersistentModelIndex


class TableDelegate(CellDelegate):
    """The ground of a row never leaves the round corners of the table's card."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._cards = False
        self._compact = False

    def set_form(self, *, cards: bool, compact: bool) -> None:
        """Cards in a narrow window; in one of middle width cells leave out their icons, so that words have room."""
        self._cards, self._compact = cards, compact

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        rect: QRect = option.rect
        if rect.bottom() > self._view.viewport().height() - _CORNER:
            painter.setClipPath(self._card_shape(), Qt.ClipOperation.IntersectClip)
        self._close_seams(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._cards:
            self._paint_card(painter, option, index)
        else:
            super().paint(painter, option, index)
        painter.restore()

    def cell_of(self, index: _Index) -> Cell | None:
        cell = super().cell_of(index)
        if cell is None or not self._compact:
            return cell
        return replace(cell, icon="", chip=None if cell.chip is None else replace(cell.chip, icon=None))

    def _close_seams(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Where a pixel of the design is no whole number of pixels, soft edges would part the cells of a marked row."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.theme.colour("soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self.theme.colour("sunk"))

    def _card_shape(self) -> QPainterPath:
        """The viewport with round corners below; above it the header has them."""
        viewport = self._view.viewport().rect()
        path = QPainterPath()
        path.addRoundedRect(QRectF(viewport.adjusted(0, -2 * _CORNER, 0, 0)), _CORNER, _CORNER)
        return path

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = index.data(CARD_ROLE)
        ground = paint_ground(painter, self.theme, option, index)
        if not isinstance(cell, Cell):
            return
        rect = QRect(option.rect).adjusted(_SIDE, 0, -_SIDE, 0)
        side = tile_side(self.theme)
        square = QRect(rect.x(), rect.y() + (rect.height() - side) // 2, side, side)
        stamp_initial(painter, self.theme, square, cell.letter)
        words = rect.adjusted(side + _GAP, 0, 0, 0)
        if cell.stairs:
            stairs = QRect(rect)
            stairs.setLeft(rect.right() - mini_stairs_size(self.theme).width() + 1)
            stamp_stairs(painter, self.theme, stairs, cell.stairs, ground)
            words.setRight(stairs.left() - _GAP - 1)
        paint_words(painter, self.theme, words, cell.text, cell.second, ground=ground)
