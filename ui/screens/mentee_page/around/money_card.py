"""What the person lives on, period by period, and the time ahead or already here without any known money."""

from PySide6.QtCore import Signal

from mentorapp.domain.livelihood import IncomeGap, months_in_public_support
from mentorapp.domain.mentees import SUPPORT_MONTHS_MAX
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import IncomePeriod, IncomeSource, IncomeState
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.announce import announce
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.chip import ChipButton, ChipLook
from ui.widgets.inset import inset
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text
from ui.widgets.tile import Tile

from ..reading import Person
from ..support_words import gap_words, income_lines, income_name
from ..words import day_in_full
from .meeting_row import meeting_row
from .reading import Around

_FAMILIES = {IncomeState.GRANTED: Family.OK, IncomeState.REFUSED: Family.SLATE, IncomeState.DORMANT: Family.SLATE}


class MoneyCard(Card):
    """Signals carry the period: `wanted` (None for a new one), `state_wanted`; `months_wanted(int)` to write them."""

    wanted = Signal(object)
    state_wanted = Signal(object)
    meeting_wanted = Signal()
    months_wanted = Signal(int)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("around.money"))
        self._texts = texts
        self._shown: object = None
        self._months = 0
        self.new = Button(theme, texts("around.income_new"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(lambda: self.wanted.emit(None))
        self.head.addWidget(self.new)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self.empty = Text(theme, "", tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty)
        self.alerts, self.listed = Rows(theme), Rows(theme)
        self.body.addWidget(self.alerts)
        self.body.addWidget(self.listed)
        self.count = Button(theme, texts("around.months_count"), "clock", kind=Kind.QUIET, size=Size.ROW)
        self.count.clicked.connect(self._say_months)
        self._count_box = inset(self, self.count, left=6, below=8, above=4)
        self.hint = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self._hint_box = inset(self, self.hint, below=6)
        self.take = Button(theme, "", size=Size.ROW)
        self.take.clicked.connect(lambda: self.months_wanted.emit(self._months))
        self._take_box = inset(self, self.take)

    def show_around(self, person: Person, around: Around) -> None:
        shown = (person.mentee, person.today, person.hidden, person.enrolment, around.incomes, around.gap, around.said)
        if shown == self._shown:
            return
        self._shown = shown
        hidden = InfoClass.INCOME in person.hidden
        self.new.setVisible(not hidden)
        self.empty.setText(self._texts("around.money_hidden" if hidden else "around.money_empty"))
        self._empty_box.setVisible(hidden or not around.incomes)
        self.alerts.fill([self._gap(person, around, around.gap)] if around.gap else [])
        self.listed.fill([self._row(person, one) for one in around.incomes])
        self._show_months(person, around)

    def _gap(self, person: Person, around: Around, gap: IncomeGap) -> Row:
        """The gap, and what is waited for meanwhile or was refused before it."""
        texts = self._texts
        said = gap_words(texts, gap.first, person.today)
        more = next(
            (
                texts(
                    f"around.gap_{one.state.value}",
                    name=income_name(texts, one),
                    day=day_in_full(texts, one.state_on or one.from_date, person.today),
                )
                for one in around.incomes
                if one.state is not IncomeState.GRANTED
            ),
            "",
        )
        return meeting_row(self.theme, texts, person, around, said, more, self.meeting_wanted.emit)

    def _row(self, person: Person, one: IncomePeriod) -> Row:
        texts, title = self._texts, income_name(self._texts, one)
        edit = Button(self.theme, texts("around.change"), size=Size.ROW, name=texts("around.change_name", name=title))
        edit.setObjectName(f"{one.id}:change")
        edit.clicked.connect(lambda: self.wanted.emit(one))
        lines = income_lines(texts, one, person.today)
        row = Row(self.theme, title, "\n".join(lines), tile=Tile(self.theme, "coins", Family.AMBER), action=edit)
        if one.source is not IncomeSource.NONE:
            over = one.pays and one.last_known is not None and one.last_known < person.today
            state = texts("around.income_over") if over else texts(f"codes.income_state_{one.state.value}")
            family = Family.SLATE if over else _FAMILIES.get(one.state, Family.AMBER)
            look = ChipLook(state, None, family, description=texts("around.state_change", name=title))
            chip = ChipButton(self.theme, look)
            chip.setObjectName(f"{one.id}:state")
            chip.clicked.connect(lambda: self.state_wanted.emit(one))
            row.add_right(chip)
        row.opened.connect(lambda: self.wanted.emit(one))
        return row

    def _show_months(self, person: Person, around: Around) -> None:
        """Months in public support before the start (E16) are counted when somebody asks."""
        start = person.enrolment.started_on if person.enrolment else None
        self._count_box.setVisible(bool(around.incomes) and start is not None)
        self._hint_box.hide()
        self._take_box.hide()
        if start is None:
            return
        self._months = min(SUPPORT_MONTHS_MAX, months_in_public_support(around.incomes, start))
        written = person.mentee.public_support_months_before
        day = day_in_full(self._texts, start, person.today)
        self.hint.setText(self._texts("around.months_hint", count=self._months, day=day))
        self.take.setText(self._texts("around.months_take", count=self._months))
        self._differs = written != self._months

    def _say_months(self) -> None:
        self._hint_box.show()
        self._take_box.setVisible(self._differs)
        announce(self.hint, self.hint.text())
