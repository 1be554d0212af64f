"""The foot of the screen: the paper that all sign, and that it is done. It stays while the rest scrolls."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.text import Text


class Foot(QWidget):
    """Signals: `print_wanted`, `finish_wanted`."""

    print_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self.words = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.words.setMaximumWidth(16_777_215)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.print = Button(theme, texts("after.print"), "print")
        self.finish = Button(theme, texts("after.finish"), "check", kind=Kind.PRIMARY, keys="Ctrl ↵")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.words, 1)
        line.addWidget(self.print)
        line.addWidget(self.finish)
        self.print.clicked.connect(self.print_wanted)
        self.finish.clicked.connect(self.finish_wanted)
