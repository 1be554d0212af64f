"""Påminnelser: each rule of Idag on or off, how long before a day it speaks, and what it says. Nothing here is law in
the program: the unit sets it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.numbers_typed import whole, whole_numbers
from mentorapp.domain.reminder_rules import AFTER, COUNTS, GROUP_OF, SHIPPED, TOLD, Group, Rule, RuleSetting
from mentorapp.language.texts import Texts
from mentorapp.store.reminder_settings import change_rule, get_rules
from mentorapp.store.settings import StoreSettings, change_setting, get_settings
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.field import LineField
from ui.widgets.flow import FlowLayout
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .page import Page
from .put_away_card import PutAwayCard

LIMITS = ("contact_days_first_level", "contact_days", "contact_days_after_support", "contact_days_paused")
_GROUPS = (Group.SILENCE, Group.PROMISES, Group.FOLLOW_UPS, Group.WATCH, Group.DATES, Group.GOOD)
_HEADS = {
    Group.SILENCE: "silences",
    Group.PROMISES: "promises",
    Group.FOLLOW_UPS: "follow_ups",
    Group.WATCH: "watch",
    Group.DATES: "dates",
    Group.GOOD: "good_things",
}
_DAYS_WIDTH, _NUMBER_WIDTH = 110, 150


class RuleRow(QWidget):
    """A tick says whether the rule speaks, and below its name what it says; at the right its days."""

    def __init__(self, theme: Theme, texts: Texts, rule: Rule) -> None:
        super().__init__()
        self.rule = rule
        name = texts(f"settings.rule_{rule}")
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 6, SIDE, 6)
        line.setSpacing(12)
        self.on = TickBox(theme, name, texts(f"settings.rule_{rule}_example"), fades=False)
        line.addWidget(self.on, 1)
        self.days: LineField | None = None
        if SHIPPED[rule].days:
            self.days = LineField(theme, "")
            self.days.setFixedWidth(theme.px(_DAYS_WIDTH))
            unit = texts(f"settings.rule_unit_{_unit(rule)}")
            self.days.line.setAccessibleName(f"{name}: {unit}")
            line.addWidget(self.days, 0, Qt.AlignmentFlag.AlignVCenter)
            beside = Text(theme, unit, Role.SMALL, tone="ink2", wrap=True)
            beside.setFixedWidth(theme.px(_DAYS_WIDTH) - 20)
            line.addWidget(beside)

    def show_setting(self, setting: RuleSetting) -> None:
        self.on.setChecked(setting.on)


class RemindersPage(Page):
    """What is ticked is stored at once, a number when its field is left; an emptied number is as shipped again."""

    key, icon = "reminders", "bell"
    forms = frozenset({"reminders"})

    def __init__(self, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(theme, texts)
        self._store = store
        self.drafts = PageDrafts(store, "settings.reminders", parent=self, texts=texts)
        self.rows: dict[Rule, RuleRow] = {}
        self.numbers: dict[str, LineField] = {}
        for group in _GROUPS:
            self.column.addWidget(self._card(group))
        self.put_away = PutAwayCard(theme, texts, store)
        self.column.addWidget(self.put_away)
        self.column.addStretch(1)

    def refresh(self) -> None:
        with self._store.read() as session:
            rules, settings = get_rules(session), get_settings(session)
        for rule, row in self.rows.items():
            row.show_setting(rules[rule])
        values = {rule.value: _listed(rules[rule].days) for rule, row in self.rows.items() if row.days is not None}
        self.drafts.show(None, values | {name: str(getattr(settings, name)) for name in self.numbers})
        self.put_away.refresh()

    def open_draft(self, _form: str) -> None:
        self.numbers[LIMITS[0]].setFocus()

    def _card(self, group: Group) -> Card:
        card = Card(self.theme, self.texts(f"today.{_HEADS[group]}"))
        for rule in (one for one in Rule if GROUP_OF[one] is group):
            row = self.rows[rule] = RuleRow(self.theme, self.texts, rule)
            row.on.clicked.connect(partial(self._on_ticked, row))
            if row.days is not None:
                self.drafts.attach(rule.value, row.days, partial(self._store_days, rule))
            card.add_row(row)
        if group is Group.SILENCE:
            card.add_row(self._limits())
        return card

    def _limits(self) -> QWidget:
        whole_row = QWidget()
        column = QVBoxLayout(whole_row)
        column.setContentsMargins(SIDE, 10, SIDE, 14)
        flow = FlowLayout(gap=12)
        column.addLayout(flow)
        for name in LIMITS:
            field = self.numbers[name] = LineField(self.theme, self.texts(f"settings.{name}"))
            field.setFixedWidth(self.theme.px(_NUMBER_WIDTH))
            self.drafts.attach(name, field, partial(self._store_number, name))
            flow.addWidget(field)
        return whole_row

    def _on_ticked(self, row: RuleRow) -> None:
        with self._store.write("rule_changed") as session:
            change_rule(session, row.rule, on=row.on.isChecked())

    def _store_days(self, rule: Rule, typed: str) -> None:
        days = whole_numbers("days", typed)
        with self._store.write("rule_changed") as session:
            change_rule(session, rule, days=days)
        self.refresh()

    def _store_number(self, name: str, typed: str) -> None:
        value = whole(name, typed)
        with self._store.write("setting_changed") as session:
            change_setting(session, name, getattr(StoreSettings(), name) if value is None else value)
        self.refresh()


def _unit(rule: Rule) -> str:
    if rule in COUNTS:
        return "times"
    if rule is Rule.GOOD:
        return "days"
    if rule in TOLD:
        return "told"
    return "after" if rule in AFTER else "before"


def _listed(days: tuple[int, ...]) -> str:
    return ", ".join(str(one) for one in days)
