"""The easy-read version of the plan: large letters, one card for each goal, lines that end where a phrase ends."""

from datetime import date
from functools import partial

from mentorapp.domain.plan_sheet import GoalBlock, PlanSheet, StepBlock
from mentorapp.domain.sheet_parts import MentorBlock
from mentorapp.language import Texts

from . import drawings
from .flow import Block, Strip, nothing
from .lines import beginning, line_width, measure, one_line, text_lines
from .page import Paper, render
from .passages import height, side_by_side, signatures, spaced, text_strips
from .personal import foot_left
from .plan_second import call_again, legend, meeting_again, signers
from .plan_words import Words, capital, ended
from .structure import Facts
from .styles import EASY, INK, LEFT, RIGHT, TOP, WIDTH, Style
from .tables import draw_tick
from .tagging import DECORATION, Element, TaggedCanvas
from .two_languages import both

_PAD = 17.3
_COLUMN, _GUTTER = 229.7, 25.1
_TALLEST_COLUMNS = 330.0
_STEP = 26.4
_SIGNED = Style(12, 15)


def easy_plan(sheet: PlanSheet, *, texts: Texts, number: str, printed_on: date) -> bytes:
    words = Words(texts, printed_on)
    root = Element("Document")
    title = texts("print.title_my_plan")
    name = sheet.person.full_name if sheet.person else ""
    blocks = [_title(root, texts, name), *_main_goal(root, sheet, texts)]
    blocks += [_goal(root, goal, place, words) for place, goal in enumerate(sheet.goals, 1)]
    if not sheet.goals:
        blocks.append(Block(both(texts, "no_goals", EASY.body, root.add("P")), gap=20))
    if texts.second and any(goal.steps for goal in sheet.goals):
        blocks.append(Block(legend(root, texts, EASY.second, x=LEFT + _PAD), gap=8))
    blocks += _below(root, sheet, words)
    paper = Paper(
        facts=Facts(title, texts.language, printed_on),
        foot_left=foot_left(texts, number, printed_on),
        foot_right=lambda page, pages: f"{texts('print.plan_is_yours')} {texts('print.page', page=page, pages=pages)}",
        header=partial(_header, said=", ".join(part for part in (title, name) if part)),
        first_top=TOP - 3,
        next_top=TOP - 26,
    )
    return render(paper, root, blocks, _signatures(root, sheet, texts))


def _header(canvas: TaggedCanvas, page: int, *, said: str) -> None:
    """The staircase on the first page; later pages say whose plan they belong to."""
    if page == 0:
        drawings.stairs(canvas, RIGHT - 1, TOP - 13)
    else:
        canvas.text(LEFT, TOP - EASY.second.drop + 4, one_line(said, EASY.second, WIDTH), EASY.second)


def _title(root: Element, texts: Texts, name: str) -> Block:
    strips = both(texts, "title_my_plan", EASY.title, root.add("H1"), width=WIDTH - 60, keep=True)
    if name:
        strips += text_strips(name, EASY.name, root.add("P"), width=WIDTH - 60)
    return Block(strips)


def _main_goal(root: Element, sheet: PlanSheet, texts: Texts) -> list[Block]:
    goal = sheet.main_goal
    wording = (goal.easy_wording.strip() or goal.wording.strip()) if goal else ""
    if not wording:
        return []
    x = LEFT + 20
    strips = both(texts, "want", EASY.heading, root.add("H2"), x=x, keep=True)
    said = text_strips(wording, EASY.words, root.add("P"), x=x, width=WIDTH - 20, chars=EASY.words_chars, phrases=True)
    return [Block([*strips, *spaced(said, 6)], gap=13.6, frame=_bar)]


def _bar(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.bar(canvas, LEFT, top, bottom)


def _card(canvas: TaggedCanvas, top: float, bottom: float) -> None:
    canvas.mark(DECORATION)
    drawings.card(canvas, LEFT, top, RIGHT, bottom)


def _goal(root: Element, goal: GoalBlock, place: int, words: Words) -> Block:
    """A card: the goal's number in a ring, its wording, its steps."""
    heading = goal.easy_wording.strip() or goal.wording.strip()
    element = root.add("H2")
    x = LEFT + _PAD + 30
    width = RIGHT - _PAD - x
    strips = text_strips(
        heading, EASY.heading, element, x=x, width=width, chars=EASY.words_chars, phrases=True, keep=True
    )
    if not strips:
        strips = [Strip(EASY.heading.leading, nothing, glue=True)]
    first = strips[0]
    strips[0] = Strip(first.height, partial(_ringed, str(place), element, first), glue=True)
    strips[-1].height += 7.5
    again_from = len(strips)
    if goal.steps:
        parent = root.add("L")
        for step in goal.steps:
            if step is goal.steps[-1]:
                strips[-1].glue = True  # The last step is not left alone on a new page.
            strips += _step(parent, step, words)
    else:
        strips += both(words.texts, "no_steps", EASY.body, root.add("P"), x=LEFT + _PAD, width=width)
    said = words.texts("print.continued", heading=beginning(heading, 40))
    again = text_strips(said, EASY.second, DECORATION, x=LEFT + _PAD, width=WIDTH - 2 * _PAD)[0]
    again.height += 4
    return Block(
        strips,
        gap=20 if place == 1 else 15.5,
        again=again,
        again_from=again_from,
        frame=_card,
        pad=(14.3, 12),
    )


def _ringed(number: str, element: Element, heading: Strip, canvas: TaggedCanvas, y: float) -> None:
    """The number in its ring, then the first line of the heading."""
    middle = y - EASY.heading.leading / 2
    radius = 10.3
    canvas.mark(DECORATION)
    drawings.ring(canvas, LEFT + _PAD + radius + 0.5, middle, radius)
    style = Style(13 if len(number) < 3 else 10, 20, bold=True, colour=EASY.heading.colour)
    canvas.mark(element)
    wide = measure(number, True, style.size)
    x = LEFT + _PAD + radius + 0.5 - wide / 2
    canvas.text(x, middle - style.size * 0.357, one_line(number, style, 40), style)
    heading.draw(canvas, y)


def _step(parent: Element, step: StepBlock, words: Words) -> list[Strip]:
    """A step: its box, its text, and to the right when it was or is to be done."""
    item = parent.add("LI")
    figure = item.add("Lbl").add("Figure", alt=words.tick(step))
    body = item.add("LBody")
    when = one_line(words.step_when(step), EASY.second, 150)
    when_width = line_width(when, EASY.second.size)
    x = LEFT + _PAD + 28.6
    text = step.easy_text.strip() or step.text.strip()
    room = RIGHT - _PAD - x - (when_width + 14 if when else 0)
    strips = text_strips(text, EASY.body, body, x=x, width=room, chars=EASY.chars, phrases=True)
    if not strips:
        strips = [Strip(EASY.body.leading, nothing)]
    first = strips[0]

    def draw(canvas: TaggedCanvas, y: float) -> None:
        y -= (_STEP - EASY.body.leading) / 2
        draw_tick(canvas, LEFT + _PAD, y, EASY, step.done_on is not None, figure)
        first.draw(canvas, y)
        if when:
            canvas.mark(body)
            canvas.text(RIGHT - _PAD - when_width, y - EASY.body.drop, when, EASY.second)

    air = (_STEP - EASY.body.leading) / 2
    strips[0] = Strip(first.height + air, draw, glue=first.glue)
    strips[-1].height += air
    return strips


def _below(root: Element, sheet: PlanSheet, words: Words) -> list[Block]:
    """Promises and the next meeting: side by side where they are short, else below each other."""
    section = root.add("Sect")
    columns = [
        _promises(section, LEFT, _COLUMN, sheet, words),
        _meeting(section, LEFT + _COLUMN + _GUTTER, RIGHT - LEFT - _COLUMN - _GUTTER, sheet, words),
    ]
    if all(columns) and max(height(strips) for strips in columns) <= _TALLEST_COLUMNS:
        return [Block([side_by_side(columns)], gap=20)]
    section.kids.clear()
    full = [maker(section, LEFT, WIDTH, sheet, words) for maker in (_promises, _meeting)]
    if not any(full):
        root.kids.remove(section)
    return [Block(strips, gap=19) for strips in full if strips]


def _promises(root: Element, x: float, width: float, sheet: PlanSheet, words: Words) -> list[Strip]:
    strips: list[Strip] = []
    for own, heading in ((True, "i_do"), (False, "others_help")):
        promises = [promise for promise in sheet.commitments if promise.own is own]
        if not promises:
            continue
        head = both(words.texts, heading, EASY.heading, root.add("H2"), x=x, width=width, keep=True)
        strips += spaced(head, 14) if strips else head
        for number, promise in enumerate(promises):
            body = root.add("P")
            lines = text_strips(
                words.promise(promise), EASY.body, body, x=x, width=width, chars=EASY.chars, phrases=True
            )
            if promise.by:
                by = words.texts("print.by", date=words.day(promise.by))
                lines += text_strips(by, EASY.body, body, x=x, width=width)
            for line in lines[:-1]:
                line.glue = True
            strips += spaced(lines, 7 if number else 6.2)
    return strips


def _meeting(root: Element, x: float, width: float, sheet: PlanSheet, words: Words) -> list[Strip]:
    strips: list[Strip] = []
    meeting = sheet.next_meeting
    if meeting:
        strips += text_strips(words.meeting_heading(meeting), EASY.heading, root.add("H2"), x=x, width=width)
        body = root.add("P")
        day = text_strips(capital(words.meeting_day(meeting)), EASY.strong, body, x=x, width=width)
        strips += spaced(day, 6.2)
        where = words.meeting_where(meeting, easy=True)
        for sentence in (ended(where), *words.meeting_how(meeting)):
            said = sentence if meeting.at else capital(sentence)
            strips += text_strips(said, EASY.body, body, x=x, width=width, chars=EASY.chars, phrases=True)
        strips += spaced(meeting_again(root, meeting, words, EASY.body, x=x, width=width), 4)
    if sheet.mentor:
        strips += spaced(_telephone(root, x, width, sheet.mentor, words), 12 if strips else 0)
        strips += call_again(root, sheet.mentor, words, EASY.body, x=x, width=width)
    for strip in strips[:-1]:
        strip.glue = True
    return strips


def _telephone(root: Element, x: float, width: float, mentor: MentorBlock, words: Words) -> list[Strip]:
    """The mentor's number, or a line to write it on."""
    call = one_line(words.call(mentor), EASY.strong, width * 0.6)
    wide = line_width(call, EASY.strong.size)
    element = root.add("P")
    numbers = text_lines(mentor.phone, EASY.body, width - wide - 6)

    def draw(canvas: TaggedCanvas, y: float) -> None:
        canvas.mark(element)
        canvas.text(x, y - EASY.strong.drop, call, EASY.strong)
        for number, line in enumerate(numbers):
            canvas.text(x + wide + 6, y - EASY.body.drop - number * EASY.body.leading, line, EASY.body)
        if not numbers:
            canvas.mark(DECORATION)
            drawings.rule(canvas, x + wide + 9, x + width, y - EASY.strong.drop - 3, 0.7, INK)

    return [Strip(EASY.strong.leading * max(1, len(numbers)) + 3, draw)]


def _signatures(root: Element, sheet: PlanSheet, texts: Texts) -> Strip:
    strip = signatures(root, _signers(sheet, texts), name=_SIGNED, role=None, gap=22.5)
    strip.gap = 30
    return strip


def _signers(sheet: PlanSheet, texts: Texts) -> list[tuple[str, str]]:
    if texts.second:
        return signers(sheet, texts)
    name = sheet.person.full_name if sheet.person else ""
    found = [(name or capital(texts("print.role_mentee")), "")]
    if sheet.mentor:
        found.append((sheet.mentor.name, sheet.mentor.title or texts("print.role_mentor")))
    return found
