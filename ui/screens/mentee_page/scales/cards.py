"""Small cards of the tab: a question or a state with what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text
from ui.widgets.tile import Tile

from .said import Said

_WIDEST = 16_777_215


class AskCard(Card):
    """A sentence or two, and buttons by name; `show_words` and `show_acts` say which. Signal `acted(str)`."""

    acted = Signal(str)

    def __init__(self, theme: Theme, texts: Texts, acts: dict[str, str]) -> None:
        """`acts` are the names with the keys of their words; the first is the most common."""
        super().__init__(theme)
        self._texts = texts
        self.words = Text(theme, "", Role.SECTION, wrap=True)
        self.more = Text(theme, "", tone="ink2", wrap=True)
        self.buttons: dict[str, Button] = {}
        row = QWidget()
        flow = FlowLayout(row)
        for name, key in acts.items():
            kind = Kind.NORMAL if self.buttons else Kind.PRIMARY
            button = self.buttons[name] = Button(theme, texts(key), kind=kind)
            button.clicked.connect(lambda _on=False, name=name: self.acted.emit(name))
            flow.addWidget(button)
        self.add(self.words, above=14, below=2)
        self.add(self.more, below=10)
        self.add(row, below=14)

    def show_words(self, words: str, more: str = "") -> None:
        self.setAccessibleName(words)
        self.words.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))

    def show_acts(self, *names: str) -> None:
        for name, button in self.buttons.items():
            button.setVisible(name in names)

    def focus_first(self) -> None:
        shown = (button for button in self.buttons.values() if not button.isHidden())
        next(shown, self).setFocus(Qt.FocusReason.TabFocusReason)


class TileCard(Card):
    """An icon, a bold line, what goes with it, and perhaps one button at the right (`acted`)."""

    acted = Signal()

    def __init__(self, theme: Theme, family: Family, icon: str, act: str = "") -> None:
        super().__init__(theme)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(SIDE + 2, 13, SIDE + 2, 13)
        self._line.setSpacing(12)
        self.tile = Tile(theme, icon, family)
        self._line.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.title = Text(theme, "", bold=True, wrap=True)
        self.more = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        for part in (self.title, self.more):
            part.setMaximumWidth(_WIDEST)
            words.addWidget(part)
        self._line.addLayout(words, 1)
        self.button = Button(theme, act or " ", size=Size.ROW, parent=self)
        self.button.setVisible(bool(act))
        self.button.clicked.connect(self.acted)
        self._line.addWidget(self.button)
        self.body.addLayout(self._line)

    def show_words(self, title: str, more: str = "", act: str = "") -> None:
        self.setAccessibleName(f"{title}. {more}".strip(" ."))
        self.title.setText(title)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        if act:
            self.button.set_text(act)
            self.button.setAccessibleName(f"{act}: {title}")


class SaidCard(QWidget):
    """One card for each thing that is said of the newest rating."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.cards: list[TileCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._shown: tuple[Said, ...] = ()

    def show_said(self, *said: Said | None) -> None:
        shown = tuple(one for one in said if one is not None)
        if shown != self._shown:
            self._shown = shown
            for card in self.cards:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
            self.cards = [self._card(one) for one in shown]
        self.setVisible(bool(shown))

    def said(self) -> tuple[Said, ...]:
        return self._shown

    def _card(self, said: Said) -> TileCard:
        card = TileCard(self._theme, Family.AMBER if said.stands_out else Family.SLATE, said.icon)
        card.show_words(said.title, said.more)
        self._column.addWidget(card)
        return card
