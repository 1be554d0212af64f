"""The tab Uppgifter: each field is stored when it is left; what has its days opens a form."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.record_sheet import EXTRACT
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.language.texts import Texts
from mentorapp.store.intake import take_back_no
from mentorapp.store.routines import set_routine_item
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.youth_duties import hand_over
from ui.theme import Theme
from ui.widgets.columns import ColumnsTab
from ui.widgets.page_drafts import PageDrafts

from ..papers.make_card import MakeCard
from ..reading import Person
from ..tab import Tab
from ..tab_list import TABS
from .background_card import BackgroundCard
from .death_card import DeathPart
from .duty_card import DutyCard
from .field_store import FieldStore, values_of
from .identity_card import IdentityCard
from .intake_card import IntakeCard
from .occupation_card import OccupationCard
from .opening import Opening
from .person_card import PersonCard
from .reach_card import ReachCard
from .reading import Details, read_details
from .representatives_card import RepresentativesCard


class DetailsTab(Tab):
    """F2 and the initial open it, on the name."""

    shows = frozenset(
        {
            "mentee", "mentee_former_name", "mentee_former_number", "mentee_address", "mentee_municipality",
            "occupation_period", "youth_duty", "network_link", "contact", "routine_item", "setting", "enrolment",
            "session", "list_word",
        }
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._details: Details | None = None
        self.intake = IntakeCard(theme, texts)
        self.who = PersonCard(theme, texts, store.clock)
        self.reach = ReachCard(theme, texts)
        self.identity = IdentityCard(theme, texts)
        self.background = BackgroundCard(theme, texts)
        self.occupation = OccupationCard(theme, texts)
        self.duty = DutyCard(theme, texts)
        self.representatives = RepresentativesCard(theme, texts)
        self.death = DeathPart(theme, texts)
        left = (self.intake, self.who, self.reach)
        right = (self.representatives, self.occupation, self.duty, self.background, self.identity)
        self.papers = MakeCard(theme, texts, texts("details.stored"), (EXTRACT.code,))
        self.papers.print_wanted.connect(self.print_wanted)
        self._cards = (*left, *right, self.death)
        self.columns = ColumnsTab(theme, left, (*right, self.papers, self.death))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self.fields = self.who.fields | self.reach.fields | self.identity.fields | self.background.fields
        self.stored = FieldStore(store, self.fields)
        self.drafts = PageDrafts(store, "details.person", None, parent=self, texts=texts)
        for name, field in self.fields.items():
            self.drafts.attach(name, field, partial(self.stored.commit, name), self.who.faults.get(name))
        self.opening = Opening(self, theme, texts, store, self.write_all)
        self._connect()

    def show_person(self, person: Person) -> None:
        """What is typed of the person before is stored as theirs first."""
        if self.stored.mentee_id is None:
            self.stored.mentee_id = person.mentee.id
        self.drafts.show(person.mentee.id, values_of(person.mentee))
        self.stored.mentee_id = person.mentee.id
        with self.store.read() as session:
            details = self._details = self.opening.details = read_details(session, person)
        for card in self._cards:
            card.show_details(details)
        self.papers.show_person(person)
        self.representatives.to_network.setVisible("network" in TABS)

    def sides(self) -> list[QWidget]:
        return self.columns.sides()

    def focus_first(self) -> None:
        """On the next stage of the way in while somebody is on it, else on the name."""
        target = self.intake.next_act() or self.fields["preferred_name"]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_all(self) -> None:
        self.drafts.write_all()

    def open_draft(self, form: str) -> None:
        self.opening.open_draft(form)

    def _connect(self) -> None:
        opening = self.opening
        for lines, open_line in (
            (self.who.former, opening.open_former_name),
            (self.reach.addresses, opening.open_address),
            (self.reach.municipalities, opening.open_municipality),
            (self.occupation.lines, opening.open_occupation),
            (self.duty.lines, opening.open_duty),
        ):
            lines.add_wanted.connect(open_line)
            lines.change_wanted.connect(open_line)
        self.duty.handover_wanted.connect(self._hand_over)
        self.duty.ticked.connect(self._tick)
        self.identity.field_wanted.connect(self._show_field)
        self.identity.number_wanted.connect(opening.open_number)
        self.representatives.network_wanted.connect(lambda: self.tab_wanted.emit("network"))
        self.death.note_wanted.connect(opening.open_death)
        self.death.undo_wanted.connect(lambda: self.stored.change("death_taken_back", deceased_on=None))
        self.intake.interest_wanted.connect(opening.open_interest)
        self.intake.offer_wanted.connect(opening.open_offer)
        self.intake.yes_wanted.connect(opening.open_yes)
        self.intake.no_wanted.connect(opening.open_no)
        self.intake.again_wanted.connect(self._take_back_no)
        self.intake.erase_wanted.connect(opening.open_erase)

    @property
    def _known(self) -> Details:
        assert self._details is not None
        return self._details

    def _show_field(self, shown: bool) -> None:
        with self.store.write("setting_changed") as session:
            change_setting(session, "show_id_number", shown)

    def _hand_over(self) -> None:
        duty = self._known.duty
        if duty is not None:
            with self.store.write("duty_ended") as session:
                hand_over(session, duty.id, self._known.person.today)

    def _tick(self, item: str, done: bool) -> None:
        state = ItemState.DONE if done else ItemState.OPEN
        with self.store.write("routine_set") as session:
            set_routine_item(session, self._known.person.mentee.id, Checklist.KAA_HANDOVER, item, state)

    def _take_back_no(self) -> None:
        with self.store.write("no_taken_back") as session:
            take_back_no(session, self._known.person.mentee.id)
