"""After a crash: calls that were never closed are closed, with an entry that says where they broke.

Each step of sealing (see `assist.evidence.call_record`) is done again or found done. What was in the spool is
sealed; a sound that was already in place and sealed by an entry is taken as it is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assist.evidence.call_record import CallRecord, remove_spool, spool_segments
from assist.evidence.database import transaction
from assist.evidence.ledger import SYSTEM
from assist.evidence.reading import RecordedEntry, read_entries
from assist.evidence.sound_archive import PART_SUFFIX, SealedSound, decrypt_file
from assist.evidence.spool import SpoolReader
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


def recover_open_calls(store: EvidenceStore) -> list[str]:
    """Close every open call; returns their ids. The sound that was durable is sealed, the torn rest is told."""
    rows = store.db.execute("SELECT call_id FROM calls WHERE state = 'open' ORDER BY number").fetchall()
    recovered = []
    for (call_id,) in rows:
        try:
            if _recover(store, call_id):
                recovered.append(call_id)
        except AssistProblem as problem:
            if problem.code != "record.body_changed":
                raise
            store.note_store_event("recovery.refused", {"call": call_id, "code": problem.code})
    _tidy(store)
    return recovered


@dataclass(frozen=True, slots=True)
class _Remains:
    """What a crash left of a call's sound."""

    samples: int
    torn_bytes: int
    segments: int
    finished: bool


def _recover(store: EvidenceStore, call_id: str) -> bool:
    key = store.call_key(call_id)
    entries = read_entries(store.db, call_id, key)
    if not entries:
        _undo_begin(store, call_id)
        return False
    record = CallRecord(store, call_id, key)
    for entry in entries:
        record.count(entry.type, entry.body)
    closed = _last(entries, "call.closed")
    remains = _remains(store, call_id, key)
    sealed = _sealed_in_place(store, record, key, _last(entries, "audio.sealed"))
    if sealed is None:
        sealed = record.seal_sound()
        record.append_sealed(sealed)
    newest = entries[-1]
    broken: dict[str, Any] = {
        "step": _step(closed, entries, remains),
        "samples": sealed.samples,
        "torn_bytes": remains.torn_bytes,
        "segments": remains.segments,
        "last_entry": newest.seq,
        "last_utc_ms": newest.ts_utc_ms,
    }
    record.append("recovered.after_crash", broken, SYSTEM.name, SYSTEM.role)
    if closed is None:
        record.append("call.closed", {"outcome": "interrupted"}, SYSTEM.name, SYSTEM.role)
        record.settle("interrupted", "interrupted", sealed, newest.ts_utc_ms)
    else:
        outcome = str(closed.body.get("outcome", ""))
        state = "interrupted" if outcome == "interrupted" else "closed"
        record.settle(state, outcome, sealed, closed.ts_utc_ms)
    return True


def _step(closed: RecordedEntry | None, entries: list[RecordedEntry], remains: _Remains) -> str:
    """Where it broke: in the call, while its sound was being sealed, or while it was being closed."""
    if closed is not None or _last(entries, "audio.sealed"):
        return "closing"
    return "sealing" if remains.finished else "call"


def _last(entries: list[RecordedEntry], entry_type: str) -> RecordedEntry | None:
    return next((entry for entry in reversed(entries) if entry.type == entry_type), None)


def _remains(store: EvidenceStore, call_id: str, key: bytes) -> _Remains:
    readers = [
        SpoolReader(path, call_id, key, segment) for segment, path in spool_segments(store.folder, call_id)
    ]
    for reader in readers:
        for _ in reader:
            pass
    return _Remains(
        samples=sum(reader.frames for reader in readers),
        torn_bytes=sum(reader.torn_bytes for reader in readers),
        segments=len(readers),
        finished=bool(readers) and readers[-1].finished,
    )


def _sealed_in_place(
    store: EvidenceStore, record: CallRecord, key: bytes, entry: RecordedEntry | None
) -> SealedSound | None:
    """The sealed sound if an entry says so and it is there as the entry says; else it is to be sealed again."""
    if entry is None:
        return None
    sound = SealedSound(**entry.body)
    try:
        flac = decrypt_file(store.folder / record.sound_path, key, record.call_id)
    except AssistProblem:
        return None
    return sound if hashlib.sha256(flac).hexdigest() == sound.flac_sha256 else None


def _undo_begin(store: EvidenceStore, call_id: str) -> None:
    """A call without any entry was never begun as far as anyone was told: its number is free again."""
    with transaction(store.db.conn) as connection:
        connection.execute("DELETE FROM wrapped_keys WHERE call_id = ?", [call_id])
        connection.execute("DELETE FROM calls WHERE call_id = ?", [call_id])


def _tidy(store: EvidenceStore) -> None:
    """Remove what a crash left beside good copies: half-written files, spools of calls whose sound is sealed."""
    from assist.evidence.integrity import check_call

    for part in _files(store.folder / "audio", f"*{PART_SUFFIX}"):
        part.unlink(missing_ok=True)
    for call_id in sorted({path.name.split(".")[0] for path in _files(store.folder / "spool", "*.evs")}):
        row = store.db.execute("SELECT state FROM calls WHERE call_id = ?", [call_id]).fetchone()
        if row is None or row[0] == "open":
            continue
        if row[0] == "shredded" or not check_call(store, call_id):
            remove_spool(store.folder, call_id)


def _files(folder: Path, pattern: str) -> list[Path]:
    return [path for path in folder.rglob(pattern) if path.is_file()] if folder.is_dir() else []
