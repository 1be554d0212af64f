"""One of a list that may be long: a drop-down whose headings, if any, cannot be chosen."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from ui.theme import Theme

from .choice_chips import Choice
from .field import Field


class Picker(Field):
    """`groups` are (heading, choices); an empty heading shows none. Signals `chosen(str)` and `edited`."""

    chosen = Signal(str)
    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        label: str,
        groups: Iterable[tuple[str, Iterable[Choice]]],
        chosen: str = "",
        *,
        nothing: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.box.setMaxVisibleItems(16)
        super().__init__(theme, label, self.box, parent=parent)
        if name:
            self.box.setAccessibleName(name)
        self._fill(groups, nothing)
        self.choose(chosen)
        self.box.currentIndexChanged.connect(lambda _at: self._on_changed())

    def current(self) -> str:
        return str(self.box.currentData() or "")

    def choose(self, key: str) -> None:
        """One that is not in the list leaves it at nothing."""
        self.box.setCurrentIndex(max(0, self.box.findData(key)))

    def value(self) -> str:
        return self.current()

    def draft(self) -> str:
        return self.current()

    def set_draft(self, value: object) -> None:
        self.choose(str(value))

    def _fill(self, groups: Iterable[tuple[str, Iterable[Choice]]], nothing: str) -> None:
        model = QStandardItemModel(self.box)
        if nothing:
            model.appendRow(_item(nothing, ""))
        for heading, choices in groups:
            if heading:
                title = QStandardItem(heading)
                title.setFlags(Qt.ItemFlag.NoItemFlags)
                title.setFont(_bold(self.box))
                model.appendRow(title)
            for choice in choices:
                model.appendRow(_item(choice.text, choice.key))
        self.box.setModel(model)

    def _on_changed(self) -> None:
        self.set_fault(None)
        self.edited.emit()
        self.chosen.emit(self.current())


def _item(text: str, key: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(key, Qt.ItemDataRole.UserRole)
    return item


def _bold(box: QComboBox) -> QFont:
    font = box.font()
    font.setBold(True)
    return font
