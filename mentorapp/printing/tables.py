"""Tables with hairlines: rows of split lines, a head that is said once and drawn again, cells that are never cut."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from . import drawings
from .flow import Draw, Strip
from .lines import Line, Span, measure, text_lines, wrapped
from .markup import clean
from .passages import text_strips
from .styles import INK, LEFT, RIGHT, WIDTH, Sheet, Style
from .tagging import DECORATION, Element, TaggedCanvas

# Lines of one row that stay together; a longer text goes on where the page ends.
_TOGETHER = 12
_PAD = 2.6
# What a box says in text. Readers of plain text drop a lone space, hence the low line.
MARKS = {True: "[x]", False: "[_]"}


@dataclass(frozen=True, slots=True)
class Column:
    """`x` from the left margin; `title` names the column, `second` in the language `lang` too."""

    title: str
    x: float
    width: float
    second: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A cell that is a box to tick; `alt` says it in words."""

    done: bool
    alt: str


Cell = str | Tick | tuple[Span, ...]


def table_head(columns: Sequence[Column], sheet: Sheet, row: Element | None) -> Strip:
    """The names of the columns, as header cells of `row`, or as decoration where the table goes on."""
    cells = [row.add("TH", scope="Column") if row else DECORATION for _ in columns]
    style = sheet.table_head
    named = [
        (cell.add("Span"), cell.add("Span", lang=column.lang)) if column.second and row else (cell, cell)
        for column, cell in zip(columns, cells, strict=True)
    ]
    light = replace(style, bold=False, leading=style.leading - 2)
    below = [text_lines(column.second, light, column.width)[:2] for column in columns]
    tall = style.leading + max(len(lines) for lines in below) * light.leading

    def draw(canvas: TaggedCanvas, y: float) -> None:
        for column, (first, second), lines in zip(columns, named, below, strict=True):
            canvas.mark(first)
            for line in text_lines(column.title, style, column.width)[:1]:
                canvas.text(LEFT + column.x, y - style.drop, line, style)
            for number, line in enumerate(lines):
                canvas.mark(second)
                canvas.text(LEFT + column.x, y - style.leading - number * light.leading - light.drop, line, light)
        canvas.mark(DECORATION)
        drawings.rule(canvas, LEFT, RIGHT, y - tall - 2.6, 1.4, INK)

    return Strip(tall + 3.3, draw, glue=True)


def table_rows(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], sheet: Sheet, table: Element) -> list[Strip]:
    """A row below the other; the last is not left alone on a new page."""
    strips: list[Strip] = []
    for number, row in enumerate(rows):
        strips += _row(columns, row, sheet, table.add("TR"))
        if number == len(rows) - 2:
            strips[-1].glue = True
    return strips


@dataclass(frozen=True, slots=True)
class _Set:
    """A cell with its lines split."""

    column: Column
    element: Element
    lines: list[Line]
    tick: Tick | None


def _row(columns: Sequence[Column], row: Sequence[Cell], sheet: Sheet, element: Element) -> list[Strip]:
    style = sheet.body
    cells = []
    for column, cell in zip(columns, row, strict=True):
        made = element.add("TD")
        if isinstance(cell, Tick):
            cells.append(_Set(column, made.add("Figure", alt=cell.alt), [], cell))
        elif isinstance(cell, str):
            cells.append(_Set(column, made, text_lines(cell, style, column.width, chars=sheet.chars), None))
        else:
            cells.append(_Set(column, made, wrapped(cell, style, column.width, chars=sheet.chars), None))
    tall = max(1, *(len(cell.lines) for cell in cells))
    return [
        _part(cells, sheet, first, min(first + _TOGETHER, tall), last=first + _TOGETHER >= tall)
        for first in range(0, tall, _TOGETHER)
    ]


def _part(cells: list[_Set], sheet: Sheet, first: int, end: int, *, last: bool) -> Strip:
    style = sheet.body
    above = _PAD if first == 0 else 0.0
    tall = above + (end - first) * style.leading + (_PAD if last else 0.0)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        for cell in cells:
            x = LEFT + cell.column.x
            if cell.tick and first == 0:
                draw_tick(canvas, x, y - above, sheet, cell.tick.done, cell.element)
            at = y - above
            for line in cell.lines[first:end]:
                canvas.mark(cell.element)
                canvas.text(x, at - style.drop, line, style)
                at -= style.leading
        if last:
            canvas.mark(DECORATION)
            drawings.rule(canvas, LEFT, RIGHT, y - tall)

    return Strip(tall, draw)


def draw_tick(canvas: TaggedCanvas, x: float, y: float, sheet: Sheet, done: bool, figure: Element) -> None:
    """A box beside a line of body text that begins at y; what it says is also there as text that is not seen."""
    style = sheet.body
    top = y - style.drop + style.size * 0.357 + sheet.box / 2
    canvas.mark(figure)
    drawings.tick_box(canvas, x, top, sheet.box, done)
    canvas.unseen(x + sheet.box * 0.1, y - style.drop, MARKS[done], Style(sheet.box * 0.55, style.leading))
    figure.box = (x, top - sheet.box, x + sheet.box, top)


def label_rows(facts: Sequence[tuple[str, str]], sheet: Sheet, parent: Element, *, label_width: float) -> list[Strip]:
    """Facts as label and value, without lines between; two short ones share a row.

    A list to a reader with a voice: rows of a table would have to be equally long.
    """
    half = WIDTH / 2
    strips: list[Strip] = []
    waiting: list[Strip] = []
    for label, value in facts:
        item = parent.add("LI")
        short = measure(clean(value), False, sheet.body.size) <= half - label_width - 8 and "\n" not in value
        if waiting and short:
            right = _fact(item, label, value, sheet, LEFT + half, label_width, half)
            waiting[0].draw = partial(_both, waiting[0].draw, right[0].draw)
            waiting = []
            continue
        made = _fact(item, label, value, sheet, LEFT, label_width, WIDTH)
        strips += made
        waiting = made if short else []
    return strips


def _fact(
    item: Element, label: str, value: str, sheet: Sheet, x: float, label_width: float, width: float
) -> list[Strip]:
    head, body = item.add("Lbl"), item.add("LBody")
    values = text_strips(value, sheet.body, body, x=x + label_width, width=width - label_width, chars=sheet.chars)
    labels = text_strips(label, replace(sheet.body, colour=sheet.second.colour), head, x=x, width=label_width - 6)
    values[0].draw = partial(_both, labels[0].draw, values[0].draw)
    return values


def _both(first: Draw, second: Draw, canvas: TaggedCanvas, y: float) -> None:
    first(canvas, y)
    second(canvas, y)
