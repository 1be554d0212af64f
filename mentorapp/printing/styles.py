"""The measures and inks of paper, in points: look.md section 10, once for every print."""

from dataclasses import dataclass

Colour = tuple[float, float, float]


def _ink(rgb: str) -> Colour:
    red, green, blue = bytes.fromhex(rgb)
    return red / 255, green / 255, blue / 255


INK = _ink("1B2524")
SECOND = _ink("5A6462")
SPRUCE = _ink("1F5F5B")
RULE = _ink("C9C5BA")
RUST = _ink("A6491A")
SPRUCE_TINT = _ink("D9E6E1")
RUST_TINT = _ink("D9A57E")

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.890
LEFT = 20 * MM
RIGHT = PAGE_WIDTH - LEFT
WIDTH = RIGHT - LEFT
TOP = PAGE_HEIGHT - 16 * MM
FOOT_RULE = PAGE_HEIGHT - 795.4
BOTTOM = FOOT_RULE + 9


@dataclass(frozen=True, slots=True)
class Style:
    """How a line of text looks; `leading` is the distance from line to line."""

    size: float
    leading: float
    bold: bool = False
    colour: Colour = INK

    @property
    def drop(self) -> float:
        """From the upper edge of the line to its baseline; capitals stand in the middle of the line."""
        return self.leading / 2 + self.size * 0.357


FOOTER = Style(8.5, 12, colour=SECOND)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles of one version of a print; `chars` is the longest line of running text."""

    title: Style
    name: Style
    heading: Style
    words: Style
    body: Style
    strong: Style
    second: Style
    table_head: Style
    chars: int
    words_chars: int
    phrases: bool
    box: float


ORDINARY = Sheet(
    title=Style(22, 28, bold=True),
    name=Style(12.5, 19),
    heading=Style(12, 18, bold=True, colour=SPRUCE),
    words=Style(13.5, 20, bold=True),
    body=Style(10.5, 15.5),
    strong=Style(10.5, 15.5, bold=True),
    second=Style(9.5, 13.5, colour=SECOND),
    table_head=Style(9.5, 15, bold=True),
    chars=75,
    words_chars=60,
    phrases=False,
    box=4 * MM,
)

EASY = Sheet(
    title=Style(28, 34, bold=True),
    name=Style(14, 18),
    heading=Style(14, 20, bold=True, colour=SPRUCE),
    words=Style(17, 24, bold=True),
    body=Style(14, 18),
    strong=Style(14, 18, bold=True),
    second=Style(12, 18, colour=SECOND),
    table_head=Style(12, 18, bold=True),
    chars=55,
    words_chars=40,
    phrases=True,
    box=5.8 * MM,
)
