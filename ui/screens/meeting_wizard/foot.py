"""The foot of the wizard: back, one line of words, and what comes next. It stays while the step above it scrolls."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.text import Text


class Foot(QWidget):
    """Signals: `back_wanted`, `next_wanted`, `save_wanted`, `print_wanted`, `act_wanted` for the button in the line."""

    back_wanted = Signal()
    next_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    act_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.back = Button(theme, texts("wizard.back"), "left")
        self.words = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.words.setMaximumWidth(16_777_215)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.act = Button(theme, " ", kind=Kind.QUIET)
        self.save = Button(theme, texts("wizard.save"), "save")
        self.print = Button(theme, texts("wizard.print", count=1), "print", kind=Kind.PRIMARY)
        self.next = Button(theme, texts("wizard.next"), kind=Kind.PRIMARY, trailing="right")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for part in (self.back, self.words, self.act, self.save, self.print, self.next):
            line.addWidget(part, 1 if part is self.words else 0)
        self.back.clicked.connect(self.back_wanted)
        self.act.clicked.connect(self.act_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.act.hide()

    def show_step(self, step: int, last: int) -> None:
        self.back.setVisible(step > 1)
        self.next.setVisible(step < last)
        self.save.setVisible(step == last)
        self.print.setVisible(step == last)
        self.say("")

    def say(self, words: str, act: str = "") -> None:
        self.words.setText(words)
        self.act.setVisible(bool(act))
        if act:
            self.act.set_text(act)

    def block(self, why: str | None) -> None:
        self.save.set_blocked(why)
        self.print.set_blocked(why)

    def set_narrow(self, narrow: bool) -> None:
        self.back.set_icon_only(narrow)
        self.save.set_icon_only(narrow)
