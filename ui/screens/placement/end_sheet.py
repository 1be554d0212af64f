"""The end of a placement: its last day, why, the certificate, and what to say when the workplace asks (F 39)."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.dates_typed import Lean
from mentorapp.domain.errors import InputError
from mentorapp.domain.placements import EndReason
from mentorapp.store.placements import end_placement, reopen_placement
from ui.widgets.choice_chips import Choice
from ui.widgets.field import LineField
from ui.widgets.tick_box import TickBox

from .sheet import Desk, PlacementSheet


class EndSheet(PlacementSheet):
    """One that has ended is put right here, or goes on after all."""

    def __init__(self, desk: Desk) -> None:
        texts, now = desk.texts, desk.view.placement
        super().__init__(desk, title=texts("placement.end"), thing="end", label="placement_ended",
                         save_text=texts("placement.end_save"))  # fmt: skip
        reasons = [Choice(one.value, texts(f"codes.end_reason_{one.value}")) for one in EndReason]
        chosen = now.end_reason.value if now.end_reason else ""
        self.reason = self.add_chips("end_reason", texts("placement.end_why"), reasons, chosen)
        self.other = self.add("end_reason_other", LineField(desk.theme, texts("placement.end_other")))
        self.other.set_text(now.end_reason_other)
        last = now.to_date or min(now.planned_to or desk.view.today, desk.view.today)
        day = max(last, now.from_date)
        self.day = self.add(
            "to_date", self.day_field(texts("placement.end_on"), day, optional=False, lean=Lean.NEAREST)
        )
        self.certificate = self.add(
            "certificate_given", TickBox(desk.theme, texts("placement.certificate"), fades=False)
        )
        self.certificate.setChecked(now.certificate_given)
        self.add_words(texts("placement.if_asked_why"))
        self.add_words(texts("placement.end_help"))
        if now.to_date is not None:
            self.add_removal(
                texts("placement.reopen"), "placement_reopened", lambda session: reopen_placement(session, now.id)
            )
        self.body.addStretch(1)
        self.reason.chosen.connect(lambda _key: self._suit())
        self._suit()

    def first_field(self) -> QWidget:
        return self.reason

    def write(self, session: Session) -> object:
        if not self.reason.current():
            raise InputError("end_reason", "end_reason_missing")
        day = self.day.day()
        assert day is not None
        end_placement(
            session,
            self.placement.id,
            day,
            EndReason(self.reason.current()),
            other=self.other.text(),
            certificate_given=self.certificate.isChecked(),
        )
        return self.placement.id

    def _suit(self) -> None:
        self.other.setVisible(self.reason.current() == EndReason.OTHER)
