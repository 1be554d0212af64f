"""The bank of workplaces beside somebody's wishes: why each may fit, in the words of both sides (W4)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.mapping import VocationalProfile
from mentorapp.domain.matching import Fit, fit_of
from mentorapp.domain.workplaces import Workplace
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.card import Card
from ui.widgets.overlay import Overlay
from ui.widgets.row import Row
from ui.widgets.text import Text
from ui.widgets.tile import Tile

from ..thing_sheet import Desk
from ..words import DOT
from .wishes_card import wishes_of


class MatchSheet(Overlay):
    """Those with most in common come first, and nothing is counted: people choose. Signal `taken(UUID)`."""

    taken = Signal(object)

    def __init__(
        self, desk: Desk, profile: VocationalProfile | None, places: Sequence[Workplace], sectors: Mapping[str, str]
    ) -> None:
        super().__init__(desk.window, desk.theme, desk.texts("work.match_title", name=desk.person.name))
        self._texts = desk.texts
        self._add_wishes(desk.theme, profile)
        fits = [(one, fit_of(profile, one, sectors.get(one.sector, ""))) for one in places]
        fits.sort(key=lambda pair: (bool(pair[1].unwanted), -len(pair[1].wanted)))
        self.rows = [self._row(desk.theme, place, fit, sectors.get(place.sector, "")) for place, fit in fits]
        card = Card(desk.theme)
        for row in self.rows:
            card.add_row(row)
        self.body.addWidget(card)
        if not fits:
            card.hide()
            self.body.addWidget(Text(desk.theme, self._texts("work.match_empty"), tone="ink2", wrap=True))
        self.body.addStretch(1)
        self.leave = Button(desk.theme, self._texts("work.close"))
        self.leave.clicked.connect(self.close_over)
        self.foot.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.closed.connect(self.deleteLater)

    def first_stop(self) -> QWidget:
        """Choosing the first place; or the way out."""
        return (self.rows[0].action or self.leave) if self.rows else self.leave

    def _add_wishes(self, theme: Theme, profile: VocationalProfile | None) -> None:
        lines = wishes_of(self._texts, profile)
        card = Card(theme, self._texts("work.wishes"), tone="soft")
        if not lines:
            card.add(Text(theme, self._texts("work.wishes_empty"), wrap=True))
        for place, (label, words) in enumerate(lines):
            said = self._texts("around.name_state", name=label, state=" ".join(words.split()))
            card.add(Text(theme, said, Role.SMALL, wrap=True), below=12 if place == len(lines) - 1 else 2)
        self.body.addWidget(card)

    def _row(self, theme: Theme, place: Workplace, fit: Fit, sector: str) -> Row:
        texts = self._texts
        choose = Button(theme, texts("work.choose"), size=Size.ROW, name=texts("work.choose_name", name=place.name))
        choose.clicked.connect(lambda: self._take(place.id))
        lines = [*place_lines(texts, place, sector), *fit_lines(texts, fit)]
        row = Row(theme, place.name, "\n".join(lines), tile=Tile(theme, "work", Family.BLUE), action=choose)
        row.opened.connect(lambda: self._take(place.id))
        return row

    def _take(self, workplace_id: UUID) -> None:
        self.close_over()
        self.taken.emit(workplace_id)


def fit_lines(texts: Texts, fit: Fit) -> list[str]:
    """Why it may fit, and what is to be asked about first."""
    wanted = texts("work.fits", words=", ".join(fit.wanted)) if fit.wanted else ""
    unwanted = texts("work.ask_about", words=", ".join(fit.unwanted)) if fit.unwanted else ""
    return [line for line in (wanted, unwanted) if line]


def place_lines(texts: Texts, place: Workplace, sector: str) -> list[str]:
    """Where it is and what it is, what it is good for, and how many it has room for."""
    room = texts("work.room_for", count=place.capacity) if place.capacity is not None else ""
    lines = [DOT.join(part for part in (place.town, sector, room) if part)]
    for key in ("good_for", "environment", "tasks", "hours", "travel"):
        words = " ".join(getattr(place, key).split())
        if words:
            lines.append(texts(f"work.place_{key}", words=words))
    return [line for line in lines if line]
