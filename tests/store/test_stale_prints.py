"""The print log as it stands today: what is to be destroyed, what becomes good again, what was handed over."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.meetings import MeetingKind, MeetingStatus
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.prints import DeliveredHow, PrintState
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.domain.stale_papers import Stale, StaleWhy
from mentorapp.store.consents import add_consent, withdraw_consent
from mentorapp.store.meetings import add_invitee, add_meeting, move_meeting, set_meeting_status
from mentorapp.store.network import add_contact, add_link, add_organisation
from mentorapp.store.print_log import add_print, add_subject, mark_delivered, mark_destroyed
from mentorapp.store.stale_prints import list_logged_prints, list_stale
from mentorapp.store.store import Store

C = InfoClass


class Desk:
    """A caseworker with consent, a meeting with both, and papers for it."""

    def __init__(self, store: Store, mentee: UUID, day: date) -> None:
        self.store, self.mentee, self.day = store, mentee, day
        with store.write("filled") as db:
            self.office = add_organisation(db, "FK Testfors", OrganisationKind.SOCIAL_INSURANCE)
            self.fredrika = add_contact(db, "Fredrika", organisation_id=self.office)
            add_link(db, mentee, NetworkRole.CASEWORKER, contact_id=self.fredrika)
            self.consent = add_consent(db, mentee, contact_id=self.fredrika, scope=(C.PLAN, C.HEALTH))
            self.meeting = add_meeting(db, mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, day + timedelta(days=1))
            add_invitee(db, self.meeting, contact_id=self.fredrika)

    def paper(self, number: str, *asked: InfoClass, mentee: UUID | None = None, **to: Any) -> UUID:
        with self.store.write("print_logged") as db:
            return add_print(
                db, number=f"2026-{number}", template="P02", template_version=1, mentee_id=mentee or self.mentee,
                audience=Audience.CASEWORKER, recipient="Fredrika", classes=(*asked, C.PRESENCE), ticked=(),
                asked=asked, sha256=number, pages=1, printed_on=self.day, delivered_how=DeliveredHow.PRINTER,
                needed_on=self.day + timedelta(days=1) if "meeting_id" in to else None, **to,
            )  # fmt: skip

    def stale(self) -> list[tuple[str, Stale | None]]:
        with self.store.read() as db:
            return [(one.record.number[5:], one.stale) for one in list_stale(db, self.mentee)]


@pytest.fixture
def desk(store: Store, household: Any, day: date) -> Desk:
    return Desk(store, household.mentee, day)


def test_a_withdrawn_consent_makes_papers_stale_and_undo_makes_them_good_again(desk: Desk, store: Store) -> None:
    desk.paper("0001", C.PLAN, contact_id=desk.fredrika, meeting_id=desk.meeting)
    desk.paper("0002", C.HEALTH, contact_id=desk.fredrika)
    desk.paper("0003")
    assert desk.stale() == []
    with store.write("consent_withdrawn") as db:
        withdraw_consent(db, desk.consent)
    gone = [("0002", Stale(StaleWhy.CONSENT, (C.HEALTH,))), ("0001", Stale(StaleWhy.CONSENT, (C.PLAN,)))]
    assert desk.stale() == gone
    with store.read() as db:
        every = [one.record.number[5:] for one in list_logged_prints(db, desk.mentee)]
    assert every == ["0002", "0001", "0003"]
    store.undo()
    assert desk.stale() == []


def test_what_was_handed_over_or_destroyed_is_not_stale_until_that_is_taken_back(desk: Desk, store: Store) -> None:
    given, torn = (desk.paper(number, C.PLAN, contact_id=desk.fredrika) for number in ("0001", "0002"))
    with store.write("print_marked") as db:
        mark_delivered(db, given, desk.day)
        mark_destroyed(db, torn, desk.day)
        withdraw_consent(db, desk.consent)
    assert desk.stale() == []
    with store.read() as db:
        states = {one.record.number[5:]: one.state for one in list_logged_prints(db, desk.mentee)}
    assert states == {"0001": PrintState.DELIVERED, "0002": PrintState.DESTROYED}
    with store.write("print_marked") as db:
        mark_delivered(db, given, None)
    assert [number for number, _ in desk.stale()] == ["0001"]


def test_a_meeting_moved_far_or_called_off(desk: Desk, store: Store) -> None:
    desk.paper("0001", contact_id=desk.fredrika, meeting_id=desk.meeting)
    with store.write("meeting_moved") as db:
        move_meeting(db, desk.meeting, desk.day + timedelta(days=16))
    assert desk.stale() == [("0001", Stale(StaleWhy.MOVED))]
    with store.write("meeting_status") as db:
        set_meeting_status(db, desk.meeting, MeetingStatus.CANCELLED)
    assert desk.stale() == [("0001", Stale(StaleWhy.CALLED_OFF))]


def test_one_text_for_all_falls_with_the_consent_towards_one(desk: Desk, store: Store) -> None:
    desk.paper("0001", C.PLAN, meeting_id=desk.meeting)
    assert desk.stale() == []
    with store.write("invitee_added") as db:
        add_invitee(db, desk.meeting, name="Vikarien", ad_hoc=True)
    assert desk.stale() == [("0001", Stale(StaleWhy.ROLE))]


def test_a_paper_for_an_organisation_holds_by_the_consent_for_it(desk: Desk, store: Store) -> None:
    desk.paper("0001", C.PLAN, organisation_id=desk.office)
    assert [number for number, _ in desk.stale()] == ["0001"]
    with store.write("consent_added") as db:
        add_consent(db, desk.mentee, organisation_id=desk.office, scope=(C.PLAN,))
    assert desk.stale() == []


def test_a_list_of_several_people_falls_for_whoever_took_the_consent_back(desk: Desk, store: Store) -> None:
    with store.write("print_logged") as db:
        paper = add_print(
            db, number="2026-0009", template="P12", template_version=1, mentee_id=None, audience=Audience.CASEWORKER,
            recipient="Fredrika", classes=(C.PLAN, C.ID), ticked=(), sha256="9", pages=1, printed_on=desk.day,
            delivered_how=DeliveredHow.PRINTER, contact_id=desk.fredrika,
        )  # fmt: skip
        add_subject(db, paper, desk.mentee, (C.PLAN,))
    assert desk.stale() == []
    with store.write("consent_withdrawn") as db:
        withdraw_consent(db, desk.consent)
    assert desk.stale() == [("0009", Stale(StaleWhy.CONSENT, (C.PLAN,)))]
