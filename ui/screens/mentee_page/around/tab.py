"""The tab Runt om: everything at once over the whole width, then who does what, money, lists and files."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import MentorError
from mentorapp.domain.routines import Attachment, Checklist, RoutineEntry
from mentorapp.domain.support import IncomePeriod, ParallelIntervention
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.dialogs import ask_open
from ui.requests import DraftRequest, PlacementRequest, PrintRequest
from ui.theme import Theme
from ui.widgets.checklist_card import ChecklistCard, item_key
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.lane_values import Bar, Dot, MeetingSign
from ui.widgets.wide_columns import WideColumns

from ..item_sheet import ItemSheet
from ..lanes_card import LanesCard
from ..lanes_panel import LanesPanel
from ..reading import Person
from ..tab import Tab
from ..thing_sheet import Desk, ThingSheet
from .acts import AroundActs
from .file_viewer import FileViewer
from .files_card import FilesCard
from .income_sheet import IncomeSheet
from .intervention_sheet import InterventionSheet
from .interventions_card import InterventionsCard
from .money_card import MoneyCard
from .reading import CHECKLISTS, Around, has_assessment, read_around
from .state_sheet import of_income, of_intervention


class AroundTab(Tab):
    """`opened` carries the UUID of a contact that was chosen on the lanes."""

    shows = LanesCard.tables | {"routine_item", "attachment", "list_word", "contact", "commitment"}

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._person: Person | None = None
        self._around: Around | None = None
        self.ask_open = ask_open
        self.acts = AroundActs(store, self._who)
        self.lanes = LanesPanel(store, texts, theme)
        self.interventions = InterventionsCard(theme, texts)
        self.money = MoneyCard(theme, texts)
        self.checklists = {kind: ChecklistCard(theme, texts, kind, self.acts.add_own) for kind in CHECKLISTS}
        self.files = FilesCard(theme, texts)
        self.columns = WideColumns(
            theme,
            self.lanes,
            (self.interventions, self.money),
            (*self.checklists.values(), self.files),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self._connect()

    def _connect(self) -> None:
        self.lanes.paper_wanted.connect(lambda: self.print_wanted.emit(self.print_request()))
        self.lanes.picture.activated.connect(lambda _lane, mark: self._open_mark(mark))
        self.interventions.wanted.connect(self.open_intervention)
        self.interventions.state_wanted.connect(lambda one: self._open(of_intervention(self._desk(), one)))
        self.interventions.meeting_wanted.connect(self._promise_meeting)
        self.money.wanted.connect(self.open_income)
        self.money.state_wanted.connect(lambda one: self._open(of_income(self._desk(), one)))
        self.money.meeting_wanted.connect(self._promise_meeting)
        self.money.months_wanted.connect(self.acts.write_months)
        for card in self.checklists.values():
            self._connect_list(card)
        self.files.add_wanted.connect(lambda: self.add_file())
        self.files.opened.connect(self.open_file)

    def _connect_list(self, card: ChecklistCard) -> None:
        card.said.connect(lambda entry, state: self.acts.say(card.checklist, entry, state))
        card.details_wanted.connect(lambda entry: self.open_item(card.checklist, entry))
        card.file_wanted.connect(lambda entry: self.add_file(card.checklist, entry))
        card.file_opened.connect(self.open_file)

    def show_person(self, person: Person) -> None:
        somebody_else = self._person is None or self._person.mentee.id != person.mentee.id
        self._person = person
        with self.store.read() as session:
            around = self._around = read_around(session, person)
        self.lanes.show_person(person)
        self.interventions.show_around(person, around)
        self.money.show_around(person, around)
        entries = dict(around.checklists)
        for kind, card in self.checklists.items():
            card.setVisible(self._is_shown(kind, around))
            card.show_entries(person.today, entries.get(kind, ()), around.files)
        if somebody_else:
            self.files.fault.show_sentence(None)
            self._turn_drafts(person)
        self.files.show_around(person, around)

    def _is_shown(self, kind: Checklist, around: Around) -> bool:
        """What an assessment opens is asked about where there is one (I26); the rest always."""
        entries = dict(around.checklists).get(kind, ())
        if kind is Checklist.NPF_FOLLOW_ON:
            return bool(entries) and (has_assessment(around) or any(entry.said for entry in entries))
        return bool(entries)

    def _turn_drafts(self, person: Person) -> None:
        """What was typed as an item of somebody's own waits for that person."""
        for kind, card in self.checklists.items():
            card.keep_drafts(FormDrafts(self.store, f"around.own:{kind.value}", person.mentee.id))

    def print_request(self) -> PrintRequest | None:
        """The lanes on paper."""
        return PrintRequest(self._person.mentee.id, template="P20") if self._person else None

    def sides(self) -> list[QWidget]:
        return self.columns.sides()

    def focus_first(self) -> None:
        self.lanes.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_draft(self, form: str) -> None:
        """What it was about may be gone; then nothing opens."""
        thing, _, key = form.partition(":")
        assert self._around is not None
        if thing == "around.item":
            for kind, entries in self._around.checklists:
                for entry in entries:
                    if item_key(kind, entry) == key:
                        self.open_item(kind, entry)
            return
        new: dict[str, Callable[[None], object]] = {
            "around.intervention": self.open_intervention,
            "around.income": self.open_income,
        }
        if thing in new and not key:
            new[thing](None)
        elif thing.endswith("_state"):
            self._open_states(key)
        elif thing in new:
            self._open_thing(key)

    def _open_states(self, key: str) -> None:
        assert self._around is not None
        for intervention in self._around.interventions:
            if str(intervention.id) == key:
                self._open(of_intervention(self._desk(), intervention))
        for income in self._around.incomes:
            if str(income.id) == key:
                self._open(of_income(self._desk(), income))

    def _open_thing(self, key: str) -> bool:
        """The form of what has that identifier; False when it is nothing of this tab, or gone."""
        assert self._around is not None
        for intervention in self._around.interventions:
            if str(intervention.id) == key:
                self.open_intervention(intervention)
                return True
        for income in self._around.incomes:
            if str(income.id) == key:
                self.open_income(income)
                return True
        return False

    def open_intervention(self, one: ParallelIntervention | None) -> ThingSheet:
        return self._open(InterventionSheet(self._desk(), one))

    def open_income(self, one: IncomePeriod | None) -> ThingSheet:
        return self._open(IncomeSheet(self._desk(), one))

    def open_item(self, checklist: Checklist, entry: RoutineEntry) -> ThingSheet:
        return self._open(ItemSheet(self._desk(), checklist, entry))

    def open_file(self, file: Attachment) -> FileViewer:
        viewer = FileViewer(self._desk(), file)
        viewer.open(viewer.first_field())
        return viewer

    def add_file(self, checklist: Checklist | None = None, entry: RoutineEntry | None = None) -> None:
        """A file chosen in the system's dialog; for an item of a checklist, or for the person."""
        self.files.fault.show_sentence(None)
        path = self.ask_open(self.window(), self.texts("around.file_add"), self.texts("around.file_kinds"))
        if path is None:
            return
        try:
            self.acts.keep_file(path, checklist, entry)
        except MentorError as refusal:
            self.files.fault.show_sentence(self.texts.error(refusal))
            self.columns.ensureWidgetVisible(self.files.fault)

    def _promise_meeting(self) -> None:
        self.acts.promise_meeting(self.texts("around.meeting_promise"))

    def _open_mark(self, mark: object) -> None:
        """Enter on the lanes: the contact, the page of the placement, or the form of what the bar is; studies have
        theirs on a tab of their own."""
        key = getattr(mark, "key", None)
        if isinstance(mark, Dot):
            self.opened.emit(key)
        elif isinstance(mark, MeetingSign):
            self.opened.emit(mark)
        elif isinstance(key, UUID) and not self._open_thing(str(key)):
            mentee_id = self._who().mentee.id
            if isinstance(mark, Bar):
                self.opened.emit(DraftRequest(mentee_id, f"work.studies:{key}"))
            else:
                self.placement_wanted.emit(PlacementRequest(mentee_id, key))

    def _open(self, sheet: ThingSheet) -> ThingSheet:
        sheet.open(sheet.first_field())
        return sheet

    def _who(self) -> Person:
        assert self._person is not None
        return self._person

    def _desk(self) -> Desk:
        return Desk(self.window(), self.store, self.texts, self.theme, self._who(), "around")
