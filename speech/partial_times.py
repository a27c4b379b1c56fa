"""Times for the words of a partial, which the engine gives as text alone.

Asking Vosk for word times in partials delays its partials and changes its finals (measured on 0.3.45: a
partial every half second instead of every 0.2 s, and other words), so the times are estimated from when a
word first appeared. The final brings the exact ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from speech.types import SAMPLE_RATE_HZ

SHOWN_AFTER_SAMPLES = SAMPLE_RATE_HZ * 15 // 100
"""A word is in a partial about 0.15 s after it ended (median, measured)."""

UNIT_SAMPLES = {"zh": SAMPLE_RATE_HZ // 5, "en": SAMPLE_RATE_HZ // 15}
"""How long a character lasts at most in ordinary speech: 0.2 s in Chinese, a fifteenth in English."""


@dataclass(frozen=True, slots=True)
class TimedText:
    """A word and where it was, in samples of fed sound."""

    text: str
    start: int
    end: int


class PartialTimes:
    """Follows one utterance's partials; used by one thread."""

    def __init__(self, language: str) -> None:
        self._unit = UNIT_SAMPLES[language]
        self._words: list[TimedText] = []

    def update(self, texts: Sequence[str], fed: int) -> list[TimedText]:
        """The words of a partial that came when `fed` samples had been given."""
        same = 0
        while same < min(len(texts), len(self._words)) and self._words[same].text == texts[same]:
            same += 1
        kept = self._words[:same]
        fresh = texts[same:]
        if fresh:
            kept = kept + self._spread(fresh, kept[-1].end if kept else 0, fed)
        self._words = kept
        return kept

    def reset(self) -> None:
        """The utterance is over."""
        self._words = []

    def _spread(self, texts: Sequence[str], earliest: int, fed: int) -> list[TimedText]:
        """New words laid backwards from where the newest must have ended, none before `earliest`."""
        end = max(earliest + len(texts), fed - SHOWN_AFTER_SAMPLES)
        units = sum(len(text) for text in texts)
        start = max(earliest, end - units * self._unit)
        words = []
        done = 0
        for text in texts:
            first = start + (end - start) * done // units
            done += len(text)
            words.append(TimedText(text, first, start + (end - start) * done // units))
        return words
