"""One consent in the card: the light with the recipient, what it is about, why, until when, and how it was given."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentorapp.domain.consents import Consent, ConsentKind, Direction, new_since, state_of
from mentorapp.language.consent_words import light_words
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import SIDE
from ui.widgets.class_chip import ClassChip
from ui.widgets.consent_light import LIGHT_OF, ConsentLight
from ui.widgets.flow import FlowLayout
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.text import Text

from .consent_words import dates_of, facts_of, missed_words, title_of
from .reading import Network


class ConsentPart(QWidget):
    """`take_back` is there while there is something to take back."""

    def __init__(self, theme: Theme, texts: Texts, network: Network, consent: Consent) -> None:
        super().__init__()
        self._theme, self._texts, self.consent = theme, texts, consent
        self._title = title_of(texts, consent)
        self.setAccessibleName(self._title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE, 10, SIDE, 10)
        whole.setSpacing(6)
        light = state_of(consent, network.today)
        whole.addWidget(Text(theme, self._title, bold=True, wrap=True))
        whole.addWidget(ConsentLight(theme, LIGHT_OF[light.standing], light_words(texts, light)))
        if consent.scope:
            whole.addWidget(self._chips())
        for words in self._lines(network):
            whole.addWidget(Text(theme, words, Role.SMALL, tone="ink2", wrap=True))
        for link in new_since(consent, network.links, network.today):
            name = link.contact.name if link.contact else ""
            said = texts("consent.new_caseworker", name=name, mentee=network.person.name)
            whole.addWidget(Text(theme, said, Role.SMALL, tone="amber", wrap=True))
        for words in self._missed(network):
            whole.addWidget(Text(theme, words, Role.SMALL, tone="amber", wrap=True))
        self._acts = QHBoxLayout()
        self._acts.setSpacing(6)
        self.take_back: Button | None = None
        if consent.withdrawn_at is None and consent.valid_to >= network.today:
            self.take_back = Button(theme, texts("consent.take_back"), size=Size.ROW,
                                    name=texts("consent.take_back_name", name=self._title))  # fmt: skip
            self.take_back.setObjectName(f"take_back:{consent.id.hex}")
            self._acts.addWidget(self.take_back)
        self._acts.addStretch(1)
        whole.addLayout(self._acts)

    def more(self, acts: Callable[[], Sequence[Act]]) -> None:
        """The rest of what can be done with it."""
        self.menu = MoreButton(self._theme, self._texts("consent.more_about", name=self._title), acts)
        self.menu.setObjectName(f"more:{self.consent.id.hex}")
        self._acts.addWidget(self.menu)

    def _chips(self) -> QWidget:
        box = QWidget()
        box.setAccessibleName(self._texts("consent.scope"))
        flow = FlowLayout(box, 6)
        for one in self.consent.scope:
            flow.addWidget(ClassChip(self._theme, self._texts, one))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        return box

    def _missed(self, network: Network) -> list[str]:
        """What holds today and ends before a booked meeting is said; what is over has no more to say."""
        one = self.consent
        if one.kind is not ConsentKind.SECRECY or not one.is_valid(network.today):
            return []
        days = (one.valid_from, one.valid_to)
        missed = network.meetings_outside(*days, one.recipient_contact_id, one.recipient_organisation_id)
        return [missed_words(self._texts, meeting, network.today) for meeting in missed[:1]]

    def _lines(self, network: Network) -> list[str]:
        consent, texts = self.consent, self._texts
        lines = [texts("consent.to", what=consent.purpose)] if consent.purpose else []
        if consent.direction is not Direction.GIVE:
            lines.append(texts(f"codes.consent_direction_{consent.direction.value}"))
        lines.append(dates_of(texts, consent, network.today))
        lines.append(facts_of(texts, consent, network.person))
        return lines
