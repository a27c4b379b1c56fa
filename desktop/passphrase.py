"""The passphrase of the records, asked for in the window while a worker thread waits for it."""

from __future__ import annotations

import os
import queue

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from assist.problems import AssistProblem
from desktop.installation import ENVIRONMENT_NAME


class PassphraseAsker(QObject):
    """`ask` belongs into a worker thread; the dialog is shown by the GUI thread."""

    _wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked_over: QWidget | None = None
        self._wanted.connect(self._on_wanted, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> str:
        """The passphrase; AssistProblem if the user gives none."""
        given = os.environ.get(ENVIRONMENT_NAME, "")
        if given:
            return given
        answer: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._wanted.emit(answer)
        given = answer.get()
        if not given:
            raise AssistProblem(
                "store.no_passphrase_given",
                "Without the passphrase the records stay closed. Start the call again to enter it.",
            )
        return given

    @Slot(object)
    def _on_wanted(self, answer: queue.SimpleQueue[str]) -> None:
        text, given = QInputDialog.getText(
            self.asked_over,
            self.tr("Passphrase"),
            self.tr("Passphrase of the records on this machine:"),
            QLineEdit.EchoMode.Password,
        )
        answer.put(text if given else "")
