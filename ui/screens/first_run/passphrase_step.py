"""Step 2: the passphrase, offered or one's own, written twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.text import Text


class PassphraseStep(QWidget):
    entered = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(Text(theme, texts("first_run.passphrase_why"), wrap=True))
        self.passphrase = NewPassphrase(theme, texts)
        self.passphrase.entered.connect(self.entered)
        column.addWidget(self.passphrase)
        column.addStretch(1)
        self.setFocusProxy(self.passphrase)
