"""What can be heard in the sound itself: both at once, nobody, too fast, too loud for this speaker.

Levels come in blocks of 100 ms for each channel, so the two channels' blocks of one position meet here. Loudness is
judged against the speaker's own median over the call, never against the other speaker or an absolute level.
Thread: the session's.
"""

from __future__ import annotations

from collections import deque

from assist.rules.conditions import SoundKind
from assist.rules.history import History, SoundEvent
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ, Channel, FinalTranscript, LevelReading

OWN_LEVEL_BLOCKS = 600
LEAST_LEVEL_BLOCKS = 50
"""Five seconds of own speech before anyone can be called louder than usual."""
LOUD_BLOCKS = 6
SHORTEST_MEASURED_SAMPLES = 3 * SAMPLE_RATE_HZ
PAUSE_IN_OVERLAP_BLOCKS = 3
KEPT_EVENTS = 200


class SoundMonitor:
    """Follows both channels' levels."""

    def __init__(self) -> None:
        self._speech: dict[int, dict[Channel, bool]] = {}
        self._overlap_start = -1
        self._overlap_last = -1
        self._overlap_by = Channel.AGENT
        self._last_speech = -1
        self._spoke_since: dict[Channel, int] = dict.fromkeys(Channel, -1)
        self._levels: dict[Channel, deque[float]] = {one: deque(maxlen=OWN_LEVEL_BLOCKS) for one in Channel}
        self._loud: dict[Channel, deque[float]] = {one: deque(maxlen=LOUD_BLOCKS) for one in Channel}
        self._raised: dict[tuple[str, Channel], int] = {}

    def hear(self, reading: LevelReading, history: History) -> bool:
        """Take one block; whether there is anything new in `history.sounds`."""
        before = len(history.sounds), history.sounds[-1] if history.sounds else None
        speaks = reading.speech and not reading.leak
        self._hear_loudness(reading, history, speaks=speaks)
        both = self._speech.setdefault(reading.position, {})
        both[reading.channel] = speaks
        if len(both) == len(Channel):
            del self._speech[reading.position]
            self._hear_both(reading.position, both, history)
        del history.sounds[: max(0, len(history.sounds) - KEPT_EVENTS)]
        return (len(history.sounds), history.sounds[-1] if history.sounds else None) != before

    def spoken(self, final: FinalTranscript, units: int, history: History) -> None:
        """Speed of an utterance, in characters (words) a minute, from three seconds of speech on."""
        samples = final.end - final.start
        if samples >= SHORTEST_MEASURED_SAMPLES:
            value = units * 60 * SAMPLE_RATE_HZ / samples
            history.sounds.append(SoundEvent(SoundKind.SPEED, final.channel, final.start, final.end, value))

    def is_new(self, rule: str, channel: Channel, start: int) -> bool:
        """Whether a rule was not yet raised for the event that begins at `start`."""
        if self._raised.get((rule, channel)) == start:
            return False
        self._raised[rule, channel] = start
        return True

    def _hear_loudness(self, reading: LevelReading, history: History, *, speaks: bool) -> None:
        loud, levels = self._loud[reading.channel], self._levels[reading.channel]
        if not speaks:
            return
        loud.append(reading.rms_dbfs)
        if len(levels) >= LEAST_LEVEL_BLOCKS and len(loud) == LOUD_BLOCKS:
            own = sorted(levels)[len(levels) // 2]
            over = min(loud) - own
            if over > 0:
                start = reading.position - (LOUD_BLOCKS - 1) * BLOCK_SAMPLES
                end = reading.position + BLOCK_SAMPLES
                self._extend(history, SoundEvent(SoundKind.SHOUTING, reading.channel, start, end, over))
        levels.append(reading.rms_dbfs)

    def _hear_both(self, position: int, both: dict[Channel, bool], history: History) -> None:
        end = position + BLOCK_SAMPLES
        for channel in Channel:
            if not both[channel]:
                self._spoke_since[channel] = -1
            elif self._spoke_since[channel] < 0:
                self._spoke_since[channel] = position
        if all(both.values()):
            if (
                self._overlap_last < 0
                or position - self._overlap_last > PAUSE_IN_OVERLAP_BLOCKS * BLOCK_SAMPLES
            ):
                self._overlap_start = position
                self._overlap_by = max(Channel, key=lambda one: self._spoke_since[one])
            self._overlap_last = position
            seconds = (end - self._overlap_start) / SAMPLE_RATE_HZ
            self._extend(
                history, SoundEvent(SoundKind.TALK_OVER, self._overlap_by, self._overlap_start, end, seconds)
            )
        if any(both.values()) or self._last_speech < 0:
            self._last_speech = end
            return
        seconds = (end - self._last_speech) / SAMPLE_RATE_HZ
        for channel in Channel:
            self._extend(history, SoundEvent(SoundKind.SILENCE, channel, self._last_speech, end, seconds))

    @staticmethod
    def _extend(history: History, event: SoundEvent) -> None:
        """One event for what goes on; its value grows."""
        for place in range(len(history.sounds) - 1, max(-1, len(history.sounds) - 5), -1):
            old = history.sounds[place]
            if old.kind is event.kind and old.channel is event.channel and event.start <= old.end:
                start = min(old.start, event.start)
                value = max(old.value, event.value)
                history.sounds[place] = SoundEvent(event.kind, event.channel, start, event.end, value)
                return
        history.sounds.append(event)
