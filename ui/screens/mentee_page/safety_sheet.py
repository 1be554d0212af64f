"""The question about violence, asked or not: how to ask it, what came of it, and the answer that is locked."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.safety import Asked, SafetyQuestion
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.safety_questions import add_question, change_question, remove_question
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_chip import ClassChip
from ui.widgets.date_field import DateField
from ui.widgets.removable_sheet import RemovableSheet
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.tick_box import TickBox

from .reading import Person

PHRASES = 4


class SafetySheet(RemovableSheet):
    """New, or one time that it was asked."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, question: SafetyQuestion | None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("contacts.safety"),
            form=f"contacts.safety:{question.id}" if question else "contacts.safety",
            mentee_id=person.mentee.id,
            label="safety_changed" if question else "safety_added",
            save_text=texts("contacts.save"),
        )
        self._question = question
        if question is None:
            self._say_phrases()
        choices = [Choice(one.value, texts(f"codes.asked_{one.value}")) for one in Asked]
        chosen = (question.asked if question else Asked.ASKED).value
        self.asked = self.add("asked", ChoiceChips(theme, texts("contacts.safety_asked"), choices, chosen, ticked=True))
        clock = store.clock
        self.on = DateField(
            theme, texts, clock, texts("contacts.safety_on"), question.asked_on if question else person.today,
            optional=False,
        )  # fmt: skip
        self.follow_up = DateField(
            theme, texts, clock, texts("contacts.safety_follow_up"), question.follow_up_on if question else None,
            lean=Lean.AHEAD,
        )  # fmt: skip
        self.followed = DateField(
            theme, texts, clock, texts("contacts.safety_followed"), question.followed_up_on if question else None
        )
        self.add_beside(("asked_on", self.on), ("follow_up_on", self.follow_up), ("followed_up_on", self.followed))
        self.offered = self.add("support_offered", TickBox(theme, texts("contacts.safety_offered")))
        self.offered.setChecked(question.support_offered if question else False)
        self.answer = TextField(theme, texts("contacts.safety_answer"), question.answer if question else "", lines=3)
        self.answer.add_right_of_label(
            ClassChip(theme, texts, InfoClass.VIOLENCE, texts("contacts.safety_never_printed"))
        )
        self.add("answer", self.answer)
        if question is not None:
            key = question.id
            self.removal = self.add_removal(
                texts("contacts.remove"), "safety_removed", lambda session: remove_question(session, key)
            )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.asked.focusProxy() or self.asked

    def write(self, session: Session) -> object:
        day = self.on.day()
        assert day is not None
        asked, offered, answer = Asked(self.asked.current()), self.offered.isChecked(), self.answer.text()
        follow_up, followed = self.follow_up.day(), self.followed.day()
        if self._question is None:
            return add_question(
                session, self._mentee(), asked, day, support_offered=offered, follow_up_on=follow_up,
                followed_up_on=followed, answer=answer,
            )  # fmt: skip
        change_question(
            session, self._question.id, asked, day, support_offered=offered, follow_up_on=follow_up,
            followed_up_on=followed, answer=answer,
        )  # fmt: skip
        return self._question.id

    def _mentee(self) -> UUID:
        assert self.mentee_id is not None
        return self.mentee_id

    def _say_phrases(self) -> None:
        self.body.addWidget(Text(self.theme, self.texts("contacts.safety_how"), Role.SMALL, bold=True))
        for number in range(1, PHRASES + 1):
            phrase = self.texts("mentee.quoted", words=self.texts(f"contacts.safety_phrase_{number}"))
            self.body.addWidget(Text(self.theme, phrase, tone="ink2", wrap=True))
        self.body.addSpacing(4)
