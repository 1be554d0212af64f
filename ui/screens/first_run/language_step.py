"""Step 1: the language, and text size and look at once in the whole window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.language.texts import LANGUAGES, Texts
from ui.theme import TEXT_SIZES, Role, Theme, ThemeChoice
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.text import Text


class LanguageStep(QWidget):
    """Each choice takes hold when it is made."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(Text(theme, texts("first_run.welcome"), wrap=True))
        languages = [Choice(code, texts(f"unlock.language_{code}")) for code in LANGUAGES]
        self.language = self._add("language", languages, texts.language)
        self.language.chosen.connect(self.language_chosen)
        looks = [Choice(choice, texts(f"settings.theme_{choice}")) for choice in ThemeChoice]
        self.look = self._add("theme", looks, theme.choice)
        self.look.chosen.connect(self.theme_chosen)
        sizes = [Choice(str(size), texts("settings.percent", percent=size)) for size in TEXT_SIZES]
        self.sizes = self._add("text_size", sizes, str(theme.text_percent))
        self.sizes.chosen.connect(lambda size: self.text_size_chosen.emit(int(size)))
        self._column.addStretch(1)
        self.setFocusProxy(self.language)

    def _add(self, name: str, choices: list[Choice], chosen: str) -> ChoiceChips:
        label = self._texts(f"first_run.{name}")
        self._column.addSpacing(8)
        self._column.addWidget(Text(self._theme, label, Role.SMALL, bold=True))
        chips = ChoiceChips(self._theme, label, choices, chosen, ticked=True)
        self._column.addWidget(chips)
        return chips
