"""What leaves outside the papers, or is asked for by law: disclosures without consent, requests to see all of it."""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from .consents import months_after
from .fields import entity, internal

_ANSWER_MONTHS = 1


class LegalGround(StrEnum):
    """Why something may or must be told without consent. What holds where is for the mentor's own organisation."""

    CONCERN_FOR_A_CHILD = "concern_for_a_child"
    COURT_OR_PROSECUTOR = "court_or_prosecutor"
    DANGER_TO_LIFE = "danger_to_life"
    OTHER_LAW = "other_law"


@entity
class Disclosure:
    """Told without consent: to whom, by what law, who decided, why and what. A line in a log; never a print (D.2)."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    event_date: date = internal()
    recipient: str = internal()
    ground: LegalGround = internal()
    ground_other: str = internal(default="")
    decided_by: str = internal()
    reason: str = internal()
    what: str = internal()


@entity
class AccessRequest:
    """Somebody asks for what is stored about them (GDPR article 15): within a month (D.4)."""

    id: UUID = internal()
    mentee_id: UUID = internal()
    asked_on: date = internal()
    due_on: date = internal()
    identity_checked_on: date | None = internal(default=None)
    identity_checked_how: str = internal(default="")
    handed_over_on: date | None = internal(default=None)
    in_person: bool = internal(default=False)
    note: str = internal(default="")


def due_on(asked_on: date) -> date:
    return months_after(asked_on, _ANSWER_MONTHS)


@entity
class Disposal:
    """What was disposed of, without a name: by which rule, how many rows of each kind (P17)."""

    id: UUID = internal()
    disposed_on: date = internal()
    rule: str = internal()
    decided_by: str = internal(default="")
    persons: int = internal(default=1)
    counts: tuple[tuple[str, int], ...] = internal(default=())


@entity
class CheckIn:
    """Regular talks with a referrer about all of the referrer's mentees (S8, S9)."""

    id: UUID = internal()
    contact_id: UUID = internal()
    interval_days: int = internal()
    last_on: date | None = internal(default=None)
    next_on: date | None = internal(default=None)


def next_check_in(last_on: date | None, interval_days: int, today: date) -> date:
    return (last_on or today) + timedelta(days=interval_days)
