"""An old step of the journal taken back as a new one: rows come, go and change back, or nothing happens."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from mentorapp.domain.errors import MentorError
from mentorapp.domain.lists import WordList
from mentorapp.store.enrolments import add_enrolment, list_level_entries
from mentorapp.store.level_entries import remove_level_entry
from mentorapp.store.mentees import add_mentee
from mentorapp.store.reverting import revert_step, step_that_made
from mentorapp.store.settings import change_setting, get_settings
from mentorapp.store.store import Store
from mentorapp.store.tables.mentees import MenteeRow
from mentorapp.store.tables.own import JournalStepRow
from mentorapp.store.word_lists import add_word


def last_step(session: Any) -> int:
    number = session.scalar(select(JournalStepRow.number).order_by(JournalStepRow.number.desc()).limit(1))
    assert isinstance(number, int)
    return number


def test_a_row_that_was_removed_comes_back_as_it_was(store: Store, household: Any) -> None:
    with store.read() as session:
        before = list_level_entries(session, household.enrolment)
    with store.write("stay_removed") as session:
        remove_level_entry(session, before[0].id)
    with store.write("trial") as session:
        add_word(session, WordList.TOPIC, "Något annat emellan")
    with store.write("taken_back") as session:
        revert_step(session, last_step(session) - 1)
    with store.read() as session:
        assert list_level_entries(session, household.enrolment) == before
    store.undo()
    with store.read() as session:
        assert list_level_entries(session, household.enrolment) == ()


def test_what_others_stand_on_is_not_taken_away(store: Store, household: Any, day: date) -> None:
    with store.write("mentee_added") as session:
        person = add_mentee(session, "Cleo")
    with store.write("enrolled") as session:
        add_enrolment(session, person, household.programme, started_on=day)
    with store.read() as session:
        made = step_that_made(session, session.get_one(MenteeRow, person))
    with pytest.raises(MentorError) as caught, store.write("taken_back") as session:
        revert_step(session, made.number)
    assert caught.value.key == "undo_depends"


def test_a_setting_goes_back_by_its_name(store: Store) -> None:
    with store.write("setting_changed") as session:
        change_setting(session, "contact_days", 10)
    with store.write("setting_changed") as session:
        change_setting(session, "contact_days", 12)
        number = last_step(session)
    with pytest.raises(MentorError), store.write("taken_back") as session:
        revert_step(session, number)
    with store.write("taken_back") as session:
        revert_step(session, last_step(session))
    with store.read() as session:
        assert get_settings(session).contact_days == 10
