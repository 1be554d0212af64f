"""The columns of a tab under a card that is as wide as both."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme

from .columns import SIDE_WIDTH, ColumnsTab

_ABOVE = 14


class WideColumns(ColumnsTab):
    """Everything scrolls together; in a narrow window all of it is one column."""

    def __init__(
        self, theme: Theme, top: QWidget, left: Sequence[QWidget], right: Sequence[QWidget], *, side: int = SIDE_WIDTH
    ) -> None:
        self._above = QVBoxLayout()
        super().__init__(theme, left, right, side=side)
        self._top = top
        columns = self.takeWidget()
        outer = QWidget()
        whole = QVBoxLayout(outer)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._above.addWidget(top)
        whole.addLayout(self._above)
        whole.addWidget(columns, 1)
        self.setWidget(outer)
        self.arrange()

    def sides(self) -> list[QWidget]:
        return [self._top, *super().sides()]

    def arrange(self) -> None:
        super().arrange()
        margins = self._whole.contentsMargins()
        self._above.setContentsMargins(margins.left(), _ABOVE, margins.right(), 0)
        self._whole.setContentsMargins(margins.left(), 12, margins.right(), margins.bottom())
