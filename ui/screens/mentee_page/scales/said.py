"""What may be said of ratings: has risen, has fallen, about as before, above or below the line. Never a judgement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mentorapp.domain.scale_changes import Trend, changes, first_and_last, net_effect
from mentorapp.domain.scale_marks import ScaleResponse
from mentorapp.domain.scale_rounds import DueRound, months_between
from mentorapp.domain.session_ratings import (
    SHIPPED,
    RatingSign,
    SessionLimits,
    Total,
    cut_off,
    is_below,
    ors_signs,
    reliable,
    srs_signs,
)
from mentorapp.language import numbers
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts

from ..reading import Person
from ..words import pronoun_key
from .reading import Ratings


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in bold and what goes with it; `icon` shows the way, `stands_out` puts it on a tint."""

    title: str
    more: str = ""
    icon: str = "chart"
    stands_out: bool = False


def session_said(texts: Texts, person: Person, limits: SessionLimits, ors: Sequence[Total]) -> Said | None:
    """Of the newest ORS; None before the first."""
    if not ors:
        return None
    newest = ors[-1]
    side = _side(texts, newest, limits, person.mentee.born)
    if len(ors) == 1:
        value = numbers.tenths(texts, newest.value)
        return Said(texts("scales.first_total", value=value), f"{side} {texts('scales.first_more')}")
    signs = ors_signs(ors, limits)
    before = signs[0].before if signs and signs[0].before is not None else ors[-2]
    moved = texts("scales.from_to", first=numbers.tenths(texts, before.value), last=numbers.tenths(texts, newest.value))
    if signs:
        ask = texts(f"scales.ask_{pronoun_key(person.mentee)}", name=person.name)
        return Said(_fallen(texts, signs[0].sign, before, newest, limits), f"{moved} {side} {ask}", "drop", True)
    if reliable(before.value, newest.value, limits) is Trend.UP:
        return Said(_by(texts, "scales.ors_risen", newest.value - before.value, limits), f"{moved} {side}")
    return Said(texts("scales.as_before"), f"{moved} {side}")


def alliance_said(texts: Texts, limits: SessionLimits, srs: Sequence[Total]) -> Said | None:
    """Of the newest SRS, where there is something to talk about."""
    signs = srs_signs(srs, limits)
    if not signs:
        return None
    newest = numbers.plain(texts, srs[-1].value)
    more = texts("scales.ask_alliance")
    if any(one.sign is RatingSign.SRS_FALLEN for one in signs):
        title = texts("scales.srs_fallen", before=numbers.plain(texts, srs[-2].value), now=newest)
    else:
        title = texts("scales.srs_low", value=newest, limit=numbers.plain(texts, limits.srs_limit))
    return Said(title, more, "talk", True)


def changes_said(texts: Texts, ratings: Ratings, forms: Sequence[ScaleResponse]) -> Said | None:
    """First and last form of one version, how many lines went which way, and the months between (I16)."""
    pair = first_and_last(forms)
    if pair is None:
        return _only(texts, forms)
    first, last = pair
    scale = ratings.versions[first.code, first.version]
    effect = net_effect([one.trend for one in changes(scale, first, last, ratings.change_mm)])
    if not effect.pairs:
        return Said(texts("scales.no_pairs"), _between(texts, first, last, ratings.today))
    parts = (("risen", effect.improved), ("same", effect.unchanged), ("fallen", effect.worsened))
    words = ", ".join(texts(f"scales.lines_{way}", number=number) for way, number in parts if number)
    title = texts("scales.lines_moved", count=effect.pairs, words=words)
    return Said(title, _between(texts, first, last, ratings.today))


def limits_said(texts: Texts, limits: SessionLimits) -> str:
    """Where the limits come from; one that was changed is the unit's own."""
    adult, young, srs = (
        numbers.plain(texts, one) for one in (limits.ors_cut_off_adult, limits.ors_cut_off_young, limits.srs_limit)
    )
    if limits == SHIPPED:
        return texts("scales.sources", adult=adult, young=young, srs=srs, change=_plain_change(texts, limits))
    return texts("scales.sources_own", adult=adult, young=young, srs=srs, change=_plain_change(texts, limits))


def round_words(texts: Texts, one: DueRound) -> str:
    return texts(f"codes.round_{one.kind.value}", of=one.of)


def response_round(texts: Texts, response: ScaleResponse) -> str:
    return texts(f"codes.round_{response.round.value}", of=response.round_of)


def _side(texts: Texts, total: Total, limits: SessionLimits, birth_date: date | None) -> str:
    limit = cut_off(limits, birth_date, total.on)
    if total.value == limit:
        return texts("scales.at_limit")
    return texts("scales.below_limit" if is_below(total.value, limit) else "scales.above_limit")


def _fallen(texts: Texts, sign: RatingSign, before: Total, newest: Total, limits: SessionLimits) -> str:
    by = before.value - newest.value
    key = "scales.ors_fallen" if sign is RatingSign.ORS_FALLEN else "scales.ors_below_best"
    return _by(texts, key, by, limits)


def _by(texts: Texts, key: str, by: Decimal, limits: SessionLimits) -> str:
    """More than the limit, or just as much: 5.0 is not more than 5."""
    exactly = "_exactly" if by == limits.reliable_change else ""
    return texts(f"{key}{exactly}", limit=_plain_change(texts, limits))


def _plain_change(texts: Texts, limits: SessionLimits) -> str:
    return numbers.plain(texts, limits.reliable_change)


def _between(texts: Texts, first: ScaleResponse, last: ScaleResponse, today: date) -> str:
    months = months_between(first.event_date, last.event_date)
    days = {"first": day_in_full(texts, first.event_date, today), "last": day_in_full(texts, last.event_date, today)}
    return texts("scales.months_between", count=months, **days) if months else texts("scales.between", **days)


def _only(texts: Texts, forms: Sequence[ScaleResponse]) -> Said | None:
    if not forms:
        return None
    return Said(texts("scales.only_one"), texts("scales.only_one_more"))
