"""Step 3: what each party may see. Allowed and agreed is ticked; what is ticked each time waits for a yes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.meeting_grid import Cell, GridRow, same_as_last, ticked
from mentorapp.exchange.meeting_parties import party_choices
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.consent_light import ConsentLight, Light
from ui.widgets.text import Text

from .acts import WizardActs
from .column import Column
from .grid import Grid
from .reading import WizardView


class ShowStep(QWidget):
    """The words of the cell where one is go to the foot by `said`."""

    said = Signal(str)

    def __init__(self, theme: Theme, texts: Texts, acts: WizardActs, view: WizardView) -> None:
        super().__init__()
        self.theme, self._texts, self._acts = theme, texts, acts
        self._view = view
        self.grid = Grid(theme, texts)
        self.grid.ticked.connect(self._on_ticked)
        self.grid.looked_at.connect(self.said)
        self.same = Button(theme, texts("wizard.same_as_last"), "history", size=Size.ROW)
        self.same.clicked.connect(self._on_same)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.addWidget(Text(theme, texts("wizard.show_words", name=view.name), Role.SMALL, tone="ink2", wrap=True), 100)
        head.addStretch(1)
        head.addWidget(self.same)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        self.column = Column(theme, [self.grid, self._legend()])
        whole.addWidget(self.column, 1)

    def show_view(self, view: WizardView) -> None:
        self._view = view
        self.grid.show_view(view)
        known = any(one.last is not None for one in view.parties)
        self.same.setVisible(known)

    def first_focus(self) -> QWidget | None:
        """On a box that waits; where none does there is nothing to do here."""
        view = self._view
        waits = any(cell.can_change and cell.each for row in view.case.rows for cell in row.cells)
        return self.grid.first_open() if waits else None

    def regions(self) -> Sequence[QWidget]:
        return [self.grid]

    def _legend(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(18)
        for light in (Light.NONE, Light.NOT_ASKED, Light.NEVER):
            row.addWidget(ConsentLight(self.theme, light, self._texts(f"wizard.legend_{light.value}")))
        row.addStretch(1)
        return line

    def _on_ticked(self, column: int, row: GridRow, cell: Cell, on: bool) -> None:
        party = self._view.parties[column]
        self._acts.choose([party_choices(party.key, ticked(party.party.choices, row, cell, on=on))])

    def _on_same(self) -> None:
        """The last choice for each, without what is no longer allowed; what is ticked each time is not among it."""
        view = self._view
        chosen = []
        for column, one in enumerate(view.parties):
            if one.last is not None:
                choices = same_as_last(one.last, one.party, view.case.rows, column)
                chosen.append(party_choices(one.key, choices))
        self._acts.choose(chosen)
        self.said.emit(self._texts("wizard.same_done"))
