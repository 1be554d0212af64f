"""The cards that belong to one kind of paper each: what a certificate, an extract or a handover asks for beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.handover_sheet import HANDOVER
from mentorapp.domain.month_sheet import MONTH
from mentorapp.domain.record_sheet import CERTIFICATE, EXTRACT
from mentorapp.exchange.orders import Order
from mentorapp.language.texts import Texts
from mentorapp.store.certificates import list_lines
from mentorapp.store.mentees import get_mentee
from ui.requests import PrintRequest
from ui.theme import Theme
from ui.widgets.card import Card

from .certificate_card import CertificateCard
from .handover_card import HandoverCard
from .month_card import MonthCard
from .request_card import RequestCard

if TYPE_CHECKING:
    from mentorapp.store.store import Store

BY_LINE = frozenset({CERTIFICATE.code, HANDOVER.code})
"""What is chosen line by line, never a class at a time."""


class OwnCards(QObject):
    """Signals `changed` and `page_wanted(PageRequest)`. Only the card of the paper in sight is shown."""

    changed = Signal()
    page_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, store: "Store", parent: QObject) -> None:
        super().__init__(parent)
        self._texts, self._store = texts, store
        self.certificate = CertificateCard(theme, texts, store)
        self.asked = RequestCard(theme, texts, store)
        self.handover = HandoverCard(theme, texts, store)
        self.month = MonthCard(theme, texts, store)
        self.handover.page_wanted.connect(self.page_wanted)
        for card in (self.certificate, self.asked, self.handover, self.month):
            card.changed.connect(self.changed)

    def cards(self) -> dict[str, Card]:
        return {
            CERTIFICATE.code: self.certificate,
            EXTRACT.code: self.asked,
            HANDOVER.code: self.handover,
            MONTH.code: self.month,
        }

    def show_for(self, request: PrintRequest) -> None:
        """Another person, another paper: the card is filled anew."""
        for code, card in self.cards().items():
            card.setVisible(code == request.template)
        show: dict[str, Callable[[PrintRequest], None]] = {
            CERTIFICATE.code: self._show_certificate,
            EXTRACT.code: self._show_asked,
            HANDOVER.code: self._show_handover,
            MONTH.code: self._show_month,
        }
        if request.template in show:
            show[request.template](request)

    def chosen(self, order: Order) -> Order:
        """The order with what was chosen on the card of its paper."""
        if order.template == CERTIFICATE.code:
            return replace(order, items=self.certificate.items())
        if order.template == HANDOVER.code and self.handover.to is not None:
            chosen = self.handover.choices
            return replace(order, to=self.handover.to, items=chosen.items, left_out=chosen.left_out)
        if order.template == MONTH.code:
            return replace(order, month=self.month.day, left_out=self.month.left_out)
        return order

    def why_not(self, request: PrintRequest) -> str:
        """Why there is no paper yet; empty where there is one."""
        if request.template == MONTH.code:
            return self.month.why_not
        return self.handover.why_not if request.template == HANDOVER.code else ""

    def write(self) -> None:
        """What is being typed is stored now."""
        self.certificate.write()
        self.handover.write()

    def _name(self, request: PrintRequest) -> str:
        if request.mentee_id is None:
            return ""
        with self._store.read() as session:
            return get_mentee(session, request.mentee_id).preferred_name

    def _show_certificate(self, request: PrintRequest) -> None:
        assert request.mentee_id is not None
        with self._store.read() as session:
            lines = list_lines(session, request.mentee_id, texts=self._texts)
        self.certificate.show_lines(request.mentee_id, self._name(request), lines)

    def _show_asked(self, request: PrintRequest) -> None:
        assert request.mentee_id is not None
        self.asked.show_person(request.mentee_id)

    def _show_handover(self, request: PrintRequest) -> None:
        assert request.mentee_id is not None
        self.handover.show_person(request.mentee_id, self._name(request), request.to.contact_id)

    def _show_month(self, request: PrintRequest) -> None:
        assert request.to.contact_id is not None
        self.month.show_contact(request.to.contact_id)
