"""Who is around a mentee, and the register of people and organisations, in a real store."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import InputError, MentorError, NotFoundError
from mentorapp.domain.network import ContactChoice, NetworkRole, OrganisationKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import (
    add_contact,
    add_link,
    add_organisation,
    change_contact,
    change_link,
    change_organisation,
    contact_from,
    contact_left,
    count_mentees,
    end_link,
    get_contact,
    get_organisation,
    is_mentees_name,
    list_contacts,
    list_links,
    list_organisations,
    private_contacts,
    remove_contact,
    remove_link,
    remove_organisation,
    replace_contact,
)
from mentorapp.store.store import Store

CASEWORKER = NetworkRole.CASEWORKER


@pytest.fixture
def mentee(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Birk", family_name="Provare", birth_date=date(2002, 3, 1))


@pytest.fixture
def insurance(store: Store) -> UUID:
    with store.write("organisation_added") as session:
        return add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE, unit="Provköping")


@pytest.fixture
def siv(store: Store, insurance: UUID) -> UUID:
    with store.write("contact_added") as session:
        return add_contact(session, " Siv  Provsson ", title="handläggare", organisation_id=insurance, phone="070")


def test_a_contact_is_read_back_with_the_organisation(store: Store, siv: UUID, insurance: UUID) -> None:
    with store.read() as session:
        contact = get_contact(session, siv)
        assert (contact.name, contact.title, contact.phone) == ("Siv Provsson", "handläggare", "070")
        assert contact.organisation == get_organisation(session, insurance)
        assert list_contacts(session) == (contact,)


def test_a_contact_is_changed_and_leaves_the_organisation(store: Store, siv: UUID) -> None:
    with store.write("contact_changed") as session:
        change_contact(session, siv, name="Siv Ek", organisation_id=None, email="siv@exempel.se")
        change_contact(session, siv, title="")
    with store.read() as session:
        contact = get_contact(session, siv)
    assert (contact.name, contact.organisation, contact.email, contact.title) == ("Siv Ek", None, "siv@exempel.se", "")


def test_an_address_without_at_and_a_name_without_letters_are_refused(store: Store, siv: UUID) -> None:
    for details, field in (({"email": "siv"}, "email"), ({"name": " "}, "name")):
        with pytest.raises(InputError) as refusal, store.write("contact_changed") as session:
            change_contact(session, siv, **details)
        assert refusal.value.field == field


def test_an_unknown_field_is_a_bug(store: Store, siv: UUID, mentee: UUID) -> None:
    with pytest.raises(TypeError), store.write("contact_changed") as session:
        change_contact(session, siv, shoe_size="39")
    with pytest.raises(TypeError), store.write("link_added") as session:
        add_link(session, mentee, CASEWORKER, contact_id=siv, shoe_size="39")


def test_organisations_stand_by_name_and_are_changed(store: Store, insurance: UUID) -> None:
    with store.write("organisation_added") as session:
        other = add_organisation(session, "Öppna förskolan", OrganisationKind.OTHER, kind_other="förskola")
        school = add_organisation(session, "Ärlans folkhögskola", OrganisationKind.FOLK_HIGH_SCHOOL)
        change_organisation(session, school, name="Ärlan", unit="Testfors")
        change_organisation(session, insurance, phone="0771")
    with store.read() as session:
        found = list_organisations(session)
    assert [one.id for one in found] == [insurance, school, other]
    assert (found[1].name, found[1].unit, found[0].phone) == ("Ärlan", "Testfors", "0771")


def test_another_kind_of_organisation_needs_its_word(store: Store, insurance: UUID) -> None:
    with pytest.raises(InputError) as refusal, store.write("organisation_changed") as session:
        change_organisation(session, insurance, kind=OrganisationKind.OTHER)
    assert refusal.value.field == "kind_other"


def test_what_is_not_there_is_said_so(store: Store) -> None:
    with store.read() as session:
        for get in (get_contact, get_organisation):
            with pytest.raises(NotFoundError):
                get(session, uuid4())
    with pytest.raises(NotFoundError), store.write("link_ended") as session:
        end_link(session, uuid4(), date(2026, 11, 25))


def test_a_new_name_becomes_a_new_contact_and_a_known_one_stays_one(store: Store, siv: UUID) -> None:
    with store.write("contact_added") as session:
        new = contact_from(session, ContactChoice(new_name="Per Provmentor"), title="lärare")
        assert contact_from(session, ContactChoice(contact_id=siv)) == siv
        assert contact_from(session, ContactChoice()) is None
    with store.read() as session:
        assert [one.id for one in list_contacts(session)] == [new, siv]


def test_two_of_the_same_name_stay_two(store: Store, siv: UUID) -> None:
    with store.write("contact_added") as session:
        contact_from(session, ContactChoice(new_name="Siv Provsson"))
    with store.read() as session:
        assert len(list_contacts(session)) == 2


def test_a_link_has_the_organisation_of_its_contact(store: Store, mentee: UUID, siv: UUID, insurance: UUID) -> None:
    with store.write("link_added") as session:
        made = add_link(session, mentee, CASEWORKER, contact_id=siv, responsible_for="aktivitetsersättning")
    with store.read() as session:
        (link,) = list_links(session, mentee)
        assert link.organisation == get_organisation(session, insurance)
    assert (link.id, link.responsible_for, link.info_class) == (made, "aktivitetsersättning", InfoClass.PLAN)
    assert link.contact is not None
    assert link.contact.name == "Siv Provsson"


def test_an_authority_may_stand_without_a_named_person(store: Store, mentee: UUID, insurance: UUID) -> None:
    with store.write("link_added") as session:
        add_link(session, mentee, CASEWORKER, organisation_id=insurance)
    with store.read() as session:
        (link,) = list_links(session, mentee)
    assert link.is_missing
    assert link.contact is None


def test_a_role_of_nobody_is_refused(store: Store, mentee: UUID) -> None:
    with pytest.raises(InputError) as refusal, store.write("link_added") as session:
        add_link(session, mentee, CASEWORKER)
    assert refusal.value.field == "contact_id"


def test_a_private_person_has_no_organisation(store: Store, mentee: UUID) -> None:
    with store.write("link_added") as session:
        mother = add_contact(session, "Mia Provare")
        add_link(session, mentee, NetworkRole.NEXT_OF_KIN, contact_id=mother, not_to_tell="att Birk flyttar")
    with store.read() as session:
        (link,) = list_links(session, mentee)
        assert private_contacts(session) == {mother: frozenset({mentee})}
    assert (link.organisation, link.not_to_tell, link.info_class) == (None, "att Birk flyttar", InfoClass.SOCIAL)


def test_a_new_caseworker_ends_the_role_of_the_one_before_and_history_stays(
    store: Store, mentee: UUID, siv: UUID, day: date
) -> None:
    with store.write("link_added") as session:
        first = add_link(session, mentee, CASEWORKER, contact_id=siv, from_date=day - timedelta(days=90))
        office = add_organisation(session, "FK Testfors", OrganisationKind.SOCIAL_INSURANCE)
        new = add_contact(session, "Per Provmentor", organisation_id=office)
        second = add_link(session, mentee, CASEWORKER, contact_id=new, from_date=day)
    with store.read() as session:
        links = list_links(session, mentee)
    assert [(link.id, link.to_date) for link in links] == [(second, None), (first, day - timedelta(days=1))]


def test_a_caseworker_elsewhere_and_another_role_here_stay(store: Store, mentee: UUID, siv: UUID, day: date) -> None:
    with store.write("link_added") as session:
        add_link(session, mentee, NetworkRole.REHAB_COORDINATOR, contact_id=siv)
        work = add_organisation(session, "Arbetsförmedlingen", OrganisationKind.EMPLOYMENT_SERVICE)
        add_link(session, mentee, CASEWORKER, organisation_id=work)
        new = add_contact(session, "Per Provmentor")
        add_link(session, mentee, CASEWORKER, contact_id=new)  # at no organisation
        add_link(session, mentee, CASEWORKER, contact_id=siv)
    with store.read() as session:
        assert [link.to_date for link in list_links(session, mentee)] == [None] * 4


def test_a_caseworker_of_the_past_ends_nobodys_role(store: Store, mentee: UUID, siv: UUID, day: date) -> None:
    past = day - timedelta(days=400)
    with store.write("link_added") as session:
        add_link(session, mentee, CASEWORKER, contact_id=siv)
        old = add_contact(session, "Per Provmentor", organisation_id=get_contact(session, siv).organisation_id)
        add_link(session, mentee, CASEWORKER, contact_id=old, from_date=past, to_date=past + timedelta(days=30))
    with store.read() as session:
        assert [link.to_date for link in list_links(session, mentee)] == [None, past + timedelta(days=30)]


def test_who_began_the_same_day_ends_that_day_and_never_before(
    store: Store, mentee: UUID, siv: UUID, day: date
) -> None:
    with store.write("link_added") as session:
        add_link(session, mentee, CASEWORKER, contact_id=siv, from_date=day)
        new = add_contact(session, "Per Provmentor", organisation_id=get_contact(session, siv).organisation_id)
        add_link(session, mentee, CASEWORKER, contact_id=new, from_date=day)
    with store.read() as session:
        ends = {link.contact_id: link.to_date for link in list_links(session, mentee)}
    assert ends == {siv: day, new: None}


def test_a_named_person_is_put_where_there_was_none(store: Store, mentee: UUID, siv: UUID, insurance: UUID) -> None:
    with store.write("link_added") as session:
        link_id = add_link(session, mentee, CASEWORKER, organisation_id=insurance)
        change_link(session, link_id, contact_id=siv)
    with store.read() as session:
        (link,) = list_links(session, mentee)
    assert (link.id, link.contact_id, link.organisation_id, link.to_date) == (link_id, siv, insurance, None)


def test_the_class_follows_the_role_until_somebody_chooses_another(store: Store, mentee: UUID, siv: UUID) -> None:
    with store.write("link_added") as session:
        one = add_link(session, mentee, NetworkRole.TEACHER, contact_id=siv)
        change_link(session, one, role=NetworkRole.THERAPIST)
        raised = add_link(session, mentee, NetworkRole.TEACHER, contact_id=siv, info_class=InfoClass.SOCIAL)
        change_link(session, raised, role=NetworkRole.GUIDANCE_COUNSELLOR)
    with store.read() as session:
        classes = {link.id: link.info_class for link in list_links(session, mentee)}
    assert classes == {one: InfoClass.HEALTH, raised: InfoClass.SOCIAL}


def test_another_role_needs_its_word(store: Store, mentee: UUID, siv: UUID) -> None:
    with pytest.raises(InputError) as refusal, store.write("link_added") as session:
        add_link(session, mentee, NetworkRole.OTHER, contact_id=siv, role_other="  ")
    assert refusal.value.field == "role_other"
    with store.write("link_added") as session:
        add_link(session, mentee, NetworkRole.OTHER, contact_id=siv, role_other="ridlärare")


def test_a_role_ends_on_a_day_or_was_never_there(store: Store, mentee: UUID, siv: UUID, day: date) -> None:
    with store.write("link_added") as session:
        link = add_link(session, mentee, CASEWORKER, contact_id=siv, from_date=day)
    with pytest.raises(InputError), store.write("link_ended") as session:
        end_link(session, link, day - timedelta(days=1))
    with store.write("link_ended") as session:
        end_link(session, link, day)
    with store.read() as session:
        assert list_links(session, mentee)[0].to_date == day
    with store.write("link_removed") as session:
        remove_link(session, link)
    with store.read() as session:
        assert list_links(session, mentee) == ()
    store.undo()
    with store.read() as session:
        assert len(list_links(session, mentee)) == 1


def test_a_new_caseworker_takes_over_for_everybody_who_had_the_old_one(
    store: Store, mentee: UUID, siv: UUID, insurance: UUID, day: date
) -> None:
    with store.write("link_added") as session:
        other = add_mentee(session, "Cleo")
        ended = add_mentee(session, "Dagny")
        for one in (mentee, other):
            add_link(session, one, CASEWORKER, contact_id=siv, responsible_for="ersättning", not_to_tell="skulden")
        add_link(session, ended, CASEWORKER, contact_id=siv, to_date=day - timedelta(days=200))
        contact_left(session, siv, day - timedelta(days=3))
        new = add_contact(session, "Per Provmentor")
        assert set(replace_contact(session, siv, new, day)) == {mentee, other}
    with store.read() as session:
        now, before = list_links(session, other)
        assert list_links(session, ended)[0].contact_id == siv
        assert count_mentees(session, day) == {new: 2}
    assert (now.contact_id, now.organisation_id, now.from_date, now.responsible_for, now.not_to_tell) == (
        new, insurance, day, "ersättning", "skulden",
    )  # fmt: skip
    assert (before.contact_id, before.to_date) == (siv, day - timedelta(days=3))


def test_a_new_caseworker_takes_over_for_one_mentee_only(store: Store, mentee: UUID, siv: UUID, day: date) -> None:
    with store.write("link_added") as session:
        other = add_mentee(session, "Cleo")
        for one in (mentee, other):
            add_link(session, one, CASEWORKER, contact_id=siv, from_date=day)
        new = add_contact(session, "Per Provmentor")
        assert replace_contact(session, siv, new, day, mentee_id=other) == (other,)
    with store.read() as session:
        assert [link.contact_id for link in list_links(session, mentee)] == [siv]
        assert {link.contact_id: link.to_date for link in list_links(session, other)} == {siv: day, new: None}


def test_who_is_referred_to_is_not_taken_out_of_the_register(
    store: Store, mentee: UUID, siv: UUID, insurance: UUID
) -> None:
    with store.write("link_added") as session:
        add_link(session, mentee, CASEWORKER, contact_id=siv)
    with pytest.raises(MentorError) as refusal, store.write("contact_removed") as session:
        remove_contact(session, siv)
    assert (refusal.value.key, refusal.value.values) == ("contact_in_use", {"count": 1})
    with pytest.raises(MentorError) as refusal, store.write("organisation_removed") as session:
        remove_organisation(session, insurance)
    assert (refusal.value.key, refusal.value.values) == ("organisation_in_use", {"count": 2})


def test_who_is_nobodys_can_be_taken_out_and_put_back(store: Store, siv: UUID, insurance: UUID) -> None:
    with store.write("contact_removed") as session:
        remove_contact(session, siv)
        remove_organisation(session, insurance)
    with store.read() as session:
        assert list_contacts(session) == ()
        assert list_organisations(session) == ()
    store.undo()
    with store.read() as session:
        assert get_contact(session, siv).organisation is not None


def test_the_last_day_at_work_is_written_and_taken_back(store: Store, siv: UUID, day: date) -> None:
    with store.write("contact_left") as session:
        contact_left(session, siv, day)
    with store.read() as session:
        assert get_contact(session, siv).works_until == day
    with store.write("contact_left") as session:
        contact_left(session, siv, None)
    with store.read() as session:
        assert get_contact(session, siv).works_until is None


def test_a_mentees_name_is_known_whatever_its_case(store: Store, mentee: UUID) -> None:
    with store.read() as session:
        assert is_mentees_name(session, "birk  PROVARE")
        assert not is_mentees_name(session, "Birk")
        assert not is_mentees_name(session, " ")
