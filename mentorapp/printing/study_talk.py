"""P22 "Studiesamtal – dagordning": the goal and the way to it, who does what, and the points with room to write."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from mentorapp.domain.phases import Phase
from mentorapp.domain.sharing import Released
from mentorapp.domain.study_talk_sheet import STUDY_TALK, StudiesBlock, StudyTalkSheet, TalkBlock
from mentorapp.domain.workplace_support import StageState
from mentorapp.language import Texts, long_date

from . import drawings
from .flow import Block, Draw, Strip, nothing
from .lines import line_width, one_line
from .page import render
from .passages import spaced, text_strips
from .personal import personal_paper, title_block
from .plan_words import Words, capital
from .styles import EASY, INK, LEFT, ORDINARY, RIGHT, SECOND, SPRUCE, WIDTH, Sheet, Style
from .tables import Cell, Column, table_head, table_rows
from .tagging import DECORATION, Element, TaggedCanvas

_INSET, _NUMBER = 16.0, 20.0
_ROOM_TO_WRITE, _EASY_ROOM = 25.0, 30.0
_LINES_FOR_A_POINT = 2
_EMPTY_POINTS = 3
_DOT = 5.2


@dataclass(frozen=True, slots=True)
class _Made:
    root: Element
    words: Words
    style: Sheet
    easy: bool

    @property
    def texts(self) -> Texts:
        return self.words.texts

    def heading(self, key: str) -> list[Strip]:
        return text_strips(self.texts(f"print.{key}"), self.style.heading, self.root.add("H2"), keep=True)

    def text(self, text: str, style: Style | None = None) -> list[Strip]:
        return text_strips(
            text, style or self.style.body, self.root.add("P"), chars=self.style.chars, phrases=self.style.phrases
        )


def render_study_talk(
    released: Released[StudyTalkSheet], *, texts: Texts, easy: bool, number: str, printed_on: date
) -> bytes:
    """The agenda as PDF/UA-1 and PDF/A-2a; easy to read is 14 points."""
    if not isinstance(released, Released) or not isinstance(released.sheet, StudyTalkSheet):
        raise TypeError("render_study_talk takes a released StudyTalkSheet")
    if released.template.code != STUDY_TALK.code:
        raise ValueError(f"{released.template.code} is not {STUDY_TALK.code}")
    sheet = released.sheet
    made = _Made(Element("Document"), Words(texts, printed_on), EASY if easy else ORDINARY, easy)
    title = texts("print.title_study_talk")
    blocks = [title_block(made.root, title, sheet.person, made.style)]
    blocks += [*_when(made, sheet.talk), *_studies(made, sheet.studies), *_team(made, sheet), *_dates(made, sheet)]
    blocks += [*_before(made, sheet), *_points(made, sheet.talk), *_today(made, sheet.talk)]
    paper = personal_paper(
        sheet.person,
        sheet.mentor,
        title=title,
        owned=texts("print.filled_is_yours"),
        texts=texts,
        number=number,
        printed_on=printed_on,
    )
    return render(paper, made.root, blocks, Strip(0, nothing))


def _when(made: _Made, talk: TalkBlock | None) -> list[Block]:
    """The day and the place, then who comes."""
    if talk is None:
        return []
    day = long_date(made.texts, talk.on)
    if talk.on.year != made.words.printed_on.year:
        day = f"{day} {talk.on.year}"
    strips = made.text(", ".join([capital(day), *([talk.place.name] if talk.place else [])]), made.style.strong)
    if talk.present:
        strips += made.text(made.texts("print.study_present", names=talk.present))
    return [Block(strips, gap=6)]


def _studies(made: _Made, studies: StudiesBlock | None) -> list[Block]:
    """The goal in the mentee's own words, what the studies are, and how far they have come."""
    if studies is None:
        return []
    blocks = []
    if studies.goal.strip():
        x = LEFT + _INSET
        strips = text_strips(made.texts("print.want"), made.style.heading, made.root.add("H2"), x=x, keep=True)
        strips += text_strips(
            studies.goal, made.style.words, made.root.add("P"), x=x, width=WIDTH - _INSET,
            chars=made.style.words_chars, phrases=True,
        )  # fmt: skip
        blocks.append(Block(strips, gap=14, frame=_bar))
    pace = made.texts("print.percent", percent=studies.pace) if studies.pace else ""
    parts = (studies.course, studies.school.name if studies.school else "", studies.level, pace)
    strips = [*made.heading("my_studies"), *made.text(", ".join(part for part in parts if part))]
    strips += spaced([_phases(made, studies.phases)], 8)
    for strip in strips[:-1]:
        strip.glue = True
    return [*blocks, Block(strips, gap=16)]


def _bar(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.bar(canvas, LEFT, top, bottom)


def _phases(made: _Made, phases: Sequence[Phase]) -> Strip:
    """Four places on a way: passed ones with a tick, the one it is in filled and in bold letters, those ahead open."""
    texts = made.texts
    names = [texts(one.key) for one in phases]
    states = [texts(f"print.phase_{one.state.value}") for one in phases]
    said = ", ".join(f"{name} ({state})" for name, state in zip(names, states, strict=True))
    figure = made.root.add("Figure", alt=texts("print.phases_alt", phases=said))
    style = made.style.second
    tall = 2 * _DOT + 4 + style.leading
    apart = WIDTH / len(phases)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(figure)
        at = y - _DOT - 1
        middles = [LEFT + _DOT + place * apart for place in range(len(phases))]
        for left, right in pairwise(middles):
            drawings.rule(canvas, left + _DOT, right - _DOT, at, 1.1, SECOND)
        for middle, phase, name in zip(middles, phases, names, strict=True):
            _phase_dot(canvas, middle, at, phase.state)
            here = phase.state is StageState.CURRENT
            looks = Style(style.size, style.leading, bold=here, colour=INK if here else style.colour)
            line = one_line(name, looks, apart - 6)
            canvas.text(middle - _DOT, y - 2 * _DOT - 4 - looks.drop, line, looks)
        figure.box = (LEFT, y - tall, RIGHT, y)

    return Strip(tall, draw)


def _phase_dot(canvas: TaggedCanvas, x: float, y: float, state: StageState) -> None:
    if state is StageState.CURRENT:
        drawings.ring(canvas, x, y, _DOT, SPRUCE, 1.2)
        canvas.ink(SPRUCE)
        canvas.circle(x, y, _DOT - 2, stroke=0, fill=1)
        return
    drawings.ring(canvas, x, y, _DOT, INK if state is StageState.DONE else SECOND, 1.0)
    if state is StageState.DONE:
        drawings.pen(canvas, INK, 1.3)
        drawings.tick(canvas, x - _DOT * 0.5, y - _DOT * 0.5, _DOT)


def _team(made: _Made, sheet: StudyTalkSheet) -> list[Block]:
    """Who does what."""
    rows: list[list[Cell]] = [[one.name, capital(one.does)] for one in sheet.team]
    columns = [
        Column(made.texts("print.column_who"), 0, 150),
        Column(made.texts("print.column_what"), 162, WIDTH - 162),
    ]
    return _table(made, "study_team", columns, rows)


def _dates(made: _Made, sheet: StudyTalkSheet) -> list[Block]:
    """What is ahead, the nearest first."""
    rows: list[list[Cell]] = [
        [made.words.day(one.on), ": ".join(_what(one.kind, one.text, made.texts))] for one in sheet.dates
    ]
    columns = [
        Column(made.texts("print.column_when"), 0, 150), Column(made.texts("print.column_what"), 162, WIDTH - 162)
    ]  # fmt: skip
    return _table(made, "study_dates", columns, rows)


def _what(kind: str, text: str, texts: Texts) -> list[str]:
    """An exam and of what; something else is only what it is."""
    return [part for part in ("" if kind == "other" else texts(f"codes.study_date_kind_{kind}"), text) if part]


def _table(made: _Made, key: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> list[Block]:
    if not rows:
        return []
    strips = made.heading(key)
    table = made.root.add("Table")
    head = table_head(columns, made.style, table.add("TR"))
    again = table_head(columns, made.style, None)
    body = table_rows(columns, rows, made.style, table)
    return [Block([*strips, *spaced([head], 3), *body], gap=16, again=again, again_from=len(strips) + 1)]


def _before(made: _Made, sheet: StudyTalkSheet) -> list[Block]:
    """What stood in the way before, and what was agreed last time."""
    blocks = []
    if sheet.studies and sheet.studies.barriers.strip():
        blocks.append(Block([*made.heading("study_barriers"), *made.text(sheet.studies.barriers)], gap=16))
    if sheet.last_time:
        said = made.texts("print.study_last_time", date=made.words.day(sheet.last_time.on))
        strips = text_strips(said, made.style.heading, made.root.add("H2"), keep=True)
        blocks.append(Block([*strips, *made.text(sheet.last_time.text)], gap=16))
    return blocks


def _points(made: _Made, talk: TalkBlock | None) -> list[Block]:
    """The points with lines to write on below each; without points there are places for some."""
    points = talk.points if talk and talk.points else ("",) * _EMPTY_POINTS
    head = made.heading("study_points")
    parent = made.root.add("L")
    blocks = []
    for number, point in enumerate(points, 1):
        strips = [*_point(made, parent, number, point), *_to_write_on(made, _LINES_FOR_A_POINT, LEFT + _NUMBER)]
        for strip in strips[:-1]:
            strip.glue = True
        blocks.append(Block([*head, *(spaced(strips, 4) if head else strips)], gap=18 if head else 10))
        head = []
    return blocks


def _point(made: _Made, parent: Element, number: int, point: str) -> list[Strip]:
    item = parent.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    style = made.style.strong
    strips = text_strips(
        point, style, body, x=LEFT + _NUMBER, width=WIDTH - _NUMBER, chars=made.style.chars, phrases=made.style.phrases
    ) or [Strip(style.leading, nothing)]
    strips[0].draw = partial(_numbered, str(number), label, style, strips[0].draw)
    return strips


def _numbered(number: str, label: Element, style: Style, rest: Draw, canvas: TaggedCanvas, y: float) -> None:
    canvas.mark(label)
    line = one_line(number, style, _NUMBER)
    canvas.text(LEFT + _NUMBER - 8 - line_width(line, style.size), y - style.drop, line, style)
    rest(canvas, y)


def _to_write_on(made: _Made, count: int, x: float) -> list[Strip]:
    apart = _EASY_ROOM if made.easy else _ROOM_TO_WRITE
    return [Strip(apart, partial(_write_line, apart, x)) for _ in range(count)]


def _write_line(apart: float, x: float, canvas: TaggedCanvas, y: float) -> None:
    canvas.mark(DECORATION)
    drawings.rule(canvas, x, RIGHT, y - apart, 0.7, SECOND)


def _today(made: _Made, talk: TalkBlock | None) -> list[Block]:
    """Room for what is agreed, and for the next day."""
    strips = [*made.heading("study_agree_today"), *_to_write_on(made, 3, LEFT)]
    strips += spaced([_next_day(made)], 16)
    for strip in strips[:-1]:
        strip.glue = True
    return [Block(strips, gap=18)] if talk else []


def _next_day(made: _Made) -> Strip:
    """Words, and a line to write a day on."""
    style = made.style.body
    line = one_line(made.texts("print.study_next_talk"), style, WIDTH / 2)
    element = made.root.add("P")

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(element)
        canvas.text(LEFT, y - style.drop, line, style)
        canvas.mark(DECORATION)
        begin = LEFT + line_width(line, style.size) + 8
        drawings.rule(canvas, begin, begin + 170, y - style.drop - 3, 0.7, SECOND)

    return Strip(style.leading, draw)
