"""Interventions that fall between chairs: nobody is named for them, or they end and nothing follows (S003)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .livelihood import ENDING_DAYS
from .support import RUNNING, InterventionState, ParallelIntervention

_FOLLOWS = RUNNING | {InterventionState.WAITING}


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyResponsible:
    """An open intervention without a named person (`unowned`), or with a last day and nothing after it (`ends_on`)."""

    intervention: ParallelIntervention
    unowned: bool
    ends_on: date | None


def nobody_responsible(
    interventions: Iterable[ParallelIntervention], today: date, ahead: int = ENDING_DAYS
) -> tuple[NobodyResponsible, ...]:
    """In the order given. A last day counts from so many days before it, and stays while the state says it runs."""
    every = tuple(interventions)
    horizon = today + timedelta(days=ahead)
    found = []
    for one in every:
        ends = one.to_date if one.state in RUNNING and one.to_date is not None and one.to_date <= horizon else None
        if ends is not None and (one.has_receiver or any(_follows(other, one, ends) for other in every)):
            ends = None
        if one.is_open and (not one.has_owner or ends is not None):
            found.append(NobodyResponsible(intervention=one, unowned=not one.has_owner, ends_on=ends))
    return tuple(found)


def _follows(other: ParallelIntervention, one: ParallelIntervention, after: date) -> bool:
    """What is only needed or applied for does not take over; what is granted, runs or is waited for does."""
    same = other.id != one.id and other.kind is one.kind and other.kind_other == one.kind_other
    return same and other.state in _FOLLOWS and (other.to_date is None or other.to_date > after)
