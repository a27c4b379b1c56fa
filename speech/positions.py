"""From the recogniser's own time back to the call's timeline, when some sound was never given to it."""

from __future__ import annotations

from bisect import bisect_right

from speech.types import SAMPLE_RATE_HZ, AudioChunk


class FedSound:
    """Remembers where on the timeline each stretch of fed sound came from; used by one thread."""

    def __init__(self) -> None:
        self._fed_starts: list[int] = []
        self._positions: list[int] = []
        self._fed = 0

    @property
    def next_position(self) -> int:
        """The position just after what was fed last; -1 before anything was."""
        return self.position(self._fed) if self._positions else -1

    def add(self, chunk: AudioChunk) -> None:
        """Note that `chunk` was fed."""
        if chunk.position != self.next_position:
            self._fed_starts.append(self._fed)
            self._positions.append(chunk.position)
        self._fed += chunk.samples

    def position(self, fed_samples: int) -> int:
        """The timeline position of the sample that was fed as number `fed_samples`."""
        stretch = max(0, bisect_right(self._fed_starts, fed_samples) - 1)
        return self._positions[stretch] + fed_samples - self._fed_starts[stretch]

    @property
    def fed(self) -> int:
        """Samples fed so far."""
        return self._fed

    def span(self, start_s: float, end_s: float) -> tuple[int, int]:
        """Positions of a word that the engine timed in seconds of fed sound."""
        return self.stretch(round(start_s * SAMPLE_RATE_HZ), round(end_s * SAMPLE_RATE_HZ))

    def stretch(self, first: int, end: int) -> tuple[int, int]:
        """Positions of fed samples `first` to `end`.

        The end is looked up by the last sample, so that a word just before a left-out silence does not seem
        to last through it.
        """
        first = max(0, min(first, self._fed - 1))
        last = max(first, min(end, self._fed) - 1)
        return self.position(first), self.position(last) + 1
