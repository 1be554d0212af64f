"""Uppföljning, två röster: what the mentee and the supervisor marked, round by round, and what to talk about."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from mentorapp.domain.scales import Respondent, ScaleDefinition
from mentorapp.domain.voice_rows import VoiceRows, voice_rows
from mentorapp.domain.workplace_rounds import VoiceRound, earlier_own
from mentorapp.domain.workplace_support import next_follow_up
from mentorapp.language.chart_words import voice_names
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.chart_card import ChartCard
from ui.widgets.text import Text
from ui.widgets.tile import Tile
from ui.widgets.two_voices import TwoVoices

from .reading import View
from .words import called, called_within, day_of_week, differing

_FOLDS_AT = 560
_NOTHING = VoiceRows(())


def rows_of(texts: Texts, view: View, place: int) -> VoiceRows:
    """The rows of a round, by the versions that were filled in."""
    round_ = view.rounds[place]
    asked = round_.own or round_.other
    assert asked is not None
    definition = view.scales[asked.code, asked.version]
    mirror = view.scales[round_.other.code, round_.other.version] if round_.other else None
    earlier = earlier_own(view.rounds, place)
    return voice_rows(
        definition, round_.own, round_.other, earlier, lambda item: item.label(texts.language), texts.language,
        mirror=mirror,
    )  # fmt: skip


class VoicesCard(ChartCard):
    """Signals: `print_wanted` the round that is shown; `round_chosen` another one is."""

    print_wanted = Signal()
    round_chosen = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        self.chart = TwoVoices(theme, texts, _NOTHING)
        super().__init__(theme, texts, texts("placement.voices"), self.chart, below=True)
        self._place = -1
        self._rounds: tuple[VoiceRound, ...] = ()
        self._view: View | None = None
        self.set_right("")
        self.before = self._turner("left", "placement.round_before", -1)
        self.after = self._turner("right", "placement.round_after", 1)
        self.print = Button(theme, icon="print", kind=Kind.QUIET, size=Size.ROW, name=texts("placement.print_filled"))
        self.print.clicked.connect(self.print_wanted)
        for button in (self.before, self.after, self.print):
            self.head.addWidget(button)
        self.head.setContentsMargins(SIDE, 6, 8, 2)
        self.head.setSpacing(4)

    @property
    def shown(self) -> VoiceRound | None:
        return self._rounds[self._place] if self._rounds else None

    def show_view(self, view: View) -> None:
        """The newest round, or the one that is looked at as long as no new one has come."""
        if len(view.rounds) != len(self._rounds) or (self._view and self._view.placement.id != view.placement.id):
            self._place = len(view.rounds) - 1
        self._view, self._rounds = view, view.rounds
        self.setVisible(bool(view.rounds))
        self._show()

    @property
    def asked(self) -> VoiceRows:
        """The rows of the round that is shown."""
        return self.chart.rows()

    def _turner(self, icon: str, key: str, step: int) -> Button:
        button = Button(self.theme, icon=icon, kind=Kind.QUIET, size=Size.ROW, name=self._texts(key))
        button.clicked.connect(lambda: self._turn(step))
        return button

    def _turn(self, step: int) -> None:
        self._place = max(0, min(len(self._rounds) - 1, self._place + step))
        self._show()
        self.round_chosen.emit()

    def _show(self) -> None:
        view, round_ = self._view, self.shown
        if view is None or round_ is None:
            return
        texts, count = self._texts, len(self._rounds)
        other = called(texts, view)
        rows, names = rows_of(texts, view, self._place), voice_names(texts, view.name)
        if rows != self.chart.rows():
            self.chart.set_rows(rows, names)
        day = day_in_full(texts, round_.on, view.today)
        voices = texts("placement.two_voices") if round_.own and round_.other else view.name if round_.own else other
        self.set_title(texts("placement.round_title", day=day, voices=voices))
        self.set_right(texts("placement.round", number=self._place + 1, count=count))
        for button, is_end in ((self.before, self._place == 0), (self.after, self._place == count - 1)):
            button.setVisible(count > 1)
            button.set_blocked(texts("placement.round_no_more") if is_end else None)


class AgreeCard(Card):
    """What to talk about, and the two things to do. Signals: `blank_wanted(ScaleDefinition)`, `fill_wanted`."""

    blank_wanted = Signal(object)
    fill_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self._texts = texts
        self._view: View | None = None
        whole = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._line.setContentsMargins(SIDE, 12, SIDE, 12)
        self._line.setSpacing(12)
        words, left = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        self.first = Text(theme, "", bold=True, wrap=True)
        self.second = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        words.addWidget(self.first)
        words.addWidget(self.second)
        left.setSpacing(12)
        left.addWidget(Tile(theme, "talk", Family.AMBER))
        left.addLayout(words, 1)
        self.blank = Button(theme, texts("placement.print_blank"), "print", size=Size.ROW)
        self.blank.clicked.connect(self._on_blank)
        self.fill = Button(theme, texts("placement.fill_in"), "pencil", kind=Kind.PRIMARY, size=Size.ROW)
        self.fill.clicked.connect(self.fill_wanted)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.blank)
        acts.addWidget(self.fill)
        self._line.addLayout(left, 1)
        self._line.addLayout(acts)
        self.body.addWidget(whole)

    def show_view(self, view: View, rows: VoiceRows | None) -> None:
        self._view = view
        first, second = said_of(self._texts, view, rows)
        self.first.setText(first)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.setAccessibleName(" ".join(part for part in (first, second) if part))
        nothing = None if forms_of(view) else self._texts("placement.no_form")
        self.blank.set_blocked(nothing)
        self.fill.set_kind(Kind.PRIMARY if view.is_open else Kind.QUIET)

    def menu(self) -> QMenu:
        """One entry for each form, by whom it is for."""
        menu, view = QMenu(self), self._view
        assert view is not None
        for form in forms_of(view):
            name = view.name
            if form.respondent is Respondent.SUPERVISOR:
                name = called_within(self._texts, view)
            words = self._texts("placement.blank_to", name=name, title=form.title(self._texts.language))
            menu.addAction(words, partial(self.blank_wanted.emit, form))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(_FOLDS_AT)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(way)

    def _on_blank(self) -> None:
        """At once where there is only one form."""
        assert self._view is not None
        forms = forms_of(self._view)
        if len(forms) == 1:
            self.blank_wanted.emit(forms[0])
        else:
            self.menu().popup(self.blank.mapToGlobal(self.blank.rect().bottomLeft()))


def forms_of(view: View) -> list[ScaleDefinition]:
    """Every form that can be printed blank, each once."""
    found = {one.id: one for pair in view.forms for one in pair.all_}
    return list(found.values())


def said_of(texts: Texts, view: View, rows: VoiceRows | None) -> tuple[str, str]:
    """Olika syn på tempo och raster. / Ta upp det onsdag 2 december."""
    ahead = next_follow_up(view.follow_ups)
    ahead = ahead if ahead is not None and ahead >= view.today else None
    day = day_of_week(texts, ahead, view.today) if ahead else ""
    next_one = texts("placement.next_follow_up", day=day) if day else ""
    if rows is None:
        return texts("placement.no_round"), next_one or texts("placement.no_round_then")
    if rows.own_on is None or rows.other_on is None:
        name = view.name if rows.own_on is None else called_within(texts, view)
        return texts("placement.one_voice", name=name), next_one
    if not rows.differing:
        return texts("placement.agree"), next_one
    topics = differing(texts, rows.differing)
    then = texts("placement.bring_up", day=day) if day else texts("placement.bring_up_next")
    return texts("placement.differ", topics=topics), then
