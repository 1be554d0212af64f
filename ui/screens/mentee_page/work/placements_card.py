"""Placements, the newest first: Enter opens the page of one. More than full time together is asked about (F 17)."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.placements import Placement, TooMany, hours_together, too_many_hours
from mentorapp.language.chart_words import plain_number
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
from ..words import day_in_full
from .reading import Work, work_to_say
from .words import placement_lines, placement_title


class PlacementsCard(Card):
    """Signals: `opened(Placement)`, `new_wanted`, `match_wanted`; `work_wanted(Placement)` says that work has begun."""

    opened = Signal(object)
    new_wanted = Signal()
    match_wanted = Signal()
    work_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("work.placements"))
        self._texts = texts
        self._shown: object = None
        self.match = Button(theme, texts("work.match"), "search", kind=Kind.QUIET, size=Size.ROW)
        self.match.clicked.connect(self.match_wanted)
        self.new = Button(theme, texts("work.placement_new"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(self.new_wanted)
        for button in (self.match, self.new):
            self.head.addWidget(button)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self.empty = Text(theme, "", tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty)
        self.alerts, self.listed = Rows(theme), Rows(theme)
        self.body.addWidget(self.alerts)
        self.body.addWidget(self.listed)

    def show_work(self, person: Person, work: Work) -> None:
        shown = (person.today, person.enrolment, person.mentee, work.placements, work.given, work.plans)
        if shown == self._shown:
            return
        self._shown = shown
        for button in (self.match, self.new):
            button.setVisible(person.enrolment is not None)
        key = "work.placements_empty" if person.enrolment else "work.placements_no_enrolment"
        self.empty.setText(self._texts(key))
        self._empty_box.setVisible(not work.placements)
        self.alerts.fill(self._alerts(person, work))
        self.listed.fill([self._row(person, one) for one in work.placements])

    def first_row(self) -> QWidget | None:
        return next(iter(self.listed.findChildren(Row)), None)

    def focus_placement(self, placement_id: UUID) -> None:
        found = self.listed.findChild(QWidget, f"{placement_id}:open")
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _alerts(self, person: Person, work: Work) -> list[Row]:
        texts, found = self._texts, []
        for over in _over_now(work, person):
            hours = plain_number(texts, over.hours)
            when = texts("work.too_many_from", day=day_in_full(texts, over.on, person.today))
            second = when if over.on > person.today else ""
            found.append(Row(self.theme, texts("work.too_many", hours=hours), second, tint="amber"))
        paid = work_to_say(person, work)
        if paid is not None:
            say = Button(self.theme, texts("work.say_begun"), size=Size.ROW)
            say.setObjectName("say-begun")
            say.clicked.connect(lambda: self.work_wanted.emit(paid))
            place = placement_title(texts, paid, protected=person.mentee.is_protected)
            said = texts("work.is_paid", place=place)
            found.append(Row(self.theme, said, texts("work.is_paid_more"), action=say, tint="soft"))
        return found

    def _row(self, person: Person, one: Placement) -> Row:
        over = not one.is_open(person.today)
        tile = Tile(self.theme, "work", Family.SLATE if over else Family.BLUE)
        protected = person.mentee.is_protected
        lines = placement_lines(self._texts, one, person.today, protected=protected)
        title = placement_title(self._texts, one, protected=protected)
        row = Row(self.theme, title, "\n".join(lines), tile=tile)
        row.setObjectName(f"{one.id}:open")
        row.opened.connect(lambda: self.opened.emit(one))
        return row


def _over_now(work: Work, person: Person) -> list[TooMany]:
    """What has been is not asked about: the sum of today, and what is to come."""
    studies = [one.studies for one in work.plans]
    every = too_many_hours(work.placements, studies)
    today = hours_together(work.placements, studies, person.today)
    ahead = [one for one in every if one.on > person.today]
    now = [one for one in every if one.on <= person.today and one.hours == today]
    return [*now[-1:], *ahead]
