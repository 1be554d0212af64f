"""Plain text that can be written in where it stands: no box round it until it is being written, as high as its text."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import Role, Theme


class GrowingText(QPlainTextEdit):
    """Kept and stored by the drafts of the page that it stands on."""

    ring_radius = 5.0

    def __init__(
        self, theme: Theme, name: str, placeholder: str, *, role: Role = Role.SMALL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._role = theme, role
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QPlainTextEdit { border: 0; padding: 0; background: transparent; }")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._fit)
        theme.changed.connect(self._dress)
        self._dress()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self._fit)
        return super().event(event)

    def _fit(self) -> None:
        """Lines of a plain text document are counted, not measured in pixels."""
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 4)

    def _dress(self) -> None:
        self.setFont(self.theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, self.theme.colour("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.theme.colour("ink2"))
        self.setPalette(palette)
        self._fit()
