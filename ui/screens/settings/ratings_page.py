"""Skattningar: the limits of ORS and SRS with where they come from, the licence, and when a change counts."""

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain import numbers_typed
from mentorapp.language import numbers
from mentorapp.language.texts import Texts
from mentorapp.store.settings import TENTHS, StoreSettings, change_setting, get_settings
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import LineField
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text

from .page import Page

GROUPS = {
    "limits": ("ors_cut_off_adult", "ors_cut_off_young", "ors_adult_from", "ors_reliable_change", "srs_limit"),
    "lines": ("change_mm",),
}
_PERMISSION = "kasam_permission"
_YES, _NO = "yes", "no"


class RatingsPage(Page):
    """Each value is stored when its field is left; an emptied number is as shipped again."""

    key, icon = "ratings", "chart"
    forms = frozenset({"ratings"})

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(theme, texts)
        self._store = store
        self.fields: dict[str, LineField] = {}
        self.drafts = PageDrafts(store, "settings.ratings", parent=self, texts=texts)
        self.column.addWidget(self._licence_card())
        for group, names in GROUPS.items():
            self.column.addWidget(self._card(group, names))
        self.column.addWidget(self._kasam_card())
        self.column.addStretch(1)

    def refresh(self) -> None:
        with self._store.read() as session:
            settings = get_settings(session)
        numbers = {name: self._shown(name, settings) for names in GROUPS.values() for name in names}
        self.drafts.show(None, numbers | {_PERMISSION: settings.kasam_permission})
        self.licence.choose(_YES if settings.session_rating_licence else _NO)

    def open_draft(self, _form: str) -> None:
        edited = self.drafts.edited()
        next((field for name, field in self.fields.items() if name in edited), self.fields["srs_limit"]).setFocus()

    def _licence_card(self) -> Card:
        texts = self.texts
        ask = texts("settings.ratings_licence_ask")
        card = Card(self.theme, texts("settings.ratings_licence"))
        why = texts("settings.ratings_licence_why")
        card.add(Text(self.theme, why, Role.SMALL, tone="ink2", wrap=True), below=8)
        card.add(Text(self.theme, ask, Role.SMALL, bold=True, wrap=True), below=6)
        choices = [Choice(key, texts(f"settings.ratings_licence_{key}")) for key in (_YES, _NO)]
        self.licence = ChoiceChips(self.theme, ask, choices, ticked=True)
        self.licence.chosen.connect(self._on_licence)
        card.add(self.licence, below=16)
        return card

    def _card(self, group: str, names: tuple[str, ...]) -> Card:
        card = Card(self.theme, self.texts(f"settings.ratings_{group}"))
        column = QVBoxLayout()
        column.setSpacing(12)
        if group == "limits":
            why = self.texts("settings.ratings_limits_why")
            column.addWidget(Text(self.theme, why, Role.SMALL, tone="ink2", wrap=True))
        for name in names:
            label, source = self.texts(f"settings.rating_{name}"), self.texts(f"settings.rating_{name}_source")
            field = self.fields[name] = LineField(self.theme, label, hint=source)
            field.line.setMaximumWidth(self.theme.px(120))
            self.drafts.attach(name, field, partial(self._keep, name))
            column.addWidget(field)
        card.add(column, above=2, below=16)
        return card

    def _kasam_card(self) -> Card:
        card = Card(self.theme, self.texts("settings.ratings_kasam"))
        why = self.texts("settings.ratings_kasam_why")
        card.add(Text(self.theme, why, Role.SMALL, tone="ink2", wrap=True), below=8)
        field = self.fields[_PERMISSION] = LineField(self.theme, self.texts(f"settings.rating_{_PERMISSION}"))
        self.drafts.attach(_PERMISSION, field, partial(self._store_value, _PERMISSION))
        card.add(field, below=16)
        return card

    def _shown(self, name: str, settings: StoreSettings) -> str:
        value = getattr(settings, name)
        return numbers.tenths(self.texts, Decimal(value) / 10) if name in TENTHS else str(value)

    def _keep(self, name: str, typed: str) -> None:
        value = (numbers_typed.tenths if name in TENTHS else numbers_typed.whole)(name, typed)
        self._store_value(name, getattr(StoreSettings(), name) if value is None else value)
        self.refresh()  # as it is written here: 25 is 25,0

    def _store_value(self, name: str, value: int | str) -> None:
        with self._store.write("setting_changed") as session:
            change_setting(session, name, value)

    def _on_licence(self, key: str) -> None:
        with self._store.write("licence_answered") as session:
            change_setting(session, "session_rating_licence", key == _YES)
