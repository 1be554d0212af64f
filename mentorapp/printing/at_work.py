"""P03 "Arbetsplatsblad": when and what somebody does at a workplace, what helps, and whom to call."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from mentorapp.domain.at_work_sheet import AT_WORK, AtWorkSheet, PlacementFactsBlock
from mentorapp.domain.sharing import Released
from mentorapp.domain.sheet_parts import MentorBlock
from mentorapp.domain.summary_sheet import TextBlock
from mentorapp.language import Texts

from . import drawings
from .flow import Block, Draw, Strip, nothing
from .lines import Span
from .meeting_parts import Made, title
from .outward import outward_paper
from .page import render
from .passages import spaced, text_strips
from .plan_words import Words, capital
from .styles import LEFT, ORDINARY, RIGHT, WIDTH, Style
from .tables import label_rows
from .tagging import DECORATION, Element, TaggedCanvas

_LABEL, _CARD = 96.0, 16.0
_DOT = 14.0
_PHONE = Style(15, 22, bold=True)


def render_at_work(released: Released[AtWorkSheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The sheet as PDF/UA-1 and PDF/A-2a; whatever is not there leaves no heading behind."""
    if not isinstance(released, Released) or not isinstance(released.sheet, AtWorkSheet):
        raise TypeError("render_at_work takes a released AtWorkSheet")
    if released.template.code != AT_WORK.code:
        raise ValueError(f"{released.template.code} is not {AT_WORK.code}")
    sheet = released.sheet
    made = Made(Element("Document"), Words(texts, printed_on), ORDINARY)
    heading = texts("at_work.title")
    name = sheet.person.preferred_name if sheet.person else ""
    below = [name, texts("summary.for_meeting", when=made.when(sheet.when)) if sheet.when else ""]
    blocks = [title(made, heading, [one for one in below if one]), *_facts(made, sheet.facts)]
    blocks += [*_text(made, "at_work.tasks", sheet.tasks), *_text(made, "at_work.instructions", sheet.instructions)]
    blocks += [*_list(made, "at_work.needs", sheet.needs), *_list(made, "at_work.goals", sheet.goals)]
    blocks += [*_text(made, "at_work.known", sheet.known), *_advice(made), *_call(made, sheet.mentor)]
    paper = outward_paper(sheet.to, sheet.mentor, title=heading, texts=texts, number=number, printed_on=printed_on)
    return render(paper, made.root, blocks, Strip(0, nothing))


def _facts(made: Made, facts: PlacementFactsBlock | None) -> list[Block]:
    if facts is None:
        return []
    texts = made.texts
    first, last = made.words.day(facts.first), made.words.day(facts.last) if facts.last else ""
    when = texts("print.from_to", first=first, last=last) if last else texts("print.since", date=first)
    rows = [
        (texts("at_work.what"), texts(f"codes.placement_type_{facts.type}")), (texts("at_work.period"), capital(when)),
        (texts("at_work.hours"), facts.hours), (texts("at_work.schedule"), facts.schedule),
    ]  # fmt: skip
    strips = made.heading("at_work.facts")
    shown = [(label, value) for label, value in rows if value.strip()]
    return [Block([*strips, *label_rows(shown, made.style, made.root.add("L"), label_width=_LABEL)], gap=16)]


def _text(made: Made, key: str, block: TextBlock | None) -> list[Block]:
    return [Block([*made.heading(key), *made.text(block.text)], gap=16)] if block else []


def _list(made: Made, key: str, lines: Sequence[TextBlock]) -> list[Block]:
    return _dotted(made, key, [one.text for one in lines])


def _dotted(made: Made, key: str, lines: Sequence[str]) -> list[Block]:
    """A dot before each; what is long goes on below itself."""
    if not lines:
        return []
    listed = made.root.add("L")
    strips = made.heading(key)
    for line in lines:
        item = listed.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        whole = text_strips(line, made.style.body, body, x=LEFT + _DOT, width=WIDTH - _DOT, chars=made.style.chars)
        if whole:
            whole[0].draw = partial(_with_dot, text_strips("•", made.style.body, label)[0].draw, whole[0].draw)
        strips += spaced(whole, 3)
    return [Block(strips, gap=16)]


def _with_dot(dot: Draw, rest: Draw, canvas: TaggedCanvas, y: float) -> None:
    dot(canvas, y)
    rest(canvas, y)


def _advice(made: Made) -> list[Block]:
    """What to do if something happens: the same for everybody, so it says nothing of anybody."""
    return _dotted(made, "at_work.if_heading", [made.texts(f"at_work.if_{one}") for one in ("away", "hard", "ended")])


def _call(made: Made, mentor: MentorBlock | None) -> list[Block]:
    """Whom to call, in a card; without a number a line to write it on."""
    if mentor is None:
        return []
    x, width = LEFT + _CARD, WIDTH - 2 * _CARD
    strips = text_strips(made.words.call(mentor), made.style.body, made.root.add("P"), x=x, width=width, keep=True)
    if mentor.phone.strip():
        strips += text_strips((Span(mentor.phone, True),), _PHONE, made.root.add("P"), x=x, width=width)
    else:
        strips.append(Strip(28, _write_line))
    return [Block(strips, gap=20, frame=_card, pad=(10, 10))]


def _write_line(canvas: TaggedCanvas, y: float) -> None:
    canvas.mark(DECORATION)
    drawings.rule(canvas, LEFT + _CARD, LEFT + _CARD + 200, y - 22, 0.7)


def _card(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.card(canvas, LEFT, top, RIGHT, bottom)
