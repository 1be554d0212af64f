"""A form for one line of a history: new, put right, or taken away. What is taken away can be undone."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Theme
from ui.widgets.button import Button, Kind, Size
from ui.widgets.form_sheet import FormSheet
from ui.widgets.overlay import Overlay

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class LineSheet(FormSheet):
    """`thing` names form, labels and title: `address` is the form `details.address`, label `address_added`, and so on.

    `key` is the line to be changed; without one it is a new line.
    """

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee_id: UUID, thing: str, key: UUID | None
    ) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts(f"details.{thing}_new" if key is None else f"details.{thing}_change"),
            form=f"details.{thing}" if key is None else f"details.{thing}:{key.hex}",
            mentee_id=mentee_id,
            label=f"{thing}_added" if key is None else f"{thing}_changed",
            save_text=texts("details.add" if key is None else "details.save"),
        )
        self.key, self._thing = key, thing
        self.remove_button: Button | None = None

    def mentee(self) -> UUID:
        assert self.mentee_id is not None
        return self.mentee_id

    def end_fields(self) -> None:
        """After the last field: the way to take a line away that should never have been there."""
        if self.key is not None:
            self.remove_button = Button(
                self.theme, self.texts(f"details.{self._thing}_remove"), "x", kind=Kind.QUIET, size=Size.ROW
            )
            self.remove_button.clicked.connect(self._on_remove)
            self.body.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def remove(self, session: "Session", key: UUID) -> None:
        """Takes the line away."""
        raise NotImplementedError

    def _on_remove(self) -> None:
        assert self.key is not None
        with self._drafts.ending(), self.store.write(f"{self._thing}_removed") as session:
            self.remove(session, self.key)
        Overlay.close_over(self)
