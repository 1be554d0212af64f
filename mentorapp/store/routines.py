"""Verbs on checklists: the unit's items with what has been said about each for a mentee, and items in own words."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.lists import Word
from mentorapp.domain.periods import check_after_birth, check_not_future
from mentorapp.domain.routines import (
    OWN,
    Checklist,
    ItemState,
    RoutineEntry,
    RoutineItem,
    class_of_checklist,
    list_of,
)

from .births import birth_of
from .tables import value_of
from .tables.milestones import AttachmentRow, RoutineItemRow
from .word_lists import get_word, list_words


def list_routine(
    session: Session, mentee_id: UUID, checklist: Checklist, *, enrolment_id: UUID | None = None
) -> tuple[RoutineEntry, ...]:
    """The items of a list in their order, those in own words last; a word put away stays where something is said.

    With `enrolment_id` only what is said in that enrolment counts: an intake or a closing begins anew.
    """
    query = select(RoutineItemRow).where(RoutineItemRow.mentee_id == mentee_id, RoutineItemRow.checklist == checklist)
    if enrolment_id is not None:
        query = query.where(RoutineItemRow.enrolment_id == enrolment_id)
    said = [value_of(RoutineItem, row) for row in session.scalars(query.order_by(RoutineItemRow.id))]
    of_words = {one.item: one for one in said if one.item != OWN}
    words = [w for w in list_words(session, list_of(checklist), all_=True) if w.in_use or w.code in of_words]
    words += [get_word(session, list_of(checklist), code) for code in sorted(of_words.keys() - {w.code for w in words})]
    listed = [RoutineEntry(word=word, said=of_words.get(word.code)) for word in words]
    return (*listed, *(RoutineEntry(word=_own_word(one), said=one) for one in said if one.item == OWN))


def set_routine_item(
    session: Session,
    mentee_id: UUID,
    checklist: Checklist,
    item: str,
    state: ItemState,
    *,
    on: date | None = None,
    note: str | None = None,
    enrolment_id: UUID | None = None,
) -> UUID:
    """Says something about an item of the list: done, declined or not needed on a day (today unless given).

    `note` None leaves the note. With `enrolment_id` it is about the item in that enrolment.
    """
    row = _row_of_word(session, mentee_id, checklist, item, enrolment_id)
    if row is None:
        row = RoutineItemRow(
            mentee_id=mentee_id, enrolment_id=enrolment_id, checklist=checklist, item=item,
            info_class=get_word(session, list_of(checklist), item).info_class,
        )  # fmt: skip
        session.add(row)
    _say(session, row, state, on, note)
    session.flush()
    return row.id


def add_own_item(
    session: Session, mentee_id: UUID, checklist: Checklist, text: str, *, enrolment_id: UUID | None = None
) -> UUID:
    """An item in own words, for this mentee only."""
    row = RoutineItemRow(
        mentee_id=mentee_id, enrolment_id=enrolment_id, checklist=checklist, item=OWN,
        item_other=wording.line("item", text, required=True), info_class=class_of_checklist(checklist),
    )  # fmt: skip
    birth_of(session, mentee_id)
    session.add(row)
    session.flush()
    return row.id


def change_routine_item(
    session: Session, item_id: UUID, state: ItemState, *, on: date | None = None, note: str | None = None
) -> None:
    """As `set_routine_item`, for one that is there."""
    _say(session, get_routine_row(session, item_id), state, on, note)


def remove_routine_item(session: Session, item_id: UUID) -> None:
    """Takes back what was said, or an item in own words. Its files stay with the mentee."""
    row = get_routine_row(session, item_id)
    for file in session.scalars(select(AttachmentRow).where(AttachmentRow.routine_item_id == item_id)):
        file.routine_item_id = None
    session.flush()
    session.delete(row)


def get_routine_row(session: Session, item_id: UUID) -> RoutineItemRow:
    row = session.get(RoutineItemRow, item_id)
    if row is None:
        raise NotFoundError("routine_item_unknown")
    return row


def _row_of_word(
    session: Session, mentee_id: UUID, checklist: Checklist, item: str, enrolment_id: UUID | None
) -> RoutineItemRow | None:
    query = select(RoutineItemRow).where(
        RoutineItemRow.mentee_id == mentee_id, RoutineItemRow.checklist == checklist, RoutineItemRow.item == item
    )
    if enrolment_id is not None:
        query = query.where(RoutineItemRow.enrolment_id == enrolment_id)
    return session.scalars(query.order_by(RoutineItemRow.id.desc())).first()


def _say(session: Session, row: RoutineItemRow, state: ItemState, on: date | None, note: str | None) -> None:
    today = session.info["clock"].today()
    check_not_future("state_on", on, today)
    check_after_birth("state_on", on, birth_of(session, row.mentee_id))
    row.state, row.state_on = state, None if state is ItemState.OPEN else on or today
    if note is not None:
        row.note = wording.line("note", note)


def _own_word(item: RoutineItem) -> Word:
    return Word(code=OWN, name_sv=item.item_other, name_en=item.item_other, order=0, info_class=item.info_class)
