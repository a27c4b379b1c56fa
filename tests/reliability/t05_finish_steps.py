"""T5: killed at each step of closing a call; after the next start there is exactly one good copy of the sound."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from assist.evidence import call_record, sound_archive
from assist.evidence.call_record import CallRecord
from assist.evidence.integrity import check_store
from assist.evidence.sound_archive import decoded_sha256
from assist.evidence.spool import Spool
from tests.reliability.harness import Report, Result, remove, scratch
from tests.reliability.killing import Ack, kill_me, run_and_kill
from tests.support.evidence_stores import AGENT, open_store, opened_body, sound

TITLE = "killed at each step of closing a call"
MODELS = "a real process with the real store, killed by itself at the step; for power at these steps see T2 and T4."
RECORDS = sound(12)
CALL = "0192f000-0000-7000-8000-000000000005"
PCM_SHA256 = hashlib.sha256(b"".join(RECORDS)).hexdigest()


def _before(owner: Any, name: str) -> Callable[[], None]:
    def plant() -> None:
        setattr(owner, name, lambda *_, **__: kill_me())

    return plant


def _after(owner: Any, name: str) -> Callable[[], None]:
    def plant() -> None:
        real = getattr(owner, name)

        def act(*given: Any, **named: Any) -> None:
            real(*given, **named)
            kill_me()

        setattr(owner, name, act)

    return plant


def _within_encryption() -> None:
    real = sound_archive.sealed_chunks

    def some(*given: Any) -> Iterator[bytes]:
        yield next(real(*given))
        kill_me()

    sound_archive.sealed_chunks = some  # type: ignore[assignment]


def _within_deletion() -> None:
    """One of two segments is gone."""
    real = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:
        real(path, missing_ok=missing_ok)
        if path.suffix == ".evs":
            kill_me()

    Path.unlink = unlink  # type: ignore[method-assign]


STEPS: dict[str, Callable[[], None]] = {
    "spool end": _before(Spool, "finish"),
    "encode": _before(call_record, "encode_flac"),
    "verify": _before(sound_archive, "decoded_sha256"),
    "encrypt": _within_encryption,
    "fsync": _before(sound_archive, "sync"),
    "rename": _before(sound_archive.os, "replace"),
    "folder fsync": _before(sound_archive, "sync_folder"),
    "before audio.sealed": _before(CallRecord, "append_sealed"),
    "after audio.sealed": _after(CallRecord, "append_sealed"),
    "before the row": _before(CallRecord, "settle"),
    "before the spool goes": _before(call_record, "remove_spool"),
    "while the spool goes": _within_deletion,
    "after the spool is gone": _after(call_record, "remove_spool"),
}
FULL, CHUNK, SMALL = 50 * len(STEPS), 5 * len(STEPS), len(STEPS)


def run(count: int, report: Report) -> Result:
    """`count` killed closings, each step in turn."""
    folder = scratch("t5")
    open_store(folder / "empty").close()
    failures: list[str] = []
    names = list(STEPS)
    for trial in range(count):
        name = names[(report.first + trial) % len(names)]
        place = folder / "store"
        shutil.copytree(folder / "empty", place)
        killed = run_and_kill(lambda ack, n=name, p=place: _close(p, n, ack), None)
        fault = "crashed" if killed.crashed else _fault(place)
        if killed.acknowledged != [1]:
            fault = f"the step was not reached: {killed.acknowledged}"
        if fault:
            failures.append(f"{name}: {fault}")
        remove(place)
        report(trial + 1)
    remove(folder)
    return Result("T5", count, len(failures), "; ".join([f"{len(names)} steps", *failures[:5]]))


def _close(folder: Path, step: str, ack: Ack) -> None:
    store = open_store(folder)
    record = store.begin_call(CALL, opened_body(), AGENT)
    for part in (RECORDS[:5], RECORDS[5:]):
        spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
        for pcm in part:
            spool.write(pcm)
        if part is not RECORDS[5:] and len(part) == 5:
            spool.finish()
    ack(1)
    STEPS[step]()
    record.close({"outcome": "promise"})
    ack(2)


def _fault(folder: Path) -> str:
    for again in range(2):
        store = open_store(folder)
        try:
            call = store.find_call("last")
            if call.state not in {"closed", "interrupted"}:
                return f"state {call.state} at start {again}"
            flac = store.sound(call.call_id, AGENT)
            if decoded_sha256(io.BytesIO(flac)) != PCM_SHA256:
                return "the sound is not what was recorded"
            report = check_store(store)
            if not report.ok:
                return "; ".join(map(str, report.faults))
            copies = [path for path in folder.rglob("*") if path.suffix in {".evs", ".part", ".enc", ".work"}]
            if [path.suffix for path in copies] != [".enc"]:
                return f"copies {sorted(path.name for path in copies)}"
            types = [entry.type for entry in store.read_call(call.call_id, AGENT)]
            if types.count("call.closed") != 1:
                return f"closed {types.count('call.closed')} times"
        finally:
            store.close()
    return ""
