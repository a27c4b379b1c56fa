"""The recorder: both channels, side by side, to the record's spool, before and independent of recognition.

`put` is called in the capture thread and never waits; the recorder's own thread pairs the channels and
writes half-second records (the spool makes each durable). When the disk refuses, recording stops loudly:
nothing is retried and trusted after a failed write, the fault is told once, and the declared gap runs
from the first sample that is not safe.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Protocol

import numpy as np

from assist.problems import AssistProblem
from speech.types import BYTES_PER_SAMPLE, SAMPLE_RATE_HZ, AudioChunk, AudioGap, Channel, GapReason

RECORD_SAMPLES = SAMPLE_RATE_HZ // 2
"""Samples of each channel in one record of the spool (0.5 s): the most that a crash may cost."""


class Spool(Protocol):
    """Where sound becomes durable; used by the recorder's thread alone."""

    def write(self, pcm: bytes) -> None:
        """Append one record of interleaved stereo PCM (agent left, customer right) and make it durable."""
        ...


ReportFault = Callable[[AssistProblem, AudioGap], None]
ReportBug = Callable[[BaseException], None]


class Recorder:
    """Owns the recorder thread from `start` until `finish` returns."""

    def __init__(self, spool: Spool, report_fault: ReportFault, report_bug: ReportBug) -> None:
        self._spool = spool
        self._report_fault = report_fault
        self._report_bug = report_bug
        self._queue: queue.SimpleQueue[AudioChunk | None] = queue.SimpleQueue()
        self._pending: dict[Channel, bytearray] = {channel: bytearray() for channel in Channel}
        self._written = 0
        self._failed = False
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)

    @property
    def written(self) -> int:
        """Samples of each channel that are durable."""
        return self._written

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def put(self, chunk: AudioChunk) -> None:
        """Hand over a block; chunks of a channel come in order and without holes. Never waits."""
        self._queue.put(chunk)

    def finish(self, timeout_s: float = 30.0) -> None:
        """Write what is left, the shorter channel filled with silence, and end the thread."""
        self._queue.put(None)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            raise TimeoutError("the recorder is still waiting for the disk")

    def _run(self) -> None:
        try:
            while (chunk := self._queue.get()) is not None:
                self._pending[chunk.channel] += chunk.pcm
                while self._shortest() >= RECORD_SAMPLES:
                    self._write(RECORD_SAMPLES)
            self._fill_shorter()
            if rest := self._shortest():
                self._write(rest)
        except Exception as bug:
            self._report_bug(bug)

    def _shortest(self) -> int:
        return min(len(pcm) for pcm in self._pending.values()) // BYTES_PER_SAMPLE

    def _fill_shorter(self) -> None:
        longest = max(len(pcm) for pcm in self._pending.values())
        for pcm in self._pending.values():
            pcm.extend(bytes(longest - len(pcm)))

    def _write(self, samples: int) -> None:
        size = samples * BYTES_PER_SAMPLE
        sides = []
        for channel in (Channel.AGENT, Channel.CUSTOMER):
            sides.append(np.frombuffer(bytes(self._pending[channel][:size]), dtype="<i2"))
            del self._pending[channel][:size]
        if self._failed:
            return
        try:
            self._spool.write(np.column_stack(sides).tobytes())
        except AssistProblem as problem:
            self._failed = True
            for channel in Channel:
                gap = AudioGap(channel, self._written, -1, GapReason.DISK_REFUSED, recording=True)
                self._report_fault(problem, gap)
            return
        self._written += samples
