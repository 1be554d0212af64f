"""P21 "Kursintyg": what a mentee took part in, signed by the mentor. Anybody may see it, and nobody else is in it."""

from datetime import date

from mentorapp.domain.course_sheet import COURSE, CourseBlock, CourseSheet
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts, full_date

from .flow import Block, Strip, nothing
from .page import render
from .passages import signatures, spaced, text_strips
from .personal import personal_paper, title_block
from .plan_words import Words
from .styles import ORDINARY, SECOND, WIDTH, Style
from .tables import Cell, Column, Tick, table_head, table_rows
from .tagging import Element

_SIGNED = Style(10, 14, bold=True)
_HOUR = 60


def render_course(released: Released[CourseSheet], *, texts: Texts, number: str, printed_on: date) -> bytes:
    """The certificate as PDF/UA-1 and PDF/A-2a."""
    if not isinstance(released, Released) or not isinstance(released.sheet, CourseSheet):
        raise TypeError("render_course takes a released CourseSheet")
    if released.template.code != COURSE.code:
        raise ValueError(f"{released.template.code} is not {COURSE.code}")
    sheet, words = released.sheet, Words(texts, printed_on)
    root = Element("Document")
    title = texts("print.title_course")
    blocks = [title_block(root, title, sheet.person)]
    if sheet.course:
        blocks.append(_course(root, sheet.course, texts))
        blocks += _topics(root, sheet, words)
    else:
        blocks.append(Block(text_strips(texts("print.course_none"), ORDINARY.body, root.add("P")), gap=13))
    paper = personal_paper(
        sheet.person,
        sheet.mentor,
        title=title,
        owned=texts("print.course_is_yours"),
        texts=texts,
        number=number,
        printed_on=printed_on,
    )
    return render(paper, root, blocks, _signature(root, sheet, texts))


def _course(root: Element, course: CourseBlock, texts: Texts) -> Block:
    strips = text_strips(course.title, ORDINARY.words, root.add("H2"), keep=True)
    said = texts("print.course_days", first=full_date(texts, course.first), last=full_date(texts, course.last))
    strips += text_strips(said, ORDINARY.body, root.add("P"))
    hours = course.minutes // _HOUR
    attended = texts("print.course_attended", count=course.attended, all=course.held)
    if hours:
        attended = f"{attended} {texts('print.course_hours', count=hours)}"
    strips += text_strips(attended, ORDINARY.body, root.add("P"))
    if course.organiser:
        strips += text_strips(texts("print.course_organiser", name=course.organiser), ORDINARY.body, root.add("P"))
    return Block(strips, gap=20)


def _topics(root: Element, sheet: CourseSheet, words: Words) -> list[Block]:
    if not sheet.topics:
        return []
    texts = words.texts
    columns = [
        Column(texts("print.column_took_part"), 0, 60),
        Column(texts("print.column_topic"), 70, 250),
        Column(texts("print.column_when"), 330, WIDTH - 330),
    ]
    rows: list[list[Cell]] = [
        [
            Tick(bool(topic.days), texts("print.took_part" if topic.days else "print.was_away")),
            topic.topic,
            ", ".join(words.day(day) for day in topic.days),
        ]
        for topic in sheet.topics
    ]
    table = root.add("Table")
    strips = text_strips(texts("print.course_topics"), ORDINARY.heading, root.add("H2"), keep=True)
    head = table_head(columns, ORDINARY, table.add("TR"))
    again = table_head(columns, ORDINARY, None)
    body = table_rows(columns, rows, ORDINARY, table)
    return [Block([*strips, *spaced([head], 3), *body], gap=18, again=again, again_from=len(strips) + 1)]


def _signature(root: Element, sheet: CourseSheet, texts: Texts) -> Strip:
    if sheet.mentor is None or sheet.course is None:
        return Strip(0, nothing)
    role = sheet.mentor.title or texts("print.role_mentor")
    strip = signatures(root, [(sheet.mentor.name, role)], name=_SIGNED, role=Style(10, 14, colour=SECOND), gap=22.5)
    strip.gap = 30
    return strip
