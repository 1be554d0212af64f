"""A new promise: what, who and by when. Enter adds it; who has no default, since a promise is somebody's."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.card import SIDE
from ui.widgets.form_drafts import FormDrafts
from ui.widgets.text import Text

from .promise_fields import PromiseFields, PromiseWords
from .reading import Person


class PromiseForm(QWidget):
    """Signal `closed`."""

    closed = Signal()

    def __init__(
        self,
        store: Store,
        theme: Theme,
        texts: Texts,
        person: Person,
        add: Callable[[PromiseWords], None],
        drafts: FormDrafts,
    ) -> None:
        super().__init__()
        self._texts, self._add = texts, add
        self.fields = fields = PromiseFields(store, theme, texts, person)
        self.what, self.who, self.who_name, self.by = fields.what, fields.who, fields.who_name, fields.by
        self.who_fault = fields.who_fault
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 8, SIDE, 8)
        column.setSpacing(8)
        column.addWidget(self.what)
        column.addWidget(Text(theme, texts("plan.promise_who"), Role.SMALL, bold=True))
        for part in (self.who, self.who_fault, self.who_name, self.by, fields.need):
            column.addWidget(part)
        self.ready = Button(theme, texts("plan.promise_add"), kind=Kind.PRIMARY, size=Size.ROW)
        self.ready.clicked.connect(self.keep)
        self.leave = Button(theme, texts("plan.close"), kind=Kind.QUIET, size=Size.ROW)
        self.leave.clicked.connect(self.put_away)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ready)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._drafts = drafts
        drafts.setParent(self)
        for name, field in fields.named():
            drafts.add(name, field)
        drafts.restore()

    def put_away(self) -> None:
        """Closes; what was written stays as a draft."""
        self._drafts.keep()
        self._drafts.forget()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        if not self.fields.is_whole():
            return
        try:
            with self._drafts.ending():
                self._add(self.fields.words())
        except InputError as refusal:
            field = self.who_name if refusal.field == "who_name" else self.what
            field.set_fault(self._texts.error(refusal))
            field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.closed.emit()
