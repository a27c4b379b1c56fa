"""Signing in from the window: a worker that needs a session waits while the dialog asks for name and password.

A store without people asks nobody. The password is checked in the worker, so the window never waits for it. One
sign-in for each store serves the whole run of the app.
"""

from __future__ import annotations

import queue
import threading
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assist.evidence.ledger import Actor
from assist.evidence.people.roles import Right, Role
from assist.evidence.people.session import StoreSession
from assist.problems import AssistProblem
from desktop.installation import Installation
from desktop.problem_texts import problem_text
from desktop.theme.theme import set_role

NOBODY = "agent"
"""The name under which a store without people is read before the user has given one."""

Answer = tuple[str, str]


class SignInDialog(QDialog):
    """Name and password. Signals: `given` with both; `rejected` when closed."""

    given = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sign in"))
        self.name = QLineEdit(name, self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(round(self.fontMetrics().lineSpacing() * 2.4))
        self.sign_in = QPushButton(self.tr("Sign in"), self)
        set_role(self.sign_in, "primary")
        self.sign_in.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Password"), self.password)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.sign_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addLayout(buttons)
        self.resize(420, 220)
        self.sign_in.clicked.connect(self._on_sign_in)
        cancel.clicked.connect(self.reject)
        (self.password if name else self.name).setFocus()

    def tell(self, text: str) -> None:
        """Say why it did not work, and let the user try again."""
        self.told.setText(text)
        self.password.clear()
        self._set_waiting(waiting=False)
        self.password.setFocus()

    @Slot()
    def _on_sign_in(self) -> None:
        if not self.name.text().strip():
            self.name.setFocus()
            return
        if not self.password.text():
            self.password.setFocus()
            return
        self.told.setText("")
        self._set_waiting(waiting=True)
        self.given.emit(self.name.text(), self.password.text())

    def _set_waiting(self, *, waiting: bool) -> None:
        for widget in (self.name, self.password, self.sign_in):
            widget.setEnabled(not waiting)


class SigningIn(QObject):
    """`session` belongs into a worker thread; the dialog is shown by the GUI thread, over `asked_over`."""

    _wanted = Signal(str)
    _refused = Signal(object)
    _over = Signal()

    def __init__(self, installation: Installation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installation = installation
        self._lock = threading.Lock()
        self._sessions: dict[str, StoreSession] = {}
        self._answers: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
        self._given_up = 0
        self._stopped = False
        self.asked_over: QWidget | None = None
        self.dialog: SignInDialog | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._wanted.connect(self._on_wanted, queued)
        self._refused.connect(self._on_refused, queued)
        self._over.connect(self._on_over, queued)

    def session(self, kind: str, name: str) -> StoreSession:
        """Who acts in a store; asks until someone has signed in. `AssistProblem` if the user gives up.

        Workers that waited meanwhile give up too, so that one cancelled dialog is not followed by the next.
        """
        people = self._installation.store(kind).people
        if people.is_open:
            return people.open_session(name or NOBODY)
        given_up = self._given_up
        with self._lock:
            kept = self._sessions.get(kind)
            if kept is not None and kept.may(Right.VIEW):
                return kept
            if given_up != self._given_up or self._stopped:
                raise _without_sign_in()
            kept = self._sessions[kind] = self._ask(kind, name)
            return kept

    def caller(self, kind: str, name: str) -> Actor:
        """Who takes a call: as given in a store without people, else whoever signed in, in their own role."""
        if self._installation.store(kind).people.is_open:
            return Actor(name, Role.AGENT.value)
        return self.session(kind, name).actor

    def stop(self) -> None:
        """The app ends: whoever waits gets nobody."""
        self._stopped = True
        self._answers.put(None)

    def sign_out(self) -> None:
        """End every session, while the stores are still open.

        Where the disk takes nothing more the ledger does not say so; the stores must be closed all the same.
        """
        with self._lock:
            for kind, session in self._sessions.items():
                with suppress(AssistProblem):
                    self._installation.store(kind).people.sign_out(session)
            self._sessions.clear()

    def _ask(self, kind: str, name: str) -> StoreSession:
        """In a worker, one at a time."""
        self._answers = answers = queue.SimpleQueue()
        if self._stopped:
            raise _without_sign_in()
        self._wanted.emit(name)
        try:
            while True:
                answer = answers.get()
                if answer is None:
                    self._given_up += 1
                    raise _without_sign_in()
                try:
                    return self._installation.store(kind).people.sign_in(*answer)
                except AssistProblem as problem:
                    self._refused.emit(problem)
        finally:
            self._over.emit()

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        if self._stopped:
            return
        dialog = self.dialog = SignInDialog(name, self.asked_over)
        dialog.given.connect(self._on_given)
        dialog.rejected.connect(self._on_rejected)
        dialog.open()
        dialog.raise_()
        dialog.activateWindow()

    @Slot(str, str)
    def _on_given(self, name: str, password: str) -> None:
        self._answers.put((name, password))

    @Slot()
    def _on_rejected(self) -> None:
        self._answers.put(None)

    @Slot(object)
    def _on_refused(self, problem: AssistProblem) -> None:
        if self.dialog is not None:
            self.dialog.tell(problem_text(problem))

    @Slot()
    def _on_over(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog.deleteLater()
            self.dialog = None


def _without_sign_in() -> AssistProblem:
    return AssistProblem(
        "people.not_signed_in", "Without signing in the records stay closed. Open them again to sign in."
    )
