"""Works, studies or neither over time, the way out of neither, and the youth duty."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.occupation import (
    Occupation,
    OccupationPeriod,
    YouthDuty,
    check_duty,
    check_occupation,
    duty_end,
    occupation_on,
    way_out_of_neither,
)

TODAY = date(2026, 11, 25)
BORN = date(2007, 1, 2)
O = Occupation  # noqa: E741


def period(occupation: Occupation, first: str, last: str | None = None) -> OccupationPeriod:
    until = date.fromisoformat(last) if last else None
    return OccupationPeriod(
        id=uuid4(), mentee_id=UUID(int=1), occupation=occupation, from_date=date.fromisoformat(first), to_date=until
    )


def duty(first: str, last: str | None = None, **more: object) -> YouthDuty:
    return YouthDuty(
        id=uuid4(),
        mentee_id=UUID(int=1),
        from_date=date.fromisoformat(first),
        to_date=date.fromisoformat(last) if last else None,
        **more,  # type: ignore[arg-type]
    )


def test_a_period_lasts_until_the_next_or_its_own_end() -> None:
    periods = (period(O.NEITHER, "2025-01-01"), period(O.STUDIES, "2026-01-01", "2026-06-10"))
    found = [occupation_on(periods, day) for day in (date(2024, 1, 1), date(2025, 5, 1), date(2026, 6, 10), TODAY)]
    assert [one.occupation if one else None for one in found] == [None, O.NEITHER, O.STUDIES, None]


@pytest.mark.parametrize(
    ("periods", "day"),
    [
        ([], None),
        ([(O.NEITHER, "2025-01-01")], None),
        ([(O.WORKS, "2025-01-01")], None),
        ([(O.NEITHER, "2025-01-01"), (O.STUDIES, "2026-01-01")], date(2026, 1, 1)),
        ([(O.WORKS, "2026-03-01"), (O.NEITHER, "2025-01-01"), (O.STUDIES, "2026-01-01")], date(2026, 1, 1)),
        ([(O.NEITHER, "2025-01-01"), (O.UNKNOWN, "2026-01-01")], None),
        ([(O.NEITHER, "2025-01-01"), (O.WORKS, "2025-02-01"), (O.NEITHER, "2025-03-01")], None),
    ],
)
def test_the_way_out_of_neither_is_a_day(periods: list[tuple[Occupation, str]], day: date | None) -> None:
    assert way_out_of_neither([period(*one) for one in periods]) == day


@pytest.mark.parametrize(
    ("first", "last", "field", "key"),
    [
        (date(2026, 11, 26), None, "from_date", "date_in_future"),
        (date(2006, 1, 1), None, "from_date", "before_birth"),
        (date(2026, 1, 1), date(2025, 1, 1), "to_date", "ends_before_start"),
        (date(2026, 2, 1), None, "from_date", "occupation_same_day"),
    ],
)
def test_an_occupation_that_cannot_be_is_refused(first: date, last: date | None, field: str, key: str) -> None:
    with pytest.raises(InputError) as caught:
        check_occupation(first, last, BORN, TODAY, [date(2026, 2, 1)])
    assert (caught.value.field, caught.value.key) == (field, key)


def test_the_duty_ends_at_twenty_and_wants_a_receiver() -> None:
    end = duty_end(duty("2025-08-01"), BORN, TODAY)
    assert end is not None
    assert (end.on, end.days, end.wants_receiver) == (date(2027, 1, 2), 38, True)
    named = duty_end(duty("2025-08-01", receiver_name="Vuxenutbildningen"), BORN, TODAY)
    assert named is not None
    assert not named.wants_receiver
    later = duty_end(duty("2025-08-01"), BORN, TODAY, age=21)
    assert later is not None
    assert later.on == date(2028, 1, 2)


def test_an_ended_duty_or_an_unknown_birth_has_no_end_by_age() -> None:
    assert duty_end(duty("2025-08-01", "2026-01-01"), BORN, TODAY) is None
    assert duty_end(duty("2025-08-01"), None, TODAY) is None


def test_a_duty_holds_on_its_first_and_last_day() -> None:
    one = duty("2025-08-01", "2026-01-01")
    days = (date(2025, 7, 31), date(2025, 8, 1), date(2026, 1, 1), date(2026, 1, 2))
    assert [one.holds(day) for day in days] == [False, True, True, False]
    assert duty("2025-08-01").holds(TODAY)


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (duty("2026-11-26"), "date_in_future"),
        (duty("2006-12-01"), "before_birth"),
        (duty("2026-01-01", "2025-01-01"), "ends_before_start"),
        (duty("2026-01-01", handed_over_on=date(2025, 1, 1)), "ends_before_start"),
        (duty("2026-01-01", handed_over_on=date(2027, 1, 1)), "date_in_future"),
        (duty("2025-06-01"), "duty_overlaps"),
        (duty("2025-01-01"), "duty_overlaps"),
    ],
)
def test_a_duty_that_cannot_be_is_refused(one: YouthDuty, key: str) -> None:
    with pytest.raises(InputError) as caught:
        check_duty(one, BORN, TODAY, [duty("2025-02-01", "2025-12-31")])
    assert caught.value.key == key


def test_nobody_comes_into_the_register_after_the_age() -> None:
    with pytest.raises(InputError) as caught:
        check_duty(duty("2026-11-01"), date(2006, 11, 1), TODAY, [])
    assert caught.value.key == "duty_after_age"
    check_duty(duty("2026-10-31"), date(2006, 11, 1), TODAY, [duty("2024-02-01", "2025-12-31")])
