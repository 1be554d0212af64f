"""The sample people in a store of their own, in a private temporary folder: to look around in, gone when one stops.

They never come near one's own store: nothing has to be removed from it afterwards.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentorapp.domain.calendar import Clock
    from mentorapp.store.opening import OpenStore

# Not a secret: the people are invented, and the unlock page shows it after a lock.
PASSPHRASE = "titta runt"  # noqa: S105
_STORE = "exempel.mentor"


@dataclass(frozen=True, slots=True)
class Demo:
    """An open store of sample people, and the folder that goes with it."""

    folder: Path
    opened: "OpenStore"

    def close(self) -> None:
        self.opened.close()
        remove_demo(self.folder)


def demo_path(folder: Path) -> Path:
    return folder / _STORE


def make_demo(clock: "Clock") -> Demo:
    """The sample people as they stand today; takes a second or two, so it is a task."""
    import tempfile

    from mentorapp.sample import fill_sample
    from mentorapp.store.keys import FLOOR
    from mentorapp.store.opening import begun_anew, create_store
    from mentorapp.store.settings import change_setting

    folder = Path(tempfile.mkdtemp(prefix="mentor-"))
    opened = create_store(demo_path(folder), PASSPHRASE, clock=clock, cost=FLOOR)
    fill_sample(opened.store, clock.today())
    with opened.store.write("sheet_proved") as session:
        change_setting(session, "recovery_sheet_proved", True)  # Nobody needs a sheet for invented people.
    return Demo(folder, begun_anew(opened))


def remove_demo(folder: Path) -> None:
    """Takes away the sample store and what belongs to it, and nothing else, should the folder be another one."""
    for file in folder.glob(f"{_STORE}*"):
        with suppress(OSError):
            file.unlink()
    with suppress(OSError):
        folder.rmdir()
