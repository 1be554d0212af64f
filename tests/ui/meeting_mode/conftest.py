"""The whole program with the sample people, and a meeting of one of them today."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.meetings import MeetingKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.enrolments import add_enrolment, current_enrolment
from mentorapp.store.meeting_papers import add_agenda_item
from mentorapp.store.meetings import add_invitee, add_meeting
from mentorapp.store.mentees import add_mentee
from mentorapp.store.overviews import list_lines
from mentorapp.store.plans import add_plan, get_current_plan
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.programmes import list_programmes
from tests.program import keys, parts, passphrase, profile, sealed, start, stored, tab_to, unlocked
from ui.app import Program
from ui.rooms import Rooms

__all__ = ["keys", "parts", "passphrase", "profile", "sealed", "start", "stored", "tab_to", "unlocked"]

NOT_RAISED = "det om brodern ska inte upp"
PRIVATE = "bara min egen tanke"
HEALTH_ITEM = "om sömnen"


@dataclass(frozen=True)
class Met:
    mentee: UUID
    meeting: UUID
    outside: UUID


@pytest.fixture
def rooms(unlocked: Program) -> Rooms:
    """The program with two people of one's own."""
    rooms = unlocked.stay.rooms
    assert rooms is not None
    with rooms.store.write("mentee_added") as session:
        (programme,) = list_programmes(session)
        for name, family in (("Farah", "Exempelsson"), ("Birk", "Provberg")):
            mentee = add_mentee(session, name, family_name=family)
            enrolment = add_enrolment(session, mentee, programme.id, started_on=rooms.store.clock.today())
            add_plan(session, enrolment, rooms.store.clock.today())
    return rooms


@pytest.fixture
def sample_rooms(start: Callable[..., Program], qtbot: QtBot) -> Rooms:
    """The program with the sample people."""
    program = start(demo=True)
    qtbot.waitUntil(lambda: program.stay.rooms is not None, timeout=60_000)
    rooms = program.stay.rooms
    assert rooms is not None
    return rooms


@pytest.fixture
def met(rooms: Rooms) -> Met:
    return meet(rooms)


def meet(rooms: Rooms) -> Met:
    """Somebody with a plan; something private, something that must not be raised, and an item about health."""
    today = rooms.store.clock.today()
    with rooms.store.write("mentee_added") as session:
        mentee = next(
            one.mentee_id
            for one in list_lines(session)
            if (enrolment := current_enrolment(session, one.mentee_id)) and get_current_plan(session, enrolment.id)
        )
        meeting = add_meeting(
            session, mentee, MeetingKind.FOLLOW_UP_THREE_PARTY, today, wants_not_raised=NOT_RAISED, repeat_days=28
        )
        outside = add_invitee(session, meeting, name="Fredrika Kassén", role="Försäkringskassan")
        add_agenda_item(session, meeting, HEALTH_ITEM, info_class=InfoClass.HEALTH)
        add_private_note(session, mentee, PRIVATE, today)
    return Met(mentee, meeting, outside)
