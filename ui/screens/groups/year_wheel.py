"""The year at a glance: a line for each group, a soft bar over the months in which it goes on, a dot for a meeting."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from mentorapp.domain.groups import months_of
from mentorapp.language.texts import Texts
from mentorapp.store.groups import ActivityLine
from ui.theme import Role, Theme
from ui.widgets.painted import Painted, rounded, smooth

_ROW, _HEAD, _BAR, _DOT = 46, 26, 14, 3
_MONTHS = range(1, 13)


class YearWheel(Painted):
    """Said in words too: its description names the months of each group."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self._texts = texts
        self._year = 0
        self._here = 0
        self._lines: tuple[ActivityLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_year(self, lines: Sequence[ActivityLine], year: int, here: int) -> None:
        """`here` is the present month, 0 in another year. Only what goes on in the year has a line."""
        self._year, self._here = year, here
        self._lines = tuple(line for line in lines if self._months(line))
        self.setAccessibleName(self._texts("groups.year", year=year))
        self.setAccessibleDescription(". ".join(self._said(line) for line in self._lines))
        self.updateGeometry()
        self.update()

    @property
    def is_empty(self) -> bool:
        return not self._lines

    def sizeHint(self) -> QSize:
        high = self.theme.px(_HEAD) + self.theme.px(_ROW) * max(1, len(self._lines))
        return QSize(12 * self.theme.px(24), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * self.theme.px(18), self.sizeHint().height())

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        wide = self.width() / 12
        self._paint_head(painter, wide)
        for place, line in enumerate(self._lines):
            top = self.theme.px(_HEAD) + place * self.theme.px(_ROW)
            self._paint_line(painter, line, QRect(0, top, self.width(), self.theme.px(_ROW)), wide)

    def _paint_head(self, painter: QPainter, wide: float) -> None:
        metrics = self.theme.metrics(Role.CAPTION, True)
        names = [self._texts(f"calendar.mon_{month}") for month in _MONTHS]
        short = any(metrics.horizontalAdvance(name) > wide - 4 for name in names)
        for month in _MONTHS:
            cell = QRectF((month - 1) * wide, 0, wide, self.theme.px(_HEAD))
            now = month == self._here
            painter.setFont(self.theme.font(Role.CAPTION, now))
            painter.setPen(self.theme.colour("ink" if now else "ink2"))
            words = names[month - 1][:1].upper() if short else names[month - 1]
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_line(self, painter: QPainter, line: ActivityLine, row: QRect, wide: float) -> None:
        """The title above its bar."""
        colour, theme = self.theme.colour, self.theme
        metrics, bar = theme.metrics(Role.SMALL), theme.px(_BAR)
        painter.setFont(theme.font(Role.SMALL))
        painter.setPen(colour("ink"))
        title = metrics.elidedText(line.activity.title, Qt.TextElideMode.ElideRight, row.width())
        painter.drawText(row.adjusted(0, 2, 0, -bar - 6), Qt.AlignmentFlag.AlignBottom, title)
        middle = row.bottom() - 4 - bar / 2
        edge = colour("edge") if theme.high_contrast else None
        for first, last in _runs(self._months(line)):
            where = QRectF((first - 1) * wide + 1, middle - bar / 2, (last - first + 1) * wide - 2, bar)
            rounded(painter, where, bar / 2, colour("soft"), edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("primary"))
        for meeting in line.meetings:
            if meeting.event_date.year == self._year:
                at = (meeting.event_date.month - 1) + (meeting.event_date.day - 0.5) / 31
                dot = theme.px(_DOT)
                painter.drawEllipse(QPointF(min(max(at * wide, dot + 2), self.width() - dot - 2), middle), dot, dot)

    def _months(self, line: ActivityLine) -> frozenset[int]:
        return months_of(line.activity, tuple(meeting.event_date for meeting in line.meetings), self._year)

    def _said(self, line: ActivityLine) -> str:
        months = ", ".join(self._texts(f"calendar.month_{month}") for month in sorted(self._months(line)))
        return f"{line.activity.title}: {months}"


def _runs(months: frozenset[int]) -> list[tuple[int, int]]:
    """(first, last) of months that follow on one another."""
    found: list[tuple[int, int]] = []
    for month in sorted(months):
        if found and found[-1][1] == month - 1:
            found[-1] = (found[-1][0], month)
        else:
            found.append((month, month))
    return found
