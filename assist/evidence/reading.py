"""What readers get: a line for each call, and a call's entries with their bodies decrypted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from sqlite_utils import Database

from assist.evidence.entry import LedgerEntry
from assist.evidence.keys import unseal
from assist.evidence.ledger import body_context
from assist.problems import AssistProblem


@dataclass(frozen=True, slots=True)
class CallSummary:
    """One call of the list."""

    call_id: str
    number: int
    """Gapless in this store: a missing number is a missing call."""
    case_id: str
    agent: str
    language: str
    source: str
    started_utc_ms: int
    ended_utc_ms: int
    """0 while it goes on."""
    samples: int
    state: str
    """`open`, `closed`, `interrupted` or `shredded`."""
    outcome: str
    flags: int
    gravest: int
    """The gravest flag's severity as `assist.rules.flags.Severity`; 0 if none."""
    sound_path: str
    """Below the store's folder; empty if there is no sound."""


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """A ledger entry and what it says."""

    seq: int
    type: str
    ts_utc_ms: int
    actor: str
    role: str
    body: dict[str, Any]


def summary_of(row: Mapping[str, Any]) -> CallSummary:
    """The summary in a row of `calls`."""
    return CallSummary(**{name: row[name] for name in CallSummary.__dataclass_fields__})


def read_entries(db: Database, call_id: str, key: bytes) -> list[RecordedEntry]:
    """The entries of a call, in order, decrypted."""
    rows = db.execute(
        "SELECT ledger.seq, entry, sealed FROM ledger JOIN bodies ON bodies.seq = ledger.seq "
        "WHERE call_id = ? ORDER BY ledger.seq",
        [call_id],
    ).fetchall()
    entries = []
    for seq, encoded, sealed in rows:
        entry = LedgerEntry.decode(bytes(encoded))
        try:
            body = json.loads(unseal(key, bytes(sealed), body_context(call_id, seq)))
        except InvalidTag as error:
            raise body_problem(seq) from error
        actor, role = body.pop("actor"), body.pop("role")
        entries.append(RecordedEntry(seq, entry.type, entry.ts_utc_ms, actor, role, body))
    return entries


def body_problem(seq: int) -> AssistProblem:
    """An entry whose content can't be opened."""
    return AssistProblem(
        "record.body_changed",
        "The content of entry {seq} was changed, so this call can't be shown. Run the check of the records, and "
        "restore a backup.",
        seq=str(seq),
    )
