"""What ratings ask of the mentor: ORS and SRS that go down, and forms whose occasion has come (I2, I5, I17)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from mentorapp.domain.reminder_rules import SHIPPED, Rule, RuleSetting
from mentorapp.domain.reminders import Person
from mentorapp.domain.rounds_ahead import FormRounds, Rounds, rounds_ahead
from mentorapp.domain.scale_rounds import DueRound, Filled, RoundKind
from mentorapp.domain.session_ratings import RatingSign, SessionLimits, Total
from mentorapp.domain.watch import LeftContact, Watch, Watched, to_watch

TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
KEY = UUID(int=5)
CLEO = Person(mentee_id=UUID(int=1), name="Cleo", alias="CF 331")
START = DueRound(kind=RoundKind.START, on=TODAY - 50 * DAY)
LEVEL = DueRound(kind=RoundKind.AFTER_LEVEL, of="1", on=TODAY - 5 * DAY)


def totals(*values: str, last: date = TODAY) -> tuple[Total, ...]:
    """A week between them, the newest last."""
    return tuple(Total(last - 7 * n * DAY, Decimal(value)) for n, value in reversed(list(enumerate(reversed(values)))))


def watch(today: date = TODAY, limits: SessionLimits | None = None, **facts: tuple[Total, ...]) -> list[Watch]:
    return list(to_watch([Watched(person=CLEO, **facts)], (), SHIPPED, today, limits or SessionLimits()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        (("24", "19"), RatingSign.ORS_FALLEN),
        (("24", "19.1"), None),
        (("24", "22", "19"), RatingSign.ORS_BELOW_BEST),
        (("24",), None),
    ],
)
def test_i1_ors_that_has_gone_down_by_5_is_asked_about(values: tuple[str, ...], sign: RatingSign | None) -> None:
    found = [(one.rule, one.sign.sign) for one in watch(ors=totals(*values)) if one.sign]
    assert found == ([] if sign is None else [(Rule.ORS, sign)])


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        (("37", "34"), RatingSign.SRS_LOW),
        (("35.9",), RatingSign.SRS_LOW),
        (("36",), None),
        (("40", "36"), None),
    ],
)
def test_i2_srs_below_36_is_asked_about_and_36_is_not_below(values: tuple[str, ...], sign: RatingSign | None) -> None:
    found = [(one.rule, one.sign.sign) for one in watch(srs=totals(*values)) if one.sign]
    assert found == ([] if sign is None else [(Rule.SRS, sign)])


def test_the_limits_are_settings_and_one_row_says_it_once() -> None:
    limits = SessionLimits(srs_limit=Decimal(30), reliable_change=Decimal(4))
    (one,) = watch(limits=limits, srs=totals("40", "36"))
    assert one.sign is not None
    assert (one.sign.sign, one.limit) == (RatingSign.SRS_FALLEN, Decimal(4))
    assert len(watch(srs=totals("40", "30"))) == 1


@pytest.mark.parametrize(("days", "seen"), [(60, True), (61, False)])
def test_an_old_rating_is_not_told_of_for_ever(days: int, seen: bool) -> None:
    assert bool(watch(TODAY + days * DAY, srs=totals("34"))) == seen


def test_a_new_rating_is_another_occasion() -> None:
    (before,), (after,) = watch(srs=totals("34")), watch(TODAY + DAY, srs=totals("34", "33", last=TODAY + DAY))
    assert before.subject != after.subject


def test_a_supervisor_who_has_left_is_told_of_at_the_placement_and_not_twice() -> None:
    siv = LeftContact(link_id=KEY, name="Siv", until=TODAY - DAY, contact_id=UUID(int=8))
    sture = LeftContact(link_id=UUID(int=6), name="Sture", until=TODAY - DAY, contact_id=UUID(int=9))
    placed = replace(sture, link_id=UUID(int=7), placement_id=UUID(int=7))
    found = to_watch([Watched(person=CLEO, left=(siv, sture, placed))], (), SHIPPED, TODAY)
    assert [(one.name, one.placement_id) for one in found] == [("Siv", None), ("Sture", UUID(int=7))]
    assert to_watch([Watched(person=CLEO, left=(replace(placed, until=TODAY),))], (), SHIPPED, TODAY) == ()


def rounds(*filled: Filled, due: tuple[DueRound, ...] = (START, LEVEL), forms: int = 1) -> Rounds:
    made = tuple(
        FormRounds(code=f"form_{n}", title_sv=f"Form {n}", title_en=f"Form {n}", filled=filled) for n in range(forms)
    )
    return Rounds(person=CLEO, enrolment_id=KEY, due=due, forms=made)


def test_i5_the_latest_occasion_is_asked_for_and_earlier_ones_are_not() -> None:
    (one,) = rounds_ahead([rounds(forms=2)], SHIPPED, TODAY)
    assert (one.rule, one.on, one.kind, one.age, one.form, len(one.forms)) == (
        Rule.ROUND_MISSING, LEVEL.on, "after_level", 1, "form_0", 2,
    )  # fmt: skip
    assert rounds_ahead([rounds(Filled(kind=RoundKind.AFTER_LEVEL, of="1", on=LEVEL.on))], SHIPPED, TODAY) == ()
    assert rounds_ahead([rounds(due=())], SHIPPED, TODAY) == ()
    assert rounds_ahead([rounds(forms=0)], SHIPPED, TODAY) == ()


@pytest.mark.parametrize(("before", "asked"), [(-1, True), (0, False), (7, False), (8, True)])
def test_a_form_of_the_week_before_counts_as_that_of_the_level(before: int, asked: bool) -> None:
    one = Filled(kind=RoundKind.START, on=LEVEL.on - before * DAY)
    assert bool(rounds_ahead([rounds(one)], SHIPPED, TODAY)) == asked


@pytest.mark.parametrize(("days", "asked"), [(-1, False), (0, True), (60, True), (61, False)])
def test_a_form_is_asked_for_from_its_day_and_for_sixty_days(days: int, asked: bool) -> None:
    today = START.on + days * DAY
    assert bool(rounds_ahead([rounds(due=(START,))], SHIPPED, today)) == asked


def test_the_rule_may_be_off_or_not_asked_for_and_waits_for_a_day_of_work() -> None:
    off = {Rule.ROUND_MISSING: RuleSetting((60,), on=False)}
    assert rounds_ahead([rounds()], off, TODAY) == rounds_ahead([rounds()], {}, TODAY) == ()
    assert rounds_ahead([rounds(due=(LEVEL,))], SHIPPED, TODAY, LEVEL.on - DAY) == ()
