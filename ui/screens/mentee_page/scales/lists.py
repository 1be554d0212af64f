"""What has been filled in, and the occasions that have passed without a form."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from mentorapp.domain.scale_marks import ScaleResponse, counted, total
from mentorapp.domain.scale_rounds import DueRound
from mentorapp.domain.scales import ScaleDefinition, ScaleKind, ScaleUse
from mentorapp.language import numbers
from mentorapp.language.dates import day_in_full
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.inset import inset
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.scale_entry import most
from ui.widgets.text import Text

from ..words import DOT
from .reading import Ratings
from .said import response_round, round_words


class MissingCard(Card):
    """Signals: `fill_wanted(DueRound)`, `print_wanted`."""

    fill_wanted = Signal(object)
    print_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("scales.missing"))
        self._texts = texts
        self.baseline = Text(theme, texts("scales.no_baseline"), Role.SMALL, tone="ink2", wrap=True)
        self._baseline_box = inset(self, self.baseline)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)
        self.paper = Button(theme, texts("scales.print_blank"), "print", kind=Kind.QUIET, size=Size.ROW)
        self.paper.clicked.connect(self.print_wanted)
        self.head.addWidget(self.paper)
        self.head.setContentsMargins(16, 8, 6, 4)

    def show_scale(self, ratings: Ratings, scale: ScaleDefinition) -> None:
        missing = ratings.missing(scale)
        lacks = ratings.lacks_baseline(scale)
        self.set_title(self._texts("scales.missing" if missing else "scales.baseline"))
        self.paper.setVisible(bool(missing))
        self._baseline_box.setVisible(lacks)
        self.listed.fill([self._row(one, ratings) for one in missing])
        self.setVisible(bool(missing) or lacks)

    def _row(self, one: DueRound, ratings: Ratings) -> Row:
        name = round_words(self._texts, one)
        fill = Button(
            self.theme, self._texts("scales.fill"), size=Size.ROW, name=f"{self._texts('scales.fill')}: {name}"
        )
        fill.setObjectName(f"{one.kind.value}:{one.of}")
        fill.clicked.connect(lambda: self.fill_wanted.emit(one))
        return Row(self.theme, name, day_in_full(self._texts, one.on, ratings.today), action=fill)


class EarlierCard(Card):
    """Newest first; signal `opened(ScaleResponse)`. What was voided stays to be seen, struck through."""

    opened = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("scales.earlier"))
        self._texts = texts
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)

    def show_forms(self, ratings: Ratings, forms: Sequence[ScaleResponse]) -> None:
        self.listed.fill([self._row(one, ratings) for one in reversed(forms)])
        self.setVisible(bool(forms))

    def _row(self, one: ScaleResponse, ratings: Ratings) -> Row:
        day = day_in_full(self._texts, one.event_date, ratings.today)
        scale = ratings.versions[one.code, one.version]
        if one.voided_on is not None:
            on = day_in_full(self._texts, one.voided_on, ratings.today)
            told = self._texts("scales.voided", day=on)
            row = Row(self.theme, day, f"{told} {one.void_reason}".strip())
            row.title.set_struck(True)
            return row
        look = Button(
            self.theme, self._texts("scales.open"), size=Size.ROW, name=self._texts("scales.open_name", day=day)
        )
        look.setObjectName(f"{one.id}:open")
        look.clicked.connect(lambda: self.opened.emit(one))
        row = Row(self.theme, day, response_line(self._texts, ratings, scale, one), action=look)
        row.opened.connect(lambda: self.opened.emit(one))
        return row


def response_line(texts: Texts, ratings: Ratings, scale: ScaleDefinition, one: ScaleResponse) -> str:
    """19,2 av 40 · Själv på papper; which occasion, and which version where there are several."""
    parts = [result_words(texts, scale, one)]
    if scale.use is ScaleUse.SELF and ratings.enrolment_id is not None:
        parts.insert(0, response_round(texts, one))
    if not one.is_oral:
        parts.append(texts(f"codes.filled_how_{one.filled_how.value}"))
    if len(ratings.versions_filled(one.code)) > 1:
        parts.append(texts("scales.version", number=one.version))
    return DOT.join(parts)


def result_words(texts: Texts, scale: ScaleDefinition, one: ScaleResponse) -> str:
    """The total, or how many lines have a mark."""
    if one.is_oral and not any(mark.value is not None for mark in one.marks):
        return texts("codes.filled_how_oral")
    value = total(scale, one.marks)
    if value is not None:
        is_cm = scale.kind is ScaleKind.EXTERNAL_LINES
        said = numbers.tenths(texts, value) if is_cm else numbers.plain(texts, value)
        return f"{said} {texts('scales.of_most', most=numbers.plain(texts, most(scale)))}"
    held, count = counted(scale, one.marks)
    return texts("scales.so_many_lines", held=held, count=count)
