"""An icon that stands by itself beside a word."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.theme import Theme, paint_icon

from .painted import Painted, smooth


class IconView(Painted):
    """Only for the eye; give `name` where no word stands beside it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        tone: str = "ink2",
        side: int = 18,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._icon, self._tone, self._side = icon, tone, side
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)

    def set_icon(self, icon: str, tone: str = "ink2") -> None:
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        paint_icon(smooth(self), self._icon, self.rect(), self.theme.colour(self._tone))
