"""A new passphrase, written twice: how well it holds in words, and five random words for whoever wants them.

`NewPassphrase(theme, texts)`; `text()`, `check()` shows what is missing and says whether it can be taken. Signal
`changed`, and `entered` for Enter in the second field.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.passphrases import Strength, check_new, strength, suggest
from ui.theme import Role, Theme

from .button import Button
from .passphrase_field import PassphraseField
from .strength_bar import StrengthBar
from .text import Text

_LEVELS = {Strength.WEAK: 1, Strength.FAIR: 2, Strength.STRONG: 3}


class NewPassphrase(QWidget):
    """Nothing but `text()` gives the passphrase away; the suggestion is shown and has to be written once more."""

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.suggest = Button(theme, texts("passphrase.suggest"), "star")
        self.suggest.clicked.connect(self._on_suggest)
        self.first = PassphraseField(theme, texts, texts("passphrase.new"), texts("passphrase.hint"), large=False)
        self.first.edited.connect(self._on_edited)
        self.bar = StrengthBar(theme, texts)
        self.second = PassphraseField(theme, texts, texts("passphrase.again"), large=False)
        self.first.entered.connect(partial(self.second.line.setFocus, Qt.FocusReason.TabFocusReason))
        self.second.edited.connect(lambda _text: self.changed.emit())
        self.second.entered.connect(self.entered)
        column.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(theme, texts("passphrase.suggest_hint"), Role.CAPTION, tone="ink2", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.first)
        column.addWidget(self.bar)
        column.addSpacing(8)
        column.addWidget(self.second)
        self.setFocusProxy(self.first)

    def text(self) -> str:
        return self.first.text()

    def clear(self) -> None:
        for field in (self.first, self.second):
            field.clear()
            field.set_fault(None)
            field.hide_letters()
        self.bar.set_strength(0)

    def check(self) -> bool:
        """Whether it can be taken; else the sentence stands at the field that needs a hand, and the focus is there."""
        fault = self._fault_of_first()
        if fault is not None:
            self.first.set_fault(fault)
            self.first.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self.first.text() != self.second.text():
            self.second.set_fault(self._texts("passphrase.not_the_same"))
            self.second.select_all()
            return False
        return True

    def _fault_of_first(self) -> str | None:
        try:
            check_new(self.text())
        except InputError as error:
            return self._texts.error(error)
        return self._texts("passphrase.too_weak") if self.bar.strength() < _LEVELS[Strength.FAIR] else None

    def _on_edited(self, text: str) -> None:
        self.bar.set_strength(_LEVELS[strength(text)] if text else 0)
        self.changed.emit()

    def _on_suggest(self) -> None:
        self.first.line.setText(suggest(self._texts.language))
        self.first.reveal.setChecked(True)
        self.first.set_fault(None)
        self.second.clear()
        self._on_edited(self.first.text())
        self.second.line.setFocus(Qt.FocusReason.OtherFocusReason)
