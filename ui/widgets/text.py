"""A label in one of the roles of type and one of the tones of the palette."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import Role, Theme

_LONGEST_LINE = 75


class Text(QLabel):
    """`tone` is a token of the palette (`ink`, `ink2`, `primary`, `rust`, ...).

    With `wrap` the text breaks into lines of at most 75 characters. Noto Sans brings its own line height, 136 to
    143 % of the size. Text is always plain: what looks like mark-up is shown as it stands.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = Role.BODY,
        *,
        tone: str = "ink",
        bold: bool | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._role = role
        self._tone = tone
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._dress()
        theme.changed.connect(self._dress)

    def set_tone(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self._dress()

    def set_bold(self, bold: bool) -> None:
        if bold != self._bold:
            self._bold = bold
            self._dress()

    def set_struck(self, struck: bool) -> None:
        """A line through what is done."""
        font = self.font()
        font.setStrikeOut(struck)
        self.setFont(font)

    def heightForWidth(self, width: int) -> int:
        """Never for a wider one than the longest line: it would not get it."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def _dress(self) -> None:
        font = self._theme.font(self._role, self._bold)
        font.setStrikeOut(self.font().strikeOut())
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._tone))
        self.setPalette(palette)
        if self.wordWrap():
            self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LONGEST_LINE)
