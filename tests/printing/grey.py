"""How a page looks in greyscale, as a printer without colour or a photocopy makes it: the contrast of every word."""

import html
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LEAST = 4.5
"""WCAG 1.4.3: text against its ground."""
DPI = 200
_SCALE = DPI / 72
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    page: int
    text: str
    contrast: float


def words_in_grey(pdf: Path) -> Iterator[Word]:
    """Each word with a letter or a figure that can be read out of the file, with its contrast to what lies around."""
    boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode()
    subprocess.run(["pdftoppm", "-gray", "-r", str(DPI), pdf, pdf.with_suffix("")], check=True)
    images = sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm"))
    for number, (page, image) in enumerate(zip(boxes.split("<page ")[1:], images, strict=True), 1):
        width, pixels = _pixels(image)
        for *box, text in _WORD.findall(page):
            if any(letter.isalnum() for letter in text):
                left, top, right, bottom = map(float, box)
                yield Word(number, html.unescape(text), _contrast(width, pixels, (left, top, right, bottom)))
        image.unlink()


def _pixels(image: Path) -> tuple[int, bytes]:
    kind, size, _most, pixels = image.read_bytes().split(b"\n", 3)
    assert kind == b"P5"
    return int(size.split()[0]), pixels


def _contrast(width: int, pixels: bytes, box: tuple[float, float, float, float]) -> float:
    """Of the ink, which is the darkest fiftieth of the box, to the shade that there is most of; of the lightest where
    the ground is dark."""
    left, top, right, bottom = (max(0, int(edge * _SCALE)) for edge in box)
    found = b"".join(pixels[row * width + left : row * width + right + 1] for row in range(top, bottom + 1))
    if not found:
        return 1.0
    ground, ordered, ink = Counter(found).most_common(1)[0][0], sorted(found), len(found) // 50
    return max(_ratio(ground, ordered[ink]), _ratio(ground, ordered[-1 - ink]))


def _ratio(one: int, other: int) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(grey: int) -> float:
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
