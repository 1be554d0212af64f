"""The columns of the bank: what each says and is sorted by."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from mentorapp.domain.workplaces import Workplace
from mentorapp.language.names import sort_key
from mentorapp.language.texts import Texts
from ui.models.rows import Column, RowsModel
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.table_delegate import CARD_ROLE
from ui.widgets.widths import Width

from .bank import DOT, Bank, contact_words, room_words

SHARES = {
    Width.WIDE: (172, 92, 120, 150, 90, 132),
    Width.MID: (140, 100, 0, 0, 86, 132),
    Width.NARROW: (1, 0, 0, 0, 0, 0),
}
_TIP = int(Qt.ItemDataRole.ToolTipRole)


def places_model(texts: Texts, bank: Callable[[], Bank], today: Callable[[], date]) -> RowsModel[Workplace]:
    """`bank` gives the words of the lists as they are now."""

    def card(place: Workplace) -> Cell:
        """A workplace on two lines, for a narrow window."""
        second = DOT.join(part for part in (place.town, bank().sector(texts, place), place.good_for) if part)
        return Cell(place.name, second, bold=True, letter=place.name[:1].upper())

    def last(place: Workplace) -> str:
        return contact_words(texts, place, today())

    columns = (
        _column(texts("workplaces.column_name"), lambda p: p.name, bold=True),
        _column(texts("workplaces.column_town"), lambda p: p.town),
        _column(texts("workplaces.column_sector"), lambda p: bank().sector(texts, p)),
        _column(texts("workplaces.column_good_for"), lambda p: " ".join(p.good_for.split())),
        _column(texts("workplaces.column_room"), room_words, lambda p: -(p.capacity or 0)),
        _column(texts("workplaces.column_last"), last, _by_last),
    )
    return RowsModel[Workplace](columns, lambda p: p.id.int, {CARD_ROLE: card})


def _column(
    title: str, text: Callable[[Workplace], str], order: Callable[[Workplace], Any] | None = None, *, bold: bool = False
) -> Column[Workplace]:
    """Rows that are equal in a column stand by name; what says nothing stands last."""
    by_text = order or (lambda p: (not text(p), sort_key(text(p))))
    return Column(
        title,
        text,
        {CELL_ROLE: lambda p: Cell(text(p), bold=bold), _TIP: text},
        lambda p: (by_text(p), sort_key(p.name)),
    )


def _by_last(place: Workplace) -> int:
    """The latest first; those without last."""
    return -place.last_contacted.toordinal() if place.last_contacted else 0
