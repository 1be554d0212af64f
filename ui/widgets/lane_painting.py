"""Draws what lies on one lane: bars, steps, gaps and dots."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mentorapp.domain.geometry import DayScale
from ui.theme import Role, Theme, shades

from .lane_values import Bar, Dot, Gap, Lane, LaneStep, Mark, MeetingSign, Sign
from .painted import rounded

_DOT, _SMALLEST_DOT, _BAR, _SIGN, _LEAST_WORDS = 4.2, 2.4, 19, 5.0, 90


def span_of(scale: DayScale, mark: Mark) -> tuple[float, float] | None:
    """Where a mark begins and ends on the axis, 0 to 1; None when nothing of it is seen."""
    if isinstance(mark, Dot | Sign):
        x = scale.at(mark.day)
        return (x, x) if 0 <= x <= 1 else None
    return scale.span(mark.start, mark.end)


class LanePainter:
    """One painter, theme and axis for all lanes of a picture."""

    def __init__(self, painter: QPainter, theme: Theme, scale: DayScale) -> None:
        self._painter = painter
        self._theme = theme
        self._scale = scale

    def paint(self, row: QRectF, lane: Lane) -> None:
        """`row` is the lane without its name."""
        for step in lane.steps:
            self._step(row, step)
        for bar in lane.bars:
            self._bar(row, bar)
        for gap in lane.gaps:
            self._gap(row, gap)
        for sign in lane.signs:
            self._sign(row, sign, self._next_after(row, lane, sign))
        self._dots(row, lane.dots)

    def _dots(self, row: QRectF, dots: tuple[Dot, ...]) -> None:
        if not dots:
            return
        places = [self._scale.at(dot.day) for dot in dots]
        left, wide, middle, radius = row.left(), row.width(), row.center().y(), self._dot_radius(row, places)
        fills = {True: self._theme.colour("ok"), False: self._theme.colour("surface")}
        painter, held = self._painter, None
        painter.setPen(QPen(self._theme.colour("ok"), 1.6))
        for dot, x in zip(dots, places, strict=True):
            if 0 <= x <= 1:
                if dot.held is not held:
                    held = dot.held
                    painter.setBrush(fills[held])
                painter.drawEllipse(QPointF(left + x * wide, middle), radius, radius)

    def _dot_radius(self, row: QRectF, shares: Iterable[float]) -> float:
        """Smaller where contacts are so many that they would run together."""
        places = sorted(x * row.width() for x in shares)
        nearest = sorted(after - here for here, after in pairwise(places) if after > here)
        usual = nearest[len(nearest) // 2] if nearest else row.width()
        return max(_SMALLEST_DOT, min(_DOT * self._theme.scale, usual * 0.4))

    def _bar(self, row: QRectF, bar: Bar) -> None:
        box = self._box(row, bar, self._theme.px(_BAR))
        if box is not None:
            colours = shades(self._theme.tokens, bar.family)
            ground = self._theme.colour("surface") if bar.pending else colours.tint
            rounded(self._painter, box, 3, ground, colours.strong, 1, dashed=bar.pending)
            self._words(box.adjusted(8, 0, -4, 0), bar.words, colours.strong, Role.CAPTION)

    def _next_after(self, row: QRectF, lane: Lane, sign: Sign) -> float:
        """Where what comes next on the lane begins; the end of the row where nothing does."""
        spans = [(mark, span_of(self._scale, mark)) for mark in lane.marks() if mark is not sign]
        here = self._scale.at(sign.day)
        begins = [row.left() + span[0] * row.width() for _, span in spans if span is not None and span[0] > here]
        return min(begins, default=row.right())

    def _sign(self, row: QRectF, sign: Sign, until: float) -> None:
        """A diamond on its day with the words after it, or before it where there is no room before what comes next."""
        span = span_of(self._scale, sign)
        if span is None:
            return
        at, side = QPointF(row.left() + span[0] * row.width(), row.center().y()), _SIGN * self._theme.scale
        strong = shades(self._theme.tokens, sign.family).strong
        self._painter.setPen(QPen(strong, 1.4))
        held = isinstance(sign, MeetingSign) and sign.held
        self._painter.setBrush(strong if held else self._theme.colour("surface"))
        ways = (QPointF(0, -side), QPointF(side, 0), QPointF(0, side), QPointF(-side, 0))
        self._painter.drawPolygon([at + way for way in ways])
        self._words(self._beside(row, sign, at.x(), side + 5, until), sign.words, strong, Role.CAPTION)

    def _beside(self, row: QRectF, sign: Sign, at: float, gap: float, until: float) -> QRectF:
        """Where the words of a sign go. Meetings are many on one lane: theirs never go before the sign, and what finds
        no room is said where the mouse rests."""
        wide = self._theme.metrics(Role.CAPTION).horizontalAdvance(sign.words) + 2
        meeting = isinstance(sign, MeetingSign)
        room = until - at - gap - (gap if meeting and until < row.right() else 0)
        if meeting or room >= min(wide, _LEAST_WORDS * self._theme.scale):
            return QRectF(at + gap, row.top(), max(0.0, min(wide, room)), row.height())
        left = max(row.left(), at - gap - wide)
        return QRectF(left, row.top(), at - gap - left, row.height())

    def _step(self, row: QRectF, step: LaneStep) -> None:
        box = self._box(row, step, row.height() - 6)
        if box is None:
            return
        colours = shades(self._theme.tokens, step.family)
        box.setTop(box.bottom() - max(4.0, step.height * box.height()))
        self._painter.fillRect(box.adjusted(0, 0, -2, 0), colours.tint)
        self._painter.fillRect(QRectF(box.left(), box.top(), box.width() - 2, 2), colours.strong)
        metrics = self._theme.metrics(Role.CAPTION, True)
        above = box.top() - metrics.height() >= row.top() - 3
        words = box.adjusted(6, 0, 0, 0)
        words.setTop(box.top() - metrics.height() if above else box.top() + 1)
        words.setHeight(metrics.height())
        self._words(words, step.words, colours.strong, Role.CAPTION, bold=True)

    def _gap(self, row: QRectF, gap: Gap) -> None:
        box = self._box(row, gap, self._theme.px(_BAR))
        if box is None:
            return
        self._painter.fillRect(box, self._theme.colour("surface"))
        pen = QPen(self._theme.colour("ink2"), 1.3)
        pen.setDashPattern([1.5, 2])
        self._painter.setPen(pen)
        for x, way in ((box.left(), 5), (box.right(), -5)):
            self._painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            self._painter.drawLine(QPointF(x, box.top()), QPointF(x + way, box.top()))
            self._painter.drawLine(QPointF(x, box.bottom()), QPointF(x + way, box.bottom()))
        self._words(box.adjusted(9, 0, -6, 0), gap.words, self._theme.colour("ink2"), Role.CAPTION)

    def _words(self, box: QRectF, words: str, colour: QColor, role: Role, bold: bool = False) -> None:
        room = int(box.width())
        metrics = self._theme.metrics(role, bold)
        if room < metrics.horizontalAdvance("00"):
            return
        self._painter.setFont(self._theme.font(role, bold))
        self._painter.setPen(colour)
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self._painter.drawText(box.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _box(self, row: QRectF, mark: Mark, high: float) -> QRectF | None:
        span = span_of(self._scale, mark)
        if span is None:
            return None
        box = QRectF(0, 0, (span[1] - span[0]) * row.width(), high)
        box.moveLeft(row.left() + span[0] * row.width())
        box.moveTop(row.center().y() - high / 2)
        return box
