"""The ordinary version of the plan: goals as tables with hairlines, and the facts that a plan must state."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from mentorapp.domain.plan_sheet import GoalBlock, PlanFactsBlock, PlanSheet
from mentorapp.domain.sheet_parts import MentorBlock
from mentorapp.language import Texts

from . import drawings
from .flow import Block, Strip, nothing
from .lines import Span, beginning, line_width, one_line, wrapped
from .markup import clean
from .page import render
from .passages import signatures, spaced, text_strips
from .personal import personal_paper, title_block
from .plan_second import call_again, fact_labels, meeting_again, signers
from .plan_words import Words, capital, ended
from .styles import INK, LEFT, ORDINARY, RIGHT, SECOND, WIDTH, Style
from .tables import Cell, Column, Tick, label_rows, table_head, table_rows
from .tagging import DECORATION, Element, TaggedCanvas
from .two_languages import both, second_strips

_SIGNED = Style(10, 14, bold=True)
_NUMBER = 20.0
_CARD_PAD = 14.0
_FACTS_TOGETHER = 12


def ordinary_plan(sheet: PlanSheet, *, texts: Texts, number: str, printed_on: date) -> bytes:
    words = Words(texts, printed_on)
    root = Element("Document")
    title = texts("print.title_my_plan")
    blocks = [
        title_block(root, title, sheet.person, said=partial(both, texts, "title_my_plan")),
        *_main_goal(root, sheet, texts),
    ]
    blocks += [_goal(root, goal, place, words) for place, goal in enumerate(sheet.goals, 1)]
    if not sheet.goals:
        blocks.append(Block(both(texts, "no_goals", ORDINARY.body, root.add("P")), gap=13))
    blocks += [*_promises(root, sheet, words), *_meeting(root, sheet, words), *_facts(root, sheet.facts, words)]
    paper = personal_paper(
        sheet.person,
        sheet.mentor,
        title=title,
        owned=texts("print.plan_is_yours"),
        texts=texts,
        number=number,
        printed_on=printed_on,
    )
    return render(paper, root, blocks, _signatures(root, sheet, texts))


def _main_goal(root: Element, sheet: PlanSheet, texts: Texts) -> list[Block]:
    """The mentee's own words, as large as they are in the program."""
    wording = sheet.main_goal.wording if sheet.main_goal else ""
    if not wording.strip():
        return []
    x = LEFT + 16
    strips = both(texts, "want", ORDINARY.heading, root.add("H2"), x=x, keep=True)
    strips += text_strips(
        wording, ORDINARY.words, root.add("P"), x=x, width=WIDTH - 16, chars=ORDINARY.words_chars, phrases=True
    )
    return [Block(strips, gap=10, frame=_bar)]


def _bar(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.bar(canvas, LEFT, top, bottom)


def _goal(root: Element, goal: GoalBlock, place: int, words: Words) -> Block:
    """A goal: its heading, why, and its steps as a table."""
    texts = words.texts
    element = root.add("H2")
    x = LEFT + _NUMBER
    strips = text_strips(
        goal.wording, ORDINARY.heading, element, x=x, width=WIDTH - _NUMBER, chars=ORDINARY.chars, keep=True
    ) or [Strip(ORDINARY.heading.leading, nothing, glue=True)]
    strips[0] = Strip(strips[0].height, partial(_numbered, str(place), element, strips[0]), glue=True)
    if goal.why.strip():
        strips += _below_goal(root, "why_label", texts("print.why", why=goal.why), texts)
    if goal.who.strip():
        strips += _below_goal(root, "column_with", texts("print.goal_who", who=goal.who), texts)
    again_from = len(strips) + 1
    if not goal.steps:
        strips += both(texts, "no_steps", ORDINARY.body, root.add("P"), x=x)
        return Block(strips, gap=13)
    columns = _step_columns(goal, texts)
    rows: list[list[Cell]] = []
    for step in goal.steps:
        row: list[Cell] = [Tick(step.done_on is not None, words.tick(step)), step.text, step.who, words.step_when(step)]
        rows.append(row if len(columns) == 4 else [row[0], row[1], row[3]])
    return _tabled(strips, columns, rows, root.add("Table"), goal.wording, again_from, words)


def _below_goal(root: Element, key: str, said: str, texts: Texts) -> list[Strip]:
    """A line below the wording; what it is, in the second language too."""
    x, beside = LEFT + _NUMBER, list[Strip]()
    if texts.second:
        beside = second_strips(texts, key, ORDINARY.body, root.add("P"), x=x, width=WIDTH - x, keep=True)
    return beside + text_strips(
        said, ORDINARY.body, root.add("P"), x=x, width=WIDTH - _NUMBER, chars=ORDINARY.chars, keep=True
    )


def _numbered(number: str, element: Element, heading: Strip, canvas: TaggedCanvas, y: float) -> None:
    canvas.mark(element)
    canvas.text(LEFT, y - ORDINARY.heading.drop, one_line(number, ORDINARY.heading, _NUMBER), ORDINARY.heading)
    heading.draw(canvas, y)


def _step_columns(goal: GoalBlock, texts: Texts) -> list[Column]:
    """Who is named only where somebody is. Two languages need more room for "done"."""
    wider = 26 if texts.second else 0
    done = _column(texts, "column_done", 0, 34 + wider)
    when = _column(texts, "column_when", 358, WIDTH - 358)
    if not any(step.who.strip() for step in goal.steps):
        return [done, _column(texts, "column_step", 44 + wider, 304 - wider), when]
    who = _column(texts, "column_with", 262, 88)
    return [done, _column(texts, "column_step", 44 + wider, 208 - wider), who, when]


def _column(texts: Texts, key: str, x: float, width: float) -> Column:
    second = texts.second
    beside = (second(key), second.code) if second else ("", "")
    return Column(texts(f"print.{key}"), x, width, *beside)


def _tabled(
    strips: list[Strip],
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    table: Element,
    heading: str,
    again_from: int,
    words: Words,
) -> Block:
    """A heading with its table; on the next page both are said again."""
    head = table_head(columns, ORDINARY, table.add("TR"))
    again = table_head(columns, ORDINARY, None)
    room = WIDTH * 0.8
    said = words.texts("print.continued", heading=beginning(heading, 60))
    line = one_line(said, ORDINARY.second, room)
    lead = ORDINARY.second.leading + 2

    def draw_again(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(DECORATION)
        canvas.text(LEFT, y - ORDINARY.second.drop, line, ORDINARY.second)
        again.draw(canvas, y - lead)

    strips = [*strips, *spaced([head], 3), *table_rows(columns, rows, ORDINARY, table)]
    return Block(strips, gap=13, again=Strip(again.height + lead, draw_again), again_from=again_from)


def _promises(root: Element, sheet: PlanSheet, words: Words) -> list[Block]:
    """Who does what by when: the mentee's own promises and those of others, in one table."""
    if not sheet.commitments:
        return []
    texts = words.texts
    heading = texts("print.who_what_when")
    strips = both(texts, "who_what_when", ORDINARY.heading, root.add("H2"), keep=True)
    columns = [
        _column(texts, "column_who", 0, 120),
        _column(texts, "column_what", 130, 250),
        _column(texts, "column_by", 390, WIDTH - 390),
    ]
    rows: list[list[Cell]] = [
        [
            (Span(promise.who, bold=True),) if promise.own else promise.who,
            capital(promise.what),
            words.day(promise.by) if promise.by else "",
        ]
        for promise in sheet.commitments
    ]
    return [_tabled(strips, columns, rows, root.add("Table"), heading, len(strips) + 1, words)]


def _meeting(root: Element, sheet: PlanSheet, words: Words) -> list[Block]:
    """The next meeting in a frame, and in it the number to call."""
    meeting = sheet.next_meeting
    x, width = LEFT + _CARD_PAD, WIDTH - 2 * _CARD_PAD
    strips: list[Strip] = []
    if meeting:
        parts = (words.meeting_day(meeting), words.meeting_where(meeting, easy=False))
        when = (Span(words.meeting_heading(meeting), bold=True), Span(ended(", ".join(part for part in parts if part))))
        body = root.add("P")
        strips += text_strips(when, ORDINARY.body, body, x=x, width=width, chars=ORDINARY.chars)
        how = " ".join(words.meeting_how(meeting))
        strips += text_strips(how, ORDINARY.body, body, x=x, width=width, chars=ORDINARY.chars)
        strips += meeting_again(root, meeting, words, ORDINARY.body, x=x, width=width)
    if sheet.mentor:
        strips += spaced([_telephone(root, x, sheet.mentor, words)], 3 if strips else 0)
        strips += call_again(root, sheet.mentor, words, ORDINARY.body, x=x, width=width)
    for strip in strips[:-1]:
        strip.glue = True
    return [Block(strips, gap=16, frame=_card, pad=(8, 8))] if strips else []


def _card(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.card(canvas, LEFT, top, RIGHT, bottom)


def _telephone(root: Element, x: float, mentor: MentorBlock, words: Words) -> Strip:
    """The mentor's number, or a line to write it on."""
    spans = (Span(words.call(mentor), bold=True), Span(mentor.phone))
    line = next(iter(wrapped(spans, ORDINARY.body, WIDTH - 2 * _CARD_PAD)), ())
    element = root.add("P")

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(element)
        canvas.text(x, y - ORDINARY.body.drop, line, ORDINARY.body)
        if not mentor.phone.strip():
            canvas.mark(DECORATION)
            start = x + line_width(line, ORDINARY.body.size) + 7
            drawings.rule(canvas, start, start + 170, y - ORDINARY.body.drop - 2.5, 0.7, INK)

    return Strip(ORDINARY.body.leading, draw)


def _facts(root: Element, facts: PlanFactsBlock | None, words: Words) -> list[Block]:
    """What a plan must state about itself; all on one page where it can be."""
    if not facts:
        return []
    texts = words.texts
    strips = both(texts, "about", ORDINARY.heading, root.add("H2"), keep=True)
    since = texts("print.dated_version", date=words.day(facts.valid_from), version=facts.version)
    pairs = [
        (texts("print.valid_from"), since),
        (texts("print.review_on"), words.day(facts.review_on)),
        (texts("print.made_with"), facts.made_with),
        (texts("print.agreed"), texts(f"print.agreed_{facts.agreed}")),
        (texts("print.my_part"), facts.mentee_participation),
    ]
    said = [(label, value) for label, value in pairs if clean(value)]
    if texts.second:
        return [Block([*strips, *spaced(fact_labels(root, facts, said, texts), 2)], gap=13)]
    rows = label_rows(said, ORDINARY, root.add("L"), label_width=96)
    if len(rows) <= _FACTS_TOGETHER:
        for row in rows[:-1]:
            row.glue = True
    return [Block([*strips, *spaced(rows, 2)], gap=13)]


def _signatures(root: Element, sheet: PlanSheet, texts: Texts) -> Strip:
    role = Style(10, 14, colour=SECOND)
    strip = signatures(root, signers(sheet, texts), name=_SIGNED, role=role, gap=22.5)
    strip.gap = 26
    return strip
