"""The table of actions and their keys. The window binds it; the list under F1 is made from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from mentorapp.language.texts import Texts


@dataclass(frozen=True, slots=True)
class Action:
    """`key` names it and its text (`keys.<key>`). Without `bound` the key belongs to lists, fields or forms.

    `always`: also while a form lies over the window. What has no key is not in the list under F1.
    """

    key: str
    sequences: tuple[str, ...]
    bound: bool = True
    always: bool = False
    group: str = "everywhere"


ACTIONS = (
    Action("note", ("Ctrl+N",)),
    Action("lock", ("Ctrl+L",), always=True),
    Action("meeting_mode", ("F8",), always=True),
    Action("today", ("Ctrl+1",), group="places"),
    Action("mentees", ("Ctrl+2",), group="places"),
    Action("meetings", ("Ctrl+3",), group="places"),
    Action("workplaces", ("Ctrl+4",), group="places"),
    Action("settings", ("Ctrl+,", "Ctrl+6"), group="places"),
    Action("register", (), group="places"),
    Action("groups", ("Ctrl+G",), group="places"),
    Action("figures", (), group="places"),
    Action("back", ("Alt+Left",), group="places"),
    Action("next_tab", ("Ctrl+Tab", "Ctrl+PgDown"), group="places"),
    Action("previous_tab", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), group="places"),
    Action("next_region", ("F6",), group="places"),
    Action("previous_region", ("Shift+F6",), group="places"),
    Action("undo", ("Ctrl+Z",)),
    Action("redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Action("print", ("Ctrl+P",)),
    Action("filter", ("Ctrl+F",)),
    Action("larger", ("Ctrl++", "Ctrl+="), always=True),
    Action("smaller", ("Ctrl+-",), always=True),
    Action("normal_size", ("Ctrl+0",), always=True),
    Action("keys", ("F1",)),
    Action("close", ("Esc",), bound=False, group="lists"),
    Action("save_form", ("Ctrl+Return",), bound=False, group="lists"),
    Action("open", ("Return",), bound=False, group="lists"),
    Action("tick", ("Space",), bound=False, group="lists"),
    Action("walk", ("Up", "Down"), bound=False, group="lists"),
    Action("move", ("Alt+Up", "Alt+Down"), bound=False, group="lists"),
    Action("goal", ("Alt+Right",), bound=False, group="lists"),
    Action("edit", ("F2",), bound=False, group="lists"),
    Action("box", ("Ctrl+Shift+1", "Ctrl+Shift+6"), bound=False, group="lists"),
)
GROUPS = ("everywhere", "places", "lists")
# Shown as a range, not as alternatives.
_RANGES = frozenset({"box"})

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


def shown_keys(texts: Texts, action: Action) -> str:
    """The keys as a person names them: Ctrl + Z."""
    joint = " – " if action.key in _RANGES else texts("keys.or")
    return joint.join(_named(texts, sequence) for sequence in action.sequences)


def cap(texts: Texts, key: str) -> str:
    """The first key of an action, short, as on a key cap: Ctrl Z. Empty where it has none."""
    action = next(action for action in ACTIONS if action.key == key)
    return _named(texts, action.sequences[0]) if action.sequences else ""


def _named(texts: Texts, sequence: str) -> str:
    parts = sequence.replace("++", "+plus").split("+")
    names = [(f"keys.key_{part.lower()}", part) for part in parts]
    return " ".join(texts(key) if texts.has(key) else part for key, part in names)


class Shortcuts(QObject):
    """The bound actions of one window, each calling its handler; a form over the window turns most of them off.

    `covered` tells whether a card lies over the window: then only the actions that hold always are heard. `only` names
    the actions that are heard at all; None is every one.
    """

    def __init__(
        self, window: QWidget, handlers: Mapping[str, Callable[[], None]], covered: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._covered = covered
        self.only: frozenset[str] | None = None
        self._made: list[tuple[Action, QShortcut]] = []
        for action in ACTIONS:
            if action.bound and action.key in handlers:
                for sequence in action.sequences:
                    shortcut = QShortcut(QKeySequence(sequence), window)
                    shortcut.activated.connect(partial(self._do, action, handlers[action.key]))
                    self._made.append((action, shortcut))
        self._undo = FieldUndo(self)

    def _do(self, action: Action, handler: Callable[[], None]) -> None:
        heard = self.only is None or action.key in self.only
        if heard and (action.always or not self._covered()):
            handler()

    def set_form_over(self, over: bool) -> None:
        for action, shortcut in self._made:
            shortcut.setEnabled(action.always or not over)


class FieldUndo(QObject):
    """A text field first undoes its own. When it has nothing left, Ctrl+Z is the program's: fields would swallow it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return _is_spent(watched, event)
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, _FIELDS):
            old.removeEventFilter(self)
        if isinstance(new, _FIELDS):
            new.installEventFilter(self)


def _is_spent(field: QObject, event: QKeyEvent) -> bool:
    """Whether the key asks to undo or redo and the field has nothing of that kind."""
    undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
    if not (undo or redo):
        return False
    if isinstance(field, QLineEdit):
        return not (field.isUndoAvailable() if undo else field.isRedoAvailable())
    if isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        return not (document.isUndoAvailable() if undo else document.isRedoAvailable())
    return False
