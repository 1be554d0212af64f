"""Days of placements and studies that come near: each rule before its lead time, on the day and after."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.dates_ahead import DateAhead
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.reminder_rules import SHIPPED, Rule, RuleSetting
from mentorapp.domain.reminders import Person
from mentorapp.domain.studies import StudyDate, StudyDateKind
from mentorapp.domain.work_ahead import AtWork, PlacementFacts, StudyFacts, work_ahead
from mentorapp.domain.workplace_support import SupportIntensity, suggested_visits

TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
KEY = UUID(int=3)
FARAH = Person(mentee_id=UUID(int=1), name="Farah", alias="ZA 276")


def at(today: date = TODAY, *, studies: StudyFacts | None = None, **placement: Any) -> list[DateAhead]:
    facts: dict[str, Any] = {"placement_id": KEY, "workplace": "Café Låtsas", "type": PlacementType.INTERNSHIP}
    placements = () if studies else (PlacementFacts(**(facts | placement)),)
    one = AtWork(person=FARAH, placements=placements, studies=(studies,) if studies else ())
    return list(work_ahead([one], SHIPPED, today))


def support(per_week: str, from_date: date = TODAY) -> SupportIntensity:
    return SupportIntensity(id=KEY, placement_id=KEY, from_date=from_date, per_week=Decimal(per_week))


@pytest.mark.parametrize(("left", "seen"), [(22, False), (21, True), (0, True), (-30, True)])
def test_the_planned_end_of_a_placement_is_told_21_days_before_and_until_it_has_ended(left: int, seen: bool) -> None:
    found = at(planned_to=TODAY + left * DAY)
    assert [(one.rule, one.days, one.placement_id, one.kind) for one in found] == (
        [(Rule.PLACEMENT_END, left, KEY, "internship")] if seen else []
    )


@pytest.mark.parametrize(("left", "seen"), [(4, False), (3, True), (-1, True)])
def test_s22_the_end_of_the_introduction_has_a_rule_of_its_own(left: int, seen: bool) -> None:
    found = at(type=PlacementType.INTRO_WEEKS, planned_to=TODAY + left * DAY)
    assert [one.rule for one in found] == ([Rule.INTRO_END] if seen else [])


def test_a_study_visit_ends_by_itself() -> None:
    assert at(type=PlacementType.STUDY_VISIT, planned_to=TODAY) == []


@pytest.mark.parametrize(("left", "seen"), [(4, False), (3, True), (0, True), (-9, True)])
def test_w3_the_day_that_was_said_at_the_newest_follow_up_is_due(left: int, seen: bool) -> None:
    found = at(last_follow_up=TODAY - 30 * DAY, next_on=TODAY + left * DAY, support=support("5"))
    assert [(one.rule, one.lacking) for one in found] == ([(Rule.WORKPLACE_FOLLOW_UP, False)] if seen else [])


def test_where_no_day_was_said_the_support_suggests_one() -> None:
    weekly = support("1", TODAY - 60 * DAY)
    (one,) = at(last_follow_up=TODAY - 7 * DAY, support=weekly)
    assert (one.on, one.lacking, one.rule) == (TODAY, True, Rule.WORKPLACE_FOLLOW_UP)
    (first,) = at(support=support("1", TODAY + 2 * DAY))
    assert first.on == TODAY + 2 * DAY
    assert at(last_follow_up=TODAY, support=weekly) == []
    assert at(last_follow_up=TODAY - 90 * DAY) == []
    assert at(last_follow_up=TODAY - 90 * DAY, support=support("0")) == []


@given(st.decimals("0.1", "14", places=1), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_the_suggested_day_is_the_first_visit_after_the_last(per_week: Decimal, last: date) -> None:
    level = SupportIntensity(id=KEY, placement_id=KEY, from_date=last - 10 * DAY, per_week=per_week)
    (one,) = at(last + 200 * DAY, last_follow_up=last, support=level)
    assert one.on == suggested_visits(level, last, last, 15)[0] > last


def test_p25_dates_of_studies_stay_until_they_are_done() -> None:
    day = StudyDate(
        id=KEY, education_support_id=KEY, kind=StudyDateKind.APPLICATION, on=TODAY + 21 * DAY, text="Undersköterska"
    )
    studies = StudyFacts(studies_id=KEY, course="Vård", dates=(day,))
    (one,) = at(studies=studies)
    assert (one.rule, one.lead, one.name, one.kind) == (Rule.STUDY_DATE, 21, "Undersköterska", "application")
    assert at(TODAY - DAY, studies=studies) == []
    assert [at(day.on - left * DAY, studies=studies)[0].lead for left in (8, 7, 2, 1, 0, -40)] == [21, 7, 7, 1, 1, 1]
    untold = replace(studies, dates=(replace(day, text=""),))
    assert at(studies=untold)[0].name == "Vård"


def test_a_talk_about_the_studies_comes_or_is_to_be_booked() -> None:
    coming = StudyFacts(studies_id=KEY, course="Vård", next_talk=TODAY + 5 * DAY, last_talk=TODAY - 90 * DAY)
    assert [one.rule for one in at(studies=coming)] == [Rule.STUDY_TALK]
    assert at(TODAY - DAY, studies=coming) == []
    none_booked = replace(coming, next_talk=None, last_talk=TODAY - 30 * DAY)
    assert [(one.rule, one.on) for one in at(studies=none_booked)] == [(Rule.STUDY_TALK_NEXT, TODAY)]
    assert at(TODAY - DAY, studies=none_booked) == []
    assert at(studies=replace(none_booked, last_talk=None)) == []


def test_only_the_rules_that_are_asked_for_and_on_speak() -> None:
    one = AtWork(person=FARAH, studies=(StudyFacts(studies_id=KEY, course="Vård", last_talk=TODAY - 50 * DAY),))
    assert work_ahead([one], {}, TODAY) == ()
    off = {Rule.STUDY_TALK_NEXT: RuleSetting((30,), on=False)}
    assert work_ahead([one], off, TODAY) == ()
    assert work_ahead([one], {Rule.STUDY_TALK_NEXT: RuleSetting((60,))}, TODAY) == ()


def test_on_a_day_off_nothing_new_is_reached() -> None:
    one = AtWork(
        person=FARAH,
        placements=(
            PlacementFacts(
                placement_id=KEY, workplace="Café Låtsas", type=PlacementType.WORK_TEST, planned_to=TODAY + 21 * DAY
            ),
        ),
    )
    assert work_ahead([one], SHIPPED, TODAY, TODAY - DAY) == ()
    assert len(work_ahead([one], SHIPPED, TODAY + DAY, TODAY)) == 1
