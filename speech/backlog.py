"""One channel's sound on its way to the recogniser: waiting, sent, and kept until it is recognised.

Not synchronised: its owner holds a lock. Counts are samples.
"""

from __future__ import annotations

from collections import deque

from speech.types import SAMPLE_RATE_HZ, AudioChunk, AudioGap, Channel, GapReason

WINDOW_SAMPLES = SAMPLE_RATE_HZ
"""Sound that may be with the child unrecognised; more waits here, where it can be given up."""

LONGEST_BACKLOG_SAMPLES = 30 * SAMPLE_RATE_HZ
"""Help that comes later than this is no help; the oldest sound is then left out of recognition."""

LONGEST_KEPT_SAMPLES = 60 * SAMPLE_RATE_HZ
"""The most that is kept of an utterance that does not end."""

UNSEEN_SAMPLES = SAMPLE_RATE_HZ
"""Speech may have begun this long before the engine shows its first word."""


class ChannelBacklog:
    """Waiting and unrecognised chunks of one channel."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._waiting: deque[AudioChunk] = deque()
        self._unrecognized: deque[AudioChunk] = deque()
        self.fed_until = 0
        """Position up to which sound was fed."""
        self.taken_until = 0
        """Position up to which sound was sent to the child."""
        self.heard_until = 0
        """Position up to which the child has decoded."""
        self.next_utterance = 0
        self._final_until = 0
        self._recovering_until = -1

    @property
    def behind(self) -> int:
        """Samples fed and not yet decoded."""
        return max(0, self.fed_until - self.heard_until)

    @property
    def past_recovery(self) -> bool:
        """Whether all sound that an earlier child had when it died has been decoded by its successor."""
        return self.heard_until >= self._recovering_until

    @property
    def waiting(self) -> bool:
        """Whether sound waits to be sent."""
        return bool(self._waiting)

    @property
    def can_take(self) -> bool:
        """Whether a chunk may be sent now."""
        return bool(self._waiting) and self.taken_until - self.heard_until < WINDOW_SAMPLES

    def add(self, chunk: AudioChunk) -> None:
        """New sound."""
        self._waiting.append(chunk)
        self.fed_until = chunk.end

    def take(self) -> AudioChunk | None:
        """The next chunk to send, if one may be sent."""
        if not self.can_take:
            return None
        chunk = self._waiting.popleft()
        self._unrecognized.append(chunk)
        self.taken_until = chunk.end
        kept = chunk.end - self._unrecognized[0].position
        if kept > LONGEST_KEPT_SAMPLES:
            self._unrecognized.popleft()
        return chunk

    def heard(self, position: int, *, idle: bool) -> None:
        """The child decoded up to `position`; between utterances nothing before it is needed again."""
        self.heard_until = max(self.heard_until, position)
        if idle:
            self._forget_before(max(self._final_until, position - UNSEEN_SAMPLES))

    def recognized(self, utterance: int, heard_until: int) -> bool:
        """An utterance is final; True if its sound had been given a second time."""
        self.next_utterance = utterance + 1
        self._final_until = heard_until
        recovered = bool(self._unrecognized) and self._unrecognized[0].position < self._recovering_until
        self._forget_before(heard_until)
        return recovered

    def put_back(self) -> None:
        """The child died: what was not recognised waits again, first."""
        self._recovering_until = self.taken_until
        self._waiting.extendleft(reversed(self._unrecognized))
        self._unrecognized.clear()
        self._rewind()

    def leave_out(self) -> AudioGap | None:
        """What the child had and not yet decoded when it died is left out; returns the declared gap.

        To be followed by `put_back`, for the part of the utterance that it had decoded.
        """
        lost: deque[AudioChunk] = deque()
        while self._unrecognized and self._unrecognized[-1].end > self.heard_until:
            lost.appendleft(self._unrecognized.pop())
        if not lost:
            return None
        return AudioGap(
            self._channel, lost[0].position, lost[-1].end, GapReason.RECOGNIZER_DIED, recording=False
        )

    def never_recognized(self) -> AudioGap:
        """Recognition has failed for good: all that follows is without words."""
        return AudioGap(self._channel, self._final_until, -1, GapReason.RECOGNIZER_DIED, recording=False)

    def drop_oldest(self) -> AudioGap | None:
        """Leave out what has waited too long; returns the declared gap."""
        if self.behind <= LONGEST_BACKLOG_SAMPLES or not self._waiting:
            return None
        start = self._waiting[0].position
        end = start
        while self._waiting and self.fed_until - end > LONGEST_BACKLOG_SAMPLES // 2:
            end = self._waiting.popleft().end
        self.taken_until = end
        self.heard_until = max(self.heard_until, end - WINDOW_SAMPLES + 1)
        return AudioGap(self._channel, start, end, GapReason.RECOGNITION_OVERLOAD, recording=False)

    def _rewind(self) -> None:
        next_position = self._waiting[0].position if self._waiting else self.fed_until
        self.taken_until = self.heard_until = next_position

    def _forget_before(self, position: int) -> None:
        while self._unrecognized and self._unrecognized[0].end <= position:
            self._unrecognized.popleft()
