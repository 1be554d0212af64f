"""A date as it is typed: `i dag`, `25/11`, `2026-11-25`, `ons`; Up and Down go by days, Page Up and Down by weeks.

`DateField(theme, texts, clock, label, day=None, *, lean=Lean.NEAREST, hint="", optional=True)`; `day()`,
`set_day(day)`, `set_limits(earliest, latest)`, `check()`. Signal `day_changed(object)` carries a date or None, `edited`
tells of every key; `draft()` and `set_draft()` carry it through a draft, also what is no date yet.
A click on the calendar, or Alt+Down, opens a month to pick from.
"""

from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean, parse_day
from mentorapp.domain.errors import InputError
from mentorapp.language.dates import full_date, short_weekday_date
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .field import Field
from .line import Line

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}


def day_in_words(texts: Texts, day: date, today: date) -> str:
    """I dag, I går, I morgon; else ons 2 dec, with the year when it is another one."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
    if near:
        return texts(f"widgets.day_{near}")
    words = short_weekday_date(texts, day)
    return words if day.year == today.year or abs((day - today).days) < 180 else f"{words} {day.year}"


class DateField(Field):
    """What cannot be a date stays as typed, with a sentence below it."""

    day_changed = Signal(object)
    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        clock: Clock,
        label: str,
        day: date | None = None,
        *,
        lean: Lean = Lean.NEAREST,
        hint: str = "",
        optional: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.line = Line(theme, texts("widgets.date_placeholder"), icon="cal")
        super().__init__(theme, label, self.line, hint, parent)
        self._texts = texts
        self._clock = clock
        self._lean = lean
        self._optional = optional
        self._earliest: date | None = None
        self._latest: date | None = None
        self._day: date | None = None
        self.line.setToolTip(texts("widgets.date_tip"))
        self.line.installEventFilter(self)
        self.line.textEdited.connect(lambda _text: self._on_typed())
        self.day_changed.connect(lambda _day: self.edited.emit())
        self.line.editingFinished.connect(self.check)
        self.set_day(day)

    def day(self) -> date | None:
        """The last date that could be read."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """From outside: nothing is emitted."""
        self._day = day
        self._show()
        self.set_fault(None)

    def draft(self) -> str:
        """The date in figures, or what is typed where that is no date: `i morgon` must not wander."""
        typed = self.line.text().strip()
        if self._day is not None and typed == self._words(self._day):
            return self._in_figures(self._day)
        try:
            return self._figures_of(typed) if typed else ""
        except InputError:
            return typed

    def peek(self) -> date | None:
        """The date that is typed, read already or not; the last one that could be read where this is none."""
        typed = self.draft()
        try:
            return date.fromisoformat(typed[:10]) if typed else None
        except ValueError:
            return self._day

    def set_draft(self, value: str) -> None:
        """As if it had been typed."""
        if value == self.draft():
            return
        self.line.setText(value)
        if not self.check():
            self.set_fault(None)

    def set_limits(self, earliest: date | None, latest: date | None) -> None:
        self._earliest, self._latest = earliest, latest

    def check(self) -> bool:
        """Reads what was typed; says what is the matter and returns False when it is no date that fits."""
        typed = self.line.text().strip()
        if self._day is not None and typed == self._words(self._day):
            return True
        try:
            day = self._read(typed)
        except InputError as refusal:
            self.set_fault(self._texts.error(refusal))
            return False
        self._take(day)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.line:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        pressed = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress
        if pressed and self.line.icon_rect().contains(cast("QMouseEvent", event).position().toPoint()):
            self.open_calendar()
            return True
        return False

    def open_calendar(self) -> None:
        """A month under the field."""
        from .month import pick_day

        pick_day(self.line, self.theme, self._texts, self._day or self._clock.today(), self._on_picked)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key()) if event.key() in _STEPS else None
        if key is None:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if key is Qt.Key.Key_Down:
                self.open_calendar()
            return key is Qt.Key.Key_Down
        if event.modifiers():
            return False
        start = self._day if self.check() and self._day else self._clock.today() - timedelta(days=_STEPS[key])
        day = start + timedelta(days=_STEPS[key])
        try:
            self._within(day)
        except InputError as refusal:
            self.set_fault(self._texts.error(refusal))
        else:
            self._take(day)
        return True

    def _on_typed(self) -> None:
        self.set_fault(None)
        self.edited.emit()

    def _in_figures(self, day: date) -> str:
        return day.isoformat()

    def _figures_of(self, typed: str) -> str:
        return parse_day(typed, self._clock.today(), self._lean).isoformat()

    def _on_picked(self, day: date) -> None:
        self.line.setText(self._words(day))
        try:
            self._within(day)
        except InputError as refusal:
            self.set_fault(self._texts.error(refusal))
        else:
            self._take(day)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, typed: str) -> date | None:
        if not typed:
            if not self._optional:
                raise InputError("date", "date_empty")
            return None
        day = parse_day(typed, self._clock.today(), self._lean)
        self._within(day)
        return day

    def _within(self, day: date) -> None:
        if self._latest is not None and day > self._latest:
            raise InputError("date", "date_too_late", day=full_date(self._texts, self._latest))
        if self._earliest is not None and day < self._earliest:
            raise InputError("date", "date_too_early", day=full_date(self._texts, self._earliest))

    def _take(self, day: date | None) -> None:
        changed = day != self._day
        self._day = day
        self._show()
        self.set_fault(None)
        if changed:
            self.day_changed.emit(day)

    def _show(self) -> None:
        self.line.setText("" if self._day is None else self._words(self._day))

    def _words(self, day: date) -> str:
        return day_in_words(self._texts, day, self._clock.today())
