"""Milestones in the side column: what and when; the whole row opens it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from mentorapp.domain.milestones import Milestone
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import class_label
from ui.widgets.inset import inset
from ui.widgets.row import Row
from ui.widgets.text import Text

from .reading import Person
from .words import DOT, day_in_full


class MilestonesCard(Card):
    """`wanted` carries the milestone to be changed, or None for a new one."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("contacts.milestones"))
        self._texts = texts
        self.adding = Button(theme, texts("contacts.milestone_add"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.adding.clicked.connect(lambda: self.wanted.emit(None))
        self._shown: tuple[Milestone, ...] | None = None
        self.made: list[Row] = []
        self._none = Text(theme, texts("contacts.milestones_none"), Role.SMALL, tone="ink2", wrap=True)
        self.add(self._none, below=4)
        inset(self, self.adding, left=SIDE - 12, above=0, below=8)

    def show_milestones(self, milestones: Sequence[Milestone], person: Person) -> None:
        """Made anew only when one of them is another."""
        if tuple(milestones) == self._shown:
            return
        self._shown = tuple(milestones)
        for row in self.made:
            row.hide()
            self.body.removeWidget(row)
            row.deleteLater()
        self.made = [self._row(one, person) for one in milestones]
        for place, row in enumerate(self.made):
            self.body.insertWidget(place, row)
        self._none.setVisible(not milestones)

    def _row(self, milestone: Milestone, person: Person) -> Row:
        texts = self._texts
        title = milestone.kind_other or texts(f"codes.milestone_kind_{milestone.kind.value}")
        marks = [] if milestone.info_class is InfoClass.PLAN else [class_label(texts, milestone.info_class)]
        if not milestone.mentee_wants_shown:
            marks.append(texts("contacts.milestone_not_shown"))
        second = DOT.join([day_in_full(texts, milestone.event_date, person.today), *marks])
        row = Row(self.theme, title, second)
        row.setToolTip(milestone.note)
        row.setAccessibleDescription(milestone.note)
        row.opened.connect(lambda: self.wanted.emit(milestone))
        return row
