"""The left column: a card per authority with who is there or that nobody is, the near ones, and the former, folded."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.network import NetworkLink, OrganisationKind
from mentorapp.domain.surroundings import Authority
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import Card
from ui.widgets.row import Row

from .link_row import LinkRows
from .reading import Network
from .words import authority_name


class PeopleColumn(QWidget):
    """Drawn anew at every change; the focus finds back to the same role. `choose` opens the form for an authority."""

    def __init__(
        self, theme: Theme, texts: Texts, rows: LinkRows, choose: Callable[[OrganisationKind], object]
    ) -> None:
        super().__init__()
        self._theme, self._texts, self._rows, self._choose = theme, texts, rows, choose
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._cards: list[Card] = []
        self.fold = Button(theme, texts("network.former", count=0), "right", kind=Kind.QUIET, checkable=True)
        self.fold.toggled.connect(self._on_fold)
        self.former = Card(theme)
        self._column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.former)

    def show_network(self, network: Network) -> None:
        had = next((key for key, stop in self._rows.stops.items() if stop.hasFocus()), "")
        self._rows.stops = {}
        for card in self._cards:
            card.hide()
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards = [self._authority(network, one) for one in network.around.authorities]
        if network.around.others:
            title = self._texts("network.others", name=network.person.name)
            self._cards.append(self._group(network, title, network.around.others))
        if network.around.near:
            self._cards.append(self._group(network, self._texts("network.near"), network.around.near))
        for place, card in enumerate(self._cards):
            self._column.insertWidget(place, card)
        self._show_former(network)
        self._put_in_order()
        if had in self._rows.stops:
            self._rows.stops[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def first_stop(self) -> QWidget | None:
        return next(iter(self._rows.stops.values()), None)

    def cards(self) -> tuple[Card, ...]:
        return tuple(self._cards)

    def _authority(self, network: Network, authority: Authority) -> Card:
        card = self._group(network, authority_name(self._texts, network.person, authority), authority.links)
        if not authority.links:
            button = Button(self._theme, self._texts("network.choose_person"), size=Size.ROW)
            button.clicked.connect(partial(self._choose, authority.kind))
            self._rows.stops[f"kind:{authority.kind.value}"] = button
            card.add_row(Row(self._theme, self._texts("network.missing"), self._texts("network.nobody"), action=button))
        return card

    def _group(self, network: Network, title: str, links: tuple[NetworkLink, ...]) -> Card:
        card = Card(self._theme, title)
        for link in links:
            for row in self._rows.of(network, link):
                card.add_row(row)
        return card

    def _show_former(self, network: Network) -> None:
        former = network.around.former
        self.fold.setVisible(bool(former))
        self.fold.set_text(self._texts("network.former", count=len(former)))
        self.former.clear()
        for link in former:
            for row in self._rows.of(network, link, with_place=True):
                self.former.add_row(row)
        self._on_fold(self.fold.isChecked())

    def _put_in_order(self) -> None:
        """Buttons made anew would come last."""
        before: QWidget = self
        stops = [stop for stop in self._rows.stops.values() if not self.former.isAncestorOf(stop)]
        folded = [stop for stop in self._rows.stops.values() if self.former.isAncestorOf(stop)]
        for stop in (*stops, self.fold, *folded):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _on_fold(self, open_now: bool) -> None:
        self.fold.set_icon("down" if open_now else "right")
        self.former.setVisible(open_now and not self.fold.isHidden())
