"""The question about violence: asked of everybody, counted, its answer apart."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.enrolments import EnrolmentStatus
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.programmes import LegalProfile
from mentorapp.domain.safety import Asked
from mentorapp.store.enrolments import add_enrolment
from mentorapp.store.ladders import get_ladder
from mentorapp.store.mentees import add_mentee
from mentorapp.store.programmes import add_programme
from mentorapp.store.safety_questions import add_question, change_question, count_asked, list_questions, remove_question
from mentorapp.store.store import Store


def test_the_question_is_kept_changed_and_taken_back(store: Store, household: Any, day: date) -> None:
    with store.write("safety_added") as session:
        key = add_question(
            session, household.mentee, Asked.ASKED, day, support_offered=True, follow_up_on=day, answer="Ja, förr."
        )
        add_question(session, household.mentee, Asked.NOT_SUITABLE, day - timedelta(days=9))
    with store.read() as session:
        newest, oldest = list_questions(session, household.mentee)
    assert (newest.answer, newest.support_offered, oldest.asked) == ("Ja, förr.", True, Asked.NOT_SUITABLE)
    with store.write("safety_changed") as session:
        change_question(session, key, Asked.DECLINED, day, followed_up_on=day)
    with store.read() as session:
        assert list_questions(session, household.mentee)[0].answer == ""
    store.undo()
    with store.write("safety_removed") as session:
        remove_question(session, key)
    store.undo()
    with store.read() as session:
        assert list_questions(session, household.mentee)[0].answer == "Ja, förr."


def test_dates_that_cannot_be_are_refused(store: Store, household: Any, day: date) -> None:
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    cases: tuple[tuple[date, dict[str, date], str], ...] = (
        (after, {}, "asked_on"),
        (date(1990, 1, 1), {}, "asked_on"),
        (day, {"follow_up_on": before}, "follow_up_on"),
        (day, {"followed_up_on": before}, "followed_up_on"),
        (day, {"followed_up_on": after}, "followed_up_on"),
    )
    for asked_on, more, field in cases:
        with store.write("safety_added") as session, pytest.raises(InputError) as refused:
            add_question(session, household.mentee, Asked.ASKED, asked_on, **more)  # type: ignore[arg-type]
        assert refused.value.field == field


def test_nobody_and_nothing_are_said(store: Store, day: date) -> None:
    with store.write("safety_added") as session:
        with pytest.raises(NotFoundError):
            add_question(session, uuid4(), Asked.ASKED, day)
        with pytest.raises(NotFoundError):
            remove_question(session, uuid4())


def test_the_youth_duty_alone_asks_nobody(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        kaa = add_programme(session, "KAA", get_ladder("level_up"), legal_profile=LegalProfile.KAA)
        alva = add_mentee(session, "Alva")
        add_enrolment(session, alva, kaa, started_on=day)
    with store.write("safety_added") as session, pytest.raises(InputError) as refused:
        add_question(session, alva, Asked.ASKED, day)
    assert refused.value.key == "not_for_youth_duty"
    with store.read() as session:
        assert count_asked(session).everybody == 0


def test_the_share_asked_counts_everybody_who_takes_part(store: Store, household: Any, day: date) -> None:
    def person(name: str, status: EnrolmentStatus, **days: Any) -> UUID:
        with store.write("mentee_added") as session:
            mentee = add_mentee(session, name)
            add_enrolment(session, mentee, household.programme, status=status, **days)
        return mentee

    asked = person("Asta", EnrolmentStatus.ACTIVE, started_on=day)
    later = person("Cleo", EnrolmentStatus.PAUSED, started_on=day)
    person("Dan", EnrolmentStatus.CLOSED, started_on=day, closed_on=day)
    person("Elis", EnrolmentStatus.INTEREST)
    with store.write("safety_added") as session:
        add_question(session, asked, Asked.DECLINED, day)
        add_question(session, asked, Asked.NOT_SUITABLE, day)
        add_question(session, later, Asked.NOT_SUITABLE, day)
    with store.read() as session:
        counts = count_asked(session)
    assert (counts.asked, counts.everybody, counts.not_yet) == (1, 3, (household.mentee, later))
