"""P15, the recovery sheet: the key in groups to type, the same as a QR code, and how to keep it. No person on it."""

from collections.abc import Sequence
from datetime import date

from mentorapp.language import Texts, full_date

from . import drawings
from .advice import advice, running
from .flow import Block, Strip
from .lines import beginning, one_line
from .page import Paper, render
from .passages import signatures, spaced, text_strips
from .structure import Facts
from .styles import INK, LEFT, ORDINARY, RIGHT, TOP, WIDTH, Style
from .tagging import DECORATION, Element, TaggedCanvas

_SIGN = Style(19, 34)
_PLACE = Style(9.5, 34, colour=ORDINARY.second.colour)
_PITCH = 15.5
_ACROSS = 3
_GROUP_WIDTH = 103.0
_CARD_PAD = 16.0
_QR = 128.0
_LABEL = Style(9.5, 14, colour=ORDINARY.second.colour)


def render_recovery_sheet(groups: Sequence[str], *, store_hint: str, texts: Texts, printed_on: date) -> bytes:
    """One page of PDF/UA-1 and PDF/A-2a. `groups` are the parts of the key in order; `store_hint` says which store.

    The QR code holds the groups with a hyphen between them.
    """
    if not groups:
        raise ValueError("a recovery sheet has a key")
    root = Element("Document")
    title = texts("print.recovery_title")
    paper = Paper(
        facts=Facts(title, texts.language, printed_on),
        foot_left=(full_date(texts, printed_on), texts("print.recovery_secret")),
        foot_right=lambda page, pages: texts("print.page", page=page, pages=pages),
        header=lambda canvas, _page: drawings.stairs(canvas, RIGHT - 1, TOP - 8),
        first_top=TOP,
    )
    blocks = [
        _title(root, title, store_hint, texts, printed_on),
        Block([running(texts("print.recovery_what"), root.add("P"), LEFT, WIDTH - 60)], gap=10),
        _key(root, groups, texts),
        advice(root, texts("print.recovery_use"), _three(texts, "recovery_use"), numbered=True),
        advice(root, texts("print.recovery_keep"), _three(texts, "recovery_keep"), numbered=False),
    ]
    hand = [(texts("print.recovery_kept_at"), ""), (texts("print.recovery_kept_where"), "")]
    foot = signatures(root, hand, name=_LABEL, role=None, gap=22.5)
    foot.gap = 30
    return render(paper, root, blocks, foot)


def _three(texts: Texts, key: str) -> tuple[str, ...]:
    return tuple(texts(f"print.{key}_{number}") for number in (1, 2, 3))


def _title(root: Element, title: str, store_hint: str, texts: Texts, printed_on: date) -> Block:
    strips = text_strips(title, ORDINARY.title, root.add("H1"), width=WIDTH - 60, keep=True)
    said = texts("print.recovery_for", place=beginning(store_hint, 40)) if store_hint.strip() else ""
    line = " · ".join(part for part in (said, full_date(texts, printed_on)) if part)
    return Block([*strips, *text_strips(line, ORDINARY.name, root.add("P"), width=WIDTH - 60)])


def _key(root: Element, groups: Sequence[str], texts: Texts) -> Block:
    """The groups in numbered places, and beside them the code."""
    x = LEFT + _CARD_PAD
    wide = _ACROSS * _GROUP_WIDTH
    strips = text_strips(texts("print.recovery_key"), ORDINARY.heading, root.add("H2"), x=x, keep=True)
    strips += text_strips(
        texts("print.recovery_groups", count=len(groups)), ORDINARY.second, root.add("P"), x=x, width=wide
    )
    key = root.add("L")
    rows = [
        _groups_row(key, list(enumerate(groups, 1))[first : first + _ACROSS])
        for first in range(0, len(groups), _ACROSS)
    ]
    note = text_strips(texts("print.recovery_alphabet"), ORDINARY.second, root.add("P"), x=x, width=wide)
    strips = [*strips, *spaced(rows, 8), *spaced(note, 8)]
    figure = root.add("Figure", alt=texts("print.recovery_qr_alt"))
    caption = root.add("P")
    first = strips[0].draw

    def draw(canvas: TaggedCanvas, y: float) -> None:
        first(canvas, y)
        left = RIGHT - _CARD_PAD - _QR
        top = y - 40
        _code(canvas, "-".join(groups), left, top, figure)
        canvas.mark(caption)
        line = one_line(texts("print.recovery_qr"), ORDINARY.second, _QR)
        canvas.text(left, top - _QR - 4 - ORDINARY.second.drop, line, ORDINARY.second)

    strips[0].draw = draw
    for strip in strips[:-1]:
        strip.glue = True
    return Block(strips, gap=16, frame=_card, pad=(12, 12))


def _card(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.card(canvas, LEFT, top, RIGHT, bottom)


def _groups_row(key: Element, row: Sequence[tuple[int, str]]) -> Strip:
    items = [(key.add("LI"), place, group) for place, group in row]
    parts = [(item.add("Lbl"), item.add("LBody"), str(place), group) for item, place, group in items]

    def draw(canvas: TaggedCanvas, y: float) -> None:
        baseline = y - _SIGN.drop
        for number, (label, body, place, group) in enumerate(parts):
            x = LEFT + _CARD_PAD + number * _GROUP_WIDTH
            canvas.mark(label)
            canvas.text(x, baseline, one_line(place, _PLACE, 20), _PLACE)
            canvas.mark(body)
            canvas.signs(x + 18, baseline, group, _SIGN, min(_PITCH, (_GROUP_WIDTH - 22) / max(1, len(group))))

    return Strip(_SIGN.leading, draw)


def _code(canvas: TaggedCanvas, key: str, x: float, top: float, figure: Element) -> None:
    """The QR code as filled squares, run by run."""
    import segno

    rows = [list(row) for row in segno.make_qr(key, error="m", boost_error=False).matrix]
    size = _QR / len(rows)
    canvas.mark(figure)
    canvas.ink(INK)
    path = canvas.beginPath()
    for number, row in enumerate(rows):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                path.rect(x + start * size, top - (number + 1) * size, (end - start) * size, size)
            start = end + 1
    canvas.drawPath(path, stroke=0, fill=1)
    figure.box = (x, top - _QR, x + _QR, top)
