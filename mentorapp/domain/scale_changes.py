"""What has become of a rating: improved, unchanged or worsened between two forms of one version (E.2, table 8).

Careful words only: *har ökat, har sjunkit, ungefär som förut*. Nothing here is a judgement about a person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from .scale_marks import ScaleResponse, line_length, normalised
from .scales import ScaleDefinition, ScaleItem, ScaleKind

CHANGE_MM = 5
"""From how many millimetres on a line of 100 a change counts (E.2 table 8, the author's judgement; a setting)."""


class Trend(StrEnum):
    UP = "up"
    SAME = "same"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item in the first and the last of two forms, 0 to 100 with the favourable end at 100."""

    item: str
    first: Fraction
    last: Fraction
    trend: Trend

    @property
    def by(self) -> Fraction:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class NetEffect:
    """How many pairs of an item improved, stayed and worsened; `pairs` is the n of every share."""

    improved: int
    unchanged: int
    worsened: int

    @property
    def pairs(self) -> int:
        return self.improved + self.unchanged + self.worsened

    @property
    def points(self) -> int | None:
        """Share improved minus share worsened, in whole percentage points; None without pairs."""
        return percent(self.improved - self.worsened, self.pairs)

    @property
    def improved_share(self) -> int | None:
        return percent(self.improved, self.pairs)

    @property
    def rest_share(self) -> int | None:
        """Unchanged or worsened: what "more ready" is held against (I9)."""
        return percent(self.pairs - self.improved, self.pairs)


def percent(part: int, whole: int) -> int | None:
    """Whole percent, halves away from zero (E.1); None of nothing."""
    if not whole:
        return None
    return int((Decimal(part) * 100 / Decimal(whole)).quantize(Decimal(1), ROUND_HALF_UP))


def at(definition: ScaleDefinition, item: ScaleItem, response: ScaleResponse) -> Fraction | None:
    """Where the mark of an item is, 0 to 100 with the favourable end at 100; None without a mark.

    A part sum of an EXTERNAL_TOTAL is nowhere: nobody here knows from what to what it goes.
    """
    value = response.value(item.code)
    if value is None:
        return None
    if definition.kind is ScaleKind.LIKERT:
        assert definition.steps
        return normalised(item, value - 1, Decimal(definition.steps - 1))
    if definition.kind is ScaleKind.EXTERNAL_TOTAL:
        if item.code != definition.items[0].code:
            return None
        low, high = Decimal(definition.lowest or 0), Decimal(definition.highest or 0)
        return normalised(item, value - low, high - low)
    return normalised(item, value, line_length(definition.kind, response.line_length_mm))


def trend(kind: ScaleKind, first: Fraction, last: Fraction, change_mm: int = CHANGE_MM) -> Trend:
    """Lines need `change_mm` of a hundred; of steps any step is a change (E.2)."""
    by = last - first
    limit = Fraction(change_mm) if kind in (ScaleKind.VAS_FORM, ScaleKind.EXTERNAL_LINES) else Fraction(0)
    if by and by >= limit:
        return Trend.UP
    return Trend.DOWN if by and by <= -limit else Trend.SAME


def are_comparable(first: ScaleResponse, last: ScaleResponse) -> bool:
    """Only the same form in the same version, by the same kind of person."""
    return (first.code, first.version, first.respondent) == (last.code, last.version, last.respondent)


def changes(
    definition: ScaleDefinition, first: ScaleResponse, last: ScaleResponse, change_mm: int = CHANGE_MM
) -> tuple[ItemChange, ...]:
    """Item by item, where both have a mark. ValueError for forms that are never compared."""
    if not are_comparable(first, last) or first.version != definition.version or first.code != definition.code:
        raise ValueError("two versions of a form are never compared")
    found = []
    for item in definition.items:
        before, after = at(definition, item, first), at(definition, item, last)
        if before is not None and after is not None:
            found.append(ItemChange(item.code, before, after, trend(definition.kind, before, after, change_mm)))
    return tuple(found)


def first_and_last(responses: Iterable[ScaleResponse]) -> tuple[ScaleResponse, ScaleResponse] | None:
    """The first form and the last available one of the newest version that one kind of person filled in twice or more;
    None when there is no pair. What was only talked about has no marks to compare; what was voided does not count."""
    alike: dict[tuple[int, str, str], list[ScaleResponse]] = {}
    for one in responses:
        if one.voided_on is None and any(mark.value is not None for mark in one.marks):
            alike.setdefault((-one.version, one.code, one.respondent.value), []).append(one)
    for key in sorted(alike):
        forms = sorted(alike[key], key=lambda one: (one.event_date, one.id))
        if len(forms) > 1:
            return forms[0], forms[-1]
    return None


def net_effect(trends: Sequence[Trend]) -> NetEffect:
    return NetEffect(trends.count(Trend.UP), trends.count(Trend.SAME), trends.count(Trend.DOWN))
