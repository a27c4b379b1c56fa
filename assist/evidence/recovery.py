"""After a crash: calls that were never closed are closed, with an entry that says where they broke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assist.evidence.call_record import CallRecord, spool_segments
from assist.evidence.ledger import SYSTEM
from assist.evidence.spool import read_spool

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore


def recover_open_calls(store: EvidenceStore) -> list[str]:
    """Close every open call; returns their ids. The sound that was durable is sealed, the torn rest is told."""
    rows = store.db.execute("SELECT call_id FROM calls WHERE state = 'open' ORDER BY number").fetchall()
    recovered = []
    for (call_id,) in rows:
        key = store.call_key(call_id)
        torn = sum(
            read_spool(path, call_id, key, segment).torn_bytes
            for segment, path in spool_segments(store.folder, call_id)
        )
        record = CallRecord(store, call_id, key, segment=0)
        sealed = record.seal_sound()
        body = {"samples": sealed[0].samples, "torn_bytes": torn}
        record.append("recovered.after_crash", body, SYSTEM.name, SYSTEM.role)
        record.finish("interrupted", "call.closed", {"outcome": "interrupted"}, sealed)
        recovered.append(call_id)
    return recovered
