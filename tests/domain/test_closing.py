"""The end of an enrolment as rules: when a contact counts as after-support, what is sensitive, what is still there."""

from datetime import date, timedelta

import pytest

from mentorapp.domain.closing import (
    AfterSupport,
    CheckState,
    CloseMode,
    CloseReason,
    Closure,
    ContactTime,
    Destination,
    Heading,
    OutcomeCheck,
    check_headings,
    checks_after,
    contact_time,
    has_checks,
    incomes_kept,
    incomes_on,
    mode_of,
    needs_receivers,
    referrer_destination,
    still_there,
)
from mentorapp.domain.enrolments import Enrolment, EnrolmentStatus, Referral, criteria_counted, people_and_enrolments
from mentorapp.domain.errors import InputError
from mentorapp.domain.identifiers import new_id
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import IncomePeriod, IncomeSource, IncomeState

DAY = date(2026, 3, 1)
ENROLMENT = new_id()


def closure(reason: CloseReason, *destinations: Destination, detail_class: InfoClass = InfoClass.PLAN) -> Closure:
    headings = tuple(Heading(destination=one, primary=place == 0) for place, one in enumerate(destinations))
    return Closure(
        id=new_id(),
        enrolment_id=ENROLMENT,
        closed_on=DAY,
        mode=mode_of(reason),
        reason=reason,
        headings=headings,
        detail_class=detail_class,
    )


def given(ended: date | None = None) -> AfterSupport:
    return AfterSupport(
        id=new_id(),
        enrolment_id=ENROLMENT,
        entry=Destination.EMPLOYMENT_REGULAR,
        started_on=DAY,
        planned_until=date(2026, 6, 1),
        ended_on=ended,
    )


def income(source: IncomeSource, first: date, last: date | None = None, **more: object) -> IncomePeriod:
    return IncomePeriod(id=new_id(), mentee_id=new_id(), source=source, from_date=first, to_date=last, **more)  # type: ignore[arg-type]


def test_contacts_count_as_after_support_from_the_first_day_of_work_also_when_closed() -> None:
    start, closed = date(2026, 1, 1), date(2026, 4, 1)
    expected = {
        date(2025, 12, 31): ContactTime.BEFORE,
        date(2026, 2, 28): ContactTime.DURING,
        date(2026, 3, 1): ContactTime.AFTER_SUPPORT,
        date(2026, 6, 1): ContactTime.AFTER_SUPPORT,
        date(2026, 6, 2): ContactTime.AFTER_CLOSING,
    }
    assert {day: contact_time(day, start, closed, [given()]) for day in expected} == expected
    assert contact_time(DAY, None, None, ()) is ContactTime.BEFORE
    assert contact_time(date(2026, 5, 1), start, closed, [given(ended=closed)]) is ContactTime.AFTER_CLOSING


def test_after_support_goes_on_until_its_last_day() -> None:
    assert given().goes_on(date(2026, 6, 1))
    assert not given().goes_on(date(2026, 6, 2))
    assert not given(ended=DAY).goes_on(DAY + timedelta(days=1))


def test_the_mode_follows_from_the_reason() -> None:
    assert mode_of(CloseReason.ADMIN_TRANSFER) is CloseMode.ADMINISTRATIVE
    assert mode_of(CloseReason.PLANNED_END) is CloseMode.COMPLETED
    assert mode_of(CloseReason.OTHER_SUPPORT) is CloseMode.COMPLETED
    assert mode_of(CloseReason.NOT_REACHABLE) is CloseMode.INTERRUPTED


def test_transfers_and_mistakes_do_not_count_as_closed() -> None:
    counted = {one: closure(one, Destination.UNKNOWN).counts_as_closed for one in CloseReason}
    assert {one for one, counts in counted.items() if not counts} == {
        CloseReason.ADMIN_TRANSFER,
        CloseReason.MISREGISTRATION,
    }


@pytest.mark.parametrize(
    ("one", "info_class"),
    [
        (closure(CloseReason.GOAL_REACHED, Destination.STUDIES_REGULAR), InfoClass.PLAN),
        (closure(CloseReason.HEALTH, Destination.UNKNOWN), InfoClass.HEALTH),
        (closure(CloseReason.OTHER_SUPPORT, Destination.HEALTH_CARE), InfoClass.HEALTH),
        (closure(CloseReason.CUSTODY, Destination.TREATMENT_OR_CUSTODY), InfoClass.SOCIAL),
        (closure(CloseReason.OTHER_SUPPORT, Destination.SOCIAL_SERVICES), InfoClass.SOCIAL),
        (
            closure(CloseReason.OTHER_SUPPORT, Destination.SOCIAL_INSURANCE, detail_class=InfoClass.HEALTH),
            InfoClass.HEALTH,
        ),
    ],
)
def test_a_sensitive_reason_is_printed_as_another_one(one: Closure, info_class: InfoClass) -> None:
    assert one.info_class is info_class
    assert one.printed_reason is (one.reason if info_class is InfoClass.PLAN else CloseReason.OTHER)


def test_the_primary_destination_is_found() -> None:
    both = closure(CloseReason.GOAL_REACHED, Destination.EMPLOYMENT_REGULAR, Destination.STUDIES_REGULAR)
    assert both.primary is not None
    assert both.primary.destination is Destination.EMPLOYMENT_REGULAR
    assert closure(CloseReason.OTHER).primary is None


@pytest.mark.parametrize(
    ("headings", "key"),
    [
        ((), "destination_missing"),
        ((Heading(destination=Destination.UNKNOWN),), "destination_primary"),
        ((Heading(destination=Destination.UNKNOWN, primary=True),) * 2, "destination_twice"),
        ((Heading(destination=Destination.UNKNOWN, primary=True, extent_percent=101),), "percent_range"),
    ],
)
def test_destinations_need_one_that_matters_most(headings: tuple[Heading, ...], key: str) -> None:
    with pytest.raises(InputError) as caught:
        check_headings(headings)
    assert caught.value.key == key


def test_follow_ups_come_after_six_and_twelve_months_with_a_yes() -> None:
    assert checks_after(date(2026, 8, 31)) == ((6, date(2027, 2, 28)), (12, date(2027, 8, 31)))
    assert has_checks(CloseReason.GOAL_REACHED, True)
    assert not has_checks(CloseReason.GOAL_REACHED, None)
    assert not has_checks(CloseReason.DECEASED, True)
    assert needs_receivers(CloseReason.MOVED_AWAY)
    assert not needs_receivers(CloseReason.MISREGISTRATION)


def test_the_share_still_there_is_of_those_reached() -> None:
    def check(months: int, state: CheckState, now: Destination | None = None) -> OutcomeCheck:
        return OutcomeCheck(
            id=new_id(), enrolment_id=ENROLMENT, months=months, planned_on=DAY, state=state, destination=now
        )

    checks = [
        check(6, CheckState.REACHED, Destination.STUDIES_REGULAR),
        check(6, CheckState.REACHED, Destination.SOCIAL_SERVICES),
        check(6, CheckState.NOT_REACHED),
        check(6, CheckState.DECLINED),
        check(12, CheckState.REACHED, Destination.EMPLOYMENT_SUBSIDISED),
        check(12, CheckState.PLANNED),
    ]
    assert still_there(checks, 6) == (1, 2)
    assert still_there(checks, 12) == (1, 1)


def test_back_to_the_referrer_is_where_the_referrer_is() -> None:
    assert referrer_destination("social_insurance") is Destination.SOCIAL_INSURANCE
    assert referrer_destination("psychiatry") is Destination.HEALTH_CARE
    assert referrer_destination("school") is Destination.OTHER
    assert referrer_destination("") is Destination.UNKNOWN


def test_benefit_at_start_and_at_close_and_what_was_kept() -> None:
    benefit = income(IncomeSource.ACTIVITY_BENEFIT, date(2025, 1, 1), decision_until=date(2027, 1, 1))
    cash = income(IncomeSource.SICKNESS_CASH, date(2025, 1, 1), date(2026, 1, 31))
    wage = income(IncomeSource.WAGE, date(2026, 2, 1))
    refused = income(IncomeSource.SOCIAL_ASSISTANCE, date(2025, 1, 1), state=IncomeState.REFUSED)
    every = (benefit, cash, wage, refused)
    start, close = incomes_on(every, date(2026, 1, 15)), incomes_on(every, date(2026, 6, 1))
    assert start == (benefit, cash)
    assert close == (benefit, wage)
    assert incomes_kept(start, close) == {IncomeSource.ACTIVITY_BENEFIT}


def test_persons_and_enrolments_are_both_counted_and_criteria_too() -> None:
    one, two = new_id(), new_id()

    def enrolment(mentee: object, *criteria: str) -> Enrolment:
        return Enrolment(
            id=new_id(),
            mentee_id=mentee,  # type: ignore[arg-type]
            programme_id=new_id(),
            status=EnrolmentStatus.ACTIVE,
            ordinal=1,
            referral=Referral(),
            criteria=criteria,
        )

    every = [enrolment(one, "neither", "isolation"), enrolment(one, "neither"), enrolment(two)]
    assert people_and_enrolments(every) == (2, 3)
    assert criteria_counted(every) == {"neither": 2, "isolation": 1}
