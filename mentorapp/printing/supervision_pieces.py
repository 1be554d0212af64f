"""Goals and what has been done, as P24 draws them."""

from collections.abc import Sequence
from functools import partial

from mentorapp.domain.supervision_sheet import GoalBlock, PastBlock
from mentorapp.language import Texts

from .flow import Block, Draw, Strip
from .lines import line_width, one_line
from .meeting_parts import Made
from .passages import spaced, text_strips
from .summary_pieces import Piece, heading_of
from .tagging import Element, TaggedCanvas

_WHEN = 96.0


def goals(made: Made, found: Sequence[GoalBlock]) -> list[Block]:
    """Each in bold, and below it how far it has come and what is next."""
    if not found:
        return []
    listed = made.root.add("L")
    strips = made.heading("supervision.goals")
    for one in found:
        body = listed.add("LI").add("LBody")
        style = made.style.words if one.main else made.style.strong
        strips += spaced(text_strips(one.wording, style, body, chars=made.style.chars, keep=True), 4)
        strips += text_strips(_progress(one, made.texts), made.style.body, body, chars=made.style.chars)
    return [Block(strips, gap=16)]


def _progress(one: GoalBlock, texts: Texts) -> str:
    said = [texts("supervision.steps_done", done=one.done, count=one.steps) if one.steps else ""]
    said.append(texts("supervision.next_step", step=one.next_step) if one.next_step else "")
    return " ".join(part for part in said if part)


def done(found: Sequence[PastBlock]) -> list[Piece]:
    return [partial(_done, found)] if found else []


def _done(found: Sequence[PastBlock], made: Made, x: float, width: float) -> list[Strip]:
    """What to the left, and how long ago to the right."""
    strips = heading_of(made, made.texts("supervision.done"), x, width)
    listed = made.root.add("L")
    for one in found:
        item = listed.add("LI")
        body, label = item.add("LBody"), item.add("Lbl")
        whole = text_strips(one.text, made.style.body, body, x=x, width=width - _WHEN, chars=made.style.chars)
        when = (
            made.texts("supervision.weeks_ago", count=one.weeks) if one.weeks else made.texts("supervision.this_week")
        )
        if whole:
            whole[0].draw = partial(_with_when, made, label, when, x + width, whole[0].draw)
        strips += spaced(whole, 3)
    return strips


def _with_when(made: Made, label: Element, when: str, right: float, rest: Draw, canvas: TaggedCanvas, y: float) -> None:
    rest(canvas, y)
    style = made.style.second
    line = one_line(when, style, _WHEN)
    canvas.mark(label)
    canvas.text(right - line_width(line, style.size), y - made.style.body.drop, line, style)
