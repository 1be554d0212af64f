"""Dreams and wishes in the mentee's own words: a section of its own on top, without the mentor's view."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.mapping import WISHES, MappingText
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.add_line import AddLine
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.field import LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text

from ..reading import Person
from ..words import genitive, own_words, pronoun_key
from .acts import MappingActs
from .need import Need
from .reading import Known
from .wish_row import WishRow

_PLACE = "mapping"


class WishEditor(QWidget):
    """A wish in the place of its row. Signal `closed`."""

    closed = Signal()

    def __init__(self, theme: Theme, texts: Texts, wish: MappingText, acts: MappingActs, drafts: FormDrafts) -> None:
        super().__init__()
        self.wish, self._texts, self._acts, self._drafts = wish, texts, acts, drafts
        drafts.setParent(self)
        self.line = LineField(theme, "", wish.text)
        self.line.line.setAccessibleName(texts("mapping.wish"))
        drafts.add("wish", self.line)
        drafts.restore()
        ready = Button(theme, texts("plan.ready"), kind=Kind.PRIMARY, size=Size.ROW)
        ready.clicked.connect(self.keep)
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 4, SIDE, 4)
        line.addWidget(self.line, 1)
        line.addWidget(ready, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._drafts.discard()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        words = self.line.text().strip()
        try:
            if words != self.wish.text:
                with self._drafts.ending():
                    self._acts.change_wish(self.wish.id, words)
        except InputError as refusal:
            self.line.set_fault(self._texts.error(refusal))
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._drafts.discard()
            self.closed.emit()

    def put_away(self) -> None:
        """What was typed stays as a draft."""
        self._drafts.keep()
        self._drafts.forget()


class WishesCard(Card):
    """Signal `goal_wanted(object)` with a Need."""

    goal_wanted = Signal(object)

    def __init__(self, store: Store, theme: Theme, texts: Texts, acts: MappingActs) -> None:
        super().__init__(theme, tone="soft")
        self._store, self._texts, self._acts = store, texts, acts
        self._mentee: UUID | None = None
        self._wishes: dict[UUID, WishRow] = {}
        self._editor: WishEditor | None = None
        self._done = False
        self._label = Text(theme, "", Role.SMALL, tone="primary", bold=True)
        self._asked = Text(theme, "", Role.WORDS, wrap=True)
        self.add(self._label, above=12, below=4)
        self.add(self._asked, below=4)
        self._box = QWidget()
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addWidget(self._box)
        self.adding = self._new_adding()

    def wish_rows(self) -> tuple[WishRow, ...]:
        return tuple(self._wishes.values())

    def editor(self) -> WishEditor | None:
        return self._editor

    def show_person(self, person: Person, known: Known) -> None:
        if person.mentee.id != self._mentee:
            self._turn_to(person.mentee.id)
        wishes = {wish.id: wish for wish in known.wishes.wishes} if known.wishes else {}
        name = genitive(self._texts, person.name)
        self._label.setText(self._texts("mapping.wishes_of", name=name))
        self._asked.setText(self._texts(f"mapping.wishes_asked_{pronoun_key(person.mentee)}", name=person.name))
        self._asked.setVisible(not wishes)
        self.setAccessibleName(self._label.text())
        self._done = bool(known.mapping and known.mapping.is_complete)
        self.adding.setVisible(not self._done)
        self.setVisible(known.wishes_in_use)
        for gone in [one for one in self._wishes if one not in wishes]:
            self._take_away(gone)
        for place, wish in enumerate(wishes.values()):
            goal = known.goal_words(wish.goal_id)
            became = self._texts("mapping.became_goal", goal=goal) if goal else ""
            self._show_wish(place, wish, became)

    def edit(self, wish_id: UUID) -> None:
        """A version that is done is read and not changed; what it wishes can still become a goal."""
        self._end_editing(False)
        if self._done:
            return
        row = self._wishes[wish_id]
        drafts = FormDrafts(self._store, f"{_PLACE}.wish:{wish_id}", self._mentee)
        editor = WishEditor(self.theme, self._texts, row.wish, self._acts, drafts)
        editor.closed.connect(lambda: self._end_editing(True))
        self._editor = editor
        self._column.insertWidget(self._column.indexOf(row), editor)
        row.hide()
        editor.line.line.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.line.line.selectAll()

    def menu(self, row: WishRow) -> QMenu:
        menu = QMenu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._texts("mapping.make_goal"), partial(self._want_goal, row))
        change = menu.addAction(self._texts("mapping.wish_change"), partial(self.edit, row.wish.id))
        drop = menu.addAction(self._texts("mapping.wish_drop"), partial(self._drop, row))
        for act in (change, drop):
            act.setEnabled(not self._done)
        return menu

    def _new_adding(self) -> AddLine:
        """Made anew for every person, so that what was begun about one is never seen at another."""
        adding = AddLine(self.theme, self._texts, self._texts("mapping.wish_new"), self._acts.add_wish)
        self.body.addWidget(adding)
        return adding

    def _turn_to(self, mentee_id: UUID) -> None:
        self._end_editing(False)
        self._mentee = mentee_id
        before = self.adding
        self.adding = self._new_adding()
        self.adding.keep_drafts(FormDrafts(self._store, f"{_PLACE}.new_wish", mentee_id))
        QWidget.setTabOrder(before, self.adding)
        before.hide()
        self.body.removeWidget(before)
        before.deleteLater()

    def _show_wish(self, place: int, wish: MappingText, became: str) -> None:
        said = own_words(self._texts, wish.text)
        row = self._wishes.get(wish.id)
        if row is None:
            row = WishRow(self.theme, wish, said, became)
            row.clicked.connect(lambda _checked=False, key=wish.id: self.edit(key))
            row.goal_wanted.connect(partial(self._want_goal, row))
            row.drop_wanted.connect(partial(self._drop, row))
            row.menu_wanted.connect(partial(self._pop_up, row))
            self._wishes[wish.id] = row
            self._column.insertWidget(place, row)
        else:
            row.set_wish(wish, said, became)

    def _want_goal(self, row: WishRow) -> None:
        self.goal_wanted.emit(Need(WISHES, row.wish.id))

    def _pop_up(self, row: WishRow, at: QPoint) -> None:
        self.menu(row).popup(at)

    def _drop(self, row: WishRow) -> None:
        if self._done:
            return
        rows = list(self._wishes.values())
        place = rows.index(row)
        after: QWidget = rows[place + 1] if place + 1 < len(rows) else rows[place - 1] if place else self.adding
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._acts.remove_wish(row.wish.id)

    def _end_editing(self, focus: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.put_away()
        editor.hide()
        self._column.removeWidget(editor)
        editor.deleteLater()
        row = self._wishes.get(editor.wish.id)
        if row is not None:
            row.show()
            if focus:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, wish_id: UUID) -> None:
        row = self._wishes.pop(wish_id)
        if self._editor is not None and self._editor.wish.id == wish_id:
            self._end_editing(False)
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()
