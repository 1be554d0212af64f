"""Files beside a store, written whole or not at all."""

import os
import sys
from pathlib import Path


def beside(path: Path, suffix: str) -> Path:
    """`prov.mentor` and `.header` give `prov.mentor.header`; a link to a store leads to the store's own folder."""
    real = path.resolve()
    return real.with_name(real.name + suffix)


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` by a file that holds `data`, on disk when this returns; a kill leaves the old file or the new."""
    part = path.with_name(path.name + ".part")
    try:
        with open(part, "wb", opener=_for_this_account_only) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    settle_folder(path.parent)


def _for_this_account_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def companions(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside a database; one that is left over from another database can ruin it."""
    return tuple(beside(path, suffix) for suffix in ("-wal", "-shm", "-journal"))


def discard(path: Path) -> None:
    """Remove an unfinished database and everything beside it."""
    for file in (path, *companions(path)):
        file.unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Have the disk keep what was written to `path`."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle_folder(folder: Path) -> None:
    """Have the disk keep the names in `folder`; Windows keeps them by itself and opens no folders."""
    if sys.platform == "win32":
        return  # pragma: no cover - another system
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
