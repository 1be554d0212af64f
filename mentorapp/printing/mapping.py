"""P19 "Min kartläggning": what the mentee has said about each part of life, in the mentee's own words."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from mentorapp.domain.mapping_sheet import MAPPING, AreaBlock, MappingFactsBlock, MappingSheet, UnaskedBlock, WordsBlock
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts

from . import drawings
from .flow import Block, Strip, nothing
from .lines import Span
from .page import render
from .passages import spaced, text_strips
from .personal import personal_paper, title_block
from .plan_words import Words
from .styles import EASY, LEFT, ORDINARY, WIDTH, Sheet
from .tagging import DECORATION, Element, TaggedCanvas

_INSET = 16.0


def render_mapping(
    released: Released[MappingSheet], *, texts: Texts, easy: bool, number: str, printed_on: date
) -> bytes:
    """The mapping as PDF/UA-1 and PDF/A-2a; easy to read is 14 points."""
    if not isinstance(released, Released) or not isinstance(released.sheet, MappingSheet):
        raise TypeError("render_mapping takes a released MappingSheet")
    if released.template.code != MAPPING.code:
        raise ValueError(f"{released.template.code} is not {MAPPING.code}")
    sheet, words, style = released.sheet, Words(texts, printed_on), EASY if easy else ORDINARY
    root = Element("Document")
    title = texts("print.title_my_mapping")
    blocks = [title_block(root, title, sheet.person, style), *_facts(root, sheet.facts, words, style)]
    blocks += _wishes(root, sheet.wishes, texts, style)
    blocks += [_area(root, area, texts, style) for area in sheet.areas]
    if not sheet.areas and not sheet.wishes:
        blocks.append(Block(text_strips(texts("print.no_mapping"), style.body, root.add("P")), gap=13))
    blocks += _unasked(root, sheet.unasked, texts, style)
    paper = personal_paper(
        sheet.person,
        sheet.mentor,
        title=title,
        owned=texts("print.mapping_is_yours"),
        texts=texts,
        number=number,
        printed_on=printed_on,
    )
    return render(paper, root, blocks, Strip(0, nothing))


def _facts(root: Element, facts: MappingFactsBlock | None, words: Words, style: Sheet) -> list[Block]:
    """When it was begun, and whether it is done."""
    if facts is None:
        return []
    said = words.texts("print.mapping_begun", date=words.day(facts.started_on), version=facts.version)
    if facts.completed_on:
        said = f"{said} {words.texts('print.mapping_done', date=words.day(facts.completed_on))}"
    return [Block(text_strips(said, style.second, root.add("P"), chars=style.chars), gap=4)]


def _wishes(root: Element, wishes: Sequence[WordsBlock], texts: Texts, style: Sheet) -> list[Block]:
    if not wishes:
        return []
    x = LEFT + _INSET
    strips = text_strips(texts("print.my_wishes"), style.heading, root.add("H2"), x=x, keep=True)
    for wish in wishes:
        strips += text_strips(
            wish.text, style.words, root.add("P"), x=x, width=WIDTH - _INSET, chars=style.words_chars, phrases=True
        )
    return [Block(strips, gap=16, frame=_bar)]


def _bar(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.bar(canvas, LEFT, top, bottom)


def _area(root: Element, area: AreaBlock, texts: Texts, style: Sheet) -> Block:
    strips = text_strips(area.name, style.heading, root.add("H2"), keep=True)
    status = texts(f"print.answer_{area.status}")
    parts = [Span(status, bold=True)]
    if area.importance:
        parts.append(Span(texts("print.importance", count=area.importance)))
    said = partial(text_strips, style=style.body, chars=style.chars)
    strips += said(tuple(parts), element=root.add("P"))
    for words in area.words:
        strips += spaced(said(words.text, element=root.add("P")), 2)
    for key, text in (("resources", area.resources), ("needs", area.needs)):
        if text.strip():
            told = (Span(texts(f"print.area_{key}"), bold=True), Span(text))
            strips += spaced(said(told, element=root.add("P")), 2)
    return Block(strips, gap=14)


def _unasked(root: Element, unasked: UnaskedBlock | None, texts: Texts, style: Sheet) -> list[Block]:
    """What nobody has asked about is seen as such (P2)."""
    if unasked is None:
        return []
    strips = text_strips(texts("print.not_asked_yet"), style.heading, root.add("H2"), keep=True)
    names = ", ".join(unasked.names)
    return [Block([*strips, *text_strips(names, style.body, root.add("P"), chars=style.chars)], gap=18)]
