"""The head of the mapping: which version it is, how much has been asked, and the ways to the next and the earlier."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Text

from .progress_ring import ProgressRing
from .reading import Known
from .words import version_words


class HeadCard(Card):
    """Signals `version_wanted`, `versions_wanted`, `done_wanted` and `print_wanted`."""

    version_wanted = Signal()
    versions_wanted = Signal()
    done_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme)
        self._texts = texts
        self.setAccessibleName(texts("mentee.tab_mapping"))
        self._ring = ProgressRing(theme)
        self._count = Text(theme, "", Role.SECTION)
        self._version = Text(theme, "", Role.SMALL, tone="ink2", wrap=True)
        self.done = Button(theme, texts("mapping.done"), "check", kind=Kind.QUIET, size=Size.ROW)
        self.done.clicked.connect(self.done_wanted)
        self.next = Button(theme, texts("mapping.new_version"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.next.clicked.connect(self.version_wanted)
        self.versions = Button(theme, texts("mapping.versions"), "history", kind=Kind.QUIET, size=Size.ROW)
        self.versions.clicked.connect(self.versions_wanted)
        self.paper = Button(theme, texts("mapping.print"), "print", kind=Kind.QUIET, size=Size.ROW)
        self.paper.clicked.connect(self.print_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._count)
        words.addWidget(self._version)
        line = QHBoxLayout()
        line.setContentsMargins(SIDE, 12, SIDE, 4)
        line.setSpacing(12)
        line.addWidget(self._ring)
        line.addLayout(words, 1000)
        line.addStretch(1)  # the words stop at their longest line
        self.body.addLayout(line)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=0)
        for button in (self.done, self.next, self.versions, self.paper):
            flow.addWidget(button)
        below = QHBoxLayout()
        below.setContentsMargins(SIDE - 13, 0, SIDE, 8)
        below.addWidget(buttons, 1)
        self.body.addLayout(below)

    def show_known(self, known: Known) -> None:
        texts, mapping = self._texts, known.mapping
        done, count = known.progress()
        words = texts("mapping.asked_of", done=done, count=count)
        self._ring.set_progress(done, count, words)
        self._count.setText(words)
        self._version.setText(version_words(texts, mapping) if mapping else texts("mapping.any_order"))
        open_now = mapping is not None and not mapping.is_complete
        self.done.setVisible(open_now)
        self.next.setVisible(mapping is not None)
        self.paper.setVisible(mapping is not None)
        self.versions.setVisible(len(known.mappings) > 1)
