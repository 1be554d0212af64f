"""People with a whole case file in a generated store: 40 steps and 10 interventions beside their contacts."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from mentorapp.domain.plans import DoneBy, GoalLevel
from mentorapp.domain.support import InterventionKind, InterventionState
from mentorapp.sample.rows import Ids
from mentorapp.sample.words import Writer
from mentorapp.store.store import Store
from mentorapp.store.tables.plans import GoalRow, StepRow
from mentorapp.store.tables.support import InterventionStateRow, ParallelInterventionRow

PEOPLE, STEPS, INTERVENTIONS = 12, 40, 10
_STEPS_A_GOAL = 8
_STATES = (InterventionState.NEEDED, InterventionState.APPLIED, InterventionState.ONGOING)
_PLANS = """
SELECT e.mentee_id, p.id, (SELECT count(*) FROM step JOIN goal ON goal.id = step.goal_id WHERE goal.plan_id = p.id)
FROM enrolment AS e JOIN plan AS p ON p.enrolment_id = e.id WHERE e.status = 'active' ORDER BY e.mentee_id LIMIT ?
"""


def fill_cases(store: Store) -> None:
    """Adds to the plans of the first people what is missing to 40 steps, and their interventions."""
    chance, ids, today = random.Random("cases"), Ids(), store.clock.today()
    writer = Writer(chance)
    with store.write("sample_filled") as session:
        found = session.connection().exec_driver_sql(_PLANS, (PEOPLE,)).fetchall()
        for mentee, plan, steps in found:
            _add_goals(session, ids, writer, UUID(bytes=plan), STEPS - steps, today)
            _add_interventions(session, ids, writer, UUID(bytes=mentee), today)


def case_ids(connection: Any) -> list[bytes]:
    """The keys of those people."""
    rows: Iterable[tuple[bytes]] = connection.execute("SELECT DISTINCT mentee_id FROM parallel_intervention")
    return sorted(row[0] for row in rows)


def _add_goals(session: Session, ids: Ids, writer: Writer, plan: UUID, steps: int, today: date) -> None:
    first = today - timedelta(days=300)
    moment = datetime.combine(first, time(11), UTC)
    for order in range(-(-steps // _STEPS_A_GOAL)):
        goal = ids.row(moment, plan_id=plan, level=GoalLevel.SUB, wording=writer.sentence(), order=10 + order)
        session.execute(insert(GoalRow), [goal])
        rows = []
        for place in range(min(_STEPS_A_GOAL, steps - order * _STEPS_A_GOAL)):
            done = first + timedelta(days=20 * place + order) if place % 2 else None
            rows.append(
                ids.row(
                    moment,
                    goal_id=goal["id"],
                    text=writer.sentence(),
                    order=place,
                    due=first + timedelta(days=40 * place + 30),
                    done_on=done,
                    done_by=DoneBy.MENTEE if done else None,
                )
            )
        session.execute(insert(StepRow), rows)


def _add_interventions(session: Session, ids: Ids, writer: Writer, mentee: UUID, today: date) -> None:
    kinds = tuple(InterventionKind)
    for number in range(INTERVENTIONS):
        since = today - timedelta(days=200 - 15 * number)
        state = _STATES[number % len(_STATES)]
        row = ids.row(
            datetime.combine(since, time(12), UTC),
            mentee_id=mentee,
            kind=kinds[number % len(kinds)],
            actor=writer.sentence()[:40],
            state=state,
            from_date=since,
            next_step=writer.sentence(),
        )
        moment = datetime.combine(since, time(12), UTC)
        states = [
            ids.row(moment, intervention_id=row["id"], state=one, since=since + timedelta(days=20 * place))
            for place, one in enumerate(_STATES[: number % len(_STATES) + 1])
        ]
        session.execute(insert(ParallelInterventionRow), [row])
        session.execute(insert(InterventionStateRow), states)
