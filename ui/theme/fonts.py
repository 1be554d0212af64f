"""The eight sizes of type, and the bundled fonts: Noto Sans in two weights, other scripts when they are met."""

from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from resources import path_of

FAMILY = "Noto Sans"
_AT_START = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


class Role(StrEnum):
    """What a piece of text is for; size and weight follow from it."""

    DISPLAY = "display"
    NUMBER = "number"
    TITLE = "title"
    WORDS = "words"
    SECTION = "section"
    BODY = "body"
    SMALL = "small"
    CAPTION = "caption"


# Pixels at 96 dpi and 100 % text size: letters, and the line they stand on.
SIZES = {
    Role.DISPLAY: (28, 36),
    Role.NUMBER: (26, 34),
    Role.TITLE: (21, 28),
    Role.WORDS: (19, 27),
    Role.SECTION: (15, 20),
    Role.BODY: (14, 20),
    Role.SMALL: (13, 18),
    Role.CAPTION: (12, 16),
}
_BOLD = frozenset({Role.DISPLAY, Role.NUMBER, Role.TITLE, Role.WORDS, Role.SECTION})


def load_fonts() -> None:
    """Makes the two weights of Noto Sans known to Qt; the rest of the scripts by `load_scripts`."""
    _load(*_AT_START)


def load_scripts() -> None:
    """Arabic, Ethiopic and Hebrew, which Qt takes by run when Noto Sans lacks a letter. Call it after the first
    paint: nobody's name waits for it on the unlock page."""
    _load(*sorted(p.name for p in path_of("fonts").glob("*.ttf") if p.name not in _AT_START))


def _load(*names: str) -> None:
    for name in names:
        if QFontDatabase.addApplicationFont(str(path_of("fonts", name))) < 0:
            raise RuntimeError(f"the font {name} could not be read")


def font_of(role: Role, scale: float, bold: bool | None = None) -> QFont:
    """The font of a role at a scale (1.0 is 100 %); `bold` overrides the weight of the role."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(SIZES[role][0] * scale)))
    font.setBold(role in _BOLD if bold is None else bold)
    return font
