"""What the program is built with and what tests replace: clock, cost of a passphrase, the system's dialogs, restart."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.domain.calendar import Clock, SystemClock
from ui.lock import Restart, restart
from ui.printing import AskPrinter, Send, ask_printer, send

if TYPE_CHECKING:
    from mentorapp.store.keys import KdfCost
    from mentorapp.store.slots import SlotSecrets

AskFile = Callable[[QWidget, str, str], Path | None]


def ask_open(window: QWidget, title: str, kinds: str) -> Path | None:
    """The system's dialog for a file that exists."""
    name, _ = QFileDialog.getOpenFileName(window, title, "", kinds)
    return Path(name) if name else None


def ask_save(window: QWidget, name: str, kinds: str) -> Path | None:
    """The system's dialog for a file to be written, with a proposed name."""
    chosen, _ = QFileDialog.getSaveFileName(window, "", name, kinds)
    return Path(chosen) if chosen else None


def system_keyring() -> "SlotSecrets | None":
    """The keyring of the operating system, or None where there is none that may be used. May take a while."""
    from mentorapp.store.system_keyring import SystemKeyring

    keyring = SystemKeyring()
    return keyring if keyring.available() else None


@dataclass(frozen=True)
class Parts:
    """`cost` None lets the program measure what takes a second on this machine."""

    clock: Clock = field(default_factory=SystemClock)
    cost: "KdfCost | None" = None
    restart: Restart = restart
    arguments: tuple[str, ...] = field(default_factory=lambda: tuple(sys.argv[1:]))
    keyring: "Callable[[], SlotSecrets | None]" = system_keyring
    ask_open: AskFile = ask_open
    ask_save: AskFile = ask_save
    ask_printer: AskPrinter = ask_printer
    send: Send = send
