"""What stands round every screen once the store is open: the rail, the status line, the way back, and the keys.

`add_screen(key, screen)` puts a screen in; `go(key)` shows it. The frame knows screens only by what all have.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.actions import Shortcuts, cap
from ui.key_list import show_keys
from ui.rail_foot import RailFoot
from ui.regions import step_region
from ui.telling import Telling
from ui.theme import TEXT_SIZES, Theme
from ui.widgets.overlay import Overlay
from ui.widgets.rail import Place, Rail
from ui.widgets.screen import Screen
from ui.widgets.status_line import StatusLine
from ui.widgets.widths import Width, is_low, width_class

if TYPE_CHECKING:
    from mentorapp.store.store import Change, Store

_LONGEST_WAY_BACK = 50
_PLACES = (
    ("today", "today"),
    ("mentees", "people"),
    ("meetings", "meeting"),
    ("workplaces", "work"),
    ("settings", "gear"),
)
_BEGINNINGS = frozenset({"today", "mentees"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one was: a screen, and what was open in it."""

    key: str
    subject: object = None


class _Room:
    """A place of the window; its screen is built when it is first shown."""

    def __init__(self, make: Callable[[], Screen], open_: Callable[[object], None] | None, rail: str) -> None:
        self._make = make
        self._screen: Screen | None = None
        self.open, self.rail = open_, rail

    @property
    def built(self) -> Screen | None:
        return self._screen

    def screen(self, stack: QStackedWidget) -> Screen:
        if self._screen is None:
            self._screen = self._make()
            stack.addWidget(self._screen)
        return self._screen


class Frame(QWidget):
    """`note_wanted`, `print_wanted`, `filter_wanted` and `meeting_mode_wanted` ask for what only the builder of the
    screens can do."""

    lock_wanted = Signal()
    note_wanted = Signal()
    print_wanted = Signal()
    filter_wanted = Signal()
    meeting_mode_wanted = Signal()
    text_size_chosen = Signal(int)

    def __init__(self, store: "Store", texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store, self.texts, self.theme = store, texts, theme
        self._rooms: dict[str, _Room] = {}
        self.places = self._rooms.keys()
        self._here: Spot | None = None
        self._way: list[Spot] = []
        self.rail = _rail(theme, texts)
        self.rail_foot = RailFoot(theme)
        self.status = StatusLine(theme, texts("widgets.status"), texts("window.all_here"))
        self.telling = Telling(store, texts, self.status, self.rail_foot)
        self.screens = QStackedWidget()
        self.rail.chosen.connect(self._on_rail)
        self.status.act_wanted.connect(lambda _key: self.undo())
        self.rail_foot.undo_wanted.connect(self.undo)
        self.shortcuts = Shortcuts(self, self._handlers(), self._is_covered)
        self._unsubscribe = store.on_change(self._on_change)
        theme.changed.connect(self._fit)
        self.telling.undo_label()

    def add_screen(
        self,
        key: str,
        make: Callable[[], Screen],
        open_: Callable[[object], None] | None = None,
        *,
        rail: str = "",
    ) -> None:
        """`open_` is called with the subject before the screen is shown; `rail` is the place marked meanwhile."""
        self._rooms[key] = _Room(make, open_, rail or key)

    def assemble(self) -> None:
        """Tab goes in the order in which parts come in here: screens, status line, rail. What is built later joins the
        end of the way, and as the way is a circle it comes before the status line all the same."""
        for part in (self.screens, self.status, self.rail, self.rail_foot):
            part.setParent(self)
        right, left = QVBoxLayout(), QVBoxLayout()
        right.addWidget(self.screens, 1)
        right.addWidget(self.status)
        left.addWidget(self.rail, 1)
        left.addWidget(self.rail_foot)
        whole = QHBoxLayout(self)
        whole.addLayout(left)
        whole.addLayout(right, 1)
        for layout in (whole, left, right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    def build(self, key: str) -> None:
        """Builds a screen before it is asked for."""
        self._rooms[key].screen(self.screens)

    @property
    def here(self) -> Spot | None:
        return self._here

    @property
    def current(self) -> Screen | None:
        return None if self._here is None else self._rooms[self._here.key].built

    def go(self, key: str, subject: object = None) -> None:
        """Shows a screen and remembers the way."""
        spot = Spot(key, subject)
        if self._here is not None and self._here != spot:
            self._way = [*self._way[-_LONGEST_WAY_BACK:], self._here]
        self._show(spot)

    def back(self) -> None:
        """Where one was before; at the beginning of the way nothing happens."""
        if self._way:
            self._show(self._way.pop())

    def undo(self) -> None:
        if _may_go_back(self.current, self.store.undo_label):
            self.telling.taken(self.store.undo(), "undone", "nothing_to_undo")

    def redo(self) -> None:
        if _may_go_back(self.current, self.store.redo_label):
            self.telling.taken(self.store.redo(), "redone", "nothing_to_redo")

    def let_go(self) -> None:
        """Ends listening to the store."""
        self._unsubscribe()
        self.theme.changed.disconnect(self._fit)

    def set_form_over(self, over: bool) -> None:
        """While a form lies over the screens its own keys hold."""
        self.shortcuts.set_form_over(over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Show:
            self._fit()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody on the screen wanted goes back; from a place to begin with there is nothing to leave."""
        leaves = self._here is not None and self._here.key not in _BEGINNINGS and not is_alone(self.current)
        if event.key() == Qt.Key.Key_Escape and leaves:
            self.back()
        else:
            super().keyPressEvent(event)

    def _is_covered(self) -> bool:
        """Whether a card lies over the window: what lies below it then hears no keys."""
        return any(overlay.isVisible() for overlay in self.window().findChildren(Overlay))

    def _handlers(self) -> dict[str, Callable[[], None]]:
        def to(key: str) -> Callable[[], None]:
            return lambda: self.go(key)

        def keys() -> None:
            show_keys(self.window(), self.theme, self.texts)

        return {
            "note": self.note_wanted.emit,
            "lock": self.lock_wanted.emit,
            "meeting_mode": self.meeting_mode_wanted.emit,
            "today": to("today"),
            "mentees": to("mentees"),
            "meetings": to("meetings"),
            "workplaces": to("workplaces"),
            "settings": to("settings"),
            "register": to("register"),
            "groups": to("groups"),
            "figures": to("figures"),
            "back": self.back,
            "next_tab": lambda: self._turn_tab("next_tab"),
            "previous_tab": lambda: self._turn_tab("previous_tab"),
            "next_region": lambda: step_region(self._regions(), 1),
            "previous_region": lambda: step_region(self._regions(), -1),
            "undo": self.undo,
            "redo": self.redo,
            "print": self.print_wanted.emit,
            "filter": self.filter_wanted.emit,
            "larger": lambda: self._change_size(1),
            "smaller": lambda: self._change_size(-1),
            "normal_size": lambda: self._set_size(100),
            "keys": keys,
        }

    def _show(self, spot: Spot) -> None:
        room = self._rooms[spot.key]
        screen = room.screen(self.screens)
        self._here = spot
        if room.open is not None:
            room.open(spot.subject)
        self.screens.setCurrentWidget(screen)
        self.rail.set_current(room.rail)
        self.shortcuts.only = screen.keys_alone
        self._fit()
        screen.focus_first()

    def _on_rail(self, key: str) -> None:
        if key == "note":
            self.note_wanted.emit()
        elif key == "lock":
            self.lock_wanted.emit()
        elif key == "meeting_mode":
            self.meeting_mode_wanted.emit()
        else:
            self.go(key)

    def _turn_tab(self, name: str) -> None:
        turn = getattr(self.current, name, None)
        if callable(turn):
            turn()

    def _regions(self) -> list[QWidget]:
        current = self.current
        own = getattr(current, "regions", None)
        parts: list[QWidget] = list(own()) if callable(own) else ([current] if current is not None else [])
        return [self.rail, *parts, self.status, self.rail_foot]

    def _change_size(self, step: int) -> None:
        at = TEXT_SIZES.index(self.theme.text_percent)
        self._set_size(TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, at + step))])

    def _set_size(self, percent: int) -> None:
        self.text_size_chosen.emit(percent)
        self.status.say(self.texts("window.text_size", percent=percent))

    def _on_change(self, change: "Change") -> None:
        for room in self._rooms.values():
            if room.built is not None:
                room.built.note_change(change)
        self.telling.changed()

    def _fit(self) -> None:
        low, alone = is_low(self), is_alone(self.current)
        folded = self.current is not None and self.current.folds_rail
        self.rail.set_words(width_class(self) is Width.WIDE and not folded)
        self.rail.setVisible(not alone)
        self.status.setVisible(not low and not alone)
        self.rail_foot.setVisible(low and not alone)


def is_alone(screen: Screen | None) -> bool:
    """Whether the screen has the window to itself."""
    return screen is not None and screen.keys_alone is not None


def _may_go_back(screen: Screen | None, label: str | None) -> bool:
    """A screen that is alone undoes only what is done on it: what lies before is about others."""
    return screen is None or screen.undoes is None or label in screen.undoes


def _rail(theme: Theme, texts: Texts) -> Rail:
    places = tuple(Place(key, texts(f"window.{key}"), icon, cap(texts, key)) for key, icon in _PLACES)
    foot = tuple(
        Place(key, texts(f"window.{key}"), icon, cap(texts, key))
        for key, icon in (("meeting_mode", "screen"), ("lock", "lock"))
    )
    main = Place("note", texts("window.note"), "plus", cap(texts, "note"))
    return Rail(theme, texts("window.name"), main, places, foot)
