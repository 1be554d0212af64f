"""The tries to reach somebody, shown before they can be closed as not reachable; with the ways out while too few."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.closing import AttemptLog
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Size
from ui.widgets.text import Text

from ..reading import Person
from ..words import DOT, day_said

_SHOWN = 8


class AttemptsPanel(QWidget):
    """Signals `attempt_wanted` and `pause_wanted`."""

    attempt_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.setAccessibleName(texts("closing.attempts"))
        self.said = Text(theme, "", Role.SMALL, bold=True, wrap=True)
        self.needed = Text(theme, "", Role.SMALL, wrap=True)
        self.tries = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.log = Button(theme, texts("closing.attempt_log"), "phone", size=Size.ROW)
        self.log.clicked.connect(self.attempt_wanted)
        self.rest = Button(theme, texts("closing.pause_begin"), "pause", size=Size.ROW)
        self.rest.clicked.connect(self.pause_wanted)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.log)
        ways.addWidget(self.rest)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.said, self.tries, self.needed):
            column.addWidget(part)
        column.addLayout(ways)

    def show_log(self, person: Person, log: AttemptLog, *, paused: bool) -> None:
        texts, rule = self._texts, log.rule
        count = len(log.attempts)
        self.said.setText(texts("closing.attempts_made", count=count, ways=log.ways, days=log.days))
        needed = texts("closing.attempts_needed", attempts=rule.attempts, kinds=rule.kinds, days=rule.days)
        self.needed.setText(texts("closing.attempts_enough") if log.is_enough else needed)
        lines = [
            DOT.join([day_said(texts, one.on, person.today), texts(f"codes.session_kind_{one.way}")])
            for one in log.attempts[-_SHOWN:]
        ]
        self.tries.setText("\n".join(lines))
        self.tries.setVisible(bool(lines))
        self.log.setVisible(not log.is_enough)
        self.rest.setVisible(not log.is_enough and not paused)
