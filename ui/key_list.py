"""F1: the keys of the program, made from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorapp.language.texts import Texts
from ui.actions import ACTIONS, GROUPS, shown_keys
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.overlay import Overlay
from ui.widgets.text import Text


def show_keys(window: QWidget, theme: Theme, texts: Texts) -> Overlay:
    """Opens the list over the window; it is let go when closed."""
    overlay = Overlay(window, theme, texts("keys.title"))
    for group in GROUPS:
        overlay.body.addWidget(Text(theme, texts(f"keys.group_{group}"), Role.SECTION))
        overlay.body.addLayout(_rows(theme, texts, group))
    overlay.body.addStretch(1)
    close = Button(theme, texts("keys.close_list"), kind=Kind.PRIMARY)
    close.clicked.connect(overlay.close_over)
    overlay.foot.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    overlay.closed.connect(overlay.deleteLater)
    overlay.open(close)
    return overlay


def _widest(theme: Theme, texts: Texts) -> int:
    """So that the three groups stand in line."""
    metrics = theme.metrics(Role.SMALL, True)
    return max(metrics.horizontalAdvance(shown_keys(texts, action)) for action in ACTIONS) + 4


def _rows(theme: Theme, texts: Texts, group: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, _widest(theme, texts))
    for row, action in enumerate(one for one in ACTIONS if one.group == group and one.sequences):
        keys = Text(theme, shown_keys(texts, action), Role.SMALL, bold=True)
        does = Text(theme, texts(f"keys.{action.key}"), Role.SMALL, wrap=True)
        grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(does, row, 1)
    return grid
