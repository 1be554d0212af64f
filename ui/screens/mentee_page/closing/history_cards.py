"""What is only read: the periods before this one, and what the person lived on at the start and at the close."""

from mentorapp.domain.closing import incomes_kept
from mentorapp.domain.support import IncomePeriod, IncomeSource
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.card import Card
from ui.widgets.text import Text

from ..reading import Person
from ..words import DOT
from .list_card import Line, ListCard
from .reading import Case
from .words import destination, enrolment_period, reason


class EarlierCard(ListCard):
    """Hidden for somebody who is here for the first time."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts, texts("closing.earlier"))

    def show_case(self, person: Person, case: Case) -> None:
        self.setVisible(bool(case.earlier))
        lines = []
        for one in case.earlier:
            parts = [enrolment_period(self.texts, one.enrolment, person.today)]
            if one.closure is not None:
                parts.append(reason(self.texts, case, one.closure))
                parts += [destination(self.texts, heading) for heading in one.closure.headings]
            title = self.texts("closing.ordinal", name=one.programme, number=one.enrolment.ordinal)
            lines.append(Line(key=one.enrolment.id.hex, title=title, second=DOT.join(parts)))
        self.show_lines(lines)


class IncomesCard(Card):
    """Benefit at the start, and at the close or now (E17). Hidden while nothing is known of it."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("closing.incomes"))
        self._texts = texts
        self.start, self.at_close, self.kept = (Text(theme, "", Role.SMALL, wrap=True) for _ in range(3))
        self.kept.set_tone("ink2")
        for part in (self.start, self.at_close):
            self.add(part, below=4)
        self.add(self.kept, below=12)

    def show_case(self, case: Case) -> None:
        texts = self._texts
        self.setVisible(bool(case.at_start or case.at_close))
        self.start.setText(texts("closing.income_start", what=self._said(case.at_start)))
        key = "closing.income_now" if case.is_open else "closing.income_close"
        self.at_close.setText(texts(key, what=self._said(case.at_close)))
        kept = [self._source(source) for source in IncomeSource if source in incomes_kept(case.at_start, case.at_close)]
        self.kept.setText(texts("closing.income_kept", what=", ".join(kept)))
        self.kept.setVisible(bool(kept))

    def _said(self, incomes: tuple[IncomePeriod, ...]) -> str:
        names = [one.source_other or self._source(one.source) for one in incomes]
        return ", ".join(names) or self._texts("closing.income_unknown")

    def _source(self, source: IncomeSource) -> str:
        return self._texts(f"codes.income_source_{source.value}")
