"""Two voices on paper: a line for each question, the person's filled circle, the supervisor's hollow diamond."""

from collections.abc import Sequence

from mentorapp.domain.charts import Voice
from mentorapp.domain.geometry import Point
from mentorapp.domain.voice_rows import VoiceRow, VoiceRows, place_of
from mentorapp.language import chart_words as words
from mentorapp.language.texts import Texts

from . import drawings
from .chart_marks import Paper, missing, voice
from .flow import Block, Strip
from .lines import one_line
from .styles import EASY, INK, LEFT, ORDINARY, RIGHT, SECOND, WIDTH, Style
from .tagging import Element, TaggedCanvas

_MOST_ROWS = 18
_NAMES, _ENDS, _GAP = 0.36, 0.16, 10.0
_END_TICK = 4.0


def voices_block(root: Element, rows: VoiceRows, names: words.VoiceNames, texts: Texts, *, easy: bool = False) -> Block:
    """One figure, or several where the questions are too many for half a page each; the legend stands at the end."""
    second = (EASY if easy else ORDINARY).second
    style = Style(second.size, second.leading)
    strips = []
    for first in range(0, len(rows.rows), _MOST_ROWS):
        part = rows.rows[first : first + _MOST_ROWS]
        strips.append(_figure(root, rows, part, names, texts, style, last=first + _MOST_ROWS >= len(rows.rows)))
    return Block(strips, gap=10)


def _figure(
    root: Element,
    rows: VoiceRows,
    part: Sequence[VoiceRow],
    names: words.VoiceNames,
    texts: Texts,
    style: Style,
    last: bool,
) -> Strip:
    alt = [texts("charts.voices_axis"), *(words.row_in_words(texts, row, names, rows) for row in part)]
    figure = root.add("Figure", alt=f"{texts('charts.voices')}. {' '.join(alt)}")
    row_tall = style.leading * 1.6
    head = style.leading if rows.ends is not None else 0.0
    foot = style.leading * 1.7 if last else 0.0
    tall = head + len(part) * row_tall + foot

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(figure)
        figure.box = (LEFT, y - tall, RIGHT, y)
        line = _line(canvas, rows, style)
        if rows.ends is not None:
            _ends(line, y - style.drop, rows.ends, style, outside=False)
        for place, row in enumerate(part):
            middle = y - head - (place + 0.5) * row_tall
            _row(Paper(canvas, line.x, middle, line.width, 0), rows, row, texts, style)
        if last:
            _legend(canvas, y - tall + foot - style.leading * 0.9, rows, names, style)

    return Strip(tall, draw)


def _line(canvas: TaggedCanvas, rows: VoiceRows, style: Style) -> Paper:
    """The line of every row, without its height: between the question and the end words."""
    widest = max(Paper.wide(row.name, style) for row in rows.rows)
    left = min(widest, WIDTH * _NAMES) + 2 * _GAP
    right = _GAP / 2
    if rows.ends is None:
        left += min(max(Paper.wide(row.left, style) for row in rows.rows), WIDTH * _ENDS)
        right += min(max(Paper.wide(row.right, style) for row in rows.rows), WIDTH * _ENDS) + _GAP
    return Paper(canvas, LEFT + left, 0, WIDTH - left - right, 0)


def _row(line: Paper, rows: VoiceRows, row: VoiceRow, texts: Texts, style: Style) -> None:
    canvas, y = line.canvas, line.y
    baseline = y + style.leading / 2 - style.drop
    canvas.text(LEFT, baseline, one_line(row.name, style, WIDTH * _NAMES), style)
    if rows.ends is None:
        _ends(line, baseline, (row.left, row.right), style, outside=True)
    drawings.rule(canvas, line.x, line.x + line.width, y, 0.7, SECOND)
    drawings.pen(canvas, SECOND, 0.9)
    for x in (line.x, line.x + line.width):
        canvas.line(x, y - _END_TICK, x, y + _END_TICK)
    own, other, earlier = (
        None if mark is None else line.at(Point(place_of(mark), 0))[0] for mark in (row.own, row.other, row.earlier)
    )
    if row.joined and own is not None and other is not None:
        drawings.rule(canvas, min(own, other), max(own, other), y, 2.6, INK)
    for at, of in ((earlier, Voice.EARLIER), (other, Voice.OTHER), (own, Voice.OWN)):
        if at is not None:
            voice(canvas, at, y, of)
    if own is None and rows.own_on is not None:
        missing(canvas, line.x, y)
        small = Style(style.size, style.leading, colour=SECOND)
        line.word(line.x + 6, y + 3, texts("charts.missing"), small)


def _ends(line: Paper, baseline: float, ends: tuple[str, str], style: Style, outside: bool) -> None:
    """Outside the line, as on the form, or above its ends where all rows share them."""
    small = Style(style.size, style.leading, colour=SECOND)
    most = WIDTH * _ENDS if outside else line.width / 2
    left, right = (one_line(word, small, most) for word in ends)
    wide = [min(Paper.wide(word, small), most) for word in ends]
    x = line.x - _GAP * 0.8 - wide[0] if outside else line.x
    line.canvas.text(x, baseline, left, small)
    x = line.x + line.width + _GAP * 0.8 if outside else line.x + line.width - wide[1]
    line.canvas.text(x, baseline, right, small)


def _legend(canvas: TaggedCanvas, y: float, rows: VoiceRows, names: words.VoiceNames, style: Style) -> None:
    x = LEFT + 5
    for of, name, day in (
        (Voice.OWN, names.own, rows.own_on),
        (Voice.OTHER, names.other, rows.other_on),
        (Voice.EARLIER, names.earlier, rows.earlier_on),
    ):
        if day is not None:
            voice(canvas, x, y, of)
            said = one_line(name, style, WIDTH * 0.3)
            canvas.text(x + 10, y + style.leading / 2 - style.drop, said, style)
            x += 34 + min(Paper.wide(name, style), WIDTH * 0.3)
