"""Verbs on what a meeting decides and how it ends: promises with the meeting as their origin, held, the next one."""

from collections.abc import Iterable
from datetime import date, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.consents import ConsentForm
from mentorapp.domain.decisions import NewDecision
from mentorapp.domain.errors import InputError
from mentorapp.domain.meetings import MeetingInvitee, MeetingStatus
from mentorapp.domain.network import ContactChoice
from mentorapp.domain.plans import Commitment, Origin
from mentorapp.domain.sharing import InfoClass, offered_scope

from .address_book import contact_from
from .commitments import add_commitment
from .consents import add_consent
from .enrolments import current_enrolment
from .meetings import add_invitee, add_meeting, get_meeting, meeting_row, set_meeting_status, set_told_mentee
from .recipients import recipient_of
from .tables import value_of
from .tables.plans import CommitmentRow

SAID_ALOUD = frozenset({InfoClass.PRESENCE, InfoClass.PLAN})
"""What somebody who sits there hears: that they meet, and what the plan is."""


def add_decision(session: Session, mentee_id: UUID, new: NewDecision, meeting_id: UUID | None = None) -> UUID:
    """A promise since today; with a meeting it is one of that meeting. InputError without an enrolment."""
    meeting = meeting_row(session, meeting_id) if meeting_id else None
    enrolment = current_enrolment(session, mentee_id)
    enrolment_id = (meeting.enrolment_id if meeting else None) or (enrolment.id if enrolment else None)
    if enrolment_id is None:
        raise InputError("what", "decision_needs_enrolment")
    return add_commitment(
        session,
        enrolment_id,
        new.what,
        who=new.who,
        who_name=new.who_name,
        contact_id=new.contact_id,
        by=new.by,
        origin=Origin.MEETING if meeting else Origin.PLAN,
        origin_id=meeting_id,
    )


def list_decisions(session: Session, meeting_id: UUID) -> tuple[Commitment, ...]:
    """What came out of a meeting, in the order in which it was said."""
    query = select(CommitmentRow).where(CommitmentRow.origin == Origin.MEETING, CommitmentRow.origin_id == meeting_id)
    rows = session.scalars(query.order_by(CommitmentRow.created_at, CommitmentRow.id))
    return tuple(value_of(Commitment, row) for row in rows)


def end_meeting(session: Session, meeting_id: UUID) -> None:
    """Held and written up, as of today."""
    set_meeting_status(session, meeting_id, MeetingStatus.HELD)
    meeting_row(session, meeting_id).written_up_on = session.info["clock"].today()


def book_next(session: Session, meeting_id: UUID, event_date: date, start_time: time | None = None) -> UUID:
    """The next meeting of the same kind with the same parties; who only turned up is not invited by itself."""
    meeting = get_meeting(session, meeting_id)
    if event_date <= meeting.event_date:
        raise InputError("next_on", "next_meeting_before")
    next_id = add_meeting(
        session, meeting.mentee_id, meeting.kind, event_date, start_time=start_time or meeting.start_time,
        duration_min=meeting.duration_min, place=meeting.place, form=meeting.form,
        with_interpreter=meeting.with_interpreter, repeat_days=meeting.repeat_days,
    )  # fmt: skip
    for one in meeting.outside:
        if not one.ad_hoc:
            add_invitee(
                session, next_id, contact_id=one.contact_id, workplace_id=one.workplace_id, name=one.name,
                role=one.role,
            )  # fmt: skip
    meeting_row(session, meeting_id).next_on = event_date
    return next_id


def add_unexpected(
    session: Session, meeting_id: UUID, who: ContactChoice, organisation_id: UUID | None = None, *, asked: bool = False
) -> UUID:
    """Somebody who turned up (F 23), now in the register. `asked` says that the mentee has said yes, which is written
    down as an oral consent."""
    if who.is_nobody:
        raise InputError("who", "text_missing")
    known = who.contact_id is not None
    contact_id = contact_from(session, who, **({} if known else {"organisation_id": organisation_id}))
    invitee_id = add_invitee(session, meeting_id, contact_id=contact_id, ad_hoc=True)
    if asked:
        say_yes(session, get_meeting(session, meeting_id).invitees, invitee_id)
    return invitee_id


def say_yes(session: Session, invitees: Iterable[MeetingInvitee], invitee_id: UUID) -> UUID:
    """The mentee's yes by word of mouth to one party. InputError for somebody without a place in the register that a
    consent can be for."""
    invitee = next(one for one in invitees if one.id == invitee_id)
    meeting = meeting_row(session, invitee.meeting_id)
    if invitee.contact_id is None:
        raise InputError("who", "consent_needs_contact")
    audience = recipient_of(session, meeting.mentee_id, invitee.contact_id).audience
    scope = SAID_ALOUD & set(offered_scope(audience))
    if not scope:
        raise InputError("organisation", "consent_needs_place")
    set_told_mentee(session, invitee_id, told=True)
    return add_consent(
        session, meeting.mentee_id, contact_id=invitee.contact_id, scope=scope, form=ConsentForm.ORAL_DOCUMENTED
    )
