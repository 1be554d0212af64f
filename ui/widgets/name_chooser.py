"""A field in which a name is typed: somebody known is found by letters, and a name nobody has is somebody new.

A subclass says who is known (`known()`), what stands below a new name, and what a choice is (`value()`). The signals:
`edited` at every key and choice, `taken` when somebody was taken from the list. As a field of forms it has `draft()`
and `set_draft()`, so that a name half typed is kept as it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent

from mentorapp.language.names import folded
from mentorapp.language.texts import Texts
from ui.theme import Theme, paint_icon

from .announce import announce
from .field import Field
from .line import Line
from .name_list import Known, NameList, fitting
from .painted import smooth

_SIDE, _ARROW, _GAP, _PAGE = 12, 18, 8, 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}


class _Line(Line):
    """What the list takes of the keys; the rest is a line's."""

    clicked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, placeholder: str) -> None:
        super().__init__(theme, placeholder)
        self.reserve(_ARROW + _GAP)

    def paintEvent(self, event: Any) -> None:
        super().paintEvent(event)
        arrow = self.rect().adjusted(self.width() - _ARROW - _SIDE, 0, -_SIDE, 0)
        paint_icon(smooth(self), "down", arrow, self.theme.colour("ink2"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.clicked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()


@dataclass(frozen=True, slots=True)
class _Choice:
    """`sure`: said to be new, although somebody of that name is known."""

    key: UUID | None = None
    name: str = ""
    sure: bool = False


class NameChooser(Field):
    """Nobody is merged and nobody made unasked: what will be new when the form is kept stands below the field."""

    edited = Signal()
    taken = Signal()

    def __init__(self, theme: Theme, texts: Texts, label: str, placeholder: str, list_name: str) -> None:
        self.line = _Line(theme, placeholder)
        super().__init__(theme, label, self.line)
        self.texts = texts
        self._list_name = list_name
        self._choice = _Choice()
        self._list: NameList | None = None
        self.line.textEdited.connect(self._on_typed)
        self.line.left.connect(self._on_left)
        self.line.clicked.connect(lambda: self._close() if self.is_open() else self._open(self.new_name))
        self.line.installEventFilter(self)

    def known(self) -> Sequence[Known]:
        """All that can be chosen, in the order of an empty search."""
        raise NotImplementedError

    def said_of_new(self, name: str, /) -> str:
        """What stands below the field when the name is somebody new."""
        raise NotImplementedError

    @property
    def key(self) -> UUID | None:
        return self._choice.key

    @property
    def new_name(self) -> str:
        return "" if self._choice.key else self._choice.name

    def choose(self, key: UUID | None) -> None:
        """From outside: a known one, or nobody. Nothing is emitted."""
        self._close()
        self.set_fault(None)
        found = next((one for one in self.known() if one.key == key), None) if key else None
        self._take(_Choice(found.key, found.name) if found else _Choice(), found.second if found else "")

    def show_name(self, name: str) -> None:
        """A name that was written without the register, and stands as it is until another is chosen."""
        self._close()
        self.set_fault(None)
        self._take(_Choice(None, name, sure=True), "")

    def draft(self) -> dict[str, Any]:
        choice = self._choice
        return {"key": choice.key.hex if choice.key else "", "name": choice.name, "sure": choice.sure}

    def set_draft(self, value: Any) -> None:
        """Somebody who is no longer known stands there by name."""
        key = UUID(hex=value["key"]) if value["key"] else None
        found = next((one for one in self.known() if one.key == key), None) if key else None
        self.set_fault(None)
        if found is not None:
            self._take(_Choice(found.key, found.name), found.second)
        else:
            name = str(value["name"])
            self._take_new(name, bool(value["sure"]))
        self.edited.emit()

    def check(self) -> bool:
        """False when several have the name that was typed."""
        self._settle()
        choice = self._choice
        several = choice.key is None and not choice.sure and len(_named(self.known(), choice.name)) > 1
        self.set_fault(self.texts("chooser.several") if several else None)
        return not several

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.line:
            return False
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.is_open():
            self.names().lie_under(self.line)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()
        super().hideEvent(event)

    def is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def names(self) -> NameList:
        """Made when it is first wanted, when it is known which window the field is in."""
        if self._list is None:
            made = self._list = NameList(self.theme, self._list_name, self.window())
            made.clicked.connect(lambda _index: self._take_marked())
            self.destroyed.connect(made.deleteLater)
        return self._list

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _STEPS:
            self._on_moved(_STEPS[key])
            return True
        if not self.is_open():
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_marked()
            return True
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _on_typed(self, typed: str) -> None:
        self.set_fault(None)
        self._choice = _Choice(None, typed)
        self._say("")
        self.edited.emit()
        if typed.strip():
            self._open(typed)
        else:
            self._close()

    def _on_moved(self, step: int) -> None:
        if self.is_open():
            self.line.setAccessibleDescription(self.names().step(step))
        else:
            self._open(self.new_name)

    def _on_left(self) -> None:
        """A name that just one has is that one; another is somebody new. What was typed is never thrown away."""
        self._close()
        self._settle()

    def _settle(self) -> None:
        choice = self._choice
        if choice.key is not None or choice.sure or not choice.name.strip():
            return
        found = _named(self.known(), choice.name)
        if len(found) == 1:
            self._take(_Choice(found[0].key, found[0].name), found[0].second)
            self.edited.emit()
        else:
            self._take_new(choice.name, sure=False)

    def _open(self, typed: str) -> None:
        rows = fitting(typed, self.known())
        if typed.strip():
            rows.append(Known(None, self.texts("chooser.add", name=typed.strip())))
        if not rows:
            self._close()
            return
        listed = self.names()
        listed.names.set_rows(rows)
        listed.lie_under(self.line)
        listed.show()
        self.line.setAccessibleDescription(listed.mark(0))

    def _take_marked(self) -> None:
        marked = self.names().marked()
        self._close()
        if marked is None:
            return
        if marked.key is None:
            self._take_new(self._choice.name.strip(), sure=True)
        else:
            self._take(_Choice(marked.key, marked.name), marked.second)
        self.set_fault(None)
        self.edited.emit()
        self.taken.emit()

    def _take(self, choice: _Choice, second: str) -> None:
        self._choice = choice
        if self.line.text() != choice.name:
            self.line.setText(choice.name)
        self._say(second)

    def _take_new(self, name: str, sure: bool) -> None:
        self._take(_Choice(None, name, sure), self.said_of_new(name.strip()) if name.strip() else "")

    def _say(self, words: str) -> None:
        if words == self._hint:
            return
        self._hint = words
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        if words:
            announce(self.line, words)

    def _close(self) -> None:
        if self.is_open():
            self.names().hide()
            self.line.setAccessibleDescription(self._hint)


def _named(known: Sequence[Known], name: str) -> list[Known]:
    """Those who have just that name, whatever its case and dots."""
    wanted = " ".join(folded(name).split())
    return [one for one in known if folded(one.name) == wanted]
