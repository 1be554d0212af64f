"""The form that says that work has begun, filled with what the placement knows: one form, on two tabs (B.9, P17)."""

from sqlalchemy.orm import Session

from mentorapp.domain.closing import Destination
from mentorapp.domain.placements import Placement, PlacementType, percent_of
from ui.widgets.form_sheet import FormSheet

from ..closing.reading import read_case
from ..closing.sheets import WorkSheet
from ..thing_sheet import Desk

_EXTENTS = (25, 50, 75, 100)


def begun_sheet(session: Session, desk: Desk, placement: Placement) -> FormSheet:
    case = read_case(session, desk.person, placement.enrolment_id)
    assert case is not None
    sheet = WorkSheet(desk.window, desk.theme, desk.texts, desk.store, desk.person, case, None)
    subsidised = placement.type is PlacementType.SUBSIDISED_JOB
    entry = Destination.EMPLOYMENT_SUBSIDISED if subsidised else Destination.EMPLOYMENT_REGULAR
    sheet.entry.choose(entry.value)
    sheet.started.set_day(placement.from_date)
    hours = placement.hours_on(desk.store.clock.today())
    if hours is not None:
        sheet.extent.choose(str(min(_EXTENTS, key=lambda one: abs(one - percent_of(hours)))))
    if placement.workplace is not None and not desk.person.mentee.is_protected:
        sheet.place.set_text(placement.workplace.name)
    return sheet
