"""The form of a programme: what it is called, for whom, how long, how often, and what it aims at."""

from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.lists import WordList
from mentorapp.domain.numbers_typed import whole
from mentorapp.domain.programmes import LegalProfile, OutcomeDefinition, Programme
from mentorapp.language.texts import Texts
from mentorapp.store.ladders import get_ladder, list_ladders
from mentorapp.store.programmes import add_programme, change_programme, set_target
from mentorapp.store.store import Store
from mentorapp.store.word_lists import list_words
from ui.theme import Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.pick_chips import PickChips
from ui.widgets.tick_box import TickBox

TARGETS = ("enrolled", "closed", "work_or_studies_percent", "regular_percent")
_NUMBERS = ("age_min", "age_max", "contact_interval_days", "referrer_checkin_days", "after_support_months",
            "retention_months")  # fmt: skip
_ALWAYS = frozenset({"referrer_checkin_days", "after_support_months"})


class NewProgrammeSheet(FormSheet):
    """A name and a ladder to begin with: the ladder is copied, and from then on the copy is the unit's own."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store) -> None:
        super().__init__(
            window, theme, texts, store, texts("settings.programme_new"), form="settings.programme", mentee_id=None,
            label="programme_added", save_text=texts("settings.keep"),
        )  # fmt: skip
        self.name = self.add("programme_name", LineField(theme, texts("settings.programme_name")))
        swedish = texts.language == "sv"
        choices = [Choice(one.code, one.name_sv if swedish else one.name_en) for one in list_ladders()]
        caption = texts("settings.programme_ladder")
        self.ladder = self.add("ladder", ChoiceChips(theme, caption, choices, choices[0].key, ticked=True), caption)
        self.profile = self.add("legal_profile", _profiles(theme, texts, LegalProfile.LABOUR_UNIT),
                                texts("settings.legal_profile"))  # fmt: skip

    def write(self, session: Session) -> object:
        return add_programme(
            session,
            self.name.text(),
            get_ladder(self.ladder.current()),
            legal_profile=LegalProfile(self.profile.current()),
        )


class ProgrammeSheet(FormSheet):
    """All facts of a programme. What is a point of law is left empty until the unit has decided it."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, programme: Programme) -> None:
        super().__init__(
            window, theme, texts, store, programme.name, form=f"settings.programme:{programme.id}", mentee_id=None,
            label="programme_changed", save_text=texts("settings.keep"),
        )  # fmt: skip
        self._programme = programme
        self.name = LineField(theme, texts("settings.programme_name"), programme.name)
        self.owner = LineField(theme, texts("settings.programme_owner"), programme.owner)
        self.add_beside(("programme_name", self.name), ("owner", self.owner))
        self.profile = self.add(
            "legal_profile", _profiles(theme, texts, programme.legal_profile), texts("settings.legal_profile")
        )
        self.exclusive = self.add("ladder_exclusive", TickBox(theme, texts("settings.exclusive"), fades=False))
        self.exclusive.setChecked(programme.ladder_exclusive)
        self.benefit = self.add("requires_benefit", TickBox(theme, texts("settings.requires_benefit"), fades=False))
        self.benefit.setChecked(programme.requires_benefit)
        clock = store.clock
        self.starts = DateField(theme, texts, clock, texts("settings.programme_starts"), programme.starts)
        self.ends = DateField(theme, texts, clock, texts("settings.programme_ends"), programme.ends)
        self.add_beside(("starts", self.starts), ("ends", self.ends))
        self.numbers = {name: self._number(name) for name in _NUMBERS}
        for pair in (_NUMBERS[:2], _NUMBERS[2:4], _NUMBERS[4:]):
            self.add_beside(*((name, self.numbers[name]) for name in pair))
        caption = texts("settings.outcome_definition")
        choices = [Choice(one.value, texts(f"settings.outcome_{one.value}")) for one in OutcomeDefinition]
        self.outcome = self.add(
            "outcome_definition",
            ChoiceChips(theme, caption, choices, programme.outcome_definition.value, ticked=True),
            caption,
        )
        self.criteria = self._words(WordList.CRITERION, programme.criteria, "criteria")
        self.groups = self._words(WordList.TARGET_GROUP, programme.target_groups, "target_groups")
        aimed = {one.indicator: str(one.value) for one in programme.targets}
        self.targets = {
            name: LineField(theme, texts(f"settings.target_{name}"), aimed.get(name, "")) for name in TARGETS
        }
        for two in (TARGETS[:2], TARGETS[2:]):
            self.add_beside(*((f"target_{name}", self.targets[name]) for name in two))

    def write(self, session: Session) -> object:
        numbers = {name: whole(name, field.text()) for name, field in self.numbers.items()}
        details: dict[str, Any] = {name: value for name, value in numbers.items()
                                   if value is not None or name not in _ALWAYS}  # fmt: skip
        change_programme(
            session,
            self._programme.id,
            name=self.name.text(),
            owner=self.owner.text(),
            legal_profile=LegalProfile(self.profile.current()),
            ladder_exclusive=self.exclusive.isChecked(),
            requires_benefit=self.benefit.isChecked(),
            starts=self.starts.day(),
            ends=self.ends.day(),
            outcome_definition=OutcomeDefinition(self.outcome.current()),
            criteria=self.criteria.codes(),
            target_groups=self.groups.codes(),
            **details,
        )
        for name, field in self.targets.items():
            set_target(session, self._programme.id, name, whole(f"target_{name}", field.text()))
        return self._programme.id

    def _number(self, name: str) -> LineField:
        value = getattr(self._programme, name)
        return LineField(self.theme, self.texts(f"settings.{name}"), "" if value is None else str(value))

    def _words(self, list_: WordList, chosen: tuple[str, ...], name: str) -> PickChips:
        with self.store.read() as session:
            words = [(word.code, word.name(self.texts.language)) for word in list_words(session, list_)]
        caption = self.texts(f"settings.{name}")
        return self.add(name, PickChips(self.theme, caption, words, chosen), caption)


def _profiles(theme: Theme, texts: Texts, chosen: LegalProfile) -> ChoiceChips:
    choices = [Choice(one.value, texts(f"settings.profile_{one.value}")) for one in LegalProfile]
    return ChoiceChips(theme, texts("settings.legal_profile"), choices, chosen.value, ticked=True)
