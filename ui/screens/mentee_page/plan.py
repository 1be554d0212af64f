"""The tab Plan: main goal, goals and steps at the left; promises, the plan's head and printing at the right."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.plans import Goal, GoalLevel, GoalState
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.columns import ColumnsTab
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text

from .earlier_goals import EarlierGoals
from .goal_card import GoalCard
from .goal_column import GoalColumn
from .goal_details import GoalDetails
from .goal_editor import GoalEditor
from .goal_sheets import RateSheet, StateSheet
from .main_goal_card import MainGoalCard
from .plan_acts import GoalForms, goal_acts, promise_acts, write_facts, write_goal, write_main_goal
from .plan_drafts import open_plan_draft
from .plan_facts_card import PlanFactsCard
from .plan_review import EarlierPlans, PlanReview
from .print_card import PrintCard
from .promises_card import PromisesCard
from .reading import Person
from .step_goals_line import StepGoalsLine
from .tab import Tab


class PlanTab(Tab):
    """Shows what `show_person` is given; whatever is changed goes to the store, and comes back as a new person."""

    shows = frozenset({"plan", "goal", "step", "step_undone", "commitment"})

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self.person: Person | None = None
        forms = GoalForms(self.open_rating, self.open_became, self._details)
        self._goal_acts = goal_acts(store, self._drafts, forms)
        self.main_goal = MainGoalCard(theme, texts, self._keep_main_goal, self._goal_acts)
        self.goals = GoalColumn(
            theme, texts, store.clock, self._goal_acts, lambda level: partial(self._keep_goal, level)
        )
        self.goals.closed.connect(self._on_closed)
        self.new_goal = Button(theme, texts("plan.new_goal"), "plus")
        self.new_goal.clicked.connect(lambda: self.open_new_goal())
        self.new_main = Button(theme, texts("plan.new_main_goal"), "plus", kind=Kind.QUIET)
        self.new_main.clicked.connect(lambda: self.open_new_goal(GoalLevel.MAIN))
        self.step_goals = StepGoalsLine(theme, texts, self._add_step_goal)
        self._first_step = Text(theme, texts("plan.small_step"), tone="ink2", wrap=True)
        self.earlier = EarlierGoals(theme, texts, self._take_up)
        self.promises = PromisesCard(theme, texts, store, promise_acts(store, lambda: self._keys_of()[0], self._drafts))
        self.facts = PlanFactsCard(store, theme, texts, partial(write_facts, store))
        self.facts.review_wanted.connect(self.open_review)
        self.facts.earlier_wanted.connect(self.open_earlier)
        self.printing = PrintCard(theme, texts)
        self.printing.print_wanted.connect(self.print_wanted)
        self.no_programme = EmptyState(
            theme, texts("mentee.programme_none"), "", texts("mentee.programme_choose"), act_icon="stairs"
        )
        self.no_programme.act_wanted.connect(self.programme_wanted)
        left = (
            self.no_programme, self.main_goal, self.goals, self._first_step, self._bottom(), self.step_goals,
            self.earlier,
        )  # fmt: skip
        self.columns = ColumnsTab(theme, left, (self.promises, self.facts, self.printing))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _bottom(self) -> QWidget:
        bottom = QWidget()
        line = QHBoxLayout(bottom)
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.new_goal)
        line.addWidget(self.new_main)
        self._keys = Text(self.theme, self.texts("plan.keys"), Role.SMALL, tone="ink2", wrap=True)
        line.addWidget(self._keys, 1)
        line.addStretch(0)
        return bottom

    def goal_cards(self) -> tuple[GoalCard, ...]:
        return self.goals.cards()

    def show_person(self, person: Person) -> None:
        self.person = person
        goals = person.plan.active_goals if person.plan else ()
        self.main_goal.show_person(person)
        self.goals.show_person(person)
        self.step_goals.show_person(person)
        self._show_buttons()
        self._keys.setVisible(any(goal.steps for goal in goals))
        self.main_goal.setVisible(person.enrolment is not None)
        self.no_programme.setVisible(person.enrolment is None)
        self.earlier.show_person(person)
        self.promises.setVisible(person.enrolment is not None)
        self.promises.show_person(person)
        self.facts.show_person(person)
        self.printing.show_person(person)

    def sides(self) -> list[QWidget]:
        return self.columns.sides()

    def focus_first(self) -> None:
        """The first step that is not done; else the line for a new one, the main goal, or the new goal."""
        rows = [row for card in self.goal_cards() for row in card.steps.rows()]
        first = next((row for row in rows if not row.isChecked()), rows[0] if rows else None)
        if self.person is not None and self.person.enrolment is None:
            self.no_programme.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.goal_cards():
            self.goal_cards()[0].steps.adding.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.person is not None and (self.person.plan is None or self.person.plan.main_goal is None):
            self.main_goal.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_request(self) -> PrintRequest | None:
        return self.printing.request()

    def open_draft(self, form: str) -> None:
        open_plan_draft(self, form)

    def focus_step(self, step_id: UUID) -> None:
        """Goes to a step of the current plan; to where one usually begins when it is of an earlier one."""
        for card in self.goal_cards():
            row = next((row for row in card.steps.rows() if row.step.id == step_id), None)
            if row is not None:
                card.steps.focus_row(row)
                self.columns.ensureWidgetVisible(row)
                return

    def open_new_goal(self, level: GoalLevel = GoalLevel.SUB) -> GoalEditor:
        """A card with the form for a goal, below the others."""
        editor = self.goals.open_new(level)
        self._show_buttons()
        return editor

    def open_rating(self, goal: Goal) -> RateSheet:
        assert self.person is not None
        sheet = RateSheet(self.window(), self.theme, self.texts, self.store, self.person, goal)
        sheet.open()
        return sheet

    def open_became(self, goal: Goal) -> StateSheet:
        assert self.person is not None
        sheet = StateSheet(self.window(), self.theme, self.texts, self.store, self.person, goal)
        sheet.open()
        return sheet

    def open_review(self) -> PlanReview:
        """The next version, beside the one that is."""
        assert self.person is not None
        review = PlanReview(self.window(), self.theme, self.texts, self.store, self.person)
        review.open(review.first_field())
        return review

    def open_earlier(self) -> EarlierPlans:
        assert self.person is not None
        earlier = EarlierPlans(self.window(), self.theme, self.texts, self.store, self.person)
        earlier.open()
        return earlier

    def _show_buttons(self) -> None:
        person, writing = self.person, self.goals.is_writing
        plan = person.plan if person else None
        enrolled = person is not None and person.enrolment is not None
        self.new_goal.setVisible(enrolled and not writing)
        self.new_main.setVisible(bool(plan and plan.main_goal) and not writing)
        self._first_step.setVisible(plan is not None and not plan.active_goals and not writing)

    def _on_closed(self, kept: bool) -> None:
        """The form for a new goal is gone: on to its first step, or back to where one came from."""
        self._show_buttons()
        if kept and self.goal_cards():
            self.goal_cards()[-1].steps.adding.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _details(self, goal: Goal | None, level: GoalLevel) -> GoalDetails:
        assert self.person is not None
        return GoalDetails(self.theme, self.texts, self.store.clock, self.person, goal, level)

    def _drafts(self, form: str) -> FormDrafts:
        assert self.person is not None
        return FormDrafts(self.store, form, self.person.mentee.id, parent=self)

    def _keep_main_goal(self, words: str) -> None:
        enrolment, plan = self._keys_of()
        write_main_goal(self.store, enrolment, plan, words)

    def _keep_goal(self, level: GoalLevel, new: dict[str, object]) -> None:
        enrolment, plan = self._keys_of()
        write_goal(self.store, enrolment, plan, {**new, "level": level})

    def _add_step_goal(self, words: str, level_id: UUID) -> None:
        enrolment, plan = self._keys_of()
        write_goal(self.store, enrolment, plan, {"wording": words, "target_level_id": level_id})

    def _keys_of(self) -> tuple[UUID, UUID | None]:
        assert self.person is not None
        assert self.person.enrolment is not None
        return self.person.enrolment.id, self.person.plan.id if self.person.plan else None

    def _take_up(self, goal_id: UUID) -> None:
        self._goal_acts.set_state(goal_id, GoalState.ACTIVE)

    def write_all(self) -> None:
        self.facts.write_all()
