"""The small staircase of a summary: strokes with name and dates below each tread, and somebody on the step."""

from collections.abc import Sequence
from typing import Protocol

from mentorapp.domain.enrolments import StepState
from mentorapp.domain.stairs_sheet import StairBlock
from mentorapp.language import Texts, short_date

from . import drawings
from .flow import Strip
from .lines import Line, one_line, text_lines
from .plan_words import Words
from .styles import INK, LEFT, RIGHT, RUST, SECOND, SPRUCE, WIDTH, Colour, Style
from .tagging import DECORATION, Element, TaggedCanvas

_NAME, _DATES = Style(9.5, 12, bold=True), Style(8.5, 11)
_AIR, _ABOVE, _RISE, _RISES = 7.0, 30.0, 14.0, 70.0
_INKS: dict[StepState, Colour] = {StepState.BEEN: SPRUCE, StepState.HERE: RUST, StepState.AHEAD: SECOND}


class Tread(Protocol):
    """What is drawn of a level."""

    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def state(self) -> StepState: ...


def small_stairs(root: Element, stairs: Sequence[StairBlock], words: Words) -> Strip:
    """With the dates of each level."""
    return staircase(root, stairs, [_when(one, words) for one in stairs], words)


def staircase(root: Element, stairs: Sequence[Tread], when: Sequence[str], words: Words) -> Strip:
    """One figure; every level is also said in words below its tread, and below it `when`."""
    figure = root.add("Figure", alt=stairs_in_words(stairs, words.texts, own=False))
    width = WIDTH / len(stairs) - 2 * _AIR
    said = [_said(one, day, width) for one, day in zip(stairs, when, strict=True)]
    elements = [root.add("P") for _ in stairs]
    is_here = any(one.state is StepState.HERE for one in stairs)
    figure_words = (one_line(words.texts("summary.here"), _DATES, 60), root.add("P")) if is_here else None
    low = 8 + max(sum(style.leading for _, style in lines) for lines in said)
    rise = min(_RISE, _RISES / len(stairs))
    tall = low + rise * (len(stairs) - 1) + _ABOVE

    def draw(canvas: TaggedCanvas, y: float) -> None:
        foot = y - tall
        canvas.mark(figure)
        figure.box = (LEFT, foot, RIGHT, y)
        _outline(canvas, stairs, foot, low, rise)
        if figure_words:
            _here(canvas, figure_words, stairs, foot + low, rise)
        for number, (lines, element) in enumerate(zip(said, elements, strict=True)):
            at = foot + low + number * rise - 5
            canvas.mark(element)
            for line, style in lines:
                canvas.text(LEFT + number * WIDTH / len(stairs) + _AIR, at - style.drop, line, style)
                at -= style.leading

    return Strip(tall, draw)


def _here(canvas: TaggedCanvas, said: tuple[Line, Element], stairs: Sequence[Tread], low: float, rise: float) -> None:
    """The words beside the figure."""
    here = max(number for number, one in enumerate(stairs) if one.state is StepState.HERE)
    line, element = said
    canvas.mark(element)
    canvas.text(LEFT + (here + 0.5) * WIDTH / len(stairs) + 9, low + here * rise + 9, line, _DATES)


def _outline(canvas: TaggedCanvas, stairs: Sequence[Tread], foot: float, low: float, rise: float) -> None:
    wide = WIDTH / len(stairs)
    drawings.rule(canvas, LEFT, RIGHT, foot, 0.8, INK)
    below = foot
    for number, one in enumerate(stairs):
        left, top = LEFT + number * wide, foot + low + number * rise
        drawings.pen(canvas, _INKS[one.state], 1.6 if one.state is StepState.AHEAD else 2.6)
        canvas.setDash(*((5.0, 4.0) if one.state is StepState.AHEAD else ()))
        path = canvas.beginPath()
        path.moveTo(left, below)
        path.lineTo(left, top)
        path.lineTo(left + wide, top)
        canvas.drawPath(path)
        below = top
    canvas.setDash()
    here = [number for number, one in enumerate(stairs) if one.state is StepState.HERE]
    if here:
        _figure(canvas, LEFT + (here[-1] + 0.5) * wide, foot + low + here[-1] * rise + 2)


def _figure(canvas: TaggedCanvas, x: float, y: float) -> None:
    canvas.ink(INK)
    canvas.roundRect(x - 3.4, y, 6.8, 13, 3.4, stroke=0, fill=1)
    canvas.circle(x, y + 18.5, 4.4, stroke=0, fill=1)
    canvas.mark(DECORATION)


def _said(one: Tread, when: str, width: float) -> list[tuple[Line, Style]]:
    name = [(line, _NAME) for line in text_lines(f"{one.number} {one.name}", _NAME, width)[:2]]
    return name + [(line, _DATES) for line in text_lines(when, _DATES, width)[:2]]


def _when(one: StairBlock, words: Words) -> str:
    if one.first is None:
        return words.texts("summary.level_ahead")
    first = short_date(words.texts, one.first)
    if one.last is None:
        return words.texts("print.since", date=first)
    return words.texts("print.from_to", first=first, last=short_date(words.texts, one.last))


def stairs_in_words(stairs: Sequence[Tread] | Sequence[StairBlock], texts: Texts, *, own: bool) -> str:
    """What the picture says to whoever hears the paper: *du* on the person's own, else of whom it tells."""
    here = next((one for one in reversed(stairs) if one.state is StepState.HERE), None)
    if here is None:
        return texts("print.stairs_alt", count=len(stairs))
    key = "print.stairs_alt_here" if own else "print.stairs_alt_there"
    return texts(key, count=len(stairs), number=here.number, name=here.name)
