"""One window for each store: a second start asks the first window to come forward, over a local socket.

The socket carries no word but the wish to be shown. Who holds the store itself is decided by `occupancy`.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDir, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 700


def meeting_point(store: Path) -> str:
    """The name of the socket: a hash of the store's path, in a place of this account where the system has one."""
    digest = QCryptographicHash.hash(os.fsencode(store.absolute()), QCryptographicHash.Algorithm.Sha256)
    name = "mentor-" + bytes(digest.toHex().data())[:16].decode("ascii")
    if sys.platform == "win32":
        return name
    own = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(own) if own and Path(own).is_dir() else Path(QDir.tempPath())
    return str(folder / f"{name}.{os.getuid()}")


def raise_first(point: str) -> bool:
    """Asks the window that has this store to come forward; False when there is none."""
    if sys.platform != "win32" and not Path(point).exists():
        return False  # Without a socket nobody listens: Qt's network part is not even loaded.
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(point)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    # Being connected is the whole message. The first window answers by hanging up.
    hung_up = socket.state() is QLocalSocket.LocalSocketState.UnconnectedState
    return hung_up or bool(socket.waitForDisconnected(_PATIENCE_MS))


class FirstInstance(QObject):
    """The listening side. `asked` is emitted when a second start wants this window shown."""

    asked = Signal()

    def __init__(self, point: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._point = point
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """False when another process listens there already."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._point):
            if raise_first(self._point):
                return False
            QLocalServer.removeServer(self._point)  # Left behind by a process that was killed.
            if not server.listen(self._point):
                return False
        server.newConnection.connect(self._on_connection)
        self._server = server
        return True

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    def _on_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.asked.emit()
