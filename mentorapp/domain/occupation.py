"""What a young person does over time, and the municipality's youth duty (KAA): both are dated, so that a way out shows.

The duty ends at 20 (the ordinance on it is a point of law; the limit is a setting of the store).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .ages import day_of_turning
from .errors import InputError
from .fields import classed, entity, internal
from .periods import check_after_birth, check_not_future, check_order
from .sharing import InfoClass as C

YOUTH_DUTY_AGE = 20


class Occupation(StrEnum):
    """NEITHER is what statistics call UVAS."""

    UNKNOWN = "unknown"
    WORKS = "works"
    STUDIES = "studies"
    WORKS_AND_STUDIES = "works_and_studies"
    NEITHER = "neither"


@entity
class OccupationPeriod:
    """Works, studies or neither, from a day until the next period begins or `to_date`."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    occupation: Occupation = classed(C.PLAN)
    from_date: date = classed(C.PLAN)
    to_date: date | None = classed(C.PLAN, default=None)
    note: str = classed(C.PLAN, default="")


@entity
class YouthDuty:
    """A time in the municipality's register. `receiver_*` names who takes over when the duty ends (E24)."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    from_date: date = classed(C.PLAN)
    to_date: date | None = classed(C.PLAN, default=None)
    municipality: str = classed(C.CONTACT, default="")
    receiver_contact_id: UUID | None = internal(default=None)
    receiver_name: str = classed(C.PLAN, default="")
    handed_over_on: date | None = classed(C.PLAN, default=None)

    @property
    def has_receiver(self) -> bool:
        return bool(self.receiver_contact_id or self.receiver_name)

    def holds(self, day: date) -> bool:
        """Whether the time in the register covers that day."""
        return self.from_date <= day and (self.to_date is None or self.to_date >= day)


@dataclass(frozen=True, slots=True)
class DutyEnd:
    """When the duty ends by age, how far off that is, and whether somebody is named who takes over."""

    on: date
    days: int
    has_receiver: bool
    is_handed_over: bool

    @property
    def wants_receiver(self) -> bool:
        return not (self.has_receiver or self.is_handed_over)


def duty_end(duty: YouthDuty, birth_date: date | None, today: date, age: int = YOUTH_DUTY_AGE) -> DutyEnd | None:
    """The end by age of a duty that goes on; None when it has ended or no birth date is known."""
    if birth_date is None or (duty.to_date is not None and duty.to_date < today):
        return None
    on = day_of_turning(birth_date, age)
    return DutyEnd(on, (on - today).days, duty.has_receiver, duty.handed_over_on is not None)


def occupation_on(periods: Sequence[OccupationPeriod], day: date) -> OccupationPeriod | None:
    """What holds on that day: the latest period that had begun, unless it has ended."""
    begun = [one for one in periods if one.from_date <= day]
    latest = max(begun, key=lambda one: one.from_date, default=None)
    if latest is None or (latest.to_date is not None and latest.to_date < day):
        return None
    return latest


def way_out_of_neither(periods: Sequence[OccupationPeriod]) -> date | None:
    """The day on which somebody who did neither last began to work or study (E25); None while that has not been."""
    idle, out = False, None
    for period in sorted(periods, key=lambda one: one.from_date):
        if period.occupation is Occupation.NEITHER:
            idle, out = True, None
        elif idle and period.occupation is not Occupation.UNKNOWN:
            out = out or period.from_date
    return out


def check_occupation(
    from_date: date, to_date: date | None, birth_date: date | None, today: date, others: Sequence[date]
) -> None:
    """`others` are the first days of the person's other periods: two cannot begin on one day."""
    check_not_future("from_date", from_date, today)
    check_after_birth("from_date", from_date, birth_date)
    check_order("to_date", from_date, to_date)
    if from_date in others:
        raise InputError("from_date", "occupation_same_day")


def check_duty(
    duty: YouthDuty, birth_date: date | None, today: date, others: Sequence[YouthDuty], age: int = YOUTH_DUTY_AGE
) -> None:
    """The register is entered before the age at which the duty ends, and only once at a time."""
    check_not_future("from_date", duty.from_date, today)
    check_after_birth("from_date", duty.from_date, birth_date)
    if birth_date is not None and duty.from_date >= day_of_turning(birth_date, age):
        raise InputError("from_date", "duty_after_age", age=age)
    check_order("to_date", duty.from_date, duty.to_date)
    check_order("handed_over_on", duty.from_date, duty.handed_over_on)
    check_not_future("handed_over_on", duty.handed_over_on, today)
    if any(_overlap(duty, other) for other in others):
        raise InputError("from_date", "duty_overlaps")


def _overlap(one: YouthDuty, other: YouthDuty) -> bool:
    first, second = sorted((one, other), key=lambda duty: duty.from_date)
    return first.to_date is None or first.to_date >= second.from_date
