"""Who shares a name with somebody, and what tells them apart (F 26)."""

from datetime import date
from uuid import uuid4

from mentorapp.domain.mentees import Municipality, ProtectedIdentity
from mentorapp.store.mentees import add_mentee
from mentorapp.store.namesakes import Namesake, shared_name
from mentorapp.store.store import Store


def test_the_year_of_birth_and_the_alias_tell_two_of_a_name_apart(store: Store) -> None:
    with store.write("mentee_added") as session:
        place = (Municipality(name="Provköping"),)
        one = add_mentee(
            session, "Alva", family_name="Exempelsson", birth_date=date(2009, 5, 1), display_alias="AE 101",
            municipalities=place,
        )  # fmt: skip
        other = add_mentee(
            session, "alva", family_name="exempelsson", birth_year=2003, display_alias="AE 102", municipalities=place,
            protected_identity=ProtectedIdentity.SEKRETESSMARKERING,
        )  # fmt: skip
        alone = add_mentee(session, "Alva", family_name="Annan")
    with store.read() as session:
        found = shared_name(session, one)
        assert found is not None
        assert found.this == Namesake("Alva Exempelsson", "AE 101", 2009, "Provköping")
        assert found.others == (Namesake("alva exempelsson", "AE 102", 2003, ""),)
        assert shared_name(session, other) is not None
        assert shared_name(session, alone) is None
        assert shared_name(session, uuid4()) is None
