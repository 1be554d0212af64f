"""What is done on the page without a form: each function is one step that the user sees, and one undo."""

from collections.abc import Callable

from mentorapp.domain.routines import Checklist, ItemState, RoutineEntry
from mentorapp.domain.workplace_support import Adaptation, AdaptationLight
from mentorapp.store.adaptations import add_adaptation, set_light
from mentorapp.store.routines import change_routine_item, set_routine_item
from mentorapp.store.store import Store

from .reading import View


class PlacementActs:
    """`view` gives the placement that is shown when something is done."""

    def __init__(self, store: Store, view: Callable[[], View]) -> None:
        self._store, self._view = store, view

    def add_need(self, words: str) -> None:
        with self._store.write("adaptation_added") as session:
            add_adaptation(session, self._view().placement.id, words)

    def light(self, one: Adaptation, light: AdaptationLight, lit: bool) -> None:
        with self._store.write("adaptation_lit") as session:
            set_light(session, one.id, light, lit)

    def tick(self, entry: RoutineEntry, done: bool) -> None:
        state = ItemState.DONE if done else ItemState.OPEN
        with self._store.write("routine_set") as session:
            if entry.said is not None:
                change_routine_item(session, entry.said.id, state)
            else:
                set_routine_item(session, self._view().mentee.id, Checklist.SE, entry.word.code, state)
