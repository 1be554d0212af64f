"""Ny deltagare: a name, how the person came, how to reach them safely. Nothing more is asked at the door."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError, WorldFault
from mentorapp.language import Texts
from mentorapp.store.faults import faults_in_plain_words
from mentorapp.store.ladders import list_ladders
from mentorapp.store.programmes import list_programmes
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.banner import Banner, FaultStrip
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import FaultLine, LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

from .doubles import Double, list_doubles, split_name
from .enrol import NewPerson, add_person
from .routes import Routes

FORM = "new_mentee"
_WIDTH = 830
_LADDER = "ladder:"
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class _Ways:
    """What there is to be enrolled in: programmes, or while there are none the shipped ladders."""

    choices: tuple[Choice, ...]
    chosen: str
    are_ladders: bool


class NewMenteeCard(QWidget):
    """`added` carries the new person, `opened` one who was already here."""

    added = Signal(object)
    opened = Signal(object)
    closed = Signal()

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__()
        self._store, self._texts, self._theme = store, texts, theme
        self._others: set[UUID] = set()
        self._double: Double | None = None
        self.name = LineField(theme, texts("mentees.name"), hint=texts("mentees.name_hint"))
        self.source = Routes(store, texts, theme, self.name.line)
        self.source_other = LineField(theme, texts("mentees.came_other"))
        self.safe = TextField(theme, texts("mentees.safe_contact"), lines=2)
        self.starts_now = TickBox(theme, texts("mentees.starts_now"), texts("mentees.starts_now_more"))
        self.programme: ChoiceChips | None = None
        self.save_button = Button(theme, texts("mentees.add"), kind=Kind.PRIMARY, keys=texts("mentees.save_keys"))
        self.close_button = Button(theme, texts("mentees.close_keep"))
        self.strip = FaultStrip(theme)
        self.same = Banner(theme, "", texts("mentees.another"), icon="people", tone="amber")
        self.open_same = Button(theme, texts("mentees.open_them"), size=Size.ROW)
        self._fault = FaultLine(theme)
        self._drafts = FormDrafts(store, FORM, None, parent=self, on_due=self.keep_draft)
        fields = {"name": self.name, "source": self.source, "source_other": self.source_other, "safe": self.safe}
        for name, field in fields.items():
            self._drafts.add(name, field)
        self._drafts.add("starts_now", self.starts_now)
        self._lay_out()
        self._connect()

    def open(self) -> None:
        """With the draft that was kept, and the focus on the name."""
        self._set_ways()
        self.source.renew()
        self._empty()
        self._drafts.restore()
        self._others.clear()
        self._show_double(None)
        self.strip.clear()
        self.show()
        self.name.line.setFocus(Qt.FocusReason.TabFocusReason)

    def keep_draft(self) -> bool:
        """Writes what is typed, if it has changed; False when the world would not let it."""
        try:
            self._drafts.keep()
        except WorldFault as fault:
            self._show_fault(fault)
            return False
        return True

    def save(self) -> None:
        """Once a likely double is answered: the person, the enrolment and the end of the draft in one write."""
        self._fault.show_sentence(None)
        self._look_for_doubles()
        if self._double is not None:
            self.same.button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        try:
            with faults_in_plain_words(), self._drafts.ending(), self._store.write("mentee_added") as session:
                mentee_id = add_person(session, self._person())
        except InputError as refusal:
            self._show_refusal(refusal)
        except WorldFault as fault:
            self._show_fault(fault)
        else:
            self.hide()
            self.added.emit(mentee_id)

    def close_card(self) -> None:
        if self.keep_draft():
            self._drafts.forget()
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        card = Card(self._theme, self._texts("mentees.new"), "people")
        inside = QVBoxLayout()
        inside.setSpacing(14)
        for strip in (self.strip, self._double_bar()):
            inside.addWidget(strip)
        inside.addWidget(self.name)
        how = QVBoxLayout()
        how.setSpacing(5)
        how.addWidget(Text(self._theme, self._texts("mentees.came_how"), Role.SMALL, bold=True))
        how.addWidget(self.source)
        inside.addLayout(how)
        inside.addWidget(self.source_other)
        inside.addWidget(self.safe)
        self._programme_room = QVBoxLayout()
        self._programme_room.setSpacing(5)
        self._programme_words = Text(self._theme, "", Role.SMALL, bold=True)
        self._programme_room.addWidget(self._programme_words)
        inside.addLayout(self._programme_room)
        inside.addWidget(self.starts_now)
        inside.addWidget(self._fault)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.save_button)
        inside.addLayout(foot)
        card.add(inside, above=4, below=SIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        whole.addStretch(1)
        self._card = card
        self._theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """No wider than the quick note: lines of running text have an end."""
        self._card.setMaximumWidth(self._theme.px(_WIDTH))

    def _double_bar(self) -> QWidget:
        layout = self.same.layout()
        if layout is not None:
            layout.addWidget(self.open_same)
        self.same.hide()
        return self.same

    def _connect(self) -> None:
        self.save_button.clicked.connect(lambda: self.save())
        self.close_button.clicked.connect(lambda: self.close_card())
        self.name.edited.connect(lambda _text: self._on_name())
        self.name.line.editingFinished.connect(self._look_for_doubles)
        self.source.chosen.connect(lambda _key: self._on_source())
        self.same.act_wanted.connect(self._on_another)
        self.open_same.clicked.connect(lambda: self._on_open())
        self.strip.act_wanted.connect(self.save)
        for sequence in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def _ways(self) -> _Ways:
        with self._store.read() as session:
            programmes = list_programmes(session)
        if programmes:
            choices = tuple(Choice(str(programme.id), programme.name) for programme in programmes)
            return _Ways(choices, choices[0].key if len(choices) == 1 else "", are_ladders=False)
        swedish = self._texts.language == "sv"
        ladders = tuple(
            Choice(f"{_LADDER}{one.code}", one.name_sv if swedish else one.name_en) for one in list_ladders()
        )
        return _Ways(ladders, ladders[0].key, are_ladders=True)

    def _set_ways(self) -> None:
        """One programme is taken without a word."""
        ways = self._ways()
        if self.programme is not None:
            self.programme.hide()
            self.programme.deleteLater()
        asked = self._texts("mentees.which_ladder" if ways.are_ladders else "mentees.which_programme")
        self.programme = ChoiceChips(self._theme, asked, ways.choices, ways.chosen, gap=6)
        self._drafts.add("programme", self.programme)
        self._programme_words.setText(asked)
        self._programme_room.addWidget(self.programme)
        shown = ways.are_ladders or len(ways.choices) > 1
        self.programme.setVisible(shown)
        self._programme_words.setVisible(shown)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """The choice of programme is made anew at every opening, and would come last."""
        if self.programme is None:
            return
        before: QWidget = self.safe.box
        for stop in (*self.programme.findChildren(QWidget), self.starts_now, self.close_button, self.save_button):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _empty(self) -> None:
        for field in (self.name, self.source_other):
            field.set_text("")
        self.source.choose("")
        self.safe.set_text("")
        self.starts_now.setChecked(False)
        self._fault.show_sentence(None)
        self._on_source()

    def _person(self) -> NewPerson:
        preferred, family = split_name(self.name.text())
        way = self.programme.current() if self.programme is not None else ""
        return NewPerson(
            preferred_name=preferred,
            family_name=family,
            referrer_type=self.source.current(),
            source_other=self.source_other.text(),
            safe_contact=self.safe.text(),
            programme=None if not way or way.startswith(_LADDER) else UUID(way),
            ladder=way.removeprefix(_LADDER) if way.startswith(_LADDER) else "",
            starts_now=self.starts_now.isChecked(),
        )

    def _on_name(self) -> None:
        self._others.clear()
        self._show_double(None)

    def _on_source(self) -> None:
        self.source_other.setVisible(self.source.current() == _OTHER)

    def _look_for_doubles(self) -> None:
        preferred, family = split_name(self.name.text())
        if not preferred or self.isHidden():
            return
        with self._store.read() as session:
            found = list_doubles(session, self._texts, preferred, family)
        self._show_double(next((double for double in found if double.mentee_id not in self._others), None))

    def _show_double(self, double: Double | None) -> None:
        self._double = double
        if double is not None:
            self.same.set_words(double.question, self._texts("mentees.another"))
            self.open_same.set_text(double.open_words)
        self.same.setVisible(double is not None)

    def _on_another(self) -> None:
        """Answered: the next one who is alike, if any; else on with the form."""
        if self._double is not None:
            self._others.add(self._double.mentee_id)
        self._look_for_doubles()
        stop: QWidget = self.same.button if self._double is not None else self.source
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_open(self) -> None:
        double = self._double
        if double is not None and self.keep_draft():
            self._drafts.forget()
            self.hide()
            self.opened.emit(double.mentee_id)

    def _show_refusal(self, refusal: InputError) -> None:
        sentence = self._texts.error(refusal)
        fields = {
            "preferred_name": self.name,
            "family_name": self.name,
            "referral_source": self.source_other,
            "safe_contact": self.safe,
        }
        field = fields.get(refusal.field)
        if field is None:
            self._fault.show_sentence(sentence)
            if refusal.field == "referrer_type":
                self.source.focus()
            elif self.programme is not None:
                self.programme.focus()
            return
        field.set_fault(sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fault(self, fault: WorldFault) -> None:
        sentence = self._texts("mentees.kept_here", sentence=self._texts.error(fault))
        self.strip.show_fault(sentence, self._texts("mentees.try_again"))
