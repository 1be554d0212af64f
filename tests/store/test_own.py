"""What is the program's own: profile, settings, print numbers, opening and recovering a store."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.errors import InputError
from mentorapp.domain.prints import DeliveredHow, PrintState
from mentorapp.domain.sharing import Audience, InfoClass
from mentorapp.store import cipher
from mentorapp.store.errors import (
    HeaderDamagedError,
    StoreExistsError,
    StoreInUseError,
    StoreNewerError,
    WrongPassphraseError,
)
from mentorapp.store.keys import FLOOR, database_key
from mentorapp.store.opening import OpenStore, create_store, open_store, recover_store
from mentorapp.store.print_log import add_print, list_prints, next_number
from mentorapp.store.profile import change_profile, get_profile
from mentorapp.store.settings import StoreSettings, change_setting, get_settings
from mentorapp.store.store import Store
from mentorapp.store.vault import header_path, previous_header_path


def _print(store: Store, number: str, mentee: Any, day: date) -> None:
    with store.write("print_logged") as session:
        add_print(
            session,
            number=number,
            template="P01",
            template_version=1,
            mentee_id=mentee,
            audience=Audience.MENTEE,
            recipient="LM 207",
            classes={InfoClass.PLAN, InfoClass.ID},
            ticked=(),
            sha256="0" * 64,
            pages=2,
            printed_on=day,
            delivered_how=DeliveredHow.FILE,
        )


def test_print_numbers_count_within_the_year(store: Store, household: Any, day: date) -> None:
    with store.read() as session:
        assert next_number(session, day) == "2026-0001"
    _print(store, "2026-0001", household.mentee, day)
    _print(store, "2026-0148", household.mentee, day)
    with store.read() as session:
        assert next_number(session, day) == "2026-0149"
        assert next_number(session, date(2027, 1, 1)) == "2027-0001"
        log = list_prints(session, household.mentee)
    assert {record.number for record in log} == {"2026-0148", "2026-0001"}
    assert log[0].classes == (InfoClass.ID, InfoClass.PLAN)
    assert log[0].state is PrintState.PRINTED


def test_the_profile_is_one_row_that_grows(store: Store) -> None:
    with store.read() as session:
        assert get_profile(session).first_name == ""
    with store.write("profile_changed") as session:
        change_profile(session, name="Moa Mentorsson", unit="AME Provköping", work_days=(1, 2, 4))
    with store.write("profile_changed") as session:
        change_profile(session, phone="", holidays=((date(2026, 7, 1), date(2026, 7, 31)),))
        with pytest.raises(TypeError):
            change_profile(session, age=44)
    with store.read() as session:
        profile = get_profile(session)
    assert (profile.first_name, profile.work_days) == ("Moa", (1, 2, 4))
    assert profile.holidays == ((date(2026, 7, 1), date(2026, 7, 31)),)


def test_settings_have_ranges_and_shipped_values(store: Store) -> None:
    with store.read() as session:
        assert get_settings(session) == StoreSettings()
    with store.write("setting_changed") as session:
        change_setting(session, "lock_minutes", 10)
        change_setting(session, "lock_minutes", 15)
        change_setting(session, "contact_days", 21)
        change_setting(session, "recovery_sheet_proved", True)
        for name, value in (("lock_minutes", 16), ("contact_days", 0)):
            with pytest.raises(InputError):
                change_setting(session, name, value)
        wrong: tuple[tuple[str, int | bool | str], ...] = (
            ("colour", 1), ("change_mm", "5"), ("kasam_permission", 7), ("session_rating_licence", 1),
            ("lock_minutes", True),
        )  # fmt: skip
        for setting, said in wrong:
            with pytest.raises(TypeError, match=setting):
                change_setting(session, setting, said)
    with store.read() as session:
        assert get_settings(session) == StoreSettings(lock_minutes=15, contact_days=21, recovery_sheet_proved=True)


def test_the_recovery_sheet_opens_without_the_header(opened: OpenStore, clock: Any) -> None:
    sheet, path, store_id = " ".join(opened.recovery_groups()), opened.store.path, opened.unlocked.store_id
    opened.close()
    header_path(path).unlink()
    previous_header_path(path).unlink(missing_ok=True)
    recovered = recover_store(path, sheet, "en helt annan ny lösenfras", clock=clock, cost=FLOOR)
    assert recovered.unlocked.store_id == store_id
    recovered.close()
    open_store(path, "en helt annan ny lösenfras", clock=clock).close()


def test_a_changed_passphrase_opens_and_the_old_one_does_not(opened: OpenStore, passphrase: str) -> None:
    path = opened.store.path
    opened.change_passphrase("en helt annan ny lösenfras")
    opened.close()
    with pytest.raises(WrongPassphraseError):
        open_store(path, passphrase)
    open_store(path, "en helt annan ny lösenfras").close()


def test_a_store_is_held_by_one_and_never_made_over_another(opened: OpenStore, passphrase: str) -> None:
    path = opened.store.path
    for open_again in (open_store, create_store):
        with pytest.raises(StoreInUseError):
            open_again(path, passphrase)
    with pytest.raises(StoreInUseError):
        recover_store(path, " ".join(opened.recovery_groups()), passphrase)
    opened.close()
    with pytest.raises(StoreExistsError):
        create_store(path, passphrase, cost=FLOOR)


def test_a_newer_store_is_left_alone(opened: OpenStore, passphrase: str) -> None:
    path = opened.store.path
    with opened.store.raw() as connection:
        connection.execute("PRAGMA user_version = 99")
    opened.close()
    with pytest.raises(StoreNewerError):
        open_store(path, passphrase)


def test_a_header_of_another_store_is_refused(tmp_path: Path, passphrase: str) -> None:
    one, other = (create_store(tmp_path / f"{n}.mentor", passphrase, cost=FLOOR) for n in ("ett", "två"))
    with other.store.raw() as connection:
        connection.execute("UPDATE store_mark SET value = 'x'")
    one.close()
    other.close()
    with pytest.raises(HeaderDamagedError):
        open_store(other.store.path, passphrase)
    shutil.copy(header_path(one.store.path), header_path(other.store.path))
    previous_header_path(other.store.path).unlink(missing_ok=True)
    with pytest.raises(Exception) as caught:  # noqa: PT011 - which one depends on what is seen first; all are ours
        open_store(other.store.path, passphrase)
    assert type(caught.value).__module__ == "mentorapp.store.errors"


def test_the_key_is_the_databases_only(opened: OpenStore) -> None:
    key = database_key(opened.unlocked.root)
    connection = cipher.connect(opened.store.path, key)
    assert cipher.integrity(connection) == []
    connection.close()
