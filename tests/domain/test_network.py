"""Rules about who is around a mentee."""

from datetime import date
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.network import (
    Contact,
    ContactChoice,
    NetworkLink,
    NetworkRole,
    Organisation,
    OrganisationChoice,
    OrganisationKind,
    check_link,
    is_current,
    link_class,
    same_authority,
)
from mentorapp.domain.sharing import InfoClass

DAY = date(2026, 11, 25)


def organisation(kind: OrganisationKind) -> Organisation:
    return Organisation(id=uuid4(), name="Enheten", kind=kind)


def link(role: NetworkRole, first: date | None = None, last: date | None = None) -> NetworkLink:
    return NetworkLink(id=uuid4(), mentee_id=uuid4(), role=role, from_date=first, to_date=last)


def test_two_offices_of_a_large_authority_are_the_same_authority() -> None:
    kind = OrganisationKind.SOCIAL_INSURANCE
    assert same_authority(organisation(kind), organisation(kind))


def test_two_schools_are_not_the_same_authority() -> None:
    one = organisation(OrganisationKind.FOLK_HIGH_SCHOOL)
    assert same_authority(one, one)
    assert not same_authority(one, organisation(OrganisationKind.FOLK_HIGH_SCHOOL))
    assert not same_authority(one, organisation(OrganisationKind.CSN))


@pytest.mark.parametrize(
    ("role", "kind", "expected"),
    [
        (NetworkRole.CARE_CONTACT, None, InfoClass.HEALTH),
        (NetworkRole.CASEWORKER, OrganisationKind.PSYCHIATRY, InfoClass.HEALTH),
        (NetworkRole.HOUSING_SUPPORTER, OrganisationKind.HOUSING_SUPPORT, InfoClass.SOCIAL),
        (NetworkRole.CASEWORKER, OrganisationKind.PROBATION, InfoClass.SOCIAL),
        (NetworkRole.TEACHER, OrganisationKind.ADULT_EDUCATION, InfoClass.PLAN),
    ],
)
def test_a_contact_in_care_is_health_in_itself(
    role: NetworkRole, kind: OrganisationKind | None, expected: InfoClass
) -> None:
    assert link_class(role, kind) is expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 11, 26), None, False),
        (None, date(2026, 11, 24), False),
    ],
)
def test_a_role_holds_from_its_first_day_to_its_last(first: date | None, last: date | None, expected: bool) -> None:
    assert is_current(link(NetworkRole.TEACHER, first, last), 16, DAY) is expected


def test_a_role_does_not_end_before_it_begins() -> None:
    with pytest.raises(InputError) as refusal:
        check_link(DAY, date(2026, 11, 24))
    assert (refusal.value.field, refusal.value.key) == ("to_date", "ends_before_start")


def test_who_has_no_name_is_missing() -> None:
    assert link(NetworkRole.CASEWORKER).is_missing


def test_who_leaves_is_there_on_the_last_day() -> None:
    contact = Contact(id=uuid4(), name="Siv Provsson", works_until=DAY)
    assert not contact.has_left(DAY)
    assert contact.has_left(date(2026, 11, 26))
    assert not Contact(id=uuid4(), name="Siv Provsson").has_left(DAY)


def test_a_choice_is_nobody_until_somebody_is_chosen_or_named() -> None:
    assert ContactChoice().is_nobody
    assert not ContactChoice(contact_id=uuid4()).is_nobody
    assert not ContactChoice(new_name="Siv").is_nobody
    assert OrganisationChoice().is_none
    assert not OrganisationChoice(new_name="Komvux").is_none
