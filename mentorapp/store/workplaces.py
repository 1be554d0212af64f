"""Verbs on the bank of workplaces: shared by all mentees, and nothing in it leads to any of them (W7)."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.workplaces import Workplace, check_capacity, named_in
from mentorapp.language.names import sort_key

from .address_book import contact_row, contacts_by_id, organisation_row, organisations_by_id
from .references import referring_rows
from .straight import run
from .tables import value_of
from .tables.workplaces import WorkplaceRow
from .word_lists import get_word

_LINES = ("name", "town", "address", "travel", "hours")
_TEXTS = ("tasks", "environment", "good_for", "note")
_WORDS = {"sector": WordList.SECTOR, "instruction_form": WordList.INSTRUCTION}
_NAMES = "SELECT preferred_name, family_name FROM mentee"
_FORMER = "SELECT name FROM mentee_former_name"


def add_workplace(session: Session, name: str, **details: Any) -> UUID:
    """A new workplace; `details` are fields of Workplace. Two of one name may be two sites."""
    row = WorkplaceRow(name=wording.line("name", name, required=True))
    _set(session, row, details)
    session.add(row)
    session.flush()
    return row.id


def change_workplace(session: Session, workplace_id: UUID, **details: Any) -> None:
    row = workplace_row(session, workplace_id)
    if "name" in details:
        row.name = wording.line("name", details.pop("name"), required=True)
    _set(session, row, details)


def put_workplace_away(session: Session, workplace_id: UUID, away: bool = True) -> None:
    """Out of the bank, or in again; placements there stay as they were."""
    workplace_row(session, workplace_id).put_away = away


def remove_workplace(session: Session, workplace_id: UUID) -> None:
    """Only one where nobody has been; InputError `name` says to put it away instead, and never who was there."""
    row = workplace_row(session, workplace_id)
    if referring_rows(session, WorkplaceRow, workplace_id):
        raise InputError("name", "workplace_in_use")
    session.delete(row)


def get_workplace(session: Session, workplace_id: UUID) -> Workplace:
    return _values(session, [workplace_row(session, workplace_id)])[0]


def list_workplaces(session: Session, *, all_: bool = False) -> tuple[Workplace, ...]:
    """By name, in Swedish order; with `all_` also those put away."""
    rows = [row for row in session.scalars(select(WorkplaceRow)) if all_ or not row.put_away]
    return tuple(sorted(_values(session, rows), key=lambda one: (sort_key(one.name), sort_key(one.town), one.id)))


def workplaces_by_id(session: Session, ids: frozenset[UUID]) -> Mapping[UUID, Workplace]:
    rows = list(session.scalars(select(WorkplaceRow).where(WorkplaceRow.id.in_(ids))))
    return {one.id: one for one in _values(session, rows)}


def note_contact_with(session: Session, workplace_id: UUID, on: date) -> None:
    """When one last was in touch; an earlier day changes nothing."""
    row = workplace_row(session, workplace_id)
    if row.last_contacted is None or row.last_contacted < on:
        row.last_contacted = on


def mentees_named_in(session: Session, *texts: str) -> tuple[str, ...]:
    """Names of mentees, former ones too, that stand in texts of a workplace: its page is to be fit to be shown."""
    names = {name for row in run(session, _NAMES) for name in row}
    names |= {part for (full,) in run(session, _FORMER) for part in full.partition(" ")}
    return tuple(sorted(named_in(texts, names), key=sort_key))


def workplace_row(session: Session, workplace_id: UUID) -> WorkplaceRow:
    row = session.get(WorkplaceRow, workplace_id)
    if row is None:
        raise NotFoundError("workplace_unknown")
    return row


def _set(session: Session, row: WorkplaceRow, details: dict[str, Any]) -> None:
    for name, value in details.items():
        if name in _LINES:
            value = wording.line(name, value)
        elif name in _TEXTS:
            value = wording.text(name, value)
        elif name in _WORDS:
            value = get_word(session, _WORDS[name], value).code if value else ""
        elif name == "capacity":
            check_capacity(value)
        elif name == "organisation_id":
            value = organisation_row(session, value).id if value else None
        elif name == "supervisor_id":
            value = contact_row(session, value).id if value else None
        elif name not in ("last_contacted", "put_away"):
            raise TypeError(f"a workplace has no {name}")
        setattr(row, name, value)


def _values(session: Session, rows: list[WorkplaceRow]) -> list[Workplace]:
    contacts = contacts_by_id(session, {row.supervisor_id for row in rows if row.supervisor_id})
    organisations = organisations_by_id(session, {row.organisation_id for row in rows if row.organisation_id})
    return [
        value_of(
            Workplace,
            row,
            organisation=organisations.get(row.organisation_id) if row.organisation_id else None,
            supervisor=contacts.get(row.supervisor_id) if row.supervisor_id else None,
        )
        for row in rows
    ]
