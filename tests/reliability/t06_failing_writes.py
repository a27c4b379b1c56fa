"""T6: the n-th write or flush fails (disk full, I/O error, short write): the recording stops loudly, nothing that
was acknowledged is lost, and after a failed flush nothing more is acknowledged."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

from assist.evidence.integrity import check_store
from assist.problems import AssistProblem
from tests.reliability.harness import Report, Result, remove, scratch
from tests.reliability.killing import Ack, run_and_kill
from tests.reliability.shim import Shim, run_under_shim, why_not
from tests.support.evidence_stores import AGENT, open_store, opened_body, sound

TITLE = "the n-th write or flush fails"
MODELS = "the real store under a shim that fails calls to the system; what a broken drive then holds is not modelled."
KINDS = (("w", errno.ENOSPC), ("w", errno.EIO), ("w", -1), ("s", errno.EIO))
NTH = 200
FULL, CHUNK, SMALL = NTH * len(KINDS), 80, 12
CALL = "0192f000-0000-7000-8000-000000000006"
ROUNDS, ROUNDS_AFTER = 110, 4
"""A round is half a second of sound and an entry: at least two flushes, so the 200th is reached."""
SOUND = sound(ROUNDS)
SPOOL, ENTRY, LOUD_SPOOL, LOUD_ENTRY, AFTER_FLUSH = 1000, 2000, 1, 2, 3


def run(count: int, report: Report) -> Result:
    """`count` failing calls; in the small run they are spread over the 200."""
    if why_not():
        return Result("T6", 0, 0, f"not run: {why_not()}")
    folder = scratch("t6")
    printed = run_under_shim(
        "tests.reliability.workers", "failures", str(folder), "-", str(report.first), str(count)
    )
    remove(folder)
    told = json.loads(printed.splitlines()[-1])
    report(count)
    failures = told["failures"]
    notes = f"{told['reached']} of the failing calls were reached, {told['loud']} were told to the user"
    return Result("T6", count, len(failures), "; ".join([notes, *failures[:5]]))


def trials(folder: Path, first: int, count: int) -> None:
    """Under the shim: forked children that record while a call fails, then the check of what is left."""
    shim = Shim()
    failures, loud, reached = [], 0, 0
    step = max(1, FULL // count) if first == 0 and count < CHUNK else 1
    for trial in range(first, first + count * step, step):
        kind, error = KINDS[trial % len(KINDS)]
        nth = trial // len(KINDS) + 1
        place = folder / str(trial)
        shim.watch(folder)
        shim.stop_failing()
        killed = run_and_kill(
            lambda ack, p=place, k=kind, n=nth, e=error: _record(p, shim, k, n, e, ack), None
        )
        shim.stop_failing()
        said = killed.acknowledged
        reached += 9 in said
        told = LOUD_SPOOL in said or LOUD_ENTRY in said or 4 in said
        loud += told
        fault = "crashed" if killed.crashed else _fault(place, said)
        if 9 in said and error != -1 and not told:
            fault = fault or "silent"
        if fault:
            failures.append(f"{kind} {error} n={nth}: {fault}")
        remove(place)
    print(json.dumps({"failures": failures, "loud": loud, "reached": reached}))


def _record(folder: Path, shim: Shim, kind: str, nth: int, error: int, ack: Ack) -> None:
    store = open_store(folder)
    shim.fail(kind, nth, error)
    try:
        record = store.begin_call(CALL, opened_body(), AGENT)
        spool = record.open_spool(lambda _: None)
    except AssistProblem:
        ack(4)
        _tell_reached(shim, nth, ack)
        os._exit(0)
    spool_failed = entry_failed = False
    last = ROUNDS
    for number, pcm in enumerate(SOUND):
        if number > last:
            break
        if last == ROUNDS and shim.seen() >= nth:
            last = number + ROUNDS_AFTER
        try:
            spool.write(pcm)
            ack(SPOOL + number)
            if spool_failed:
                ack(AFTER_FLUSH)
        except AssistProblem:
            ack(LOUD_SPOOL)
            spool_failed = True
        try:
            record.append("call.moment", {"position": number, "note": ""}, AGENT.name, AGENT.role)
            ack(ENTRY + number)
            if entry_failed and not (kind == "w" and error == errno.ENOSPC):
                ack(AFTER_FLUSH)
        except AssistProblem:
            ack(LOUD_ENTRY)
            entry_failed = True
    _tell_reached(shim, nth, ack)
    os._exit(0)


def _tell_reached(shim: Shim, nth: int, ack: Ack) -> None:
    if shim.seen() >= nth:
        ack(9)


def _fault(folder: Path, said: list[int]) -> str:
    if AFTER_FLUSH in said:
        return "acknowledged after a failure"
    store = open_store(folder)
    try:
        calls = store.calls()
        if not calls:
            return "" if 4 in said else "the call is gone"
        entries = store.read_call(CALL, AGENT)
        kept = {ENTRY + entry.body["position"] for entry in entries if entry.type == "call.moment"}
        if missing := {number for number in said if number >= ENTRY} - kept:
            return f"entries lost: {sorted(missing)}"
        records = sum(1 for number in said if SPOOL <= number < ENTRY)
        if calls[0].samples < records * 8000:
            return f"{records} records acknowledged, {calls[0].samples} samples there"
        report = check_store(store)
        return "" if report.ok else "; ".join(map(str, report.faults))
    finally:
        store.close()
