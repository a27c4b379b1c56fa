"""T1: `kill -9` of a spool's writer at any moment; every record that it acknowledged comes back bit for bit."""

from __future__ import annotations

import random
import time
from pathlib import Path

from assist.evidence.spool import Spool, read_spool
from tests.reliability.harness import Report, Result, remove, scratch
from tests.reliability.killing import Ack, run_and_kill

TITLE = "kill -9 of the spool's writer"
MODELS = (
    "a real process, killed; its time is compressed: half-second records are written as fast as the disk flushes them. "
    "A killed process leaves the system's page cache whole, so this says nothing about power (T2 does)."
)
FULL, CHUNK, SMALL = 1000, 100, 30
RECORDS = 120
CALL = "0192f000-0000-7000-8000-000000000001"
KEY = bytes(range(32))


def record(number: int, seed: int) -> bytes:
    """Half a second of sound that tells which record of which trial it is."""
    return random.Random(seed * 1000 + number).randbytes(32_000)


def run(count: int, report: Report) -> Result:
    """`count` killed writers."""
    failures, records, unacknowledged = [], 0, 0
    folder = scratch("t1")
    whole_s = _whole_minute_s(folder / "whole.0.evs")
    for trial in range(count):
        seed = report.first + trial
        path = folder / f"{seed}.0.evs"
        killed = run_and_kill(
            lambda ack, p=path, s=seed: _write(p, s, ack), random.Random(seed).uniform(0, whole_s)
        )
        found = read_spool(path, CALL, KEY, 0).records
        whole = all(pcm == record(number, seed) for number, pcm in enumerate(found))
        if killed.crashed or not whole or len(found) < len(killed.acknowledged):
            failures.append(seed)
        records += len(found)
        unacknowledged = max(unacknowledged, len(found) - len(killed.acknowledged))
        path.unlink()
        report(trial + 1)
    remove(folder)
    notes = f"{records} records read back; at most {unacknowledged} whole but not yet acknowledged"
    return Result("T1", count, len(failures), f"{notes}; seeds {failures}" if failures else notes)


def _whole_minute_s(path: Path) -> float:
    """How long a writer takes for a minute of sound when nobody kills it, on this disk, now."""
    told: list[float] = []
    _write(path, 0, lambda _: told.append(time.monotonic()))
    path.unlink()
    return told[-1] - told[0]


def _write(path: Path, seed: int, ack: Ack) -> None:
    spool = Spool(path, CALL, KEY, 0, lambda _: None)
    for number in range(RECORDS):
        spool.write(record(number, seed))
        ack(number)
