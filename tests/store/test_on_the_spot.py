"""Somebody turns up at a meeting: into the register, and what the mentee says yes to by word of mouth (F 23)."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.consents import ConsentForm, Standing, standing
from mentorapp.domain.errors import InputError
from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store.address_book import add_organisation, list_organisations
from mentorapp.store.consents import list_consents
from mentorapp.store.meetings import add_invitee, add_meeting, get_invitee
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_link, list_links
from mentorapp.store.on_the_spot import consent_on_the_spot, register_invitee
from mentorapp.store.recipients import recipient_of_invitee
from mentorapp.store.store import Store

KIND = OrganisationKind.SOCIAL_INSURANCE


@pytest.fixture
def birk(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Birk")


@pytest.fixture
def stranger(store: Store, birk: UUID, day: date) -> UUID:
    with store.write("meeting_added") as session:
        meeting = add_meeting(session, birk, MeetingKind.FOLLOW_UP_THREE_PARTY, day)
        return add_invitee(session, meeting, name="Rolf Okänd", role="FK", ad_hoc=True)


def test_a_stranger_becomes_a_contact_and_the_yes_is_oral(store: Store, birk: UUID, stranger: UUID, day: date) -> None:
    until = day + timedelta(days=90)
    with store.write("unexpected_asked") as session:
        contact = register_invitee(
            session, stranger, name="Rolf Påhittad", place="Försäkringskassan", kind=KIND, role_words="med på ett möte"
        )
        again = register_invitee(session, stranger, name="x", place="", kind=KIND, role_words="med på ett möte")
        assert again == contact
        key = consent_on_the_spot(session, stranger, {InfoClass.PLAN}, "Mötet", until)
    with store.read() as session:
        invitee = get_invitee(session, stranger)
        recipient = recipient_of_invitee(session, birk, invitee)
        (consent,) = list_consents(session, birk)
        (link,) = list_links(session, birk)
    assert (invitee.name, invitee.told_mentee, invitee.contact_id) == ("Rolf Påhittad", True, contact)
    assert recipient.audience is Audience.CASEWORKER
    assert (consent.id, consent.form, consent.valid_to) == (key, ConsentForm.ORAL_DOCUMENTED, until)
    assert standing([consent], recipient, day) is Standing.ORAL
    assert (link.role, link.from_date) == (NetworkRole.OTHER, day)


def test_the_caseworker_of_that_authority_stays(store: Store, birk: UUID, stranger: UUID) -> None:
    with store.write("unexpected_asked") as session:
        place = add_organisation(session, "Försäkringskassan", KIND)
        add_link(session, birk, NetworkRole.CASEWORKER, organisation_id=place)
        register_invitee(session, stranger, name="Rolf", place="försäkringskassan", kind=KIND, role_words="på mötet")
        assert len(list_organisations(session)) == 1
        assert all(one.to_date is None for one in list_links(session, birk))


def test_without_a_tick_or_a_place_there_is_no_consent(store: Store, birk: UUID, stranger: UUID, day: date) -> None:
    with store.write("unexpected_asked") as session:
        assert consent_on_the_spot(session, stranger, {InfoClass.PLAN}, "Mötet", day) is None
        register_invitee(
            session, stranger, name="Rolf", place="granne", kind=OrganisationKind.PRIVATE, role_words="granne"
        )
        assert consent_on_the_spot(session, stranger, (), "Mötet", day) is None
        assert list_consents(session, birk) == ()
        with pytest.raises(InputError, match="consent_above_ceiling"):
            consent_on_the_spot(session, stranger, {InfoClass.PLAN}, "Mötet", day)
        assert list_organisations(session) == ()
