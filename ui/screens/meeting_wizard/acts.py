"""What is done in the wizard: each function is one step that the user sees, one undo, one notice."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from mentorapp.domain.meetings import AT_WORK, PartyChoices
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.meeting_papers import (
    add_agenda_item,
    change_agenda_item,
    order_agenda,
    remove_agenda_item,
    set_choices,
    set_wording,
)
from mentorapp.store.meetings import add_invitee, change_meeting, move_meeting, remove_invitee
from mentorapp.store.store import Store

from .reading import WizardView


class WizardActs:
    """`shown` gives what is on the screen when something is done."""

    def __init__(self, store: Store, shown: Callable[[], WizardView]) -> None:
        self.store, self._shown = store, shown

    @property
    def _id(self) -> UUID:
        return self._shown().meeting.id

    def change(self, **details: Any) -> None:
        with self.store.write("meeting_changed") as session:
            change_meeting(session, self._id, **details)

    def move(self, day: Any, at: Any) -> None:
        with self.store.write("meeting_moved") as session:
            move_meeting(session, self._id, day, start_time=at)

    def invite(self, **who: Any) -> None:
        with self.store.write("invitee_added") as session:
            add_invitee(session, self._id, **who)

    def uninvite(self, invitee_id: UUID) -> None:
        with self.store.write("invitee_removed") as session:
            remove_invitee(session, invitee_id)

    def reword(self, item: str, text: str) -> None:
        with self.store.write("meeting_reworded") as session:
            set_wording(session, self._id, item, text)

    def choose(self, choices: Sequence[PartyChoices]) -> None:
        with self.store.write("meeting_choice_set") as session:
            for one in choices:
                set_choices(session, self._id, one)

    def add_item(self, title: str, place: int | None = None) -> None:
        """Last, or at a place of the agenda."""
        with self.store.write("agenda_item_added") as session:
            added = add_agenda_item(session, self._id, title, workplace_relevant=True)
            if place is not None:
                ids = [one.id for one in self._shown().meeting.agenda]
                order_agenda(session, self._id, [*ids[:place], added, *ids[place:]])

    def change_item(self, item_id: UUID, **details: Any) -> None:
        with self.store.write("agenda_item_changed") as session:
            change_agenda_item(session, item_id, **details)

    def set_class(self, item_id: UUID, info_class: InfoClass) -> None:
        """What an own item is about; what is not about work does not concern the workplace."""
        self.change_item(item_id, info_class=info_class, workplace_relevant=info_class in AT_WORK)

    def remove_item(self, item_id: UUID) -> None:
        with self.store.write("agenda_item_removed") as session:
            remove_agenda_item(session, item_id)

    def move_item(self, item_id: UUID, way: int) -> bool:
        """One place up (-1) or down (1); False at the end of the list."""
        ids = [one.id for one in self._shown().meeting.agenda]
        place = ids.index(item_id)
        if not 0 <= place + way < len(ids):
            return False
        ids[place], ids[place + way] = ids[place + way], ids[place]
        with self.store.write("agenda_ordered") as session:
            order_agenda(session, self._id, ids)
        return True
