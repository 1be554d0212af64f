"""A study plan on the way: the goal in own words, the phase, needs, dates that matter, who does what, and the talks."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.phases import study_phases
from mentorapp.domain.studies import CsnState, StudyConference, StudyDate, StudyHelper, StudyPhase, StudyPlan
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.inset import inset
from ui.widgets.phase_row import PhaseRow
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

from ..reading import Person
from ..support_words import study_lines, study_name
from ..words import DOT, own_words
from .conference_sheets import suggested_talk
from .reading import Work
from .words import conference_lines, conference_title, phase_since, study_date_second, study_date_words

_TALKS_SHOWN = 4


class PlanCard(Card):
    """Signals: `wanted`, `phase_wanted(StudyPhase)`; `date_wanted`, `helper_wanted` and `talk_wanted` carry the one, or
    None for a new one; `date_done(StudyDate, bool)`; `write_up_wanted` and `agenda_wanted` carry a talk."""

    wanted = Signal()
    phase_wanted = Signal(object)
    date_wanted = Signal(object)
    date_done = Signal(object, bool)
    helper_wanted = Signal(object)
    talk_wanted = Signal(object)
    write_up_wanted = Signal(object)
    agenda_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, " ", "book")
        self._texts = texts
        self._shown: object = None
        self._phase = StudyPhase.PREPARE
        self.change = Button(theme, texts("around.change"), size=Size.ROW)
        self.change.clicked.connect(self.wanted)
        self.head.addWidget(self.change)
        self.head.setContentsMargins(SIDE, 8, SIDE, 4)
        self._words = QWidget()
        self._lines = _column(self._words)
        self.body.addWidget(self._words)
        self.phases = PhaseRow(theme, texts)
        self.phases.phase_activated.connect(lambda code: self._on_phase(StudyPhase(code)))
        inset(self, self.phases, below=8)
        self._needs = QWidget()
        self._needs_lines = _column(self._needs)
        self.body.addWidget(self._needs)
        self.dates, self.new_date = self._section("work.dates", "work.date_new", lambda: self.date_wanted.emit(None))
        self.team, self.new_helper = self._section(
            "work.team", "work.helper_new", lambda: self.helper_wanted.emit(None)
        )
        self.talks, self.new_talk = self._section("work.talks", "work.talk_new", lambda: self.talk_wanted.emit(None))

    def show_plan(self, person: Person, work: Work, plan: StudyPlan) -> None:
        shown = (person.mentee, person.today, person.hidden, person.enrolment, plan, work.titles)
        if shown == self._shown:
            return
        self._shown = shown
        title = study_name(self._texts, plan.studies)
        self.set_title(title)
        self.change.setAccessibleName(self._texts("around.change_name", name=title))
        self._show_words(person, plan)
        self.dates.fill([self._date(one, person.today) for one in _nearest_first(plan.dates)])
        self.team.fill([self._helper(one, work) for one in plan.team])
        self.talks.fill(self._talks(person, plan))

    def _section(self, title: str, add: str, add_it: Callable[[], object]) -> tuple[Rows, Button]:
        """A quiet head with a plus, and rows below."""
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 4, 6, 0)
        head.addWidget(Text(self.theme, self._texts(title), Role.SMALL, bold=True))
        head.addStretch(1)
        new = Button(self.theme, self._texts(add), "plus", kind=Kind.QUIET, size=Size.ROW)
        new.clicked.connect(add_it)
        head.addWidget(new)
        self.body.addLayout(head)
        rows = Rows(self.theme)
        self.body.addWidget(rows)
        return rows, new

    def _show_words(self, person: Person, plan: StudyPlan) -> None:
        for lines in (self._lines, self._needs_lines):
            _empty(lines)
        texts, one = self._texts, plan.studies
        if one.goal:
            self._lines.addWidget(Text(self.theme, own_words(texts, one.goal), Role.SECTION, wrap=True))
        said = [phase_since(texts, plan, person.today)]
        said += [part for part in (one.level,) if part]
        if one.csn_state is not CsnState.UNKNOWN and "INCOME" not in person.hidden:
            said.append(texts("work.csn_said", state=texts(f"codes.csn_state_{one.csn_state.value}")))
        self._lines.addWidget(Text(self.theme, DOT.join(said), wrap=True))
        for line in study_lines(texts, one, person.today, protected=person.mentee.is_protected, phase=False):
            self._lines.addWidget(Text(self.theme, line, Role.SMALL, tone="ink2", wrap=True))
        for label, words in (("work.accommodations", one.accommodations), ("work.barriers", one.barriers)):
            if words:
                self._needs_lines.addWidget(Text(self.theme, texts(label), Role.SMALL, bold=True))
                self._needs_lines.addWidget(Text(self.theme, words, wrap=True))
        self._needs.setVisible(bool(one.accommodations or one.barriers))
        self.phases.set_phases(study_phases(one.phase, plan.phases))
        self._phase = one.phase

    def _on_phase(self, phase: StudyPhase) -> None:
        """From today in another phase; where it is already, the form says more."""
        if phase is self._phase:
            self.wanted.emit()
        else:
            self.phase_wanted.emit(phase)

    def _date(self, one: StudyDate, today: date) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(SIDE, 4, SIDE, 4)
        words = study_date_words(self._texts, one)
        box = TickBox(self.theme, words, study_date_second(self._texts, one, today))
        box.setObjectName(f"{one.id}:box")
        box.setChecked(one.done_on is not None)
        box.clicked.connect(lambda ticked: self.date_done.emit(one, ticked))
        line.addWidget(box, 1)
        line.addWidget(self._edit(str(one.id), words, lambda: self.date_wanted.emit(one)))
        return row

    def _helper(self, one: StudyHelper, work: Work) -> Row:
        title = work.titles.get(one.contact_id, "") if one.contact_id else ""
        edit = self._edit(str(one.id), one.name, lambda: self.helper_wanted.emit(one))
        row = Row(self.theme, DOT.join(part for part in (one.name, title) if part), one.does, action=edit)
        row.opened.connect(lambda: self.helper_wanted.emit(one))
        return row

    def _talks(self, person: Person, plan: StudyPlan) -> list[QWidget]:
        """The one to come, and the last ones; a word about next month where none is planned."""
        ahead = sorted((one for one in plan.conferences if not one.held), key=lambda one: (one.event_date, one.id))
        held = sorted((one for one in plan.conferences if one.held), key=lambda one: (one.event_date, one.id))
        rows: list[QWidget] = [self._talk(person, one) for one in (*ahead, *reversed(held[-_TALKS_SHOWN:]))]
        suggested = suggested_talk(self._texts, plan, person.today)
        if suggested:
            rows.insert(0, Row(self.theme, suggested, action=self._plan_next()))
        return rows

    def _plan_next(self) -> Button:
        button = Button(self.theme, self._texts("work.talk_plan"), size=Size.ROW)
        button.setObjectName("plan-next")
        button.clicked.connect(lambda: self.talk_wanted.emit(None))
        return button

    def _talk(self, person: Person, one: StudyConference) -> Row:
        texts, title = self._texts, conference_title(self._texts, one, person.today)
        edit = self._edit(str(one.id), title, lambda: self.talk_wanted.emit(one))
        row = Row(self.theme, title, "\n".join(conference_lines(one)), action=edit)
        if not one.held:
            agenda = Button(self.theme, texts("work.talk_agenda"), "print", kind=Kind.QUIET, size=Size.ROW)
            agenda.setObjectName(f"{one.id}:agenda")
            agenda.clicked.connect(lambda: self.agenda_wanted.emit(one))
            row.add_right(agenda)
            if person.enrolment is not None and one.event_date <= person.today:
                write_up = Button(self.theme, texts("work.talk_write_up"), "pencil", size=Size.ROW)
                write_up.setObjectName(f"{one.id}:write_up")
                write_up.clicked.connect(lambda: self.write_up_wanted.emit(one))
                row.add_right(write_up)
        row.opened.connect(lambda: self.talk_wanted.emit(one))
        return row

    def _edit(self, key: str, name: str, act: Callable[[], object]) -> Button:
        edit = Button(self.theme, icon="pencil", kind=Kind.QUIET, size=Size.ROW,
                      name=self._texts("around.change_name", name=name))  # fmt: skip
        edit.setObjectName(f"{key}:change")
        edit.clicked.connect(act)
        return edit


def _nearest_first(dates: Sequence[StudyDate]) -> list[StudyDate]:
    """What is still to be done first."""
    return sorted(dates, key=lambda one: (one.done_on is not None, one.on, one.id))


def _column(side: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(side)
    column.setContentsMargins(SIDE, 0, SIDE, 8)
    column.setSpacing(3)
    return column


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
