"""Personer och organisationer: one register for all mentees. It says around how many somebody is, never around whom."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.errors import MentorError
from mentorapp.language.texts import Texts
from mentorapp.store.network import remove_contact, remove_organisation
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.banner import FaultStrip
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_sheet import FormSheet
from ui.widgets.screen import Screen
from ui.widgets.search_field import SearchField
from ui.widgets.text import Text
from ui.widgets.widths import Width, page_margin, width_class

from .contact_sheet import ContactSheet
from .entries import Entry, Group, counts, read_entries, shown
from .entry_list import EntryList
from .organisation_sheet import OrganisationSheet

SheetT = TypeVar("SheetT", bound=FormSheet)


class ContactsRegister(Screen):
    """Signal `back_wanted`. Private persons have a place of their own, so that they are not seen by chance."""

    back_wanted = Signal()

    shows = frozenset({"contact", "organisation", "network_link"})

    def __init__(self, store: Store, texts: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._texts, self._theme = store, texts, theme
        self._entries: tuple[Entry, ...] = ()
        self._refused: Entry | None = None
        self.strip = FaultStrip(theme)
        self.strip.act_wanted.connect(self._on_way_out)
        self.group = ChoiceChips(theme, texts("register.show"), self._choices(()), Group.PEOPLE.value)
        self.group.chosen.connect(lambda _key: self._fill())
        self.search = SearchField(theme, texts("register.search"), icon="search", pill=False)
        self.search.textEdited.connect(lambda _typed: self._fill())
        self.list = EntryList(theme, texts)
        self.list.opened.connect(self.open_entry)
        self.list.removed.connect(self.remove)
        self.list.menu_wanted.connect(self._show_menu)
        for told in (self.search.list_wanted, self.search.returnPressed):
            told.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.none = EmptyState(theme, texts("register.none"), texts("register.none_then"), icon="people")
        self._lay_out()

    def _lay_out(self) -> None:
        texts, theme = self._texts, self._theme
        self.back = Button(theme, "", "left", kind=Kind.QUIET, name=texts("register.back"))
        self.back.clicked.connect(self.back_wanted)
        self.new_person = Button(theme, texts("register.person_new"), "plus", kind=Kind.PRIMARY)
        self.new_person.clicked.connect(lambda: self.open_contact(None))
        self.new_place = Button(theme, texts("register.organisation_new"), "plus")
        self.new_place.clicked.connect(lambda: self.open_organisation(None))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(Text(theme, texts("register.title"), Role.TITLE))
        head.addStretch(1)
        head.addWidget(self.new_place)
        head.addWidget(self.new_person)
        self._chip_room = QVBoxLayout()
        self._chip_room.addWidget(self.group)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setSpacing(8)
        self._bar.addLayout(self._chip_room, 1)
        self._bar.addWidget(self.search)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(12)
        self._whole.addLayout(head)
        self._whole.addWidget(self.strip)
        self._whole.addLayout(self._bar)
        self._whole.addWidget(self.list, 1)
        self._whole.addWidget(self.none, 1)

    def refresh(self) -> None:
        with self._store.read() as session:
            self._entries = read_entries(session, self._store.clock.today())
        for group, count in counts(self._entries).items():
            self.group.pill(group.value).setText(self._texts(f"register.group_{group.value}", count=count))
            self.group.pill(group.value).setAccessibleName(self.group.pill(group.value).text())
            self.group.pill(group.value).updateGeometry()
        self._fill()

    def focus_first(self) -> None:
        stop = self.search if self.list.isHidden() else self.list
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def regions(self) -> Sequence[QWidget]:
        return [self.back, self.group, self.list]

    def open_draft(self, form: str) -> None:
        """`register.contact` or `register.organisation`, perhaps with an id."""
        name, _, key = form.removeprefix("register.").partition(":")
        entry = next((one for one in self._read() if key and one.key == UUID(hex=key)), None)
        if entry is not None:
            self.open_entry(entry)
        elif not key:
            (self.open_contact if name == "contact" else self.open_organisation)(None)

    def open_entry(self, entry: Entry) -> FormSheet:
        return self.open_contact(entry) if entry.contact is not None else self.open_organisation(entry)

    def open_contact(self, entry: Entry | None) -> ContactSheet:
        contact = entry.contact if entry else None
        return self._opened(ContactSheet(self.window(), self._theme, self._texts, self._store, contact))

    def open_organisation(self, entry: Entry | None) -> OrganisationSheet:
        place = entry.organisation if entry else None
        return self._opened(OrganisationSheet(self.window(), self._theme, self._texts, self._store, place))

    def remove(self, entry: Entry) -> None:
        """Whom anything refers to stays: it is said why, with a way out."""
        self.strip.clear()
        is_person = entry.contact is not None
        try:
            with self._store.write("contact_removed" if is_person else "organisation_removed") as session:
                (remove_contact if is_person else remove_organisation)(session, entry.key)
        except MentorError as refusal:
            self._refused = entry
            act = self._texts("register.way_out_person" if is_person else "register.way_out_organisation")
            self.strip.show_fault(self._texts.error(refusal), act)

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = self.list.selected()
        if entry is not None:
            menu.addAction(self._texts("register.change"), lambda: self.open_entry(entry))
            menu.addAction(self._texts("register.remove"), lambda: self.remove(entry))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin, narrow = page_margin(self), width_class(self) is Width.NARROW
        self._whole.setContentsMargins(margin, 12, margin, 16)
        self._bar.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.search.setMinimumWidth(0 if narrow else self._theme.px(320))
        self.search.setMaximumWidth(16_777_215 if narrow else self._theme.px(320))
        for button in (self.new_person, self.new_place):
            button.set_icon_only(narrow)

    def _choices(self, entries: Sequence[Entry]) -> list[Choice]:
        found = counts(entries)
        return [Choice(g.value, self._texts(f"register.group_{g.value}", count=found[g])) for g in Group]

    def _read(self) -> tuple[Entry, ...]:
        if self._stale:
            self._freshen()
        return self._entries

    def _fill(self) -> None:
        found = shown(self._entries, Group(self.group.current()), self.search.text())
        had = self.list.hasFocus()
        self.list.show_entries(found)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        if had and not found:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self, sheet: SheetT) -> SheetT:
        self.strip.clear()
        sheet.kept.connect(self._on_kept)
        sheet.open()
        return sheet

    def _on_kept(self, key: object) -> None:
        """To what was made or changed, wherever it stands now."""
        entry = next((one for one in self._read() if one.key == key), None)
        if entry is not None:
            self.group.choose(entry.group.value)
            self.search.clear()
            self._fill()
            self.list.show_entries(shown(self._entries, entry.group, ""), entry.key)

    def _on_way_out(self) -> None:
        entry, self._refused = self._refused, None
        self.strip.clear()
        if entry is None:
            return
        sheet = self.open_entry(entry)
        if isinstance(sheet, ContactSheet):
            sheet.works_until.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_menu(self, where: object) -> None:
        assert isinstance(where, QPoint)
        self.menu().popup(where)
