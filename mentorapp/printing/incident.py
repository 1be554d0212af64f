"""P23 "Underlag vid förlust": what to do, what the file holds in figures, how it is protected. Nobody is on it."""

from datetime import date

from mentorapp.domain.incident import IncidentFacts
from mentorapp.language import Texts, full_date

from . import drawings
from .advice import advice, running
from .flow import Block, Strip, nothing
from .lines import beginning, line_width, one_line
from .page import Paper, render
from .passages import spaced, text_strips
from .structure import Facts
from .styles import INK, LEFT, ORDINARY, RIGHT, TOP, WIDTH
from .tables import Cell, Column, label_rows, table_head, table_rows
from .tagging import DECORATION, Element, TaggedCanvas

_STEPS = 5
_BY_HAND = ("noticed", "happened", "told", "backup")
_HAND_TALL = 25.0
_LABEL_WIDTH = 130.0


def render_incident(facts: IncidentFacts, *, store_hint: str, texts: Texts, printed_on: date) -> bytes:
    """One page or two of PDF/UA-1 and PDF/A-2a. `store_hint` is the name of the file, so that one knows which."""
    root = Element("Document")
    title = texts("print.incident_title")
    blocks = [
        _title(root, title, store_hint, texts, printed_on),
        Block([running(texts("print.incident_what"), root.add("P"), LEFT, WIDTH)], gap=10),
        advice(root, texts("print.incident_now"), _now(facts, texts), numbered=True),
        _holds(root, facts, texts),
        _protected(root, facts, texts),
        _by_hand(root, texts),
    ]
    paper = Paper(
        facts=Facts(title, texts.language, printed_on),
        foot_left=(full_date(texts, printed_on), texts("print.incident_nobody")),
        foot_right=lambda page, pages: texts("print.page", page=page, pages=pages),
        header=lambda _canvas, _page: None,
        first_top=TOP,
        next_top=TOP - 10,
    )
    return render(paper, root, blocks, Strip(0, nothing))


def _title(root: Element, title: str, store_hint: str, texts: Texts, printed_on: date) -> Block:
    strips = text_strips(title, ORDINARY.title, root.add("H1"), keep=True)
    said = texts("print.incident_as_of", place=beginning(store_hint, 40), date=full_date(texts, printed_on))
    return Block([*strips, *text_strips(said, ORDINARY.name, root.add("P"))])


def _now(facts: IncidentFacts, texts: Texts) -> list[str]:
    """What to do at once; those with a protected identity come first."""
    said = [texts(f"print.incident_now_{number}") for number in range(1, _STEPS + 1)]
    if facts.protected:
        said.insert(1, texts("print.incident_protected_first", count=facts.protected))
    return said


def _holds(root: Element, facts: IncidentFacts, texts: Texts) -> Block:
    """How many persons, and of how many there is each kind of data."""
    strips = text_strips(texts("print.incident_holds"), ORDINARY.heading, root.add("H2"), keep=True)
    said = f"{texts('print.incident_persons', count=facts.persons)} {_contacts(facts, texts)}"
    strips += text_strips(said, ORDINARY.body, root.add("P"), keep=bool(facts.classes))
    if not facts.classes:
        return Block(strips, gap=16)
    columns = [
        Column(texts("print.incident_kind"), 0, 390),
        Column(texts("print.incident_count"), 400, WIDTH - 400),
    ]
    rows: list[list[Cell]] = [[texts(f"print.incident_{one.value}"), f"{count}"] for one, count in facts.classes]
    table = root.add("Table")
    head = table_head(columns, ORDINARY, table.add("TR"))
    again = table_head(columns, ORDINARY, None)
    body = table_rows(columns, rows, ORDINARY, table)
    return Block([*strips, *spaced([head], 5), *body], gap=16, again=again, again_from=len(strips) + 1)


def _contacts(facts: IncidentFacts, texts: Texts) -> str:
    return texts("print.incident_contacts", count=facts.contacts)


def _protected(root: Element, facts: IncidentFacts, texts: Texts) -> Block:
    """How the file is encrypted, and what could open it."""
    strips = text_strips(texts("print.incident_guard"), ORDINARY.heading, root.add("H2"), keep=True)
    newest = full_date(texts, facts.newest_change) if facts.newest_change else texts("print.incident_unchanged")
    said = [
        ("cipher", texts("print.incident_cipher_how")),
        ("keyring", texts("print.incident_keyring_on" if facts.keyring else "print.incident_keyring_off")),
        ("sheet", texts("print.incident_sheet_there" if facts.sheet_proved else "print.incident_sheet_none")),
        ("changed", newest),
        ("copies", texts("print.incident_no_copies")),
    ]
    parent = root.add("L")
    rows: list[Strip] = []
    for key, value in said:
        rows += spaced(
            label_rows([(texts(f"print.incident_{key}"), value)], ORDINARY, parent, label_width=_LABEL_WIDTH), 2
        )
    for row in (*strips, *rows[:-1]):
        row.glue = True
    return Block([*strips, *rows], gap=16)


def _by_hand(root: Element, texts: Texts) -> Block:
    """What only the mentor knows, with lines to write on."""
    strips = text_strips(texts("print.incident_by_hand"), ORDINARY.heading, root.add("H2"), keep=True)
    strips += [_line(root, texts(f"print.incident_{key}")) for key in _BY_HAND]
    for strip in strips[:-1]:
        strip.glue = True
    return Block(strips, gap=16)


def _line(root: Element, words: str) -> Strip:
    style = ORDINARY.body
    line = one_line(words, style, WIDTH / 2)
    element = root.add("P")

    def draw(canvas: TaggedCanvas, y: float) -> None:
        baseline = y - _HAND_TALL + 4
        canvas.mark(element)
        canvas.text(LEFT, baseline, line, style)
        canvas.mark(DECORATION)
        begin = LEFT + max(_LABEL_WIDTH, line_width(line, style.size) + 8)
        drawings.rule(canvas, begin, RIGHT, baseline - 3, 0.7, INK)

    return Strip(_HAND_TALL, draw)
