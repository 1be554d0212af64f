"""Verbs on what a meeting's papers hold: the agenda, the choices for each recipient, and other words."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.meetings import PartyChoices
from mentorapp.domain.sharing import InfoClass

from .meetings import meeting_row
from .tables.meetings import (
    AgendaItemRow,
    MeetingChoiceRow,
    MeetingRow,
    MeetingWordingRow,
)

_AGENDA_PLAIN = ("minutes", "info_class", "workplace_relevant")


def add_agenda_item(session: Session, meeting_id: UUID, title: str, **details: Any) -> UUID:
    """An item of one's own, last in the agenda; `details` are fields of `AgendaItem`."""
    meeting = meeting_row(session, meeting_id)
    row = AgendaItemRow(order=max((one.order for one in meeting.agenda), default=-1) + 1, code="")
    _set_item(row, {"title": title, **details})
    meeting.agenda.append(row)
    session.flush()
    return row.id


def change_agenda_item(session: Session, item_id: UUID, **details: Any) -> None:
    _set_item(_item(session, item_id), details)


def remove_agenda_item(session: Session, item_id: UUID) -> None:
    row = _item(session, item_id)
    meeting = meeting_row(session, row.meeting_id)
    meeting.agenda.remove(row)


def order_agenda(session: Session, meeting_id: UUID, ids: Sequence[UUID]) -> None:
    """The items in that order; ValueError when it is not all of them."""
    rows = {row.id: row for row in meeting_row(session, meeting_id).agenda}
    if set(ids) != set(rows):
        raise ValueError("an order names every item once")
    for order, item_id in enumerate(ids):
        rows[item_id].order = order


def set_choices(session: Session, meeting_id: UUID, choices: PartyChoices) -> None:
    """What the papers of one recipient hold."""
    row = session.scalar(_choice(meeting_id, choices.recipient_key))
    if row is None:
        meeting_row(session, meeting_id)
        row = MeetingChoiceRow(meeting_id=meeting_id, recipient_key=choices.recipient_key)
        session.add(row)
    row.items, row.left_out = tuple(sorted(choices.items)), tuple(sorted(choices.left_out))
    row.classes = tuple(sorted(choices.classes))


def get_choices(session: Session, meeting_id: UUID, recipient_key: str) -> PartyChoices | None:
    """What was chosen for this meeting; None when nothing was yet."""
    row = session.scalar(_choice(meeting_id, recipient_key))
    return None if row is None else _choices(row)


def last_choices(session: Session, meeting_id: UUID, recipient_key: str) -> PartyChoices | None:
    """What was chosen for that recipient at the meeting before, about the same mentee ("Samma som sist")."""
    this = meeting_row(session, meeting_id)
    query = (
        select(MeetingChoiceRow)
        .join(MeetingRow, MeetingRow.id == MeetingChoiceRow.meeting_id)
        .where(
            MeetingChoiceRow.recipient_key == recipient_key,
            MeetingRow.mentee_id == this.mentee_id,
            MeetingRow.id != this.id,
            MeetingRow.event_date <= this.event_date,
        )
        .order_by(MeetingRow.event_date.desc(), MeetingRow.id.desc())
    )
    row = session.scalars(query).first()
    return None if row is None else _choices(row)


def set_wording(session: Session, meeting_id: UUID, item: str, text: str) -> None:
    """Other words for what was gathered; none is the words as they were gathered."""
    row = session.scalar(
        select(MeetingWordingRow).where(MeetingWordingRow.meeting_id == meeting_id, MeetingWordingRow.item == item)
    )
    words = wording.text("wording", text)
    if row is None and words:
        meeting_row(session, meeting_id)
        session.add(MeetingWordingRow(meeting_id=meeting_id, item=item, text=words))
    elif row is not None and words:
        row.text = words
    elif row is not None:
        session.delete(row)


def list_wordings(session: Session, meeting_id: UUID) -> Mapping[str, str]:
    query = select(MeetingWordingRow).where(MeetingWordingRow.meeting_id == meeting_id)
    return {row.item: row.text for row in session.scalars(query)}


def _choice(meeting_id: UUID, recipient_key: str) -> Any:
    return select(MeetingChoiceRow).where(
        MeetingChoiceRow.meeting_id == meeting_id, MeetingChoiceRow.recipient_key == recipient_key
    )


def _choices(row: MeetingChoiceRow) -> PartyChoices:
    return PartyChoices(
        recipient_key=row.recipient_key,
        items=frozenset(row.items),
        left_out=frozenset(row.left_out),
        classes=frozenset(InfoClass(one) for one in row.classes),
    )


def _item(session: Session, item_id: UUID) -> AgendaItemRow:
    row = session.get(AgendaItemRow, item_id)
    if row is None:
        raise NotFoundError("agenda_item_unknown")
    return row


def _set_item(row: AgendaItemRow, details: Mapping[str, Any]) -> None:
    for name, value in details.items():
        if name in _AGENDA_PLAIN:
            setattr(row, name, value)
        elif name == "title":
            row.title = wording.line("title", value, required=not row.code)
        elif name == "owner":
            row.owner = wording.line("owner", value)
        else:
            raise TypeError(f"an item has no field {name}")
