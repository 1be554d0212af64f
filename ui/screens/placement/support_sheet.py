"""How often one comes from a day on: as it mostly fades, or another number."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.numbers_typed import tenths
from mentorapp.domain.workplace_support import FADING, SupportIntensity, SupportMode, next_fading
from mentorapp.language.numbers import plain
from mentorapp.language.relative import capital
from mentorapp.store.support_intensities import remove_support, set_support
from ui.widgets.choice_chips import Choice
from ui.widgets.field import LineField

from .sheet import Desk, PlacementSheet
from .words import how_often

_OTHER = "other"


class SupportSheet(PlacementSheet):
    """With `level` one that is set; else the next one, with what is suggested filled in."""

    def __init__(self, desk: Desk, level: SupportIntensity | None = None) -> None:
        texts = desk.texts
        super().__init__(
            desk,
            title=texts("placement.support_change"),
            thing="support",
            label="support_set",
            part=level.id if level else "",
        )
        self._level = level
        before = level or (desk.view.support[-1] if desk.view.support else None)
        step = None if level else next_fading(before, desk.view.today)
        per_week = level.per_week if level else step.per_week if step else before.per_week if before else FADING[0]
        day = level.from_date if level else step.from_date if step else desk.view.today
        mode = before.mode if before else SupportMode.VISITS
        known = [Choice(str(one), capital(how_often(texts, one, SupportMode.VISITS))) for one in (*FADING, Decimal(0))]
        chosen = str(per_week) if per_week in (*FADING, Decimal(0)) else _OTHER
        self.often = self.add_chips(
            "often",
            texts("placement.support_often"),
            [*known, Choice(_OTHER, texts("placement.support_other"))],
            chosen,
        )
        self.other = self.add("per_week", LineField(desk.theme, texts("placement.support_count"), longest=5))
        self.other.set_text(plain(texts, per_week) if chosen == _OTHER else "")
        modes = [Choice(one.value, texts(f"codes.support_mode_{one.value}")) for one in SupportMode]
        self.mode = self.add_chips("mode", texts("placement.support_mode"), modes, mode.value)
        self.day = self.add(
            "from_date",
            self.day_field(
                texts("placement.support_from"), max(day, self.placement.from_date), optional=False, lean=Lean.NEAREST
            ),
        )
        self.add_words(texts("placement.support_help"))
        if level is not None:
            self.add_removal(
                texts("placement.support_remove"), "support_removed", lambda session: remove_support(session, level.id)
            )
        self.body.addStretch(1)
        self.often.chosen.connect(lambda _key: self._suit())
        self._suit()

    def first_field(self) -> QWidget:
        return self.often

    def write(self, session: Session) -> object:
        day = self.day.day()
        assert day is not None
        if self._level is not None and self._level.from_date != day:
            remove_support(session, self._level.id)
            session.flush()
        mode = SupportMode(self.mode.current())
        return set_support(session, self.placement.id, day, self._per_week(), mode)

    def _per_week(self) -> Decimal:
        if self.often.current() != _OTHER:
            return Decimal(self.often.current())
        typed = tenths("per_week", self.other.text())
        if typed is None:
            raise InputError("per_week", "number_one_decimal")
        return Decimal(typed) / 10

    def _suit(self) -> None:
        self.other.setVisible(self.often.current() == _OTHER)
