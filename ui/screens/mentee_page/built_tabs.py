"""The tabs that have been built, in a stack: which is in sight, and which have to be drawn anew when they are."""

from collections.abc import Callable, Iterator
from itertools import takewhile

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from ui.widgets.focus_chain import chain_from

from .reading import Person
from .tab import Tab


class BuiltTabs(QStackedWidget):
    """`make(name)` builds and connects a tab; `before` is the part of the page after which Tab comes into it."""

    def __init__(self, make: Callable[[str], Tab], before: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make, self._before = make, before
        self._tabs: dict[str, Tab] = {}
        self._outdated: set[str] = set()
        self._scrolled: set[str] = set()
        self._person: Person | None = None

    def __iter__(self) -> Iterator[Tab]:
        return iter(self._tabs.values())

    def tab(self, name: str) -> Tab:
        """The tab of that name, built now if it was not."""
        tab = self._tabs.get(name)
        if tab is None:
            tab = self._tabs[name] = self._make(name)
            self._outdated.add(name)
            self.addWidget(tab)
            _put_in_order(self._before(), tab)
        return tab

    def show_tab(self, name: str) -> None:
        self.setCurrentWidget(self.tab(name))

    def hand_on(self, name: str, person: Person) -> None:
        """Draws the tab in sight; the others are drawn when they are chosen. Another person begins at the top."""
        if person is not self._person:
            if self._person is not None and person.mentee.id != self._person.mentee.id:
                self._scrolled.update(self._tabs)
            self._person = person
            self._outdated.update(self._tabs)
        tab = self.tab(name)
        if name in self._outdated:
            self._outdated.discard(name)
            tab.show_person(person)
        if name in self._scrolled:
            self._scrolled.discard(name)
            for area in tab.findChildren(QScrollArea):
                area.verticalScrollBar().setValue(0)

    def note_tables(self, tables: frozenset[str]) -> None:
        """What a change has touched."""
        self._outdated.update(name for name, tab in self._tabs.items() if tables & tab.shows)


def _put_in_order(before: QWidget, tab: Tab) -> None:
    """A part that comes in late would be the last that Tab comes to, behind the window's own parts. The list of a
    drop-down is a window of its own."""
    for one in tuple(takewhile(tab.isAncestorOf, chain_from(tab))):
        if one.window() is tab.window():
            QWidget.setTabOrder(before, one)
            before = one
