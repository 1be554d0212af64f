"""P18 "Kom ihåg": a slip of A6 for a pocket or a fridge, neutral to whoever else reads it."""

from dataclasses import replace
from datetime import date

from mentorapp.domain.reminder_sheet import REMINDER, ReminderSheet
from mentorapp.domain.sharing import Released
from mentorapp.language import Texts

from .flow import Block, Strip, nothing
from .page import A6, Paper, render
from .passages import text_strips
from .plan_words import Words, capital
from .structure import Facts
from .styles import INK, SECOND, Style
from .tagging import Element
from .two_languages import both, second_style, spoken

_ORDINARY = (Style(18, 24, bold=True), Style(9, 13, colour=SECOND), Style(12, 16, bold=True))
_EASY = (Style(21, 27, bold=True), Style(12, 16, colour=SECOND), Style(14, 18, bold=True))

# Where it is stands as the place or not at all: a slip is found by others.
_WHERE = frozenset({"kind_home_visit", "kind_office", "kind_workplace_visit"})


def render_reminder(
    released: Released[ReminderSheet], *, texts: Texts, easy: bool, number: str, printed_on: date
) -> bytes:
    """One page of A6, more only where what to bring is long."""
    if not isinstance(released, Released) or not isinstance(released.sheet, ReminderSheet):
        raise TypeError("render_reminder takes a released ReminderSheet")
    if released.template.code != REMINDER.code:
        raise ValueError(f"{released.template.code} is not {REMINDER.code}")
    root = Element("Document")
    title, label, value = _EASY if easy else _ORDINARY
    heading = both(texts, "title_reminder", title, root.add("H1"), x=A6.left, width=A6.width, keep=True)
    slip = _Slip(root, Words(texts, printed_on), label, value)
    paper = Paper(
        facts=Facts(texts("print.title_reminder"), texts.language, printed_on),
        foot_left=(texts("print.number", number=number),),
        foot_right=lambda page, pages: texts("print.page", page=page, pages=pages) if pages > 1 else "",
        header=lambda _canvas, _page: None,
        first_top=A6.top,
        next_top=A6.top,
        bottom=A6.bottom,
        sheet=A6,
    )
    return render(paper, root, [Block(heading), *slip.blocks(released.sheet, easy=easy)], Strip(0, nothing))


class _Slip:
    def __init__(self, root: Element, words: Words, label: Style, value: Style) -> None:
        self._root, self._words, self._label, self._value = root, words, label, value
        self._body = replace(value, bold=False, colour=INK)

    def blocks(self, sheet: ReminderSheet, *, easy: bool) -> list[Block]:
        sender = sheet.sender
        found = self._time(sheet, easy=easy) or [Block(self._fixed("reminder_none"), gap=12)]
        if sender and sender.name:
            found.append(Block(self._said("reminder_who", sender.name), gap=9))
        if sheet.bring:
            found.append(Block(self._said("reminder_bring", sheet.bring.text), gap=9))
        if sender and sender.phone:
            found.append(Block(self._said("reminder_call", sender.phone), gap=9))
        return found

    def _time(self, sheet: ReminderSheet, *, easy: bool) -> list[Block]:
        words, meeting = self._words, sheet.meeting
        if meeting is None:
            return []
        clock = words.meeting_where(replace(meeting, place=None), easy=easy)
        when = ", ".join(part for part in (capital(words.meeting_day(meeting)), clock) if part)
        found = [Block(self._said("reminder_when", when) + self._second_day(sheet), gap=12)]
        if meeting.place:
            found.append(Block(self._said("reminder_place", meeting.place.place), gap=9))
        how = [line for key in words.meeting_keys(meeting) if key not in _WHERE for line in self._fixed(key)]
        if how:
            found.append(Block(how, gap=7))
        return found

    def _fixed(self, key: str) -> list[Strip]:
        return both(self._words.texts, key, self._body, self._root.add("P"), x=A6.left, width=A6.width)

    def _said(self, key: str, value: str) -> list[Strip]:
        label = both(self._words.texts, key, self._label, self._root.add("P"), keep=True, x=A6.left, width=A6.width)
        return label + text_strips(value, self._value, self._root.add("P"), x=A6.left, width=A6.width)

    def _second_day(self, sheet: ReminderSheet) -> list[Strip]:
        second, meeting = self._words.texts.second, sheet.meeting
        if second is None or meeting is None:
            return []
        said = second.day(meeting.on, meeting.at)
        return spoken(second, said, second_style(self._value), self._root.add("P"), x=A6.left, width=A6.width)
