"""Ctrl+C and the system's request to end: the event loop ends in order, so that a running call's record is kept whole."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication

ENDING = (signal.SIGINT, signal.SIGTERM)


class EndingSignals(QObject):
    """Wakes Qt's event loop for Python's signal handlers, which otherwise wait for the next Python code to run."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._earlier_fd = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._earlier = {number: signal.signal(number, self._end) for number in ENDING}

    def release(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(self._earlier_fd)
        for number, handler in self._earlier.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    @staticmethod
    def _end(_number: int, _frame: FrameType | None) -> None:
        # Not `quit`, which asks every window first: nobody may be there to answer.
        QApplication.exit(0)

    @Slot()
    def _on_signal(self) -> None:
        """Reading is all: by now Python has run the handler."""
        self._read.recv(64)
