"""A bare window in a process of its own: the floor of every start. `kdf FILE` also derives the key of that header."""

import sys

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def memory_mib() -> float:
    """Proportional set size of this process."""
    with open("/proc/self/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123 - as little imported as can be
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.painted = False

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if not self.painted and event.type() == QEvent.Type.Paint:
            self.painted = True
            QTimer.singleShot(0, done)
        return handled


def done() -> None:
    if len(sys.argv) > 1:
        derive()
    print(f"painted {memory_mib()}", flush=True)
    QApplication.exit(0)


def derive() -> None:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    memory, passes, lanes = map(int, sys.argv[1:4])
    Argon2id(salt=bytes(16), length=32, iterations=passes, lanes=lanes, memory_cost=memory).derive(b"granit paraply")


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 768)
    window.show()
    app.exec()
