"""What our charts share: one Tab stop, arrow keys that walk the points, a description, and a table twin."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentorapp.language.chart_words import TableTwin
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .announce import announce
from .chart_painting import chart_pen
from .painted import Painted

_SAID_AFTER_MS = 120
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Chart(Painted):
    """Subclasses say how many points there are, where they lie, and how each and all are said.

    `activated(int)` carries the place of the point that Enter or a click opened; `changed` that there are other values.
    """

    activated = Signal(int)
    changed = Signal()
    ring_radius = 6.0

    def __init__(self, theme: Theme, texts: Texts, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.texts = texts
        self._at = -1
        self._is_said = False
        self._due = QTimer(self, singleShot=True, interval=_SAID_AFTER_MS)
        self._due.timeout.connect(self._say)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def count(self) -> int:
        """How many points the arrow keys walk over."""
        raise NotImplementedError

    def spot(self, place: int) -> QRectF:
        """What the ring goes round."""
        raise NotImplementedError

    def point_in_words(self, place: int) -> str:
        raise NotImplementedError

    def whole_in_words(self) -> str:
        raise NotImplementedError

    def table(self) -> TableTwin:
        """The twin for *Visa som tabell*."""
        raise NotImplementedError

    def legend(self) -> QWidget | None:
        """What stands beside the link under the picture, where shapes have to be named apart from it."""
        return None

    def beside(self, _place: int, _way: int) -> int | None:
        """Where Up (-1) and Down (1) lead; None where the chart has one row only."""
        return None

    def current(self) -> int:
        """The point that the keyboard is on; -1 before the first arrow key."""
        return self._at

    def values_changed(self) -> None:
        """Called by subclasses after they have taken new values."""
        self._at = -1
        self._is_said = False
        self.setAccessibleDescription("")
        self._due.start()
        self.updateGeometry()
        self.update()
        self.changed.emit()

    def accessibleDescription(self) -> str:
        self._say()
        return super().accessibleDescription()

    def _say(self) -> None:
        """A while after the values came, or when somebody listens: no paint waits for it."""
        if not self._is_said:
            self._is_said = True
            self.setAccessibleDescription(self.whole_in_words())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._say()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def focus_rect(self) -> QRect:
        """The ring goes round the point that was walked to, or the whole chart."""
        return self.rect() if self._at < 0 else self.spot(self._at).toAlignedRect() & self.rect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), self.count() - 1
        if last < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.go(max(0, min(last, self._at + _STEPS[key])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._beside(key) is not None:
            self.go(self._beside(key) or 0)
        elif key in _ENTER and self._at >= 0:
            self.activated.emit(self._at)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.go(place)
            self.activated.emit(place)

    def event(self, event: QEvent) -> bool:
        """What a point is, where the mouse rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if place is None else self.point_in_words(place), self)
            return True
        return super().event(event)

    def go(self, place: int) -> None:
        """Makes a point the current one, and says it."""
        if place != self._at:
            self._at = place
            self.update()
            announce(self, self.point_in_words(place))

    def place_at(self, where: QPointF) -> int | None:
        """The nearest point under the mouse, if any is."""
        found = [place for place in range(self.count()) if self.spot(place).contains(where)]
        return min(found, key=lambda place: _far(self.spot(place).center(), where), default=None)

    def _beside(self, key: Qt.Key) -> int | None:
        return self.beside(self._at, 1 if key == Qt.Key.Key_Down else -1)

    def pen(self, token: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
        return chart_pen(self.theme, token, width, dashes)

    def paint_empty(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font(Role.SMALL))
        painter.setPen(self.theme.colour("ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.texts("charts.empty"))


def _far(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
