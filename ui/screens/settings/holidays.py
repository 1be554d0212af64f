"""The mentor's own holidays, as spans of days: reminders wait until they are over."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text

Span = tuple[date, date]
FORM = "settings.holidays"


class Holidays(Card):
    """`changed` carries all spans as they are now to be."""

    changed = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(theme, texts("settings.holidays"))
        self._texts = texts
        self._spans: tuple[Span, ...] = ()
        self._list = QWidget()
        self._rows_column = QVBoxLayout(self._list)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self.add(self._list, below=8)
        self.first = DateField(theme, texts, store.clock, texts("settings.holidays_first"))
        self.last = DateField(theme, texts, store.clock, texts("settings.holidays_last"))
        self._drafts = FormDrafts(store, FORM, None, parent=self)
        self._drafts.add("first", self.first)
        self._drafts.add("last", self.last)
        self._drafts.restore()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.first, 1)
        line.addWidget(self.last, 1)
        self.add(line, below=8)
        self.add_span = Button(theme, texts("settings.holidays_add"), "plus")
        self.add_span.clicked.connect(self._on_add)
        across = QHBoxLayout()
        across.addWidget(self.add_span)
        across.addStretch(1)
        self.add(across, below=16)
        self._fill()

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        spans = tuple(sorted(spans))
        if spans != self._spans:
            self._spans = spans
            self._fill()

    def _fill(self) -> None:
        while (item := self._rows_column.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for span in self._spans:
            self._rows_column.addWidget(self._row(span))
        if not self._spans:
            none = self._texts("settings.holidays_none")
            self._rows_column.addWidget(Text(self.theme, none, Role.SMALL, tone="ink2"))

    def _row(self, span: Span) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = self._texts(
            "settings.holidays_span", first=full_date(self._texts, span[0]), last=full_date(self._texts, span[1])
        )
        line.addWidget(Text(self.theme, words), 1)
        name = self._texts("settings.holidays_remove_named", span=words)
        remove = Button(self.theme, self._texts("settings.holidays_remove"), kind=Kind.QUIET, size=Size.ROW, name=name)
        remove.clicked.connect(self._removing(span))
        line.addWidget(remove)
        return row

    def _removing(self, span: Span) -> Callable[[], None]:
        return lambda: self.changed.emit(tuple(one for one in self._spans if one != span))

    def _on_add(self) -> None:
        if not (self.first.check() and self.last.check()):
            return
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            return
        if last < first:
            self.last.set_fault(self._texts("settings.holidays_turned"))
            return
        with self._drafts.ending():
            self.changed.emit((*self._spans, (first, last)))
        self.first.set_day(None)
        self.last.set_day(None)
        self._drafts.restore()
