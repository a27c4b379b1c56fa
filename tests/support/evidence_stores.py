"""Evidence stores for tests: opened with a key file beside them or a key in memory, filled with small calls."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import uuid6

from assist.evidence.keys import DemoKey, KeySource
from assist.evidence.ledger import Actor
from assist.evidence.store import EvidenceStore
from assist.evidence.times import StoreClock

AGENT = Actor("王芳", "agent")
RECORD_FRAMES = 8_000
"""Half a second."""


class MovableClock:
    """Wall and monotonic milliseconds that a test sets."""

    def __init__(self) -> None:
        self.utc = 1_790_000_000_000
        self.mono = 5_000

    def pass_ms(self, milliseconds: int) -> None:
        """Time goes on, on both clocks."""
        self.utc += milliseconds
        self.mono += milliseconds

    def store_clock(self) -> StoreClock:
        """As the store takes it."""
        return StoreClock(lambda: self.utc, lambda: self.mono)


class MemoryKey:
    """A key source of the test's own."""

    def __init__(self, key: bytes | None = None) -> None:
        self.key = key
        self.created = 0

    def load(self) -> bytes | None:
        return self.key

    def create(self) -> bytes:
        self.created += 1
        self.key = secrets.token_bytes(32)
        return self.key

    def keep(self, key: bytes) -> None:
        self.key = key


def system_clock() -> StoreClock:
    """The real time."""
    return StoreClock(lambda: time.time_ns() // 1_000_000, lambda: time.monotonic_ns() // 1_000_000)


def demo_key(folder: Path, store_id: str) -> KeySource:
    """The key beside the store."""
    return DemoKey(folder / "demo.key")


def open_store(
    folder: Path, clock: StoreClock | None = None, *, kind: str = "live", source: KeySource | None = None
) -> EvidenceStore:
    """A store whose key lies beside it, or in `source`; `live` rules unless said otherwise."""
    make: Callable[[Path, str], KeySource] = (lambda *_: source) if source is not None else demo_key
    return EvidenceStore.open(folder, kind, make, clock or system_clock())


def sound(records: int, seed: int = 1) -> list[bytes]:
    """Half-second records of soft stereo noise."""
    numbers = np.random.default_rng(seed)
    return [
        numbers.integers(-400, 400, (RECORD_FRAMES, 2), dtype=np.int16).astype("<i2").tobytes()
        for _ in range(records)
    ]


def opened_body(case_id: str = "CASE-1", started_utc_ms: int = 1_790_000_000_000) -> dict[str, object]:
    """What `call.opened` needs."""
    return {"case_id": case_id, "language": "zh", "source": "file", "started_utc_ms": started_utc_ms}


def record_call(
    store: EvidenceStore,
    records: int = 3,
    words: str = "您好，这里是星河银行委托的催收机构",
    *,
    actor: Actor = AGENT,
    case_id: str = "CASE-1",
    seed: int = 1,
) -> str:
    """A whole small call; returns its id."""
    call_id = str(uuid6.uuid7())
    record = store.begin_call(call_id, opened_body(case_id), actor)
    spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
    for pcm in sound(records, seed):
        spool.write(pcm)
    spool.finish()
    record.append("asr.final", {"channel": "agent", "words": [{"text": words}]}, "system", "system")
    closed = record.close({"outcome": "promise"})
    assert closed.verified
    return call_id
