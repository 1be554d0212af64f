"""What every tab of the page is: it says which tables it draws, shows a person, and asks the page by signals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Theme

from .reading import Person


class Tab(QWidget):
    """`shows` names the tables that the tab reads or draws; a change in one of them brings `show_person` again.

    What only one tab needs it reads itself in `show_person`, in one `store.read()`. `tab_wanted` carries another tab's
    name, `opened` an item of the timeline or the UUID of a contact, `print_wanted` a PrintRequest, `place_wanted` the
    key of another place of the window, `placement_wanted` a PlacementRequest.
    """

    shows: frozenset[str] = frozenset()

    note_wanted = Signal()
    print_wanted = Signal(object)
    tab_wanted = Signal(str)
    opened = Signal(object)
    programme_wanted = Signal()
    place_wanted = Signal(str)
    placement_wanted = Signal(object)

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__()
        self.store, self.texts, self.theme = store, texts, theme

    def show_person(self, person: Person) -> None:
        """Draws the person anew, keeping focus, selection and scroll where they were."""
        raise NotImplementedError

    def sides(self) -> list[QWidget]:
        """What F6 goes between."""
        return [self]

    def focus_first(self) -> None:
        """Puts the focus where the most common next act is."""

    def write_all(self) -> None:
        """Stores what is written in fields and not stored yet; before the page is left, locked or closed."""

    def open_draft(self, form: str) -> None:
        """Opens the form of that name (`<tab>.<thing>`, perhaps `:<id>`), which puts back what was kept of it. Nothing
        is to be done for fields that stand open, or when what the form is about is gone."""

    def print_request(self) -> PrintRequest | None:
        """What Ctrl+P prints, where the tab has a choice of its own."""
        return None
