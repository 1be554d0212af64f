"""Where meetings stand: their groups, the lights of who is invited, what is due again, and the state of the papers."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.consents import Standing
from mentorapp.domain.meetings import MeetingKind, MeetingStatus, PapersState, Phase, phase_of
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.consents import add_consent, withdraw_consent
from mentorapp.store.meeting_state import (
    count_earlier,
    list_due_again,
    list_meeting_lines,
    meeting_line,
    next_meeting,
    suggested_invitees,
)
from mentorapp.store.meetings import (
    add_invitee,
    add_meeting,
    change_meeting,
    get_meeting,
    move_meeting,
    set_meeting_status,
)
from mentorapp.store.mentees import add_mentee, change_mentee, get_mentee
from mentorapp.store.network import add_link
from mentorapp.store.plan_sheets import next_meeting as plan_meeting
from mentorapp.store.print_log import add_print, mark_destroyed
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store

KIND = MeetingKind.FOLLOW_UP_THREE_PARTY


@pytest.fixture
def birk(store: Store) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, "Birk")


@pytest.fixture
def siv(store: Store, birk: UUID) -> UUID:
    with store.write("contact_added") as session:
        fk = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        siv = add_contact(session, "Siv Provsson", organisation_id=fk)
        add_link(session, birk, NetworkRole.CASEWORKER, contact_id=siv)
    return siv


def consent(store: Store, birk: UUID, siv: UUID, valid_to: date | None = None) -> UUID:
    with store.write("consent_added") as session:
        return add_consent(session, birk, contact_id=siv, scope=[InfoClass.PLAN, InfoClass.HEALTH], valid_to=valid_to)


def meeting(store: Store, birk: UUID, day: date, siv: UUID | None = None, **details: object) -> UUID:
    with store.write("meeting_added") as session:
        key = add_meeting(session, birk, KIND, day, **details)
        if siv is not None:
            add_invitee(session, key, contact_id=siv)
    return key


def printed(store: Store, birk: UUID, siv: UUID, key: UUID, day: date, needed: date, number: str = "2026-0001") -> UUID:
    with store.write("print_logged") as session:
        return add_print(
            session, number=number, template="P02", template_version=1, mentee_id=birk, audience=Audience.CASEWORKER,
            recipient="Siv Provsson", classes=[InfoClass.HEALTH], ticked=[], asked=[InfoClass.HEALTH], sha256="0" * 64,
            pages=1, printed_on=day, delivered_how=DeliveredHow.PRINTER, contact_id=siv, meeting_id=key,
            needed_on=needed,
        )  # fmt: skip


def papers(store: Store, key: UUID) -> PapersState:
    with store.read() as session:
        return meeting_line(session, key).papers


@pytest.mark.parametrize(
    ("on", "at", "status", "written", "phase"),
    [
        (1, None, MeetingStatus.PLANNED, False, Phase.AHEAD),
        (0, None, MeetingStatus.PLANNED, False, Phase.AHEAD),
        (0, time(13), MeetingStatus.PLANNED, False, Phase.AHEAD),
        (0, time(11, 30), MeetingStatus.PLANNED, False, Phase.NOW),
        (0, time(11), MeetingStatus.PLANNED, False, Phase.TO_WRITE),
        (-1, None, MeetingStatus.PLANNED, False, Phase.TO_WRITE),
        (-1, None, MeetingStatus.HELD, False, Phase.TO_WRITE),
        (-1, None, MeetingStatus.HELD, True, Phase.EARLIER),
        (3, None, MeetingStatus.CANCELLED, False, Phase.EARLIER),
    ],
)
def test_the_clock_and_the_mentor_say_where_a_meeting_stands(
    store: Store, birk: UUID, day: date, on: int, at: time | None, status: MeetingStatus, written: bool, phase: Phase
) -> None:
    key = meeting(store, birk, day + timedelta(days=on), start_time=at, written_up_on=day if written else None)
    with store.write("meeting_changed") as session:
        set_meeting_status(session, key, status)
        assert phase_of(get_meeting(session, key), datetime.combine(day, time(12))) is phase


def test_the_papers_are_asked_whether_they_hold(store: Store, birk: UUID, siv: UUID, day: date) -> None:
    given = consent(store, birk, siv)
    key = meeting(store, birk, day + timedelta(days=1), siv)
    assert papers(store, key) is PapersState.NOT_PREPARED
    paper = printed(store, birk, siv, key, day, day + timedelta(days=1))
    assert papers(store, key) is PapersState.READY
    with store.write("consent_withdrawn") as session:
        withdraw_consent(session, given)
    assert papers(store, key) is PapersState.REDO
    with store.write("print_destroyed") as session:
        mark_destroyed(session, paper, day)
    assert papers(store, key) is PapersState.REDO


def test_a_meeting_moved_more_than_fourteen_days_has_papers_to_make_again(
    store: Store, birk: UUID, siv: UUID, day: date
) -> None:
    """F 22."""
    consent(store, birk, siv)
    key = meeting(store, birk, day + timedelta(days=1), siv)
    printed(store, birk, siv, key, day, day + timedelta(days=1))
    with store.write("meeting_moved") as session:
        move_meeting(session, key, day + timedelta(days=15))
    assert papers(store, key) is PapersState.READY
    with store.write("meeting_moved") as session:
        move_meeting(session, key, day + timedelta(days=16))
    assert papers(store, key) is PapersState.REDO
    store.undo()
    assert papers(store, key) is PapersState.READY


def test_the_light_of_an_invitee_is_that_of_the_meeting_day(store: Store, birk: UUID, siv: UUID, day: date) -> None:
    consent(store, birk, siv, valid_to=day + timedelta(days=5))
    near, far = (meeting(store, birk, day + timedelta(days=days), siv) for days in (3, 9))
    with store.read() as session:
        lights = {one.meeting.id: [party.standing for party in one.parties] for one in list_meeting_lines(session)}
        suggested = suggested_invitees(session, birk, day + timedelta(days=9))
    assert lights == {near: [Standing.ENDS_SOON], far: [Standing.NOT_THAT_DAY]}
    assert [(one.name, one.place, one.standing) for one in suggested] == [
        ("Siv Provsson", "Försäkringskassan", Standing.NOT_THAT_DAY)
    ]


def test_what_comes_back_is_due_until_the_next_is_booked(store: Store, birk: UUID, day: date) -> None:
    key = meeting(store, birk, day - timedelta(days=20), repeat_days=28)
    with store.read() as session:
        assert list_due_again(session) == ()
    with store.write("meeting_held") as session:
        set_meeting_status(session, key, MeetingStatus.HELD)
        assert [(one.last.id, one.on) for one in list_due_again(session)] == [(key, day + timedelta(days=8))]
        assert list_due_again(session, within_days=7) == ()
        add_meeting(session, birk, KIND, day + timedelta(days=8), repeat_days=28)
        assert list_due_again(session) == ()


def test_the_next_meeting_is_the_nearest_ahead(store: Store, birk: UUID, day: date) -> None:
    meeting(store, birk, day - timedelta(days=1))
    meeting(store, birk, day + timedelta(days=9))
    near = meeting(store, birk, day + timedelta(days=2))
    with store.read() as session:
        found = next_meeting(session, birk)
    assert found is not None
    assert found.id == near


def test_of_somebody_who_has_died_nothing_is_ahead(store: Store, birk: UUID, day: date) -> None:
    """F 33."""
    meeting(store, birk, day + timedelta(days=2))
    with store.write("mentee_changed") as session:
        change_mentee(session, birk, deceased_on=day)
        assert list_meeting_lines(session) == ()


def test_the_plan_names_the_nearest_of_booking_and_meeting(store: Store, birk: UUID, day: date) -> None:
    meeting(store, birk, day + timedelta(days=3), place="Fantasihallen")
    with store.write("session_added") as session:
        mentee = get_mentee(session, birk)
        first = plan_meeting(session, mentee)
        add_session(
            session,
            NewSession(
                mentee_id=birk, kind=SessionKind.OFFICE, event_date=day + timedelta(days=2),
                attendance=Attendance.PLANNED,
            ),
        )  # fmt: skip
        second = plan_meeting(session, mentee)
    assert first is not None
    assert second is not None
    assert (first.kind, first.on, first.place and first.place.place) == (
        "meeting", day + timedelta(days=3), "Fantasihallen",
    )  # fmt: skip
    assert (second.kind, second.on) == ("office", day + timedelta(days=2))


def test_of_what_is_over_only_the_latest_are_read_and_all_are_counted(store: Store, birk: UUID, day: date) -> None:
    with store.write("meeting_added") as session:
        ahead = add_meeting(session, birk, MeetingKind.SIP, day + timedelta(days=3))
        over = [add_meeting(session, birk, MeetingKind.SIP, day - timedelta(days=days)) for days in (3, 2, 1)]
        for key in over:
            set_meeting_status(session, key, MeetingStatus.HELD)
            change_meeting(session, key, written_up_on=day)
    with store.read() as session:
        assert [one.meeting.id for one in list_meeting_lines(session, 2)] == [*over[1:], ahead]
        assert [one.meeting.id for one in list_meeting_lines(session)] == [*over, ahead]
        assert count_earlier(session) == 3
