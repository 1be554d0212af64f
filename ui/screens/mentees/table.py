"""The table of people: the programme gives way first where there is little room."""

from uuid import UUID

from mentorapp.language import Texts
from ui.models.rows import RowsModel
from ui.tables.list_table import ListTable
from ui.theme import Theme
from ui.widgets.widths import Width

from .words import Person

_SHARES = {
    Width.WIDE: (248, 106, 240, 168, 175, 183),
    Width.MID: (188, 0, 220, 117, 122, 159),
    Width.NARROW: (1, 0, 0, 0, 0, 0),
}


class MenteeTable(ListTable[Person]):
    """`opened` carries a Person."""

    def __init__(self, theme: Theme, texts: Texts, model: RowsModel[Person]) -> None:
        super().__init__(theme, texts("mentees.title"), model, _SHARES)

    def select(self, mentee_id: UUID | None) -> None:
        """That person, or the first in the list."""
        self.select_key(None if mentee_id is None else mentee_id.int)
