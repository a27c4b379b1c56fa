"""Destroying a call's content while its proof stays: the call's key goes, from the disk and not only from a list.

No hold, retention over, two people. Then, in this order: `shred.requested` in the ledger; in one transaction the
wrapped keys, salts and bodies go (`secure_delete` overwrites them); the write-ahead log is moved into the file
and emptied; sound and spool are unlinked; `shred.done`. A crash in between is gone on from at the next start.
The ledger's entries hold no personal data and stay, so chain, tree and signatures still verify.

What this can't reach: copies that left this store (bundles and packages that were exported, which the ledger
names; backups) and old blocks of a drive that moves data by itself. Those copies are encrypted by the key that
is gone from here, or were given to someone who is named.
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from assist.evidence.call_record import remove_spool
from assist.evidence.database import transaction, truncate_wal
from assist.evidence.durable import sync_folder
from assist.evidence.ledger import SYSTEM, Actor
from assist.evidence.people.approvals import ApprovalKind, Approvals
from assist.evidence.people.roles import Right
from assist.evidence.retention.holds import Holds
from assist.evidence.retention.rules import RetentionDecision
from assist.problems import AssistProblem

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

TRUNCATE_TRIES = 20


@dataclass(frozen=True, slots=True)
class ShredCertificate:
    """Proof that a call's content was destroyed: the ledger's entry, its place in the tree, the signature."""

    call_id: str
    entry: str
    """The `shred.done` entry, canonical JSON."""
    checkpoint: str
    """The signed note."""
    index: int
    proof: tuple[str, ...]
    """Inclusion proof (RFC 9162) of the entry in the signed tree, base64."""

    def text(self) -> str:
        """The certificate as JSON, to be kept beside the case."""
        content = {
            "format": "evenhand.deletion-certificate.v1",
            "call": self.call_id,
            "entry": self.entry,
            "index": self.index,
            "proof": list(self.proof),
            "checkpoint": self.checkpoint,
        }
        return json.dumps(content, ensure_ascii=False, indent=1)


def shred_call(
    store: EvidenceStore, call_id: str, approval_id: str, decision: RetentionDecision, today: date, by: Actor
) -> ShredCertificate:
    """Destroy a call's content; `AssistProblem` that says what stands against it, and then nothing is changed."""
    with store.lock:
        store.guard.check(by, Right.REQUEST, call_id)
        _check_may_go(store, call_id, decision, today)
        approval = Approvals(store).use(approval_id, ApprovalKind.DELETION, call_id, by)
        requested = {
            "call": call_id,
            "approval": approval_id,
            "requested_by": approval.requested_by,
            "approved_by": approval.decided_by,
            "rules": decision.rules_version,
            "because": list(decision.because),
        }
        store.note_store_event("shred.requested", requested, by)
        _destroy_keys(store, call_id, approval_id)
        return _finish(store, call_id)


def finish_shreds(store: EvidenceStore) -> list[str]:
    """Go on with deletions that a crash cut short; returns the calls."""
    rows = store.db.execute("SELECT call_id FROM shreds WHERE done_utc_ms = 0").fetchall()
    for (call_id,) in rows:
        _finish(store, call_id)
    return [call_id for (call_id,) in rows]


def _check_may_go(store: EvidenceStore, call_id: str, decision: RetentionDecision, today: date) -> None:
    state, wrapped = _kept(store, call_id)
    if state == "open":
        raise AssistProblem("shred.open", "This call goes on or was not closed yet. End it first.")
    if not wrapped:
        raise AssistProblem("shred.gone", "The content of this call was destroyed already.")
    holds = Holds(store).on(call_id)
    if holds:
        raise AssistProblem(
            "shred.held",
            "This call is under a legal hold ({reason}). It stays until the hold is released.",
            reason=holds[0].reason,
        )
    if decision.keep_until is None:
        raise AssistProblem(
            "shred.waits",
            "This call must be kept: {rules} counts from something that has not happened yet.",
            rules=", ".join(decision.because) or "no rule",
        )
    if not decision.is_over(today):
        raise AssistProblem(
            "shred.too_early",
            "This call must be kept until {date} ({rules}).",
            date=decision.keep_until.isoformat(),
            rules=", ".join(decision.because),
        )


def _kept(store: EvidenceStore, call_id: str) -> tuple[str, bytes]:
    """A call's state and wrapped key, whether it is an own or an imported one."""
    store.require_call(call_id)
    row = store.db.execute(
        "SELECT state, wrapped_key FROM calls WHERE call_id = ? UNION ALL "
        "SELECT 'imported', wrapped_key FROM imported_calls WHERE call_id = ?",
        [call_id, call_id],
    ).fetchone()
    return row[0], bytes(row[1])


def _destroy_keys(store: EvidenceStore, call_id: str, approval_id: str) -> None:
    """Salts, bodies, wrapped keys and what the lists say of the call, all or nothing."""
    row = store.db.execute(
        "SELECT sound_path FROM calls WHERE call_id = ? UNION ALL "
        "SELECT sound_path FROM imported_calls WHERE call_id = ?",
        [call_id, call_id],
    ).fetchone()
    with transaction(store.db.conn) as connection:
        connection.execute(
            "DELETE FROM bodies WHERE seq IN (SELECT seq FROM ledger WHERE call_id = ?)", [call_id]
        )
        for table in ("imported_bodies", "wrapped_keys", "assignments"):
            connection.execute(f"DELETE FROM {table} WHERE call_id = ?", [call_id])  # noqa: S608
        connection.execute(
            "UPDATE calls SET wrapped_key = X'', case_id = '', outcome = '', sound_path = '', state = 'shredded' "
            "WHERE call_id = ?",
            [call_id],
        )
        connection.execute(
            "UPDATE imported_calls SET wrapped_key = X'', summary = X'', sound_path = '' WHERE call_id = ?",
            [call_id],
        )
        connection.execute(
            "INSERT INTO shreds(call_id, approval_id, sound_path, requested_utc_ms, done_utc_ms) "
            "VALUES (?, ?, ?, ?, 0)",
            [call_id, approval_id, row[0], store.clock.utc_ms()],
        )


def _finish(store: EvidenceStore, call_id: str) -> ShredCertificate:
    _empty_wal(store)
    row = store.db.execute(
        "SELECT sound_path, approval_id FROM shreds WHERE call_id = ?", [call_id]
    ).fetchone()
    if row[0]:
        sound = store.folder / row[0]
        sound.unlink(missing_ok=True)
        if sound.parent.is_dir():
            sync_folder(sound.parent)
    remove_spool(store.folder, call_id)
    body: Mapping[str, Any] = {"call": call_id, "approval": row[1]}
    entry = store.ledger.append("shred.done", body, SYSTEM, body_key=store.store_body_key)
    store.db.table("shreds").update(call_id, {"done_utc_ms": store.clock.utc_ms()})
    note = store.ledger.checkpoint()
    proof = store.ledger.tree.inclusion_proof(entry.seq - 1, store.ledger.tree.size)
    return ShredCertificate(
        call_id,
        entry.encode().decode(),
        note,
        entry.seq - 1,
        tuple(base64.b64encode(step).decode() for step in proof),
    )


def _empty_wal(store: EvidenceStore) -> None:
    """A reader of another connection may hold the log for a moment; without it the key is still on the disk."""
    for _ in range(TRUNCATE_TRIES):
        if truncate_wal(store.db.conn):
            return
        time.sleep(0.1)
    raise AssistProblem(
        "shred.busy",
        "The key was removed but the database's log is in use, so it is not off the disk yet. It will be at the "
        "next start; close other programs that read the records.",
    )
