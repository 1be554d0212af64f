"""P09 "Samtycke": to whom, what in plain words, why and until when, the right to take it back, and lines to sign on."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from mentorapp.domain.consent_sheet import CONSENT, AgreedBlock, ConsentSheet
from mentorapp.domain.matrix import InfoClass
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts, full_date

from . import drawings
from .flow import Block, Draw, Strip
from .lines import Span
from .meeting_parts import Made
from .page import render
from .passages import side_by_side, signatures, text_strips
from .personal import personal_paper
from .plan_words import Words
from .styles import EASY, LEFT, ORDINARY, SECOND, WIDTH, Sheet
from .tables import draw_tick
from .tagging import DECORATION, Element, TaggedCanvas

_ROOM_FOR_A_HAND, _CLOSER = 50.0, 42.0
_GAP, _TIGHT, _BETWEEN = 15.0, 8.0, 18.0
_LINE, _EASY_LINE = 22.0, 28.0


def render_consent(
    released: Released[ConsentSheet], *, texts: Texts, easy: bool, number: str, printed_on: date
) -> bytes:
    """The form as PDF/UA-1 and PDF/A-2a, one recipient on each."""
    if not isinstance(released, Released) or not isinstance(released.sheet, ConsentSheet):
        raise TypeError("render_consent takes a released ConsentSheet")
    if released.template.code != CONSENT.code:
        raise ValueError(f"{released.template.code} is not {CONSENT.code}")
    sheet = released.sheet
    made = Made(Element("Document"), Words(texts, printed_on), EASY if easy else ORDINARY)
    title = texts("consent.paper_title")
    strips = text_strips(title, made.style.title, made.root.add("H1"), keep=True)
    strips += made.text(texts("consent.paper_intro"))
    name = sheet.person.full_name if sheet.person else ""
    blocks = [Block(strips), *_about(made, sheet.agreed, name, easy), Block(_rights(made), gap=_gap(sheet.agreed))]
    paper = personal_paper(
        sheet.person, sheet.mentor, title=title, owned=texts("consent.paper_copy"), texts=texts, number=number,
        printed_on=printed_on,
    )  # fmt: skip
    return render(paper, made.root, blocks, _signing(made, sheet.agreed, name))


def _gap(agreed: AgreedBlock | None) -> float:
    """A blank form has more on it, and is to be one sheet all the same."""
    return _TIGHT if agreed is not None and agreed.valid_from is None else _GAP


def _about(made: Made, agreed: AgreedBlock | None, name: str, easy: bool) -> list[Block]:
    """Who, to whom, what, why and until when: each a heading with its answer, or a line to write on."""
    if agreed is None:
        return []
    texts = made.texts
    says = texts(f"codes.consent_direction_{agreed.direction}") if agreed.direction not in ("", "give") else ""
    gap = _gap(agreed)
    blocks = [] if name else [_asked(made, "consent.paper_me", "", easy, gap)]
    blocks.append(_asked(made, "consent.paper_to", agreed.recipient, easy, gap))
    blocks.append(Block([*made.heading("consent.paper_what"), *_classes(made, agreed, easy)], gap=gap))
    blocks.append(_asked(made, "consent.paper_why", agreed.purpose, easy, gap))
    if says:
        blocks[-1].strips.extend(made.text(says))
    until = ""
    if agreed.valid_from is not None and agreed.valid_to is not None:
        first, last = full_date(texts, agreed.valid_from), full_date(texts, agreed.valid_to)
        until = texts("consent.paper_days", first=first, last=last)
    blocks.append(_asked(made, "consent.paper_until", until, easy, gap))
    return blocks


def _asked(made: Made, key: str, answer: str, easy: bool, gap: float) -> Block:
    strips = made.heading(key)
    if answer:
        return Block([*strips, *made.text(answer, made.style.strong)], gap=gap)
    apart = _EASY_LINE if easy else _LINE
    return Block([*strips, Strip(apart, partial(_line, apart))], gap=gap)


def _line(apart: float, canvas: TaggedCanvas, y: float) -> None:
    canvas.mark(DECORATION)
    drawings.rule(canvas, LEFT, LEFT + WIDTH, y - apart + 4, 0.7, SECOND)


def _classes(made: Made, agreed: AgreedBlock, easy: bool) -> list[Strip]:
    """A box for each, ticked where it is agreed to; two beside one another, one on the easy-read form."""
    listed = made.root.add("L")
    columns = 1 if easy else 2
    wide = WIDTH / columns
    strips = []
    for place in range(0, len(agreed.offered), columns):
        pair = agreed.offered[place : place + columns]
        cells = [
            _class(made, listed, one, one in agreed.covers, LEFT + at * wide, wide - 14) for at, one in enumerate(pair)
        ]
        row = side_by_side(cells)
        row.gap = 6 if agreed.covers else 3
        strips.append(row)
    return strips


def _class(made: Made, listed: Element, one: InfoClass, ticked: bool, x: float, width: float) -> list[Strip]:
    item = listed.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    texts, style = made.texts, made.style
    inset = style.box + 8
    spans = (Span(texts(f"classes.{one.value}"), True),)
    strips = text_strips(spans, style.body, body.add("P"), x=x + inset, width=width - inset, keep=True)
    about = text_strips(
        texts(f"consent.about_{one.value}"), style.second, body.add("P"), x=x + inset, width=width - inset
    )
    figure = label.add("Figure", alt=texts("consent.paper_yes" if ticked else "consent.paper_box"))
    strips[0].draw = partial(_with_box, x, style, ticked, figure, strips[0].draw)
    return [*strips, *about]


def _with_box(
    x: float, style: Sheet, ticked: bool, figure: Element, rest: Draw, canvas: TaggedCanvas, y: float
) -> None:
    draw_tick(canvas, x, y, style, ticked, figure)
    rest(canvas, y)


def _rights(made: Made) -> list[Strip]:
    """That it can be taken back at any time, by saying so, without a reason."""
    strips = [*made.heading("consent.paper_back"), *made.text(made.texts("consent.paper_rights"))]
    for strip in strips[:-1]:
        strip.glue = True
    return strips


def _signing(made: Made, agreed: AgreedBlock | None, name: str) -> Strip:
    """Place and day beside each name, with room for a hand; a line for the interpreter where there was one."""
    texts = made.texts
    signers = agreed.signers if agreed else ("mentee",)
    lines = [(texts(f"consent.sign_{who}"), name if who == "mentee" else "") for who in signers]
    if agreed is not None and agreed.interpreter:
        lines.append((texts("consent.sign_interpreter"), ""))
    room = _CLOSER if len(lines) > 2 else _ROOM_FOR_A_HAND
    rows = [_signed(made, one, texts("consent.sign_day"), room) for one in lines]

    def draw(canvas: TaggedCanvas, y: float) -> None:
        at = y
        for row in rows:
            at -= row.gap
            row.draw(canvas, at)
            at -= row.height

    return Strip(sum(one.gap + one.height for one in rows), draw)


def _signed(made: Made, who: tuple[str, str], day: str, room: float) -> Strip:
    signers: Sequence[tuple[str, str]] = (who, (day, ""))
    row = signatures(made.root.add("Sect"), signers, name=made.style.strong, role=made.style.second, gap=_BETWEEN)
    row.gap = room - row.height / 2
    return row
