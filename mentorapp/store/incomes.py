"""Verbs on what a mentee lives on. An application, a refusal and a rest are states with days of their own (E18)."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.livelihood import paid
from mentorapp.domain.periods import check_after_birth, check_not_future, check_order, clipped
from mentorapp.domain.support import (
    SEVERAL_AT_ONCE,
    IncomePeriod,
    IncomeSource,
    IncomeState,
    IncomeStateOn,
    check_extent,
)

from .births import birth_of
from .tables import value_of
from .tables.support import IncomePeriodRow, IncomeStateRow

_PLAIN = ("source", "extent", "from_date", "from_month_only", "decision_until", "to_date")


def add_income(
    session: Session,
    mentee_id: UUID,
    source: IncomeSource,
    from_date: date,
    *,
    state: IncomeState = IncomeState.GRANTED,
    state_on: date | None = None,
    **details: Any,
) -> UUID:
    """A period from a day, in a state since `state_on` (else from that day, at the latest today).

    InputError names the field; two periods of one source cannot pay for the same day.
    """
    row = IncomePeriodRow(mentee_id=mentee_id, source=source, from_date=from_date, state=state)
    _set(row, {"source_other": "", **details})
    _add_state(session, row, state, state_on or min(from_date, session.info["clock"].today()))
    _check(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_income(session: Session, income_id: UUID, **details: Any) -> None:
    """Changes the given fields; `state` and `state_on` are set by `set_income_state`."""
    row = _row(session, income_id)
    _set(row, {"source_other": row.source_other, **details})
    _check(session, row)


def set_income_state(session: Session, income_id: UUID, state: IncomeState, since: date | None = None) -> None:
    """A state from a day (today unless given). An earlier day is put in among the others; the newest one counts."""
    row = _row(session, income_id)
    _add_state(session, row, state, since or session.info["clock"].today())
    _check(session, row)


def drop_income_state(session: Session, income_id: UUID, state: IncomeStateOn) -> None:
    """Takes a state that was put in by mistake out of the history. The last one there is stays: InputError."""
    row = _row(session, income_id)
    found = next((one for one in row.states if (one.state, one.since) == (state.state, state.since)), None)
    if found is None:
        raise NotFoundError("income_unknown")
    if len(row.states) == 1:
        raise InputError("state", "state_is_the_only_one")
    row.states.remove(found)
    row.state, row.state_on = row.states[-1].state, row.states[-1].since
    _check(session, row)


def remove_income(session: Session, income_id: UUID) -> None:
    session.delete(_row(session, income_id))


def get_income(session: Session, income_id: UUID) -> IncomePeriod:
    return _income(_row(session, income_id))


def list_incomes(session: Session, mentee_id: UUID) -> tuple[IncomePeriod, ...]:
    """Every period of a person, the newest beginning first."""
    query = (
        select(IncomePeriodRow)
        .where(IncomePeriodRow.mentee_id == mentee_id)
        .options(selectinload(IncomePeriodRow.states))
        .order_by(IncomePeriodRow.from_date.desc(), IncomePeriodRow.id.desc())
    )
    return tuple(_income(row) for row in session.scalars(query))


def _set(row: IncomePeriodRow, details: dict[str, Any]) -> None:
    other = details.pop("source_other")
    for name, value in details.items():
        if name == "known_from":
            value = wording.line(name, value)
        elif name not in _PLAIN:
            raise TypeError(f"a period of income has no {name} to set")
        setattr(row, name, value)
    row.source_other = wording.other("source_other", other) if row.source is IncomeSource.OTHER else ""


def _add_state(session: Session, row: IncomePeriodRow, state: IncomeState, since: date) -> None:
    check_not_future("state_on", since, session.info["clock"].today())
    check_after_birth("state_on", since, birth_of(session, row.mentee_id))
    if not any(one.since == since and one.state is state for one in row.states):
        row.states.append(IncomeStateRow(state=state, since=since))
        row.states.sort(key=lambda one: one.since)
    row.state, row.state_on = row.states[-1].state, row.states[-1].since


def _check(session: Session, row: IncomePeriodRow) -> None:
    check_extent(row.extent)
    check_after_birth("from_date", row.from_date, birth_of(session, row.mentee_id))
    check_order("decision_until", row.from_date, row.decision_until)
    check_order("to_date", row.from_date, row.to_date)
    with session.no_autoflush:
        _check_alone(session, row)


def _check_alone(session: Session, row: IncomePeriodRow) -> None:
    """Of most sources a day has one period: two would be the same money written down twice."""
    if row.source in SEVERAL_AT_ONCE:
        return
    mine = paid(_income(row))
    for other in list_incomes(session, row.mentee_id):
        if other.id == row.id or other.source is not row.source:
            continue
        shared = [part for one in mine for their in paid(other) if (part := clipped(one, their)) is not None]
        if shared:
            raise InputError("from_date", "income_overlaps", day=other.from_date.isoformat())


def _row(session: Session, income_id: UUID) -> IncomePeriodRow:
    row = session.get(IncomePeriodRow, income_id)
    if row is None:
        raise NotFoundError("income_unknown")
    return row


def _income(row: IncomePeriodRow) -> IncomePeriod:
    states = tuple(IncomeStateOn(state=one.state, since=one.since) for one in row.states)
    return value_of(IncomePeriod, row, states=states)
