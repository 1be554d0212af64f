"""A canvas that remembers what every mark on the page is: text of an element, or decoration.

ReportLab writes no tags. `TaggedCanvas` puts marked content around what is drawn and keeps the tree of elements;
`structure.tagged` writes that tree into the finished file. It reaches into `Canvas._code`, which is why the
version of ReportLab is pinned.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal

from reportlab.pdfgen.canvas import Canvas

from . import fonts
from .lines import Line
from .styles import PAGE_HEIGHT, PAGE_WIDTH, Colour, Style

Box = tuple[float, float, float, float]


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree; `kids` are elements and (page, number) of marked content, in reading order.

    `lang` where it is another language than that of the paper."""

    tag: str
    alt: str = ""
    scope: Literal["", "Column", "Row"] = ""
    box: Box | None = None
    lang: str = ""
    kids: list["Element | tuple[int, int]"] = field(default_factory=list)

    def add(self, tag: str, *, alt: str = "", scope: Literal["", "Column", "Row"] = "", lang: str = "") -> "Element":
        child = Element(tag, alt, scope, lang=lang)
        self.kids.append(child)
        return child


DECORATION = Element("Artifact")
"""What carries no meaning of its own: lines, frames, and heads that are said once and drawn again."""


class TaggedCanvas(Canvas):
    """Draws with bundled fonts, on A4 unless another size is given; `mark` says what the drawing belongs to."""

    # Private names of ReportLab's canvas.
    _code: list[str]
    _doc: Any
    _escape: Callable[[bytes], str]
    _fillColorObj: object  # noqa: N815

    def __init__(self, language: str, size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)) -> None:
        self.buffer = BytesIO()
        self.marked: list[list[Element]] = [[]]
        self._open: Element | None = None
        super().__init__(
            self.buffer,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=fonts.use(bold=False),  # type: ignore[arg-type]
            lang=language,
        )

    def mark(self, element: Element) -> None:
        """What is drawn from here on is content of `element`, or DECORATION."""
        if element is self._open:
            return
        code = self._code
        if self._open is not None:
            code.append("EMC")
        self._open = element
        if element is DECORATION:
            code.append("/Artifact BMC")
            return
        page = self.marked[-1]
        number = len(page)
        page.append(element)
        element.kids.append((len(self.marked) - 1, number))
        code.append(f"/{element.tag} <</MCID {number}>> BDC")

    def close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def text(self, x: float, baseline: float, line: Line, style: Style) -> None:
        """One line of text, its beginning at x. A space ends it: what is read aloud has no line ends."""
        self.ink(style.colour)
        for run in line:
            if run.spoken:
                self._code.append(f"/Span <</ActualText <{_utf16(run.spoken)}>>> BDC")
                self._show(x, baseline, run.text, run.font, style.size)
                self._code.append("EMC")
            else:
                self._show(x, baseline, run.text + " " if run is line[-1] else run.text, run.font, style.size)
            x += fonts.width(run.text, run.font, style.size)

    def signs(self, x: float, baseline: float, text: str, style: Style, pitch: float) -> None:
        """Signs to be read one by one, each in the middle of a place of its own; read aloud and copied as one word."""
        self.ink(style.colour)
        font = fonts.use(style.bold)
        self._code.append(f"/Span <</ActualText <{_utf16(text)}>>> BDC")
        for place, sign in enumerate(text):
            middle = x + (place + 0.5) * pitch
            self._show(middle - fonts.width(sign, font, style.size) / 2, baseline, sign, font, style.size)
        self._code.append("EMC")

    def unseen(self, x: float, baseline: float, text: str, style: Style) -> None:
        """Text that a reader with a voice and a copy get, beside a drawing that says the same to the eye."""
        self._code.append("3 Tr")
        self._show(x, baseline, text, fonts.use(bold=False), style.size)
        self._code.append("0 Tr")

    def ink(self, colour: Colour) -> None:
        if self._fillColorObj != colour:
            self.setFillColor(colour)

    def _show(self, x: float, baseline: float, text: str, font: str, size: float) -> None:
        made = fonts.font(font)
        parts = [f"BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm"]
        for subset, codes in made.splitString(text, self._doc):
            name = made.getSubsetInternalName(subset, self._doc)
            parts.append(f"{name} {size:g} Tf ({self._escape(codes)}) Tj")
        self._code.append(" ".join([*parts, "ET"]))

    def showPage(self) -> None:  # noqa: N802
        self.close()
        super().showPage()
        self.marked.append([])

    def finished(self) -> bytes:
        """The bytes of all pages shown so far."""
        self.save()
        return self.buffer.getvalue()


def _utf16(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex()
