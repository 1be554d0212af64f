"""Verbs on the print log. A number is taken when something is really printed or saved, and never used again."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentorapp.domain.prints import DeliveredHow, PrintRecord, PrintState, print_number
from mentorapp.domain.sharing import Audience, InfoClass

from .tables import value_of
from .tables.own import PrintLogRow, PrintSubjectRow


def next_number(session: Session, day: date) -> str:
    """The next free number of the year of `day`."""
    prefix = f"{day.year:04}-"
    newest = session.scalar(select(func.max(PrintLogRow.number)).where(PrintLogRow.number.startswith(prefix)))
    return print_number(day.year, int(newest.removeprefix(prefix)) + 1 if newest else 1)


def add_print(
    session: Session,
    *,
    number: str,
    template: str,
    template_version: int,
    mentee_id: UUID | None,
    audience: Audience,
    recipient: str,
    classes: Iterable[InfoClass],
    ticked: Iterable[InfoClass],
    sha256: str,
    pages: int,
    printed_on: date,
    delivered_how: DeliveredHow,
    asked: Iterable[InfoClass] = (),
    contact_id: UUID | None = None,
    organisation_id: UUID | None = None,
    meeting_id: UUID | None = None,
    needed_on: date | None = None,
) -> UUID:
    """Logs a print; the PDF itself is not kept."""
    row = PrintLogRow(
        number=number,
        template=template,
        template_version=template_version,
        mentee_id=mentee_id,
        audience=audience,
        recipient=recipient,
        classes=tuple(sorted(classes)),
        ticked=tuple(sorted(ticked)),
        asked=tuple(sorted(asked)),
        sha256=sha256,
        pages=pages,
        printed_on=printed_on,
        printed_at=session.info["clock"].now(),
        state=PrintState.PRINTED,
        delivered_how=delivered_how,
        contact_id=contact_id,
        organisation_id=organisation_id,
        meeting_id=meeting_id,
        needed_on=needed_on,
    )
    session.add(row)
    session.flush()
    return row.id


def list_prints(session: Session, mentee_id: UUID | None) -> tuple[PrintRecord, ...]:
    """What was printed about a person, newest first; None is what is about nobody."""
    query = select(PrintLogRow).where(PrintLogRow.mentee_id == mentee_id).order_by(PrintLogRow.printed_at.desc())
    return tuple(_record(row) for row in session.scalars(query))


def _record(row: PrintLogRow) -> PrintRecord:
    return value_of(
        PrintRecord,
        row,
        classes=tuple(InfoClass(c) for c in row.classes),
        ticked=tuple(InfoClass(c) for c in row.ticked),
        asked=tuple(InfoClass(c) for c in row.asked),
    )


def printed_for(session: Session, meetings: Iterable[UUID]) -> frozenset[UUID]:
    """About whom there are papers for any of these meetings."""
    query = select(PrintLogRow.mentee_id).where(PrintLogRow.meeting_id.in_(tuple(meetings)))
    return frozenset(one for one in session.scalars(query.distinct()) if one is not None)


def mark_delivered(session: Session, print_id: UUID, on: date | None) -> None:
    """Handed over that day; None takes it back."""
    session.get_one(PrintLogRow, print_id).delivered_on = on


def mark_destroyed(session: Session, print_id: UUID, on: date | None) -> None:
    """Torn up that day; None takes it back."""
    session.get_one(PrintLogRow, print_id).destroyed_on = on


def add_subject(session: Session, print_id: UUID, mentee_id: UUID, classes: Iterable[InfoClass]) -> None:
    """That a print about several people is about this one too, and what of the person it holds."""
    session.add(PrintSubjectRow(print_id=print_id, mentee_id=mentee_id, classes=tuple(sorted(classes))))


def list_prints_with(session: Session, mentee_id: UUID) -> tuple[PrintRecord, ...]:
    """Prints about several people that this one is among, newest first."""
    query = select(PrintLogRow).join(PrintSubjectRow, PrintSubjectRow.print_id == PrintLogRow.id)
    query = query.where(PrintSubjectRow.mentee_id == mentee_id).order_by(PrintLogRow.printed_at.desc())
    return tuple(_record(row) for row in session.scalars(query))
