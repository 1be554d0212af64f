"""Some of many: pills that are chosen on their own. `PickChips(theme, name, [(code, text)], chosen)`; `codes()`.

Keeps its own draft (see `entry`). Tab goes into the row, arrows walk, Space chooses.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme

from .button import Button, Kind, Size
from .flow import FlowLayout


class PickChips(QWidget):
    """`edited` when the user has chosen or let go of one. A code without a pill is kept as it is."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: Sequence[tuple[str, str]],
        chosen: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._unseen: tuple[str, ...] = ()
        self._pills: dict[str, Button] = {}
        flow = FlowLayout(self, 8)
        for code, text in words:
            pill = Button(theme, text, kind=Kind.PILL, size=Size.ROW, checkable=True)
            pill.installEventFilter(self)
            pill.clicked.connect(lambda _checked=False, one=pill: self._on_clicked(one))
            self._pills[code] = pill
            flow.addWidget(pill)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_codes(chosen)

    def codes(self) -> tuple[str, ...]:
        """In the order of the pills."""
        return tuple(code for code, pill in self._pills.items() if pill.isChecked()) + self._unseen

    def set_codes(self, codes: Iterable[str]) -> None:
        wanted = tuple(codes)
        for code, pill in self._pills.items():
            pill.setChecked(code in wanted)
        self._unseen = tuple(code for code in wanted if code not in self._pills)
        self._one_tab_stop(next(iter(self._pills.values()), None))

    def pill(self, code: str) -> Button:
        return self._pills[code]

    def draft(self) -> list[str]:
        return list(self.codes())

    def set_draft(self, value: object) -> None:
        if isinstance(value, list):
            self.set_codes(str(code) for code in value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, Button):
            ahead, back = (Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)
            if event.key() in (*ahead, *back):
                self._step(watched, 1 if event.key() in ahead else -1)
                return True
        return False

    def _step(self, pill: Button, way: int) -> None:
        pills = list(self._pills.values())
        following = pills[(pills.index(pill) + way) % len(pills)]
        self._one_tab_stop(following)
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, pill: Button) -> None:
        self._one_tab_stop(pill)
        self.edited.emit()

    def _one_tab_stop(self, stop: Button | None) -> None:
        for pill in self._pills.values():
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pill is stop else Qt.FocusPolicy.ClickFocus)
        if stop is not None:
            self.setFocusProxy(stop)
