"""The small question after a tick: who did it? It stands for five seconds and goes away by itself."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mentorapp.domain.plans import DoneBy
from mentorapp.language.texts import Texts
from ui.theme import Family, Theme
from ui.widgets.chip import ChipButton, ChipLook

from .reading import Person
from .words import who_did

STANDS_MS = 5000


class WhoChip(ChipButton):
    """Signals: `answered(object)` with a `DoneBy`, and `over` when it is to go. It waits while it is being used."""

    answered = Signal(object)
    over = Signal()

    def __init__(self, theme: Theme, texts: Texts, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(theme, ChipLook(texts("plan.who_asked"), "people", Family.PRIMARY), parent)
        self.setAccessibleDescription(texts("plan.who_asked_long"))
        self._menu = QMenu(self)
        for by in DoneBy:
            name = texts("plan.someone_else_more") if by is DoneBy.OTHER else who_did(texts, person, by, "")
            act = self._menu.addAction(name)
            act.setData(by)
        self._menu.triggered.connect(lambda act: self.answered.emit(DoneBy(act.data())))
        self.clicked.connect(self.ask)
        self._timer = QTimer(self)
        self._timer.setInterval(STANDS_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    @property
    def menu_of_names(self) -> QMenu:
        return self._menu

    def ask(self) -> None:
        """Opens the names under the chip."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _on_time(self) -> None:
        if not (self.hasFocus() or self._menu.isVisible()):
            self._timer.stop()
            self.over.emit()
