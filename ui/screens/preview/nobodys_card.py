"""Promises that nobody has taken on yet, said before they are on paper; only the mentor sees this card (S15)."""

from collections.abc import Sequence

from mentorapp.domain.plans import Commitment
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.text import Text


class NobodysCard(Card):
    """Hidden where everybody is named."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("preview.nobodys"), "hand", tone="amber")
        self._texts = texts
        self.hide()

    def show_promises(self, promises: Sequence[Commitment]) -> None:
        self.clear()
        for promise in promises:
            self.add(Text(self.theme, promise.what, bold=True, wrap=True), below=4)
        self.add(Text(self.theme, self._texts("preview.nobodys_then"), Role.SMALL, tone="ink2", wrap=True))
        self.setVisible(bool(promises))
