"""Any rate to the timeline's 16 kHz, with a resampler of studio quality, block by block."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import soxr

from speech.levels import Pcm
from speech.types import SAMPLE_RATE_HZ

Samples = npt.NDArray[np.int16]


class Resampler:
    """A stream of mono int16 blocks at `rate_hz` to 16 kHz; used by one thread."""

    def __init__(self, rate_hz: int) -> None:
        self._stream = (
            None
            if rate_hz == SAMPLE_RATE_HZ
            else soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, dtype="int16")
        )

    def push(self, block: Samples, *, last: bool = False) -> Pcm:
        """The next samples at 16 kHz; with `last` also what the filter still holds."""
        if self._stream is None:
            return block
        out: Pcm = self._stream.resample_chunk(np.ascontiguousarray(block), last=last)
        return out
