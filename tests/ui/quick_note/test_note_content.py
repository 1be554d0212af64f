"""What a quick note holds: as a draft and as what is saved."""

from datetime import date, time
from decimal import Decimal
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.plans import Who
from mentorapp.domain.sessions import Attendance, SessionKind
from mentorapp.domain.sharing import InfoClass
from ui.screens.quick_note.content import Content, from_draft, joined, to_draft, to_write_up
from ui.screens.quick_note.hints import other_names
from ui.screens.quick_note.reading import Candidate

DAY = date(2026, 11, 25)
FULL = Content(
    day=DAY,
    at=time(10, 30),
    kind=SessionKind.OFFICE,
    minutes="45",
    attendance=Attendance.NO_SHOW,
    text="Gick runt sjön.",
    boxes=((InfoClass.HEALTH, "Sover bättre."), (InfoClass.PRIVATE, "Trött själv.")),
    next_step="Boka studiebesök",
    who=Who.CONTACT,
    who_name="Siv",
    step_by=date(2026, 12, 1),
    step_id=uuid4(),
    next_day=date(2026, 12, 2),
    next_at=time(13),
    place="Café Låtsas",
    distance="2,5",
    mood_in="4",
    mood_out="7",
    with_interpreter=True,
)


def test_a_draft_holds_everything() -> None:
    assert from_draft(to_draft(FULL), Content(day=date(2020, 1, 1))) == FULL


def test_what_a_draft_cannot_say_stays_as_it_was() -> None:
    spoilt = {"day": "i morse", "kind": "flight", "boxes": [["SECRET", "x"]], "unknown": 1, "text": "Kvar"}
    assert from_draft(spoilt, Content(day=DAY)) == Content(day=DAY, text="Kvar")


def test_two_drafts_about_one_person_lose_no_word() -> None:
    other = Content(day=DAY, text="Ringde sedan.", boxes=((InfoClass.HEALTH, "Ont i huvudet."),), minutes="15")
    both = joined(FULL, other)
    assert both.text == "Gick runt sjön.\nRingde sedan."
    assert dict(both.boxes)[InfoClass.HEALTH] == "Sover bättre.\nOnt i huvudet."
    assert dict(both.boxes)[InfoClass.PRIVATE] == "Trött själv."
    assert (both.minutes, both.next_step, both.place) == ("15", "Boka studiebesök", "Café Låtsas")


def test_what_is_saved_keeps_each_text_in_its_class() -> None:
    mentee, booking, enrolment = uuid4(), uuid4(), uuid4()
    note = to_write_up(FULL, mentee, booking, enrolment)
    assert [(s.info_class, s.text) for s in note.new.segments] == [
        (InfoClass.PLAN, "Gick runt sjön."),
        (InfoClass.HEALTH, "Sover bättre."),
    ]
    assert note.private == ("Trött själv.",)
    assert (note.new.duration_min, note.new.distance_km) == (45, Decimal("2.5"))
    assert (note.who_name, note.booking, note.new.enrolment_id) == ("Siv", booking, enrolment)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (Content(day=DAY, minutes="en timme"), "duration_min"),
        (Content(day=DAY, minutes="-5"), "duration_min"),
        (Content(day=DAY, minutes="٤٥"), "duration_min"),
        (Content(day=DAY, distance="långt"), "distance_km"),
        (Content(day=DAY, distance="nan"), "distance_km"),
        (Content(day=DAY, distance="inf"), "distance_km"),
        (Content(day=DAY, mood_in="bra"), "mood_in"),
    ],
)
def test_what_is_no_number_is_refused_beside_its_field(content: Content, field: str) -> None:
    with pytest.raises(InputError) as refused:
        to_write_up(content, uuid4(), None, None)
    assert (refused.value.field, refused.value.key) == (field, "number_unreadable")


def test_another_mentees_name_is_a_hint_and_the_own_name_is_not() -> None:
    def person(name: str) -> Candidate:
        return Candidate(uuid4(), name, "", None, "", closed=False)

    love, birk, bo, love_too = (person(n) for n in ("Love Demosson", "Birk Provare", "Bo", "Love Annan"))
    everybody = (love, birk, bo, love_too)
    assert other_names(["Love mötte Birk.", "Birks bror"], everybody, love.mentee_id) == ("Birk",)
    assert other_names(["birkar i skogen, Bo, Love"], everybody, love.mentee_id) == ()
