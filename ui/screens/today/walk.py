"""Up and Down over all rows of Idag, through the groups; Enter opens, the menu key says what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QScrollArea, QWidget

from mentorapp.language.texts import Texts

from .group import Entry, Group

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Walk(QObject):
    """Watches the keys of every row, and knows where the focus was when the rows are made anew."""

    def __init__(self, texts: Texts, area: QScrollArea) -> None:
        super().__init__(area)
        self._texts = texts
        self._area = area
        self._groups: tuple[Group, ...] = ()
        self._last: tuple[str, int] | None = None

    def watch(self, groups: Sequence[Group]) -> None:
        """The groups in the order of reading."""
        self._groups = tuple(groups)
        for group in groups:
            for stop in self._all_stops(group):
                stop.installEventFilter(self)

    def stops(self) -> list[QWidget]:
        return [stop for group in self._groups for stop in group.stops()]

    def place(self) -> tuple[str, int] | None:
        """Where the focus is: the key of its row, and its place in the walk."""
        for number, stop in enumerate(self.stops()):
            if stop.hasFocus():
                entry = self._entry_of(stop)
                return (entry[1].key if entry else "", number)
        return None

    def return_to(self, place: tuple[str, int] | None = None) -> bool:
        """The same row, or the one that has taken its place; without a place where the focus was last."""
        place = place or self._last
        stops = self.stops()
        if place is None or not stops:
            return False
        same = next((s for s in stops if (e := self._entry_of(s)) and e[1].key == place[0]), None)
        (same or stops[min(place[1], len(stops) - 1)]).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._area.ensureWidgetVisible(watched, 0, 40)
            self._last = self.place()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return False

    def show_menu(self, group: Group, entry: Entry) -> None:
        """At the row."""
        menu = self.menu_for(group, entry)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(entry.stop.mapToGlobal(QPoint(0, entry.stop.height())))

    def menu_for(self, group: Group, entry: Entry) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(entry.widget)
        self._add(menu, self._texts("today.open"), entry.open)
        if entry.act is not None and entry.act_words != self._texts("today.open"):
            self._add(menu, entry.act_words, entry.act)
        if entry.throw is not None:
            self._add(menu, self._texts("today.throw_draft"), entry.throw)
        if entry.later:
            menu.addSeparator()
            for words, then in entry.later:
                self._add(menu, words, then)
            menu.addSeparator()
        self._add(menu, self._texts("today.why"), lambda: group.explain(entry))
        return menu

    def _on_key(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        stops = self.stops()
        if watched not in stops:
            return False
        here = stops.index(watched)
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(stops) - 1}
        steps = {Qt.Key.Key_Down: here + 1, Qt.Key.Key_Up: here - 1}
        wanted = ends.get(Qt.Key(event.key()), steps.get(Qt.Key(event.key())))
        if wanted is not None:
            stops[max(0, min(wanted, len(stops) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        found = self._entry_of(watched)
        if found is None:
            if event.key() in _ENTER and isinstance(watched, QAbstractButton):
                watched.click()
                return True
            return False
        if event.key() in _ENTER:
            found[1].open()
            return True
        if event.key() == Qt.Key.Key_Menu:
            self.show_menu(*found)
            return True
        return False

    def _entry_of(self, stop: QWidget) -> tuple[Group, Entry] | None:
        return next(((g, e) for g in self._groups for e in g.entries() if e.stop is stop), None)

    def _all_stops(self, group: Group) -> set[QWidget]:
        return {entry.stop for entry in group.entries()} | set(group.stops())

    def _add(self, menu: QMenu, words: str, then: Callable[[], None]) -> None:
        menu.addAction(words).triggered.connect(lambda: then())
