"""A contact that was written before, to be changed: kind, day, minutes, whether it happened, and its boxes by class."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget
from sqlalchemy.orm import Session as StoreSession

from mentorapp.domain.errors import InputError
from mentorapp.domain.sessions import SEGMENT_CLASSES, Attendance, NewSession, NoteSegment, Session, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.network import contact_from
from mentorapp.store.sessions import change_session
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.chip import ChipButton
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_chip import class_label, class_look
from ui.widgets.contact_way import ContactWay
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.flow import FlowLayout
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .note_more import NoteMore

_WRITTEN = frozenset({"kind", "event_date", "attendance", "duration_min", "next_step", "segments"})
_KEPT = tuple(field.name for field in fields(NewSession) if field.name not in _WRITTEN)
_BOX = "box_"


class NoteForm(FormSheet):
    """Saving writes a new version; what the form does not show is kept as it was."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: Store,
        title: str,
        contact: Session,
        hidden: frozenset[InfoClass],
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            title,
            form=f"page.note:{contact.id}",
            mentee_id=contact.mentee_id,
            label="note_changed",
            save_text=texts("mentee.note_save"),
        )
        self._hidden, self._contact = hidden, contact
        self._boxes: dict[InfoClass, TextField] = {}
        self._add_facts()
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self.body.addLayout(self._column)
        self._fill_boxes()
        self.body.addWidget(self._offer())
        if hidden:
            self.body.addWidget(Text(theme, texts("mentee.youth_duty_only"), Role.CAPTION, tone="ink2", wrap=True))
        self.more = NoteMore(self, contact, hidden)
        self.next_step = self.add("next_step", LineField(theme, texts("mentee.note_next_step"), contact.next_step))
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.first_box()

    def first_box(self) -> QPlainTextEdit:
        return next(iter(self._boxes.values())).box

    def box(self, info_class: InfoClass) -> TextField:
        """The box of a class, made when it is not there."""
        if info_class not in self._boxes:
            field = TextField(self.theme, class_label(self.texts, info_class), lines=4)
            self._boxes[info_class] = field
            self._column.addWidget(field)
            self.register(_BOX + info_class.value, field)
        return self._boxes[info_class]

    def prepare(self, values: dict[str, Any]) -> None:
        """The boxes that the draft has and the stored version has not."""
        for name in values:
            code = name.removeprefix(_BOX)
            if name.startswith(_BOX) and code in {one.value for one in SEGMENT_CLASSES}:
                self.box(InfoClass(code))

    def can_be_kept(self) -> bool:
        minutes = self.minutes.text().strip()
        if minutes and not (minutes.isascii() and minutes.isdigit()):
            self.minutes.set_fault(self.texts("mentee.note_minutes_digits"))
            self.minutes.setFocus()
            return False
        return super().can_be_kept()

    def write(self, session: StoreSession) -> object:
        change_session(session, self._contact.id, self._new(session))
        return self._contact.id

    def show_refusal(self, refusal: InputError) -> None:
        """What no field here has by name is about the text."""
        if refusal.field in self.values():
            super().show_refusal(refusal)
        else:
            field = next(iter(self._boxes.values()))
            field.set_fault(self.texts.error(refusal))
            field.setFocus()

    def _new(self, session: StoreSession) -> NewSession:
        day, minutes = self.on.day(), self.minutes.text().strip()
        assert day is not None
        segments = tuple(
            NoteSegment(text=field.text(), info_class=cls) for cls, field in self._boxes.items() if field.text().strip()
        )
        kept = {name: getattr(self._contact, name) for name in _KEPT} | self.more.values()
        if self.way.contact.isVisible():
            kept["contact_id"] = contact_from(session, self.way.contact.value())
        kept["consent_reference"] = self.way.consent.text()
        kept["attempt_way"] = SessionKind(self.way.ways.current()) if self.way.ways.current() else None
        return NewSession(
            kind=SessionKind(self.kind.currentData()),
            event_date=day,
            attendance=Attendance(self.came.current()),
            duration_min=int(minutes) if minutes else None,
            next_step=self.next_step.text(),
            segments=segments,
            **kept,
        )

    def _add_facts(self) -> None:
        theme, texts, contact = self.theme, self.texts, self._contact
        self.kind = QComboBox()
        for kind in SessionKind:
            self.kind.addItem(texts(f"codes.session_kind_{kind.value}"), kind)
        self.kind.setCurrentIndex(self.kind.findData(contact.kind))
        self.on = DateField(
            theme, texts, self.store.clock, texts("mentee.note_day"), contact.event_date, optional=False
        )
        minutes = "" if contact.duration_min is None else str(contact.duration_min)
        self.minutes = LineField(theme, texts("mentee.note_minutes"), minutes)
        kind_field = Field(theme, texts("mentee.note_kind"), self.kind)
        self.add_beside(("kind", kind_field), ("event_date", self.on), ("duration_min", self.minutes))
        self.way = ContactWay(self.store, theme, texts)
        self.way.contact.set_mentee(contact.mentee_id)
        self.way.fill(contact)
        self.body.addWidget(self.way)
        self.register("contact", self.way.contact)
        self.register("consent_reference", self.way.consent)
        self.register("attempt_way", self.way.ways)
        self.kind.currentIndexChanged.connect(lambda _at: self.way.show_kind(SessionKind(self.kind.currentData())))
        self.way.show_kind(contact.kind)
        choices = [Choice(one.value, texts(f"codes.attendance_{one.value}")) for one in Attendance]
        chosen = contact.attendance.value
        self.came = self.add("attendance", ChoiceChips(theme, texts("mentee.note_came"), choices, chosen, ticked=True))

    def _fill_boxes(self) -> None:
        """Texts of the same class stand in one box."""
        for segment in self._contact.segments:
            field = self.box(segment.info_class)
            field.set_text("\n\n".join(part for part in (field.text(), segment.text) if part))
        if not self._boxes:
            self.box(InfoClass.PLAN)

    def _offer(self) -> QWidget:
        """Chips that add a box of another class."""
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(Text(self.theme, self.texts("mentee.note_add_box"), Role.SMALL, tone="ink2"))
        for info_class in SEGMENT_CLASSES:
            if info_class in self._hidden:
                continue
            chip = ChipButton(self.theme, class_look(self.texts, info_class))
            chip.clicked.connect(self._opener(info_class))
            flow.addWidget(chip)
        return row

    def _opener(self, info_class: InfoClass) -> Callable[[], None]:
        return lambda: self.box(info_class).box.setFocus()
