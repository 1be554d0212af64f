"""Which printed papers about a mentee hold, and which are to be destroyed and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.meetings import Meeting
from mentorapp.domain.prints import PrintRecord, PrintState
from mentorapp.domain.sharing import Audience, InfoClass, Recipient
from mentorapp.domain.stale_papers import Stale, stale, state_of

from .consents import list_consents
from .meetings import list_meetings
from .print_log import list_prints, list_prints_with
from .recipients import recipient_of, recipient_of_invitee
from .tables.own import PrintSubjectRow


@dataclass(frozen=True, slots=True)
class LoggedPrint:
    """A line of the log as it stands today; `stale` is why the paper is to be destroyed."""

    record: PrintRecord
    state: PrintState
    stale: Stale | None


def list_logged_prints(session: Session, mentee_id: UUID) -> tuple[LoggedPrint, ...]:
    """All prints about a mentee, also those about several people: first what is to be destroyed, then the newest."""
    today = session.info["clock"].today()
    consents = list_consents(session, mentee_id)
    meetings = {one.id: one for one in list_meetings(session, mentee_id)}
    found = []
    for record in (*list_prints(session, mentee_id), *_among_others(session, mentee_id)):
        meeting = meetings.get(record.meeting_id) if record.meeting_id else None
        why = stale(record, _recipients(session, mentee_id, record, meeting), consents, today, meeting)
        found.append(LoggedPrint(record, state_of(record, why), why))
    newest = sorted(found, key=lambda one: (one.record.printed_at, one.record.number), reverse=True)
    return tuple(sorted(newest, key=lambda one: one.stale is None))


def list_stale(session: Session, mentee_id: UUID) -> tuple[LoggedPrint, ...]:
    """What is to be destroyed, the newest first."""
    return tuple(one for one in list_logged_prints(session, mentee_id) if one.stale is not None)


def _among_others(session: Session, mentee_id: UUID) -> tuple[PrintRecord, ...]:
    """A paper about several people holds as long as what it says of this one does; one for supervision asks nobody."""
    of_this_one = _classes_by_print(session, mentee_id)
    return tuple(
        replace(
            record,
            asked=() if record.audience is Audience.SUPERVISION else of_this_one[record.id],
            classes=of_this_one[record.id],
        )
        for record in list_prints_with(session, mentee_id)
    )


def _classes_by_print(session: Session, mentee_id: UUID) -> Mapping[UUID, tuple[InfoClass, ...]]:
    rows = session.scalars(select(PrintSubjectRow).where(PrintSubjectRow.mentee_id == mentee_id))
    return {row.print_id: tuple(InfoClass(one) for one in row.classes) for row in rows}


def _recipients(
    session: Session, mentee_id: UUID, record: PrintRecord, meeting: Meeting | None
) -> tuple[Recipient, ...]:
    """Those whose consent the paper asked for: one contact, or every party of the meeting where it is for all."""
    if record.contact_id is not None:
        return (recipient_of(session, mentee_id, record.contact_id, meeting_id=record.meeting_id),)
    if record.organisation_id is not None:
        return (Recipient(audience=record.audience, organisation_id=record.organisation_id),)
    if meeting is None or not record.asked:
        return ()
    return tuple(recipient_of_invitee(session, mentee_id, one) for one in meeting.outside)
