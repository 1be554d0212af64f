"""When a form is due: at the start, after each level, at the end and at the follow-ups (I5, S000).

Rounds are set by themselves. What is due is worked out from the enrolment, never stored; what was answered is.
An occasion without a form of its own has the last one that was filled in at most a week before it: nobody fills in the
same form twice because a level or the enrolment ended some days later.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

JUST_BEFORE = timedelta(days=7)


class RoundKind(StrEnum):
    START = "start"
    AFTER_LEVEL = "after_level"
    MID = "mid"
    CLOSE = "close"
    FOLLOW_UP = "follow_up"
    AD_HOC = "ad_hoc"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRound:
    """An occasion of an enrolment. `of` tells two of the same kind apart: the order of the level, the months after."""

    kind: RoundKind
    of: str = ""
    on: date

    @property
    def key(self) -> tuple[RoundKind, str]:
        return self.kind, self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A form that was filled in, as the rounds need to know it."""

    kind: RoundKind
    of: str = ""
    on: date

    @property
    def key(self) -> tuple[RoundKind, str]:
        return self.kind, self.of


def due_rounds(
    started_on: date | None,
    left_levels: Iterable[tuple[int, date]],
    closed_on: date | None = None,
    checks: Iterable[tuple[int, date]] = (),
) -> tuple[DueRound, ...]:
    """Every occasion, oldest first. `left_levels` are levels by order with the day they were left; a level that was
    left twice is one occasion, the first. `checks` are months after the end with their planned day."""
    if started_on is None:
        return ()
    found = [DueRound(kind=RoundKind.START, on=started_on)]
    seen: set[int] = set()
    for order, on in sorted(left_levels, key=lambda one: one[1]):
        if order not in seen and on != closed_on:
            seen.add(order)
            found.append(DueRound(kind=RoundKind.AFTER_LEVEL, of=str(order), on=on))
    if closed_on is not None:
        found.append(DueRound(kind=RoundKind.CLOSE, on=closed_on))
        found += [DueRound(kind=RoundKind.FOLLOW_UP, of=str(months), on=on) for months, on in checks]
    return tuple(sorted(found, key=lambda one: one.on))


def held_rounds(due: Iterable[DueRound], filled: Sequence[Filled]) -> Mapping[tuple[RoundKind, str], int]:
    """The occasions that have a form, and its place in `filled`, which is oldest first: one of their own, or else the
    last of those that were filled in just before."""
    own = {one.key: place for place, one in enumerate(filled)}
    before = {
        occasion.key: place
        for occasion in due
        for place, one in enumerate(filled)
        if occasion.on - JUST_BEFORE <= one.on <= occasion.on
    }
    return before | own


def missing_rounds(due: Sequence[DueRound], filled: Sequence[Filled], today: date) -> tuple[DueRound, ...]:
    """The occasions that have come and have no form, oldest first."""
    held = held_rounds(due, filled)
    return tuple(one for one in due if one.on <= today and one.key not in held)


def round_for(due: Sequence[DueRound], filled: Sequence[Filled], on: date) -> DueRound:
    """Which occasion a form of that day belongs to: the latest that has come, or else one that comes just after, as
    long as that has none of its own; else it is an occasion of its own. A start is never made up for after the next
    occasion has come: a late first form is not a baseline."""
    own = {one.key for one in filled}
    latest = [one for one in due if one.on <= on][-1:]
    soon = [one for one in due if on < one.on <= on + JUST_BEFORE]
    free = (one for one in (*latest, *soon) if one.key not in own)
    return next(free, DueRound(kind=RoundKind.AD_HOC, on=on))


def has_baseline(due: Sequence[DueRound], filled: Iterable[Filled]) -> bool:
    """Whether there is something to compare with: a form at the start, or before the second occasion (I4)."""
    others = [one.on for one in due if one.kind is not RoundKind.START]
    first_other = min(others, default=date.max)
    return any(one.kind is RoundKind.START or one.on < first_other for one in filled)


def months_between(first: date, last: date) -> int:
    """Complete calendar months between two rounds (I16)."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)
