"""Jag och min enhet: the head of every print, and the days on which reminders wait."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.language.texts import Texts
from mentorapp.store.profile import change_profile, get_profile
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.field import LineField
from ui.widgets.flow import FlowLayout
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .holidays import FORM as HOLIDAYS
from .holidays import Holidays
from .page import Page

_FIELDS = ("name", "title", "unit", "phone")
_WEEK = range(1, 8)


class ProfilePage(Page):
    """Each field is written when it is left; everything here can be undone."""

    key, icon = "profile", "pencil"
    forms = frozenset({"profile", "holidays"})

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(theme, texts)
        self._store = store
        self.fields: dict[str, LineField] = {}
        self.drafts = PageDrafts(store, "settings.profile", parent=self, texts=texts)
        card = Card(theme, texts("settings.profile_prints"))
        column = QVBoxLayout()
        column.setSpacing(10)
        for name in _FIELDS:
            field = LineField(theme, texts(f"settings.profile_{name}"))
            self.drafts.attach(name, field, partial(self._store_value, name))
            self.fields[name] = field
            column.addWidget(field)
        card.add(column, above=4, below=16)
        self.column.addWidget(card)
        self.local_help = TextField(theme, texts("settings.profile_local_help"), lines=3)
        self.drafts.attach("local_help", self.local_help, partial(self._store_value, "local_help"))
        urgent = Card(theme, texts("settings.profile_urgent"))
        urgent.add(Text(theme, texts("settings.profile_urgent_why"), Role.SMALL, tone="ink2", wrap=True), below=8)
        urgent.add(self.local_help, below=16)
        self.column.addWidget(urgent)
        self.column.addWidget(self._days_card())
        self.holidays = Holidays(theme, texts, store)
        self.holidays.changed.connect(lambda spans: self._write(holidays=spans))
        self.column.addWidget(self.holidays)
        self.column.addStretch(1)

    def refresh(self) -> None:
        with self._store.read() as session:
            profile = get_profile(session)
        self.drafts.show(None, {name: getattr(profile, name) for name in (*self.fields, "local_help")})
        for day, button in self.days.items():
            button.setChecked(day in profile.work_days)
        self.holidays.show_spans(profile.holidays)

    def _days_card(self) -> Card:
        card = Card(self.theme, self.texts("settings.work_days"))
        flow = FlowLayout()
        self.days: dict[int, Button] = {}
        for day in _WEEK:
            button = Button(self.theme, self.texts(f"calendar.weekday_{day}"), kind=Kind.PILL, checkable=True)
            button.clicked.connect(self._on_day)
            self.days[day] = button
            flow.addWidget(button)
        card.add(Text(self.theme, self.texts("settings.work_days_why"), Role.SMALL, tone="ink2", wrap=True), below=8)
        card.add(flow, below=16)
        return card

    def _on_day(self) -> None:
        self._write(work_days=tuple(day for day, button in self.days.items() if button.isChecked()))

    def open_draft(self, form: str) -> None:
        first = self.holidays.first if form == HOLIDAYS else self.fields[_FIELDS[0]]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store_value(self, name: str, text: str) -> None:
        self._write(**{name: text})

    def _write(self, **details: Any) -> None:
        with self._store.write("profile_changed") as session:
            change_profile(session, **details)
