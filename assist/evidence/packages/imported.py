"""Calls of other installations in this store: read-only, each with the proofs of the ledger it comes from.

Their entries never enter this store's ledger and their numbers never mix with its own: origin and checkpoint stay
theirs. Looks and playbacks are entries of this store's ledger, as for own calls.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from assist.evidence.canonical import canonical
from assist.evidence.checkpoint import raw_public_key
from assist.evidence.database import transaction
from assist.evidence.entry import LedgerEntry
from assist.evidence.keys import seal, unseal
from assist.evidence.ledger import Actor, body_context
from assist.evidence.packages.package_file import PackageHeader
from assist.evidence.packages.payload import CallPayload, Disclosed, verify
from assist.evidence.people.roles import Right
from assist.evidence.reading import CallSummary, RecordedEntry, body_problem
from assist.evidence.sound_archive import decrypt_file, encrypt_file
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class ImportedCall:
    """One imported call."""

    summary: CallSummary
    """As its own installation lists it; `sound_path` is below this store's folder."""
    origin: str
    package_sha256: str
    """Of the sealed payload that it came in."""
    imported_by: str
    imported_utc_ms: int


class ImportedCalls:
    """The imported calls of one open store."""

    def __init__(self, store: EvidenceStore) -> None:
        self._store = store

    def all(self) -> list[ImportedCall]:
        """Newest first."""
        with self._store.lock:
            rows = list(
                self._store.db.query(
                    "SELECT call_id, origin, package_sha256, imported_by, imported_utc_ms, summary, wrapped_key, "
                    "sound_path FROM imported_calls ORDER BY imported_utc_ms DESC, rowid DESC"
                )
            )
        return [self._call(row) for row in rows]

    def has(self, call_id: str) -> bool:
        """Whether this call was imported."""
        return (
            self._store.db.execute("SELECT 1 FROM imported_calls WHERE call_id = ?", [call_id]).fetchone()
            is not None
        )

    def add(self, header: PackageHeader, payload: CallPayload, key: bytes, by: Actor) -> ImportedCall:
        """Take in a call that was verified; everything in one transaction."""
        call_id = header.call
        store = self._store
        with store.lock:
            if header.origin == store.description.origin or self.has(call_id):
                raise AssistProblem("package.known", "This call is here already; nothing was changed.")
            sound_path = f"audio/imported/{call_id}.flac.enc"
            encrypt_file(payload.flac, store.folder / sound_path, key, call_id)
            body = {
                "call": call_id,
                "origin": header.origin,
                "package_sha256": header.payload_sha256,
                "checkpoint": payload.checkpoint,
            }
            store.note_store_event("package.imported", body, by)
            summary = {name: getattr(payload.summary, name) for name in CallSummary.__dataclass_fields__}
            summary["sound_path"] = sound_path
            row = {
                "call_id": call_id,
                "origin": header.origin,
                "public_key": raw_public_key(header.public_key),
                "checkpoint": payload.checkpoint,
                "summary": seal(key, canonical(summary), f"summary|{call_id}".encode()),
                "wrapped_key": store.wrap(key, call_id),
                "package_sha256": header.payload_sha256,
                "imported_by": by.name,
                "imported_utc_ms": store.clock.utc_ms(),
                "sound_path": sound_path,
            }
            with transaction(store.db.conn) as connection:
                connection.execute(
                    f"INSERT INTO imported_calls({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608
                    list(row.values()),
                )
                for encoded in payload.entries:
                    seq = LedgerEntry.decode(encoded).seq
                    connection.execute(
                        "INSERT INTO imported_entries(call_id, seq, entry, proof) VALUES (?, ?, ?, ?)",
                        [call_id, seq, encoded, b"".join(payload.proofs[seq])],
                    )
                for seq, disclosed in payload.bodies.items():
                    connection.execute(
                        "INSERT INTO imported_bodies(call_id, seq, salt, sealed) VALUES (?, ?, ?, ?)",
                        [call_id, seq, disclosed.salt, seal(key, disclosed.body, body_context(call_id, seq))],
                    )
            return self._call(row)

    def read(self, call_id: str, reader: Actor, purpose: str = "view") -> list[RecordedEntry]:
        """The call's entries; the look is in this store's ledger before anything is decrypted."""
        store = self._store
        store.guard.check(reader, Right.VIEW, call_id)
        with store.lock:
            wrapped = self._wrapped(call_id)
            store.note_access("access.viewed", call_id, reader, {"purpose": purpose})
            bodies = self._bodies(call_id, store.unwrap(wrapped, call_id))
            entries = []
            for encoded in self._entries(call_id):
                entry = LedgerEntry.decode(encoded)
                if entry.seq not in bodies:
                    continue
                body = json.loads(bodies[entry.seq].body)
                actor, role = body.pop("actor"), body.pop("role")
                entries.append(RecordedEntry(entry.seq, entry.type, entry.ts_utc_ms, actor, role, body))
            return entries

    def sound(self, call_id: str, reader: Actor, purpose: str = "playback") -> bytes:
        """The call's FLAC; the playback is in this store's ledger before it is decrypted."""
        store = self._store
        store.guard.check(reader, Right.PLAY, call_id)
        with store.lock:
            wrapped = self._wrapped(call_id)
            store.note_access("access.played", call_id, reader, {"purpose": purpose})
            path = store.folder / f"audio/imported/{call_id}.flac.enc"
            return decrypt_file(path, store.unwrap(wrapped, call_id), call_id)

    def check(self, call_id: str) -> None:
        """Verify it again from what is kept here; `AssistProblem` that says what does not fit."""
        store = self._store
        with store.lock:
            row = next(store.db.query("SELECT * FROM imported_calls WHERE call_id = ?", [call_id]))
            key = store.unwrap(self._wrapped(call_id), call_id)
            proofs = store.db.execute(
                "SELECT seq, proof FROM imported_entries WHERE call_id = ?", [call_id]
            ).fetchall()
            payload = CallPayload(
                summary=self._call(row).summary,
                entries=tuple(self._entries(call_id)),
                bodies=self._bodies(call_id, key),
                proofs={seq: _steps(bytes(proof)) for seq, proof in proofs},
                checkpoint=row["checkpoint"],
                flac=decrypt_file(store.folder / row["sound_path"], key, call_id),
            )
            key_of_origin = Ed25519PublicKey.from_public_bytes(bytes(row["public_key"]))
        verify(payload, row["origin"], call_id, key_of_origin)

    def _wrapped(self, call_id: str) -> bytes:
        row = self._store.db.execute(
            "SELECT wrapped_key FROM imported_calls WHERE call_id = ?", [call_id]
        ).fetchone()
        if row is None or not row[0]:
            raise AssistProblem(
                "record.key_gone",
                "The content of this call was destroyed as its retention rule says; its proof remains.",
            )
        return bytes(row[0])

    def _entries(self, call_id: str) -> list[bytes]:
        rows = self._store.db.execute(
            "SELECT entry FROM imported_entries WHERE call_id = ? ORDER BY seq", [call_id]
        ).fetchall()
        return [bytes(row[0]) for row in rows]

    def _bodies(self, call_id: str, key: bytes) -> dict[int, Disclosed]:
        rows = self._store.db.execute(
            "SELECT seq, salt, sealed FROM imported_bodies WHERE call_id = ?", [call_id]
        ).fetchall()
        bodies = {}
        for seq, salt, sealed in rows:
            try:
                body = unseal(key, bytes(sealed), body_context(call_id, seq))
            except InvalidTag as error:
                raise body_problem(seq) from error
            bodies[seq] = Disclosed(bytes(salt), body)
        return bodies

    def _call(self, row: dict[str, object]) -> ImportedCall:
        call_id = str(row["call_id"])
        return ImportedCall(
            self._summary(call_id, _blob(row["wrapped_key"]), _blob(row["summary"])),
            str(row["origin"]),
            str(row["package_sha256"]),
            str(row["imported_by"]),
            int(str(row["imported_utc_ms"])),
        )

    def _summary(self, call_id: str, wrapped: bytes, sealed: bytes) -> CallSummary:
        if not wrapped:
            return CallSummary(call_id, 0, "", "", "", "", 0, 0, 0, "shredded", "", 0, 0, "")
        key = self._store.unwrap(wrapped, call_id)
        return CallSummary(**json.loads(unseal(key, sealed, f"summary|{call_id}".encode())))


def _blob(value: object) -> bytes:
    return bytes(value) if isinstance(value, (bytes, bytearray, memoryview)) else b""


def _steps(proof: bytes) -> tuple[bytes, ...]:
    return tuple(proof[place : place + HASH_BYTES] for place in range(0, len(proof), HASH_BYTES))
