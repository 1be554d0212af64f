"""Time by kind of support and by level (P11, P14): how the minutes of a contact are divided, and what they come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .enrolments import LevelEntry


@dataclass(frozen=True, slots=True)
class SupportedTime:
    """A held contact: its day, its minutes, and the kinds of support that were given in it."""

    on: date
    minutes: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeShare:
    """Minutes of a kind of support on a level. `kind` is empty where none was chosen; off levels `level_id` is None."""

    level_id: UUID | None
    kind: str
    minutes: int


def divided(minutes: int, kinds: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The minutes of a contact in equal parts, the odd ones to the kinds named first: the sum stays what it was."""
    if not kinds:
        return (("", minutes),)
    each, odd = divmod(minutes, len(kinds))
    return tuple((kind, each + (place < odd)) for place, kind in enumerate(kinds))


def level_on(stays: Iterable[LevelEntry], day: date) -> UUID | None:
    """The level of a day; where stages overlap, the one that was entered last."""
    here = [stay for stay in stays if stay.entered_on <= day and (stay.left_on is None or day < stay.left_on)]
    return max(here, key=lambda stay: stay.entered_on).level_id if here else None


def time_shares(contacts: Iterable[SupportedTime], stays: Sequence[LevelEntry]) -> tuple[TimeShare, ...]:
    """Sums by level and kind, most minutes first within a level."""
    sums: dict[tuple[UUID | None, str], int] = {}
    for contact in contacts:
        level = level_on(stays, contact.on)
        for kind, minutes in divided(contact.minutes, contact.kinds):
            sums[level, kind] = sums.get((level, kind), 0) + minutes
    shares = (TimeShare(level, kind, minutes) for (level, kind), minutes in sums.items() if minutes)
    return tuple(sorted(shares, key=lambda one: (-one.minutes, one.kind)))
