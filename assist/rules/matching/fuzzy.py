"""The search for phrases heard with small errors, kept up to date from partial to partial.

A phrase that is nearly there shares a short run of folded sounds with the text (a seed), and the seed says where
the phrase would end. A phrase is looked at only when that end is reached: a fast edit distance on the
folded sounds sorts out nearly all, and alignment by confusion costs judges the rest within a window around that
end. What lies before the window's end never changes a result, so feeding word by word equals feeding the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from assist.rules.matching.align import Alignment, align
from assist.rules.matching.index import PhraseIndex

SLACK = 2
"""Sounds by which a phrase may begin or end earlier or later than its seed says."""

Place = tuple[int, int]
"""A phrase's number and the sound at which it would begin."""


class FuzzySearch:
    """The nearly heard phrases of one utterance, by sounds; belongs to one thread."""

    def __init__(self, index: PhraseIndex) -> None:
        self._index = index
        self._codes = ""
        self._by_end: dict[int, dict[Place, None]] = {}
        self._settled: dict[int, list[tuple[int, Alignment]]] = {}
        """Results of ends whose window is complete."""

    def feed(self, kept: int, sounds: Sequence[str]) -> None:
        """The sounds as they now are, of which the first `kept` are as before."""
        index = self._index
        shortened = kept < len(self._codes)
        self._codes = self._codes[:kept] + index.folded_codes(sounds[kept:])
        size = index.seed_size
        if shortened:
            self._forget_from(kept)
        for start in range(max(0, kept - size + 1), len(self._codes) - size + 1):
            for number, offset, length in index.seeds.get(self._codes[start : start + size], ()):
                begin = start - offset
                if begin >= -SLACK:
                    self._by_end.setdefault(begin + length, {})[number, begin] = None

    def ending_from(self, sounds: Sequence[str], first_end: int) -> list[tuple[int, Alignment]]:
        """(phrase, alignment) of all that end at `first_end` or later."""
        found: list[tuple[int, Alignment]] = []
        total = len(sounds)
        for end in range(max(1, first_end - SLACK), total + SLACK + 1):
            places = self._by_end.get(end)
            if not places:
                continue
            result = self._settled.get(end)
            if result is None:
                result = [one for place in places for one in self._judged(place, end, sounds)]
                if end + SLACK <= total:
                    self._settled[end] = result
            found += result
        return found

    def _judged(self, place: Place, end: int, sounds: Sequence[str]) -> list[tuple[int, Alignment]]:
        number, begin = place
        index = self._index
        codes, cutoff, limit = index.fuzzy_phrases[number]
        heard = self._codes[max(0, begin) : end]
        edits = Levenshtein.distance(codes, heard, score_cutoff=cutoff)
        if edits == 0 or edits > cutoff:  # without any, the automaton has found it
            return []
        window = max(0, begin - SLACK)
        reading = index.phrases[number].readings[0]
        return [
            (number, Alignment(one.first + window, one.end + window, one.cost))
            for one in align(reading, sounds[window : end + SLACK], limit, index.language)
        ]

    def _forget_from(self, kept: int) -> None:
        """Drop what rested on sounds from `kept` on."""
        size, longest = self._index.seed_size, self._index.longest_sounds
        for end in [end for end in self._settled if end + SLACK > kept]:
            del self._settled[end]
        for end in [end for end in self._by_end if end + longest + SLACK > kept]:
            places = self._by_end[end]
            alive = {place: None for place in places if self._seeded(place, kept, size)}
            if alive:
                self._by_end[end] = alive
            else:
                del self._by_end[end]

    def _seeded(self, place: Place, kept: int, size: int) -> bool:
        """Whether a seed of the phrase still lies in the first `kept` sounds."""
        number, begin = place
        codes = self._index.fuzzy_phrases[number][0]
        return any(
            self._codes[begin + offset : begin + offset + size] == codes[offset : offset + size]
            for offset in range(max(0, -begin), min(len(codes), kept - begin) - size + 1)
        )
