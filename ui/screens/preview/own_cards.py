"""The cards that only one kind of paper asks for: a certificate, an extract, a case for supervision."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.case_list_sheet import CASE_LIST
from mentorapp.domain.record_sheet import CERTIFICATE, EXTRACT
from mentorapp.domain.supervision_sheet import SUPERVISION
from mentorapp.language.texts import Texts
from mentorapp.store.certificates import list_lines
from mentorapp.store.mentees import get_mentee
from ui.requests import PrintRequest
from ui.theme import Theme

from .case_list_card import CaseListCard
from .certificate_card import CertificateCard
from .request_card import RequestCard
from .supervision_card import SupervisionCard

if TYPE_CHECKING:
    from mentorapp.store.store import Store

BY_LINE = frozenset({CERTIFICATE.code, SUPERVISION.code})
"""Chosen line by line, never a class at a time."""


class OwnCards(QWidget):
    """Signal `changed` when another paper is wanted."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, store: "Store") -> None:
        super().__init__()
        self._texts, self._store = texts, store
        self.certificate = CertificateCard(theme, texts, store)
        self.asked = RequestCard(theme, texts, store)
        self.supervision = SupervisionCard(theme, texts, store)
        self.cases = CaseListCard(theme, texts, store)
        self._cards = {
            CERTIFICATE.code: self.certificate,
            EXTRACT.code: self.asked,
            SUPERVISION.code: self.supervision,
            CASE_LIST.code: self.cases,
        }
        self._lines = {SUPERVISION.code: self.supervision.lines, CASE_LIST.code: self.cases.lines}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in self._cards.values():
            column.addWidget(card)
        for changed in (self.certificate.changed, self.asked.changed, self.supervision.changed, self.cases.changed):
            changed.connect(self.changed)
        self.hide()

    def items(self, template: str) -> frozenset[str]:
        """What was ticked one by one."""
        if template == CERTIFICATE.code:
            return self.certificate.items()
        return self._lines[template].items() if template in self._lines else frozenset()

    def left_out(self, template: str) -> frozenset[str]:
        return self._lines[template].left_out() if template in self._lines else frozenset()

    def show_for(self, request: PrintRequest) -> None:
        """The card of this paper, about this person; no card where the paper asks for nothing."""
        mentee_id, template = request.mentee_id, request.template
        asks = template in self._cards and (mentee_id is not None or template == CASE_LIST.code)
        for code, card in self._cards.items():
            card.setVisible(asks and code == template)
        self.setVisible(asks)
        if template == CASE_LIST.code:
            self.cases.show_cases()
        if mentee_id is None:
            return
        if template == SUPERVISION.code:
            self.supervision.show_person(mentee_id)
        if template == CERTIFICATE.code:
            with self._store.read() as session:
                name = get_mentee(session, mentee_id).preferred_name
                lines = list_lines(session, mentee_id, texts=self._texts)
            self.certificate.show_lines(mentee_id, name, lines)
        if template == EXTRACT.code:
            self.asked.show_person(mentee_id)

    def write(self) -> None:
        """What is being typed is stored now."""
        self.certificate.write()
        self.supervision.write()
