"""The last row of a list: a plus and two words that are a field to type in. Enter adds and waits for the next."""

from collections.abc import Callable
from contextlib import nullcontext

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from ui.theme import Role, Theme

from .card import SIDE
from .field import FaultLine
from .form_drafts import FormDrafts
from .line import Line
from .painted import smooth

_BOX, _GAP = 20, 12


class _BareLine(Line):
    """Without a box; its placeholder is coloured like a link, since it is something to do."""

    def __init__(self, theme: Theme, placeholder: str) -> None:
        super().__init__(theme, "", icon="plus")
        self._words = placeholder
        self.setProperty("bare", "true")
        self.setAccessibleName(placeholder)
        self.setTextMargins(theme.px(_BOX) + _GAP, 0, 0, 0)

    def _make_room(self) -> None:
        self.setTextMargins(self.theme.px(_BOX) + _GAP, 0, 0, 0)

    def icon_rect(self) -> QRect:
        side = self.theme.px(18)
        return QRect((self.theme.px(_BOX) - side) // 2, 0, side, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text():
            return
        painter = smooth(self)
        painter.setFont(self.theme.font(Role.BODY))
        painter.setPen(self.theme.colour("primary"))
        room = self.rect().adjusted(self.theme.px(_BOX) + _GAP + 2, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words)


class AddLine(QWidget):
    """`add` stores what was typed; an InputError of it is said below, and the text stays as it was typed."""

    def __init__(
        self, theme: Theme, texts: Texts, words: str, add: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._add = add
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 8)
        column.setSpacing(2)
        self.line = _BareLine(theme, words)
        self.fault = FaultLine(theme)
        column.addWidget(self.line)
        column.addWidget(self.fault)
        self.line.returnPressed.connect(self._on_enter)
        self.line.textEdited.connect(lambda _text: self.fault.show_sentence(None))
        self._drafts: FormDrafts | None = None

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To its field. A focus proxy would stay last in the window, and lead Tab back to where the line stands."""
        self.line.setFocus(reason)

    def keep_drafts(self, drafts: FormDrafts) -> None:
        """What is typed and not added yet is there again after the program ended."""
        drafts.setParent(self)
        drafts.add("words", self.line)
        drafts.restore()
        self._drafts = drafts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the line before it does anything else."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
            if self._drafts is not None:
                self._drafts.keep()
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        typed = self.line.text().strip()
        if not typed:
            return
        try:
            with self._drafts.ending() if self._drafts is not None else nullcontext():
                self._add(typed)
        except InputError as refusal:
            self.fault.show_sentence(self._texts.error(refusal))
        else:
            self.line.clear()
            if self._drafts is not None:
                self._drafts.restore()
