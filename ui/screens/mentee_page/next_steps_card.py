"""Next steps: what is promised and the first open step of each goal, nearest day first; ticked here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mentorapp.domain.plans import CommitmentState, Step
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.inset import inset
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from .promises_card import is_shown
from .reading import Person
from .words import DOT, day_in_full, promise_when, promise_who, step_right

_SHOWN = 6
_AIR = 7
_MARGINS = QMargins(SIDE, _AIR, SIDE, _AIR)


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step of the plan or a promise, as one row."""

    id: UUID
    is_promise: bool
    text: str
    second: str
    day: date | None
    done: bool


def next_steps(texts: Texts, person: Person, kept: frozenset[UUID] = frozenset()) -> tuple[NextStep, ...]:
    """Promises, and the first open step of each goal; `kept` are steps ticked here that stay until one looks away."""
    rows = [
        NextStep(
            id=promise.id,
            is_promise=True,
            text=promise.what,
            second=DOT.join(
                p for p in (promise_who(texts, person, promise), promise_when(texts, promise, person.today)) if p
            ),
            day=promise.by,
            done=promise.state is CommitmentState.DONE,
        )
        for promise in person.promises
        if is_shown(promise, person.today)
    ]
    promised = {row.text.casefold() for row in rows}
    for goal in person.plan.active_goals if person.plan else ():
        first_open = next((step for step in goal.steps if not step.is_done), None)
        if first_open is not None and first_open.text.casefold() in promised:
            first_open = None  # A step that somebody has promised in the same words is one row, not two.
        rows += [
            NextStep(step.id, False, step.text, _step_second(texts, person, step), step.due, step.is_done)
            for step in goal.steps
            if step is first_open or step.id in kept
        ]
    return tuple(sorted(rows, key=lambda row: (row.day is None, row.day or date.max)))


def _step_second(texts: Texts, person: Person, step: Step) -> str:
    """Birk och Sture · senast 1 dec: here the person comes first."""
    if step.is_done:
        return step_right(texts, person, step)
    due = texts("plan.by", day=day_in_full(texts, step.due, person.today)) if step.due else ""
    return DOT.join(part for part in (step.who, due) if part)


class NextStepsCard(Card):
    """`tick_step` and `tick_promise` store a tick. Signal `plan_wanted` when there is more than is shown."""

    plan_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        tick_step: Callable[[UUID, bool], None],
        tick_promise: Callable[[UUID, bool], None],
    ) -> None:
        super().__init__(theme, texts("mentee.next_steps"), right=" ")
        self._texts = texts
        self._tick_step, self._tick_promise = tick_step, tick_promise
        self._kept: frozenset[UUID] = frozenset()
        self._person: Person | None = None
        self._lines = [_Row(theme) for _ in range(_SHOWN)]
        self._list = QVBoxLayout()
        self._list.setSpacing(1)
        for row in self._lines:
            row.ticked.connect(self._on_ticked)
            row.hide()
            self._list.addWidget(row)
        self.body.addLayout(self._list)
        self._none = Text(theme, texts("mentee.next_steps_none"), Role.SMALL, tone="ink2", wrap=True)
        self._none_box = inset(self, self._none)
        self.more = Button(theme, texts("mentee.next_steps_more"), "right", kind=Kind.QUIET, size=Size.ROW)
        self.more.clicked.connect(self.plan_wanted)
        self._more_box = inset(self, self.more, left=SIDE - 12, above=2, below=6)

    def boxes(self) -> tuple[TickBox, ...]:
        return tuple(row.box for row in self._lines if row.step is not None)

    def show_person(self, person: Person) -> None:
        if self._person is None or self._person.mentee.id != person.mentee.id:
            self._kept = frozenset()
        self._person = person
        every = next_steps(self._texts, person, self._kept)
        left = sum(not row.done for row in every)
        self.set_right(self._texts("mentee.steps_left", count=left) if left else "")
        shown = every[:_SHOWN]
        self._place(shown)
        self._none_box.setVisible(not shown)
        self._more_box.setVisible(len(every) > _SHOWN)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        line, border = self.theme.colour("line"), self.theme.border
        for row in [row for row in self._lines if row.step is not None][1:]:
            painter.fillRect(border, row.y() - 1, self.width() - 2 * border, 1, line)

    def _place(self, shown: Sequence[NextStep]) -> None:
        """A row that stays keeps its widget and with it the focus; those of rows that go are used again."""
        ids = {step.id for step in shown}
        kept = {row.step.id: row for row in self._lines if row.step is not None and row.step.id in ids}
        free = [row for row in self._lines if row not in kept.values()]
        rows = [kept.get(step.id) or free.pop(0) for step in shown]
        for place, (row, step) in enumerate(zip(rows, shown, strict=True)):
            row.show_step(step)
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
        for row in free:
            row.show_step(None)
        self._lines = [*rows, *free]

    def _on_ticked(self, step: NextStep, done: bool) -> None:
        """A ticked row keeps its place, so that a slip of the hand can be put right."""
        if step.is_promise:
            self._tick_promise(step.id, done)
        else:
            self._kept |= {step.id}
            self._tick_step(step.id, done)


class _Row(QWidget):
    """Signal `ticked(NextStep, bool)`. Without a step it is hidden and waits to be used again.

    It sets its box itself: a layout for one widget costs each row more than all its words.
    """

    ticked = Signal(object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.step: NextStep | None = None
        self.box = TickBox(theme, " ")
        self.box.clicked.connect(lambda done: self.ticked.emit(self.step, done))
        self.box.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return self.box.sizeHint().grownBy(_MARGINS)

    def minimumSizeHint(self) -> QSize:
        return self.box.minimumSizeHint().grownBy(_MARGINS)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.box.heightForWidth(width - 2 * SIDE) + 2 * _AIR

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.box.setGeometry(self.rect().marginsRemoved(_MARGINS))

    def show_step(self, step: NextStep | None) -> None:
        self.step = step
        if step is not None:
            self.box.set_words(step.text, step.second)
            self.updateGeometry()
            self.box.setChecked(step.done)
        if self.isHidden() is (step is not None):
            self.setVisible(step is not None)
