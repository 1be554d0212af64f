"""Gathers what "Min plan" is made of. Reads no private note: their table is not imported here, and a test watches."""

from datetime import time
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.mentees import Mentee
from mentorapp.domain.plan_sheet import (
    CommitmentBlock,
    GoalBlock,
    MainGoalBlock,
    NextMeetingBlock,
    PlaceBlock,
    PlanFactsBlock,
    PlanSheet,
    StepBlock,
)
from mentorapp.domain.plans import Commitment, DoneBy, Goal, Plan, Step, Who
from mentorapp.domain.profile import MentorProfile
from mentorapp.domain.sharing import InfoClass

from .commitments import list_commitments
from .enrolments import current_enrolment
from .meeting_state import next_meeting as nearest_meeting
from .mentees import get_mentee
from .plans import get_current_plan
from .profile import get_profile
from .sessions import next_booking
from .sheet_parts import mentor_block, person_block


def gather_plan_sheet(session: Session, mentee_id: UUID, *, and_word: str) -> PlanSheet:
    """The sheet of a person before release. `and_word` joins two names ("Farah och Moa")."""
    mentee = get_mentee(session, mentee_id)
    profile = get_profile(session)
    enrolment = current_enrolment(session, mentee_id)
    plan = get_current_plan(session, enrolment.id) if enrolment else None
    promises = list_commitments(session, enrolment.id, open_only=True) if enrolment else ()
    names = _Names(mentee, profile, and_word)
    return PlanSheet(
        person=person_block(mentee),
        mentor=mentor_block(session),
        facts=_facts(plan),
        main_goal=_main_goal(plan),
        goals=tuple(_goal(number, goal, names) for number, goal in enumerate(plan.goals_in_order if plan else (), 1)),
        commitments=tuple(_commitment(promise, names) for promise in promises),
        next_meeting=next_meeting(session, mentee),
    )


class _Names:
    """Who is meant by mentee, mentor and together, in the names the sheet uses."""

    def __init__(self, mentee: Mentee, profile: MentorProfile, and_word: str) -> None:
        self.mentee = mentee.preferred_name
        self.mentor = profile.first_name
        self._and_word = and_word

    def of_step(self, step: Step) -> str:
        if step.done_by is None:
            return step.who
        together = f"{self.mentee} {self._and_word} {self.mentor}" if self.mentor else self.mentee
        return {
            DoneBy.MENTEE: self.mentee,
            DoneBy.MENTOR: self.mentor,
            DoneBy.TOGETHER: together,
            DoneBy.OTHER: step.done_by_name,
        }[step.done_by]

    def of_promise(self, promise: Commitment) -> str:
        named = {Who.MENTEE: self.mentee, Who.MENTOR: self.mentor, Who.CONTACT: promise.who_name}
        return named[promise.who] or promise.who_name


def _facts(plan: Plan | None) -> PlanFactsBlock | None:
    if plan is None:
        return None
    return PlanFactsBlock(
        info_class=InfoClass.PLAN,
        version=plan.version,
        valid_from=plan.valid_from,
        made_with=plan.made_with,
        mentee_participation=plan.mentee_participation,
        review_on=plan.review_on,
        agreed=plan.agreed_by_mentee.value,
    )


def _main_goal(plan: Plan | None) -> MainGoalBlock | None:
    goal = plan.main_goal if plan else None
    if goal is None:
        return None
    return MainGoalBlock(info_class=goal.info_class, wording=goal.wording, easy_wording=goal.easy_wording)


def _goal(number: int, goal: Goal, names: _Names) -> GoalBlock:
    steps = tuple(
        StepBlock(
            info_class=goal.info_class,
            text=step.text,
            easy_text=step.easy_text,
            due=step.due,
            done_on=step.done_on,
            who=names.of_step(step),
        )
        for step in goal.steps
    )
    return GoalBlock(
        info_class=goal.info_class,
        number=number,
        wording=goal.wording,
        easy_wording=goal.easy_wording,
        why=goal.why,
        steps=steps,
        who=goal.who,
    )


def _commitment(promise: Commitment, names: _Names) -> CommitmentBlock:
    return CommitmentBlock(
        info_class=promise.info_class,
        who=names.of_promise(promise),
        what=promise.what,
        by=promise.by,
        own=promise.who is Who.MENTEE,
    )


def next_meeting(session: Session, mentee: Mentee) -> NextMeetingBlock | None:
    """The nearest of the booked contacts and the meetings with others."""
    found = [one for one in (_booking(session, mentee), _meeting(session, mentee)) if one is not None]
    return min(found, key=lambda one: (one.on, one.at or time.max), default=None)


def _booking(session: Session, mentee: Mentee) -> NextMeetingBlock | None:
    booked = next_booking(session, mentee.id)
    if booked is None:
        return None
    return NextMeetingBlock(
        info_class=InfoClass.PRESENCE,
        on=booked.event_date,
        at=booked.start_time,
        kind=booked.kind.value,
        place=_place(mentee, booked.place),
        interpreter=booked.with_interpreter,
    )


def _meeting(session: Session, mentee: Mentee) -> NextMeetingBlock | None:
    meeting = nearest_meeting(session, mentee.id)
    if meeting is None:
        return None
    return NextMeetingBlock(
        info_class=InfoClass.PRESENCE,
        on=meeting.event_date,
        at=meeting.start_time,
        kind="meeting",
        place=_place(mentee, meeting.place),
        interpreter=meeting.with_interpreter,
    )


def _place(mentee: Mentee, place: str) -> PlaceBlock | None:
    return PlaceBlock(info_class=mentee.place_class(), place=place) if place else None
