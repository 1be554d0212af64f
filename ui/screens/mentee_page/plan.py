"""The tab Plan: main goal, goals and steps at the left; promises, the plan's head and printing at the right."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.plans import GoalState
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text

from .columns import ColumnsTab
from .earlier_goals import EarlierGoals
from .goal_card import GoalCard
from .goal_editor import GoalEditor
from .main_goal_card import MainGoalCard
from .plan_acts import goal_acts, promise_acts, write_facts, write_goal, write_main_goal
from .plan_drafts import open_plan_draft
from .plan_facts_card import PlanFactsCard
from .plan_review import EarlierPlans, PlanReview
from .print_card import PrintCard
from .promises_card import PromisesCard
from .reading import Person
from .tab import Tab


class PlanTab(Tab):
    """Shows what `show_person` is given; whatever is changed goes to the store, and comes back as a new person."""

    shows = frozenset({"plan", "goal", "step", "step_undone", "commitment"})

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self.person: Person | None = None
        self._goal_acts = goal_acts(store, self._drafts)
        self._goals: dict[UUID, GoalCard] = {}
        self._new_goal: Card | None = None
        self.main_goal = MainGoalCard(theme, texts, self._keep_main_goal, self._drafts)
        self._goal_box = QWidget()
        self._goal_column = QVBoxLayout(self._goal_box)
        self._goal_column.setContentsMargins(0, 0, 0, 0)
        self._goal_column.setSpacing(12)
        self.new_goal = Button(theme, texts("plan.new_goal"), "plus")
        self.new_goal.clicked.connect(self.open_new_goal)
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
            self.no_programme, self.main_goal, self._goal_box, self._first_step, self._bottom(), self.earlier
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
        self._keys = Text(self.theme, self.texts("plan.keys"), Role.SMALL, tone="ink2", wrap=True)
        line.addWidget(self._keys, 1)
        line.addStretch(0)
        return bottom

    def goal_cards(self) -> tuple[GoalCard, ...]:
        return tuple(self._goals.values())

    def show_person(self, person: Person) -> None:
        if self.person is None or self.person.mentee.id != person.mentee.id:
            self._forget()
        self.person = person
        goals = person.plan.active_goals if person.plan else ()
        self.main_goal.show_person(person)
        self._show_goals(person)
        self._first_step.setVisible(person.plan is not None and not goals and self._new_goal is None)
        self.new_goal.setVisible(person.enrolment is not None and self._new_goal is None)
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
        elif self._goals:
            next(iter(self._goals.values())).steps.adding.setFocus(Qt.FocusReason.OtherFocusReason)
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

    def open_new_goal(self) -> GoalEditor:
        """A card with the form for a goal, below the others."""
        if self._new_goal is None:
            words = self.texts("plan.goal_words")
            hidden = self.person.hidden if self.person else frozenset()
            editor = GoalEditor(
                self.theme, self.texts, words, None, self._keep_goal, hidden, self._drafts("plan.new_goal")
            )
            editor.closed.connect(self._close_new_goal)
            card = Card(self.theme)
            card.setAccessibleName(self.texts("plan.new_goal"))
            card.body.addWidget(editor)
            self._new_goal = card
            self._goal_column.addWidget(card)
            self.new_goal.hide()
            self._first_step.hide()
        found = self._new_goal.findChild(GoalEditor)
        assert isinstance(found, GoalEditor)
        found.wording.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

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

    def _show_goals(self, person: Person) -> None:
        goals = {goal.id: goal for goal in (person.plan.active_goals if person.plan else ())}
        for gone in [one for one in self._goals if one not in goals]:
            card = self._goals.pop(gone)
            card.hide()
            self._goal_column.removeWidget(card)
            card.deleteLater()
        for number, goal in enumerate(goals.values(), start=1):
            card = self._goals.get(goal.id) or self._new_card(goal.id)
            if self._goal_column.indexOf(card) != number - 1:
                self._goal_column.insertWidget(number - 1, card)
            card.show_goal(person, goal, number)
        self._goals = {key: self._goals[key] for key in goals}
        self._goal_box.setVisible(bool(goals) or self._new_goal is not None)

    def _new_card(self, goal_id: UUID) -> GoalCard:
        card = GoalCard(self.theme, self.texts, self.store.clock, goal_id, self._goal_acts)
        card.steps.left.connect(lambda way: self._walk_on(goal_id, way))
        self._goals[goal_id] = card
        return card

    def _walk_on(self, goal_id: UUID, way: int) -> None:
        """Arrow up from the first step of a goal goes to the last of the goal above."""
        cards = list(self._goals)
        place = cards.index(goal_id) + way
        if 0 <= place < len(cards) and self._goals[cards[place]].steps.rows():
            steps = self._goals[cards[place]].steps
            steps.focus_row(steps.rows()[-1 if way < 0 else 0])

    def _forget(self) -> None:
        """Another person: nothing that was open for the one before is kept."""
        if self._new_goal is not None:
            self._close_new_goal(False)

    def _close_new_goal(self, kept: bool) -> None:
        card, self._new_goal = self._new_goal, None
        if card is not None:
            card.hide()
            self._goal_column.removeWidget(card)
            card.deleteLater()
        self.new_goal.show()
        if kept and self._goals:
            list(self._goals.values())[-1].steps.adding.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drafts(self, form: str) -> FormDrafts:
        assert self.person is not None
        return FormDrafts(self.store, form, self.person.mentee.id, parent=self)

    def _keep_main_goal(self, words: str) -> None:
        enrolment, plan = self._keys_of()
        write_main_goal(self.store, enrolment, plan, words)

    def _keep_goal(self, new: dict[str, object]) -> None:
        enrolment, plan = self._keys_of()
        write_goal(self.store, enrolment, plan, new)

    def _keys_of(self) -> tuple[UUID, UUID | None]:
        assert self.person is not None
        assert self.person.enrolment is not None
        return self.person.enrolment.id, self.person.plan.id if self.person.plan else None

    def _take_up(self, goal_id: UUID) -> None:
        self._goal_acts.set_state(goal_id, GoalState.ACTIVE)

    def write_all(self) -> None:
        self.facts.write_all()
