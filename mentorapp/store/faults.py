"""From what SQLite and the operating system raise to the sentence a user can act on."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

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
    code = getattr(inner, "sqlite_errorcode", None)
    if isinstance(code, int):
        kind = _BY_SQLITE_CODE.get(code & 0xFF)
        return kind() if kind else None
    if isinstance(inner, OSError):
        return _BY_ERRNO.get(inner.errno or 0, DiskFaultError)()
    return MemoryLowError() if isinstance(inner, MemoryError) else None


@contextmanager
def faults_in_plain_words() -> Iterator[None]:
    """Inside it, a fault of the disk or of SQLite becomes the `WorldFault` it stands for; a bug stays what it is."""
    try:
        yield
    except Exception as error:
        fault = fault_behind(error)
        if fault is None or fault is error:
            raise
        raise fault from error
