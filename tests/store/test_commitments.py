"""Promises by mentee, mentor, somebody of the register, or nobody yet."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.plans import Commitment, CommitmentState, Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import (
    add_commitment,
    change_commitment,
    list_commitments,
    list_nobodys,
    move_commitment,
    set_commitment_state,
)
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, change_contact, remove_contact
from mentorapp.store.store import Store


def promises(store: Store, household: Any) -> tuple[Commitment, ...]:
    with store.read() as session:
        return list_commitments(session, household.enrolment)


def test_a_contact_of_the_register_promises_and_the_name_is_kept(store: Store, household: Any) -> None:
    with store.write("commitment_added") as session:
        siv = add_contact(session, "Siv Provsson")
        add_commitment(session, household.enrolment, "Räkna om ersättningen", who=Who.CONTACT, contact_id=siv)
    (promise,) = promises(store, household)
    assert (promise.contact_id, promise.who_name, promise.is_nobodys) == (siv, "Siv Provsson", False)


def test_a_contact_who_takes_another_name_has_it_in_open_promises_only(store: Store, household: Any) -> None:
    with store.write("commitment_added") as session:
        siv = add_contact(session, "Siv Provsson")
        done = add_commitment(session, household.enrolment, "Ringa", who=Who.CONTACT, contact_id=siv)
        set_commitment_state(session, done, CommitmentState.DONE)
        add_commitment(session, household.enrolment, "Svara", who=Who.CONTACT, contact_id=siv)
        change_contact(session, siv, name="Siv Ek")
    assert {p.what: p.who_name for p in promises(store, household)} == {"Ringa": "Siv Provsson", "Svara": "Siv Ek"}


def test_a_promise_may_be_nobodys_and_says_so(store: Store, household: Any) -> None:
    with store.write("commitment_added") as session:
        add_commitment(session, household.enrolment, "Boka tid", who=None)
    (promise,) = promises(store, household)
    assert promise.is_nobodys
    with store.write("commitment_changed") as session:
        change_commitment(session, promise.id, who=Who.MENTOR)
    assert not promises(store, household)[0].is_nobodys


def test_somebody_else_needs_a_name(store: Store, household: Any) -> None:
    with pytest.raises(InputError) as refusal, store.write("commitment_added") as session:
        add_commitment(session, household.enrolment, "Boka tid", who=Who.CONTACT, who_name=" ")
    assert (refusal.value.field, refusal.value.key) == ("who_name", "who_name_missing")


def test_words_and_class_are_changed_and_a_moved_day_is_counted(store: Store, household: Any, day: date) -> None:
    with store.write("commitment_added") as session:
        promise = add_commitment(session, household.enrolment, "Ringa", who=Who.MENTEE)
        change_commitment(session, promise, what="Ringa Siv", info_class=InfoClass.HEALTH)
        change_commitment(session, promise, by=day)
    assert promises(store, household)[0].moved_count == 0
    with store.write("commitment_changed") as session:
        change_commitment(session, promise, by=day + timedelta(days=2))
        change_commitment(session, promise, by=day + timedelta(days=2))
    (found,) = promises(store, household)
    assert (found.what, found.who, found.info_class, found.by, found.moved_count) == (
        "Ringa Siv", Who.MENTEE, InfoClass.HEALTH, day + timedelta(days=2), 1,
    )  # fmt: skip


def test_another_promiser_takes_the_place_of_the_contact(store: Store, household: Any) -> None:
    with store.write("commitment_added") as session:
        siv = add_contact(session, "Siv Provsson")
        promise = add_commitment(session, household.enrolment, "Ringa", who=Who.CONTACT, contact_id=siv)
        change_commitment(session, promise, who=Who.CONTACT, who_name="Fredrika")
        remove_contact(session, siv)
    (found,) = promises(store, household)
    assert (found.contact_id, found.who_name) == (None, "Fredrika")


def test_what_is_not_there_and_what_is_no_field_are_refused(store: Store, household: Any, day: date) -> None:
    with pytest.raises(NotFoundError), store.write("commitment_moved") as session:
        move_commitment(session, uuid4(), day)
    with pytest.raises(TypeError), store.write("commitment_changed") as session:
        promise = add_commitment(session, household.enrolment, "Ringa", who=Who.MENTEE)
        change_commitment(session, promise, colour="red")


def test_only_the_open_promises_of_nobody_are_named_before_a_print(store: Store, household: Any) -> None:
    with store.write("commitment_added") as session:
        add_commitment(session, household.enrolment, "Boka tid", who=None)
        kept = add_commitment(session, household.enrolment, "Hälsa på", who=None)
        set_commitment_state(session, kept, CommitmentState.DONE)
        add_commitment(session, household.enrolment, "Ringa", who=Who.MENTOR)
        without = add_mentee(session, "Cleo")
    with store.read() as session:
        assert [promise.what for promise in list_nobodys(session, household.mentee)] == ["Boka tid"]
        assert list_nobodys(session, without) == ()
