"""Education and time in public support at the start: what the tables of results are split by (E14, E16)."""

from PySide6.QtWidgets import QWidget

from mentorapp.domain.mentees import Education
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import LineField
from ui.widgets.inset import inset
from ui.widgets.text import Text

from .reading import Details


class BackgroundCard(Card):
    """`fields` are kept and stored by the tab."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("details.background"), "book")
        label = texts("details.highest_education")
        choices = [Choice(one.value, texts(f"codes.education_{one.value}")) for one in Education]
        self.education = ChoiceChips(theme, label, choices, ticked=True, gap=6)
        self.months = LineField(
            theme, texts("details.support_months"), hint=texts("details.support_months_hint"), longest=10
        )
        self.fields: dict[str, QWidget] = {
            "highest_education": self.education,
            "public_support_months_before": self.months,
        }
        self.add(Text(theme, label, Role.SMALL, bold=True), below=4)
        self.add(self.education)
        self._months_box = inset(self, self.months)
        why = Text(theme, texts("mentee.youth_duty_only"), Role.SMALL, tone="ink2", wrap=True)
        self.why_box = inset(self, why)

    def show_details(self, details: Details) -> None:
        """Money is not written down while only the youth duty holds."""
        hidden = InfoClass.INCOME in details.person.hidden
        self._months_box.setVisible(not hidden)
        self.why_box.setVisible(hidden)
