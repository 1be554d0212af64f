"""No image of our memory on disk: core dumps off, and no other process of this account may look into ours."""

import sys

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Where the system has it (Linux, macOS). A system that refuses is left as it is: nothing else hangs on it."""
    if sys.platform == "win32":
        return
    from contextlib import suppress
    from resource import RLIMIT_CORE, setrlimit

    with suppress(ValueError, OSError):
        setrlimit(RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
