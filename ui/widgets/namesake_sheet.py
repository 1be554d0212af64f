"""Before a paper goes out about somebody whose name another has too: whose it is, large, by the year of birth (F 26).

`when_sure(window, theme, texts, store, mentee_id, then)` does `then` at once where the name is somebody's own.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .button import Button, Kind
from .overlay import Overlay
from .text import Text

if TYPE_CHECKING:
    from mentorapp.store.namesakes import Namesake, SharedName
    from mentorapp.store.store import Store


class NamesakeSheet(Overlay):
    """Signal `sure`: it is the right one. Esc and the other button go back."""

    sure = Signal()

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, shared: "SharedName") -> None:
        super().__init__(window, theme, texts("preview.same_title", name=shared.this.name))
        self._texts = texts
        self.born = Text(theme, self._born(shared.this), Role.DISPLAY, wrap=True)
        parts = (shared.this.name, shared.this.alias, shared.this.municipality)
        self.body.addWidget(self.born)
        self.body.addWidget(Text(theme, " · ".join(part for part in parts if part), wrap=True))
        for other in shared.others:
            said = texts("preview.same_other", born=self._born(other).lower(), alias=other.alias)
            self.body.addWidget(Text(theme, said, Role.SMALL, tone="ink2", wrap=True))
        self.body.addStretch(1)
        self.yes = Button(theme, texts("preview.same_yes", born=self._born(shared.this).lower()), kind=Kind.PRIMARY)
        self.yes.clicked.connect(self._on_yes)
        self.no = Button(theme, texts("preview.same_no"))
        self.no.clicked.connect(lambda: self.close_over())
        buttons = QHBoxLayout()
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        self.foot.addLayout(buttons)
        self.closed.connect(self.deleteLater)

    def open(self, first: QWidget | None = None) -> None:
        super().open(first or self.yes)
        self.yes.setFocus(Qt.FocusReason.TabFocusReason)

    def _born(self, one: "Namesake") -> str:
        if one.birth_year is None:
            return self._texts("preview.same_unknown")
        return self._texts("preview.same_born", year=one.birth_year)

    def _on_yes(self) -> None:
        self.close_over()
        self.sure.emit()


def when_sure(
    window: QWidget, theme: Theme, texts: Texts, store: "Store", mentee_id: UUID | None, then: Callable[[], object]
) -> NamesakeSheet | None:
    """The sheet where there is something to be sure of."""
    from mentorapp.store.namesakes import shared_name

    shared = None
    if mentee_id is not None:
        with store.read() as session:
            shared = shared_name(session, mentee_id)
    if shared is None:
        then()
        return None
    sheet = NamesakeSheet(window, theme, texts, shared)
    sheet.sure.connect(lambda: then())
    sheet.open()
    return sheet
