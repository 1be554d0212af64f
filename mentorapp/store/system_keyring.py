"""The keyring of the operating system as keeper of slot secrets; opt-in, and never the only way to a store.

Five backends are known to encrypt. They are looked up by name, never through the keyring library's own choice: its
plug-ins and settings may lead to a backend that writes secrets in the clear.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, NoReturn, TypeVar

from .errors import KeyringRefusedError, KeyringSilentError, KeyringUnavailableError, StoreFaultError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

Answer = TypeVar("Answer")

_WINDOWS = ("keyring.backends.Windows", "WinVaultKeyring")
_MACOS = ("keyring.backends.macOS", "Keyring")
_SECRET_SERVICE = ("keyring.backends.SecretService", "Keyring")
_KWALLET = ("keyring.backends.kwallet", "DBusKeyring")
_LIBSECRET = ("keyring.backends.libsecret", "Keyring")
_ALLOWED = (_WINDOWS, _MACOS, _SECRET_SERVICE, _KWALLET, _LIBSECRET)

# CRED_PERSIST_LOCAL_MACHINE. The library's default is ENTERPRISE, which roams to other machines of the domain.
_THIS_MACHINE = 2

# A locked keyring asks for its own password in a window of its own, so a person must have time to type.
_PATIENCE_SECONDS = 60.0


class SystemKeyring:
    """Keeps the secrets of keyring slots. Every call runs in a thread of its own and is given up after `patience`.

    Raises `KeyringRefusedError` for a given backend that is none of the five, `KeyringUnavailableError` where the
    system has none or it stays locked, `KeyringSilentError` when no answer comes in time.
    """

    def __init__(self, backend: object | None = None, patience: float = _PATIENCE_SECONDS) -> None:
        if backend is not None:
            _refuse_foreign(backend)
        self._given = backend
        self._patience = patience

    def available(self) -> bool:
        """Whether the system has a keyring that may be used; False rather than an error."""
        try:
            _within(self._patience, self._backend)
        except (KeyringUnavailableError, KeyringSilentError):
            return False
        return True

    def get(self, store_id: str, slot_id: str) -> bytes | None:
        kept = _within(self._patience, lambda: self._backend().get_password(_service(store_id), slot_id))
        try:
            return bytes.fromhex(kept) if kept else None
        except ValueError:
            return None

    def put(self, store_id: str, slot_id: str, secret: bytes) -> None:
        _within(self._patience, lambda: self._backend().set_password(_service(store_id), slot_id, secret.hex()))

    def remove(self, store_id: str, slot_id: str) -> None:
        _within(self._patience, lambda: self._backend().delete_password(_service(store_id), slot_id))

    def _backend(self) -> "KeyringBackend":
        backend = self._given or _backend_of_this_system()
        _refuse_foreign(backend)
        if _name_of(backend) == _WINDOWS:
            backend.persist = _THIS_MACHINE  # type: ignore[attr-defined]
        return backend  # type: ignore[return-value]


def _service(store_id: str) -> str:
    # One service per store: Windows keeps one secret per service and moves the others about.
    return f"Mentor {store_id}"


def _backend_of_this_system() -> object:
    names = {"win32": (_WINDOWS,), "darwin": (_MACOS,)}.get(sys.platform, (_SECRET_SERVICE, _LIBSECRET, _KWALLET))
    for module, name in names:
        try:
            backend_class = getattr(import_module(module), name)
        except ImportError:
            continue
        if backend_class.viable:
            return backend_class()
    raise KeyringUnavailableError


def _refuse_foreign(backend: object) -> None:
    """The class must be the very one that the library's module holds: a name alone can be borrowed."""
    module, name = _name_of(backend)
    genuine = getattr(sys.modules.get(module), name, None) is type(backend)
    if (module, name) not in _ALLOWED or not genuine:
        raise KeyringRefusedError


def _name_of(backend: object) -> tuple[str, str]:
    return type(backend).__module__, type(backend).__qualname__


def _within(seconds: float, call: Callable[[], Answer]) -> Answer:
    answers: SimpleQueue[Callable[[], Answer]] = SimpleQueue()

    def ask() -> None:
        try:
            answer = call()
        except Exception as error:  # noqa: BLE001 - backends of five systems raise what they like; it is handed over
            answers.put(_raising(error))
        else:
            answers.put(lambda: answer)

    Thread(target=ask, name="keyring", daemon=True).start()
    try:
        return answers.get(timeout=seconds)()
    except Empty:
        raise KeyringSilentError from None


def _raising(error: Exception) -> Callable[[], NoReturn]:
    def give_up() -> NoReturn:
        if isinstance(error, StoreFaultError):
            raise error
        raise KeyringUnavailableError from error

    return give_up
