"""The base of every screen: it reads when it is shown, and only when something it shows has changed."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    # The unlock page derives from this class and must be painted before SQLAlchemy is imported.
    from mentorapp.store.store import Change


class Screen(QWidget):
    """A subclass says in `shows` which tables it draws, and draws them in `refresh()`."""

    shows: frozenset[str] = frozenset()
    folds_rail = False
    """Whether it needs the width: the rail then shows icons only."""
    keys_alone: frozenset[str] | None = None
    """A screen that has the window to itself, without rail and status line, names the actions that hold there."""
    undoes: frozenset[str] | None = None
    """The only steps that may be undone there; None is any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def refresh(self) -> None:
        """Reads from the store and draws anew, keeping focus, selection and scroll where they were."""
        raise NotImplementedError

    def open_draft(self, form: str) -> None:
        """Opens the form of that name, which puts back what was kept of it; a field on a page has it already."""

    def focus_first(self) -> None:
        """Puts the focus where the most common next act is."""

    def note_change(self, change: "Change") -> None:
        """A change in the store: refreshes when visible, remembers to when hidden."""
        if change.tables & self.shows:
            self.mark_stale()

    def mark_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._freshen()

    def showEvent(self, event: QShowEvent) -> None:
        self._freshen()
        super().showEvent(event)

    def _freshen(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
