"""Who is the supervisor now: of the register, or somebody new; for the workplace in the bank too, if one likes."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.store.network import contact_from
from mentorapp.store.placements import change_placement
from mentorapp.store.workplaces import change_workplace
from ui.widgets.contact_chooser import ContactChooser
from ui.widgets.tick_box import TickBox

from .sheet import Desk, PlacementSheet


class SupervisorSheet(PlacementSheet):
    """The one before stays with what was said and filled in then."""

    def __init__(self, desk: Desk) -> None:
        texts = desk.texts
        super().__init__(
            desk, title=texts("placement.supervisor_now"), thing="supervisor", label="placement_changed"
        )  # fmt: skip
        self.who = self.add(
            "supervisor_id",
            ContactChooser(desk.store, texts, desk.theme, texts("placement.supervisor"), mentee_id=desk.view.mentee.id),
        )
        here = desk.view.supervisor
        if here is not None and not here.has_left(desk.view.today):
            self.who.choose(here.id)
        self.bank = self.add("bank", TickBox(desk.theme, texts("placement.supervisor_bank"), fades=False))
        place = self.placement.workplace
        self.bank.setChecked(place is not None and place.supervisor_id == self.placement.supervisor_id)
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.who.line

    def write(self, session: Session) -> object:
        place = self.placement.workplace
        organisation = place.organisation_id if place else None
        who = contact_from(session, self.who.value(), organisation_id=organisation)
        change_placement(session, self.placement.id, supervisor_id=who)
        if self.bank.isChecked():
            change_workplace(session, self.placement.workplace_id, supervisor_id=who)
        return self.placement.id
