"""Two small forms about a goal: how far it has come from 0 to 10 (P21), and what became of it on which day."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.plans import RATING_MAX, Goal, GoalState
from mentorapp.language.texts import Texts
from mentorapp.store.plans import rate_goal, set_goal_state
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

from .reading import Person

_OVER = (GoalState.REACHED, GoalState.CHANGED, GoalState.DROPPED)


class RateSheet(FormSheet):
    """The mentee says a figure; the last one is kept with its day."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, goal: Goal) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("plan.goal_rate"),
            form=f"plan.goal_rating:{goal.id}",
            mentee_id=person.mentee.id,
            label="goal_rated",
            save_text=texts("plan.ready"),
        )
        self._goal = goal
        self.body.addWidget(Text(theme, goal.wording, bold=True, wrap=True))
        figures = [Choice(str(n), str(n), letter=str(n)) for n in range(RATING_MAX + 1)]
        now = str(goal.rating) if goal.rating is not None else ""
        asked = texts("plan.goal_rate_asked", most=RATING_MAX)
        self.rating = self.add("rating", ChoiceChips(theme, asked, figures, now), asked)
        self.on = self.add("rated_on", _day(theme, texts, store))

    def write(self, session: Session) -> object:
        chosen = self.rating.current()
        rate_goal(session, self._goal.id, int(chosen) if chosen else None, self.on.day())
        return self._goal.id


class StateSheet(FormSheet):
    """Reached, changed or dropped, on a day that has been."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, person: Person, goal: Goal) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("plan.goal_became"),
            form=f"plan.goal_state:{goal.id}",
            mentee_id=person.mentee.id,
            label="goal_changed",
            save_text=texts("plan.ready"),
        )
        self._goal = goal
        self.body.addWidget(Text(theme, goal.wording, Role.BODY, bold=True, wrap=True))
        states = [Choice(one.value, texts(f"plan.review_goal_{one.value}")) for one in _OVER]
        chips = ChoiceChips(theme, texts("plan.goal_became"), states, GoalState.REACHED.value, ticked=True)
        self.state = self.add("state", chips)
        self.on = self.add("state_on", _day(theme, texts, store))

    def write(self, session: Session) -> object:
        on = self.on.day()
        assert on is not None
        set_goal_state(session, self._goal.id, GoalState(self.state.current()), on)
        return self._goal.id


def _day(theme: Theme, texts: Texts, store: Store) -> DateField:
    today = store.clock.today()
    return DateField(theme, texts, store.clock, texts("plan.goal_day"), today, lean=Lean.BACK, optional=False)
