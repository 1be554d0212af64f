"""The fonts of a print: bundled, registered once in a process, and parsed when a letter first needs them."""

from functools import cache
from typing import TYPE_CHECKING

from resources import path_of

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"

_FILES = {
    REGULAR: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    "NotoSansArabic": "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold": "NotoSansArabic-Bold.ttf",
    "NotoSansHebrew": "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Bold": "NotoSansHebrew-Bold.ttf",
    "NotoSansEthiopic": "NotoSansEthiopic-Regular.ttf",
    "NotoSansEthiopic-Bold": "NotoSansEthiopic-Bold.ttf",
}

# Noto Sans has Latin, Greek and Cyrillic; the other families are opened for their own blocks only.
_OTHER_SCRIPTS = (
    ("NotoSansHebrew", ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))),
    ("NotoSansArabic", ((0x0600, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE))),
    ("NotoSansEthiopic", ((0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F))),
)


@cache
def font(name: str) -> "TTFont":
    """The registered font of that name."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0  # Pages stay bytes: a quarter smaller than as text.
    # Not ASCII-readable: only the letters used are embedded. Shaping is ours (`rightward`), whatever is installed.
    made = TTFont(name, str(path_of("fonts", _FILES[name])), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(made)
    return made


def use(bold: bool) -> str:
    """The name of the main font, ready to be drawn with."""
    name = BOLD if bold else REGULAR
    font(name)
    return name


@cache
def widths(name: str) -> dict[str, float]:
    """The advance of every letter of a font, in thousandths of its size."""
    face = font(name).face
    # A no-break space is drawn as a space.
    return {chr(code): face.charWidths[code] for code in face.charToGlyph if 0x20 <= code <= 0xFFFF}


@cache
def letters(name: str) -> frozenset[str]:
    """What a font can draw. Beyond the first plane the ToUnicode table of ReportLab cannot say what was drawn."""
    return frozenset(widths(name))


@cache
def font_for(letter: str, bold: bool) -> str | None:
    """The name of the font that can draw a letter, the main one first, or None."""
    main = use(bold)
    if letter in letters(main):
        return main
    code = ord(letter)
    for family, blocks in _OTHER_SCRIPTS:
        if any(first <= code <= last for first, last in blocks):
            name = f"{family}-Bold" if bold else family
            return name if letter in letters(name) else None
    return None


def width(text: str, name: str, size: float) -> float:
    """How wide a text of letters of that font is, in points."""
    table = widths(name)
    return sum([table[letter] for letter in text]) * size / 1000
