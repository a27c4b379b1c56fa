"""Whose words are these: the customer's voice leaks from the headset into the agent's microphone.

The same words on both channels within half a second belong to the louder side, and never make the
debtor's abuse the agent's violation. Two signs are used: the sound itself (`LevelReading.leak`, from the
capture's correlation of the two channels), which is there before the words are; and the words, which
decide where the sound alone was not clear. Marked words stay in the transcript; rules and playbook are
given the rest.

Thread: the session's.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    Channel,
    FinalTranscript,
    LevelReading,
    PartialTranscript,
    Word,
)

SAME_TIME_SAMPLES = SAMPLE_RATE_HZ // 2
"""Words further apart than this are two people saying the same thing, not a leak."""

LOUDER_BY_DB = 3.0
"""How much louder the other side must be before the same words are called its leak."""

LEAK_SHARE = 0.5
"""Share of a word's blocks that must sound like leak."""

SHORTEST_MATCH_UNITS = 3
"""Characters (or English words) that must agree in a row; two people do say the same syllable at once."""

KEPT_SAMPLES = 30 * SAMPLE_RATE_HZ

Transcript = TypeVar("Transcript", PartialTranscript, FinalTranscript)


@dataclass(frozen=True, slots=True)
class _Unit:
    """A character of Chinese or a word of English with its time."""

    text: str
    start: int
    word: int


class EchoAttribution:
    """Marks the words of a transcript that leaked from the other channel."""

    def __init__(self) -> None:
        self._levels: dict[Channel, deque[LevelReading]] = {
            channel: deque(maxlen=KEPT_SAMPLES // BLOCK_SAMPLES) for channel in Channel
        }
        self._finals: dict[Channel, deque[Word]] = {channel: deque(maxlen=200) for channel in Channel}
        self._partials: dict[Channel, tuple[Word, ...]] = dict.fromkeys(Channel, ())

    def hear_level(self, reading: LevelReading) -> None:
        """Keep a block's loudness for the words that will be found in it."""
        self._levels[reading.channel].append(reading)

    def mark(self, transcript: Transcript) -> Transcript:
        """The same transcript, its leaked words marked."""
        channel = transcript.channel
        leaked = self._leaked_by_sound(transcript) | self._leaked_by_words(transcript)
        marked = tuple(
            replace(word, leak=True) if index in leaked and not word.leak else word
            for index, word in enumerate(transcript.words)
        )
        if isinstance(transcript, FinalTranscript):
            self._finals[channel].extend(marked)
            self._partials[channel] = ()
        else:
            self._partials[channel] = marked
        return replace(transcript, words=marked) if leaked else transcript

    def _leaked_by_sound(self, transcript: PartialTranscript | FinalTranscript) -> set[int]:
        readings = self._levels[transcript.channel]
        if not any(reading.leak for reading in readings):
            return set()
        leaked = set()
        for index, word in enumerate(transcript.words):
            blocks = list(_within(readings, word.start, word.end))
            if blocks and sum(block.leak for block in blocks) >= LEAK_SHARE * len(blocks):
                leaked.add(index)
        return leaked

    def _leaked_by_words(self, transcript: PartialTranscript | FinalTranscript) -> set[int]:
        other = transcript.channel.other
        units = _units(transcript.words)
        heard = _units((*self._finals[other], *self._partials[other]))
        leaked: set[int] = set()
        for run in _common_runs(units, heard):
            start = units[run[0]].start
            end = transcript.words[units[run[-1]].word].end
            if (
                self._loudness(other, start, end) - self._loudness(transcript.channel, start, end)
                >= LOUDER_BY_DB
            ):
                leaked.update(units[position].word for position in run)
        return leaked

    def _loudness(self, channel: Channel, start: int, end: int) -> float:
        """Mean level in dBFS; far below anything heard where nothing is known."""
        blocks = list(_within(self._levels[channel], start, end))
        return sum(block.rms_dbfs for block in blocks) / len(blocks) if blocks else -120.0


def without_leak(transcript: Transcript) -> Transcript:
    """The transcript with only the words that its own side said."""
    if not any(word.leak for word in transcript.words):
        return transcript
    return replace(transcript, words=tuple(word for word in transcript.words if not word.leak))


def leaked_spans(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """First and last index of every run of leaked words."""
    spans: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if not word.leak:
            continue
        if spans and spans[-1][1] == index - 1:
            spans[-1] = (spans[-1][0], index)
        else:
            spans.append((index, index))
    return spans


def _within(readings: Iterable[LevelReading], start: int, end: int) -> Iterable[LevelReading]:
    return (r for r in readings if r.position + BLOCK_SAMPLES > start and r.position < end)


def _units(words: Iterable[Word]) -> list[_Unit]:
    units = []
    for index, word in enumerate(words):
        if word.text.isascii():
            units.append(_Unit(word.text, word.start, index))
            continue
        step = (word.end - word.start) // max(1, len(word.text))
        units.extend(_Unit(char, word.start + step * place, index) for place, char in enumerate(word.text))
    return units


def _common_runs(units: list[_Unit], heard: list[_Unit]) -> list[list[int]]:
    """Runs of `units` that the other side said at the same time, as lists of their indices."""
    longest: dict[tuple[int, int], int] = {}
    runs: list[list[int]] = []
    for i, unit in enumerate(units):
        for j, other in enumerate(heard):
            if unit.text != other.text or abs(unit.start - other.start) > SAME_TIME_SAMPLES:
                continue
            length = longest.get((i - 1, j - 1), 0) + 1
            longest[i, j] = length
            if length >= SHORTEST_MATCH_UNITS:
                runs.append(list(range(i - length + 1, i + 1)))
    return runs
