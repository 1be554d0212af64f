"""Self-ratings in figures: what became of each item from the start to the last form, and how many forms came back (E.2,
table 8; I8, I9, I16, I17, I25). Only within one version of a form, and always with how many it is of.

Pure counting: what may leave the mentor's own screen is decided elsewhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from uuid import UUID

from .figures import FigureRow, figure_row
from .mentees import Gender
from .rounds_counted import filled_of
from .scale_changes import CHANGE_MM, NetEffect, Trend, at, net_effect, trend
from .scale_marks import ScaleResponse
from .scale_rounds import DueRound, Filled, RoundKind, held_rounds, months_between
from .scales import Dimension, FavourableEnd, ScaleDefinition, ScaleItem, ScaleKind

SECOND = "second"
"""The row of response shares that is about the second time, whichever occasion that was (I17)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An enrolment that counts: whose, its occasions, and the mentee's own forms, oldest first."""

    enrolment_id: UUID
    gender: Gender
    birth_date: date | None = None
    due: tuple[DueRound, ...] = ()
    responses: tuple[ScaleResponse, ...] = ()


Pair = tuple[ScaleResponse, ScaleResponse]


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What became of an item, or of a dimension that several items are about, by gender. `begun` are all who have
    filled in this version of the form: those of them without two marks to hold together are `missing`."""

    item: str
    dimension: Dimension
    begun: FigureRow
    by_gender: tuple[tuple[Gender, NetEffect], ...]

    @property
    def effect(self) -> NetEffect:
        every = [effect for _gender, effect in self.by_gender]
        return NetEffect(
            sum(one.improved for one in every), sum(one.unchanged for one in every), sum(one.worsened for one in every)
        )

    @property
    def missing(self) -> int:
        return self.begun.total - self.effect.pairs

    def of(self, gender: Gender) -> NetEffect:
        return dict(self.by_gender).get(gender, _NOTHING)


_NOTHING = NetEffect(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Months:
    """Complete months between the first and the last form of those who have two (I16)."""

    known: int
    mean: Decimal | None = None
    shortest: int | None = None
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class FormFigures:
    """One version of a form. `pairs` are those with a form at the start and a later one, whatever is marked on them."""

    definition: ScaleDefinition
    begun: FigureRow
    pairs: FigureRow
    rows: tuple[EffectRow, ...]
    months: Months

    def row_of(self, dimension: Dimension) -> EffectRow | None:
        """The row about a dimension: all its items together where there are several."""
        found = [row for row in self.rows if row.dimension is dimension]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class RoundShare:
    """Of those who have come to an occasion, how many filled the form in, or talked it through."""

    code: str
    of: str
    reached: FigureRow
    filled: FigureRow


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Of those who have answered an item in steps, how many said this one the last time (I25)."""

    step: int
    counts: FigureRow


@dataclass(frozen=True, slots=True)
class Answers:
    """The latest answers to an item in steps, by gender; `begun` have the form, some without an answer to it."""

    definition: ScaleDefinition
    item: str
    begun: FigureRow
    answered: FigureRow
    rows: tuple[AnswerRow, ...]


def is_marked(response: ScaleResponse) -> bool:
    return any(mark.value is not None for mark in response.marks)


def of_version(case: Case, definition: ScaleDefinition) -> tuple[ScaleResponse, ...]:
    """The forms of exactly that version, oldest first."""
    key = (definition.code, definition.version)
    found = (one for one in case.responses if (one.code, one.version) == key and one.voided_on is None)
    return tuple(sorted(found, key=lambda one: (one.event_date, one.id)))


def start_and_last(forms: Iterable[ScaleResponse]) -> Pair | None:
    """The first form of the start and the last available one after it. `forms` are of one version, oldest first; what
    was only talked about has no marks to compare."""
    marked = [one for one in forms if is_marked(one)]
    begin = next((place for place, one in enumerate(marked) if one.round is RoundKind.START), None)
    if begin is None or begin == len(marked) - 1:
        return None
    return marked[begin], marked[-1]


def form_figures(definition: ScaleDefinition, cases: Iterable[Case], change_mm: int = CHANGE_MM) -> FormFigures | None:
    """None while nobody has filled in this version."""
    forms = [(case.gender, of_version(case, definition)) for case in cases]
    begun = [(gender, found) for gender, found in forms if found]
    if not begun:
        return None
    pairs = [(gender, pair) for gender, found in begun if (pair := start_and_last(found)) is not None]
    everybody = figure_row("", (gender for gender, _ in begun))
    rows = tuple(
        EffectRow(item, dimension, everybody, _by_gender(definition, value, pairs, change_mm))
        for item, dimension, value in _measures(definition)
    )
    months = month_figures(months_between(first.event_date, last.event_date) for _, (first, last) in pairs)
    return FormFigures(definition, everybody, figure_row("", (gender for gender, _ in pairs)), rows, months)


_Value = Callable[[ScaleResponse], Fraction | None]


def _measures(definition: ScaleDefinition) -> list[tuple[str, Dimension, _Value]]:
    """Every item with a good end, and after them each dimension that several of them are about, as their mean."""
    items = [item for item in definition.items if item.favourable is not FavourableEnd.NONE]
    found = [(item.code, item.dimension, _reading(definition, (item,))) for item in items]
    for dimension in dict.fromkeys(item.dimension for item in items if item.dimension is not Dimension.NONE):
        same = tuple(item for item in items if item.dimension is dimension)
        if len(same) > 1:
            found.append(("", dimension, _reading(definition, same)))
    return found


def _reading(definition: ScaleDefinition, items: Sequence[ScaleItem]) -> _Value:
    """The mean of the items, 0 to 100 with the good end at 100; None as soon as one has no mark."""

    def value(response: ScaleResponse) -> Fraction | None:
        found = [at(definition, item, response) for item in items]
        known = [one for one in found if one is not None]
        return sum(known, Fraction(0)) / len(known) if len(known) == len(items) else None

    return value


def _by_gender(
    definition: ScaleDefinition, value: _Value, pairs: Iterable[tuple[Gender, Pair]], change_mm: int
) -> tuple[tuple[Gender, NetEffect], ...]:
    trends: dict[Gender, list[Trend]] = {}
    for gender, (first, last) in pairs:
        before, after = value(first), value(last)
        if before is not None and after is not None:
            trends.setdefault(gender, []).append(trend(definition.kind, before, after, change_mm))
    return tuple((gender, net_effect(said)) for gender, said in trends.items())


def month_figures(months: Iterable[int]) -> Months:
    known = tuple(months)
    if not known:
        return Months(0)
    return Months(len(known), mean_of([Decimal(one) for one in known], 0), min(known), max(known))


def mean_of(values: Sequence[Decimal], decimals: int = 1) -> Decimal | None:
    """Halves away from zero (E.1); None of nothing."""
    if not values:
        return None
    exact = sum((Fraction(one) for one in values), Fraction(0)) / len(values)
    step = Decimal(1).scaleb(-decimals)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, ROUND_HALF_UP)


def round_shares(code: str, cases: Iterable[Case], today: date, everybody: bool) -> tuple[RoundShare, ...]:
    """By occasion in the order of an enrolment, then the second time. Of a form that everybody is asked for all who
    have come to the occasion count; of others those who have begun with it.

    What was talked through counts as done (I14). Voided forms do not.
    """
    asked = [(case, _filled(case, code)) for case in cases]
    if not any(filled for _, filled in asked):
        return ()
    asked = [(case, filled) for case, filled in asked if everybody or filled]
    reached: dict[tuple[RoundKind, str], list[tuple[Gender, bool]]] = {}
    for case, filled in asked:
        held = held_rounds(case.due, filled)
        for due in case.due:
            if due.on <= today:
                reached.setdefault(due.key, []).append((case.gender, due.key in held))
    rows = [_share(kind.value, of, reached[kind, of]) for kind, of in sorted(reached, key=_order)]
    second = [
        (case.gender, len(filled) > 1)
        for case, filled in asked
        if filled and sum(due.on <= today for due in case.due) > 1
    ]
    return (*rows, *([_share(SECOND, "", second)] if second else []))


def _filled(case: Case, code: str) -> tuple[Filled, ...]:
    return filled_of(one for one in case.responses if one.code == code and one.voided_on is None)


def _share(code: str, of: str, said: Sequence[tuple[Gender, bool]]) -> RoundShare:
    return RoundShare(
        code,
        of,
        figure_row("", (gender for gender, _ in said)),
        figure_row("", (gender for gender, filled in said if filled)),
    )


def _order(key: tuple[RoundKind, str]) -> tuple[int, int]:
    kind, of = key
    return tuple(RoundKind).index(kind), int(of or 0)


def latest_answers(definition: ScaleDefinition, cases: Iterable[Case]) -> tuple[Answers, ...]:
    """Each item of a form in steps, as it was answered the last time (I25). None of it for other forms."""
    if definition.kind is not ScaleKind.LIKERT:
        return ()
    latest = [(case.gender, found[-1]) for case in cases if (found := of_version(case, definition))]
    if not latest:
        return ()
    return tuple(_answers(definition, item, latest) for item in definition.items)


def _answers(definition: ScaleDefinition, item: ScaleItem, latest: Sequence[tuple[Gender, ScaleResponse]]) -> Answers:
    said: Mapping[int, list[Gender]] = {step: [] for step in range(1, (definition.steps or 0) + 1)}
    for gender, response in latest:
        value = response.value(item.code)
        if value is not None:
            said[int(value)].append(gender)
    return Answers(
        definition,
        item.code,
        figure_row("", (gender for gender, _ in latest)),
        figure_row("", (gender for genders in said.values() for gender in genders)),
        tuple(AnswerRow(step, figure_row("", genders)) for step, genders in said.items()),
    )
