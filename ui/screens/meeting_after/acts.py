"""What is done after a meeting: each function is one step that the user sees, one undo, one notice."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.decisions import NewDecision
from mentorapp.domain.meetings import Attended, MeetingKind, MeetingStatus, NewPoint
from mentorapp.domain.plans import CommitmentState
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.commitments import change_commitment, set_commitment_state
from mentorapp.store.decisions import add_decision
from mentorapp.store.meetings import add_invitee, change_meeting, set_attended, set_meeting_status
from mentorapp.store.protocols import add_point, change_point, remove_point, say_yes_to, set_reading
from mentorapp.store.store import Store

from .reading import AfterView


class AfterActs:
    """`shown` gives what is on the screen when something is done."""

    def __init__(self, store: Store, shown: Callable[[], AfterView]) -> None:
        self.store, self._shown = store, shown

    def mark(self, invitee_id: UUID, attended: Attended) -> None:
        with self.store.write("attendance_set") as session:
            set_attended(session, invitee_id, attended)

    def all_came(self) -> None:
        """Whoever is not marked yet."""
        with self.store.write("attendance_set") as session:
            for one in self._shown().meeting.invitees:
                if one.attended is Attended.UNKNOWN:
                    set_attended(session, one.id, Attended.CAME)

    def turned_up(self, name: str) -> None:
        with self.store.write("unexpected_added") as session:
            key = add_invitee(session, self._shown().meeting.id, name=name, ad_hoc=True)
            set_attended(session, key, Attended.CAME)

    def decide(self, new: NewDecision) -> None:
        with self.store.write("decision_added") as session:
            add_decision(session, self._shown().meeting.mentee_id, new, self._shown().meeting.id)

    def drop(self, decision_id: UUID) -> None:
        with self.store.write("decision_dropped") as session:
            set_commitment_state(session, decision_id, CommitmentState.DROPPED)

    def fulfil(self, decision_id: UUID) -> None:
        with self.store.write("commitment_done") as session:
            set_commitment_state(session, decision_id, CommitmentState.DONE)

    def say(self, text: str) -> None:
        """At a workplace what is said is about the work until somebody says otherwise."""
        at_work = self._shown().meeting.kind is MeetingKind.WORKPLACE_THREE_PARTY
        with self.store.write("point_added") as session:
            add_point(session, self._shown().meeting.id, NewPoint(text, workplace_relevant=at_work))

    def reword(self, point_id: UUID, **details: Any) -> None:
        with self.store.write("point_changed") as session:
            change_point(session, point_id, **details)

    def unsay(self, point_id: UUID) -> None:
        with self.store.write("point_removed") as session:
            remove_point(session, point_id)

    def classify_decision(self, decision_id: UUID, info_class: InfoClass) -> None:
        with self.store.write("commitment_changed") as session:
            change_commitment(session, decision_id, info_class=info_class)

    def agree(self, items: Iterable[str], yes: bool) -> None:
        """All parties say yes to what may only stand there if they do."""
        with self.store.write("meeting_choice_set") as session:
            for item in items:
                say_yes_to(session, self._shown().meeting.id, item, yes)

    def share(self, invitee_id: UUID, reads: bool) -> None:
        """Whether a party gets the protocol."""
        with self.store.write("meeting_choice_set") as session:
            set_reading(session, self._shown().meeting.id, invitee_id, reads)

    def meet_again(self, **details: Any) -> None:
        with self.store.write("meeting_changed") as session:
            change_meeting(session, self._shown().meeting.id, **details)

    def finish(self, today: date) -> None:
        """Held and written up. InputError for one that is still ahead."""
        meeting = self._shown().meeting
        with self.store.write("meeting_written_up") as session:
            set_meeting_status(session, meeting.id, MeetingStatus.HELD)
            change_meeting(session, meeting.id, written_up_on=meeting.written_up_on or today)
            for one in meeting.invitees:
                if one.is_mentor and one.attended is Attended.UNKNOWN:
                    set_attended(session, one.id, Attended.CAME)
