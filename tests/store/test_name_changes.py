"""Who has a new name."""

from datetime import date, timedelta

from mentorapp.store.mentees import add_mentee, change_mentee
from mentorapp.store.name_changes import list_renamed
from mentorapp.store.store import Store


def test_a_changed_name_is_known_from_the_day_it_changed(store: Store, day: date) -> None:
    with store.write("mentee_added") as session:
        cleo = add_mentee(session, "Nils")
        add_mentee(session, "Alva")
        change_mentee(session, cleo, preferred_name="Cleo")
    with store.read() as session:
        assert list_renamed(session, day - timedelta(days=60)) == {cleo}
        assert list_renamed(session, day + timedelta(days=1)) == frozenset()
