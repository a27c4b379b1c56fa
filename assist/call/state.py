"""The state of a call as a pure function of what happened; no thread, no clock, no disk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from assist.rules.flags import Flag
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript, LevelReading, PartialTranscript

SILENCE_BEFORE_END_OFFER_SAMPLES = 20 * SAMPLE_RATE_HZ
"""Both sides silent this long after both have spoken: the call may be over."""


@dataclass(frozen=True, slots=True)
class CallState:
    """What is known of a call right now."""

    position: int = 0
    paused_at: int | None = None
    ended: bool = False
    last_speech: tuple[int, int] = (-1, -1)
    """Position of the last speech of the agent and of the customer; -1 before any."""
    end_offered_at: int = -1
    finals: int = 0
    flags: dict[str, Flag] = field(default_factory=dict)
    """The newest snapshot of every flag, by id, in the order in which they were raised."""

    def heard_level(self, reading: LevelReading) -> CallState:
        """After a block of sound."""
        spoke = list(self.last_speech)
        if reading.speech and not reading.leak:
            spoke[_place(reading.channel)] = reading.position
        return replace(self, position=max(self.position, reading.position), last_speech=(spoke[0], spoke[1]))

    def heard_words(self, transcript: PartialTranscript | FinalTranscript) -> CallState:
        """After a partial or a final."""
        spoke = list(self.last_speech)
        if transcript.words:
            place = _place(transcript.channel)
            spoke[place] = max(spoke[place], transcript.words[-1].end)
        return replace(
            self,
            position=max(self.position, transcript.heard_until),
            last_speech=(spoke[0], spoke[1]),
            finals=self.finals + isinstance(transcript, FinalTranscript),
        )

    def raised(self, flag: Flag) -> CallState:
        """After a new or changed flag."""
        return replace(self, flags={**self.flags, flag.flag_id: flag})

    def paused(self, position: int | None) -> CallState:
        """After a pause began at `position`, or ended (None)."""
        return replace(self, paused_at=position)

    def finished(self, position: int) -> CallState:
        """After the sound has ended."""
        return replace(self, ended=True, paused_at=None, position=max(self.position, position))

    def offered_end(self) -> CallState:
        """After the agent was asked whether the call is over."""
        return replace(self, end_offered_at=self.position)

    def should_offer_end(self) -> bool:
        """Whether both sides spoke and have now been silent long enough, offered once per silence."""
        latest = max(self.last_speech)
        both_spoke = min(self.last_speech) >= 0
        return (
            both_spoke
            and not self.ended
            and self.paused_at is None
            and self.position - latest >= SILENCE_BEFORE_END_OFFER_SAMPLES
            and self.end_offered_at < latest
        )


def _place(channel: Channel) -> int:
    return 0 if channel is Channel.AGENT else 1
