"""Who does what by when, as it was decided; and what earlier meetings left, to be ticked off."""

from functools import partial

from PySide6.QtWidgets import QWidget

from mentorapp.domain.plans import Commitment
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.decision_line import DecisionLine
from ui.widgets.decision_rows import DecisionRows
from ui.widgets.text import Text

from .acts import AfterActs
from .reading import AfterView
from .shared_line import SharedLine


class DecisionsCard(Card):
    """A decision is a promise of the plan as soon as it is added."""

    def __init__(self, theme: Theme, texts: Texts, acts: AfterActs) -> None:
        super().__init__(theme, texts("meeting_mode.decisions"), "hand")
        self._texts, self._acts = texts, acts
        self._built: object = None
        self.list = DecisionRows(theme, texts)
        self.list.dropped.connect(acts.drop)
        self.body.addWidget(self.list)
        self.line = DecisionLine(theme, texts, acts.store, acts.decide, form="after.decision")
        self.add(self.line, above=10, below=14)
        self._title_of_left = Text(theme, texts("after.earlier"), Role.SMALL, bold=True)
        self.add(self._title_of_left, below=4)
        self.left = DecisionRows(theme, texts, ticks=True)
        self.left.done.connect(acts.fulfil)
        self.body.addWidget(self.left)

    def show_view(self, view: AfterView) -> None:
        self.line.turn_to(view.mentee.id, view.meeting.id, view.parties)
        built = (view.decisions, view.earlier, view.kept, view.agreed, view.names)
        if built == self._built:
            return
        self._built = built
        self.list.show_decisions(view.decisions, view.names, view.today, partial(self._shared, view))
        self.left.show_decisions(view.earlier, view.names, view.today)
        self._title_of_left.setVisible(bool(view.earlier))

    def _shared(self, view: AfterView, one: Commitment) -> QWidget:
        item = f"promise:{one.id}"
        return SharedLine(
            self.theme, self._texts, view, item, one.info_class, partial(self._acts.classify_decision, one.id),
            lambda yes: self._acts.agree([item], yes),
        )  # fmt: skip
