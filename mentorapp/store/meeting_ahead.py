"""What the head of a person's page says: the next meeting with others, the state of its papers, and the lights."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import Consent, ConsentKind, Direction, Light, Lost, light_of, lost_of
from mentorapp.domain.meetings import Meeting, PapersState, Phase, phase_of
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.sharing import Audience, Recipient

from .consents import list_consents
from .meeting_state import papers_state
from .meetings import get_meeting
from .print_log import printed_for
from .recipients import recipient_of, recipient_of_invitee
from .stale_prints import list_logged_prints
from .straight import run

_AHEAD = """
SELECT id FROM meeting WHERE mentee_id = ? AND status = 'planned' AND event_date >= ?
ORDER BY event_date, start_time, id
"""
_ANY_CONSENT = "SELECT 1 FROM consent WHERE mentee_id = ? LIMIT 1"


@dataclass(frozen=True, slots=True)
class RecipientLight:
    """One who was agreed to or is invited: name, where from, and the light of the day. `lost` is what was let out
    until lately and is not any more, though something else still is."""

    name: str
    place: str
    light: Light
    lost: Lost | None = None
    kind: OrganisationKind | None = None


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    meeting: Meeting
    papers: PapersState


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """`lights` are those of the parties of the next meeting on its day first, then of whoever was last agreed to."""

    ahead: MeetingAhead | None = None
    lights: tuple[RecipientLight, ...] = ()


NO_FACTS = HeadFacts()


def head_facts(session: Session, mentee_id: UUID) -> HeadFacts:
    """Of somebody who has neither a meeting nor a consent this takes two short statements."""
    meeting = _next(session, mentee_id)
    if meeting is None and run(session, _ANY_CONSENT, (mentee_id.bytes,)).fetchone() is None:
        return NO_FACTS
    consents, today = list_consents(session, mentee_id), session.info["clock"].today()
    if meeting is None:
        return HeadFacts(None, tuple(_of_consents(session, mentee_id, consents, today)))
    logged = list_logged_prints(session, mentee_id) if printed_for(session, [meeting.id]) else ()
    mine = [one for one in logged if one.record.meeting_id == meeting.id]
    parties = tuple(_parties(session, mentee_id, meeting, consents, today))
    invited = {one.contact_id for one in meeting.outside if one.contact_id is not None}
    rest = (one for one in consents if one.recipient_contact_id not in invited)
    return HeadFacts(
        MeetingAhead(meeting, papers_state(mine)),
        (*parties, *_of_consents(session, mentee_id, tuple(rest), today)),
    )


def _next(session: Session, mentee_id: UUID) -> Meeting | None:
    """The nearest that is ahead or goes on."""
    clock = session.info["clock"]
    now = clock.now().astimezone()
    for (key,) in run(session, _AHEAD, (mentee_id.bytes, clock.today().isoformat())).fetchall():
        meeting = get_meeting(session, UUID(bytes=key))
        if phase_of(meeting, now) in (Phase.AHEAD, Phase.NOW):
            return meeting
    return None


def _parties(
    session: Session, mentee_id: UUID, meeting: Meeting, consents: Sequence[Consent], today: date
) -> Iterable[RecipientLight]:
    days = {meeting.event_date}
    for one in meeting.outside:
        recipient = recipient_of_invitee(session, mentee_id, one)
        light = light_of(consents, recipient, today, days)
        name, kind = (one.organisation.name, one.organisation.kind) if one.organisation else ("", None)
        yield RecipientLight(one.name, name, light, lost_of(consents, recipient, today), kind)


def _of_consents(
    session: Session, mentee_id: UUID, consents: Sequence[Consent], today: date
) -> Iterable[RecipientLight]:
    """One for each recipient, the latest given or taken back first; what was only fetched lets nothing out."""
    about = [one for one in consents if one.kind is ConsentKind.SECRECY and one.direction is not Direction.RECEIVE]
    seen: set[UUID] = set()
    for one in sorted(about, key=_latest, reverse=True):
        key = one.recipient_contact_id or one.recipient_organisation_id
        if key is None or key in seen:
            continue
        seen.add(key)
        recipient = _recipient(session, mentee_id, one)
        unit = one.organisation if one.contact is None else one.contact.organisation
        name, place = (one.contact.name, unit.name if unit else "") if one.contact else (unit.name if unit else "", "")
        light, lost = light_of(about, recipient, today), lost_of(about, recipient, today)
        yield RecipientLight(name, place, light, lost, unit.kind if unit else None)


def _latest(consent: Consent) -> date:
    return consent.withdrawn_at.astimezone().date() if consent.withdrawn_at is not None else consent.valid_from


def _recipient(session: Session, mentee_id: UUID, consent: Consent) -> Recipient:
    if consent.recipient_contact_id is not None:
        return recipient_of(session, mentee_id, consent.recipient_contact_id)
    return Recipient(audience=Audience(consent.audience), organisation_id=consent.recipient_organisation_id)
