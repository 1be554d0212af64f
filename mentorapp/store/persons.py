"""Everything the page of one person stands on, read past the ORM: a page is open before one has looked up.

Each function gives what the verb of the same subject gives; a test holds them equal.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Enrolment, EnrolmentStatus, LevelEntry, Referral
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.mentees import Address, FormerName, Mentee, Municipality
from mentorapp.domain.plans import Commitment, Goal, Plan, Step
from mentorapp.domain.sessions import Session as Contact

from .enrolment_rows import status_now
from .straight import reader
from .tables.enrolments import EnrolmentRow, LevelEntryRow
from .tables.mentees import AddressRow, FormerNameRow, MenteeRow, MunicipalityRow
from .tables.plans import CommitmentRow, GoalRow, PlanRow, StepRow
from .tables.sessions import SessionRow

_OF_ENROLMENT = "FROM plan AS p JOIN goal AS g ON g.plan_id = p.id"


def mentee_of(session: Session, mentee_id: UUID) -> Mentee:
    """NotFoundError when there is no such mentee."""
    key = mentee_id.bytes
    mentees = reader(Mentee, MenteeRow, "m", "former_names", "addresses", "municipalities")
    row = mentees.rows(session, "FROM mentee AS m WHERE m.id = ?", key).fetchone()
    if row is None:
        raise NotFoundError("mentee_unknown")

    def parts(kind: type[Any], table: type[Any], day: str) -> tuple[Any, ...]:
        rest = f"FROM {table.__tablename__} AS t WHERE t.mentee_id = ? ORDER BY t.{day}"
        return tuple(reader(kind, table, "t").read(session, rest, key))

    return mentees.make(
        row,
        former_names=parts(FormerName, FormerNameRow, "until"),
        addresses=parts(Address, AddressRow, "from_date"),
        municipalities=parts(Municipality, MunicipalityRow, "from_date"),
    )


def enrolments_of(session: Session, mentee_id: UUID) -> tuple[Enrolment, ...]:
    """All periods, newest start first."""
    rest = (
        "FROM enrolment AS e WHERE e.mentee_id = ? ORDER BY coalesce(e.started_on, e.offered_on) DESC, e.ordinal DESC"
    )
    referrals = reader(Referral, EnrolmentRow, "e", prefix="referral_").read(session, rest, mentee_id.bytes)
    enrolments = reader(Enrolment, EnrolmentRow, "e", "referral")
    rows = enrolments.rows(session, rest, mentee_id.bytes)
    found = (enrolments.make(row, referral=referral) for row, referral in zip(rows, referrals, strict=True))
    return tuple(_as_of_today(session, one) for one in found)


def _as_of_today(session: Session, enrolment: Enrolment) -> Enrolment:
    """A rest may have ended by itself."""
    if enrolment.status is not EnrolmentStatus.PAUSED:
        return enrolment
    return replace(enrolment, status=status_now(session, enrolment.id, enrolment.status))


def stays_of(session: Session, enrolment_id: UUID) -> tuple[LevelEntry, ...]:
    """The stays on levels, oldest first."""
    rest = "FROM level_entry AS v WHERE v.enrolment_id = ? ORDER BY v.entered_on, v.created_at"
    return tuple(reader(LevelEntry, LevelEntryRow, "v").read(session, rest, enrolment_id.bytes))


def plans_of(session: Session, enrolment_id: UUID) -> tuple[Plan, ...]:
    """All versions with their goals and steps, newest first: three statements, however many there are."""
    key = enrolment_id.bytes
    plans, goals = reader(Plan, PlanRow, "p", "goals"), reader(Goal, GoalRow, "g", "steps")
    steps = reader(Step, StepRow, "s")
    rest = (
        f"{_OF_ENROLMENT} JOIN step AS s ON s.goal_id = g.id"
        ' WHERE p.enrolment_id = ? AND s.dropped_at IS NULL ORDER BY s."order"'
    )
    of_goal: dict[bytes, list[Step]] = {}
    for goal, *row in steps.rows(session, rest, key, first="s.goal_id, "):
        of_goal.setdefault(goal, []).append(steps.make(tuple(row)))
    of_plan: dict[bytes, list[Goal]] = {}
    rest = f'{_OF_ENROLMENT} WHERE p.enrolment_id = ? ORDER BY g."order"'
    for plan, goal, *row in goals.rows(session, rest, key, first="g.plan_id, g.id, "):
        of_plan.setdefault(plan, []).append(goals.make(tuple(row), steps=tuple(of_goal.get(goal, ()))))
    rows = plans.rows(session, "FROM plan AS p WHERE p.enrolment_id = ? ORDER BY p.version DESC", key, first="p.id, ")
    return tuple(plans.make(tuple(row), goals=tuple(of_plan.get(plan, ()))) for plan, *row in rows)


def promises_of(session: Session, enrolment_id: UUID) -> tuple[Commitment, ...]:
    """By day, those without a day last."""
    rest = 'FROM commitment AS c WHERE c.enrolment_id = ? ORDER BY c."by" IS NULL, c."by", c.created_at'
    return tuple(reader(Commitment, CommitmentRow, "c").read(session, rest, enrolment_id.bytes))


def booking_of(session: Session, mentee_id: UUID) -> Contact | None:
    """The first booked contact that has not begun."""
    clock = session.info["clock"]
    today, now = clock.today().isoformat(), clock.now().astimezone().time().isoformat("microseconds")
    rest = (
        "FROM session AS s WHERE s.mentee_id = ? AND s.attendance = 'planned' AND s.voided_at IS NULL"
        " AND s.event_date >= ? AND NOT (s.event_date = ? AND ifnull(s.start_time < ?, 0))"
        " ORDER BY s.event_date, s.start_time LIMIT 1"
    )
    found = reader(Contact, SessionRow, "s", "segments").read(
        session, rest, mentee_id.bytes, today, today, now, segments=()
    )
    return next(iter(found), None)
