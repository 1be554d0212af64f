"""Colour families: a strong colour for text and icon, and the tint that only that colour and `ink` may stand on."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QColor

from .tokens import Tokens, is_high_contrast


class Family(StrEnum):
    """Named after the strong token; `PLAIN` has no colour of its own (initials, hidden names)."""

    PRIMARY = "primary"
    RUST = "rust"
    OK = "ok"
    AMBER = "amber"
    NO = "no"
    BLUE = "blue"
    HEATHER = "heather"
    CLAY = "clay"
    SLATE = "slate"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Shades:
    """The strong colour, its tint, and the border a chip or tile gets: none but in high contrast."""

    strong: QColor
    tint: QColor
    border: QColor | None


def shades(tokens: Tokens, family: Family) -> Shades:
    """The two colours of a family in these tokens."""
    if family is Family.PLAIN:
        strong, tint = tokens.ink2, tokens.sunk
    elif family is Family.PRIMARY:
        strong, tint = tokens.primary, tokens.soft
    else:
        strong, tint = getattr(tokens, family.value), getattr(tokens, f"{family.value}soft")
    border = QColor(strong) if is_high_contrast(tokens) else None
    return Shades(QColor(strong), QColor(tint), border)


def mix(upper: str, lower: str, strength: float) -> QColor:
    """`upper` painted at `strength` (0 to 1) over `lower`, as an opaque colour."""
    top, ground = QColor(upper), QColor(lower)
    return QColor(
        round(top.red() * strength + ground.red() * (1 - strength)),
        round(top.green() * strength + ground.green() * (1 - strength)),
        round(top.blue() * strength + ground.blue() * (1 - strength)),
    )
