"""Following up the plan: what holds now beside the next version. The old one stays as it was agreed."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import REVIEW_WEEKS, Agreement, Goal, GoalState, Plan
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.plans import add_plan, get_current_plan, list_plans, set_goal_state
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.widths import Width, width_class

from .reading import Person
from .words import DOT, own_words

_STATES = (GoalState.ACTIVE, GoalState.REACHED, GoalState.CHANGED, GoalState.DROPPED)


class PlanReview(Overlay):
    """Ctrl+Enter saves the new version. Each goal goes on, or is said to be reached, changed or dropped."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts("plan.review"))
        assert person.plan is not None
        self._texts, self._store, self._plan = texts, store, person.plan
        self._goals: dict[int, ChoiceChips] = {}
        pair = QHBoxLayout()
        pair.setSpacing(20)
        if width_class(window) is Width.NARROW:
            pair.setDirection(QBoxLayout.Direction.TopToBottom)
        now = plan_in_words(theme, texts, person.plan, texts("plan.review_now"))
        pair.addWidget(now, 2, Qt.AlignmentFlag.AlignTop)
        pair.addLayout(self._next(theme, person), 3)
        self.body.addLayout(pair)
        self.ready = Button(theme, texts("plan.review_save"), kind=Kind.PRIMARY, keys="Ctrl ↵")
        self.ready.clicked.connect(self.keep)
        self.leave = Button(theme, texts("plan.close"))
        self.leave.clicked.connect(self.close_over)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ready)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.foot.addLayout(buttons)
        self.closed.connect(self.deleteLater)

    def first_field(self) -> QWidget:
        return self.valid_from.line

    def goal_choice(self, place: int) -> ChoiceChips:
        """What becomes of the goal at that place, counted from 0."""
        return self._goals[place]

    def _next(self, theme: Theme, person: Person) -> QVBoxLayout:
        texts, plan, clock = self._texts, self._plan, self._store.clock
        today = person.today
        self.valid_from = DateField(theme, texts, clock, texts("plan.fact_valid_from"), today, optional=False)
        self.made_with = LineField(theme, texts("plan.fact_made_with"), plan.made_with)
        self.part = TextField(theme, texts("plan.fact_participation"), "", lines=2)
        choices = [Choice(one.value, texts(f"plan.agreed_short_{one.value}")) for one in Agreement]
        self.agreed = ChoiceChips(theme, texts("plan.fact_agreed"), choices, Agreement.NOT_YET.value, ticked=True)
        review = today + timedelta(weeks=REVIEW_WEEKS)
        self.review_on = DateField(
            theme, texts, clock, texts("plan.fact_review_on"), review, lean=Lean.AHEAD, optional=False
        )
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(Text(theme, texts("plan.review_next", version=plan.version + 1), Role.SECTION))
        column.addWidget(self.valid_from)
        for place, goal in enumerate(plan.active_goals):
            column.addWidget(Text(theme, goal.wording, bold=True, wrap=True))
            states = [Choice(one.value, texts(f"plan.review_goal_{one.value}")) for one in _STATES]
            self._goals[place] = ChoiceChips(theme, goal.wording, states, GoalState.ACTIVE.value, ticked=True)
            column.addWidget(self._goals[place])
        for part in (self.made_with, self.part):
            column.addWidget(part)
        column.addWidget(Text(theme, texts("plan.fact_agreed"), Role.SMALL, bold=True))
        column.addWidget(self.agreed)
        column.addWidget(self.review_on)
        column.addStretch(1)
        return column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        if not (self.valid_from.check() and self.review_on.check()):
            return
        try:
            self._write()
        except InputError as refusal:
            fields = {"review_on": self.review_on, "made_with": self.made_with, "mentee_participation": self.part}
            field = fields.get(refusal.field, self.valid_from)
            field.set_fault(self._texts.error(refusal))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_over()

    def _write(self) -> None:
        """The goals that go on are copied; what became of the others is said in the new version, not in the old."""
        valid_from = self.valid_from.day()
        assert valid_from is not None
        with self._store.write("plan_reviewed") as session:
            add_plan(
                session,
                self._plan.enrolment_id,
                valid_from,
                made_with=self.made_with.text(),
                mentee_participation=self.part.text(),
                review_on=self.review_on.day(),
                agreed_by_mentee=Agreement(self.agreed.current()),
            )
            plan = get_current_plan(session, self._plan.enrolment_id)
            assert plan is not None
            for place, goal in enumerate(plan.active_goals):
                state = GoalState(self._goals[place].current())
                if state is not GoalState.ACTIVE:
                    set_goal_state(session, goal.id, state, valid_from)


class EarlierPlans(Overlay):
    """Every version, newest first, to be read and not changed."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts("plan.earlier_versions"))
        assert person.plan is not None
        with store.read() as session:
            plans = list_plans(session, person.plan.enrolment_id)
        for plan in plans:
            head = texts("plan.version_from", version=plan.version, day=full_date(texts, plan.valid_from))
            self.body.addWidget(plan_in_words(theme, texts, plan, head))
        close = Button(theme, texts("plan.close"))
        close.clicked.connect(self.close_over)
        self.foot.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)


def plan_in_words(theme: Theme, texts: Texts, plan: Plan, head: str) -> Card:
    """A version of the plan to read: goals with how far they went, who made it, and whether it was agreed."""
    card = Card(theme, head)
    if plan.main_goal is not None:
        card.add(Text(theme, own_words(texts, plan.main_goal.wording), bold=True, wrap=True), below=6)
    for goal in plan.goals:
        if goal is not plan.main_goal:
            card.add(Text(theme, _goal_in_words(texts, goal), Role.SMALL, wrap=True), below=4)
    facts = [texts(f"plan.agreed_{plan.agreed_by_mentee.value}")]
    if plan.made_with:
        facts.insert(0, plan.made_with)
    card.add(Text(theme, DOT.join(facts), Role.SMALL, tone="ink2", wrap=True))
    return card


def _goal_in_words(texts: Texts, goal: Goal) -> str:
    parts = [goal.wording]
    if goal.steps:
        parts.append(texts("plan.of_steps", done=goal.steps_done, count=len(goal.steps)))
    if goal.state is not GoalState.ACTIVE:
        parts.append(texts(f"codes.goal_state_{goal.state.value}"))
    return DOT.join(parts)
