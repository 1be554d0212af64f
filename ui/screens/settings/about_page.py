"""Om: version, where everything lies, licence, and what the program is built of."""

from pathlib import Path

from PySide6.QtCore import Qt, qVersion

from mentorapp import __version__
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.text import Text

from .page import Page


class AboutPage(Page):
    key, icon = "about", "info"

    def __init__(self, theme: Theme, texts: Texts, store: Path) -> None:
        super().__init__(theme, texts)
        card = Card(theme, texts("settings.about_version", version=__version__), "info")
        self.place = Text(theme, str(store), Role.SMALL, wrap=True)
        self.place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.place.setAccessibleName(texts("settings.about_place"))
        card.add(Text(theme, texts("settings.about_place"), Role.SMALL, bold=True), below=0)
        card.add(self.place)
        for key in ("about_offline", "about_licence", "about_parts"):
            card.add(Text(theme, texts(f"settings.{key}", qt=qVersion()), Role.SMALL, wrap=True))
        self.column.addWidget(card)
        self.column.addStretch(1)
