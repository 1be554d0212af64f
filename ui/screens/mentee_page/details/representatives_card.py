"""Guardians and appointed representatives, as the network has them; they are changed there."""

from PySide6.QtCore import Qt, Signal

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.row import Row
from ui.widgets.text import Text

from .reading import Details


class RepresentativesCard(Card):
    """Not drawn for an adult without any. Signal `network_wanted`."""

    network_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("details.representatives"), "people")
        self._texts = texts
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.to_network = Button(theme, texts("details.to_network"), "right", kind=Kind.QUIET, size=Size.ROW)
        self.to_network.clicked.connect(self.network_wanted)
        self.head.addWidget(self.to_network)
        self.head.setContentsMargins(SIDE, 5, 8, 2)

    def show_details(self, details: Details) -> None:
        texts = self._texts
        self.setVisible(details.is_minor or bool(details.representatives))
        shown = tuple(
            (
                link.contact.name if link.contact else texts("details.representative_unnamed"),
                " · ".join(
                    part
                    for part in (
                        texts(f"codes.network_role_{link.role.value}"),
                        link.contact.phone if link.contact else "",
                        link.appointment,
                    )
                    if part
                ),
            )
            for link in details.representatives
        )
        if shown == self._shown:
            return
        self._shown = shown
        self.clear()
        for name, second in shown:
            row = Row(self.theme, name, second)
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.add_row(row)
        if not shown:
            self.add(Text(self.theme, texts("details.guardian_missing"), Role.SMALL, tone="ink2", wrap=True))
