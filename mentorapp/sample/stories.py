"""A sample story: an enrolment with its way on the ladder, its contacts, plans and promises.

The history is written by the same verbs as the user's; only moments that a verb takes from the clock are set back.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.enrolments import Referral, ReferralSource
from mentorapp.domain.private_notes import PrivateKind
from mentorapp.domain.sessions import Attendance, InitiatedBy, NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.enrolments import add_enrolment, change_level
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.profile import get_profile
from mentorapp.store.programmes import get_programme
from mentorapp.store.sessions import add_session
from mentorapp.store.tables.base import Row
from mentorapp.store.tables.private import PrivateNoteRow
from mentorapp.store.tables.sessions import SessionRow

from .casework import add_casework, close
from .days import Days, clock_time
from .plans import add_plan_of, add_promise

Record = Mapping[str, Any]

_BOXES = {
    "plan": InfoClass.PLAN,
    "health": InfoClass.HEALTH,
    "income": InfoClass.INCOME,
    "social": InfoClass.SOCIAL,
    "work": InfoClass.WORK,
    "edu": InfoClass.EDU,
}


def add_story(session: Session, mentee: UUID, programme: UUID, record: Record, days: Days) -> UUID:
    """The enrolment with all that belongs to it."""
    enrolment = add_enrolment(
        session,
        mentee,
        programme,
        started_on=days.at(record["started"]),
        offered_on=days.maybe(record.get("offered")),
        referral=_referral(record["referral"], days),
        mentor_name=get_profile(session).name,
        transferred_in_from=record.get("transferred_in_from", ""),
    )
    levels = {level.code: level.id for level in get_programme(session, programme).levels}
    for stay in record["levels"]:
        change_level(
            session,
            enrolment,
            levels[stay["level"]],
            days.at(stay["on"]),
            mentee_words=stay.get("words", ""),
            reason=stay.get("reason", ""),
        )
    for contact in record["contacts"]:
        _add_contact(session, mentee, enrolment, contact, days)
    for note in record.get("private", ()):
        _add_private(session, mentee, note, days, None)
    for plan in record.get("plan", ()):
        add_plan_of(session, enrolment, plan, days)
    for promise in record.get("promise", ()):
        add_promise(session, enrolment, promise, days)
    add_casework(session, enrolment, record, days)
    if "closing" in record:
        close(session, enrolment, record["closing"], days)
    return enrolment


def _referral(record: Record, days: Days) -> Referral:
    rest = {name: value for name, value in record.items() if name not in ("source", "on")}
    return Referral(source=ReferralSource(record["source"]), on=days.at(record["on"]), **rest)


def _add_contact(session: Session, mentee: UUID, enrolment: UUID, record: Record, days: Days) -> None:
    mood = record.get("mood", (None, None))
    contact = add_session(
        session,
        NewSession(
            mentee_id=mentee,
            enrolment_id=enrolment,
            kind=SessionKind(record["kind"]),
            event_date=days.at(record["day"]),
            attendance=Attendance(record.get("came", "held")),
            start_time=clock_time(record.get("at")),
            duration_min=record.get("min"),
            place=record.get("place", ""),
            distance_km=record.get("km"),
            initiated_by=InitiatedBy(record.get("initiated_by", "mentor")),
            mood_in=mood[0],
            mood_out=mood[1],
            topics=tuple(record.get("topics", ())),
            support_kinds=tuple(record.get("support", ())),
            methods=tuple(record.get("methods", ())),
            came_late=record.get("came_late", False),
            unplanned=record.get("unplanned", False),
            attempt_way=SessionKind(record["way"]) if "way" in record else None,
            next_step=record.get("next", ""),
            with_interpreter=record.get("interpreter", False),
            segments=tuple(_boxes(record)),
        ),
    )
    if record["day"] <= 0:
        _set_back(session, SessionRow, contact, record, days)
    if "private" in record:
        note = {"day": record["day"], "text": record["private"], "late": record.get("late", 0)}
        _add_private(session, mentee, note, days, contact)


def _boxes(record: Record) -> Iterator[NoteSegment]:
    for name, info_class in _BOXES.items():
        if name in record:
            yield NoteSegment(text=record[name], info_class=info_class)


def _add_private(session: Session, mentee: UUID, record: Record, days: Days, contact: UUID | None) -> None:
    note = add_private_note(
        session,
        mentee,
        record["text"],
        days.at(record["day"]),
        session_id=contact,
        kind=PrivateKind(record.get("kind", "note")),
    )
    _set_back(session, PrivateNoteRow, note, record, days)


def _set_back(session: Session, table: type[Row], key: UUID, record: Record, days: Days) -> None:
    """Written the evening of that day, or so many days late."""
    session.get_one(table, key).created_at = days.written(record["day"], record.get("late", 0))
    session.flush()
