"""What is done to a mapping from the tab: each function is one step that the user sees. The first answer begins it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.store.mappings import (
    add_wish,
    begin_mapping,
    change_wish,
    complete_mapping,
    confirm_answer,
    current_mapping,
    remove_wish,
    set_answer,
)
from mentorapp.store.routines import set_routine_item
from mentorapp.store.store import Store
from mentorapp.store.vocational_profiles import change_vocational_profile


class MappingActs:
    """`enrolment` and `mentee` say whose mapping it is at the moment something is done."""

    def __init__(self, store: Store, enrolment: Callable[[], UUID], mentee: Callable[[], UUID]) -> None:
        self._store, self._enrolment, self._mentee = store, enrolment, mentee

    def answer(self, area: str, **details: Any) -> None:
        with self._store.write("mapping_answered") as session:
            set_answer(session, self._current(session), area, **details)

    def confirm(self, area: str) -> None:
        with self._store.write("mapping_confirmed") as session:
            confirm_answer(session, self._current(session), area)

    def complete(self) -> None:
        with self._store.write("mapping_completed") as session:
            complete_mapping(session, self._current(session))

    def add_wish(self, words: str) -> None:
        with self._store.write("wish_added") as session:
            add_wish(session, self._current(session), words)

    def change_wish(self, wish_id: UUID, words: str) -> None:
        with self._store.write("wish_changed") as session:
            change_wish(session, wish_id, words)

    def remove_wish(self, wish_id: UUID) -> None:
        with self._store.write("wish_removed") as session:
            remove_wish(session, wish_id)

    def change_profile(self, name: str, words: str) -> None:
        with self._store.write("vocational_profile_changed") as session:
            change_vocational_profile(session, self._mentee(), **{name: words})

    def tick_routine(self, item: str, done: bool) -> None:
        state = ItemState.DONE if done else ItemState.OPEN
        with self._store.write("routine_set") as session:
            set_routine_item(session, self._mentee(), Checklist.ONBOARDING, item, state, enrolment_id=self._enrolment())

    def _current(self, session: Session) -> UUID:
        mapping = current_mapping(session, self._enrolment())
        return mapping.id if mapping else begin_mapping(session, self._enrolment())
