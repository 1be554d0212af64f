"""An item of the agenda: what, who, how many minutes, and of an own one its class. Alt+Up and Alt+Down move it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from mentorapp.domain.meetings import ITEM_CLASSES, AgendaItem
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE
from ui.widgets.chip import ChipButton
from ui.widgets.class_chip import ClassChip, class_label, class_look
from ui.widgets.line import Line

_OWNER, _MINUTES = 170, 72


class AgendaRow(QWidget):
    """Signals: `move_wanted(int)` up (-1) or down (1), `class_chosen(InfoClass)`, `remove_wanted`."""

    move_wanted = Signal(int)
    class_chosen = Signal(object)
    remove_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, item: AgendaItem, usual: str) -> None:
        super().__init__()
        self.item = item
        self.title = self._line(theme, texts("wizard.agenda_title"), usual, item.title)
        self.owner = self._line(theme, texts("wizard.agenda_owner"), texts("wizard.agenda_owner"), item.owner)
        minutes = "" if item.minutes is None else str(item.minutes)
        self.minutes = self._line(theme, texts("wizard.agenda_minutes"), texts("wizard.agenda_min"), minutes)
        said = item.title or usual
        for line, key in ((self.title, "title"), (self.owner, "owner"), (self.minutes, "minutes")):
            line.setAccessibleName(texts(f"wizard.agenda_{key}_of", item=said))
            line.installEventFilter(self)
        self.owner.setFixedWidth(theme.px(_OWNER))
        self.minutes.setFixedWidth(theme.px(_MINUTES))
        self.up = _tool(theme, "up", texts("wizard.agenda_up", item=said))
        self.down = _tool(theme, "down", texts("wizard.agenda_down", item=said))
        self.remove = _tool(theme, "x", texts("wizard.agenda_remove", item=said))
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.remove.clicked.connect(self.remove_wanted)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(SIDE, 4, SIDE, 4)
        self._whole.setSpacing(8)
        self._whole.addWidget(self.title, 1)
        rest = QHBoxLayout()
        rest.setSpacing(6)
        self.about = self._class_chip(theme, texts, said)
        if self.about is not None:
            rest.addWidget(self.about)
        for widget in (self.owner, self.minutes, self.up, self.down, self.remove):
            rest.addWidget(widget)
        rest.addStretch(1)  # beside the line of words in a narrow window
        self._whole.addLayout(rest)

    @staticmethod
    def _line(theme: Theme, name: str, placeholder: str, text: str) -> Line:
        line = Line(theme, placeholder)
        line.setText(text)
        line.setAccessibleName(name)
        return line

    def _class_chip(self, theme: Theme, texts: Texts, said: str) -> ChipButton | ClassChip | None:
        """Of the usual items the class is given; an own one can be about anything that may be agreed to."""
        if self.item.code:
            plain = self.item.info_class is InfoClass.PLAN
            return None if plain else ClassChip(theme, texts, self.item.info_class)
        chip = ChipButton(theme, class_look(texts, self.item.info_class))
        label = class_label(texts, self.item.info_class)
        chip.setAccessibleName(texts("wizard.agenda_class", item=said, what=label))
        chip.setToolTip(texts("wizard.agenda_class_tip"))
        chip.clicked.connect(lambda: self.classes(texts).popup(chip.mapToGlobal(chip.rect().bottomLeft())))
        return chip

    def classes(self, texts: Texts) -> QMenu:
        """What the item can be about."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in ITEM_CLASSES:
            act = menu.addAction(class_label(texts, one))
            act.triggered.connect(lambda _on=False, one=one: self.class_chosen.emit(one))
            act.setCheckable(True)
            act.setChecked(one is self.item.info_class)
        return menu

    def set_stacked(self, stacked: bool) -> None:
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(way)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            way = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(event.key())
            if alt and way is not None:
                self.move_wanted.emit(way)
                return True
        return False


def minutes_of(text: str) -> int | None:
    """What was typed as minutes; anything else leaves them open."""
    digits = "".join(one for one in text if one.isdigit())[:3]
    return int(digits) if digits else None


def _tool(theme: Theme, icon: str, name: str) -> Button:
    button = Button(theme, "", icon, kind=Kind.QUIET, size=Size.ROW, name=name)
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if icon != "x" else Qt.FocusPolicy.StrongFocus)
    return button
