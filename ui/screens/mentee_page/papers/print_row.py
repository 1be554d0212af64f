"""One paper of the log with its two acts, which have a key each: handed over, and destroyed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.prints import PrintState
from mentorapp.language.texts import Texts
from mentorapp.store.stale_prints import LoggedPrint
from ui.theme import Theme
from ui.widgets.button import Button, Size
from ui.widgets.row import Row

from ..reading import Person
from .words import print_facts, print_title


class PrintRow(Row):
    """Signals `hand_over_wanted`, `destroy_wanted`: to be marked, or to be taken back where it is marked already."""

    hand_over_wanted = Signal()
    destroy_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, person: Person, one: LoggedPrint) -> None:
        acts = QWidget()
        line = QHBoxLayout(acts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        title = print_title(texts, one)
        super().__init__(
            theme, title, print_facts(texts, one, person.today), action=acts,
            tint="amber" if one.stale is not None else "",
        )  # fmt: skip
        # A stale paper is first of all to be destroyed; what was handed over cannot be.
        names = {
            PrintState.STALE: ("destroyed", "delivered"),
            PrintState.PRINTED: ("delivered", "destroyed"),
            PrintState.DELIVERED: ("delivered",),
            PrintState.DESTROYED: ("destroyed",),
        }.get(one.state, ())
        back = one.state in (PrintState.DELIVERED, PrintState.DESTROYED)
        self.buttons: dict[str, Button] = {}
        for name in names:
            words = texts(f"print_log.undo_{name}" if back else f"print_log.{name}")
            key = texts(f"print_log.key_{name}")
            button = Button(theme, words, size=Size.ROW, keys=key, name=texts("print_log.act", act=words, paper=title))
            button.setObjectName(f"{one.record.id}:{name}")
            button.clicked.connect(partial(self._ask, name))
            line.addWidget(button)
            self.buttons[key.casefold()] = button

    def _ask(self, name: str, _checked: bool = False) -> None:
        (self.destroy_wanted if name == "destroyed" else self.hand_over_wanted).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letter of an act, while one of the acts has the focus."""
        button = self.buttons.get(event.text().casefold())
        if button is not None:
            button.click()
        else:
            super().keyPressEvent(event)
