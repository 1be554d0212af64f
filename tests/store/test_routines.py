"""Checklists: the unit's items and own words, with what has been said about them."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.lists import WordList
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.attachments import add_attachment, get_attachment
from mentorapp.store.routines import (
    add_own_item,
    change_routine_item,
    list_routine,
    remove_routine_item,
    set_routine_item,
)
from mentorapp.store.store import Store
from mentorapp.store.tables.milestones import RoutineItemRow
from mentorapp.store.word_lists import change_word

DOCUMENTS = Checklist.DOCUMENTS


def test_a_list_nobody_has_touched_is_all_open(store: Store, household: Any) -> None:
    with store.read() as session:
        entries = list_routine(session, household.mentee, DOCUMENTS)
    assert [e.word.code for e in entries] == ["cv", "letter", "references", "grades"]
    assert {(e.state, e.state_on, e.said) for e in entries} == {(ItemState.OPEN, None, None)}
    assert [e.info_class for e in entries][-1] is InfoClass.EDU


def test_done_declined_and_not_needed_have_their_day(store: Store, household: Any, day: date) -> None:
    earlier = day - timedelta(days=3)
    with store.write("routine_set") as session:
        item = set_routine_item(session, household.mentee, DOCUMENTS, "cv", ItemState.DONE, on=earlier)
        set_routine_item(session, household.mentee, DOCUMENTS, "letter", ItemState.DECLINED, note="Vill vänta")
        set_routine_item(session, household.mentee, DOCUMENTS, "grades", ItemState.NOT_NEEDED)
        again = set_routine_item(session, household.mentee, DOCUMENTS, "letter", ItemState.DECLINED)
    with store.read() as session:
        cv, letter, references, grades = list_routine(session, household.mentee, DOCUMENTS)
    assert (cv.state, cv.state_on) == (ItemState.DONE, earlier)
    assert cv.said is not None
    assert cv.said.id == item
    assert letter.said is not None
    assert (letter.said.id, letter.said.note) == (again, "Vill vänta")
    assert letter.state_on == day
    assert references.said is None
    assert (grades.state, grades.info_class) == (ItemState.NOT_NEEDED, InfoClass.EDU)


def test_an_item_is_opened_again_and_undo_closes_it(store: Store, household: Any) -> None:
    with store.write("routine_set") as session:
        item = set_routine_item(session, household.mentee, Checklist.GUIDANCE, "syv", ItemState.DONE)
    with store.write("routine_set") as session:
        change_routine_item(session, item, ItemState.OPEN, note="Bokas om")
    with store.read() as session:
        (syv,) = list_routine(session, household.mentee, Checklist.GUIDANCE)
    assert (syv.state, syv.state_on) == (ItemState.OPEN, None)
    store.undo()
    with store.read() as session:
        assert list_routine(session, household.mentee, Checklist.GUIDANCE)[0].state is ItemState.DONE


def test_own_words_come_last_and_can_go_again(store: Store, household: Any) -> None:
    with store.write("routine_added") as session:
        own = add_own_item(session, household.mentee, DOCUMENTS, "Körkortskopia")
        change_routine_item(session, own, ItemState.DONE)
        file = add_attachment(session, household.mentee, "korkort.pdf", b"%PDF-1.7 x", routine_item_id=own)
    with store.read() as session:
        last = list_routine(session, household.mentee, DOCUMENTS)[-1]
    assert last.is_own
    assert (last.word.name("sv"), last.word.name("en"), last.state) == ("Körkortskopia",) * 2 + (ItemState.DONE,)
    with store.write("routine_removed") as session:
        remove_routine_item(session, own)
    with store.read() as session:
        assert len(list_routine(session, household.mentee, DOCUMENTS)) == 4
        assert get_attachment(session, file).routine_item_id is None
    store.undo()
    with store.read() as session:
        assert list_routine(session, household.mentee, DOCUMENTS)[-1] == last
        assert get_attachment(session, file).routine_item_id == own


def test_a_checklist_of_an_enrolment_begins_anew_in_the_next(store: Store, household: Any) -> None:
    with store.write("routine_set") as session:
        set_routine_item(
            session, household.mentee, Checklist.ONBOARDING, "x", ItemState.DONE, enrolment_id=household.enrolment
        )
        same = set_routine_item(
            session, household.mentee, Checklist.ONBOARDING, "x", ItemState.DECLINED, enrolment_id=household.enrolment
        )
        add_own_item(session, household.mentee, Checklist.ONBOARDING, "Nyckel", enrolment_id=household.enrolment)
    with store.read() as session:
        here = list_routine(session, household.mentee, Checklist.ONBOARDING, enrolment_id=household.enrolment)
        other = list_routine(session, household.mentee, Checklist.ONBOARDING, enrolment_id=uuid4())
        anywhere = list_routine(session, household.mentee, Checklist.ONBOARDING)
    said = [e for e in here if e.said is not None]
    assert [e.word.code for e in said] == ["x", "other"]
    assert said[0].said is not None
    assert (said[0].said.id, said[0].state) == (same, ItemState.DECLINED)
    assert all(e.said is None for e in other)
    assert anywhere == here


def test_a_word_put_away_is_shown_only_where_something_is_said(store: Store, household: Any) -> None:
    with store.write("routine_set") as session:
        set_routine_item(session, household.mentee, DOCUMENTS, "cv", ItemState.DONE)
        for code in ("cv", "letter"):
            change_word(session, WordList.DOCUMENTS, code, in_use=False)
    with store.read() as session:
        assert [e.word.code for e in list_routine(session, household.mentee, DOCUMENTS)] == [
            "cv", "references", "grades",
        ]  # fmt: skip


def test_days_that_cannot_be_and_words_that_are_missing_are_refused(store: Store, household: Any, day: date) -> None:
    for on, key in ((day + timedelta(days=1), "date_in_future"), (date(2001, 1, 1), "before_birth")):
        with pytest.raises(InputError, match=key), store.write("x") as session:
            set_routine_item(session, household.mentee, DOCUMENTS, "cv", ItemState.DONE, on=on)
    with pytest.raises(InputError, match="item_missing"), store.write("x") as session:
        add_own_item(session, household.mentee, DOCUMENTS, " ")
    with pytest.raises(NotFoundError, match="routine_item_unknown"), store.write("x") as session:
        change_routine_item(session, uuid4(), ItemState.DONE)
    with store.read() as session:
        assert session.query(RoutineItemRow).count() == 0
