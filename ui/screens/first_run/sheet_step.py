"""Step 3: the recovery sheet, printed or saved, and proved by two of its groups."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.recovery_proof import RecoveryProof
from ui.widgets.text import Text


class SheetStep(QWidget):
    entered = Signal()

    def __init__(self, theme: Theme, texts: Texts, matches: Callable[[int, str], bool]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(Text(theme, texts("first_run.sheet_why"), wrap=True))
        self.proof = RecoveryProof(theme, texts, matches)
        self.proof.entered.connect(self.entered)
        column.addWidget(self.proof, 1)
        self.setFocusProxy(self.proof.print)

    def fit(self) -> None:
        self.proof.fit()
