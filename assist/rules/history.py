"""What was said and heard so far in a call, as far as some rule looks back (or forward) to it.

Positions are samples on the call's timeline. Thread: the session's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from assist.rules.conditions import SoundKind, Speaker
from speech.types import SAMPLE_RATE_HZ, Channel


@dataclass(frozen=True, slots=True)
class Event:
    """Words that fulfil a watched condition, or another rule's hit."""

    channel: Channel
    utterance: int
    start: int
    end: int
    heard: str
    sure: bool
    """From a final; else from a partial."""


@dataclass(frozen=True, slots=True)
class SoundEvent:
    """Something measured in the sound itself."""

    kind: SoundKind
    channel: Channel
    start: int
    end: int
    value: float


class History:
    """Events by watch."""

    def __init__(self) -> None:
        self._events: dict[str, list[Event]] = defaultdict(list)
        self.sounds: list[SoundEvent] = []
        self.call_start: int | None = None

    def speech_at(self, position: int) -> None:
        """Someone speaks; the first time is the call's start."""
        if self.call_start is None or position < self.call_start:
            self.call_start = position

    def put(self, watch: str, channel: Channel, utterance: int, events: list[Event], *, final: bool) -> bool:
        """What an utterance now holds of a watch; whether anything is new.

        What a partial held and the final lost stays: words are sometimes in a partial only.
        """
        kept = self._events[watch]
        mine = [one for one in kept if one.channel is channel and one.utterance == utterance]
        if not mine and not events:
            return False
        lost = [one for one in mine if final and not any(_overlap(one, new) for new in events)]
        merged = sorted([*events, *lost], key=lambda one: one.start)
        new = [one for one in merged if not any(_overlap(one, old) for old in mine)]
        others = [one for one in kept if one.channel is not channel or one.utterance != utterance]
        self._events[watch] = sorted([*others, *merged], key=lambda one: one.start)
        return bool(new)

    def events(self, watch: str, speaker: Speaker) -> list[Event]:
        """Events of a watch by a speaker, in order."""
        return [one for one in self._events.get(watch, ()) if speaker.covers(one.channel)]


def _overlap(one: Event, other: Event) -> bool:
    return one.start < other.end and other.start < one.end


def in_samples(seconds: float) -> int:
    """Seconds as samples."""
    return round(seconds * SAMPLE_RATE_HZ)
