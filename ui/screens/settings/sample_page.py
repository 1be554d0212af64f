"""Exempelpersoner: look around among invented people, in a store of their own."""

from PySide6.QtCore import Qt, Signal

from mentorapp.language.texts import Texts
from ui.theme import Theme
from ui.widgets.button import Button, Kind

from .page import Page


class SamplePage(Page):
    """While one looks around, the same button ends it."""

    wanted = Signal()
    key, icon = "sample", "people3"

    def __init__(self, theme: Theme, texts: Texts, *, looking: bool) -> None:
        super().__init__(theme, texts)
        words = texts("window.demo_leave") if looking else texts("settings.sample_look")
        self.button = Button(theme, words, kind=Kind.PRIMARY)
        self.button.clicked.connect(self.wanted)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
