"""T4: power is lost while the ledger is written. With FULL no acknowledged entry is lost and nothing is damaged;
the controls must break: NORMAL must lose entries, OFF must damage the database."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from assist.evidence.database import DatabaseError, connect
from assist.evidence.derive import derive_key
from assist.evidence.entry import FIRST_PREV, LedgerEntry, chain_hash
from assist.evidence.merkle import leaf_hash
from assist.problems import AssistProblem
from tests.reliability.disk_model import MODES, Disk, Step, read_trace
from tests.reliability.harness import Report, Result, remove, scratch
from tests.reliability.shim import run_under_shim, why_not

TITLE = "power lost while the ledger is written"
MODELS = (
    "the real store on SQLCipher, its calls to the system traced; the disk is a model (sectors of 512 bytes, any order, "
    "no harm beside a write, as SQLite assumes). For each trial of FULL, a tenth as many of each control."
)
FULL, CHUNK, SMALL = 10_000, 1000, 150
ENTRIES = 60


def run(count: int, report: Report) -> list[Result]:
    """`count` states with FULL, and the controls."""
    if why_not():
        return [Result("T4 FULL", 0, 0, f"not run: {why_not()}")]
    controls = max(30, count // 10)
    full = _states("FULL", count, report)
    normal = _states("NORMAL", controls, report)
    off = _states("OFF", controls, report)
    return [
        Result(
            "T4 FULL",
            count,
            full["lost"] + full["damaged"],
            f"{full['lost']} lost, {full['damaged']} damaged",
        ),
        Result(
            "T4 control NORMAL",
            controls,
            0 if normal["lost"] else 1,
            f"entries lost in {normal['lost']} of {controls}, damaged in {normal['damaged']} (must lose)",
        ),
        Result(
            "T4 control OFF",
            controls,
            0 if off["damaged"] else 1,
            f"damaged in {off['damaged']} of {controls}, entries lost in {off['lost']} more (must damage)",
        ),
    ]


def _states(mode: str, count: int, report: Report) -> Counter[str]:
    folder = scratch("t4")
    run_under_shim(
        "tests.reliability.workers",
        "database",
        str(folder / "store"),
        str(folder / "trace"),
        mode,
        str(ENTRIES),
    )
    steps = read_trace(folder / "trace")
    key = derive_key((folder / "store" / "demo.key").read_bytes(), "database")
    found: Counter[str] = Counter()
    chance = random.Random(f"{mode} {report.first}")
    first = next(number for number, step in enumerate(steps) if _is_ack(step))
    disk, done, acknowledged = Disk(), 0, 0
    for trial, point in enumerate(sorted(chance.randrange(first, len(steps) + 1) for _ in range(count))):
        for step in steps[done:point]:
            acknowledged += _is_ack(step)
            disk.do(step)
        done = max(done, point)
        state = disk.after_power_loss(chance, chance.choice(MODES))
        found[_outcome(folder / "state", state, key, acknowledged)] += 1
        if mode == "FULL":
            report(trial + 1)
    remove(folder)
    return found


def _is_ack(step: Step) -> bool:
    return step.kind == "W" and step.path.endswith("/ACK")


def _outcome(folder: Path, state: dict[str, bytes], key: bytes, acknowledged: int) -> str:
    """`good`, `lost` or `damaged`."""
    remove(folder)
    folder.mkdir()
    for path, content in state.items():
        if "evidence.db" in path and not path.endswith("-shm"):
            (folder / Path(path).name).write_bytes(content)
    try:
        connection = connect(folder / "evidence.db", key, create=False)
    except (AssistProblem, DatabaseError):
        return "damaged"
    try:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return "damaged"
        moments = _moments(connection.execute("SELECT seq, entry, leaf FROM ledger ORDER BY seq").fetchall())
        bodies = connection.execute("SELECT count(*) FROM bodies").fetchone()[0]
        ledger = connection.execute("SELECT count(*) FROM ledger").fetchone()[0]
    except DatabaseError:
        return "damaged"
    finally:
        connection.close()
    if moments is None or bodies != ledger:
        return "damaged"
    return "good" if moments >= acknowledged else "lost"


def _moments(rows: list[tuple[int, bytes, bytes]]) -> int | None:
    """How many of the entries that were acknowledged one by one are there; None if the chain does not fit."""
    prev, moments = FIRST_PREV, 0
    for number, (seq, encoded, leaf) in enumerate(rows):
        entry = LedgerEntry.decode(bytes(encoded))
        if seq != number + 1 or entry.prev != prev or leaf_hash(bytes(encoded)) != bytes(leaf):
            return None
        prev = chain_hash(bytes(encoded))
        moments += entry.type == "call.moment"
    return moments
