"""The mentor's own follow-up in figures: what can be counted, by gender, so that parts and totals agree (E13, S27).

These are true numbers for the mentor's own screen; what may leave it is suppressed elsewhere.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from statistics import mean, median
from uuid import UUID

from .mentees import Gender
from .stays import Moves

GENDERS = (Gender.WOMAN, Gender.MAN, Gender.NON_BINARY, Gender.OTHER, Gender.UNDISCLOSED)


class Counted(StrEnum):
    """What a table counts; its base is everybody of that unit."""

    REFERRER = "referrer"
    EDUCATION = "education"
    CRITERION = "criterion"
    SUPPORT = "support"
    FORM = "form"
    RESULT = "result"
    MILESTONE = "milestone"
    GUIDANCE = "guidance"
    SAFETY = "safety"
    NPF = "npf"
    LASTS = "lasts"
    SECTOR = "sector"
    PLACEMENT = "placement"
    STEP = "step"


class Unit(StrEnum):
    PERSONS = "persons"
    ENROLMENTS = "enrolments"
    CONTACTS = "contacts"
    PLACEMENTS = "placements"


@dataclass(frozen=True, slots=True)
class FigureRow:
    """How many of each gender a code holds for."""

    code: str
    by_gender: tuple[tuple[Gender, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _gender, count in self.by_gender)

    def of(self, gender: Gender) -> int:
        return dict(self.by_gender).get(gender, 0)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """`base` is whom or what is counted; where one may have several codes the rows can come to more."""

    counted: Counted
    unit: Unit
    base: FigureRow
    rows: tuple[FigureRow, ...]

    @property
    def genders(self) -> tuple[Gender, ...]:
        """Those that occur, in their order."""
        return tuple(gender for gender in GENDERS if self.base.of(gender))


@dataclass(frozen=True, slots=True)
class SupportMonths:
    """Months in public support before the start, of those for whom they are known (E16)."""

    known: int
    mean: float | None
    median: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """`not_asked` are those who have not had the question about violence yet, by name (I22). `steps` are the moves
    between praktik, arbetsträning and jobb or studies (P20), of the `stepped` who have taken one step at least."""

    tables: tuple[FigureTable, ...]
    months: SupportMonths
    forward: int
    still: int
    back: int
    not_asked: tuple[UUID, ...] = ()
    steps: Moves = field(default_factory=Moves)
    stepped: int = 0

    @property
    def persons(self) -> FigureRow:
        return self.table(Counted.EDUCATION).base

    @property
    def enrolments(self) -> FigureRow:
        """Somebody who came back has several (E12)."""
        return self.table(Counted.REFERRER).base

    def table(self, counted: Counted) -> FigureTable:
        return next(one for one in self.tables if one.counted is counted)


def figure_table(
    counted: Counted, unit: Unit, everybody: Mapping[Hashable, Gender], said: Iterable[tuple[str, Hashable]]
) -> FigureTable:
    """Each key counts once for a code, however often it is said; keys outside `everybody` do not count.

    The most usual code stands first.
    """
    holders: dict[str, set[Hashable]] = {}
    for code, key in said:
        if key in everybody:
            holders.setdefault(code, set()).add(key)
    rows = [figure_row(code, (everybody[key] for key in keys)) for code, keys in holders.items()]
    rows.sort(key=lambda row: (-row.total, row.code))
    return FigureTable(counted, unit, figure_row("", everybody.values()), tuple(rows))


def support_months(months: Iterable[int]) -> SupportMonths:
    known = tuple(months)
    if not known:
        return SupportMonths(0, None, None)
    return SupportMonths(len(known), mean(known), float(median(known)))


def figure_row(code: str, genders: Iterable[Gender]) -> FigureRow:
    """How many there are of each gender that occurs, in their order."""
    found = tuple(genders)
    return FigureRow(code, tuple((gender, found.count(gender)) for gender in GENDERS if gender in found))
