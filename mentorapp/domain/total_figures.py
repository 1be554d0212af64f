"""ORS, SRS and KASAM in figures: totals from the first to the last whole form (E.2, table 9; I15).

Only pairs of whole forms count. What may be said of them is careful: up, down, above or below a limit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .figures import FigureRow, figure_row
from .mentees import Gender
from .rating_figures import Case, mean_of, of_version
from .scale_changes import Trend
from .scale_marks import total
from .scales import ScaleDefinition
from .session_ratings import SessionLimits, Total, crossed, cut_off, is_below, reliable


@dataclass(frozen=True, slots=True)
class OrsFigures:
    """`begun` have a whole or a broken form, `pairs` two whole ones; `up` and `down` changed by as much as counts.

    `below` began under the limit of their age, and `crossed` are those of them who are at it or above now.
    """

    begun: FigureRow
    pairs: FigureRow
    first_mean: Decimal | None
    last_mean: Decimal | None
    mean_change: Decimal | None
    up: FigureRow
    same: FigureRow
    down: FigureRow
    below: FigureRow
    crossed: FigureRow

    @property
    def missing(self) -> int:
        return self.begun.total - self.pairs.total


@dataclass(frozen=True, slots=True)
class LastMean:
    """The mean of everybody's last whole form."""

    known: FigureRow
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class TotalFigures:
    """A total that was counted on paper elsewhere, one version by itself: up is any step (E.2)."""

    definition: ScaleDefinition
    begun: FigureRow
    up: FigureRow
    same: FigureRow
    down: FigureRow

    @property
    def pairs(self) -> int:
        return self.up.total + self.same.total + self.down.total

    @property
    def missing(self) -> int:
        return self.begun.total - self.pairs


def totals_of(case: Case, definition: ScaleDefinition) -> tuple[Total, ...]:
    """The totals of the whole forms of a version, oldest first."""
    found = ((one.event_date, total(definition, one.marks)) for one in of_version(case, definition))
    return tuple(Total(on, value) for on, value in found if value is not None)


def ors_figures(definition: ScaleDefinition, cases: Sequence[Case], limits: SessionLimits) -> OrsFigures | None:
    """None while nobody has filled one in."""
    begun = [case for case in cases if of_version(case, definition)]
    if not begun:
        return None
    pairs = [(case, found[0], found[-1]) for case in begun if len(found := totals_of(case, definition)) > 1]
    trends = [(case.gender, reliable(first.value, last.value, limits)) for case, first, last in pairs]
    below = [one for one in pairs if is_below(one[1].value, cut_off(limits, one[0].birth_date, one[1].on))]
    over = [case.gender for case, first, last in below if crossed(first, last, limits, case.birth_date)]
    return OrsFigures(
        begun=figure_row("", (case.gender for case in begun)),
        pairs=figure_row("", (case.gender for case, _, _ in pairs)),
        first_mean=mean_of([first.value for _, first, _ in pairs]),
        last_mean=mean_of([last.value for _, _, last in pairs]),
        mean_change=mean_of([last.value - first.value for _, first, last in pairs]),
        up=_of(Trend.UP, trends),
        same=_of(Trend.SAME, trends),
        down=_of(Trend.DOWN, trends),
        below=figure_row("", (case.gender for case, _, _ in below)),
        crossed=figure_row("", over),
    )


def last_mean(definition: ScaleDefinition, cases: Iterable[Case]) -> LastMean | None:
    """None while nobody has a whole form."""
    found = [(case.gender, totals[-1].value) for case in cases if (totals := totals_of(case, definition))]
    if not found:
        return None
    return LastMean(figure_row("", (gender for gender, _ in found)), mean_of([value for _, value in found]))


def total_figures(definition: ScaleDefinition, cases: Sequence[Case]) -> TotalFigures | None:
    """First to last of those who have two totals of this version; None while nobody has one."""
    begun = [case for case in cases if of_version(case, definition)]
    if not begun:
        return None
    totals = [(case.gender, totals_of(case, definition)) for case in begun]
    trends = [(gender, _any_step(found[0].value, found[-1].value)) for gender, found in totals if len(found) > 1]
    return TotalFigures(
        definition,
        figure_row("", (case.gender for case in begun)),
        _of(Trend.UP, trends),
        _of(Trend.SAME, trends),
        _of(Trend.DOWN, trends),
    )


def _any_step(first: Decimal, last: Decimal) -> Trend:
    if last == first:
        return Trend.SAME
    return Trend.UP if last > first else Trend.DOWN


def _of(wanted: Trend, trends: Iterable[tuple[Gender, Trend]]) -> FigureRow:
    return figure_row("", (gender for gender, one in trends if one is wanted))
