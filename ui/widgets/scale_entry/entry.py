"""A filled form on its way in: head, lines as on paper, total, and what was said instead of crosses."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.errors import InputError
from mentorapp.domain.scale_marks import FilledHow, ScaleResponse, total
from mentorapp.domain.scales import ScaleKind
from mentorapp.language import numbers
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from ..button import Button, Kind
from ..card import SIDE, Card
from ..field import FaultLine
from ..flow import FlowLayout
from ..text import Text
from ..text_field import TextField
from .foot_strip import FootStrip
from .head import EntryHead
from .length_field import LengthField
from .rows import LineRows
from .sight import bring_in_sight
from .typed import LINES
from .values import Answers, Form

_FOLDS_AT = 520


class ScaleEntry(QWidget):
    """`ScaleEntry(theme, texts, clock, form, ready)`; takes part in drafts as one field. See the package.

    `ready` is a button of the page's own, the first of the row below; `more` a place for fields of its own.
    """

    edited = Signal()
    day_changed = Signal(object)
    ended = Signal()

    def __init__(self, theme: Theme, texts: Texts, clock: Clock, form: Form, ready: Button | None = None) -> None:
        super().__init__()
        self.theme, self.texts, self.form = theme, texts, form
        self._clock = clock
        self.setAccessibleName(form.definition.title(texts.language))
        self.head = EntryHead(theme, texts, clock, form.definition)
        self.lines = LineRows(theme, texts, form, self)
        self.length = LengthField(theme, texts)
        self.foot = FootStrip(theme, texts, form.definition, self._before_words(), self.length)
        self.note = TextField(theme, texts("scales.oral_note", name=form.name), lines=4)
        self.comment = TextField(theme, texts("scales.comment"), lines=2)
        self.fault = FaultLine(theme)
        self.skip = Button(theme, texts("scales.skip"))
        self.two = Button(theme, texts("scales.two"), kind=Kind.QUIET)
        self.oral = Button(theme, texts("scales.oral_instead"), kind=Kind.QUIET)
        self.say_more = Button(theme, texts("scales.comment_add"), kind=Kind.QUIET)
        self.keys = Text(theme, self._keys_words(), Role.SMALL, tone="ink2", wrap=True)
        self.acts, self.more = FlowLayout(), QVBoxLayout()
        self._lay_out(ready)
        self._connect()
        if form.response is not None:
            self.show_response(form.response)
        self._show_state()

    def _lay_out(self, ready: Button | None) -> None:
        self.card = Card(self.theme)
        self.card.setAccessibleName(self.head.title.text())
        self.card.add(self.head, above=12, below=12)
        self._said = QWidget()
        inside = QVBoxLayout(self._said)
        inside.setContentsMargins(SIDE + 2, 4, SIDE + 2, 14)
        inside.addWidget(self.note)
        self.card.add_row(self._said)
        for row in self.lines.rows:
            self.card.add_row(row)
        self.card.add_row(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.card)
        whole.addWidget(self.fault)
        whole.addWidget(self.comment)
        whole.addLayout(self.more)
        for button in (ready, self.skip, self.two, self.oral, self.say_more):
            if button is not None:
                self.acts.addWidget(button)
        whole.addLayout(self.acts)
        whole.addWidget(self.keys)

    def _connect(self) -> None:
        self.head.edited.connect(self._on_edited)
        self.head.day_changed.connect(self.day_changed)
        self.head.how_changed.connect(self._show_state)
        self.lines.edited.connect(self._on_edited)
        self.lines.ended.connect(self.ended)
        self.length.changed.connect(self.lines.set_length)
        self.length.edited.connect(self._on_edited)
        self.length.entered.connect(self.focus_first)
        self.note.edited.connect(self._on_edited)
        self.comment.edited.connect(self._on_edited)
        self.skip.clicked.connect(self.lines.skip)
        self.two.clicked.connect(lambda: self.lines.active.begin_second())
        self.oral.clicked.connect(self._turn_oral)
        self.say_more.clicked.connect(self._open_comment)

    def answers(self) -> Answers:
        """What stands there; after `check`."""
        day = self.head.day.day()
        return Answers(
            event_date=day or self._clock.today(),
            marks=self.lines.marks(),
            filled_how=self.head.chosen(),
            line_length_mm=self.length.value(),
            comment=self.comment.text(),
            oral_note=self.note.text() if self.is_oral else "",
        )

    @property
    def is_oral(self) -> bool:
        return self.head.chosen() is FilledHow.ORAL

    def check(self) -> bool:
        """Whether everything can be stored as it stands; the focus goes to the first that cannot."""
        self.set_fault(None)
        if not self.head.day.check():
            return self._go_to(self.head.day.line)
        if not self.length.check():
            return self._go_to(self.length.field)
        unread = self.lines.unread()
        return True if unread is None else self._go_to(unread.stop())

    def show_refusal(self, refusal: InputError) -> None:
        """Beside what it is about, and the focus there."""
        sentence = self.texts.error(refusal)
        if refusal.field == "event_date":
            self.head.day.set_fault(sentence)
            self._go_to(self.head.day.line)
        elif refusal.field == "line_length_mm":
            self.length.set_fault(sentence)
            self._go_to(self.length.field)
        elif refusal.field == "oral_note":
            self.note.set_fault(sentence)
            self._go_to(self.note.box)
        else:
            self.set_fault(sentence)
            self.focus_first()

    def set_fault(self, sentence: str | None) -> None:
        """Below the form, about all of it."""
        self.fault.show_sentence(sentence)

    def focus_first(self) -> None:
        """The first line without a mark, or the note of what was said."""
        self._go_to(self.first_stop())

    def first_stop(self) -> QWidget:
        """Of a form that is put right the first line, whatever it holds."""
        if self.is_oral and not self.lines.hold_something():
            return self.note.box
        put_right = self.form.response is not None
        return self.lines.rows[0].field if put_right else self.lines.first_blank().field

    def draft(self) -> dict[str, Any]:
        return {
            "day": self.head.day.draft(),
            "how": self.head.chosen().value,
            "length": self.length.draft(),
            "marks": self.lines.draft(),
            "oral_note": self.note.text(),
            "comment": self.comment.text(),
        }

    def set_draft(self, kept: Mapping[str, Any]) -> None:
        self.head.day.set_draft(str(kept["day"]))
        self.head.choose(FilledHow(kept["how"]))
        self.length.set_draft(str(kept["length"]))
        self.lines.set_draft(kept["marks"])
        self.note.set_text(str(kept["oral_note"]))
        self.comment.set_text(str(kept["comment"]))
        self._on_edited()
        self._show_state()

    def show_response(self, response: ScaleResponse) -> None:
        """A form that is being put right."""
        self.head.day.set_day(response.event_date)
        self.head.choose(response.filled_how)
        self.length.set_value(response.line_length_mm)
        self.lines.show_response(response)
        self.note.set_text(response.oral_note)
        self.comment.set_text(response.comment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.set_folded(self.width() < self.theme.px(_FOLDS_AT))

    def _on_edited(self) -> None:
        self.set_fault(None)
        self._show_count()
        self.edited.emit()

    def _show_count(self) -> None:
        self.foot.show_marks(self.lines.marks(), len(self.lines.rows))

    def _show_state(self) -> None:
        """A talk has no lines, unless some were filled in before it became one."""
        oral = self.is_oral
        lines = not oral or self.lines.hold_something()
        self._said.setVisible(oral)
        for row in self.lines.rows:
            row.setVisible(lines)
        self.foot.setVisible(lines)
        self.length.setVisible(self.form.definition.kind is ScaleKind.VAS_FORM)
        self.comment.setVisible(bool(self.comment.text()))
        self.say_more.setVisible(not self.comment.text())
        self.two.setVisible(lines and self.form.definition.kind in LINES)
        self.skip.setVisible(lines)
        self.oral.setVisible(not oral and not self.form.definition.is_external)
        self.keys.setVisible(lines)
        self.head.hint.setVisible(lines)
        self._show_count()

    def _go_to(self, part: QWidget) -> bool:
        """The focus of the whole is there too, so that a sheet that asks for it finds the same place; False."""
        self.setFocusProxy(part)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        bring_in_sight(part)
        return False

    def _turn_oral(self) -> None:
        self.head.choose(FilledHow.ORAL)
        self._go_to(self.note.box)

    def _open_comment(self) -> None:
        self.comment.show()
        self.say_more.hide()
        self._go_to(self.comment.box)

    def _before_words(self) -> str:
        """When the small marks were set; of a total, which has no line, what it was."""
        before, definition = self.form.before, self.form.definition
        if before is None:
            return ""
        day = day_in_full(self.texts, before.event_date, self._clock.today())
        value = total(definition, before.marks) if definition.kind is ScaleKind.EXTERNAL_TOTAL else None
        if value is None:
            return self.texts("scales.before", day=day)
        return self.texts("scales.before_total", day=day, value=numbers.plain(self.texts, value))

    def _keys_words(self) -> str:
        kind = self.form.definition.kind
        return self.texts("scales.keys_lines" if kind in LINES else "scales.keys_numbers")
