"""Phases as a row of chevrons: ticked, going on (several may), outlined. On several lines where one has no room.

`PhaseRow(theme, texts, phases)` with `Phase` of the domain; `phase_activated(str)` carries the code of the phase that a
click, Enter or Space opened. Left and Right walk.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentorapp.domain.geometry import Point, chevrons
from mentorapp.domain.phases import Phase, phase_lines
from mentorapp.domain.workplace_support import StageState
from mentorapp.language import chart_words as words
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme, paint_icon

from .chart import Chart
from .painted import smooth

_HIGH, _LINE_GAP, _GAP, _NOTCH, _SIDE, _TICK = 33, 7, 5, 11, 18, 15


class PhaseRow(Chart):
    """A picture with a description; one Tab stop."""

    phase_activated = Signal(str)

    def __init__(self, theme: Theme, texts: Texts, phases: Sequence[Phase] = (), parent: QWidget | None = None) -> None:
        super().__init__(theme, texts, texts("charts.phases"), parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.activated.connect(lambda place: self.phase_activated.emit(self._phases[place].code))
        self.set_phases(phases)

    def set_phases(self, phases: Sequence[Phase]) -> None:
        self._phases = tuple(phases)
        self.values_changed()

    def phases(self) -> tuple[Phase, ...]:
        return self._phases

    def count(self) -> int:
        return len(self._phases)

    def spot(self, place: int) -> QRectF:
        return self._shape(place).boundingRect()

    def point_in_words(self, place: int) -> str:
        return words.phase_in_words(self.texts, self._phases[place])

    def whole_in_words(self) -> str:
        return words.phases_in_words(self.texts, self._phases)

    def table(self) -> words.TableTwin:
        return words.phases_table(self.texts, self._phases)

    def sizeHint(self) -> QSize:
        wide = round(sum(self._widths())) + self.theme.px(_NOTCH) + 4
        return QSize(wide, self._height(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        for place, phase in enumerate(self._phases):
            self._paint_shape(painter, self._shape(place), phase.state)
            self._paint_words(painter, place, phase)

    def _paint_shape(self, painter: QPainter, shape: QPolygonF, state: StageState) -> None:
        colour = self.theme.colour
        fills = {StageState.DONE: "soft", StageState.CURRENT: "rustsoft", StageState.AHEAD: "surface"}
        edges = {StageState.DONE: "primary", StageState.CURRENT: "rust", StageState.AHEAD: "edge"}
        pen = self.pen(edges[state], 2.25 if state is StageState.CURRENT else 1.25,
                       (4, 3) if state is StageState.AHEAD else ())  # fmt: skip
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(colour(fills[state]))
        painter.drawPolygon(shape)

    def _paint_words(self, painter: QPainter, place: int, phase: Phase) -> None:
        here = phase.state is StageState.CURRENT
        tone = {StageState.DONE: "ink", StageState.CURRENT: "rust", StageState.AHEAD: "ink2"}[phase.state]
        metrics = self.theme.metrics(Role.SMALL, here)
        rect, tick = self.spot(place), self.theme.px(_TICK)
        first = self._line_of(place)[0] == place
        notch = self.theme.px(_NOTCH)
        box = rect.adjusted(6 if first else notch + 4, 0, -notch - 2, 0)
        if phase.state is StageState.DONE:
            box.setLeft(box.left() + tick + 4)
        said = metrics.elidedText(self.texts(phase.key), Qt.TextElideMode.ElideRight, int(box.width()) + 1)
        wide = metrics.horizontalAdvance(said)
        x = box.left() + max(0.0, (box.width() - wide) / 2)
        painter.setFont(self.theme.font(Role.SMALL, here))
        painter.setPen(self.theme.colour(tone))
        painter.drawText(QRectF(x, box.top(), wide + 4, box.height()), Qt.AlignmentFlag.AlignVCenter, said)
        if phase.state is StageState.DONE:
            spot = QRectF(x - tick - 4, rect.top(), tick, rect.height()).toRect()
            paint_icon(painter, "check", spot, self.theme.colour("primary"))

    def _widths(self) -> list[float]:
        """What each phase needs for its words, bold as it may become."""
        metrics = self.theme.metrics(Role.SMALL, True)
        around = self.theme.px(2 * _SIDE + _TICK)
        return [metrics.horizontalAdvance(self.texts(phase.key)) + around for phase in self._phases]

    def _lines(self, width: float) -> tuple[tuple[int, ...], ...]:
        return phase_lines(self._widths(), width - self.theme.px(_NOTCH))

    def _line_of(self, place: int) -> tuple[int, ...]:
        return next(line for line in self._lines(self.width()) if place in line)

    def _shape(self, place: int) -> QPolygonF:
        lines = self._lines(self.width())
        number = next(at for at, line in enumerate(lines) if place in line)
        line, widths = lines[number], self._widths()
        room = max(1.0, self.width() - 3.0)
        points = chevrons([widths[at] for at in line], self.theme.px(_GAP) / room, self.theme.px(_NOTCH) / room)[
            line.index(place)
        ]
        high = self.theme.px(_HIGH)
        top = 1.5 + number * (high + self.theme.px(_LINE_GAP))
        return QPolygonF([_on_screen(point, room, top, high) for point in points])

    def _height(self, width: int) -> int:
        lines = max(1, len(self._lines(width)))
        return lines * self.theme.px(_HIGH) + (lines - 1) * self.theme.px(_LINE_GAP) + 3


def _on_screen(point: Point, width: float, top: float, height: float) -> QPointF:
    return QPointF(1.5 + point.x * width, top + (1 - point.y) * height)
