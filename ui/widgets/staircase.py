"""The staircase of the header: where somebody is, not how fast. A step opens by click, Enter or Space.

`Staircase(theme, texts, steps)` with `Stair(name, state, goal=False, description="")`; signal `step_activated(int)`
carries the place of the step, counted from 0. Left and Right walk, Home and End jump.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.geometry import stair_boxes
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme, paint_icon

from .announce import announce
from .painted import Painted, smooth
from .stair_painting import paint_figure, paint_pennant

_FIRST, _RISE, _GAP, _ABOVE, _STEP = 26, 11, 4, 25, 100
_NAMES_UP_TO = 6
_INSET = 9


@dataclass(frozen=True, slots=True)
class Stair:
    """`name` is the level's short name without its number; `description` is said with it (dates, weeks)."""

    name: str
    state: StepState
    goal: bool = False
    description: str = ""


class Staircase(Painted):
    """A row of steps, one Tab stop."""

    step_activated = Signal(int)
    ring_radius = 6.0

    def __init__(self, theme: Theme, texts: Texts, steps: Sequence[Stair] = (), parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._texts = texts
        self._steps: tuple[Stair, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(texts("widgets.stairs"))
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Stair]) -> None:
        self._steps = tuple(steps)
        here = [place for place, step in enumerate(self._steps) if step.state is StepState.HERE]
        self._current = here[-1] if here else 0
        self._describe()
        self.updateGeometry()
        self.update()

    def steps(self) -> tuple[Stair, ...]:
        return self._steps

    def current(self) -> int:
        """The step that Enter would open."""
        return self._current

    def step_in_words(self, place: int) -> str:
        step = self._steps[place]
        state = self._texts(f"widgets.step_{step.state.value}")
        words = self._texts("widgets.step", number=place + 1, name=step.name, state=state)
        return f"{words} {step.description}".strip()

    def focus_rect(self) -> QRect:
        """The ring goes round the step that Enter opens."""
        if not self._steps:
            return self.rect()
        return self._rect(self._current).toAlignedRect()

    def sizeHint(self) -> QSize:
        count = max(1, len(self._steps))
        return QSize(count * self.theme.px(_STEP), self._height(count))

    def minimumSizeHint(self) -> QSize:
        count = max(1, len(self._steps))
        return QSize(count * self.theme.px(36), self._height(count))

    def step_at(self, x: float) -> int:
        """The step above or below which a point lies."""
        return max(0, min(len(self._steps) - 1, int(x / max(1, self.width()) * len(self._steps))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._steps and event.button() is Qt.MouseButton.LeftButton:
            self._current = self.step_at(event.position().x())
            self.update()
            self.step_activated.emit(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._steps) - 1
        moves = {
            Qt.Key.Key_Left: max(0, self._current - 1),
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if not self._steps:
            super().keyPressEvent(event)
        elif event.key() in moves:
            self._go(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self.step_activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        for place, step in enumerate(self._steps):
            rect = self._rect(place)
            _paint_step(painter, self.theme, rect, step.state)
            self._paint_words(painter, rect, place, step)
            if step.goal and step.state is not StepState.HERE:
                top = QPointF(rect.x() + rect.width() * 0.7, rect.top() - 1)
                paint_pennant(painter, top, self.theme.colour("edge"), self.theme.scale)
            if step.state is StepState.HERE:
                paint_figure(
                    painter, QPointF(rect.center().x(), rect.top()), self.theme.colour("rust"), self.theme.scale
                )

    def _paint_words(self, painter: QPainter, rect: QRectF, place: int, step: Stair) -> None:
        here = step.state is StepState.HERE
        colour = {StepState.BEEN: "ink", StepState.HERE: "rust", StepState.AHEAD: "ink2"}[step.state]
        metrics = self.theme.metrics(Role.SMALL, here)
        box = rect.adjusted(_INSET, 0, -5, 0)
        box.setTop(box.bottom() - self.theme.px(_FIRST))
        if step.state is StepState.BEEN:
            tick = self.theme.px(18)
            spot = QRect(round(box.right()) - tick, round(box.top()), tick, round(box.height()))
            if box.width() >= tick + metrics.horizontalAdvance("00"):
                paint_icon(painter, "check", spot, self.theme.colour("primary"))
                box.setRight(spot.left() - 2)
        words = self._words(place, step, box.width(), here)
        painter.setFont(self.theme.font(Role.SMALL, here))
        painter.setPen(self.theme.colour(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _words(self, place: int, step: Stair, room: float, here: bool) -> str:
        """Number and name; the number alone on stairs of seven and more (but here), and where it is cramped."""
        number = str(place + 1)
        metrics = self.theme.metrics(Role.SMALL, here)
        if len(self._steps) > _NAMES_UP_TO and not here:
            return number
        whole = f"{number} {step.name}"
        if metrics.horizontalAdvance(whole) <= room:
            return whole
        short = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, int(room))
        return short if len(short) >= len(number) + 5 else number

    def _rect(self, place: int) -> QRectF:
        count = len(self._steps)
        gap = _GAP / max(1, self.width())
        box = stair_boxes(count, gap=gap)[place]
        high = self.theme.px(_FIRST + _RISE * (count - 1))
        return QRectF(
            box.x * self.width(), self.height() - box.height * high, box.width * self.width(), box.height * high
        )

    def _height(self, count: int) -> int:
        return self.theme.px(_FIRST + _RISE * (count - 1) + _ABOVE)

    def _go(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self.update()
            announce(self, self.step_in_words(place))

    def _describe(self) -> None:
        self.setAccessibleDescription(" ".join(self.step_in_words(place) for place in range(len(self._steps))))


def _paint_step(painter: QPainter, theme: Theme, rect: QRectF, state: StepState) -> None:
    if state is StepState.AHEAD:
        edge = theme.colour("edge")
        painter.setPen(_dotted(edge, 1.5))
        painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(_dotted(edge, 3))
        painter.drawLine(rect.topLeft() + QPointF(0, 1.5), rect.topRight() + QPointF(0, 1.5))
        return
    here = state is StepState.HERE
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("rustsoft" if here else "soft"))
    painter.drawRoundedRect(rect, 3, 3)
    painter.setBrush(theme.colour("rust" if here else "primary"))
    painter.drawRect(QRectF(rect.left(), rect.top(), rect.width(), 3))
    if theme.high_contrast:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("rust" if here else "primary"), 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _dotted(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setDashPattern([2, 2] if width < 2 else [1, 0.8])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
