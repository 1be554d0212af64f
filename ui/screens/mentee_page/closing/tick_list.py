"""Several of a few: pills that are pressed in or not, under one name, as one field of a form."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice
from ui.widgets.flow import FlowLayout


class TickList(QWidget):
    """`value()` gives the keys chosen, in the order of the choices."""

    edited = Signal()

    def __init__(self, theme: Theme, name: str, choices: Sequence[Choice], chosen: Sequence[str] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        flow = FlowLayout(self)
        self._pills: dict[str, Button] = {}
        for choice in choices:
            pill = Button(theme, choice.text, kind=Kind.PILL, checkable=True)
            pill.setChecked(choice.key in chosen)
            pill.toggled.connect(lambda _on: self.edited.emit())
            flow.addWidget(pill)
            self._pills[choice.key] = pill

    def pill(self, key: str) -> Button:
        return self._pills[key]

    def value(self) -> tuple[str, ...]:
        return tuple(key for key, pill in self._pills.items() if pill.isChecked())

    def draft(self) -> Any:
        return list(self.value())

    def set_draft(self, value: Any) -> None:
        for key, pill in self._pills.items():
            pill.setChecked(key in value)
