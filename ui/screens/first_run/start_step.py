"""Step 4: look around among invented people, or begin empty with a programme and its ladder."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.programmes import Ladder
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import LineField
from ui.widgets.text import Text

SAMPLE, EMPTY = "sample", "empty"


@dataclass(frozen=True, slots=True)
class StartChoice:
    """`ladder` and `programme` are empty when one only wants to look around."""

    sample: bool
    ladder: str = ""
    programme: str = ""


class StartStep(QWidget):
    entered = Signal()

    def __init__(self, theme: Theme, texts: Texts, ladders: tuple[Ladder, ...]) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._names = {ladder.code: _name(ladder, texts.language) for ladder in ladders}
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(Text(theme, texts("first_run.start_why"), wrap=True))
        ways = [Choice(way, texts(f"first_run.{way}")) for way in (SAMPLE, EMPTY)]
        self.way = ChoiceChips(theme, texts("first_run.start"), ways, SAMPLE, ticked=True)
        self.way.chosen.connect(self._on_way)
        column.addWidget(self.way)
        self._hint = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        column.addWidget(self._hint)
        self._own = QWidget()
        self._fill_own(QVBoxLayout(self._own))
        column.addWidget(self._own)
        column.addStretch(1)
        self.setFocusProxy(self.way)
        self._on_way(SAMPLE)

    def choice(self) -> StartChoice:
        if self.way.current() == SAMPLE:
            return StartChoice(sample=True)
        return StartChoice(sample=False, ladder=self.ladder.current(), programme=self.programme.text())

    def _fill_own(self, column: QVBoxLayout) -> None:
        texts = self._texts
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        label = texts("first_run.ladder")
        column.addWidget(Text(self._theme, label, Role.SMALL, bold=True))
        first = next(iter(self._names))
        choices = [Choice(code, name) for code, name in self._names.items()]
        self.ladder = ChoiceChips(self._theme, label, choices, first, ticked=True)
        self.ladder.chosen.connect(self._on_ladder)
        column.addWidget(self.ladder)
        self.programme = LineField(
            self._theme, texts("first_run.programme"), self._names[first], hint=texts("first_run.programme_hint")
        )
        self.programme.line.returnPressed.connect(self.entered)
        column.addWidget(self.programme)

    def _on_way(self, way: str) -> None:
        self._own.setVisible(way == EMPTY)
        self._hint.setText(self._texts(f"first_run.{way}_hint"))

    def _on_ladder(self, code: str) -> None:
        """A name that was not touched follows the ladder."""
        if self.programme.text() in self._names.values():
            self.programme.set_text(self._names[code])


def _name(ladder: Ladder, language: str) -> str:
    return ladder.name_sv if language == "sv" else ladder.name_en
