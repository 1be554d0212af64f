"""The two columns of the tab: what is being filled in at the left, what has become of it at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Family, Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.icon_view import IconView
from ui.widgets.rows import put_after
from ui.widgets.text import Text
from ui.widgets.wide_columns import WideColumns
from ui.widgets.widths import Width

from .acts import ScalesActs
from .cards import AskCard, SaidCard, TileCard
from .entry_panel import EntryPanel
from .lists import EarlierCard, MissingCard
from .measurements import MeasurementsCard
from .trend_cards import RowsCard, TrendCard

_SIDE = 0.45


class RatingColumns(WideColumns):
    """The chart needs more room than the side cards of other tabs have."""

    def side_width(self, width: Width) -> int:
        share = _SIDE if width is Width.WIDE else 0.4
        return round((self.width() - 64) * share)


class ChipsHost(QWidget):
    """Chips that are other ones for another person; made anew only when they are. Signal `chosen(str)`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._choices: tuple[Choice, ...] | None = None
        self.chips: ChoiceChips | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self, choices: tuple[Choice, ...], chosen: str, least: int = 1) -> None:
        """Hidden where there are fewer than `least` to choose between."""
        self.setVisible(len(choices) >= least)
        if choices != self._choices:
            self._choices = choices
            here = QApplication.focusWidget()
            had_focus = here is not None and self.isAncestorOf(here)
            self._replace(ChoiceChips(self._theme, self._name, choices, chosen))
            if had_focus and choices:
                self.focus()
        if self.chips is not None:
            self.chips.choose(chosen)

    def focus(self) -> None:
        if self.chips is not None:
            self.chips.focus()

    def _replace(self, chips: ChoiceChips) -> None:
        if self.chips is not None:
            self._column.removeWidget(self.chips)
            self.chips.hide()
            self.chips.deleteLater()
        self.chips = chips
        chips.chosen.connect(self.chosen)
        self._column.addWidget(chips)
        put_after(self, [chips])


class Pages(QWidget):
    """All cards of the tab by their names; the tab says which are in sight."""

    def __init__(self, store: Store, theme: Theme, texts: Texts, acts: ScalesActs) -> None:
        super().__init__()
        self.chips = ChipsHost(theme, texts("scales.which"))
        self.voices = ChipsHost(theme, texts("scales.whose"))
        self.places = ChipsHost(theme, texts("scales.which_placement"))
        self.hidden = Text(theme, texts("scales.kept_away"), Role.SMALL, tone="ink2", wrap=True)
        self.licence = AskCard(theme, texts, {"yes": "scales.licence_yes", "no": "scales.licence_no"})
        self.versions = AskCard(theme, texts, {"both": "scales.versions_both", "new": "scales.versions_new"})
        self.start = AskCard(
            theme, texts, {"fill": "scales.fill", "again": "scales.fill_again", "correct": "scales.correct",
                           "print": "scales.print_blank"}
        )  # fmt: skip
        self.panel = EntryPanel(store, theme, texts, acts)
        self.other_form = TileCard(theme, Family.HEATHER, "talk", texts("scales.fill"))
        self.measurements = MeasurementsCard(theme, texts)
        self.trend = TrendCard(theme, texts)
        self.rows = RowsCard(theme, texts)
        self.shown_version = ChipsHost(theme, texts("scales.which_version"))
        self.said = SaidCard(theme)
        self.caution = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.caution_row = _with_icon(theme, self.caution)
        self.missing = MissingCard(theme, texts)
        self.earlier = EarlierCard(theme, texts)
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(6)
        top.addWidget(self.chips)
        top.addWidget(self.hidden)
        self.left = (
            self.voices, self.places, self.licence, self.versions, self.start, self.panel, self.other_form,
            self.measurements,
        )  # fmt: skip
        self.right = (
            self.shown_version, self.trend, self.said, self.rows, self.caution_row, self.missing, self.earlier,
        )  # fmt: skip
        self.columns = RatingColumns(theme, head, self.left, self.right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def show_only(self, *parts: QWidget) -> None:
        """Hides the others; what is asked to be seen decides itself whether it has anything to say."""
        for part in (*self.left, *self.right):
            if part not in parts:
                part.hide()


def _with_icon(theme: Theme, words: Text) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(IconView(theme, "info", tone="ink2", side=16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1000)
    line.addStretch(1)
    return row
