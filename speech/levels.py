"""Meters: how loud a block is, whether it clips, and when a side has been silent or clipping for too long.

Pure; driven by blocks of `speech.types.BLOCK_SAMPLES`.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from speech.endpoint import SILENCE_DBFS
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ, Channel, SourceState, SourceStatus

Pcm = npt.NDArray[np.int16]

CLIPPED_AT = 32_700
"""Converters clip a little below full scale."""

QUIET_DBFS = -60.0
SILENT_AFTER_SAMPLES = 15 * SAMPLE_RATE_HZ
CLIPPING_BLOCKS = 3
CLIPPING_WINDOW_BLOCKS = 20
"""Three of the last two seconds' twenty blocks: shouting into a microphone that is set too loud."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """One block measured."""

    rms_dbfs: float
    peak_dbfs: float
    clipped_samples: int


def measure(block: Pcm) -> Loudness:
    """RMS and peak in dBFS (0 = full scale, floor -120) and clipped samples of a block."""
    if not len(block):
        return Loudness(SILENCE_DBFS, SILENCE_DBFS, 0)
    samples = block.astype(np.float64)
    peak = float(np.abs(samples).max())
    rms = math.sqrt(float(np.square(samples).mean()))
    clipped = int(np.count_nonzero(np.abs(block.astype(np.int32)) >= CLIPPED_AT))
    return Loudness(dbfs(rms / 32768.0), dbfs(peak / 32768.0), clipped)


def dbfs(amplitude: float) -> float:
    """Decibels relative to full scale, rounded to a tenth."""
    return SILENCE_DBFS if amplitude <= 1e-6 else round(20.0 * math.log10(amplitude), 1)


class SourceWatch:
    """Tells when a channel falls silent, clips, or is as it should be again."""

    def __init__(self, channel: Channel, device: str) -> None:
        self._channel = channel
        self._device = device
        self._state: SourceState | None = None
        self._quiet_samples = 0
        self._clipping: deque[bool] = deque(maxlen=CLIPPING_WINDOW_BLOCKS)

    def hear(self, position: int, loudness: Loudness) -> SourceStatus | None:
        """The change that this block makes, if any."""
        quiet = loudness.rms_dbfs < QUIET_DBFS
        self._quiet_samples = self._quiet_samples + BLOCK_SAMPLES if quiet else 0
        self._clipping.append(loudness.clipped_samples > 0)
        if self._quiet_samples >= SILENT_AFTER_SAMPLES:
            state = SourceState.SILENT
        elif sum(self._clipping) >= CLIPPING_BLOCKS:
            state = SourceState.CLIPPING
        else:
            state = SourceState.LISTENING
        if state is self._state:
            return None
        self._state = state
        return SourceStatus(self._channel, position, state, self._device)
