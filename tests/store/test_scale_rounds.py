"""Occasions of an enrolment in the store: set by themselves, missed ones listed, none without an enrolment."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from mentorapp.domain.closing import Destination, Heading, NewClosure
from mentorapp.domain.scale_marks import Mark
from mentorapp.domain.scale_rounds import RoundKind
from mentorapp.store.closings import close_enrolment
from mentorapp.store.enrolments import change_level
from mentorapp.store.programme_levels import move_level
from mentorapp.store.rating_figures import read_rating_figures
from mentorapp.store.scale_responses import (
    NewResponse,
    add_response,
    change_response,
    get_response,
    void_response,
)
from mentorapp.store.scale_rounds import list_due_rounds, list_filled, list_missing_rounds, next_round
from mentorapp.store.store import Store


def fill(store: Store, household: Any, on: date, code: str = "well_being", item: str = "hope", **details: Any) -> UUID:
    values = {"enrolment_id": household.enrolment, **details}
    with store.write("scale_filled") as session:
        return add_response(session, NewResponse(
            mentee_id=household.mentee, code=code, event_date=on, marks=(Mark(item=item, value=Decimal(5)),), **values
        ))  # fmt: skip


def rounds(store: Store, *forms: UUID) -> list[tuple[RoundKind, str]]:
    with store.read() as session:
        return [(one.round, one.round_of) for one in (get_response(session, form) for form in forms)]


def missing(store: Store, household: Any) -> list[tuple[RoundKind, str]]:
    with store.read() as session:
        return [one.key for one in list_missing_rounds(session, household.enrolment, "well_being")]


def test_rounds_are_set_by_the_enrolment_and_missed_ones_are_listed(store: Store, household: Any, day: date) -> None:
    start = day - timedelta(days=100)
    assert missing(store, household) == [(RoundKind.START, "")]
    first = fill(store, household, start + timedelta(days=2))
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=60))
        change_level(session, household.enrolment, household.levels[2], day - timedelta(days=20))
    assert missing(store, household) == [(RoundKind.AFTER_LEVEL, "1"), (RoundKind.AFTER_LEVEL, "2")]
    late = fill(store, household, day - timedelta(days=30))
    again = fill(store, household, day - timedelta(days=28))
    assert rounds(store, first, late, again) == [
        (RoundKind.START, ""), (RoundKind.AFTER_LEVEL, "1"), (RoundKind.AD_HOC, "")
    ]  # fmt: skip
    headings = (Heading(destination=Destination.UNKNOWN, primary=True),)
    with store.write("enrolment_closed") as session:
        new = NewClosure(closed_on=day, detail="moved", headings=headings, contact_after=True)
        close_enrolment(session, household.enrolment, new)
    assert missing(store, household) == [(RoundKind.AFTER_LEVEL, "2"), (RoundKind.CLOSE, "")]
    with store.read() as session:
        ahead = list_due_rounds(session, household.enrolment)[-2:]
        assert [one.key for one in ahead] == [(RoundKind.FOLLOW_UP, "6"), (RoundKind.FOLLOW_UP, "12")]
        assert all(one.on > day for one in ahead)
    assert rounds(store, fill(store, household, day)) == [(RoundKind.CLOSE, "")]


def test_a_voided_form_leaves_its_occasion_open_again(store: Store, household: Any, day: date) -> None:
    wrong = fill(store, household, day)
    assert missing(store, household) == []
    with store.write("scale_voided") as session:
        void_response(session, wrong)
    assert missing(store, household) == [(RoundKind.START, "")]
    assert rounds(store, fill(store, household, day)) == [(RoundKind.START, "")]
    with store.read() as session:
        (filled,) = list_filled(session, household.enrolment, "well_being")
    assert (filled.kind, filled.on) == (RoundKind.START, day)


def test_forms_follow_their_level_when_levels_change_places(store: Store, household: Any, day: date) -> None:
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=60))
        change_level(session, household.enrolment, household.levels[2], day - timedelta(days=20))
    first, second = fill(store, household, day - timedelta(days=50)), fill(store, household, day)
    chosen = fill(store, household, day, round=RoundKind.AFTER_LEVEL)
    before = rounds(store, first, second, chosen)
    assert before[:2] == [(RoundKind.AFTER_LEVEL, "1"), (RoundKind.AFTER_LEVEL, "2")]
    left = missing(store, household)
    with store.write("level_moved") as session:
        move_level(session, household.levels[0], 3)
    assert rounds(store, first, second, chosen) == [
        (RoundKind.AFTER_LEVEL, "3"), (RoundKind.AFTER_LEVEL, "1"), (RoundKind.AFTER_LEVEL, "")
    ]  # fmt: skip
    assert missing(store, household) == left
    store.undo()
    assert rounds(store, first, second, chosen) == before


def test_each_form_has_occasions_of_its_own(store: Store, household: Any, day: date) -> None:
    fill(store, household, day)
    assert rounds(store, fill(store, household, day, "coherence", item_of("coherence"))) == [(RoundKind.START, "")]


def item_of(code: str) -> str:
    from mentorapp.store.scale_files import shipped_scales

    return next(one for one in shipped_scales() if one.code == code).items[0].code


def test_the_round_that_was_chosen_stands_and_without_an_enrolment_there_is_none(
    store: Store, household: Any, day: date
) -> None:
    chosen = fill(store, household, day, round=RoundKind.MID)
    alone = fill(store, household, day, enrolment_id=None)
    at_work = fill(store, household, day, "workplace_mentee", "pace")
    assert rounds(store, chosen, alone, at_work) == [
        (RoundKind.MID, ""), (RoundKind.AD_HOC, ""), (RoundKind.AD_HOC, "")
    ]  # fmt: skip
    with store.read() as session:
        assert next_round(session, None, "well_being", day).kind is RoundKind.AD_HOC
        assert next_round(session, household.enrolment, "well_being", day).kind is RoundKind.START


def test_the_last_form_before_the_level_and_the_end_is_theirs_in_the_list_and_in_the_figures(
    store: Store, household: Any, day: date
) -> None:
    forms = [fill(store, household, day - timedelta(days=days)) for days in (90, 47, 3)]
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=40))
    assert missing(store, household) == []
    headings = (Heading(destination=Destination.UNKNOWN, primary=True),)
    with store.write("enrolment_closed") as session:
        close_enrolment(session, household.enrolment, NewClosure(closed_on=day, detail="moved", headings=headings))
    assert missing(store, household) == []
    assert rounds(store, *forms) == [(RoundKind.START, ""), (RoundKind.AD_HOC, ""), (RoundKind.AD_HOC, "")]
    with store.read() as session:
        shares = read_rating_figures(session).rounds["well_being"]
    assert [(row.code, row.filled.total) for row in shares[:3]] == [("start", 1), ("after_level", 1), ("close", 1)]


def test_a_round_that_was_set_by_itself_follows_the_day_when_that_is_put_right(
    store: Store, household: Any, day: date
) -> None:
    with store.write("level_changed") as session:
        change_level(session, household.enrolment, household.levels[1], day - timedelta(days=60))
    by_itself, chosen = fill(store, household, day), fill(store, household, day, round=RoundKind.MID)
    with store.write("scale_changed_answer") as session:
        for form in (by_itself, chosen):
            change_response(session, form, event_date=day - timedelta(days=80))
    assert rounds(store, by_itself, chosen) == [(RoundKind.START, ""), (RoundKind.MID, "")]
    with store.write("scale_changed_answer") as session:
        change_response(session, by_itself, event_date=day, round=RoundKind.CLOSE)
    assert rounds(store, by_itself) == [(RoundKind.CLOSE, "")]
