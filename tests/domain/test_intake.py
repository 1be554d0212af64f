"""How far somebody is who has not begun, and what cannot be true at the door."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.enrolments import Enrolment, EnrolmentStatus, Referral
from mentorapp.domain.errors import InputError
from mentorapp.domain.intake import (
    IntakeStage,
    answer_by,
    check_interest,
    check_offer,
    check_outreach,
    month_of,
    stage_of,
)

TODAY = date(2026, 11, 25)
S = EnrolmentStatus


def enrolment(status: EnrolmentStatus, **more: Any) -> Enrolment:
    nobody = UUID(int=1)
    return Enrolment(
        id=nobody, mentee_id=nobody, programme_id=nobody, status=status, ordinal=1, referral=Referral(), **more
    )


def test_the_stage_is_read_from_the_enrolment() -> None:
    assert stage_of(None) is IntakeStage.OUTREACH
    assert stage_of(enrolment(S.INTEREST)) is IntakeStage.OUTREACH
    assert stage_of(enrolment(S.INTEREST, interest_on=TODAY)) is IntakeStage.INTEREST
    assert stage_of(enrolment(S.OFFERED)) is IntakeStage.THINKING
    assert stage_of(enrolment(S.CLOSED)) is IntakeStage.DECLINED
    assert stage_of(enrolment(S.CLOSED, started_on=TODAY)) is None
    assert stage_of(enrolment(S.ACTIVE, started_on=TODAY)) is None


def test_thinking_takes_a_week_unless_said_otherwise() -> None:
    assert (answer_by(TODAY) - TODAY, answer_by(TODAY, 10) - TODAY) == (timedelta(7), timedelta(10))
    assert month_of(TODAY) == "2026-11"


def test_an_interest_lies_behind_and_after_birth() -> None:
    check_interest(TODAY, date(2007, 1, 1), TODAY)
    for day in (TODAY + timedelta(1), date(2006, 1, 1)):
        with pytest.raises(InputError) as caught:
            check_interest(day, date(2007, 1, 1), TODAY)
        assert caught.value.field == "interest_on"


@pytest.mark.parametrize(
    ("on", "again", "field", "key"),
    [
        (TODAY + timedelta(1), TODAY + timedelta(8), "offered_on", "date_in_future"),
        (date(2026, 10, 1), TODAY, "offered_on", "offer_before_interest"),
        (TODAY, date(2026, 11, 1), "answer_by", "answer_before_offer"),
    ],
)
def test_an_offer_follows_the_interest_and_the_answer_the_offer(on: date, again: date, field: str, key: str) -> None:
    with pytest.raises(InputError) as caught:
        check_offer(on, again, date(2026, 11, 1), TODAY)
    assert (caught.value.field, caught.value.key) == (field, key)
    check_offer(TODAY, TODAY, None, TODAY)


@pytest.mark.parametrize(
    ("sent", "reached", "field"), [(0, 0, "sent"), (10_001, 0, "sent"), (5, 6, "reached"), (5, -1, "reached")]
)
def test_nobody_reaches_more_than_were_sought(sent: int, reached: int, field: str) -> None:
    with pytest.raises(InputError) as caught:
        check_outreach(TODAY, sent, reached, TODAY)
    assert caught.value.field == field
    check_outreach(TODAY, 5, 5, TODAY)
