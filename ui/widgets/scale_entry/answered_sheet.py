"""A filled form that is opened again: put right, or voided with a reason."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import MentorError
from mentorapp.language.texts import Texts
from ui.theme import Theme

from ..button import Button, Kind
from ..field import LineField
from .sheet import ScaleSheet
from .values import About, Form

if TYPE_CHECKING:
    from mentorapp.store.store import Store


class AnsweredSheet(ScaleSheet):
    """`acts` is the line of what else can be done with it; a screen may put more there."""

    def __init__(
        self, window: QWidget, theme: Theme, texts: Texts, store: "Store", scale: Form, about: About, *, form: str,
        title: str = "",
    ) -> None:  # fmt: skip
        assert scale.response is not None
        super().__init__(window, theme, texts, store, scale, about, form=form, title=title)
        self._response = scale.response
        self.void = Button(theme, texts("scales.void"), "x", kind=Kind.QUIET)
        self.void.clicked.connect(lambda: self.ask_why())
        self.acts = QHBoxLayout()
        self.acts.addWidget(self.void)
        self.acts.addStretch(1)
        self.body.addLayout(self.acts)
        self.reason = LineField(theme, texts("scales.void_why"), longest=200)
        self.void_now = Button(theme, texts("scales.void_now"))
        self.void_now.clicked.connect(lambda: self._void())
        self._why = QWidget()
        inside = QVBoxLayout(self._why)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.reason)
        inside.addWidget(self.void_now, 0, Qt.AlignmentFlag.AlignLeft)
        self.register("void_reason", self.reason)
        self.body.addWidget(self._why)
        self._why.hide()

    def prepare(self, values: dict[str, object]) -> None:
        self._why.setVisible(bool(values.get("void_reason")))

    def ask_why(self) -> None:
        self._why.show()
        self._fit()
        self._go_to(self.reason.line)

    def _void(self) -> None:
        """It stays to be seen; Ctrl+Z brings it back."""
        from mentorapp.store.scale_responses import void_response

        if not self.reason.text().strip():
            self.reason.set_fault(self.texts("scales.void_why_missing"))
            self._go_to(self.reason.line)
            return
        try:
            with self._drafts.ending(), self.store.write("scale_voided") as session:
                void_response(session, self._response.id, self.reason.text())
        except MentorError as refusal:
            self.fault.show_sentence(self.texts.error(refusal))
            self._fit()
        else:
            self.close_over()
