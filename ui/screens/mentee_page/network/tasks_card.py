"""What the mentor has to do: the own part in what others do around the person, and the own promises (S14)."""

from PySide6.QtCore import Signal

from mentorapp.domain.support import InterventionKind, ParallelIntervention
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.row import Row
from ui.widgets.text import Text

from ..words import promise_when
from .reading import Network

_PLAN, _AROUND = "plan", "around"


class TasksCard(Card):
    """Signal `tab_wanted(str)`: where the task is done with."""

    tab_wanted = Signal(str)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("network.tasks"))
        self._texts = texts

    def show_network(self, network: Network) -> None:
        had = next((row.accessibleName() for row in self.rows() if row.hasFocus()), "")
        self.clear()
        for task in network.interventions:
            self._add(task.mentor_task, self._about(task), _AROUND)
        for promise in network.promises:
            self._add(promise.what, promise_when(self._texts, promise, network.today), _PLAN)
        if not self.rows():
            self.add(Text(self.theme, self._texts("network.tasks_none"), Role.SMALL, tone="ink2", wrap=True))
        for row in self.rows():
            if had and row.accessibleName() == had:
                row.setFocus()

    def _add(self, what: str, second: str, tab: str) -> None:
        row = Row(self.theme, what, second)
        row.opened.connect(lambda: self.tab_wanted.emit(tab))
        self.add_row(row)

    def _about(self, task: ParallelIntervention) -> str:
        """Psykiatri, Björken: in whose measure the task is."""
        other = task.kind is InterventionKind.OTHER
        kind = task.kind_other if other else self._texts(f"codes.intervention_kind_{task.kind.value}")
        return " · ".join(part for part in (kind, task.actor) if part)
