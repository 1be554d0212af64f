"""What the page reads past the ORM is what the verbs give, for everybody of the sample."""

from datetime import date
from uuid import uuid4

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.mentees import Address, Municipality
from mentorapp.sample import fill_sample
from mentorapp.store import persons
from mentorapp.store.commitments import list_commitments
from mentorapp.store.enrolments import list_enrolments, list_level_entries
from mentorapp.store.mentees import change_mentee, get_mentee
from mentorapp.store.overviews import list_lines
from mentorapp.store.plans import add_plan, list_plans
from mentorapp.store.sessions import next_booking
from mentorapp.store.store import Store


def test_everybody_is_read_as_the_verbs_read_them(store: Store) -> None:
    day = store.clock.today()
    fill_sample(store, day)
    with store.read() as session:
        people = [line.mentee_id for line in list_lines(session)]
        assert people
        for mentee in people:
            assert persons.mentee_of(session, mentee) == get_mentee(session, mentee)
            assert persons.booking_of(session, mentee) == next_booking(session, mentee)
            enrolments = persons.enrolments_of(session, mentee)
            assert enrolments == list_enrolments(session, mentee)
            for enrolment in enrolments:
                assert persons.stays_of(session, enrolment.id) == list_level_entries(session, enrolment.id)
                assert persons.plans_of(session, enrolment.id) == list_plans(session, enrolment.id)
                assert persons.promises_of(session, enrolment.id) == list_commitments(session, enrolment.id)


def test_former_names_places_and_earlier_plans_come_along(store: Store) -> None:
    day = store.clock.today()
    fill_sample(store, day)
    with store.read() as session:
        mentee = next(line.mentee_id for line in list_lines(session) if line.enrolment_id)
        (enrolment, *_) = persons.enrolments_of(session, mentee)
    with store.write("mentee_changed") as session:
        places = (Municipality(name="Provköping"), Municipality(name="Testfors", from_date=date(2026, 1, 1)))
        homes = (Address(address="Provgatan 1"), Address(address="Provgatan 2", from_date=date(2026, 2, 1)))
        change_mentee(session, mentee, preferred_name="Någon", municipalities=places, addresses=homes)
        add_plan(session, enrolment.id, day)
    with store.read() as session:
        read = persons.mentee_of(session, mentee)
        assert read == get_mentee(session, mentee)
        assert (len(read.former_names), len(read.addresses)) == (1, 2)
        assert len(read.municipalities) > 1
        assert persons.plans_of(session, enrolment.id) == list_plans(session, enrolment.id)


def test_nobody_is_no_mentee(store: Store) -> None:
    with store.read() as session:
        with pytest.raises(NotFoundError):
            persons.mentee_of(session, uuid4())
        assert persons.enrolments_of(session, uuid4()) == ()
        assert persons.booking_of(session, uuid4()) is None
