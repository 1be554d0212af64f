"""What agenda and protocol have in common: when and where, who is invited or was there, and what is numbered."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from mentorapp.domain.meeting_sheets import DecisionBlock, PartyBlock, WhenBlock
from mentorapp.domain.summary_sheet import OpenPromiseBlock
from mentorapp.language import Texts, long_date, time_of_day

from .flow import Block, Draw, Strip, nothing
from .lines import Span, line_width, one_line
from .passages import side_by_side, text_strips
from .plan_words import Words, capital
from .styles import LEFT, SPRUCE, WIDTH, Sheet, Style
from .tables import draw_tick
from .tagging import Element, TaggedCanvas

_NUMBER = 26.0
_BOX = 18.0


def doer(one: DecisionBlock | OpenPromiseBlock) -> str:
    """The mentee by name where the name may be there."""
    return one.doer.name if one.doer else one.who


@dataclass(frozen=True, slots=True)
class Made:
    """A paper in the making."""

    root: Element
    words: Words
    style: Sheet

    @property
    def texts(self) -> Texts:
        return self.words.texts

    def heading(self, key: str) -> list[Strip]:
        return text_strips(self.texts(key), self.style.heading, self.root.add("H2"), keep=True)

    def text(self, text: str, style: Style | None = None, *, x: float = LEFT, width: float = WIDTH) -> list[Strip]:
        return text_strips(
            text, style or self.style.body, self.root.add("P"), x=x, width=width, chars=self.style.chars,
            phrases=self.style.phrases,
        )  # fmt: skip

    def when(self, when: WhenBlock) -> str:
        """torsdag 26 november 2026, klockan 10.00–10.50, Fantasihallen."""
        day = long_date(self.texts, when.on)
        if when.on.year != self.words.printed_on.year:
            day = f"{day} {when.on.year}"
        place = when.where.place if when.where else self._by(when.form)
        return ", ".join(part for part in (day, self._clock(when), place) if part)

    def _clock(self, when: WhenBlock) -> str:
        if when.at is None:
            return ""
        first = time_of_day(self.texts, when.at)
        if not when.minutes:
            return self.texts("print.at_time", time=first)
        end = when.at.hour * 60 + when.at.minute + when.minutes
        last = time_of_day(self.texts, when.at.replace(hour=end // 60 % 24, minute=end % 60))
        return self.texts("papers.at_times", first=first, last=last)

    def _by(self, form: str) -> str:
        return "" if form == "in_person" else self.texts(f"papers.form_{form}")


def title(made: Made, text: str, below: Sequence[str]) -> Block:
    strips = text_strips(text, made.style.title, made.root.add("H1"), keep=True)
    for one in below:
        strips += text_strips(one, made.style.name, made.root.add("P"), chars=made.style.chars)
    return Block(strips)


def party_block(made: Made, heading: str, parties: Sequence[PartyBlock], *, boxes: bool) -> list[Block]:
    """Two beside one another; on a protocol with a box each: ticked where somebody came."""
    if not parties:
        return []
    listed = made.root.add("L")
    strips = made.heading(heading)
    half = WIDTH / 2
    for place in range(0, len(parties), 2):
        pair = parties[place : place + 2]
        columns = [_party(made, listed, one, LEFT + number * half, half - 14, boxes) for number, one in enumerate(pair)]
        row = side_by_side(columns)
        row.gap = 5
        strips.append(row)
    return [Block(strips, gap=16)]


def _party(made: Made, listed: Element, one: PartyBlock, x: float, width: float, boxes: bool) -> list[Strip]:
    item = listed.add("LI")
    label, body = item.add("Lbl") if boxes else None, item.add("LBody")
    spans = (Span(f"{one.name},", True), Span(one.said)) if one.said else (Span(one.name, True),)
    inset = (made.style.box + 7) if boxes else 0.0
    strips = text_strips(spans, made.style.body, body, x=x + inset, width=width - inset)
    if label is not None and strips:
        came = one.came is True
        alt = made.texts("papers.came" if came else "papers.came_box")
        figure = label.add("Figure", alt=alt)
        strips[0].draw = partial(_with_box, x, made.style, came, figure, strips[0].draw)
    return strips


def _with_box(x: float, style: Sheet, done: bool, figure: Element, rest: Draw, canvas: TaggedCanvas, y: float) -> None:
    draw_tick(canvas, x, y, style, done, figure)
    rest(canvas, y)


def numbered(made: Made, entries: Sequence[tuple[str, str]], gap: float = 10) -> list[Block]:
    """Each with a number in the margin: a line in bold, and what belongs to it below."""
    parent = made.root.add("L")
    blocks = []
    for number, (head, below) in enumerate(entries, 1):
        item = parent.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        strips = _indented(made, head, made.style.strong if below else made.style.body, body)
        strips += _indented(made, below, made.style.body, body)
        strips = strips or [Strip(made.style.body.leading, nothing)]
        strips[0].draw = partial(_number, str(number), label, made.style, strips[0].draw)
        if below:
            strips[0].glue = True
        blocks.append(Block(strips, gap=gap))
    return blocks


def _indented(made: Made, text: str, style: Style, body: Element) -> list[Strip]:
    if not text:
        return []
    return text_strips(
        text, style, body, x=LEFT + _NUMBER, width=WIDTH - _NUMBER, chars=made.style.chars, phrases=made.style.phrases
    )


def _number(number: str, label: Element, sheet: Sheet, rest: Draw, canvas: TaggedCanvas, y: float) -> None:
    style = Style(sheet.body.size, sheet.body.leading, bold=True, colour=SPRUCE)
    canvas.mark(label)
    canvas.text(LEFT, y - style.drop, one_line(number, style, _NUMBER), style)
    rest(canvas, y)


def under_heading(heading: list[Strip], blocks: list[Block], gap: float = 16) -> list[Block]:
    """The heading goes with the first of the blocks."""
    if not blocks:
        return []
    first = blocks[0]
    if first.strips:
        first.strips[0].gap = 4
    return [Block([*heading, *first.strips], gap=gap), *blocks[1:]]


def right_of(text: str, style: Style, right: float) -> float:
    """Where a text begins that ends at `right`."""
    return right - line_width(one_line(text, style, WIDTH), style.size)


def said(text: str) -> str:
    return capital(text.strip())
