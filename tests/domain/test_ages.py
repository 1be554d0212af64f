"""Ages at which something changes, on the local date, leap days too."""

from datetime import date

from mentorapp.domain.ages import AGE_LIMITS, ComingBirthday, birthdays_ahead, day_of_turning

TODAY = date(2026, 11, 25)


def test_the_birthdays_ahead_are_told_the_nearest_first() -> None:
    born = date(2007, 12, 30)
    assert birthdays_ahead(born, AGE_LIMITS, TODAY) == (
        ComingBirthday(20, date(2027, 12, 30), 400),
        ComingBirthday(25, date(2032, 12, 30), 2227),
        ComingBirthday(30, date(2037, 12, 30), 4053),
    )
    assert [one.age for one in birthdays_ahead(born, (30, 20, 20), TODAY)] == [20, 30]


def test_the_day_itself_still_counts_and_the_day_after_does_not() -> None:
    born = date(2006, 11, 25)
    assert birthdays_ahead(born, (20,), TODAY) == (ComingBirthday(20, TODAY, 0),)
    assert birthdays_ahead(born, (20,), date(2026, 11, 26)) == ()


def test_without_a_birth_date_there_is_nothing_to_tell() -> None:
    assert birthdays_ahead(None, AGE_LIMITS, TODAY) == ()


def test_a_leap_day_is_the_twenty_eighth_in_other_years() -> None:
    born = date(2008, 2, 29)
    assert day_of_turning(born, 18) == date(2026, 2, 28)
    assert day_of_turning(born, 20) == date(2028, 2, 29)
