"""The mentor as prints name them, and when the mentor is at work."""

from datetime import date

from .fields import classed, entity, internal
from .sharing import InfoClass as C

WEEKDAYS = (1, 2, 3, 4, 5)


@entity
class MentorProfile:
    """The head of every print. `work_days` are ISO weekdays; reminders skip the holidays (first day, last day).

    `local_help` are the unit's own numbers for a crisis, a line each.
    """

    name: str = classed(C.PLAN, default="")
    title: str = classed(C.PLAN, default="")
    unit: str = classed(C.PLAN, default="")
    phone: str = classed(C.PLAN, default="")
    work_days: tuple[int, ...] = internal(default=WEEKDAYS)
    holidays: tuple[tuple[date, date], ...] = internal(default=())
    local_help: str = internal(default="")

    @property
    def first_name(self) -> str:
        return self.name.split(" ", 1)[0]
