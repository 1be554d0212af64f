"""Everything at once: one lane per actor over time, with contacts as dots, stays as bars, and today's line.

`Lanes(theme, texts, scale, today, lanes)`; `scale` is a `DayScale`, the lanes are frozen values of `lane_values`:
`Lane(name, dots, bars, steps, gaps, signs)` of `Dot`, `Bar`, `LaneStep`, `Gap` and `Sign`. `lanes_table` there is the
twin for Visa som tabell. Up and Down walk over the lanes, Left and Right over what lies on one, and what is met is
said. Signal `activated(int, object)`: the place of the lane and the value.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentorapp.domain.geometry import DayScale
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .announce import announce
from .lane_painting import LanePainter, span_of
from .lane_values import Dot, Lane, Sign, mark_in_words
from .painted import Painted, rounded, smooth

_LANE, _HEAD, _FOOT, _GAP = 29, 22, 24, 12
_MONTHS_BY_NAME = 14
_SAID_AFTER_MS = 120


class Lanes(Painted):
    """A picture with a description and a table; one Tab stop."""

    activated = Signal(int, object)
    ring_radius = 6.0

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        scale: DayScale,
        today: date,
        lanes: Sequence[Lane] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._texts = texts
        self._at = (0, -1)
        self._due = QTimer(self, singleShot=True, interval=_SAID_AFTER_MS)
        self._due.timeout.connect(self._say)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(texts("widgets.lanes"))
        self.set_lanes(scale, today, lanes)

    def set_lanes(self, scale: DayScale, today: date, lanes: Sequence[Lane]) -> None:
        self._scale, self._today, self._lanes = scale, today, tuple(lanes)
        self._widest = -1
        self._at = (0, -1)
        self._is_said = False
        self.setAccessibleDescription("")
        self._due.start()
        self.updateGeometry()
        self.update()

    def accessibleDescription(self) -> str:
        self._say()
        return super().accessibleDescription()

    def _say(self) -> None:
        """All that lies there in words: as soon as the picture has the focus, or a while after it was painted, for no
        paint waits for a hundred dates."""
        if not self._is_said:
            self._is_said = True
            said = (f"{lane.name}: {self._lane_in_words(lane)}." for lane in self._lanes)
            self.setAccessibleDescription(" ".join(said))

    def _on_theme_changed(self) -> None:
        self._widest = -1
        super()._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(560), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(260), self._height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._say()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lane, place = self._at
        if not self._lanes:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            way = 1 if event.key() == Qt.Key.Key_Down else -1
            self._go(max(0, min(len(self._lanes) - 1, lane + way)), -1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            marks = self._lanes[lane].marks()
            way = 1 if event.key() == Qt.Key.Key_Right else -1
            self._go(lane, max(0, min(len(marks) - 1, place + way)) if marks else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place >= 0:
            self.activated.emit(lane, self._lanes[lane].marks()[place])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._mark_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._go(*found)
            self.activated.emit(found[0], self._lanes[found[0]].marks()[found[1]])

    def event(self, event: QEvent) -> bool:
        """Words that found no room on a narrow mark are said where the mouse rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._mark_at(QPointF(event.pos()))
            said = mark_in_words(self._texts, self._lanes[found[0]].marks()[found[1]]) if found else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def focus_rect(self) -> QRect:
        """The ring goes round the lane, or round what is chosen on it."""
        lane, place = self._at
        if not self._lanes:
            return self.rect()
        row = self._row(lane)
        if place < 0:
            return QRect(0, round(row.top()), self.width(), round(row.height()))
        left, right = span_of(self._scale, self._lanes[lane].marks()[place]) or (0.0, 0.0)
        box = QRectF(row.left() + left * row.width(), row.top(), max(0.0, right - left) * row.width(), row.height())
        return box.adjusted(-6, 2, 6, -2).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(self)
        self._paint_axis(painter)
        marks = LanePainter(painter, self.theme, self._scale)
        seen = QRectF(event.rect())
        plot = self._plot()
        for place, lane in enumerate(self._lanes):
            row = self._row(place, plot)
            if row.bottom() < seen.top() or row.top() > seen.bottom():
                continue
            painter.setFont(self.theme.font(Role.SMALL))
            painter.setPen(self.theme.colour("ink"))
            name = self.theme.metrics(Role.SMALL).elidedText(
                lane.name, Qt.TextElideMode.ElideRight, int(row.left()) - _GAP + 2
            )
            label = QRectF(0, row.top(), row.left(), row.height())
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name)
            marks.paint(row, lane)
        self._paint_today(painter)

    def _paint_axis(self, painter: QPainter) -> None:
        plot = self._plot()
        colour = self.theme.colour
        ticks = self._ticks()
        painter.setFont(self.theme.font(Role.CAPTION))
        metrics = self.theme.metrics(Role.CAPTION)
        ends = [x for _, x in ticks[1:]] + [1.0]
        last = 0.0
        for (word, x), end in zip(ticks, ends, strict=True):
            left = plot.left() + x * plot.width()
            painter.setPen(colour("sunk" if self.theme.high_contrast else "line"))
            painter.drawLine(QPointF(left, plot.top()), QPointF(left, plot.bottom()))
            wide = metrics.horizontalAdvance(word)
            middle = plot.left() + (x + end) / 2 * plot.width()
            if middle - wide / 2 > last and middle + wide / 2 <= plot.right() + _GAP:
                painter.setPen(colour("ink2"))
                painter.drawText(QPointF(middle - wide / 2, metrics.ascent() + 1), word)
                last = middle + wide / 2 + 6

    def _ticks(self) -> list[tuple[str, float]]:
        """The months by name; over a long time the quarters, the first of a year as the year."""
        months = self._scale.months()
        if len(months) <= _MONTHS_BY_NAME:
            return [(self._texts(f"calendar.mon_{first.month}"), x) for first, x in months]
        quarters = [(first, x) for first, x in months if first.month % 3 == 1]
        return [
            (str(first.year) if first.month == 1 else self._texts(f"calendar.mon_{first.month}"), x)
            for first, x in quarters
        ]

    def _paint_today(self, painter: QPainter) -> None:
        x = self._scale.at(self._today)
        if not 0 <= x <= 1:
            return
        plot = self._plot()
        at = plot.left() + x * plot.width()
        painter.setPen(QPen(self.theme.colour("rust"), 2))
        painter.drawLine(QPointF(at, plot.top()), QPointF(at, plot.bottom() + 2))
        metrics = self.theme.metrics(Role.CAPTION, True)
        word = self._texts("widgets.lanes_today")
        pill = QRectF(0, 0, metrics.horizontalAdvance(word) + 16, metrics.height() + 2)
        pill.moveCenter(QPointF(at, plot.bottom() + pill.height() / 2 + 2))
        pill.moveLeft(min(pill.left(), self.width() - pill.width()))
        rounded(painter, pill, pill.height() / 2, self.theme.colour("rust"))
        painter.setFont(self.theme.font(Role.CAPTION, True))
        painter.setPen(self.theme.colour("surface"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, word)

    def _plot(self) -> QRectF:
        if self._widest < 0:  # Asked for at every lane of every frame.
            metrics = self.theme.metrics(Role.SMALL)
            self._widest = max((metrics.horizontalAdvance(lane.name) for lane in self._lanes), default=0)
        left = min(self._widest + _GAP, int(self.width() * 0.34), self.theme.px(180))
        head = self.theme.px(_HEAD)
        return QRectF(left, head, max(1, self.width() - left - 1), self.theme.px(_LANE) * len(self._lanes))

    def _row(self, place: int, plot: QRectF | None = None) -> QRectF:
        plot = plot or self._plot()
        high = self.theme.px(_LANE)
        return QRectF(plot.left(), plot.top() + place * high, plot.width(), high)

    def _mark_at(self, where: QPointF) -> tuple[int, int] | None:
        for place, lane in enumerate(self._lanes):
            row = self._row(place)
            if not row.top() <= where.y() < row.bottom():
                continue
            for number, mark in reversed(list(enumerate(lane.marks()))):
                span = span_of(self._scale, mark)
                reach = 8.0 if isinstance(mark, Dot | Sign) else 1.0
                if span is None:
                    continue
                left, right = (row.left() + x * row.width() for x in span)
                if left - reach <= where.x() <= right + reach:
                    return place, number
        return None

    def _go(self, lane: int, place: int) -> None:
        if (lane, place) == self._at:
            return
        self._at = (lane, place)
        self.update()
        chosen = self._lanes[lane]
        said = mark_in_words(self._texts, chosen.marks()[place]) if place >= 0 else self._lane_in_words(chosen)
        announce(self, said if place >= 0 else f"{chosen.name}: {said}")

    def _lane_in_words(self, lane: Lane) -> str:
        seen = [mark for mark in lane.marks() if span_of(self._scale, mark) is not None]
        return "; ".join(mark_in_words(self._texts, mark) for mark in seen) or self._texts("widgets.lanes_empty")

    def _height(self) -> int:
        return self.theme.px(_HEAD + _FOOT) + self.theme.px(_LANE) * len(self._lanes)
