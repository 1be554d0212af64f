"""The one line that says why a row stands on Idag."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from mentorapp.domain.plans import Commitment, CommitmentState, Who
from mentorapp.domain.reminders import Booking, Person, Promise, ReviewDue, Silence
from mentorapp.domain.sessions import SessionKind
from mentorapp.language.texts import Texts
from ui.screens.today.words import (
    Naming,
    Needs,
    booking_words,
    passed_words,
    promise_words,
    promised_by,
    review_words,
    shared_names,
    silence_words,
)

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 11, 58, tzinfo=UTC)
FARAH = Person(mentee_id=uuid4(), name="Farah Sagolik", alias="ZA 276")
SV = Texts("sv")


def booking(kind: SessionKind, **details: object) -> Booking:
    values: dict[str, object] = {
        "on": TODAY,
        "at": time(13),
        "duration_min": 45,
        "place": "",
        "with_interpreter": False,
    }
    return Booking(session_id=uuid4(), person=FARAH, kind=kind, **{**values, **details})  # type: ignore[arg-type]


def promise(who: Who, by: date | None, state: CommitmentState = CommitmentState.OPEN) -> Promise:
    named = "Fredrika, FK" if who is Who.CONTACT else ""
    made = Commitment(id=uuid4(), enrolment_id=uuid4(), who=who, who_name=named, what="Besked", by=by, state=state)
    return Promise(person=FARAH, commitment=made)


def silence(days: int, limit: int = 14, attempts: int = 0, paused: bool = False, never: bool = False) -> Silence:
    return Silence(person=FARAH, days=days, limit=limit, attempts=attempts, paused=paused, never=never)


def test_a_booking_says_what_and_when() -> None:
    walk = booking(SessionKind.WALK_AND_TALK)
    assert booking_words(SV, walk, Needs(), NOW) == "Promenad, 45 minuter · om en timme"
    assert booking_words(SV, walk, Needs()) == "Promenad, 45 minuter"
    assert booking_words(Texts("en"), walk, Needs(), NOW) == "Walk, 45 minutes · in an hour"


def test_going_along_says_where_to_and_with_which_interpreter() -> None:
    along = booking(SessionKind.ACCOMPANIMENT, place="Café Låtsas", with_interpreter=True)
    assert booking_words(SV, along, Needs("dari")) == "Följer med till Café Låtsas · tolk på dari"
    assert booking_words(SV, along, Needs()) == "Följer med till Café Låtsas · tolk"


def test_no_place_is_said_of_a_protected_person() -> None:
    visit = booking(SessionKind.WORKPLACE_VISIT, place="Påhittade Bygg", on=TODAY - timedelta(days=1), at=time(14))
    assert passed_words(SV, visit, Needs(), TODAY) == "Besök på Påhittade Bygg i går 14.00"
    assert "Bygg" not in passed_words(SV, visit, Needs(protected=True), TODAY)
    assert "Bygg" not in booking_words(SV, visit, Needs(protected=True))


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (silence(9, 7), "9 dagar sedan ni pratade · ni brukar höras var sjunde dag"),
        (silence(16), "16 dagar sedan ni pratade · ni brukar höras varannan vecka"),
        (silence(12, 10), "12 dagar sedan ni pratade · ni brukar höras inom 10 dagar"),
        (silence(16, attempts=1), "16 dagar sedan ni pratade · du har försökt en gång"),
        (silence(31, 30, attempts=4, paused=True), "Uppehåll · 31 dagar · du har försökt 4 gånger"),
        (silence(20, never=True), "Ni har inte hörts än · började 20 dagar sedan"),
    ],
)
def test_a_silence_is_a_fact_about_days(one: Silence, said: str) -> None:
    assert silence_words(SV, one) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (promise(Who.MENTOR, TODAY + timedelta(days=1)), "senast i morgon"),
        (promise(Who.MENTOR, TODAY - timedelta(days=5)), "lovat till 20 november"),
        (promise(Who.CONTACT, TODAY - timedelta(days=5)), "väntar sedan 20 november"),
        (promise(Who.MENTOR, None), "utan datum"),
        (promise(Who.MENTOR, TODAY, CommitmentState.DONE), "klart i dag"),
    ],
)
def test_a_promise_says_its_day(one: Promise, said: str) -> None:
    assert promise_words(SV, one, "ZA 276", TODAY) == f"ZA 276 · {said}"


def test_somebody_elses_promise_says_whose() -> None:
    assert promised_by(SV, promise(Who.CONTACT, None)) == "Lovat av Fredrika, FK"
    assert promised_by(SV, promise(Who.MENTEE, None)) == "Lovat av deltagaren"


def test_a_promise_that_is_nobodys_is_awaited_from_nobody() -> None:
    nobodys = replace(promise(Who.CONTACT, TODAY - timedelta(days=5)).commitment, who_name="")
    one = Promise(person=FARAH, commitment=nobodys)
    assert promised_by(SV, one) == "Ingen har tagit det än"
    assert promise_words(SV, one, "ZA 276", TODAY) == "ZA 276 · lovat till 20 november"


def test_a_review_is_ahead_or_was() -> None:
    assert review_words(SV, ReviewDue(person=FARAH, on=TODAY), TODAY) == "Planen följs upp i dag"
    was = review_words(SV, ReviewDue(person=FARAH, on=TODAY - timedelta(days=5)), TODAY)
    assert was == "Planen skulle följas upp 20 november"


def test_names_are_aliases_until_they_are_shown() -> None:
    assert Naming().of(FARAH) == "ZA 276"
    assert Naming().letter(FARAH) == ""
    assert Naming(shown=True).of(FARAH) == "Farah Sagolik"
    assert Naming(shown=True).letter(FARAH) == "F"


def test_two_with_the_same_name_are_told_apart_by_alias() -> None:
    other = Person(mentee_id=uuid4(), name="Farah Sagolik", alias="FJ 721")
    naming = Naming(shown=True, twice=shared_names([FARAH, other, FARAH]))
    assert naming.of(other) == "Farah Sagolik (FJ 721)"
    assert shared_names([FARAH, FARAH]) == frozenset()
