"""The tab Arbete & studier: bars over time, placements, stages and studies; beside them wishes and the way so far."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.routines import Checklist, RoutineEntry
from mentorapp.domain.studies import StudyConference, StudyPlan
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.requests import DraftRequest, PlacementRequest, PrintRequest
from ui.theme import Theme
from ui.widgets.checklist_card import ChecklistCard
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.lane_values import Bar
from ui.widgets.wide_columns import WideColumns

from ..reading import Person
from ..tab import Tab
from ..thing_sheet import Desk
from .acts import WorkActs
from .forms import WorkForms, open_found
from .lanes import WorkLanes
from .placements_card import PlacementsCard
from .plan_card import PlanCard
from .plans_box import PlansBox
from .progress_card import ProgressCard
from .reading import Work, read_work
from .stages_card import StagesCard
from .studies_card import StudiesCard
from .wishes_card import WishesCard

PLACE = "work"


class WorkTab(Tab):
    """Enter on a placement asks for its page by `placement_wanted`."""

    shows = WorkLanes.tables | {
        "se_stage", "study_date", "study_helper", "study_conference", "study_phase", "vocational_profile",
        "after_support", "routine_item", "list_word", "contact",
    }  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._person: Person | None = None
        self._work: Work | None = None
        self.acts = WorkActs(store, self._who)
        self.forms = WorkForms(self._desk, self._known)
        self.lanes = WorkLanes(store, texts, theme)
        self.placements = PlacementsCard(theme, texts)
        self.stages = StagesCard(theme, texts)
        self.studies = StudiesCard(theme, texts)
        self.plans = PlansBox(theme, texts)
        self.wishes = WishesCard(theme, texts)
        self.progress = ProgressCard(theme, texts)
        self.checklist = ChecklistCard(theme, texts, Checklist.SED, self.acts.add_own, heading=self._phase_of)
        self.columns = WideColumns(
            theme,
            self.lanes,
            (self.placements, self.stages, self.studies, self.plans),
            (self.wishes, self.progress, self.checklist),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self._connect()

    def _connect(self) -> None:
        self.lanes.picture.activated.connect(lambda _lane, mark: self._open_mark(mark))
        self.placements.opened.connect(lambda one: self._ask_placement(one.id))
        self.placements.new_wanted.connect(self.open_placement)
        self.placements.match_wanted.connect(self.open_match)
        self.placements.work_wanted.connect(self.forms.begun)
        self.stages.wanted.connect(self.forms.stage)
        self.stages.begin_wanted.connect(lambda stage: self.forms.stage(None, stage))
        self.stages.end_wanted.connect(self.acts.end_stage)
        self.studies.wanted.connect(self.forms.studies)
        self.plans.made.connect(self._connect_plan)
        self.wishes.change_wanted.connect(self._change_wishes)
        self.checklist.said.connect(lambda entry, state: self.acts.say(Checklist.SED, entry, state))
        self.checklist.details_wanted.connect(self.forms.item)

    def _connect_plan(self, card: PlanCard, plan_of: Callable[[], StudyPlan]) -> None:
        forms = self.forms
        card.wanted.connect(lambda: forms.studies(plan_of().studies))
        card.phase_wanted.connect(lambda phase: self.acts.set_phase(plan_of().studies.id, phase))
        card.date_wanted.connect(lambda one: forms.date(plan_of(), one))
        card.date_done.connect(self.acts.tick_date)
        card.helper_wanted.connect(lambda one: forms.helper(plan_of(), one))
        card.talk_wanted.connect(lambda one: forms.talk(plan_of(), one))
        card.write_up_wanted.connect(lambda one: forms.held_talk(plan_of(), one))
        card.agenda_wanted.connect(self._print_agenda)

    def show_person(self, person: Person) -> None:
        somebody_else = self._person is None or self._person.mentee.id != person.mentee.id
        self._person = person
        with self.store.read() as session:
            work = self._work = read_work(session, person)
        self.lanes.show_person(person)
        self.lanes.setVisible(bool(work.placements or work.plans))
        for card in (self.placements, self.stages, self.studies, self.plans, self.wishes, self.progress):
            card.show_work(person, work)
        if somebody_else:
            self.checklist.keep_drafts(FormDrafts(self.store, f"{PLACE}.own:{Checklist.SED.value}", person.mentee.id))
        self.checklist.setVisible(bool(work.sed))
        self.checklist.show_entries(person.today, work.sed)

    def sides(self) -> list[QWidget]:
        return [side for side in self.columns.sides() if not side.isHidden()]

    def focus_first(self) -> None:
        """The newest placement; the way to a first one where there is none."""
        (self.placements.first_row() or self.placements.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_draft(self, form: str) -> None:
        thing, _, key = form.removeprefix(f"{PLACE}.").partition(":")
        if thing == "placement":
            self.open_placement()
        else:
            self.forms.open_draft(thing, key)

    def open_placement(self, workplace_id: UUID | None = None) -> None:
        """With the focus on the new one when it is there."""
        self.forms.placement(workplace_id).kept.connect(self.placements.focus_placement)

    def open_match(self) -> None:
        self.forms.match().taken.connect(self.open_placement)

    def _ask_placement(self, placement_id: UUID) -> None:
        self.placement_wanted.emit(PlacementRequest(self._who().mentee.id, placement_id))

    def _open_mark(self, mark: object) -> None:
        """Enter on the lanes: the page of the placement, or the form of the studies."""
        key = getattr(mark, "key", None)
        if isinstance(mark, Bar):
            open_found(self.forms.studies, [plan.studies for plan in self._known().plans], str(key))
        elif isinstance(key, UUID):
            self._ask_placement(key)

    def _print_agenda(self, talk: StudyConference) -> None:
        self.print_wanted.emit(PrintRequest(self._who().mentee.id, template="P22", about=talk.id))

    def _change_wishes(self) -> None:
        self.opened.emit(DraftRequest(self._who().mentee.id, "mapping.profile"))

    def _phase_of(self, entry: RoutineEntry) -> str:
        phase = entry.word.get("phase")
        return self.texts(f"codes.study_phase_{phase}") if phase else ""

    def _who(self) -> Person:
        assert self._person is not None
        return self._person

    def _known(self) -> Work:
        assert self._work is not None
        return self._work

    def _desk(self) -> Desk:
        return Desk(self.window(), self.store, self.texts, self.theme, self._who(), PLACE)
