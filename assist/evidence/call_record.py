"""One call's record while it runs and as it is sealed.

The order of sealing, so that a crash at any step leaves one good copy of the sound: FLAC in memory, decoded and
compared, encrypted beside its place, flushed, moved into place, folder flushed, `audio.sealed` in the ledger,
`call.closed`, checkpoint, the call's row, all of it checked again, and only then the spool goes.
`assist.evidence.recovery` goes on from wherever it broke.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assist.evidence.durable import sync_folder
from assist.evidence.ledger import SYSTEM, Actor
from assist.evidence.sound_archive import SealedSound, encode_flac, encrypt_file
from assist.evidence.spool import OnBlock, Spool, SpoolReader, disk_problem

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

    def __init__(self, store: EvidenceStore, call_id: str, key: bytes) -> None:
        self._store = store
        self.call_id = call_id
        self._key = key
        self._entries = 0
        self._flags: dict[str, int] = {}
        self._spool: Spool | None = None

    def open_spool(self, on_block: OnBlock) -> Spool:
        """Where the recorder writes; `on_block` gets the body of each `audio.block` entry.

        Always a new segment with its own key: one that was closed or read back is never written again.
        """
        segments = spool_segments(self._store.folder, self.call_id)
        number = segments[-1][0] + 1 if segments else 0
        path = spool_path(self._store.folder, self.call_id, number)
        self._spool = Spool(path, self.call_id, self._key, number, on_block)
        return self._spool

    def append(self, entry_type: str, body: Mapping[str, Any], actor: str, role: str) -> object:
        """Write an entry; returns it when it is durable. `AssistProblem` if the disk refuses."""
        with self._store.lock:
            entry = self._store.ledger.append(entry_type, body, Actor(actor, role), self.call_id, self._key)
            self.count(entry_type, body)
            return entry

    def count(self, entry_type: str, body: Mapping[str, Any]) -> None:
        """Take an entry that is in the ledger into the call's summary."""
        self._entries += 1
        if entry_type == "risk.flagged" and body.get("state") != "dismissed":
            self._flags[str(body.get("flag"))] = int(body.get("severity", 0))

    def on_time(self) -> None:
        """Sign a checkpoint if one is due; note a jump of the wall clock."""
        jump = self._store.clock.jumped_ms()
        if jump:
            self.append("clock.jump", {"ms": jump}, SYSTEM.name, SYSTEM.role)
        with self._store.lock:
            self._store.ledger.checkpoint_if_due()

    def close(self, body: Mapping[str, Any]) -> ClosedRecord:
        """Seal the sound, close the call, sign, check all of it again. Takes 2 to 4 s for an hour of sound."""
        if self._spool is not None:
            self._spool.finish()
        sound = self.seal_sound()
        with self._store.lock:
            self.append_sealed(sound)
            self.append("call.closed", body, SYSTEM.name, SYSTEM.role)
            return self.settle("closed", str(body.get("outcome", "")), sound, self._store.clock.utc_ms())

    def seal_sound(self) -> SealedSound:
        """FLAC, compared, encrypted, in place. The spool stays."""
        work = io.BytesIO()
        sound = encode_flac(self._spooled(), work)
        encrypt_file(work.getbuffer(), self._store.folder / self.sound_path, self._key, self.call_id)
        return sound

    def append_sealed(self, sound: SealedSound) -> None:
        """The entry that says what the sealed sound is."""
        body = {
            "samples": sound.samples,
            "pcm_sha256": sound.pcm_sha256,
            "flac_sha256": sound.flac_sha256,
            "flac_bytes": sound.flac_bytes,
        }
        self.append("audio.sealed", body, SYSTEM.name, SYSTEM.role)

    def settle(self, state: str, outcome: str, sound: SealedSound, ended_utc_ms: int) -> ClosedRecord:
        """Sign, fill in the call's row, check all of it; the spool goes when all of it is good."""
        from assist.evidence.integrity import check_call

        with self._store.lock:
            note = self._store.ledger.checkpoint()
            self._store.db.table("calls").update(
                self.call_id,
                {
                    "state": state,
                    "ended_utc_ms": ended_utc_ms,
                    "samples": sound.samples,
                    "outcome": outcome,
                    "flags": len(self._flags),
                    "gravest": max(self._flags.values(), default=0),
                    "sound_path": self.sound_path,
                },
            )
            problems = check_call(self._store, self.call_id)
        if not problems:
            remove_spool(self._store.folder, self.call_id)
        return ClosedRecord(self._entries, note, not problems)

    @property
    def sound_path(self) -> str:
        """Where the sealed sound lies, below the store's folder: by the month in which the call began (UTC)."""
        started = self._store.find_call(self.call_id).started_utc_ms
        day = datetime.fromtimestamp(started / 1000, UTC)
        return f"audio/{day:%Y}/{day:%m}/{self.call_id}.flac.enc"

    def _spooled(self) -> Iterator[bytes]:
        try:
            for segment, path in spool_segments(self._store.folder, self.call_id):
                yield from SpoolReader(path, self.call_id, self._key, segment)
        except OSError as error:
            raise disk_problem(error) from error


def spool_path(folder: Path, call_id: str, segment: int) -> Path:
    """Where a segment of a call's spool lies."""
    return folder / "spool" / f"{call_id}.{segment}.evs"


def spool_segments(folder: Path, call_id: str) -> list[tuple[int, Path]]:
    """The call's segments in order."""
    found = [(int(path.name.split(".")[-2]), path) for path in (folder / "spool").glob(f"{call_id}.*.evs")]
    return sorted(found)


def remove_spool(folder: Path, call_id: str) -> None:
    """Let the spool go; what can't be removed now is removed at the next start."""
    segments = spool_segments(folder, call_id)
    try:
        for _, path in segments:
            path.unlink(missing_ok=True)
        if segments:
            sync_folder(folder / "spool")
    except OSError:
        return


def pcm_hash(records: list[bytes]) -> str:
    """SHA-256 of PCM records in order."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(record)
    return digest.hexdigest()


__all__ = ["CallRecord", "ClosedRecord", "pcm_hash", "remove_spool", "spool_path", "spool_segments"]
