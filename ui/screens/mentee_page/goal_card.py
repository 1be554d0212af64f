"""A goal with its steps: number, words, class, pips and how many of how many; its menu changes the goal itself."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.plans import Goal, GoalLevel
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import ClassChip, class_look
from ui.widgets.dragging import Dragging, key_of, mime
from ui.widgets.step_pips import StepPips
from ui.widgets.text import Text

from .goal_editor import GoalEditor
from .goal_menu import GoalActs, goal_menu
from .goal_words import goal_facts
from .number_badge import NumberBadge
from .reading import Person
from .step_list import StepList
from .words import own_words

_NARROW = 520
GOAL = "application/x-mentor-goal"


class _Head(QWidget):
    """Words first, class and pips at the right, or below where it is narrow. Double click on the words edits them;
    dragged onto another goal it takes that one's place."""

    def __init__(self, theme: Theme, edit: Callable[[], object], data: Callable[[], QMimeData]) -> None:
        super().__init__()
        self._theme, self._edit = theme, edit
        self._dragging = Dragging(self, data)
        self.middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < self._theme.px(_NARROW)
        self.middle.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._edit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._dragging.move(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragging.release()


class GoalCard(Card):
    """Renewed in place by `show_goal`, so that focus and a form that is open stay.

    Another main goal is a card of the same kind, without steps of its own: its sub-goals stand below it. Signal
    `dropped(object)` carries the id of a goal that was dropped on it.
    """

    dropped = Signal(object)

    def __init__(
        self, theme: Theme, texts: Texts, clock: Clock, goal_id: UUID, acts: GoalActs, level: GoalLevel
    ) -> None:
        super().__init__(theme, tone="soft" if level is GoalLevel.MAIN else "")
        self._texts, self._acts, self._level = texts, acts, level
        self._goal: Goal | None = None
        self._hidden: frozenset[InfoClass] = frozenset()
        self._editor: GoalEditor | None = None
        self._head = _Head(theme, self.edit, lambda: mime(GOAL, str(self.goal.id)))
        self._number = NumberBadge(theme, 0)
        self._words = Text(theme, "", Role.SECTION, wrap=True)
        self._facts = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self._class = ClassChip(theme, texts, InfoClass.PLAN)
        self._pips = StepPips(theme, texts)
        self._count = Text(theme, "", Role.SMALL, tone="ink2")
        self.more = Button(theme, "", "more", kind=Kind.QUIET, size=Size.ROW, name=texts("plan.goal_more"))
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self.more.installEventFilter(self)
        self._beside = (False, False)
        self._fill(self._head)
        self.body.addWidget(self._head)
        self.steps = StepList(theme, texts, clock, goal_id, acts.steps)
        self.body.addWidget(self.steps)
        if level is GoalLevel.MAIN:
            self._number.hide()
            self.steps.hide()
        self.setAcceptDrops(True)

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
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._facts)
        head.middle.addLayout(words, 1)
        head.middle.addLayout(side)
        line.addWidget(self._number)
        line.addLayout(head.middle, 1)
        line.addWidget(self.more)

    @property
    def goal(self) -> Goal:
        assert self._goal is not None
        return self._goal

    def show_goal(self, person: Person, goal: Goal, number: int, beside: tuple[bool, bool] = (False, False)) -> None:
        """`beside` says whether there is a goal above and one below that it can change places with."""
        self._goal, self._hidden, self._beside = goal, person.hidden, beside
        is_main = goal.level is GoalLevel.MAIN
        named = self._texts("plan.goal_named", number=number, wording=goal.wording)
        self.setAccessibleName(self._texts("plan.main_goal_too", wording=goal.wording) if is_main else named)
        self._number.set_number(number)
        self._words.setText(own_words(self._texts, goal.wording) if is_main else goal.wording)
        facts = goal_facts(self._texts, person, goal)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._class.set_look(class_look(self._texts, goal.info_class))
        self._pips.set_steps(goal.steps_done, len(goal.steps))
        count = self._texts("plan.of", done=goal.steps_done, count=len(goal.steps)) if goal.steps else ""
        self._count.setText(count)
        for part in (self._pips, self._count):
            part.setVisible(bool(goal.steps))
        self.steps.show_steps(person, goal.steps)

    def menu(self) -> QMenu:
        """Change the words, move and rate the goal, or say what became of it."""
        return goal_menu(self, self._texts, self._acts, self.goal, self.edit, self._beside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Up and Alt+Down on the button of the goal move the goal, as they move a step on its row."""
        if watched is self.more and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            way = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
            if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._acts.move(self.goal.id, way)
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if key_of(event.mimeData(), GOAL):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        key = key_of(event.mimeData(), GOAL)
        if key:
            event.acceptProposedAction()
            self.dropped.emit(UUID(key))

    def edit(self) -> GoalEditor:
        """The form in the place of the head."""
        if self._editor is not None:
            return self._editor
        words = self._texts("plan.goal_words")
        change = partial(self._acts.change, self.goal.id)
        drafts = self._acts.drafts(f"plan.goal:{self.goal.id}")
        areas, details = self._acts.areas(), self._acts.details(self.goal, self._level)
        editor = GoalEditor(self.theme, self._texts, words, self.goal, change, self._hidden, drafts, areas, details)
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
