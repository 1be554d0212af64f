"""Erased is gone: from every table, draft and line of the journal; others and the counts stay."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from mentorapp.domain.errors import NotFoundError
from mentorapp.domain.mentees import Address
from mentorapp.domain.network import NetworkRole
from mentorapp.domain.prints import DeliveredHow
from mentorapp.domain.sessions import NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.sample import DayClock, fill_sample
from mentorapp.store.drafts import keep_draft
from mentorapp.store.erasure import count_rows, erase_mentee, list_to_erase
from mentorapp.store.intake import decline
from mentorapp.store.mentees import add_mentee, change_mentee, find_mentees
from mentorapp.store.network import add_contact, add_link, list_contacts
from mentorapp.store.opening import OpenStore
from mentorapp.store.outreach import list_declines
from mentorapp.store.overviews import list_lines
from mentorapp.store.print_log import add_print, next_number
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.residences import remove_address
from mentorapp.store.sessions import add_session, void_session
from mentorapp.store.store import Change, Store

CANARY = "Kanariegul"


def rows_with(store: Store, words: str, key: UUID) -> Iterator[str]:
    """Every cell of every table that holds the words or the identifier, in letters or in hexadecimal figures."""
    with store.raw() as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor:
                for name, cell in zip(names, row, strict=True):
                    raw = cell if isinstance(cell, bytes) else str(cell).encode()
                    if words.encode() in raw or key.bytes in raw or key.hex.encode() in raw:
                        yield f"{table}.{name}"


@pytest.fixture
def gul(store: Store, day: date) -> UUID:
    """Somebody with the canary in everything that is written about them."""
    with store.write("mentee_added") as session:
        mentee = add_mentee(
            session, CANARY, family_name=CANARY, safe_contact=CANARY, addresses=(Address(address=CANARY),)
        )
        mother = add_contact(session, f"{CANARY} mor")
        add_link(session, mentee, NetworkRole.NEXT_OF_KIN, contact_id=mother)
        shared = add_contact(session, "Granne Grannsson")
        add_link(session, mentee, NetworkRole.NEXT_OF_KIN, contact_id=shared)
        add_link(session, add_mentee(session, "Birk"), NetworkRole.NEXT_OF_KIN, contact_id=shared)
        add_link(session, mentee, NetworkRole.CASEWORKER, contact_id=add_contact(session, "Sture Handläggare"))
        note = NewSession(
            mentee_id=mentee,
            kind=SessionKind.PHONE,
            event_date=day,
            place=CANARY,
            segments=(NoteSegment(text=CANARY, info_class=InfoClass.HEALTH),),
        )
        contact = add_session(session, note)
        add_private_note(session, mentee, CANARY, day)
        add_print(
            session,
            number=next_number(session, day),
            template="P01",
            template_version=1,
            mentee_id=mentee,
            audience=Audience.MENTEE,
            recipient=CANARY,
            classes=(),
            ticked=(),
            sha256="0" * 64,
            pages=1,
            printed_on=day,
            delivered_how=DeliveredHow.PRINTER,
        )
    with store.write("draft_kept") as session:
        keep_draft(session, "quick_note", mentee, {"text": CANARY})
    with store.write("session_voided") as session:
        void_session(session, contact, CANARY)
        address = find_mentees(session, CANARY)[0].addresses[0].id
        assert address is not None
        remove_address(session, address)
    with store.write("mentee_changed") as session:
        change_mentee(session, mentee, family_name=f"{CANARY} Ny")
    return mentee


def test_nothing_of_the_person_is_left_anywhere(store: Store, gul: UUID) -> None:
    assert len(set(rows_with(store, CANARY, gul))) > 10
    heard: list[Change] = []
    store.on_change(heard.append)
    with store.write("mentee_erased") as session:
        erase_mentee(session, gul)
    assert list(rows_with(store, CANARY, gul)) == []
    assert gul in heard[0].mentees
    assert {"mentee", "session", "contact", "print_log"} <= heard[0].tables


def test_others_stay_and_so_does_the_number_of_the_print(store: Store, gul: UUID) -> None:
    with store.write("mentee_erased") as session:
        erase_mentee(session, gul)
    with store.read() as session:
        assert [line.preferred_name for line in list_lines(session)] == ["Birk"]
        assert sorted(one.name for one in list_contacts(session)) == ["Granne Grannsson", "Sture Handläggare"]
    with store.raw() as connection:
        assert connection.execute("SELECT number, mentee_id, recipient FROM print_log").fetchall() == [
            ("2026-0001", None, "")
        ]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_undo_never_brings_anything_back(store: Store, gul: UUID) -> None:
    with store.write("mentee_erased") as session:
        erase_mentee(session, gul)
    while store.undo() is not None:
        pass
    while store.redo() is not None:
        pass
    assert list(rows_with(store, CANARY, gul)) == []


def test_what_would_go_is_counted_beforehand(store: Store, gul: UUID) -> None:
    with store.read() as session:
        counts = count_rows(session, gul)
    assert (counts["mentee"], counts["session"], counts["draft"], counts["private_note"]) == (1, 1, 1, 1)
    assert "programme" not in counts


def test_nobody_is_erased_twice(store: Store, gul: UUID) -> None:
    with store.write("mentee_erased") as session:
        erase_mentee(session, gul)
    with pytest.raises(NotFoundError), store.write("mentee_erased") as session:
        erase_mentee(session, gul)


def test_those_to_be_erased_are_listed_by_day(store: Store, day: date) -> None:
    with store.write("declined") as session:
        later, sooner = add_mentee(session, "Alva"), add_mentee(session, "Birk", family_name="Provare")
        decline(session, later, "not_now")
        decline(session, sooner, "not_now", erase_on=day)
    with store.read() as session:
        found = list_to_erase(session)
    assert [(one.mentee_id, one.name, one.erase_on) for one in found] == [
        (sooner, "Birk Provare", day),
        (later, "Alva", day + timedelta(30)),
    ]
    with store.write("mentee_erased") as session:
        erase_mentee(session, sooner)
    with store.read() as session:
        assert len(list_declines(session)) == 2


def test_every_sample_person_can_be_erased(opened: OpenStore, day: date) -> None:
    store = opened.store
    store.clock = DayClock(day)
    fill_sample(store, day)
    with store.read() as session:
        people = [line.mentee_id for line in list_lines(session)]
    for mentee in people:
        with store.write("mentee_erased") as session:
            erase_mentee(session, mentee)
    with store.raw() as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM note_segment").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM step").fetchone() == (0,)
    assert [name for name in rows_with(store, "Exempelsson", people[0]) if not name.startswith("setting")] == []
