"""The customer's voice in the agent's microphone: found by correlating the two channels.

A headset's leak is the customer's own signal, a little later and much quieter. While only the customer
speaks, the agent's channel is explained by a delayed copy of the customer's; as soon as the agent speaks too,
it is not. The share explained, the normalised cross-correlation at the best lag (Knapp and Carter 1976, with
a first-difference instead of their weighting), decides block by block.

Pure; driven by blocks.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speech.levels import Pcm
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ

WINDOW_SAMPLES = 4 * BLOCK_SAMPLES
LONGEST_DELAY_SAMPLES = SAMPLE_RATE_HZ * 3 // 10
"""Playback and capture buffers together stay below 0.3 s."""

EARLIEST_DELAY_SAMPLES = -SAMPLE_RATE_HZ // 20
"""A monitor may be handed over later than the microphone that hears it."""

FFT_SAMPLES = 11_250
"""At least the customer's stretch: what wraps around falls on lags that are not looked at. 2·3²·5⁴ transforms fast."""

LEAK_CORRELATION = 0.3
"""Two people talking stay below 0.15 (95th percentile, measured); a leak is above 0.3 three times in four."""
QUIETEST_CUSTOMER = 60.0
"""Root mean square (of 32768) below which there is nothing that could leak."""

QUIETEST_AGENT = 8.0

Signal = npt.NDArray[np.float32]


class LeakDetector:
    """Keeps the last blocks of both channels and judges the newest one of the agent's."""

    def __init__(self) -> None:
        history = WINDOW_SAMPLES + LONGEST_DELAY_SAMPLES
        self._agent: Signal = np.zeros(WINDOW_SAMPLES, np.float32)
        self._customer: Signal = np.zeros(history, np.float32)
        self.correlation = 0.0
        """Of the newest block: 0 (nothing in common) to 1 (the agent's channel is all leak)."""
        self.delay_samples = 0
        """Of the leak, where there is one."""

    def hear(self, agent: Pcm, customer: Pcm) -> bool:
        """True where the agent's newest block is mostly the customer's voice."""
        self._agent = np.append(self._agent[len(agent) :], agent.astype(np.float32))
        self._customer = np.append(self._customer[len(customer) :], customer.astype(np.float32))
        self.correlation = 0.0
        if _rms(self._agent) < QUIETEST_AGENT or _rms(self._customer) < QUIETEST_CUSTOMER:
            return False
        self.correlation, self.delay_samples = self._best_match()
        return self.correlation >= LEAK_CORRELATION

    def _best_match(self) -> tuple[float, int]:
        """Correlation and delay; the agent's window ends before the newest sample, so that both signs fit."""
        near = np.diff(self._agent[:EARLIEST_DELAY_SAMPLES])
        far = np.diff(self._customer)
        product = np.fft.rfft(far, FFT_SAMPLES) * np.conj(np.fft.rfft(near, FFT_SAMPLES))
        lags = len(far) - len(near) + 1
        products = np.abs(np.fft.irfft(product, FFT_SAMPLES)[:lags])
        energy = np.concatenate(([0.0], np.cumsum(np.square(far), dtype=np.float64)))
        windows = energy[len(near) :] - energy[: len(energy) - len(near)]
        scale = np.sqrt(np.maximum(windows, 1.0) * max(1.0, float(np.square(near).sum())))
        scores = products / scale[:lags]
        best = int(scores.argmax())
        return float(min(1.0, scores[best])), LONGEST_DELAY_SAMPLES - best


def _rms(signal: Signal) -> float:
    return float(np.sqrt(np.square(signal).mean()))
