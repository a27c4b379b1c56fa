"""Other readings of an utterance: an n-best decode of its own, after the utterance, for the agent's unsure ones.

It never delays what is live: one thread of lower priority, at most `MOST_WAITING` utterances wait, the oldest is given
up for a newer one. Sound is kept for one utterance at a time.
"""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from collections.abc import Callable, Sequence

from speech.recognizer import Engine
from speech.types import SAMPLE_RATE_HZ, AudioChunk, FinalTranscript, OtherReadings

UNSURE_MEAN = 0.9
"""An utterance whose words have a lower mean confidence is worth another decode; a third are on a clear line."""
READINGS = 5
LONGEST_BYTES = 2 * 20 * SAMPLE_RATE_HZ
MOST_WAITING = 2
NICENESS = 10
"""On top of the process's: only what nothing else wants of the processor."""

Tell = Callable[[OtherReadings], None]


class UtteranceSound:
    """The sound of the utterance that one channel is in; used by the thread that decodes the channel."""

    def __init__(self) -> None:
        self._pcm = bytearray()

    def hear(self, chunk: AudioChunk) -> None:
        """Keep a chunk that the recogniser was given; of an endless utterance only the beginning."""
        if len(self._pcm) <= LONGEST_BYTES:
            self._pcm += chunk.pcm

    def end(self, final: FinalTranscript) -> bytes | None:
        """The utterance's sound if it should be read again; forgets it in any case."""
        pcm, self._pcm = bytes(self._pcm), bytearray()
        if not final.words or len(pcm) > LONGEST_BYTES:
            return None
        mean = sum(word.confidence for word in final.words) / len(final.words)
        return pcm if mean < UNSURE_MEAN else None


class SecondReader:
    """Decodes what was put to it in a thread of its own and tells what differs from the first reading."""

    def __init__(self, engine: Engine, tell: Tell) -> None:
        self._engine = engine
        self._tell = tell
        self._waiting: queue.Queue[tuple[FinalTranscript, bytes] | None] = queue.Queue()
        self._thread = threading.Thread(target=self._run, name="second-reading", daemon=True)
        self._thread.start()

    def put(self, final: FinalTranscript, pcm: bytes) -> None:
        """Hand over an utterance; never waits."""
        while self._waiting.qsize() >= MOST_WAITING:
            with contextlib.suppress(queue.Empty):
                self._waiting.get_nowait()
        self._waiting.put((final, pcm))

    def finish(self) -> None:
        """Read what waits, then end the thread."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        if hasattr(os, "setpriority"):
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS + os.nice(0))
        while (job := self._waiting.get()) is not None:
            final, pcm = job
            readings = other_than(final, self._engine.alternatives(pcm, READINGS))
            if readings:
                self._tell(OtherReadings(final.channel, final.utterance, readings))


def other_than(final: FinalTranscript, readings: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The readings that are not the final's own words, each once, best first."""
    own = tuple(word.text for word in final.words)
    return tuple(dict.fromkeys(reading for reading in readings if reading != own))
