"""A group of Idag: a card with rows that Up and Down walk over, folded to three when there are more than four.

Rows are made when they are shown: where hundreds wait, three are drawn.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.row import Row
from ui.widgets.text import Text

from .rows import GoodRow, PromiseRow

FOLDED_TO = 3
MOST = 4
_AT_A_TIME = 50


def _nothing() -> None:
    """A row that has nobody to open."""


Later = tuple[str, Callable[[], None]]
"""What can be done later: the words of the menu and what they do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `key` finds it again after a refresh; `stop` is what takes the focus."""

    key: str
    widget: Row | PromiseRow | GoodRow
    stop: QWidget
    open: Callable[[], None] = _nothing
    act: Callable[[], None] | None = None
    act_words: str = ""
    why: str = ""
    throw: Callable[[], None] | None = None
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class Pending:
    """A row to come. A settled one does not count when the group is folded."""

    make: Callable[[], Entry]
    settled: bool = False


class Group(Card):
    """One Tab stop: the row where the focus was last."""

    unfolded = Signal()
    menu_wanted = Signal(object, object)

    def __init__(
        self, theme: Theme, texts: Texts, key: str, title: str, icon: str, *, right: str = "", tone: str = ""
    ) -> None:
        super().__init__(theme, title, icon, right=right, tone=tone)
        self.key = key
        self._texts = texts
        self._pending: tuple[Pending, ...] = ()
        self._entries: list[Entry] = []
        self._limit = FOLDED_TO
        self._explained: Text | None = None
        self._more: Button | None = None

    def fill(self, rows: Sequence[Pending]) -> None:
        self._pending = tuple(rows)
        self._show_rows()
        if self._folds():
            self._add_more()
            self._name_more()
        self._one_tab_stop(self._entries[0].stop if self._entries else None)

    def unfold_to(self, limit: int) -> None:
        """Shows so many rows, as the user had it before the rows were made anew."""
        self._limit = limit
        self._show_rows()
        self._name_more()

    @property
    def limit(self) -> int:
        """How many rows that count are shown."""
        return self._limit

    def entries(self) -> tuple[Entry, ...]:
        """The rows made so far, in their order."""
        return tuple(self._entries)

    def shown(self) -> tuple[Entry, ...]:
        """The rows that Up and Down walk over."""
        return tuple(entry for entry in self._entries if not entry.widget.isHidden())

    def stops(self) -> tuple[QWidget, ...]:
        """Every widget of the group that takes the focus, from above."""
        own = tuple(entry.stop for entry in self.shown())
        return own if self._more is None else (*own, self._more)

    def explain(self, entry: Entry) -> None:
        """Says below a row why it stands here; said again it goes away."""
        before, self._explained = self._explained, None
        same = before is not None and before.property("row") == entry.key
        if before is not None:
            before.deleteLater()
        if same:
            return
        text = Text(self.theme, entry.why, Role.SMALL, tone="ink2", wrap=True)
        text.setContentsMargins(SIDE, 0, SIDE, 10)
        text.setProperty("row", entry.key)
        self.body.insertWidget(self.body.indexOf(entry.widget) + 1, text)
        text.show()
        self._explained = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._one_tab_stop(watched)
        return False

    def _folds(self) -> bool:
        return sum(not row.settled for row in self._pending) > MOST

    def _wanted(self) -> int:
        """Up to which row the group is shown: so many that count, and the settled ones between them."""
        if not self._folds():
            return len(self._pending)
        counted = 0
        for place, row in enumerate(self._pending):
            counted += not row.settled
            if counted > self._limit:
                return place
        return len(self._pending)

    def _show_rows(self) -> None:
        wanted = self._wanted()
        below = self.body.takeAt(self.body.count() - 1) if self._more is not None else None
        while len(self._entries) < wanted:
            self._make(self._pending[len(self._entries)])
        if below is not None:
            self.body.addItem(below)
        for place, entry in enumerate(self._entries):
            entry.widget.setVisible(place < wanted)

    def _make(self, row: Pending) -> None:
        entry = row.make()
        if isinstance(entry.widget, GoodRow):
            self.body.addWidget(entry.widget)  # lines to read stand without hairlines between them
        else:
            self.add_row(entry.widget)
        entry.stop.installEventFilter(self)
        entry.widget.menu_wanted.connect(partial(self.menu_wanted.emit, self, entry))
        self._entries.append(entry)

    def _add_more(self) -> None:
        self._more = Button(self.theme, "…", "down", kind=Kind.QUIET, size=Size.ROW)
        self._more.clicked.connect(self._on_more)
        line = QHBoxLayout()
        line.addWidget(self._more)
        line.addStretch(1)
        line.setContentsMargins(0, 0, 0, 0)
        self.add(line, above=2, below=6)

    def _on_more(self) -> None:
        """So many more, until all are shown; then back to three."""
        left = len(self._pending) - self._wanted()
        self.unfold_to(self._limit + _AT_A_TIME if left else FOLDED_TO)
        self.unfolded.emit()

    def _name_more(self) -> None:
        if self._more is None:
            return
        left = len(self._pending) - self._wanted()
        count = min(left, _AT_A_TIME)
        self._more.set_text(self._texts("today.more", count=count) if left else self._texts("today.fewer"))

    def _one_tab_stop(self, stop: QWidget | None) -> None:
        for entry in self._entries:
            policy = Qt.FocusPolicy.StrongFocus if entry.stop is stop else Qt.FocusPolicy.ClickFocus
            entry.stop.setFocusPolicy(policy)
