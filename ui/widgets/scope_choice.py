"""What a consent is about: one box for each class that may be shown to that kind of recipient, in plain words."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentorapp.domain.sharing import Audience, InfoClass, offered_scope
from mentorapp.language.consent_words import explained
from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.class_chip import class_label
from ui.widgets.tick_box import TickBox


class ScopeChoice(QWidget):
    """What the ceiling does not let through is not even offered, nor what may not be written down. Nothing is ticked
    beforehand."""

    edited = Signal()

    def __init__(self, theme: Theme, texts: Texts, columns: int, hidden: frozenset[InfoClass]) -> None:
        super().__init__()
        self.setAccessibleName(texts("consent.scope"))
        self._columns, self._hidden = columns, hidden
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.boxes: dict[InfoClass, TickBox] = {}
        self._offered: tuple[InfoClass, ...] = ()
        for one in InfoClass:
            box = TickBox(theme, class_label(texts, one), explained(texts, one), fades=False, parent=self)
            box.toggled.connect(lambda _on: self.edited.emit())
            box.hide()
            self.boxes[one] = box

    def offer(self, audience: Audience | None) -> None:
        """The boxes of that audience; what was ticked and is offered no more is no longer ticked."""
        found = offered_scope(audience) if audience is not None else ()
        self._offered = tuple(one for one in found if one not in self._hidden)
        for one, box in self.boxes.items():
            self._grid.removeWidget(box)
            shown = one in self._offered
            box.setVisible(shown)
            if not shown:
                box.setChecked(False)
        for place, one in enumerate(self._offered):
            self._grid.addWidget(self.boxes[one], place // self._columns, place % self._columns)
        if self._offered:
            self.setFocusProxy(self.boxes[self._offered[0]])

    def value(self) -> tuple[InfoClass, ...]:
        return tuple(one for one in self._offered if self.boxes[one].isChecked())

    def choose(self, scope: Iterable[InfoClass]) -> None:
        chosen = set(scope)
        for one, box in self.boxes.items():
            box.setChecked(one in chosen)

    def draft(self) -> Any:
        return [one.value for one in self.value()]

    def set_draft(self, value: Any) -> None:
        self.choose(InfoClass(one) for one in value)
