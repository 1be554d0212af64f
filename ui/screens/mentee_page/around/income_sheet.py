"""What the person lives on: a period added, or changed. Applied for and refused are periods too, in that state."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.support import EXTENTS, IncomePeriod, IncomeSource, IncomeState
from mentorapp.language.texts import Texts
from mentorapp.store.incomes import add_income, change_income, remove_income
from ui.widgets.choice_chips import Choice
from ui.widgets.field import Field, LineField

from ..support_words import income_name
from ..thing_sheet import Desk, ThingSheet
from .state_sheet import income_states

_UNKNOWN = "unknown"


class IncomeSheet(ThingSheet):
    """A new one begins in a state on a day; later states have a form of their own."""

    def __init__(self, desk: Desk, one: IncomePeriod | None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=income_name(texts, one) if one else texts("around.income_new"),
            thing="income",
            about=one.id if one else None,
            label="income_changed" if one else "income_added",
        )
        self._one = one
        chosen = one.source.value if one else ""
        self.source_box = _source_box(texts, chosen)
        self.source = self.add("source", Field(desk.theme, texts("around.source"), self.source_box))
        self.source_other = self.add(
            "source_other", LineField(desk.theme, texts("around.source_other"), one.source_other if one else "")
        )
        extents = [Choice(_UNKNOWN, texts("around.extent_unknown"))]
        extents += [Choice(str(extent), texts("around.extent", percent=extent)) for extent in EXTENTS]
        self.extent = self.add_chips("extent", texts("around.extent_label"), extents[1:] + extents[:1], _extent(one))
        self.from_day = self.add_day("from_date", texts("around.from"), one.from_date if one else None, optional=False)
        self.until = self.day_field(texts("around.decision_to"), one.decision_until if one else None, ahead=True)
        self.to_day = self.day_field(texts("around.ended"), one.to_date if one else None, ahead=True)
        self.add_beside(("decision_until", self.until), ("to_date", self.to_day))
        if one is None:
            self._add_state()
        self.known_from = self.add(
            "known_from",
            LineField(
                desk.theme,
                texts("around.known_from_label"),
                one.known_from if one else "",
                placeholder=texts("around.known_from_example"),
            ),
        )
        if one is not None:
            self.add_removal(
                texts("around.income_remove"), "income_removed", lambda session: remove_income(session, one.id)
            )
        self.source_box.currentIndexChanged.connect(lambda _at: self._on_source(self._source()))
        self._on_source(chosen)
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.source_box

    def can_be_kept(self) -> bool:
        """Without a source there is nothing to keep."""
        chosen = bool(self._source())
        self.source.set_fault(None if chosen else self.texts("around.source_missing"))
        if not chosen:
            self.source_box.setFocus()
        return chosen and super().can_be_kept()

    def write(self, session: Session) -> object:
        extent = self.extent.current()
        source, first = IncomeSource(self._source()), self.from_day.day()
        assert first is not None
        values: dict[str, Any] = {
            "source_other": self.source_other.text(),
            "extent": None if extent == _UNKNOWN else int(extent),
            "decision_until": self.until.day(),
            "to_date": self.to_day.day(),
            "known_from": self.known_from.text(),
        }
        if self._one is not None:
            change_income(session, self._one.id, source=source, from_date=first, **values)
            return self._one.id
        values |= {"state": IncomeState(self.state.current()), "state_on": self.state_on.day()}
        return add_income(session, self.person.mentee.id, source, first, **values)

    def _source(self) -> str:
        return str(self.source_box.currentData() or "")

    def _add_state(self) -> None:
        choices = [Choice(code, word) for code, word in income_states(self.texts).items()]
        self.state = self.add_chips("state", self.texts("around.income_state"), choices, IncomeState.GRANTED.value)
        self.state_on = self.add_day("state_on", self.texts("around.state_on"), None)

    def _on_source(self, code: str) -> None:
        self.source.set_fault(None)
        self.source_other.setVisible(code == IncomeSource.OTHER.value)
        self._fit()


def _source_box(texts: Texts, chosen: str) -> QComboBox:
    """So many that they are a list to pull down."""
    box = QComboBox()
    box.setMaxVisibleItems(len(IncomeSource) + 1)
    box.addItem(texts("around.source_choose"), "")
    for source in IncomeSource:
        box.addItem(texts(f"codes.income_source_{source.value}"), source.value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _extent(one: IncomePeriod | None) -> str:
    return str(one.extent) if one is not None and one.extent else _UNKNOWN
