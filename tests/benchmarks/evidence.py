"""What the record costs: `python -m tests.benchmarks.evidence [--quick]`.

Entries per second with full durability beside plain sqlite3 with the same settings; the time to seal a call of an
hour; the processor's time for recording in real time. Prints a table in Markdown; nothing is asserted.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import uuid6

from assist.call.recorder import RECORD_SAMPLES, Recorder
from assist.evidence.database import connect, transaction
from assist.evidence.integrity import check_store
from speech.types import BLOCK_SAMPLES, AudioChunk, Channel
from tests.reliability.harness import machine
from tests.support.evidence_stores import AGENT, MemoryKey, open_store, opened_body

SETTINGS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "recursive_triggers = ON")
BODY = {
    "channel": "agent",
    "words": [
        {"text": "还款", "start": 16_000 * number, "end": 16_000 * number + 4_000, "confidence_milli": 930}
        for number in range(20)
    ],
}
Row = tuple[str, str]


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the work")
    share = 0.1 if parser.parse_args().quick else 1.0
    folder = Path(tempfile.mkdtemp(prefix="evenhand-benchmark-"))
    try:
        rows = [
            *entries(folder, int(2000 * share)),
            *sealing(folder, max(60, int(3600 * share))),
            *recording(folder, max(20, int(300 * share))),
        ]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("\n".join(f"- {line}" for line in machine()))
    print("\n| what | figure |\n|---|---|")
    print("\n".join(f"| {what} | {figure} |" for what, figure in rows))


def entries(folder: Path, count: int) -> list[Row]:
    """Appends of an entry of 20 words, each durable before the next."""
    store = open_store(folder / "ledger", source=MemoryKey())
    record = store.begin_call(str(uuid6.uuid7()), opened_body(), AGENT)
    ledger = _timed(count, lambda _: record.append("asr.final", BODY, "system", "system"))
    store.close()
    cipher = connect(folder / "cipher.db", bytes(32), create=True)
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    for setting in SETTINGS:
        plain.execute(f"PRAGMA {setting}").fetchall()
    blob = bytes(2200)
    figures = [("the ledger (chain, tree, encrypted body, SQLCipher)", ledger)]
    for name, connection in (
        ("SQLCipher, the same two rows", cipher),
        ("plain sqlite3, the same two rows", plain),
    ):
        connection.execute(
            "CREATE TABLE ledger(seq INTEGER PRIMARY KEY, call_id TEXT, entry BLOB, leaf BLOB)"
        )
        connection.execute("CREATE INDEX calls ON ledger(call_id)")
        connection.execute("CREATE TABLE bodies(seq INTEGER PRIMARY KEY, salt BLOB, sealed BLOB)")

        def insert(number: int, connection: sqlite3.Connection = connection) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO ledger VALUES (?, 'call', ?, ?)", [number + 1, blob[:420], blob[:32]]
            )
            connection.execute("INSERT INTO bodies VALUES (?, ?, ?)", [number + 1, blob[:32], blob])
            connection.execute("COMMIT")

        figures.append((name, _timed(count, insert)))
    with transaction(cipher):
        pass
    cipher.close()
    plain.close()
    return [
        (
            f"entries per second, {name}",
            f"{count / sum(times):.0f}; each {1000 * statistics.median(times):.2f} ms at the median, "
            f"{1000 * statistics.quantiles(times, n=100)[98]:.1f} ms at p99",
        )
        for name, times in figures
    ]


def sealing(folder: Path, seconds: int) -> list[Row]:
    """Closing a call of this length: FLAC, compare, encrypt, sign, check all again."""
    store = open_store(folder / "sealing", source=MemoryKey())
    record = store.begin_call(str(uuid6.uuid7()), opened_body(), AGENT)
    spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
    speech = _speech(60)
    for second in range(seconds):
        for half in range(2):
            place = ((second * 2 + half) % 120) * RECORD_SAMPLES
            spool.write(speech[place : place + RECORD_SAMPLES].tobytes())
    spool.finish()
    started = time.perf_counter()
    sound = record.seal_sound()
    sealed = time.perf_counter() - started
    started = time.perf_counter()
    closed = record.close({"outcome": "promise"})
    whole = time.perf_counter() - started
    assert closed.verified
    started = time.perf_counter()
    report = check_store(store)
    checked = time.perf_counter() - started
    assert report.ok
    store.close()
    minutes = seconds / 60
    return [
        (
            f"sealing the sound of {minutes:.0f} min (encode, decode and compare, encrypt, flush)",
            f"{sealed:.1f} s",
        ),
        ("closing such a call (sealing, entries, signature, whole check)", f"{whole:.1f} s"),
        ("checking the store again", f"{checked:.1f} s"),
        ("FLAC of it", f"{sound.flac_bytes / 1e6:.0f} MB"),
    ]


def recording(folder: Path, seconds: int) -> list[Row]:
    """Processor time of the recorder, spool and block entries for sound in real time, both channels."""
    store = open_store(folder / "recording", source=MemoryKey())
    record = store.begin_call(str(uuid6.uuid7()), opened_body(), AGENT)
    spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
    speech = _speech(60)
    flushes: list[float] = []

    class Timed:
        """The spool, each write timed."""

        def write(self, pcm: bytes) -> None:
            started = time.perf_counter()
            spool.write(pcm)
            flushes.append(time.perf_counter() - started)

    def never(*_: object) -> None:
        raise RuntimeError("the disk refused")

    recorder = Recorder(Timed(), never, never)
    recorder.start()
    blocks = seconds * 16_000 // BLOCK_SAMPLES
    started = time.process_time()
    for number in range(blocks):
        place = (number * BLOCK_SAMPLES) % (len(speech) - BLOCK_SAMPLES)
        for side, channel in enumerate(Channel):
            pcm = speech[place : place + BLOCK_SAMPLES, side].tobytes()
            recorder.put(AudioChunk(channel, number * BLOCK_SAMPLES, pcm))
    recorder.finish()
    used = time.process_time() - started
    assert recorder.written == seconds * 16_000
    spool.finish()
    record.close({"outcome": "none"})
    store.close()
    return [
        ("recording in real time, share of one core", f"{100 * used / seconds:.2f} % (limit 2 %)"),
        (
            "a half-second record, encrypted and flushed",
            f"{1000 * statistics.median(flushes):.2f} ms at the median, "
            f"{1000 * statistics.quantiles(flushes, n=100)[98]:.1f} ms at p99, {1000 * max(flushes):.1f} ms at most",
        ),
    ]


def _timed(count: int, act: Callable[[int], object]) -> list[float]:
    times = []
    for number in range(count):
        started = time.perf_counter()
        act(number)
        times.append(time.perf_counter() - started)
    return times


def _speech(seconds: int) -> np.ndarray:
    """Noise of -60 dBFS with louder turns, so that FLAC has about as much to do as with speech."""
    numbers = np.random.default_rng(1)
    frames = numbers.normal(0, 33, (seconds * 16_000, 2))
    time_s = np.arange(len(frames)) / 16_000
    for side, shift in enumerate((0.0, 2.0)):
        talking = ((time_s + shift) % 4) < 1.5
        tone = 3000 * np.sin(2 * np.pi * 180 * time_s) * (0.6 + 0.4 * np.sin(2 * np.pi * 3 * time_s))
        frames[:, side] += talking * (tone + numbers.normal(0, 500, len(frames)))
    return frames.clip(-32768, 32767).astype("<i2")


if __name__ == "__main__":
    main()
