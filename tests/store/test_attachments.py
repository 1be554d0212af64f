"""Files in the encrypted store: bytes written once, read one at a time, never in the journal or in clear on disk."""

import secrets
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from mentorapp.domain.attachments import LARGEST, Look, bare_name, look_of, media_type_of, text_in
from mentorapp.domain.errors import InputError, NotFoundError
from mentorapp.domain.routines import Checklist, ItemState
from mentorapp.domain.sharing import InfoClass
from mentorapp.store.attachments import (
    add_attachment,
    get_attachment,
    list_attachments,
    read_attachment,
    remove_attachment,
    set_attachment_class,
)
from mentorapp.store.routines import set_routine_item
from mentorapp.store.store import Store
from mentorapp.store.tables.own import JournalChangeRow


def test_a_file_is_kept_as_it_was(store: Store, household: Any, day: date) -> None:
    content = b"%PDF-1.7\n" + secrets.token_bytes(200_000)
    with store.write("attachment_added") as session:
        key = add_attachment(session, household.mentee, "C:\\Mina dokument\\cv Birk.pdf", content)
    with store.read() as session:
        (kept,) = list_attachments(session, household.mentee)
        assert read_attachment(session, key) == content
    assert (kept.name, kept.media_type, kept.size) == ("cv Birk.pdf", "application/pdf", len(content))
    assert (kept.added_on, kept.info_class, kept.routine_item_id) == (day, InfoClass.WORK, None)


def test_its_class_is_that_of_its_item_unless_one_is_given(store: Store, household: Any) -> None:
    with store.write("attachment_added") as session:
        item = set_routine_item(session, household.mentee, Checklist.DOCUMENTS, "grades", ItemState.DONE)
        grades = add_attachment(session, household.mentee, "betyg.txt", b"A", routine_item_id=item)
        health = add_attachment(session, household.mentee, "intyg.txt", b"B", info_class=InfoClass.HEALTH)
    with store.read() as session:
        assert get_attachment(session, grades).info_class is InfoClass.EDU
        assert get_attachment(session, health).info_class is InfoClass.HEALTH


def test_what_a_file_is_about_is_changed_with_undo(store: Store, household: Any) -> None:
    with store.write("attachment_added") as session:
        key = add_attachment(session, household.mentee, "intyg.txt", b"B")
    with store.write("attachment_class_set") as session:
        set_attachment_class(session, key, InfoClass.HEALTH)
    with store.read() as session:
        assert get_attachment(session, key).info_class is InfoClass.HEALTH
    store.undo()
    with store.read() as session:
        assert get_attachment(session, key).info_class is InfoClass.WORK


def test_a_removed_file_comes_back_with_its_bytes(store: Store, household: Any) -> None:
    with store.write("attachment_added") as session:
        key = add_attachment(session, household.mentee, "brev.txt", b"Hej")
    with store.write("attachment_removed") as session:
        remove_attachment(session, key)
    with store.read() as session:
        assert list_attachments(session, household.mentee) == ()
    store.undo()
    with store.read() as session:
        assert [f.id for f in list_attachments(session, household.mentee)] == [key]
    store.undo()
    with pytest.raises(NotFoundError), store.read() as session:
        get_attachment(session, key)
    store.redo()
    with store.read() as session:
        assert read_attachment(session, key) == b"Hej"


def test_bytes_are_neither_in_the_journal_nor_in_the_clear(store: Store, household: Any) -> None:
    canary = b"kanariefagel-" + secrets.token_hex(20).encode()
    with store.write("attachment_added") as session:
        add_attachment(session, household.mentee, "hemlig.txt", canary)
    with store.read() as session:
        told = "".join(change.after or "" for change in session.query(JournalChangeRow))
    assert canary.decode() not in told
    assert canary.hex() not in told
    for file in store.path.parent.iterdir():
        assert canary not in file.read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [("a.txt", b"", "attachment_empty"), ("a.bin", bytes(LARGEST + 1), "attachment_too_large"),
     ("folder/", b"a", "file_missing")],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_in_a_sentence(
    store: Store, household: Any, name: str, content: bytes, key: str
) -> None:
    with pytest.raises(InputError, match=key) as refusal, store.write("x") as session:
        add_attachment(session, household.mentee, name, content)
    assert refusal.value.field == "file"


def test_the_largest_file_is_kept(store: Store, household: Any) -> None:
    with store.write("attachment_added") as session:
        key = add_attachment(session, household.mentee, "stor", bytes(LARGEST))
    with store.read() as session:
        assert len(read_attachment(session, key)) == LARGEST


def test_nobody_has_files_who_is_not_there(store: Store) -> None:
    with pytest.raises(NotFoundError, match="mentee_unknown"), store.write("x") as session:
        add_attachment(session, uuid4(), "a.txt", b"a")


@pytest.mark.parametrize(
    ("content", "media_type", "look"),
    [
        (b"%PDF-1.4", "application/pdf", Look.PDF),
        (b"\x89PNG\r\n\x1a\n..", "image/png", Look.PICTURE),
        (b"\xff\xd8\xff\xe0", "image/jpeg", Look.PICTURE),
        (b"GIF89a", "image/gif", Look.PICTURE),
        (b"RIFF0000WEBPVP8 ", "image/webp", Look.PICTURE),
        ("Hej på dig".encode(), "text/plain", Look.TEXT),
        ("Hej på dig".encode("utf-16"), "text/plain", Look.TEXT),
        ("Hej på dig".encode("latin-1"), "application/octet-stream", Look.OTHER),
        (b"PK\x03\x04\x00", "application/octet-stream", Look.OTHER),
    ],
)
def test_bytes_say_what_they_are(content: bytes, media_type: str, look: Look) -> None:
    assert media_type_of(content) == media_type
    assert look_of(media_type) is look


def test_text_is_read_with_its_mark_and_its_line_ends() -> None:
    assert text_in(b"\xef\xbb\xbfEtt\r\nTv\xc3\xa5") == "Ett\nTvå"
    assert text_in("Två".encode("utf-16")) == "Två"
    assert text_in(b"\xff\xfe\x00") is None
    assert text_in(b"a\x00b") is None
    assert bare_name("/home/moa/brev.txt") == "brev.txt"
