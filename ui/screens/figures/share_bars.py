"""Shares as bars, a row each: how many of how many, told by length, hatching and words, never by colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from mentorapp.language.chart_words import TableTwin
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.chart import Chart
from ui.widgets.painted import hatch, rounded, smooth

_BAR, _RADIUS, _GAP, _AIR = 13, 2, 12, 7
_NAME_PART, _STACKED_CHARS = 0.45, 48
_HATCH = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """`parts` of `of`: filled, plain and hatched in this order; `strong` and `beside` stand at the right, `words` is
    what is read aloud. Without `of` there is no bar: a row that only counts."""

    name: str
    parts: tuple[int, ...]
    of: int
    strong: str
    beside: str
    words: str


class ShareBars(Chart):
    """Up and Down walk the rows, as Left and Right do. In a narrow card the name stands above its bar."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        name: str,
        bars: tuple[Bar, ...],
        twin: TableTwin,
        legend: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, texts, name, parent)
        self.bars = bars
        self._twin, self._legend = twin, legend
        self.values_changed()

    def count(self) -> int:
        return len(self.bars)

    def spot(self, place: int) -> QRectF:
        high = self._row_high()
        return QRectF(1, place * high + 1, self.width() - 2, high - 2)

    def point_in_words(self, place: int) -> str:
        return self.bars[place].words

    def whole_in_words(self) -> str:
        return " ".join(bar.words for bar in self.bars)

    def table(self) -> TableTwin:
        return self._twin

    def legend(self) -> QWidget | None:
        return PartLegend(self.theme, self._legend) if self._legend else None

    def beside(self, place: int, way: int) -> int | None:
        return max(0, min(self.count() - 1, place + way))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(380), self.count() * self._row_high())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # narrow rows are two lines high

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        for place, bar in enumerate(self.bars):
            self._paint_row(painter, self.spot(place), bar)

    @property
    def is_stacked(self) -> bool:
        return self.width() < _STACKED_CHARS * self.theme.metrics(Role.SMALL).averageCharWidth()

    def _row_high(self) -> int:
        lines = 2 if self.is_stacked else 1
        return lines * self.theme.line(Role.SMALL) + self.theme.px(_AIR)

    def _paint_row(self, painter: QPainter, room: QRectF, bar: Bar) -> None:
        line, gap = self.theme.line(Role.SMALL), self.theme.px(_GAP)
        beside, strong = self._width(False), self._width(True)
        name = QRectF(room)
        lower = QRectF(room)
        if self.is_stacked:
            name.setHeight(line)
            lower.setTop(room.top() + line)
            left = room.left()
        else:
            name.setWidth(min(self._name_width(), room.width() * _NAME_PART))
            left = name.right() + gap
        self._write(painter, name, bar.name, "ink", left=True)
        self._write(painter, QRectF(lower.right() - beside, lower.top(), beside, lower.height()), bar.beside, "ink2")
        at = lower.right() - beside - gap - strong
        self._write(painter, QRectF(at, lower.top(), strong, lower.height()), bar.strong, "ink", bold=True)
        if bar.of:
            high = self.theme.px(_BAR)
            track = QRectF(left, lower.center().y() - high / 2, max(8.0, at - gap - left), high)
            self._paint_bar(painter, track, bar)

    def _paint_bar(self, painter: QPainter, track: QRectF, bar: Bar) -> None:
        rounded(painter, track, _RADIUS, self.theme.colour("sunk"))
        left = track.left()
        for place, part in enumerate(bar.parts):
            box = QRectF(left, track.top(), track.width() * part / bar.of, track.height())
            left = box.right()
            if part:
                paint_part(painter, self.theme, box, place)

    def _write(
        self, painter: QPainter, room: QRectF, words: str, tone: str, *, bold: bool = False, left: bool = False
    ) -> None:
        painter.setFont(self.theme.font(Role.SMALL, bold))
        painter.setPen(self.theme.colour(tone))
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        metrics = self.theme.metrics(Role.SMALL, bold)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)

    def _name_width(self) -> int:
        metrics = self.theme.metrics(Role.SMALL)
        return max((metrics.horizontalAdvance(bar.name) for bar in self.bars), default=0) + 2

    def _width(self, strong: bool) -> int:
        metrics = self.theme.metrics(Role.SMALL, strong)
        every = (bar.strong if strong else bar.beside for bar in self.bars)
        return max((metrics.horizontalAdvance(words) for words in every), default=0) + 1


def paint_part(painter: QPainter, theme: Theme, box: QRectF, place: int) -> None:
    """The first part is filled, the second plain with a frame, the third hatched."""
    primary = theme.colour("primary")
    fill = (primary, theme.colour("soft"), theme.colour("surface"))[place]
    rounded(painter, box, _RADIUS, fill, primary if place else None)
    if place == 2:
        hatch(painter, box.adjusted(1, 1, -1, -1), primary, theme.px(_HATCH))


class PartLegend(QWidget):
    """What the parts of a bar stand for, in their order."""

    def __init__(self, theme: Theme, names: tuple[str, ...]) -> None:
        super().__init__()
        self.theme, self.names = theme, names
        self.setAccessibleName(", ".join(names))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()), self.theme.line(Role.CAPTION) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        painter, sign = smooth(self), self.theme.px(_BAR)
        painter.setFont(self.theme.font(Role.CAPTION))
        left = 0
        for place, (name, wide) in enumerate(zip(self.names, self._widths(), strict=True)):
            paint_part(painter, self.theme, QRectF(left + 0.5, (self.height() - sign) / 2, sign, sign), place)
            painter.setPen(self.theme.colour("ink2"))
            foot = self.height() / 2 + self.theme.metrics(Role.CAPTION).ascent() / 2 - 1
            painter.drawText(QPointF(left + sign + self.theme.px(6), foot), name)
            left += wide

    def _widths(self) -> list[int]:
        metrics, room = self.theme.metrics(Role.CAPTION), self.theme.px(_BAR + 6 + 14)
        return [metrics.horizontalAdvance(name) + room for name in self.names]
