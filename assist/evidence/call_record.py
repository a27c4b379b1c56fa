"""One call's record while it runs and as it is sealed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assist.evidence.ledger import SYSTEM, Actor
from assist.evidence.sound_archive import SealedSound, encode_flac, encrypt_file
from assist.evidence.spool import OnBlock, Spool, disk_problem, read_spool
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


@dataclass(frozen=True, slots=True)
class ClosedRecord:
    """A sealed call."""

    entries: int
    checkpoint: str
    """The signed note."""
    verified: bool
    """The call's chain, commitments and sound were checked again after sealing."""


class CallRecord:
    """Appends and seals. `append`, `on_time`, `close`: the session's thread; the spool: the recorder's."""

    def __init__(self, store: EvidenceStore, call_id: str, key: bytes, segment: int) -> None:
        self._store = store
        self.call_id = call_id
        self._key = key
        self._segment = segment
        self._entries = 0
        self._flags: dict[str, int] = {}
        self._spool: Spool | None = None

    def open_spool(self, on_block: OnBlock) -> Spool:
        """Where the recorder writes; `on_block` gets the body of each `audio.block` entry."""
        path = spool_path(self._store.folder, self.call_id, self._segment)
        self._spool = Spool(path, self.call_id, self._key, self._segment, on_block)
        return self._spool

    def append(self, entry_type: str, body: Mapping[str, Any], actor: str, role: str) -> object:
        """Write an entry; returns it when it is durable. `AssistProblem` if the disk refuses."""
        if entry_type == "risk.flagged" and body.get("state") != "dismissed":
            self._flags[str(body.get("flag"))] = int(body.get("severity", 0))
        with self._store.lock:
            entry = self._store.ledger.append(entry_type, body, Actor(actor, role), self.call_id, self._key)
            self._entries += 1
            return entry

    def on_time(self) -> None:
        """Sign a checkpoint if one is due; note a jump of the wall clock."""
        jump = self._store.clock.jumped_ms()
        if jump:
            self.append("clock.jump", {"ms": jump}, SYSTEM.name, SYSTEM.role)
        with self._store.lock:
            self._store.ledger.checkpoint_if_due()

    def close(self, body: Mapping[str, Any]) -> ClosedRecord:
        """Seal the sound, close the call, sign, check all of it again."""
        sound = self.seal_sound()
        return self.finish("closed", "call.closed", body, sound)

    def seal_sound(self) -> tuple[SealedSound, str]:
        """FLAC, compared, encrypted, in place; then the spool may go. Returns it and its relative path."""
        if self._spool is not None:
            self._spool.finish()
        paths = spool_segments(self._store.folder, self.call_id)
        records = [
            record
            for segment, path in paths
            for record in read_spool(path, self.call_id, self._key, segment).records
        ]
        started = self._store.find_call(self.call_id).started_utc_ms
        day = datetime.fromtimestamp(started / 1000, UTC)
        relative = Path("audio") / f"{day:%Y}" / f"{day:%m}" / f"{self.call_id}.flac.enc"
        work = self._store.folder / "spool" / f"{self.call_id}.flac.work"
        try:
            work.parent.mkdir(parents=True, exist_ok=True)
            sound = encode_flac(records, work)
            encrypt_file(work, self._store.folder / relative, self._key, self.call_id)
        except OSError as error:
            raise disk_problem(error) from error
        finally:
            work.unlink(missing_ok=True)
        return sound, relative.as_posix()

    def finish(
        self, state: str, entry_type: str, body: Mapping[str, Any], sealed: tuple[SealedSound, str]
    ) -> ClosedRecord:
        """The last entries, the signature, the row; the spool goes when all of it is durable."""
        from assist.evidence.integrity import check_call

        sound, path = sealed
        with self._store.lock:
            self.append(
                "audio.sealed",
                {
                    "samples": sound.samples,
                    "pcm_sha256": sound.pcm_sha256,
                    "flac_sha256": sound.flac_sha256,
                    "flac_bytes": sound.flac_bytes,
                },
                SYSTEM.name,
                SYSTEM.role,
            )
            self.append(entry_type, body, SYSTEM.name, SYSTEM.role)
            note = self._store.ledger.checkpoint()
            self._store.db.table("calls").update(
                self.call_id,
                {
                    "state": state,
                    "ended_utc_ms": self._store.clock.utc_ms(),
                    "samples": sound.samples,
                    "outcome": str(body.get("outcome", "")),
                    "flags": len(self._flags),
                    "gravest": max(self._flags.values(), default=0),
                    "sound_path": path,
                },
            )
            problems = check_call(self._store, self.call_id)
        if not problems:
            for _, segment in spool_segments(self._store.folder, self.call_id):
                segment.unlink(missing_ok=True)
        return ClosedRecord(self._entries, note, not problems)


def spool_path(folder: Path, call_id: str, segment: int) -> Path:
    """Where a segment of a call's spool lies."""
    return folder / "spool" / f"{call_id}.{segment}.evs"


def spool_segments(folder: Path, call_id: str) -> list[tuple[int, Path]]:
    """The call's segments in order."""
    found = [(int(path.name.split(".")[-2]), path) for path in (folder / "spool").glob(f"{call_id}.*.evs")]
    return sorted(found)


def pcm_hash(records: list[bytes]) -> str:
    """SHA-256 of PCM records in order."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(record)
    return digest.hexdigest()


__all__ = ["AssistProblem", "CallRecord", "ClosedRecord", "pcm_hash", "spool_path", "spool_segments"]
