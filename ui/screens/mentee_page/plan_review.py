"""Following up the plan: what holds now beside the next version. The old one stays as it was agreed."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import REVIEW_WEEKS, Agreement, Goal, GoalLevel, GoalState, Plan, Step
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.plans import add_plan, get_current_plan, list_plans, set_goal_state
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text
from ui.widgets.text_field import TextField
from ui.widgets.widths import Width, width_class

from .reading import Person
from .words import DOT, own_words

_STATES = (GoalState.ACTIVE, GoalState.REACHED, GoalState.CHANGED, GoalState.DROPPED)


class PlanReview(FormSheet):
    """Each goal goes on, or is said to be reached, changed or dropped."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        plan = person.plan
        assert plan is not None
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("plan.review"),
            form=f"plan.review:{plan.id}",
            mentee_id=person.mentee.id,
            label="plan_reviewed",
            save_text=texts("plan.review_save"),
        )
        self._plan = plan
        self._goals: dict[int, ChoiceChips] = {}
        pair = QHBoxLayout()
        pair.setSpacing(20)
        if width_class(window) is Width.NARROW:
            pair.setDirection(QBoxLayout.Direction.TopToBottom)
        now = plan_in_words(theme, texts, plan, texts("plan.review_now"))
        pair.addWidget(now, 2, Qt.AlignmentFlag.AlignTop)
        pair.addLayout(self._next(person.today), 3)
        self.body.addLayout(pair)

    def goal_choice(self, place: int) -> ChoiceChips:
        """What becomes of the goal at that place, counted from 0."""
        return self._goals[place]

    def write(self, session: Session) -> object:
        """The goals that go on are copied; what became of the others is said in the new version, not in the old."""
        valid_from = self.valid_from.day()
        assert valid_from is not None
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
        on = min(valid_from, self.store.clock.today())
        for place, goal in enumerate((*plan.active_goals, *plan.main_goals)):
            state = GoalState(self._goals[place].current())
            if state is not GoalState.ACTIVE:
                set_goal_state(session, goal.id, state, on)
        return plan.id

    def show_refusal(self, refusal: InputError) -> None:
        """What no field here has by name is about the day from which it holds."""
        if refusal.field in self.values():
            super().show_refusal(refusal)
        else:
            self.valid_from.set_fault(self.texts.error(refusal))
            self.valid_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self, today: date) -> QVBoxLayout:
        theme, texts, plan, clock = self.theme, self.texts, self._plan, self.store.clock
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
        self.register("valid_from", self.valid_from)
        self._add_goals(column)
        for name, part in (("made_with", self.made_with), ("mentee_participation", self.part)):
            column.addWidget(part)
            self.register(name, part)
        column.addWidget(Text(theme, texts("plan.fact_agreed"), Role.SMALL, bold=True))
        column.addWidget(self.agreed)
        self.register("agreed_by_mentee", self.agreed)
        column.addWidget(self.review_on)
        self.register("review_on", self.review_on)
        column.addStretch(1)
        return column

    def _add_goals(self, column: QVBoxLayout) -> None:
        states = [Choice(one.value, self.texts(f"plan.review_goal_{one.value}")) for one in _STATES]
        for place, goal in enumerate((*self._plan.active_goals, *self._plan.main_goals)):
            column.addWidget(Text(self.theme, goal.wording, bold=True, wrap=True))
            chips = ChoiceChips(self.theme, goal.wording, states, GoalState.ACTIVE.value, ticked=True)
            self._goals[place] = chips
            column.addWidget(chips)
            self.register(f"goal_{goal.id}", chips)


class EarlierPlans(Overlay):
    """Every version, newest first, to be read and not changed."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person) -> None:
        super().__init__(window, theme, texts("plan.earlier_versions"))
        assert person.plan is not None
        with store.read() as session:
            plans = list_plans(session, person.plan.enrolment_id)
        for plan in plans:
            head = texts("plan.version_from", version=plan.version, day=full_date(texts, plan.valid_from))
            self.body.addWidget(plan_in_words(theme, texts, plan, head, steps=True))
        close = Button(theme, texts("plan.close"))
        close.clicked.connect(self.close_over)
        self.foot.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)


def plan_in_words(theme: Theme, texts: Texts, plan: Plan, head: str, *, steps: bool = False) -> Card:
    """A version of the plan to read: goals with how far they went, who made it, and whether it was agreed.

    With `steps` also each step, with who and when.
    """
    card = Card(theme, head)
    for main in plan.goals:
        if main.level is GoalLevel.MAIN:
            words = own_words(texts, main.wording)
            card.add(Text(theme, _goal_in_words(texts, main, words), bold=True, wrap=True), below=6)
    for goal in plan.goals:
        if goal.level is GoalLevel.SUB:
            card.add(Text(theme, _goal_in_words(texts, goal, goal.wording), Role.SMALL, wrap=True), below=4)
            for step in goal.steps if steps else ():
                said = Text(theme, _step_in_words(texts, step), Role.SMALL, tone="ink2", wrap=True)
                card.add(said, below=2, indent=True)
    facts = [texts(f"plan.agreed_{plan.agreed_by_mentee.value}")]
    if plan.made_with:
        facts.insert(0, plan.made_with)
    facts.append(texts("plan.review_day", day=full_date(texts, plan.review_on)))
    card.add(Text(theme, DOT.join(facts), Role.SMALL, tone="ink2", wrap=True))
    return card


def _goal_in_words(texts: Texts, goal: Goal, words: str) -> str:
    parts = [words, goal.who]
    if goal.steps:
        parts.append(texts("plan.of_steps", done=goal.steps_done, count=len(goal.steps)))
    if goal.state is not GoalState.ACTIVE:
        parts.append(texts(f"codes.goal_state_{goal.state.value}"))
        parts.append(full_date(texts, goal.state_on) if goal.state_on else "")
    return DOT.join(part for part in parts if part)


def _step_in_words(texts: Texts, step: Step) -> str:
    """Done on its day, or still to be done by its day; who where it is written."""
    done = texts("plan.done_on", day=full_date(texts, step.done_on)) if step.done_on else ""
    due = texts("plan.by", day=full_date(texts, step.due)) if step.due and not step.done_on else ""
    return DOT.join(part for part in (step.text, done or due, step.done_by_name or step.who) if part)
