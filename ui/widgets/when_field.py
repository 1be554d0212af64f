"""A date field that also takes an hour: `i dag 10.30`, `ons kl 9`.

`WhenField(theme, texts, clock, label, ...)` as `DateField`; `at()` is the hour or None, `set_when(day, at)`. The signal
`day_changed` also tells that the hour has changed.
"""

from datetime import date, time

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean, parse_when
from mentorapp.domain.errors import InputError
from mentorapp.language.dates import time_of_day
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .date_field import DateField


class WhenField(DateField):
    """Another day chosen by key or calendar keeps the hour."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        clock: Clock,
        label: str,
        *,
        lean: Lean = Lean.NEAREST,
        optional: bool = True,
    ) -> None:
        self._at: time | None = None
        super().__init__(theme, texts, clock, label, lean=lean, optional=optional)

    def at(self) -> time | None:
        return self._at if self.day() is not None else None

    def peek_at(self) -> time | None:
        """The hour that is typed, read already or not."""
        day, _, at = self.draft().partition(" ")
        try:
            return time.fromisoformat(at.replace(".", ":")) if at and date.fromisoformat(day) else None
        except ValueError:
            return self.at()

    def set_when(self, day: date | None, at: time | None) -> None:
        """From outside: nothing is emitted."""
        self._at = at
        self.set_day(day)

    def _read(self, typed: str) -> date | None:
        if not typed:
            if not self._optional:
                raise InputError("date", "date_empty")
            self._at = None
            return None
        day, at = parse_when(typed, self._clock.today(), self._lean)
        self._within(day)
        if at != self._at:
            self._at = at
            self.day_changed.emit(day)
        return day

    def _in_figures(self, day: date) -> str:
        return day.isoformat() if self._at is None else f"{day.isoformat()} {self._at:%H.%M}"

    def _figures_of(self, typed: str) -> str:
        day, at = parse_when(typed, self._clock.today(), self._lean)
        return day.isoformat() if at is None else f"{day.isoformat()} {at:%H.%M}"

    def _words(self, day: date) -> str:
        words = super()._words(day)
        return words if self._at is None else f"{words} {time_of_day(self._texts, self._at)}"
