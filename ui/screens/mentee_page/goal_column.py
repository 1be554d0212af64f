"""The goals of a plan one below the other: those of the first main goal, then each other main goal with its own."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.calendar import Clock
from mentorapp.domain.plans import Goal, GoalLevel, Plan
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.card import Card

from .goal_card import GoalCard
from .goal_editor import GoalEditor, Save
from .goal_menu import GoalActs
from .reading import Person


class GoalColumn(QWidget):
    """Cards are renewed in place. Signal `closed(bool)`: the form for a new goal is gone, and whether it was kept."""

    closed = Signal(bool)

    def __init__(
        self, theme: Theme, texts: Texts, clock: Clock, acts: GoalActs, keep: Callable[[GoalLevel], Save]
    ) -> None:
        super().__init__()
        self._theme, self._texts, self._clock, self._acts, self._keep = theme, texts, clock, acts, keep
        self._person: Person | None = None
        self._cards: dict[UUID, GoalCard] = {}
        self._new: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def cards(self) -> tuple[GoalCard, ...]:
        """Those with steps."""
        return tuple(card for card in self._cards.values() if card.goal.level is GoalLevel.SUB)

    def main_cards(self) -> tuple[GoalCard, ...]:
        """The main goals beside the first."""
        return tuple(card for card in self._cards.values() if card.goal.level is GoalLevel.MAIN)

    @property
    def is_writing(self) -> bool:
        """Whether the form for a new goal is open."""
        return self._new is not None

    def show_person(self, person: Person) -> None:
        if self._person is not None and self._person.mentee.id != person.mentee.id:
            self.close_new(False)
        self._person = person
        groups = _groups(person.plan) if person.plan else []
        goals = {goal.id: (goal, group) for group in groups for goal in group}
        for gone in [one for one in self._cards if one not in goals]:
            self._take_away(gone)
        number = 0
        for place, (goal, group) in enumerate(_in_order(person.plan, goals)):
            number += goal.level is GoalLevel.SUB
            card = self._cards.get(goal.id) or self._new_card(goal)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            at = group.index(goal)
            is_second_main = goal.level is GoalLevel.MAIN
            card.show_goal(person, goal, number, (at > 0 or is_second_main, at + 1 < len(group)))
        self._cards = {goal.id: self._cards[goal.id] for goal, _group in _in_order(person.plan, goals)}
        self.setVisible(bool(goals) or self.is_writing)

    def open_new(self, level: GoalLevel) -> GoalEditor:
        """A card with the form for a goal, below the others."""
        person = self._person
        assert person is not None
        if self._new is None:
            words = self._texts("plan.goal_words")
            form = "plan.new_goal" if level is GoalLevel.SUB else "plan.new_main_goal"
            drafts, areas, details = self._acts.drafts(form), self._acts.areas(), self._acts.details(None, level)
            keep = self._keep(level)
            editor = GoalEditor(self._theme, self._texts, words, None, keep, person.hidden, drafts, areas, details)
            editor.closed.connect(self.close_new)
            card = Card(self._theme, tone="soft" if level is GoalLevel.MAIN else "")
            card.setAccessibleName(self._texts(form))
            card.body.addWidget(editor)
            self._new = card
            self._column.addWidget(card)
            self.show()
        found = self._new.findChild(GoalEditor)
        assert isinstance(found, GoalEditor)
        found.wording.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def close_new(self, kept: bool) -> None:
        card, self._new = self._new, None
        if card is None:
            return
        card.hide()
        self._column.removeWidget(card)
        card.deleteLater()
        self.closed.emit(kept)

    def _new_card(self, goal: Goal) -> GoalCard:
        card = GoalCard(self._theme, self._texts, self._clock, goal.id, self._acts, goal.level)
        card.steps.left.connect(lambda way: self._walk_on(goal.id, way))
        card.dropped.connect(lambda dropped: self._drop(dropped, goal.id))
        self._cards[goal.id] = card
        return card

    def _drop(self, dropped: UUID, on: UUID) -> None:
        """The dropped goal takes the place of the one it fell on, where they stand beside one another."""
        plan = self._person.plan if self._person else None
        for group in _groups(plan) if plan else []:
            ids = [goal.id for goal in group]
            if dropped != on and dropped in ids and on in ids:
                self._acts.move(dropped, ids.index(on) - ids.index(dropped))

    def _walk_on(self, goal_id: UUID, way: int) -> None:
        """Arrow up from the first step of a goal goes to the last of the goal above."""
        cards = self.cards()
        place = next(at for at, card in enumerate(cards) if card.goal.id == goal_id) + way
        if 0 <= place < len(cards) and cards[place].steps.rows():
            steps = cards[place].steps
            steps.focus_row(steps.rows()[-1 if way < 0 else 0])

    def _take_away(self, goal_id: UUID) -> None:
        card = self._cards.pop(goal_id)
        card.hide()
        self._column.removeWidget(card)
        card.deleteLater()


def _groups(plan: Plan) -> list[tuple[Goal, ...]]:
    """Goals that change places with one another: the other main goals, and the sub-goals of each main goal."""
    mains = plan.main_goals
    return [mains[1:], plan.goals_under(None), *(plan.goals_under(main.id) for main in mains[1:])]


def _in_order(
    plan: Plan | None, goals: dict[UUID, tuple[Goal, tuple[Goal, ...]]]
) -> list[tuple[Goal, tuple[Goal, ...]]]:
    """As they stand on the page."""
    return [goals[goal.id] for goal in plan.goals_in_order] if plan else []
