"""A goal with its steps: number, words, class, pips and how many of how many; its menu changes the goal itself."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.plans import Goal, GoalState
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import ClassChip, class_look
from ui.widgets.form_drafts import MakeDrafts
from ui.widgets.step_pips import StepPips
from ui.widgets.text import Text

from .goal_editor import GoalEditor
from .number_badge import NumberBadge
from .reading import Person
from .step_list import StepActs, StepList

_NARROW = 520


@dataclass(frozen=True, slots=True)
class GoalActs:
    """What can be done to a goal; each is one step that the user sees."""

    change: Callable[[UUID, dict[str, object]], None]
    set_state: Callable[[UUID, GoalState], None]
    steps: StepActs
    drafts: MakeDrafts


class _Head(QWidget):
    """Words first, class and pips at the right, or below where it is narrow. Double click on the words edits them."""

    def __init__(self, theme: Theme, edit: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._edit = theme, edit
        self.middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < self._theme.px(_NARROW)
        self.middle.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._edit()


class GoalCard(Card):
    """Renewed in place by `show_goal`, so that focus and a form that is open stay."""

    def __init__(self, theme: Theme, texts: Texts, clock: Clock, goal_id: UUID, acts: GoalActs) -> None:
        super().__init__(theme)
        self._texts, self._acts = texts, acts
        self._goal: Goal | None = None
        self._hidden: frozenset[InfoClass] = frozenset()
        self._editor: GoalEditor | None = None
        self._head = _Head(theme, self.edit)
        self._number = NumberBadge(theme, 0)
        self._words = Text(theme, "", Role.SECTION, wrap=True)
        self._class = ClassChip(theme, texts, InfoClass.PLAN)
        self._pips = StepPips(theme, texts)
        self._count = Text(theme, "", Role.SMALL, tone="ink2")
        self.more = Button(theme, "", "more", kind=Kind.QUIET, size=Size.ROW, name=texts("plan.goal_more"))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self._fill(self._head)
        self.body.addWidget(self._head)
        self.steps = StepList(theme, texts, clock, goal_id, acts.steps)
        self.body.addWidget(self.steps)

    def _fill(self, head: _Head) -> None:
        line = QHBoxLayout(head)
        line.setContentsMargins(SIDE, 9, 8, 9)
        line.setSpacing(12)
        side = QHBoxLayout()
        side.setSpacing(12)
        for part in (self._class, self._pips, self._count):
            side.addWidget(part)
        side.addStretch(1)
        head.middle.setSpacing(6)
        head.middle.addWidget(self._words, 1)
        head.middle.addLayout(side)
        line.addWidget(self._number)
        line.addLayout(head.middle, 1)
        line.addWidget(self.more)

    @property
    def goal(self) -> Goal:
        assert self._goal is not None
        return self._goal

    def show_goal(self, person: Person, goal: Goal, number: int) -> None:
        self._goal, self._hidden = goal, person.hidden
        self.setAccessibleName(self._texts("plan.goal_named", number=number, wording=goal.wording))
        self._number.set_number(number)
        self._words.setText(goal.wording)
        self._class.set_look(class_look(self._texts, goal.info_class))
        self._pips.set_steps(goal.steps_done, len(goal.steps))
        count = self._texts("plan.of", done=goal.steps_done, count=len(goal.steps)) if goal.steps else ""
        self._count.setText(count)
        self.steps.show_steps(person, goal.steps)

    def menu(self) -> QMenu:
        """Change the words, or say what became of the goal."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._texts("plan.goal_edit"), self.edit)
        menu.addSeparator()
        for state in (GoalState.REACHED, GoalState.CHANGED, GoalState.DROPPED):
            words = self._texts(f"plan.goal_is_{state.value}")
            menu.addAction(words, partial(self._acts.set_state, self.goal.id, state))
        return menu

    def edit(self) -> GoalEditor:
        """The form in the place of the head."""
        if self._editor is not None:
            return self._editor
        words = self._texts("plan.goal_words")
        change = partial(self._acts.change, self.goal.id)
        drafts = self._acts.drafts(f"plan.goal:{self.goal.id}")
        editor = GoalEditor(self.theme, self._texts, words, self.goal, change, self._hidden, drafts)
        editor.closed.connect(self._end_editing)
        self._editor = editor
        self.body.insertWidget(0, editor)
        self._head.hide()
        editor.wording.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return editor

    def _end_editing(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            self.body.removeWidget(editor)
            editor.deleteLater()
        self._head.show()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
