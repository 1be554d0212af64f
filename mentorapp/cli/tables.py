"""Tables on the terminal: columns as wide as what stands in them, and nothing that a terminal would obey."""

import unicodedata
from collections.abc import Sequence

from .output import say


def table(rows: Sequence[Sequence[object]]) -> None:
    """The first row is the head."""
    shown = [[_cell(value) for value in row] for row in rows]
    widths = [max(_width(row[place]) for row in shown) for place in range(len(shown[0]))]
    for row in shown:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        say("  ".join(cells).rstrip())


def _cell(value: object) -> str:
    """What a terminal would take for a command, such as a mark that turns the line around, is left out."""
    text = "–" if value is None else str(value)
    return "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cf"))


def _width(text: str) -> int:
    """Columns on the screen: combining marks take none, wide signs two."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.category(sign) == "Mn" for sign in text)
