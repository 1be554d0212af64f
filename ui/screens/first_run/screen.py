"""The card of the first run. It leads from step to step and asks; keys and files are made by whoever listens."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind
from ui.widgets.step_card import StepCard

from .language_step import LanguageStep

if TYPE_CHECKING:
    from mentorapp.domain.programmes import Ladder

    from .passphrase_step import PassphraseStep
    from .sheet_step import SheetStep
    from .start_step import StartStep

LANGUAGE, PASSPHRASE, SHEET, START = 1, 2, 3, 4
_STEPS = 4


class FirstRunScreen(QWidget):
    """The later steps are built when they are reached: the first page is painted before anything heavy is loaded."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    passphrase_chosen = Signal(str)
    sheet_proved = Signal()
    sheet_skipped = Signal()
    start_chosen = Signal(object)
    left = Signal()

    def __init__(self, texts: Texts, theme: Theme) -> None:
        super().__init__()
        self.texts, self.theme = texts, theme
        self.step = LANGUAGE
        self._busy = False
        self.card = StepCard(theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)
        self.back = Button(theme, texts("first_run.back"), "left")
        self.back.clicked.connect(self.go_back)
        self.skip = Button(theme, texts("first_run.skip"), kind=Kind.QUIET)
        self.skip.clicked.connect(self.sheet_skipped)
        self.next = Button(theme, texts("first_run.next"), kind=Kind.PRIMARY)
        self.next.clicked.connect(self.go_on)
        self.card.add_left(self.back)
        self.card.add_right(self.skip)
        self.card.add_right(self.next)
        self.language = LanguageStep(theme, texts)
        self.language.language_chosen.connect(self.language_chosen)
        self.language.theme_chosen.connect(self.theme_chosen)
        self.language.text_size_chosen.connect(self.text_size_chosen)
        self.passphrase: PassphraseStep | None = None
        self.sheet: SheetStep | None = None
        self.start: StartStep | None = None
        self._show(LANGUAGE, self.language)

    def focus_first(self) -> None:
        steps: dict[int, QWidget | None] = {
            LANGUAGE: self.language,
            PASSPHRASE: self.passphrase,
            SHEET: self.sheet,
            START: self.start,
        }
        step = steps[self.step]
        if self.step == LANGUAGE:
            self.language.language.focus()
        elif self.step == START and self.start is not None:
            self.start.way.focus()
        elif step is not None:
            step.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self) -> None:
        """Next, when the step is done."""
        if self._busy:
            return
        if self.step == LANGUAGE:
            self._to_passphrase()
        elif self.step == PASSPHRASE and self.passphrase is not None:
            if self.passphrase.passphrase.check():
                self.passphrase_chosen.emit(self.passphrase.passphrase.text())
        elif self.step == SHEET and self.sheet is not None:
            if self.sheet.proof.check():
                self.sheet_proved.emit()
        elif self.start is not None:
            self.start_chosen.emit(self.start.choice())

    def go_back(self) -> None:
        """From the passphrase the way back loses it, and nothing else."""
        if self._busy or self.step == START:
            return
        if self.step == LANGUAGE:
            self.left.emit()
        elif self.step == PASSPHRASE:
            if self.passphrase is not None:
                self.passphrase.passphrase.clear()
            self._show(LANGUAGE, self.language)
        elif self.passphrase is not None:
            self._show(PASSPHRASE, self.passphrase)

    def show_sheet(self, matches: Callable[[int, str], bool]) -> "SheetStep":
        """Step 3 for a key; the picture comes when it is made."""
        from .sheet_step import SheetStep

        self.sheet = SheetStep(self.theme, self.texts, matches)
        self.sheet.entered.connect(self.go_on)
        self._show(SHEET, self.sheet)
        return self.sheet

    def show_start(self, ladders: "tuple[Ladder, ...]") -> None:
        """Step 4: from here there is no way back, the store is made."""
        from .start_step import StartStep

        self.start = StartStep(self.theme, self.texts, ladders)
        self.start.entered.connect(self.go_on)
        self._show(START, self.start)

    def set_busy(self, busy: bool) -> None:
        """While the store is being made."""
        self._busy = busy
        words = "making" if busy else "begin" if self.step == START else "next"
        self.next.set_text(self.texts(f"first_run.{words}"))
        for button in (self.next, self.back, self.skip):
            button.set_blocked(self.texts("first_run.making") if busy else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _to_passphrase(self) -> None:
        from .passphrase_step import PassphraseStep

        if self.passphrase is None:
            self.passphrase = PassphraseStep(self.theme, self.texts)
            self.passphrase.entered.connect(self.go_on)
        self._show(PASSPHRASE, self.passphrase)

    def _show(self, step: int, body: QWidget) -> None:
        self.step = step
        progress = self.texts("first_run.progress", step=step, steps=_STEPS)
        self.card.set_head(progress, self.texts(f"first_run.step_{step}"))
        self.card.show_body(body)
        self.back.setVisible(step in (PASSPHRASE, SHEET))
        self.skip.setVisible(step == SHEET)
        self.set_busy(False)
        self.focus_first()
