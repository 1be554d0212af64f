"""Files of the person that belong to no item of a checklist."""

from PySide6.QtCore import Signal

from mentorapp.domain.attachments import LARGEST_MB
from mentorapp.domain.routines import Attachment
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE, Card
from ui.widgets.class_chip import class_label
from ui.widgets.field import FaultLine
from ui.widgets.inset import inset
from ui.widgets.row import Row
from ui.widgets.rows import Rows
from ui.widgets.text import Text

from ..reading import Person
from ..words import DOT, day_said
from .reading import Around


def file_size(texts: Texts, size: int) -> str:
    """12 kB; 1,4 MB."""
    if size < 1_000_000:
        return texts("around.size_kb", number=max(1, round(size / 1000)))
    return texts("around.size_mb", number=f"{size / 1_000_000:.1f}".replace(".", texts("charts.decimal")))


class FilesCard(Card):
    """Signals: `add_wanted`, `opened(Attachment)`. A file that cannot be taken is said at the top of the card."""

    add_wanted = Signal()
    opened = Signal(object)

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(theme, texts("around.files"))
        self._texts = texts
        self._shown: object = None
        self.new = Button(theme, texts("around.file_add"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.new.clicked.connect(self.add_wanted)
        self.head.addWidget(self.new)
        self.head.setContentsMargins(SIDE, 8, 6, 4)
        self.fault = FaultLine(theme)
        self.add(self.fault, below=0)
        self.help = Text(theme, texts("around.files_help", megabytes=LARGEST_MB), Role.SMALL, tone="ink2", wrap=True)
        self._help_box = inset(self, self.help)
        self.listed = Rows(theme)
        self.body.addWidget(self.listed)

    def show_around(self, person: Person, around: Around) -> None:
        mine = tuple(file for file in around.files if file.routine_item_id is None)
        shown = (person.today, mine)
        if shown == self._shown:
            return
        self._shown = shown
        self._help_box.setVisible(not mine)
        self.listed.fill([self._row(person, file) for file in mine])

    def _row(self, person: Person, file: Attachment) -> Row:
        look = Button(
            self.theme, self._texts("around.file_show"), size=Size.ROW,
            name=self._texts("around.file_show_name", name=file.name),
        )  # fmt: skip
        look.setObjectName(f"{file.id}:file")
        look.clicked.connect(lambda: self.opened.emit(file))
        second = DOT.join(
            (
                file_size(self._texts, file.size),
                day_said(self._texts, file.added_on, person.today),
                class_label(self._texts, file.info_class),
            )
        )
        row = Row(self.theme, file.name, second, action=look)
        row.opened.connect(lambda: self.opened.emit(file))
        return row
