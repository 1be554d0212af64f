"""What other actors do: each with its state, who answers for it, the next step and the mentor's own part."""

from PySide6.QtCore import Signal

from mentorapp.domain.responsibility import NobodyResponsible
from mentorapp.domain.support import RUNNING, InterventionState, ParallelIntervention
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.chip import ChipButton, ChipLook
from ui.widgets.class_chip import class_icon
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.tile import Tile

from ..reading import Person
from ..support_words import intervention_lines, intervention_name, intervention_state, intervention_title
from ..words import day_in_full
from .meeting_row import meeting_row
from .reading import Around


class InterventionsCard(Card):
    """Signals carry the intervention: `wanted` (None for a new one) and `state_wanted`; `meeting_wanted`."""

    wanted = Signal(object)
    state_wanted = Signal(object)
    meeting_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("around.interventions"))
        self._texts = texts
        self._shown: object = None
        self.new = Button(theme, texts("around.intervention_new"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(lambda: self.wanted.emit(None))
        self.head.addWidget(self.new)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self.empty = Text(theme, texts("around.interventions_empty"), tone="ink2", wrap=True)
        self.add(self.empty, below=8)
        self.alerts, self.listed = Rows(theme), Rows(theme)
        self.body.addWidget(self.alerts)
        self.body.addWidget(self.listed)
        self.add(Text(theme, texts("around.no_records"), Role.CAPTION, tone="ink2", wrap=True), above=8)

    def show_around(self, person: Person, around: Around) -> None:
        shown = (person.today, around.interventions, around.nobody, around.names, around.said, person.enrolment)
        if shown == self._shown:
            return
        self._shown = shown
        self.empty.setVisible(not around.interventions)
        self.alerts.fill([self._alert(person, around, one) for one in around.nobody])
        self.listed.fill([self._row(person, around, one) for one in around.interventions])

    def _alert(self, person: Person, around: Around, one: NobodyResponsible) -> Row:
        name = intervention_name(self._texts, one.intervention)
        more = ""
        if one.ends_on is not None:
            day = day_in_full(self._texts, one.ends_on, person.today)
            key = "around.ends_unfollowed" if one.ends_on >= person.today else "around.ended_unfollowed"
            said = self._texts(key, name=name, day=day)
            more = self._texts("around.nobody_named") if one.unowned else ""
        else:
            said = self._texts("around.nobody", name=name)
        return meeting_row(self.theme, self._texts, person, around, said, more, self.meeting_wanted.emit)

    def _row(self, person: Person, around: Around, one: ParallelIntervention) -> Row:
        texts = self._texts
        icon, family = class_icon(one.info_class)
        title = intervention_title(texts, one)
        edit = Button(self.theme, texts("around.change"), size=Size.ROW, name=texts("around.change_name", name=title))
        edit.setObjectName(f"{one.id}:change")
        edit.clicked.connect(lambda: self.wanted.emit(one))
        state = intervention_state(texts, one, one.state)
        look = ChipLook(state, None, _family(one.state), description=texts("around.state_change", name=title))
        chip = ChipButton(self.theme, look)
        chip.setObjectName(f"{one.id}:state")
        chip.clicked.connect(lambda: self.state_wanted.emit(one))
        lines = intervention_lines(texts, one, around.names, person.today)
        row = Row(self.theme, title, "\n".join(lines), tile=Tile(self.theme, icon, family), action=edit)
        row.add_right(chip)
        row.opened.connect(lambda: self.wanted.emit(one))
        return row


def _family(state: InterventionState) -> Family:
    """What runs is green, what is over grey, what is waited for amber; the word says it, the colour only helps."""
    if state in RUNNING:
        return Family.OK
    return Family.SLATE if state in (InterventionState.ENDED, InterventionState.REFUSED) else Family.AMBER
