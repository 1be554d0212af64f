"""One way to read and fill whatever a person enters something in, so that drafts need not know the widgets.

`entry_of(widget)` knows lines, texts, dates, choices, tick boxes and drop-downs, alone or inside a `Field`. Any other
widget takes part by three members of its own: `draft()` (as JSON can hold it), `set_draft(value)` which puts such a
value back as if the user had entered it, and a signal `edited`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Protocol, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from .choice_chips import ChoiceChips
from .field import Field, LineField
from .text_field import TextField

Told = Callable[[], None]


@runtime_checkable
class Drafted(Protocol):
    """A widget that knows how its own draft is kept."""

    edited: Any

    def draft(self) -> Any: ...

    def set_draft(self, value: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """`read` as JSON can hold it, `put` fills it from that; `on_edit` and `on_leave` say whom to tell. A
    choice is left as soon as it is made.

    `value` is what is stored in the end, such as the date itself; the text as it is read where nothing else is said.
    """

    widget: QWidget
    read: Callable[[], Any]
    put: Callable[[Any], None]
    on_edit: Callable[[Told], object]
    on_leave: Callable[[Told], object]
    value: Callable[[], Any]

    def set_fault(self, sentence: str | None) -> bool:
        """Beside the field; False where it has no place for a sentence."""
        if not isinstance(self.widget, Field):
            return False
        self.widget.set_fault(sentence)
        return True

    def check(self) -> bool:
        """Whether what was typed can be read; the field says so itself where it cannot."""
        check = getattr(self.widget, "check", None)
        return bool(check()) if callable(check) else True


def entry_of(widget: QWidget) -> Entry:
    """TypeError for a widget that nobody has taught to be kept."""
    for kind, make in _KINDS:
        if isinstance(widget, kind):
            return make(widget)
    if isinstance(widget, Drafted):
        return _own(widget)
    if isinstance(widget, Field):
        inner = entry_of(widget.editor)
        return replace(inner, widget=widget)
    raise TypeError(f"{type(widget).__name__} has no draft() and set_draft()")


def leaves(widget: QWidget, told: Told) -> None:
    """Tells when the focus goes elsewhere; a menu that opens over the field is no leaving."""
    widget.installEventFilter(_Leaving(widget, told))


class _Leaving(QObject):
    def __init__(self, watched: QWidget, told: Told) -> None:
        super().__init__(watched)
        self._told = told

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        gone = event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent)
        if gone and cast("QFocusEvent", event).reason() is not Qt.FocusReason.PopupFocusReason:
            self._told()
        return False


def _line_field(widget: Any) -> Entry:
    field = cast("LineField", widget)
    return Entry(
        field,
        field.text,
        lambda value: field.set_text(str(value)),
        lambda told: field.edited.connect(lambda _text: told()),
        lambda told: field.line.editingFinished.connect(told),
        field.text,
    )


def _text_field(widget: Any) -> Entry:
    field = cast("TextField", widget)
    return Entry(
        field,
        field.text,
        lambda value: field.set_text(str(value)),
        field.edited.connect,
        field.left.connect,
        field.text,
    )


def _line(widget: Any) -> Entry:
    line = cast("QLineEdit", widget)
    return Entry(
        line,
        line.text,
        lambda value: line.setText(str(value)),
        lambda told: line.textEdited.connect(lambda _text: told()),
        line.editingFinished.connect,
        line.text,
    )


def _box(widget: Any) -> Entry:
    box = cast("QPlainTextEdit", widget)
    return Entry(
        box,
        box.toPlainText,
        lambda value: box.setPlainText(str(value)),
        box.textChanged.connect,
        lambda told: leaves(box, told),
        box.toPlainText,
    )


def _chips(widget: Any) -> Entry:
    chips = cast("ChoiceChips", widget)

    def put(value: Any) -> None:
        if chips.current() != value:
            chips.choose(str(value))
            chips.chosen.emit(chips.current())  # what depends on the choice follows

    return Entry(
        chips,
        chips.current,
        put,
        lambda told: chips.chosen.connect(lambda _key: told()),
        lambda told: chips.chosen.connect(lambda _key: told()),
        chips.current,
    )


def _tick(widget: Any) -> Entry:
    button = cast("QAbstractButton", widget)
    return Entry(
        button,
        button.isChecked,
        lambda value: button.setChecked(bool(value)),
        lambda told: button.toggled.connect(lambda _on: told()),
        lambda told: button.toggled.connect(lambda _on: told()),
        button.isChecked,
    )


def _drop_down(widget: Any) -> Entry:
    box = cast("QComboBox", widget)

    def put(value: Any) -> None:
        place = next((at for at in range(box.count()) if _code(box.itemData(at)) == value), -1)
        if place >= 0:
            box.setCurrentIndex(place)

    return Entry(
        box,
        lambda: _code(box.currentData()),
        put,
        lambda told: box.currentIndexChanged.connect(lambda _at: told()),
        lambda told: box.currentIndexChanged.connect(lambda _at: told()),
        box.currentData,
    )


def _code(data: object) -> str:
    if data is None:
        return ""
    return str(data.value) if isinstance(data, Enum) else str(data)


def _own(widget: Any) -> Entry:
    """A widget with its own draft; a date, say, is left through its line."""
    inner = widget.editor if isinstance(widget, Field) else widget

    def on_leave(told: Told) -> None:
        if isinstance(inner, QLineEdit):
            inner.editingFinished.connect(told)
        else:
            leaves(inner, told)

    value = getattr(widget, "value", None) or getattr(widget, "day", None) or widget.draft
    return Entry(
        widget, widget.draft, widget.set_draft, lambda told: widget.edited.connect(lambda *_: told()), on_leave, value
    )


_KINDS: tuple[tuple[type[QWidget], Callable[[Any], Entry]], ...] = (
    (LineField, _line_field),
    (TextField, _text_field),
    (QLineEdit, _line),
    (QPlainTextEdit, _box),
    (ChoiceChips, _chips),
    (QAbstractButton, _tick),
    (QComboBox, _drop_down),
)
