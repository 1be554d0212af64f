"""Studies on the way (W10)."""

from PySide6.QtCore import Signal

from mentorapp.domain.studies import EducationSupport
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.row import Row
from ui.widgets.text import Text

from ..inset import inset
from ..reading import Person
from ..support_words import study_lines, study_name
from .reading import Around
from .rows import Rows


class StudiesCard(Card):
    """Signal `wanted(object)` carries the studies, None for new ones."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("around.studies"))
        self._texts = texts
        self._shown: object = None
        self.new = Button(theme, texts("around.studies_new"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(lambda: self.wanted.emit(None))
        self.head.addWidget(self.new)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self.empty = Text(theme, "", tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)

    def show_around(self, person: Person, around: Around) -> None:
        shown = (person.today, person.enrolment, person.mentee.is_protected, around.studies)
        if shown == self._shown:
            return
        self._shown = shown
        self.new.setVisible(person.enrolment is not None)
        self.empty.setText(self._texts("around.studies_empty" if person.enrolment else "around.studies_no_enrolment"))
        self._empty_box.setVisible(not around.studies)
        self.listed.fill([self._row(person, one) for one in around.studies])

    def _row(self, person: Person, one: EducationSupport) -> Row:
        title = study_name(self._texts, one)
        name = self._texts("around.change_name", name=title)
        edit = Button(self.theme, self._texts("around.change"), size=Size.ROW, name=name)
        edit.setObjectName(f"{one.id}:change")
        edit.clicked.connect(lambda: self.wanted.emit(one))
        lines = study_lines(self._texts, one, person.today, protected=person.mentee.is_protected)
        row = Row(self.theme, title, "\n".join(lines), action=edit)
        row.opened.connect(lambda: self.wanted.emit(one))
        return row
