"""The staircase easy to read: each step with what is done there, and what has been done, line by line in 14 points."""

from mentorapp.domain.stairs_sheet import StairBlock, StairsSheet

from .flow import Block
from .lines import Span
from .passages import spaced, text_strips
from .plan_words import Words, capital
from .styles import EASY, LEFT, WIDTH
from .tagging import Element

_INSET = 24.0


def when(stair: StairBlock, words: Words, *, own: bool) -> str:
    """From when to when; on the mentee's own paper, of a goal ahead that it is one."""
    if stair.first is None:
        return words.texts("print.stairs_goal") if stair.goal and own else ""
    if stair.last is None:
        return words.texts("print.since", date=words.day(stair.first))
    return words.texts("print.from_to", first=words.day(stair.first), last=words.day(stair.last))


def easy_steps(root: Element, sheet: StairsSheet, words: Words) -> list[Block]:
    """Number and name in bold with the days, and below them what is done there."""
    listed = root.add("L")
    blocks = []
    for place, stair in enumerate(sheet.stairs):
        item = listed.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        days = when(stair, words, own=sheet.to is None)
        name = Span(f"{stair.number} {stair.name}{':' if days else ''}", bold=True)
        strips = text_strips((name, Span(days)) if days else (name,), EASY.body, label, keep=bool(stair.easy_text))
        if stair.easy_text:
            strips += text_strips(
                stair.easy_text, EASY.body, body, x=LEFT + _INSET, width=WIDTH - _INSET, chars=EASY.chars, phrases=True
            )
        blocks.append(Block(strips, gap=9 if place else 14))
    return blocks


def easy_done(root: Element, sheet: StairsSheet, words: Words) -> list[Block]:
    """The day in bold, and what was done."""
    if not sheet.done:
        return []
    key = "print.stairs_done_by" if sheet.to else "print.stairs_done"
    strips = text_strips(words.texts(key), EASY.heading, root.add("H2"), keep=True)
    listed = root.add("L")
    for one in sheet.done:
        spans = (Span(f"{capital(words.day(one.on))}:", bold=True), Span(one.text))
        strips += spaced(
            text_strips(spans, EASY.body, listed.add("LI").add("LBody"), chars=EASY.chars, phrases=True), 3
        )
    return [Block(strips, gap=16)]
