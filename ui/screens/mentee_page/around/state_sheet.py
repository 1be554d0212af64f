"""A new state from a day, over the history of the earlier ones: of an intervention, or of a benefit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout
from sqlalchemy.orm import Session

from mentorapp.domain.support import (
    IncomePeriod,
    IncomeState,
    InterventionKind,
    InterventionState,
    ParallelIntervention,
)
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.incomes import drop_income_state, set_income_state
from mentorapp.store.interventions import drop_intervention_state, set_intervention_state
from ui.theme import Role
from ui.widgets.button import Button, Kind, Size
from ui.widgets.choice_chips import Choice
from ui.widgets.text import Text

from ..support_words import income_name, intervention_title
from ..thing_sheet import Desk, ThingSheet


@dataclass(frozen=True, slots=True)
class _Subject:
    """What has states: the field of the day, the words of the codes, and the verbs that set and drop one."""

    thing: str
    id: UUID
    title: str
    day_name: str
    labels: Mapping[str, str]
    said: tuple[tuple[str, date], ...]
    put: Callable[[Session, str, date], None]
    drop: Callable[[Session, int], None]


class StateSheet(ThingSheet):
    """An earlier day is put in among the others; the newest state counts."""

    def __init__(self, desk: Desk, subject: _Subject) -> None:
        super().__init__(
            desk, title=subject.title, thing=f"{subject.thing}_state", about=subject.id,
            label=f"{subject.thing}_state_set",
        )  # fmt: skip
        self._subject = subject
        choices = [Choice(code, word[:1].upper() + word[1:]) for code, word in subject.labels.items()]
        self.state = self.add_chips("state", desk.texts("around.state_new"), choices, subject.said[-1][0])
        self.since = self.add_day(subject.day_name, desk.texts("around.state_since"), desk.person.today, optional=False)
        self.body.addWidget(Text(self.theme, desk.texts("around.state_history"), Role.SMALL, bold=True))
        for place, (code, day) in reversed(list(enumerate(subject.said))):
            self.body.addLayout(self._line(place, code, day))
        self.body.addStretch(1)

    def write(self, session: Session) -> object:
        day = self.since.day()
        assert day is not None
        self._subject.put(session, self.state.current(), day)
        return self._subject.id

    def _line(self, place: int, code: str, day: date) -> QHBoxLayout:
        """One of the earlier states; with others there it can be taken out, if it was put in by mistake."""
        words = self.texts("around.state_day", state=self._subject.labels[code], day=full_date(self.texts, day))
        line = QHBoxLayout()
        line.addWidget(Text(self.theme, words))
        if len(self._subject.said) > 1:
            name = self.texts("around.state_drop_name", words=words)
            drop = Button(self.theme, self.texts("around.remove"), kind=Kind.QUIET, size=Size.ROW, name=name)
            label = f"{self._subject.thing}_state_dropped"
            drop.clicked.connect(lambda: self._remove(label, lambda session: self._subject.drop(session, place)))
            line.addWidget(drop)
        line.addStretch(1)
        return line


def intervention_states(texts: Texts, kind: InterventionKind) -> dict[str, str]:
    """An assessment has words of its own for how far it has come (I23)."""
    room = "npf_state" if kind is InterventionKind.NPF_ASSESSMENT else "intervention_state"
    return {state.value: texts(f"codes.{room}_{state.value}") for state in InterventionState}


def income_states(texts: Texts) -> dict[str, str]:
    return {state.value: texts(f"codes.income_state_{state.value}") for state in IncomeState}


def of_intervention(desk: Desk, one: ParallelIntervention) -> StateSheet:
    return StateSheet(
        desk,
        _Subject(
            "intervention",
            one.id,
            intervention_title(desk.texts, one),
            "since",
            intervention_states(desk.texts, one.kind),
            tuple((said.state.value, said.since) for said in one.states),
            lambda session, code, day: set_intervention_state(session, one.id, InterventionState(code), day),
            lambda session, place: drop_intervention_state(session, one.id, one.states[place]),
        ),
    )


def of_income(desk: Desk, one: IncomePeriod) -> StateSheet:
    return StateSheet(
        desk,
        _Subject(
            "income",
            one.id,
            income_name(desk.texts, one),
            "state_on",
            income_states(desk.texts),
            tuple((said.state.value, said.since) for said in one.states),
            lambda session, code, day: set_income_state(session, one.id, IncomeState(code), day),
            lambda session, place: drop_income_state(session, one.id, one.states[place]),
        ),
    )
