"""What can be done with a recorded call: note, assignment, hold, requests for two people. Shows what this person may.

Every act runs in a task; the store checks each anew and says why not. Thread: GUI.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from assist.evidence.people.approvals import ApprovalKind
from assist.evidence.people.roles import Right
from desktop.background import Task
from desktop.review.reason_dialog import ReasonDialog
from desktop.review.standing import CallStanding


class RecordActions(Protocol):
    """What the menu needs of the store; each may wait and may raise `AssistProblem`."""

    def note(self, call_id: str, text: str, position: int) -> None: ...

    def assign(self, call_id: str, reviewer: str) -> None: ...

    def hold(self, call_id: str, reason: str) -> None: ...

    def release(self, hold_id: str, reason: str) -> None: ...

    def ask(self, kind: ApprovalKind, call_id: str, reason: str) -> None: ...


class RecordMenu(QToolButton):
    """Signals: `changed` when something was done; `failed` with a problem; `broken` with a bug."""

    changed = Signal()
    failed = Signal(object)
    broken = Signal(object)

    def __init__(
        self, actions: RecordActions, position: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = actions
        self._position = position
        """Where the player stands, for notes."""
        self._standing: CallStanding | None = None
        self.setText(self.tr("&Record…"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_of_acts = QMenu(self)
        self.setMenu(self.menu_of_acts)
        self.note_here = self._action(self.tr("Note at this place…"), self._on_note_here, "Ctrl+N")
        self.note_call = self._action(self.tr("Note on the call…"), self._on_note_call, "Ctrl+Shift+N")
        self.assign = self._action(self.tr("Give to a reviewer…"), self._on_assign, "Ctrl+G")
        self.menu_of_acts.addSeparator()
        self.hold = self._action(self.tr("Legal hold…"), self._on_hold, "Ctrl+H")
        self.release = self._action(self.tr("Release the hold…"), self._on_release, "")
        self.menu_of_acts.addSeparator()
        self.ask_export = self._action(self.tr("Ask for a full export…"), self._on_ask_export, "")
        self.ask_deletion = self._action(self.tr("Ask for deletion…"), self._on_ask_deletion, "")
        self.setEnabled(False)

    def show_standing(self, standing: CallStanding | None) -> None:
        """Offer what this person may do with the call; None while nothing is known."""
        self._standing = standing
        rights = standing.rights if standing is not None else frozenset()
        own = standing is not None and not standing.origin
        held = standing is not None and bool(standing.holds)
        offers = (
            (self.note_here, own and Right.NOTE in rights),
            (self.note_call, own and Right.NOTE in rights),
            (self.assign, standing is not None and bool(standing.reviewers)),
            (self.hold, not held and Right.HOLD in rights),
            (self.release, held and Right.APPROVE in rights),
            (self.ask_export, own and Right.REQUEST in rights),
            (self.ask_deletion, Right.REQUEST in rights),
        )
        for action, offered in offers:
            action.setVisible(offered)
            action.setEnabled(offered)
        self.setEnabled(any(offered for _, offered in offers))

    def _action(self, text: str, slot: Callable[[], None], keys: str) -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self.menu_of_acts.addAction(action)
        self.addAction(action)
        return action

    @Slot()
    def _on_note_here(self) -> None:
        position = self._position()
        self._ask(
            self.tr("Add note"),
            self.tr("What you noticed at this place. Notes are kept with the call and never changed."),
            lambda call, text, _: self._acts.note(call, text, position),
        )

    @Slot()
    def _on_note_call(self) -> None:
        self._ask(
            self.tr("Add note"),
            self.tr("What you noticed in this call. Notes are kept with the call and never changed."),
            lambda call, text, _: self._acts.note(call, text, -1),
        )

    @Slot()
    def _on_assign(self) -> None:
        standing = self._standing
        self._ask(
            self.tr("Give to reviewer"),
            self.tr("Who shall review this call? From then on they see it in their list."),
            lambda call, _, reviewer: self._acts.assign(call, reviewer),
            choices=standing.reviewers if standing is not None else (),
            needs_text=False,
        )

    @Slot()
    def _on_hold(self) -> None:
        self._ask(
            self.tr("Set hold"),
            self.tr("Why must this call be kept? Nothing destroys it until someone else releases the hold."),
            lambda call, text, _: self._acts.hold(call, text),
        )

    @Slot()
    def _on_release(self) -> None:
        holds = [one.hold_id for one in self._standing.holds] if self._standing is not None else []

        def act(_call: str, text: str, _choice: str) -> None:
            for hold in holds:
                self._acts.release(hold, text)

        self._ask(self.tr("Release hold"), self.tr("Why is the hold not needed any more?"), act)

    @Slot()
    def _on_ask_export(self) -> None:
        self._ask(
            self.tr("Ask"),
            self.tr("Why is an export with all numbers readable needed? Someone else must approve it."),
            lambda call, text, _: self._acts.ask(ApprovalKind.FULL_EXPORT, call, text),
        )

    @Slot()
    def _on_ask_deletion(self) -> None:
        self._ask(
            self.tr("Ask"),
            self.tr(
                "Why shall the content of this call be destroyed? It takes someone else's approval, the end of its "
                "retention, and no hold."
            ),
            lambda call, text, _: self._acts.ask(ApprovalKind.DELETION, call, text),
        )

    def _ask(
        self,
        title: str,
        about: str,
        act: Callable[[str, str, str], None],
        *,
        choices: tuple[str, ...] = (),
        needs_text: bool = True,
    ) -> None:
        if self._standing is None:
            return
        call = self._standing.call_id
        dialog = ReasonDialog(title, about, self.window(), choices=choices, needs_text=needs_text)
        dialog.given.connect(lambda text, choice: self._do(lambda: act(call, text, choice)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _do(self, act: Callable[[], None]) -> None:
        task = Task(self)
        task.done.connect(self._on_done)
        task.failed.connect(self.failed)
        task.broken.connect(self.broken)
        task.start(lambda _progress: act())

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        self.changed.emit()
