"""The one door between a person's text and a page.

ReportLab has no font fallback, and to its Paragraph raw text is XML. So every text is cleaned, split into runs of
letters that one font can draw, and only then drawn, or escaped and wrapped in `<font name>`. Nothing else builds a
Paragraph; a lint rule and a test hold that.

What no bundled font can draw (emoji, Chinese) becomes one neutral sign, a small flower; a run keeps the original as
its `spoken` text, so that a reader with a voice, a search or a copy still gets it.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from . import fonts
from .rightward import has_rightward, joined, unjoined, visual

if TYPE_CHECKING:
    from reportlab.platypus import Paragraph  # noqa: TID251

    from .styles import Style

SUBSTITUTE = "\u2055"
_NO_BREAK = "\u00a0"

_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\x20\u1680\u2000-\u200a\u205f\u3000]+")
_ODD = re.compile("[^\x20-\x7e\u00a1-\u00ac\u00ae-\u0241]")
# Letters that look the same to a reader, for what the fonts lack.
_PLAINER = str.maketrans({"\u2192": "->", "\u2190": "<-", "\u21d2": "=>", "\u2212": "\u2013", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Run:
    """Letters drawn with one font, in drawing order; `spoken` is what they say when the letters do not."""

    font: str
    text: str
    spoken: str = ""


def clean(text: str) -> str:
    """The text without what a page cannot have: control characters, direction marks, half characters.

    Lines are ended by `\\n`, spaces are single. A zero-width non-joiner stays: Persian needs it.
    """
    if not _ODD.search(text):
        return re.sub("  +", " ", text).strip()
    text = unicodedata.normalize("NFC", text)
    text = _SPACES.sub(" ", _BREAKS.sub("\n", text).replace("\u202f", _NO_BREAK))
    kept = [c for c in text if c in "\n\u200c" or unicodedata.category(c) not in ("Cc", "Cf", "Cs")]
    return re.sub(" *\n *", "\n", re.sub("  +", " ", "".join(kept))).strip()


def is_plain(text: str, bold: bool) -> bool:
    """Whether the main font can draw a cleaned line as it stands, from left to right."""
    return fonts.letters(fonts.use(bold)).issuperset(text) and (text.isascii() or "\u200c" not in text)


def runs(line: str, bold: bool = False) -> tuple[Run, ...]:
    """A cleaned line as runs in drawing order."""
    if is_plain(line, bold):
        return (Run(fonts.use(bold), line),)
    if not has_rightward(line):
        return _by_font(line.replace("\u200c", ""), bold)
    pieces = visual(joined(line))
    return tuple(run for piece in pieces for run in _by_font(piece, bold))


def not_settable(text: str) -> set[str]:
    """The letters of a text that cannot be set as they should: no bundled font has them, or they cannot be joined."""
    text = clean(text)
    if is_plain(text.replace("\n", ""), bold=False):
        return set()
    drawn = (run for line in text.split("\n") for run in runs(line))
    return {letter for run in drawn for letter in run.spoken} | unjoined(text)


def _by_font(piece: str, bold: bool) -> tuple[Run, ...]:
    made: list[Run] = []
    for letter in piece:
        for font, text, spoken in _drawn(letter, bold, made[-1].font if made else None):
            last = made[-1] if made else None
            if last and last.spoken and spoken:
                made[-1] = Run(font, last.text, last.spoken + spoken)
            elif last and last.font == font and not last.spoken and not spoken:
                made[-1] = Run(font, last.text + text)
            else:
                made.append(Run(font, text, spoken))
    return tuple(made)


def _drawn(letter: str, bold: bool, current: str | None) -> list[tuple[str, str, str]]:
    """How one letter is drawn: (font, text, spoken). Marks and spaces stay with the font they come after."""
    if current and not letter.isalnum() and letter in fonts.letters(current):
        return [(current, letter, "")]
    font = fonts.font_for(letter, bold)
    if font:
        return [(font, letter, "")]
    if unicodedata.category(letter) in ("Mn", "Me"):
        return []
    plainer = unicodedata.normalize("NFKC", letter).translate(_PLAINER)
    if is_plain(plainer, bold):
        return [(fonts.use(bold), plainer, "")]
    return [(fonts.use(bold), SUBSTITUTE, letter)]


def markup(text: str, bold: bool = False) -> str:
    """A person's text as ReportLab's paragraph language, with nothing left in it that is not text."""
    lines = (clean(text) or " ").split("\n")
    return "<br/>".join("".join(_marked(run) for run in runs(line, bold)) for line in lines)


def _marked(run: Run) -> str:
    # A part that is read from right to left must not be broken: its words would come in the wrong order.
    text = run.text.replace(" ", _NO_BREAK) if has_rightward(run.text) else run.text
    return f'<font name="{run.font}">{escape(text)}</font>'


def paragraph(text: str, style: "Style") -> "Paragraph":
    """A person's text as a Paragraph: wraps, breaks long words, never hyphenates."""
    from reportlab.lib.colors import Color
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph  # noqa: TID251

    font = fonts.use(style.bold)
    looks = ParagraphStyle(
        "text",
        fontName=font,
        bulletFontName=font,
        fontSize=style.size,
        leading=style.leading,
        textColor=Color(*style.colour),
        splitLongWords=True,
    )
    return Paragraph(markup(text, style.bold), looks)
