"""P05 "Uppföljning – ifylld": the mentee's own copy of what was marked, what was said, and what was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentorapp.domain.charts import Limit, Reading, Series, TrendCurves, Voice
from mentorapp.domain.filled_sheet import (
    FILLED,
    AgreedBlock,
    AnswerBlock,
    FilledBlock,
    FilledSheet,
    SaidBlock,
    TotalsBlock,
)
from mentorapp.domain.scale_changes import Trend
from mentorapp.domain.sharing import Released
from mentorapp.domain.voice_rows import VoiceRows
from mentorapp.language import Texts
from mentorapp.language.chart_words import plain_number, voice_names

from .answer_lines import EASY_ANSWERS, ORDINARY_ANSWERS, AnswerLook, Asked, answer_strip
from .answer_marks import LineMarks, Sign, cross, earlier, legend
from .charts import trend_block
from .flow import Block, Strip, nothing
from .outward import outward_paper
from .page import Paper, render
from .passages import spaced, text_strips
from .personal import personal_paper, title_block
from .plan_words import Words, lowered
from .styles import EASY, LEFT, ORDINARY, WIDTH, Sheet
from .tagging import Element, TaggedCanvas
from .voices import voices_block

_INSET = 14.0
_CLOSER = 4.0


@dataclass(frozen=True, slots=True)
class _Made:
    """What every part of the paper is made with."""

    root: Element
    words: Words
    style: Sheet
    look: AnswerLook
    easy: bool

    @property
    def texts(self) -> Texts:
        return self.words.texts


def render_filled(released: Released[FilledSheet], *, texts: Texts, easy: bool, number: str, printed_on: date) -> bytes:
    """The paper as PDF/UA-1 and PDF/A-2a; easy to read is 14 points."""
    if not isinstance(released, Released) or not isinstance(released.sheet, FilledSheet):
        raise TypeError("render_filled takes a released FilledSheet")
    if released.template.code != FILLED.code:
        raise ValueError(f"{released.template.code} is not {FILLED.code}")
    sheet = released.sheet
    root = Element("Document")
    style, look = (EASY, EASY_ANSWERS) if easy else (ORDINARY, ORDINARY_ANSWERS)
    made = _Made(root, Words(texts, printed_on), style, replace(look, pitch=look.pitch - _CLOSER), easy)
    title = texts("print.title_follow_up_work" if sheet.to else _own_title(sheet))
    blocks = [title_block(root, title, sheet.person, style), *_occasion(made, sheet)]
    blocks += [block for form in sheet.forms if form.answers for block in _form(made, form, own=sheet.to is None)]
    blocks += [
        *_totals(made, sheet.totals),
        *_said(made, sheet.said),
        *_agreed(made, sheet.agreed),
        *_next(made, sheet),
    ]
    if len(blocks) == 1 and sheet.to is None:
        blocks.append(Block(text_strips(texts("print.filled_none"), style.body, root.add("P")), gap=13))
    return render(_paper(sheet, title, texts, number, printed_on), root, blocks, Strip(0, nothing))


def _own_title(sheet: FilledSheet) -> str:
    return "print.title_follow_up" if sheet.met else "print.title_my_answers"


def _paper(sheet: FilledSheet, title: str, texts: Texts, number: str, printed_on: date) -> Paper:
    """The mentee's own, or that of an employer."""
    if sheet.to:
        return outward_paper(sheet.to, sheet.mentor, title=title, texts=texts, number=number, printed_on=printed_on)
    return personal_paper(
        sheet.person,
        sheet.mentor,
        title=title,
        owned=texts("print.filled_is_yours"),
        texts=texts,
        number=number,
        printed_on=printed_on,
    )


def _occasion(made: _Made, sheet: FilledSheet) -> list[Block]:
    """When it was, and where."""
    parts = [made.words.day(sheet.met.on)] if sheet.met else []
    if sheet.where:
        parts.append(sheet.where.name)
    said = ", ".join(parts)
    return (
        [Block(text_strips(said, made.style.body, made.root.add("P"), chars=made.style.chars), gap=4)] if said else []
    )


def _form(made: _Made, form: FilledBlock, *, own: bool) -> list[Block]:
    """The lines as they were filled in, each in one piece, the last two together; on the mentee's own paper both voices
    and what has changed."""
    blocks = [_lines(made, form)] if form.filled_on else []
    if form.other_on:
        blocks.append(_voices(made, form))
    return [*blocks, _changes(made, form)] if own else blocks


def _lines(made: _Made, form: FilledBlock) -> Block:
    root, style = made.root, made.style
    head = text_strips(form.title, style.heading, root.add("H2"), chars=style.chars, keep=True)
    signs = _signs(made, form)
    if signs:
        head += spaced([legend(root, signs, made.look.note)], 3)
    parent = root.add("L")
    strips = [_answer(made, parent, form, one, number) for number, one in enumerate(form.answers, 1)]
    for strip in (*head, *strips[-2:]):
        strip.glue = True
    for strip in strips[1:]:
        strip.gap = made.look.pitch
    strips[0].gap = 8
    return Block([*head, *strips], gap=18)


def _voices(made: _Made, form: FilledBlock) -> Block:
    """The mentee's marks beside the supervisor's, the good end to the right; or the supervisor's alone."""
    texts = made.texts
    heading = texts("print.two_voices") if form.filled_on else form.title
    head = text_strips(heading, made.style.heading, made.root.add("H2"), chars=made.style.chars, keep=True)
    if form.other_on and not form.filled_on:
        said = texts("print.supervisor_said", date=made.words.day(form.other_on))
        head += text_strips(said, made.style.body, made.root.add("P"), keep=True)
    rows = VoiceRows(tuple(one.voices for one in form.answers), form.filled_on, form.other_on, form.before_on)
    chart = voices_block(made.root, rows, voice_names(texts, texts("print.me")), texts, easy=made.easy)
    return Block([*head, *spaced(chart.strips, 6)], gap=18)


def _changes(made: _Made, form: FilledBlock) -> Block:
    """What has become of the answers, in careful words, and what the figures are for."""
    strips = _trends(made, form.answers)
    strips += spaced(_caution(made, form.occasions), 6 if strips else 0)
    for strip in strips[:-1]:
        strip.glue = True
    return Block(strips, gap=14)


def _totals(made: _Made, totals: TotalsBlock | None) -> list[Block]:
    """Totals of somebody else's instrument as a curve; of its lines and questions nothing."""
    if totals is None or not totals.totals:
        return []
    texts = made.texts
    readings = tuple(Reading(one.on, one.value) for one in totals.totals)
    series = Series(Voice.OWN, readings, totals.title, totals.decimals)
    head = text_strips(totals.title, made.style.heading, made.root.add("H2"), keep=True)
    chart = trend_block(
        made.root, TrendCurves((series,), totals.top, limits_of(totals)), texts, easy=made.easy, name=totals.title
    )
    caution = spaced(_caution(made, len(readings)), 8)
    for strip in chart.strips:
        strip.glue = True
    return [Block([*head, *spaced(chart.strips, 6), *caution], gap=18)]


def limits_of(totals: TotalsBlock) -> tuple[Limit, ...]:
    """The cut-off from the day on which it is another one: it goes by age."""
    found: list[Limit] = []
    for one in totals.totals:
        if one.cut_off is not None and (not found or found[-1].value != one.cut_off):
            found.append(Limit(one.cut_off, one.on if found else None))
    return tuple(found)


def _signs(made: _Made, form: FilledBlock) -> list[tuple[Sign, str]]:
    signs: list[tuple[Sign, str]] = []
    if form.filled_on and any(one.value is not None for one in form.answers):
        signs.append((cross, made.texts("print.mark_now", date=made.words.day(form.filled_on))))
    if form.before_on and any(one.before is not None for one in form.answers):
        signs.append((earlier, made.texts("print.mark_before", date=made.words.day(form.before_on))))
    return signs


def _answer(made: _Made, parent: Element, form: FilledBlock, answer: AnswerBlock, number: int) -> Strip:
    marks = LineMarks(answer.value, answer.before, form.steps, made.look)
    asked = Asked(
        number, answer.easy_text if made.easy else answer.text, answer.left, answer.right, form.steps,
        _alt(made, form, answer),
    )  # fmt: skip
    return answer_strip(parent, asked, made.look, drawing=marks.draw, room=marks.room, notes=_notes(made, answer))


def _notes(made: _Made, answer: AnswerBlock) -> tuple[str, ...]:
    """What there is to know of a mark."""
    key = f"print.mark_{answer.note.value if answer.note else 'missing'}"
    return (made.texts(key),) if made.texts.has(key) else ()


def _trends(made: _Made, answers: Sequence[AnswerBlock]) -> list[Strip]:
    """What has become of the answers since the round before, in careful words."""
    strips: list[Strip] = []
    for trend in Trend:
        names = [lowered(one.voices.name) for one in answers if one.trend is trend]
        if names:
            said = made.texts(f"print.trend_{trend.value}", items=", ".join(names))
            strips += _text(made, said)
    return strips


def _alt(made: _Made, form: FilledBlock, answer: AnswerBlock) -> str:
    """The drawing in words: where on the line the marks stand."""
    texts = made.texts
    if answer.value is None:
        said = [texts("print.mark_missing")]
    elif form.steps:
        said = [texts("print.alt_ring", value=answer.value, count=form.steps)]
    else:
        said = [texts("print.alt_mark", value=plain_number(texts, answer.value))]
    if answer.before is not None:
        said.append(texts("print.alt_before", value=plain_number(texts, answer.before)))
    return " ".join(said)


def _caution(made: _Made, occasions: int) -> list[Strip]:
    """The figures are for a talk, and how many there are (I10)."""
    said = made.texts("print.caution", count=max(1, occasions))
    return text_strips(said, made.style.second, made.root.add("P"), chars=made.style.chars)


def _said(made: _Made, said: Sequence[SaidBlock]) -> list[Block]:
    """The mentee's own words, and what was talked about instead of a form."""
    blocks = []
    for talked in (True, False):
        words = [one.text for one in said if one.talked is talked]
        if words:
            key = "print.talked_instead" if talked else "print.my_words"
            strips = text_strips(made.texts(key), made.style.heading, made.root.add("H2"), keep=True)
            for text in words:
                strips += spaced(_text(made, text), 2)
            blocks.append(Block(strips, gap=16))
    return blocks


def _agreed(made: _Made, agreed: AgreedBlock | None) -> list[Block]:
    if agreed is None:
        return []
    strips = text_strips(made.texts("print.we_agreed"), made.style.heading, made.root.add("H2"), keep=True)
    if agreed.text:
        strips += _text(made, agreed.text)
    if agreed.needs:
        parent = made.root.add("L")
        for need in agreed.needs:
            strips += spaced(_led(made, parent.add("LI"), need), 2)
    return [Block(strips, gap=16)]


def _led(made: _Made, item: Element, text: str) -> list[Strip]:
    """A line of a list, with a dash before it."""
    label, body = item.add("Lbl"), item.add("LBody")
    strips = text_strips(
        text, made.style.body, body, x=LEFT + _INSET, width=WIDTH - _INSET, chars=made.style.chars,
        phrases=made.style.phrases,
    )  # fmt: skip
    dash = text_strips("\u2013", made.style.body, label)[0]
    first = strips[0].draw

    def draw(canvas: TaggedCanvas, y: float) -> None:
        dash.draw(canvas, y)
        first(canvas, y)

    strips[0].draw = draw
    return strips


def _next(made: _Made, sheet: FilledSheet) -> list[Block]:
    if sheet.next_on is None:
        return []
    said = made.texts("print.next_follow_up", date=made.words.day(sheet.next_on.on))
    return [Block(text_strips(said, made.style.strong, made.root.add("P")), gap=16)]


def _text(made: _Made, text: str) -> list[Strip]:
    style = made.style
    return text_strips(text, style.body, made.root.add("P"), chars=style.chars, phrases=style.phrases)
