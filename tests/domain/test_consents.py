"""What a consent opens and for how long, what may be agreed to, and how the light beside a recipient stands."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.consents import (
    Consent,
    ConsentForm,
    ConsentKind,
    ConsentLimits,
    Direction,
    GivenBy,
    Light,
    Lost,
    Standing,
    audience_of,
    check_consent,
    check_giver,
    light_of,
    lost_of,
    months_after,
    new_since,
    standing,
    state_of,
    usual_end,
)
from mentorapp.domain.errors import InputError
from mentorapp.domain.network import Contact, NetworkLink, NetworkRole, Organisation, OrganisationKind
from mentorapp.domain.sharing import Audience, InfoClass, Recipient

DAY = date(2026, 11, 25)
SIV, UNIT = uuid4(), uuid4()
TO_SIV = Recipient(audience=Audience.CASEWORKER, contact_id=SIV, organisation_id=UNIT, unit_id=UNIT)
LIMITS = ConsentLimits()
C = InfoClass


def ahead(days: int) -> date:
    return DAY + timedelta(days=days)


def consent(first: int = -10, last: int = 90, **rest: Any) -> Consent:
    whom: dict[str, Any] = {} if "recipient_organisation_id" in rest else {"recipient_contact_id": SIV}
    return Consent(
        id=uuid4(), mentee_id=uuid4(), valid_from=ahead(first), valid_to=ahead(last),
        **{"scope": (C.PLAN,), "audience": Audience.CASEWORKER, "signed_on": DAY, **whom, **rest},
    )  # fmt: skip


def withdrawn(days: int = -1) -> datetime:
    return datetime.combine(ahead(days), datetime.min.time(), UTC).replace(hour=12)


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({}, True),
        ({"scope": (C.HEALTH,)}, False),
        ({"kind": ConsentKind.REGISTRATION}, False),
        ({"kind": ConsentKind.CONTACT_AFTER_CLOSURE}, False),
        ({"direction": Direction.RECEIVE}, False),
        ({"direction": Direction.BOTH}, True),
        ({"withdrawn_at": withdrawn()}, False),
        ({"recipient_contact_id": uuid4()}, False),
        ({"recipient_organisation_id": UNIT}, True),
        ({"recipient_organisation_id": uuid4()}, False),
        ({"recipient_contact_id": None}, False),
    ],
)
def test_what_lets_something_out(change: dict[str, Any], holds: bool) -> None:
    assert consent(**change).holds(TO_SIV, C.PLAN, DAY) is holds


def test_both_ends_of_the_time_are_in_it() -> None:
    one = consent(0, 10)
    assert [one.holds(TO_SIV, C.PLAN, ahead(days)) for days in (-1, 0, 10, 11)] == [False, True, True, False]


def test_a_consent_for_a_unit_is_for_its_caseworkers_only() -> None:
    one = consent(recipient_organisation_id=UNIT)
    supervisor = Recipient(audience=Audience.EMPLOYER, contact_id=uuid4(), organisation_id=UNIT)
    unnamed = Recipient(audience=Audience.CASEWORKER, organisation_id=UNIT)
    assert not one.is_for(supervisor)
    assert one.is_for(unnamed)


@pytest.mark.parametrize(
    ("role", "kind", "audience"),
    [
        (NetworkRole.GUARDIAN, None, Audience.GUARDIAN),
        (NetworkRole.THERAPIST, OrganisationKind.SOCIAL_SERVICES, Audience.CARE),
        (NetworkRole.CASEWORKER, OrganisationKind.SOCIAL_INSURANCE, Audience.CASEWORKER),
        (NetworkRole.OTHER, OrganisationKind.EMPLOYER, Audience.EMPLOYER),
        (None, OrganisationKind.SCHOOL_GYMNASIUM, Audience.SCHOOL),
        (None, OrganisationKind.PSYCHIATRY, Audience.CARE),
        (None, OrganisationKind.CIVIL_SOCIETY, Audience.OTHER),
        (None, None, Audience.OTHER),
    ],
)
def test_the_column_somebody_stands_in(
    role: NetworkRole | None, kind: OrganisationKind | None, audience: Audience
) -> None:
    assert audience_of(role, kind) is audience


@given(st.dates(date(1990, 1, 1), date(2200, 12, 31)), st.integers(0, 60))
def test_so_many_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert later.year * 12 + later.month == day.year * 12 + day.month + months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("kind", "scope", "first", "last", "field"),
    [
        (ConsentKind.SECRECY, (), 0, 10, "scope"),
        (ConsentKind.SECRECY, (C.HEALTH,), 0, 10, "scope"),
        (ConsentKind.SECRECY, (C.WORK,), 0, 400, "valid_to"),
        (ConsentKind.SECRECY, (C.WORK,), 10, 0, "valid_to"),
        (ConsentKind.REGISTRATION, (), 0, 400, "valid_to"),
    ],
)
def test_what_cannot_be_agreed_to_with_an_employer(
    kind: ConsentKind, scope: tuple[InfoClass, ...], first: int, last: int, field: str
) -> None:
    with pytest.raises(InputError) as refusal:
        check_consent(kind, Audience.EMPLOYER, scope, ahead(first), ahead(last), LIMITS)
    assert refusal.value.field == field


def test_what_can_be_agreed_to() -> None:
    check_consent(ConsentKind.SECRECY, Audience.EMPLOYER, (C.WORK,), DAY, months_after(DAY, 12), LIMITS)
    check_consent(ConsentKind.REGISTRATION, Audience.OTHER, (), DAY, DAY, LIMITS)


@pytest.mark.parametrize(
    ("by", "age", "roles", "key"),
    [
        (GivenBy.GUARDIAN, 17, (), None),
        (GivenBy.GUARDIAN, None, (), None),
        (GivenBy.GUARDIAN, 18, (), "consent_guardian_of_adult"),
        (GivenBy.MENTEE_AND_GUARDIAN, 18, (), "consent_guardian_of_adult"),
        (GivenBy.MENTEE, 18, (), None),
        (GivenBy.REPRESENTATIVE, 30, (NetworkRole.CASEWORKER,), "consent_no_representative"),
        (GivenBy.REPRESENTATIVE, 30, (NetworkRole.GOD_MAN,), None),
    ],
)
def test_who_can_say_yes(by: GivenBy, age: int | None, roles: tuple[NetworkRole, ...], key: str | None) -> None:
    if key is None:
        check_giver(by, age, roles)
        return
    with pytest.raises(InputError, match=key):
        check_giver(by, age, roles)


ORAL: dict[str, Any] = {"form": ConsentForm.ORAL_DOCUMENTED, "signed_on": None}


@pytest.mark.parametrize(
    ("consents", "dates", "light"),
    [
        ((), (), Light(Standing.NONE)),
        ((consent(),), (), Light(Standing.COVERS, ahead(90))),
        ((consent(last=29),), (), Light(Standing.ENDS_SOON, ahead(29))),
        ((consent(last=29),), (ahead(30),), Light(Standing.NOT_THAT_DAY, ahead(29))),
        ((consent(**ORAL),), (), Light(Standing.ORAL, ahead(90))),
        ((consent(**ORAL), consent()), (), Light(Standing.COVERS, ahead(90))),
        ((consent(withdrawn_at=withdrawn()),), (), Light(Standing.WITHDRAWN, ahead(-1))),
        ((consent(last=-3),), (), Light(Standing.ENDED, ahead(-3))),
        ((consent(first=3),), (), Light(Standing.NONE)),
        ((consent(direction=Direction.RECEIVE),), (), Light(Standing.NONE)),
        ((consent(kind=ConsentKind.REGISTRATION),), (), Light(Standing.NONE)),
    ],
)
def test_the_light_beside_a_recipient(consents: tuple[Consent, ...], dates: tuple[date, ...], light: Light) -> None:
    assert light_of(consents, TO_SIV, DAY, dates) == light
    assert standing(consents, TO_SIV, DAY, dates) is light.standing


@pytest.mark.parametrize(
    ("one", "light"),
    [
        (consent(withdrawn_at=withdrawn()), Light(Standing.WITHDRAWN, ahead(-1))),
        (consent(last=-3), Light(Standing.ENDED, ahead(-3))),
        (consent(first=3), Light(Standing.NOT_THAT_DAY, ahead(3))),
        (consent(**ORAL), Light(Standing.ORAL, ahead(90))),
        (consent(last=29), Light(Standing.ENDS_SOON, ahead(29))),
        (consent(last=30), Light(Standing.COVERS, ahead(30))),
    ],
)
def test_how_it_stands_with_one(one: Consent, light: Light) -> None:
    assert state_of(one, DAY) == light


@pytest.mark.parametrize(
    ("consents", "lost"),
    [
        ((), None),
        ((consent(),), None),
        ((consent(), consent(scope=(C.HEALTH,), withdrawn_at=withdrawn())), Lost((C.HEALTH,), ahead(-1))),
        ((consent(), consent(scope=(C.HEALTH, C.PLAN), last=-3)), Lost((C.HEALTH,), ahead(-3))),
        ((consent(), consent(scope=(C.HEALTH,), last=-31)), None),
        ((consent(), consent(scope=(C.HEALTH,), withdrawn_at=withdrawn(), direction=Direction.RECEIVE)), None),
        ((consent(scope=(C.HEALTH,), withdrawn_at=withdrawn()),), None),
        (
            (consent(), consent(scope=(C.WORK,), last=-9), consent(scope=(C.HEALTH,), last=-3)),
            Lost((C.WORK, C.HEALTH), ahead(-3)),
        ),
    ],
)
def test_what_somebody_who_still_sees_something_has_lost(consents: tuple[Consent, ...], lost: Lost | None) -> None:
    assert lost_of(consents, TO_SIV, DAY) == lost


PLACE = Organisation(id=UNIT, name="Försäkringskassan", kind=OrganisationKind.SOCIAL_INSURANCE)


def link(since: int | None, until: int | None = None, **rest: Any) -> NetworkLink:
    who = Contact(id=uuid4(), name="Ny Provsson", organisation_id=UNIT)
    given: dict[str, Any] = {"contact": who, "role": NetworkRole.CASEWORKER, "organisation_id": UNIT,
                             "organisation": PLACE, **rest}  # fmt: skip
    first, last = (None if days is None else ahead(days) for days in (since, until))
    return NetworkLink(id=uuid4(), mentee_id=uuid4(), from_date=first, to_date=last, **given)


def test_a_caseworker_who_came_after_the_consent_for_the_unit_is_told_of() -> None:
    new = link(-2)
    others = (
        link(-10),
        link(2),
        link(-5, -3),
        link(None),
        link(-2, contact=None),
        link(-2, organisation_id=uuid4(), contact=Contact(id=uuid4(), name="Bo")),
        link(-2, role=NetworkRole.NEXT_OF_KIN),
        link(-2, organisation=None),
    )
    unit = consent(recipient_organisation_id=UNIT)
    assert new_since(unit, (new, link(-1, 5), *others), DAY)[0] is new
    assert len(new_since(unit, (new, *others), DAY)) == 1
    assert new_since(consent(), (new,), DAY) == ()
    assert new_since(consent(recipient_organisation_id=UNIT, withdrawn_at=withdrawn()), (new,), DAY) == ()


def test_only_what_was_said_by_word_of_mouth_awaits_a_signature() -> None:
    assert consent(**ORAL).awaits_signature
    assert not consent(**{**ORAL, "withdrawn_at": withdrawn()}).awaits_signature
    assert not consent(**{**ORAL, "signed_on": DAY}).awaits_signature
    assert not consent().awaits_signature


@pytest.mark.parametrize(
    ("born", "last"),
    [
        (None, date(2027, 5, 24)),
        (date(2002, 4, 14), date(2027, 5, 24)),
        (date(2009, 1, 22), date(2027, 1, 21)),  # 18 years within the time: to be given anew then
        (date(2009, 12, 24), date(2027, 5, 24)),
    ],
)
def test_a_consent_is_usually_for_half_a_year_and_not_past_the_eighteenth_birthday(
    born: date | None, last: date
) -> None:
    assert usual_end(date(2026, 11, 25), born, ConsentLimits()) == last
