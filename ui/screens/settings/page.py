"""What all pages of the settings share: a title, one sentence on what the page governs, and cards below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.text import Text


class Page(QWidget):
    """`key` names its texts: `settings.<key>` and `settings.<key>_why`. `forms` are those that it opens: the form
    `settings.word:…` is a `word`."""

    key = ""
    icon = "gear"
    forms: frozenset[str] = frozenset()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.theme, self.texts = theme, texts
        self.column = QVBoxLayout(self)
        self.column.setSpacing(12)
        self.column.addWidget(Text(theme, texts(f"settings.{self.key}"), Role.TITLE))
        self.column.addWidget(Text(theme, texts(f"settings.{self.key}_why"), tone="ink2", wrap=True))
        self.setAccessibleName(texts(f"settings.{self.key}"))

    def refresh(self) -> None:
        """Reads from the store what it shows of it."""

    def open_draft(self, form: str) -> None:
        """Opens the form of that name, which puts back what was kept of it; nothing for fields that stand open."""

    def fit(self) -> None:
        """The width has changed."""
