"""A three-party meeting at the workplace by keyboard alone: from the booking to a pack of papers on the printer, the
meeting itself with the screen turned to all, and what is written up afterwards."""

from collections.abc import Callable
from datetime import time, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.meetings import Attended, MeetingKind, MeetingStatus
from mentorapp.domain.network import NetworkRole, OrganisationKind
from mentorapp.domain.placements import PlacementType
from mentorapp.domain.sharing import InfoClass as C
from mentorapp.store.address_book import add_contact, add_organisation
from mentorapp.store.commitments import list_commitments
from mentorapp.store.consents import add_consent
from mentorapp.store.decisions import list_decisions
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.keys import FLOOR
from mentorapp.store.ladders import get_ladder
from mentorapp.store.meetings import add_invitee, add_meeting, get_meeting
from mentorapp.store.mentees import add_mentee
from mentorapp.store.network import add_link
from mentorapp.store.opening import create_store
from mentorapp.store.placements import add_placement
from mentorapp.store.plans import add_goal, add_plan
from mentorapp.store.print_log import list_prints
from mentorapp.store.profile import change_profile
from mentorapp.store.programmes import add_programme
from mentorapp.store.protocols import list_protocol
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.workplaces import add_workplace
from tests.program import TestParts
from ui.app import Program
from ui.screens.meeting_after import AfterScreen
from ui.screens.meeting_wizard import MeetingWizard

from .desk import PASSPHRASE, Desk, said_in
from .hand import CTRL, focused

Key = Qt.Key
MOST_ACTIONS = 15
QUESTION = "Rasten på eftermiddagen"


@pytest.fixture
def booked(profile: Path, parts: TestParts) -> UUID:
    """Birk at Fantasihallen, a meeting tomorrow with Fredrika of the authority and Sture of the workplace."""
    profile.mkdir()
    opened = create_store(profile / "mentor.mentor", PASSPHRASE, clock=parts.clock, cost=FLOOR)
    today = parts.clock.today()
    with opened.store.write("mentee_added") as session:
        change_profile(session, name="Moa Mentorsson", title="mentor")
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        mentee = add_mentee(session, "Birk", family_name="Provare")
        enrolment = add_enrolment(session, mentee, programme, started_on=today - timedelta(days=100))
        goal = add_goal(session, add_plan(session, enrolment, today - timedelta(days=90)), "Prova på ett arbete")
        tick_step(session, add_step(session, goal, "Åka buss dit själv"))
        authority = add_organisation(session, "Försäkringskassan", OrganisationKind.SOCIAL_INSURANCE)
        hall = add_organisation(session, "Fantasihallen", OrganisationKind.EMPLOYER)
        fredrika = add_contact(session, "Fredrika Påhittsson", organisation_id=authority)
        sture = add_contact(session, "Sture Fantasi", organisation_id=hall)
        add_link(session, mentee, NetworkRole.CASEWORKER, contact_id=fredrika)
        add_link(session, mentee, NetworkRole.WORKPLACE_SUPERVISOR, contact_id=sture)
        place = add_workplace(session, "Fantasihallen", organisation_id=hall, supervisor_id=sture)
        add_placement(session, enrolment, place, PlacementType.WORK_TRAINING, today - timedelta(days=60))
        add_consent(session, mentee, contact_id=fredrika, scope={C.ID, C.PLAN, C.PRESENCE, C.WORK})
        add_consent(session, mentee, contact_id=sture, scope={C.ID, C.PRESENCE, C.WORK})
        meeting = add_meeting(
            session, mentee, MeetingKind.WORKPLACE_THREE_PARTY, today + timedelta(days=1), start_time=time(11, 30),
            place="Fantasihallen",
        )  # fmt: skip
        add_invitee(session, meeting, contact_id=fredrika)
        add_invitee(session, meeting, contact_id=sture, workplace_id=place)
    opened.close()
    return meeting


@pytest.fixture
def desk(qtbot: QtBot, start: Callable[..., Program], parts: TestParts, booked: UUID, profile: Path) -> Desk:
    return Desk(qtbot, start, parts, profile / "mentor.mentor")


def test_a_three_party_meeting_from_the_booking_to_the_papers_in_at_most_15_actions(desk: Desk, booked: UUID) -> None:
    desk.choose_printer("kontoret")
    hand = desk.hand
    desk.rooms.frame.go("meetings")
    desk.settle()
    desk.to("meeting.prepare")
    hand.begin_counting()
    hand.enter()
    desk.settle()
    wizard = desk.rooms.frame.current
    assert isinstance(wizard, MeetingWizard)
    for _ in range(3):
        hand.press(Key.Key_Return, modifier=CTRL)
        desk.settle()
    assert wizard.step == 4
    hand.write(QUESTION)
    hand.press(Key.Key_Return, modifier=CTRL)
    desk.wait(lambda: wizard.papers.pack is not None and focused() is wizard.foot.print)
    hand.enter()
    desk.wait(lambda: len(desk.sent) == 1)
    assert hand.keys <= MOST_ACTIONS
    pack = wizard.papers.pack
    assert pack is not None
    with pikepdf.open(BytesIO(desk.sent[0])) as job:
        assert len(job.pages) == pack.pages
    desk.wait(lambda: wizard.foot.print.isEnabled())
    with desk.read() as session:
        meeting = get_meeting(session, booked)
        logged = list_prints(session, meeting.mentee_id)
    assert meeting.wants_raised == QUESTION
    assert [one.number for one in pack.papers] == sorted(one.number for one in logged)
    assert [part.party.audience.value for part in pack.parts if part.party] == ["caseworker", "employer", "mentee"]
    employers = [
        one for part in pack.parts if part.party and part.party.audience.value == "employer" for one in part.papers
    ]
    assert all(one.classes <= {C.ID, C.PRESENCE, C.WORK} for one in employers)


DECISIONS = (
    ("Skriva ett schema med rast halv tre", "Sture"),
    ("Ringa om intyget", "Fredrika"),
    ("Ringa Birk på söndag", "Moa"),
)
POINT = "Birk trivs på lagret. Eftermiddagarna är långa."


def test_the_meeting_is_held_in_meeting_mode_and_written_up_into_plan_idag_and_protocol(
    desk: Desk, booked: UUID
) -> None:
    desk.choose_printer("kontoret")
    desk.new_day(1)
    hold_it(desk)
    with desk.read() as session:
        decided = list_decisions(session, booked)
        assert [one.what for one in decided] == [what for what, _ in DECISIONS]
    desk.later(hours=2)
    write_it_up(desk)
    with desk.read() as session:
        meeting = get_meeting(session, booked)
        assert meeting.status is MeetingStatus.HELD
        assert {one.attended for one in meeting.invitees} == {Attended.CAME}
        assert [one.text for one in list_protocol(session, booked)] == [POINT]
        assert [one.template for one in list_prints(session, meeting.mentee_id)] == ["P08"]
        plan = list_commitments(session, decided[0].enrolment_id)
        assert {one.what for one in plan} >= {what for what, _ in DECISIONS}
    desk.hand.press(Key.Key_1, modifier=CTRL)
    desk.settle()
    assert "Ringa Birk på söndag" in said_in(desk.rooms.today)
    desk.new_day(1)
    shown = said_in(desk.rooms.today)
    assert [what for what, _ in DECISIONS if what not in shown] == []


def hold_it(desk: Desk) -> None:
    """F8 from Möten, three decisions, and F8 again."""
    hand = desk.hand
    desk.rooms.frame.go("meetings")
    desk.settle()
    hand.press(Key.Key_F8)
    desk.settle()
    assert desk.rooms.mode.is_on
    assert desk.rooms.mode.screen.agenda.line.what.line is focused()
    for what, who in DECISIONS:
        hand.write(what)
        hand.tab()
        hand.choose(who)
        hand.tab()
        hand.write("i morgon")
        hand.enter()
        desk.settle()
    hand.press(Key.Key_F8)
    desk.settle()
    assert not desk.rooms.mode.is_on


def write_it_up(desk: Desk) -> None:
    """Skriv klart: all came, a point, the protocol out of the printer, and Klart."""
    hand = desk.hand
    hand.press(Key.Key_1, Key.Key_3, modifier=CTRL)
    desk.settle()
    desk.to("meeting.write_up")
    hand.enter()
    desk.settle()
    assert isinstance(desk.rooms.frame.current, AfterScreen)
    hand.enter()
    desk.settle()
    desk.to("after.point_new")
    hand.write(POINT)
    hand.enter()
    desk.settle()
    hand.press(Key.Key_P, modifier=CTRL)
    desk.wait(lambda: desk.rooms.preview.print_button.isEnabled())
    hand.enter()
    desk.wait(lambda: len(desk.sent) == 1 and desk.rooms.preview.print_button.isEnabled())
    desk.settle()
    hand.press(Key.Key_Escape)
    desk.settle()
    hand.save()
    desk.settle()
