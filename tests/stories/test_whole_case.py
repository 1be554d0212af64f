"""One person's whole way by keyboard alone: in, through the work, out, and back again. Every day is a fresh start."""

import json
import subprocess
import sys
from pathlib import Path

from mentorapp.domain.closing import CheckState, Destination
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.lists import WordList
from mentorapp.domain.mapping import AnswerStatus, StillTrue
from mentorapp.domain.sessions import Attendance
from mentorapp.store.after_support import count_contacts, list_after_support
from mentorapp.store.closings import get_closure
from mentorapp.store.commitments import list_commitments
from mentorapp.store.enrolments import list_level_entries
from mentorapp.store.interventions import list_interventions
from mentorapp.store.mappings import current_mapping
from mentorapp.store.network import get_contact
from mentorapp.store.outcome_checks import list_outcome_checks
from mentorapp.store.plans import get_current_plan
from mentorapp.store.sessions import list_sessions

from .desk import PASSPHRASE, Desk, said_in
from .intake_steps import (
    add_person,
    answer_area,
    give_thinking_time,
    make_goal_of_dream,
    note_dream,
    note_first_contact,
    promise,
    said_today,
    say_yes,
    write_plan,
)
from .work_steps import add_support, begin_work, close, come_back, note, record_check, step_up

ROOT = Path(__file__).resolve().parents[2]
NAME, DREAM, WORK = "Cleo Fiktiv", "Baka bröd som jobb", "Bageriet i hamnen"
SUPPORT, RECEIVER, OWN_WORDS = "Boendestödet Norr", "Disa Handsson", "Jag har ett jobb nu."


def test_a_whole_case_is_told_by_keyboard_alone(desk: Desk) -> None:
    _the_way_in(desk)
    _the_mapping_over_two_days(desk)
    _the_first_plan(desk)
    _four_contacts(desk)
    _level_and_support(desk)
    _a_job(desk)
    _the_end(desk)
    _half_a_year_later(desk)
    _back_again(desk)
    desk.leave()
    assert _counts_by_command(desk.store_path) == (1, 2)


def _the_way_in(desk: Desk) -> None:
    desk.hand.begin_counting()
    add_person(desk, NAME, "Sms, inte ringa före tio")
    assert desk.hand.strokes <= 10
    assert desk.line().status is EnrolmentStatus.INTEREST
    (enrolment,) = desk.enrolments()
    assert enrolment.referral.referrer_type == "self"
    note_first_contact(desk, "Ringde själv. Vill ha hjälp att hitta ett jobb.")
    give_thinking_time(desk)
    assert desk.line().status is EnrolmentStatus.OFFERED

    desk.new_day(7)
    assert desk.text("today.ask_it") in said_today(desk)
    desk.open_person()
    say_yes(desk)
    (enrolment,) = desk.enrolments()
    assert (enrolment.status, enrolment.started_on) == (EnrolmentStatus.ACTIVE, desk.rooms.store.clock.today())
    with desk.read() as session:
        assert len(list_level_entries(session, enrolment.id)) == 1
        assert [one.attendance for one in list_sessions(session, desk.mentee)] == [Attendance.HELD]


def _the_mapping_over_two_days(desk: Desk) -> None:
    desk.open_tab("mapping")
    note_dream(desk, DREAM)
    desk.hand.to(desk.word(WordList.LIFE_AREA, "housing"))
    answer_area(desk, "housing", "needs_support", "Jag sover på en soffa.")
    desk.new_day(1)
    desk.open_person("mapping")
    answer_area(desk, "economy", "works")
    answer_area(desk, "family_network", "partly")
    with desk.read() as session:
        mapping = current_mapping(session, desk.enrolments()[0].id)
    assert mapping is not None
    statuses = {one.area: one.status for one in mapping.answers}
    assert statuses["housing"] is AnswerStatus.NEEDS_SUPPORT
    assert statuses["economy"] is AnswerStatus.WORKS
    assert statuses["family_network"] is AnswerStatus.PARTLY


def _the_first_plan(desk: Desk) -> None:
    make_goal_of_dream(desk, DREAM)
    write_plan(desk, "Prova på ett bageri", ["Ringa tre bagerier", "Göra en praktikdag", "Skriva ett cv"])
    promise(desk, "Ringa bageriet i hamnen", "Moa", "om en vecka")
    enrolment = desk.enrolments()[0]
    with desk.read() as session:
        plan = get_current_plan(session, enrolment.id)
        (promised,) = list_commitments(session, enrolment.id)
    assert plan is not None
    assert DREAM in [goal.wording for goal in plan.goals]
    assert [len(goal.steps) for goal in plan.active_goals] == [3]
    assert promised.what == "Ringa bageriet i hamnen"


def _four_contacts(desk: Desk) -> None:
    """A walk, nobody there, one attempt by phone the same day, a visit and a walk."""
    desk.new_day(4)
    note(desk, "cle", words="Gick runt hamnen.")
    desk.new_day(5)
    note(desk, "cle", came="no_show", words="Ville sova.")
    note(desk, "cle", kind="phone", came="not_reached")
    desk.new_day(1)
    note(desk, "cle", kind="home_visit", words="Drack te.")
    desk.new_day(4)
    note(desk, "cle", words="Gick till bageriet.")
    with desk.read() as session:
        came = [one.attendance for one in list_sessions(session, desk.mentee)]
    held, no_show, attempt = Attendance.HELD, Attendance.NO_SHOW, Attendance.NOT_REACHED
    assert sorted(came) == sorted([held, held, held, held, no_show, attempt])


def _level_and_support(desk: Desk) -> None:
    desk.open_person("overview")
    desk.hand.begin_counting()
    step_up(desk)
    assert desk.hand.keys <= 6
    with desk.read() as session:
        assert len(list_level_entries(session, desk.enrolments()[0].id)) == 2
    add_support(desk, SUPPORT)
    with desk.read() as session:
        assert [one.actor for one in list_interventions(session, desk.mentee)] == [SUPPORT]


def _a_job(desk: Desk) -> None:
    desk.new_day(40)
    desk.open_person()
    begin_work(desk, WORK, 75)
    enrolment = desk.enrolments()[0]
    assert (enrolment.status, enrolment.closed_on) == (EnrolmentStatus.AFTER_SUPPORT, None)
    desk.new_day(14)
    note(desk, "cle", kind="phone", words="Trivs på bageriet.")
    with desk.read() as session:
        (support,) = list_after_support(session, enrolment.id)
        assert count_contacts(session, enrolment.id) == 1
    assert support.started_on < desk.rooms.store.clock.today()


def _the_end(desk: Desk) -> None:
    desk.new_day(30)
    desk.open_person()
    close(desk, desk.word(WordList.CLOSE_REASON, "work_regular"), 75, OWN_WORDS, SUPPORT, RECEIVER)
    enrolment = desk.enrolments()[0]
    with desk.read() as session:
        closure = get_closure(session, enrolment.id)
        (support,) = list_interventions(session, desk.mentee)
        assert support.receiver_contact_id is not None
        assert get_contact(session, support.receiver_contact_id).name == RECEIVER
        checks = list_outcome_checks(session, enrolment.id)
    assert enrolment.status is EnrolmentStatus.CLOSED
    assert closure is not None
    assert (closure.contact_after, closure.farewell_held, closure.last_scale_done) == (True, True, True)
    assert [(one.destination, one.extent_percent) for one in closure.headings] == [(Destination.EMPLOYMENT_REGULAR, 75)]
    assert [one.state for one in checks] == [CheckState.PLANNED, CheckState.PLANNED]


def _half_a_year_later(desk: Desk) -> None:
    """Idag shows the check when its day has come, and leads to it: that day is a Saturday, so the Monday after."""
    desk.new_day(186)
    assert desk.text("today.ask_it") in said_today(desk)
    desk.to("today.ask_it")
    desk.hand.space()
    desk.wait(lambda: desk.rooms.page.isVisible() and desk.rooms.page.tabs.current() == "closing")
    record_check(desk, 6)
    with desk.read() as session:
        checks = list_outcome_checks(session, desk.enrolments()[0].id)
    assert [one.state for one in checks] == [CheckState.REACHED, CheckState.PLANNED]
    assert desk.text("today.ask_it") not in said_today(desk)


def _back_again(desk: Desk) -> None:
    """The way in and the mapping come along, each answer asked about anew; the list counts both enrolments."""
    desk.new_day(30)
    desk.open_person()
    come_back(desk)
    first, second = sorted(desk.enrolments(), key=lambda one: one.ordinal)
    assert (first.status, second.status) == (EnrolmentStatus.CLOSED, EnrolmentStatus.ACTIVE)
    assert second.referral.referrer_type == first.referral.referrer_type
    desk.open_tab("mapping")
    with desk.read() as session:
        mapping = current_mapping(session, second.id)
    assert mapping is not None
    asked_anew = [one.area for one in mapping.answers if one.still_true is StillTrue.TO_CONFIRM]
    assert {"housing", "economy", "family_network"} <= set(asked_anew)
    desk.hand.to(desk.word(WordList.LIFE_AREA, "housing"))
    desk.hand.enter()
    desk.settle()
    desk.press("mapping.confirm")
    with desk.read() as session:
        mapping = current_mapping(session, second.id)
    assert mapping is not None
    (housing,) = (one for one in mapping.answers if one.area == "housing")
    assert housing.still_true is StillTrue.CONFIRMED
    desk.list_of_people()
    said = said_in(desk.rooms.mentees)
    assert desk.text("mentees.persons", count=1) in said
    assert desk.text("mentees.enrolments", count=2) in said


def _counts_by_command(store: Path) -> tuple[int, int]:
    """Persons and enrolments, as `mentorapp list --json` gives them."""
    command = [sys.executable, "-m", "ui.start", "list", "--store", str(store), "--passphrase-file", "-", "--json"]
    done = subprocess.run(command, cwd=ROOT, input=PASSPHRASE.encode(), capture_output=True, check=True)
    listed = json.loads(done.stdout)
    return listed["persons"], listed["enrolments"]
