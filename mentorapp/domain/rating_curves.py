"""Trends made of filled forms: totals of ORS and SRS with their limits, and single questions over the rounds."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from .calendar import birthday_in
from .charts import Band, BandKind, Limit, Reading, Series, TrendCurves, Voice
from .scale_changes import at
from .scale_marks import ScaleResponse
from .scales import ScaleDefinition
from .session_ratings import SHIPPED, TOTAL_MAX, SessionLimits, Total

ORS_NAME, SRS_NAME = "ORS", "SRS"
ITEM_TOP = Decimal(100)


def session_curves(
    ors: Sequence[Total],
    srs: Sequence[Total] = (),
    *,
    limits: SessionLimits = SHIPPED,
    birth_date: date | None = None,
    ors_missing: Iterable[date] = (),
    srs_missing: Iterable[date] = (),
    with_band: bool = False,
) -> TrendCurves:
    """ORS with its cut-off, which steps at the birthday, and SRS beside it where it may be seen: leave `srs` out on
    every paper. `…_missing` are the days of forms without a total. `with_band` draws the room in which a change from
    the form before does not count."""
    series = [Series(Voice.OWN, _readings(ors, ors_missing), ORS_NAME)]
    private = _readings(srs, srs_missing)
    if private:
        whole = all(one.value == int(one.value) for one in srs)
        series.append(Series(Voice.PRIVATE, private, SRS_NAME, 0 if whole else 1))
    return TrendCurves(tuple(series), TOTAL_MAX, cut_offs(limits, birth_date), _bands(ors, limits) if with_band else ())


def cut_offs(limits: SessionLimits, birth_date: date | None) -> tuple[Limit, ...]:
    """The adult one; before the birthday that makes an adult the other."""
    adult = Limit(limits.ors_cut_off_adult)
    if birth_date is None or limits.ors_cut_off_adult == limits.ors_cut_off_young:
        return (adult,)
    since = birthday_in(birth_date, birth_date.year + limits.adult_from)
    return (Limit(limits.ors_cut_off_young), Limit(limits.ors_cut_off_adult, since))


def _readings(totals: Sequence[Total], missing: Iterable[date]) -> tuple[Reading, ...]:
    return (*(Reading(one.on, one.value) for one in totals), *(Reading(day, None) for day in missing))


def _bands(totals: Sequence[Total], limits: SessionLimits) -> tuple[Band, ...]:
    if len(totals) < 2:
        return ()
    before = sorted(totals, key=lambda one: one.on)[-2]
    low, high = before.value - limits.reliable_change, before.value + limits.reliable_change
    return (Band(BandKind.AS_BEFORE, max(Decimal(0), low), min(TOTAL_MAX, high), before.on),)


def item_curves(
    definition: ScaleDefinition,
    item: str,
    own: Iterable[ScaleResponse],
    own_name: str = "",
    *,
    other: Iterable[ScaleResponse] = (),
    other_name: str = "",
    mirror: ScaleDefinition | None = None,
) -> TrendCurves:
    """One question over time, 0 to 100 with the good end at the top: the mentee's curve, and the supervisor's from the
    form that mirrors it. Only forms of this version; what was told instead of marked has no place in a curve."""
    series = [Series(Voice.OWN, _item_readings(definition, item, own), own_name, 0)]
    theirs = _item_readings(mirror or definition, item, other)
    if theirs:
        series.append(Series(Voice.OTHER, theirs, other_name, 0))
    return TrendCurves(tuple(series), ITEM_TOP)


def total_curve(totals: Iterable[tuple[date, Decimal | None]], top: Decimal, name: str = "") -> TrendCurves:
    """Totals of any other form, such as those counted on paper, from 0 to the largest there is."""
    return TrendCurves((Series(Voice.OWN, tuple(Reading(on, value) for on, value in totals), name, 0),), top)


def _item_readings(definition: ScaleDefinition, item: str, responses: Iterable[ScaleResponse]) -> tuple[Reading, ...]:
    return tuple(
        Reading(one.event_date, at(definition, definition.item(item), one))
        for one in responses
        if (one.code, one.version) == (definition.code, definition.version)
        and one.voided_on is None
        and not one.is_oral
    )
