"""The vocational profile: what was said on one day stays as it was said."""

from typing import Any
from uuid import UUID

import pytest

from mentorapp.store.store import Store
from mentorapp.store.vocational_profiles import (
    PROFILE_FIELDS,
    change_vocational_profile,
    get_vocational_profile,
    list_vocational_profiles,
)


def change(store: Store, mentee: UUID, **changes: str) -> UUID:
    with store.write("vocational_profile_changed") as session:
        return change_vocational_profile(session, mentee, **changes)


def test_a_day_is_a_version(store: Store, household: Any, clock: Any) -> None:
    with store.read() as session:
        assert get_vocational_profile(session, household.mentee) is None
    first = change(store, household.mentee, interests="Djur")
    assert change(store, household.mentee, skills="Tålamod") == first
    clock.pass_days(30)
    change(store, household.mentee, interests="Djur och mat")
    with store.read() as session:
        newest, oldest = list_vocational_profiles(session, household.mentee)
        assert get_vocational_profile(session, household.mentee) == newest
    assert (oldest.version, oldest.interests, oldest.skills) == (1, "Djur", "Tålamod")
    assert (newest.version, newest.interests, newest.skills) == (2, "Djur och mat", "Tålamod")
    assert newest.made_on == clock.today()
    store.undo()
    with store.read() as session:
        assert [p.version for p in list_vocational_profiles(session, household.mentee)] == [1]


def test_every_text_can_be_changed_and_nothing_else(store: Store, household: Any) -> None:
    change(store, household.mentee, **{name: f"Om {name}" for name in PROFILE_FIELDS})
    with store.read() as session:
        profile = get_vocational_profile(session, household.mentee)
    assert [getattr(profile, name) for name in PROFILE_FIELDS] == [f"Om {name}" for name in PROFILE_FIELDS]
    with pytest.raises(TypeError):
        change(store, household.mentee, version="3")
