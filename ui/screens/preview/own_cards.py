"""The cards that only one kind of paper asks for: a certificate, an extract, a handover, a month, supervision."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.case_list_sheet import CASE_LIST
from mentorapp.domain.filled_sheet import FILLED
from mentorapp.domain.form_sheet import FORM
from mentorapp.domain.handover_sheet import HANDOVER
from mentorapp.domain.month_sheet import MONTH
from mentorapp.domain.record_sheet import CERTIFICATE, EXTRACT
from mentorapp.domain.registration_sheet import REGISTRATION
from mentorapp.domain.stairs_sheet import STAIRS
from mentorapp.domain.supervision_sheet import SUPERVISION
from mentorapp.exchange.orders import Order
from mentorapp.language.texts import Texts
from mentorapp.store.certificates import list_lines
from mentorapp.store.mentees import get_mentee
from ui.requests import PrintRequest
from ui.theme import Theme
from ui.widgets.card import Card

from .case_list_card import CaseListCard
from .certificate_card import CertificateCard
from .for_whom_card import ForWhomCard
from .handover_card import HandoverCard
from .month_card import MonthCard
from .registration_card import RegistrationCard
from .request_card import RequestCard
from .supervision_card import SupervisionCard

if TYPE_CHECKING:
    from mentorapp.store.store import Store

BY_LINE = frozenset({CERTIFICATE.code, HANDOVER.code, REGISTRATION.code, SUPERVISION.code})
"""What is chosen on its own card, never a class at a time."""

_FOR_OTHERS = frozenset({FORM.code, FILLED.code, STAIRS.code})


class OwnCards(QWidget):
    """Signals `changed`, `whom_changed` and `page_wanted(PageRequest)`. Only the cards of the paper in sight are
    shown."""

    changed = Signal()
    page_wanted = Signal(object)
    whom_changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__()
        self._texts, self._store = texts, store
        self.certificate = CertificateCard(theme, texts, store)
        self.asked = RequestCard(theme, texts, store)
        self.handover = HandoverCard(theme, texts, store)
        self.month = MonthCard(theme, texts, store)
        self.supervision = SupervisionCard(theme, texts, store)
        self.registration = RegistrationCard(theme, texts, store)
        self.cases = CaseListCard(theme, texts, store)
        self.for_whom = ForWhomCard(theme, texts, store)
        self._cards: dict[str, Card] = {
            CERTIFICATE.code: self.certificate,
            EXTRACT.code: self.asked,
            HANDOVER.code: self.handover,
            MONTH.code: self.month,
            SUPERVISION.code: self.supervision,
            REGISTRATION.code: self.registration,
            CASE_LIST.code: self.cases,
        }
        self._lines = {SUPERVISION.code: self.supervision.lines, CASE_LIST.code: self.cases.lines}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for one in (*self._cards.values(), self.for_whom):
            column.addWidget(one)
        self.for_whom.whom_changed.connect(self.whom_changed)
        for asking in (self.handover, self.registration):
            asking.page_wanted.connect(self.page_wanted)
        for card in (
            self.certificate,
            self.asked,
            self.handover,
            self.month,
            self.supervision,
            self.registration,
            self.cases,
            self.for_whom,
        ):
            card.changed.connect(self.changed)
        self.hide()

    def show_for(self, request: PrintRequest) -> None:
        """The card of this paper, about this person; no card where the paper asks for nothing."""
        for code, card in self._cards.items():
            card.setVisible(code == request.template)
        for_whom = request.template in _FOR_OTHERS
        if for_whom:
            self.for_whom.show_paper(request, self._name(request))
        for_whom = for_whom and self.for_whom.asks
        self.for_whom.setVisible(for_whom)
        self.setVisible(for_whom or request.template in self._cards)
        show: dict[str, Callable[[PrintRequest], None]] = {
            CERTIFICATE.code: self._show_certificate,
            EXTRACT.code: self._show_asked,
            HANDOVER.code: self._show_handover,
            MONTH.code: self._show_month,
            SUPERVISION.code: self._show_supervision,
            REGISTRATION.code: self._show_registration,
            CASE_LIST.code: lambda _request: self.cases.show_cases(),
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
        if order.template == REGISTRATION.code:
            return replace(order, ticks=self.registration.ticks)
        if order.template in _FOR_OTHERS and self.for_whom.asks:
            return replace(order, to=self.for_whom.to, items=self.for_whom.items)
        if order.template in self._lines:
            lines = self._lines[order.template]
            return replace(order, items=lines.items(), left_out=lines.left_out())
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
        self.supervision.write()

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

    def _show_supervision(self, request: PrintRequest) -> None:
        assert request.mentee_id is not None
        self.supervision.show_person(request.mentee_id)

    def _show_registration(self, request: PrintRequest) -> None:
        assert request.mentee_id is not None
        self.registration.show_person(request.mentee_id)
