"""One wish in the mentee's own words: Enter changes it, Del strikes it out, Alt+Right or a drag makes a goal of it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mentorapp.domain.mapping import WISHES, MappingText
from ui.theme import Role, Theme, paint_icon
from ui.widgets.card import SIDE
from ui.widgets.dragging import Dragging
from ui.widgets.painted import smooth
from ui.widgets.reader_press import ReaderPress

from .need import Need

_ICON, _GAP, _AIR = 18, 12, 7
_WRAP = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value)


class WishRow(ReaderPress, QPushButton):
    """`clicked` asks to change it."""

    goal_wanted = Signal()
    drop_wanted = Signal()
    menu_wanted = Signal(QPoint)
    ring_radius = 6.0

    def __init__(self, theme: Theme, wish: MappingText, said: str, goal: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._dragging = Dragging(self, lambda: Need(WISHES, self.wish.id).to_mime())
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.press_for_reader()
        theme.changed.connect(self.updateGeometry)
        self.set_wish(wish, said, goal)

    def set_wish(self, wish: MappingText, said: str, goal: str) -> None:
        """`said` is the wish in quotation marks, `goal` what it has led to."""
        self.wish, self._said, self._goal = wish, said, goal
        self.setAccessibleName(wish.text)
        self.setAccessibleDescription(goal)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words, goal = self._boxes(width)
        return max(words.bottom(), goal.bottom()) + 1 + _AIR

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self.heightForWidth(self.theme.px(500)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.line(Role.SECTION) + 2 * _AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.goal_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.click()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.drop_wanted.emit()
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
        if self.underMouse():
            painter.fillRect(self.rect(), self.theme.colour("surface"))
        words, goal = self._boxes(self.width())
        side = self.theme.px(_ICON)
        paint_icon(
            painter, "star", QRect(SIDE, words.y(), side, self.theme.line(Role.SECTION)), self.theme.colour("primary")
        )
        painter.setFont(self.theme.font(Role.SECTION, False))
        painter.setPen(self.theme.colour("ink"))
        painter.drawText(words, _WRAP, self._said)
        if self._goal:
            painter.setFont(self.theme.font(Role.SMALL))
            painter.setPen(self.theme.colour("primary"))
            painter.drawText(goal, _WRAP, self._goal)

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        left = SIDE + self.theme.px(_ICON) + _GAP
        room = max(1, width - left - SIDE)
        metrics, small = self.theme.metrics(Role.SECTION, False), self.theme.metrics(Role.SMALL)
        words = metrics.boundingRect(QRect(left, _AIR, room, 100_000), _WRAP, self._said or " ")
        words = QRect(left, _AIR, room, words.height())
        high = small.boundingRect(QRect(0, 0, room, 100_000), _WRAP, self._goal).height() if self._goal else 0
        return words, QRect(left, words.bottom() + 1, room, high)
