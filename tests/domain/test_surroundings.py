"""Who is around a mentee on a day: by authority, near ones, and who was there before."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from mentorapp.domain.network import Contact, NetworkLink, NetworkRole, Organisation, OrganisationKind
from mentorapp.domain.surroundings import Surroundings, is_new, is_over, surroundings

DAY = date(2026, 11, 25)
FK = Organisation(id=uuid4(), name="Försäkringskassan", kind=OrganisationKind.SOCIAL_INSURANCE)
SCHOOL = Organisation(id=uuid4(), name="Ärlans folkhögskola", kind=OrganisationKind.FOLK_HIGH_SCHOOL)
CLINIC = Organisation(id=uuid4(), name="Björken", kind=OrganisationKind.PSYCHIATRY)
CASEWORKER = NetworkRole.CASEWORKER


def link(role: NetworkRole, place: Organisation | None = None, name: str = "Siv", days: int = 90) -> NetworkLink:
    contact = Contact(id=uuid4(), name=name) if name else None
    return NetworkLink(
        id=uuid4(),
        mentee_id=uuid4(),
        role=role,
        contact_id=contact.id if contact else None,
        contact=contact,
        organisation=place,
        organisation_id=place.id if place else None,
        from_date=DAY - timedelta(days=days),
    )


def seen(*links: NetworkLink, age: int | None = 20) -> Surroundings:
    return surroundings(links, age, DAY)


def test_the_large_authorities_stand_first_and_are_missing_without_a_name() -> None:
    found = seen().authorities
    assert [one.kind for one in found] == [
        OrganisationKind.SOCIAL_INSURANCE,
        OrganisationKind.EMPLOYMENT_SERVICE,
        OrganisationKind.SOCIAL_SERVICES,
    ]
    assert all(one.is_missing for one in found)


def test_an_authority_with_a_named_person_is_not_missing() -> None:
    (insurance, *_) = seen(link(CASEWORKER, FK)).authorities
    assert not insurance.is_missing
    assert insurance.organisation == FK
    (unnamed, *_) = seen(link(CASEWORKER, FK, name="")).authorities
    assert unnamed.is_missing


def test_other_organisations_follow_by_name_with_their_people() -> None:
    teacher, tutor = link(NetworkRole.TEACHER, SCHOOL), link(NetworkRole.GUIDANCE_COUNSELLOR, SCHOOL)
    rest = seen(teacher, link(NetworkRole.THERAPIST, CLINIC), tutor).authorities[3:]
    assert [one.organisation for one in rest] == [CLINIC, SCHOOL]
    assert rest[1].links == (teacher, tutor)


def test_near_ones_and_those_without_an_organisation_stand_apart() -> None:
    mother, man = link(NetworkRole.NEXT_OF_KIN), link(NetworkRole.GOD_MAN)
    coach = link(NetworkRole.MENTOR_OTHER)
    found = seen(mother, coach, man)
    assert (found.near, found.others, found.former) == ((mother, man), (coach,), ())


def test_f7_a_guardian_is_a_former_one_from_the_eighteenth_birthday() -> None:
    guardian = link(NetworkRole.GUARDIAN)
    assert seen(guardian, age=17).near == (guardian,)
    grown = seen(guardian, age=18)
    assert (grown.near, grown.former) == ((), (guardian,))


def test_who_has_ended_is_former_and_who_begins_later_is_not() -> None:
    ended = replace(link(CASEWORKER, FK), to_date=DAY - timedelta(days=1))
    later = link(CASEWORKER, FK, days=-3)
    assert is_over(ended, 20, DAY)
    found = seen(later, ended)
    assert found.authorities[0].links == (later,)
    assert found.former == (ended,)


@pytest.mark.parametrize(("days", "expected"), [(-1, False), (0, True), (14, True), (15, False)])
def test_f12_a_new_caseworker_is_new_for_two_weeks(days: int, expected: bool) -> None:
    new = link(CASEWORKER, FK, "Per", days=days)
    before = replace(link(CASEWORKER, FK), to_date=DAY - timedelta(days=days + 1))
    assert is_new(new, (new, before), DAY) is expected


def test_the_first_caseworker_is_nobodys_successor() -> None:
    first = link(CASEWORKER, FK, days=1)
    elsewhere = replace(link(CASEWORKER, SCHOOL), to_date=DAY - timedelta(days=2))
    nowhere = replace(link(CASEWORKER), to_date=DAY - timedelta(days=2))
    goes_on = link(CASEWORKER, FK, days=200)
    teacher = replace(link(NetworkRole.TEACHER, FK), to_date=DAY - timedelta(days=2))
    assert not is_new(first, (first, elsewhere, nowhere, goes_on, teacher), DAY)


def test_only_a_named_caseworker_since_a_day_can_be_new() -> None:
    for one in (
        link(NetworkRole.TEACHER, SCHOOL, days=1),
        link(CASEWORKER, FK, name="", days=1),
        link(CASEWORKER, days=1),
        replace(link(CASEWORKER, FK), from_date=None),
    ):
        assert not is_new(one, (one,), DAY)
