"""The line at the bottom: what is saved, backed up and can be undone; at the right where everything lies.

`StatusLine(theme, name, right="")`; `set_item(key, icon, text, keys="", act=False)` adds or changes an item,
`remove_item(key)`, `say(sentence)` speaks politely and shows nothing. Signal `act_wanted(str)` carries the key.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Role, Theme

from .announce import announce
from .painted import Painted
from .status_item import StatusItem
from .text import Text


class StatusLine(Painted):
    """A change of its words is said once to those who listen."""

    act_wanted = Signal(str)

    def __init__(self, theme: Theme, name: str, right: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._items: dict[str, StatusItem] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(24, 4, 24, 4)
        self._line.setSpacing(22)
        self._line.addStretch(1)
        self._right = Text(theme, right, Role.CAPTION, tone="ink2")
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._right)

    def set_item(self, key: str, icon: str, text: str, keys: str = "", *, act: bool = False, loud: bool = True) -> None:
        """Items keep the order in which they first came; `loud` False changes the words without saying them."""
        item = self._items.get(key)
        if item is None:
            item = StatusItem(self.theme, icon, text, keys, act=act)
            item.clicked.connect(lambda: self.act_wanted.emit(key))
            self._items[key] = item
            self._line.insertWidget(len(self._items) - 1, item)
        elif not item.set_words(icon, text, keys, act=act):
            return
        self._tell()
        if loud:
            self.say(text)

    def remove_item(self, key: str) -> None:
        item = self._items.pop(key, None)
        if item is not None:
            item.hide()
            item.deleteLater()
            self._tell()

    def item(self, key: str) -> StatusItem | None:
        return self._items.get(key)

    def text_of(self, key: str) -> str:
        """The words of an item, empty when there is none."""
        item = self._items.get(key)
        return item.text() if item else ""

    def set_right(self, text: str) -> None:
        self._right.setText(text)

    def say(self, sentence: str) -> None:
        announce(self, sentence)

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("canvas"))
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)

    def _tell(self) -> None:
        said = [item.text() for item in self._items.values()]
        self.setAccessibleDescription(" · ".join([*said, self._right.text()]))
