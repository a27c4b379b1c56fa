"""Before a call: notices when both sides begin to speak, so that starting can be offered. Keeps no sound.

Only the loudness verdict of each block is looked at; the samples are dropped where they arrive. Off unless the
user switches it on.
"""

from __future__ import annotations

from collections.abc import Callable

from speech.source import AudioSource
from speech.types import SAMPLE_RATE_HZ, CaptureEvent, Channel, LevelReading

WITHIN_SAMPLES = 8 * SAMPLE_RATE_HZ
SPOKEN_BLOCKS = 5
"""Half a second of speech on a side, within the window, is speaking."""


class BothSpeaking:
    """Pure: told of levels, says once that both sides speak."""

    def __init__(self) -> None:
        self._spoken: dict[Channel, list[int]] = {channel: [] for channel in Channel}
        self._said = False

    def hear(self, reading: LevelReading) -> bool:
        """Whether, with this block, both sides have begun to speak; true once, until both fall silent."""
        if reading.speech and not reading.leak:
            self._spoken[reading.channel].append(reading.position)
        for positions in self._spoken.values():
            while positions and positions[0] < reading.position - WITHIN_SAMPLES:
                positions.pop(0)
        speaking = all(len(positions) >= SPOKEN_BLOCKS for positions in self._spoken.values())
        if not any(self._spoken.values()):
            self._said = False
        if speaking and not self._said:
            self._said = True
            return True
        return False


class CallWatch:
    """Listens to a source for as long as no call runs. Every method may wait: not in the GUI thread."""

    def __init__(self, source: AudioSource, both_speak: Callable[[], None]) -> None:
        self._source = source
        self._both_speak = both_speak
        self._verdict = BothSpeaking()

    def start(self) -> None:
        """Begin; raises `SpeechProblem` if nothing can be heard."""
        self._source.start(self._hear)

    def stop(self) -> None:
        """Let the devices go."""
        self._source.stop()

    def _hear(self, event: CaptureEvent) -> None:
        """In the capture thread."""
        if isinstance(event, LevelReading) and self._verdict.hear(event):
            self._both_speak()
