"""Hours of a placement as steps over time: solid until today, a dot for today, dotted on as it is planned.

`StepChart(theme, texts, curve)` with `HoursCurve` of the domain. Left and Right walk the levels.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from mentorapp.domain.geometry import Point
from mentorapp.domain.hours_curve import HoursCurve, hours_picture
from mentorapp.domain.label_places import spread
from mentorapp.language import chart_words as words
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .chart import Chart
from .chart_painting import Plot, ring
from .painted import smooth

_WIDE, _HIGH, _LEAST = 380, 150, 220
_TOP, _FOOT, _AXIS_GAP = 18, 24, 12


class StepChart(Chart):
    """A picture with a description and a table; one Tab stop."""

    def __init__(self, theme: Theme, texts: Texts, curve: HoursCurve, parent: QWidget | None = None) -> None:
        super().__init__(theme, texts, texts("charts.hours_chart"), parent)
        self.set_curve(curve)

    def set_curve(self, curve: HoursCurve) -> None:
        self._picture = hours_picture(curve)
        self.values_changed()

    def curve(self) -> HoursCurve:
        return self._picture.curve

    def count(self) -> int:
        return len(self.curve().steps)

    def spot(self, place: int) -> QRectF:
        """The whole level, from its beginning to its end."""
        treads = [tread for tread in self._picture.treads if tread.step == place]
        reach = self.theme.px(10)
        if not treads:
            return QRectF(self.rect())
        left, right = (
            self._plot().at(Point(treads[0].left, treads[0].y)),
            self._plot().at(Point(treads[-1].right, treads[-1].y)),
        )
        return QRectF(left, right).normalized().adjusted(-2, -reach, 2, reach)

    def point_in_words(self, place: int) -> str:
        return words.step_in_words(self.texts, self.curve().steps[place])

    def whole_in_words(self) -> str:
        return words.hours_in_words(self.texts, self.curve())

    def table(self) -> words.TableTwin:
        return words.hours_table(self.texts, self.curve())

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(_WIDE), self.theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(_LEAST), self.theme.px(_HIGH))

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        self._paint_axes(painter)
        if not self.curve().steps:
            self.paint_empty(painter)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("bluesoft"))
        painter.drawPolygon(self._plot().stroke(self._picture.ground))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self.pen("blue", 2.25, (2.25, 3.5)))
        painter.drawPolyline(self._plot().stroke(self._picture.ahead))
        pen = self.pen("blue", 2.5)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawPolyline(self._plot().stroke(self._picture.solid))
        if self._picture.today is not None:
            at = self._plot().at(self._picture.today)
            ring(painter, at, 4.5 * self.theme.scale, self.pen("blue", 1), self.theme.colour("blue"))
        self._paint_values(painter)

    def _paint_axes(self, painter: QPainter) -> None:
        plot, metrics = self._plot().rect, self.theme.metrics(Role.CAPTION)
        painter.setFont(self.theme.font(Role.CAPTION))
        for value, height in self._picture.grid:
            y = round(plot.bottom() - height * plot.height()) + 0.5
            painter.setPen(self.theme.colour("sunk" if self.theme.high_contrast else "line"))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            if value % 50 == 0:
                painter.setPen(self.theme.colour("ink2"))
                room = QRectF(0, y - metrics.height(), plot.left() - self.theme.px(_AXIS_GAP), 2 * metrics.height())
                said = self.texts("charts.percent", value=value)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        months = words.months_on(self.texts, self._picture.scale)
        widths = [metrics.horizontalAdvance(word) / plot.width() for word, _ in months]
        begins = spread([x + wide / 2 for (_, x), wide in zip(months, widths, strict=True)], widths,
                        self.theme.px(8) / plot.width())  # fmt: skip
        painter.setPen(self.theme.colour("ink2"))
        for (word, _), begin in zip(months, begins, strict=True):
            if begin is not None:
                foot = plot.bottom() + self.theme.px(6) + metrics.ascent()
                painter.drawText(QPointF(plot.left() + begin * plot.width(), foot), word)

    def _paint_values(self, painter: QPainter) -> None:
        """The per cent above each level that has room for it."""
        plot, metrics = self._plot(), self.theme.metrics(Role.CAPTION, True)
        painter.setFont(self.theme.font(Role.CAPTION, True))
        painter.setPen(self.theme.colour("blue"))
        said = [words.percent_in_words(self.texts, step) for step in self.curve().steps]
        widths = [(metrics.horizontalAdvance(word) + 4) / plot.rect.width() for word in said]
        for word, at in zip(said, self._picture.labels(widths), strict=True):
            if at is not None:
                painter.drawText(plot.at(at) + QPointF(2, -6 * self.theme.scale), word)

    def _plot(self) -> Plot:
        metrics = self.theme.metrics(Role.CAPTION)
        left = metrics.horizontalAdvance(self.texts("charts.percent", value=100)) + self.theme.px(_AXIS_GAP)
        top, foot = self.theme.px(_TOP), self.theme.px(_FOOT)
        return Plot(QRectF(left, top, max(1, self.width() - left - 2), max(1, self.height() - top - foot)))
