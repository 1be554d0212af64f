"""The lights in the card above the tabs: who may see something, three of them, and the way to all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.consents import Standing
from mentorapp.domain.network import OrganisationKind
from mentorapp.language.consent_words import lost_words, meeting_light_words
from mentorapp.language.texts import Texts
from mentorapp.store.meeting_ahead import RecipientLight
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.consent_light import LIGHT_OF, ConsentLight, Light
from ui.widgets.text import Text

from .reading import Person

_SIDE, _SHOWN = 18, 3
_SHORT = frozenset({OrganisationKind.SOCIAL_INSURANCE, OrganisationKind.EMPLOYMENT_SERVICE, OrganisationKind.KAA})
"""Whose short names are known to everybody; the whole one stands in the tooltip."""
_WHOLE = frozenset({Standing.COVERS, Standing.ENDS_SOON, Standing.ORAL})


class LightsPart(QWidget):
    """Signal `wanted()`: all of them. It is hidden while nobody has been asked and no meeting is booked."""

    wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._lights: list[ConsentLight] = []
        self._person: Person | None = None
        self._short = False
        lines = QVBoxLayout(self)
        lines.setContentsMargins(_SIDE, 8, 8, 10)
        lines.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(Text(theme, texts("consent.title"), Role.SMALL, tone="ink2"))
        head.addStretch(1)
        self.all = Button(theme, texts("mentee.lights_all"), "right", kind=Kind.QUIET, size=Size.ROW)
        self.all.clicked.connect(self.wanted)
        head.addWidget(self.all)
        lines.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        lines.addLayout(self._rows)
        lines.addStretch(1)

    def set_short(self, short: bool) -> None:
        """Where there is little room the place is said in the tooltip only."""
        if short != self._short:
            self._short = short
            if self._person is not None:
                self.show_person(self._person)

    def show_person(self, person: Person) -> None:
        self._person = person
        for one in self._lights:
            self._rows.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._lights = [self._light(one, person) for one in person.head.lights[:_SHOWN]]
        for one in self._lights:
            self._rows.addWidget(one)
        self.all.setAccessibleName(self._texts("mentee.lights_all_name", count=len(person.head.lights)))

    def lights(self) -> tuple[ConsentLight, ...]:
        return tuple(self._lights)

    def _light(self, one: RecipientLight, person: Person) -> ConsentLight:
        light, words = LIGHT_OF[one.light.standing], meeting_light_words(self._texts, one.light)
        if one.lost is not None and one.light.standing in _WHOLE:
            light, words = Light.PARTLY, lost_words(self._texts, one.lost, person.today)
        place = self._texts(f"network.short_{one.kind.value}") if one.kind in _SHORT else one.place
        first = one.name.split()[0] if place and one.name else one.name
        parts = (first, "" if self._short else place)
        shown = ConsentLight(self._theme, light, words, ", ".join(part for part in parts if part))
        whole = ", ".join(part for part in (one.name, one.place) if part)
        shown.setToolTip(f"{whole}: {words}")
        return shown
