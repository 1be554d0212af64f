"""How somebody has it, from paper to curve, by keyboard alone; what was said instead; and what Idag makes of it."""

import pytest

from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.scale_marks import FilledHow, ScaleResponse
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.domain.session_ratings import LINES
from mentorapp.store.print_log import list_prints
from mentorapp.store.scale_responses import list_responses
from mentorapp.store.settings import get_settings

from .desk import Desk, said_in
from .intake_steps import add_person, give_thinking_time, said_today, say_yes
from .papers import lines_of, text_of
from .placement_steps import enter_marks
from .rating_steps import fill_in, print_form, say_instead, turn_to_form
from .work_steps import step_up

OWN_FORM, TALKED = "Hur har jag det?", "Det känns tungt på morgnarna, bättre sedan."
MARKS = ("41", "52", "38", "60", "47", "55", "62", "33", "70", "58")
ORS, SRS = ("6,2", "7,1", "5,1", "6,4"), ("9,3", "9,3", "9,3", "9,3")
ORS_LATER, SRS_LATER = ("4,9", "6,0", "4,4", "4,5"), ("8,5", "8,5", "8,5", "8,5")


def test_forms_are_filled_in_by_keyboard_and_idag_says_what_they_ask_for(desk: Desk) -> None:
    desk.choose_printer("Prov")
    _the_way_in(desk)
    _ten_marks_from_paper(desk)
    _four_lines(desk)
    _fallen_since(desk)
    _a_talk_instead(desk)


def _the_way_in(desk: Desk) -> None:
    add_person(desk, "Gry Exempel", "Sms")
    give_thinking_time(desk)
    desk.new_day(1)
    desk.open_person()
    say_yes(desk)


def _filled(desk: Desk, code: str) -> tuple[ScaleResponse, ...]:
    with desk.read() as session:
        return list_responses(session, desk.mentee, (code,))


def _ten_marks_from_paper(desk: Desk) -> None:
    """Idag says that the first one waits, and leads to it; the paper is printed, and what is on it entered."""
    desk.new_day(1)
    assert OWN_FORM in said_today(desk)
    desk.to("today.fill_in")
    desk.hand.space()
    desk.wait(lambda: desk.rooms.page.isVisible() and desk.rooms.page.tabs.current() == "scales")
    print_form(desk)
    words = text_of(desk.sent[-1])
    assert OWN_FORM in words
    assert "Gry" not in words
    assert lines_of(desk.sent[-1]) == pytest.approx([100] * 11, abs=0.1)
    desk.hand.begin_counting()
    enter_marks(desk, MARKS)
    assert desk.hand.strokes == 32
    assert OWN_FORM not in said_today(desk)
    desk.new_day(1)
    (one,) = _filled(desk, "well_being")
    assert tuple(str(mark.value) for mark in one.marks) == MARKS
    assert one.round is RoundKind.START
    with desk.read() as session:
        assert [p.delivered_how for p in list_prints(session, None)] == [DeliveredHow.PRINTER]


def _four_lines(desk: Desk) -> None:
    """The licence is asked about once. ORS when they begin, and SRS, whose card stands below, when they part."""
    desk.open_person("scales")
    turn_to_form(desk, "ORS / SRS", 1)
    desk.press("scales.licence_yes")
    desk.hand.begin_counting()
    enter_marks(desk, ORS)
    assert desk.hand.strokes == 18
    assert fill_in(desk, SRS, "scales.srs_when") == 19


def _fallen_since(desk: Desk) -> None:
    """Exactly 5 is a change, and SRS has come below 36: both are said on Idag, and on the tab."""
    desk.new_day(9)
    with desk.read() as session:
        assert get_settings(session).session_rating_licence
    assert [[str(mark.value) for mark in _filled(desk, code)[0].marks] for code in ("ors", "srs")] == [
        [value.replace(",", ".") for value in values] for values in (ORS, SRS)
    ]
    assert "ORS" not in said_today(desk)
    desk.open_person("scales")
    enter_marks(desk, ORS_LATER)
    fill_in(desk, SRS_LATER, "scales.srs_when")
    desk.new_day(1)
    said = said_today(desk)
    assert "ORS 24,8 → 19,8. Har sjunkit 5 sedan förra gången." in said
    assert "SRS 37,2 → 34,0. Fråga hur ni har det ihop." in said
    assert not any(sensed in said for sensed in (OWN_FORM, "Gry"))
    desk.open_person("scales")
    tab = said_in(desk.rooms.page)
    assert desk.text("scales.ors_fallen_exactly", limit=5) in tab
    assert not any(line in tab for line in LINES)


def _a_talk_instead(desk: Desk) -> None:
    """After a level the form is asked for again; what was said counts as done."""
    desk.new_day(10)
    desk.open_person("overview")
    step_up(desk)
    desk.new_day(1)
    assert "Skattning efter nivå 1: Hur har jag det?" in said_today(desk)
    desk.to("today.fill_in")
    desk.hand.space()
    desk.wait(lambda: desk.rooms.page.isVisible() and desk.rooms.page.tabs.current() == "scales")
    desk.hand.begin_counting()
    say_instead(desk, TALKED)
    assert desk.hand.strokes == 7
    assert OWN_FORM not in said_today(desk)
    desk.new_day(1)
    newest = _filled(desk, "well_being")[-1]
    assert (newest.filled_how, newest.oral_note, newest.marks) == (FilledHow.ORAL, TALKED, ())
    assert (newest.round, newest.round_of) == (RoundKind.AFTER_LEVEL, "1")
