"""The consents of a person: one part for each recipient, taken back with one press and never asked why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.consents import SOON_DAYS, Consent, ConsentKind
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.announce import announce
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.inset import inset
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.rows import Rows
from ui.widgets.text import Text

from ..tab_list import TABS
from .acts import NetworkActs
from .consent_part import ConsentPart
from .reading import Network

_LOG = "papers"
"""The tab where the printed papers are listed."""


@dataclass(frozen=True, slots=True)
class ConsentAsks:
    """What the card asks the tab to open; `paper` is the form to sign, of nothing a blank one."""

    change: Callable[[Consent | None], object]
    other: Callable[[Consent | ConsentKind], object]
    paper: Callable[[UUID | None], object]


def _is_shown(consent: Consent, today: date) -> bool:
    """What holds or is to hold, and for some weeks what was taken back: what nobody may use is to be seen too."""
    last = consent.valid_to if consent.withdrawn_at is None else consent.withdrawn_at.astimezone().date()
    return last + (timedelta(days=SOON_DAYS) if consent.withdrawn_at else timedelta()) >= today


class ConsentsCard(Card):
    """Signals: `tab_wanted(str)`, `disclosure_wanted`. Earlier ones are folded away and open nothing."""

    tab_wanted = Signal(str)
    disclosure_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, acts: NetworkActs, asks: ConsentAsks) -> None:
        super().__init__(theme, texts("consent.title"))
        self._texts, self._acts, self._asks = texts, acts, asks
        self._network: Network | None = None
        self.new = Button(theme, texts("consent.new"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(lambda: asks.change(None))
        self.more = MoreButton(theme, texts("consent.more"), self._menu)
        self.head.addWidget(self.new)
        self.head.addWidget(self.more)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self._add_said()
        self.empty = Text(theme, texts("consent.none"), Role.SMALL, tone="ink2", wrap=True)
        self._empty_box = inset(self, self.empty)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)
        self.fold = Button(theme, texts("consent.earlier", count=0), "right", kind=Kind.QUIET, checkable=True)
        self.fold.toggled.connect(self._on_fold)
        self.body.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.earlier = Rows(theme)
        self.body.addWidget(self.earlier)

    def _add_said(self) -> None:
        """What came of the last withdrawal."""
        self.said_box = QWidget()
        whole = QVBoxLayout(self.said_box)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        self.said = Text(self.theme, "", Role.SMALL, wrap=True, bold=True)
        self.recall = Text(self.theme, self._texts("consent.cannot_recall"), Role.SMALL, tone="ink2", wrap=True)
        self.which = Button(self.theme, self._texts("consent.show_which"), size=Size.ROW)
        self.which.clicked.connect(lambda: self.tab_wanted.emit(_LOG))
        whole.addWidget(self.said)
        whole.addWidget(self.recall)
        line = QHBoxLayout()
        line.addWidget(self.which)
        line.addStretch(1)
        whole.addLayout(line)
        self._said_outer = inset(self, self.said_box)
        self._said_outer.hide()

    def show_network(self, network: Network) -> None:
        somebody_else = self._network is None or self._network.person.mentee.id != network.person.mentee.id
        if somebody_else:
            self._said_outer.hide()
        self._network = network
        here = [one for one in network.consents if _is_shown(one, network.today)]
        gone = [one for one in network.consents if one not in here]
        self._empty_box.setVisible(not here)
        self.listed.fill([self._part(network, one) for one in here])
        self.fold.setVisible(bool(gone))
        self.fold.set_text(self._texts("consent.earlier", count=len(gone)))
        self.earlier.fill([self._part(network, one) for one in gone])
        self._on_fold(self.fold.isChecked())

    def withdraw(self, consent: Consent) -> None:
        """One press. It is said what it means for papers that were made."""
        stale = self._acts.withdraw(consent.mentee_id, consent.id)
        sentence = self._texts("consent.withdrawn_stale" if stale else "consent.withdrawn", count=stale)
        self.said.setText(sentence)
        self.recall.setVisible(consent.kind is ConsentKind.SECRECY)
        self.which.setVisible(bool(stale) and _LOG in TABS)
        self._said_outer.show()
        announce(self, sentence)

    def _part(self, network: Network, consent: Consent) -> ConsentPart:
        part = ConsentPart(self.theme, self._texts, network, consent)
        if part.take_back is not None:
            part.take_back.clicked.connect(lambda: self.withdraw(consent))
        part.more(lambda: self._acts_on(consent, network.today))
        return part

    def _acts_on(self, consent: Consent, today: date) -> Sequence[Act]:
        texts, asks = self._texts, self._asks
        menu: list[Act] = []
        secrecy = consent.kind is ConsentKind.SECRECY
        if consent.withdrawn_at is None:
            menu.append((texts("consent.change"), lambda: (asks.change if secrecy else asks.other)(consent)))
            if consent.awaits_signature or (secrecy and consent.signed_on is None):
                menu.append((texts("consent.signed_today"), lambda: self._acts.signed(consent.id)))
            if secrecy and consent.valid_to >= today:
                menu.append((texts("consent.print"), lambda: asks.paper(consent.id)))
        menu.append((texts("consent.remove"), lambda: self._acts.remove_consent(consent.id)))
        return menu

    def _menu(self) -> Sequence[Act]:
        texts, asks = self._texts, self._asks
        return (
            (texts("consent.new_registration"), lambda: asks.other(ConsentKind.REGISTRATION)),
            (texts("consent.new_contact_after"), lambda: asks.other(ConsentKind.CONTACT_AFTER_CLOSURE)),
            (texts("consent.blank"), lambda: asks.paper(None)),
            (texts("consent.disclosure"), self.disclosure_wanted.emit),
        )

    def _on_fold(self, open_now: bool) -> None:
        self.fold.set_icon("down" if open_now else "right")
        self.earlier.setVisible(open_now and not self.fold.isHidden())
