"""Where a meeting leads to: what is ahead is prepared, what has been is written up."""

from uuid import UUID

from mentorapp.domain.meetings import Phase, phase_of
from mentorapp.store.meetings import get_meeting
from mentorapp.store.store import Store
from ui.requests import WizardRequest, WriteUpRequest


def meeting_way(store: Store, meeting_id: UUID) -> WizardRequest | WriteUpRequest:
    with store.read() as session:
        meeting = get_meeting(session, meeting_id)
    if phase_of(meeting, store.clock.now().astimezone()) in (Phase.AHEAD, Phase.NOW):
        return WizardRequest(meeting.mentee_id, meeting.id)
    return WriteUpRequest(meeting.mentee_id, meeting.id)
