"""Who the person is, in their own words: names, pronoun, gender, birth, and the alias that stands for the name."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.mentees import OLDEST_BIRTH_YEAR, Gender, Mentee, Pronoun
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import FaultLine, LineField
from ui.widgets.inset import inset
from ui.widgets.text import Text

from .beside import Beside
from .dated_lines import DatedLines, Line
from .reading import Details

_OTHERS = {"pronoun": Pronoun.OTHER.value, "gender": Gender.OTHER.value}


class PersonCard(Card):
    """`fields` are kept and stored by the tab; `former` opens a sheet."""

    def __init__(self, theme: Theme, texts: Texts, clock: Clock) -> None:
        super().__init__(theme, texts("details.who"), "people")
        self._texts = texts
        self.fields: dict[str, QWidget] = {}
        self.faults: dict[str, FaultLine] = {}
        self.doubles = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self._put("preferred_name", LineField(theme, texts("details.preferred_name")))
        self._put("family_name", LineField(theme, texts("details.family_name")))
        self.add(Beside(theme, self.fields["preferred_name"], self.fields["family_name"]))
        self._doubles_box = inset(self, self.doubles, below=10)
        self._chips("pronoun", [one.value for one in Pronoun])
        self._chips("gender", [one.value for one in Gender])
        self.birth = DateField(theme, texts, clock, texts("details.birth_date"), lean=Lean.BACK)
        self.birth.set_limits(date(OLDEST_BIRTH_YEAR, 1, 1), clock.today())
        self.year = LineField(theme, texts("details.birth_year"), hint=texts("details.birth_year_hint"), longest=10)
        self._put("birth_date", self.birth)
        self._put("birth_year", self.year)
        alias = LineField(theme, texts("details.display_alias"), hint=texts("details.display_alias_hint"), longest=200)
        self._put("display_alias", alias)
        self.add(Beside(theme, self.birth, self.year, alias))
        self.former = DatedLines(
            theme, texts, texts("details.former_names"), texts("details.former_names_none"), texts("details.former_add")
        )
        self.add(self.former)

    def show_details(self, details: Details) -> None:
        mentee = details.person.mentee
        self.year.setVisible(mentee.birth_date is None)
        self._show_others(mentee)
        words = self._texts("details.doubles", count=len(details.doubles), who="; ".join(details.doubles))
        self.doubles.setText(words if details.doubles else "")
        self._doubles_box.setVisible(bool(details.doubles))
        self.former.show_lines(
            [
                Line(
                    one.id.hex, one.name, self._texts("details.until_day", day=full_date(self._texts, one.until)), True
                )
                for one in reversed(mentee.former_names)
                if one.id is not None
            ]
        )

    def _show_others(self, mentee: Mentee) -> None:
        for name, other in _OTHERS.items():
            chips = self.fields[name]
            assert isinstance(chips, ChoiceChips)
            self.fields[f"{name}_other"].setVisible(chips.current() == other)
            if getattr(mentee, name).value == other:
                self.faults[name].show_sentence(None)

    def _put(self, name: str, field: QWidget) -> None:
        self.fields[name] = field

    def _chips(self, name: str, codes: list[str]) -> None:
        """The choice, and the words that go with `other`."""
        label = self._texts(f"details.{name}")
        choices = [Choice(code, self._texts(f"codes.{name}_{code}")) for code in codes]
        chips = ChoiceChips(self.theme, label, choices, ticked=True, gap=6)
        other = LineField(self.theme, self._texts(f"details.{name}_other"))
        other.hide()
        fault = self.faults[name] = FaultLine(self.theme)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for part in (Text(self.theme, label, Role.SMALL, bold=True), chips, fault, other):
            column.addWidget(part)
        self.add(box)
        self._put(name, chips)
        self._put(f"{name}_other", other)
        chips.chosen.connect(lambda key: self._on_chosen(name, key))

    def _on_chosen(self, name: str, key: str) -> None:
        other = self.fields[f"{name}_other"]
        other.setVisible(key == _OTHERS[name])
