"""Verbs on people: little is required, hostile text is kept or refused with a sentence, doubles are shown."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.mentees import Address, FormerName, Gender, IdNumberType, Municipality, Pronoun
from mentorapp.store.doubles import likely_doubles
from mentorapp.store.mentees import add_mentee, change_mentee, find_mentees, get_mentee
from mentorapp.store.store import Store

HOSTILE = (
    "<b>Alva</b>",
    "Alva & Co",
    "الوا",
    "Alva\u200f",
    "\u202eavlA",
    "Älva 🌲",
    "<img src=x>",
    "'; DROP TABLE mentee; --",
)


def _add(store: Store, name: str, **details: Any) -> Any:
    with store.write("mentee_added") as session:
        mentee_id = add_mentee(session, name, **details)
    with store.read() as session:
        return get_mentee(session, mentee_id)


def test_a_name_is_enough_and_an_alias_is_made(store: Store) -> None:
    mentee = _add(store, "  Alva  ")
    assert mentee.preferred_name == "Alva"
    letters, digits = mentee.display_alias.split(" ")
    assert len(letters) == 2
    assert len(digits) == 3


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_kept_letter_by_letter(store: Store, name: str) -> None:
    assert _add(store, name).preferred_name == name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("", "preferred_name_missing"),
        (" \t\n", "preferred_name_missing"),
        ("A" * 201, "too_long"),
        ("A" * 1000, "too_long"),
        ("Al\x00va", "invisible_characters"),
        ("Al\x1bva", "invisible_characters"),
    ],
)
def test_names_that_cannot_be_kept_are_refused(store: Store, name: str, key: str) -> None:
    with pytest.raises(InputError) as caught:
        _add(store, name)
    assert (caught.value.field, caught.value.key) == ("preferred_name", key)


def test_everything_about_a_person_is_kept(store: Store, day: date) -> None:
    mentee = _add(
        store,
        "Cleo",
        family_name="Fiktiv",
        former_names=(FormerName(name="Klara Fiktiv", until=day),),
        pronoun=Pronoun.OTHER,
        pronoun_other="den",
        gender=Gender.NON_BINARY,
        birth_date=date(2004, 2, 29),
        phones=("", " "),
        addresses=(Address(address="Storgatan 1"),),
        municipalities=(Municipality(name="Provköping"), Municipality(name="Exempelby", from_date=day)),
        public_support_months_before=36,
        needs_easy_read=True,
    )
    assert mentee.phones == ()
    assert mentee.municipality_on(day) == "Exempelby"
    assert mentee.municipality_on(date(2026, 1, 1)) == "Provköping"
    assert mentee.age(date(2026, 2, 27)) == 21
    assert mentee.age(date(2026, 2, 28)) == 22
    assert mentee.former_names[0].name == "Klara Fiktiv"


def test_a_new_name_takes_hold_and_the_old_one_is_found(store: Store, day: date) -> None:
    mentee = _add(store, "Klara", family_name="Fiktiv")
    with store.write("mentee_changed") as session:
        change_mentee(session, mentee.id, preferred_name="Cleo", pronoun=Pronoun.HEN)
        change_mentee(session, mentee.id, safe_contact="Sms går bra.")
    with store.read() as session:
        found = find_mentees(session, "klara fiktiv")
    assert [m.full_name for m in found] == ["Cleo Fiktiv"]
    assert [(n.name, n.until) for n in found[0].former_names] == [("Klara Fiktiv", day)]


@pytest.mark.parametrize("wanted", ["Alva Exempelsson", "alva", "QT 412", "qt412"])
def test_a_person_is_found_by_name_and_alias(store: Store, wanted: str) -> None:
    _add(store, "Alva", family_name="Exempelsson", display_alias="QT 412")
    _add(store, "Birk", display_alias="LM 207")
    with store.read() as session:
        assert [m.preferred_name for m in find_mentees(session, wanted)] == ["Alva"]


def test_an_alias_is_one_persons_only(store: Store) -> None:
    first = _add(store, "Alva", display_alias="QT 412")
    with pytest.raises(InputError):
        _add(store, "Birk", display_alias="QT 412")
    with store.write("mentee_changed") as session:
        change_mentee(session, first.id, display_alias="QT 413")


@pytest.mark.parametrize(
    ("details", "key"),
    [
        ({"birth_date": date(2027, 1, 1)}, "birth_in_future"),
        ({"birth_year": 2030}, "birth_in_future"),
        ({"birth_year": 1890}, "birth_too_early"),
        ({"public_support_months_before": 601}, "support_months_range"),
        ({"public_support_months_before": -1}, "support_months_range"),
        ({"pronoun": Pronoun.OTHER}, "other_needs_words"),
        ({"gender": Gender.OTHER, "gender_other": "ab"}, "other_needs_words"),
        ({"safe_contact": "x" * 10_001}, "too_long"),
    ],
)
def test_what_cannot_be_true_is_refused(store: Store, details: dict[str, Any], key: str) -> None:
    with pytest.raises(InputError) as caught:
        _add(store, "Alva", **details)
    assert caught.value.key == key


def test_an_unknown_field_is_a_bug(store: Store) -> None:
    with pytest.raises(TypeError):
        _add(store, "Alva", shoe_size=38)


def test_an_identity_number_is_checked_and_kept_on_demand(store: Store) -> None:
    # Test numbers that the tax agency publishes for trying programs.
    mentee = _add(store, "Alva", id_number_type=IdNumberType.PERSONNUMMER, id_number="191212121212")
    assert not mentee.id_number_unchecked
    assert not _add(store, "Bo", id_number="hjälpnummer 7").id_number_unchecked
    with pytest.raises(InputError) as caught:
        _add(store, "Ceasar", id_number_type=IdNumberType.PERSONNUMMER, id_number="191212121213")
    assert caught.value.key == "id_number_fails"
    with pytest.raises(InputError):
        _add(store, "Ceasar", id_number_type=IdNumberType.SAMORDNINGSNUMMER, id_number="191212121212")
    kept = _add(
        store,
        "Ceasar",
        id_number_type=IdNumberType.PERSONNUMMER,
        id_number="191212121213",
        id_number_unchecked=True,
    )
    assert kept.id_number_unchecked


def test_likely_doubles_are_shown_and_never_merged(store: Store) -> None:
    _add(store, "Alva", family_name="Exempelsson", birth_year=2007)
    _add(store, "Birk")
    with store.read() as session:
        assert [d.full_name for d in likely_doubles(session, "alva", "exempelsson")] == ["Alva Exempelsson"]
        assert [d.full_name for d in likely_doubles(session, "Alva")] == ["Alva Exempelsson"]
        assert likely_doubles(session, "Alva", "Annan") == ()
    second = _add(store, "Alva", family_name="Exempelsson")
    assert second.display_alias


def test_an_unknown_person_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError), store.read() as session:
        get_mentee(session, uuid4())
