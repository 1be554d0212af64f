"""What P12 "Månadsavstämning" says of one person to their caseworker: a sheet for each, and the paper is all of them.

Whoever's sheet says nothing is not on the paper, and nothing tells that anybody is missing (S9).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from .periods import Period
from .record_sheet import FactBlock
from .sharing import Audience, Template
from .sheet_parts import AddresseeBlock, MentorBlock, PersonBlock

MONTH = Template("P12", 1, frozenset({Audience.CASEWORKER}))


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSheet:
    """`facts` of the same label stand together."""

    to: AddresseeBlock | None
    mentor: MentorBlock | None
    person: PersonBlock | None
    facts: tuple[FactBlock, ...]

    @property
    def says_something(self) -> bool:
        """A name alone is nothing to talk about, and words without a name are about nobody."""
        return self.person is not None and bool(self.facts)


def month_of(day: date, today: date) -> Period:
    """The month of `day`, as far as it has come."""
    first = day.replace(day=1)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return Period(first, max(first, min(last, today)))


def months_back(today: date, count: int) -> tuple[date, ...]:
    """The first days of this month and of those before it."""
    found = [today.replace(day=1)]
    while len(found) < count:
        year, month = divmod(found[-1].year * 12 + found[-1].month - 2, 12)
        found.append(date(year, month + 1, 1))
    return tuple(found)
