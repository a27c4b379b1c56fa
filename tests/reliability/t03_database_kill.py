"""T3: `kill -9` of a process that appends to the ledger; every acknowledged entry is there, chain and tree fit."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import uuid6

from assist.evidence.integrity import check_store
from tests.reliability.harness import Report, Result, remove, scratch
from tests.reliability.killing import Ack, run_and_kill
from tests.support.evidence_stores import AGENT, open_store, opened_body, record_call, sound

TITLE = "kill -9 of the ledger's writer (SQLCipher, WAL, FULL)"
MODELS = "a real process with the real store, killed; the page cache survives, so power is T4's."
FULL, CHUNK, SMALL = 1000, 50, 15
LONGEST_S = 0.12


def run(count: int, report: Report) -> Result:
    """`count` killed writers; after each the store is opened again by the program's own recovery."""
    folder = scratch("t3")
    store = open_store(folder / "empty")
    record_call(store, records=1)
    store.close()
    failures: list[str] = []
    entries = 0
    for trial in range(count):
        seed = report.first + trial
        place = folder / str(seed)
        shutil.copytree(folder / "empty", place)
        killed = run_and_kill(lambda ack, p=place: _append(p, ack), random.Random(seed).uniform(0, LONGEST_S))
        fault = "crashed" if killed.crashed else _fault(place, killed.acknowledged)
        if fault:
            failures.append(f"{seed}: {fault}")
        entries += len(killed.acknowledged)
        remove(place)
        report(trial + 1)
    remove(folder)
    notes = f"{entries} acknowledged entries"
    return Result("T3", count, len(failures), "; ".join([notes, *failures[:5]]))


def _append(folder: Path, ack: Ack) -> None:
    store = open_store(folder)
    record = store.begin_call(str(uuid6.uuid7()), opened_body(), AGENT)
    spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
    spool.write(sound(1)[0])
    for number in range(10_000):
        record.append("call.moment", {"position": number, "note": "x" * (number * 37 % 900)}, "王芳", "agent")
        ack(number)


def _fault(folder: Path, acknowledged: list[int]) -> str:
    store = open_store(folder)
    try:
        integrity = store.db.execute("PRAGMA integrity_check").fetchone()[0]
        cipher = store.db.execute("PRAGMA cipher_integrity_check").fetchall()
        if integrity != "ok" or cipher:
            return f"integrity {integrity} {cipher}"
        call = store.find_call("last")
        entries = store.read_call(call.call_id, AGENT)
        positions = [entry.body["position"] for entry in entries if entry.type == "call.moment"]
        if positions != list(range(len(positions))) or len(positions) < len(acknowledged):
            return f"{len(acknowledged)} acknowledged, {len(positions)} there"
        if call.state != "interrupted" or entries[-2].type != "recovered.after_crash":
            return f"not recovered: {call.state}"
        report = check_store(store)
        return "" if report.ok else "; ".join(map(str, report.faults))
    finally:
        store.close()
