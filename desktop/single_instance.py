"""One app for each data folder: a second start hands its wish over to the first and ends."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_MS = 500
ANSWER_MS = 2_000
LONGEST_MESSAGE = 4_096


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start asks for: `show`, `demo` or `live`."""

    what: str = "show"
    case_id: str = ""
    agent: str = ""
    locale: str = ""
    language: str = ""


def server_name(data_root: Path) -> str:
    """The local server's name for a data folder."""
    digest = hashlib.sha256(str(data_root.resolve()).encode()).hexdigest()[:16]
    return f"evenhand-{digest}"


def hand_over(name: str, wish: Wish) -> bool:
    """Give `wish` to an app that runs already; False if there is none. Before the event loop only: it waits."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(json.dumps(asdict(wish)).encode() + b"\n")
    socket.flush()
    taken = socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()).startswith(b"ok")
    socket.disconnectFromServer()
    return taken


class SingleInstance(QObject):
    """Takes the wishes of later starts. Signal: `wished` with a `Wish`."""

    wished = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sockets: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(name):
            # What is left of an app that was killed; a living one would have answered `hand_over`.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listening(self) -> bool:
        """Whether later starts can reach this app."""
        return self._server.isListening()

    def close(self) -> None:
        """Take no more wishes."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._sockets.add(socket)
            socket.readyRead.connect(self._on_message)
            socket.disconnected.connect(self._on_gone)

    @Slot()
    def _on_message(self) -> None:
        for socket in list(self._sockets):
            if not socket.canReadLine():
                if socket.bytesAvailable() > LONGEST_MESSAGE:
                    socket.abort()
                continue
            wish = _wish(bytes(socket.readLine(LONGEST_MESSAGE).data()))
            socket.write(b"ok\n" if wish else b"no\n")
            socket.flush()
            if wish is not None:
                self.wished.emit(wish)

    @Slot()
    def _on_gone(self) -> None:
        for socket in list(self._sockets):
            if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._sockets.discard(socket)
                socket.deleteLater()


def _wish(line: bytes) -> Wish | None:
    try:
        content = json.loads(line)
        return Wish(**{name: str(value)[:200] for name, value in content.items()})
    except (ValueError, TypeError, AttributeError):
        return None
