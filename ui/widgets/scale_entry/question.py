"""A question about one line, below it: a sentence and two answers."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Theme

from ..announce import announce
from ..button import Button, Size
from ..field import FaultLine
from .typed import Question

_FOLDS_AT = 420


class LineQuestion(QWidget):
    """Signal `answered(bool)`: yes or the middle, or to leave the line blank."""

    answered = Signal(bool)

    def __init__(self, theme: Theme, texts: Texts, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._name = texts, name
        self.asked: Question | None = None
        self._theme = theme
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._sentence = FaultLine(theme)
        self._line.addWidget(self._sentence, 1)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        self._line.addLayout(answers)
        self.yes = Button(theme, texts("scales.outside_yes"), size=Size.ROW)
        self.no = Button(theme, texts("scales.outside_no"), size=Size.ROW)
        for button, said in ((self.yes, True), (self.no, False)):
            button.clicked.connect(lambda _on=False, said=said: self.answered.emit(said))
            answers.addWidget(button)
        answers.addStretch(1)
        self.setMinimumWidth(1)  # it folds instead of making the form wider
        self.hide()

    def ask(self, question: Question) -> None:
        words = {
            Question.OUTSIDE: ("scales.outside", "scales.outside_yes", "scales.outside_no"),
            Question.TWO: ("scales.two_marks", "scales.two_middle", "scales.two_blank"),
        }
        sentence, yes, no = words[question]
        said = self._texts(sentence, name=self._name)
        self.asked = question
        self._sentence.show_sentence(said)
        for button, key in ((self.yes, yes), (self.no, no)):
            button.set_text(self._texts(key))
            button.setAccessibleDescription(said)
        self.show()
        announce(self, said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_FOLDS_AT)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)

    def sentence(self) -> str:
        return self._sentence.sentence()

    def withdraw(self) -> None:
        self.asked = None
        self.hide()
