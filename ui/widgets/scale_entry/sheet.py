"""A form over the window that is filled in, or put right, from any screen."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InputError
from mentorapp.language.texts import Texts
from ui.theme import Theme

from ..form_sheet import FormSheet
from .entry import ScaleEntry
from .values import About, Form, new_response

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mentorapp.store.store import Store


class ScaleSheet(FormSheet):
    """`kept` carries the UUID of the filled form. With `form.response` it puts that one right."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        texts: Texts,
        store: "Store",
        scale: Form,
        about: About,
        *,
        form: str,
        title: str = "",
    ) -> None:
        changes = scale.response is not None
        super().__init__(
            window,
            theme,
            texts,
            store,
            title or scale.definition.title(texts.language),
            form=form,
            mentee_id=about.mentee_id,
            label="scale_changed_answer" if changes else "scale_filled",
            save_text=texts("scales.save_change" if changes else "scales.done"),
        )
        self.about = about
        self.entry = self.add("marks", ScaleEntry(theme, texts, store.clock, scale))
        self.entry.ended.connect(self.ready.setFocus)

    def write(self, session: "Session") -> UUID:
        from mentorapp.store.scale_responses import add_response, change_response

        form = self.entry.form
        if form.response is None:
            return add_response(session, new_response(form, self.about, self.entry.answers()))
        change_response(session, form.response.id, **self.details())
        return form.response.id

    def details(self) -> dict[str, Any]:
        """What is put right, by the names that `change_response` knows."""
        return self.entry.answers().details()

    def first_field(self) -> QWidget:
        return self.entry.first_stop()

    def show_refusal(self, refusal: InputError) -> None:
        self.entry.show_refusal(refusal)
        self._fit()
