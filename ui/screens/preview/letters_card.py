"""Letters that no font here can set as they should be, said before they are on paper."""

from collections.abc import Sequence

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.text import Text


class LettersCard(Card):
    """Hidden where every letter can be set."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("preview.letters"), "warn", tone="amber")
        self._texts = texts
        self.said = ""
        self.hide()

    def show_letters(self, letters: Sequence[str]) -> None:
        self.clear()
        self.said = self._texts("preview.letters_then", letters=" ".join(letters)) if letters else ""
        self.add(Text(self.theme, self.said, Role.SMALL, wrap=True))
        self.setVisible(bool(letters))
