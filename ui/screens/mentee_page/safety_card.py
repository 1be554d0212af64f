"""The question about violence in the side column. The answer is locked: shown when asked for, and only so long."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal

from mentorapp.domain.safety import Asked, SafetyQuestion
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.inset import inset
from ui.widgets.row import Row
from ui.widgets.text import Text

from .reading import Person
from .words import DOT, day_in_full


class SafetyCard(Card):
    """`wanted` carries the question to be changed, or None for a new one."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("contacts.safety"), "shield")
        self._texts = texts
        self._shown: tuple[object, ...] = ()
        self._mentee: UUID | None = None
        self.made: list[Row] = []
        self._said = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.add(self._said, below=4)
        self.reveal = Button(
            theme, texts("contacts.safety_show"), "eye", kind=Kind.QUIET, size=Size.ROW, checkable=True
        )
        self.reveal.toggled.connect(self._on_reveal)
        self.answer = Text(theme, "", wrap=True)
        self.answer.hide()
        inset(self, self.reveal, left=SIDE - 12, above=0, below=2)
        self.add(self.answer, below=6)
        self.adding = Button(theme, texts("contacts.safety_add"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.adding.clicked.connect(lambda: self.wanted.emit(None))
        inset(self, self.adding, left=SIDE - 12, above=0, below=8)

    def show_questions(self, questions: Sequence[SafetyQuestion], person: Person) -> None:
        """Whatever was revealed is hidden again when anything changes, and with every other person."""
        hidden = InfoClass.VIOLENCE in person.hidden
        state = (person.mentee.id, hidden, *questions)
        if state == self._shown:
            return
        self._shown = state
        self.lock()
        for row in self.made:
            row.hide()
            self.body.removeWidget(row)
            row.deleteLater()
        shown = () if hidden else tuple(questions)
        self.made = [self._row(one, person) for one in shown]
        for place, row in enumerate(self.made):
            self.body.insertWidget(place, row)
        self._answers = [one for one in shown if one.answer]
        self._today = person.today
        self._said.setText(self._texts("contacts.safety_not_here" if hidden else "contacts.safety_not_yet"))
        self._said.setVisible(hidden or not any(one.asked is not Asked.NOT_SUITABLE for one in shown))
        self.adding.setVisible(not hidden)
        self.reveal.setVisible(bool(self._answers))

    def lock(self) -> None:
        self.reveal.setChecked(False)
        self.answer.setText("")
        self.answer.hide()

    def _on_reveal(self, shown: bool) -> None:
        """The words are in the window only while they are shown."""
        said = (f"{day_in_full(self._texts, one.asked_on, self._today)}: {one.answer}" for one in self._answers)
        self.answer.setText("\n".join(said) if shown else "")
        self.answer.setVisible(shown)
        self.reveal.set_text(self._texts("contacts.safety_hide" if shown else "contacts.safety_show"))

    def _row(self, question: SafetyQuestion, person: Person) -> Row:
        texts, today = self._texts, person.today
        parts = [day_in_full(texts, question.asked_on, today)]
        if question.support_offered:
            parts.append(texts("contacts.safety_offered_short"))
        if question.followed_up_on is not None:
            parts.append(texts("contacts.safety_followed_on", day=day_in_full(texts, question.followed_up_on, today)))
        elif question.follow_up_on is not None:
            parts.append(texts("contacts.safety_follow_up_on", day=day_in_full(texts, question.follow_up_on, today)))
        row = Row(self.theme, texts(f"codes.asked_{question.asked.value}"), DOT.join(parts))
        row.opened.connect(lambda: self.wanted.emit(question))
        return row
