"""P06 "Min trappa", a page for the wall: the staircase with its dates, what has been done, and the next step."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.geometry import Box
from mentorapp.domain.sharing import Released
from mentorapp.domain.stairs_sheet import STAIRS, DoneBlock, NextStepBlock, StairBlock, StairsSheet
from mentorapp.language import Texts, full_date
from mentorapp.language.chart_words import voice_names

from . import drawings, stair_picture
from .flow import Block, Strip, nothing
from .lines import Line, line_width, one_line, text_lines
from .meeting_parts import Made
from .outward import outward_paper
from .page import Paper, render
from .passages import text_strips
from .personal import personal_paper
from .plan_words import Words
from .ratings import ratings
from .small_stairs import stairs_in_words
from .stairs_easy import easy_done, easy_steps, when
from .styles import EASY, INK, LEFT, ORDINARY, RIGHT, SECOND, SPRUCE, WIDTH, Style
from .tagging import DECORATION, Element, TaggedCanvas

_HEIGHT, _EASY_HEIGHT, _ABOVE = 318.0, 190.0, 70.0
_NUMBER = Style(22, 26, bold=True)
_NAME = Style(12, 14.5, bold=True)
_DATES = Style(10, 14)
_SMALLEST = 8.0
_TREAD = 6.0
_ACROSS = 4
_DONE = Style(12.5, 16, bold=True)
_DAY = Style(10.5, 15, colour=SECOND)


def render_stairs(
    released: Released[StairsSheet], *, texts: Texts, number: str, printed_on: date, easy: bool = False
) -> bytes:
    """A page for the wall as PDF/UA-1 and PDF/A-2a; a ladder of many steps has narrower ones. Easy to read it says of
    each step what is done there, in 14 points; ratings that were asked for stand below."""
    if not isinstance(released, Released) or not isinstance(released.sheet, StairsSheet):
        raise TypeError("render_stairs takes a released StairsSheet")
    if released.template.code != STAIRS.code:
        raise ValueError(f"{released.template.code} is not {STAIRS.code}")
    sheet, words = released.sheet, Words(texts, printed_on)
    root = Element("Document")
    title = texts("print.title_stairs" if sheet.to else "print.title_my_stairs")
    blocks = [_title(root, title, sheet, words), *_stairs(root, sheet, words, easy)]
    blocks += easy_done(root, sheet, words) if easy else _done(root, sheet, words)
    following = _next_step(root, sheet.next_step, words)
    name = sheet.person.preferred_name if sheet.person else ""
    made = Made(root, words, EASY if easy else ORDINARY)
    charts = ratings(made, sheet.ratings, sheet.trend, voice_names(texts, name))
    paper = _paper(sheet, title, texts, number, printed_on)
    if charts:
        return render(paper, root, [*blocks, Block([following], gap=18), *charts], Strip(0, nothing))
    return render(paper, root, blocks, following)


def _stairs(root: Element, sheet: StairsSheet, words: Words, easy: bool) -> list[Block]:
    """The picture, and easy to read each step in words; to somebody who may not see it nothing is said of it."""
    if not sheet.stairs:
        none = text_strips(words.texts("print.no_stairs"), EASY.body, root.add("P"))
        return [] if sheet.to else [Block(none, gap=13)]
    tall = _EASY_HEIGHT if easy else _HEIGHT
    picture = Block([_picture(root, sheet, words, tall, dates=not easy)], gap=10)
    return [picture, *easy_steps(root, sheet, words)] if easy else [picture]


def _paper(sheet: StairsSheet, title: str, texts: Texts, number: str, printed_on: date) -> Paper:
    """The mentee's own, or that of somebody else."""
    if sheet.to:
        return outward_paper(sheet.to, sheet.mentor, title=title, texts=texts, number=number, printed_on=printed_on)
    return personal_paper(
        sheet.person,
        sheet.mentor,
        title=title,
        owned=texts("print.stairs_are_yours"),
        texts=texts,
        number=number,
        printed_on=printed_on,
    )


def _title(root: Element, title: str, sheet: StairsSheet, words: Words) -> Block:
    strips = text_strips(title, EASY.title, root.add("H1"), keep=True)
    name = sheet.person.preferred_name if sheet.person else ""
    said = " · ".join(part for part in (name, full_date(words.texts, words.printed_on)) if part)
    return Block([*strips, *text_strips(said, EASY.name, root.add("P"))])


def _picture(root: Element, sheet: StairsSheet, words: Words, tall: float, *, dates: bool) -> Strip:
    stairs, own = sheet.stairs, sheet.to is None
    figure = root.add("Figure", alt=stairs_in_words(stairs, words.texts, own=own))
    elements = [root.add("P") for _ in stairs]

    def draw(canvas: TaggedCanvas, y: float) -> None:
        bottom = y - _ABOVE - tall
        boxes = stair_picture.steps(LEFT, bottom, WIDTH, tall, len(stairs))
        canvas.mark(figure)
        states = tuple(stair.state for stair in stairs)
        said = [when(stair, words, own=own) if dates else "" for stair in stairs]
        depths = tuple(map(words_depth, stairs, boxes, said))
        stair_picture.draw(canvas, boxes, states, tuple(stair.goal for stair in stairs), depths)
        figure.box = (LEFT, bottom, RIGHT, y)
        for stair, box, element, days in zip(stairs, boxes, elements, said, strict=True):
            _words_on(canvas, stair, box, element, days)

    return Strip(tall + _ABOVE, draw)


def _words_on(canvas: TaggedCanvas, stair: StairBlock, box: Box, element: Element, dates: str) -> None:
    """Number, name and dates under the tread; a tick on a step where one has been."""
    air = _air(box)
    x, room = box.x + air, box.width - 2 * air
    canvas.mark(element)
    at = box.top - _TREAD
    for line, style in _lines(stair, room, dates):
        canvas.text(x, at - style.drop, line, style)
        at -= style.leading
    if stair.state is StepState.BEEN and room > 60:
        canvas.mark(DECORATION)
        drawings.pen(canvas, SPRUCE, 3.2)
        drawings.tick(canvas, box.right - air - 20, box.top - 30, 18)


def _air(box: Box) -> float:
    return min(13.0, box.width * 0.1)


def _lines(stair: StairBlock, room: float, dates: str) -> list[tuple[Line, Style]]:
    name = _fitting(stair.name, room)
    return [
        (one_line(str(stair.number), _NUMBER, room), _NUMBER),
        *((line, name) for line in text_lines(stair.name, name, room)[:2]),
        *((line, _DATES) for line in text_lines(dates, _DATES, room)[:2]),
    ]


def _fitting(name: str, room: float) -> Style:
    """The name a little smaller where a word of it would be broken."""
    widest = max((line_width(one_line(word, _NAME, WIDTH), _NAME.size) for word in name.split()), default=0.0)
    size = _NAME.size if widest <= room else max(_SMALLEST, _NAME.size * room / widest * 0.99)
    return replace(_NAME, size=size)


def words_depth(stair: StairBlock, box: Box, dates: str) -> float:
    """How far down from the tread the words reach."""
    return _TREAD + sum(style.leading for _, style in _lines(stair, box.width - 2 * _air(box), dates))


def _done(root: Element, sheet: StairsSheet, words: Words) -> list[Block]:
    done = sheet.done
    if not done:
        return []
    key = "print.stairs_done_by" if sheet.to else "print.stairs_done"
    strips = text_strips(words.texts(key), EASY.heading, root.add("H2"), keep=True)
    items = root.add("L")
    rows = [done[first : first + _ACROSS] for first in range(0, len(done), _ACROSS)]
    strips += [_row(items, row, last=row is rows[-1], words=words) for row in rows]
    return [Block(strips, gap=22)]


def _row(items: Element, row: Sequence[DoneBlock], *, last: bool, words: Words) -> Strip:
    """A line with a ring for each thing done, its day and its words below."""
    wide = WIDTH / _ACROSS
    said = [text_lines(one.text, _DONE, wide - 12)[:3] for one in row]
    bodies = [items.add("LI").add("LBody") for _ in row]
    tall = 24 + _DAY.leading + max(len(lines) for lines in said) * _DONE.leading

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(DECORATION)
        _line(canvas, y - 12, len(row), wide, last=last)
        for place, (one, lines, body) in enumerate(zip(row, said, bodies, strict=True)):
            x, at = LEFT + place * wide, y - 24
            canvas.mark(body)
            canvas.text(x, at - _DAY.drop, one_line(words.day(one.on), _DAY, wide - 8), _DAY)
            at -= _DAY.leading
            for line in lines:
                canvas.text(x, at - _DONE.drop, line, _DONE)
                at -= _DONE.leading

    return Strip(tall, draw, gap=6)


def _line(canvas: TaggedCanvas, y: float, count: int, wide: float, *, last: bool) -> None:
    """Solid between the rings; dotted on where the future is."""
    end = LEFT + (count - 1) * wide + 6
    drawings.pen(canvas, SPRUCE, 2.2)
    if count > 1:
        canvas.line(LEFT + 6, y, end, y)
    drawings.pen(canvas, SECOND, 2.0)
    canvas.setDash(0.5, 5)
    if last:
        canvas.line(end, y, RIGHT - 4, y)
    canvas.setDash()
    for place in range(count):
        drawings.pen(canvas, SPRUCE, 2.2)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.circle(LEFT + place * wide + 6, y, 5, stroke=1, fill=1)
    canvas.ink(INK)


def _next_step(root: Element, step: NextStepBlock | None, words: Words) -> Strip:
    """The next step in a card with a box to tick, at the foot of the page."""
    if step is None:
        return Strip(0, lambda _canvas, _y: None)
    heading, body = root.add("H2"), root.add("P")
    # A day that has passed is no day to look forward to.
    day = f", {words.day(step.due)}" if step.due and step.due >= words.printed_on else ""
    style = Style(15, 20, bold=True)
    lines = text_lines(f"{step.text.rstrip('.') if day else step.text}{day}", style, WIDTH - 84)[:3]
    tall = 44 + len(lines) * style.leading
    draw_box = partial(_box, tall=tall)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(DECORATION)
        drawings.card(canvas, LEFT, y, RIGHT, y - tall)
        draw_box(canvas, y)
        canvas.mark(heading)
        small = Style(11, 15, bold=True, colour=SPRUCE)
        canvas.text(LEFT + 17, y - 11 - small.drop, one_line(words.texts("print.next_step"), small, 200), small)
        canvas.mark(body)
        at = y - 28
        for line in lines:
            canvas.text(LEFT + 17, at - style.drop, line, style)
            at -= style.leading

    return Strip(tall, draw, gap=18)


def _box(canvas: TaggedCanvas, y: float, *, tall: float) -> None:
    side = EASY.box + 6
    drawings.tick_box(canvas, RIGHT - 17 - side, y - (tall - side) / 2, side, done=False)
