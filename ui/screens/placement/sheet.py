"""The forms of the page: what they have in common, and what they are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.dates_typed import Lean
from mentorapp.language.texts import Texts
from mentorapp.store.store import Store
from ui.theme import Role, Theme
from ui.widgets.choice_chips import Choice, ChoiceChips
from ui.widgets.date_field import DateField
from ui.widgets.removable_sheet import RemovableSheet
from ui.widgets.text import Text

from .reading import View


@dataclass(frozen=True, slots=True)
class Desk:
    """What a form needs: where it opens, the store and the words, and the placement as it is now."""

    window: QWidget
    store: Store
    texts: Texts
    theme: Theme
    view: View

    @property
    def placement_id(self) -> UUID:
        return self.view.placement.id


def draft_name(thing: str, placement_id: UUID, part: object = "") -> str:
    """placement.hours:3f…; with the part of the placement after a dot, where it is about one."""
    key = part.hex if isinstance(part, UUID) else str(part)
    return f"placement.{thing}:{placement_id.hex}.{key}" if key else f"placement.{thing}:{placement_id.hex}"


class PlacementSheet(RemovableSheet):
    """`thing` names the draft, `part` what of the placement it changes; `label` is the undo label."""

    def __init__(
        self, desk: Desk, *, title: str, thing: str, label: str, part: object = "", save_text: str = ""
    ) -> None:
        super().__init__(
            desk.window,
            desk.theme,
            desk.texts,
            desk.store,
            title,
            form=draft_name(thing, desk.placement_id, part),
            mentee_id=desk.view.mentee.id,
            label=label,
            save_text=save_text or desk.texts("placement.save"),
        )
        self.desk, self.view, self.placement = desk, desk.view, desk.view.placement

    def day_field(self, caption: str, day: date | None, *, optional: bool = True, lean: Lean = Lean.BACK) -> DateField:
        return DateField(self.theme, self.texts, self.store.clock, caption, day, lean=lean, optional=optional)

    def add_chips(self, name: str, caption: str, choices: Sequence[Choice], chosen: str) -> ChoiceChips:
        return self.add(name, ChoiceChips(self.theme, caption, choices, chosen, ticked=True), caption)

    def add_words(self, words: str) -> Text:
        """A quiet sentence between the fields."""
        said = Text(self.theme, words, Role.SMALL, tone="ink2", wrap=True)
        self.body.addWidget(said)
        return said
