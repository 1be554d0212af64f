"""How somebody has it, from paper to curve, by keyboard alone; what was said instead; and what Idag makes of it."""

import pytest

from .desk import Desk, said_in
from .hand import focus_name, focused
from .intake_steps import add_person, give_thinking_time, said_today, say_yes
from .placement_steps import enter_marks
from .papers import lines_of, text_of
from .rating_steps import fill_in, print_form, say_instead, turn_to_form

OWN_FORM, TALKED = "Hur har jag det?", "Det känns tungt på morgnarna, bättre sedan."
MARKS = ("41", "52", "38", "60", "47", "55", "62", "33", "70", "58")


def test_forms_are_filled_in_by_keyboard_and_idag_says_what_they_ask_for(desk: Desk) -> None:
    desk.choose_printer("Prov")
    _the_way_in(desk)
    _ten_marks_from_paper(desk)
    _four_lines(desk)
    _a_talk_instead(desk)


def _the_way_in(desk: Desk) -> None:
    add_person(desk, "Gry Exempel", "Sms")
    give_thinking_time(desk)
    desk.new_day(1)
    desk.open_person()
    say_yes(desk)


def _ten_marks_from_paper(desk: Desk) -> None:
    """Idag says that the first one waits, and leads to it; the paper is printed, filled in, and entered."""
    desk.new_day(1)
    said = said_today(desk)
    print(said)
    assert OWN_FORM in said
    desk.to("today.fill_in")
    desk.hand.space()
    desk.wait(lambda: desk.rooms.page.isVisible() and desk.rooms.page.tabs.current() == "scales")
    print_form(desk)
    print(focused(), focus_name(focused()))
    desk.hand.begin_counting()
    enter_marks(desk, MARKS)
    print("TEN", desk.hand.strokes)
    assert OWN_FORM not in said_today(desk)


def _four_lines(desk: Desk) -> None:
    """The licence is asked about once."""
    desk.open_person("scales")
    turn_to_form(desk, "ORS / SRS", 1)
    desk.press("scales.licence_yes")
    print(focused(), focus_name(focused()))


def _a_talk_instead(desk: Desk) -> None: ...
