"""The list itself: chips with counts, a field that filters, the table, and what stands below it."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.language import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text
from ui.widgets.widths import Width, is_low, width_class

from .columns import people_model
from .door_card import DoorCard
from .groups import CHIPS, Group, counts, fitting, in_group
from .legend import Legend
from .same_names import SameNames
from .table import MenteeTable
from .words import Person


class ListPage(QWidget):
    """`people` is everybody; chip and typed words choose among them."""

    opened = Signal(object)
    note_wanted = Signal(object)
    print_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._people: tuple[Person, ...] = ()
        self._same_names = SameNames(())
        self._group = Group.CURRENT
        self.model = people_model(texts)
        self.table = MenteeTable(theme, texts, self.model)
        self.filter = SearchField(
            theme, texts("mentees.filter"), keys=texts("mentees.filter_keys"), icon="filter", pill=False
        )
        self.new_button = Button(theme, texts("mentees.new"), "plus", kind=Kind.PRIMARY)
        self.chips: ChoiceChips | None = None
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._chip_room = QVBoxLayout()
        self.legend = Legend(theme, texts)
        self.door = DoorCard(theme, texts)
        self.same = Text(theme, "", Role.CAPTION, tone="ink2", wrap=True)
        self.same.setMaximumWidth(16_777_215)
        self._column = QVBoxLayout(self)
        self._empty: QWidget | None = None
        self._lay_out()
        self.filter.textEdited.connect(self._on_filtered)
        self.filter.list_wanted.connect(self._to_table)
        self.filter.left.connect(self._to_table)
        self.filter.returnPressed.connect(self._to_table)
        self.new_button.clicked.connect(self.new_wanted)
        self.table.opened.connect(lambda person: self.opened.emit(person.line.mentee_id))
        self.table.menu_wanted.connect(self._show_menu)

    @property
    def selected(self) -> UUID | None:
        person = self.table.selected()
        return None if person is None or self.table.isHidden() else person.line.mentee_id

    def show_people(self, people: Sequence[Person]) -> None:
        """Everybody anew; filter, choice and order stay."""
        self._people = tuple(people)
        self._same_names = SameNames(self._people)
        self._count_chips()
        self._fill()

    def show_group(self, group: Group) -> None:
        self._group = group
        if self.chips is not None:
            self.chips.choose("" if group is Group.ALL else group.value)
        self._fill()

    def current(self) -> tuple[Person, ...]:
        """Those with an enrolment that goes on, whatever the filter shows."""
        return in_group(self._people, Group.CURRENT)

    def select(self, mentee_id: UUID | None) -> None:
        self.table.select(mentee_id)

    def focus_first(self) -> None:
        """The row that was chosen last, or what the empty list offers."""
        stop: QWidget = self.table if not self.table.isHidden() else self._empty or self.new_button
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = width_class(self) is Width.NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._bar.setDirection(way)
        self.filter.setMaximumWidth(16_777_215 if narrow else self._theme.px(220))
        self.new_button.set_icon_only(width_class(self) is not Width.WIDE)
        self.legend.setVisible(not self.table.isHidden() and not is_low(self))
        self._fit_table()

    def menu(self) -> QMenu:
        """What can be done with the selected person, and the ways to sort."""
        menu, texts = QMenu(self.table), self._texts
        chosen = self.selected
        if chosen is not None:
            for key, told in (("open", self.opened), ("note", self.note_wanted), ("print", self.print_wanted)):
                menu.addAction(texts(f"mentees.menu_{key}")).triggered.connect(partial(told.emit, chosen))
            menu.addSeparator()
        for column in range(self.model.columnCount()):
            title = self.model.headerData(column, Qt.Orientation.Horizontal)
            sort = partial(self.table.turn_by, column)
            menu.addAction(texts("mentees.sort_by", column=title)).triggered.connect(sort)
        return menu

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._bar.setSpacing(8)
        self._bar.addLayout(self._chip_room, 1)
        right = QHBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.filter)
        right.addWidget(self.new_button)
        self._bar.addLayout(right)
        self._column.addLayout(self._bar)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.legend)
        self._column.addWidget(self.same)
        self._column.addWidget(self.door)
        self._column.addStretch(0)

    def _count_chips(self) -> None:
        """Chips say how many they show, so they are made anew when that changes."""
        found = counts(self._people)
        words = {group: self._texts(f"mentees.chip_{group}", count=found[group]) for group in CHIPS}
        if self.chips is not None and [self.chips.pill(g.value).text() for g in CHIPS] == list(words.values()):
            return
        had_focus = self.chips is not None and self.chips.isAncestorOf(self.focusWidget() or self)
        if self.chips is not None:
            self.chips.hide()
            self.chips.deleteLater()
        choices = [Choice(group.value, text) for group, text in words.items()]
        self.chips = ChoiceChips(self._theme, self._texts("mentees.show"), choices, self._group.value)
        self.chips.chosen.connect(self._on_group)
        self._chip_room.addWidget(self.chips)
        self.chips.show()
        self._order_tabs()
        if had_focus:
            self.chips.focus()

    def _order_tabs(self) -> None:
        """Chips made anew would come last."""
        stops = (
            [*(self.chips.pill(g.value) for g in CHIPS), self.filter, self.new_button, self.table] if self.chips else []
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _fill(self) -> None:
        chosen = self.table.selected()
        people = fitting(in_group(self._people, self._group), self.filter.text())
        self.model.set_rows(people)
        if people:
            self.table.select(chosen.line.mentee_id if chosen else None)
        self._show_empty(bool(people))
        self.same.setText(self._same_names.line(self._texts, people))
        self.same.setVisible(bool(self.same.text()))
        self._fit_table()

    def _fit_table(self) -> None:
        self.door.setVisible(self._group is Group.INTEREST)
        self.table.fit()
        self.table.setMaximumHeight(self.table.wanted_height())

    def _show_empty(self, full: bool) -> None:
        self.table.setVisible(full)
        self.legend.setVisible(full and not is_low(self))
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if not full:
            card = Card(self._theme)
            empty = self._empty_state()
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            card.add(empty, above=24, below=24)
            if empty.button is not None:
                card.setFocusProxy(empty.button)
            self._column.insertWidget(1, card)
            card.show()
            self._empty = card

    def _empty_state(self) -> EmptyState:
        texts = self._texts
        if not self._people:
            empty = EmptyState(
                self._theme, texts("mentees.empty"), texts("mentees.empty_then"), texts("mentees.new"), act_icon="plus"
            )
            empty.act_wanted.connect(self.new_wanted)
            return empty
        elsewhere = fitting(self._people, self.filter.text())
        typed = bool(self.filter.text().strip())
        said = texts("mentees.no_hit" if typed else "mentees.none_here")
        act = texts("mentees.everywhere" if typed else "mentees.show_all") if elsewhere else ""
        empty = EmptyState(self._theme, said, "", act if self._group is not Group.ALL else "")
        empty.act_wanted.connect(self._on_everywhere)
        return empty

    def _on_group(self, key: str) -> None:
        self._group = Group(key)
        self._fill()

    def _on_filtered(self, _typed: str) -> None:
        self._fill()

    def _on_everywhere(self) -> None:
        self.show_group(Group.ALL)
        self._to_table()

    def _to_table(self) -> None:
        self.focus_first()

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        where = self.table.visualRect(self.table.currentIndex())
        menu.popup(self.table.viewport().mapToGlobal(where.bottomLeft()))
