"""What the unlock page does not need is imported in a thread after its first paint, while the passphrase is typed."""

import gc
from importlib import import_module
from threading import Thread

# In the order in which they are needed after the passphrase.
_MODULES = (
    "cryptography.hazmat.primitives.kdf.argon2",
    "mentorapp.store.opening",
    "ui.rooms",
)


def preload() -> Thread:
    """Starts at once; whoever needs one of the modules before simply waits for its import."""
    thread = Thread(target=_load, name="preload", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    """Modules stay: the collector is off while they come in, so that it does not look through them again and again."""
    gc.disable()
    try:
        for name in _MODULES:
            import_module(name)
        from sqlalchemy.orm import configure_mappers

        configure_mappers()
        gc.freeze()
    finally:
        gc.enable()
