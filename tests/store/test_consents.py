"""Consents in the store: to whom, by whom, for how long, changed, withdrawn; and who somebody is as a recipient."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from mentorapp.domain.consents import ConsentForm, ConsentKind, GivenBy
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import THE_MENTEE, Audience, InfoClass
from mentorapp.store.consents import (
    add_consent,
    change_consent,
    get_consent,
    list_consents,
    remove_consent,
    withdraw_consent,
)
from mentorapp.store.meetings import add_invitee, add_meeting, get_meeting
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_contact, add_link, add_organisation
from mentorapp.store.recipients import recipient_of, recipient_of_invitee
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.workplaces import add_workplace

C = InfoClass


class Case:
    """Birk with somebody of every kind around him."""

    def __init__(self, session: Session, born: date) -> None:
        self.mentee = add_mentee(session, "Birk", family_name="Provare", birth_date=born)
        self.unit = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        self.firm = add_organisation(session, "Fantasihallen", OrganisationKind.EMPLOYER)
        self.siv = self._around(session, "Siv Provsson", NetworkRole.CASEWORKER, self.unit)
        self.sture = self._around(session, "Sture Fantasi", NetworkRole.WORKPLACE_SUPERVISOR, self.firm)
        self.mother = self._around(session, "Marita Provare", NetworkRole.GUARDIAN, None)

    def _around(self, session: Session, name: str, role: NetworkRole, place: UUID | None) -> UUID:
        contact = add_contact(session, name, organisation_id=place)
        add_link(session, self.mentee, role, contact_id=contact, organisation_id=place)
        return contact


@pytest.fixture
def case(store: Store) -> Case:
    with store.write("mentee_added") as session:
        return Case(session, date(2000, 5, 5))


def add(store: Store, case: Case, **details: Any) -> UUID:
    given: dict[str, Any] = {"contact_id": case.siv, "scope": (C.PLAN, C.ID), **details}
    with store.write("consent_added") as session:
        return add_consent(session, case.mentee, **given)


def test_it_holds_from_today_for_the_usual_time_of_the_setting(store: Store, case: Case, day: date) -> None:
    with store.write("setting_changed") as session:
        change_setting(session, "consent_usual_months", 3)
    one = add(store, case, purpose="  planera \n arbete ", interpreter_used=True)
    with store.read() as session:
        found = get_consent(session, one)
    assert (found.valid_from, found.valid_to) == (day, date(2027, 2, 24))
    assert found.scope == (C.ID, C.PLAN)
    assert found.purpose == "planera arbete"
    assert (found.audience, found.contact and found.contact.name) == (Audience.CASEWORKER, "Siv Provsson")


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"contact_id": None}, "recipient"),
        ({"organisation_id": "unit"}, "recipient"),
        ({"scope": ()}, "scope"),
        ({"contact_id": "sture", "scope": (C.HEALTH,)}, "scope"),
        ({"valid_to": date(2028, 1, 1)}, "valid_to"),
        ({"given_by": GivenBy.GUARDIAN}, "given_by"),
        ({"given_by": GivenBy.REPRESENTATIVE}, "given_by"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(store: Store, case: Case, details: dict[str, Any], field: str) -> None:
    given = {name: getattr(case, value) if value in ("unit", "sture") else value for name, value in details.items()}
    with pytest.raises(InputError) as refusal:
        add(store, case, **given)
    assert refusal.value.field == field
    with store.read() as session:
        assert list_consents(session, case.mentee) == ()


def test_an_unknown_field_is_a_bug_and_an_unknown_consent_is_said(store: Store, case: Case) -> None:
    with pytest.raises(TypeError, match="colour"):
        add(store, case, colour="blå")
    with pytest.raises(NotFoundError, match="consent_unknown"), store.read() as session:
        get_consent(session, uuid4())


def test_until_18_the_guardian_signs_too_and_from_that_day_on_not(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        case = Case(session, date(day.year - 18, day.month, day.day) + timedelta(days=1))
    young = add(store, case, given_by=GivenBy.MENTEE_AND_GUARDIAN)
    with pytest.raises(InputError, match="consent_guardian_of_adult"):
        add(store, case, given_by=GivenBy.MENTEE_AND_GUARDIAN, valid_from=day + timedelta(days=1))
    with store.write("consent_changed") as session:
        change_consent(session, young, given_by=GivenBy.MENTEE)
        assert recipient_of(session, case.mentee, case.mother).audience is Audience.GUARDIAN


def test_a_representative_says_yes_only_while_appointed(store: Store, case: Case, day: date) -> None:
    with store.write("link_added") as session:
        who = add_contact(session, "Gode Mansson")
        add_link(
            session, case.mentee, NetworkRole.GOD_MAN, contact_id=who, from_date=day, to_date=day + timedelta(days=9)
        )
    add(store, case, given_by=GivenBy.REPRESENTATIVE)
    for first in (day - timedelta(days=1), day + timedelta(days=10)):
        with pytest.raises(InputError, match="consent_no_representative"):
            add(store, case, given_by=GivenBy.REPRESENTATIVE, valid_from=first)


def test_it_is_changed_withdrawn_for_good_and_removed(store: Store, case: Case) -> None:
    one = add(store, case, form=ConsentForm.ORAL_DOCUMENTED)
    with store.write("consent_changed") as session:
        change_consent(session, one, scope=(C.WORK,), purpose="något annat")
        assert get_consent(session, one).scope == (C.WORK,)
        withdraw_consent(session, one, "sms")
        withdrawn = get_consent(session, one)
        withdraw_consent(session, one, "igen")
        assert get_consent(session, one).withdrawn_at == withdrawn.withdrawn_at
    assert withdrawn.withdrawn_how == "sms"
    with pytest.raises(InputError, match="consent_is_withdrawn"), store.write("consent_changed") as session:
        change_consent(session, one, purpose="ändå")
    with store.write("consent_removed") as session:
        remove_consent(session, one)
        assert list_consents(session, case.mentee) == ()


def test_withdrawing_can_be_undone(store: Store, case: Case) -> None:
    one = add(store, case)
    with store.write("consent_withdrawn") as session:
        withdraw_consent(session, one)
    store.undo()
    with store.read() as session:
        assert get_consent(session, one).withdrawn_at is None


def test_the_three_kinds_are_listed_apart(store: Store, case: Case) -> None:
    add(store, case, contact_id=None, organisation_id=case.unit)
    add(store, case, contact_id=None, scope=(), kind=ConsentKind.REGISTRATION, system="Uppföljning Finsam")
    add(store, case, contact_id=None, scope=(), kind=ConsentKind.CONTACT_AFTER_CLOSURE)
    with store.read() as session:
        for kind in ConsentKind:
            assert [one.kind for one in list_consents(session, case.mentee, kind)] == [kind]
        (unit,) = list_consents(session, case.mentee, ConsentKind.SECRECY)
    assert unit.organisation is not None
    assert unit.audience is Audience.CASEWORKER


def test_who_somebody_is_for_a_paper(store: Store, case: Case) -> None:
    with store.write("workplace_added") as session:
        place = add_workplace(session, "Lagret", organisation_id=case.firm)
        siv, sture = (recipient_of(session, case.mentee, one) for one in (case.siv, case.sture))
        mother = recipient_of(session, case.mentee, case.mother)
        other = recipient_of(session, case.mentee, add_contact(session, "Någon Annan"))
        mentor = add_contact(session, "Nils Nyman")
        add_link(session, case.mentee, NetworkRole.MENTOR_OTHER, contact_id=mentor)
        new = recipient_of(session, case.mentee, mentor, internal=True)
    assert (siv.audience, siv.unit_id) == (Audience.CASEWORKER, case.unit)
    assert sture.audience is Audience.EMPLOYER
    assert place in sture.own
    assert mother.audience is Audience.OTHER, "he is of age"
    assert other.audience is Audience.OTHER
    assert new.internal


def test_a_role_that_ended_is_no_role(store: Store, case: Case, day: date) -> None:
    with store.write("link_added") as session:
        who = add_contact(session, "Sixten Testgren")
        add_link(session, case.mentee, NetworkRole.THERAPIST, contact_id=who, to_date=day - timedelta(days=1))
        assert recipient_of(session, case.mentee, who).audience is Audience.OTHER


def test_a_party_of_a_meeting_as_a_recipient(store: Store, case: Case, day: date) -> None:
    with store.write("meeting_added") as session:
        place = add_workplace(session, "Lagret", organisation_id=case.firm)
        meeting = add_meeting(session, case.mentee, MeetingKind.WORKPLACE_THREE_PARTY, day)
        add_invitee(session, meeting, contact_id=case.siv)
        add_invitee(session, meeting, contact_id=case.sture, workplace_id=place)
        add_invitee(session, meeting, name="Någon i dörren", ad_hoc=True)
        parties = [one for one in get_meeting(session, meeting).invitees if not one.is_mentor]
        found = {one.name: recipient_of_invitee(session, case.mentee, one) for one in parties}
    assert found[next(one for one in parties if one.is_mentee).name] is THE_MENTEE
    assert found["Någon i dörren"].contact_id is None
    assert {place, meeting} <= found["Sture Fantasi"].own
    assert found["Siv Provsson"].audience is Audience.CASEWORKER
