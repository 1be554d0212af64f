"""All lines of a form: which one is active, where Enter goes, and what they hold together."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.scale_marks import Mark, MarkNote, ScaleResponse
from mentorapp.domain.scales import ScaleItem
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .line_row import LineRow
from .sight import bring_in_sight
from .values import Form


class LineRows(QObject):
    """`ended` after the last line, `edited` when any of them has changed."""

    ended = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, texts: Texts, form: Form, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._texts, self._form = theme, texts, form
        items = asked_items(form)
        self.rows = tuple(self._make(item, place, len(items)) for place, item in enumerate(items))
        self._active = 0
        self.fit()
        theme.changed.connect(self.fit)

    def _make(self, item: ScaleItem, place: int, count: int) -> LineRow:
        told = self._texts("scales.line_place", place=place + 1, count=count)
        row = LineRow(self._theme, self._texts, self._form, item, told)
        row.came.connect(lambda: self._set_active(place))
        row.went_on.connect(lambda: self._go_on(place))
        row.stepped.connect(lambda way: self._step(place + way))
        row.edited.connect(self.edited)
        return row

    @property
    def active(self) -> LineRow:
        return self.rows[self._active]

    def marks(self) -> tuple[Mark, ...]:
        found = (row.state.mark() for row in self.rows)
        return tuple(mark for mark in found if mark is not None)

    def hold_something(self) -> bool:
        return any(row.state.typed.strip() or row.state.mark() is not None for row in self.rows)

    def show_response(self, response: ScaleResponse) -> None:
        for row in self.rows:
            row.state.put_mark(response.mark(row.state.item.code))
            row.put(row.state.typed, row.state.note)

    def set_length(self, line_length_mm: Decimal) -> None:
        for row in self.rows:
            row.set_length(line_length_mm)

    def draft(self) -> dict[str, list[str]]:
        return {row.state.item.code: [row.state.typed, row.state.note.value] for row in self.rows}

    def set_draft(self, kept: Mapping[str, list[str]]) -> None:
        for row in self.rows:
            typed, note = kept.get(row.state.item.code, ("", MarkNote.NONE.value))
            row.put(str(typed), MarkNote(note))

    def unread(self) -> LineRow | None:
        """The first that cannot be stored as it stands; all of them say why."""
        return next((row for row in self.rows if not row.check()), None)

    def first_blank(self) -> LineRow:
        """The first line that nothing is said of; the very first where all are done."""
        blank = (row for row in self.rows if not row.state.typed.strip() and row.state.mark() is None)
        return next(blank, self.rows[0])

    def skip(self) -> None:
        """The active line is left blank on purpose, and the next is up."""
        place = self._active
        self.rows[place].skip()
        self._go_on(place)

    def fit(self) -> None:
        """The lines stand under one another: the words at their sides get the same room, and so do their names."""
        drawn = [row.line for row in self.rows if row.line is not None]
        if drawn:
            rooms = [line.words_width() for line in drawn]
            left, right = max(room[0] for room in rooms), max(room[1] for room in rooms)
            for line in drawn:
                line.set_room(left, right)
        if all(not row.state.item.text(self._texts.language) for row in self.rows):
            widest = max(row.label.sizeHint().width() for row in self.rows)
            for row in self.rows:
                row.label.setMinimumWidth(widest)

    def _go_on(self, place: int) -> None:
        if place + 1 < len(self.rows):
            self.rows[place + 1].go_to()
        else:
            self.ended.emit()

    def _step(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].go_to()

    def _set_active(self, place: int) -> None:
        self._active = place
        for number, row in enumerate(self.rows):
            row.set_active(number == place)
        bring_in_sight(self.rows[place])


def asked_items(form: Form) -> tuple[ScaleItem, ...]:
    """The lines that may be asked about; what the youth duty hides is not there at all."""
    return tuple(item for item in form.definition.items if item.info_class not in form.hidden)
