"""What other actors do around a mentee: states with their days, owners, classes, and what is refused."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import InterventionKind, InterventionState, ParallelIntervention, StateOn
from mentorapp.store.interventions import (
    add_intervention,
    change_intervention,
    drop_intervention_state,
    get_intervention,
    list_interventions,
    remove_intervention,
    set_intervention_state,
)
from mentorapp.store.store import Store

K = InterventionKind
S = InterventionState


@pytest.fixture
def debt(store: Store, household: Any, day: date) -> UUID:
    with store.write("intervention_added") as session:
        return add_intervention(
            session, household.mentee, K.DEBT_ADVICE, "  Budget-  och skuldrådgivningen ", state=S.APPLIED,
            since=day - timedelta(days=20), next_step="Ta med breven", mentor_task="Följa med", owner_name="Stina",
        )  # fmt: skip


def one(store: Store, key: UUID) -> ParallelIntervention:
    with store.read() as session:
        return get_intervention(session, key)


def test_an_intervention_is_kept_with_its_first_state(store: Store, debt: Any, day: date) -> None:
    kept = one(store, debt)
    assert kept.actor == "Budget- och skuldrådgivningen"
    assert kept.info_class is InfoClass.SOCIAL
    assert kept.states == (StateOn(state=S.APPLIED, since=day - timedelta(days=20)),)
    assert (kept.has_owner, kept.has_receiver, kept.is_open) == (True, False, True)


def test_every_state_keeps_its_day_and_the_newest_counts(store: Store, debt: Any, day: date) -> None:
    with store.write("intervention_state_set") as session:
        set_intervention_state(session, debt, S.ONGOING)
        set_intervention_state(session, debt, S.WAITING, day - timedelta(days=9))
        set_intervention_state(session, debt, S.WAITING, day - timedelta(days=9))
    kept = one(store, debt)
    assert [s.state for s in kept.states] == [S.APPLIED, S.WAITING, S.ONGOING]
    assert kept.state is S.ONGOING


def test_a_state_is_undone_whole(store: Store, debt: Any) -> None:
    before = one(store, debt)
    with store.write("intervention_state_set") as session:
        set_intervention_state(session, debt, S.REFUSED)
    assert not one(store, debt).is_open
    store.undo()
    assert one(store, debt) == before


def test_what_ended_gets_its_last_day(store: Store, debt: Any, day: date) -> None:
    with store.write("intervention_state_set") as session:
        set_intervention_state(session, debt, S.ENDED)
    assert one(store, debt).to_date == day
    with store.write("intervention_changed") as session:
        change_intervention(session, debt, to_date=day - timedelta(days=2))
        set_intervention_state(session, debt, S.ENDED)
    assert one(store, debt).to_date == day - timedelta(days=2)


def test_an_end_before_its_first_day_is_that_day(store: Store, household: Any, day: date) -> None:
    ahead = day + timedelta(days=10)
    with store.write("intervention_added") as session:
        key = add_intervention(session, household.mentee, K.LSS, "LSS", state=S.GRANTED, from_date=ahead)
        set_intervention_state(session, key, S.ENDED)
    assert one(store, key).to_date == ahead


def test_a_state_put_in_by_mistake_is_dropped_but_not_the_last(store: Store, debt: Any, day: date) -> None:
    with store.write("intervention_state_set") as session:
        set_intervention_state(session, debt, S.REFUSED)
    with store.write("intervention_state_dropped") as session:
        drop_intervention_state(session, debt, StateOn(state=S.REFUSED, since=day))
    kept = one(store, debt)
    assert kept.state is S.APPLIED
    with pytest.raises(InputError, match="state_is_the_only_one"), store.write("x") as session:
        drop_intervention_state(session, debt, kept.states[0])
    with pytest.raises(NotFoundError), store.write("x") as session:
        drop_intervention_state(session, debt, StateOn(state=S.NEEDED, since=day))


def test_another_kind_brings_its_class_and_a_chosen_heavier_one_stays(store: Store, debt: Any) -> None:
    with store.write("intervention_changed") as session:
        change_intervention(session, debt, kind=K.TREATMENT, actor="Vårdcentralen")
    assert one(store, debt).info_class is InfoClass.HEALTH
    with store.write("intervention_changed") as session:
        change_intervention(session, debt, kind=K.LANGUAGE, info_class=InfoClass.SOCIAL)
        change_intervention(session, debt, kind=K.AF_PROGRAMME)
    kept = one(store, debt)
    assert (kept.kind, kept.actor, kept.info_class) == (K.AF_PROGRAMME, "Vårdcentralen", InfoClass.SOCIAL)


def test_another_kind_than_those_named_needs_words(store: Store, debt: Any) -> None:
    with pytest.raises(InputError) as refusal, store.write("x") as session:
        change_intervention(session, debt, kind=K.OTHER)
    assert refusal.value.field == "kind_other"
    with store.write("intervention_changed") as session:
        change_intervention(session, debt, kind=K.OTHER, kind_other="Ridning")
        change_intervention(session, debt, next_step="Ring stallet")
    assert one(store, debt).kind_other == "Ridning"
    with store.write("intervention_changed") as session:
        change_intervention(session, debt, kind=K.KAA)
    assert one(store, debt).kind_other == ""


@pytest.mark.parametrize(
    ("details", "field", "key"),
    [
        ({"from_date": date(2026, 5, 2), "to_date": date(2026, 5, 1)}, "to_date", "ends_before_start"),
        ({"from_date": date(1999, 5, 2)}, "from_date", "before_birth"),
        ({"to_date": date(1999, 5, 2)}, "to_date", "before_birth"),
        ({"since": date(1999, 5, 2)}, "since", "before_birth"),
        ({"since": date(2030, 5, 2)}, "since", "date_in_future"),
        ({"actor": " "}, "actor", "actor_missing"),
        ({"next_step": "x" * 201}, "next_step", "too_long"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, household: Any, details: dict[str, Any], field: str, key: str
) -> None:
    values: dict[str, Any] = {"actor": "LSS", **details}
    with pytest.raises(InputError) as refusal, store.write("x") as session:
        add_intervention(session, household.mentee, K.LSS, **values)
    assert (refusal.value.field, refusal.value.key) == (field, key)
    with store.read() as session:
        assert list_interventions(session, household.mentee) == ()


def test_a_field_that_does_not_exist_is_a_bug(store: Store, debt: Any) -> None:
    with pytest.raises(TypeError), store.write("x") as session:
        change_intervention(session, debt, diagnosis="")


def test_open_ones_come_first_and_the_newest_before_older(store: Store, household: Any, day: date) -> None:
    def add(actor: str, days: int, state: S) -> None:
        with store.write("intervention_added") as session:
            add_intervention(
                session, household.mentee, K.LANGUAGE, actor, state=state, since=day - timedelta(days=days)
            )

    add("Sfi", 40, S.ONGOING)
    add("Gammal", 10, S.ENDED)
    add("Språkcafé", 20, S.NEEDED)
    with store.read() as session:
        assert [i.actor for i in list_interventions(session, household.mentee)] == ["Språkcafé", "Sfi", "Gammal"]


def test_a_removed_intervention_comes_back_with_its_states(store: Store, household: Any, debt: Any) -> None:
    before = one(store, debt)
    with store.write("intervention_removed") as session:
        remove_intervention(session, debt)
    with store.read() as session:
        assert list_interventions(session, household.mentee) == ()
    with pytest.raises(NotFoundError):
        one(store, debt)
    change = store.undo()
    assert one(store, debt) == before
    assert change is not None
    assert household.mentee in change.mentees


def test_nobody_has_interventions_who_is_not_there(store: Store) -> None:
    with pytest.raises(NotFoundError, match="mentee_unknown"), store.write("x") as session:
        add_intervention(session, uuid4(), K.LSS, "LSS")
