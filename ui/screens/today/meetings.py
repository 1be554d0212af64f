"""Meetings on Idag: those of the day, tomorrow's whose papers need work, those to be written up or booked again."""

from collections.abc import Iterable
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from mentorapp.domain.meetings import PapersState, Phase
from mentorapp.language.dates import time_of_day
from mentorapp.language.relative import ago, ahead
from mentorapp.store.meeting_state import DueAgain, MeetingLine
from ui.requests import BookingRequest, WizardRequest, WriteUpRequest
from ui.theme import Family
from ui.widgets.tile import Tile

from .group import Entry, Pending
from .reading import MEETING_DUE
from .words import DOT

if TYPE_CHECKING:
    from .groups import Groups
    from .row_maker import RowMaker


def meeting_rows(maker: "Groups", meetings: Iterable[MeetingLine]) -> list[tuple[date, time | None, Pending]]:
    """With the day and the hour, so that they stand among the other bookings."""
    return [
        (one.meeting.event_date, one.meeting.start_time, Pending(partial(_booked, maker, one)))
        for one in meetings
        if one.phase in (Phase.AHEAD, Phase.NOW)
    ]


def meetings_to_write(maker: "Groups", meetings: Iterable[MeetingLine]) -> list[Pending]:
    return [Pending(partial(_passed, maker, one)) for one in meetings if one.phase is Phase.TO_WRITE]


def meetings_due(maker: "RowMaker", due: Iterable[DueAgain]) -> list[Pending]:
    """Those that come back and whose next one is not booked."""
    return [Pending(partial(_due, maker, one)) for one in due]


def _due(maker: "RowMaker", one: DueAgain) -> Entry:
    texts, today = maker._texts, maker._day.today
    kind = texts(f"meeting.kind_{one.last.kind.value}")
    last = ago(texts, one.last.event_date, today)
    key = "due_since" if one.on < today else "due_on"
    said = texts(f"meeting.{key}", kind=kind, day=ahead(texts, one.on, today), last=last)
    request = BookingRequest(one.person.mentee_id, one.last.id)
    return maker._entry(
        f"meeting_due:{one.last.id}",
        one.person,
        (maker._naming.of(one.person), said),
        (texts("meeting.book_next_meeting"), "plus", partial(maker._acts.book, request)),
        why=texts("meeting.why_due"),
        tile=Tile(maker._theme, "meeting", Family.HEATHER),
        later=maker._later(one.person, MEETING_DUE, str(one.last.id)),
    )


def _booked(maker: "Groups", line: MeetingLine) -> Entry:
    texts, meeting = maker._texts, line.meeting
    at = time_of_day(texts, meeting.start_time) if meeting.start_time else ""
    today = meeting.event_date == maker._day.today
    lead = (at or texts("today.no_time"), "") if today else (texts("today.tomorrow_lead"), at or " ")
    request = WizardRequest(line.person.mentee_id, meeting.id)
    return maker._entry(
        f"meeting:{meeting.id}",
        line.person,
        (maker._naming.of(line.person), _said(maker, line)),
        (texts("meeting.prepare"), "meeting", partial(maker._acts.prepare, request)),
        why=texts("meeting.why_booked"),
        lead=lead,
        tile=Tile(maker._theme, "meeting", Family.HEATHER),
        primary=line.phase is Phase.NOW,
    )


def _passed(maker: "Groups", line: MeetingLine) -> Entry:
    texts, meeting = maker._texts, line.meeting
    said = texts(f"meeting.kind_{meeting.kind.value}") + " " + ago(texts, meeting.event_date, maker._day.today)
    request = WriteUpRequest(line.person.mentee_id, meeting.id)
    return maker._entry(
        f"meeting:{meeting.id}",
        line.person,
        (maker._naming.of(line.person), said),
        (texts("meeting.write_up"), "pencil", partial(maker._acts.write_up, request)),
        why=texts("meeting.why_to_write"),
        tile=Tile(maker._theme, "meeting", Family.HEATHER),
    )


def _said(maker: "Groups", line: MeetingLine) -> str:
    """Trepartsmöte, start, Fantasihallen · papperen behöver göras om; of somebody protected no place (F 5)."""
    texts = maker._texts
    kind = texts(f"meeting.kind_{line.meeting.kind.value}")
    place = "" if line.person.protected else line.meeting.place
    papers = "" if line.papers is PapersState.READY else texts(f"meeting.papers_{line.papers.value}")
    return DOT.join(part for part in (kind, place, papers) if part)
