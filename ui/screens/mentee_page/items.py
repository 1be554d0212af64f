"""What is done to an item of a checklist from the tab: each function is one write."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.routines import Checklist, ItemState, RoutineEntry
from mentorapp.store.routines import change_routine_item, set_routine_item

from .reading import Person


def say_about(
    session: Session,
    person: Person,
    checklist: Checklist,
    entry: RoutineEntry,
    state: ItemState,
    on: date | None = None,
    note: str | None = None,
) -> UUID:
    if entry.said is not None:
        change_routine_item(session, entry.said.id, state, on=on, note=note)
        return entry.said.id
    return set_routine_item(
        session,
        person.mentee.id,
        checklist,
        entry.word.code,
        state,
        on=on,
        note=note,
    )
