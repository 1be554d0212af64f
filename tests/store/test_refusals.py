"""What is no store, or no longer one, is refused with a sentence of its own, and nothing of it is changed."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from mentorapp.domain.errors import MentorError
from mentorapp.language import LANGUAGES, Texts
from mentorapp.store import cipher, errors, vault
from mentorapp.store.errors import (
    DiskFaultError,
    DiskFullError,
    MemoryLowError,
    StoreDamagedError,
    StoreEmptyError,
    StoreForeignError,
    StoreInUseError,
    StoreIsFolderError,
    StoreMissingError,
    StorePlaintextError,
    StoreReadOnlyError,
    StoreTooShortError,
    StoreUnreachableError,
)
from mentorapp.store.faults import fault_behind, faults_in_plain_words
from mentorapp.store.files import write_whole
from mentorapp.store.keys import FLOOR

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))
ROWS = 300


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "prov.mentor"
    cipher.create_file(path, KEY)
    connection = cipher.connect(path, KEY)
    connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)")
    connection.executemany("INSERT INTO notes VALUES (?, ?)", [(row, text_of(row)) for row in range(ROWS)])
    connection.execute("CREATE INDEX notes_by_text ON notes (text)")
    connection.execute("DELETE FROM notes WHERE id % 7 = 3")
    connection.close()
    return path


def text_of(row: int) -> str:
    return f"Exempelsson skrev rad {row}. " * 10


# One sentence each


def every_error() -> Iterator[MentorError]:
    yield errors.WrongPassphraseError()
    for key in ("passphrase_empty", "passphrase_untypable"):
        yield errors.PassphraseUnfitError("passphrase", key)
    yield errors.PassphraseUnfitError("passphrase", "passphrase_too_long", longest=1000)
    yield errors.WrongRecoveryKeyError(3)
    yield errors.RecoveryKeyLengthError(70, 72, 5)
    yield errors.RecoveryKeyLengthError(75, 72, 18)
    yield errors.RecoveryKeyMismatchError()
    yield errors.RecoveryKeyForeignError()
    for base in (errors.StoreMistakeError, errors.StoreFaultError):
        for kind in base.__subclasses__():
            yield kind()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_a_sentence_of_its_own(language: str) -> None:
    texts = Texts(language)
    sentences = {error.key: texts.error(error) for error in every_error()}
    assert len(sentences) >= 30
    assert all(sentence.endswith(".") for sentence in sentences.values())
    one_of_each = {key: sentence.split("{")[0] for key, sentence in sentences.items() if key != "recovery_too_long"}
    assert len(set(one_of_each.values())) == len(one_of_each)


# What is told before any key is asked for


def make(kind: str, folder: Path, sound: Path) -> Path:
    path = folder / "prov.mentor"
    data = sound.read_bytes()
    contents = {
        "empty": b"",
        "plain": b"SQLite format 3\0" + bytes(4080),
        "short": data[:1500],
        "very short": data[:20],
        "text": b"Hej Exempelsson. " * 500,
        "zeroes": bytes(8192),
        "pdf": b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >> endobj\n" * 200,
        "header": b'{"checksum":"00","format":"mentor header"}\n',
    }
    if kind == "folder":
        path.mkdir()
    elif kind != "missing":
        path.write_bytes(contents[kind])
    return path


@pytest.mark.parametrize(
    ("kind", "refusal"),
    [
        ("missing", StoreMissingError),
        ("folder", StoreIsFolderError),
        ("empty", StoreEmptyError),
        ("plain", StorePlaintextError),
        ("short", StoreTooShortError),
        ("very short", StoreTooShortError),
        ("text", StoreForeignError),
        ("zeroes", StoreForeignError),
        ("pdf", StoreForeignError),
        ("header", StoreForeignError),
    ],
)
def test_what_is_no_store_is_told_apart(kind: str, refusal: type[MentorError], tmp_path: Path, sound: Path) -> None:
    path = make(kind, tmp_path, sound)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(refusal):
        cipher.refuse_what_is_no_store(path)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert len(list(tmp_path.iterdir())) == (kind != "missing")


def test_a_real_sqlite_file_is_plaintext(tmp_path: Path) -> None:
    path = tmp_path / "prov.mentor"
    script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('CREATE TABLE t (x)')"
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    with pytest.raises(StorePlaintextError):
        cipher.refuse_what_is_no_store(path)


def test_a_sound_store_is_not_refused(sound: Path) -> None:
    cipher.refuse_what_is_no_store(sound)


def test_a_store_overwritten_with_zeroes_is_damaged_and_not_foreign(tmp_path: Path) -> None:
    path = tmp_path / "prov.mentor"
    vault.create(path, "en fras", FLOOR)
    path.write_bytes(bytes(8192))
    with pytest.raises(StoreDamagedError):
        cipher.refuse_what_is_no_store(path)


def test_random_bytes_are_refused_by_the_key(tmp_path: Path) -> None:
    path = tmp_path / "prov.mentor"
    path.write_bytes(os.urandom(40_960))
    cipher.refuse_what_is_no_store(path)
    with pytest.raises(StoreDamagedError):
        cipher.connect(path, KEY)


# 400 damaged stores


def damaged(data: bytes, chance: random.Random) -> bytes:
    spoilt, page = bytearray(data), cipher.PAGE_BYTES
    kind, at = chance.randrange(6), chance.randrange(len(data))
    if kind == 0:
        spoilt[at] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del spoilt[at:]
    elif kind == 2:
        length = chance.randrange(1, 2 * page)
        spoilt[at : at + length] = bytes(len(spoilt[at : at + length]))
    elif kind == 3:
        del spoilt[at : at + chance.randrange(1, 2 * page)]
    elif kind == 4:
        spoilt[at : at + 100] = chance.randbytes(len(spoilt[at : at + 100]))
    else:
        one, other = chance.sample(range(len(data) // page), 2)
        first, second = spoilt[one * page : (one + 1) * page], spoilt[other * page : (other + 1) * page]
        spoilt[one * page : (one + 1) * page], spoilt[other * page : (other + 1) * page] = second, first
    return bytes(spoilt)


def outcome(path: Path) -> str:
    """How a damaged store is refused: by its look, by the key, by the check; and that no wrong row came out of it."""
    try:
        cipher.refuse_what_is_no_store(path)
    except MentorError:
        return "look"
    try:
        connection = cipher.connect(path, KEY)
    except MentorError:
        return "key"
    try:
        with faults_in_plain_words():
            for row, text in connection.execute("SELECT id, text FROM notes"):
                assert text == text_of(row), "a wrong row"
    except StoreDamagedError:
        return "reading"
    else:
        return "check" if cipher.integrity(connection) else "not at all"
    finally:
        connection.close()


def test_400_damaged_stores_are_refused_and_give_no_wrong_row(
    sound: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    chance, data, path = random.Random(3), sound.read_bytes(), tmp_path / "prov.mentor"
    outcomes: dict[str, int] = {}
    for _ in range(400):
        path.write_bytes(damaged(data, chance))
        found = outcome(path)
        outcomes[found] = outcomes.get(found, 0) + 1
        for suffix in ("-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
    assert set(outcomes) == {"look", "key", "reading", "check"}
    assert capfd.readouterr().err == ""


# Rights, as an account that is not the administrator


AS_ORDINARY_USER = """
import os, sys
from pathlib import Path
from mentorapp.store import cipher, vault, occupancy
from mentorapp.store.errors import *
import sqlcipher3.dbapi2, filelock
from cryptography.hazmat.primitives.kdf import argon2, hkdf
from cryptography.hazmat.primitives.ciphers import aead
path, key = Path(sys.argv[1]), bytes(range(32))
if os.getuid() == 0:
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)
def said(call, *given):
    try:
        call(*given)
    except Exception as error:
        return type(error).__name__
    return "nothing"
"""


def as_ordinary_user(path: Path, *calls: str) -> list[str]:
    script = AS_ORDINARY_USER + "".join(f"print(said({call}))\n" for call in calls)
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, cwd=ROOT)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def open_folder(sound: Path) -> Iterator[Path]:
    """A store that any account can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    shutil.copy(sound, folder / "prov.mentor")
    (folder / "prov.mentor").chmod(0o666)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


@posix
def test_a_file_that_may_not_be_read_is_said(open_folder: Path) -> None:
    (open_folder / "prov.mentor").chmod(0)
    assert as_ordinary_user(open_folder / "prov.mentor", "cipher.refuse_what_is_no_store, path") == [
        "StoreUnreadableError"
    ]


@posix
def test_a_read_only_file_is_said(open_folder: Path) -> None:
    (open_folder / "prov.mentor").chmod(0o444)
    said = as_ordinary_user(
        open_folder / "prov.mentor", "cipher.refuse_what_is_no_store, path", "cipher.connect, path, key"
    )
    assert said[0] == "StoreReadOnlyError"
    assert said[1] in ("StoreReadOnlyError", "nothing")


@posix
def test_a_read_only_folder_is_said_by_whoever_would_write_there(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    said = as_ordinary_user(
        open_folder / "prov.mentor",
        "cipher.refuse_what_is_no_store, path",
        "occupancy.occupy, path",
        "cipher.create_file, path.with_name('new.mentor'), key",
        "vault.create, path.with_name('new.mentor'), 'en fras', vault.KdfCost(65536, 3, 4)",
    )
    assert said == ["StoreReadOnlyError"] * 4
    assert [file.name for file in open_folder.iterdir()] == ["prov.mentor"]


# A full disk


FULL = """
import json, sys
from pathlib import Path
from mentorapp.store import cipher, copies, vault
from mentorapp.store.keys import FLOOR, database_key
from mentorapp.store.errors import DiskFullError, WrongPassphraseError
folder, sizes = Path(sys.argv[1]), int(sys.argv[2])
path, ballast = folder / "prov.mentor", folder / "ballast"
unlocked = vault.create(path, "phrase 0", FLOOR)
key = database_key(unlocked.root)
cipher.create_file(path, key)
connection = cipher.connect(path, key)
connection.execute("CREATE TABLE notes (text TEXT)")
connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
full, current, rows = {"passphrase": 0, "copy": 0, "row": 0, "new": 0}, "phrase 0", 0
def attempt(name, call):
    try:
        call()
    except DiskFullError:
        full[name] += 1
        return False
    return True
for step in range(sizes):
    file = ballast.open("wb", buffering=0)
    try:
        while True:
            file.write(bytes(4096))
    except OSError:
        pass
    file.truncate(ballast.stat().st_size - 4096 * step)
    file.close()
    phrase = f"phrase {step + 1}"
    if attempt("passphrase", lambda: vault.change_passphrase(path, unlocked, phrase)):
        current = phrase
    assert vault.unlock_with_passphrase(path, current) == unlocked
    attempt("copy", lambda: copies.copy_store(connection, folder / "copy", key))
    def insert():
        from mentorapp.store.faults import faults_in_plain_words
        with faults_in_plain_words():
            connection.execute("INSERT INTO notes VALUES (?)", ("x" * 9000,))
    rows += attempt("row", insert)
    assert connection.execute("SELECT count(*) FROM notes").fetchone() == (rows,)
    attempt("new", lambda: cipher.create_file(folder / "new.mentor", key))
    ballast.unlink()
    for name in ("copy", "new.mentor"):
        if (folder / name).exists():
            cipher.connect(folder / name, key).close()
            (folder / name).unlink()
    assert not list(folder.glob("*.part*")), list(folder.iterdir())
assert cipher.integrity(connection) == []
assert vault.unlock_with_passphrase(path, current) == unlocked
print(json.dumps(full))
"""


def on_a_disk_of(kib: int, folder: Path, sizes: int) -> dict[str, int]:
    """How often each deed met a full disk; the script itself sees to it that nothing was lost."""
    mount = f'mount -t tmpfs -o size={kib}k tmpfs "$1" && exec "$2" -c "$3" "$1" "$4"'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh"]
    try:
        done = subprocess.run(
            [*command, str(folder), sys.executable, FULL, str(sizes)], capture_output=True, text=True, cwd=ROOT
        )
    except FileNotFoundError:
        pytest.skip("no small disk to be had here")
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no small disk to be had here")
    assert done.returncode == 0, done.stderr
    counts: dict[str, int] = json.loads(done.stdout)
    return counts


def test_a_full_disk_loses_nothing_and_says_so(tmp_path: Path) -> None:
    assert all(on_a_disk_of(600, tmp_path, 4).values())


@pytest.mark.long
def test_a_disk_full_at_20_sizes_loses_nothing(tmp_path: Path) -> None:
    assert all(on_a_disk_of(600, tmp_path, 20).values())


# From what the system raises to what is said


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (5, StoreInUseError),
        (261, StoreInUseError),
        (7, MemoryLowError),
        (8, StoreReadOnlyError),
        (1288, StoreReadOnlyError),
        (10, DiskFaultError),
        (778, DiskFaultError),
        (11, StoreDamagedError),
        (13, DiskFullError),
        (14, StoreUnreachableError),
        (26, StoreDamagedError),
    ],
)
def test_a_code_of_sqlite_becomes_a_fault(code: int, fault: type[MentorError]) -> None:
    from sqlcipher3 import dbapi2

    error = dbapi2.OperationalError("SQL with words of a note")
    error.sqlite_errorcode = code
    wrapped = Exception("as SQLAlchemy wraps it")
    wrapped.orig = error  # type: ignore[attr-defined]
    assert type(fault_behind(error)) is fault
    assert type(fault_behind(wrapped)) is fault
    assert "words" not in str(fault_behind(error))


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x")], ids=str)
def test_a_bug_stays_a_bug(error: Exception) -> None:
    assert fault_behind(error) is None
    with pytest.raises(type(error)), faults_in_plain_words():
        raise error


def test_a_mistake_in_sql_stays_a_bug(sound: Path) -> None:
    from sqlcipher3 import dbapi2

    connection = cipher.connect(sound, KEY)
    with pytest.raises(dbapi2.OperationalError), faults_in_plain_words():
        connection.execute("SELECT nothing FROM nowhere")
    connection.close()


def test_an_error_without_a_code_is_known_by_its_words() -> None:
    from sqlcipher3 import dbapi2

    assert type(fault_behind(dbapi2.OperationalError("database or disk is full"))) is DiskFullError
    assert fault_behind(dbapi2.OperationalError("no such table: notes")) is None


@pytest.mark.parametrize(("free", "fault"), [(0, DiskFullError), (10**9, DiskFaultError), (None, DiskFaultError)])
def test_an_io_error_on_a_disk_without_room_is_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int | None, fault: type[MentorError]
) -> None:
    def usage(_: Path) -> SimpleNamespace:
        if free is None:
            raise FileNotFoundError
        return SimpleNamespace(free=free)

    monkeypatch.setattr("shutil.disk_usage", usage)
    with pytest.raises(fault) as caught, faults_in_plain_words(tmp_path / "prov.mentor"):
        raise OSError(5, "EIO")
    assert type(caught.value) is fault


def test_a_check_that_is_not_allowed_to_run_is_a_bug(sound: Path) -> None:
    from sqlcipher3 import dbapi2

    connection = cipher.connect(sound, KEY)
    connection.set_authorizer(lambda _, what, *__: 1 if what == "integrity_check" else 0)
    with pytest.raises(dbapi2.DatabaseError):
        cipher.integrity(connection)
    assert not connection.in_transaction
    connection.close()


def test_a_file_that_cannot_be_replaced_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "header").mkdir()
    with pytest.raises(OSError, match="header"):
        write_whole(tmp_path / "header", b"data")
    assert [file.name for file in tmp_path.iterdir()] == ["header"]


def test_an_unknown_fault_of_the_system_is_the_disks() -> None:
    assert type(fault_behind(OSError(5, "EIO"))) is DiskFaultError
    assert type(fault_behind(OSError())) is DiskFaultError
    assert type(fault_behind(MemoryError())) is MemoryLowError
