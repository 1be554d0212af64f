"""The place Arbetsplatser: the bank as a table, and beside it the workplace that is chosen."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.workplaces import Workplace
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from mentorapp.store.workplaces import (
    mentees_named_in,
    note_contact_with,
    put_workplace_away,
    remove_workplace,
)
from ui.tables.list_table import ListTable
from ui.theme import Role, Theme
from ui.widgets.announce import announce
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.screen import Screen
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text
from ui.widgets.widths import Width, em, page_margin, width_class

from .bank import Bank, count_of, read_bank, shown
from .columns import SHARES, places_model
from .workplace_card import WorkplaceCard
from .workplace_sheet import WorkplaceSheet

_SIDE, _SIDE_EM = 344, 18
_IN_USE, _AWAY = "in_use", "away"


class WorkplacesScreen(Screen):
    """Nothing here says who is or was where (W7)."""

    shows = frozenset({"workplace", "contact", "organisation", "list_word", "mentee"})

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._bank = Bank()
        self.model = places_model(texts, lambda: self._bank, store.clock.today)
        self.table: ListTable[Workplace] = ListTable(theme, texts("workplaces.title"), self.model, SHARES)
        self.card = WorkplaceCard(theme, texts)
        self.search = SearchField(theme, texts("workplaces.search"), icon="search", pill=False)
        self.which = ChoiceChips(theme, texts("workplaces.show"), self._choices(), _IN_USE)
        self.new_button = Button(theme, texts("workplaces.new"), "plus", kind=Kind.PRIMARY)
        self.empty = EmptyState(
            theme, texts("workplaces.empty"), "", texts("workplaces.new"), icon="work", act_icon="plus"
        )
        self.none = EmptyState(theme, texts("workplaces.no_hit"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        with self._store.read() as session:
            self._bank = read_bank(session)
        for choice in self._choices():
            pill = self.which.pill(choice.key)
            pill.setText(choice.text)
            pill.setAccessibleName(choice.text)
            pill.updateGeometry()
        self._fill()

    def focus_first(self) -> None:
        stop: QWidget = self.empty if not self.empty.isHidden() else self.table
        if self.table.isHidden() and self.empty.isHidden():
            stop = self.search
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def regions(self) -> Sequence[QWidget]:
        return [self._head, self.table, self._side]

    def open_draft(self, form: str) -> None:
        """`workplaces.workplace`, perhaps with an id; what it was about may be gone."""
        self._freshen()
        key = form.partition(":")[2]
        place = next((one for one in self._bank.places if one.id.hex == key), None)
        if place is not None or not key:
            self.open_place(place)

    def open_place(self, place: Workplace | None) -> WorkplaceSheet:
        sheet = WorkplaceSheet(self.window(), self._theme, self._texts, self._store, place)
        sheet.kept.connect(self._on_kept)
        sheet.open()
        return sheet

    def put_away(self, place: Workplace) -> None:
        with self._store.write("workplace_taken_out" if place.put_away else "workplace_put_away") as session:
            put_workplace_away(session, place.id, not place.put_away)

    def remove(self, place: Workplace) -> None:
        """Where nobody has been; else it is said to put it away instead."""
        try:
            with self._store.write("workplace_removed") as session:
                remove_workplace(session, place.id)
        except InputError as refusal:
            self.card.show_fault(self._texts.error(refusal))

    def touch(self, place: Workplace) -> None:
        """One was in touch today."""
        with self._store.write("workplace_changed") as session:
            note_contact_with(session, place.id, self._store.clock.today())

    def menu(self) -> QMenu:
        """What can be done with the chosen workplace, and the ways to sort."""
        menu, place = QMenu(self.table), self.table.selected()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place is not None:
            away = "workplaces.take_out" if place.put_away else "workplaces.put_away"
            menu.addAction(self._texts("workplaces.change"), lambda: self.open_place(place))
            menu.addAction(self._texts(away), lambda: self.put_away(place))
            menu.addAction(self._texts("workplaces.remove"), lambda: self.remove(place))
            menu.addSeparator()
        for column in range(self.model.columnCount()):
            title = self.model.headerData(column, Qt.Orientation.Horizontal)
            menu.addAction(self._texts("workplaces.sort_by", column=title), partial(self.table.turn_by, column))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Delete on a row of the table."""
        place = self.table.selected() if self.table.hasFocus() else None
        if place is not None and event.key() == Qt.Key.Key_F2:
            self.open_place(place)
        elif place is not None and event.key() == Qt.Key.Key_Delete:
            self.remove(place)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        self.new_button.clicked.connect(lambda: self.open_place(None))
        self.empty.act_wanted.connect(lambda: self.open_place(None))
        self.search.textEdited.connect(lambda _typed: self._fill())
        self.which.chosen.connect(lambda _key: self._fill())
        for told in (self.search.list_wanted, self.search.returnPressed, self.search.left):
            told.connect(self.focus_first)
        self.table.opened.connect(self.open_place)
        self.table.chosen.connect(self._show_card)
        self.table.menu_wanted.connect(self._show_menu)
        for signal, act in (
            (self.card.change_wanted, self.open_place),
            (self.card.touched, self.touch),
            (self.card.away_wanted, self.put_away),
            (self.card.removal_wanted, self.remove),
        ):
            signal.connect(partial(self._with_shown, act))

    def _with_shown(self, act: Callable[[Workplace], object]) -> None:
        if self.card.shown is not None:
            act(self.card.shown)

    def _lay_out(self) -> None:
        theme = self._theme
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(14)
        head.addWidget(Text(theme, self._texts("workplaces.title"), Role.TITLE))
        head.addStretch(1)
        head.addWidget(self.new_button)
        chip_room = QVBoxLayout()
        chip_room.addWidget(self.which)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setSpacing(8)
        self._bar.addLayout(chip_room, 1)
        self._bar.addWidget(self.search)
        self._side = _scrolling(self.card)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addWidget(self.none)
        left.addStretch(0)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._side)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(12)
        self._whole.addWidget(self._head)
        self._whole.addLayout(self._bar)
        self._whole.addLayout(self._columns, 1)
        self._whole.addWidget(self.empty, 1)

    def _choices(self) -> list[Choice]:
        places = self._bank.places
        return [
            Choice(key, self._texts(f"workplaces.which_{key}", count=count_of(places, key == _AWAY)))
            for key in (_IN_USE, _AWAY)
        ]

    def _fill(self) -> None:
        found = shown(self._texts, self._bank, self.which.current() == _AWAY, self.search.text())
        chosen, had = self.table.selected(), self.table.hasFocus()
        self.model.set_rows(found)
        self.table.select_key(chosen.id.int if chosen else None)
        self._show_parts(bool(found))
        self._show_card()
        if had and not found:
            self.focus_first()

    def _show_parts(self, any_found: bool) -> None:
        """The table, or one sentence where there is nothing to show."""
        is_empty = not self._bank.places
        self.empty.setVisible(is_empty)
        self.new_button.setVisible(not is_empty)
        self.table.setVisible(any_found)
        self._side.setVisible(any_found)
        self.none.setVisible(not any_found and not is_empty)
        for row in (self.which, self.search):
            row.setVisible(not is_empty)
        self._arrange()

    def _show_card(self) -> None:
        place = self.table.selected()
        if place is not None:
            with self._store.read() as session:
                named = bool(mentees_named_in(session, *place.texts()))
            self.card.show_place(place, self._bank, named, self._store.clock.today())

    def _arrange(self) -> None:
        margin, width = page_margin(self), width_class(self)
        narrow = width is Width.NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._whole.setContentsMargins(margin, 12, margin, 16)
        self._bar.setDirection(way)
        self._columns.setDirection(way)
        self.search.setMinimumWidth(0 if narrow else self._theme.px(320))
        self.search.setMaximumWidth(16_777_215 if narrow else self._theme.px(320))
        side = em() * _SIDE_EM if width is Width.MID else self._theme.px(_SIDE)
        self._side.setMinimumWidth(0 if narrow else min(side, self.width() // 2))
        self._side.setMaximumWidth(16_777_215 if narrow else min(side, self.width() // 2))
        self.table.fit()
        most = self.table.wanted_height()
        self.table.setMaximumHeight(min(most, self.height() // 2) if narrow else most)

    def _on_kept(self, key: object) -> None:
        """To what was made or changed, wherever it stands; what is said about it is said aloud too."""
        assert isinstance(key, UUID)
        self._freshen()
        place = next((one for one in self._bank.places if one.id == key), None)
        if place is None:
            return
        self.which.choose(_AWAY if place.put_away else _IN_USE)
        self.search.clear()
        self._fill()
        self.table.select_key(key.int)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.card, self.card.hint.sentence())

    def _show_menu(self) -> None:
        where = self.table.visualRect(self.table.currentIndex()).bottomLeft()
        point: QPoint = self.table.viewport().mapToGlobal(where)
        self.menu().popup(point)


def _scrolling(card: QWidget) -> QScrollArea:
    """The card may be higher than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    inside = QWidget()
    inside.setAutoFillBackground(False)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    area.setWidget(inside)
    return area
