"""Tider och gränser: what is law or local habit, as numbers that the unit sets itself."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.errors import InputError
from mentorapp.domain.numbers_typed import whole
from mentorapp.language.texts import Texts
from mentorapp.store.settings import change_setting, get_settings
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.field import LineField
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .page import Page

GROUPS = {
    "intake": ("thinking_days", "decline_erase_days"),
    "ages": ("youth_duty_age", "benefit_age"),
    "consents": ("consent_usual_months", "consent_most_months"),
    "attempts": ("closing_attempts", "closing_attempt_kinds", "closing_attempt_days"),
}


class LimitsPage(Page):
    """Each number is stored when its field is left; the identity number is off until the unit has decided."""

    key, icon = "limits", "filter"
    forms = frozenset({"limits"})

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(theme, texts)
        self._store = store
        self.fields: dict[str, LineField] = {}
        self.drafts = PageDrafts(store, "settings.limits", parent=self, texts=texts)
        for group, names in GROUPS.items():
            self.column.addWidget(self._card(group, names))
        self.number = TickBox(theme, texts("settings.limit_show_id_number"), fades=False)
        self.number.clicked.connect(self._on_number)
        card = Card(theme, texts("settings.limits_identity"))
        why = texts("settings.limits_identity_why")
        card.add(Text(theme, why, Role.SMALL, tone="ink2", wrap=True), below=6)
        card.add(self.number, below=14)
        self.column.addWidget(card)
        self.handover = TickBox(theme, texts("settings.limit_internal_handover"), fades=False)
        self.handover.clicked.connect(self._on_handover)
        inside = Card(theme, texts("settings.limits_handover"))
        why = texts("settings.limits_handover_why")
        inside.add(Text(theme, why, Role.SMALL, tone="ink2", wrap=True), below=6)
        inside.add(self.handover, below=14)
        self.column.addWidget(inside)
        self.column.addStretch(1)

    def refresh(self) -> None:
        with self._store.read() as session:
            settings = get_settings(session)
        self.drafts.show(None, {name: str(getattr(settings, name)) for name in self.fields})
        self.number.setChecked(settings.show_id_number)
        self.handover.setChecked(settings.internal_handover)

    def _card(self, group: str, names: tuple[str, ...]) -> Card:
        card = Card(self.theme, self.texts(f"settings.limits_{group}"))
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(
            Text(self.theme, self.texts(f"settings.limits_{group}_why"), Role.SMALL, tone="ink2", wrap=True)
        )
        for name in names:
            field = self.fields[name] = LineField(self.theme, self.texts(f"settings.limit_{name}"))
            field.line.setMaximumWidth(self.theme.px(120))
            self.drafts.attach(name, field, partial(self._keep, name))
            column.addWidget(field)
        card.add(column, above=2, below=16)
        return card

    def _keep(self, name: str, text: str) -> None:
        value = whole(name, text)
        if value is None:
            raise InputError(name, "number_missing")
        with self._store.write("setting_changed") as session:
            change_setting(session, name, value)

    def _on_handover(self) -> None:
        with self._store.write("setting_changed") as session:
            change_setting(session, "internal_handover", self.handover.isChecked())

    def _on_number(self) -> None:
        with self._store.write("setting_changed") as session:
            change_setting(session, "show_id_number", self.number.isChecked())
