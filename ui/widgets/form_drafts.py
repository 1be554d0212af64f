"""The fields of a form that has an end (Spara, Klart, Enter), kept as a draft until then; see `draft_keeper`.

drafts = FormDrafts(store, f"plan.step:{step.id}", mentee_id, parent=self)
drafts.add("text", self.text)
drafts.restore()                  # once the fields hold what the store has

with drafts.ending():             # the draft goes in the same write as the saving
    self._save(changed)
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from .draft_keeper import DraftKeeper
from .entry import Entry, entry_of

if TYPE_CHECKING:
    from mentorapp.store.drafts import Draft
    from mentorapp.store.store import Store


MakeDrafts = Callable[[str], "FormDrafts"]
"""Makes the drafts of a form by its name, for the person who is shown."""


class FormDrafts(QObject):
    """What is as it was when the form opened leaves no draft."""

    def __init__(
        self,
        store: "Store",
        form: str,
        mentee_id: UUID | None,
        *,
        parent: QObject | None = None,
        on_due: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.entries: dict[str, Entry] = {}
        self._fresh: dict[str, Any] = {}
        self._open = False
        self._keeper = DraftKeeper(store, form, mentee_id, self._changes, self, on_due)

    @property
    def form(self) -> str:
        return self._keeper.form

    @property
    def widgets(self) -> list[QWidget]:
        """What is kept."""
        return [entry.widget for entry in self.entries.values()]

    def add(self, name: str, widget: QWidget) -> Entry:
        """A field under its name. One that comes while the form is open is as it was when it came."""
        entry = self.entries[name] = entry_of(widget)
        entry.on_edit(self._keeper.note_edit)
        if self._open:
            self._fresh.setdefault(name, entry.read())
        return entry

    def values(self) -> dict[str, Any]:
        """What the fields hold, as JSON can hold it."""
        return {name: entry.read() for name, entry in self.entries.items()}

    def restore(self, prepare: Callable[[dict[str, Any]], object] = lambda _values: None) -> "Draft | None":
        """Puts back what was kept of just this form and mentee; `prepare` may add fields that it needs first."""
        self._fresh, self._open = self.values(), True
        draft = self._keeper.turn_to(self._keeper.mentee_id)
        if draft is not None:
            content = dict(draft.content)
            prepare(content)
            self.put(content)
        return draft

    def turn_to(self, mentee_id: UUID | None, form: str = "") -> None:
        """For a form that outlives the person or the thing it is about: keeps theirs; `restore` brings the next."""
        self.keep()
        self.forget()
        self._keeper.mentee_id, self._keeper.form = mentee_id, form or self._keeper.form

    def put(self, values: Mapping[str, Any]) -> None:
        """A value that this version of the form cannot take stays as it was."""
        for name, value in values.items():
            if name in self.entries:
                try:
                    self.entries[name].put(value)
                except (TypeError, ValueError):
                    continue

    def put_fresh(self) -> dict[str, Any]:
        """As it was when the form opened; what stood there is given back."""
        before = self.values()
        self.put(self._fresh)
        return before

    def keep(self) -> bool:
        """Writes what is not kept yet; whether there is a draft now. WorldFault when the world does not take it."""
        return self._keeper.keep()

    @contextmanager
    def ending(self) -> Iterator[None]:
        """What is written inside takes the draft with it; at an error the form goes on."""
        with self._keeper.ending():
            yield
        self._open = False

    def discard(self) -> None:
        """What was typed is not wanted, or is what the store has anyway: the draft goes."""
        self._fresh = self.values()
        self.keep()
        self.forget()

    def forget(self) -> None:
        """The form goes; what is kept of it stays, and nothing more is kept."""
        self._keeper.stop()
        self._open = False

    def _changes(self) -> dict[str, Any]:
        values = self.values()
        return {} if values == self._fresh else values
