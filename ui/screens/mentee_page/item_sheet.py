"""An item of a checklist: how it stands, since when, and a line about it."""

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from mentorapp.domain.routines import Checklist, ItemState, RoutineEntry
from mentorapp.store.routines import remove_routine_item
from ui.widgets.checklist_card import item_key
from ui.widgets.choice_chips import Choice
from ui.widgets.field import LineField

from .items import say_about
from .thing_sheet import Desk, ThingSheet


class ItemSheet(ThingSheet):
    """Own words can be taken away here; an item of the unit's list stays."""

    def __init__(self, desk: Desk, checklist: Checklist, entry: RoutineEntry) -> None:
        texts = desk.texts
        super().__init__(
            desk, title=entry.word.name(texts.language), thing="item", about=item_key(checklist, entry),
            label="routine_set",
        )  # fmt: skip
        self._checklist, self._entry = checklist, entry
        choices = [Choice(state.value, texts(f"codes.item_state_{state.value}")) for state in ItemState]
        self.state = self.add_chips("state", texts("around.item_state"), choices, entry.state.value)
        self.on = self.add_day("state_on", texts("around.item_on"), entry.state_on)
        note = entry.said.note if entry.said else ""
        self.note = self.add("note", LineField(desk.theme, texts("around.note"), note))
        said = entry.said
        if said is not None and entry.is_own:
            self.add_removal(
                texts("around.item_remove"), "routine_removed", lambda session: remove_routine_item(session, said.id)
            )
        self.body.addStretch(1)

    def first_field(self) -> QWidget:
        return self.state

    def write(self, session: Session) -> object:
        state = ItemState(self.state.current())
        return say_about(session, self.person, self._checklist, self._entry, state, self.on.day(), self.note.text())
