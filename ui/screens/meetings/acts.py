"""What is done with a line of Möten without a form: one step, one undo."""

from mentorapp.domain.meetings import MeetingStatus
from mentorapp.store.check_in_lines import CheckInLine
from mentorapp.store.check_ins import hold_check_in
from mentorapp.store.meeting_state import MeetingLine
from mentorapp.store.meetings import remove_meeting, set_meeting_status
from mentorapp.store.store import Store


def hold(store: Store, line: CheckInLine) -> None:
    """The talk with a caseworker was today."""
    with store.write("check_in_held") as session:
        hold_check_in(session, line.contact.id, store.clock.today())


def take_back(store: Store, line: MeetingLine) -> None:
    """What was called off takes place after all."""
    with store.write("meeting_planned") as session:
        set_meeting_status(session, line.meeting.id, MeetingStatus.PLANNED)


def remove(store: Store, line: MeetingLine) -> None:
    """What was booked by mistake."""
    with store.write("meeting_removed") as session:
        remove_meeting(session, line.meeting.id)
