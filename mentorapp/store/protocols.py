"""Verbs on the protocol of a meeting: its points, one at a time, and what all parties have said yes to in it.

What is printed is never changed: a change to a printed version is made in a copy of it, the next version.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain import wording
from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.meeting_sheets import PROTOCOL
from mentorapp.domain.meetings import PROTOCOL_KEY, NewPoint, PartyChoices, ProtocolPoint

from .meeting_papers import get_choices, set_choices
from .meetings import meeting_row
from .tables import value_of
from .tables.meetings import MeetingRow, ProtocolPointRow
from .tables.own import PrintLogRow


def write_protocol(session: Session, meeting_id: UUID, points: Iterable[NewPoint]) -> int:
    """The points as the next version; earlier versions stay. The number of the version."""
    meeting = meeting_row(session, meeting_id)
    meeting.protocol_version += 1
    for order, point in enumerate(points):
        session.add(_new(meeting, order, point))
    session.flush()
    return meeting.protocol_version


def list_protocol(session: Session, meeting_id: UUID, version: int | None = None) -> tuple[ProtocolPoint, ...]:
    """The points of a version, the newest where none is named."""
    wanted = meeting_row(session, meeting_id).protocol_version if version is None else version
    return tuple(value_of(ProtocolPoint, row) for row in _rows(session, meeting_id, wanted))


def add_point(session: Session, meeting_id: UUID, point: NewPoint) -> UUID:
    """Last. InputError for one without words."""
    meeting = meeting_row(session, meeting_id)
    rows = _open_version(session, meeting)
    row = _new(meeting, max((one.order for one in rows), default=-1) + 1, point)
    session.add(row)
    session.flush()
    return row.id


def change_point(session: Session, point_id: UUID, **details: Any) -> UUID:
    """Changes `text`, `info_class` or `workplace_relevant`; which point it is now, for a printed one gets a copy."""
    row = _to_change(session, point_id)
    if "text" in details:
        row.text = wording.text("point", details.pop("text"), required=True)
    row.info_class = details.pop("info_class", row.info_class)
    row.workplace_relevant = details.pop("workplace_relevant", row.workplace_relevant)
    if details:
        raise TypeError(f"a point has no field {next(iter(details))}")
    return row.id


def remove_point(session: Session, point_id: UUID) -> None:
    row = _to_change(session, point_id)
    session.delete(row)
    session.flush()


def is_printed(session: Session, meeting_id: UUID) -> bool:
    """Whether the newest version is on paper already: a change then makes the next one."""
    meeting = meeting_row(session, meeting_id)
    return _is_printed(session, meeting, _rows(session, meeting_id, meeting.protocol_version))


def said_yes_to(session: Session, meeting_id: UUID) -> frozenset[str]:
    """What all parties have agreed may stand in their common text though it is ticked one by one."""
    chosen = get_choices(session, meeting_id, PROTOCOL_KEY)
    return frozenset() if chosen is None else chosen.items


def say_yes_to(session: Session, meeting_id: UUID, item: str, yes: bool) -> None:
    before = said_yes_to(session, meeting_id)
    _choose(session, meeting_id, before | {item} if yes else before - {item})


def not_reading(session: Session, meeting_id: UUID) -> frozenset[UUID]:
    """Parties who get no copy and sign none: those left out, and whoever turned up and was not asked about (F 23)."""
    chosen = get_choices(session, meeting_id, PROTOCOL_KEY)
    left_out = chosen.left_out if chosen is not None else frozenset[str]()
    return frozenset(
        one.id
        for one in meeting_row(session, meeting_id).invitees
        if _reader(one.id) in left_out or (one.ad_hoc and not one.told_mentee)
    )


def set_reading(session: Session, meeting_id: UUID, invitee_id: UUID, reads: bool) -> None:
    """Whether a party gets the common text: what they may not see keeps it from all the others too."""
    chosen = get_choices(session, meeting_id, PROTOCOL_KEY) or PartyChoices(PROTOCOL_KEY)
    key = frozenset({_reader(invitee_id)})
    left_out = chosen.left_out - key if reads else chosen.left_out | key
    set_choices(session, meeting_id, replace(chosen, left_out=left_out))


def _reader(invitee_id: UUID) -> str:
    return f"reader:{invitee_id}"


def _new(meeting: MeetingRow, order: int, point: NewPoint) -> ProtocolPointRow:
    return ProtocolPointRow(
        meeting_id=meeting.id,
        version=meeting.protocol_version,
        order=order,
        text=wording.text("point", point.text, required=True),
        info_class=point.info_class,
        workplace_relevant=point.workplace_relevant,
    )


def _rows(session: Session, meeting_id: UUID, version: int) -> list[ProtocolPointRow]:
    query = select(ProtocolPointRow).where(
        ProtocolPointRow.meeting_id == meeting_id, ProtocolPointRow.version == version
    )
    return list(session.scalars(query.order_by(ProtocolPointRow.order)))


def _is_printed(session: Session, meeting: MeetingRow, rows: list[ProtocolPointRow]) -> bool:
    """A paper of the protocol came out after its first point was written; the blank one came before."""
    if not rows:
        return False
    first = min(one.created_at for one in rows)
    papers = select(PrintLogRow.id).where(
        PrintLogRow.meeting_id == meeting.id, PrintLogRow.template == PROTOCOL.code, PrintLogRow.printed_at >= first
    )
    return session.scalar(papers.limit(1)) is not None


def _open_version(session: Session, meeting: MeetingRow) -> list[ProtocolPointRow]:
    """The points that may be changed: those of the newest version, or of a copy of it where that one is printed."""
    rows = _rows(session, meeting.id, meeting.protocol_version)
    if meeting.protocol_version and not _is_printed(session, meeting, rows):
        return rows
    write_protocol(session, meeting.id, [NewPoint(one.text, one.info_class, one.workplace_relevant) for one in rows])
    copies = _rows(session, meeting.id, meeting.protocol_version)
    named = {f"point:{old.id}": f"point:{new.id}" for old, new in zip(rows, copies, strict=True)}
    before = said_yes_to(session, meeting.id)
    if before & named.keys():
        _choose(session, meeting.id, frozenset(named.get(one, one) for one in before))
    return copies


def _to_change(session: Session, point_id: UUID) -> ProtocolPointRow:
    """NotFoundError for a point that is gone, or of an earlier version."""
    row = session.get(ProtocolPointRow, point_id)
    meeting = meeting_row(session, row.meeting_id) if row is not None else None
    if row is None or meeting is None or row.version != meeting.protocol_version:
        raise NotFoundError("point_unknown")
    place = [one.id for one in _rows(session, meeting.id, row.version)].index(row.id)
    return _open_version(session, meeting)[place]


def _choose(session: Session, meeting_id: UUID, items: frozenset[str]) -> None:
    chosen = get_choices(session, meeting_id, PROTOCOL_KEY) or PartyChoices(PROTOCOL_KEY)
    set_choices(session, meeting_id, replace(chosen, items=items))
