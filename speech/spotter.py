"""The spotter's side that needs no engine: a grammar of known words, and phrases found in what it hears.

A grammar recogniser forces its phrases onto anything (a third of compliant sentences in a measurement), so
what it finds is evidence that others must confirm, never an alarm.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from speech.types import SAMPLE_RATE_HZ, Channel, SpottedPhrase, Word

UNKNOWN = "[unk]"

SHORTEST_PHRASE_UNITS = 3
"""Syllables (Chinese) or words (English); shorter phrases attract noise."""

LONGEST_WORD_CHARS = 5

REPEAT_SAMPLES = SAMPLE_RATE_HZ
"""The same phrase at nearly the same place is the same saying of it, seen again in a later partial."""


class PhraseGrammar:
    """Phrases cut into words that the model knows; a phrase with an unknown word is left out."""

    def __init__(self, phrases: Iterable[str], language: str, knows: Callable[[str], bool]) -> None:
        self.phrases: dict[tuple[str, ...], str] = {}
        """The phrase by its words."""
        self.left_out: list[str] = []
        for phrase in phrases:
            words = _cut(phrase, language, knows)
            units = sum(len(word) for word in words) if language == "zh" else len(words)
            if words and units >= SHORTEST_PHRASE_UNITS:
                self.phrases.setdefault(words, phrase)
            else:
                self.left_out.append(phrase)

    def as_json(self) -> str:
        """The grammar as Vosk takes it."""
        return json.dumps([*(" ".join(words) for words in self.phrases), UNKNOWN], ensure_ascii=False)


def _cut(phrase: str, language: str, knows: Callable[[str], bool]) -> tuple[str, ...]:
    if language != "zh":
        words = tuple(phrase.lower().split())
        return words if all(knows(word) for word in words) else ()
    return _fewest_words("".join(phrase.split()), knows)


def _fewest_words(phrase: str, knows: Callable[[str], bool]) -> tuple[str, ...]:
    """The phrase cut into as few of the model's words as can be; empty if a character is unknown.

    The model's own vocabulary decides, so that no segmenter's dictionary is loaded into the child process.
    """
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(phrase) + 1):
        cuts = [
            (*before, phrase[start:end])
            for start in range(max(0, end - LONGEST_WORD_CHARS), end)
            if (before := best[start]) is not None and knows(phrase[start:end])
        ]
        best.append(min(cuts, key=len, default=None))
    return best[-1] or ()


class SpottedRuns:
    """Finds whole phrases in the spotter's words and tells each saying once; used by one thread."""

    def __init__(self, channel: Channel, grammar: PhraseGrammar) -> None:
        self._channel = channel
        self._phrases = grammar.phrases
        self._longest = max(map(len, grammar.phrases), default=0)
        self._beginnings = {words[:end] for words in grammar.phrases for end in range(1, len(words))}
        self._told: dict[str, int] = {}

    def find(self, words: Sequence[Word], *, ended: bool) -> list[SpottedPhrase]:
        """Phrases not told before, the longest at each place; `ended` when the utterance is over."""
        spotted = []
        place = 0
        while place < len(words):
            length = self._length_at(words, place)
            if not length:
                place += 1
                continue
            run = words[place : place + length]
            place += length
            texts = tuple(word.text for word in run)
            if place == len(words) and not ended and texts in self._beginnings:
                # The last phrase of a partial may still grow into a longer one.
                break
            phrase = self._phrases[texts]
            if abs(run[0].start - self._told.get(phrase, -10 * REPEAT_SAMPLES)) < REPEAT_SAMPLES:
                continue
            self._told[phrase] = run[0].start
            confidence = sum(word.confidence for word in run) / length
            spotted.append(
                SpottedPhrase(self._channel, phrase, run[0].start, run[-1].end, round(confidence, 3))
            )
        return spotted

    def _length_at(self, words: Sequence[Word], place: int) -> int:
        for length in range(min(self._longest, len(words) - place), 0, -1):
            if tuple(word.text for word in words[place : place + length]) in self._phrases:
                return length
        return 0
