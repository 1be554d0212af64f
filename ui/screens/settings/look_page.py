"""Utseende: light or dark, text size, language. Kept on this computer, outside the store."""

from PySide6.QtCore import Signal

from mentorapp.language.texts import LANGUAGES, Texts
from ui.preferences import PreferenceFile
from ui.theme import TEXT_SIZES, Theme, ThemeChoice
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips

from .page import Page


class LookPage(Page):
    language_chosen = Signal(str)
    key, icon = "look", "eye"

    def __init__(self, theme: Theme, texts: Texts, preferences: PreferenceFile) -> None:
        super().__init__(theme, texts)
        self._preferences = preferences
        looks = [Choice(choice, texts(f"settings.theme_{choice}")) for choice in ThemeChoice]
        self.look = self._card("theme", looks, theme.choice)
        self.look.chosen.connect(self._on_look)
        sizes = [Choice(str(size), texts("settings.percent", percent=size)) for size in TEXT_SIZES]
        self.sizes = self._card("text_size", sizes, str(theme.text_percent))
        self.sizes.chosen.connect(self._on_text_size)
        languages = [Choice(code, texts(f"unlock.language_{code}")) for code in LANGUAGES]
        self.language = self._card("language", languages, texts.language)
        self.language.chosen.connect(self.language_chosen)
        self.column.addStretch(1)
        theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """The keys of the window change these too."""
        self.look.choose(self.theme.choice)
        self.sizes.choose(str(self.theme.text_percent))

    def _on_text_size(self, percent: str) -> None:
        self._preferences.change(text_percent=int(percent))
        self.theme.set_text_percent(int(percent))

    def _on_look(self, choice: str) -> None:
        self._preferences.change(theme=choice)
        self.theme.choose(ThemeChoice(choice))

    def _card(self, key: str, choices: list[Choice], chosen: str) -> ChoiceChips:
        title = self.texts(f"settings.{key}")
        card = Card(self.theme, title)
        chips = ChoiceChips(self.theme, title, choices, chosen, ticked=True)
        card.add(chips, above=4, below=14)
        self.column.addWidget(card)
        return chips
