"""The recovery sheet in hand: its picture, printing and saving it, and two groups typed back to prove it.

`RecoveryProof(theme, texts, matches)` with `matches(number, typed)`; `show_sheet(pdf)`, `check()`. Signals
`print_wanted`, `save_wanted` (what is done with the sheet belongs to whoever holds it) and `entered`.
"""

import secrets
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.recovery import GROUPS
from ui.theme import Role, Theme

from .button import Button
from .field import LineField
from .sheet_picture import SheetPicture
from .text import Text
from .widths import Width, width_class

_ASKED = 2


class RecoveryProof(QWidget):
    """Which groups are asked for is drawn anew each time."""

    print_wanted = Signal()
    save_wanted = Signal()
    entered = Signal()

    def __init__(
        self, theme: Theme, texts: Texts, matches: Callable[[int, str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._texts = texts
        self._matches = matches
        self.asked = tuple(sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), _ASKED)))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addLayout(self._left(), 3)
        self.picture = SheetPicture(theme, texts("recovery.picture"))
        self._row.addWidget(self.picture, 2, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self.fit)

    def show_sheet(self, pdf: bytes) -> None:
        self.picture.show_pdf(pdf)
        self.print.set_blocked(None)
        self.save.set_blocked(None)

    def say(self, sentence: str) -> None:
        """What became of printing or saving."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def check(self) -> bool:
        """Whether both groups are as on the sheet; else the sentence stands at the first that is not."""
        wrong = [number for number, field in self.groups.items() if not self._is_right(number, field)]
        if wrong:
            self.groups[wrong[0]].line.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def fit(self) -> None:
        """One column in a narrow window."""
        narrow = width_class(self) is Width.NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _left(self) -> QVBoxLayout:
        theme, texts = self.theme, self._texts
        left = QVBoxLayout()
        left.setSpacing(8)
        wait = texts("recovery.being_made")
        self.print = Button(theme, texts("recovery.print"), "print")
        self.save = Button(theme, texts("recovery.save"), "save")
        buttons = QHBoxLayout()
        for button, signal in ((self.print, self.print_wanted), (self.save, self.save_wanted)):
            button.set_blocked(wait)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        left.addLayout(buttons)
        left.addWidget(Text(theme, texts("recovery.save_hint"), Role.CAPTION, tone="ink2", wrap=True))
        self.said = Text(theme, "", Role.SMALL, wrap=True)
        self.said.hide()
        left.addWidget(self.said)
        left.addSpacing(8)
        left.addWidget(Text(theme, texts("recovery.prove"), wrap=True))
        self.groups: dict[int, LineField] = {}
        for number in self.asked:
            field = LineField(theme, texts("recovery.group", group=number), longest=12)
            field.line.editingFinished.connect(self._leaving(number, field))
            self.groups[number] = field
            left.addWidget(field)
        last = self.groups[self.asked[-1]]
        last.line.returnPressed.connect(self.entered)
        left.addStretch(1)
        return left

    def _leaving(self, number: int, field: LineField) -> Callable[[], None]:
        def leave() -> None:
            if field.text().strip():
                self._is_right(number, field)

        return leave

    def _is_right(self, number: int, field: LineField) -> bool:
        right = self._matches(number, field.text())
        field.set_fault(None if right else self._texts("recovery.group_wrong", group=number))
        return right
