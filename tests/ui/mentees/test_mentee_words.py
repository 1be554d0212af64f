"""What the list says about a person, in both languages."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.dates_ahead import DateAhead
from mentorapp.domain.enrolments import EnrolmentStatus, Pause, StepState
from mentorapp.domain.mentees import ProtectedIdentity
from mentorapp.domain.reminder_rules import Rule
from mentorapp.domain.reminders import Person as Whom
from mentorapp.domain.sessions import SessionKind
from mentorapp.domain.watch import Watch
from mentorapp.language.texts import Texts
from mentorapp.store.attention import Attention
from mentorapp.store.overviews import LadderPlace, MenteeLine
from ui.screens.mentees.attention import notices
from ui.screens.mentees.groups import Group, counts, fitting, in_group
from ui.screens.mentees.same_names import SameNames
from ui.screens.mentees.words import Person, described, last_words, next_words, stairs, step_words
from ui.theme import Family

TODAY = date(2026, 11, 25)
SV = Texts("sv")
B, H, A = StepState.BEEN, StepState.HERE, StepState.AHEAD


ALVA = Whom(mentee_id=uuid4(), name="Alva Exempelsson", alias="QT 412")


def turns(age: int, days: int, rule: Rule) -> DateAhead:
    return DateAhead(rule=rule, person=ALVA, on=TODAY + timedelta(days=days), days=days, lead=90, age=age)


def person(renamed: bool = False, attention: Attention | None = None, **details: Any) -> Person:
    line = MenteeLine(
        mentee_id=uuid4(),
        preferred_name="Alva",
        family_name="Exempelsson",
        alias="QT 412",
        birth_date=date(2007, 3, 3),
        birth_year=None,
        protected_identity=ProtectedIdentity.NONE,
        needs_easy_read=False,
        interpreter_language="",
        municipality="Provköping",
        enrolments=1,
        enrolment_id=uuid4(),
        status=EnrolmentStatus.ACTIVE,
        started_on=TODAY - timedelta(days=49),
        programme_id=uuid4(),
        programme="Level Up",
        place=LadderPlace(order=1, name_sv="Relation", name_en="Relation", since=TODAY - timedelta(days=49), levels=4),
        last_contact_on=TODAY - timedelta(days=9),
        last_contact_kind=SessionKind.WALK_AND_TALK,
        next_on=None,
        next_at=None,
        next_kind=None,
    )
    return Person(replace(line, **details), TODAY, renamed, attention=attention or Attention())


def on_level(order: int, days: int, weeks: int | None = None) -> LadderPlace:
    since = TODAY - timedelta(days=days)
    return LadderPlace(order=order, since=since, planned_weeks=weeks, been=tuple(range(1, order)), levels=4)


def test_weeks_of_rest_are_not_counted() -> None:
    rest = Pause(
        id=uuid4(), enrolment_id=uuid4(), from_date=TODAY - timedelta(days=20), to_date=TODAY - timedelta(days=7)
    )
    one = replace(person(place=on_level(2, 48, 8)), rests=(rest,))
    assert step_words(SV, one) == "Nivå 2 · vecka 5 av 8"
    assert step_words(SV, replace(one, rests=())) == "Nivå 2 · vecka 7 av 8"


def test_alias_age_and_place_tell_people_apart() -> None:
    assert described(SV, person()) == "QT 412 · 19 år · Provköping"
    assert described(SV, person(birth_date=None, birth_year=2004)) == "QT 412 · 22 år · Provköping"
    assert described(SV, person(birth_date=None)) == "QT 412 · Provköping"


def test_no_place_of_a_protected_person() -> None:
    assert described(SV, person(protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING)) == "QT 412 · 19 år"


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({}, "Nivå 1 · dag 50"),
        ({"place": on_level(2, 24, 8)}, "Nivå 2 · vecka 4 av 8"),
        ({"place": on_level(3, 60, 8)}, "Nivå 3 · vecka 9 av 8"),
        ({"place": on_level(4, 300)}, "Nivå 4 · 10 månader"),
        ({"place": on_level(1, 40), "status": EnrolmentStatus.PAUSED}, "Nivå 1 · uppehåll"),
        ({"place": LadderPlace(levels=4), "status": EnrolmentStatus.PAUSED}, "Uppehåll"),
        ({"place": LadderPlace(levels=4)}, "Före första steget"),
        ({"status": EnrolmentStatus.AFTER_SUPPORT}, "Efterstöd"),
        ({"status": EnrolmentStatus.CLOSED}, "Avslutad"),
        ({"status": EnrolmentStatus.INTEREST}, "Intresse"),
        ({"status": None}, "Inte inskriven"),
    ],
)
def test_where_somebody_stands_is_said_in_words(details: dict[str, Any], words: str) -> None:
    assert step_words(SV, person(**details)) == words
    assert step_words(Texts("en"), person(**details))


def test_the_small_staircase_has_a_step_for_every_level() -> None:
    assert stairs(person(place=on_level(3, 1)).line) == (B, B, H, A)
    assert stairs(person(place=LadderPlace(been=(1, 2), levels=4)).line) == (B, B, A, A)
    assert stairs(person(place=LadderPlace()).line) == ()


def test_last_and_next_contact() -> None:
    assert last_words(SV, person()) == "9 dagar sedan"
    assert last_words(SV, person(last_contact_on=None)) == "inte än"
    assert next_words(SV, person()) == "inget bokat"
    assert next_words(SV, person(next_on=TODAY, next_at=time(13))) == "I dag 13.00"
    assert next_words(SV, person(next_on=TODAY + timedelta(days=1), next_at=time(10))) == "I morgon 10.00"
    assert next_words(SV, person(next_on=date(2026, 12, 3), next_at=time(10))) == "3 december"


def test_what_to_think_of_stands_in_order_of_weight() -> None:
    found = notices(
        SV,
        person(
            protected_identity=ProtectedIdentity.SEKRETESSMARKERING,
            birth_date=date(2006, 12, 30),
            status=EnrolmentStatus.PAUSED,
            interpreter_language="dari",
            needs_easy_read=True,
            renamed=True,
            attention=Attention(
                watches=(Watch(rule=Rule.NO_SHOWS, person=ALVA, subject="", count=3),),
                dates=(turns(20, 35, Rule.LEAVES_YOUTH_DUTY), turns(0, 1, Rule.THINKING)),
            ),
        ),
    )
    assert [look.text for look in found] == [
        "Skyddade uppgifter", "20 år om 35 dagar", "3 träffar blev inte av", "Uppehåll", "Tolk · lättläst", "Nytt namn",
    ]  # fmt: skip
    assert found[1].family is Family.AMBER
    assert notices(SV, person()) == ()
    for days, said in ((0, "20 år i dag"), (1, "20 år i morgon"), (-3, "Har fyllt 20")):
        coming = Attention(dates=(turns(20, days, Rule.LEAVES_YOUTH_DUTY),))
        assert notices(SV, person(attention=coming))[0].text == said
    assert notices(SV, person(needs_easy_read=True))[0].text == "Lättläst"


def test_a_break_is_current_too() -> None:
    people = [person(status=status) for status in (*EnrolmentStatus, None)]
    found = counts(people)
    assert found == {
        Group.CURRENT: 3, Group.AFTER_SUPPORT: 1, Group.PAUSED: 1, Group.CLOSED: 1, Group.INTEREST: 3, Group.ALL: 7,
    }  # fmt: skip
    assert {p.line.status for p in in_group(people, Group.INTEREST)} == {
        EnrolmentStatus.INTEREST, EnrolmentStatus.OFFERED, None,
    }  # fmt: skip


def test_the_filter_finds_with_dots_and_without() -> None:
    jari = person(preferred_name="Jari", family_name="Låtsasson", alias="CU 590")
    assert fitting([jari], "låt") == fitting([jari], "lat") == fitting([jari], "cu5") == (jari,)
    assert fitting([jari], "brik") == ()
    assert fitting([jari], " ") == (jari,)


def test_the_same_name_twice_is_told_with_what_differs() -> None:
    here = person()
    gone = person(alias="FJ 721", birth_date=date(2003, 3, 3), municipality="Exempelby", status=EnrolmentStatus.CLOSED)
    names = SameNames([here, gone, person(preferred_name="Birk")])
    assert names.line(SV, [here]) == (
        "Två deltagare heter Alva Exempelsson. Alias, ålder och ort skiljer dem åt. "
        "Den andra finns bland avslutade (FJ 721 · 23 år · Exempelby)."
    )
    assert names.line(SV, [here, gone]).endswith("skiljer dem åt.")
    assert names.line(SV, []) == ""
    assert SameNames([here]).line(SV, [here]) == ""
    birks = [person(preferred_name="Birk"), person(preferred_name="birk")]
    assert SameNames([here, gone, *birks]).line(SV, [here, *birks]).startswith("2 namn finns hos mer än en.")
