"""P04 "Uppföljning – blankett": questions with lines of exactly 100 mm to put a cross on, and a ruler to check them by.

Nobody is named on it: there is room to write instead.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from mentorapp.domain.form_sheet import FORM, FormBlock, FormSheet
from mentorapp.domain.scales import Respondent
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts

from . import drawings
from .answer_lines import EASY_ANSWERS, ORDINARY_ANSWERS, AnswerLook, Asked, answer_strip, control_ruler
from .flow import Block, Strip, nothing
from .lines import NO_LIMIT, Line, measure, one_line
from .markup import clean
from .outward import addressee_line
from .page import Paper, render
from .passages import spaced, text_strips
from .personal import draw_header
from .structure import Facts
from .styles import BOTTOM, EASY, FOOT_RULE, INK, LEFT, MM, ORDINARY, RIGHT, SECOND, TOP, WIDTH, Sheet, Style
from .tagging import DECORATION, Element, TaggedCanvas

_INTRO = Style(12, 17)
_RULER_Y = FOOT_RULE + 31
_BOTTOM = _RULER_Y + 14
_FIELD_GAP = 22.7
_FIELD, _EASY_FIELD = Style(10.5, 14), Style(12, 16)
_AGAIN = Style(9.5, 13, colour=SECOND)


def render_form(
    released: Released[FormSheet], *, texts: Texts, easy: bool, printed_on: date, number: str = ""
) -> bytes:
    """The blank form as PDF/UA-1 and PDF/A-2a. Raises where the sheet is not of this print. One for a supervisor
    says at its head for whom, and has a number."""
    if not isinstance(released, Released) or not isinstance(released.sheet, FormSheet):
        raise TypeError("render_form takes a released FormSheet")
    sheet = released.sheet
    form = sheet.form
    if released.template.code != FORM.code or form is None:
        raise ValueError(f"{released.template.code} is not {FORM.code}, or there is no form")
    style, look = (EASY, EASY_ANSWERS) if easy else (ORDINARY, ORDINARY_ANSWERS)
    root = Element("Document")
    blocks = [_head(root, sheet, form, texts, style, easy), *_questions(root, form, texts, look, easy)]
    named = (texts("print.number", number=number),) if sheet.to else ()
    paper = Paper(
        facts=Facts(form.title, texts.language, printed_on),
        foot_left=(
            *named,
            texts("print.form_code", code=form.code, version=form.version),
            texts("print.form_or_talk"),
        ),
        foot_right=lambda page, pages: texts("print.page", page=page, pages=pages),
        header=partial(
            _margins,
            title=form.title,
            ruler=None if form.steps else _Ruler(root, texts),
            to=addressee_line(sheet.to, texts) if sheet.to else ((), ()),
        ),
        first_top=TOP - 22 if sheet.to else TOP,
        next_top=TOP - 22,
        bottom=BOTTOM if form.steps else _BOTTOM,
    )
    return render(paper, root, blocks, Strip(0, nothing))


class _Ruler:
    """The ruler at the foot of every page with lines; read aloud once."""

    def __init__(self, root: Element, texts: Texts) -> None:
        self._said = texts("print.form_measure")
        self._elements = root.add("P"), root.add("Figure", alt=texts("print.form_ruler_alt"))

    def draw(self, canvas: TaggedCanvas, page: int) -> None:
        words, figure = (DECORATION, DECORATION) if page else self._elements
        control_ruler(canvas, _RULER_Y, self._said, words, figure)
        canvas.mark(DECORATION)


def _margins(canvas: TaggedCanvas, page: int, *, title: str, ruler: _Ruler | None, to: tuple[Line, Line]) -> None:
    """For whom at the head of the first page; from the second on the title."""
    if not page:
        draw_header(canvas, page, left=to, right=())
    if page:
        canvas.text(LEFT, TOP - _AGAIN.drop, one_line(title, _AGAIN, WIDTH), _AGAIN)
    if ruler:
        ruler.draw(canvas, page)


def _head(root: Element, sheet: FormSheet, form: FormBlock, texts: Texts, style: Sheet, easy: bool) -> Block:
    """Title, what to do, and room for who fills it in, where and when."""
    strips = text_strips(form.title, style.title, root.add("H1"), keep=True)
    if sheet.alias:
        said = texts("print.form_about", alias=sheet.alias.text)
        strips += text_strips(said, style.name, root.add("P"), keep=True)
    intro = form.intro or texts("print.form_intro_rings" if form.steps else "print.form_intro_lines")
    body = EASY.body if easy else _INTRO
    chars = EASY.chars if easy else NO_LIMIT
    phrases = easy or measure(clean(intro), False, body.size) > WIDTH
    strips += text_strips(intro, body, root.add("P"), chars=chars, phrases=phrases, keep=True)
    return Block([*strips, *spaced([_fields(root, _field_names(form, texts), easy)], 15)])


def _field_names(form: FormBlock, texts: Texts) -> list[str]:
    """The supervisor writes who answers, never about whom."""
    names = [texts("print.form_answered_by" if form.respondent is Respondent.SUPERVISOR else "print.form_me")]
    if form.at_work:
        names.append(texts("print.form_workplace"))
    return [*names, texts("print.form_date")]


def _fields(root: Element, names: Sequence[str], easy: bool) -> Strip:
    """Fields side by side, the date in a narrower one; on the easy-read form the words stand over the room to write."""
    style = _EASY_FIELD if easy else _FIELD
    narrow = 40 * MM
    wide = (WIDTH - narrow - _FIELD_GAP * (len(names) - 1)) / (len(names) - 1)
    tall = style.leading + (22 if easy else 3.5)
    elements = [root.add("P") for _ in names]

    def draw(canvas: TaggedCanvas, y: float) -> None:
        x = LEFT
        for name, element in zip(names, elements, strict=True):
            width = RIGHT - x if name is names[-1] else wide
            canvas.mark(element)
            canvas.text(x, y - style.drop, one_line(name, style, width), style)
            canvas.mark(DECORATION)
            drawings.rule(canvas, x, x + width, y - tall, 0.7, INK)
            x += wide + _FIELD_GAP

    return Strip(tall + 1, draw)


def _questions(root: Element, form: FormBlock, texts: Texts, look: AnswerLook, easy: bool) -> list[Block]:
    """A block for each question; the last two keep together with the lines to write on."""
    parent = root.add("L")
    alt = texts("print.form_rings_alt", count=form.steps) if form.steps else texts("print.form_line_alt")
    strips = [
        answer_strip(
            parent, Asked(number, one.easy_text if easy else one.text, one.left, one.right, form.steps, alt), look
        )
        for number, one in enumerate(form.asked, 1)
    ]
    for strip in strips[-2:]:
        strip.glue = True
    if len(strips) > 1:
        strips[-1].gap = look.pitch
    blocks = [Block([strip], gap=look.pitch) for strip in strips[:-2]]
    end = [*strips[-2:], *_comment(root, texts, look, easy)]
    blocks.append(Block(end, gap=look.pitch))
    blocks[0].gap = 20
    return blocks


def _comment(root: Element, texts: Texts, look: AnswerLook, easy: bool) -> list[Strip]:
    strips = spaced(text_strips(texts("print.form_comment"), look.question, root.add("P"), keep=True), look.pitch + 1)
    apart = 28.0 if easy else 24.5
    lines = [Strip(apart, partial(_line_to_write_on, apart)) for _ in range(3 if easy else 2)]
    for strip in (*strips, *lines[:-1]):
        strip.glue = True
    return [*strips, *spaced(lines, 4)]


def _line_to_write_on(apart: float, canvas: TaggedCanvas, y: float) -> None:
    canvas.mark(DECORATION)
    drawings.rule(canvas, LEFT, RIGHT, y - apart, 0.7, SECOND)
