"""What was told without consent: asked for whole, and kept as a log on the screen only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from mentorapp.domain.disclosures import LegalGround
from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.disclosures import add_disclosure
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.choice_chips import Choice
from ui.widgets.field import LineField
from ui.widgets.row import Row
from ui.widgets.text_field import TextField

from ..thing_sheet import Desk, ThingSheet
from ..words import DOT, day_in_full
from .reading import Network

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FIELDS = {"disclosure_recipient": "recipient", "disclosure_reason": "reason", "disclosure_what": "what"}
"""How the store names a field that is missing, and how the form does."""


class DisclosureSheet(ThingSheet):
    """To whom, by which law, who decided, why and what: nothing may be left out."""

    def __init__(self, desk: Desk) -> None:
        texts = desk.texts
        super().__init__(
            desk, title=texts("consent.disclosure"), thing="disclosure", about=None, label="disclosure_added"
        )
        self.add_words(texts("consent.disclosure_about"))
        self.on = self.add_day("event_date", texts("consent.told_on"), self.person.today, optional=False)
        self.recipient = self.add("recipient", LineField(self.theme, texts("consent.told_to")))
        grounds = [Choice(one.value, texts(f"codes.legal_ground_{one.value}")) for one in LegalGround]
        self.ground = self.add_chips("ground", texts("consent.ground"), grounds, "")
        self.ground.chosen.connect(lambda _key: self._suit())
        self.ground_other = self.add("ground_other", LineField(self.theme, texts("consent.ground_other")))
        self.decided_by = self.add("decided_by", LineField(self.theme, texts("consent.decided_by")))
        self.reason = self.add("reason", TextField(self.theme, texts("consent.reason"), lines=2))
        self.what = self.add("what", TextField(self.theme, texts("consent.what_told"), lines=2))
        self._suit()

    def write(self, session: "Session") -> object:
        day = self.on.day()
        assert day is not None
        if not self.ground.current():
            raise InputError("ground", "disclosure_ground_missing")
        try:
            return add_disclosure(
                session,
                self.person.mentee.id,
                day,
                recipient=self.recipient.text(),
                ground=LegalGround(self.ground.current()),
                ground_other=self.ground_other.text(),
                decided_by=self.decided_by.text(),
                reason=self.reason.text(),
                what=self.what.text(),
            )
        except InputError as refusal:
            raise InputError(_FIELDS.get(refusal.field, refusal.field), refusal.key, **refusal.values) from None

    def _suit(self) -> None:
        self.ground_other.setVisible(self.ground.current() == LegalGround.OTHER_LAW.value)
        self._fit()


class DisclosuresCard(Card):
    """Only there when there is something in it."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("consent.disclosures"))
        self._texts = texts

    def show_network(self, network: Network) -> None:
        self.clear()
        texts = self._texts
        for one in network.disclosures:
            ground = one.ground_other or texts(f"codes.legal_ground_{one.ground.value}")
            first = DOT.join((day_in_full(texts, one.event_date, network.today), one.recipient))
            second = "\n".join((one.what, ground, texts("consent.decided", name=one.decided_by), one.reason))
            row = Row(self.theme, first, second)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.add_row(row)
        self.setVisible(bool(network.disclosures))
