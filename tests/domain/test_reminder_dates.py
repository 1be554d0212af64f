"""Dates that come near and what asks for care: each rule on the day before, the day itself and the day after."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.dates_ahead import Ages, DateAhead, Dated, dates_ahead, next_checkin
from mentorapp.domain.plans import Commitment, Who
from mentorapp.domain.reminder_rules import GROUP_OF, SHIPPED, Rule, RuleSetting, lead_reached
from mentorapp.domain.reminders import Person, Promise
from mentorapp.domain.sessions import Attendance
from mentorapp.domain.support import (
    IncomePeriod,
    IncomeSource,
    IncomeState,
    InterventionKind,
    InterventionState,
    ParallelIntervention,
)
from mentorapp.domain.watch import LeftContact, Watched, no_shows_in_a_row, to_watch

TODAY = date(2026, 11, 25)
KEY = UUID(int=7)
ALVA = Person(mentee_id=KEY, name="Alva", alias="QT 412")
DAY = timedelta(days=1)


def income(**details: Any) -> IncomePeriod:
    given: dict[str, Any] = {"source": IncomeSource.ACTIVITY_BENEFIT, "from_date": date(2024, 1, 1)} | details
    return IncomePeriod(id=KEY, mentee_id=KEY, **given)


def only(dated: Dated, today: date = TODAY) -> list[DateAhead]:
    return list(dates_ahead([dated], SHIPPED, today))


def test_every_rule_that_is_shipped_has_days_the_longest_first_and_a_group() -> None:
    assert set(SHIPPED) == set(Rule) == set(GROUP_OF)
    assert all(list(one.days) == sorted(one.days, reverse=True) for one in SHIPPED.values())
    assert {rule for rule, one in SHIPPED.items() if not one.days} == {Rule.SILENCE, Rule.CONTACT_LEFT}


@pytest.mark.parametrize(
    ("left", "lead"), [(181, None), (180, 180), (91, 180), (90, 90), (31, 90), (30, 30), (0, 30), (-5, 30)]
)
def test_the_shortest_lead_that_is_reached_counts(left: int, lead: int | None) -> None:
    assert lead_reached(left, (180, 90, 30)) == lead


def test_alva_leaves_the_youth_duty_at_20_and_somebody_is_to_take_over() -> None:
    born = date(2006, 12, 30)
    dated = Dated(person=ALVA, birth_date=born, youth_duty=KEY)
    (one,) = only(dated)
    assert (one.rule, one.on, one.days, one.lead, one.lacking) == (
        Rule.LEAVES_YOUTH_DUTY, date(2026, 12, 30), 35, 90, True,
    )  # fmt: skip
    assert not only(replace(dated, youth_duty_received=True))[0].lacking
    day = date(2026, 12, 30) - 180 * DAY
    assert only(dated, day - DAY) == []
    assert only(dated, day)[0].lead == 180
    assert only(dated, date(2027, 1, 5))[0].days == -6
    assert dates_ahead([dated], SHIPPED, TODAY, Ages(youth_duty=21)) == ()


def test_f40_a_leap_day_birthday_counts_on_28_february() -> None:
    dated = Dated(person=ALVA, birth_date=date(2008, 2, 29), has_guardian=True)
    assert only(dated, date(2025, 12, 30))[0].on == date(2026, 2, 28)
    assert only(dated, date(2026, 2, 28))[0].days == 0
    assert only(dated, date(2026, 3, 1)) == []


@pytest.mark.parametrize(("today", "seen"), [(-61, False), (-60, True), (0, True), (1, False)])
def test_the_guardian_rule_speaks_for_sixty_days(today: int, seen: bool) -> None:
    dated = Dated(person=ALVA, birth_date=date(2009, 1, 22), has_guardian=True)
    assert bool(only(dated, date(2027, 1, 22) + today * DAY)) == seen
    assert only(replace(dated, has_guardian=False), date(2027, 1, 1)) == []
    assert only(replace(dated, birth_date=None), date(2027, 1, 1)) == []


def test_the_upper_age_of_a_programme_is_the_birthday_after_it() -> None:
    dated = Dated(person=ALVA, birth_date=date(1997, 2, 18), programme="Level Up", programme_age_max=29)
    (one,) = only(dated)
    assert (one.rule, one.on, one.age, one.name) == (Rule.PROGRAMME_AGE, date(2027, 2, 18), 30, "Level Up")
    assert only(dated, date(2027, 2, 19)) == []


def test_a_decision_that_ends_and_the_month_before_30() -> None:
    born = date(1997, 2, 18)
    dated = Dated(person=ALVA, birth_date=born, incomes=(income(decision_until=TODAY + 100 * DAY),))
    found = {one.rule: one for one in only(dated)}
    assert found[Rule.BENEFIT_DECISION].lead == 120
    assert found[Rule.BENEFIT_AGE].on == date(2027, 1, 31)
    assert found[Rule.BENEFIT_AGE].lead == 91
    over = replace(dated, incomes=(income(to_date=TODAY, decision_until=TODAY),))
    assert only(over) == []
    refused = replace(dated, incomes=(income(state=IncomeState.REFUSED, decision_until=TODAY),))
    assert only(refused) == []
    other = replace(dated, incomes=(income(source=IncomeSource.SOCIAL_ASSISTANCE, decision_until=TODAY),))
    assert only(other) == []
    unborn = replace(dated, birth_date=None, incomes=(income(),))
    assert only(unborn) == []


def test_what_waits_to_be_done_stays_until_it_is_done() -> None:
    dated = Dated(
        person=ALVA, after_support_until=TODAY + 14 * DAY, answer_by=TODAY, erase_on=TODAY - 9 * DAY,
        safety_on=TODAY + DAY, checkin_on=TODAY + 5 * DAY, checks=((KEY, 6, TODAY - 30 * DAY),),
    )  # fmt: skip
    assert [one.rule for one in only(dated)] == [
        Rule.OUTCOME_CHECK, Rule.ERASE, Rule.THINKING, Rule.REFERRER_CHECKIN, Rule.AFTER_SUPPORT_END,
    ]  # fmt: skip
    assert only(dated)[0].age == 6
    off = {**SHIPPED, Rule.ERASE: RuleSetting((0,), on=False)}
    assert Rule.ERASE not in {one.rule for one in dates_ahead([dated], off, TODAY)}


def test_what_is_put_away_speaks_again_at_the_next_lead() -> None:
    dated = Dated(person=ALVA, birth_date=date(2006, 12, 30), youth_duty=KEY)
    assert only(dated, TODAY)[0].subject == only(dated, TODAY + 4 * DAY)[0].subject
    assert only(dated, TODAY)[0].subject != only(dated, TODAY + 5 * DAY)[0].subject


def test_the_referrer_hears_again_after_the_interval() -> None:
    assert next_checkin(TODAY, date(2026, 1, 1), 30) == TODAY + 30 * DAY
    assert next_checkin(None, TODAY, 30) == TODAY + 30 * DAY
    assert next_checkin(None, None, 30) is None


@pytest.mark.parametrize(
    ("came", "count"),
    [
        ("nnn", 3),
        ("nnhn", 2),
        ("nmcn", 2),
        ("hnnn", 0),
        ("", 0),
    ],
)
def test_missed_contacts_in_a_row(came: str, count: int) -> None:
    codes = {"n": Attendance.NO_SHOW, "h": Attendance.HELD, "m": Attendance.MOVED, "c": Attendance.CANCELLED_MENTEE}
    days = tuple((TODAY - place * DAY, codes[letter]) for place, letter in enumerate(came))
    assert len(no_shows_in_a_row(days)) == count


def watched(**facts: Any) -> list[Rule]:
    return [one.rule for one in to_watch([Watched(person=ALVA, **facts)], (), SHIPPED, TODAY)]


def test_three_missed_in_a_row_are_seen_and_two_are_not() -> None:
    missed = tuple((TODAY - n * DAY, Attendance.NO_SHOW) for n in range(4))
    assert watched(came=missed[:2]) == []
    assert watched(came=missed[:3]) == [Rule.NO_SHOWS]
    found = to_watch([Watched(person=ALVA, came=missed)], (), SHIPPED, TODAY)
    assert (found[0].count, found[0].on) == (4, TODAY)


def test_f35_a_gap_in_income_is_seen_sixty_days_ahead() -> None:
    assert watched(incomes=(income(decision_until=TODAY + 60 * DAY),)) == []
    assert watched(incomes=(income(decision_until=TODAY + 59 * DAY),)) == [Rule.INCOME_GAP]
    assert watched(incomes=(income(state=IncomeState.REFUSED, state_on=TODAY),)) == [Rule.INCOME_GAP]
    assert watched(incomes=(income(),)) == []


def test_an_intervention_without_anybody_is_seen() -> None:
    one = ParallelIntervention(
        id=KEY, mentee_id=KEY, kind=InterventionKind.HOUSING_SUPPORT, actor="Boendestödet",
        state=InterventionState.ONGOING,
    )  # fmt: skip
    assert watched(interventions=(one,)) == [Rule.NOBODY_RESPONSIBLE]
    assert watched(interventions=(replace(one, owner_name="Siv"),)) == []


def test_f12_somebody_who_has_left_is_seen_at_once() -> None:
    assert watched(left=(LeftContact(link_id=KEY, name="Fredrika", until=TODAY - DAY),)) == [Rule.CONTACT_LEFT]
    assert watched(left=(LeftContact(link_id=KEY, name="Fredrika", until=TODAY),)) == []


@pytest.mark.parametrize(("moved", "seen"), [(2, False), (3, True), (5, True)])
def test_a_promise_moved_three_times_is_seen(moved: int, seen: bool) -> None:
    commitment = Commitment(id=KEY, enrolment_id=KEY, who=Who.MENTOR, what="Ringa", by=TODAY, moved_count=moved)
    promise = Promise(person=ALVA, commitment=commitment)
    assert bool(to_watch([], [promise], SHIPPED, TODAY)) == seen
    off = {**SHIPPED, Rule.MOVED: RuleSetting((3,), on=False)}
    assert to_watch([], [promise], off, TODAY) == ()


def test_a_consent_that_ends_and_one_without_a_signature_are_said_with_the_recipient() -> None:
    dated = Dated(person=ALVA, consents=((KEY, "Fredrika", TODAY + 14 * DAY),), unsigned=((KEY, "Sture", TODAY),))
    assert {(one.rule, one.name) for one in only(dated)} == {
        (Rule.CONSENT_END, "Fredrika"), (Rule.SIGNATURE, "Sture"),
    }  # fmt: skip
    late = Dated(person=ALVA, consents=((KEY, "Fredrika", TODAY + 31 * DAY),))
    assert only(late) == []
