"""The main goal in the mentee's own words, in the largest type of the page; written and changed where it stands."""

from collections.abc import Callable
from contextlib import nullcontext
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import Goal
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.field import LineField
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text

from .goal_menu import GoalActs, goal_menu
from .reading import Person
from .words import genitive, own_words, pronoun_key


class MainGoalCard(Card):
    """`keep` stores the words. Without a main goal the card asks for it, with the field already open."""

    def __init__(self, theme: Theme, texts: Texts, keep: Callable[[str], None], acts: GoalActs) -> None:
        super().__init__(theme, tone="soft")
        self._texts, self._keep, self._acts, self._make_drafts = texts, keep, acts, acts.drafts
        self._main: Goal | None = None
        self._has_more = False
        self._label = Text(theme, "", Role.SMALL, tone="primary", bold=True)
        self.words = Text(theme, "", Role.WORDS, wrap=True)
        self.change = Button(theme, texts("plan.change"), "pencil", kind=Kind.QUIET, size=Size.ROW)
        self.change.clicked.connect(self.edit)
        self.more = Button(theme, "", "more", kind=Kind.QUIET, size=Size.ROW, name=texts("plan.goal_more"))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.field = LineField(theme, "", large=True)
        self.ready = Button(theme, texts("plan.ready"), kind=Kind.PRIMARY, size=Size.ROW)
        self.ready.clicked.connect(self._store)
        self.leave = Button(theme, texts("plan.leave_as_it_was"), kind=Kind.QUIET, size=Size.ROW)
        self.leave.clicked.connect(self._give_up)
        self._form = self._make_form()
        self._lay_out()
        self._goal = ""
        self._editing = False
        self._mentee: UUID | None = None
        self._drafts: FormDrafts | None = None

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._label)
        column.addWidget(self.words)
        column.addWidget(self._form)
        line = QHBoxLayout()
        line.setContentsMargins(SIDE + 4, 14, 12, 14)
        line.addLayout(column, 1)
        line.addWidget(self.change)
        line.addWidget(self.more)
        self.body.addLayout(line)

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ready)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return form

    def show_person(self, person: Person) -> None:
        """Keeps a form that is open as it is, unless somebody else comes in sight."""
        if self._mentee != person.mentee.id:
            self._put_away()
            self._mentee = person.mentee.id
        goal = person.plan.main_goal if person.plan else None
        self._main, self._goal = goal, goal.wording if goal else ""
        self._has_more = bool(person.plan and len(person.plan.main_goals) > 1)
        name = genitive(self._texts, person.name)
        self._label.setText(self._texts("plan.main_goal", name=name))
        asked = self._texts(f"plan.main_goal_asked_{pronoun_key(person.mentee)}", name=person.name)
        self.words.setText(own_words(self._texts, self._goal) if self._goal else asked)
        self.setAccessibleName(f"{self._label.text()}: {self._goal or asked}")
        self.field.line.setAccessibleName(self._texts("plan.main_goal_field", name=name))
        self._label.setVisible(bool(self._goal))
        if not self._editing:
            self._show_form(not self._goal)
            if not self._goal and self._drafts is None:
                self._begin()

    def menu(self) -> QMenu:
        """The same as for the other goals; the words are changed where they stand."""
        assert self._main is not None
        return goal_menu(self, self._texts, self._acts, self._main, self.edit, (False, self._has_more))

    def edit(self) -> None:
        self._begin()
        self._editing = True
        self._show_form(True)
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.line.selectAll()

    def go_on(self) -> None:
        """With what was begun: the field is open already while there is no goal."""
        if self._goal and not self._editing:
            self.edit()
        else:
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._editing and self._goal:
            self.edit()
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._form.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._store()
        elif self._editing and event.key() == Qt.Key.Key_Escape:
            self._end_editing()
        else:
            super().keyPressEvent(event)

    def _show_form(self, shown: bool) -> None:
        self._form.setVisible(shown)
        self.change.setVisible(not shown)
        self.more.setVisible(not shown and self._main is not None)
        self.words.setVisible(not shown or not self._goal)
        self.leave.setVisible(bool(self._goal))

    def _store(self) -> None:
        typed = self.field.text().strip()
        try:
            if typed != self._goal:
                with self._drafts.ending() if self._drafts is not None else nullcontext():
                    self._keep(typed)
        except InputError as refusal:
            self.field.set_fault(self._texts.error(refusal))
            self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._give_up()

    def _begin(self) -> None:
        """The field with what is stored, or with what was begun."""
        self._put_away()
        self.field.set_text(self._goal)
        self._drafts = self._make_drafts("plan.main_goal")
        self._drafts.setParent(self)
        self._drafts.add("wording", self.field)
        self._drafts.restore()

    def _put_away(self) -> None:
        """What was typed stays as a draft of whom it is about."""
        self._editing = False
        drafts, self._drafts = self._drafts, None
        if drafts is not None:
            drafts.keep()
            drafts.forget()
            drafts.deleteLater()

    def _give_up(self) -> None:
        """As it was, or as it is stored now."""
        if self._drafts is not None:
            self._drafts.discard()
        self._end_editing()

    def _end_editing(self) -> None:
        self._put_away()
        self._show_form(not self._goal)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
