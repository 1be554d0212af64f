"""Edge cases of who is around a mentee: F 7, 8, 12 and 27 of the specification."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.fields import class_of
from mentorapp.domain.network import ContactChoice, NetworkLink, NetworkRole, OrganisationKind, is_current
from mentorapp.domain.plans import Who
from mentorapp.domain.surroundings import is_new, surroundings
from mentorapp.store.commitments import add_commitment
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, get_mentee
from mentorapp.store.network import (
    add_contact,
    add_link,
    add_organisation,
    change_contact,
    contact_from,
    contact_left,
    is_mentees_name,
    list_links,
    replace_contact,
)
from mentorapp.store.opening import OpenStore, open_store
from mentorapp.store.plan_sheets import gather_plan_sheet
from mentorapp.store.plans import add_plan, set_main_goal
from mentorapp.store.programmes import add_programme
from mentorapp.store.store import Store

SECRET = "att Elis har sökt hjälp"


@pytest.fixture
def elis(store: Store, day: date) -> UUID:
    """Seventeen; eighteen in 58 days."""
    with store.write("mentee_added") as session:
        born = (day + timedelta(days=58)).replace(year=day.year + 1 - 18)
        return add_mentee(session, "Elis", family_name="Testman", birth_date=born)


def links(store: Store, mentee: UUID) -> tuple[NetworkLink, ...]:
    with store.read() as session:
        return list_links(session, mentee)


def test_f7_a_guardians_role_ends_by_itself_on_the_eighteenth_birthday(store: Store, elis: UUID, day: date) -> None:
    with store.write("link_added") as session:
        mother = add_contact(session, "Mia Testman")
        add_link(session, elis, NetworkRole.GUARDIAN, contact_id=mother)
    with store.read() as session:
        mentee = get_mentee(session, elis)
    (link,) = links(store, elis)
    birthday = day + timedelta(days=58)
    for on, holds in ((birthday - timedelta(days=1), True), (birthday, False)):
        assert is_current(link, mentee.age(on), on) is holds
        around = surroundings((link,), mentee.age(on), on)
        assert (link in around.near, link in around.former) == (holds, not holds)


def test_f7_what_is_withheld_from_a_guardian_is_kept_and_has_no_class_to_be_printed_by(
    store: Store, elis: UUID
) -> None:
    with store.write("link_added") as session:
        mother = add_contact(session, "Mia Testman")
        add_link(session, elis, NetworkRole.GUARDIAN, contact_id=mother, not_to_tell=SECRET)
    assert links(store, elis)[0].not_to_tell == SECRET
    assert class_of(NetworkLink, "not_to_tell") is None


def test_f7_what_is_withheld_survives_a_restart_and_is_on_no_paper(
    make_store: Callable[..., OpenStore], passphrase: str, day: date
) -> None:
    opened = make_store("elis")
    store = opened.store
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        elis = add_mentee(session, "Elis", birth_date=date(2009, 1, 22))
        enrolment = add_enrolment(session, elis, programme, started_on=day)
        plan = add_plan(session, enrolment, day)
        set_main_goal(session, plan, "Gå klart skolan")
        mother = add_contact(session, "Mia Testman")
        add_link(session, elis, NetworkRole.GUARDIAN, contact_id=mother, not_to_tell=SECRET)
        add_commitment(session, enrolment, "Skjutsa på måndag", who=Who.CONTACT, contact_id=mother)
    with store.read() as session:
        sheet = repr(gather_plan_sheet(session, elis, and_word="och"))
    assert "Mia Testman" in sheet
    assert SECRET not in sheet
    opened.close()
    again = open_store(store.path, passphrase, clock=store.clock)
    kept = links(again.store, elis)[0].not_to_tell
    again.close()
    assert kept == SECRET


def test_f8_a_representative_decides_within_the_appointment(store: Store, elis: UUID) -> None:
    with store.write("link_added") as session:
        man = add_contact(session, "Gun Påhitt")
        add_link(session, elis, NetworkRole.GOD_MAN, contact_id=man, appointment="förvalta egendom")
    (link,) = links(store, elis)
    assert link.appointment == "förvalta egendom"
    assert class_of(NetworkLink, "appointment") is not None


def test_f12_a_new_caseworker_at_the_same_authority_is_to_be_told_and_the_old_one_is_kept(
    store: Store, elis: UUID, day: date
) -> None:
    with store.write("link_added") as session:
        insurance = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        siv = add_contact(session, "Siv Provsson", organisation_id=insurance)
        add_link(session, elis, NetworkRole.CASEWORKER, contact_id=siv)
        contact_left(session, siv, day - timedelta(days=1))
    with store.write("contact_replaced") as session:
        per = contact_from(session, ContactChoice(new_name="Per Provmentor"), organisation_id=insurance)
        assert per is not None
        replace_contact(session, siv, per, day)
    found = links(store, elis)
    assert is_new(found[0], found, day)
    assert [link.contact.name for link in found if link.contact] == ["Per Provmentor", "Siv Provsson"]
    store.undo()
    assert [link.to_date for link in links(store, elis)] == [None]


def test_f27_nothing_links_two_mentees_and_a_mentees_name_is_known(store: Store, elis: UUID) -> None:
    columns: Any = NetworkLink.__dataclass_fields__
    assert [name for name in columns if "mentee" in name] == ["mentee_id"]
    with store.write("link_added") as session:
        sibling = add_mentee(session, "Alva", family_name="Testman")
        assert is_mentees_name(session, "Alva Testman")
        contact = add_contact(session, "Alva Testman")
        add_link(session, elis, NetworkRole.NEXT_OF_KIN, contact_id=contact)
        change_contact(session, contact, phone="070-174 06 05")
    with store.read() as session:
        assert get_mentee(session, sibling).phones == ()
    assert links(store, sibling) == ()
