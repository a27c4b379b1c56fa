"""The tables, step by step; a step is never changed once it was released."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("evenhand.evidence")


@migrations()
def m001_first_tables(db: Database) -> None:
    """Device, calls, ledger, bodies, checkpoints."""
    db.table("device").create({"name": str, "value": bytes}, pk="name")
    db.table("calls").create(
        {
            "call_id": str,
            "number": int,
            "case_id": str,
            "agent": str,
            "language": str,
            "source": str,
            "started_utc_ms": int,
            "ended_utc_ms": int,
            "samples": int,
            "state": str,
            "outcome": str,
            "flags": int,
            "gravest": int,
            "wrapped_key": bytes,
            "sound_path": str,
        },
        pk="call_id",
        not_null={"number", "case_id", "agent", "started_utc_ms", "state"},
    )
    db.table("calls").create_index(["number"], unique=True)
    db.table("calls").create_index(["started_utc_ms"])
    db.table("ledger").create({"seq": int, "call_id": str, "entry": bytes, "leaf": bytes}, pk="seq")
    db.table("ledger").create_index(["call_id"])
    db.table("bodies").create({"seq": int, "salt": bytes, "sealed": bytes}, pk="seq")
    db.table("checkpoints").create({"size": int, "note": str, "at_utc_ms": int}, pk="size")


@migrations()
def m002_append_only(db: Database) -> None:
    """A guard rail, not the proof: ledger and checkpoints are only ever added to."""
    for table in ("ledger", "checkpoints"):
        for verb in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


@migrations()
def m003_documents(db: Database) -> None:
    """Working data beside the evidence: cases and what the team sets."""
    db.table("documents").create(
        {"kind": str, "name": str, "content": bytes, "updated_utc_ms": int}, pk=("kind", "name")
    )
