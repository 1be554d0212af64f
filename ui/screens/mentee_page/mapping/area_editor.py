"""An area while it is asked about: how it is, how important it is, the mentee's words beside the mentor's view."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.lists import Word
from mentorapp.domain.mapping import AnswerStatus, MappingAnswer, StillTrue, Voice
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_choice import ClassChoice
from ui.widgets.flow import FlowLayout
from ui.widgets.page_drafts import PageDrafts
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .acts import MappingActs
from .importance import importance_chips
from .status_look import status_words
from .words import answered_words

_NARROW = 560
_STATUSES = (
    AnswerStatus.WORKS,
    AnswerStatus.PARTLY,
    AnswerStatus.NEEDS_SUPPORT,
    AnswerStatus.DECLINED,
    AnswerStatus.NOT_ASKED,
)


class AreaEditor(QWidget):
    """Each field is stored when it is left. Signals `closed` and `goal_wanted`."""

    closed = Signal()
    goal_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        area: Word,
        name: str,
        hidden: frozenset[InfoClass],
        acts: MappingActs,
        drafts: PageDrafts,
    ) -> None:
        super().__init__()
        self.theme, self._texts, self.area, self._acts, self._drafts = theme, texts, area, acts, drafts
        self.setAccessibleName(area.name(texts.language))
        choices = [Choice(one.value, status_words(texts, one)) for one in _STATUSES]
        self.status = ChoiceChips(theme, texts("mapping.status"), choices, AnswerStatus.NOT_ASKED.value, ticked=True)
        self.status.chosen.connect(lambda key: self._write(status=AnswerStatus(key)))
        self.importance = importance_chips(theme, texts, 0)
        self.importance.chosen.connect(lambda key: self._write(importance=int(key)))
        self.words = TextField(theme, texts("mapping.words_of", name=name), lines=3)
        self.view = TextField(theme, texts("mapping.view"), lines=3)
        self.words_class = ClassChoice(theme, texts, area.info_class, hidden)
        self.view_class = ClassChoice(theme, texts, area.info_class, hidden)
        self.resources = TextField(theme, texts("mapping.resources"), lines=2)
        self.needs = TextField(theme, texts("mapping.needs"), lines=2)
        self._lay_out()
        self._attach()
        self.setFocusProxy(self.status)

    def _lay_out(self) -> None:
        texts, theme = self._texts, self.theme
        self._asked = Text(theme, "", Role.CAPTION, tone="ink2", wrap=True)
        self.confirm = Button(theme, texts("mapping.confirm"), "check", size=Size.ROW)
        self.confirm.clicked.connect(lambda: self._acts.confirm(self.area.code))
        self.to_goal = Button(theme, texts("mapping.make_goal"), "tree", size=Size.ROW, keys="Alt →")
        self.to_goal.clicked.connect(self.goal_wanted)
        self.ready = Button(theme, texts("mapping.close"), kind=Kind.QUIET, size=Size.ROW)
        self.ready.clicked.connect(self.closed)
        for field, chip in ((self.words, self.words_class), (self.view, self.view_class)):
            field.add_right_of_label(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE, 12)
        column.setSpacing(10)
        column.addWidget(self.status)
        column.addWidget(Text(theme, texts("mapping.importance"), Role.SMALL, bold=True))
        column.addWidget(self.importance)
        self._pairs = []
        for pair in ((self.words, self.view), (self.resources, self.needs)):
            line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            line.setSpacing(12)
            for field in pair:
                line.addWidget(field, 1)
            column.addLayout(line)
            self._pairs.append(line)
        foot = QWidget()
        buttons = FlowLayout(foot)
        for button in (self.to_goal, self.confirm, self.ready):
            buttons.addWidget(button)
        last = QHBoxLayout()
        last.addWidget(foot, 1)
        column.addWidget(self._asked)
        column.addLayout(last)

    def _attach(self) -> None:
        """Words and their class are stored together."""
        voices = (("words", self.words, self.words_class), ("view", self.view, self.view_class))
        for name, field, chip in voices:
            self._drafts.attach(self._key(name), field, partial(self._write_text, name, chip))
            chip.chosen.connect(partial(self._write_class, name, field))
        for name, field in (("resources", self.resources), ("needs", self.needs)):
            self._drafts.attach(self._key(name), field, partial(self._write_one, name))

    def _key(self, name: str) -> str:
        return f"{self.area.code}.{name}"

    def show_answer(self, mentee_id: UUID, answer: MappingAnswer | None) -> None:
        """What is being written is not overwritten."""
        status = answer.status if answer else AnswerStatus.NOT_ASKED
        self.status.choose(status.value)
        self.importance.choose(str(answer.importance if answer else 0))
        for voice, chip in ((Voice.MENTEE, self.words_class), (Voice.MENTOR, self.view_class)):
            text = answer.text_of(voice) if answer else None
            if text is not None:
                chip.set_class(text.info_class)
        said = {name: getattr(answer, name) if answer else "" for name in ("words", "view", "resources", "needs")}
        self._drafts.show(mentee_id, {self._key(name): text for name, text in said.items()})
        to_confirm = answer is not None and answer.still_true is StillTrue.TO_CONFIRM
        self.confirm.setVisible(to_confirm)
        self.to_goal.setVisible(status is not AnswerStatus.NOT_ASKED)
        asked = answered_words(self._texts, answer)
        self._asked.setText(asked)
        self._asked.setVisible(bool(asked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif alt and event.key() == Qt.Key.Key_Right:
            self.goal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < self.theme.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        for line in self._pairs:
            line.setDirection(way)

    def _write(self, **details: Any) -> None:
        self._acts.answer(self.area.code, **details)

    def _write_one(self, name: str, text: str) -> None:
        self._write(**{name: text})

    def _write_text(self, name: str, chip: ClassChoice, text: str) -> None:
        self._write(**{name: text, f"{name}_class": chip.info_class})

    def _write_class(self, name: str, field: TextField, info_class: InfoClass) -> None:
        """A class for words that are not written yet waits for them."""
        if field.text().strip():
            self._write(**{name: field.text(), f"{name}_class": info_class})
