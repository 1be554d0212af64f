"""What the head of a page says: the next meeting with others, the state of its papers, and whose lights are shown."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.consents import ConsentKind, Direction, Light, Lost, Standing
from mentorapp.domain.meetings import MeetingKind, MeetingStatus, PapersState
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.consents import add_consent, withdraw_consent
from mentorapp.store.meeting_ahead import NO_FACTS, HeadFacts, head_facts
from mentorapp.store.meetings import add_invitee, add_meeting, set_meeting_status
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_link
from mentorapp.store.store import Store

KIND = MeetingKind.FOLLOW_UP_THREE_PARTY


@pytest.fixture
def birk(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Birk")


@pytest.fixture
def unit(store: Store) -> UUID:
    with store.write("organisation_added") as session:
        return add_organisation(session, "Försäkringskassan Provköping", OrganisationKind.SOCIAL_INSURANCE)


@pytest.fixture
def siv(store: Store, birk: UUID, unit: UUID) -> UUID:
    with store.write("contact_added") as session:
        siv = add_contact(session, "Siv Provsson", organisation_id=unit)
        add_link(session, birk, NetworkRole.CASEWORKER, contact_id=siv)
    return siv


def facts(store: Store, birk: UUID) -> HeadFacts:
    with store.read() as session:
        return head_facts(session, birk)


def test_of_whom_nothing_is_known_nothing_is_said(store: Store, birk: UUID, day: date) -> None:
    assert facts(store, birk) == NO_FACTS
    with store.write("meeting_added") as session:
        for days, status in ((3, MeetingStatus.CANCELLED), (-3, MeetingStatus.HELD)):
            key = add_meeting(session, birk, KIND, day + timedelta(days=days))
            set_meeting_status(session, key, status)
        add_meeting(session, birk, KIND, day, start_time=time(8))
    assert facts(store, birk) == NO_FACTS


def test_the_next_meeting_comes_with_the_lights_of_its_day(store: Store, birk: UUID, siv: UUID, day: date) -> None:
    with store.write("meeting_added") as session:
        add_meeting(session, birk, KIND, day + timedelta(days=20))
        near = add_meeting(session, birk, KIND, day + timedelta(days=9))
        add_invitee(session, near, name="Sture Låtsas")
        add_invitee(session, near, contact_id=siv)
        last = day + timedelta(days=5)
        add_consent(session, birk, contact_id=siv, scope=[InfoClass.PLAN], valid_to=last)
    found = facts(store, birk)
    assert found.ahead is not None
    assert (found.ahead.meeting.id, found.ahead.papers) == (near, PapersState.NOT_PREPARED)
    assert [(one.name, one.place, one.light) for one in found.lights] == [
        ("Sture Låtsas", "", Light(Standing.NONE)),
        ("Siv Provsson", "Försäkringskassan Provköping", Light(Standing.NOT_THAT_DAY, last)),
    ]
    assert found.lights[1].kind is OrganisationKind.SOCIAL_INSURANCE


def test_without_a_meeting_the_latest_yes_and_no_stand_first_one_for_each(
    store: Store, birk: UUID, siv: UUID, unit: UUID, day: date
) -> None:
    old = day - timedelta(days=40)
    with store.write("consent_added") as session:
        add_consent(session, birk, organisation_id=unit, scope=[InfoClass.PLAN], valid_from=old + timedelta(days=9))
        add_consent(session, birk, contact_id=siv, scope=[InfoClass.PLAN], valid_from=old)
        health = add_consent(session, birk, contact_id=siv, scope=[InfoClass.HEALTH], valid_from=old)
        add_consent(session, birk, kind=ConsentKind.REGISTRATION, system="Uppföljning", valid_from=day)
        viola = add_contact(session, "Viola Prov", organisation_id=unit)
        add_link(session, birk, NetworkRole.CASEWORKER, contact_id=viola)
        add_consent(session, birk, contact_id=viola, scope=[InfoClass.PLAN], direction=Direction.RECEIVE)
        withdraw_consent(session, health)
    found = facts(store, birk)
    assert found.ahead is None
    assert [(one.name, one.place) for one in found.lights] == [
        ("Siv Provsson", "Försäkringskassan Provköping"), ("Försäkringskassan Provköping", ""),
    ]  # fmt: skip
    assert found.lights[0].lost == Lost((InfoClass.HEALTH,), day)
    assert [one.light.standing for one in found.lights] == [Standing.COVERS, Standing.COVERS]
