"""The keyring of the system: what is refused anywhere, and the real thing where a Secret Service answers."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from typing import Any

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.backends.SecretService
import keyring.backends.Windows
import pytest
from keyring.backend import KeyringBackend

from mentorapp.store import vault
from mentorapp.store.errors import KeyringRefusedError, KeyringSilentError, KeyringUnavailableError
from mentorapp.store.keys import FLOOR
from mentorapp.store.system_keyring import SystemKeyring

ROOT = Path(__file__).parents[2]
STORE, SLOT = "a" * 32, "b" * 32


class Planted(KeyringBackend):
    """Writes what it is given where anybody can read it."""

    priority = 99

    def __init__(self) -> None:
        self.seen: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.seen.append(password)


secret_service: Any = keyring.backends.SecretService.Keyring
windows: Any = keyring.backends.Windows.WinVaultKeyring


class Heir(keyring.backends.SecretService.Keyring):
    """An allowed backend's child is not the allowed backend."""


def made(backend_class: Any) -> object:
    backend: object = backend_class()
    return backend


def borrowed() -> KeyringBackend:
    """A foreign class under the name of an allowed one."""
    name = keyring.backends.SecretService.Keyring
    thief = type(name.__name__, (Planted,), {"__module__": name.__module__, "__qualname__": name.__qualname__})
    backend: KeyringBackend = thief()
    return backend


@pytest.mark.parametrize(
    "backend",
    [Planted(), made(Heir), borrowed(), made(keyring.backends.null.Keyring), made(keyring.backends.fail.Keyring), 5],
    ids=lambda backend: f"{type(backend).__module__}.{type(backend).__name__}",
)
def test_a_backend_that_is_none_of_the_five_is_refused(backend: object) -> None:
    with pytest.raises(KeyringRefusedError):
        SystemKeyring(backend)


def test_the_chain_of_all_backends_is_refused() -> None:
    with pytest.raises(KeyringRefusedError):
        SystemKeyring(object.__new__(keyring.backends.chainer.ChainerBackend))


def test_a_planted_backend_that_the_library_would_choose_is_never_asked(tmp_path: Path) -> None:
    """By the environment, by keyring's own settings file, and by highest priority at once."""
    (tmp_path / "planted_backend.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 99\n"
        "    def get_password(self, service, username): print('ASKED')\n"
        "    def set_password(self, service, username, password): print('ASKED', password)\n"
    )
    settings = tmp_path / "python_keyring" / "keyringrc.cfg"
    settings.parent.mkdir()
    settings.write_text("[backend]\ndefault-keyring=planted_backend.Keyring\n")
    script = """
import planted_backend, keyring
from mentorapp.store.errors import KeyringUnavailableError
from mentorapp.store.system_keyring import SystemKeyring
assert type(keyring.get_keyring()) is planted_backend.Keyring
ours = SystemKeyring(patience=20)
assert not ours.available()
for call in (lambda: ours.put("a", "b", b"secret"), lambda: ours.get("a", "b")):
    try:
        call()
    except KeyringUnavailableError:
        print("unavailable")
"""
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}",
        "PYTHON_KEYRING_BACKEND": "planted_backend.Keyring",
        "XDG_CONFIG_HOME": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus",
    }
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment)
    assert (done.stdout.split(), done.stderr) == (["unavailable", "unavailable"], "")


def test_a_system_without_a_keyring_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    if sys.platform != "linux":
        pytest.skip("the others always have one")
    assert not SystemKeyring().available()


def test_a_keyring_whose_library_is_missing_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("SecretService", "libsecret", "kwallet"):
        monkeypatch.setitem(sys.modules, f"keyring.backends.{module}", None)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not SystemKeyring().available()


def test_the_first_keyring_that_this_system_has_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(secret_service, "viable", True)
    assert SystemKeyring().available()


@pytest.fixture
def allowed() -> KeyringBackend:
    """An allowed backend; the tests put their own answers on it, so no bus is needed."""
    backend: KeyringBackend = secret_service()
    return backend


def test_a_keyring_that_never_answers_is_given_up(allowed: KeyringBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    never = Event()
    monkeypatch.setattr(allowed, "get_password", lambda *_: never.wait(60))
    try:
        with pytest.raises(KeyringSilentError):
            SystemKeyring(allowed, patience=0.05).get(STORE, SLOT)
    finally:
        never.set()


def test_a_keyring_that_fails_is_unavailable(allowed: KeyringBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ConnectionResetError("the daemon died")

    monkeypatch.setattr(allowed, "get_password", fail)
    with pytest.raises(KeyringUnavailableError) as caught:
        SystemKeyring(allowed).get(STORE, SLOT)
    assert isinstance(caught.value.__cause__, ConnectionResetError)


@pytest.mark.parametrize(("kept", "secret"), [(None, None), ("", None), ("no hex", None), ("0aff", b"\x0a\xff")])
def test_what_is_no_secret_of_ours_is_none(
    allowed: KeyringBackend, monkeypatch: pytest.MonkeyPatch, kept: str | None, secret: bytes | None
) -> None:
    monkeypatch.setattr(allowed, "get_password", lambda *_: kept)
    assert SystemKeyring(allowed).get(STORE, SLOT) == secret


def test_nothing_but_ids_and_the_secret_reaches_the_keyring(
    allowed: KeyringBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []
    monkeypatch.setattr(allowed, "set_password", lambda *given: seen.append(given))
    SystemKeyring(allowed).put(STORE, SLOT, b"\x01\x02")
    assert seen == [(f"Mentor {STORE}", SLOT, "0102")]


def test_what_is_removed_is_removed_by_its_ids(allowed: KeyringBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr(allowed, "delete_password", lambda *given: seen.append(given))
    service = SystemKeyring(allowed)
    assert service.available()
    service.remove(STORE, SLOT)
    assert seen == [(f"Mentor {STORE}", SLOT)]


def test_on_windows_a_secret_stays_on_its_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    backend = windows()
    monkeypatch.setattr(backend, "get_password", lambda *_: None)
    SystemKeyring(backend).get(STORE, SLOT)
    assert backend._persist == 2  # CRED_PERSIST_LOCAL_MACHINE


# A real Secret Service


@pytest.fixture
def service() -> SystemKeyring:
    service = SystemKeyring()
    if not service.available():
        pytest.skip("no Secret Service on the session bus")
    return service


@pytest.mark.secretservice
def test_the_secret_service_keeps_and_forgets(service: SystemKeyring) -> None:
    assert service.get(STORE, SLOT) is None
    service.put(STORE, SLOT, bytes(range(32)))
    assert service.get(STORE, SLOT) == bytes(range(32))
    service.remove(STORE, SLOT)
    assert service.get(STORE, SLOT) is None
    with pytest.raises(KeyringUnavailableError):
        service.remove(STORE, SLOT)


@pytest.mark.secretservice
def test_the_secret_service_opens_a_store(service: SystemKeyring, tmp_path: Path) -> None:
    path = tmp_path / "prov.mentor"
    unlocked = vault.create(path, "en fras", FLOOR)
    vault.add_keyring_slot(path, unlocked, service)
    vault.add_keyring_slot(path, unlocked, service)
    vault.change_passphrase(path, unlocked, "ny fras", secrets=service)
    assert vault.unlock_with_keyring(path, service) == unlocked
    assert vault.unlock_with_passphrase(path, "ny fras") == unlocked
    vault.remove_keyring_slot(path, unlocked, service)
    assert not vault.has_keyring_slot(path)


@pytest.mark.secretservice
def test_no_file_of_the_keyring_shows_the_secret(service: SystemKeyring) -> None:
    secret = bytes(range(100, 132))
    service.put(STORE, SLOT, secret)
    kept = [file for file in Path.home().rglob("*") if file.is_file() and "keyrings" in file.parts]
    try:
        assert kept
        assert all(secret.hex().encode() not in file.read_bytes() for file in kept)
    finally:
        service.remove(STORE, SLOT)
