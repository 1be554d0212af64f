"""A step of the staircase, opened: when it was entered, and the form that moves to it. Down is said as up is said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.enrolments import DecidedBy, LadderStep, StepState
from mentorapp.domain.errors import InputError
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.enrolments import change_level
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

from .reading import Person
from .words import genitive


class LevelForm(Overlay):
    """Ctrl+Enter moves. The step that is the current one has no form, only its dates."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, step: LadderStep
    ) -> None:
        level = step.level
        super().__init__(window, theme, f"{level.order} {level.name(texts.language)}")
        self._texts, self._store, self._person, self._step = texts, store, person, step
        here = step.state is StepState.HERE
        for line in self._dates():
            self.body.addWidget(Text(theme, line, Role.SMALL, tone="ink2", wrap=True))
        if texts.language == "sv" and level.description_easy_sv:
            self.body.addWidget(Text(theme, level.description_easy_sv, wrap=True))
        self.body.setSpacing(10)
        self._fields(theme)
        if not here:
            self._add_fields(theme)
        self.body.addStretch(1)
        self.change = Button(theme, texts("mentee.level_change"), "stairs", kind=Kind.PRIMARY, keys="Ctrl ↵")
        self.change.clicked.connect(self.keep)
        self.leave = Button(theme, texts("mentee.close"))
        self.leave.clicked.connect(self.close_over)
        buttons = QHBoxLayout()
        buttons.addWidget(self.change)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.foot.addLayout(buttons)
        self.change.setVisible(not here)  # in its place first: without one it would flash up as a window
        self.closed.connect(self.deleteLater)

    def first_field(self) -> QWidget:
        return self.leave if self._step.state is StepState.HERE else self.on.line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Moves to the level, or says beside the date why not."""
        day = self.on.day()
        if self._step.state is StepState.HERE or not self.on.check() or day is None:
            return
        assert self._person.enrolment is not None
        try:
            with self._store.write("level_changed") as session:
                change_level(
                    session,
                    self._person.enrolment.id,
                    self._step.level.id,
                    day,
                    decided_by=DecidedBy(self.decided_by.current()),
                    reason=self.reason.text(),
                    mentee_words=self.words.text(),
                )
        except InputError as refusal:
            field = {"reason": self.reason, "mentee_words": self.words}.get(refusal.field, self.on)
            field.set_fault(self._texts.error(refusal))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_over()

    def _fields(self, theme: Theme) -> None:
        texts = self._texts
        self.on = DateField(
            theme, texts, self._store.clock, texts("mentee.level_from"), self._person.today, optional=False
        )
        choices = [Choice(by.value, texts(f"codes.decided_by_{by.value}")) for by in DecidedBy]
        self.decided_by = ChoiceChips(
            theme, texts("mentee.level_decided_by"), choices, DecidedBy.TOGETHER.value, ticked=True
        )
        self.reason = TextField(theme, texts("mentee.level_reason"), lines=2)
        self.words = TextField(theme, texts("mentee.level_words", name=genitive(texts, self._person.name)), lines=2)

    def _add_fields(self, theme: Theme) -> None:
        self.body.addWidget(self.on)
        self.body.addWidget(Text(theme, self._texts("mentee.level_decided_by"), Role.SMALL, bold=True))
        for part in (self.decided_by, self.reason, self.words):
            self.body.addWidget(part)

    def _dates(self) -> list[str]:
        """The stays on this level, oldest first; words that were said at the move stand with them."""
        said = []
        for stay in self._person.stays:
            if stay.level_id != self._step.level.id:
                continue
            start = full_date(self._texts, stay.entered_on)
            if stay.left_on is None:
                said.append(self._texts("mentee.level_stay_now", start=start))
            else:
                end = full_date(self._texts, stay.left_on)
                said.append(self._texts("mentee.level_stay", start=start, end=end))
            said += [words for words in (stay.mentee_words, stay.reason) if words]
        return said or [self._texts("mentee.level_not_been")]
