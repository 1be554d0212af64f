"""The bank of workplaces: used again for the next mentee, and nothing in it leads to any of them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.mentees import FormerName
from mentorapp.domain.network import OrganisationKind
from mentorapp.domain.placements import PlacementType
from mentorapp.store.erasure import count_rows
from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.network import add_contact, add_organisation
from mentorapp.store.placements import add_placement
from mentorapp.store.store import Store
from mentorapp.store.workplaces import (
    add_workplace,
    change_workplace,
    get_workplace,
    list_workplaces,
    mentees_named_in,
    note_contact_with,
    put_workplace_away,
    remove_workplace,
    workplaces_by_id,
)

Refusal = Callable[[str, str], Any]


def place(store: Store, name: str = "Fantasihallen", **details: Any) -> UUID:
    with store.write("workplace_added") as session:
        return add_workplace(session, name, **details)


def names(store: Store, **asked: Any) -> list[str]:
    with store.read() as session:
        return [one.name for one in list_workplaces(session, **asked)]


def test_everything_of_a_workplace_is_kept_with_who_runs_it(store: Store, day: date) -> None:
    with store.write("workplace_added") as session:
        employer = add_organisation(session, "Påhittade Bygg", OrganisationKind.EMPLOYER)
        boss = add_contact(session, "Åke Handledare")
    kept = place(
        store, "  Förrådet ", organisation_id=employer, supervisor_id=boss, town="Testfors", address="Torget 1",
        sector="construction", tasks="Plocka\nPacka", environment="Lugnt", good_for="Rutiner", hours="7-16",
        travel="Buss 3", instruction_form="written", capacity=2, last_contacted=day, note="Stängt i juli",
    )  # fmt: skip
    with store.read() as session:
        one = get_workplace(session, kept)
    assert one.organisation is not None
    assert one.supervisor is not None
    assert (one.name, one.organisation.name, one.supervisor.name) == ("Förrådet", "Påhittade Bygg", "Åke Handledare")
    assert (one.sector, one.instruction_form, one.capacity, one.tasks) == (
        "construction",
        "written",
        2,
        "Plocka\nPacka",
    )
    with store.write("workplace_changed") as session:
        change_workplace(
            session, kept, name="Lagret", organisation_id=None, supervisor_id=None, sector="", instruction_form="",
            capacity=None, last_contacted=None,
        )  # fmt: skip
    with store.read() as session:
        bare = get_workplace(session, kept)
    assert (bare.name, bare.organisation, bare.supervisor, bare.sector, bare.capacity) == (
        "Lagret",
        None,
        None,
        "",
        None,
    )
    store.undo()
    with store.read() as session:
        assert get_workplace(session, kept) == one


def test_workplaces_are_in_swedish_order_and_those_put_away_are_not_in_the_bank(store: Store) -> None:
    for name in ("Östra lagret", "Ateljén", "Ängen", "Affären"):
        place(store, name)
    away = place(store, "Åkeriet")
    with store.write("workplace_put_away") as session:
        put_workplace_away(session, away)
    assert names(store) == ["Affären", "Ateljén", "Ängen", "Östra lagret"]
    assert names(store, all_=True) == ["Affären", "Ateljén", "Åkeriet", "Ängen", "Östra lagret"]
    with store.write("workplace_taken_out") as session:
        put_workplace_away(session, away, False)
    assert "Åkeriet" in names(store)


@pytest.mark.parametrize(
    ("details", "field", "key"),
    [
        ({"name": " "}, "name", "name_missing"),
        ({"name": "a" * 201}, "name", "too_long"),
        ({"capacity": 100}, "capacity", "number_range"),
        ({"capacity": -1}, "capacity", "number_range"),
        ({"tasks": "a" * 10_001}, "tasks", "too_long"),
        ({"town": "a\x00b"}, "town", "invisible_characters"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(
    store: Store, refusal: Refusal, details: dict[str, Any], field: str, key: str
) -> None:
    kept = place(store)
    with refusal(field, key) as session:
        add_workplace(session, **{"name": "Hallen", **details})
    with refusal(field, key) as session:
        change_workplace(session, kept, **details)


def test_what_is_not_there_is_said(store: Store) -> None:
    kept = place(store)
    for details, key in (
        ({"organisation_id": uuid4()}, "organisation_unknown"),
        ({"supervisor_id": uuid4()}, "contact_unknown"),
    ):
        with pytest.raises(NotFoundError, match=key), store.write("x") as session:
            change_workplace(session, kept, **details)
    with pytest.raises(NotFoundError, match="workplace_unknown"), store.read() as session:
        get_workplace(session, uuid4())
    with pytest.raises(TypeError, match="mentee"), store.write("x") as session:
        change_workplace(session, kept, mentee_id=uuid4())


def test_a_workplace_where_somebody_has_been_is_put_away_instead_of_removed(
    store: Store, household: Any, day: date, refusal: Refusal
) -> None:
    kept, empty = place(store), place(store, "Tomma lokalen")
    with store.write("placement_added") as session:
        add_placement(session, household.enrolment, kept, PlacementType.INTERNSHIP, day)
    with refusal("name", "workplace_in_use") as session:
        remove_workplace(session, kept)
    with store.write("workplace_removed") as session:
        remove_workplace(session, empty)
    assert names(store) == ["Fantasihallen"]
    store.undo()
    assert names(store) == ["Fantasihallen", "Tomma lokalen"]


def test_the_bank_is_no_part_of_anybody(store: Store, household: Any) -> None:
    kept = place(store)
    with store.read() as session:
        assert "workplace" not in count_rows(session, household.mentee)
        assert set(workplaces_by_id(session, frozenset({kept, uuid4()}))) == {kept}


def test_the_last_contact_only_moves_forward(store: Store, day: date) -> None:
    kept = place(store)
    for on, last in ((day, day), (day - timedelta(days=1), day), (day + timedelta(days=1), day + timedelta(days=1))):
        with store.write("workplace_changed") as session:
            note_contact_with(session, kept, on)
        with store.read() as session:
            assert get_workplace(session, kept).last_contacted == last


def test_names_of_mentees_in_the_texts_are_pointed_out_and_never_refused(store: Store, household: Any) -> None:
    with store.write("mentee_added") as session:
        other = add_mentee(session, "Åsa", family_name="Ögren")
        change_mentee(session, other, preferred_name="Bo")
        assert mentees_named_in(session, "Birk trivdes. Provares plats.", "bra för BIRK") == ("Birk", "Provare")
        assert mentees_named_in(session, "Bo och fru Ögren") == ("Bo", "Ögren")
        assert mentees_named_in(session, "Här kan man bo i lugn") == ()
    place(store, note="Birk var här.")
    assert names(store) == ["Fantasihallen"]


def test_a_former_name_is_a_name_too(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        add_mentee(session, "Alex", former_names=(FormerName(name="Erika Fiktiv", until=day),))
        assert mentees_named_in(session, "Erika tyckte om pauserna") == ("Erika",)
