"""Whether a printed paper still holds: worked out each time from consents and meeting, never stored (decision 10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .matrix import InfoClass, Rule, rule_for
from .meetings import Meeting, MeetingStatus, outdated_by_move
from .prints import PrintRecord, PrintState
from .sharing import Permit, Recipient, covers


class StaleWhy(StrEnum):
    """Why a paper that is still here is to be destroyed. ROLE: whom it was made for is no longer that to the mentee."""

    CALLED_OFF = "called_off"
    MOVED = "moved"
    ROLE = "role"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class Stale:
    """`classes` are those on the paper that are no longer agreed to."""

    why: StaleWhy
    classes: tuple[InfoClass, ...] = ()


def stale(
    record: PrintRecord,
    recipients: Sequence[Recipient],
    consents: Iterable[Permit],
    today: date,
    meeting: Meeting | None,
) -> Stale | None:
    """None for a paper that holds. What was handed over is never stale: nobody can take back what another holds; nor is
    what was destroyed. A paper not yet handed over is to hold today and on the day of a meeting ahead."""
    if record.delivered_on is not None or record.destroyed_on is not None:
        return None
    if meeting is not None and meeting.status is MeetingStatus.CANCELLED:
        return Stale(StaleWhy.CALLED_OFF)
    if meeting is not None and outdated_by_move(record.needed_on, meeting.event_date):
        return Stale(StaleWhy.MOVED)
    if any(rule_for(one.audience, asked) is Rule.NEVER for one in recipients for asked in record.asked):
        return Stale(StaleWhy.ROLE)
    lost = _lost(record, recipients, tuple(consents), _days(record, today, meeting))
    return Stale(StaleWhy.CONSENT, lost) if lost else None


def state_of(record: PrintRecord, found: Stale | None) -> PrintState:
    """What the log says of a paper."""
    if record.destroyed_on is not None:
        return PrintState.DESTROYED
    if record.delivered_on is not None:
        return PrintState.DELIVERED
    return PrintState.PRINTED if found is None else PrintState.STALE


def _days(record: PrintRecord, today: date, meeting: Meeting | None) -> frozenset[date]:
    needed = record.needed_on if meeting is None else meeting.event_date
    return frozenset({today} if needed is None else {today, max(today, needed)})


def _lost(
    record: PrintRecord, recipients: Sequence[Recipient], consents: tuple[Permit, ...], days: frozenset[date]
) -> tuple[InfoClass, ...]:
    """A text for several holds only as long as it does for every one of them; one for nobody known holds nothing."""
    return tuple(
        asked
        for asked in record.asked
        if not recipients or not all(covers(consents, one, asked, days) for one in recipients)
    )
