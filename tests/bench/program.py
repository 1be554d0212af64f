"""The real program in a process of its own, told to say when it has painted.

`unlock PROFILE` ends at the unlock page and tells the longest gap in the event loop while the rest is imported;
`first PROFILE` types the passphrase as soon as the page is there; `later PROFILE` when everything is imported.
"""

import json
import sys
import time
from pathlib import Path
from threading import enumerate as threads
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer

from ui import app as program_module
from ui.launch import Launch

from .bare import memory_mib
from .phrase import PASSPHRASE

_TICK = 2


class Watch(QObject):
    """Follows a `Program` from outside: its first paint, the gaps after it, the paint of the first page."""

    def __init__(self, how: str) -> None:
        super().__init__()
        self.how = how
        self.told: dict[str, float] = {}
        self.derived = 0.0
        self.typed_at = self.ticked_at = 0.0
        self.gap = 0.0
        self.program: Any = None
        self.timer = QTimer()
        self.timer.timeout.connect(self._on_tick)

    def on_painted(self, program: Any) -> None:
        print("painted", flush=True)
        self.program = program
        self.told["memory at unlock"] = memory_mib()
        self.ticked_at = time.perf_counter()
        if self.how == "first":
            QTimer.singleShot(0, self._type)
        else:
            self.timer.start(_TICK)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.gap = max(self.gap, now - self.ticked_at)
        self.ticked_at = now
        if any(thread.name == "preload" for thread in threads()):
            return
        self.timer.stop()
        self.told["gap"] = self.gap
        if self.how == "later":
            QTimer.singleShot(300, self._type)
        else:
            self._end()

    def _type(self) -> None:
        from mentorapp.store import keys, slots

        derive = keys.derive

        def timed(*given: Any) -> Any:
            started = time.perf_counter()
            try:
                return derive(*given)
            finally:
                self.derived += time.perf_counter() - started

        setattr(slots, "derive", timed)  # noqa: B010 - the name that slots calls it by
        self.program.gate.opened.connect(self._on_opened)
        self.typed_at = time.perf_counter()
        self.program.window.page.passphrase_given.emit(PASSPHRASE)

    def _on_opened(self) -> None:
        """The screens are built now; the paint of Idag is still to come."""
        self.program.stay.rooms.today.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and "unlock" not in self.told:
            self.told["unlock"] = -1.0
            QTimer.singleShot(0, self._on_first_page)
        return super().eventFilter(watched, event)

    def _on_first_page(self) -> None:
        self.told["unlock"] = time.perf_counter() - self.typed_at
        self.told["derived"] = self.derived
        print("first page", flush=True)
        self.told["memory"] = memory_mib()
        self._end()

    def _end(self) -> None:
        print(json.dumps(self.told), flush=True)
        self.program.window.close()


def main() -> int:
    watch = Watch(sys.argv[1])
    painted = program_module.Program._on_painted

    def noted(self: Any) -> None:
        watch.on_painted(self)
        painted(self)

    program_module.Program._on_painted = noted  # type: ignore[method-assign]
    return program_module.run(Launch(profile=Path(sys.argv[2])))


if __name__ == "__main__":
    sys.exit(main())
