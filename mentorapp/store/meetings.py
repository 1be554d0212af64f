"""Verbs on meetings and who is invited. The agenda, the choices for papers and the protocol have rooms of their own."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, not_, or_, select
from sqlalchemy.orm import Session, selectinload

from mentorapp.domain import wording
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.meetings import (
    STANDARD_AGENDA,
    AgendaItem,
    Attended,
    Meeting,
    MeetingInvitee,
    MeetingKind,
    MeetingStatus,
    in_order,
)

from .address_book import contact_row, contacts_by_id, organisations_by_id
from .births import birth_of
from .enrolments import current_enrolment
from .tables import value_of
from .tables.meetings import AgendaItemRow, MeetingInviteeRow, MeetingRow

_LINES = ("place", "purpose", "status_reason")
_TEXTS = ("wants_raised", "wants_not_raised")
_PLAIN = ("kind", "start_time", "duration_min", "form", "mentee_prepared", "with_interpreter", "next_on",
          "repeat_days", "written_up_on")  # fmt: skip


def add_meeting(session: Session, mentee_id: UUID, kind: MeetingKind, event_date: date, **details: Any) -> UUID:
    """A booked meeting with mentee and mentor invited and the standard agenda; `details` are fields of `Meeting`."""
    birth_of(session, mentee_id)
    enrolment = current_enrolment(session, mentee_id)
    row = MeetingRow(
        mentee_id=mentee_id, enrolment_id=enrolment.id if enrolment else None, kind=kind, event_date=event_date
    )
    _set(row, details)
    row.invitees = [MeetingInviteeRow(is_mentee=True, order=0), MeetingInviteeRow(is_mentor=True, order=1)]
    row.agenda = [
        AgendaItemRow(
            order=order, code=one.code, minutes=one.minutes, info_class=one.info_class,
            workplace_relevant=one.workplace_relevant,
        )
        for order, one in enumerate(STANDARD_AGENDA)
    ]  # fmt: skip
    session.add(row)
    session.flush()
    return row.id


def change_meeting(session: Session, meeting_id: UUID, **details: Any) -> None:
    """Changes the given fields. Another day is `move_meeting`."""
    _set(meeting_row(session, meeting_id), details)


def move_meeting(session: Session, meeting_id: UUID, event_date: date, **details: Any) -> None:
    """Another day, and other times if given. It is the same meeting; from which day it was moved is remembered."""
    row = meeting_row(session, meeting_id)
    if row.status is MeetingStatus.HELD:
        raise InputError("event_date", "meeting_was_held")
    if event_date != row.event_date:
        row.moved_from, row.event_date = row.event_date, event_date
    row.status = MeetingStatus.PLANNED
    _set(row, details)


def set_meeting_status(session: Session, meeting_id: UUID, status: MeetingStatus, reason: str = "") -> None:
    """Held, called off, or planned again. InputError for one that is still ahead and is said to have been held."""
    row = meeting_row(session, meeting_id)
    if status is MeetingStatus.HELD and row.event_date > session.info["clock"].today():
        raise InputError("event_date", "held_in_future")
    row.status, row.status_reason = status, wording.line("status_reason", reason)


def remove_meeting(session: Session, meeting_id: UUID) -> None:
    """For what was booked by mistake and has no papers; what does not happen is called off."""
    session.delete(meeting_row(session, meeting_id))


def add_invitee(
    session: Session,
    meeting_id: UUID,
    *,
    contact_id: UUID | None = None,
    workplace_id: UUID | None = None,
    name: str = "",
    role: str = "",
    ad_hoc: bool = False,
) -> UUID:
    """A contact of the register, or somebody who is only named. Whoever is invited already stays as invited."""
    meeting = meeting_row(session, meeting_id)
    for one in meeting.invitees:
        if contact_id is not None and one.contact_id == contact_id:
            return one.id
    row = MeetingInviteeRow(
        workplace_id=workplace_id, ad_hoc=ad_hoc, role=wording.line("role", role),
        order=max((one.order for one in meeting.invitees), default=-1) + 1, name="",
    )  # fmt: skip
    if contact_id is None:
        row.name = wording.line("invitee_name", name, required=True)
    else:
        contact = contact_row(session, contact_id)
        row.contact_id, row.organisation_id, row.name = contact.id, contact.organisation_id, contact.name
    meeting.invitees.append(row)
    session.flush()
    return row.id


def remove_invitee(session: Session, invitee_id: UUID) -> None:
    row = _invitee(session, invitee_id)
    if row.is_mentee:
        raise InputError("invitee", "meeting_needs_mentee")
    meeting = meeting_row(session, row.meeting_id)
    meeting.invitees.remove(row)


def set_attended(session: Session, invitee_id: UUID, attended: Attended) -> None:
    _invitee(session, invitee_id).attended = attended


def set_told_mentee(session: Session, invitee_id: UUID, told: bool) -> None:
    """That the mentee knows of somebody who turned up (F 23) or took over (F 12)."""
    _invitee(session, invitee_id).told_mentee = told


def get_invitee(session: Session, invitee_id: UUID) -> MeetingInvitee:
    """NotFoundError for one who is not invited any more."""
    row = _invitee(session, invitee_id)
    return next(one for one in get_meeting(session, row.meeting_id).invitees if one.id == invitee_id)


def get_meeting(session: Session, meeting_id: UUID) -> Meeting:
    return _values(session, [meeting_row(session, meeting_id)])[0]


def list_meetings(session: Session, mentee_id: UUID) -> tuple[Meeting, ...]:
    """The meetings about a mentee, the latest first."""
    query = select(MeetingRow).where(MeetingRow.mentee_id == mentee_id)
    query = query.order_by(MeetingRow.event_date.desc(), MeetingRow.start_time.desc(), MeetingRow.id.desc())
    return _values(session, list(session.scalars(query.options(*_WITH))))


def list_all_meetings(session: Session, first: date, last: date) -> tuple[Meeting, ...]:
    """Everybody's meetings from `first` to `last`, the earliest first."""
    query = select(MeetingRow).where(MeetingRow.event_date.between(first, last))
    query = query.order_by(MeetingRow.event_date, MeetingRow.start_time, MeetingRow.id)
    return _values(session, list(session.scalars(query.options(*_WITH))))


def list_open_meetings(session: Session, first: date, last: date) -> tuple[Meeting, ...]:
    """Those from `first` to `last` that are ahead, go on, or are to be written up; the earliest first."""
    query = select(MeetingRow).where(MeetingRow.event_date.between(first, last), not_(_CLOSED))
    query = query.order_by(MeetingRow.event_date, MeetingRow.start_time, MeetingRow.id)
    return _values(session, list(session.scalars(query.options(*_WITH))))


def list_closed_meetings(session: Session, first: date, newest: int | None = None) -> tuple[Meeting, ...]:
    """Those since `first` that are written up or called off, the latest first; no more than `newest`."""
    query = select(MeetingRow).where(MeetingRow.event_date >= first, _CLOSED)
    query = query.order_by(MeetingRow.event_date.desc(), MeetingRow.start_time.desc(), MeetingRow.id.desc())
    return _values(session, list(session.scalars(query.limit(newest).options(*_WITH))))


def count_closed_meetings(session: Session, first: date) -> int:
    query = select(func.count()).select_from(MeetingRow).where(MeetingRow.event_date >= first, _CLOSED)
    return session.scalar(query) or 0


def list_recurring(session: Session) -> Mapping[UUID, tuple[Meeting, ...]]:
    """For each mentee with a meeting that comes back: all their meetings, without those invited and the agenda."""
    whose = select(MeetingRow.mentee_id).where(MeetingRow.repeat_days.is_not(None))
    found: dict[UUID, list[Meeting]] = {}
    for row in session.scalars(select(MeetingRow).where(MeetingRow.mentee_id.in_(whose))):
        found.setdefault(row.mentee_id, []).append(value_of(Meeting, row, invitees=(), agenda=()))
    return {mentee_id: tuple(every) for mentee_id, every in found.items()}


def meeting_row(session: Session, meeting_id: UUID) -> MeetingRow:
    row = session.get(MeetingRow, meeting_id)
    if row is None:
        raise NotFoundError("meeting_unknown")
    return row


_CLOSED = or_(
    MeetingRow.status == MeetingStatus.CANCELLED,
    and_(MeetingRow.status == MeetingStatus.HELD, MeetingRow.written_up_on.is_not(None)),
)
_WITH = (selectinload(MeetingRow.invitees), selectinload(MeetingRow.agenda))


def _values(session: Session, rows: list[MeetingRow]) -> tuple[Meeting, ...]:
    invited = [one for row in rows for one in row.invitees]
    people = contacts_by_id(session, (one.contact_id for one in invited if one.contact_id))
    places = organisations_by_id(session, (one.organisation_id for one in invited if one.organisation_id))

    def invitee(row: MeetingInviteeRow) -> MeetingInvitee:
        return value_of(
            MeetingInvitee,
            row,
            contact=people.get(row.contact_id) if row.contact_id else None,
            organisation=places.get(row.organisation_id) if row.organisation_id else None,
        )

    return tuple(
        value_of(
            Meeting,
            row,
            invitees=tuple(invitee(one) for one in row.invitees),
            agenda=in_order(value_of(AgendaItem, one) for one in row.agenda),
        )
        for row in rows
    )


def _invitee(session: Session, invitee_id: UUID) -> MeetingInviteeRow:
    row = session.get(MeetingInviteeRow, invitee_id)
    if row is None:
        raise NotFoundError("invitee_unknown")
    return row


def _set(row: MeetingRow, details: Mapping[str, Any]) -> None:
    for name, value in details.items():
        if name in _PLAIN:
            setattr(row, name, value)
        elif name in _LINES:
            setattr(row, name, wording.line(name, value))
        elif name in _TEXTS:
            setattr(row, name, wording.text(name, value))
        else:
            raise TypeError(f"a meeting has no field {name}")
