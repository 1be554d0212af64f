"""What a lost store held, counted: against the same worked out row by row with the ORM, and for single persons."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from mentorapp.domain.incident import IncidentFacts
from mentorapp.domain.mentees import IdNumberType, ProtectedIdentity
from mentorapp.domain.sharing import InfoClass
from mentorapp.sample import fill_sample
from mentorapp.store.incident_facts import read_incident_facts
from mentorapp.store.mentees import add_mentee
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.settings import change_setting
from mentorapp.store.store import Store
from mentorapp.store.subjects import mentee_of
from mentorapp.store.tables import Table
from mentorapp.store.tables.mentees import MenteeRow
from mentorapp.store.tables.scales import ScaleItemRow, ScaleResponseRow


def facts(store: Store, *, keyring: bool = False) -> IncidentFacts:
    with store.read() as session:
        return read_incident_facts(session, keyring=keyring)


def test_a_store_with_nobody_in_it(store: Store) -> None:
    assert facts(store) == IncidentFacts(
        persons=0, protected=0, contacts=0, classes=(), newest_change=None, keyring=False, sheet_proved=False
    )


def test_each_person_counts_once_in_every_kind_of_data(store: Store, day: date) -> None:
    with store.write("filled") as session:
        change_setting(session, "recovery_sheet_proved", True)
        farah = add_mentee(session, "Farah", phones=("070",), protected_identity=ProtectedIdentity.SEKRETESSMARKERING)
        kim = add_mentee(session, "Kim", id_number_type=IdNumberType.RESERVE, id_number="R-1", email="kim@exempel.se")
        add_mentee(session, "Bo")
        for whose in (farah, farah, kim):
            add_private_note(session, whose, "Något.", day)
    found = facts(store, keyring=True)
    assert (found.persons, found.protected, found.newest_change) == (3, 1, day)
    assert (found.keyring, found.sheet_proved) == (True, True)
    counts = dict(found.classes)
    assert counts[InfoClass.CONTACT] == 2
    assert counts[InfoClass.IDNUM] == 1
    assert counts[InfoClass.PRIVATE] == 2
    assert InfoClass.HEALTH not in counts


def test_the_figures_of_the_sample_people_are_those_of_every_single_row(store: Store, day: date) -> None:
    fill_sample(store, day)
    found = facts(store)
    with store.read() as session:
        worked_out = by_row(session)
    counts = dict(found.classes)
    for info_class in (InfoClass.HEALTH, InfoClass.SOCIAL, InfoClass.RATING, InfoClass.INCOME, InfoClass.ALLIANCE):
        assert counts.get(info_class, 0) == len(worked_out[info_class]) > 0, info_class
    assert found.persons == len(worked_out[InfoClass.ID]) == counts[InfoClass.ID]
    assert found.contacts > 0
    assert all(0 < count <= found.persons for count in counts.values())


def by_row(session: Any) -> dict[InfoClass, set[UUID]]:
    """Whose rows there are in which class, one by one."""
    persons: dict[InfoClass, set[UUID]] = defaultdict(set)
    for mapper in Table.registry.mappers:
        name = mapper.class_.__tablename__
        if "info_class" in mapper.local_table.c:
            for row in session.scalars(select(mapper.class_)):
                whose = mentee_of(session, row)
                if whose is not None:
                    persons[row.info_class].add(whose)
        elif name == "income_period":
            persons[InfoClass.INCOME] |= {row.mentee_id for row in session.scalars(select(mapper.class_))}
        elif name == "session":
            rows = session.scalars(select(mapper.class_))
            persons[InfoClass.HEALTH] |= {row.mentee_id for row in rows if row.mood_word or row.mood_in or row.mood_out}
    for response in session.scalars(select(ScaleResponseRow)):
        items = session.scalars(select(ScaleItemRow).where(ScaleItemRow.definition_id == response.definition_id))
        for item in items:
            persons[item.info_class].add(response.mentee_id)
    persons[InfoClass.ID] = set(session.scalars(select(MenteeRow.id)))
    return persons
