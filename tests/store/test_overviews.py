"""The list, Idag and the plan sheet: read in a fixed number of queries, over indices, and never from private notes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from typing import Any

import pytest

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.mentees import Municipality, ProtectedIdentity
from mentorapp.domain.plan_sheet import MIN_PLAN
from mentorapp.domain.plans import CommitmentState, DoneBy, Who
from mentorapp.domain.reminders import silences
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.domain.sharing import THE_MENTEE, Choices, InfoClass, release
from mentorapp.store.commitments import add_commitment, set_commitment_state
from mentorapp.store.enrolments import add_enrolment, change_level, change_status
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.overviews import Lines, list_lines
from mentorapp.store.plan_sheets import gather_plan_sheet
from mentorapp.store.plans import add_goal, set_main_goal
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.profile import change_profile
from mentorapp.store.sessions import add_session, void_session
from mentorapp.store.steps import add_step, tick_step
from mentorapp.store.store import Store
from mentorapp.store.today import read_day


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile, as the driver tells them."""
    heard: list[str] = []
    with store.raw() as connection:
        connection.set_trace_callback(heard.append)
    yield heard
    with store.raw() as connection:
        connection.set_trace_callback(None)


def _contact(session: Any, mentee: Any, on: date, **more: Any) -> Any:
    kind = more.pop("kind", SessionKind.WALK_AND_TALK)
    return add_session(session, NewSession(mentee_id=mentee, kind=kind, event_date=on, **more))


def test_a_line_tells_where_a_person_stands(store: Store, household: Any, day: date) -> None:
    with store.write("filled") as session:
        change_mentee(
            session,
            household.mentee,
            municipalities=(Municipality(name="Provköping"), Municipality(name="Testfors", from_date=day)),
        )
        change_level(session, household.enrolment, household.levels[2], day - timedelta(days=30))
        _contact(session, household.mentee, day - timedelta(days=9), kind=SessionKind.PHONE)
        _contact(session, household.mentee, day - timedelta(days=2), kind=SessionKind.LETTER)
        void_session(session, _contact(session, household.mentee, day - timedelta(days=1)), "Fel person")
        for on, at in ((day + timedelta(days=3), time(9)), (day, time(23, 45)), (day, time(23, 30)), (day, time(0, 1))):
            _contact(session, household.mentee, on, attendance=Attendance.PLANNED, start_time=at)
        add_mentee(session, "Ny")
    with store.read() as session:
        line, new = list_lines(session)
    assert (line.full_name, line.municipality, line.programme) == ("Birk Provare", "Testfors", "Level Up")
    assert (line.last_contact_on, line.last_contact_kind) == (day - timedelta(days=9), SessionKind.PHONE)
    assert (line.next_on, line.next_at) == (day, time(23, 30))
    assert (line.place.order, line.place.been, line.place.levels, line.place.goal_order) == (3, (1,), 4, 4)
    assert (new.status, new.enrolments, new.place.levels, new.last_contact_on) == (None, 0, 0, None)


def test_an_open_enrolment_matters_before_a_closed_one(store: Store, household: Any, day: date) -> None:
    with store.write("enrolled") as session:
        change_status(session, household.enrolment, EnrolmentStatus.CLOSED, closed_on=day)
    with store.read() as session:
        line = list_lines(session)[0]
        assert (line.status, line.place.order, line.place.been) == (EnrolmentStatus.CLOSED, None, (1,))
    with store.write("enrolled") as session:
        add_enrolment(session, household.mentee, household.programme, started_on=day)
    with store.read() as session:
        line = list_lines(session)[0]
    assert (line.status, line.enrolments, line.place.order, line.place.levels) == (EnrolmentStatus.ACTIVE, 2, None, 4)


def test_two_on_the_same_step_stand_on_the_same_step(store: Store, household: Any, day: date) -> None:
    with store.write("enrolled") as session:
        person = add_mentee(session, "Cleo")
        enrolment = add_enrolment(session, person, household.programme, started_on=day)
        change_level(session, enrolment, household.levels[0], day)
    with store.read() as session:
        assert {line.place.level_id for line in list_lines(session)} == {household.levels[0]}


def test_the_list_takes_as_many_queries_for_many_as_for_one(store: Store, household: Any) -> None:
    with statements(store) as few, store.read() as session:
        list_lines(session)
    with store.write("filled") as session:
        for number in range(20):
            add_mentee(session, f"Person {number}")
    with statements(store) as many, store.read() as session:
        list_lines(session)
    assert len(many) == len(few) > 6


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT id FROM session WHERE mentee_id = x'00' AND is_contact = 1 ORDER BY event_date DESC LIMIT 1",
         "ix_session_mentee_id_is_contact_event_date"),
        ("SELECT id FROM session WHERE attendance = 'planned' AND event_date >= '2026-01-01' ORDER BY event_date",
         "ix_session_attendance_event_date"),
        ("SELECT id FROM session WHERE mentee_id = x'00' ORDER BY event_date DESC, start_time DESC LIMIT 200",
         "ix_session_mentee_id_event_date_start_time"),
    ],
)  # fmt: skip
def test_hot_queries_go_through_their_index(store: Store, query: str, index: str) -> None:
    with store.raw() as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert len(plan) == 1
    assert index in plan[0]
    assert "TEMP B-TREE" not in plan[0]


def test_the_day_has_bookings_silences_promises_and_good_things(store: Store, household: Any, day: date) -> None:
    with store.write("filled") as session:
        _contact(session, household.mentee, day - timedelta(days=9))
        _contact(session, household.mentee, day - timedelta(days=3), attendance=Attendance.NOT_REACHED)
        _contact(session, household.mentee, day - timedelta(days=2), kind=SessionKind.CONTACT_ATTEMPT)
        _contact(session, household.mentee, day - timedelta(days=12), attendance=Attendance.NOT_REACHED)
        for days in (-1, 0, 1, 2):
            _contact(session, household.mentee, day + timedelta(days=days), attendance=Attendance.PLANNED)
        add_commitment(session, household.enrolment, "Ring Siv", who=Who.MENTOR, by=day)
        kept = add_commitment(session, household.enrolment, "Skicka länk", who=Who.MENTOR)
        set_commitment_state(session, kept, CommitmentState.DONE)
        tick_step(session, household.step)
    with store.read() as session:
        today = read_day(session)
    assert [(b.on - day).days for b in (*today.to_write_up, *today.bookings, *today.tomorrow)] == [-1, 0, 1]
    assert [s.attempts_since for s in today.standings] == [2]
    found = silences(today.standings, today.limits, day)
    assert [(s.days, s.limit, s.attempts) for s in found] == [(9, 7, 2)]
    assert [p.commitment.what for p in today.promises] == ["Ring Siv"]
    assert [p.commitment.what for p in today.kept_today] == ["Skicka länk"]
    assert [g.text for g in today.good_things] == ["Ringa Fantasihallen"]


def test_the_plan_sheet_names_everybody_and_holds_no_private_note(store: Store, household: Any, day: date) -> None:
    with store.write("filled") as session:
        change_profile(session, name="Moa Mentorsson", title="mentor")
        set_main_goal(session, household.plan, "Ett jobb där jag får använda händerna.")
        for text, by in (("Själv", DoneBy.MENTEE), ("Ihop", DoneBy.TOGETHER), ("Moa", DoneBy.MENTOR)):
            tick_step(session, add_step(session, household.goal, text), by=by)
        tick_step(session, household.step, by=DoneBy.OTHER, name="Sture")
        add_step(session, household.goal, "Kvar", who="Birk och Sture")
        add_goal(session, household.plan, "Sova bättre", area="sleep_routines")
        add_commitment(session, household.enrolment, "Ringer", who=Who.MENTOR)
        add_commitment(session, household.enrolment, "Provar", who=Who.MENTEE)
        add_commitment(session, household.enrolment, "Svarar", who=Who.CONTACT, who_name="Fredrika, FK")
        add_private_note(session, household.mentee, "MARKERING", day)
        _contact(session, household.mentee, day, attendance=Attendance.PLANNED, place="Fantasihallen")
    with store.read() as session, statements(store) as heard:
        sheet = gather_plan_sheet(session, household.mentee, and_word="och")
    assert not any("private_note" in statement for statement in heard)
    assert "MARKERING" not in repr(sheet)
    whos = [step.who for step in sheet.goals[0].steps]
    assert whos == ["Sture", "Birk", "Birk och Moa", "Moa", "Birk och Sture"]
    assert [(c.who, c.own) for c in sheet.commitments] == [("Moa", False), ("Birk", True), ("Fredrika, FK", False)]
    assert sheet.next_meeting is not None
    assert sheet.next_meeting.place is not None
    shown = release(sheet, MIN_PLAN, THE_MENTEE)
    assert [goal.wording for goal in shown.sheet.goals] == ["Prova på ett arbete"]
    assert [(h.info_class, h.count) for h in shown.held_back] == [(InfoClass.HEALTH, 1)]
    ticked = release(sheet, MIN_PLAN, THE_MENTEE, Choices(classes=frozenset({InfoClass.HEALTH})))
    assert [goal.wording for goal in ticked.sheet.goals] == ["Prova på ett arbete", "Sova bättre"]


def test_a_sheet_without_plan_or_profile_is_nearly_empty(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        mentee = add_mentee(session, "Ny")
    with store.read() as session:
        sheet = gather_plan_sheet(session, mentee, and_word="och")
    assert (sheet.facts, sheet.main_goal, sheet.goals, sheet.commitments, sheet.next_meeting) == (
        None, None, (), (), None,
    )  # fmt: skip


def test_a_protected_persons_place_is_held_back(store: Store, household: Any, day: date) -> None:
    with store.write("filled") as session:
        change_mentee(session, household.mentee, protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING)
        _contact(session, household.mentee, day, attendance=Attendance.PLANNED, place="Hemma")
    with store.read() as session:
        shown = release(gather_plan_sheet(session, household.mentee, and_word="och"), MIN_PLAN, THE_MENTEE)
    assert shown.sheet.next_meeting is not None
    assert shown.sheet.next_meeting.place is None


def test_lines_read_again_are_the_same_and_a_changed_one_is_new(store: Store, household: Any) -> None:
    lines = Lines()
    with store.read() as session:
        before = lines.read(session)
        again = lines.read(session)
    assert all(one is other for one, other in zip(before, again, strict=True))
    with store.write("mentee_changed") as session:
        change_mentee(session, before[0].mentee_id, family_name="Annorlunda")
    with store.read() as session:
        after = lines.read(session)
        assert after == list_lines(session)
    assert [line in before for line in after].count(False) == 1
