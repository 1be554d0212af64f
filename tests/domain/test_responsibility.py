"""Interventions that nobody answers for, or that end while nothing follows."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from mentorapp.domain.responsibility import nobody_responsible
from mentorapp.domain.sharing import InfoClass
from mentorapp.domain.support import (
    InterventionKind,
    InterventionState,
    ParallelIntervention,
    StateOn,
    intervention_class,
)

TODAY = date(2026, 11, 25)
SOON = TODAY + timedelta(days=60)
MENTEE = uuid4()
S = InterventionState


def intervention(
    state: S = S.ONGOING,
    to_date: date | None = None,
    *,
    owner: str = "Anton",
    kind: InterventionKind = InterventionKind.AF_PROGRAMME,
    receiver: str = "",
) -> ParallelIntervention:
    return ParallelIntervention(
        id=uuid4(), mentee_id=MENTEE, kind=kind, actor="AF", state=state, to_date=to_date, owner_name=owner,
        receiver_name=receiver,
    )  # fmt: skip


def test_somebody_named_and_no_end_is_well() -> None:
    assert nobody_responsible((intervention(),), TODAY) == ()


@pytest.mark.parametrize("state", [S.NEEDED, S.APPLIED, S.WAITING, S.GRANTED, S.ONGOING, S.APPEALED])
def test_an_open_intervention_without_a_name_is_said(state: S) -> None:
    one = intervention(state, owner="")
    (found,) = nobody_responsible((one,), TODAY)
    assert (found.intervention, found.unowned, found.ends_on) == (one, True, None)


@pytest.mark.parametrize("state", [S.ENDED, S.REFUSED])
def test_what_is_over_needs_nobody(state: S) -> None:
    assert nobody_responsible((intervention(state, owner=""),), TODAY) == ()


@pytest.mark.parametrize("last", [TODAY - timedelta(days=5), TODAY, SOON])
def test_what_ends_within_sixty_days_with_nothing_after_is_said(last: date) -> None:
    (found,) = nobody_responsible((intervention(to_date=last),), TODAY)
    assert (found.unowned, found.ends_on) == (False, last)


def test_what_ends_later_is_not_said_yet() -> None:
    assert nobody_responsible((intervention(to_date=SOON + timedelta(days=1)),), TODAY) == ()


def test_a_last_day_of_what_has_not_begun_is_not_an_end() -> None:
    assert nobody_responsible((intervention(S.APPLIED, to_date=SOON),), TODAY) == ()


def test_a_receiver_takes_over_what_ends() -> None:
    assert nobody_responsible((intervention(to_date=SOON, receiver="Vårdcentralen"),), TODAY) == ()


@pytest.mark.parametrize("state", [S.WAITING, S.GRANTED, S.ONGOING])
@pytest.mark.parametrize("later", [None, SOON + timedelta(days=100)])
def test_another_of_the_kind_that_goes_on_follows(state: S, later: date | None) -> None:
    assert nobody_responsible((intervention(to_date=SOON), intervention(state, later)), TODAY) == ()


@pytest.mark.parametrize(
    "other",
    [
        intervention(S.APPLIED),
        intervention(S.NEEDED),
        intervention(S.ENDED),
        intervention(S.ONGOING, SOON - timedelta(days=61)),
        intervention(kind=InterventionKind.LANGUAGE),
    ],
    ids=["applied for", "needed", "ended", "ends before", "of another kind"],
)
def test_what_is_not_sure_or_not_the_same_does_not_follow(other: ParallelIntervention) -> None:
    one = intervention(to_date=SOON)
    assert one in [found.intervention for found in nobody_responsible((one, other), TODAY)]


def test_a_chosen_class_may_be_heavier_and_never_lighter() -> None:
    assert intervention_class(InterventionKind.LANGUAGE) is InfoClass.PLAN
    assert intervention_class(InterventionKind.LANGUAGE, InfoClass.SOCIAL) is InfoClass.SOCIAL
    assert intervention_class(InterventionKind.LSS, InfoClass.PLAN) is InfoClass.HEALTH
    assert intervention_class(InterventionKind.OTHER, InfoClass.WORK) is InfoClass.SOCIAL


def test_an_intervention_began_with_its_first_day_or_its_first_state() -> None:
    assert intervention().began == date.max
    one = ParallelIntervention(
        id=uuid4(), mentee_id=MENTEE, kind=InterventionKind.LSS, actor="LSS", state=S.APPLIED,
        from_date=TODAY, states=(StateOn(state=S.NEEDED, since=date(2026, 3, 1)),),
    )  # fmt: skip
    assert one.began == date(2026, 3, 1)
