"""Hours a week from a day on: a step up, or a number put right."""

from datetime import date

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.numbers_typed import hours_a_week
from mentorapp.domain.placements import FULL_TIME, HoursPeriod, percent_of
from mentorapp.language.numbers import plain
from mentorapp.store.placements import remove_hours, set_hours
from ui.widgets.field import LineField

from .sheet import Desk, PlacementSheet


class HoursSheet(PlacementSheet):
    """Without `period` new ones from today; with it those that hold from its day."""

    def __init__(self, desk: Desk, period: HoursPeriod | None = None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=texts("placement.hours_change"),
            thing="hours",
            label="hours_set",
            part=period.id if period else "",
        )
        self._period = period
        day = period.from_date if period else max(desk.view.today, self.placement.from_date)
        self.day = self.day_field(texts("placement.hours_from"), day, optional=False, lean=Lean.NEAREST)
        now = plain(texts, period.hours_per_week) if period else ""
        self.hours = LineField(desk.theme, texts("placement.hours"), now, hint=texts("placement.hours_hint"))
        self.add_beside(("hours_per_week", self.hours), ("from_date", self.day))
        self.hours.edited.connect(lambda _typed: self._say_percent())
        if period is not None:
            self.add_removal(
                texts("placement.hours_remove"), "hours_removed", lambda session: remove_hours(session, period.id)
            )
        self.body.addStretch(1)
        self._say_percent()

    def first_field(self) -> QWidget:
        return self.hours.line

    def write(self, session: Session) -> object:
        hours, day = hours_a_week(self.hours.text()), self._day()
        if hours is None:
            raise InputError("hours_per_week", "number_unreadable")
        if self._period is not None and self._period.from_date != day:
            remove_hours(session, self._period.id)
            session.flush()
        return set_hours(session, self.placement.id, day, hours)

    def _day(self) -> date:
        day = self.day.day()
        assert day is not None
        return day

    def _say_percent(self) -> None:
        """20 timmar i veckan är 50 procent."""
        try:
            hours = hours_a_week(self.hours.text())
        except InputError:
            hours = None
        said = self.texts("placement.hours_hint")
        if hours is not None and 0 <= hours <= FULL_TIME:
            said = self.texts("placement.hours_are", hours=plain(self.texts, hours), percent=percent_of(hours))
        self.hours.hint.setText(said)
