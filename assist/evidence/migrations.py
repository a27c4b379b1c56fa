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


@migrations()
def m004_people_and_keys(db: Database) -> None:
    """Call keys wrapped for others, people, who reviews what, what two people decide, holds, deletions."""
    db.table("wrapped_keys").create(
        {"call_id": str, "holder": str, "wrapped": bytes}, pk=("call_id", "holder")
    )
    db.table("people").create(
        {
            "name": str,
            "role": str,
            "password": str,
            "state": str,
            "failures": int,
            "blocked_until_utc_ms": int,
            "created_utc_ms": int,
        },
        pk="name",
        not_null={"role", "password", "state"},
    )
    db.table("assignments").create({"call_id": str, "reviewer": str}, pk=("call_id", "reviewer"))
    db.table("approvals").create(
        {
            "approval_id": str,
            "kind": str,
            "call_id": str,
            "reason": str,
            "state": str,
            "requested_by": str,
            "requested_utc_ms": int,
            "decided_by": str,
            "decided_utc_ms": int,
        },
        pk="approval_id",
    )
    db.table("holds").create(
        {
            "hold_id": str,
            "call_id": str,
            "reason": str,
            "set_by": str,
            "set_utc_ms": int,
            "released_by": str,
            "released_utc_ms": int,
        },
        pk="hold_id",
    )
    db.table("holds").create_index(["call_id"])
    db.table("shreds").create(
        {"call_id": str, "approval_id": str, "sound_path": str, "requested_utc_ms": int, "done_utc_ms": int},
        pk="call_id",
    )


@migrations()
def m005_imported_calls(db: Database) -> None:
    """Calls of other installations: in tables of their own, with the proofs of the ledger they come from."""
    db.table("trusted_devices").create(
        {"origin": str, "public_key": bytes, "trusted_by": str, "trusted_utc_ms": int}, pk="origin"
    )
    db.table("imported_calls").create(
        {
            "call_id": str,
            "origin": str,
            "public_key": bytes,
            "checkpoint": str,
            "summary": bytes,
            "wrapped_key": bytes,
            "package_sha256": str,
            "imported_by": str,
            "imported_utc_ms": int,
            "sound_path": str,
        },
        pk="call_id",
    )
    db.table("imported_entries").create(
        {"call_id": str, "seq": int, "entry": bytes, "proof": bytes}, pk=("call_id", "seq")
    )
    db.table("imported_bodies").create(
        {"call_id": str, "seq": int, "salt": bytes, "sealed": bytes}, pk=("call_id", "seq")
    )
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER imported_entries_no_{verb.lower()} BEFORE {verb} ON imported_entries "
            "BEGIN SELECT RAISE(ABORT, 'imported entries are read-only'); END"
        )
