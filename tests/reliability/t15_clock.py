"""T15: the wall clock jumps during a call (an hour back, an hour on, summer time, the machine sleeps): every jump is
an entry, positions in the sound never go back, and the ledger verifies."""

from __future__ import annotations

import random

import uuid6

from assist.evidence.integrity import check_store
from assist.evidence.times import JUMP_MS
from tests.reliability.harness import Report, Result, remove, scratch
from tests.support.evidence_stores import AGENT, MovableClock, open_store, opened_body

TITLE = "the wall clock jumps during a call"
MODELS = "the clocks are the test's own; positions are samples and never come from a clock."
FULL, CHUNK, SMALL = 50, 25, 8
HOUR_MS = 3_600_000
JUMPS = {
    "an hour back": lambda _: -HOUR_MS,
    "an hour on": lambda _: HOUR_MS,
    "summer time (UTC does not move)": lambda _: 0,
    "the machine slept": lambda chance: chance.randrange(JUMP_MS, 8 * HOUR_MS),
    "small corrections": lambda chance: chance.randrange(-JUMP_MS // 3, JUMP_MS // 3),
}


def run(count: int, report: Report) -> Result:
    """`count` calls with a jump of each kind in turn."""
    failures = []
    for trial in range(count):
        number = report.first + trial
        name, jump_of = list(JUMPS.items())[number % len(JUMPS)]
        fault = _fault(jump_of(random.Random(number)), random.Random(number))
        if fault:
            failures.append(f"{name}: {fault}")
        report(trial + 1)
    return Result("T15", count, len(failures), "; ".join([f"{len(JUMPS)} kinds of jump", *failures[:5]]))


def _fault(jump: int, chance: random.Random) -> str:
    folder, clock = scratch("t15"), MovableClock()
    store = open_store(folder, clock.store_clock())
    try:
        record = store.begin_call(str(uuid6.uuid7()), opened_body(started_utc_ms=clock.utc), AGENT)
        when = chance.randrange(1, 9)
        for number in range(10):
            clock.pass_ms(500)
            if number == when:
                clock.utc += jump
            record.append("asr.final", {"channel": "agent", "start": number * 8000}, "system", "system")
            record.on_time()
        if not record.close({"outcome": "none"}).verified:
            return "it does not verify"
        entries = store.read_call(record.call_id, AGENT)
        told = [entry.body["ms"] for entry in entries if entry.type == "clock.jump"]
        if told != ([jump] if abs(jump) >= JUMP_MS else []):
            return f"jump {jump}, told {told}"
        starts = [entry.body["start"] for entry in entries if entry.type == "asr.final"]
        if starts != sorted(starts):
            return "positions go back"
        found = check_store(store)
        return "" if found.ok else "; ".join(map(str, found.faults))
    finally:
        store.close()
        remove(folder)
