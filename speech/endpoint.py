"""Speech or silence: a detector on levels, and a gate that keeps silence away from the recogniser.

Silence costs a decoder as much as quiet speech does. The gate closes only when the recogniser is between
utterances and nothing was heard for a while, and on opening gives the sound before the speech as well;
positions travel with the sound and stay exact. What it leaves out is a whole number of the acoustic model's
steps: anything else moves the frames that the model sees and changes one word in fifty (measured).

Pure: no clock, no thread, driven by blocks.
"""

from __future__ import annotations

from collections import deque

import numpy as np
import numpy.typing as npt

from speech.types import BYTES_PER_SAMPLE, SAMPLE_RATE_HZ, AudioChunk

FRAME_SAMPLES = SAMPLE_RATE_HZ // 50
"""20 ms: short enough that one syllable stands out."""

FLOOR_WINDOW_FRAMES = 250
"""5 s: the quietest tenth of it is the noise floor."""

SPEECH_ABOVE_FLOOR_DB = 9.0

QUIETEST_SPEECH_DBFS = -62.0
"""Nothing below this is speech on any line we know."""

HANGOVER_SAMPLES = SAMPLE_RATE_HZ * 52 // 10
"""Silence that is still given to the recogniser: its own endpoint rules run in it, and its normalisation over
the last six seconds must find it. With 1.5 s one word in twenty changes where pauses are digital silence."""

PRE_ROLL_SAMPLES = SAMPLE_RATE_HZ * 8 // 10
"""The least sound before the speech that is given when the gate opens."""

STEP_SAMPLES = SAMPLE_RATE_HZ * 21 // 100
"""Kaldi's online decoder computes 21 frames of 10 ms at a time (20 rounded up to its subsampling by 3)."""

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
    """Decides which chunks of one channel a recogniser gets; `hangover` is in samples."""

    def __init__(self, hangover: int = HANGOVER_SAMPLES) -> None:
        self._hangover = hangover
        self._detector = SpeechDetector()
        self._open = True
        self._quiet_samples = 0
        self._held: deque[AudioChunk] = deque()
        self._held_samples = 0
        self._kept_back = 0
        """Samples since the gate closed, held or given up."""

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
            return [*self._before_speech(), chunk]
        self._quiet_samples += chunk.samples
        if self._open and recognizer_idle and self._quiet_samples >= self._hangover:
            self._open = False
        if self._open:
            return [chunk]
        self._hold(chunk)
        return []

    def _hold(self, chunk: AudioChunk) -> None:
        self._held.append(chunk)
        self._held_samples += chunk.samples
        self._kept_back += chunk.samples
        while self._held_samples - self._held[0].samples >= PRE_ROLL_SAMPLES + STEP_SAMPLES:
            self._held_samples -= self._held.popleft().samples

    def _before_speech(self) -> list[AudioChunk]:
        """The pre-roll, lengthened so that what is left out is a whole number of steps."""
        surplus = max(0, self._kept_back - PRE_ROLL_SAMPLES)
        wanted = self._kept_back - surplus // STEP_SAMPLES * STEP_SAMPLES
        passed = list(self._held)
        cut = self._held_samples - wanted
        while passed and cut >= passed[0].samples:
            cut -= passed.pop(0).samples
        if passed and cut > 0:
            first = passed[0]
            passed[0] = AudioChunk(first.channel, first.position + cut, first.pcm[cut * BYTES_PER_SAMPLE :])
        self._held.clear()
        self._held_samples = self._kept_back = 0
        return passed
