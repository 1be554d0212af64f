"""The first meetings as a checklist (P5): information, mapping, plan. What has happened is ticked by itself."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain.lists import Word
from mentorapp.domain.mapping import AnswerStatus, StillTrue
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.sessions import Attendance

from .routines import list_routine
from .tables.enrolments import EnrolmentRow
from .tables.mapping import MappingAnswerRow, MappingRow
from .tables.plans import GoalRow, PlanRow
from .tables.sessions import SessionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OnboardingStep:
    """`happened_on` is the day on which the program itself knows that it was done."""

    word: Word
    state: ItemState
    state_on: date | None
    happened_on: date | None

    @property
    def is_done(self) -> bool:
        return self.happened_on is not None or self.state is ItemState.DONE

    @property
    def done_on(self) -> date | None:
        return self.happened_on or (self.state_on if self.state is ItemState.DONE else None)


def list_onboarding(session: Session, mentee_id: UUID, enrolment_id: UUID) -> tuple[OnboardingStep, ...]:
    """The items of the unit's list with what is known and what has been said in this enrolment."""
    facts = {
        "information": lambda: _first_held(session, mentee_id, enrolment_id),
        "mapping": lambda: _first_answer(session, enrolment_id),
        "plan": lambda: _first_plan(session, enrolment_id),
    }
    entries = list_routine(session, mentee_id, Checklist.ONBOARDING, enrolment_id=enrolment_id)
    return tuple(
        OnboardingStep(
            word=entry.word,
            state=entry.state,
            state_on=entry.state_on,
            happened_on=facts[entry.word.code]() if entry.word.code in facts else None,
        )
        for entry in entries
    )


def _first_held(session: Session, mentee_id: UUID, enrolment_id: UUID) -> date | None:
    """The first contact that came about since the enrolment began."""
    started = session.scalar(select(EnrolmentRow.started_on).where(EnrolmentRow.id == enrolment_id))
    query = select(func.min(SessionRow.event_date)).where(
        SessionRow.mentee_id == mentee_id,
        SessionRow.attendance == Attendance.HELD,
        SessionRow.voided_at.is_(None),
        SessionRow.event_date >= (started or date.min),
    )
    return session.scalar(query)


def _first_answer(session: Session, enrolment_id: UUID) -> date | None:
    """What was brought along from earlier has not been asked about yet."""
    query = (
        select(func.min(MappingAnswerRow.answered_on))
        .join(MappingRow, MappingRow.id == MappingAnswerRow.mapping_id)
        .where(
            MappingRow.enrolment_id == enrolment_id,
            MappingAnswerRow.status != AnswerStatus.NOT_ASKED,
            MappingAnswerRow.still_true != StillTrue.TO_CONFIRM,
        )
    )
    return session.scalar(query)


def _first_plan(session: Session, enrolment_id: UUID) -> date | None:
    """The first version that has a goal in it."""
    query = (
        select(func.min(PlanRow.valid_from))
        .join(GoalRow, GoalRow.plan_id == PlanRow.id)
        .where(PlanRow.enrolment_id == enrolment_id)
    )
    return session.scalar(query)
