"""Verbs on what other actors do around a mentee. Every state keeps its day; the newest of them is the state."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.periods import check_after_birth, check_not_future, check_order
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import (
    InterventionKind,
    InterventionState,
    ParallelIntervention,
    StateOn,
    intervention_class,
)

from .births import birth_of
from .tables import value_of
from .tables.support import InterventionStateRow, ParallelInterventionRow

_LINES = ("owner_name", "next_step", "mentor_task", "receiver_name")
_PLAIN = ("organisation_id", "contact_id", "from_date", "from_month_only", "to_date", "receiver_contact_id")


def add_intervention(
    session: Session,
    mentee_id: UUID,
    kind: InterventionKind,
    actor: str,
    *,
    state: InterventionState = InterventionState.NEEDED,
    since: date | None = None,
    info_class: InfoClass | None = None,
    **details: Any,
) -> UUID:
    """An intervention in a state since a day (today unless given); `details` are fields of ParallelIntervention."""
    row = ParallelInterventionRow(
        mentee_id=mentee_id, kind=kind, actor=wording.line("actor", actor, required=True), state=state,
        info_class=intervention_class(kind, info_class),
    )  # fmt: skip
    _set(row, {"kind_other": "", **details})
    _add_state(session, row, state, since)
    _check_dates(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_intervention(session: Session, intervention_id: UUID, **details: Any) -> None:
    """Changes the given fields. Another kind brings its class with it; a heavier one that was chosen stays."""
    row = _row(session, intervention_id)
    if "actor" in details:
        row.actor = wording.line("actor", details.pop("actor"), required=True)
    kind, chosen = details.pop("kind", row.kind), details.pop("info_class", None)
    if chosen is None and row.info_class is not intervention_class(row.kind):
        chosen = row.info_class
    row.kind, row.info_class = kind, intervention_class(kind, chosen)
    _set(row, {"kind_other": row.kind_other, **details})
    _check_dates(session, row)


def set_intervention_state(
    session: Session, intervention_id: UUID, state: InterventionState, since: date | None = None
) -> None:
    """A state from a day (today unless given). An earlier day is put in among the others; the newest one counts.

    What has ended gets that day as its last, unless it has one.
    """
    row = _row(session, intervention_id)
    _add_state(session, row, state, since)
    if row.state is InterventionState.ENDED and row.to_date is None:
        row.to_date = row.states[-1].since if row.from_date is None else max(row.from_date, row.states[-1].since)


def drop_intervention_state(session: Session, intervention_id: UUID, state: StateOn) -> None:
    """Takes a state that was put in by mistake out of the history. The last one there is stays: InputError."""
    row = _row(session, intervention_id)
    found = next((one for one in row.states if (one.state, one.since) == (state.state, state.since)), None)
    if found is None:
        raise NotFoundError("intervention_unknown")
    if len(row.states) == 1:
        raise InputError("state", "state_is_the_only_one")
    row.states.remove(found)
    row.state = row.states[-1].state


def remove_intervention(session: Session, intervention_id: UUID) -> None:
    session.delete(_row(session, intervention_id))


def get_intervention(session: Session, intervention_id: UUID) -> ParallelIntervention:
    return _intervention(_row(session, intervention_id))


def list_interventions(session: Session, mentee_id: UUID) -> tuple[ParallelIntervention, ...]:
    """Those that are open first, then by the day they began, the newest first."""
    query = (
        select(ParallelInterventionRow)
        .where(ParallelInterventionRow.mentee_id == mentee_id)
        .options(selectinload(ParallelInterventionRow.states))
    )
    found = [_intervention(row) for row in session.scalars(query)]
    found.sort(key=lambda one: (one.began, one.id), reverse=True)
    return tuple(sorted(found, key=lambda one: not one.is_open))


def _set(row: ParallelInterventionRow, details: dict[str, Any]) -> None:
    other = details.pop("kind_other")
    row.kind_other = wording.other("kind_other", other) if row.kind is InterventionKind.OTHER else ""
    for name, value in details.items():
        if name in _LINES:
            value = wording.line(name, value)
        elif name not in _PLAIN:
            raise TypeError(f"an intervention has no {name} to set")
        setattr(row, name, value)


def _add_state(session: Session, row: ParallelInterventionRow, state: InterventionState, since: date | None) -> None:
    today = session.info["clock"].today()
    since = since or today
    check_not_future("since", since, today)
    check_after_birth("since", since, birth_of(session, row.mentee_id))
    same = [one for one in row.states if one.since == since and one.state is state]
    if not same:
        row.states.append(InterventionStateRow(state=state, since=since))
        row.states.sort(key=lambda one: one.since)
    row.state = row.states[-1].state


def _check_dates(session: Session, row: ParallelInterventionRow) -> None:
    birth = birth_of(session, row.mentee_id)
    check_after_birth("from_date", row.from_date, birth)
    check_after_birth("to_date", row.to_date, birth)
    check_order("to_date", row.from_date, row.to_date)


def _row(session: Session, intervention_id: UUID) -> ParallelInterventionRow:
    row = session.get(ParallelInterventionRow, intervention_id)
    if row is None:
        raise NotFoundError("intervention_unknown")
    return row


def _intervention(row: ParallelInterventionRow) -> ParallelIntervention:
    states = tuple(StateOn(state=one.state, since=one.since) for one in row.states)
    return value_of(ParallelIntervention, row, states=states)
