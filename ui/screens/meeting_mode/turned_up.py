"""Somebody more is here than was invited: a name and where from, without a look into the register."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.field import LineField
from ui.widgets.form_drafts import FormDrafts


class TurnedUp(QWidget):
    """Folded to a button until it is wanted."""

    def __init__(self, theme: Theme, texts: Texts, store: Store, add: Callable[[str, str], None]) -> None:
        super().__init__()
        self._texts, self._store, self._add = texts, store, add
        self._drafts: FormDrafts | None = None
        self._turned: UUID | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.open = Button(theme, texts("meeting_mode.turned_up"), "plus", kind=Kind.QUIET, size=Size.ROW)
        self.open.clicked.connect(self.unfold)
        self.name = LineField(theme, texts("meeting_mode.turned_up_name"))
        self.place = LineField(theme, texts("meeting_mode.turned_up_from"))
        self.ready = Button(theme, texts("meeting_mode.turned_up_add"), size=Size.ROW)
        self.ready.clicked.connect(self.keep)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.addWidget(self.name)
        form.addWidget(self.place)
        form.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        self._form.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.open)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addWidget(self._form)

    def turn_to(self, mentee_id: UUID, meeting_id: UUID) -> None:
        """To a meeting, with what was begun there."""
        if self._turned == meeting_id:
            return
        self.put_away()
        self._turned = meeting_id
        self._drafts = drafts = FormDrafts(self._store, f"meeting.turned_up:{meeting_id.hex}", mentee_id, parent=self)
        self.name.set_text("")
        self.place.set_text("")
        drafts.add("name", self.name)
        drafts.add("place", self.place)
        self._fold(drafts.restore() is None)

    def put_away(self) -> None:
        drafts, self._drafts, self._turned = self._drafts, None, None
        if drafts is not None:
            drafts.keep()
            drafts.forget()
            drafts.deleteLater()

    def unfold(self) -> None:
        self._fold(False)
        self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        if self._drafts is None:
            return
        try:
            with self._drafts.ending():
                self._add(self.name.text().strip(), self.place.text().strip())
        except InputError as refusal:
            self.name.set_fault(self._texts.error(refusal))
            self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.name.set_text("")
        self.place.set_text("")
        self._drafts.restore()
        self._fold(True)
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._form.isVisible():
            self.keep()
        else:
            super().keyPressEvent(event)

    def _fold(self, folded: bool) -> None:
        self._form.setVisible(not folded)
        self.open.setVisible(folded)
