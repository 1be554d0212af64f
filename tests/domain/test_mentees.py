"""Rules about a person that need no store: where somebody lives on a day, death, moves."""

from datetime import date
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import (
    Address,
    Mentee,
    Municipality,
    ProtectedIdentity,
    check_death,
    check_move,
    stops_reminders,
)
from mentorapp.domain.sharing import InfoClass

TODAY = date(2026, 11, 25)
BORN = date(2007, 1, 2)


def mentee(**details: object) -> Mentee:
    return Mentee(id=uuid4(), preferred_name="Alva", **details)  # type: ignore[arg-type]


def test_the_place_of_a_day_is_the_latest_that_had_begun() -> None:
    moved = mentee(
        municipalities=(Municipality(name="Provköping"), Municipality(name="Exempelby", from_date=TODAY)),
        addresses=(Address(address="Storgatan 1", from_date=date(2020, 1, 1)),),
    )
    assert [moved.municipality_on(day) for day in (date(2026, 1, 1), TODAY)] == ["Provköping", "Exempelby"]
    assert (moved.address_on(date(2019, 1, 1)), moved.address_on(TODAY)) == ("", "Storgatan 1")
    assert mentee().municipality_on(TODAY) == ""


def test_places_of_a_protected_person_carry_location() -> None:
    assert mentee().place_class() is InfoClass.PRESENCE
    assert mentee(protected_identity=ProtectedIdentity.FINGERADE).place_class() is InfoClass.LOCATION


def test_after_a_death_nothing_reminds() -> None:
    assert not stops_reminders(mentee())
    assert stops_reminders(mentee(deceased_on=TODAY))


@pytest.mark.parametrize(("day", "key"), [(date(2026, 11, 26), "date_in_future"), (date(2006, 1, 1), "before_birth")])
def test_a_death_cannot_be_ahead_or_before_birth(day: date, key: str) -> None:
    with pytest.raises(InputError) as caught:
        check_death(day, BORN, TODAY)
    assert caught.value.key == key
    check_death(None, BORN, TODAY)


@pytest.mark.parametrize(("day", "key"), [(date(2099, 1, 1), "move_far_ahead"), (date(2006, 1, 1), "before_birth")])
def test_a_move_is_after_birth_and_at_most_a_year_ahead(day: date, key: str) -> None:
    with pytest.raises(InputError) as caught:
        check_move(day, BORN, TODAY)
    assert (caught.value.field, caught.value.key) == ("from_date", key)
    check_move(date(2027, 3, 1), BORN, TODAY)
    check_move(None, None, TODAY)


def test_the_age_is_worked_out_from_the_date_or_the_year_alone() -> None:
    assert mentee(birth_date=BORN).age(TODAY) == 19
    assert mentee(birth_year=2007).age(TODAY) == 19
    assert mentee(birth_year=2007).born == date(2007, 1, 1)
    assert mentee().born is None
    assert mentee().age(TODAY) is None
    assert mentee(family_name="Exempelsson").full_name == "Alva Exempelsson"
