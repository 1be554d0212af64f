"""Everything that the wizard shows of a meeting, read in one go as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentees import Mentee
from mentorapp.domain.network import NetworkLink
from mentorapp.domain.plans import Commitment
from mentorapp.domain.prints import PrintRecord
from mentorapp.exchange.meeting_parties import InvitedParty, MeetingCase, read_case
from mentorapp.exchange.old_papers import old_papers
from mentorapp.language.texts import Texts
from mentorapp.store.commitments import list_nobodys
from mentorapp.store.meeting_papers import list_wordings
from mentorapp.store.mentees import get_mentee
from mentorapp.store.network import list_links
from mentorapp.store.private_notes import list_private_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class WizardView:
    """`old` are papers printed before that no longer hold, `private` is how many private notes there are."""

    today: date
    mentee: Mentee
    case: MeetingCase
    network: tuple[NetworkLink, ...]
    wordings: Mapping[str, str]
    nobodys: tuple[Commitment, ...]
    old: tuple[PrintRecord, ...]
    private: int

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "meeting", "meeting_invitee", "agenda_item", "meeting_choice", "meeting_wording", "consent", "mentee",
            "contact", "organisation", "network_link", "commitment", "plan", "goal", "step", "session", "placement",
            "placement_hours", "adaptation", "workplace", "milestone", "income_period", "income_state",
            "education_support", "scale_response", "scale_mark", "level_entry", "enrolment", "mentor_profile",
            "print_log", "private_note", "protocol_point",
        }
    )  # fmt: skip

    @property
    def meeting(self) -> Meeting:
        return self.case.meeting

    @property
    def name(self) -> str:
        return self.mentee.preferred_name

    @property
    def parties(self) -> tuple[InvitedParty, ...]:
        return self.case.parties

    @property
    def outside(self) -> tuple[InvitedParty, ...]:
        return tuple(one for one in self.parties if not one.invitee.is_mentee)


def read_view(session: Session, meeting_id: UUID, texts: Texts) -> WizardView:
    """NotFoundError when the meeting is gone."""
    case = read_case(session, meeting_id, texts)
    mentee_id = case.meeting.mentee_id
    return WizardView(
        today=session.info["clock"].today(),
        mentee=get_mentee(session, mentee_id),
        case=case,
        network=list_links(session, mentee_id),
        wordings=list_wordings(session, meeting_id),
        nobodys=list_nobodys(session, mentee_id),
        old=old_papers(session, case),
        private=len(list_private_notes(session, mentee_id)),
    )
