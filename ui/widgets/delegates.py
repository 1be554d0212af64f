"""Painted rows of long lists: tile or initial, a bold line, a quiet line, a chip and a date.

`TwoLineDelegate(theme, view)` reads a `TwoLines` from `LINES_ROLE` of each index. `paint_ground`, `paint_words` and
the `paint_...` functions of tile, chip, pips and stairs are the parts for delegates of tables; `CellDelegate` paints
one `Cell` (a part of a table row) from `CELL_ROLE`.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentorapp.domain.enrolments import StepState
from ui.theme import Family, Role, Theme, paint_icon

from .chip import ChipLook, chip_size, paint_chip
from .mini_stairs import mini_stairs_size, paint_mini_stairs
from .painted import row_path
from .stamp import stamp
from .tile import paint_initial, paint_tile, tile_side

LINES_ROLE = int(Qt.ItemDataRole.UserRole) + 1
CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 2
_SIDE, _GAP, _AIR, _BAR, _CORNER = 16, 12, 14, 4, 11
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TwoLines:
    """A row of a timeline or list. With `letter` an initial stands in place of the tile."""

    title: str
    second: str = ""
    icon: str = ""
    family: Family = Family.SLATE
    letter: str = ""
    chip: ChipLook | None = None
    right: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a table row: what it has of initial, stairs, icon, words and chip stands in that order."""

    text: str = ""
    second: str = ""
    bold: bool = False
    letter: str = ""
    icon: str = ""
    stairs: tuple[StepState, ...] = ()
    chip: ChipLook | None = None
    quiet: bool = False


def paint_ground(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, index: _Index, radius: float = 0
) -> str:
    """The ground of a row: chosen is `soft` with a bar at the left edge, under the mouse `sunk`; a hairline above.

    Gives the token of the ground. `radius` rounds the last row into the corners of a card.
    """
    state = option.state
    rect: QRect = option.rect
    first, last = index.row() == 0, index.row() == index.model().rowCount() - 1
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    over = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = "soft" if chosen else "sunk" if over else "surface"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground != "surface":
        if radius and last:
            painter.fillPath(row_path(QRectF(rect), radius, False, True), theme.colour(ground))
        else:
            painter.fillRect(rect, theme.colour(ground))
    if not first:
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.colour("line"))
    if chosen and rect.left() <= 1:
        painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.colour("primary"))
    painter.restore()
    return ground


def paint_words(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    title: str,
    second: str = "",
    *,
    bold: bool = True,
    quiet: bool = False,
    ground: str = "surface",
    second_role: Role = Role.SMALL,
) -> None:
    """One line, or two when there is a second, in the middle of the height; each ends in an ellipsis when too long."""
    first, small = theme.metrics(Role.BODY, bold), theme.metrics(second_role)
    whole = first.height() + (small.height() if second else 0)
    line = QRect(rect.x(), rect.y() + (rect.height() - whole) // 2, rect.width(), first.height())
    painter.setFont(theme.font(Role.BODY, bold))
    painter.setPen(theme.colour("ink2" if quiet else "ink"))
    text = first.elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
    if second:
        painter.setFont(theme.font(second_role))
        painter.setPen(theme.colour("ink" if ground == "soft" and not quiet else "ink2"))
        line = QRect(rect.x(), line.bottom() + 1, rect.width(), small.height())
        text = small.elidedText(second, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)


class TwoLineDelegate(QStyledItemDelegate):
    """All rows are equally high, so that a view of ten thousand asks for one size only."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        words = self.theme.metrics(Role.BODY, True).height() + self.theme.metrics(Role.SMALL).height()
        return QSize(self.theme.px(220), max(words, tile_side(self.theme)) + _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        lines = index.data(LINES_ROLE)
        if not isinstance(lines, TwoLines):
            return
        ground = paint_ground(painter, self.theme, option, index, _CORNER)
        rect = QRect(option.rect)
        rect.adjust(_SIDE, 0, -_SIDE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lead(painter, rect, lines)
        self._paint_right(painter, rect, lines)
        words = lines.title, lines.second
        paint_words(painter, self.theme, rect, *words, quiet=lines.done, ground=ground)
        painter.restore()

    def _paint_lead(self, painter: QPainter, rect: QRect, lines: TwoLines) -> None:
        if not (lines.icon or lines.letter):
            return
        side = tile_side(self.theme)
        square = QRect(rect.x(), rect.y() + (rect.height() - side) // 2, side, side)
        look = ("lead", lines.letter, lines.icon, lines.family)
        stamp(painter, self.theme, square, look, lambda on, box: self._draw_lead(on, box, lines))
        rect.setLeft(rect.left() + side + _GAP)

    def _draw_lead(self, painter: QPainter, square: QRect, lines: TwoLines) -> None:
        if lines.letter:
            paint_initial(painter, self.theme, square, lines.letter)
        else:
            paint_tile(painter, self.theme, square, lines.icon, lines.family)

    def _paint_right(self, painter: QPainter, rect: QRect, lines: TwoLines) -> None:
        """The date keeps one width for all rows; the chip gives way where the words would get no room."""
        if lines.right:
            metrics = self.theme.metrics(Role.SMALL)
            wide = max(metrics.horizontalAdvance(lines.right), metrics.horizontalAdvance("00 mmm 00"))
            painter.setFont(self.theme.font(Role.SMALL))
            painter.setPen(self.theme.colour("ink2"))
            where = QRect(rect.right() - wide + 1, rect.y(), wide, rect.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, lines.right)
            rect.setRight(where.left() - _GAP)
        if lines.chip is not None:
            size = chip_size(self.theme, lines.chip)
            if rect.width() - size.width() > self.theme.px(140):
                where = QRect(rect.right() - size.width() + 1, 0, size.width(), size.height())
                where.moveTop(rect.y() + (rect.height() - size.height()) // 2)
                _stamp_chip(painter, self.theme, where, lines.chip)
                rect.setRight(where.left() - _GAP)

    def _on_theme_changed(self) -> None:
        self._view.doItemsLayout()


class CellDelegate(QStyledItemDelegate):
    """For tables of people: every column gives a `Cell`."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view
        theme.changed.connect(self._on_theme_changed)

    def cell_of(self, index: _Index) -> Cell | None:
        """What is painted for an index."""
        cell = index.data(CELL_ROLE)
        return cell if isinstance(cell, Cell) else None

    def row_height(self) -> int:
        """For `QTableView.verticalHeader().setDefaultSectionSize`."""
        words = self.theme.metrics(Role.BODY, True).height() + self.theme.metrics(Role.SMALL).height()
        return max(words, mini_stairs_size(self.theme).height()) + _AIR - 4

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        cell = index.data(CELL_ROLE)
        width = 2 * _SIDE
        if isinstance(cell, Cell):
            width += self._lead_width(cell) + self.theme.metrics(Role.BODY, cell.bold).horizontalAdvance(cell.text)
        return QSize(width, self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell = self.cell_of(index)
        edge = index.column() in (0, index.model().columnCount() - 1)
        ground = paint_ground(painter, self.theme, option, index, _CORNER if edge and self._lone(index) else 0)
        if cell is None:
            return
        rect = QRect(option.rect)
        rect.adjust(_SIDE, 0, -4, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lead(painter, rect, cell, ground)
        if cell.chip is not None:
            size = chip_size(self.theme, cell.chip)
            where = QRect(rect.x(), 0, min(size.width(), rect.width()), size.height())
            where.moveTop(rect.y() + (rect.height() - size.height()) // 2)
            _stamp_chip(painter, self.theme, where, cell.chip)
        elif cell.text:
            self._paint_text(painter, rect, cell, ground)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, cell: Cell, ground: str) -> None:
        if cell.second:
            words = cell.text, cell.second
            paint_words(painter, self.theme, rect, *words, bold=cell.bold, ground=ground, second_role=Role.CAPTION)
            return
        metrics = self.theme.metrics(Role.SMALL, cell.bold)
        painter.setFont(self.theme.font(Role.SMALL, cell.bold))
        painter.setPen(self.theme.colour("ink2" if cell.quiet else "ink"))
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_lead(self, painter: QPainter, rect: QRect, cell: Cell, ground: str) -> None:
        if cell.letter:
            side = self.theme.px(30)
            stamp_initial(painter, self.theme, _square(rect, side), cell.letter)
        if cell.stairs:
            stamp_stairs(painter, self.theme, rect, cell.stairs, ground)
        if cell.icon:
            paint_icon(painter, cell.icon, _square(rect, self.theme.px(18)), self.theme.colour("ink2"))
        rect.setLeft(rect.left() + self._lead_width(cell))

    def _lead_width(self, cell: Cell) -> int:
        width = self.theme.px(30) + 10 if cell.letter else 0
        width += mini_stairs_size(self.theme).width() + 10 if cell.stairs else 0
        return width + (self.theme.px(18) + 8 if cell.icon else 0)

    def _lone(self, index: _Index) -> bool:
        """A table of one column may round both corners; with more, a column would round what lies in the row."""
        return index.model().columnCount() == 1

    def _on_theme_changed(self) -> None:
        self._view.doItemsLayout()


def stamp_initial(painter: QPainter, theme: Theme, square: QRect, letter: str) -> None:
    stamp(painter, theme, square, ("initial", letter), lambda on, box: paint_initial(on, theme, box, letter))


def stamp_stairs(painter: QPainter, theme: Theme, rect: QRect, states: tuple[StepState, ...], ground: str) -> None:
    """At the left of `rect`, as `paint_mini_stairs` draws them."""
    room = QRect(rect.x(), rect.y(), min(rect.width(), mini_stairs_size(theme).width()), rect.height())
    look = ("stairs", states, ground)
    stamp(painter, theme, room, look, lambda on, box: paint_mini_stairs(on, theme, box, states, ground))


def _stamp_chip(painter: QPainter, theme: Theme, rect: QRect, chip: ChipLook) -> None:
    stamp(painter, theme, rect, ("chip", chip), lambda on, box: paint_chip(on, theme, box, chip))


def _square(rect: QRect, side: int) -> QRect:
    return QRect(rect.x(), rect.y() + (rect.height() - side) // 2, side, side)
