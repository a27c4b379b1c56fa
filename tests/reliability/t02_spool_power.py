"""T2: power is lost while the spool is written; no false record is ever read, at most the last one is lost."""

from __future__ import annotations

import random

from assist.evidence.spool import read_spool
from tests.reliability.disk_model import HARSH_MODES, Disk, read_trace
from tests.reliability.harness import Report, Result, remove, scratch
from tests.reliability.shim import run_under_shim, why_not
from tests.reliability.t01_spool_kill import CALL, KEY, record

TITLE = "power lost while the spool is written"
MODELS = (
    "the writer is the real one and its calls to the system are traced; the disk is a model: what was not flushed is "
    "dropped, kept, zeroed or turned into garbage by sectors of 512 bytes."
)
FULL, CHUNK, SMALL = 10_000, 1000, 400
RECORDS = 24


def run(count: int, report: Report) -> Result:
    """`count` states of the disk."""
    if why_not():
        return Result("T2", 0, 0, f"not run: {why_not()}")
    folder = scratch("t2")
    seed = report.first
    run_under_shim(
        "tests.reliability.workers", "spool", str(folder / "spool"), str(folder / "trace"), str(seed)
    )
    steps = read_trace(folder / "trace")
    acks = [number for number, step in enumerate(steps) if step.path.endswith("/ACK") and step.kind == "W"]
    expected = [record(number, seed) for number in range(RECORDS)]
    name = next(step.path for step in steps if step.path.endswith(".evs"))
    failures, lost_most = 0, 0
    chance = random.Random(seed)
    points = sorted(chance.randrange(acks[0], len(steps) + 1) for _ in range(count))
    disk, done, acknowledged = Disk(), 0, 0
    path = folder / "state.evs"
    for trial, point in enumerate(points):
        for step in steps[done:point]:
            acknowledged += step.path.endswith("/ACK") and step.kind == "W"
            disk.do(step)
        done = max(done, point)
        state = disk.after_power_loss(chance, chance.choice(HARSH_MODES))
        path.write_bytes(state.get(name, b""))
        found = read_spool(path, CALL, KEY, 0).records
        if list(found) != expected[: len(found)] or len(found) < acknowledged:
            failures += 1
        written = sum(1 for step in steps[:point] if step.path == name and step.kind == "W") - 1
        lost_most = max(lost_most, min(written, RECORDS) - len(found))
        report(trial + 1)
    remove(folder)
    return Result("T2", count, failures, f"at most {max(0, lost_most) * 500} ms of sound lost")
