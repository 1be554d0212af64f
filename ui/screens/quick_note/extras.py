"""What is seldom needed about a contact, folded away: place, distance of a walk, how it felt, interpreter, a day for
the next step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.tick_box import TickBox

from .content import Content


class Extras(QWidget):
    """A quiet button with the fields below it. What was written there is never folded away."""

    edited = Signal()
    unfolded = Signal()

    def __init__(self, theme: Theme, texts: Texts, clock: Clock) -> None:
        super().__init__()
        self._texts = texts
        self.toggle = Button(theme, texts("note.extras"), "down", kind=Kind.QUIET, size=Size.ROW, checkable=True)
        self.toggle.toggled.connect(self._on_toggled)
        self.place = LineField(theme, texts("note.place"))
        self.distance = LineField(theme, texts("note.distance"))
        self.mood_in = LineField(theme, texts("note.mood_in"))
        self.mood_out = LineField(theme, texts("note.mood_out"))
        self.step_by = DateField(theme, texts, clock, texts("note.step_by"), lean=Lean.AHEAD)
        self.interpreter = TickBox(theme, texts("note.with_interpreter"))
        self._fields = QWidget()
        self._grid = QGridLayout(self._fields)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fields)
        self.set_columns(2)
        self._fields.hide()
        for field in self._lines():
            field.edited.connect(lambda _text: self.edited.emit())
        self.step_by.day_changed.connect(lambda _day: self.edited.emit())
        self.interpreter.toggled.connect(lambda _on: self.edited.emit())

    def stops(self) -> list[QWidget]:
        fields: list[QWidget] = [self.place.line, self.distance.line, self.mood_in.line, self.mood_out.line]
        return [self.toggle, *fields, self.step_by.line, self.interpreter]

    def set_columns(self, columns: int) -> None:
        """Two columns, or one in a narrow window."""
        cells: Sequence[tuple[QWidget, int]] = (
            (self.place, columns), (self.distance, 1), (self.step_by, 1), (self.mood_in, 1), (self.mood_out, 1),
            (self.interpreter, columns),
        )  # fmt: skip
        row = column = 0
        for widget, span in cells:
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(widget, row, column, 1, span)
            column += span

    def set_person(self, places: Sequence[str], *, interpreter: bool, mood: bool, protected: bool) -> None:
        """Places of earlier contacts finish what is typed; what does not concern the person is not shown."""
        finishing = QCompleter(list(places), self.place.line)
        finishing.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        finishing.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.place.line.setCompleter(finishing)
        self.place.hint.setText(self._texts("note.place_protected") if protected else "")
        self.place.hint.setVisible(protected)
        self.interpreter.setVisible(interpreter)
        self.mood_in.setVisible(mood)
        self.mood_out.setVisible(mood)

    def show_distance(self, walk: bool) -> None:
        """The distance belongs to walks."""
        self.distance.setVisible(walk or bool(self.distance.text()))

    def fill(self, content: Content, fresh: Content) -> None:
        """From outside: nothing is emitted. Unfolded when more stands there than the booking brought with it."""
        self.place.set_text(content.place)
        self.distance.set_text(content.distance)
        self.mood_in.set_text(content.mood_in)
        self.mood_out.set_text(content.mood_out)
        self.step_by.set_day(content.step_by)
        quiet = self.interpreter.blockSignals(True)
        self.interpreter.setChecked(content.with_interpreter)
        self.interpreter.blockSignals(quiet)
        self.toggle.setChecked(any(getattr(content, name) != getattr(fresh, name) for name in self.values()))

    def values(self) -> dict[str, object]:
        return {
            "place": self.place.text(),
            "distance": self.distance.text() if not self.distance.isHidden() else "",
            "mood_in": self.mood_in.text() if not self.mood_in.isHidden() else "",
            "mood_out": self.mood_out.text() if not self.mood_out.isHidden() else "",
            "step_by": self.step_by.day(),
            "with_interpreter": self.interpreter.isChecked() and not self.interpreter.isHidden(),
        }

    def fault_places(self) -> dict[str, Callable[[str | None], None]]:
        """By field: what shows the sentence about it."""
        fields = {
            "place": self.place,
            "distance_km": self.distance,
            "mood_in": self.mood_in,
            "mood_out": self.mood_out,
        }
        return {name: field.set_fault for name, field in fields.items()}

    def unfold(self) -> None:
        self.toggle.setChecked(True)

    def _lines(self) -> tuple[LineField, ...]:
        return self.place, self.distance, self.mood_in, self.mood_out

    def _on_toggled(self, shown: bool) -> None:
        self._fields.setVisible(shown)
        self.unfolded.emit()
