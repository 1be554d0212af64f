"""The identity number: its kind and its figures; one that fails its check is kept only when that is asked for."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InputError
from mentorapp.domain.mentees import IdNumberType, Mentee
from mentorapp.language.texts import Texts
from mentorapp.store.mentees import change_mentee
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.field import LineField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.text import Text
from ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class NumberSheet(FormSheet):
    """The tick that saves it anyway is shown once the number has failed."""

    def __init__(self, window: QWidget, theme: Theme, texts: Texts, store: Store, mentee: Mentee) -> None:
        super().__init__(
            window,
            theme,
            texts,
            store,
            texts("details.number"),
            form="details.number",
            mentee_id=mentee.id,
            label="id_number_changed",
            save_text=texts("details.save"),
        )
        self._mentee = mentee
        choices = [Choice(one.value, texts(f"codes.id_number_type_{one.value}")) for one in IdNumberType]
        label = texts("details.number_kind")
        self.kind = self.add(
            "id_number_type", ChoiceChips(theme, label, choices, mentee.id_number_type.value, ticked=True), label
        )
        self.number = self.add(
            "id_number",
            LineField(theme, texts("details.number_figures"), mentee.id_number, hint=texts("details.number_hint")),
        )
        self.anyway = self.add("id_number_unchecked", TickBox(theme, texts("details.number_anyway")))
        self.anyway.setChecked(mentee.id_number_unchecked)
        self.anyway.setVisible(mentee.id_number_unchecked)
        self.body.addWidget(Text(theme, texts("details.number_kept"), Role.SMALL, tone="ink2", wrap=True))
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.number.line

    def prepare(self, values: dict[str, Any]) -> None:
        self.anyway.setVisible(bool(values.get("id_number_unchecked")) or self._mentee.id_number_unchecked)

    def write(self, session: "Session") -> object:
        kind = IdNumberType(self.kind.current())
        number = self.number.text().strip()
        if number and kind is IdNumberType.NONE:
            raise InputError("id_number_type", "number_kind_missing")
        change_mentee(
            session,
            self._mentee.id,
            id_number_type=kind,
            id_number=number,
            id_number_unchecked=self.anyway.isChecked(),
        )
        return self._mentee.id

    def show_refusal(self, refusal: InputError) -> None:
        if refusal.key == "id_number_fails":
            self.anyway.show()
        super().show_refusal(refusal)
