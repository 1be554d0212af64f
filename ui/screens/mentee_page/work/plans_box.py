"""A card for each study plan on the way, kept as long as the plan is there so that focus and drafts stay."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.studies import StudyPlan
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.rows import put_after

from ..reading import Person
from .plan_card import PlanCard
from .reading import Work
from .studies_card import goes_on


class PlansBox(QWidget):
    """Signal `made(PlanCard, plan_of)`: a card to be connected; `plan_of()` gives its plan as it is then."""

    made = Signal(object, object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self.cards: dict[UUID, PlanCard] = {}
        self._plans: dict[UUID, StudyPlan] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_work(self, person: Person, work: Work) -> None:
        shown = [plan for plan in work.plans if goes_on(plan)]
        self._plans = {plan.studies.id: plan for plan in shown}
        for key in [key for key in self.cards if key not in self._plans]:
            card = self.cards.pop(key)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, plan in enumerate(shown):
            card = self._card(plan.studies.id)
            self._column.insertWidget(place, card)
            card.show_plan(person, work, plan)
        self.setVisible(bool(shown))
        put_after(self, list(self.cards.values()))

    def _card(self, key: UUID) -> PlanCard:
        if key not in self.cards:
            card = self.cards[key] = PlanCard(self._theme, self._texts)
            self.made.emit(card, partial(self._plans_at, key))
        return self.cards[key]

    def _plans_at(self, key: UUID) -> StudyPlan:
        return self._plans[key]
