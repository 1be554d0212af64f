"""Verbs on the steps of a goal: added, moved, ticked, and ticked back with its history kept."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import DoneBy, Step, StepUndone, check_done_on

from .tables import value_of
from .tables.plans import StepRow, StepUndoneRow


def add_step(
    session: Session, goal_id: UUID, text: str, *, due: date | None = None, who: str = "", easy_text: str = ""
) -> UUID:
    """A step last under its goal."""
    last = session.scalar(select(func.max(StepRow.order)).where(StepRow.goal_id == goal_id))
    row = StepRow(
        goal_id=goal_id,
        text=wording.line("step", text, required=True),
        easy_text=wording.line("easy_text", easy_text),
        order=0 if last is None else last + 1,
        due=due,
        who=wording.line("who", who),
    )
    session.add(row)
    session.flush()
    return row.id


def change_step(session: Session, step_id: UUID, **details: Any) -> None:
    """Changes text, easy_text, due or who."""
    row = session.get_one(StepRow, step_id)
    for name, value in details.items():
        if name == "text":
            value = wording.line("step", value, required=True)
        elif name in ("easy_text", "who"):
            value = wording.line(name, value)
        elif name != "due":
            raise TypeError(f"a step has no {name} to change")
        setattr(row, name, value)


def move_step(session: Session, step_id: UUID, places: int) -> None:
    """Moves a step up (negative) or down among its neighbours, as far as there are any."""
    row = session.get_one(StepRow, step_id)
    rows = list(
        session.scalars(
            select(StepRow)
            .where(StepRow.goal_id == row.goal_id, StepRow.dropped_at.is_(None))
            .order_by(StepRow.order, StepRow.created_at)
        )
    )
    place = rows.index(row)
    rows.insert(max(0, min(len(rows) - 1, place + places)), rows.pop(place))
    for order, one in enumerate(rows):
        one.order = order


def drop_step(session: Session, step_id: UUID) -> None:
    """Strikes a step out; it is no longer shown, and undo brings it back."""
    session.get_one(StepRow, step_id).dropped_at = session.info["clock"].now()


def tick_step(
    session: Session,
    step_id: UUID,
    *,
    on: date | None = None,
    by: DoneBy = DoneBy.MENTEE,
    name: str = "",
    note: str = "",
) -> None:
    """Ticks a step off on a day (today unless given). Ticking a ticked step changes day and who."""
    today = session.info["clock"].today()
    done_on = on or today
    check_done_on(done_on, today)
    name = wording.other("done_by", name) if by is DoneBy.OTHER else ""
    note = wording.line("done_note", note)
    row = session.get_one(StepRow, step_id)
    row.done_on, row.done_by, row.done_by_name, row.done_note = done_on, by, name, note


def untick_step(session: Session, step_id: UUID) -> None:
    """Takes a tick back and keeps that it was there. InputError when the step is not ticked."""
    row = session.get_one(StepRow, step_id)
    if row.done_on is None:
        raise InputError("step", "step_not_ticked")
    session.add(
        StepUndoneRow(
            step_id=step_id,
            was_done_on=row.done_on,
            was_done_by=row.done_by,
            undone_at=session.info["clock"].now(),
        )
    )
    row.done_on, row.done_by, row.done_by_name, row.done_note = None, None, "", ""


def list_undone(session: Session, step_id: UUID) -> tuple[StepUndone, ...]:
    """The ticks that were taken back, oldest first."""
    query = select(StepUndoneRow).where(StepUndoneRow.step_id == step_id).order_by(StepUndoneRow.undone_at)
    return tuple(value_of(StepUndone, row) for row in session.scalars(query))


def get_step(session: Session, step_id: UUID) -> Step:
    return value_of(Step, session.get_one(StepRow, step_id))
