"""The enrolment of a generated person: stays on the ladder, a plan with steps, and a promise."""

import random
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from mentorapp.domain.enrolments import Direction, EnrolmentStatus, ReferralSource
from mentorapp.domain.plans import Agreement, DoneBy, GoalLevel, Who
from mentorapp.domain.programmes import Level
from mentorapp.store.tables.enrolments import EnrolmentRow, LevelEntryRow
from mentorapp.store.tables.plans import CommitmentRow, GoalRow, PlanRow, StepRow

from .rows import Ids, Row, Rows
from .words import Writer

_GOALS = 2
_STEPS = 4


def enrolled(
    rows: Rows,
    ids: Ids,
    mentee: UUID,
    programme: UUID,
    levels: tuple[Level, ...],
    first: date,
    closed: date | None,
    writer: Writer,
    chance: random.Random,
) -> UUID:
    """Adds the rows of an enrolment that began on `first`; gives its key."""
    moment = datetime.combine(first, time(10), UTC)
    row = ids.row(
        moment,
        mentee_id=mentee,
        programme_id=programme,
        status=EnrolmentStatus.CLOSED if closed else EnrolmentStatus.ACTIVE,
        ordinal=1,
        referral_source=chance.choice(tuple(ReferralSource)[:-1]),
        started_on=first,
        closed_on=closed,
        mentor_name="Moa Mentorsson",
    )
    rows.setdefault(EnrolmentRow, []).append(row)
    enrolment: UUID = row["id"]
    rows.setdefault(LevelEntryRow, []).extend(_stays(ids, enrolment, levels, first, closed, chance))
    _plan(rows, ids, enrolment, first + timedelta(days=30), writer, chance)
    return enrolment


def _stays(
    ids: Ids, enrolment: UUID, levels: tuple[Level, ...], first: date, closed: date | None, chance: random.Random
) -> list[Row]:
    count = chance.randrange(1, len(levels) + 1)
    days = [first + timedelta(days=90 * place) for place in range(count)]
    return [
        ids.row(
            datetime.combine(day, time(10), UTC),
            enrolment_id=enrolment,
            level_id=level.id,
            entered_on=day,
            left_on=following,
            direction=Direction.UP if place else Direction.INITIAL,
        )
        for place, (level, day, following) in enumerate(zip(levels, days, [*days[1:], closed], strict=False))
    ]


def _plan(rows: Rows, ids: Ids, enrolment: UUID, day: date, writer: Writer, chance: random.Random) -> None:
    moment = datetime.combine(day, time(11), UTC)
    plan = ids.row(
        moment,
        enrolment_id=enrolment,
        version=1,
        valid_from=day,
        review_on=day + timedelta(weeks=chance.randrange(40, 120)),
        agreed_by_mentee=Agreement.SIGNED,
    )
    rows.setdefault(PlanRow, []).append(plan)
    for order in range(_GOALS + 1):
        level = GoalLevel.SUB if order else GoalLevel.MAIN
        goal = ids.row(moment, plan_id=plan["id"], level=level, wording=writer.sentence(), order=order)
        rows.setdefault(GoalRow, []).append(goal)
        if order:
            steps = (_step(ids, goal["id"], place, day, writer) for place in range(_STEPS))
            rows.setdefault(StepRow, []).extend(steps)
    promise = ids.row(
        moment, enrolment_id=enrolment, who=Who.MENTOR, what=writer.sentence(), by=day + timedelta(days=400), since=day
    )
    rows.setdefault(CommitmentRow, []).append(promise)


def _step(ids: Ids, goal: UUID, place: int, day: date, writer: Writer) -> Row:
    done = day + timedelta(days=20 * place) if place < _STEPS // 2 else None
    return ids.row(
        datetime.combine(day, time(11), UTC),
        goal_id=goal,
        text=writer.sentence(),
        order=place,
        due=day + timedelta(days=30 * place + 30),
        done_on=done,
        done_by=DoneBy.MENTEE if done else None,
    )
