import hashlib
import json
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mentorapp.store import header, slots, vault
from mentorapp.store.errors import (
    HeaderDamagedError,
    HeaderMissingError,
    HeaderNotWrittenError,
    KeyringSlotMissingError,
    KeyringUnavailableError,
    PassphraseUnfitError,
    StoreExistsError,
    StoreNewerError,
    WrongPassphraseError,
)
from mentorapp.store.keys import FLOOR, KdfCost, RootSecret, derive

OLD, NEW = "den gamla frasen", "den nya frasen"


class Shelf:
    """Keeps secrets as a keyring does, without asking anybody."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}
        self.silent = False

    def get(self, store_id: str, slot_id: str) -> bytes | None:
        if self.silent:
            raise KeyringUnavailableError
        return self.kept.get((store_id, slot_id))

    def put(self, store_id: str, slot_id: str, secret: bytes) -> None:
        self.kept[store_id, slot_id] = secret

    def remove(self, store_id: str, slot_id: str) -> None:
        if self.silent:
            raise KeyringUnavailableError
        del self.kept[store_id, slot_id]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, vault.Unlocked]:
    path = tmp_path_factory.mktemp("made") / "prov.mentor"
    return path, vault.create(path, OLD, FLOOR)


@pytest.fixture
def path(made: tuple[Path, vault.Unlocked], tmp_path: Path) -> Iterator[Path]:
    """A store's headers in a folder of their own; the store itself is not needed here."""
    shutil.copytree(made[0].parent, tmp_path / "s")
    yield tmp_path / "s" / "prov.mentor"
    assert not list((tmp_path / "s").glob("*.part"))


@pytest.fixture
def unlocked(made: tuple[Path, vault.Unlocked]) -> vault.Unlocked:
    return made[1]


def head(path: Path) -> bytes:
    return vault.header_path(path).read_bytes()


def damage_both(path: Path, data: bytes) -> None:
    vault.header_path(path).write_bytes(data)
    vault.previous_header_path(path).write_bytes(data)


def test_the_passphrase_opens_what_it_made(path: Path, unlocked: vault.Unlocked) -> None:
    assert vault.unlock_with_passphrase(path, OLD) == unlocked


def test_a_wrong_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(WrongPassphraseError) as caught:
        vault.unlock_with_passphrase(path, OLD + " ")
    assert caught.value.field == "passphrase"


def test_two_stores_share_nothing(tmp_path: Path, unlocked: vault.Unlocked) -> None:
    other = vault.create(tmp_path / "other.mentor", OLD, FLOOR)
    assert other.root != unlocked.root
    assert other.store_id != unlocked.store_id


def test_without_a_given_cost_it_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "calibrate", lambda: replace(FLOOR, time=4))
    vault.create(tmp_path / "a.mentor", OLD)
    slot = header.parse(head(tmp_path / "a.mentor")).header.slots[0]
    assert isinstance(slot, slots.PassphraseSlot)
    assert slot.cost == replace(FLOOR, time=4)


def test_neither_root_nor_passphrase_stand_in_the_header(path: Path, unlocked: vault.Unlocked) -> None:
    for file in path.parent.iterdir():
        data = file.read_bytes()
        assert bytes(unlocked.root) not in data
        assert unlocked.root.hex().encode() not in data
        assert OLD.encode() not in data


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_only_this_account_can_read_the_header(path: Path, made: tuple[Path, vault.Unlocked]) -> None:
    assert vault.header_path(made[0]).stat().st_mode & 0o777 == 0o600


def test_no_store_is_made_over_another(path: Path) -> None:
    path.write_bytes(b"a store")
    before = head(path)
    with pytest.raises(StoreExistsError):
        vault.create(path, NEW, FLOOR)
    assert head(path) == before


def test_a_header_whose_store_is_away_is_set_aside(path: Path, unlocked: vault.Unlocked) -> None:
    vault.create(path, NEW, FLOOR)
    aside = [file for file in path.parent.iterdir() if unlocked.store_id.encode() in file.read_bytes()]
    assert aside
    assert vault.header_path(path) not in aside


@pytest.mark.parametrize("unfit", ["", "   ", "x" * 1001, "tab\there", "radbrytning\n", "\ud800"])
def test_an_unfit_passphrase_is_refused_before_anything_is_written(tmp_path: Path, unfit: str) -> None:
    with pytest.raises(PassphraseUnfitError):
        vault.create(tmp_path / "prov.mentor", unfit, FLOOR)
    assert not list(tmp_path.iterdir())


def test_a_change_of_passphrase_lets_the_new_one_in_and_the_old_one_out(path: Path, unlocked: vault.Unlocked) -> None:
    vault.change_passphrase(path, unlocked, NEW)
    assert vault.unlock_with_passphrase(path, NEW) == unlocked
    with pytest.raises(WrongPassphraseError):
        vault.unlock_with_passphrase(path, OLD)


def test_after_a_change_the_old_passphrase_opens_no_file_of_the_folder(path: Path, unlocked: vault.Unlocked) -> None:
    vault.change_passphrase(path, unlocked, NEW)
    vault.header_path(path).unlink()
    with pytest.raises(WrongPassphraseError):
        vault.unlock_with_passphrase(path, OLD)


def test_a_change_keeps_the_cost_unless_another_is_given(path: Path, unlocked: vault.Unlocked) -> None:
    vault.change_passphrase(path, unlocked, NEW)
    assert cost_on_disk(path) == FLOOR
    vault.change_passphrase(path, unlocked, NEW, replace(FLOOR, time=4))
    assert cost_on_disk(path) == replace(FLOOR, time=4)


def cost_on_disk(path: Path) -> KdfCost:
    slot = header.parse(head(path)).header.slots[0]
    assert isinstance(slot, slots.PassphraseSlot)
    return slot.cost


def test_a_change_is_refused_for_a_header_of_another_store(path: Path, tmp_path: Path) -> None:
    other = vault.create(tmp_path / "other.mentor", OLD, FLOOR)
    before = head(path)
    with pytest.raises(HeaderDamagedError):
        vault.change_passphrase(path, other, NEW)
    assert head(path) == before


def test_a_new_header_that_does_not_open_is_taken_back(
    path: Path, unlocked: vault.Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = head(path)
    spoilt = replace(slots.new_passphrase_slot(unlocked.store_id, unlocked.root, NEW, FLOOR), salt=bytes(16))
    monkeypatch.setattr(vault, "new_passphrase_slot", lambda *_: spoilt)
    with pytest.raises(HeaderNotWrittenError):
        vault.change_passphrase(path, unlocked, NEW)
    assert head(path) == before


def test_a_first_header_that_does_not_open_is_not_left_behind(
    tmp_path: Path, unlocked: vault.Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = replace(slots.new_passphrase_slot(unlocked.store_id, unlocked.root, NEW, FLOOR), salt=bytes(16))
    monkeypatch.setattr(vault, "new_passphrase_slot", lambda *_: spoilt)
    with pytest.raises(HeaderNotWrittenError):
        vault.create(tmp_path / "prov.mentor", NEW, FLOOR)
    assert not list(tmp_path.iterdir())


def test_a_header_under_the_same_root_but_for_another_store_is_refused(path: Path, unlocked: vault.Unlocked) -> None:
    with pytest.raises(HeaderDamagedError):
        vault.change_passphrase(path, replace(unlocked, store_id="0" * 32), NEW)


def test_a_missing_header_is_said(tmp_path: Path) -> None:
    with pytest.raises(HeaderMissingError):
        vault.unlock_with_passphrase(tmp_path / "prov.mentor", OLD)


@pytest.mark.parametrize("loss", ["header missing", "header damaged", "copy missing", "copy damaged"])
def test_one_lost_header_of_two_is_mended_at_unlocking(path: Path, unlocked: vault.Unlocked, loss: str) -> None:
    before = head(path)
    file = vault.header_path(path) if loss.startswith("header") else vault.previous_header_path(path)
    if loss.endswith("damaged"):
        file.write_bytes(before[:100])
    else:
        file.unlink()
    assert vault.unlock_with_passphrase(path, OLD) == unlocked
    assert head(path) == vault.previous_header_path(path).read_bytes() == before


def test_a_header_that_is_a_folder_counts_as_damaged(path: Path) -> None:
    for file in (vault.header_path(path), vault.previous_header_path(path)):
        file.unlink()
        file.mkdir()
    with pytest.raises(HeaderDamagedError):
        vault.unlock_with_passphrase(path, OLD)


def test_a_header_is_rebuilt_from_the_root_alone(path: Path, unlocked: vault.Unlocked) -> None:
    for file in path.parent.iterdir():
        file.unlink()
    vault.rebuild_header(path, unlocked.root, unlocked.store_id, NEW, FLOOR)
    assert vault.unlock_with_passphrase(path, NEW) == unlocked


def test_a_copied_header_opens_the_copy(path: Path, unlocked: vault.Unlocked, tmp_path: Path) -> None:
    vault.copy_header(path, tmp_path / "copy.mentor")
    assert vault.unlock_with_passphrase(tmp_path / "copy.mentor", OLD) == unlocked


def test_a_link_to_a_store_leads_to_its_headers(path: Path, unlocked: vault.Unlocked, tmp_path: Path) -> None:
    path.write_bytes(b"")
    link = tmp_path / "link.mentor"
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    assert vault.unlock_with_passphrase(link, OLD) == unlocked


# Tampering


def damaged(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    kind = chance.randrange(6)
    at = chance.randrange(len(spoilt))
    if kind == 0:
        spoilt[at] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del spoilt[at:]
    elif kind == 2:
        del spoilt[at : at + chance.randrange(1, 9)]
    elif kind == 3:
        spoilt[at:at] = chance.randbytes(chance.randrange(1, 9))
    elif kind == 4:
        spoilt[at : at + 40] = chance.randbytes(40)
    else:
        spoilt[at:at] = spoilt[: chance.randrange(1, len(spoilt))]
    return bytes(spoilt)


def test_5000_damaged_headers_are_refused_without_a_slow_derivation(path: Path) -> None:
    chance, data, refused = random.Random(1), head(path), 0
    while refused < 5000:
        spoilt = damaged(data, chance)
        if spoilt == data:
            continue
        with pytest.raises(HeaderDamagedError):
            header.parse(spoilt)
        refused += 1


def test_a_damaged_header_is_never_taken_for_a_wrong_passphrase(path: Path) -> None:
    data = head(path)
    chance = random.Random(2)
    for _ in range(20):
        damage_both(path, damaged(data, chance))
        with pytest.raises(HeaderDamagedError):
            vault.unlock_with_passphrase(path, OLD)


def canonical(document: Any) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def with_checksum(document: dict[str, Any]) -> bytes:
    """What somebody writes who knows the format but no key."""
    rest = {name: value for name, value in document.items() if name != "checksum"}
    return canonical(rest | {"checksum": hashlib.sha256(canonical(rest)).hexdigest()})


def forgeries(data: bytes) -> Iterator[bytes]:
    def forged() -> tuple[dict[str, Any], dict[str, Any]]:
        document = json.loads(data)
        return document, document["slots"][0]

    for name in ("id", "salt", "nonce", "wrapped"):
        document, slot = forged()
        slot[name] = ("0" if slot[name][0] != "0" else "1") + slot[name][1:]
        yield with_checksum(document)
    for name, value in (("memory_kib", FLOOR.memory_kib + 1024), ("time", 4), ("lanes", 5)):
        document, slot = forged()
        slot["cost"][name] = value
        yield with_checksum(document)
    document, slot = forged()
    document["store"] = "0" * 32
    yield with_checksum(document)
    document, slot = forged()
    document["slots"].append(slot | {"id": "0" * 32})
    yield with_checksum(document)
    document, slot = forged()
    document["seal"] = "0" * 64
    yield with_checksum(document)


def test_a_forged_header_with_a_right_checksum_fails_at_the_seal(path: Path, unlocked: vault.Unlocked) -> None:
    forged = list(forgeries(head(path)))
    assert len(forged) == 10
    for data in forged:
        with pytest.raises(HeaderDamagedError):
            header.prove(header.parse(data), unlocked.root)


def test_a_forged_header_opens_for_nobody(path: Path) -> None:
    for data in forgeries(head(path)):
        damage_both(path, data)
        with pytest.raises((HeaderDamagedError, WrongPassphraseError)):
            vault.unlock_with_passphrase(path, OLD)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("version",), True),
        (("version",), 0),
        (("version",), "1"),
        (("format",), "other"),
        (("store",), "g" * 32),
        (("store",), "A" * 32),
        (("store",), 5),
        (("seal",), "00"),
        (("slots",), []),
        (("slots",), {}),
        (("slots",), [5]),
        (("slots", 0, "type"), "other"),
        (("slots", 0, "type"), "keyring"),
        (("slots", 0, "cost"), 7),
        (("slots", 0, "cost", "time"), True),
        (("slots", 0, "cost", "time"), 3.0),
        (("slots", 0, "cost", "time"), 2),
        (("slots", 0, "cost", "memory_kib"), 2**40),
        (("slots", 0, "cost", "memory_kib"), 1),
        (("slots", 0, "cost", "lanes"), float("nan")),
        (("slots", 0, "cost", "extra"), 1),
        (("slots", 0, "extra"), 1),
        (("slots", 0, "wrapped"), "00"),
        (("extra",), 1),
    ],
    ids=str,
)
def test_what_the_program_never_writes_is_refused_at_reading(path: Path, where: tuple[Any, ...], value: object) -> None:
    document = json.loads(head(path))
    inner = document
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    with pytest.raises(HeaderDamagedError):
        header.parse(with_checksum(document))


def test_the_same_slot_twice_is_refused(path: Path) -> None:
    document = json.loads(head(path))
    document["slots"] *= 2
    with pytest.raises(HeaderDamagedError):
        header.parse(with_checksum(document))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"null\n",
        b"[]\n",
        b'"text"\n',
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b"1" * 60_000,
        b"\xff\xfe",
        b" " * 70_000,
        '{"å":1}\n'.encode(),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_header_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(HeaderDamagedError):
        header.parse(data)


def test_another_spelling_of_the_same_header_is_refused(path: Path) -> None:
    data = head(path)
    document = json.loads(data)
    spellings = (
        json.dumps(document, sort_keys=True).encode() + b"\n",
        json.dumps(document, separators=(",", ":"), sort_keys=True, indent=1).encode() + b"\n",
        json.dumps(dict(reversed(document.items())), separators=(",", ":")).encode() + b"\n",
        data[:-1],
        data + b"\n",
        b" " + data,
        data.replace(b'"version":1', b'"version":1,"version":1'),
        data.replace(b'"version":1', b'"version":1e0'),
        data.replace(b'"mentor header"', b'"mentor\\u0020header"'),
    )
    for spelling in spellings:
        with pytest.raises(HeaderDamagedError):
            header.parse(spelling)


def test_a_header_of_a_newer_version_is_said_to_be_newer(path: Path) -> None:
    document = json.loads(head(path)) | {"version": 2, "new": "field"}
    damage_both(path, with_checksum(document))
    with pytest.raises(StoreNewerError):
        vault.unlock_with_passphrase(path, OLD)


def test_a_slot_cannot_be_moved_relabelled_or_renamed(unlocked: vault.Unlocked) -> None:
    slot, secret = slots.new_keyring_slot(unlocked.store_id, unlocked.root)
    assert slots.open_keyring_slot(unlocked.store_id, slot, secret) == unlocked.root
    assert slots.open_keyring_slot("0" * 32, slot, secret) is None
    assert slots.open_keyring_slot(unlocked.store_id, replace(slot, id="0" * 32), secret) is None
    as_keyring = slots.new_passphrase_slot(unlocked.store_id, unlocked.root, "x", FLOOR)
    key = derive("x", as_keyring.salt, FLOOR)
    relabelled = slots.KeyringSlot(as_keyring.id, as_keyring.nonce, as_keyring.wrapped)
    assert slots.open_keyring_slot(unlocked.store_id, relabelled, key) is None


def test_the_root_of_another_store_proves_nothing(path: Path) -> None:
    with pytest.raises(HeaderDamagedError):
        vault.store_id_under(path, RootSecret(bytes(32)))


# The keyring slot


def test_the_keyring_opens_the_store_once_it_was_asked_to(path: Path, unlocked: vault.Unlocked) -> None:
    shelf = Shelf()
    assert not vault.has_keyring_slot(path)
    vault.add_keyring_slot(path, unlocked, shelf)
    assert vault.has_keyring_slot(path)
    assert vault.unlock_with_keyring(path, shelf) == unlocked
    assert vault.unlock_with_passphrase(path, OLD) == unlocked
    with pytest.raises(WrongPassphraseError):
        vault.unlock_with_passphrase(path, NEW)


def test_the_keyring_never_holds_the_root(path: Path, unlocked: vault.Unlocked) -> None:
    shelf = Shelf()
    vault.add_keyring_slot(path, unlocked, shelf)
    assert unlocked.root not in shelf.kept.values()


def test_asking_twice_leaves_one_keyring_slot(path: Path, unlocked: vault.Unlocked) -> None:
    shelf = Shelf()
    vault.add_keyring_slot(path, unlocked, shelf)
    vault.add_keyring_slot(path, unlocked, shelf)
    assert len(header.parse(head(path)).header.slots) == 2
    assert len(shelf.kept) == 1
    assert vault.unlock_with_keyring(path, shelf) == unlocked


def test_a_removed_keyring_slot_opens_nothing(path: Path, unlocked: vault.Unlocked) -> None:
    shelf = Shelf()
    vault.add_keyring_slot(path, unlocked, shelf)
    kept = dict(shelf.kept)
    vault.remove_keyring_slot(path, unlocked, shelf)
    assert not shelf.kept
    shelf.kept = kept
    with pytest.raises(KeyringSlotMissingError):
        vault.unlock_with_keyring(path, shelf)
    assert vault.unlock_with_passphrase(path, OLD) == unlocked


def test_a_keyring_that_lost_its_secret_leaves_the_passphrase(path: Path, unlocked: vault.Unlocked) -> None:
    shelf = Shelf()
    vault.add_keyring_slot(path, unlocked, shelf)
    for lost in ({}, {name: bytes(32) for name in shelf.kept}, dict.fromkeys(shelf.kept, b"short")):
        shelf.kept = lost
        with pytest.raises(KeyringSlotMissingError):
            vault.unlock_with_keyring(path, shelf)
    assert vault.unlock_with_passphrase(path, OLD) == unlocked


def test_a_keyring_that_does_not_keep_what_it_is_given_gets_no_slot(path: Path, unlocked: vault.Unlocked) -> None:
    class Sieve(Shelf):
        def put(self, store_id: str, slot_id: str, secret: bytes) -> None:
            pass

    before = head(path)
    with pytest.raises(KeyringUnavailableError):
        vault.add_keyring_slot(path, unlocked, Sieve())
    assert head(path) == before


def test_a_change_of_passphrase_keeps_the_keyring_slot(path: Path, unlocked: vault.Unlocked) -> None:
    shelf = Shelf()
    vault.add_keyring_slot(path, unlocked, shelf)
    vault.change_passphrase(path, unlocked, NEW, secrets=shelf)
    assert vault.unlock_with_keyring(path, shelf) == unlocked
    assert vault.unlock_with_passphrase(path, NEW) == unlocked


def test_a_keyring_slot_that_opens_no_more_stops_a_change(path: Path, unlocked: vault.Unlocked) -> None:
    shelf = Shelf()
    vault.add_keyring_slot(path, unlocked, shelf)
    shelf.kept = {name: bytes(32) for name in shelf.kept}
    with pytest.raises(HeaderNotWrittenError):
        vault.change_passphrase(path, unlocked, NEW, secrets=shelf)
    assert vault.unlock_with_passphrase(path, OLD) == unlocked


def test_a_silent_keyring_does_not_stop_a_change(path: Path, unlocked: vault.Unlocked) -> None:
    shelf = Shelf()
    vault.add_keyring_slot(path, unlocked, shelf)
    shelf.silent = True
    vault.change_passphrase(path, unlocked, NEW, secrets=shelf)
    vault.remove_keyring_slot(path, unlocked, shelf)
    assert vault.unlock_with_passphrase(path, NEW) == unlocked


def test_no_readable_header_means_no_keyring_slot(tmp_path: Path) -> None:
    assert not vault.has_keyring_slot(tmp_path / "prov.mentor")


# Kills


DIES_AT = """
import os, signal, sys
from pathlib import Path
from mentorapp.store import vault
path, moment, old, new = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
unlocked = vault.unlock_with_passphrase(path, old)
seen = 0
def hook(event, given):
    global seen
    if event in ("open", "os.rename", "os.remove") and str(given[0]).startswith(str(path.parent)):
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
vault.change_passphrase(path, unlocked, new)
print("changed", seen)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.long
def test_a_kill_at_any_file_operation_leaves_the_old_passphrase_or_the_new(
    made: tuple[Path, vault.Unlocked], tmp_path: Path
) -> None:
    outcomes, moment = [], 0
    while True:
        moment += 1
        path = tmp_path / str(moment) / "prov.mentor"
        shutil.copytree(made[0].parent, path.parent)
        done = subprocess.run(
            [sys.executable, "-c", DIES_AT, str(path), str(moment), OLD, NEW],
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(vault.__file__).parents[2],
        )
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        outcomes.append(which_opens(path))
    assert len(outcomes) >= 8
    assert outcomes == sorted(outcomes, reverse=True), "once the new one opens, the old one never does again"
    assert set(outcomes) == {"old", "new"}


def which_opens(path: Path) -> str:
    for name, passphrase in (("new", NEW), ("old", OLD)):
        try:
            vault.unlock_with_passphrase(path, passphrase)
        except WrongPassphraseError:
            continue
        return name
    raise AssertionError("neither opens")
