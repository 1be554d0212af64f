"""The way in with the recovery sheet: its groups first, then a new passphrase. Works without the header file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.recovery import ALPHABET, GROUP_SIGNS, GROUPS, root_from
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.step_card import StepCard
from ui.widgets.text import Text
from ui.widgets.text_field import TextField


class RecoverScreen(QWidget):
    """`sheet_given(groups, passphrase)` when both are there; `left` when the user goes back to the unlock page."""

    sheet_given = Signal(str, str)
    left = Signal()

    def __init__(self, texts: Texts, theme: Theme) -> None:
        super().__init__()
        self.texts, self.theme = texts, theme
        self._busy = False
        self.card = StepCard(theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)
        self.back = Button(theme, texts("recover.back"), "left")
        self.back.clicked.connect(self.go_back)
        self.next = Button(theme, texts("recover.next"), kind=Kind.PRIMARY)
        self.next.clicked.connect(self.go_on)
        self.card.add_left(self.back)
        self.card.add_right(self.next)
        self._make_steps()
        self._show(self.first)

    def focus_first(self) -> None:
        if self.showing is self.first:
            self.sheet.box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.passphrase.first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        if self._busy:
            return
        if self.showing is self.first:
            if self._sheet_is_whole():
                self._show(self.second)
        elif self.passphrase.check():
            self.sheet_given.emit(self.sheet.text(), self.passphrase.text())

    def go_back(self) -> None:
        if self._busy:
            return
        if self.showing is self.first:
            self.left.emit()
        else:
            self._show(self.first)

    def set_busy(self, busy: bool) -> None:
        """While the store is opened with the key of the sheet."""
        self._busy = busy
        words = "opening" if busy else "next" if self.showing is self.first else "open"
        self.next.set_text(self.texts(f"recover.{words}"))
        for button in (self.next, self.back):
            button.set_blocked(self.texts("recover.opening") if busy else None)

    def show_refused(self, sentence: str) -> None:
        """The sheet is whole but does not open these data."""
        self._show(self.first)
        self.sheet.set_fault(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _make_steps(self) -> None:
        theme, texts = self.theme, self.texts
        self.first, self.second = QWidget(), QWidget()
        column = QVBoxLayout(self.first)
        column.setSpacing(8)
        column.addWidget(Text(theme, texts("recover.why"), wrap=True))
        self.sheet = TextField(theme, texts("recover.groups"), hint=texts("recover.groups_hint"), lines=4)
        self.sheet.edited.connect(self._count)
        column.addWidget(self.sheet)
        self.counted = Text(theme, "", Role.SMALL, tone="ink2")
        column.addWidget(self.counted)
        column.addStretch(1)
        self._count()
        column = QVBoxLayout(self.second)
        column.setSpacing(12)
        column.addWidget(Text(theme, texts("recover.passphrase_why"), wrap=True))
        self.passphrase = NewPassphrase(theme, texts)
        self.passphrase.entered.connect(self.go_on)
        column.addWidget(self.passphrase)
        column.addStretch(1)

    def _show(self, step: QWidget) -> None:
        self.showing = step
        self.card.set_head("", self.texts("recover.title" if step is self.first else "recover.title_passphrase"))
        self.card.show_body(step)
        self.set_busy(False)
        self.focus_first()

    def _count(self) -> None:
        """How far one has come: signs that can stand on a sheet, in groups."""
        signs = sum(sign.upper() in f"{ALPHABET}OIL" for sign in self.sheet.text())
        self.counted.setText(self.texts("recover.counted", done=signs // GROUP_SIGNS, count=GROUPS))

    def _sheet_is_whole(self) -> bool:
        try:
            root_from(self.sheet.text())
        except InputError as error:
            self.sheet.set_fault(self.texts.error(error))
            self.focus_first()
            return False
        return True
