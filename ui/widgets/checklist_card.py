"""A checklist: tick what is done; a menu says declined or not needed, sets the day, and adds a file."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.routines import Attachment, Checklist, ItemState, RoutineEntry
from mentorapp.language.dates import day_said
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .add_line import AddLine
from .button import Button, Kind, Size
from .card import SIDE, Card
from .form_drafts import FormDrafts
from .rows import Rows, put_after
from .text import Text
from .tick_box import TickBox

_STATES = (ItemState.DONE, ItemState.DECLINED, ItemState.NOT_NEEDED, ItemState.OPEN)


def item_key(checklist: Checklist, entry: RoutineEntry) -> str:
    """The same as long as the item is there: its code, or the row of one in own words."""
    own = entry.is_own and entry.said is not None
    return f"{checklist.value}/{entry.said.id if own and entry.said else entry.word.code}"


class ItemRow(QWidget):
    """Signals: `said(ItemState)`, `details_wanted`, `file_wanted`, `file_opened(Attachment)`."""

    said = Signal(object)
    details_wanted = Signal()
    file_wanted = Signal()
    file_opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        entry: RoutineEntry,
        second: str,
        key: str,
        files: Sequence[Attachment],
        *,
        takes_files: bool = True,
    ) -> None:
        super().__init__()
        self._texts, self.entry, self._takes_files = texts, entry, takes_files
        name = entry.word.name(texts.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 5, 8, 5)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(4)
        self.box = TickBox(theme, name, second)
        self.box.setObjectName(f"{key}:box")
        self.box.setChecked(entry.state is ItemState.DONE)
        self.box.clicked.connect(lambda ticked: self.said.emit(ItemState.DONE if ticked else ItemState.OPEN))
        line.addWidget(self.box, 1)
        self.more = Button(
            theme, icon="more", kind=Kind.QUIET, size=Size.ROW, name=texts("around.item_more", name=name)
        )
        self.more.setObjectName(f"{key}:more")
        self.more.clicked.connect(self._open_menu)
        line.addWidget(self.more)
        column.addLayout(line)
        for file in files:
            shown = Button(theme, file.name, "link", kind=Kind.QUIET, size=Size.ROW)
            shown.setObjectName(f"{file.id}:file")
            shown.clicked.connect(lambda _on=False, file=file: self.file_opened.emit(file))
            held = QHBoxLayout()
            held.setContentsMargins(theme.px(24), 0, 0, 0)
            held.addWidget(shown)
            held.addStretch(1)
            column.addLayout(held)

    def menu(self) -> QMenu:
        menu = QMenu(self)
        for state in _STATES:
            if state is not self.entry.state:
                words = self._texts(f"around.item_is_{state.value}")
                menu.addAction(words, partial(self.said.emit, state))
        menu.addSeparator()
        menu.addAction(self._texts("around.item_details"), self.details_wanted.emit)
        if self._takes_files:
            menu.addAction(self._texts("around.file_add"), self.file_wanted.emit)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


class ChecklistCard(Card):
    """Signals carry the entry: `said(entry, state)`, `details_wanted`, `file_wanted`; `file_opened` a file.

    With `heading` items stand under the words it gives, and take no files.
    """

    said = Signal(object, object)
    details_wanted = Signal(object)
    file_wanted = Signal(object)
    file_opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        checklist: Checklist,
        add: Callable[[Checklist, str], object],
        *,
        heading: Callable[[RoutineEntry], str] | None = None,
    ) -> None:
        super().__init__(theme, texts(f"codes.checklist_{checklist.value}"))
        self._texts, self.checklist = texts, checklist
        self._shown: object = None
        self.set_right("")
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)
        self._add, self._heading = add, heading
        self.own: AddLine | None = None

    def keep_drafts(self, drafts: FormDrafts) -> None:
        """Somebody else: a line of their own to add an item, with what was kept of it."""
        before, self.own = (
            self.own,
            AddLine(
                self.theme, self._texts, self._texts("around.item_own"), lambda words: self._add(self.checklist, words)
            ),
        )
        if before is not None:
            self.body.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.body.addWidget(self.own)
        put_after(self.listed, [self.own])
        self.own.keep_drafts(drafts)

    def show_entries(self, today: date, entries: Sequence[RoutineEntry], kept: Sequence[Attachment] = ()) -> None:
        """`kept` are the person's files, of which each item shows its own."""
        files = {
            entry.said.id: tuple(f for f in kept if f.routine_item_id == entry.said.id)
            for entry in entries
            if entry.said is not None
        }
        shown = (today, entries, files)
        if shown == self._shown:
            return
        self._shown = shown
        left = sum(entry.state is ItemState.OPEN for entry in entries)
        self.set_right(self._texts("around.items_left", count=left) if left else self._texts("around.items_all"))
        self.listed.fill(self._lines(today, entries, files))

    def _lines(
        self, today: date, entries: Sequence[RoutineEntry], files: dict[UUID, tuple[Attachment, ...]]
    ) -> list[QWidget]:
        rows: list[QWidget] = []
        under = ""
        for entry in entries:
            heading = self._heading(entry) if self._heading else ""
            if heading and heading != under:
                under = heading
                label = Text(self.theme, heading, Role.CAPTION, tone="ink2", bold=True)
                label.setContentsMargins(SIDE, 6, SIDE, 0)
                rows.append(label)
            rows.append(self._row(today, entry, files))
        return rows

    def _row(self, today: date, entry: RoutineEntry, files: dict[UUID, tuple[Attachment, ...]]) -> ItemRow:
        second = []
        if entry.state is not ItemState.OPEN:
            word = self._texts(f"codes.item_state_{entry.state.value}")
            day = day_said(self._texts, entry.state_on, today) if entry.state_on else ""
            second.append(f"{word} {day}".strip())
        if entry.said is not None and entry.said.note:
            second.append(entry.said.note)
        key = item_key(self.checklist, entry)
        mine = files.get(entry.said.id, ()) if entry.said else ()
        takes = self._heading is None
        row = ItemRow(self.theme, self._texts, entry, " · ".join(second), key, mine, takes_files=takes)
        row.said.connect(lambda state: self.said.emit(entry, state))
        row.details_wanted.connect(lambda: self.details_wanted.emit(entry))
        row.file_wanted.connect(lambda: self.file_wanted.emit(entry))
        row.file_opened.connect(self.file_opened)
        return row
