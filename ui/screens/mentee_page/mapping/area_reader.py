"""An area as it was said, to read: a version that is done is not changed any more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.lists import Word
from mentorapp.domain.mapping import MappingAnswer, Voice
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE
from ui.widgets.class_chip import ClassChip
from ui.widgets.text import Text

from ..words import own_words
from .words import answered_words


class AreaReader(QWidget):
    """Signals `closed`, and `goal_wanted`: a need can become a goal at any time."""

    closed = Signal()
    goal_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, area: Word, name: str, answer: MappingAnswer | None) -> None:
        super().__init__()
        self.area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 4, SIDE, 12)
        column.setSpacing(4)
        said = answer_in_words(theme, texts, name, answer)
        for part in said:
            column.addWidget(part)
        if not said:
            column.addWidget(Text(theme, texts("mapping.nothing_said"), Role.SMALL, tone="ink2", wrap=True))
        column.addWidget(Text(theme, answered_words(texts, answer), Role.CAPTION, tone="ink2"))
        buttons = QHBoxLayout()
        self.to_goal = Button(theme, texts("mapping.make_goal"), "tree", size=Size.ROW, keys="Alt →")
        self.to_goal.clicked.connect(self.goal_wanted)
        if answer is None:
            self.to_goal.hide()
        self.ready = Button(theme, texts("mapping.close"), kind=Kind.QUIET, size=Size.ROW)
        self.ready.clicked.connect(self.closed)
        buttons.addWidget(self.to_goal)
        buttons.addWidget(self.ready)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.setFocusProxy(self.ready)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def answer_in_words(theme: Theme, texts: Texts, name: str, answer: MappingAnswer | None) -> list[QWidget]:
    """The mentee's words, the mentor's view, what there is and what is needed, each with its label."""
    if answer is None:
        return []
    parts: list[QWidget] = []
    for text in answer.texts:
        mine = text.voice is Voice.MENTEE
        label = texts("mapping.words_of", name=name) if mine else texts("mapping.view")
        words = own_words(texts, text.text) if mine else text.text
        parts += _labelled(theme, label, words, ClassChip(theme, texts, text.info_class))
    for label, words in ((texts("mapping.resources"), answer.resources), (texts("mapping.needs"), answer.needs)):
        if words:
            parts += _labelled(theme, label, words, None)
    return parts


def _labelled(theme: Theme, label: str, words: str, chip: QWidget | None) -> list[QWidget]:
    head = QWidget()
    line = QHBoxLayout(head)
    line.setContentsMargins(0, 4, 0, 0)
    line.addWidget(Text(theme, label, Role.SMALL, bold=True))
    line.addStretch(1)
    if chip is not None:
        line.addWidget(chip)
    return [head, Text(theme, words, wrap=True)]
