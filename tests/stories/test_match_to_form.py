"""A workplace from the wishes to the filled form in the hand, by keyboard alone. Every day is a fresh start."""

from datetime import timedelta

import pytest

from mentorapp.domain.placements import PlacementType
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.scales import Respondent
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.workplace_support import AdaptationLight
from mentorapp.store.adaptations import list_adaptations
from mentorapp.store.follow_ups import list_follow_ups
from mentorapp.store.print_log import list_prints
from mentorapp.store.scale_definitions import get_scale
from mentorapp.store.scale_responses import list_placement_responses
from mentorapp.store.sessions import list_sessions
from mentorapp.store.vocational_profiles import get_vocational_profile
from mentorapp.store.workplaces import list_workplaces

from .desk import Desk, Key, said_in
from .hand import CTRL, focus_name, focused
from .intake_steps import add_person, give_thinking_time, said_today, say_yes
from .papers import crosses, lines_of, text_of
from .placement_steps import (
    add_workplace,
    begin_placement,
    enter_marks,
    light_up,
    open_placement,
    placement,
    print_blank,
    raise_hours,
    send_to_printer,
    talk_instead,
    write_profile,
)

PLACE, SUPERVISOR = "Bageriet i hamnen", "Stina Handledarsson"
WISHES = {"interests": "Bröd och odling", "wanted": "bageri, kafé", "unwanted": "kassa", "conditions": "Lugn plats"}
FACTS = {"good_for": "Lugn start i bageri", "tasks": "Baka, väga upp", "capacity": "1"}
REASON, NEED = "Lugnt, nära hem och bröd.", "En uppgift i taget"
FORMS = ("workplace_mentee", "workplace_supervisor")
OWN_WORDS, OTHER_WORDS, SEEN = "Jag hinner inte med.", "Love är snabb.", "Trångt vid ugnen."
TALKED = "Det går bättre nu."
OWN = ("72", "64", "31", "28", "80", "75", "66", "90", "58", "85")
OTHER = ("70", "68", "74", "73", "77", "60", "70", "95", "62", "80")


def test_a_workplace_from_the_match_to_the_filled_form_in_the_hand(desk: Desk) -> None:
    desk.choose_printer("Prov")
    _the_way_in(desk)
    _the_match(desk)
    _the_introduction_day(desk)
    _hours_go_up(desk)
    _blank_forms(desk)
    _both_forms_are_entered(desk)
    _two_curves(desk)
    _a_talk_by_word_of_mouth(desk)
    _an_adaptation_is_agreed(desk)
    _the_filled_form_for_the_mentee(desk)


def _the_way_in(desk: Desk) -> None:
    add_person(desk, "Love Exempel", "Sms")
    give_thinking_time(desk)
    desk.new_day(1)
    desk.open_person()
    say_yes(desk)
    write_profile(desk, WISHES)


def _the_match(desk: Desk) -> None:
    """The place stands beside the wishes, with what both sides name; the reason is the mentor's own."""
    add_workplace(desk, PLACE, "restaurant", SUPERVISOR, FACTS)
    desk.open_person()
    matched, compared = begin_placement(desk, PLACE, PlacementType.WORK_TRAINING, "20 %", REASON, "i morgon")
    fits = desk.text("work.fits", words="bageri, lugn")
    for said in (matched, compared):
        assert WISHES["wanted"] in said
        assert FACTS["good_for"] in said
        assert fits in said
    desk.new_day(1)
    with desk.read() as session:
        profile = get_vocational_profile(session, desk.mentee)
        (place,) = list_workplaces(session)
    assert profile is not None
    assert {name: getattr(profile, name) for name in WISHES} == WISHES
    assert (place.name, place.sector, place.tasks, place.capacity) == (PLACE, "restaurant", FACTS["tasks"], 1)
    found = placement(desk)
    assert (found.type, found.from_date) == (PlacementType.WORK_TRAINING, desk.rooms.store.clock.today())
    assert (found.choice_reason, [one.percent for one in found.hours]) == (REASON, [20])
    assert found.supervisor is not None
    assert found.supervisor.name == SUPERVISOR


def _the_introduction_day(desk: Desk) -> None:
    """It was booked with the placement: Idag has it, and it is written up from there."""
    assert PLACE in said_today(desk)
    desk.to("today.write_up")
    desk.hand.space()
    desk.wait(lambda: desk.rooms.note.is_open)
    desk.hand.write("Gick runt och hälsade.")
    desk.save()
    desk.wait(lambda: not desk.rooms.note.is_open)
    with desk.read() as session:
        visit = next(one for one in list_sessions(session, desk.mentee) if one.kind is SessionKind.WORKPLACE_VISIT)
    assert (visit.attendance, visit.event_date) == (Attendance.HELD, placement(desk).from_date)


def _hours_go_up(desk: Desk) -> None:
    for days, hours in ((28, "30 %"), (35, "50%")):
        desk.new_day(days)
        open_placement(desk)
        raise_hours(desk, hours)
    found, first = placement(desk), placement(desk).from_date
    assert [((one.from_date - first).days, one.percent) for one in found.hours] == [(0, 20), (28, 30), (63, 50)]


def _blank_forms(desk: Desk) -> None:
    """One for each of the two, ten lines of 100 mm and the ruler; nobody is named on either."""
    desk.new_day(1)
    open_placement(desk)
    print_blank(desk, 0)
    print_blank(desk, 1)
    own, other = desk.sent
    with desk.read() as session:
        titles = [get_scale(session, code).title_sv for code in FORMS]
        logged = [*list_prints(session, desk.mentee), *list_prints(session, None)]
    for pdf, title in zip((own, other), titles, strict=True):
        words = text_of(pdf)
        assert title in words
        assert not [name for name in ("Love", "Stina", PLACE) if name in words]
        assert lines_of(pdf) == pytest.approx([100] * 11, abs=0.1)
    assert [(one.template, one.delivered_how) for one in logged] == [("P04", DeliveredHow.PRINTER)] * 2


def _both_forms_are_entered(desk: Desk) -> None:
    """Fyll i svar, both, what each of them says in words; then the mentee's ten marks, then the supervisor's."""
    hand = desk.hand
    assert focus_name(focused()) == desk.text("placement.fill_in")
    hand.begin_counting()
    hand.enter()
    desk.settle()
    for words in (OWN_WORDS, OTHER_WORDS, SEEN):
        hand.tab()
        hand.write(words)
    desk.save()
    enter_marks(desk, OWN)
    assert hand.strokes == 38
    assert hand.strokes <= 45
    hand.begin_counting()
    enter_marks(desk, OTHER)
    assert hand.strokes == 32
    assert focus_name(focused()) == desk.text("placement.fill_in")


def _two_curves(desk: Desk) -> None:
    """After a restart the marks are in the store, and the picture tells a screen reader where the two differ."""
    desk.new_day(1)
    with desk.read() as session:
        answers = list_placement_responses(session, placement(desk).id)
        (said,) = list_follow_ups(session, placement(desk).id)
    marks = {one.respondent: tuple(str(mark.value) for mark in one.marks) for one in answers}
    assert marks == {Respondent.MENTEE: OWN, Respondent.SUPERVISOR: OTHER}
    assert {one.follow_up_id for one in answers} == {said.id}
    assert (said.mentee_words, said.supervisor_words, said.observations) == (OWN_WORDS, OTHER_WORDS, SEEN)
    open_placement(desk)
    told = desk.to("charts.voices").accessibleDescription()
    assert "Tempo: Love 31, Handledaren 74, skiljer 43." in told
    assert "Raster: Love 28, Handledaren 73, skiljer 45." in told
    assert "Resor: Love 90, Handledaren 95." in told
    assert "Olika syn på tempo, raster och handledare" in said_in(desk.rooms.frame.window())


def _a_talk_by_word_of_mouth(desk: Desk) -> None:
    """Fyll i svar, Muntligt i stället, a text, Ctrl+Enter."""
    hand = desk.hand
    desk.new_day(6)
    open_placement(desk)
    hand.begin_counting()
    talk_instead(desk, TALKED)
    desk.save()
    assert hand.strokes == 5
    assert hand.strokes <= 6
    with desk.read() as session:
        newest = list_follow_ups(session, placement(desk).id)[0]
    assert (newest.oral_instead, newest.mentee_words) == (True, TALKED)


def _an_adaptation_is_agreed(desk: Desk) -> None:
    """What the three agree on is a need, whose other lights are lit as days go by."""
    desk.new_day(1)
    open_placement(desk)
    talk_instead(desk, "Vi pratade alla tre.")
    desk.to("placement.agreed")
    desk.hand.write(NEED)
    desk.save()
    for days, light in ((3, "in_place"), (7, "works")):
        desk.new_day(days)
        open_placement(desk)
        light_up(desk, NEED, light)
    desk.new_day(1)
    with desk.read() as session:
        (need,) = list_adaptations(session, placement(desk).id)
    assert need.text == NEED
    today = desk.rooms.store.clock.today()
    assert [need.lit_on(light) for light in AdaptationLight] == [today - timedelta(days=n) for n in (11, 8, 1)]


def _the_filled_form_for_the_mentee(desk: Desk) -> None:
    """Ctrl+P on the page of the placement: the mentee's words and marks, the supervisor's marks without a name."""
    open_placement(desk)
    sent = len(desk.sent)
    desk.hand.press(Key.Key_P, modifier=CTRL)
    send_to_printer(desk, sent)
    pdf = desk.sent[-1]
    words = text_of(pdf)
    assert not [said for said in ("Love Exempel", PLACE, OWN_WORDS, "Två röster") if said not in words]
    others = ("Stina", OTHER_WORDS, SEEN, TALKED, REASON, NEED, *WISHES.values(), *FACTS.values())
    assert not [said for said in others if len(said) > 1 and said in words]
    assert crosses(pdf) == pytest.approx([float(value) for value in OWN], abs=0.05)
    with desk.read() as session:
        newest = list_prints(session, desk.mentee)[0]
    assert (newest.template, newest.delivered_how) == ("P05", DeliveredHow.PRINTER)
    assert newest.classes == (InfoClass.ID, InfoClass.PLAN, InfoClass.WORK)
