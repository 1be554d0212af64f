"""What a mentee lives on: periods, states with days of their own, and what is refused."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.support import IncomePeriod, IncomeSource, IncomeState, IncomeStateOn
from mentorapp.store.incomes import (
    add_income,
    change_income,
    drop_income_state,
    get_income,
    list_incomes,
    remove_income,
    set_income_state,
)
from mentorapp.store.store import Store

SRC = IncomeSource
S = IncomeState
FIRST = date(2026, 3, 1)


@pytest.fixture
def benefit(store: Store, household: Any) -> UUID:
    with store.write("income_added") as session:
        return add_income(
            session, household.mentee, SRC.ACTIVITY_BENEFIT, FIRST, extent=50, decision_until=date(2027, 3, 5),
            known_from=" Beslutsbrev ",
        )  # fmt: skip


def one(store: Store, key: UUID) -> IncomePeriod:
    with store.read() as session:
        return get_income(session, key)


def test_a_period_is_kept_with_its_percent_and_where_it_is_known_from(store: Store, benefit: Any) -> None:
    kept = one(store, benefit)
    assert (kept.extent, kept.known_from, kept.state) == (50, "Beslutsbrev", S.GRANTED)
    assert kept.states == (IncomeStateOn(state=S.GRANTED, since=FIRST),)
    assert (kept.last_known, kept.pays) == (date(2027, 3, 5), True)


def test_an_application_a_refusal_and_an_appeal_keep_their_days(store: Store, household: Any, day: date) -> None:
    with store.write("income_added") as session:
        key = add_income(
            session, household.mentee, SRC.SICKNESS_CASH, day + timedelta(days=30), state=S.APPLIED,
            state_on=day - timedelta(days=30),
        )  # fmt: skip
    with store.write("income_state_set") as session:
        set_income_state(session, key, S.APPEALED)
        set_income_state(session, key, S.REFUSED, day - timedelta(days=9))
        set_income_state(session, key, S.REFUSED, day - timedelta(days=9))
    kept = one(store, key)
    assert [(s.state, (day - s.since).days) for s in kept.states] == [(S.APPLIED, 30), (S.REFUSED, 9), (S.APPEALED, 0)]
    assert (kept.state, kept.state_on, kept.pays) == (S.APPEALED, day, False)
    store.undo()
    assert one(store, key).state is S.APPLIED


def test_a_state_without_a_day_is_never_ahead_of_today(store: Store, household: Any, day: date) -> None:
    with store.write("income_added") as session:
        key = add_income(session, household.mentee, SRC.STUDENT_AID, day + timedelta(days=30))
    assert one(store, key).state_on == day


def test_a_state_put_in_by_mistake_is_dropped_but_not_the_last(store: Store, benefit: Any, day: date) -> None:
    with store.write("income_state_set") as session:
        set_income_state(session, benefit, S.DORMANT)
    with store.write("income_state_dropped") as session:
        drop_income_state(session, benefit, IncomeStateOn(state=S.DORMANT, since=day))
    kept = one(store, benefit)
    assert (kept.state, kept.state_on) == (S.GRANTED, FIRST)
    with pytest.raises(InputError, match="state_is_the_only_one"), store.write("x") as session:
        drop_income_state(session, benefit, kept.states[0])
    with pytest.raises(NotFoundError), store.write("x") as session:
        drop_income_state(session, benefit, IncomeStateOn(state=S.REFUSED, since=day))


def test_two_periods_of_one_source_do_not_pay_for_the_same_day(store: Store, household: Any, benefit: Any) -> None:
    with pytest.raises(InputError) as refusal, store.write("x") as session:
        add_income(session, household.mentee, SRC.ACTIVITY_BENEFIT, date(2027, 3, 5))
    assert (refusal.value.field, refusal.value.key) == ("from_date", "income_overlaps")
    assert refusal.value.values["day"] == "2026-03-01"
    with store.write("income_added") as session:
        later = add_income(session, household.mentee, SRC.ACTIVITY_BENEFIT, date(2027, 3, 6))
    with pytest.raises(InputError, match="income_overlaps"), store.write("x") as session:
        change_income(session, later, from_date=FIRST)
    with store.read() as session:
        assert [i.from_date for i in list_incomes(session, household.mentee)] == [date(2027, 3, 6), FIRST]


def test_an_application_may_overlap_what_is_paid(store: Store, household: Any, benefit: Any, day: date) -> None:
    with store.write("income_added") as session:
        again = add_income(session, household.mentee, SRC.ACTIVITY_BENEFIT, day, state=S.APPLIED)
    with pytest.raises(InputError, match="income_overlaps"), store.write("x") as session:
        set_income_state(session, again, S.GRANTED)
    assert one(store, again).state is S.APPLIED


def test_a_wage_beside_a_wage_and_a_benefit_is_allowed(store: Store, household: Any, benefit: Any) -> None:
    with store.write("income_added") as session:
        for _ in range(2):
            add_income(session, household.mentee, SRC.WAGE, FIRST)
        add_income(session, household.mentee, SRC.STUDENT_AID, FIRST)
    with store.read() as session:
        assert len(list_incomes(session, household.mentee)) == 4


def test_another_source_than_those_named_needs_words(store: Store, household: Any, benefit: Any) -> None:
    with pytest.raises(InputError) as refusal, store.write("x") as session:
        change_income(session, benefit, source=SRC.OTHER)
    assert refusal.value.field == "source_other"
    with store.write("income_changed") as session:
        change_income(session, benefit, source=SRC.OTHER, source_other="Stipendium", extent=None)
        change_income(session, benefit, to_date=date(2026, 4, 1))
    kept = one(store, benefit)
    assert (kept.source_other, kept.extent, kept.last_known) == ("Stipendium", None, date(2026, 4, 1))
    with store.write("income_changed") as session:
        change_income(session, benefit, source=SRC.WAGE)
    assert one(store, benefit).source_other == ""


@pytest.mark.parametrize(
    ("first", "details", "field", "key"),
    [
        (FIRST, {"to_date": date(2026, 2, 28)}, "to_date", "ends_before_start"),
        (FIRST, {"decision_until": date(2026, 2, 28)}, "decision_until", "ends_before_start"),
        (date(2001, 1, 1), {"state_on": FIRST}, "from_date", "before_birth"),
        (FIRST, {"state_on": date(2001, 1, 1)}, "state_on", "before_birth"),
        (FIRST, {"state_on": date(2031, 1, 1)}, "state_on", "date_in_future"),
        (FIRST, {"extent": 40}, "extent", "extent_unknown"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, household: Any, first: date, details: dict[str, Any], field: str, key: str
) -> None:
    with pytest.raises(InputError) as refusal, store.write("x") as session:
        add_income(session, household.mentee, SRC.ESTABLISHMENT, first, **details)
    assert (refusal.value.field, refusal.value.key) == (field, key)


def test_a_field_that_does_not_exist_is_a_bug(store: Store, benefit: Any) -> None:
    with pytest.raises(TypeError), store.write("x") as session:
        change_income(session, benefit, state=S.REFUSED)


def test_a_removed_period_comes_back_with_its_states(store: Store, household: Any, benefit: Any) -> None:
    before = one(store, benefit)
    with store.write("income_removed") as session:
        remove_income(session, benefit)
    with pytest.raises(NotFoundError):
        one(store, benefit)
    store.undo()
    assert one(store, benefit) == before


def test_nobody_has_income_who_is_not_there(store: Store) -> None:
    with pytest.raises(NotFoundError, match="mentee_unknown"), store.write("x") as session:
        add_income(session, uuid4(), SRC.WAGE, FIRST)
