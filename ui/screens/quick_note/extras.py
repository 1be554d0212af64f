"""What is seldom needed about a contact, folded away: what was given, the place, how it felt, an interpreter, the
mentor's own safety. How somebody came is in sight: two marks beside the button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.date_field import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.given import Given
from ui.widgets.tick_box import TickBox
from ui.widgets.word_chips import WordChip

from .content import Content

_LINES = ("place", "distance", "mood_in", "mood_out", "mood_word", "safety")
_FELT = ("mood_in", "mood_out", "mood_word")


class Extras(QWidget):
    """A quiet button with the fields below it. What was written there is never folded away."""

    edited = Signal()
    unfolded = Signal()

    def __init__(self, theme: Theme, texts: Texts, clock: Clock) -> None:
        super().__init__()
        self._texts = texts
        self.toggle = Button(theme, texts("note.extras"), "down", kind=Kind.QUIET, size=Size.ROW, checkable=True)
        self.toggle.toggled.connect(self._on_toggled)
        self.came_late = WordChip(theme, texts("note.came_late"))
        self.unplanned = WordChip(theme, texts("note.unplanned"))
        self.given = Given(theme, texts)
        self.lines = {name: LineField(theme, texts(f"note.{name}")) for name in _LINES}
        self.place, self.distance = self.lines["place"], self.lines["distance"]
        self.mood_in, self.mood_out, self.safety = (self.lines[n] for n in ("mood_in", "mood_out", "safety"))
        self.safety.hint.setText(texts("note.safety_hint"))
        self.safety.hint.show()
        self.step_by = DateField(theme, texts, clock, texts("note.step_by"), lean=Lean.AHEAD)
        self.interpreter = TickBox(theme, texts("note.with_interpreter"))
        self._lay_out()
        for field in self.lines.values():
            field.edited.connect(lambda _text: self.edited.emit())
        for chip in (self.came_late, self.unplanned):
            chip.clicked.connect(lambda: self.edited.emit())
        self.step_by.edited.connect(self.edited)
        self.interpreter.toggled.connect(lambda _on: self.edited.emit())
        self.given.edited.connect(self.edited)
        self.given.resized.connect(self.unfolded)

    def stops(self) -> list[QWidget]:
        lines: list[QWidget] = [self.lines[name].line for name in _LINES[:-1]]
        own = [self.step_by.line, self.interpreter, self.safety.line]
        return [self.toggle, self.came_late, self.unplanned, *self.given.stops(), *lines, *own]

    def set_columns(self, columns: int) -> None:
        """Two columns, or one in a narrow window."""
        lines = self.lines
        cells: Sequence[tuple[QWidget, int]] = (
            (lines["place"], columns), (lines["distance"], 1), (self.step_by, 1), (lines["mood_in"], 1),
            (lines["mood_out"], 1), (lines["mood_word"], columns), (self.interpreter, columns), (self.safety, columns),
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
        for name in _FELT:
            self.lines[name].setVisible(mood)

    def show_kind(self, kind: SessionKind, attendance: Attendance) -> None:
        """The distance belongs to walks; nobody is late for what did not happen."""
        self.distance.setVisible(kind is SessionKind.WALK_AND_TALK or bool(self.distance.text()))
        self.came_late.setVisible(attendance is Attendance.HELD and kind is not SessionKind.OTHER_ACTOR)

    def fill(self, content: Content, fresh: Content) -> None:
        """From outside: nothing is emitted. Unfolded when more stands there than the booking brought with it."""
        for name, field in self.lines.items():
            field.set_text(getattr(content, name))
        self.step_by.set_day(content.step_by)
        self.came_late.setChecked(content.came_late)
        self.unplanned.setChecked(content.unplanned)
        quiet = self.interpreter.blockSignals(True)
        self.interpreter.setChecked(content.with_interpreter)
        self.interpreter.blockSignals(quiet)
        self.given.fill(content)
        folded = set(self.values()) - {"came_late", "unplanned"}
        self.toggle.setChecked(any(getattr(content, name) != getattr(fresh, name) for name in folded))

    def values(self) -> dict[str, object]:
        lines = {name: "" if field.isHidden() else field.text() for name, field in self.lines.items()}
        own: dict[str, object] = {
            "step_by": self.step_by.peek(),
            "with_interpreter": self.interpreter.isChecked() and not self.interpreter.isHidden(),
            "came_late": self.came_late.isChecked() and not self.came_late.isHidden(),
            "unplanned": self.unplanned.isChecked(),
        }
        return lines | own | self.given.values()

    def field(self, name: str) -> Field | None:
        """By its name in the domain: what a refusal can be about."""
        return self.lines.get({"distance_km": "distance"}.get(name, name)) or self.given.field(name)

    def unfold(self) -> None:
        self.toggle.setChecked(True)

    def _lay_out(self) -> None:
        self._fields = QWidget()
        inside = QVBoxLayout(self._fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.given)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        inside.addLayout(self._grid)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.toggle)
        head.addStretch(1)
        head.addWidget(self.came_late)
        head.addWidget(self.unplanned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._fields)
        self.set_columns(2)
        self._fields.hide()

    def _on_toggled(self, shown: bool) -> None:
        self._fields.setVisible(shown)
        self.unfolded.emit()
