"""Trends from filled forms: totals with the cut-off of the age, and single questions within one version."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.charts import BandKind, Limit, Voice
from mentorapp.domain.rating_curves import cut_offs, item_curves, session_curves, total_curve
from mentorapp.domain.scale_marks import FilledHow, Mark, ScaleResponse
from mentorapp.domain.scales import FavourableEnd, ScaleDefinition, ScaleItem, ScaleKind
from mentorapp.domain.session_ratings import SHIPPED, SessionLimits, Total, cut_off

DAY = date(2026, 9, 9)
FORM = ScaleDefinition(
    id=uuid4(),
    code="well_being",
    version=2,
    kind=ScaleKind.VAS_FORM,
    title_sv="Hur har jag det?",
    items=(ScaleItem(code="sleep", text_sv="Sömn", favourable=FavourableEnd.LEFT),),
)


def filled(value: str | None, *, on: date = DAY, version: int = 2, **more: object) -> ScaleResponse:
    marks = () if value is None else (Mark(item="sleep", value=Decimal(value)),)
    return ScaleResponse(
        id=uuid4(), mentee_id=uuid4(), definition_id=FORM.id, code="well_being", version=version, event_date=on,
        marks=marks, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_ors_and_srs_stand_side_by_side() -> None:
    curves = session_curves([Total(DAY, Decimal("18.4"))], [Total(DAY, Decimal(37))], ors_missing=[date(2026, 9, 16)])
    ors, srs = curves.series
    assert (ors.voice, ors.name, ors.decimals) == (Voice.OWN, "ORS", 1)
    assert [one.value for one in ors.readings] == [Decimal("18.4"), None]
    assert (srs.voice, srs.name, srs.decimals) == (Voice.PRIVATE, "SRS", 0)
    assert curves.top == 40
    assert session_curves([], [Total(DAY, Decimal("36.5"))]).series[1].decimals == 1


def test_without_srs_nothing_private_is_there() -> None:
    assert [one.voice for one in session_curves([Total(DAY, Decimal(20))]).series] == [Voice.OWN]


@given(st.dates(date(1996, 1, 1), date(2013, 12, 31)), st.dates(date(2020, 1, 1), date(2032, 1, 1)))
def test_the_limit_of_the_chart_is_the_one_that_the_rating_is_held_against(birth: date, on: date) -> None:
    curves = session_curves([Total(on, Decimal(20))], birth_date=birth)
    assert curves.limit_on(on) == cut_off(SHIPPED, birth, on)


def test_the_limit_steps_on_the_birthday() -> None:
    assert cut_offs(SHIPPED, date(2008, 10, 20)) == (
        Limit(Decimal("28.0")),
        Limit(Decimal("25.0"), date(2026, 10, 20)),
    )
    assert cut_offs(SHIPPED, None) == (Limit(Decimal("25.0")),)
    same = SessionLimits(ors_cut_off_young=Decimal(25))
    assert cut_offs(same, date(2008, 10, 20)) == (Limit(Decimal("25.0")),)


def test_the_band_is_the_room_round_the_rating_before() -> None:
    totals = [Total(DAY + timedelta(days=at), Decimal(value)) for at, value in ((7, "38.0"), (0, "12.0"), (14, "30.0"))]
    (band,) = session_curves(totals, with_band=True).bands
    assert (band.kind, band.low, band.high) == (BandKind.AS_BEFORE, Decimal(33), Decimal(40))
    assert band.since == DAY + timedelta(days=7)
    assert session_curves(totals[:1], with_band=True).bands == ()
    assert session_curves(totals).bands == ()


def test_a_question_over_time_has_the_good_end_at_the_top() -> None:
    later = DAY + timedelta(days=30)
    curves = item_curves(FORM, "sleep", [filled("20"), filled(None, on=later)], "Birk")
    assert [one.value for one in curves.series[0].readings] == [80, None]
    assert curves.top == 100
    assert len(curves.series) == 1


def test_only_marks_of_this_version_are_in_a_curve() -> None:
    forms = [
        filled("20"),
        filled("30", version=1),
        filled("40", voided_on=DAY),
        filled(None, filled_how=FilledHow.ORAL),
    ]
    assert [one.value for one in item_curves(FORM, "sleep", forms).series[0].readings] == [80]


def test_the_supervisors_curve_is_another_voice() -> None:
    curves = item_curves(FORM, "sleep", [filled("20")], "Birk", other=[filled("50")], other_name="Sture", mirror=FORM)
    assert [(one.voice, one.name) for one in curves.series] == [(Voice.OWN, "Birk"), (Voice.OTHER, "Sture")]


def test_an_unknown_question_is_a_bug() -> None:
    with pytest.raises(KeyError):
        item_curves(FORM, "mood", [filled("20")])


def test_totals_counted_on_paper_have_no_limit() -> None:
    curves = total_curve([(DAY, Decimal(60)), (DAY, None)], Decimal(91), "KASAM-13")
    assert curves.limits == ()
    assert (curves.top, curves.series[0].name) == (Decimal(91), "KASAM-13")
