"""Checkpoints kept where the agent can't write: compared at start, added to after each call, dated by a service.

The places are those of the settings; without one nothing is kept and nothing compared. Lives in the GUI
thread; a share may take its time, so everything is a task, one at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from assist.evidence.anchors.cosigning import take_cosignatures
from assist.evidence.anchors.shared_folder import anchor_checkpoint, compare_with_anchors
from assist.evidence.anchors.timestamps import Timestamps, http_service
from assist.evidence.store import EvidenceStore
from assist.problems import AssistProblem
from desktop.background import Task
from desktop.installation import Installation


@dataclass(frozen=True, slots=True)
class AnchorPlaces:
    """Where checkpoints go; empty means nowhere."""

    folder: str = ""
    service: str = ""
    """Address of an RFC 3161 time-stamping service."""
    root: str = ""
    """PEM file with the service's root certificates."""


class Anchoring(QObject):
    """Signals: `failed` with a problem (the alarm `anchor.rolled_back` among them), `broken` with a bug, `kept`."""

    failed = Signal(object)
    broken = Signal(object)
    kept = Signal(object)

    def __init__(self, installation: Installation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installation = installation
        self._running = False
        self._again: AnchorPlaces | None = None

    def compare(self, place: str) -> None:
        """Whether this machine's records contain every checkpoint that is kept in `place`."""
        if place:
            self._run(lambda: compare_with_anchors(self._store(), place))

    def keep(self, places: AnchorPlaces) -> None:
        """Put the newest checkpoint into the folder and have it dated, as far as these are chosen."""
        if not places.folder and not places.service:
            return
        if self._running:
            self._again = places
            return
        self._run(lambda: _keep(self._store(), places), self.kept)

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
        if self._again is not None:
            places, self._again = self._again, None
            self.keep(places)


def _keep(store: EvidenceStore, places: AnchorPlaces) -> None:
    """The service is asked even where the share is away: one anchor is better than none."""
    away: AssistProblem | None = None
    if places.folder:
        try:
            anchor_checkpoint(store, places.folder)
            take_cosignatures(store, places.folder)
        except AssistProblem as problem:
            away = problem
    if places.service:
        timestamps = Timestamps(store)
        timestamps.queue()
        timestamps.send(http_service(places.service), root_certificates(places.root))
    if away is not None:
        raise away


def root_certificates(file: str) -> list[x509.Certificate]:
    """The certificates in a PEM file; `AssistProblem` where there are none."""
    try:
        return x509.load_pem_x509_certificates(Path(file).expanduser().read_bytes())
    except (OSError, ValueError) as error:
        raise AssistProblem(
            "anchor.no_root",
            "The time-stamping service's root certificate {file} can't be read ({why}). Choose the PEM file that the "
            "service publishes.",
            file=file,
            why=getattr(error, "strerror", None) or str(error),
        ) from error
