"""When a form is due: at the start, after each level, at the end and at the follow-ups (I5, S000).

Rounds are set by themselves. What is due is worked out from the enrolment, never stored; what was answered is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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


def missing_rounds(due: Sequence[DueRound], filled: Iterable[Filled], today: date) -> tuple[DueRound, ...]:
    """The occasions that have come and have no form of their own, oldest first."""
    there = {(one.kind, one.of) for one in filled}
    return tuple(one for one in due if one.on <= today and one.key not in there)


def round_for(due: Sequence[DueRound], filled: Sequence[Filled], on: date) -> DueRound:
    """Which occasion a form of that day belongs to: the latest that has come and has none; else it is an occasion of
    its own. A start is never made up for after the next occasion has come: a late first form is not a baseline."""
    come = [one for one in due if one.on <= on]
    if come:
        there = {(one.kind, one.of) for one in filled}
        if come[-1].key not in there:
            return come[-1]
    return DueRound(kind=RoundKind.AD_HOC, on=on)


def has_baseline(due: Sequence[DueRound], filled: Iterable[Filled]) -> bool:
    """Whether there is something to compare with: a form at the start, or before the second occasion (I4)."""
    others = [one.on for one in due if one.kind is not RoundKind.START]
    first_other = min(others, default=date.max)
    return any(one.kind is RoundKind.START or one.on < first_other for one in filled)


def months_between(first: date, last: date) -> int:
    """Complete calendar months between two rounds (I16)."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)
