"""What to do when the computer is lost, as a paper to have in the binder: shown, printed, saved. No person is on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.opening import OpenStore
from ui.incident_paper import IncidentPaper
from ui.kit import Kit
from ui.theme import Role, Theme
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.sheet_picture import SheetPicture
from ui.widgets.text import Text
from ui.widgets.widths import Width, width_class


class IncidentCard(Card):
    """The paper is made when it is asked for, from the figures of that moment."""

    def __init__(self, theme: Theme, texts: Texts, opened: OpenStore, kit: Kit) -> None:
        super().__init__(theme, texts("settings.incident"), "print")
        self._texts = texts
        self.paper = IncidentPaper(opened, kit, self)
        self.paper.made.connect(self._on_made)
        self.paper.said.connect(self._say)
        self.add(Text(theme, texts("settings.incident_why"), Role.SMALL, tone="ink2", wrap=True), below=8)
        self.show_paper = Button(theme, texts("settings.incident_show"))
        self.show_paper.clicked.connect(self._on_asked)
        line = QHBoxLayout()
        line.addWidget(self.show_paper)
        line.addStretch(1)
        self.add(line, below=14)
        self._shown = self._paper_part(theme)
        self.add(self._shown, below=14)
        self._shown.hide()
        theme.changed.connect(self.fit)

    def _paper_part(self, theme: Theme) -> QWidget:
        """The buttons beside the picture; in a narrow window above it."""
        part = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, part)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(10)
        self.print = Button(theme, self._texts("settings.incident_print"), "print")
        self.print.clicked.connect(self.paper.print)
        self.save = Button(theme, self._texts("preview.save"), "save")
        self.save.clicked.connect(self.paper.save)
        self.said = Text(theme, "", Role.SMALL, wrap=True)
        for button in (self.print, self.save):
            left.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.said)
        left.addStretch(1)
        self._row.addLayout(left, 3)
        self.picture = SheetPicture(theme, self._texts("settings.incident_picture"))
        self._row.addWidget(self.picture, 2, Qt.AlignmentFlag.AlignTop)
        return part

    def fit(self) -> None:
        narrow = width_class(self) is Width.NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _on_asked(self) -> None:
        self.show_paper.set_blocked(self._texts("preview.being_made"))
        self.paper.make()

    def _on_made(self, pdf: bytes) -> None:
        """The focus goes to what one wants next."""
        self.show_paper.set_blocked(None)
        self.show_paper.set_text(self._texts("settings.incident_again"))
        self.picture.show_pdf(pdf)
        self.said.setText("")
        self._shown.show()
        self.fit()
        self.print.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self, sentence)
