"""Opening by the system's keyring and by the sheet, and that a failed opening holds nothing."""

from pathlib import Path

import pytest

from mentorapp.store import recovery, vault
from mentorapp.store.errors import (
    HeaderDamagedError,
    KeyringSlotMissingError,
    RecoveryKeyForeignError,
    StoreInUseError,
)
from mentorapp.store.keys import FLOOR, new_root
from mentorapp.store.mentees import add_mentee
from mentorapp.store.opening import (
    OpenStore,
    begun_anew,
    create_store,
    open_store,
    open_with_keyring,
    recover_store,
)
from mentorapp.store.overviews import list_lines
from mentorapp.store.vault import header_path


class Shelf:
    """Keeps secrets as the system's keyring does, without asking anybody."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def get(self, store_id: str, slot_id: str) -> bytes | None:
        return self.kept.get((store_id, slot_id))

    def put(self, store_id: str, slot_id: str, secret: bytes) -> None:
        self.kept[store_id, slot_id] = secret

    def remove(self, store_id: str, slot_id: str) -> None:
        self.kept.pop((store_id, slot_id), None)


def test_a_store_opens_with_the_keyring_where_that_was_allowed(opened: OpenStore) -> None:
    shelf, path = Shelf(), opened.store.path
    vault.add_keyring_slot(path, opened.unlocked, shelf)
    opened.close()
    again = open_with_keyring(path, shelf)
    assert again.unlocked == opened.unlocked
    again.close()


def test_a_keyring_that_knows_nothing_holds_nothing(opened: OpenStore, passphrase: str) -> None:
    opened.close()
    with pytest.raises(KeyringSlotMissingError):
        open_with_keyring(opened.store.path, Shelf())
    open_store(opened.store.path, passphrase).close()


def test_a_lost_passphrase_is_survived_with_the_sheet(opened: OpenStore) -> None:
    sheet, path = " ".join(opened.recovery_groups()), opened.store.path
    opened.close()
    header_path(path).unlink()
    recover_store(path, sheet, "ny fras", cost=FLOOR).close()
    open_store(path, "ny fras").close()


def test_the_sheet_of_another_store_holds_nothing(opened: OpenStore, passphrase: str) -> None:
    opened.close()
    with pytest.raises(RecoveryKeyForeignError):
        recover_store(opened.store.path, " ".join(recovery.groups(new_root())), "ny fras", cost=FLOOR)
    open_store(opened.store.path, passphrase).close()


def test_the_header_of_another_store_under_the_same_root_is_refused(opened: OpenStore, tmp_path: Path) -> None:
    root = new_root()
    one = create_store(tmp_path / "ett.mentor", "en fras", cost=FLOOR, root=root)
    one.close()
    vault.rebuild_header(one.store.path, root, "0" * 32, "en fras", FLOOR)
    with pytest.raises(HeaderDamagedError):
        open_store(one.store.path, "en fras")


def test_a_store_begun_anew_has_nothing_to_undo_and_is_held_all_the_while(opened: OpenStore, passphrase: str) -> None:
    with opened.store.write("mentee_added") as session:
        add_mentee(session, "Birk")
    again = begun_anew(opened)
    with again.store.read() as session:
        assert [line.full_name for line in list_lines(session)] == ["Birk"]
    assert again.store.undo_label is None
    with pytest.raises(StoreInUseError):
        open_store(again.store.path, passphrase)
    again.close()
    open_store(again.store.path, passphrase).close()
