"""Recorded calls as the signed-in person may read them; every method may wait and belongs in a `Task`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assist.evidence.bundle.export import ExportedBundle, export_bundle
from assist.evidence.people.session import StoreSession
from assist.evidence.reading import CallSummary, RecordedEntry
from desktop.background import Progress
from desktop.installation import Installation


class StoreReader:
    """Reads one store of the installation; opened when it is first asked."""

    def __init__(self, installation: Installation, kind: str, session: Callable[[], StoreSession]) -> None:
        self._installation = installation
        self._session = session
        self.kind = kind

    def calls(self) -> list[CallSummary]:
        """The person's calls, newest first."""
        return self._session().calls()

    def summary(self, call_id: str) -> CallSummary:
        """One call's line of the list."""
        return self._session().find_call(call_id)

    def entries(self, call_id: str) -> list[RecordedEntry]:
        """The call's entries, numbers masked; the look is in the ledger first."""
        return self._session().read_call(call_id)

    def sound(self, call_id: str) -> bytes:
        """The call's FLAC; the playback is in the ledger first."""
        return self._session().sound(call_id)

    def export(self, call_id: str, folder: Path, progress: Progress) -> ExportedBundle:
        """An evidence bundle of the call below `folder`, numbers masked; `progress` may cancel."""

        def told(step: str) -> None:
            progress(_EXPORT_STEPS.index(step), len(_EXPORT_STEPS))

        store = self._installation.store(self.kind)
        return export_bundle(store, self._session(), call_id, folder, on_progress=told)


_EXPORT_STEPS = ("gather", "write", "sign")
