"""Speech or silence: a detector on levels, and a gate that keeps silence away from the recogniser.

Silence costs a decoder as much as quiet speech does. The gate closes only when the recogniser is between
utterances and nothing was heard for a while, and on opening gives the sound before the speech as well, so
that no word changes; positions travel with the sound and stay exact.

Pure: no clock, no thread, driven by blocks.
"""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

from speech.types import SAMPLE_RATE_HZ, AudioChunk

FRAME_SAMPLES = SAMPLE_RATE_HZ // 50
"""20 ms: short enough that one syllable stands out."""

FLOOR_WINDOW_FRAMES = 250
"""5 s: the quietest tenth of it is the noise floor."""

SPEECH_ABOVE_FLOOR_DB = 9.0

QUIETEST_SPEECH_DBFS = -62.0
"""Nothing below this is speech on any line we know."""

HANGOVER_SAMPLES = SAMPLE_RATE_HZ * 3 // 2
"""Silence that is still given to the recogniser, so that its own endpoint rules run."""

PRE_ROLL_SAMPLES = SAMPLE_RATE_HZ // 2
"""Sound before the speech that is given when the gate opens."""

SILENCE_DBFS = -120.0


def frame_levels(pcm: bytes) -> npt.NDArray[np.float64]:
    """RMS level in dBFS of each 20 ms frame; a shorter rest counts as a frame."""
    samples = np.frombuffer(pcm, dtype="<i2").astype(np.float64) / 32768.0
    if not len(samples):
        return np.empty(0)
    whole = len(samples) // FRAME_SAMPLES * FRAME_SAMPLES
    power = np.square(samples[:whole]).reshape(-1, FRAME_SAMPLES).mean(axis=1)
    if whole < len(samples):
        power = np.append(power, np.square(samples[whole:]).mean())
    levels: npt.NDArray[np.float64] = np.maximum(SILENCE_DBFS, 10.0 * np.log10(np.maximum(power, 1e-12)))
    return levels


class SpeechDetector:
    """Hears whether a block holds speech, against the noise floor of the last seconds."""

    def __init__(self) -> None:
        self._recent: deque[float] = deque(maxlen=FLOOR_WINDOW_FRAMES)

    def hears(self, pcm: bytes) -> bool:
        """Whether the block stands out of the noise; blocks come in order."""
        levels = frame_levels(pcm)
        self._recent.extend(levels.tolist())
        if not len(levels):
            return False
        loudest = float(levels.max())
        if loudest < QUIETEST_SPEECH_DBFS:
            return False
        return loudest > self.floor + SPEECH_ABOVE_FLOOR_DB

    @property
    def floor(self) -> float:
        """The noise floor in dBFS; as low as can be until a second has been heard."""
        if len(self._recent) < SAMPLE_RATE_HZ // FRAME_SAMPLES:
            return SILENCE_DBFS
        return float(np.partition(np.array(self._recent), len(self._recent) // 10)[len(self._recent) // 10])


class SilenceGate:
    """Decides which chunks of one channel the recogniser gets."""

    def __init__(self) -> None:
        self._detector = SpeechDetector()
        self._open = True
        self._quiet_samples = 0
        self._held: deque[AudioChunk] = deque()
        self._held_samples = 0

    @property
    def open(self) -> bool:
        """Whether sound passes."""
        return self._open

    def pass_on(self, chunk: AudioChunk, *, recognizer_idle: bool) -> list[AudioChunk]:
        """The chunks to give to the recogniser now, oldest first; none while the gate is closed."""
        if self._detector.hears(chunk.pcm):
            self._quiet_samples = 0
            if self._open:
                return [chunk]
            self._open = True
            passed = [*self._held, chunk]
            self._held.clear()
            self._held_samples = 0
            return passed
        self._quiet_samples += chunk.samples
        if self._open and recognizer_idle and self._quiet_samples >= HANGOVER_SAMPLES:
            self._open = False
        if self._open:
            return [chunk]
        self._hold(chunk)
        return []

    def _hold(self, chunk: AudioChunk) -> None:
        self._held.append(chunk)
        self._held_samples += chunk.samples
        while self._held_samples - self._held[0].samples >= PRE_ROLL_SAMPLES:
            self._held_samples -= self._held.popleft().samples
