"""The fields of the quick note in their order, filled from a `Content` and read back into one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QVBoxLayout, QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import Who
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.banner import Banner
from ui.widgets.contact_way import ContactWay
from ui.widgets.field import FaultLine, Field, LineField
from ui.widgets.text import Text
from ui.widgets.when_field import WhenField

from .boxes import Boxes
from .choices import MinuteChips, kind_chips, outcome_chips
from .chooser import MenteeChooser
from .content import Content
from .extras import Extras
from .reading import Candidate, Facts
from .step_picker import StepPicker

if TYPE_CHECKING:
    from mentorapp.store.store import Store

_WIDE, _SMALL = 600, 168
_GAP, _LINE_GAP = 16, 12
_PAUSE_MS = 700


class NoteForm(QWidget):
    """`edited` at every change by the user; `paused` when it is time to keep a draft."""

    edited = Signal()
    paused = Signal()
    resized = Signal()
    booking_wanted = Signal()

    def __init__(
        self, theme: Theme, texts: Texts, store: "Store", read: Callable[[], Sequence[Candidate]], over: QWidget
    ) -> None:
        super().__init__()
        clock = store.clock
        self._theme, self._texts = theme, texts
        self._empty = Content(day=clock.today())
        self.chooser = MenteeChooser(theme, texts, read, over)
        self.when = WhenField(theme, texts, clock, texts("note.when"), optional=False)
        self.kind = kind_chips(theme, texts, texts("note.how"))
        self.way = ContactWay(store, theme, texts)
        self.minutes = MinuteChips(theme, texts)
        self.outcome = outcome_chips(theme, texts, texts("note.came"))
        self.boxes = Boxes(theme, texts)
        self.next_step = LineField(theme, texts("note.next_step"))
        self.who = QComboBox()
        self.who_name = LineField(theme, texts("note.who_name"))
        self.step = StepPicker(theme, texts)
        self.next_contact = WhenField(theme, texts, clock, texts("note.next_contact"), lean=Lean.AHEAD)
        self.extras = Extras(theme, texts, clock)
        self._not_yet = Banner(theme, texts("errors.held_in_future"), texts("note.make_booking"), tone="amber")
        self._not_yet.act_wanted.connect(self.booking_wanted)
        self._pairs: list[QBoxLayout] = []
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self._listen()

    def stops(self) -> list[QWidget]:
        """The way of Tab."""
        kind, outcome = self.kind.focusProxy() or self.kind, self.outcome.focusProxy() or self.outcome
        head: list[QWidget] = [self.chooser.line, self.when.line, self._not_yet.button]
        choices: list[QWidget] = [kind, *self.way.stops(), self.minutes.stop(), outcome]
        tail: list[QWidget] = [self.next_step.line, self.who, self.who_name.line, self.step.box, self.next_contact.line]
        return [*head, *choices, *self.boxes.stops(), *tail, *self.extras.stops()]

    def set_person(self, facts: Facts | None, mentor: str) -> None:
        """Everything that depends on whom the note is about."""
        self.chooser.show_person(facts)
        name = self._texts("note.the_mentee") if facts is None else facts.mentee.preferred_name
        chosen = max(0, self.who.currentIndex())
        quiet = self.who.blockSignals(True)
        self.who.clear()
        for who, words in ((Who.MENTOR, mentor), (Who.MENTEE, name), (Who.CONTACT, self._texts("note.someone_else"))):
            self.who.addItem(words, who.value)
        self.who.setCurrentIndex(chosen)
        self.who.blockSignals(quiet)
        self.step.set_steps(() if facts is None else facts.steps)
        hidden = facts is not None and facts.hides_sensitive
        self.boxes.hide_sensitive(hidden)
        self.way.contact.set_mentee(None if facts is None else facts.mentee.id)
        if facts is not None:
            self.extras.given.set_words(facts.words)
        self.extras.set_person(
            () if facts is None else facts.places,
            interpreter=facts is not None and bool(facts.mentee.interpreter_language),
            mood=not hidden,
            protected=facts is not None and facts.mentee.is_protected,
        )

    def fill(self, content: Content, fresh: Content) -> None:
        """From outside: nothing is emitted. `fresh` is what stands there before anything is typed."""
        self._pause.stop()
        self.clear_faults()
        self._empty = replace(content, boxes=())
        self.when.set_when(content.day, content.at)
        self.kind.choose(content.kind.value)
        self.outcome.choose(content.attendance.value)
        self.way.fill(content)
        self.minutes.set_value(content.minutes)
        self.boxes.fill(content.text, content.boxes)
        self.next_step.set_text(content.next_step)
        quiet = self.who.blockSignals(True)
        self.who.setCurrentIndex(self.who.findData(content.who.value))
        self.who.blockSignals(quiet)
        self.who_name.set_text(content.who_name)
        self.step.set_step(content.step_id)
        self.next_contact.set_when(content.next_day, content.next_at)
        self.extras.fill(content, fresh)
        if content.with_interpreter:
            self.extras.interpreter.show()
        self._suit_kind()
        self._suit_who()

    def content(self) -> Content:
        """What the fields hold now; a date that cannot be read is the last one that could."""
        text, boxes = self.boxes.texts()
        values = {
            "day": self.when.peek() or self._empty.day,
            "at": self.when.peek_at(),
            "kind": SessionKind(self.kind.value() or SessionKind.WALK_AND_TALK),
            "minutes": self.minutes.value(),
            "attendance": Attendance(self.outcome.value() or Attendance.HELD),
            "text": text,
            "boxes": boxes,
            "next_step": self.next_step.text(),
            "who": self._chosen_who(),
            "who_name": self.who_name.text(),
            "step_id": self.step.step_id(),
            "next_day": self.next_contact.peek(),
            "next_at": self.next_contact.peek_at(),
        }
        return replace(self._empty, **values, **self.extras.values(), **self.way.values())  # type: ignore[arg-type]

    def dates_read(self) -> bool:
        """Whether every date that was typed is one; the sentence stands beside the one that is not."""
        fields = (self.when, self.next_contact, self.extras.step_by)
        unread = next((field for field in fields if not field.check()), None)
        if unread is not None:
            unread.line.setFocus()
        elif not self.way.check():
            self.way.contact.line.setFocus()
            return False
        return unread is None

    def show_refusal(self, refusal: InputError) -> None:
        """The sentence beside its field, and the focus there."""
        sentence = self._texts.error(refusal)
        if refusal.key == "held_in_future":
            self._not_yet.setVisible(True)
            self.when.line.setFocus()
            self.resized.emit()
            return
        fields: dict[str, Field] = {
            "event_date": self.when,
            "note": self.boxes.first,
            "next_step": self.next_step,
            "what": self.next_step,
            "who_name": self.who_name,
            "name": self.way.contact,
            "consent_reference": self.way.consent,
        }
        if refusal.field == "duration_min":
            self._minutes_fault.show_sentence(sentence)
            self.minutes.stop().setFocus()
            return
        folded = self.extras.field(refusal.field)
        if folded is not None:
            self.extras.unfold()
        field = folded or fields.get(refusal.field, self.boxes.first)
        field.set_fault(sentence)
        field.editor.setFocus()

    def clear_faults(self) -> None:
        self._not_yet.hide()
        for field in (self.chooser, self.when, self.boxes.first, self.next_step, self.who_name):
            field.set_fault(None)
        self._minutes_fault.show_sentence(None)

    def set_columns(self, two: bool) -> None:
        """Pairs stand side by side, or below one another in a narrow window."""
        way = QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(way)
        self.extras.set_columns(2 if two else 1)

    def _lay_out(self) -> None:
        theme, texts = self._theme, self._texts
        column = QVBoxLayout(self)
        column.setSpacing(_LINE_GAP)
        column.addLayout(self._pair(self.chooser, self.when))
        column.addWidget(self._not_yet)
        how = QVBoxLayout()
        how.setSpacing(5)
        how.addWidget(Text(theme, texts("note.how"), Role.SMALL, bold=True))
        how.addWidget(self.kind)
        column.addLayout(how)
        column.addWidget(self.way)
        lengths = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        lengths.setSpacing(22)
        self._pairs.append(lengths)
        minutes = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        minutes.setSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        words = Text(theme, texts("note.minutes"), Role.SMALL, bold=True)
        words.setMinimumHeight(self.minutes.other.height())
        minutes.addWidget(words, 0, top)
        minutes.addWidget(self.minutes, 0, top)
        lengths.addLayout(minutes)
        lengths.addWidget(self.outcome, 1)
        column.addLayout(lengths)
        self._minutes_fault = FaultLine(theme)
        column.addWidget(self._minutes_fault)
        column.addWidget(self.boxes, 1)
        column.addLayout(self._pair(self.next_step, Field(theme, texts("note.who"), self.who)))
        column.addWidget(self.who_name)
        column.addLayout(self._pair(self.step, self.next_contact))
        column.addWidget(self.extras)

    def _pair(self, left: QWidget, right: QWidget) -> QBoxLayout:
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(_GAP)
        pair.addWidget(left, _WIDE)
        pair.addWidget(right, _SMALL)
        right.setMinimumWidth(self._theme.px(_SMALL))
        self._pairs.append(pair)
        return pair

    def _listen(self) -> None:
        for chosen in (self.kind.picked, self.outcome.picked):
            chosen.connect(lambda _key: self._on_edited())
        for told in (self.minutes.picked, self.boxes.edited, self.step.picked, self.extras.edited, self.way.edited):
            told.connect(self._on_edited)
        for line in (self.next_step, self.who_name):
            line.edited.connect(lambda _text: self._on_edited())
        for when in (self.when, self.next_contact):
            when.edited.connect(self._on_edited)
        self.who.currentIndexChanged.connect(lambda _at: self._on_edited())
        self.extras.unfolded.connect(self.resized)

    def _on_edited(self) -> None:
        self._not_yet.hide()
        self._minutes_fault.show_sentence(None)
        self._suit_kind()
        self._suit_who()
        if not self._pause.isActive():  # from the first key: a hand that never pauses is kept too
            self._pause.start()
        self.edited.emit()

    def _chosen_who(self) -> Who:
        return Who(self.who.currentData() or Who.MENTOR)

    def _suit_kind(self) -> None:
        kind = SessionKind(self.kind.value() or SessionKind.WALK_AND_TALK)
        self.way.show_kind(kind)
        self.extras.show_kind(kind, Attendance(self.outcome.value() or Attendance.HELD))
        self.resized.emit()

    def _suit_who(self) -> None:
        self.who_name.setVisible(self._chosen_who() is Who.CONTACT)
