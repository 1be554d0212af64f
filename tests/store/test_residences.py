"""Addresses, municipalities, former names and numbers: added to from a day, put right, taken away, found again."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.mentees import IdNumberType, Mentee
from mentorapp.store.doubles import likely_doubles
from mentorapp.store.identity_numbers import list_former_numbers
from mentorapp.store.mentees import add_mentee, change_mentee, find_mentees, get_mentee
from mentorapp.store.residences import (
    add_address,
    add_former_name,
    add_municipality,
    change_address,
    change_former_name,
    change_municipality,
    remove_address,
    remove_former_name,
    remove_municipality,
)
from mentorapp.store.store import Store

NOBODY = UUID(int=7)
BORN = date(2001, 5, 8)


@pytest.fixture
def farah(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Farah", family_name="Sagolik", birth_date=BORN)


def read(store: Store, mentee: UUID) -> Mentee:
    with store.read() as session:
        return get_mentee(session, mentee)


def change(store: Store, verb: Any, *values: Any, **details: Any) -> Any:
    with store.write("mentee_changed") as session:
        return verb(session, *values, **details)


@pytest.mark.parametrize(
    ("add", "put_right", "remove", "list_", "word"),
    [
        (add_address, change_address, remove_address, "addresses", "address"),
        (add_municipality, change_municipality, remove_municipality, "municipalities", "name"),
    ],
)
def test_a_move_is_a_new_line_and_a_slip_is_put_right(
    store: Store, farah: UUID, day: date, add: Any, put_right: Any, remove: Any, list_: str, word: str
) -> None:
    def lines() -> list[tuple[str, date | None]]:
        return [(getattr(one, word), one.from_date) for one in getattr(read(store, farah), list_)]

    change(store, add, farah, "Provköping")
    moved = change(store, add, farah, " Exempelby ", day)
    assert lines() == [("Provköping", None), ("Exempelby", day)]
    change(store, put_right, moved, "Testfors", day - timedelta(3))
    assert lines() == [("Provköping", None), ("Testfors", day - timedelta(3))]
    for verb, key in ((add, farah), (put_right, moved)):
        with pytest.raises(InputError) as caught:
            change(store, verb, key, "Låtsas", None)
        assert (caught.value.field, caught.value.key) == ("from_date", "move_same_day")
    with pytest.raises(InputError) as caught:
        change(store, add, farah, " ", day)
    assert caught.value.key.endswith("_missing")
    change(store, remove, moved)
    assert lines() == [("Provköping", None)]
    store.undo()
    assert lines() == [("Provköping", None), ("Testfors", day - timedelta(3))]
    with pytest.raises(NotFoundError):
        change(store, add, NOBODY, "Låtsas")
    with pytest.raises(NotFoundError):
        change(store, remove, NOBODY)


def test_a_former_name_is_found_and_put_right(store: Store, farah: UUID, day: date) -> None:
    key = change(store, add_former_name, farah, "Klara Sagolik", date(2020, 1, 1))
    with store.read() as session:
        assert [one.id for one in find_mentees(session, "klara sagolik")] == [farah]
    change(store, change_former_name, key, "Clara Sagolik", date(2021, 1, 1))
    assert [(one.name, one.until) for one in read(store, farah).former_names] == [("Clara Sagolik", date(2021, 1, 1))]
    for until, wrong in ((day + timedelta(1), "date_in_future"), (date(2000, 1, 1), "before_birth")):
        with pytest.raises(InputError) as caught:
            change(store, change_former_name, key, "Clara", until)
        assert caught.value.key == wrong
    change(store, remove_former_name, key)
    assert read(store, farah).former_names == ()


def test_a_birth_date_takes_the_place_of_the_year(store: Store) -> None:
    alva = change(store, add_mentee, "Alva", birth_year=2007)
    assert read(store, alva).birth_year == 2007
    change(store, change_mentee, alva, birth_date=date(2007, 1, 2))
    assert (read(store, alva).birth_year, read(store, alva).birth_date) == (None, date(2007, 1, 2))


def test_a_death_is_checked_and_kept(store: Store, farah: UUID, day: date) -> None:
    with pytest.raises(InputError) as caught:
        change(store, change_mentee, farah, deceased_on=day + timedelta(1))
    assert caught.value.field == "deceased_on"
    change(store, change_mentee, farah, deceased_on=day)
    assert read(store, farah).deceased_on == day


def test_a_number_that_fails_is_kept_only_when_asked_to(store: Store, farah: UUID) -> None:
    number = {"id_number_type": IdNumberType.PERSONNUMMER, "id_number": "20010508-0000"}
    with pytest.raises(InputError) as caught:
        change(store, change_mentee, farah, **number)
    assert (caught.value.field, caught.value.key) == ("id_number", "id_number_fails")
    change(store, change_mentee, farah, **number, id_number_unchecked=True)
    assert read(store, farah).id_number_unchecked
    change(store, change_mentee, farah, id_number_type=IdNumberType.RESERVE)
    assert not read(store, farah).id_number_unchecked


def test_doubles_are_sought_by_name_former_name_and_birth(store: Store, farah: UUID, day: date) -> None:
    change(store, add_former_name, farah, "Klara Sagolik", date(2020, 1, 1))

    def found(*names: str, **more: Any) -> list[UUID]:
        with store.read() as session:
            return [one.mentee_id for one in likely_doubles(session, *names, **more)]

    assert found("Sagolik", "Farah") == found("Fara", "Sagolik") == found("Klára", "Sagolik") == [farah]
    assert found("Farah", "Sagolik", birth_date=BORN) == found("Farah", birth_year=2001) == [farah]
    assert found("Farah", "Sagolik", birth_year=1999) == found("Birk") == []
    assert found("Farah", "Sagolik", but_not=farah) == []


def test_a_samordningsnummer_stays_beside_the_personnummer(store: Store, farah: UUID, day: date) -> None:
    first = {"id_number_type": IdNumberType.SAMORDNINGSNUMMER, "id_number": "010568-1234", "id_number_unchecked": True}
    change(store, change_mentee, farah, **first)
    change(store, change_mentee, farah, **first | {"id_number": "010568-1235"})
    with store.read() as session:
        assert list_former_numbers(session, farah) == ()
    second = {"id_number_type": IdNumberType.PERSONNUMMER, "id_number": "010508-1234", "id_number_unchecked": True}
    change(store, change_mentee, farah, **second)
    with store.read() as session:
        (former,) = list_former_numbers(session, farah)
    assert (former.id_number_type, former.id_number, former.until) == (
        IdNumberType.SAMORDNINGSNUMMER,
        "010568-1235",
        day,
    )
    change(store, change_mentee, farah, id_number_type=IdNumberType.NONE, id_number="")
    with store.read() as session:
        assert len(list_former_numbers(session, farah)) == 1
