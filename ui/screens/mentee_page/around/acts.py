"""What is done from the tab without a form: each function is one step that the user sees, one undo, one notice."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from mentorapp.domain.attachments import check_size
from mentorapp.domain.plans import Who
from mentorapp.domain.routines import Checklist, ItemState, RoutineEntry
from mentorapp.store.attachments import add_attachment
from mentorapp.store.commitments import add_commitment
from mentorapp.store.faults import faults_in_plain_words
from mentorapp.store.mentees import change_mentee
from mentorapp.store.routines import add_own_item
from mentorapp.store.store import Store

from ..items import say_about
from ..reading import Person


class AroundActs:
    """`who` gives the person who is shown when something is done."""

    def __init__(self, store: Store, who: Callable[[], Person]) -> None:
        self._store, self._who = store, who

    def say(self, checklist: Checklist, entry: RoutineEntry, state: ItemState) -> None:
        """Done, declined or not needed as of today, or open again."""
        with self._store.write("routine_set") as session:
            say_about(session, self._who(), checklist, entry, state)

    def add_own(self, checklist: Checklist, words: str) -> None:
        with self._store.write("routine_added") as session:
            add_own_item(session, self._who().mentee.id, checklist, words)

    def keep_file(self, path: Path, checklist: Checklist | None, entry: RoutineEntry | None) -> None:
        """For an item of a checklist, or for the person. InputError `file`, WorldFault when it cannot be read."""
        with faults_in_plain_words():
            check_size(path.stat().st_size)
            content = path.read_bytes()
        with self._store.write("attachment_added") as session:
            item: UUID | None = None
            if checklist is not None and entry is not None:
                item = entry.said.id if entry.said else say_about(session, self._who(), checklist, entry, entry.state)
            add_attachment(session, self._who().mentee.id, path.name, content, routine_item_id=item)

    def promise_meeting(self, words: str) -> None:
        """The suggestion of a meeting with everybody, as a promise by the mentor (F 35)."""
        enrolment = self._who().enrolment
        assert enrolment is not None
        with self._store.write("commitment_added") as session:
            add_commitment(session, enrolment.id, words, who=Who.MENTOR)

    def write_months(self, months: int) -> None:
        with self._store.write("support_months_set") as session:
            change_mentee(session, self._who().mentee.id, public_support_months_before=months)
