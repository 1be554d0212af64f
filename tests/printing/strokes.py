"""What a page draws with its pen, read from the drawing operators, and how dark it is when it is rendered."""

import re
import subprocess
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf

from mentorapp.printing.answer_lines import LINE_LEFT

MM = 72 / 25.4
DPI = 300
PIXELS_PER_MM = DPI / 25.4
_DARK = 128
_NUMBERS = (int, float, Decimal)


@dataclass(frozen=True)
class Stroke:
    """A straight line in millimetres from the lower left corner of the page."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float

    @property
    def is_level(self) -> bool:
        return abs(self.y1 - self.y2) < 0.001

    @property
    def length(self) -> float:
        return abs(self.x2 - self.x1) if self.is_level else abs(self.y2 - self.y1)


def strokes(pdf: bytes) -> list[list[Stroke]]:
    """Page by page, in page space: what the transformations do is done."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [_of_page(page) for page in opened.pages]


def _of_page(page: pikepdf.Page) -> list[Stroke]:
    found: list[Stroke] = []
    matrix, kept = pikepdf.Matrix(), []
    width, at = 1.0, (0.0, 0.0)
    waiting: list[tuple[float, float, float, float]] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands: list[Any] = list(instruction.operands)
        numbers = [float(one) for one in operands] if all(isinstance(one, _NUMBERS) for one in operands) else []
        match str(instruction.operator):
            case "q":
                kept.append((matrix, width))
            case "Q":
                matrix, width = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(*numbers) @ matrix
            case "w":
                width = numbers[0]
            case "m":
                at = matrix.transform((numbers[0], numbers[1]))
            case "l":
                to = matrix.transform((numbers[0], numbers[1]))
                waiting.append((*at, *to))
                at = to
            case "S":
                scale = matrix.a
                found += [Stroke(x1 / MM, y1 / MM, x2 / MM, y2 / MM, width * scale / MM) for x1, y1, x2, y2 in waiting]
                waiting = []
            case "n" | "f" | "f*" | "B":
                waiting = []
            case _:
                pass
    return found


def answer_lines(pdf: bytes) -> list[list[Stroke]]:
    """The level lines of 0.3 mm, whatever the paper is scaled to: those to answer on, and the ruler."""
    return [[one for one in page if one.is_level and 0.27 < one.width < 0.32] for page in strokes(pdf)]


def crosses(pdf: bytes) -> list[float]:
    """Where on their line the crosses stand, in millimetres from its left end."""
    slanted = [
        one for page in strokes(pdf) for one in page if abs(one.x1 - one.x2) > 0.5 and abs(one.y1 - one.y2) > 0.5
    ]
    middles = [round((one.x1 + one.x2) / 2 - LINE_LEFT / MM, 2) for one in slanted]
    assert middles[::2] == middles[1::2], "two strokes make a cross"
    return [one for one in middles[::2] if one >= 0]


def scaled(pdf: bytes, by: float) -> bytes:
    """What comes out of a printer that fits every page into its own margins."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            width, height = (float(page.mediabox[n]) for n in (2, 3))
            across, up = width * (1 - by) / 2, height * (1 - by) / 2
            page.contents_add(f"q {by} 0 0 {by} {across} {up} cm".encode(), prepend=True)
            page.contents_add(b"Q")
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


@dataclass(frozen=True)
class Picture:
    """A page at 300 dpi in greys."""

    width: int
    height: int
    greys: bytes

    def dark(self, x: int, y: int) -> bool:
        return self.greys[y * self.width + x] < _DARK

    def dark_runs(self, y: int) -> list[tuple[int, int]]:
        """First and last column of what is dark in a row of pixels."""
        runs: list[tuple[int, int]] = []
        row = self.greys[y * self.width : (y + 1) * self.width]
        for found in re.finditer(rb"[\x00-\x7f]+", row):
            runs.append((found.start(), found.end() - 1))
        return runs

    def row(self, mm_from_below: float) -> int:
        return round(self.height - mm_from_below * PIXELS_PER_MM)


def pictures(pdf: bytes) -> list[Picture]:
    """The pages as a printer without colours would lay them out."""
    command = ["pdftoppm", "-gray", "-r", str(DPI), "-"]
    data = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    found: list[Picture] = []
    while data:
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
        assert head is not None
        width, height = int(head[1]), int(head[2])
        end = head.end() + width * height
        found.append(Picture(width, height, data[head.end() : end]))
        data = data[end:]
    return found


def tick_to_tick(picture: Picture, line: Stroke) -> float:
    """Millimetres from the middle of one end tick to the middle of the other, read a millimetre above the line.

    On the ruler the ticks hang down: there it is read below.
    """
    for away in (1.0, -1.0):
        runs = picture.dark_runs(picture.row(line.y1 + away))
        near = [run for run in runs if _is_near(run, line.x1) or _is_near(run, line.x2)]
        if len(near) == 2:
            first, last = (sum(run) / 2 for run in near)
            return (last - first) / PIXELS_PER_MM
    raise AssertionError("a line without its two ticks")


def _is_near(run: tuple[int, int], x: float) -> bool:
    return run[1] - run[0] < PIXELS_PER_MM and abs(sum(run) / 2 / PIXELS_PER_MM - x) < 1
