"""Edge cases of a person, by their numbers in the specification."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.ages import AGE_LIMITS, birthdays_ahead
from mentorapp.domain.calendar import age_on
from mentorapp.domain.mentees import (
    Gender,
    IdNumberType,
    Municipality,
    Pronoun,
    ProtectedIdentity,
    stops_reminders,
)
from mentorapp.domain.network import NetworkRole, is_current
from mentorapp.domain.sharing import InfoClass
from mentorapp.language.texts import Texts
from mentorapp.store.doubles import likely_doubles
from mentorapp.store.identity_numbers import list_former_numbers
from mentorapp.store.intake import accept, note_interest
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee, change_mentee, find_mentees, get_mentee
from mentorapp.store.network import add_contact, add_link, list_links
from mentorapp.store.outreach import count_referrers
from mentorapp.store.overviews import list_lines
from mentorapp.store.programmes import add_programme
from mentorapp.store.residences import add_municipality
from mentorapp.store.store import Store
from mentorapp.store.youth_duties import add_youth_duty, list_register
from ui.screens.mentees.same_names import SameNames
from ui.screens.mentees.words import Person, described


def add(store: Store, name: str, **details: Any) -> UUID:
    with store.write("mentee_added") as session:
        return add_mentee(session, name, **details)


def test_f2_a_move_does_not_change_where_somebody_lived_at_the_start(store: Store, day: date) -> None:
    alva = add(store, "Alva", municipalities=(Municipality(name="Provköping"),))
    with store.write("municipality_added") as session:
        add_municipality(session, alva, "Exempelby", day)
    with store.read() as session:
        mentee = get_mentee(session, alva)
    assert mentee.municipality_on(day - timedelta(days=200)) == "Provköping"
    assert mentee.municipality_on(day) == "Exempelby"


def test_f3_without_a_number_doubles_are_found_by_name_and_year(store: Store) -> None:
    farah = add(store, "Farah", family_name="Sagolik", birth_year=2001)
    with store.read() as session:
        assert get_mentee(session, farah).id_number_type is IdNumberType.NONE
        assert [one.mentee_id for one in likely_doubles(session, "Fara", "Sagolik", birth_year=2001)] == [farah]
        assert likely_doubles(session, "Farah", "Sagolik", birth_year=2003) == ()


def test_f4_the_same_person_with_another_number_keeps_both(store: Store, day: date) -> None:
    number = {"id_number_type": IdNumberType.SAMORDNINGSNUMMER, "id_number": "010568-1", "id_number_unchecked": True}
    farah = add(store, "Farah", **number)
    with store.write("id_number_changed") as session:
        change_mentee(session, farah, id_number_type=IdNumberType.PERSONNUMMER, id_number="19121212-1212")
    with store.read() as session:
        mentee = get_mentee(session, farah)
        former = list_former_numbers(session, farah)
    assert (mentee.id_number, mentee.id_number_unchecked) == ("19121212-1212", False)
    assert [(one.id_number, one.until) for one in former] == [("010568-1", day)]


def test_f5_a_protected_person_has_no_place_and_no_name_outside(store: Store, day: date) -> None:
    gry = add(
        store,
        "Gry",
        family_name="Dold",
        protected_identity=ProtectedIdentity.SKYDDAD_FOLKBOKFORING,
        municipalities=(Municipality(name="Testfors"),),
        display_alias="GD 100",
    )
    with store.write("duty_added") as session:
        add_youth_duty(session, gry, date(2025, 8, 1), municipality="Testfors", receiver_name="Testfors komvux")
    with store.read() as session:
        line = list_lines(session)[0]
        (registered,) = list_register(session)
        mentee = get_mentee(session, gry)
    assert "Testfors" not in described(Texts("sv"), Person(line, day))
    assert not {"Gry", "Dold", "Testfors"} & set(f"{registered}".replace("'", " ").split())
    assert mentee.place_class() is InfoClass.LOCATION


def test_f6_a_new_name_and_pronoun_hold_at_once_and_the_old_name_is_found(store: Store, day: date) -> None:
    cleo = add(store, "Klara", family_name="Fiktiv", pronoun=Pronoun.HON)
    with store.write("mentee_changed") as session:
        change_mentee(session, cleo, preferred_name="Cleo", pronoun=Pronoun.HEN)
    with store.read() as session:
        assert [one.id for one in find_mentees(session, "Klara Fiktiv")] == [cleo]
        mentee = get_mentee(session, cleo)
        assert [one.mentee_id for one in likely_doubles(session, "Klara", "Fiktiv")] == [cleo]
    assert (mentee.full_name, mentee.pronoun) == ("Cleo Fiktiv", Pronoun.HEN)
    assert [(one.name, one.until) for one in mentee.former_names] == [("Klara Fiktiv", day)]


def test_f7_a_guardian_ends_by_itself_on_the_eighteenth_birthday(store: Store, day: date) -> None:
    born = date(2009, 1, 22)
    elis = add(store, "Elis", birth_date=born)
    with store.write("link_added") as session:
        add_link(session, elis, NetworkRole.GUARDIAN, contact_id=add_contact(session, "Mona"))
    with store.read() as session:
        (link,) = list_links(session, elis)
    (adult, *_) = birthdays_ahead(born, AGE_LIMITS, day)
    assert (adult.age, adult.days) == (18, 58)
    eve = adult.on - timedelta(days=1)
    assert is_current(link, age_on(born, eve), eve)
    assert not is_current(link, age_on(born, adult.on), adult.on)


@pytest.mark.parametrize("gender", list(Gender))
def test_f9_every_gender_is_a_row_of_its_own_and_totals_agree(store: Store, day: date, gender: Gender) -> None:
    with store.write("mentee_added") as session:
        programme = add_programme(session, "Level Up", get_ladder("level_up"))
        for name, one in (("Alva", gender), ("Birk", Gender.MAN)):
            details = {"gender_other": "eget ord"} if one is Gender.OTHER else {}
            mentee = add_mentee(session, name, gender=one, **details)
            accept(session, note_interest(session, mentee, programme, referrer_type="self"), day)
    with store.read() as session:
        counts = count_referrers(session)
    assert sum(one.enrolments for one in counts) == 2
    assert gender in {one.gender for one in counts}


def test_f26_two_of_one_name_stay_two_and_are_told_apart(store: Store, day: date) -> None:
    for alias, born, place in (("QT 412", date(2006, 12, 30), "Provköping"), ("RL 200", date(2003, 5, 1), "Exempelby")):
        add(
            store,
            "Alva",
            family_name="Exempelsson",
            birth_date=born,
            display_alias=alias,
            municipalities=(Municipality(name=place),),
        )
    with store.read() as session:
        lines = list_lines(session)
        assert likely_doubles(session, "Alva", "Exempelsson", birth_date=date(2003, 5, 1))[0].birth_date == date(
            2003, 5, 1
        )
    people = [Person(line, day) for line in lines]
    said = {described(Texts("sv"), one) for one in people}
    assert said == {"QT 412 · 19 år · Provköping", "RL 200 · 23 år · Exempelby"}
    assert SameNames(people).line(Texts("sv"), people).startswith("Två deltagare heter Alva Exempelsson.")


def test_f33_after_a_death_reminders_stop_and_nothing_is_closed(store: Store, day: date) -> None:
    alva = add(store, "Alva", birth_date=date(2006, 12, 30))
    with store.write("death_noted") as session:
        change_mentee(session, alva, deceased_on=day)
    with store.read() as session:
        assert stops_reminders(get_mentee(session, alva))
        assert len(list_lines(session)) == 1


def test_f40_a_leap_day_counts_on_the_twenty_eighth() -> None:
    born = date(2008, 2, 29)
    (twenty_one,) = birthdays_ahead(born, (21,), date(2029, 2, 28))
    assert (twenty_one.on, twenty_one.days, age_on(born, twenty_one.on)) == (date(2029, 2, 28), 0, 21)
    assert birthdays_ahead(born, (21,), date(2029, 3, 1)) == ()
