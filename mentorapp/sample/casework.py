"""What belongs to a sample enrolment beside contacts and plan: mapping, pauses, studies, work begun, the end."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.closing import Destination, Heading, NewClosure
from mentorapp.domain.groups import GroupKind
from mentorapp.domain.mapping import AnswerStatus, MappingType
from mentorapp.domain.sessions import Attendance
from mentorapp.domain.studies import StudyPhase
from mentorapp.store.after_support import start_work
from mentorapp.store.closings import close_enrolment
from mentorapp.store.education_supports import add_education_support
from mentorapp.store.enrolments import change_enrolment
from mentorapp.store.group_attendance import set_attendance
from mentorapp.store.groups import add_activity, add_meeting
from mentorapp.store.mappings import add_wish, begin_mapping, complete_mapping, confirm_answer, set_answer
from mentorapp.store.pauses import add_pause
from mentorapp.store.tables.sessions import SessionRow
from mentorapp.store.target_groups import set_target_group

from .days import Days, clock_time

Record = Mapping[str, Any]


def add_casework(session: Session, enrolment: UUID, record: Record, days: Days) -> None:
    """In the order in which it happened: what ends the enrolment last."""
    for one in record.get("target_group", ()):
        set_target_group(session, enrolment, one["group"], days.at(one["from"]))
    if "criteria" in record:
        change_enrolment(session, enrolment, criteria=tuple(record["criteria"]))
    for one in record.get("mapping", ()):
        _add_mapping(session, enrolment, one, days)
    for one in record.get("pause", ()):
        add_pause(
            session,
            enrolment,
            days.at(one["from"]),
            to_date=days.maybe(one.get("to")),
            reason=one.get("reason", ""),
            who_keeps_contact=one.get("who_keeps_contact", ""),
        )
    for one in record.get("study", ()):
        _add_study(session, enrolment, one, days)
    if "work" in record:
        work = record["work"]
        start_work(
            session,
            enrolment,
            Destination(work["entry"]),
            days.at(work["on"]),
            extent_percent=work.get("extent"),
            place=work.get("place", ""),
            contact_plan=work.get("contact_plan", ""),
        )


def close(session: Session, enrolment: UUID, record: Record, days: Days) -> None:
    """The end with its reason of the list and where the person went."""
    headings = tuple(
        Heading(destination=Destination(one["to"]), primary=place == 0, extent_percent=one.get("extent"))
        for place, one in enumerate(record["headings"])
    )
    close_enrolment(
        session,
        enrolment,
        NewClosure(
            closed_on=days.at(record["on"]),
            detail=record["detail"],
            headings=headings,
            known_from=record.get("known_from", ""),
            farewell_held=record.get("farewell", False),
            mentee_words=record.get("words", ""),
            contact_after=record.get("contact_after"),
        ),
    )


def _add_mapping(session: Session, enrolment: UUID, record: Record, days: Days) -> None:
    mapping = begin_mapping(session, enrolment, MappingType(record.get("type", "start")), days.at(record["from"]))
    for wish in record.get("wishes", ()):
        add_wish(session, mapping, wish)
    for area in record.get("still_true", ()):
        confirm_answer(session, mapping, area)
    for area, answer in record.get("areas", {}).items():
        said = {name: answer[name] for name in ("importance", "words", "view", "resources", "needs") if name in answer}
        on = days.at(answer.get("on", record["from"]))
        set_answer(session, mapping, area, status=AnswerStatus(answer["status"]), answered_on=on, **said)
    if "done" in record:
        complete_mapping(session, mapping, days.at(record["done"]))


def _add_study(session: Session, enrolment: UUID, record: Record, days: Days) -> None:
    add_education_support(
        session,
        enrolment,
        record["course"],
        phase=StudyPhase(record["phase"]),
        school=record.get("school", ""),
        pace_percent=record.get("pace"),
        from_date=days.maybe(record.get("from")),
        to_date=days.maybe(record.get("to")),
        completed=record.get("completed"),
        phase_since=days.maybe(record.get("from")),
    )


def add_group(session: Session, record: Record, mentees: Mapping[str, UUID], days: Days) -> None:
    """A group activity with the attendance of each, by the number of the person's file."""
    activity = add_activity(
        session,
        record["title"],
        GroupKind(record["kind"]),
        organiser=record["organiser"],
        topics=tuple(one["topic"] for one in record["meeting"] if one.get("topic")),
        from_date=days.at(record["meeting"][0]["day"]),
        to_date=days.at(record["meeting"][-1]["day"]),
    )
    for one in record["meeting"]:
        meeting = add_meeting(
            session,
            activity,
            days.at(one["day"]),
            start_time=clock_time(record.get("at")),
            duration_min=record["min"],
            place=record.get("place", ""),
            topic=one.get("topic", ""),
        )
        for came, people in one["came"].items():
            for person in people:
                code = Attendance.HELD if came == "late" else Attendance(came)
                contact = set_attendance(session, meeting, mentees[person], code, came_late=came == "late")
                if one["day"] <= 0:
                    session.get_one(SessionRow, contact).created_at = days.written(one["day"], 0)
    session.flush()
