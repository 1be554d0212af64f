"""A screen reader's "toggle" is a press: Qt itself only changes the state, and who waits for `clicked` hears none."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as Base
else:
    Base = object


class ReaderPress(Base):
    """Stands before one of Qt's buttons among the bases; the constructor calls `press_for_reader()`.

    What changes by the program or by a click goes through here; what changes past it, a reader has toggled.
    """

    _known = 0

    def press_for_reader(self) -> None:
        self.toggled.connect(self._on_toggled)

    def setChecked(self, checked: bool) -> None:
        self._known += 1
        super().setChecked(checked)
        self._known -= 1

    def nextCheckState(self) -> None:
        self._known += 1
        super().nextCheckState()
        self._known -= 1

    def _on_toggled(self, checked: bool) -> None:
        if not self._known:
            self.on_reader_toggled(checked)

    def on_reader_toggled(self, checked: bool) -> None:
        self.clicked[bool].emit(checked)  # type: ignore[index]  # Qt names the two by their arguments
