"""Drafts thrown away on Idag: gone from the store at once, and to be had back in their place until one goes elsewhere.

A draft is no step that Ctrl+Z takes back: its words are not in the journal.
"""

from dataclasses import replace
from uuid import UUID

from mentorapp.store.drafts import Draft, get_draft, keep_draft, remove_draft
from mentorapp.store.store import Store
from ui.requests import DraftRequest

from .reading import KeptDraft


class Thrown:
    """`rows` are shown in the place of what was thrown away."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._drafts: dict[tuple[str, UUID | None], Draft] = {}
        self.rows: tuple[KeptDraft, ...] = ()

    def throw(self, draft: KeptDraft) -> None:
        mentee_id = draft.person.mentee_id if draft.person else None
        with self._store.read() as session:
            found = get_draft(session, draft.form, mentee_id)
        if found is None:
            return
        self._drafts[draft.form, mentee_id] = found
        self.rows = (*self.rows, replace(draft, thrown=True))
        with self._store.write("draft_removed") as session:
            remove_draft(session, draft.form, mentee_id)

    def take_back(self, request: DraftRequest) -> None:
        draft = self._drafts.pop((request.form, request.mentee_id), None)
        if draft is None:
            return
        self.rows = tuple(row for row in self.rows if row.request != request)
        with self._store.write("draft_kept") as session:
            keep_draft(session, draft.form, draft.mentee_id, draft.content)

    def forget(self) -> bool:
        """Nothing can be had back any more; whether there was something."""
        there_was, self._drafts, self.rows = bool(self.rows), {}, ()
        return there_was
