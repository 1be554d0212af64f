"""The forms of the tab, opened for the person in sight; also by the name of a draft that was begun."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt

from mentorapp.domain.placements import Placement
from mentorapp.domain.routines import Checklist, RoutineEntry
from mentorapp.domain.studies import EducationSupport, StudyConference, StudyDate, StudyHelper, StudyPlan
from mentorapp.domain.workplace_support import SeStage, StageEntry
from ui.widgets.checklist_card import item_key
from ui.widgets.form_sheet import FormSheet

from ..item_sheet import ItemSheet
from ..thing_sheet import Desk
from .begun_sheet import begun_sheet
from .conference_sheets import HeldTalkSheet, TalkSheet
from .match_sheet import MatchSheet
from .placement_sheet import PlacementSheet
from .reading import Work, read_places
from .stage_sheet import StageSheet
from .study_part_sheets import StudyDateSheet, StudyHelperSheet
from .study_sheet import StudySheet

SheetT = TypeVar("SheetT", bound=FormSheet)


class WorkForms:
    """`desk` and `work` give whom the forms are about and what there is, when one is opened."""

    def __init__(self, desk: Callable[[], Desk], work: Callable[[], Work]) -> None:
        self._desk, self._work = desk, work

    def placement(self, workplace_id: UUID | None = None) -> PlacementSheet:
        sheet = _opened(PlacementSheet(self._desk(), self._work().placements, self._work().profile))
        if workplace_id is not None:
            sheet.choose_place(workplace_id)
            sheet.kind.setFocus(Qt.FocusReason.TabFocusReason)
        return sheet

    def match(self) -> MatchSheet:
        desk = self._desk()
        with desk.store.read() as session:
            places, sectors = read_places(session, desk.texts.language)
        sheet = MatchSheet(desk, self._work().profile, places, sectors)
        sheet.open(sheet.first_stop())
        return sheet

    def begun(self, placement: Placement) -> FormSheet:
        """The form that says that work has begun, as it is on the tab of the enrolment."""
        desk = self._desk()
        with desk.store.read() as session:
            sheet = begun_sheet(session, desk, placement)
        return _opened(sheet)

    def stage(self, one: StageEntry | None, suggested: SeStage | None = None) -> StageSheet:
        return _opened(StageSheet(self._desk(), one, suggested))

    def studies(self, one: EducationSupport | None) -> StudySheet:
        return _opened(StudySheet(self._desk(), one))

    def date(self, plan: StudyPlan, one: StudyDate | None) -> StudyDateSheet:
        return _opened(StudyDateSheet(self._desk(), plan.studies.id, one))

    def helper(self, plan: StudyPlan, one: StudyHelper | None) -> StudyHelperSheet:
        return _opened(StudyHelperSheet(self._desk(), plan.studies.id, one))

    def talk(self, plan: StudyPlan, one: StudyConference | None) -> TalkSheet:
        return _opened(TalkSheet(self._desk(), plan, one))

    def held_talk(self, plan: StudyPlan, one: StudyConference) -> HeldTalkSheet:
        return _opened(HeldTalkSheet(self._desk(), plan, one))

    def item(self, entry: RoutineEntry) -> ItemSheet:
        return _opened(ItemSheet(self._desk(), Checklist.SED, entry))

    def open_draft(self, thing: str, key: str) -> None:
        """What it was about may be gone; then nothing opens."""
        work = self._work()
        if thing == "stage":
            open_found(self.stage, work.stages, key)
        elif thing == "studies":
            open_found(self.studies, [plan.studies for plan in work.plans], key)
        elif thing == "item":
            for entry in work.sed:
                if item_key(Checklist.SED, entry) == key:
                    self.item(entry)
        else:
            self._open_part(thing, key)

    def _open_part(self, thing: str, key: str) -> None:
        """A new part bears the key of its studies, one that is changed its own."""
        opens: dict[str, Callable[[StudyPlan, Any], object]] = {
            "date": self.date, "helper": self.helper, "talk": self.talk, "held_talk": self.held_talk,
        }  # fmt: skip
        if thing not in opens:
            return
        for plan in self._work().plans:
            parts: dict[str, Iterable[Any]] = {"date": plan.dates, "helper": plan.team}
            if str(plan.studies.id) == key and thing != "held_talk":
                opens[thing](plan, None)
            for one in parts.get(thing, plan.conferences):
                if str(one.id) == key:
                    opens[thing](plan, one)


def open_found(opens: Callable[[Any], object], things: Iterable[Any], key: str) -> None:
    """The one of that key; a new one without a key."""
    if not key:
        opens(None)
    for one in things:
        if str(one.id) == key:
            opens(one)


def _opened(sheet: SheetT) -> SheetT:
    sheet.open(sheet.first_field())
    return sheet
