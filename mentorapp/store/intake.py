"""Before an enrolment: interest, information and thinking time, yes or no. A no is kept as a count only (E4, E5, E8).

Somebody who has not begun is an enrolment in the state interest or offered, so that contacts and promises made before
the yes are the person's from the first day and nothing is typed twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.intake import answer_by, check_interest, check_offer, month_of
from mentorapp.domain.sessions import Attendance

from .enrolment_rows import enrolment_row
from .enrolments import add_enrolment, change_level, change_status
from .profile import get_profile
from .programmes import get_programme
from .referrals import change_referral
from .settings import get_settings
from .tables.enrolments import EnrolmentRow
from .tables.lists import DeclineRow
from .tables.mentees import MenteeRow
from .tables.sessions import SessionRow

_WAITING = (EnrolmentStatus.INTEREST, EnrolmentStatus.OFFERED)


def note_interest(
    session: Session,
    mentee_id: UUID,
    programme_id: UUID,
    *,
    on: date | None = None,
    referrer_type: str = "",
    referrer_other: str = "",
    is_interested: bool = True,
) -> UUID:
    """Route and day of the first interest. Somebody who said no before and is not erased yet goes on from there.

    Whom the unit seeks out is not interested yet: contacts with them are logged all the same, and go with them (E5).
    """
    mentee, day = _mentee(session, mentee_id), on or _today(session)
    check_interest(day, mentee.birth_date, _today(session))
    row = _unbegun(session, mentee_id, programme_id)
    if row is None:
        key = add_enrolment(session, mentee_id, programme_id, status=EnrolmentStatus.INTEREST)
        row = enrolment_row(session, key)
        row.mentor_name = get_profile(session).name
    elif row.status is EnrolmentStatus.CLOSED:
        _open_again(mentee, row)
    row.interest_on = day if is_interested else None
    if referrer_type:
        change_referral(session, row.id, referrer_type=referrer_type, source_other=referrer_other, on=day)
    return row.id


def offer(session: Session, enrolment_id: UUID, on: date, answer_day: date | None = None) -> None:
    """Informed, and now thinking: `answer_day` is when to ask again, by the unit's setting where none is given."""
    row = _waiting_row(session, enrolment_id, "offered_on")
    day = answer_day or answer_by(on, get_settings(session).thinking_days)
    check_offer(on, day, row.interest_on, _today(session))
    row.status, row.offered_on, row.answer_by = EnrolmentStatus.OFFERED, on, day


def accept(
    session: Session,
    enrolment_id: UUID,
    on: date,
    *,
    level_id: UUID | None = None,
    programme_id: UUID | None = None,
    referrer_type: str = "",
    referrer_other: str = "",
) -> None:
    """A yes: the enrolment begins on its first level, and what was written before belongs to it.

    How the person came is asked for now at the latest: own initiative is an answer, an empty field is none (E3).
    """
    row = _waiting_row(session, enrolment_id, "started_on")
    if row.interest_on is not None and on < row.interest_on:
        raise InputError("started_on", "start_before_interest")
    if programme_id is not None and programme_id != row.programme_id:
        _change_programme(session, row, programme_id)
    if referrer_type:
        change_referral(session, row.id, referrer_type=referrer_type, source_other=referrer_other)
    if not row.referral_referrer_type and row.referral_source is None:
        raise InputError("referrer_type", "referrer_type_missing")
    change_status(session, enrolment_id, EnrolmentStatus.ACTIVE, started_on=on)
    levels = get_programme(session, row.programme_id).levels
    if levels:
        change_level(session, enrolment_id, level_id or levels[0].id, on)
    _take_in_contacts(session, row)


def decline(
    session: Session, mentee_id: UUID, reason: str, *, on: date | None = None, erase_on: date | None = None
) -> None:
    """A no: the count of the month is kept, and the person is to be erased on a day, by the unit's setting.

    Somebody who has been enrolled before is not erased for a no: their case has rules of its own.
    """
    mentee, day = _mentee(session, mentee_id), on or _today(session)
    rows = list(session.scalars(select(EnrolmentRow).where(EnrolmentRow.mentee_id == mentee_id)))
    waiting = [row for row in rows if row.status in _WAITING]
    if not waiting and rows:
        raise InputError("reason", "already_begun")
    if not reason:
        raise InputError("reason", "decline_reason_missing")
    source = next((row.referral_referrer_type for row in waiting if row.referral_referrer_type), "")
    session.add(DeclineRow(month=month_of(day), reason=reason, source=source, gender=mentee.gender))
    for row in waiting:
        row.status, row.closed_on, row.counts_in_statistics = EnrolmentStatus.CLOSED, day, False
    if all(row.started_on is None for row in rows):
        mentee.erase_on = erase_on or day + timedelta(days=get_settings(session).decline_erase_days)
    for booking in session.scalars(_bookings_after(mentee_id, day)):
        booking.attendance = Attendance.CANCELLED_MENTEE


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the list says of somebody on the way in: when to ask again, and from when they are to be erased."""

    answer_by: date | None = None
    erase_on: date | None = None


def list_waiting(session: Session) -> Mapping[UUID, Waiting]:
    """Everybody with one of the two days."""
    asked = select(EnrolmentRow.mentee_id, EnrolmentRow.answer_by).where(
        EnrolmentRow.status == EnrolmentStatus.OFFERED, EnrolmentRow.answer_by.is_not(None)
    )
    found = {mentee_id: Waiting(answer_by=day) for mentee_id, day in session.execute(asked)}
    erased = select(MenteeRow.id, MenteeRow.erase_on).where(MenteeRow.erase_on.is_not(None))
    for mentee_id, day in session.execute(erased):
        found[mentee_id] = Waiting(erase_on=day)
    return found


def take_back_no(session: Session, mentee_id: UUID) -> None:
    """Somebody has changed their mind before being erased. The no of that month stays counted: it was said."""
    mentee = _mentee(session, mentee_id)
    mentee.erase_on = None
    query = select(EnrolmentRow).where(EnrolmentRow.mentee_id == mentee_id, EnrolmentRow.started_on.is_(None))
    for row in session.scalars(query.where(EnrolmentRow.status == EnrolmentStatus.CLOSED)):
        _open_again(mentee, row)


def _open_again(mentee: MenteeRow, row: EnrolmentRow) -> None:
    mentee.erase_on = None
    row.status = EnrolmentStatus.OFFERED if row.offered_on else EnrolmentStatus.INTEREST
    row.closed_on, row.counts_in_statistics = None, True


def _change_programme(session: Session, row: EnrolmentRow, programme_id: UUID) -> None:
    query = select(EnrolmentRow).where(
        EnrolmentRow.mentee_id == row.mentee_id, EnrolmentRow.programme_id == programme_id
    )
    others = session.scalars(query).all()
    if any(other.status is not EnrolmentStatus.CLOSED for other in others):
        raise InputError("programme", "enrolment_still_open")
    row.programme_id, row.ordinal = programme_id, len(others) + 1
    session.flush()


def _take_in_contacts(session: Session, row: EnrolmentRow) -> None:
    """Contacts from before there was any enrolment, such as outreach, become part of the case (E5)."""
    query = select(SessionRow).where(SessionRow.mentee_id == row.mentee_id, SessionRow.enrolment_id.is_(None))
    for contact in session.scalars(query):
        contact.enrolment_id = row.id


def _bookings_after(mentee_id: UUID, day: date) -> Select[SessionRow]:
    return select(SessionRow).where(
        SessionRow.mentee_id == mentee_id,
        SessionRow.attendance == Attendance.PLANNED,
        SessionRow.event_date >= day,
        SessionRow.voided_at.is_(None),
    )


def _unbegun(session: Session, mentee_id: UUID, programme_id: UUID) -> EnrolmentRow | None:
    query = select(EnrolmentRow).where(
        EnrolmentRow.mentee_id == mentee_id,
        EnrolmentRow.programme_id == programme_id,
        EnrolmentRow.started_on.is_(None),
    )
    return session.scalars(query.order_by(EnrolmentRow.ordinal.desc())).first()


def _waiting_row(session: Session, enrolment_id: UUID, field: str) -> EnrolmentRow:
    row = enrolment_row(session, enrolment_id)
    if row.status not in _WAITING:
        raise InputError(field, "already_begun")
    return row


def _mentee(session: Session, mentee_id: UUID) -> MenteeRow:
    row = session.get(MenteeRow, mentee_id)
    if row is None:
        raise NotFoundError("mentee_unknown")
    return row


def _today(session: Session) -> date:
    today: date = session.info["clock"].today()
    return today
