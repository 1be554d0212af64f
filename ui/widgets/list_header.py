"""The head of the list: quiet bold titles, and beside the one that sorts an arrow. A click sorts, another turns."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import Role, Theme, paint_icon

_SIDE, _AIR, _ICON, _GAP = 16, 18, 14, 7


class ListHeader(QHeaderView):
    """Painted, so that arrow and letters follow text size and palette."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.metrics(Role.SMALL, True).height() + _AIR)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        title = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        metrics = self._theme.metrics(Role.SMALL, True)
        sorts = self.sortIndicatorSection() == section
        side = self._theme.px(_ICON)
        room = rect.adjusted(_SIDE, 0, -(side + _GAP if sorts else 4), 0)
        text = metrics.elidedText(str(title), Qt.TextElideMode.ElideRight, room.width())
        painter.save()
        painter.setFont(self._theme.font(Role.SMALL, True))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if sorts:
            where = QRect(room.x() + metrics.horizontalAdvance(text) + _GAP, rect.y(), side, rect.height())
            self._paint_arrow(painter, where)
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), self._theme.colour("line"))
        painter.restore()

    def _paint_arrow(self, painter: QPainter, where: QRect) -> None:
        """Down is from A to Ö, up the other way."""
        if self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder:
            centre = where.center()
            painter.translate(centre)
            painter.rotate(180)
            painter.translate(-centre)
        paint_icon(painter, "down", where, self._theme.colour("ink2"))
