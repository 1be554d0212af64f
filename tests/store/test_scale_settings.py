"""Limits of ratings are settings with shipped values: a licence asked for once, a permission, and what counts."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from mentorapp.domain.session_ratings import SHIPPED, SessionLimits
from mentorapp.store.settings import TENTHS, change_setting, get_settings
from mentorapp.store.store import Store
from mentorapp.store.tables.types import Tenths

Refusal = Callable[[str, str], Any]


def test_what_is_shipped_is_what_the_sources_say(store: Store) -> None:
    with store.read() as session:
        kept = get_settings(session)
    assert kept.session_limits == SHIPPED
    assert (kept.change_mm, kept.session_rating_licence, kept.kasam_permission) == (5, False, "")
    assert SessionLimits(
        ors_cut_off_adult=Decimal(25), ors_cut_off_young=Decimal(28), adult_from=18, reliable_change=Decimal(5),
        srs_limit=Decimal(36),
    ) == SHIPPED  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(*[st.integers(10, 200)] * 4, st.integers(12, 25))
def test_limits_are_kept_to_the_tenth(
    store: Store, adult: int, young: int, change: int, alliance: int, age: int
) -> None:
    with store.write("setting_changed") as session:
        for name, value in zip(TENTHS, (adult, young, change, alliance), strict=True):
            change_setting(session, name, value)
        change_setting(session, "ors_adult_from", age)
    with store.read() as session:
        limits = get_settings(session).session_limits
    assert [
        one * 10
        for one in (limits.ors_cut_off_adult, limits.ors_cut_off_young, limits.reliable_change, limits.srs_limit)
    ] == [adult, young, change, alliance]
    assert limits.adult_from == age


@pytest.mark.parametrize(
    ("name", "value"),
    [("change_mm", 0), ("change_mm", 51), ("ors_cut_off_adult", 401), ("ors_cut_off_young", -1), ("srs_limit", 401),
     ("ors_reliable_change", 9), ("ors_reliable_change", 201), ("ors_adult_from", 11), ("ors_adult_from", 26)],
)  # fmt: skip
def test_outside_its_range_a_limit_is_refused(store: Store, refusal: Refusal, name: str, value: int) -> None:
    with refusal(name, "number_range") as session:
        change_setting(session, name, value)


def test_the_bounds_of_tenths_are_said_in_whole(store: Store, refusal: Refusal) -> None:
    from mentorapp.domain.errors import InputError

    with pytest.raises(InputError) as refused, store.write("x") as session:
        change_setting(session, "srs_limit", 401)
    assert refused.value.values == {"lowest": 0, "highest": 40}


def test_a_permission_is_words_and_the_licence_a_yes_and_both_are_undone(store: Store, refusal: Refusal) -> None:
    with store.write("setting_changed") as session:
        change_setting(session, "kasam_permission", "  Avtal 7,\tLund ")
        change_setting(session, "session_rating_licence", True)
    with store.read() as session:
        kept = get_settings(session)
    assert (kept.kasam_permission, kept.session_rating_licence) == ("Avtal 7, Lund", True)
    with refusal("kasam_permission", "too_long") as session:
        change_setting(session, "kasam_permission", "a" * 201)
    store.undo()
    with store.read() as session:
        assert not get_settings(session).session_rating_licence


def test_a_number_with_two_decimals_is_never_cut_off_in_silence() -> None:
    column, dialect = Tenths(), sqlite.dialect()
    assert column.process_bind_param(Decimal("96.5"), dialect) == 965
    assert column.process_bind_param(None, dialect) is None
    with pytest.raises(ValueError, match="one decimal"):
        column.process_bind_param(Decimal("96.55"), dialect)
