"""How often booked meetings came about, month by month: so many of so many, never a percentage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from mentorapp.domain.calendar import add_months
from mentorapp.domain.sessions import Attendance, SessionKind, is_attempt
from mentorapp.language.texts import Texts
from mentorapp.store.timeline import ContactItem
from ui.theme import Role, Theme
from ui.widgets.painted import Painted, rounded, smooth

_MONTHS = 6
_COUNTED = frozenset({Attendance.HELD, Attendance.NO_SHOW, Attendance.CANCELLED_MENTEE})
_BAR, _GAP, _ROW = 15, 12, 26


@dataclass(frozen=True, slots=True)
class Month:
    """`held` of `booked` meetings of the month that begins on `first`."""

    first: date
    held: int
    booked: int


def months_of(contacts: Sequence[ContactItem], today: date) -> tuple[Month, ...]:
    """The last six months, oldest first. What the mentor cancelled or moved, letters and attempts are not counted."""
    counted = [
        c
        for c in contacts
        if c.attendance in _COUNTED and c.kind is not SessionKind.LETTER and not is_attempt(c.kind, c.attendance)
    ]
    firsts = [add_months(today.replace(day=1), back - _MONTHS + 1) for back in range(_MONTHS)]
    months = []
    for first in firsts:
        here = [c for c in counted if (c.on.year, c.on.month) == (first.year, first.month)]
        months.append(Month(first, sum(c.attendance is Attendance.HELD for c in here), len(here)))
    return tuple(months)


class AttendanceBars(Painted):
    """A bar a month on a track, with its words; a month without bookings says so."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self._texts = texts
        self._months: tuple[Month, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(texts("contacts.came"))

    def set_months(self, months: Sequence[Month]) -> None:
        self._months = tuple(months)
        said = (f"{self._texts(f'calendar.month_{m.first.month}')}: {self.words(m)}" for m in self._months)
        self.setAccessibleDescription(". ".join(said))
        self.updateGeometry()
        self.update()

    def words(self, month: Month) -> str:
        if not month.booked:
            return self._texts("contacts.none_booked")
        return self._texts("contacts.of", held=month.held, count=month.booked)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(_ROW) * max(1, len(self._months)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.sizeHint().height())

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        small, bold = self.theme.metrics(Role.SMALL), self.theme.metrics(Role.SMALL, True)
        left = small.horizontalAdvance("september"[:5]) + _GAP
        right = max((bold.horizontalAdvance(self.words(m)) for m in self._months), default=0) + _GAP
        for place, month in enumerate(self._months):
            row = QRect(0, place * self.theme.px(_ROW), self.width(), self.theme.px(_ROW))
            self._paint_row(painter, row, month, left, right)

    def _paint_row(self, painter: QPainter, row: QRect, month: Month, left: int, right: int) -> None:
        colour = self.theme.colour
        painter.setFont(self.theme.font(Role.SMALL))
        painter.setPen(colour("ink2"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, self._texts(f"calendar.mon_{month.first.month}"))
        high = self.theme.px(_BAR)
        track = QRect(left, row.y() + (row.height() - high) // 2, max(1, row.width() - left - right), high)
        border = colour("edge") if self.theme.high_contrast else None
        rounded(painter, track, 3, colour("sunk"), border)
        if month.held:
            bar = QRect(track)
            bar.setWidth(round(track.width() * month.held / month.booked))
            rounded(painter, bar, 3, colour("primary"))
        painter.setFont(self.theme.font(Role.SMALL, month.booked > 0))
        painter.setPen(colour("ink" if month.booked else "ink2"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.words(month))
