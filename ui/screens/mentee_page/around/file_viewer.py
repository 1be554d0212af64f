"""A kept file, looked at inside the window from memory: text, a PDF or a picture. Nothing of it is written to disk.

A copy outside the store is readable for everybody, so it is asked for with the passphrase.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from mentorapp.domain.attachments import Look, look_of, text_in
from mentorapp.domain.errors import MentorError
from mentorapp.domain.routines import Attachment
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.attachments import read_attachment, remove_attachment, set_attachment_class
from mentorapp.store.faults import faults_in_plain_words
from mentorapp.store.files import write_whole
from ui.dialogs import ask_save
from ui.tasks import Tasks
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.class_chip import class_label
from ui.widgets.field import FaultLine
from ui.widgets.overlay import Overlay
from ui.widgets.save_card import SaveCard, passphrase_checked
from ui.widgets.text import Text

from ..thing_sheet import Desk
from ..words import DOT, day_said
from .files_card import file_size

_CLASSES = (
    InfoClass.WORK, InfoClass.EDU, InfoClass.PLAN, InfoClass.INCOME, InfoClass.SOCIAL, InfoClass.HEALTH,
)  # fmt: skip

AskSave = Callable[[QWidget, str, str], Path | None]


class FileViewer(Overlay):
    """Esc or Stäng closes it. `ask_save` is the system's dialog for where."""

    def __init__(self, desk: Desk, file: Attachment, ask: AskSave = ask_save) -> None:
        super().__init__(desk.window, desk.theme, file.name)
        self._desk, self._file, self._ask = desk, file, ask
        texts = desk.texts
        with desk.store.read() as session:
            self._content = read_attachment(session, file.id)
        second = DOT.join((file_size(texts, file.size), day_said(texts, file.added_on, desk.person.today)))
        self.body.addWidget(Text(self.theme, second, Role.SMALL, tone="ink2"))
        self.about = self._class_chips()
        self.body.addWidget(self.about)
        self.shown = self._look()
        self.body.addWidget(self.shown, 1)
        self._tasks = Tasks(_raised, self)
        self.saving = SaveCard(
            self.theme, texts, self._tasks, passphrase_checked(desk.store.path), texts("around.file_copy")
        )
        self.saving.allowed.connect(self._save)
        self.saving.left.connect(self._leave_saving)
        self.saving.hide()
        self.foot.addWidget(self.saving)
        self.fault = FaultLine(self.theme)
        self.said = Text(self.theme, "", Role.SMALL, wrap=True)
        self.said.hide()
        self.foot.addWidget(self.fault)
        self.foot.addWidget(self.said)
        self._lay_out_buttons()
        self.closed.connect(self._let_go)

    def first_field(self) -> QWidget:
        return self.close_button

    def _lay_out_buttons(self) -> None:
        texts = self._desk.texts
        self.close_button = Button(self.theme, texts("mentee.close"))
        self.close_button.clicked.connect(self.close_over)
        self.copy = Button(self.theme, texts("around.file_copy"), "save")
        self.copy.clicked.connect(self._ask_passphrase)
        self.remove = Button(self.theme, texts("around.file_remove"), kind=Kind.QUIET)
        self.remove.clicked.connect(self._remove)
        self._buttons = QWidget()
        line = QHBoxLayout(self._buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for button in (self.close_button, self.copy, self.remove):
            line.addWidget(button)
        line.addStretch(1)
        self.foot.addWidget(self._buttons)

    def _class_chips(self) -> ChoiceChips:
        """What it is about decides who may ever see it; a certificate from a doctor is no matter of work."""
        texts = self._desk.texts
        choices = [
            Choice(one.value, class_label(texts, one)) for one in _CLASSES if one not in self._desk.person.hidden
        ]
        chips = ChoiceChips(self.theme, texts("around.file_about"), choices, self._file.info_class.value, ticked=True)
        chips.chosen.connect(self._set_class)
        return chips

    def _set_class(self, code: str) -> None:
        with self._desk.store.write("attachment_class_set") as session:
            set_attachment_class(session, self._file.id, InfoClass(code))

    def _look(self) -> QWidget:
        texts, name = self._desk.texts, self._file.name
        look = look_of(self._file.media_type)
        high = max(160, round(self._desk.window.height() * 0.5))
        if look is Look.PDF:
            return _pdf(self, self._content, name, high)
        if look is Look.PICTURE:
            picture = Picture(self._content, name)
            if not picture.is_empty():
                picture.setFixedHeight(high)
                return picture
        words = text_in(self._content) if look is Look.TEXT else None
        if words is not None:
            return _text(self.theme, words, name, high)
        return Text(self.theme, texts("around.file_unshown"), wrap=True)

    def _ask_passphrase(self) -> None:
        self.fault.show_sentence(None)
        self.said.hide()
        self.shown.hide()
        self.about.hide()
        self._buttons.hide()
        self.saving.open()
        self._place()

    def _leave_saving(self) -> None:
        self.saving.hide()
        self.shown.show()
        self.about.show()
        self._buttons.show()
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place()

    def _save(self) -> None:
        """Whole or not there; what was written over stays when the disk is full."""
        self._leave_saving()
        path = self._ask(self.window(), self._file.name, self._desk.texts("around.file_kinds"))
        if path is None:
            return
        try:
            with faults_in_plain_words():
                write_whole(path, self._content)
        except MentorError as fault:
            self.fault.show_sentence(self._desk.texts.error(fault))
        else:
            self.said.setText(self._desk.texts("around.file_copied"))
            self.said.show()
        self._place()

    def _remove(self) -> None:
        with self._desk.store.write("attachment_removed") as session:
            remove_attachment(session, self._file.id)
        self.close_over()

    def _let_go(self) -> None:
        """Nothing of the file stays in memory behind the closed viewer."""
        self._content = b""
        self._tasks.close()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.saving.isHidden():
            self._leave_saving()
        else:
            super().keyPressEvent(event)


def _raised(error: BaseException) -> None:
    raise error


class Picture(QWidget):
    """A picture as large as there is room, never larger than it is."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__()
        self._image = QImage.fromData(QByteArray(content))
        self.setAccessibleName(name)

    def is_empty(self) -> bool:
        """Bytes that say they are a picture and are none."""
        return self._image.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(0, 0, size.width(), size.height())
        box.moveCenter(self.rect().center())
        painter.drawImage(box, self._image)


def _pdf(owner: QWidget, content: bytes, name: str, high: int) -> QWidget:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

    data = QBuffer(owner)
    data.setData(QByteArray(content))
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(owner)
    document.load(data)
    view = QPdfView(owner)
    view.setPageMode(QPdfView.PageMode.MultiPage)
    view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
    view.setDocument(document)
    view.setAccessibleName(name)
    view.setFixedHeight(high)
    return view


def _text(theme: Theme, words: str, name: str, high: int) -> QWidget:
    box = QPlainTextEdit(words)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(name)
    box.setFont(theme.font(Role.BODY))
    box.setFixedHeight(high)
    return box
