"""Works, studies or neither, dated; and the register of the youth duty."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.occupation import Occupation
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.network import add_contact
from mentorapp.store.occupations import (
    add_occupation,
    change_occupation,
    current_occupation,
    list_occupations,
    remove_occupation,
)
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.youth_duties import (
    add_youth_duty,
    change_youth_duty,
    current_youth_duty,
    duty_end_of,
    hand_over,
    list_register,
    list_youth_duties,
    remove_youth_duty,
)

BORN = date(2007, 1, 2)
NOBODY = UUID(int=7)


@pytest.fixture
def alva(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Alva", family_name="Exempelsson", birth_date=BORN, display_alias="QT 412")


def test_what_somebody_does_is_dated(store: Store, alva: UUID, day: date) -> None:
    with store.write("occupation_added") as session:
        assert current_occupation(session, alva) is Occupation.UNKNOWN
        add_occupation(session, alva, Occupation.NEITHER, date(2026, 1, 1))
        key = add_occupation(session, alva, Occupation.WORKS, day, note="  Lager  ")
    with store.read() as session:
        assert current_occupation(session, alva) is Occupation.WORKS
        assert [(one.occupation, one.note) for one in list_occupations(session, alva)] == [
            (Occupation.WORKS, "Lager"),
            (Occupation.NEITHER, ""),
        ]
    with store.write("occupation_changed") as session:
        change_occupation(session, key, occupation=Occupation.STUDIES, note="Komvux")
    with store.read() as session:
        assert current_occupation(session, alva) is Occupation.STUDIES
    with store.write("occupation_removed") as session:
        remove_occupation(session, key)
    with store.read() as session:
        assert current_occupation(session, alva) is Occupation.NEITHER


def test_two_occupations_cannot_begin_on_one_day(store: Store, alva: UUID, day: date) -> None:
    with store.write("occupation_added") as session:
        first = add_occupation(session, alva, Occupation.NEITHER, date(2026, 1, 1))
        add_occupation(session, alva, Occupation.WORKS, day)
    for verb in (
        lambda s: add_occupation(s, alva, Occupation.STUDIES, day),
        lambda s: change_occupation(s, first, from_date=day),
    ):
        with pytest.raises(InputError) as caught, store.write("occupation_added") as session:
            verb(session)
        assert caught.value.key == "occupation_same_day"


def test_an_occupation_of_nobody_and_a_field_that_is_none(store: Store, alva: UUID, day: date) -> None:
    with pytest.raises(NotFoundError), store.write("occupation_added") as session:
        add_occupation(session, NOBODY, Occupation.WORKS, day)
    with pytest.raises(NotFoundError), store.write("occupation_removed") as session:
        remove_occupation(session, NOBODY)
    with store.write("occupation_added") as session:
        key = add_occupation(session, alva, Occupation.WORKS, day)
    with pytest.raises(TypeError), store.write("occupation_changed") as session:
        change_occupation(session, key, place="här")


def duty(store: Store, mentee: UUID, first: date, **details: Any) -> UUID:
    with store.write("duty_added") as session:
        return add_youth_duty(session, mentee, first, **details)


def test_a_time_in_the_register_is_kept_and_changed(store: Store, alva: UUID, day: date) -> None:
    key = duty(store, alva, date(2025, 8, 1), municipality=" Provköping ")
    with store.read() as session:
        found = current_youth_duty(session, alva)
        end = duty_end_of(session, alva)
    assert found is not None
    assert end is not None
    assert (found.municipality, found.from_date) == ("Provköping", date(2025, 8, 1))
    assert (end.on, end.wants_receiver) == (date(2027, 1, 2), True)
    with store.write("duty_changed") as session:
        change_youth_duty(session, key, receiver_name="Vuxenutbildningen")
        change_setting(session, "youth_duty_age", 21)
    with store.read() as session:
        end = duty_end_of(session, alva)
    assert end is not None
    assert (end.on, end.wants_receiver) == (date(2028, 1, 2), False)
    with store.write("duty_ended") as session:
        hand_over(session, key, day - timedelta(1))
    with store.read() as session:
        assert (current_youth_duty(session, alva), duty_end_of(session, alva)) == (None, None)
        assert [one.handed_over_on for one in list_youth_duties(session, alva)] == [day - timedelta(1)]
    with store.write("duty_removed") as session:
        remove_youth_duty(session, key)
    with store.read() as session:
        assert list_youth_duties(session, alva) == ()


def test_what_cannot_be_in_the_register_is_refused(store: Store, alva: UUID, day: date) -> None:
    duty(store, alva, date(2025, 8, 1))
    with pytest.raises(InputError) as caught:
        duty(store, alva, day)
    assert caught.value.key == "duty_overlaps"
    with pytest.raises(TypeError):
        duty(store, alva, day, place="här")
    with pytest.raises(NotFoundError):
        duty(store, NOBODY, day)
    with pytest.raises(NotFoundError), store.write("duty_removed") as session:
        remove_youth_duty(session, NOBODY)


def test_the_list_for_the_register_holds_who_is_in_it_today(store: Store, alva: UUID, day: date) -> None:
    with store.write("mentee_added") as session:
        gry = add_mentee(
            session,
            "Gry",
            family_name="Dold",
            birth_date=date(2008, 5, 5),
            protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING,
            display_alias="GD 100",
        )
        elis = add_mentee(session, "Elis", birth_year=2009)
        contact = add_contact(session, "Siv Synonym")
        add_occupation(session, alva, Occupation.NEITHER, date(2026, 1, 1))
        add_occupation(session, alva, Occupation.STUDIES, date(2026, 9, 1))
    duty(store, alva, date(2025, 8, 1), municipality="Provköping", receiver_contact_id=contact)
    duty(store, gry, date(2025, 9, 1), municipality="Testfors", receiver_name="Någon")
    duty(store, elis, date(2025, 10, 1), receiver_name="Gymnasiet")
    ended = add_ended(store, day)
    with store.read() as session:
        lines = list_register(session)
    assert ended not in [line.mentee_id for line in lines]
    first, second, third = lines
    assert (first.name, first.birth_date, first.municipality) == ("Alva Exempelsson", BORN, "Provköping")
    assert (first.occupation, first.occupation_from) == (Occupation.STUDIES, date(2026, 9, 1))
    assert (first.ends_by_age, first.receiver) == (date(2027, 1, 2), "Siv Synonym")
    assert (second.name, second.birth_date, second.birth_year) == ("GD 100", None, 2008)
    assert (second.municipality, second.receiver, second.is_protected) == ("", "", True)
    assert (third.name, third.birth_year, third.ends_by_age) == ("Elis", 2009, None)
    assert (third.occupation, third.receiver) == (Occupation.UNKNOWN, "Gymnasiet")


def add_ended(store: Store, day: date) -> UUID:
    with store.write("mentee_added") as session:
        love = add_mentee(session, "Love")
        add_youth_duty(session, love, date(2025, 1, 1), to_date=day - timedelta(1))
    return love


def test_somebody_without_a_duty_has_no_end(store: Store, alva: UUID) -> None:
    with store.read() as session:
        assert duty_end_of(session, alva) is None
    with store.write("mentee_changed") as session:
        change_mentee(session, alva, birth_date=None)
    duty(store, alva, date(2025, 8, 1))
    with store.read() as session:
        assert duty_end_of(session, alva) is None
