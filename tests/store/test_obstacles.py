"""What is in the way, who takes it on, and when it was gone."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.obstacles import ObstacleKind, obstacle_class
from mentorapp.domain.plans import Who
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.network import add_contact, change_contact
from mentorapp.store.obstacles import (
    add_obstacle,
    change_obstacle,
    clear_obstacle,
    get_obstacle,
    list_obstacles,
    remove_obstacle,
)
from mentorapp.store.store import Store


def test_an_obstacle_begins_today_and_is_nobodys_until_somebody_takes_it_on(
    store: Store, household: Any, day: date
) -> None:
    with store.write("obstacle_added") as session:
        made = add_obstacle(session, household.mentee, "Får inte övningsköra", ObstacleKind.RULES)
    with store.read() as session:
        found = get_obstacle(session, made)
    assert (found.since, found.info_class, found.is_nobodys) == (day, InfoClass.PLAN, True)
    with store.write("obstacle_changed") as session:
        change_obstacle(session, made, text="Får inte övningsköra än", owner=Who.MENTOR)
    with store.read() as session:
        (found,) = list_obstacles(session, household.mentee)
    assert (found.text, found.owner, found.is_nobodys) == ("Får inte övningsköra än", Who.MENTOR, False)


def test_somebody_of_the_register_takes_it_on_and_keeps_a_new_name(store: Store, household: Any) -> None:
    with store.write("obstacle_added") as session:
        siv = add_contact(session, "Siv Provsson")
        add_obstacle(session, household.mentee, "Kö", ObstacleKind.WAITING, owner=Who.CONTACT, owner_contact_id=siv)
        change_contact(session, siv, name="Siv Ek")
    with store.read() as session:
        (found,) = list_obstacles(session, household.mentee)
    assert (found.owner_contact_id, found.owner_name) == (siv, "Siv Ek")


def test_a_name_alone_will_do_but_an_empty_one_not(store: Store, household: Any) -> None:
    with store.write("obstacle_added") as session:
        made = add_obstacle(
            session, household.mentee, "Kö", ObstacleKind.WAITING, owner=Who.CONTACT, owner_name="Siv, FK"
        )
    with store.read() as session:
        assert get_obstacle(session, made).owner_name == "Siv, FK"
    with pytest.raises(InputError) as refusal, store.write("obstacle_changed") as session:
        change_obstacle(session, made, owner=Who.CONTACT)
    assert refusal.value.field == "owner_name"


def test_the_class_follows_the_kind_until_somebody_chooses_another(store: Store, household: Any) -> None:
    with store.write("obstacle_added") as session:
        follows = add_obstacle(session, household.mentee, "Skulder", ObstacleKind.MONEY)
        change_obstacle(session, follows, kind=ObstacleKind.HEALTH)
        chosen = add_obstacle(session, household.mentee, "Kö", ObstacleKind.WAITING, info_class=InfoClass.HEALTH)
        change_obstacle(session, chosen, kind=ObstacleKind.CONTACT)
    with store.read() as session:
        classes = {one.id: one.info_class for one in list_obstacles(session, household.mentee)}
    assert classes == {follows: InfoClass.HEALTH, chosen: InfoClass.HEALTH}
    assert obstacle_class(ObstacleKind.HOUSING) is InfoClass.SOCIAL
    assert obstacle_class(ObstacleKind.MONEY) is InfoClass.INCOME


def test_another_kind_needs_its_word(store: Store, household: Any) -> None:
    with pytest.raises(InputError) as refusal, store.write("obstacle_added") as session:
        add_obstacle(session, household.mentee, "Regn", ObstacleKind.OTHER)
    assert refusal.value.field == "kind_other"
    with store.write("obstacle_added") as session:
        add_obstacle(session, household.mentee, "Regn", ObstacleKind.OTHER, kind_other="vädret")


def test_those_in_the_way_stand_first_and_the_oldest_of_them_first(store: Store, household: Any, day: date) -> None:
    with store.write("obstacle_added") as session:
        for words, since, gone in (("ny", 1, None), ("gammal", 90, None), ("löst", 80, 5), ("nyss löst", 50, 1)):
            add_obstacle(
                session,
                household.mentee,
                words,
                ObstacleKind.TECH,
                since=day - timedelta(days=since),
                cleared_on=None if gone is None else day - timedelta(days=gone),
            )
    with store.read() as session:
        found = list_obstacles(session, household.mentee)
    assert [one.text for one in found] == ["gammal", "ny", "nyss löst", "löst"]
    assert not found[2].is_nobodys


def test_an_obstacle_is_cleared_not_before_it_began_and_not_ahead(store: Store, household: Any, day: date) -> None:
    with store.write("obstacle_added") as session:
        made = add_obstacle(session, household.mentee, "Kö", ObstacleKind.WAITING)
    for on in (day - timedelta(days=1), day + timedelta(days=1)):
        with pytest.raises(InputError) as refusal, store.write("obstacle_cleared") as session:
            clear_obstacle(session, made, on)
        assert refusal.value.field == "cleared_on"
    with store.write("obstacle_cleared") as session:
        clear_obstacle(session, made, day)
    with store.write("obstacle_back") as session:
        clear_obstacle(session, made, None)
    with store.read() as session:
        assert get_obstacle(session, made).is_open


def test_an_obstacle_begins_not_ahead(store: Store, household: Any, day: date) -> None:
    with pytest.raises(InputError) as refusal, store.write("obstacle_added") as session:
        add_obstacle(session, household.mentee, "Kö", ObstacleKind.WAITING, since=day + timedelta(days=1))
    assert refusal.value.field == "since"


def test_what_was_written_by_mistake_is_removed_and_comes_back(store: Store, household: Any) -> None:
    with store.write("obstacle_added") as session:
        made = add_obstacle(session, household.mentee, "Kö", ObstacleKind.WAITING)
    with store.write("obstacle_removed") as session:
        remove_obstacle(session, made)
    with store.read() as session:
        assert list_obstacles(session, household.mentee) == ()
    store.undo()
    with store.read() as session:
        assert len(list_obstacles(session, household.mentee)) == 1


def test_what_is_not_there_and_what_is_no_field_are_refused(store: Store, household: Any) -> None:
    with pytest.raises(NotFoundError), store.write("obstacle_removed") as session:
        remove_obstacle(session, uuid4())
    with pytest.raises(TypeError), store.write("obstacle_added") as session:
        add_obstacle(session, household.mentee, "Kö", ObstacleKind.WAITING, colour="red")
