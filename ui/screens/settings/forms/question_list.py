"""The questions of a form that is being changed: added, removed and had back, moved by key and by hand, one open."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.scales import MOST_ITEMS, ScaleItem, item_fault
from mentorapp.language.texts import Texts
from mentorapp.store.scale_files import item_data, item_of
from ui.theme import Theme
from ui.widgets.button import Button, Kind
from ui.widgets.flow import FlowLayout

from .picture import Look
from .question_drops import QuestionDrops
from .question_fields import QuestionFields
from .question_row import QuestionRow

_SAME_AS_BEFORE = ("left_sv", "left_en", "right_sv", "right_en", "favourable", "dimension", "info_class")


class QuestionList(QWidget):
    """A field of the form: it keeps its own draft, and says of itself what is missing. `language_wanted` asks that the
    words of a language be shown, `opened` that a part be brought into view; `resized`: it is higher or lower now."""

    edited = Signal()
    resized = Signal()
    language_wanted = Signal(str)
    opened = Signal(QWidget)

    def __init__(
        self, theme: Theme, texts: Texts, items: Sequence[ScaleItem], look: Look, *, narrow: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._texts, self._narrow = theme, texts, narrow
        self._items, self._look = list(items), look
        self._opened = -1
        self._removed: tuple[int, ScaleItem] | None = None
        self.rows: list[QuestionRow] = []
        self.fields: QuestionFields | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(texts("forms.questions"))
        self.new = Button(theme, texts("forms.question_new"), "plus")
        self.new.clicked.connect(self._add)
        self.back = Button(theme, texts("forms.question_back"), "undo", kind=Kind.QUIET)
        self.back.clicked.connect(self._take_back)
        self._drops = QuestionDrops(self, lambda: self.rows, self.move_to)
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        flow.addWidget(self.new)
        flow.addWidget(self.back)
        self._column.addWidget(acts)
        self._fill()

    def items(self) -> tuple[ScaleItem, ...]:
        return tuple(self._items)

    def draft(self) -> list[dict[str, Any]]:
        return [item_data(item) for item in self._items]

    def set_draft(self, value: Any) -> None:
        try:
            self._items = [item_of(one) for one in value]
        except (KeyError, AttributeError) as error:
            raise ValueError("no questions") from error
        self._opened, self._removed = -1, None
        self._fill()
        self.edited.emit()

    def check(self) -> bool:
        """Opens the first question that lacks something, with the sentence beside the field."""
        self.setFocusProxy(self.new)
        for at, item in enumerate(self._items):
            fault = item_fault(item)
            if fault is None:
                continue
            self.language_wanted.emit("sv")
            self.open(at)
            assert self.fields is not None
            self.fields.set_fault(fault[0], self._texts(f"errors.{fault[1]}"))
            self.setFocusProxy(self.fields.fields[fault[0]].line)
            return False
        return True

    def show_look(self, look: Look) -> None:
        self._look = look
        if self.fields is not None:
            self.fields.show_look(look)

    def open(self, at: int) -> None:
        """One at a time; -1 closes."""
        self._opened = at
        self._fill()
        if self.fields is not None:
            self.fields.first().setFocus(Qt.FocusReason.TabFocusReason)
            for part in (self.fields, self.fields.first()):
                self.opened.emit(part)

    def move_to(self, at: int, to: int) -> None:
        """The question at `at` stands at `to` afterwards."""
        if to == at or not 0 <= to < len(self._items):
            return
        opened = self._items[self._opened] if self._opened >= 0 else None
        self._items.insert(to, self._items.pop(at))
        self._opened = next((place for place, one in enumerate(self._items) if one is opened), -1)
        self._changed(to)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Where a question that is dragged would go."""
        if self._drops.over >= 0 and self.rows:
            below = self._drops.over == len(self.rows)
            row = self.rows[min(self._drops.over, len(self.rows) - 1)].geometry()
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.colour("primary"), 2))
            y = row.bottom() if below else row.top()
            painter.drawLine(0, y, self.width(), y)

    def _add(self) -> None:
        """With the ends of the question before: most forms ask in one way."""
        item = ScaleItem(code="")
        if self._items:
            item = replace(item, **{name: getattr(self._items[-1], name) for name in _SAME_AS_BEFORE})
        self._items.append(item)
        self.open(len(self._items) - 1)
        self.edited.emit()

    def _remove(self, at: int) -> None:
        self._removed = (at, self._items.pop(at))
        self._opened = -1 if at == self._opened else self._opened - (self._opened > at)
        self._changed(min(at, len(self._items) - 1))

    def _take_back(self) -> None:
        if self._removed is None:
            return
        at, item = self._removed
        self._removed = None
        self._items.insert(min(at, len(self._items)), item)
        self._opened += self._opened >= at
        self._changed(at)

    def _changed(self, at: int) -> None:
        """The focus stays with the question that was moved, or comes to the one that took the place."""
        way = next((name for name in ("up", "down") for row in self.rows if getattr(row, name).hasFocus()), "open")
        self._fill()
        if 0 <= at < len(self.rows):
            button = getattr(self.rows[at], way)
            (button if button.isEnabled() else self.rows[at].open).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.new.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _fill(self) -> None:
        while self._column.count() > 1:
            taken = self._column.takeAt(0)
            gone = taken.widget() if taken is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.rows, self.fields = [], None
        for at, item in enumerate(self._items):
            self._column.insertWidget(self._column.count() - 1, self._row(at, item))
            if at == self._opened:
                self._column.insertWidget(self._column.count() - 1, self._open_fields(at, item))
        full = len(self._items) >= MOST_ITEMS
        self.new.set_blocked(self._texts("errors.scale_too_many_items", highest=MOST_ITEMS) if full else None)
        self.back.setVisible(self._removed is not None)
        for row in self.rows:
            row.show()  # at once: what is not shown cannot have the focus
        if self.fields is not None:
            self.fields.show()
        self.resized.emit()

    def _row(self, at: int, item: ScaleItem) -> QuestionRow:
        row = QuestionRow(self._theme, self._texts, item, at, last=at == len(self._items) - 1)
        row.show_opened(at == self._opened)
        row.open_wanted.connect(partial(self._on_open, at))
        row.remove_wanted.connect(partial(self._remove, at))
        row.moved.connect(lambda way: self.move_to(at, at + way))
        self.rows.append(row)
        return row

    def _open_fields(self, at: int, item: ScaleItem) -> QuestionFields:
        fields = QuestionFields(self._theme, self._texts, item, at + 1, self._look, narrow=self._narrow)
        fields.edited.connect(partial(self._on_edited, at))
        self.fields = fields
        return fields

    def _on_open(self, at: int) -> None:
        if at == self._opened:
            self.open(-1)
            self.rows[at].open.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.open(at)

    def _on_edited(self, at: int) -> None:
        assert self.fields is not None
        self._items[at] = self.fields.item()
        self.rows[at].show_item(self._items[at])
        self.edited.emit()
