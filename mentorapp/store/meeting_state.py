"""Everybody's meetings as the screen Möten and Idag show them: whose, where each stands, its lights and its papers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorapp.domain.consents import Consent, Light, Standing, light_of
from mentorapp.domain.meetings import Meeting, MeetingInvitee, PapersState, Phase, due_again, phase_of
from mentorapp.domain.network import is_current
from mentorapp.domain.reminders import Person

from .attention import person_of
from .consents import list_consents
from .meetings import (
    count_closed_meetings,
    get_meeting,
    list_all_meetings,
    list_closed_meetings,
    list_meetings,
    list_open_meetings,
    list_recurring,
)
from .mentees import get_mentee
from .network import list_links
from .overviews import list_lines
from .print_log import printed_for
from .recipients import recipient_of, recipient_of_invitee
from .stale_prints import LoggedPrint, list_logged_prints
from .tables.mentees import MenteeRow

_BACK, _AHEAD = timedelta(days=730), timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody from outside who is invited, and how it stands with the consent."""

    invitee: MeetingInvitee
    light: Light

    @property
    def standing(self) -> Standing:
        return self.light.standing


@dataclass(frozen=True, slots=True)
class MeetingLine:
    meeting: Meeting
    person: Person
    phase: Phase
    parties: tuple[Party, ...]
    papers: PapersState


@dataclass(frozen=True, slots=True)
class DueAgain:
    """A meeting that comes back and is to be booked; `last` is the one before."""

    last: Meeting
    person: Person
    on: date


@dataclass(frozen=True, slots=True)
class Suggested:
    """Somebody of the network who can be invited."""

    contact_id: UUID
    name: str
    role: str
    place: str
    light: Light

    @property
    def standing(self) -> Standing:
        return self.light.standing


def list_meeting_lines(session: Session, earlier: int | None = None) -> tuple[MeetingLine, ...]:
    """All meetings of two years back and ahead, the earliest first; of those that are written up or called off no more
    than the latest `earlier`. Of somebody who has died none is ahead (F 33)."""
    today, people, dead = _today(session), _people(session), _dead(session)
    still = [one for one in list_open_meetings(session, today - _BACK, today + _AHEAD) if one.mentee_id not in dead]
    found = [*reversed(list_closed_meetings(session, today - _BACK, earlier)), *still]
    return _lines(session, [one for one in found if one.mentee_id in people], people)


def count_earlier(session: Session) -> int:
    """How many of two years back are written up or called off."""
    return count_closed_meetings(session, _today(session) - _BACK)


def meeting_lines_between(session: Session, first: date, last: date) -> tuple[MeetingLine, ...]:
    """The same for some days only."""
    people = _people(session)
    return _lines(session, [one for one in list_all_meetings(session, first, last) if one.mentee_id in people], people)


def list_due_again(session: Session, within_days: int = 14) -> tuple[DueAgain, ...]:
    """Meetings that come back and are due within so many days, the most urgent first (S10)."""
    people, last = _people(session), _today(session) + timedelta(days=within_days)
    dead = _dead(session)
    found = [
        DueAgain(get_meeting(session, meeting.id), people[mentee_id], day)
        for mentee_id, every in list_recurring(session).items()
        if mentee_id in people and mentee_id not in dead
        for meeting, day in due_again(every)
        if day <= last
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.person.alias)))


def next_meeting(session: Session, mentee_id: UUID) -> Meeting | None:
    """The nearest that is ahead or goes on."""
    now = session.info["clock"].now().astimezone()
    ahead = [one for one in list_meetings(session, mentee_id) if phase_of(one, now) in (Phase.AHEAD, Phase.NOW)]
    return ahead[-1] if ahead else None


def suggested_invitees(session: Session, mentee_id: UUID, day: date) -> tuple[Suggested, ...]:
    """The named people around a mentee whose role holds on `day`, with how the consent stands then."""
    age = get_mentee(session, mentee_id).age(day)
    consents = list_consents(session, mentee_id)
    found: dict[UUID, Suggested] = {}
    for link in list_links(session, mentee_id):
        contact = link.contact
        if contact is None or contact.id in found or contact.has_left(day) or not is_current(link, age, day):
            continue
        place = contact.organisation or link.organisation
        found[contact.id] = Suggested(
            contact.id, contact.name, link.role.value, place.name if place else "",
            light_for(session, mentee_id, contact.id, day, consents),
        )  # fmt: skip
    return tuple(found.values())


def light_for(session: Session, mentee_id: UUID, contact_id: UUID, day: date, consents: Sequence[Consent]) -> Light:
    """What is said beside a contact for a meeting on `day`."""
    today = _today(session)
    return light_of(consents, recipient_of(session, mentee_id, contact_id), today, {max(day, today)})


def meeting_line(session: Session, meeting_id: UUID) -> MeetingLine:
    meeting = get_meeting(session, meeting_id)
    return _lines(session, [meeting], _people(session))[0]


def _lines(session: Session, meetings: Iterable[Meeting], people: Mapping[UUID, Person]) -> tuple[MeetingLine, ...]:
    """Consents and prints are read once for each person, prints of those only who have papers for these meetings."""
    every, now = tuple(meetings), session.info["clock"].now().astimezone()
    whose = {one.mentee_id for one in every}
    held = {key: list_consents(session, key) for key in whose}
    with_papers = printed_for(session, [one.id for one in every])
    printed = {key: list_logged_prints(session, key) if key in with_papers else () for key in whose}
    lines = []
    for one in every:
        key, phase, consents = one.mentee_id, phase_of(one, now), held[one.mentee_id]
        mine = [paper for paper in printed[key] if paper.record.meeting_id == one.id]
        parties = tuple(Party(who, _light(session, one, who, consents)) for who in one.outside)
        lines.append(MeetingLine(one, people[key], phase, parties, papers_state(mine)))
    return tuple(lines)


def _light(session: Session, meeting: Meeting, invitee: MeetingInvitee, consents: Sequence[Consent]) -> Light:
    recipient = recipient_of_invitee(session, meeting.mentee_id, invitee)
    return light_of(consents, recipient, _today(session), {meeting.event_date})


def papers_state(prints: Iterable[LoggedPrint]) -> PapersState:
    """From the log of the meeting. Who has several papers is asked for the newest of each kind only."""
    newest: dict[tuple[object, ...], LoggedPrint] = {}
    for one in sorted(prints, key=lambda one: one.record.printed_at, reverse=True):
        newest.setdefault((one.record.template, one.record.contact_id, one.record.recipient), one)
    if not newest:
        return PapersState.NOT_PREPARED
    redo = any(one.stale is not None or one.record.destroyed_on is not None for one in newest.values())
    return PapersState.REDO if redo else PapersState.READY


def _people(session: Session) -> dict[UUID, Person]:
    return {line.mentee_id: person_of(line) for line in list_lines(session)}


def _dead(session: Session) -> frozenset[UUID]:
    return frozenset(session.scalars(select(MenteeRow.id).where(MenteeRow.deceased_on.is_not(None))))


def _today(session: Session) -> date:
    today: date = session.info["clock"].today()
    return today
