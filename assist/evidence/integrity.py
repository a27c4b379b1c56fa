"""Is the record what it was? Chain, leaves, tree, signatures, commitments, sound; each fault with its entry.

What this can't see alone: a ledger cut back or rolled back to an older state as a whole. Compare it with a
checkpoint that lies elsewhere (`expected`).
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag

from assist.evidence.checkpoint import parse_checkpoint, verify_checkpoint
from assist.evidence.entry import FIRST_PREV, LedgerEntry, chain_hash, commitment
from assist.evidence.keys import unseal
from assist.evidence.ledger import body_context
from assist.evidence.merkle import MerkleTree, leaf_hash
from assist.evidence.sound_archive import decoded_sha256, decrypt_file
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was recorded."""

    seq: int
    """The ledger entry it is about; 0 for the store as a whole."""
    code: str
    detail: str = ""

    def __str__(self) -> str:
        where = f"entry {self.seq}: " if self.seq else ""
        return f"{where}{FAULTS[self.code]}{f' ({self.detail})' if self.detail else ''}"


FAULTS = {
    "sequence": "an entry is missing or out of order",
    "malformed": "the entry is not in the form in which it was written",
    "chain": "the entry does not follow the one before; something was changed, removed or reordered",
    "leaf": "the entry's leaf is not its hash",
    "body": "the entry's content was changed",
    "body_missing": "the entry's content is gone",
    "checkpoint": "a signed checkpoint does not fit the ledger",
    "unsigned": "entries are not covered by any signed checkpoint",
    "shortened": "the ledger is shorter than a checkpoint that was signed",
    "sound": "the sound is not what was recorded",
    "call": "the list of calls does not fit the ledger",
}


@dataclass(frozen=True, slots=True)
class StoreReport:
    """The outcome of a check of the whole store."""

    entries: int
    calls: int
    checkpoints: int
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


def check_store(
    store: EvidenceStore, expected: tuple[str, ...] = (), *, with_sound: bool = True
) -> StoreReport:
    """Check everything; `expected` are signed notes kept elsewhere that the ledger must still contain."""
    with store.lock:
        rows = store.db.execute("SELECT seq, call_id, entry, leaf FROM ledger ORDER BY seq").fetchall()
        faults = list(_check_entries(store, rows))
        faults += _check_checkpoints(store, rows, expected)
        calls = [row[0] for row in store.db.execute("SELECT call_id FROM calls").fetchall()]
        faults += _check_calls(store)
        if with_sound:
            for call_id in calls:
                faults += _check_sound(store, call_id)
        count = store.db.execute("SELECT count(*) FROM checkpoints").fetchone()[0]
        return StoreReport(len(rows), len(calls), count, tuple(faults))


def check_call(store: EvidenceStore, call_id: str) -> list[Fault]:
    """Check one call: the chain around its entries, their bodies, its sound, the newest checkpoint."""
    with store.lock:
        first = (
            store.db.execute("SELECT min(seq) FROM ledger WHERE call_id = ?", [call_id]).fetchone()[0] or 1
        )
        rows = store.db.execute(
            "SELECT seq, call_id, entry, leaf FROM ledger WHERE seq >= ? ORDER BY seq", [max(1, first - 1)]
        ).fetchall()
        faults = list(_check_entries(store, rows))
        newest = store.db.execute("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1").fetchone()
        faults += _check_note(store, store.ledger.tree, newest[0]) if newest else [Fault(0, "unsigned")]
        return faults + _check_sound(store, call_id)


Row = tuple[int, str, bytes, bytes]


def _check_entries(store: EvidenceStore, rows: list[Row]) -> Iterator[Fault]:
    prev = FIRST_PREV if not rows or rows[0][0] == 1 else None
    expected_seq = rows[0][0] if rows and prev is None else 1
    for seq, call_id, encoded, leaf in rows:
        entry_bytes = bytes(encoded)
        if seq != expected_seq:
            yield Fault(expected_seq, "sequence")
        expected_seq = seq + 1
        if leaf_hash(entry_bytes) != bytes(leaf):
            yield Fault(seq, "leaf")
        try:
            entry = LedgerEntry.decode(entry_bytes)
        except ValueError as error:
            yield Fault(seq, "malformed", str(error))
            prev = chain_hash(entry_bytes)
            continue
        if entry.seq != seq or entry.call != call_id or entry.log != store.description.origin:
            yield Fault(seq, "sequence")
        if prev is not None and entry.prev != prev:
            yield Fault(seq, "chain")
        prev = chain_hash(entry_bytes)
        yield from _check_body(store, entry)


def _check_body(store: EvidenceStore, entry: LedgerEntry) -> Iterator[Fault]:
    row = store.db.execute("SELECT salt, sealed FROM bodies WHERE seq = ?", [entry.seq]).fetchone()
    if row is None:
        if not _is_shredded(store, entry.call):
            yield Fault(entry.seq, "body_missing")
        return
    try:
        body = unseal(store.body_key_of(entry.call), bytes(row[1]), body_context(entry.call, entry.seq))
    except (InvalidTag, AssistProblem, ValueError):
        yield Fault(entry.seq, "body")
        return
    if commitment(bytes(row[0]), body) != entry.commit:
        yield Fault(entry.seq, "body")


def _is_shredded(store: EvidenceStore, call_id: str) -> bool:
    row = store.db.execute("SELECT state FROM calls WHERE call_id = ?", [call_id]).fetchone()
    return row is not None and row[0] == "shredded"


def _check_checkpoints(store: EvidenceStore, rows: list[Row], expected: tuple[str, ...]) -> list[Fault]:
    tree = MerkleTree()
    for _, _, encoded, _ in rows:
        tree.append(leaf_hash(bytes(encoded)))
    faults = []
    covered = 0
    notes = store.db.execute("SELECT size, note FROM checkpoints ORDER BY size").fetchall()
    for size, note in notes:
        faults += _check_note(store, tree, note, size)
        covered = max(covered, size)
    for note in expected:
        faults += _check_note(store, tree, note)
    is_open = store.db.execute("SELECT count(*) FROM calls WHERE state = 'open'").fetchone()[0]
    unsigned = [row for row in rows if row[0] > covered]
    if unsigned and not is_open and any(row[1] for row in unsigned):
        faults.append(Fault(covered + 1, "unsigned"))
    return faults


def _check_note(store: EvidenceStore, tree: MerkleTree, note: str, size: int | None = None) -> list[Fault]:
    origin = store.description.origin
    try:
        head = verify_checkpoint(note, origin, origin, store.public_key)
    except ValueError as error:
        return [Fault(size or 0, "checkpoint", str(error))]
    if head.size > tree.size:
        return [Fault(tree.size + 1, "shortened", f"{head.size} entries were signed, {tree.size} are there")]
    if tree.root(head.size) != head.root or (size is not None and size != head.size):
        return [Fault(head.size, "checkpoint", "its root is not the ledger's")]
    return []


def _check_calls(store: EvidenceStore) -> list[Fault]:
    """Every call has its first entry and the other way round; numbers have no holes."""
    listed = {row[0] for row in store.db.execute("SELECT call_id FROM calls").fetchall()}
    in_ledger = {row[0] for row in store.db.execute("SELECT DISTINCT call_id FROM ledger").fetchall()} - {""}
    faults = [Fault(0, "call", call_id) for call_id in sorted(listed ^ in_ledger)]
    count, highest = store.db.execute("SELECT count(*), max(number) FROM calls").fetchone()
    if count != (highest or 0):
        faults.append(Fault(0, "call", f"{count} calls, the highest number is {highest}"))
    return faults


def _check_sound(store: EvidenceStore, call_id: str) -> list[Fault]:
    row = store.db.execute("SELECT sound_path, state FROM calls WHERE call_id = ?", [call_id]).fetchone()
    if row is None or row[1] in {"open", "shredded"}:
        return []
    sealed = _sealed_entry(store, call_id)
    if sealed is None:
        return [Fault(0, "sound", "no entry seals it")]
    seq, body = sealed
    try:
        flac = decrypt_file(store.folder / row[0], store.call_key(call_id), call_id)
    except (AssistProblem, InvalidTag, OSError) as error:
        return [Fault(seq, "sound", str(error))]
    if hashlib.sha256(flac).hexdigest() != body["flac_sha256"]:
        return [Fault(seq, "sound")]
    if body["samples"] and decoded_sha256(io.BytesIO(flac)) != body["pcm_sha256"]:
        return [Fault(seq, "sound")]
    return []


SEALED_FIELDS = {"samples", "pcm_sha256", "flac_sha256"}


def _sealed_entry(store: EvidenceStore, call_id: str) -> tuple[int, dict[str, object]] | None:
    rows = store.db.execute(
        "SELECT ledger.seq, entry, sealed FROM ledger JOIN bodies ON bodies.seq = ledger.seq "
        "WHERE call_id = ? ORDER BY ledger.seq DESC",
        [call_id],
    ).fetchall()
    for seq, encoded, sealed in rows:
        try:
            if LedgerEntry.decode(bytes(encoded)).type != "audio.sealed":
                continue
            body = json.loads(unseal(store.call_key(call_id), bytes(sealed), body_context(call_id, seq)))
            # An entry that was moved over another's body says nothing about the sound.
            if set(body) >= SEALED_FIELDS:
                return seq, body
        except (ValueError, InvalidTag, AssistProblem):
            continue
    return None


__all__ = ["Fault", "StoreReport", "check_call", "check_store", "parse_checkpoint"]
