"""What the foot of the window says: saved when, what undo would take back, and the last thing done."""

from typing import TYPE_CHECKING

from mentorapp.language import time_of_day
from mentorapp.language.texts import Texts
from ui.actions import cap
from ui.rail_foot import RailFoot
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from mentorapp.store.store import Change, Store


class Telling:
    """Says it in the status line and, where the window is low, at the foot of the rail."""

    def __init__(self, store: "Store", texts: Texts, status: StatusLine, rail_foot: RailFoot) -> None:
        self._store, self._texts = store, texts
        self._status, self._rail_foot = status, rail_foot

    def say(self, sentence: str) -> None:
        """A line of words, until the next change."""
        self._status.set_item("done", "info", sentence)

    def saved(self) -> None:
        """Everything is stored, as of now."""
        at = self._store.clock.now().astimezone().time()
        saved = self._texts("window.saved", time=time_of_day(self._texts, at))
        self._status.set_item("saved", "check", saved, loud=False)
        self._rail_foot.set_saved(saved)

    def changed(self) -> None:
        """After a change of the store: what was said before no longer holds."""
        self._status.remove_item("done")
        self.saved()
        self.undo_label()

    def undo_label(self) -> None:
        label = self._store.undo_label
        if label is None:
            self._status.remove_item("undo")
            self._rail_foot.set_undo("")
            return
        words = self._texts("window.undo", what=_in_a_sentence(self._texts(f"actions.{label}")))
        self._status.set_item("undo", "undo", words, cap(self._texts, "undo"), act=True)
        self._rail_foot.set_undo(words)

    def taken(self, change: "Change | None", done: str, nothing: str) -> None:
        """What undo or redo did; `done` and `nothing` are keys under `window.`."""
        if change is None:
            self.say(self._texts(f"window.{nothing}"))
        else:
            self.say(self._texts(f"window.{done}", what=_in_a_sentence(self._texts(f"actions.{change.label}"))))


def _in_a_sentence(label: str) -> str:
    """A label begins with a capital; after a colon it does not."""
    return label[:1].lower() + label[1:]
