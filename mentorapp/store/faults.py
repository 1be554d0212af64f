"""From what SQLite and the operating system raise to the sentence a user can act on."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mentorapp.domain.errors import WorldFault

from .errors import (
    DiskFaultError,
    DiskFullError,
    MemoryLowError,
    StoreDamagedError,
    StoreFaultError,
    StoreInUseError,
    StoreReadOnlyError,
    StoreUnreachableError,
)

# Primary result codes of SQLite; the number is kept here so that no SQLite library is imported for it.
_BY_SQLITE_CODE: dict[int, type[StoreFaultError]] = {
    5: StoreInUseError,  # SQLITE_BUSY
    6: StoreInUseError,  # SQLITE_LOCKED
    7: MemoryLowError,  # SQLITE_NOMEM
    8: StoreReadOnlyError,  # SQLITE_READONLY
    10: DiskFaultError,  # SQLITE_IOERR
    11: StoreDamagedError,  # SQLITE_CORRUPT
    13: DiskFullError,  # SQLITE_FULL
    14: StoreUnreachableError,  # SQLITE_CANTOPEN
    26: StoreDamagedError,  # SQLITE_NOTADB
}

# Backups raise without a code; these are the fixed words of sqlite3_errstr.
_CODES_IN_WORDS = {
    "database is locked": 5,
    "out of memory": 7,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}

_LITTLE_ROOM = 256 * 1024

_BY_ERRNO: dict[int, type[StoreFaultError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,
    errno.EACCES: StoreReadOnlyError,
    errno.EPERM: StoreReadOnlyError,
    errno.EROFS: StoreReadOnlyError,
    errno.ENOENT: StoreUnreachableError,
    errno.ENOTDIR: StoreUnreachableError,
    errno.ENOMEM: MemoryLowError,
}


def fault_behind(error: BaseException) -> WorldFault | None:
    """The world's fault that `error` stands for, or None when it is a bug.

    Takes an error of sqlcipher3, one that SQLAlchemy wrapped (it keeps the first one as `orig`), or an OSError.
    """
    inner = getattr(error, "orig", None) or error
    if isinstance(inner, WorldFault):
        return inner
    if type(inner).__module__.startswith("sqlcipher3"):
        code = getattr(inner, "sqlite_errorcode", None) or _CODES_IN_WORDS.get(str(inner), 0)
        kind = _BY_SQLITE_CODE.get(code & 0xFF)
        return kind() if kind else None
    if isinstance(inner, OSError):
        return _BY_ERRNO.get(inner.errno or 0, DiskFaultError)()
    return MemoryLowError() if isinstance(inner, MemoryError) else None


@contextmanager
def faults_in_plain_words(near: Path | None = None) -> Iterator[None]:
    """Inside it, a fault of the disk or of SQLite becomes the `WorldFault` it stands for; a bug stays what it is.

    With a file `near` the work, a fault of a disk without room is told as a full disk: SQLite calls it an I/O error
    when there is no room for the shared memory of the WAL.
    """
    try:
        yield
    except Exception as error:
        fault = fault_behind(error)
        if fault is None or fault is error:
            raise
        if isinstance(fault, DiskFaultError) and near is not None and _no_room(near):
            raise DiskFullError from error
        raise fault from error


def _no_room(near: Path) -> bool:
    try:
        return shutil.disk_usage(near.resolve().parent).free < _LITTLE_ROOM
    except OSError:
        return False
