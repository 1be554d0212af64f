"""One role in a card: who it is, what for and since when, and what the mentee does not want this person to know."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.network import REPRESENTATIVES, NetworkLink, NetworkRole
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.surroundings import is_new
from mentorapp.language.consent_words import light_words
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme
from ui.widgets.button import Button, Size
from ui.widgets.chip import Chip
from ui.widgets.class_chip import ClassChip
from ui.widgets.consent_light import LIGHT_OF, ConsentLight
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.row import Row

from .acts import NetworkActs
from .reading import Network
from .words import contact_name, leaving_words, link_facts, place_name, ways_to_reach


@dataclass(frozen=True, slots=True)
class LinkAsks:
    """What a row asks the tab to open."""

    change: Callable[[NetworkLink], object]
    replace: Callable[[NetworkLink], object]
    leave: Callable[[NetworkLink], object]
    hand_over: Callable[[NetworkLink], object]


class LinkRows:
    """Makes the rows of the tab; `stops` are their buttons by role, so that the focus finds back."""

    def __init__(self, theme: Theme, texts: Texts, acts: NetworkActs, asks: LinkAsks) -> None:
        self._theme, self._texts, self._acts, self._asks = theme, texts, acts, asks
        self.stops: dict[str, QWidget] = {}

    def of(self, network: Network, link: NetworkLink, *, with_place: bool = False) -> list[Row]:
        """The row of a role, and below it what is to be said about it."""
        return [self._row(network, link, with_place), *self._notices(network, link)]

    def _row(self, network: Network, link: NetworkLink, with_place: bool) -> Row:
        texts = self._texts
        name = contact_name(link)
        facts = link_facts(texts, link, network.today)
        if with_place and link.organisation is not None:
            facts = f"{place_name(texts, network.person, link.organisation)} · {facts}"
        lines = (facts, ways_to_reach(link), *self._kept(link))
        second = "\n".join(line for line in lines if line)
        row = Row(self._theme, name or texts("network.missing"), second, action=self._action(network, link))
        row.opened.connect(lambda: self._asks.change(link))
        light = network.light(link) if link not in network.around.former else None
        if light is not None:
            row.add_right(ConsentLight(self._theme, LIGHT_OF[light.standing], light_words(texts, light)))
        if link.info_class is not InfoClass.PLAN:
            row.add_right(ClassChip(self._theme, texts, link.info_class))
        if link.not_to_tell:
            row.add_right(Chip(self._theme, texts("network.only_you"), "eye", Family.HEATHER))
        return row

    def _kept(self, link: NetworkLink) -> list[str]:
        lines = []
        if link.role in REPRESENTATIVES and link.appointment:
            lines.append(self._texts("network.appointed_for", what=link.appointment))
        if link.not_to_tell:
            lines.append(self._texts("network.not_to_tell", what=link.not_to_tell))
        return lines

    def _action(self, network: Network, link: NetworkLink) -> QWidget:
        texts = self._texts
        if link.is_missing:
            button = Button(self._theme, texts("network.choose_person"), size=Size.ROW)
            button.clicked.connect(lambda: self._asks.change(link))
        else:
            name = texts("network.more_about", name=contact_name(link))
            button = MoreButton(self._theme, name, lambda: self._menu(network, link))
        self.stops[f"link:{link.id.hex}"] = button
        return button

    def _menu(self, network: Network, link: NetworkLink) -> Sequence[Act]:
        texts, asks, acts = self._texts, self._asks, self._acts
        menu: list[Act] = [(texts("network.change"), lambda: asks.change(link))]
        if link not in network.around.former:
            if link.role is NetworkRole.MENTOR_OTHER:
                menu.append((texts("network.hand_over"), lambda: asks.hand_over(link)))
            menu.append((texts("network.replace"), lambda: asks.replace(link)))
            menu.append((texts("network.end"), lambda: acts.end(link)))
        contact = link.contact
        if contact is not None and link.organisation is not None:
            if contact.works_until is None:
                menu.append((texts("network.leave"), lambda: asks.leave(link)))
            else:
                menu.append((texts("network.stays"), lambda: acts.stays(contact.id)))
        menu.append((texts("network.remove"), lambda: acts.remove(link.id)))
        return menu

    def _notices(self, network: Network, link: NetworkLink) -> list[Row]:
        """Who leaves or has left is said at once, and so is who is new."""
        contact, texts = link.contact, self._texts
        if contact is None or link in network.around.former:
            return []
        if contact.works_until is not None:
            said = leaving_words(texts, network.person, contact)
            if link.to_date is not None:
                return [Said(self._theme, said, "amber")]  # somebody has taken over
            choose = Button(self._theme, texts("network.choose_new"), size=Size.ROW)
            choose.clicked.connect(lambda: self._asks.replace(link))
            self.stops[f"new:{link.id.hex}"] = choose
            return [Row(self._theme, said, action=choose, tint="amber")]
        if is_new(link, network.links, network.today):
            said = texts("network.is_new", name=contact.name, mentee=network.person.name)
            return [Said(self._theme, said, "soft")]
        return []


class Said(Row):
    """A row that only says something: no Tab stop."""

    def __init__(self, theme: Theme, words: str, tint: str) -> None:
        super().__init__(theme, words, tint=tint)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
