"""The forms that open over the page, each with what it needs of the placement as it is now."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from mentorapp.domain.placements import HoursPeriod
from mentorapp.domain.scales import Respondent, ScaleDefinition
from mentorapp.domain.workplace_rounds import WorkplaceForms
from mentorapp.domain.workplace_support import Adaptation, SeStage, SupportIntensity, WorkplaceFollowUp
from ui.widgets.form_sheet import FormSheet
from ui.widgets.scale_entry import About, AnsweredSheet, Form, ScaleSheet

from .adaptation_sheet import AdaptationSheet
from .details_sheet import DetailsSheet
from .disclosure_sheet import DisclosureSheet
from .end_sheet import EndSheet
from .follow_up_sheet import FollowUpSheet
from .hours_sheet import HoursSheet
from .sheet import Desk, draft_name
from .stage_sheet import StageSheet
from .supervisor_sheet import SupervisorSheet
from .support_sheet import SupportSheet
from .words import answer_of, called

SheetT = TypeVar("SheetT", bound=FormSheet)


class PlacementForms:
    """`desk` gives the place and the values when a form is opened."""

    def __init__(self, desk: Callable[[], Desk]) -> None:
        self._desk = desk

    def details(self) -> DetailsSheet:
        return _opened(DetailsSheet(self._desk()))

    def supervisor(self) -> SupervisorSheet:
        return _opened(SupervisorSheet(self._desk()))

    def disclosure(self) -> DisclosureSheet:
        return _opened(DisclosureSheet(self._desk()))

    def end(self) -> EndSheet:
        return _opened(EndSheet(self._desk()))

    def hours(self, period: HoursPeriod | None = None) -> HoursSheet:
        return _opened(HoursSheet(self._desk(), period))

    def support(self, level: SupportIntensity | None = None) -> SupportSheet:
        return _opened(SupportSheet(self._desk(), level))

    def adaptation(self, one: Adaptation) -> AdaptationSheet:
        return _opened(AdaptationSheet(self._desk(), one))

    def stage(self, stage: SeStage) -> StageSheet:
        return _opened(StageSheet(self._desk(), stage))

    def follow_up(self, one: WorkplaceFollowUp | None = None) -> FollowUpSheet:
        """After a new one the crosses are entered, first the mentee's."""
        sheet = FollowUpSheet(self._desk(), one)
        if one is None:
            sheet.kept.connect(lambda key: self._enter(key, sheet.wants))
        return _opened(sheet)

    def missing(self, one: WorkplaceFollowUp) -> ScaleSheet | None:
        """The next form that is awaited at a follow-up; nothing where there is none to fill in."""
        view = self._desk().view
        there, pair = view.answered(one.id), self._pair_of(one.id)
        own = None if answer_of(there, Respondent.MENTEE) or one.answers_by == "supervisor" else pair.own
        other = None if answer_of(there, Respondent.SUPERVISOR) or one.answers_by == "mentee" else pair.other
        return self._enter(one.id, WorkplaceForms(own, other))

    def marks(self, follow_up: UUID, respondent: Respondent) -> ScaleSheet | None:
        """The crosses of one of the two, put right; or entered, where there are none."""
        desk = self._desk()
        response = answer_of(desk.view.answered(follow_up), respondent)
        if response is not None:
            definition = desk.view.scales[response.code, response.version]
        else:
            pair = self._pair_of(follow_up)
            found = pair.own if respondent is Respondent.MENTEE else pair.other
            if found is None:
                return None
            definition = found
        return _opened(self._sheet(desk, follow_up, definition))

    def void(self, follow_up: UUID, respondent: Respondent) -> None:
        """The same form, with the question why."""
        sheet = self.marks(follow_up, respondent)
        if isinstance(sheet, AnsweredSheet):
            sheet.ask_why()

    def open_draft(self, form: str) -> None:
        """What it was about may be gone; then nothing opens."""
        thing, _, key = form.removeprefix("placement.").partition(":")
        _, _, part = key.partition(".")
        view = self._desk().view
        plain: dict[str, Callable[[], object]] = {
            "details": self.details,
            "supervisor": self.supervisor,
            "disclosure": self.disclosure,
            "end": self.end,
        }
        new: dict[str, Callable[[], object]] = {
            "hours": self.hours,
            "support": self.support,
            "follow_up": self.follow_up,
        }
        if thing in plain:
            plain[thing]()
        elif thing == "marks":
            self._open_marks(part)
        elif thing == "stage" and part in list(SeStage):
            self.stage(SeStage(part))
        elif not part and thing in new:
            new[thing]()
        else:
            self._open_part(thing, part, view.placement.hours)

    def _open_part(self, thing: str, part: str, hours: tuple[HoursPeriod, ...]) -> None:
        view = self._desk().view
        for period in hours:
            if thing == "hours" and period.id.hex == part:
                self.hours(period)
        for level in view.support:
            if thing == "support" and level.id.hex == part:
                self.support(level)
        for need in view.adaptations:
            if thing == "adaptation" and need.id.hex == part:
                self.adaptation(need)
        for one in view.follow_ups:
            if thing == "follow_up" and one.id.hex == part:
                self.follow_up(one)

    def _open_marks(self, part: str) -> None:
        key, _, who = part.partition("-")
        one = next((one for one in self._desk().view.follow_ups if one.id.hex == key), None)
        if one is not None and who in list(Respondent):
            self.marks(one.id, Respondent(who))

    def _enter(self, follow_up: object, wanted: WorkplaceForms) -> ScaleSheet | None:
        """One form after the other."""
        assert isinstance(follow_up, UUID)
        if not wanted.all_:
            return None
        sheet = self._sheet(self._desk(), follow_up, wanted.all_[0])
        if len(wanted.all_) > 1:
            sheet.kept.connect(lambda _key: self._enter(follow_up, WorkplaceForms(None, wanted.other)))
        return _opened(sheet)

    def _sheet(self, desk: Desk, follow_up: UUID, definition: ScaleDefinition) -> ScaleSheet:
        view, who = desk.view, definition.respondent
        is_own = who is Respondent.MENTEE
        name = view.name if is_own else called(desk.texts, view)
        here = view.answered(follow_up)
        said = next((one for one in view.follow_ups if one.id == follow_up), None)
        before = [answer_of(one, who) for one in view.rounds if one.follow_up_id != follow_up]
        same = [one for one in before if one and (one.code, one.version) == (definition.code, definition.version)]
        form = Form(
            definition=definition, name=name, before=same[-1] if same else None, response=answer_of(here, who),
            hidden=view.hidden,
        )  # fmt: skip
        about = About(
            mentee_id=view.mentee.id,
            enrolment_id=view.placement.enrolment_id,
            placement_id=view.placement.id,
            follow_up_id=follow_up,
            contact_id=None if is_own else view.placement.supervisor_id,
        )
        kind = ScaleSheet if form.response is None else AnsweredSheet
        sheet = kind(
            desk.window, desk.theme, desk.texts, desk.store, form, about,
            form=draft_name("marks", view.placement.id, f"{follow_up.hex}-{who.value}"),
            title=desk.texts("placement.marks_of", name=name, title=definition.title(desk.texts.language)),
        )  # fmt: skip
        if form.response is None and said is not None:
            sheet.entry.head.day.set_day(said.event_date)
        return sheet

    def _pair_of(self, follow_up: UUID) -> WorkplaceForms:
        """The forms of a round that has begun, else the first that can be chosen."""
        view = self._desk().view
        there = view.answered(follow_up)
        asked = None if there is None else there.own or there.other or there.answers[-1]
        for pair in view.forms:
            if asked is None or any(one.code == asked.code for one in pair.all_):
                return pair
        return WorkplaceForms()


def _opened(sheet: SheetT) -> SheetT:
    first = getattr(sheet, "first_field", None)
    sheet.open(first() if callable(first) else None)
    return sheet
