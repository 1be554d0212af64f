"""The question about violence that is asked of everybody: that it was asked, and what was offered (I21, I22).

The answer itself is a locked field: class VIOLENCE, left out of every print unless it is chosen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from .errors import InputError
from .fields import classed, entity, internal
from .periods import check_after_birth, check_not_future
from .sharing import InfoClass as C


class Asked(StrEnum):
    """DECLINED has been asked too: it was the mentee who did not want to answer. NOT_SUITABLE is to be asked later."""

    ASKED = "asked"
    NOT_SUITABLE = "not_suitable"
    DECLINED = "declined"


@entity
class SafetyQuestion:
    id: UUID = internal()
    mentee_id: UUID = internal()
    asked: Asked = classed(C.VIOLENCE)
    asked_on: date = classed(C.VIOLENCE)
    support_offered: bool = classed(C.VIOLENCE, default=False)
    follow_up_on: date | None = classed(C.VIOLENCE, default=None)
    followed_up_on: date | None = classed(C.VIOLENCE, default=None)
    answer: str = classed(C.VIOLENCE, default="")


@dataclass(frozen=True, slots=True)
class AskedCounts:
    """Of those it may be asked of: how many have been, and who has not yet."""

    asked: int
    everybody: int
    not_yet: tuple[UUID, ...]


def asked_counts(everybody: Iterable[UUID], answers: Iterable[tuple[UUID, Asked]]) -> AskedCounts:
    """Somebody asked once has been asked, whatever came later."""
    asked = {mentee for mentee, how in answers if how is not Asked.NOT_SUITABLE}
    people = tuple(everybody)
    not_yet = tuple(one for one in people if one not in asked)
    return AskedCounts(len(people) - len(not_yet), len(people), not_yet)


def check_question(
    asked_on: date, follow_up_on: date | None, followed_up_on: date | None, today: date, birth_date: date | None
) -> None:
    check_not_future("asked_on", asked_on, today)
    check_not_future("followed_up_on", followed_up_on, today)
    check_after_birth("asked_on", asked_on, birth_date)
    for name, day in (("follow_up_on", follow_up_on), ("followed_up_on", followed_up_on)):
        if day is not None and day < asked_on:
            raise InputError(name, "follow_up_before_asked")
