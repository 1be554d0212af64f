"""Works, studies or neither, dated, so that the way out of neither can be shown (E25)."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.occupation import Occupation, OccupationPeriod, occupation_on, way_out_of_neither
from mentorapp.language.dates import full_date
from mentorapp.language.texts import Texts
from mentorapp.store.occupations import add_occupation, change_occupation, remove_occupation
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.field import LineField
from ui.widgets.inset import inset
from ui.widgets.text import Text

from .dated_lines import DatedLines, Line
from .line_sheet import LineSheet
from .reading import Details

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class OccupationCard(Card):
    """`lines` tells which one is wanted."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("details.occupation"), "work")
        self._texts = texts
        self.lines = DatedLines(theme, texts, "", texts("details.occupation_none"), texts("details.occupation_add"))
        self.head.addWidget(self.lines.add)
        self.head.setContentsMargins(SIDE, 5, 8, 2)
        self.way_out = Text(theme, "", Role.SMALL, tone="ok", wrap=True)
        self.add(self.lines, below=8)
        self._way_out_box = inset(self, self.way_out)

    def show_details(self, details: Details) -> None:
        texts, today = self._texts, details.person.today
        current = occupation_on(details.occupations, today)
        named = not details.person.mentee.is_protected
        self.lines.show_lines([self._line(one, one == current, named) for one in details.occupations])
        out = way_out_of_neither(details.occupations)
        self.way_out.setText("" if out is None else texts("details.occupation_way_out", day=full_date(texts, out)))
        self._way_out_box.setVisible(out is not None)

    def _line(self, period: OccupationPeriod, current: bool, named: bool) -> Line:
        """Where a protected person works or studies is said in the form only."""
        texts = self._texts
        days = texts("details.from_day", day=full_date(texts, period.from_date))
        if period.to_date is not None:
            days = texts(
                "details.from_to", first=full_date(texts, period.from_date), last=full_date(texts, period.to_date)
            )
        second = " · ".join(part for part in (days, period.note if named else "") if part)
        return Line(period.id.hex, texts(f"codes.occupation_{period.occupation.value}"), second, not current)


class OccupationSheet(LineSheet):
    """What was before ends where this begins."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee_id: UUID, line: OccupationPeriod | None
    ) -> None:
        super().__init__(window, theme, texts, store, mentee_id, "occupation", line.id if line else None)
        label = texts("details.occupation_what")
        choices = [Choice(one.value, texts(f"codes.occupation_{one.value}")) for one in Occupation]
        chosen = line.occupation.value if line else ""
        self.what = self.add("occupation", ChoiceChips(theme, label, choices, chosen, ticked=True), label)
        clock = store.clock
        self.first = DateField(
            theme,
            texts,
            clock,
            texts("details.from"),
            line.from_date if line else clock.today(),
            lean=Lean.BACK,
            optional=False,
        )
        self.last = DateField(
            theme, texts, clock, texts("details.to_optional"), line.to_date if line else None, lean=Lean.BACK
        )
        self.add_beside(("from_date", self.first), ("to_date", self.last))
        self.note = self.add("note", LineField(theme, texts("details.occupation_note"), line.note if line else ""))
        self.end_fields()

    def first_field(self) -> QWidget:
        return self.what.pill(self.what.current() or Occupation.UNKNOWN.value)

    def write(self, session: "Session") -> object:
        first = self.first.day()
        if not self.what.current():
            raise InputError("occupation", "occupation_missing")
        if first is None:
            raise InputError("from_date", "date_empty")
        occupation = Occupation(self.what.current())
        if self.key is None:
            return add_occupation(
                session, self.mentee(), occupation, first, to_date=self.last.day(), note=self.note.text()
            )
        change_occupation(
            session,
            self.key,
            occupation=occupation,
            from_date=first,
            to_date=self.last.day(),
            note=self.note.text(),
        )
        return self.key

    def remove(self, session: "Session", key: UUID) -> None:
        remove_occupation(session, key)
