"""The timeline as a list model that reads the store a page at a time, with private notes put in between."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from sqlalchemy.orm import Session

from mentorapp.domain.private_notes import PrivateNote
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.private_notes import list_private_notes
from mentorapp.store.store import Store
from mentorapp.store.timeline import EVERYTHING, PAGE, Choice, Place, read_timeline
from ui.widgets.delegates import LINES_ROLE, TwoLines

from .kept import Kept
from .timeline_words import Shown, day_of, lines_of, said_of

FIRST_PAGE = 24
"""Two screens of rows: a page is opened far more often than it is read to its end."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the store's timeline is wanted, and whether private notes are."""

    choice: Choice = EVERYTHING
    private: bool = True

    @property
    def is_everything(self) -> bool:
        return self == Filter()


def of_class(info_class: InfoClass) -> Filter:
    """Everything of one class; private notes are a class of their own."""
    if info_class is InfoClass.PRIVATE:
        return Filter(Choice(contacts=False, steps=False, levels=False, work=False, meetings=False), private=True)
    return Filter(Choice(info_class=info_class), private=False)


@dataclass(frozen=True, slots=True)
class _Begun:
    """The first page, the private notes that come after it, where the next begins, and the words made so far."""

    items: tuple[Shown, ...]
    private: tuple[PrivateNote, ...]
    after: Place | None
    lines: dict[UUID, TwoLines]


class TimelineModel(QAbstractListModel):
    """`show_mentee` begins anew, `read_more` goes on. The words of a row are made when it is painted."""

    def __init__(self, store: Store, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts = store, texts
        self._mentee: UUID | None = None
        self._name = ""
        self._today = date.min
        self._filter = Filter()
        self._items: list[Shown] = []
        self._lines: dict[UUID, TwoLines] = {}
        self._private: list[PrivateNote] = []
        self._after: Place | None = None
        self._kept: Kept[_Begun] = Kept(store)

    def show_mentee(self, mentee_id: UUID, name: str, today: date, chosen: Filter) -> None:
        """Reads the first page; as many rows as were shown before are read again, so that a place is not lost."""
        wanted = len(self._items) if mentee_id == self._mentee and chosen == self._filter else 0
        self.beginResetModel()
        self._mentee, self._name, self._today, self._filter = mentee_id, name, today, chosen
        begun = self._kept.get((mentee_id, name, today, chosen), self._begin)
        self._items, self._private = list(begun.items), list(begun.private)
        self._after, self._lines = begun.after, begun.lines
        if len(self._items) < wanted and self._after is not None:
            with self._store.read() as session:
                while len(self._items) < wanted and self._after is not None:
                    self._items += self._next_page(session)
        self.endResetModel()

    def _begin(self) -> _Begun:
        assert self._mentee is not None
        self._after = Place()
        with self._store.read() as session:
            self._private = list(list_private_notes(session, self._mentee)) if self._filter.private else []
            items = tuple(self._next_page(session, FIRST_PAGE))
        return _Begun(items, tuple(self._private), self._after, {})

    def item(self, row: int) -> Shown:
        return self._items[row]

    def row_of(self, item_id: UUID) -> int | None:
        """Where an item stands among those read so far."""
        return next((row for row, item in enumerate(self._items) if item.id == item_id), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        if role == LINES_ROLE:
            return self._line(self._items[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return self._line(self._items[index.row()]).title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said_of(self._line(self._items[index.row()]))
        return None

    def has_more(self) -> bool:
        return self._after is not None

    def read_more(self) -> None:
        """The next page. Not `fetchMore`: a view as high as its rows is always at its end, and would fetch them all."""
        if self._after is None:
            return
        with self._store.read() as session:
            more = self._next_page(session)
        if more:
            self.beginInsertRows(QModelIndex(), len(self._items), len(self._items) + len(more) - 1)
            self._items += more
            self.endInsertRows()

    def _line(self, item: Shown) -> TwoLines:
        if item.id not in self._lines:
            self._lines[item.id] = lines_of(self._texts, item, self._name, self._today)
        return self._lines[item.id]

    def _next_page(self, session: Session, limit: int = PAGE) -> list[Shown]:
        """A page of the store, with the private notes of the same days; the rest of them after the last page."""
        assert self._mentee is not None
        page = read_timeline(session, self._mentee, place=self._after, choice=self._filter.choice, limit=limit)
        self._after = page.after
        until = page.items[-1].on if page.after is not None and page.items else date.min
        here = [note for note in self._private if note.event_date >= until]
        self._private = self._private[len(here) :]
        both: list[Shown] = [*page.items, *here]
        return sorted(both, key=day_of, reverse=True)
