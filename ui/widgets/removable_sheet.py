"""A form sheet about something that can be taken away again: a quiet button at its end, and Ctrl+Z brings it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from mentorapp.domain.errors import MentorError

from .button import Button, Kind
from .form_sheet import FormSheet

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class RemovableSheet(FormSheet):
    """`add_removal(text, label, remove)`; what cannot be removed says why at the foot."""

    def add_removal(self, text: str, label: str, remove: Callable[["Session"], object]) -> Button:
        button = Button(self.theme, text, "x", kind=Kind.QUIET)
        button.clicked.connect(lambda: self._remove(label, remove))
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _remove(self, label: str, remove: Callable[["Session"], object]) -> None:
        try:
            with self._drafts.ending(), self.store.write(label) as session:
                remove(session)
        except MentorError as refusal:
            self.fault.show_sentence(self.texts.error(refusal))
            self._fit()
        else:
            self.close_over()
