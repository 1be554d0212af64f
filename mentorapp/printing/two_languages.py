"""What a paper itself says, and beside it the same in the mentee's language: headings, labels, fixed sentences.

The words of the mentor and the mentee stay as they were written. Every line of the second language carries its
language, so that a reader with a voice says it rightly.
"""

from dataclasses import replace
from functools import partial

from mentorapp.language import SecondLanguage, Texts

from .flow import Strip
from .lines import Line, Span, line_width, text_lines, wrapped
from .passages import text_strips
from .styles import INK, LEFT, WIDTH, Style
from .tagging import Element, TaggedCanvas

_LARGE = 18
_BESIDE = 12.0


def second_style(style: Style) -> Style:
    """As readable as the first language, and told apart from it by being light."""
    size = style.size * 0.7 if style.size > _LARGE else style.size - 0.5
    return replace(style, size=size, leading=size * 1.36, bold=False, colour=INK)


def both(
    texts: Texts,
    key: str,
    style: Style,
    element: Element,
    *,
    x: float = LEFT,
    width: float = WIDTH,
    said: str | tuple[Span, ...] = "",
    keep: bool = False,
    **values: object,
) -> list[Strip]:
    """The text `print.<key>`, or `said` where it is more than that, and the same key in the mentee's language: side by
    side where one line holds both, else the second right under the first."""
    first = said or texts(f"print.{key}", **values)
    if texts.second is None:
        return text_strips(first, style, element, x=x, width=width, keep=keep)
    strips = text_strips(first, style, element.add("Span"), x=x, width=width, keep=True)
    wide = _one_line_width(first, style, width)
    at = x + wide + _BESIDE
    beside = second_strips(texts, key, style, element, x=at, width=max(1.0, x + width - at), keep=keep, **values)
    if wide and len(beside) == 1:
        return [_on_one_line(strips[0], beside[0], style, keep=keep)]
    element.kids.pop()
    return strips + second_strips(texts, key, style, element, x=x, width=width, keep=keep, **values)


def _one_line_width(first: str | tuple[Span, ...], style: Style, width: float) -> float:
    """How wide a text is that has one line; else 0."""
    spans = (Span(first, style.bold),) if isinstance(first, str) else first
    lines = wrapped(spans, style, width)
    return line_width(lines[0], style.size) if len(lines) == 1 else 0.0


def _on_one_line(first: Strip, beside: Strip, style: Style, *, keep: bool) -> Strip:
    """Side by side on the same baseline."""
    lift = style.drop - second_style(style).drop

    def draw(canvas: TaggedCanvas, y: float) -> None:
        first.draw(canvas, y)
        beside.draw(canvas, y - lift)

    return Strip(first.height, draw, glue=keep)


def second_strips(
    texts: Texts,
    key: str,
    style: Style,
    parent: Element,
    *,
    x: float = LEFT,
    width: float = WIDTH,
    keep: bool = False,
    **values: object,
) -> list[Strip]:
    """The mentee's language alone, as a part of `parent`; nothing where there is no second language."""
    second = texts.second
    if second is None:
        return []
    return spoken(second, second(key, **values), second_style(style), parent, x=x, width=width, keep=keep)


def spoken(
    second: SecondLanguage, said: str, style: Style, parent: Element, *, x: float, width: float, keep: bool = False
) -> list[Strip]:
    """A text in the second language. One line stands right under the first language; more lines that are read from
    right to left begin at the right edge."""
    element = parent.add("Span", lang=second.code)
    lines = text_lines(said, style, width)
    at_right = second.rightward and len(lines) > 1
    return [
        Strip(
            style.leading,
            partial(
                _draw,
                x=x + width - line_width(line, style.size) if at_right else x,
                line=line,
                style=style,
                element=element,
            ),
            glue=keep or line is not lines[-1],
        )
        for line in lines
    ]


def _draw(canvas: TaggedCanvas, y: float, *, x: float, line: Line, style: Style, element: Element) -> None:
    canvas.mark(element)
    canvas.text(x, y - style.drop, line, style)
