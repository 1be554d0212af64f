"""A life area as one painted row: its name, the mentee's words, what it led to, how important it is and how it is.

Enter, Space or a click opens it; Alt+Right makes a goal of it, and so does dragging it to the goals; Up and Down walk;
the menu key or the right button offers the same.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme import Family, Role, Theme, paint_icon, shades
from ui.widgets.card import SIDE, Card
from ui.widgets.chip import ChipLook, chip_size, paint_chip
from ui.widgets.dragging import Dragging
from ui.widgets.painted import row_path, smooth
from ui.widgets.reader_press import ReaderPress

from .importance import dots_width, paint_dots
from .need import Need

_ICON, _GAP, _AIR, _STACKED_BELOW, _CORNER = 18, 12, 9, 420, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLook:
    """All that a row shows. `spoken` is what is read aloud after the name."""

    area: str
    name: str
    icon: str
    family: Family
    status: ChipLook
    importance: int = 0
    words: str = ""
    goal: str = ""
    spoken: str = ""
    can_be_goal: bool = False


class AreaRow(ReaderPress, QPushButton):
    """`open_now` turns the arrow while the area is open below."""

    goal_wanted = Signal()
    walk_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    ring_radius = 6.0

    def __init__(self, theme: Theme, look: AreaLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.look, self.open_now = theme, look, False
        self._dragging = Dragging(self, lambda: Need(look.area).to_mime() if self.look.can_be_goal else None)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.press_for_reader()
        theme.changed.connect(self.updateGeometry)
        self.set_look(look)

    def set_look(self, look: AreaLook) -> None:
        self.look = look
        self.setAccessibleName(look.name)
        self.setAccessibleDescription(look.spoken)
        self.updateGeometry()
        self.update()

    def set_open(self, open_now: bool) -> None:
        self.open_now = open_now
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        body, small = self.theme.line(Role.BODY), self.theme.line(Role.SMALL)
        high = body + small * (bool(self.look.words) + bool(self.look.goal))
        chip = chip_size(self.theme, self.look.status).height()
        if width < self.theme.px(_STACKED_BELOW):
            high += chip + 4
        return max(high, chip) + 2 * _AIR

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(300), self.heightForWidth(self.theme.px(600)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.line(Role.BODY) + 2 * _AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        way = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(key)
        if key == Qt.Key.Key_Right and alt:
            self.goal_wanted.emit()
        elif way is not None and not alt:
            self.walk_wanted.emit(way)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging.press(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._dragging.move(event):
            self.setDown(False)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging.release()
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        theme, look = self.theme, self.look
        if self.underMouse() or self.open_now:
            self._paint_ground(painter)
        side, body = theme.px(_ICON), theme.line(Role.BODY)
        colour = shades(theme.tokens, look.family).strong
        paint_icon(painter, look.icon, QRect(SIDE, self._top(), side, body), colour)
        left = SIDE + side + _GAP
        chip = self._paint_right(painter, left)
        room = (self.width() - SIDE if self._is_stacked() else chip.x() - _GAP - dots_width(theme) - _GAP) - left
        top = self._top()
        self._line(painter, look.name, QRect(left, top, room, body), Role.BODY, "ink", bold=True)
        top += body
        for words, tone in ((look.words, "ink2"), (look.goal, "primary")):
            if words:
                high = theme.line(Role.SMALL)
                self._line(painter, words, QRect(left, top, room, high), Role.SMALL, tone)
                top += high

    def _paint_ground(self, painter: QPainter) -> None:
        """The corners of the card are round."""
        card = self.parentWidget()
        first = isinstance(card, Card) and card.is_first(self)
        last = isinstance(card, Card) and card.is_last(self)
        path = row_path(QRectF(self.rect()), _CORNER - self.theme.border, first, last)
        painter.fillPath(path, self.theme.colour("sunk"))

    def _top(self) -> int:
        """The words stand in the middle beside the chip, at the top above it."""
        lines = self.theme.line(Role.BODY) + self.theme.line(Role.SMALL) * (
            bool(self.look.words) + bool(self.look.goal)
        )
        return _AIR if self._is_stacked() else (self.height() - lines) // 2

    def _is_stacked(self) -> bool:
        return self.width() < self.theme.px(_STACKED_BELOW)

    def _paint_right(self, painter: QPainter, left: int) -> QRect:
        """The dots and the chip; below the words in a narrow window."""
        size = chip_size(self.theme, self.look.status)
        wide = min(size.width(), self.width() - left - SIDE)
        if self._is_stacked():
            chip = QRect(left, self.height() - _AIR - size.height(), wide, size.height())
            dots = QPointF(self.width() - SIDE, chip.center().y() + 0.5)
        else:
            chip = QRect(self.width() - SIDE - wide, (self.height() - size.height()) // 2, wide, size.height())
            dots = QPointF(chip.x() - _GAP, self.height() / 2)
        paint_chip(painter, self.theme, chip, self.look.status)
        if self.look.importance:
            paint_dots(painter, self.theme, dots, self.look.importance)
        return chip

    def _line(self, painter: QPainter, words: str, box: QRect, role: Role, tone: str, bold: bool = False) -> None:
        painter.setFont(self.theme.font(role, bold or None))
        painter.setPen(self.theme.colour(tone))
        fitting = self.theme.metrics(role, bold or None).elidedText(
            " ".join(words.split()), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fitting)
