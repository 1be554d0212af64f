"""The person's own lines, question by question, with the time before as a small mark."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.scales import ScaleItem
from mentorapp.domain.voice_rows import voice_rows
from mentorapp.language.chart_words import voice_names
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.chart_card import ChartCard
from ui.widgets.text import Text
from ui.widgets.two_voices import TwoVoices

from .reading import Marks, Shown


class LinesPage(QWidget):
    """A card for each form."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._cards: list[QWidget] = []

    def show_person(self, shown: Shown) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(one, shown.name) for one in shown.marks] or [self._none()]
        while self._column.count():
            self._column.takeAt(0)
        for card in self._cards:
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _card(self, marks: Marks, name: str) -> QWidget:
        newest, before = marks.forms[-1], marks.forms[-2] if len(marks.forms) > 1 else None
        rows = voice_rows(marks.scale, newest, None, before, self._label, self._texts.language)
        voices = TwoVoices(self._theme, self._texts, rows)
        voices.set_rows(rows, voice_names(self._texts, name, ""))
        return ChartCard(self._theme, self._texts, marks.scale.title(self._texts.language), voices)

    def _none(self) -> QWidget:
        card = Card(self._theme, self._texts("meeting_mode.lines"), "chart")
        card.add(Text(self._theme, self._texts("meeting_mode.lines_none"), tone="ink2", wrap=True))
        return card

    def _label(self, item: ScaleItem) -> str:
        return item.label(self._texts.language)
