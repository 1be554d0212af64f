"""The head of the page: back, whose placement it is and where, and what is done with the whole of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.more_button import Act, MoreButton
from ui.widgets.one_line import OneLine
from ui.widgets.tile import Tile
from ui.widgets.widths import Width

from .reading import View
from .words import line, title


class PlacementHead(QWidget):
    """Signals: `back_wanted`, `place_wanted` (to see where a protected person is), `page_wanted`, `end_wanted`."""

    back_wanted = Signal()
    place_wanted = Signal()
    page_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, more: Callable[[], Sequence[Act]]) -> None:
        super().__init__()
        self._texts = texts
        self.back = Button(theme, "", "left", kind=Kind.QUIET, name=texts("placement.back"))
        self.back.clicked.connect(self.back_wanted)
        self.title = OneLine(theme, Role.TITLE)
        self.line = OneLine(theme, Role.CAPTION, tone="ink2")
        self.protected = Chip(theme, texts("mentee.protected"), "shield", Family.SLATE, dotted=True)
        self.show_place = Button(theme, texts("placement.show_place"), "eye")
        self.show_place.clicked.connect(self.place_wanted)
        self.page = Button(theme, " ", "people")
        self.page.clicked.connect(self.page_wanted)
        self.end = Button(theme, texts("placement.end_act"), "flag")
        self.end.clicked.connect(self.end_wanted)
        self.more = MoreButton(theme, texts("placement.more"), more)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        whole.addWidget(self.back)
        whole.addWidget(Tile(theme, "work", Family.BLUE))
        whole.addSpacing(4)
        whole.addLayout(words)
        whole.addSpacing(12)
        whole.addWidget(self.protected)
        whole.addStretch(1)
        for button in (self.show_place, self.page, self.end, self.more):
            whole.addWidget(button)

    def show_view(self, view: View) -> None:
        self.title.set_words(title(self._texts, view))
        self.line.set_words(line(self._texts, view))
        self.protected.setVisible(view.mentee.is_protected)
        self.show_place.setVisible(not view.place_shown)
        self.page.set_text(self._texts("placement.to_mentee", name=view.name))
        self.end.set_text(self._texts("placement.end_act" if view.placement.to_date is None else "placement.ended_act"))

    def arrange(self, width: Width) -> None:
        """Words give way to icons as the window gets narrower."""
        for button in (self.show_place, self.page, self.end):
            button.set_icon_only(width is not Width.WIDE)
