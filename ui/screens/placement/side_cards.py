"""The small cards at the side: hours over time, what the employer may know, support, and how it is done there."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.hours_curve import HoursCurve, hours_curve
from mentorapp.domain.placements import HoursPeriod
from mentorapp.domain.workplace_support import current_support, suggested_visits
from mentorapp.language.dates import day_in_full, short_weekday_date
from mentorapp.language.names import genitive, own_words
from mentorapp.language.numbers import plain
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.chart_card import ChartCard
from ui.widgets.facts import Facts
from ui.widgets.field import FaultLine
from ui.widgets.inset import inset
from ui.widgets.step_chart import StepChart
from ui.widgets.text import Text
from ui.widgets.tile import Tile

from .reading import View
from .words import DOT, how_often, owner_said, support_ahead, support_before, told

_VISITS_SHOWN = 4


class HoursCard(ChartCard):
    """Signal `change_wanted(HoursPeriod | None)`: a level of the picture, or new hours."""

    change_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        self.chart = StepChart(theme, texts, HoursCurve((), date.min))
        super().__init__(theme, texts, texts("placement.hours_card"), self.chart, below=True)
        self._periods: tuple[HoursPeriod, ...] = ()
        self.set_right("")
        self.many = FaultLine(theme)
        self._many_box = inset(self, self.many, below=10)
        self.change = Button(theme, texts("placement.hours_change"), "clock", size=Size.ROW)
        self.change.clicked.connect(lambda: self.change_wanted.emit(None))
        self.foot.insertWidget(0, self.change)
        self.chart.activated.connect(lambda place: self.change_wanted.emit(self._periods[place]))

    def show_view(self, view: View) -> None:
        placement, texts = view.placement, self._texts
        self._periods = tuple(sorted(placement.hours, key=lambda one: one.from_date))
        curve = hours_curve(placement, view.today)
        if curve != self.chart.curve():
            self.chart.set_curve(curve)
        now = placement.hours_on(view.today)
        self.set_right(texts("placement.hours_now", hours=plain(texts, now)) if now is not None else "")
        over = view.together
        said = None
        if over is not None:
            said = texts("placement.too_many", hours=plain(texts, over.hours))
            if over.on > view.today:
                day = day_in_full(texts, over.on, view.today)
                said = texts("placement.too_many_from", day=day, hours=plain(texts, over.hours))
        self.many.show_sentence(said)
        self._many_box.setVisible(said is not None)


class DisclosureCard(Card):
    """Signal `change_wanted`. The words are the mentee's own, on the blue of work."""

    change_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("placement.disclosure"), tone="blue")
        self._texts = texts
        self.change = Button(theme, texts("placement.edit"), kind=Kind.QUIET, size=Size.ROW)
        self.change.setAccessibleName(texts("placement.disclosure_change"))
        self.change.clicked.connect(self.change_wanted)
        self.words = Text(theme, "", wrap=True)
        self.add(self.words, below=2)
        self.told = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        line = QHBoxLayout()
        line.addWidget(self.told, 1)
        line.addWidget(self.change)
        self.add(line, below=6)

    def show_view(self, view: View) -> None:
        texts, words = self._texts, view.placement.disclosure_words
        whose = genitive(texts, view.name)
        self.set_title(texts("placement.disclosure_of", whose=whose) if words else texts("placement.disclosure"))
        self.words.setText(own_words(texts, words) if words else texts("placement.disclosure_empty"))
        self.told.setText(told(texts, view))


class SupportCard(Card):
    """Signal `change_wanted`. What is suggested is a suggestion."""

    change_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self._texts = texts
        self.setAccessibleName(texts("placement.support"))
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(SIDE, 10, SIDE, 10)
        line.setSpacing(12)
        line.addWidget(Tile(theme, "people", Family.OK))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.first = Text(theme, "", bold=True, wrap=True)
        self.second = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.visits = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        for text in (self.first, self.second, self.visits):
            words.addWidget(text)
        line.addLayout(words, 1)
        self.change = Button(theme, texts("placement.edit"), size=Size.ROW)
        self.change.setAccessibleName(texts("placement.support_change"))
        self.change.clicked.connect(self.change_wanted)
        line.addWidget(self.change)
        self.body.addWidget(whole)

    def show_view(self, view: View) -> None:
        texts, today = self._texts, view.today
        now = current_support(view.support, today)
        often = how_often(texts, now.per_week, now.mode) if now else texts("placement.support_none")
        self.first.setText(texts("placement.support_now", often=often) if now else often)
        said = (support_before(texts, view.support, today), support_ahead(texts, view))
        self.second.setText(DOT.join(part for part in said if part))
        self.second.setVisible(bool(self.second.text()))
        days = suggested_visits(now, view.last_visit, today) if view.is_open else ()
        listed = ", ".join(short_weekday_date(texts, day) for day in days[:_VISITS_SHOWN])
        self.visits.setText(texts("placement.visits_suggested", days=listed) if listed else "")
        self.visits.setVisible(bool(listed))


class PracticeCard(Card):
    """Tasks, how they are told, the hours of the week and why this place was chosen. Signal `change_wanted`."""

    change_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("placement.practice"))
        self._texts = texts
        self.change = Button(theme, texts("placement.edit"), kind=Kind.QUIET, size=Size.ROW)
        self.change.setAccessibleName(texts("placement.change"))
        self.change.clicked.connect(self.change_wanted)
        self.head.addWidget(self.change)
        self.head.setContentsMargins(SIDE, 8, 6, 2)
        self.empty = Text(theme, texts("placement.practice_empty"), tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty)
        self.facts = Facts(theme)
        self._facts_box = inset(self, self.facts)

    def show_view(self, view: View) -> None:
        texts, now = self._texts, view.placement
        word = view.instructions.get(now.instruction_form)
        self.facts.show_facts(
            [
                (texts("placement.tasks"), now.tasks),
                (texts("placement.instruction"), word.name(texts.language) if word else ""),
                (texts("placement.schedule"), now.schedule),
                (texts("placement.owner"), owner_said(texts, now)),
                (texts("placement.reason"), now.choice_reason),
                (texts("placement.note"), now.note),
            ]
        )
        self._empty_box.setVisible(not self.facts.facts())
        self._facts_box.setVisible(bool(self.facts.facts()))
