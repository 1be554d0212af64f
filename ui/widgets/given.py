"""What was given in a contact: kinds of support, methods with the exercise, FACT's three texts, and topics.

`Given(theme, texts)`; `set_words` gives it the lists, `fill(contact)` takes anything that has its names as attributes,
`values()` gives them back. The note and the form that changes one show the same fields.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.lists import WordList
from mentorapp.domain.sessions import FACT
from mentorapp.language.texts import Texts
from ui.theme import Theme

from .field import Field, LineField
from .word_chips import WordChips

Words = Mapping[WordList, Sequence[tuple[str, str]]]
_LISTS = {"support_kinds": WordList.SUPPORT_KIND, "methods": WordList.METHOD, "topics": WordList.TOPIC}
_LINES = ("exercise", "fact_values", "fact_obstacle", "fact_step")


class Given(QWidget):
    """`edited` at every change by the user; `resized` when it needs another height."""

    edited = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._words: Words = {}
        more = texts("note.more_words")
        hint = texts("note.words_hint")
        self.support_kinds = WordChips(theme, texts("note.support_kinds"), more, hint)
        self.methods = WordChips(theme, texts("note.methods"), more)
        self.topics = WordChips(theme, texts("note.topics"), more)
        self.exercise, self.fact_values, self.fact_obstacle, self.fact_step = (
            LineField(theme, texts(f"note.{name}")) for name in _LINES
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.support_kinds, self.methods, *self._lines().values(), self.topics):
            column.addWidget(widget)
        for chips in (self.support_kinds, self.methods, self.topics):
            chips.edited.connect(self._on_edited)
            chips.resized.connect(self.resized)
        for field in self._lines().values():
            field.edited.connect(lambda _text: self.edited.emit())
        self._suit()

    def stops(self) -> list[QWidget]:
        lines = [field.line for field in self._lines().values()]
        return [self.support_kinds.stop(), self.methods.stop(), *lines, self.topics.stop()]

    def set_words(self, words: Words) -> None:
        """The lists as they are now; nothing is drawn anew where they are the same."""
        if words == self._words:
            return
        self._words = words
        for name, list_ in _LISTS.items():
            self._chips(name).set_words(words.get(list_, ()))

    def fill(self, content: object) -> None:
        """From outside: nothing is emitted."""
        for name in _LISTS:
            self._chips(name).set_chosen(getattr(content, name))
        for name, field in self._lines().items():
            field.set_text(getattr(content, name))
        self._suit()

    def fields(self) -> dict[str, Field]:
        """By their names in the domain."""
        return {**{name: self._chips(name) for name in _LISTS}, **self._lines()}

    def values(self) -> dict[str, object]:
        chosen: dict[str, object] = {name: self._chips(name).chosen() for name in _LISTS}
        return chosen | {name: field.text() for name, field in self._lines().items()}

    def field(self, name: str) -> LineField | None:
        return self._lines().get(name)

    def _lines(self) -> dict[str, LineField]:
        fields = (self.exercise, self.fact_values, self.fact_obstacle, self.fact_step)
        return dict(zip(_LINES, fields, strict=True))

    def _chips(self, name: str) -> WordChips:
        chips = {"support_kinds": self.support_kinds, "methods": self.methods, "topics": self.topics}
        return chips[name]

    def _on_edited(self) -> None:
        self._suit()
        self.edited.emit()

    def _suit(self) -> None:
        """An exercise belongs to a method; values, obstacle and step to FACT. What is written there stays in sight."""
        methods = self.methods.chosen()
        self.exercise.setVisible(bool(methods) or bool(self.exercise.text()))
        for field in (self.fact_values, self.fact_obstacle, self.fact_step):
            field.setVisible(FACT in methods)
        self.resized.emit()
