"""Whether a placement is work that has begun and that nobody has said yet: it opens the proposal to say so (B.9)."""

from collections.abc import Iterable
from datetime import date

from .closing import AfterSupport, Destination
from .enrolments import Enrolment, EnrolmentStatus
from .placements import PAID, Placement

WORK = frozenset({Destination.EMPLOYMENT_REGULAR, Destination.EMPLOYMENT_SUBSIDISED, Destination.SELF_EMPLOYMENT})
"""The kinds of after-support that follow work."""


def is_work_to_say(one: Placement, enrolment: Enrolment | None, given: Iterable[AfterSupport], today: date) -> bool:
    """`given` is the after-support of the enrolment. Said is said, also when the support after it has ended."""
    if enrolment is None or enrolment.started_on is None or enrolment.status is EnrolmentStatus.CLOSED:
        return False
    goes_on = one.from_date <= today and one.is_open(today)
    said = (each for each in given if each.entry in WORK)
    known = any(each.goes_on(today) or each.started_on >= one.from_date for each in said)
    return one.type in PAID and goes_on and one.enrolment_id == enrolment.id and not known
