"""What the program is built with and what tests replace: clock, cost of a passphrase, the system's dialogs, restart.

The real parts import what they need when they are first used: none of it is needed to paint the unlock page.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from mentorapp.domain.calendar import Clock
    from mentorapp.store.keys import KdfCost
    from mentorapp.store.slots import SlotSecrets
    from ui.printing import Printing


class Parts:
    """The parts of the real program. A test derives from it and gives its own."""

    # None lets the program measure what takes a second on this machine.
    cost: "KdfCost | None" = None

    @property
    def clock(self) -> "Clock":
        from mentorapp.domain.calendar import SystemClock

        return SystemClock()

    @property
    def arguments(self) -> tuple[str, ...]:
        """What the program was started with, and is started with again after a lock."""
        return tuple(sys.argv[1:])

    def hour(self) -> int:
        """The local hour, for the greeting."""
        return time.localtime().tm_hour

    def harden(self) -> None:
        from ui.hardening import harden

        harden()

    def restart(self, arguments: Sequence[str]) -> bool:
        from ui.lock import restart

        return restart(arguments)

    def leave(self) -> None:
        """Ends the process."""
        QApplication.exit(0)

    def keyring(self) -> "SlotSecrets | None":
        """The keyring of the operating system, or None where there is none that may be used. May take a while."""
        from mentorapp.store.system_keyring import SystemKeyring

        keyring = SystemKeyring()
        return keyring if keyring.available() else None

    def ask_open(self, window: QWidget, title: str, kinds: str) -> Path | None:
        from ui.dialogs import ask_open

        return ask_open(window, title, kinds)

    def ask_save(self, window: QWidget, name: str, kinds: str) -> Path | None:
        from ui.dialogs import ask_save

        return ask_save(window, name, kinds)

    def ask_printer(self, window: QWidget) -> "Printing | None":
        from ui.printing import ask_printer

        return ask_printer(window)

    def send(self, pdf: bytes, printing: "Printing") -> str:
        from ui.printing import send

        return send(pdf, printing)

    def cancel(self, job: str) -> None:
        from ui.printing import cancel

        cancel(job)
