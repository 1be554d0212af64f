"""A group of Idag: a card with rows that Up and Down walk over, folded to three when there are more than four."""

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


def _nothing() -> None:
    """A row that has nobody to open."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `key` finds it again after a refresh; `stop` is what takes the focus; a settled row does not count when
    the group is folded."""

    key: str
    widget: Row | PromiseRow | GoodRow
    stop: QWidget
    open: Callable[[], None] = _nothing
    act: Callable[[], None] | None = None
    act_words: str = ""
    why: str = ""
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
        self._entries: tuple[Entry, ...] = ()
        self._unfolded = False
        self._explained: Text | None = None
        self._more: Button | None = None

    def fill(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        for entry in entries:
            self._place(entry.widget)
            entry.stop.installEventFilter(self)
            entry.widget.menu_wanted.connect(partial(self.menu_wanted.emit, self, entry))
        if self._folds():
            self._add_more()
        self._show_rows()
        self._one_tab_stop(self._entries[0].stop if self._entries else None)

    def unfold(self) -> None:
        """Shows all rows, as the user had it before the rows were made anew."""
        self._unfolded = True
        self._show_rows()

    @property
    def is_unfolded(self) -> bool:
        return self._unfolded

    def entries(self) -> tuple[Entry, ...]:
        return self._entries

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

    def _place(self, row: QWidget) -> None:
        """Lines to read stand without hairlines between them."""
        if isinstance(row, GoodRow):
            self.body.addWidget(row)
        else:
            self.add_row(row)

    def _folds(self) -> bool:
        return sum(not entry.settled for entry in self._entries) > MOST

    def _add_more(self) -> None:
        self._more = Button(self.theme, "…", "down", kind=Kind.QUIET, size=Size.ROW)
        self._more.clicked.connect(self._on_more)
        line = QHBoxLayout()
        line.addWidget(self._more)
        line.addStretch(1)
        line.setContentsMargins(0, 0, 0, 0)
        self.add(line, above=2, below=6)

    def _on_more(self) -> None:
        self._unfolded = not self._unfolded
        self._show_rows()
        self.unfolded.emit()

    def _show_rows(self) -> None:
        counted, hidden = 0, 0
        for entry in self._entries:
            counted += not entry.settled
            seen = self._unfolded or not self._folds() or counted <= FOLDED_TO
            entry.widget.setVisible(seen)
            hidden += not seen
        if self._more is not None:
            words = "today.fewer" if self._unfolded else "today.more"
            self._more.set_text(self._texts(words) if self._unfolded else self._texts(words, count=hidden))

    def _one_tab_stop(self, stop: QWidget | None) -> None:
        for entry in self._entries:
            policy = Qt.FocusPolicy.StrongFocus if entry.stop is stop else Qt.FocusPolicy.ClickFocus
            entry.stop.setFocusPolicy(policy)
