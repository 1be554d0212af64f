"""What is done from the tab without a form: each function is one step that the user sees, one undo, one notice."""

from collections.abc import Callable
from uuid import UUID

from mentorapp.domain.routines import Checklist, ItemState, RoutineEntry
from mentorapp.domain.studies import StudyDate, StudyPhase
from mentorapp.domain.workplace_support import StageEntry
from mentorapp.store.education_supports import change_education_support
from mentorapp.store.routines import add_own_item
from mentorapp.store.se_stages import end_stage
from mentorapp.store.store import Store
from mentorapp.store.study_plans import set_study_date_done

from ..items import say_about
from ..reading import Person


class WorkActs:
    """`who` gives the person who is shown when something is done."""

    def __init__(self, store: Store, who: Callable[[], Person]) -> None:
        self._store, self._who = store, who

    def say(self, checklist: Checklist, entry: RoutineEntry, state: ItemState) -> None:
        with self._store.write("routine_set") as session:
            say_about(session, self._who(), checklist, entry, state)

    def add_own(self, checklist: Checklist, words: str) -> None:
        with self._store.write("routine_added") as session:
            add_own_item(session, self._who().mentee.id, checklist, words)

    def end_stage(self, one: StageEntry) -> None:
        with self._store.write("stage_ended") as session:
            end_stage(session, one.id)

    def set_phase(self, studies_id: UUID, phase: StudyPhase) -> None:
        with self._store.write("studies_changed") as session:
            change_education_support(session, studies_id, phase=phase)

    def tick_date(self, one: StudyDate, done: bool) -> None:
        with self._store.write("study_date_done") as session:
            set_study_date_done(session, one.id, done)
