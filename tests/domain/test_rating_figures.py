"""Figures on ratings: tables 8 and 9 on generated data against an independent recount, and each rule by hand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.figures import FigureRow
from mentorapp.domain.mentees import Gender
from mentorapp.domain.rating_figures import (
    SECOND,
    Case,
    form_figures,
    latest_answers,
    mean_of,
    month_figures,
    round_shares,
    start_and_last,
)
from mentorapp.domain.scale_changes import NetEffect
from mentorapp.domain.scale_marks import FilledHow, Mark, ScaleResponse
from mentorapp.domain.scale_rounds import DueRound, RoundKind
from mentorapp.domain.scales import Dimension, FavourableEnd, ScaleDefinition, ScaleItem, ScaleKind
from mentorapp.domain.session_ratings import LINES, SessionLimits
from mentorapp.domain.total_figures import last_mean, ors_figures, total_figures

DAY0 = date(2026, 1, 1)
DAY = timedelta(days=1)
TODAY = date(2026, 11, 25)
KEY = UUID(int=1)


def item(code: str, favourable: FavourableEnd = FavourableEnd.RIGHT, about: Dimension = Dimension.NONE) -> ScaleItem:
    return ScaleItem(code=code, text_sv=code, favourable=favourable, dimension=about)


VAS = ScaleDefinition(
    id=KEY, code="own", version=2, kind=ScaleKind.VAS_FORM, title_sv="Egen",
    items=(
        item("right"), item("left", FavourableEnd.LEFT), item("neither", FavourableEnd.NONE),
        item("calm", about=Dimension.COHERENCE), item("whole", FavourableEnd.LEFT, Dimension.COHERENCE),
        item("ready", about=Dimension.READINESS),
    ),
)  # fmt: skip
STEPS = ScaleDefinition(
    id=KEY, code="steps", version=1, kind=ScaleKind.LIKERT, steps=5, title_sv="Steg",
    items=(item("knows", about=Dimension.EQUALITY),),
)  # fmt: skip
ORS = ScaleDefinition(
    id=KEY, code="ors", version=1, kind=ScaleKind.EXTERNAL_LINES, title_sv="ORS",
    items=tuple(ScaleItem(code=line) for line in LINES),
)  # fmt: skip
KASAM = ScaleDefinition(
    id=KEY, code="kasam_13", version=1, kind=ScaleKind.EXTERNAL_TOTAL, lowest=13, highest=91, title_sv="KASAM-13",
    items=(ScaleItem(code="total"),),
)  # fmt: skip


def form(scale: ScaleDefinition, day: int, number: int = 0, /, **marks: Any) -> ScaleResponse:
    """A form of the n-th day; marks by item, None for one that has been left out on purpose."""
    details = {name: marks.pop(name) for name in ("round", "round_of", "line_length_mm", "filled_how", "oral_note")
               if name in marks}  # fmt: skip
    return ScaleResponse(
        id=UUID(int=day * 100 + number), mentee_id=KEY, definition_id=scale.id, code=scale.code, version=scale.version,
        event_date=DAY0 + day * DAY,
        marks=tuple(Mark(item=code, value=None if v is None else Decimal(v)) for code, v in marks.items()), **details,
    )  # fmt: skip


def case(*forms: ScaleResponse, gender: Gender = Gender.WOMAN, **details: Any) -> Case:
    return Case(enrolment_id=KEY, gender=gender, responses=forms, **details)


def counts(row: FigureRow) -> dict[Gender, int]:
    return dict(row.by_gender)


# An independent recount: plain loops over plain numbers, by another way than the program's.

values = st.none() | st.decimals(0, 100, places=1)


@st.composite
def vas_cases(draw: Any) -> list[Case]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        forms = []
        for place in range(draw(st.integers(0, 4))):
            length = draw(st.sampled_from([Decimal(100), Decimal(94), Decimal("97.5")]))
            marks = {one.code: draw(values) for one in VAS.items if draw(st.booleans())}
            marks = {code: None if v is None else min(v, length) for code, v in marks.items()}
            forms.append(
                replace(
                    form(VAS, draw(st.integers(0, 300)), number * 10 + place, line_length_mm=length, **marks),
                    round=draw(st.sampled_from([RoundKind.START, RoundKind.AFTER_LEVEL, RoundKind.AD_HOC])),
                    version=draw(st.sampled_from([1, 2, 2, 2])),
                    voided_on=draw(st.sampled_from([None, None, None, TODAY])),
                )
            )
        made.append(case(*forms, gender=draw(st.sampled_from(list(Gender)))))
    return made


def recount_vas(cases: Sequence[Case], limit: int) -> tuple[Counter[Any], dict[tuple[str, Gender], Counter[str]]]:
    begun: Counter[Any] = Counter()
    trends: dict[tuple[str, Gender], Counter[str]] = {}
    for one in cases:
        forms = [f for f in one.responses if f.version == 2 and f.voided_on is None]
        begun[one.gender] += bool(forms)
        forms = sorted(forms, key=lambda f: (f.event_date, f.id))
        forms = [f for f in forms if [m for m in f.marks if m.value is not None]]
        while forms and forms[0].round is not RoundKind.START:
            forms.pop(0)
        if len(forms) < 2:
            continue

        def good(filled: ScaleResponse, code: str) -> float | None:
            for mark in filled.marks:
                if mark.item == code and mark.value is not None:
                    part = Fraction(mark.value) / Fraction(filled.line_length_mm) * 100
                    return 100 - part if code in ("left", "whole") else part  # type: ignore[return-value]
            return None

        for name, codes in (("right", ["right"]), ("left", ["left"]), ("calm", ["calm"]), ("whole", ["whole"]),
                            ("ready", ["ready"]), ("both", ["calm", "whole"])):  # fmt: skip
            two = [[good(f, code) for code in codes] for f in (forms[0], forms[-1])]
            if any(v is None for side in two for v in side):
                continue
            by = sum(two[1]) / len(codes) - sum(two[0]) / len(codes)  # type: ignore[arg-type]
            said = "up" if by >= limit else "down" if by <= -limit else "same"
            trends.setdefault((name, one.gender), Counter())[said] += 1
    return begun, trends


@given(vas_cases(), st.integers(1, 30))
def test_table_8_equals_an_independent_recount(cases: list[Case], limit: int) -> None:
    begun, trends = recount_vas(cases, limit)
    found = form_figures(VAS, cases, limit)
    if not sum(begun.values()):
        assert found is None
        return
    assert found is not None
    assert counts(found.begun) == {gender: n for gender, n in begun.items() if n}
    names = ["right", "left", "calm", "whole", "ready", "both"]
    assert len(found.rows) == len(names)
    for name, row in zip(names, found.rows, strict=True):
        for gender in Gender:
            said = trends.get((name, gender), Counter())
            assert row.of(gender) == NetEffect(said["up"], said["same"], said["down"])
        every = sum((said for (one, _), said in trends.items() if one == name), Counter())
        n = every.total()
        assert (row.effect.pairs, row.missing) == (n, sum(begun.values()) - n)
        points = None if not n else Decimal(every["up"] - every["down"]) * 100 / n
        assert row.effect.points == (None if points is None else int(points.quantize(Decimal(1), ROUND_HALF_UP)))
        assert row.effect.pairs <= found.pairs.total <= found.begun.total


@st.composite
def total_cases(draw: Any, scale: ScaleDefinition = ORS) -> list[Case]:
    made = []
    for number in range(draw(st.integers(0, 7))):
        forms = []
        for place in range(draw(st.integers(0, 4))):
            day = draw(st.integers(0, 320))
            if scale is ORS:
                marks = {line: draw(st.decimals(0, 10, places=1)) for line in LINES if draw(st.integers(0, 9))}
            else:
                marks = {"total": Decimal(draw(st.integers(13, 91)))} if draw(st.integers(0, 5)) else {}
            forms.append(form(scale, day, number * 10 + place, **marks))
        born = draw(st.none() | st.dates(date(2005, 1, 1), date(2012, 1, 1)))
        made.append(case(*forms, gender=draw(st.sampled_from([Gender.WOMAN, Gender.MAN])), birth_date=born))
    return made


def half_up(exact: Fraction) -> Decimal:
    """To one decimal, by whole numbers only."""
    tenths = exact * 10
    sign = -1 if tenths < 0 else 1
    whole = (abs(tenths) * 2 + 1) // 2
    return Decimal(sign * int(whole)) / 10


@given(total_cases(), st.sampled_from([SessionLimits(), SessionLimits(reliable_change=Decimal(3), adult_from=20)]))
def test_table_9_equals_an_independent_recount(cases: list[Case], limits: SessionLimits) -> None:
    begun, pairs, last = 0, [], []
    for one in cases:
        begun += bool(one.responses)
        whole = sorted(
            (f.event_date, f.id, sum(m.value for m in f.marks if m.value is not None)) for f in one.responses
            if len([m for m in f.marks if m.value is not None]) == 4
        )  # fmt: skip
        if whole:
            last.append(Fraction(whole[-1][2]))
        if len(whole) >= 2:
            pairs.append((one, whole[0], whole[-1]))

    def limit_on(one: Case, on: date) -> Decimal:
        born = one.birth_date
        if born is None:
            return limits.ors_cut_off_adult
        had_birthday = (on.month, on.day) >= (born.month, born.day)
        if (born.month, born.day) == (2, 29) and (on.month, on.day) == (2, 28) and on.year % 4:
            had_birthday = True
        age = on.year - born.year - (not had_birthday)
        return limits.ors_cut_off_young if age < limits.adult_from else limits.ors_cut_off_adult

    found, srs = ors_figures(ORS, cases, limits), last_mean(ORS, cases)
    assert (srs is None) == (not last)
    if srs is not None:
        assert (srs.known.total, srs.mean) == (len(last), half_up(sum(last, Fraction(0)) / len(last)))
    if not begun:
        assert found is None
        return
    assert found is not None
    by = [b[2] - a[2] for _, a, b in pairs]
    low = [(one, a, b) for one, a, b in pairs if a[2] < limit_on(one, a[0])]
    over = [1 for one, _, b in low if b[2] >= limit_on(one, b[0])]
    change = limits.reliable_change
    assert (found.begun.total, found.pairs.total, found.missing) == (begun, len(pairs), begun - len(pairs))
    assert (found.up.total, found.down.total) == (
        len([x for x in by if x >= change]),
        len([x for x in by if x <= -change]),
    )
    assert found.up.total + found.same.total + found.down.total == len(pairs)
    assert (found.below.total, found.crossed.total) == (len(low), len(over))
    if pairs:
        n = len(pairs)
        assert found.first_mean == half_up(sum((Fraction(a[2]) for _, a, _ in pairs), Fraction(0)) / n)
        assert found.last_mean == half_up(sum((Fraction(b[2]) for _, _, b in pairs), Fraction(0)) / n)
        assert found.mean_change == half_up(sum((Fraction(x) for x in by), Fraction(0)) / n)
    else:
        assert found.first_mean is found.last_mean is found.mean_change is None


@given(total_cases(KASAM))
def test_i15_totals_of_one_version_equal_a_recount(cases: list[Case]) -> None:
    found = total_figures(KASAM, cases)
    begun = sum(bool(one.responses) for one in cases)
    assert (found is None) == (not begun)
    if found is None:
        return
    ways: Counter[int] = Counter()
    for one in cases:
        said = [m.value for f in sorted(one.responses, key=lambda f: (f.event_date, f.id)) for m in f.marks]
        known = [v for v in said if v is not None]
        if len(known) > 1:
            ways[(known[-1] > known[0]) - (known[-1] < known[0])] += 1
    assert (found.up.total, found.same.total, found.down.total) == (ways[1], ways[0], ways[-1])
    assert (found.pairs, found.missing) == (ways.total(), begun - ways.total())


def test_i15_the_same_total_is_neither_up_nor_down() -> None:
    found = total_figures(KASAM, [case(form(KASAM, 0, total=40), form(KASAM, 50, total=40))])
    assert found is not None
    assert (found.up.total, found.same.total, found.down.total) == (0, 1, 0)


def test_13_and_29_are_never_counted_together() -> None:
    other = replace(KASAM, code="kasam_29", lowest=29, highest=203)
    cases = [case(form(KASAM, 0, total=40), form(other, 50, total=100))]
    assert [figures.pairs for scale in (KASAM, other) if (figures := total_figures(scale, cases))] == [0, 0]


# By hand.


def test_i9_more_ready_is_held_against_the_rest() -> None:
    """The shares of S000: 71 per cent more ready, 29 unchanged or less."""
    start, end = {"round": RoundKind.START, "ready": 20}, {"ready": 25}
    ready = [case(form(VAS, 0, **start), form(VAS, 90, **end)) for _ in range(5)]
    rest = [case(form(VAS, 0, **start), form(VAS, 90, ready=at), gender=Gender.MAN) for at in (20, 10)]
    found = form_figures(VAS, [*ready, *rest])
    assert found is not None
    row = found.row_of(Dimension.READINESS)
    assert row is not None
    assert (row.effect.improved_share, row.effect.rest_share, row.effect.pairs) == (71, 29, 7)
    assert (row.of(Gender.WOMAN).improved, row.of(Gender.MAN).improved) == (5, 0)
    assert row.of(Gender.OTHER) == NetEffect(0, 0, 0)
    assert found.row_of(Dimension.EQUALITY) is None
    about = found.row_of(Dimension.COHERENCE)
    assert about is not None
    assert about.item == ""


@pytest.mark.parametrize(
    ("at", "way"), [("24.9", (0, 1, 0)), ("25", (1, 0, 0)), ("15", (0, 0, 1)), ("15.1", (0, 1, 0))]
)
def test_five_millimetres_count_and_less_does_not(at: str, way: tuple[int, int, int]) -> None:
    found = form_figures(VAS, [case(form(VAS, 0, round=RoundKind.START, right=20), form(VAS, 9, right=at))])
    assert found is not None
    assert found.rows[0].effect == NetEffect(*way)


def test_a_start_on_the_wrong_day_or_only_talked_about_is_no_pair() -> None:
    later_start = [form(VAS, 0, right=1), form(VAS, 9, round=RoundKind.START, right=2)]
    assert start_and_last(later_start) is None
    oral = form(VAS, 0, round=RoundKind.START, filled_how=FilledHow.ORAL, oral_note="Det är bättre nu.")
    assert start_and_last([oral, form(VAS, 9, right=2)]) is None
    assert start_and_last([]) is None
    assert start_and_last([*later_start, form(VAS, 20, right=3)]) is not None


def test_f21_a_form_of_another_version_is_not_compared() -> None:
    first = form(VAS, 0, round=RoundKind.START, right=1)
    found = form_figures(VAS, [case(first, replace(form(VAS, 9, right=90), version=3))])
    assert found is not None
    assert (found.pairs.total, found.rows[0].missing) == (0, 1)
    assert found.months == month_figures([])


def test_i16_complete_months_between_the_first_and_the_last() -> None:
    forms = (form(VAS, 0, round=RoundKind.START, right=1), form(VAS, 58, right=1))
    longer = (form(VAS, 0, round=RoundKind.START, right=1), form(VAS, 273, right=1))
    found = form_figures(VAS, [case(*forms), case(*longer)])
    assert found is not None
    assert (found.months.known, found.months.mean, found.months.shortest, found.months.longest) == (2, Decimal(5), 1, 9)


DUE = (
    DueRound(kind=RoundKind.START, on=DAY0),
    DueRound(kind=RoundKind.AFTER_LEVEL, of="2", on=DAY0 + 60 * DAY),
    DueRound(kind=RoundKind.AFTER_LEVEL, of="10", on=DAY0 + 90 * DAY),
    DueRound(kind=RoundKind.CLOSE, on=TODAY + DAY),
)


def test_i17_of_those_who_came_to_an_occasion_how_many_filled_it_in() -> None:
    cases = [
        case(form(VAS, 0, round=RoundKind.START, right=1), form(VAS, 61, round=RoundKind.AFTER_LEVEL, round_of="2"),
             due=DUE),
        case(form(VAS, 3, round=RoundKind.START, right=1), due=DUE[:1], gender=Gender.MAN),
        case(form(VAS, 3, round=RoundKind.START, right=1), due=DUE[:2], gender=Gender.MAN),
        case(due=DUE[:1]),
    ]  # fmt: skip
    rows = {
        (row.code, row.of): (row.filled.total, row.reached.total) for row in round_shares("own", cases, TODAY, True)
    }
    assert rows == {
        ("start", ""): (3, 4),
        ("after_level", "2"): (1, 2),
        ("after_level", "10"): (0, 1),
        (SECOND, ""): (1, 2),
    }
    assert list(rows) == [("start", ""), ("after_level", "2"), ("after_level", "10"), (SECOND, "")]
    begun = round_shares("own", cases, TODAY, False)
    assert [(row.filled.total, row.reached.total) for row in begun] == [(3, 3), (1, 2), (0, 1), (1, 2)]
    assert counts(begun[0].reached) == {Gender.WOMAN: 1, Gender.MAN: 2}
    assert round_shares("another", cases, TODAY, True) == ()
    assert SECOND not in {row.code for row in round_shares("own", [cases[1]], TODAY, True)}
    voided = case(replace(form(VAS, 0, round=RoundKind.START), voided_on=TODAY), due=DUE)
    assert round_shares("own", [voided], TODAY, True) == ()


def test_i25_the_latest_answer_in_steps_by_gender() -> None:
    cases = [
        case(form(STEPS, 0, knows=2), form(STEPS, 9, knows=4)),
        case(form(STEPS, 0, knows=4), gender=Gender.MAN),
        case(form(STEPS, 0, knows=None), gender=Gender.MAN),
        case(gender=Gender.MAN),
    ]
    (found,) = latest_answers(STEPS, cases)
    assert [(row.step, row.counts.total) for row in found.rows] == [(1, 0), (2, 0), (3, 0), (4, 2), (5, 0)]
    assert (found.answered.total, found.begun.total) == (2, 3)
    assert counts(found.rows[3].counts) == {Gender.WOMAN: 1, Gender.MAN: 1}
    assert latest_answers(STEPS, [case()]) == latest_answers(VAS, cases) == ()


def test_of_steps_any_step_is_a_change() -> None:
    found = form_figures(STEPS, [case(form(STEPS, 0, round=RoundKind.START, knows=2), form(STEPS, 9, knows=3))])
    assert found is not None
    assert found.rows[0].effect == NetEffect(1, 0, 0)


def test_halves_are_rounded_away_from_zero() -> None:
    assert mean_of([Decimal("0.1"), Decimal("0.2")]) == Decimal("0.2")
    assert mean_of([Decimal("-0.1"), Decimal("-0.2")]) == Decimal("-0.2")
    assert mean_of([Decimal(5), Decimal(6)], 0) == Decimal(6)
    assert mean_of([]) is None
