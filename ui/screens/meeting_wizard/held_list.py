"""What each party does not get, how much and why, with its light. On the mentor's screen only."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.meeting_grid import withheld
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.meeting_parties import InvitedParty
from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import class_icon, class_label
from ui.widgets.consent_light import Light, paint_light
from ui.widgets.icon_view import IconView
from ui.widgets.painted import Painted, row_path, smooth
from ui.widgets.row import Row
from ui.widgets.text import Text
from ui.widgets.tile import Tile

from .meeting_step import only_you
from .reading import WizardView
from .words import party_name, reason, reason_light


@dataclass(frozen=True, slots=True)
class Held:
    """So many rows of a class, and why in words."""

    info_class: InfoClass
    count: int
    why: str
    light: Light


def held_from(texts: Texts, view: WizardView, party: InvitedParty) -> Iterator[Held]:
    """By class and reason, in the order of the papers; private notes last, as they go nowhere."""
    case = view.case
    column = view.parties.index(party)
    for one in withheld([each.party for each in view.parties], column, case.consents, case.days):
        light = reason_light(view, party, one.info_class, one.why)
        yield Held(one.info_class, one.count, reason(texts, view, party, one.info_class, one.why), light)
    if view.private:
        yield Held(InfoClass.PRIVATE, view.private, texts("wizard.private_never"), Light.NEVER)


class _Band(Painted):
    """A strip from edge to edge in a colour of the palette."""

    def __init__(self, theme: Theme, ground: str, last: bool = False) -> None:
        super().__init__(theme)
        self._ground, self._last = ground, last

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        path = row_path(QRectF(self.rect()), 11, False, self._last)
        painter.fillPath(path, self.theme.colour(self._ground))


class _Rows(Painted):
    """Hairlines between rows that follow one another."""

    def paintEvent(self, _event: object) -> None:
        painter = smooth(self)
        painter.setPen(self.theme.colour("line"))
        rows = [one for one in self.findChildren(Row) if not one.isHidden()]
        for row in rows:
            painter.drawLine(0, row.y() - 1, self.width(), row.y() - 1)


class _Lamp(Painted):
    def __init__(self, theme: Theme, light: Light) -> None:
        super().__init__(theme)
        self._light = light
        self.setFixedSize(theme.px(20), theme.px(20))

    def paintEvent(self, _event: object) -> None:
        paint_light(smooth(self), self.theme, self.rect(), self._light)


class HeldList(Card):
    """With a border of its own and the chip that says who sees it; in meeting mode it is not drawn."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("preview.held_back"), tone="")
        self._texts = texts
        self._built: object = None
        self.head.addWidget(only_you(theme, texts))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setAccessibleName(texts("preview.held_back"))
        self.body.addWidget(self._area, 1)
        foot = _Band(theme, "oksoft", last=True)
        line = QHBoxLayout(foot)
        line.setContentsMargins(SIDE, 8, SIDE, 8)
        line.addWidget(IconView(theme, "check", tone="ok", side=18))
        line.addWidget(Text(theme, texts("wizard.nothing_shows"), Role.SMALL, tone="ok", wrap=True), 1)
        self.body.addWidget(foot)

    def show_parties(self, view: WizardView, parties: Sequence[InvitedParty]) -> None:
        said: Mapping[str, list[Held]] = {one.key: list(held_from(self._texts, view, one)) for one in parties}
        if said == self._built:
            return
        self._built = said
        inside = _Rows(self.theme)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for party in parties:
            column.addWidget(self._band(party_name(view, party), len(said[party.key])))
            for one in said[party.key]:
                column.addWidget(self._row(one))
        column.addStretch(1)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)

    def _band(self, name: str, kinds: int) -> QWidget:
        band = _Band(self.theme, "sunk")
        line = QHBoxLayout(band)
        line.setContentsMargins(SIDE, 6, SIDE, 6)
        line.setSpacing(6)
        line.addWidget(Text(self.theme, name, Role.SMALL, bold=True))
        words = self._texts("wizard.kinds", count=kinds) if kinds else self._texts("wizard.nothing_held")
        line.addWidget(Text(self.theme, f"· {words}", Role.SMALL, tone="ink2"))
        line.addStretch(1)
        return band

    def _row(self, one: Held) -> Row:
        icon, family = class_icon(one.info_class)
        key = "wizard.notes_held" if one.info_class is InfoClass.PRIVATE else "wizard.rows_held"
        what = class_label(self._texts, one.info_class)
        title = self._texts(key, what=what, count=one.count)
        row = Row(self.theme, title, one.why, tile=Tile(self.theme, icon, family or Family.PLAIN))
        row.add_right(_Lamp(self.theme, one.light))
        return row
