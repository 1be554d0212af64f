"""Everything that the screen after a meeting shows, read in one go as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.consents import Standing, standing
from mentorapp.domain.decisions import Party, parties
from mentorapp.domain.meeting_sheets import ProtocolSheet
from mentorapp.domain.meetings import Meeting, MeetingInvitee, ProtocolPoint
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.plans import Commitment, CommitmentState, Who
from mentorapp.domain.sharing import Audience, Block, Why
from mentorapp.exchange.common_text import read_common
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import list_commitments
from mentorapp.store.decisions import list_decisions
from mentorapp.store.meeting_sheets import gather_protocol_sheet
from mentorapp.store.meetings import get_meeting
from mentorapp.store.mentees import get_mentee
from mentorapp.store.profile import get_profile
from mentorapp.store.protocols import is_printed, list_protocol, not_reading
from mentorapp.store.recipients import recipient_of_invitee

Kept = tuple[tuple[MeetingInvitee, Why], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterView:
    """`kept` says of each point and promise who may not read it, which keeps it out of the protocol; `agreed` is what
    all have said yes to. `lights` are of those from outside."""

    today: date
    mentee: Mentee
    mentor: str
    meeting: Meeting
    decisions: tuple[Commitment, ...]
    earlier: tuple[Commitment, ...]
    points: tuple[ProtocolPoint, ...]
    kept: Mapping[str, Kept]
    agreed: frozenset[str]
    is_printed: bool
    at_work: bool
    lights: Mapping[UUID, Standing]
    not_reading: frozenset[UUID]
    parties: tuple[Party, ...]

    tables: ClassVar[frozenset[str]] = frozenset(
        {"meeting", "meeting_invitee", "meeting_choice", "protocol_point", "commitment", "consent", "contact",
         "organisation", "network_link", "mentee", "mentor_profile", "print_log", "enrolment"}
    )  # fmt: skip

    @property
    def names(self) -> dict[Who, str]:
        return {Who.MENTEE: self.mentee.preferred_name, Who.MENTOR: self.mentor}


def read_view(session: Session, meeting_id: UUID, texts: Texts) -> AfterView:
    """NotFoundError when the meeting is gone."""
    meeting = get_meeting(session, meeting_id)
    mentee = get_mentee(session, meeting.mentee_id)
    mentor = get_profile(session).name or texts("mentee.the_mentor")
    common = read_common(session, meeting_id)
    today = session.info["clock"].today()
    sheet = gather_protocol_sheet(session, meeting_id, texts=texts)
    pieces: tuple[Block, ...] = (*sheet.points, *sheet.decisions)
    open_ones = (CommitmentState.OPEN, CommitmentState.DONE)
    return AfterView(
        today=today,
        mentee=mentee,
        mentor=mentor,
        meeting=meeting,
        decisions=tuple(one for one in list_decisions(session, meeting_id) if one.state in open_ones),
        earlier=_earlier(session, meeting, sheet),
        points=list_protocol(session, meeting_id),
        kept={piece.item: common.kept_from(piece) for piece in pieces},
        agreed=common.agreed,
        is_printed=is_printed(session, meeting_id),
        at_work=any(reader.audience is Audience.EMPLOYER for _, reader in common.readers),
        lights={
            one.id: standing(common.consents, recipient_of_invitee(session, mentee.id, one), today)
            for one in meeting.outside
        },
        not_reading=not_reading(session, meeting_id),
        parties=parties(mentee.preferred_name, mentor, meeting.outside, texts("plan.promise_nobody_yet")),
    )


def _earlier(session: Session, meeting: Meeting, sheet: ProtocolSheet) -> tuple[Commitment, ...]:
    """What earlier meetings left open: the same as stands on the paper."""
    if meeting.enrolment_id is None:
        return ()
    left = {one.item for one in sheet.decisions if one.earlier}
    every = list_commitments(session, meeting.enrolment_id, open_only=True)
    return tuple(one for one in every if f"promise:{one.id}" in left)
