"""The head of the page: back, initial, name and the words that always matter; printing and a new note at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.language.texts import Texts
from ui.theme import Family, Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.chip import Chip
from ui.widgets.mini_stairs import MiniStairs
from ui.widgets.one_line import OneLine
from ui.widgets.text import Text
from ui.widgets.tile import Tile
from ui.widgets.widths import Width

from .reading import Person
from .words import level_name, person_line, support_words


class InitialButton(Button):
    """The initial in its ring; opens the person's details."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, "", None, kind=Kind.QUIET, name=name)
        self._tile = Tile(theme, letter=" ", side=38)
        self._tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._tile)

    @property
    def ring_radius(self) -> float:
        return self.height() / 2

    def set_letter(self, letter: str) -> None:
        self._tile.set_letter(letter)

    def sizeHint(self):  # type: ignore[no-untyped-def]
        return self._tile.sizeHint()

    def paintEvent(self, _event: object) -> None:
        """The ring is the tile's."""


class PageHead(QWidget):
    """Signals: `back_wanted`, `details_wanted`, `print_wanted`, `note_wanted`."""

    back_wanted = Signal()
    details_wanted = Signal()
    print_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self.back = Button(theme, "", "left", kind=Kind.QUIET, name=texts("mentee.back"))
        self.back.clicked.connect(self.back_wanted)
        self.initial = InitialButton(theme, texts("mentee.details_open"))
        self.initial.clicked.connect(self.details_wanted)
        self.name = OneLine(theme, Role.TITLE)
        self.line = OneLine(theme, Role.CAPTION, tone="ink2")
        self.stairs = MiniStairs(theme, texts)
        self.level = Text(theme, "", Role.SMALL, tone="ink2")
        self.support = Chip(theme, "", "talk", Family.SLATE)
        self.protected = Chip(theme, texts("mentee.protected"), "shield", Family.SLATE, dotted=True)
        self.print = Button(theme, texts("mentee.print"), "print")
        self.print.clicked.connect(self.print_wanted)
        self.note = Button(theme, texts("mentee.note"), "pencil", kind=Kind.PRIMARY)
        self.note.clicked.connect(self.note_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.line)
        whole.addWidget(self.back)
        whole.addWidget(self.initial)
        whole.addSpacing(4)
        whole.addLayout(words)
        whole.addSpacing(12)
        for part in (self.stairs, self.level, self.support, self.protected):
            whole.addWidget(part)
        whole.addStretch(1)
        whole.addWidget(self.print)
        whole.addSpacing(4)
        whole.addWidget(self.note)
        for first, second in ((self.print, self.note), (self.note, self.back), (self.back, self.initial)):
            QWidget.setTabOrder(first, second)

    def show_person(self, person: Person, with_stairs: bool) -> None:
        """`with_stairs` is true where the large staircase is not in sight."""
        mentee = person.mentee
        self.initial.set_letter(person.name[:1].upper())
        self.name.set_words(mentee.full_name)
        self.line.set_words(person_line(self._texts, mentee, person.today))
        support = support_words(self._texts, mentee)
        look = self.support.look
        self.support.set_look(type(look)(support, look.icon, look.family, description=mentee.interpreter_language))
        self.support.setVisible(bool(support))
        self.protected.setVisible(mentee.is_protected)
        self.stairs.set_states([step.state for step in person.stairs])
        here = person.here
        self.level.setText(self._texts("mentee.level", number=here.level.order) if here else "")
        self.level.setToolTip(level_name(self._texts, here.level) if here else "")
        self.stairs.setVisible(with_stairs and bool(person.stairs))
        self.level.setVisible(with_stairs and here is not None)

    def arrange(self, width: Width) -> None:
        """Words give way to icons as the window gets narrower."""
        self.print.set_icon_only(width is not Width.WIDE)
        self.note.set_icon_only(width is Width.NARROW)
        if width is Width.NARROW:
            self.level.hide()
            self.support.hide()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the name as on the initial."""
        if self.name.geometry().united(self.line.geometry()).contains(event.position().toPoint()):
            self.details_wanted.emit()
