"""*Annan mätning*: what others measured with instruments of their own. Nothing is said about what it means (I18)."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.measurements import ExternalMeasurement
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from mentorapp.store.measurements import add_measurement, change_measurement, remove_measurement
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.inset import inset
from ui.widgets.picker import Picker
from ui.widgets.removable_sheet import RemovableSheet
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from ..reading import Person
from ..words import DOT
from .reading import Ratings


class MeasurementsCard(Card):
    """Newest first. Signal `wanted(object)`: an ExternalMeasurement, or None for a new one."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("scales.measurements"))
        self._texts = texts
        self.new = Button(theme, texts("scales.measurement_new"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(lambda: self.wanted.emit(None))
        self.head.addWidget(self.new)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self.help = Text(theme, texts("scales.measurements_help"), Role.SMALL, tone="ink2", wrap=True)
        self._help_box = inset(self, self.help)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)

    def show_ratings(self, ratings: Ratings) -> None:
        self._help_box.setVisible(not ratings.measurements)
        self.listed.fill([self._row(one, ratings) for one in reversed(ratings.measurements)])

    def _row(self, one: ExternalMeasurement, ratings: Ratings) -> Row:
        change = Button(
            self.theme, self._texts("scales.open"), size=Size.ROW,
            name=self._texts("scales.measurement_open", name=one.name),
        )  # fmt: skip
        change.setObjectName(f"{one.id}:change")
        change.clicked.connect(lambda: self.wanted.emit(one))
        file = next((file.name for file in ratings.files if file.id == one.attachment_id), "")
        second = DOT.join(
            part for part in (day_in_full(self._texts, one.event_date, ratings.today), one.note, file) if part
        )
        row = Row(self.theme, DOT.join(part for part in (one.name, one.value) if part), second, action=change)
        row.opened.connect(lambda: self.wanted.emit(one))
        return row


class MeasurementSheet(RemovableSheet):
    """Name, day and value as they stand on the paper."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, ratings: Ratings,
        one: ExternalMeasurement | None,
    ) -> None:  # fmt: skip
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("scales.measurement_change" if one else "scales.measurement_new"),
            form=f"scales.measurement:{one.id}" if one else "scales.measurement",
            mentee_id=person.mentee.id,
            label="measurement_changed" if one else "measurement_added",
            save_text=texts("scales.save_change" if one else "scales.measurement_save"),
        )
        self._person, self._one = person, one
        self.name = self.add("name", LineField(theme, texts("scales.measurement_name"), one.name if one else ""))
        self.on = DateField(
            theme, texts, store.clock, texts("scales.measurement_day"), one.event_date if one else None,
            lean=Lean.BACK, optional=False,
        )  # fmt: skip
        self.on.set_limits(None, store.clock.today())
        self.value_ = LineField(
            theme, texts("scales.measurement_value"), one.value if one else "",
            hint=texts("scales.measurement_value_hint"),
        )  # fmt: skip
        self.add_beside(("event_date", self.on), ("value", self.value_))
        self.note = self.add(
            "note", TextField(theme, texts("scales.measurement_note"), one.note if one else "", lines=2)
        )
        self.file = self._add_file(ratings)
        if one is not None:
            remove = texts("scales.measurement_remove")
            self.add_removal(remove, "measurement_removed", lambda session: remove_measurement(session, one.id))
        self.body.addStretch(1)

    def write(self, session: Session) -> UUID:
        on = self.on.day()
        assert on is not None
        details = {"value": self.value_.text(), "note": self.note.text(), "attachment_id": self._file_id()}
        if self._one is not None:
            change_measurement(session, self._one.id, name=self.name.text(), event_date=on, **details)
            return self._one.id
        enrolment = self._person.enrolment
        details["enrolment_id"] = enrolment.id if enrolment else None
        return add_measurement(session, self._person.mentee.id, self.name.text(), on, **details)

    def _add_file(self, ratings: Ratings) -> Picker | None:
        """One of the files that lie with the person; they are added under Runt om."""
        if not ratings.files:
            self.body.addWidget(
                Text(self.theme, self.texts("scales.measurement_no_file"), Role.SMALL, tone="ink2", wrap=True)
            )
            return None
        choices = [Choice(str(file.id), file.name) for file in ratings.files]
        chosen = str(self._one.attachment_id) if self._one and self._one.attachment_id else ""
        picker = Picker(
            self.theme, self.texts("scales.measurement_file"), [("", choices)], chosen,
            nothing=self.texts("scales.measurement_file_none"),
        )  # fmt: skip
        return self.add("attachment_id", picker)

    def _file_id(self) -> UUID | None:
        if self.file is None:
            return self._one.attachment_id if self._one else None
        return UUID(self.file.current()) if self.file.current() else None
