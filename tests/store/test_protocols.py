"""The protocol of a meeting, point by point: what is printed stays as it was printed."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.meetings import MeetingKind, NewPoint
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store.meetings import add_meeting, get_meeting
from mentorapp.store.mentees import add_mentee
from mentorapp.store.print_log import add_print, next_number
from mentorapp.store.protocols import (
    add_point,
    change_point,
    is_printed,
    list_protocol,
    remove_point,
    said_yes_to,
    say_yes_to,
)
from mentorapp.store.store import Store


@pytest.fixture
def key(store: Store, day: date) -> UUID:
    with store.write("meeting_added") as session:
        return add_meeting(session, add_mentee(session, "Birk"), MeetingKind.FOLLOW_UP_THREE_PARTY, day)


def log_protocol(session: Session, meeting_id: UUID) -> None:
    """As if the protocol came out of the printer today."""
    day = session.info["clock"].today()
    add_print(
        session, number=next_number(session, day), template="P08", template_version=1,
        mentee_id=get_meeting(session, meeting_id).mentee_id, audience=Audience.MENTEE, recipient="alla", classes=(),
        ticked=(), sha256="0" * 64, pages=1, printed_on=day, delivered_how=DeliveredHow.PRINTER, meeting_id=meeting_id,
    )  # fmt: skip


def printed(store: Store, key: UUID) -> None:
    with store.write("printed") as session:
        log_protocol(session, key)


def test_points_are_added_changed_and_taken_away_in_one_version(store: Store, key: UUID) -> None:
    with store.write("point_added") as session:
        first = add_point(session, key, NewPoint("Vi provar 50 procent."))
        second = add_point(session, key, NewPoint("Sture visar.", workplace_relevant=True))
        assert change_point(session, first, text="Vi provar 30 procent.", info_class=InfoClass.WORK) == first
        assert [(one.text, one.info_class) for one in list_protocol(session, key)] == [
            ("Vi provar 30 procent.", InfoClass.WORK), ("Sture visar.", InfoClass.PLAN),
        ]  # fmt: skip
        remove_point(session, second)
        assert [one.text for one in list_protocol(session, key)] == ["Vi provar 30 procent."]
        assert get_meeting(session, key).protocol_version == 1
        assert add_point(session, key, NewPoint("Bussen")) != second
        assert [one.order for one in list_protocol(session, key)] == [0, 1]


def test_a_point_without_words_or_that_is_gone_is_refused(store: Store, key: UUID) -> None:
    with store.write("point_added") as session:
        with pytest.raises(InputError, match="point"):
            add_point(session, key, NewPoint("  "))
        first = add_point(session, key, NewPoint("Bussen"))
        with pytest.raises(InputError, match="point"):
            change_point(session, first, text="")
        with pytest.raises(TypeError, match="order"):
            change_point(session, first, order=3)
        remove_point(session, first)
        with pytest.raises(NotFoundError, match="point_unknown"):
            change_point(session, first, text="Tåget")


def test_the_blank_paper_from_before_the_meeting_freezes_nothing(store: Store, key: UUID) -> None:
    printed(store, key)
    with store.write("point_added") as session:
        assert not is_printed(session, key)


def test_what_is_printed_stays_and_the_change_becomes_the_next_version(store: Store, key: UUID) -> None:
    with store.write("point_added") as session:
        first = add_point(session, key, NewPoint("Bussen"))
        second = add_point(session, key, NewPoint("Sömnen", InfoClass.HEALTH))
        say_yes_to(session, key, f"point:{second}", True)
    printed(store, key)
    with store.write("point_changed") as session:
        assert is_printed(session, key)
        changed = change_point(session, first, text="Tåget")
        assert changed != first
        assert [one.text for one in list_protocol(session, key, 1)] == ["Bussen", "Sömnen"]
        now = list_protocol(session, key)
        assert [one.text for one in now] == ["Tåget", "Sömnen"]
        assert said_yes_to(session, key) == {f"point:{now[1].id}"}
        with pytest.raises(NotFoundError, match="point_unknown"):
            remove_point(session, first)


def test_a_yes_for_all_can_be_taken_back(store: Store, key: UUID) -> None:
    with store.write("meeting_choice_set") as session:
        assert said_yes_to(session, key) == frozenset()
        say_yes_to(session, key, "point:a", True)
        say_yes_to(session, key, "point:b", True)
        say_yes_to(session, key, "point:a", False)
        assert said_yes_to(session, key) == {"point:b"}
