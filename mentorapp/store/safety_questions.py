"""Verbs on the question about violence; nobody is asked of whom only the youth duty holds."""

from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.programmes import LegalProfile, hides_sensitive
from mentorapp.domain.safety import Asked, AskedCounts, SafetyQuestion, asked_counts, check_question
from mentorapp.domain.sharing import InfoClass

from .hidden_classes import hidden_for
from .tables import value_of
from .tables.enrolments import EnrolmentRow
from .tables.mentees import MenteeRow
from .tables.milestones import SafetyQuestionRow
from .tables.programmes import ProgrammeRow

_TAKES_PART = (EnrolmentStatus.ACTIVE, EnrolmentStatus.PAUSED, EnrolmentStatus.AFTER_SUPPORT)


def add_question(
    session: Session,
    mentee_id: UUID,
    asked: Asked,
    asked_on: date,
    *,
    support_offered: bool = False,
    follow_up_on: date | None = None,
    followed_up_on: date | None = None,
    answer: str = "",
) -> UUID:
    """One time that it was asked, or was not suitable to ask."""
    if InfoClass.VIOLENCE in hidden_for(session, mentee_id):
        raise InputError("asked", "not_for_youth_duty")
    row = SafetyQuestionRow(mentee_id=mentee_id)
    _fill(session, row, asked, asked_on, support_offered, follow_up_on, followed_up_on, answer)
    session.add(row)
    session.flush()
    return row.id


def change_question(
    session: Session,
    question_id: UUID,
    asked: Asked,
    asked_on: date,
    *,
    support_offered: bool = False,
    follow_up_on: date | None = None,
    followed_up_on: date | None = None,
    answer: str = "",
) -> None:
    row = _row(session, question_id)
    _fill(session, row, asked, asked_on, support_offered, follow_up_on, followed_up_on, answer)


def remove_question(session: Session, question_id: UUID) -> None:
    session.delete(_row(session, question_id))


def list_questions(session: Session, mentee_id: UUID) -> tuple[SafetyQuestion, ...]:
    """Newest first."""
    query = select(SafetyQuestionRow).where(SafetyQuestionRow.mentee_id == mentee_id)
    query = query.order_by(SafetyQuestionRow.asked_on.desc(), SafetyQuestionRow.created_at.desc())
    return tuple(value_of(SafetyQuestion, row) for row in session.scalars(query))


def count_asked(session: Session) -> AskedCounts:
    """Among all who take part now, by name; those of whom only the youth duty holds are not counted (I22)."""
    enrolment, programme = cast("Any", EnrolmentRow.__table__), cast("Any", ProgrammeRow.__table__)
    mentee, question = cast("Any", MenteeRow.__table__), cast("Any", SafetyQuestionRow.__table__)
    going_on = (
        select(mentee.c.id, programme.c.legal_profile, enrolment.c.status)
        .join(enrolment, enrolment.c.mentee_id == mentee.c.id)
        .join(programme, programme.c.id == enrolment.c.programme_id)
        .where(enrolment.c.status != EnrolmentStatus.CLOSED)
        .order_by(mentee.c.preferred_name, mentee.c.family_name)
    )
    profiles: dict[UUID, set[LegalProfile]] = {}
    takes_part: set[UUID] = set()
    for mentee_id, profile, status in session.execute(going_on):
        profiles.setdefault(mentee_id, set()).add(profile)
        if status in _TAKES_PART:
            takes_part.add(mentee_id)
    everybody = [
        mentee_id
        for mentee_id, own in profiles.items()
        if mentee_id in takes_part and not hides_sensitive(frozenset(own))
    ]
    answers = session.execute(select(question.c.mentee_id, question.c.asked))
    return asked_counts(everybody, ((mentee_id, asked) for mentee_id, asked in answers))


def _fill(
    session: Session,
    row: SafetyQuestionRow,
    asked: Asked,
    asked_on: date,
    support_offered: bool,
    follow_up_on: date | None,
    followed_up_on: date | None,
    answer: str,
) -> None:
    mentee = session.get(MenteeRow, row.mentee_id)
    if mentee is None:
        raise NotFoundError("mentee_unknown")
    check_question(asked_on, follow_up_on, followed_up_on, session.info["clock"].today(), mentee.birth_date)
    row.asked, row.asked_on = asked, asked_on
    row.support_offered, row.follow_up_on, row.followed_up_on = support_offered, follow_up_on, followed_up_on
    row.answer = wording.text("answer", answer)


def _row(session: Session, question_id: UUID) -> SafetyQuestionRow:
    row = session.get(SafetyQuestionRow, question_id)
    if row is None:
        raise NotFoundError("question_unknown")
    return row
