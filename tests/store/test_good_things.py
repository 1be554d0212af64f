"""What went well lately, and what has been tried: the parts of Idag that are counted from moves and attempts."""

from datetime import date, timedelta
from typing import Any

import pytest

from mentorapp.domain.closing import Destination, Heading, NewClosure
from mentorapp.domain.milestones import MilestoneKind
from mentorapp.domain.sessions import Attendance, NewSession, SessionKind
from mentorapp.store.after_support import list_after_support, start_work
from mentorapp.store.closings import close_enrolment
from mentorapp.store.enrolments import change_level
from mentorapp.store.mentees import add_mentee, change_mentee, get_mentee
from mentorapp.store.milestones import add_milestone
from mentorapp.store.plans import change_plan
from mentorapp.store.sessions import add_session
from mentorapp.store.steps import tick_step
from mentorapp.store.store import Store
from mentorapp.store.today import Day, read_day


def day_of(store: Store) -> Day:
    with store.read() as session:
        return read_day(session)


def test_steps_milestones_and_levels_of_the_living_are_good_things(store: Store, household: Any, day: date) -> None:
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day)
        tick_step(session, household.step)
        add_milestone(session, household.mentee, MilestoneKind.CV_DONE, day)
        add_milestone(session, household.mentee, MilestoneKind.OTHER, day, kind_other="Åkte buss")
    good = {(one.label, one.text) for one in day_of(store).good_things}
    assert good == {
        ("", "Ringa Fantasihallen"),
        ("codes.milestone_kind_cv_done", ""),
        ("codes.milestone_kind_other", "Åkte buss"),
        ("today.level_reached", "Samhällets resurser"),
    }
    with store.write("mentee_changed") as session:
        change_mentee(session, household.mentee, deceased_on=day)
    assert day_of(store).good_things == ()


@pytest.mark.parametrize(
    ("kind", "attendance"),
    [(SessionKind.CONTACT_ATTEMPT, Attendance.NOT_REACHED), (SessionKind.CONTACT_ATTEMPT, Attendance.HELD)],
)
def test_attempts_since_the_last_contact_are_counted(
    store: Store, household: Any, day: date, kind: SessionKind, attendance: Attendance
) -> None:
    with store.write("session_added") as session:
        for days in (3, 1):
            add_session(
                session,
                NewSession(
                    mentee_id=household.mentee,
                    kind=kind,
                    event_date=day - timedelta(days=days),
                    attendance=attendance,
                    attempt_way=SessionKind.PHONE,
                ),
            )
    standing = next(one for one in day_of(store).standings if one.person.mentee_id == household.mentee)
    assert standing.attempts_since == 2


def test_the_day_of_a_review_tells_it_from_the_next(store: Store, household: Any, day: date) -> None:
    with store.write("plan_changed") as session:
        change_plan(session, household.plan, review_on=day)
    assert [one.subject for one in day_of(store).reviews_due()] == [day.isoformat()]


def test_a_death_ends_the_after_support_too(store: Store, household: Any, day: date) -> None:
    with store.write("work_begun") as session:
        start_work(session, household.enrolment, Destination.EMPLOYMENT_REGULAR, day - timedelta(days=5))
    headings = (Heading(destination=Destination.NONE_KNOWN, primary=True),)
    with store.write("enrolment_closed") as session:
        close_enrolment(session, household.enrolment, NewClosure(closed_on=day, detail="deceased", headings=headings))
    with store.read() as session:
        assert [one.ended_on for one in list_after_support(session, household.enrolment)] == [day]
        assert get_mentee(session, household.mentee).deceased_on == day


def test_somebody_without_an_enrolment_has_done_nothing_lately(store: Store) -> None:
    with store.write("mentee_added") as session:
        add_mentee(session, "Ester")
    assert day_of(store).good_things == ()
