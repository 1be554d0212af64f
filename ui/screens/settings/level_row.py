"""A level in the settings: its number, name and length, and what can be done with it. Alt+Up and Alt+Down move it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.programmes import Level
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE
from ui.widgets.text import Text


class LevelRow(QWidget):
    """Signals: `changed_wanted`, `removed_wanted`, `moved(int)` by one place, -1 down the ladder, 1 up."""

    change_wanted = Signal()
    remove_wanted = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, texts: Texts, level: Level, *, first: bool, last: bool) -> None:
        super().__init__()
        self.level = level
        name = level.name(texts.language)
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 7, SIDE, 7)
        line.setSpacing(8)
        number = Text(theme, str(level.order), Role.SECTION, tone="ink2", bold=True)
        number.setMinimumWidth(theme.px(22))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(theme, name, bold=True, wrap=True))
        words.addWidget(Text(theme, " · ".join(_facts(texts, level)), Role.SMALL, tone="ink2", wrap=True))
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.earlier = self._button(theme, "left", texts("settings.level_earlier", name=name))
        self.later = self._button(theme, "right", texts("settings.level_later", name=name))
        self.earlier.setEnabled(not first)
        self.later.setEnabled(not last)
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self.change = Button(
            theme, texts("settings.change"), size=Size.ROW, name=texts("settings.change_named", name=name)
        )
        self.change.clicked.connect(self.change_wanted)
        self.remove = Button(
            theme, "", "x", kind=Kind.QUIET, size=Size.ROW, name=texts("settings.remove_named", name=name)
        )
        self.remove.clicked.connect(self.remove_wanted)
        for button in (self.earlier, self.later, self.change, self.remove):
            line.addWidget(button)
        for keys, way in (("Alt+Up", 1), ("Alt+Down", -1)):
            # A shortcut, since a button takes the arrows for itself.
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.moved.emit, way))

    def _button(self, theme: Theme, icon: str, name: str) -> Button:
        return Button(theme, "", icon, kind=Kind.QUIET, size=Size.ROW, name=name)


def _facts(texts: Texts, level: Level) -> list[str]:
    weeks = level.planned_weeks
    facts = [texts("settings.level_no_end") if weeks is None else texts("settings.level_weeks", count=weeks)]
    if level.is_goal:
        facts.append(texts("settings.level_is_goal"))
    if level.step_goals:
        facts.append(", ".join(level.step_goals))
    return facts
