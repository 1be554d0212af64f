"""What cannot be undone: a person is taken out of the store. It says in numbers what goes, and asks the passphrase.

`EraseSheet(window, theme, texts, store, mentee_id, name)`, then `open()`; signal `erased`. The passphrase is tried in
the background and is never kept as a draft. `ErasedSheet` says afterwards that it is done, and leads to the record.
"""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from ui.tasks import Tasks
from ui.theme import Role, Theme

from .button import Button, Kind
from .overlay import Overlay
from .passphrase_field import PassphraseField
from .text import Text

if TYPE_CHECKING:
    from mentorapp.store.store import Store

_COUNTED = ("session", "private_note", "plan", "attachment")


class EraseSheet(Overlay):
    """Nothing is chosen beforehand: Enter in the field or the button does it."""

    erased = Signal()

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: "Store", mentee_id: UUID, name: str) -> None:
        super().__init__(window, theme, texts("erase.title", name=name))
        self._texts, self._store, self._mentee = texts, store, mentee_id
        self._tasks = Tasks(self._on_fault, self)
        self.disposal: UUID | None = None
        self.goes = Text(theme, self._what_goes(), Role.SMALL, wrap=True)
        self.stays = Text(theme, texts("erase.stays"), Role.SMALL, tone="ink2", wrap=True)
        self.phrase = PassphraseField(theme, texts, texts("erase.passphrase"), large=False)
        self.phrase.entered.connect(self.erase)
        for part in (self.goes, self.stays, Text(theme, texts("erase.final"), bold=True, wrap=True), self.phrase):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.act = Button(theme, texts("erase.do"))
        self.act.clicked.connect(lambda: self.erase())
        self.leave = Button(theme, texts("erase.leave"), kind=Kind.PRIMARY)
        self.leave.clicked.connect(lambda: self.close_over())
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.act)
        buttons.addStretch(1)
        self.foot.addLayout(buttons)
        self.closed.connect(self._on_closed)

    def open(self, first: QWidget | None = None) -> None:
        super().open(first or self.phrase.line)

    def erase(self) -> None:
        """Once the passphrase is right."""
        if not self.act.isEnabled():
            return
        from mentorapp.store.vault import unlock_with_passphrase

        self.act.set_text(self._texts("erase.trying"))
        self.act.set_blocked(self.act.text())
        task = partial(unlock_with_passphrase, self._store.path, self.phrase.text())
        self._tasks.run(task, lambda _unlocked: self._on_right(), self._on_wrong)

    def _on_right(self) -> None:
        from mentorapp.store.disclosures import add_disposal
        from mentorapp.store.erasure import count_rows, erase_mentee
        from mentorapp.store.profile import get_profile

        with self._store.write("mentee_erased") as session:
            counts = count_rows(session, self._mentee)
            erase_mentee(session, self._mentee)
            decided_by = get_profile(session).name
            self.disposal = add_disposal(session, "erased_person", counts, decided_by=decided_by)
        self.close_over()
        self.erased.emit()

    def _on_wrong(self, error: Exception) -> None:
        self.act.set_text(self._texts("erase.do"))
        self.act.set_blocked(None)
        if not isinstance(error, InputError):
            raise error
        self.phrase.set_fault(self._texts.error(error))
        self.phrase.select_all()
        self.phrase.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_fault(self, error: BaseException) -> None:
        raise error

    def _on_closed(self) -> None:
        self.phrase.clear()
        self._tasks.close()
        self.deleteLater()

    def _what_goes(self) -> str:
        from mentorapp.store.erasure import count_rows

        with self._store.read() as session:
            counts = count_rows(session, self._mentee)
        said = [self._texts(f"erase.count_{name}", count=counts[name]) for name in _COUNTED if counts.get(name)]
        return self._texts("erase.goes", what=", ".join((self._texts("erase.details"), *said)))


class ErasedSheet(Overlay):
    """Names nobody: there is nobody left to name. Signal `paper_wanted` for the record of the disposal (P17)."""

    paper_wanted = Signal()

    def __init__(self, window: QWidget, theme: Theme, texts: Texts) -> None:
        super().__init__(window, theme, texts("erase.done"))
        self.body.addWidget(Text(theme, texts("erase.done_record"), Role.SMALL, wrap=True))
        self.body.addStretch(1)
        self.paper = Button(theme, texts("erase.show_record"), "print", kind=Kind.PRIMARY)
        self.paper.clicked.connect(self._on_paper)
        self.leave = Button(theme, texts("erase.close"))
        self.leave.clicked.connect(lambda: self.close_over())
        buttons = QHBoxLayout()
        buttons.addWidget(self.paper)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.foot.addLayout(buttons)
        self.closed.connect(self.deleteLater)

    def _on_paper(self) -> None:
        self.close_over()
        self.paper_wanted.emit()
