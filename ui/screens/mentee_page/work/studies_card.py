"""Study plans by Supported Education: those on the way in full, those that are over as a row (W10, W11, P23 to P25)."""

from PySide6.QtCore import Signal

from mentorapp.domain.studies import WAY, StudyPlan
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.inset import inset
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.tile import Tile

from ..reading import Person
from ..support_words import study_lines, study_name
from .reading import Work


class StudiesCard(Card):
    """The list of all studies. Signal `wanted(object)` carries the studies, None for new ones."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("work.studies"))
        self._texts = texts
        self._shown: object = None
        self.new = Button(theme, texts("work.studies_new"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(lambda: self.wanted.emit(None))
        self.head.addWidget(self.new)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self.empty = Text(theme, "", tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)

    def show_work(self, person: Person, work: Work) -> None:
        over = [plan for plan in work.plans if not goes_on(plan)]
        shown = (person.today, person.enrolment, person.mentee.is_protected, over, bool(work.plans))
        if shown == self._shown:
            return
        self._shown = shown
        self.new.setVisible(person.enrolment is not None)
        self.empty.setText(self._texts("work.studies_empty" if person.enrolment else "work.studies_no_enrolment"))
        self._empty_box.setVisible(not work.plans)
        self.listed.fill([self._row(person, plan) for plan in over])

    def _row(self, person: Person, plan: StudyPlan) -> Row:
        one, title = plan.studies, study_name(self._texts, plan.studies)
        name = self._texts("around.change_name", name=title)
        edit = Button(self.theme, self._texts("around.change"), size=Size.ROW, name=name)
        edit.setObjectName(f"{one.id}:change")
        edit.clicked.connect(lambda: self.wanted.emit(one))
        lines = study_lines(self._texts, one, person.today, protected=person.mentee.is_protected)
        row = Row(self.theme, title, "\n".join(lines), tile=Tile(self.theme, "book", Family.SLATE), action=edit)
        row.opened.connect(lambda: self.wanted.emit(one))
        return row


def goes_on(plan: StudyPlan) -> bool:
    return plan.studies.phase in WAY
