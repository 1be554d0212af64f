"""The papers that are the mentee's own: the extract holds every word that is stored, and no private note."""

import subprocess
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from mentorapp.domain.record_sheet import CERTIFICATE, DISPOSAL, EXTRACT
from mentorapp.domain.sessions import NewSession, NoteSegment, SessionKind
from mentorapp.domain.sharing import InfoClass
from mentorapp.exchange.orders import Order
from mentorapp.exchange.prints import preview
from mentorapp.language import Texts
from mentorapp.store import certificates
from mentorapp.store.disclosures import add_disposal
from mentorapp.store.drafts import keep_draft
from mentorapp.store.erasure import count_rows, rules_of_persons
from mentorapp.store.extract_parts import INTERNAL, KEYS, NESTED, NOT_IN, PARTS
from mentorapp.store.mentees import add_mentee
from mentorapp.store.private_notes import add_private_note
from mentorapp.store.sessions import add_session
from mentorapp.store.store import Store
from mentorapp.store.tables import Table
from mentorapp.store.tables.own import PrintLogRow
from mentorapp.store.tables.types import Identifier
from tests.store.test_everything_survives import fill

SV = Texts("sv")
ALL = frozenset(InfoClass)
CODED = {
    "area", "target_group", "detail", "referral_referrer_type", "instruction_form", "item", "code", "template",
    "recipient_key",
}  # fmt: skip
MASKED = {(part.table, column.name) for part in PARTS for column in part.columns if column.person}


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "print.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout


def mark(store: Store, mentee: UUID) -> dict[str, tuple[str, str]]:
    """A word of its own in every text of every row of the person."""
    words: dict[str, tuple[str, str]] = {}
    with store.write("marked") as session:
        connection = session.connection()
        for table, rule in rules_of_persons():
            ids = connection.exec_driver_sql(f'SELECT id FROM "{table.name}" WHERE {rule}', (mentee.bytes,)).all()  # noqa: S608
            for column in table.c:
                if type(column.type).__name__ != "Text" or column.name in CODED or table.name in NOT_IN:
                    continue
                for (key,) in ids:
                    word = f"Zqx{len(words) + 1:04}w"
                    words[word] = (table.name, column.name)
                    update = f'UPDATE "{table.name}" SET "{column.name}" = ? WHERE id = ?'  # noqa: S608
                    connection.exec_driver_sql(update, (word, key))
    return words


def test_every_column_about_a_person_is_in_the_extract_or_has_a_reason_not_to_be() -> None:
    parts = {part.table: {part.when} | {column.name for column in part.columns} for part in PARTS}
    tables = {table.name: table for table, _rule in rules_of_persons()}
    tables["print_log"] = Table.metadata.tables[PrintLogRow.__tablename__]
    assert sorted(set(tables) - set(parts) - set(NOT_IN)) == []
    assert set(NESTED) <= set(parts)
    forgotten = {
        (name, column.name)
        for name, table in tables.items()
        if name in parts
        for column in table.c
        if column.name not in parts[name] | INTERNAL | {"created_at", "updated_at"}
        and not isinstance(column.type, Identifier)
    }
    assert forgotten - KEYS == set()


def test_every_word_that_is_stored_is_found_and_no_name_of_another_person(
    store: Store, day: date, tmp_path: Path
) -> None:
    mentee = fill(store, day)
    words = mark(store, mentee)
    order = Order(mentee_id=mentee, template=EXTRACT.code, ticks=ALL)
    made = preview(store, order, texts=SV)
    said = text_of(made.pdf, tmp_path)
    said = said.replace("\n", "")
    kept_back = {word for word, (table, column) in words.items() if column in INTERNAL or (table, column) in MASKED}
    lacking = {word: place for word, place in words.items() if word not in kept_back and word not in said}
    assert lacking == {}
    leaked = {word: words[word] for word in kept_back if word in said}
    assert leaked == {}
    assert len(words) > 150


def test_private_notes_are_never_in_it_and_the_paper_says_so(store: Store, day: date, tmp_path: Path) -> None:
    with store.write("filled") as session:
        mentee = add_mentee(session, "Kim", family_name="Platshållare")
        add_private_note(session, mentee, "Zebramarkering", day)
    order = Order(mentee_id=mentee, template=EXTRACT.code, ticks=ALL)
    said = text_of(preview(store, order, texts=SV).pdf, tmp_path)
    assert "Zebramarkering" not in said
    assert "minnesanteckningar står inte här" in said.replace("\n", " ")


def test_number_and_violence_take_a_tick(store: Store, day: date, tmp_path: Path) -> None:
    mentee = fill(store, day)
    words = mark(store, mentee)
    said = text_of(preview(store, Order(mentee_id=mentee, template=EXTRACT.code), texts=SV).pdf, tmp_path)
    secret = {
        word
        for word, (table, column) in words.items()
        if table == "safety_question" or column == "id_number" or table == "mentee_former_number"
    }
    assert secret
    assert {word for word in secret if word in said} == set()


def test_a_long_extract_says_the_heads_of_its_tables_on_every_page(store: Store, day: date, tmp_path: Path) -> None:
    with store.write("filled") as session:
        mentee = add_mentee(session, "Kim", family_name="Platshållare")
        for number in range(200):
            note = NoteSegment(text=f"Vi gick runt sjön och pratade om vecka {number}. " * 3)
            add_session(
                session,
                NewSession(
                    mentee_id=mentee,
                    kind=SessionKind.WALK_AND_TALK,
                    event_date=day - timedelta(days=number),
                    segments=(note,),
                ),
            )
    made = preview(store, Order(mentee_id=mentee, template=EXTRACT.code), texts=SV)
    said = text_of(made.pdf, tmp_path)
    assert made.pages > 10
    assert said.count("Det som står\n") >= made.pages - 2
    assert all(f"vecka {number}." in said.replace("\n", " ") for number in range(200))


def test_the_certificate_has_what_was_chosen_and_never_level_benefit_or_health(
    store: Store, day: date, tmp_path: Path
) -> None:
    mentee = fill(store, day)
    words = mark(store, mentee)
    with store.write("kept") as session:
        keep_draft(session, certificates.FORM, mentee, {"praise": "Zorro kan laga allt"})
    with store.read() as session:
        lines = certificates.list_lines(session, mentee, texts=SV)
    nothing = preview(store, Order(mentee_id=mentee, template=CERTIFICATE.code), texts=SV)
    said = text_of(nothing.pdf, tmp_path)
    assert [word for word in words if word in said and words[word][0] != "mentee"] == []
    assert "Zorro kan laga allt" in said.replace("\n", " ")
    chosen = frozenset(line.item for line in lines)
    everything = preview(store, Order(mentee_id=mentee, template=CERTIFICATE.code, items=chosen), texts=SV)
    said = text_of(everything.pdf, tmp_path)
    assert "Moa" in said, "whoever signs is named"
    tables = {words[word][0] for word in words if word in said}
    assert tables <= {"mentee", "placement", "education_support", "milestone", "vocational_profile"}
    assert {"placement", "vocational_profile"} <= tables
    assert everything.classes <= {InfoClass.ID, InfoClass.WORK, InfoClass.EDU, InfoClass.PLAN, InfoClass.LOCATION}


def test_a_disposal_is_counted_and_names_nobody(store: Store, day: date, tmp_path: Path) -> None:
    mentee = fill(store, day)
    words = mark(store, mentee)
    with store.write("erased") as session:
        disposal = add_disposal(session, "erased_person", count_rows(session, mentee))
    made = preview(store, Order(template=DISPOSAL.code, about=disposal), texts=SV)
    said = text_of(made.pdf, tmp_path)
    assert [word for word in words if word in said] == []
    assert "Uppgifterna om en person raderades" in said
    assert "Kontakter" in said
