"""One process at a time holds a store, by a lock of the operating system on a file beside it.

The system lets go of the lock when the process ends, however it ends; the empty file stays and means nothing by itself.
"""

import os
from pathlib import Path
from types import TracebackType

from .errors import StoreInUseError
from .faults import faults_in_plain_words
from .files import beside


def lock_path(path: Path) -> Path:
    return beside(path, ".lock")


class Occupancy:
    """The store is held until `release`, the end of a `with`, or the end of the process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let go; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def __enter__(self) -> "Occupancy":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def occupy(path: Path) -> Occupancy:
    """Hold the store at `path`, which need not exist yet; never waits.

    Raises `StoreInUseError` when another holds it, `StoreReadOnlyError` where no lock file can be made.
    """
    # The plain lock on a descriptor: FileLock falls back to a lock that a killed process leaves behind.
    from filelock import lock_descriptor

    with faults_in_plain_words():
        # Not inherited by child processes, and never truncated: the file of whoever holds it is left alone.
        descriptor = os.open(lock_path(path), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not lock_descriptor(descriptor, blocking=False):
                raise StoreInUseError
        except BaseException:
            os.close(descriptor)
            raise
    return Occupancy(descriptor)
