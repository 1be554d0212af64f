"""One step of the plan as one painted widget: box, words, and at the right when and who. Two hundred open quickly.

Space or a click on the box ticks. Enter, F2 or a double click on the words edits; Alt+Up and Alt+Down move; Del
strikes out; Up and Down walk. The menu key or the right button offers the same. Dragged
with the mouse a step changes place among its neighbours.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from mentorapp.domain.plans import Step
from ui.theme import Role, Theme, paint_icon
from ui.widgets.card import SIDE
from ui.widgets.dragging import Dragging, mime
from ui.widgets.painted import rounded, smooth
from ui.widgets.reader_press import ReaderPress

_BOX, _GAP, _AIR, _LEAST, _RADIUS = 20, 12, 8, 36, 5
_WRAP = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value)
_STACKED_BELOW = 360
STEP = "application/x-mentor-step"


class StepRow(ReaderPress, QCheckBox):
    """What is done stays where it is, in a quieter colour."""

    tick_wanted = Signal(bool)
    edit_wanted = Signal()
    move_wanted = Signal(int)
    drop_wanted = Signal()
    walk_wanted = Signal(int)
    menu_wanted = Signal(QPoint)
    ring_radius = float(_RADIUS)

    def __init__(self, theme: Theme, step: Step, right: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.step = step
        self._right = right
        self._beside: QWidget | None = None
        self._height_at: tuple[int, int] = (-1, 0)
        self._dragging = Dragging(self, lambda: mime(STEP, str(self.step.id)))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.tick_wanted)
        self.press_for_reader()
        theme.changed.connect(self._refit)
        self.set_step(step, right)

    def set_step(self, step: Step, right: str) -> None:
        self.step, self._right = step, right
        if self.isChecked() is not step.is_done:
            self.setChecked(step.is_done)
        self.setText(step.text)
        self.setAccessibleName(step.text)
        self.setAccessibleDescription(right)
        self._refit()

    @property
    def right(self) -> str:
        return self._right

    def set_beside(self, widget: QWidget | None) -> None:
        """A small widget before the words at the right, such as the chip that asks who."""
        if self._beside is not None and self._beside is not widget:
            self._beside.hide()
            self._beside.deleteLater()
        self._beside = widget
        if widget is not None:
            widget.setParent(self)
            widget.show()
        self._refit()
        self._place_beside()

    def beside(self) -> QWidget | None:
        return self._beside

    def focus_rect(self) -> QRect:
        return self._box()

    def hitButton(self, pos: QPoint) -> bool:
        """The box and the air around it, as wide as a finger; the words are for reading and editing."""
        return pos.x() < SIDE + self.theme.px(_BOX) + _GAP // 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._height_at[0] != width:
            words, right = self._rects(width)
            high = max(words.bottom(), right.bottom()) + 1 + _AIR
            self._height_at = (width, max(high, self.theme.px(_LEAST)))
        return self._height_at[1]

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(_LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_beside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        way = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(key)
        if way is not None:
            (self.move_wanted if alt else self.walk_wanted).emit(way)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.modifiers():
            self.edit_wanted.emit()
        elif key == Qt.Key.Key_Delete and not event.modifiers():
            self.drop_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the box is kept too: it may be the beginning of a drag."""
        self._dragging.press(event)
        super().mousePressEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._dragging.move(event):
            self.setDown(False)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging.release()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.hitButton(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)
        else:
            self.edit_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(self._box().bottomRight()) if by_key else event.globalPos())
        event.accept()

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        if self.underMouse():
            painter.fillRect(self.rect(), self.theme.colour("sunk"))
        self._paint_box(painter)
        words, right = self._rects(self.width())
        painter.setFont(self.theme.font(Role.BODY))
        painter.setPen(self.theme.colour("ink2" if self.isChecked() else "ink"))
        painter.drawText(words, _WRAP, self.text())
        painter.setFont(self.theme.font(Role.SMALL))
        painter.setPen(self.theme.colour("ink2"))
        painter.drawText(right, _WRAP, self._right)

    def _paint_box(self, painter: QPainter) -> None:
        colour, box, ticked = self.theme.colour, self._box(), self.isChecked()
        edge = colour("primary") if ticked else colour("edge")
        rounded(painter, box, _RADIUS, colour("primary") if ticked else colour("surface"), edge, 1.3)
        if ticked:
            side = round(box.width() * 0.8)
            inner = QRect(0, 0, side, side)
            inner.moveCenter(box.center())
            paint_icon(painter, "check", inner, colour("onprimary"))

    def _box(self) -> QRect:
        side = self.theme.px(_BOX)
        line = max(self.theme.px(_LEAST), self.theme.line(Role.BODY) + 2 * _AIR)
        return QRect(SIDE, (line - side) // 2, side, side)

    def _rects(self, width: int) -> tuple[QRect, QRect]:
        """Where the words and what stands at the right go; below them in a narrow window."""
        left = SIDE + self.theme.px(_BOX) + _GAP
        body, small = self.theme.metrics(Role.BODY), self.theme.metrics(Role.SMALL)
        top = max(_AIR, (self.theme.px(_LEAST) - body.height()) // 2)
        whole = max(1, width - left - SIDE)
        wide = small.horizontalAdvance(self._right) + 2 if self._right else 0
        beside = self._beside.sizeHint().width() + _GAP if self._beside is not None else 0
        stacked = width < self.theme.px(_STACKED_BELOW) or wide > whole * 0.55
        room = whole if stacked else max(1, whole - wide - beside - (_GAP if wide else 0))
        words = body.boundingRect(QRect(left, top, room, 100_000), _WRAP, self.text() or " ")
        words = QRect(left, top, room, words.height())
        if stacked:
            high = small.boundingRect(QRect(0, 0, whole, 100_000), _WRAP, self._right).height() if self._right else 0
            return words, QRect(left, words.bottom() + 1, whole, high)
        down = top + (body.ascent() - small.ascent())
        return words, QRect(left + whole - wide, down, wide, small.height())

    def _place_beside(self) -> None:
        if self._beside is None:
            return
        _words, right = self._rects(self.width())
        size = self._beside.sizeHint()
        x = right.left() - _GAP - size.width() if right.width() < self.width() // 2 else self.width() - size.width() - 8
        self._beside.setGeometry(x, self._box().center().y() - size.height() // 2, size.width(), size.height())

    def _refit(self) -> None:
        self._height_at = (-1, 0)
        self.updateGeometry()
        self.update()
