"""The fields of a contact that was written before: kind, day, minutes, whether it happened, and its boxes by class."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.errors import InputError
from mentorapp.domain.sessions import SEGMENT_CLASSES, Attendance, NewSession, NoteSegment, Session, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.chip import ChipButton
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_chip import class_label, class_look
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_KEPT = ("mentee_id", "enrolment_id", "start_time", "place", "distance_km", "initiated_by", "mood_in", "mood_out",
         "mood_word", "topics", "with_interpreter")  # fmt: skip


class NoteForm(QWidget):
    """`value()` is what would be stored; what the form does not show is kept as it was."""

    def __init__(
        self, theme: Theme, texts: Texts, clock: Clock, contact: Session, hidden: frozenset[InfoClass]
    ) -> None:
        super().__init__()
        self._hidden = hidden
        self._theme, self._texts, self._contact = theme, texts, contact
        self._boxes: dict[InfoClass, TextField] = {}
        self.kind = QComboBox()
        for kind in SessionKind:
            self.kind.addItem(texts(f"codes.session_kind_{kind.value}"), kind)
        self.kind.setCurrentIndex(self.kind.findData(contact.kind))
        self.on = DateField(theme, texts, clock, texts("mentee.note_day"), contact.event_date, optional=False)
        minutes = "" if contact.duration_min is None else str(contact.duration_min)
        self.minutes = LineField(theme, texts("mentee.note_minutes"), minutes)
        choices = [Choice(one.value, texts(f"codes.attendance_{one.value}")) for one in Attendance]
        self.came = ChoiceChips(theme, texts("mentee.note_came"), choices, contact.attendance.value, ticked=True)
        self.next_step = LineField(theme, texts("mentee.note_next_step"), contact.next_step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(Field(theme, texts("mentee.note_kind"), self.kind), 2)
        first.addWidget(self.on, 2)
        first.addWidget(self.minutes, 1)
        whole.addLayout(first)
        whole.addWidget(self.came)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        whole.addLayout(self._column)
        self._fill_boxes()
        whole.addWidget(self._offer())
        if hidden:
            whole.addWidget(Text(theme, texts("mentee.youth_duty_only"), Role.CAPTION, tone="ink2", wrap=True))
        whole.addWidget(self.next_step)

    def first_box(self) -> QPlainTextEdit:
        return next(iter(self._boxes.values())).box

    def box(self, info_class: InfoClass) -> TextField:
        """The box of a class, made when it is not there."""
        if info_class not in self._boxes:
            field = TextField(self._theme, class_label(self._texts, info_class), lines=4)
            self._boxes[info_class] = field
            self._column.addWidget(field)
        return self._boxes[info_class]

    def value(self) -> NewSession | None:
        """None when day or minutes cannot be read; the field then says why."""
        day = self.on.day()
        if not self.on.check() or day is None:
            return None
        minutes = self.minutes.text().strip()
        if minutes and not (minutes.isascii() and minutes.isdigit()):
            self.minutes.set_fault(self._texts("mentee.note_minutes_digits"))
            self.minutes.setFocus()
            return None
        kept = {name: getattr(self._contact, name) for name in _KEPT}
        segments = tuple(
            NoteSegment(text=field.text(), info_class=cls) for cls, field in self._boxes.items() if field.text().strip()
        )
        return NewSession(
            kind=SessionKind(self.kind.currentData()),
            event_date=day,
            attendance=Attendance(self.came.current()),
            duration_min=int(minutes) if minutes else None,
            next_step=self.next_step.text(),
            segments=segments,
            **kept,
        )

    def show_fault(self, refusal: InputError) -> None:
        fields: dict[str, Field] = {"duration_min": self.minutes, "next_step": self.next_step, "event_date": self.on}
        field = fields.get(refusal.field, next(iter(self._boxes.values())))
        field.set_fault(self._texts.error(refusal))
        field.setFocus()

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
        flow.addWidget(Text(self._theme, self._texts("mentee.note_add_box"), Role.SMALL, tone="ink2"))
        for info_class in SEGMENT_CLASSES:
            if info_class in self._hidden:
                continue
            chip = ChipButton(self._theme, class_look(self._texts, info_class))
            chip.clicked.connect(lambda _=False, cls=info_class: self.box(cls).box.setFocus())
            flow.addWidget(chip)
        return row
