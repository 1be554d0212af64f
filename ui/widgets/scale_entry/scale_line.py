"""One answer line as it is on paper: its end words, the cross, and small where the cross stood the time before.

`ScaleLine(theme, measure, ends=("", ""), stops=0)`; `set_value(value)`, `set_before(value)`, `set_active(on)`. Signals:
`picked(object)` a click has set the mark, `dragged(object)` a mark is being moved, `touched` a hand is on the line.
With `stops` it is a row of steps. It takes no focus: its field does.
"""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.theme import Role, Theme

from ..painted import Painted, smooth
from .line_geometry import Measure, Span

_HIGH, _END, _ARM, _RING, _GAP = 34, 8, 8, 7, 10
_LEAST, _WORDS = 150, 120
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value


class ScaleLine(Painted):
    """The order of the ends is the paper's, whichever of them is the good one."""

    picked = Signal(object)
    dragged = Signal(object)
    touched = Signal()

    def __init__(
        self,
        theme: Theme,
        measure: Measure,
        ends: tuple[str, str] = ("", ""),
        stops: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._measure, self._ends, self._stops = measure, ends, stops
        self._value: Decimal | None = None
        self._second: Decimal | None = None
        self._before: Decimal | None = None
        self._note = ""
        self._active = False
        self._room = (0, 0)
        self._pressed: QPointF | None = None
        self._is_dragging = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_measure(self, measure: Measure) -> None:
        self._measure = measure
        self.update()

    def set_value(self, value: Decimal | None, second: Decimal | None = None, note: str = "") -> None:
        """`second` is another cross on the same line; `note` are words about a line without a mark."""
        self._value, self._second, self._note = value, second, note
        self.update()

    def set_before(self, value: Decimal | None) -> None:
        self._before = value
        self.update()

    def set_active(self, active: bool) -> None:
        self._active = active
        self.update()

    def words_width(self) -> tuple[int, int]:
        """What the end words would like to have at the sides."""
        metrics, most = self.theme.metrics(Role.SMALL), self.theme.px(_WORDS)
        left, right = (min(most, metrics.horizontalAdvance(word) + 1) if word else 0 for word in self._ends)
        return left, right

    def set_room(self, left: int, right: int) -> None:
        """So much for the words at each side, the same for all lines of a form, so that they stand under another."""
        self._room = (left, right)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(300), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self._height())

    def span(self) -> Span:
        """Where the line is; the words stand outside its ends where there is room, else below them."""
        arm = self.theme.px(_ARM)
        left = right = float(arm)
        if self.words_at_sides():
            left += self._room[0] + _GAP if self._room[0] else 0
            right += self._room[1] + _GAP if self._room[1] else 0
        return Span(left, max(left + 1, self.width() - right), self.theme.px(_HIGH) / 2)

    def words_at_sides(self) -> bool:
        return self.width() - sum(self._room) - 2 * (_GAP + self.theme.px(_ARM)) >= self.theme.px(_LEAST)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self.span().hit(event.position().x(), event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and hit is not None:
            self._pressed, self._is_dragging = event.position(), False
            self.touched.emit()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where, span = event.position(), self.span()
        if self._pressed is None:
            over = span.hit(where.x(), where.y()) is not None
            self.setCursor(Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor)
            return
        far = abs(where.x() - self._pressed.x()) >= QApplication.startDragDistance()
        self._is_dragging = self._is_dragging or far
        if self._is_dragging:
            self.dragged.emit(self._measure.value(span.place(where.x())))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._is_dragging:
            self.picked.emit(self._measure.value(self.span().place(pressed.x())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, span = smooth(self), self.span()
        self._paint_line(painter, span)
        self._paint_ends(painter, span)
        if self._before is not None:
            paint_before(painter, self.theme, QPointF(span.x(self._measure.at(self._before)), span.y))
        for value in (self._value, self._second):
            if value is not None:
                self._paint_mark(painter, QPointF(span.x(self._measure.at(value)), span.y))
        if self._note and self._value is None:
            self._paint_note(painter, span)

    def _paint_line(self, painter: QPainter, span: Span) -> None:
        painter.setPen(QPen(self.theme.colour("ink"), max(2, self.theme.px(2))))
        painter.drawLine(QPointF(span.left, span.y), QPointF(span.right, span.y))
        end = self.theme.px(_END)
        for x in (span.left, span.right):
            painter.drawLine(QPointF(x, span.y - end), QPointF(x, span.y + end))
        if self._stops:
            self._paint_stops(painter, span)

    def _paint_stops(self, painter: QPainter, span: Span) -> None:
        painter.setBrush(self.theme.colour("surface"))
        ring = self.theme.px(_RING)
        for step in range(self._stops):
            painter.drawEllipse(QPointF(span.x(step / (self._stops - 1)), span.y), ring, ring)

    def _paint_ends(self, painter: QPainter, span: Span) -> None:
        painter.setFont(self.theme.font(Role.SMALL))
        painter.setPen(self.theme.colour("ink2"))
        arm = self.theme.px(_ARM)
        if self.words_at_sides():
            high = self.theme.px(_HIGH)
            left = QRectF(0, 0, span.left - arm - _GAP + 1, high)
            right = QRectF(span.right + arm + _GAP, 0, self.width() - span.right - arm - _GAP, high)
        else:
            half, top = self.width() / 2 - _GAP, self.theme.px(_HIGH) - 2
            left = QRectF(0, top, half, self._height() - top)
            right = QRectF(self.width() - half, top, half, self._height() - top)
        at_sides = self.words_at_sides()
        inward, outward = Qt.AlignmentFlag.AlignRight.value, Qt.AlignmentFlag.AlignLeft.value
        painter.drawText(left, _WRAP | (inward if at_sides else outward), self._ends[0])
        painter.drawText(right, _WRAP | (outward if at_sides else inward), self._ends[1])

    def _paint_mark(self, painter: QPainter, at: QPointF) -> None:
        arm = self.theme.px(_ARM)
        painter.setPen(QPen(self.theme.colour("focus" if self._active else "primary"), self.theme.px(5) / 2))
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))

    def _paint_note(self, painter: QPainter, span: Span) -> None:
        """Above the middle of the line."""
        box = QRectF(span.left, 0, span.right - span.left, span.y - 2)
        painter.setFont(self.theme.font(Role.CAPTION))
        painter.setPen(self.theme.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._note)

    def _height(self) -> int:
        below = self.theme.metrics(Role.SMALL).height() * 2 if any(self._ends) and not self.words_at_sides() else 0
        return self.theme.px(_HIGH) + below

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that go below the ends need more height."""
        super().resizeEvent(event)
        self.updateGeometry()


def paint_before(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """⊥ below a place on the line: where the cross stood the time before."""
    painter.setPen(QPen(theme.colour("ink2"), theme.px(8) / 5))
    top, foot, half = theme.px(5), theme.px(13), theme.px(5)
    painter.drawLine(at + QPointF(0, top), at + QPointF(0, foot))
    painter.drawLine(at + QPointF(-half, foot), at + QPointF(half, foot))
