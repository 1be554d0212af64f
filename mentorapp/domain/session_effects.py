"""What ORS and SRS say of several people together: first and last totals, and how many crossed (E.2, table 9).

Only forms with all four lines have a total, and only who has two of them is a pair. Every share has its n beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from .scale_changes import Trend, percent
from .session_ratings import SHIPPED, SessionLimits, Total, crossed, cut_off, is_below, reliable

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class RatedPair:
    """The first and the last total of one person, and when the person was born, for the cut-off of the day."""

    first: Total
    last: Total
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class RatingEffect:
    """Means to one decimal, None without pairs. `crossed` of those who began below the cut-off."""

    pairs: int
    mean_first: Decimal | None
    mean_last: Decimal | None
    mean_change: Decimal | None
    improved: int
    worsened: int
    began_below: int
    crossed: int

    @property
    def improved_share(self) -> int | None:
        return percent(self.improved, self.pairs)

    @property
    def worsened_share(self) -> int | None:
        return percent(self.worsened, self.pairs)

    @property
    def crossed_share(self) -> int | None:
        return percent(self.crossed, self.began_below)


def rated_pair(totals: Iterable[Total], birth_date: date | None = None) -> RatedPair | None:
    """The first and the last total of somebody; None where there are not two."""
    in_order = sorted(totals, key=lambda one: one.on)
    return RatedPair(in_order[0], in_order[-1], birth_date) if len(in_order) > 1 else None


def rating_effect(pairs: Sequence[RatedPair], limits: SessionLimits = SHIPPED) -> RatingEffect:
    trends = [reliable(one.first.value, one.last.value, limits) for one in pairs]
    below = [one for one in pairs if is_below(one.first.value, cut_off(limits, one.birth_date, one.first.on))]
    return RatingEffect(
        pairs=len(pairs),
        mean_first=mean(one.first.value for one in pairs),
        mean_last=mean(one.last.value for one in pairs),
        mean_change=mean(one.last.value - one.first.value for one in pairs),
        improved=trends.count(Trend.UP),
        worsened=trends.count(Trend.DOWN),
        began_below=len(below),
        crossed=sum(crossed(one.first, one.last, limits, one.birth_date) for one in below),
    )


def mean(values: Iterable[Decimal]) -> Decimal | None:
    """To one decimal, halves away from zero; None of nothing. Of the last SRS it is all that is said."""
    known = list(values)
    return (sum(known, Decimal(0)) / len(known)).quantize(_TENTH, ROUND_HALF_UP) if known else None
