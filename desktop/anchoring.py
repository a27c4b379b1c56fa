"""Checkpoints kept where the agent can't write: compared at start, added to after each call.

The place is a folder or share of the settings; without one nothing is kept and nothing compared. Lives in the GUI
thread; a share may take its time, so everything is a task, one at a time.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from assist.evidence.anchors.shared_folder import anchor_checkpoint, compare_with_anchors
from assist.evidence.store import EvidenceStore
from desktop.background import Task
from desktop.installation import Installation


class Anchoring(QObject):
    """Signals: `failed` with a problem (the alarm `anchor.rolled_back` among them), `broken` with a bug, `kept` with
    the `AnchoredCheckpoint`.
    """

    failed = Signal(object)
    broken = Signal(object)
    kept = Signal(object)

    def __init__(self, installation: Installation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installation = installation
        self._running = False
        self._again = ""

    def compare(self, place: str) -> None:
        """Whether this machine's records contain every checkpoint that is kept in `place`."""
        if place:
            self._run(lambda: compare_with_anchors(self._store(), place))

    def keep(self, place: str) -> None:
        """Put the newest checkpoint into `place`."""
        if not place:
            return
        if self._running:
            self._again = place
            return
        self._run(lambda: anchor_checkpoint(self._store(), place), self.kept)

    def _store(self) -> EvidenceStore:
        return self._installation.store("live")

    def _run(self, work: Callable[[], object], told: SignalInstance | None = None) -> None:
        self._running = True
        task = Task(self)
        for signal in (task.done, task.failed, task.broken):
            signal.connect(self._on_ended)
        task.failed.connect(self.failed)
        task.broken.connect(self.broken)
        if told is not None:
            task.done.connect(told)
        task.start(lambda _progress: work())

    @Slot(object)
    def _on_ended(self, _result: object) -> None:
        self._running = False
        if self._again:
            place, self._again = self._again, ""
            self.keep(place)
