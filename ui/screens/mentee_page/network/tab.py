"""The tab Nätverk & samtycken: people by authority at the left; consents, obstacles and own tasks at the right."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mentorapp.domain.consents import Consent, ConsentKind
from mentorapp.domain.handover_sheet import HANDOVER
from mentorapp.domain.network import NetworkLink, OrganisationKind
from mentorapp.domain.obstacles import Obstacle
from mentorapp.exchange.addressees import To
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.requests import PrintRequest
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.columns import ColumnsTab
from ui.widgets.flow import FlowLayout
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text

from ..reading import Person
from ..tab import Tab
from ..thing_sheet import Desk
from .acts import NetworkActs
from .consent_sheet import ConsentSheet
from .consents_card import ConsentAsks, ConsentsCard
from .disclosures import DisclosuresCard, DisclosureSheet
from .leave_sheet import LeaveSheet
from .link_row import LinkAsks, LinkRows
from .link_sheet import LinkSheet
from .obstacle_sheet import ObstacleSheet
from .obstacles_card import ObstaclesCard
from .other_consents import OtherConsentSheet
from .people import PeopleColumn
from .reading import Network, read_network
from .replace_sheet import ReplaceSheet
from .tasks_card import TasksCard

SheetT = TypeVar("SheetT", bound=FormSheet)


class NetworkTab(Tab):
    """`place_wanted` asks the window for the register of people and organisations."""

    shows = frozenset(
        {
            "mentee", "network_link", "contact", "organisation", "obstacle", "parallel_intervention", "commitment",
            "consent", "disclosure", "meeting", "meeting_invitee",
        }
    )  # fmt: skip

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._network: Network | None = None
        self.acts = NetworkActs(store)
        around = LinkAsks(self.open_link, self.open_replace, self.open_leave, self.hand_over)
        self.rows = LinkRows(theme, texts, self.acts, around)
        self.adding = Button(theme, texts("network.add"), "plus", kind=Kind.PRIMARY)
        self.adding.clicked.connect(lambda: self.open_link(None))
        self.register = Button(theme, texts("network.register"), "people", kind=Kind.QUIET)
        self.register.clicked.connect(lambda: self.place_wanted.emit("register"))
        self.people = PeopleColumn(theme, texts, self.rows, self.open_authority)
        asks = ConsentAsks(self.open_consent, self.open_other, self.paper)
        self.consents = ConsentsCard(theme, texts, self.acts, asks)
        self.consents.tab_wanted.connect(self.tab_wanted)
        self.consents.disclosure_wanted.connect(self.open_disclosure)
        self.told = DisclosuresCard(theme, texts)
        self.obstacles = ObstaclesCard(theme, texts, self.acts, self.open_obstacle)
        self.tasks = TasksCard(theme, texts)
        self.tasks.tab_wanted.connect(self.tab_wanted)
        self.why_less = Text(theme, texts("mentee.youth_duty_only"), Role.SMALL, tone="ink2", wrap=True)
        self.why_less.hide()
        side = (self.consents, self.obstacles, self.tasks, self.told)
        self.columns = ColumnsTab(theme, (self._bar(), self.people, self.why_less), side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _bar(self) -> QWidget:
        """The two acts, below one another where they do not fit side by side."""
        bar = QWidget()
        line = FlowLayout(bar, 8)
        line.addWidget(self.adding)
        line.addWidget(self.register)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        bar.setSizePolicy(policy)
        return bar

    def show_person(self, person: Person) -> None:
        with self.store.read() as session:
            self._network = network = read_network(session, person)
        self.why_less.setVisible(bool(person.hidden))
        self.people.show_network(network)
        self.consents.show_network(network)
        self.told.show_network(network)
        self.obstacles.show_network(network)
        self.tasks.show_network(network)

    def sides(self) -> list[QWidget]:
        return self.columns.sides()

    def focus_first(self) -> None:
        self.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_draft(self, form: str) -> None:
        """`network.link`, `network.obstacle`, or with an id the form about that one."""
        name, _, key = form.removeprefix("network.").partition(":")
        network = self._network
        if network is None:
            return
        if not key:
            self._open_new(name)
            return
        consent = network.consent(UUID(hex=key))
        if consent is not None:
            (self.open_consent if name == "consent" else self.open_other)(consent)
            return
        link, obstacle = network.link(UUID(hex=key)), network.obstacle(UUID(hex=key))
        if obstacle is not None:
            self.open_obstacle(obstacle)
        elif link is not None:
            opens = {"link": self.open_link, "replace": self.open_replace, "leave": self.open_leave}
            opens[name](link)

    def _open_new(self, name: str) -> None:
        opens: dict[str, Callable[[], object]] = {
            "link": lambda: self.open_link(None),
            "obstacle": lambda: self.open_obstacle(None),
            "consent": lambda: self.open_consent(None),
            "disclosure": self.open_disclosure,
        }
        if name in opens:
            opens[name]()
        else:
            self.open_other(ConsentKind(name))

    def open_consent(self, consent: Consent | None) -> ConsentSheet:
        """A new one towards one recipient, or one to be changed; of another kind its own form."""
        sheet = ConsentSheet(self._desk(), self._shown(), consent)
        sheet.paper_wanted.connect(self.paper)
        return _opened(sheet)

    def open_other(self, what: Consent | ConsentKind) -> OtherConsentSheet:
        """Registration, or contact after the closing: kept apart from what lifts secrecy."""
        return _opened(OtherConsentSheet(self._desk(), what))

    def open_disclosure(self) -> DisclosureSheet:
        return _opened(DisclosureSheet(self._desk()))

    def paper(self, consent_id: UUID | None) -> None:
        """The form to sign; None is one with lines to write on."""
        mentee_id = self._shown().person.mentee.id if consent_id else None
        self.print_wanted.emit(PrintRequest(mentee_id, template="P09", about=consent_id))

    def hand_over(self, link: NetworkLink) -> None:
        """What a new mentor needs to go on with (P11)."""
        to = To(contact_id=link.contact_id)
        self.print_wanted.emit(PrintRequest(link.mentee_id, template=HANDOVER.code, to=to))

    def open_link(self, link: NetworkLink | None) -> LinkSheet:
        """A new role, or one to be changed."""
        return _opened(LinkSheet(self.window(), self.theme, self.texts, self.store, self._shown().person, link))

    def open_authority(self, kind: OrganisationKind) -> LinkSheet:
        """Who is named at an authority that nobody stands at yet."""
        person = self._shown().person
        return _opened(LinkSheet(self.window(), self.theme, self.texts, self.store, person, kind=kind))

    def open_replace(self, link: NetworkLink) -> FormSheet | None:
        if link.contact is None:
            return self.open_link(link)
        return _opened(ReplaceSheet(self.window(), self.theme, self.texts, self.store, self._shown(), link))

    def open_leave(self, link: NetworkLink) -> FormSheet | None:
        if link.contact is None:
            return None
        mentee_id = self._shown().person.mentee.id
        return _opened(LeaveSheet(self.window(), self.theme, self.texts, self.store, mentee_id, link.contact, link.id))

    def open_obstacle(self, obstacle: Obstacle | None) -> ObstacleSheet:
        person = self._shown().person
        return _opened(ObstacleSheet(self.window(), self.theme, self.texts, self.store, person, obstacle))

    def _desk(self) -> Desk:
        return Desk(self.window(), self.store, self.texts, self.theme, self._shown().person, "network")

    def _shown(self) -> Network:
        assert self._network is not None
        return self._network


def _opened(sheet: SheetT) -> SheetT:
    sheet.open()
    return sheet
