"""The tab Utskrifter: what is to be destroyed, the whole log, and the papers that can be made from here (4.7)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.print_log import mark_delivered, mark_destroyed
from mentorapp.store.stale_prints import LoggedPrint, list_logged_prints
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.columns import ColumnsTab

from ..reading import Person
from ..tab import Tab
from .log_card import LogCard
from .make_card import MakeCard


class PapersTab(Tab):
    """Whether a paper holds is worked out each time it is drawn: from the consents, the meetings, and the day."""

    shows = frozenset(
        {"print_log", "print_subject", "consent", "meeting", "meeting_invitee", "network_link", "contact"}
    )

    def __init__(self, store: Store, texts: Texts, theme: Theme) -> None:
        super().__init__(store, texts, theme)
        self._person: Person | None = None
        self.stale = LogCard(theme, texts, texts("print_log.to_destroy"), texts("print_log.cannot_recall"))
        self.log = LogCard(theme, texts, texts("print_log.title"), texts("print_log.none"))
        self.make = MakeCard(theme, texts)
        self.make.print_wanted.connect(self.print_wanted)
        for card in (self.stale, self.log):
            card.hand_over_wanted.connect(self._deliver)
            card.destroy_wanted.connect(self._destroy)
        self.columns = ColumnsTab(theme, (self.stale, self.log), (self.make,))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def show_person(self, person: Person) -> None:
        self._person = person
        with self.store.read() as session:
            papers = list_logged_prints(session, person.mentee.id)
        stale = [one for one in papers if one.stale is not None]
        rest = [one for one in papers if one.stale is None]
        self.stale.show_papers(person, stale)
        self.stale.setVisible(bool(stale))
        self.log.show_papers(person, rest)
        self.log.show_below(not papers)
        self.log.setVisible(bool(rest) or not stale)
        self.make.show_person(person)

    def sides(self) -> list[QWidget]:
        return self.columns.sides()

    def focus_first(self) -> None:
        for card in (self.stale, self.log, self.make):
            able = (one for one in card.findChildren(QPushButton) if one.isEnabled() and one.isVisibleTo(self))
            first = next(able, None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _deliver(self, one: LoggedPrint) -> None:
        """Marks it, or takes the mark back."""
        with self.store.write("print_delivered") as session:
            on = None if one.record.delivered_on else session.info["clock"].today()
            mark_delivered(session, one.record.id, on)

    def _destroy(self, one: LoggedPrint) -> None:
        with self.store.write("print_destroyed") as session:
            on = None if one.record.destroyed_on else session.info["clock"].today()
            mark_destroyed(session, one.record.id, on)
