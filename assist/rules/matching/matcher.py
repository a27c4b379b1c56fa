"""Finds the phrases of a pack in recognised words: by text, by sound, and by sound with small errors.

`SoundMatcher` serves anyone with phrases and words. `UtteranceHits` follows one utterance from partial to
partial and searches only what changed; feeding word by word gives the same hits as feeding the whole.
Thread: a matcher is read-only once built, an `UtteranceHits` belongs to one thread.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assist.rules.matching.align import align
from assist.rules.matching.fuzzy import FuzzySearch
from assist.rules.matching.index import CompiledPhrase, PhraseIndex
from assist.rules.matching.units import Language, PlacedUnit, language_named, place
from speech.types import Word


class How(StrEnum):
    """What a hit rests on."""

    TEXT = "text"
    SOUND = "sound"
    """Same sounds, other characters."""
    FUZZY = "fuzzy"
    """Sounds alike, with small errors."""
    SPOTTER = "spotter"
    """Heard by the grammar recogniser and confirmed by a loose alignment."""
    ALTERNATIVE = "alternative"
    """In another reading of the utterance."""


@dataclass(frozen=True, slots=True)
class UnitHit:
    """A phrase found between two units."""

    phrase: int
    first: int
    end: int
    cost: float
    how: How


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A phrase found in words."""

    key: str
    variant: str
    """The phrase of the pack."""
    first_word: int
    last_word: int
    """Inclusive."""
    start: int
    """Samples, from the first word."""
    end: int
    cost: float
    """0.0 for the text itself; 0.6 is one syllable too many."""
    length: float
    """In syllables, as evidence."""
    how: How


SPOTTER_LIMIT = 0.35
GUARD_UNITS = 4
"""Units before the change that are searched again, because a better end can displace a fuzzy hit."""
ALONE_LIMITS = ((2, 0.005), (3, 0.07), (4, 0.09), (5, 0.11))
LONG_ALONE_LIMIT = 0.13


def certain_enough(cost: float, length: float) -> bool:
    """Whether evidence of so many syllables at that cost may stand alone."""
    if cost <= 0:
        return True
    if length < 2:
        return False
    for most, limit in ALONE_LIMITS:
        if length <= most:
            return cost / length <= limit + 1e-9
    return cost / length <= LONG_ALONE_LIMIT + 1e-9


class SoundMatcher:
    """Phrases by key, compiled; finds them in words."""

    def __init__(self, phrases: Mapping[str, Iterable[str]], language: str, *, by_sound: bool = True) -> None:
        self.language = language_named(language)
        self.index = PhraseIndex(self.language)
        self._keys: dict[int, list[str]] = {}
        for key, variants in phrases.items():
            for variant in variants:
                number = self.index.add(variant, by_sound=by_sound)
                if number is not None and key not in self._keys.setdefault(number, []):
                    self._keys[number].append(key)
        self.index.build()

    def find(self, words: Sequence[Word]) -> list[PhraseHit]:
        """Every hit that is certain enough to stand alone, in order of place; text before sound."""
        hits = UtteranceHits(self.index)
        hits.feed(words)
        found = []
        for hit in hits.hits:
            phrase = self.index.phrases[hit.phrase]
            length = hit_length(phrase, self.language)
            if not certain_enough(hit.cost, length):
                continue
            first, last = hits.units[hit.first].word, hits.units[hit.end - 1].word
            start, end = words[first].start, words[last].end
            found += [
                PhraseHit(key, phrase.text, first, last, start, end, hit.cost, length, hit.how)
                for key in self._keys[hit.phrase]
            ]
        return sorted(found, key=lambda one: (one.first_word, one.last_word, one.cost, one.key))


def hit_length(phrase: CompiledPhrase, language: Language) -> float:
    """A phrase's weight as evidence, in syllables."""
    return max(1.0, phrase.sounds * language.weight)


class UtteranceHits:
    """The hits of one utterance, kept up to date."""

    def __init__(self, index: PhraseIndex) -> None:
        self.index = index
        self.units: list[PlacedUnit] = []
        self.hits: list[UnitHit] = []
        self._texts: list[str] = []
        self._sounds: list[str] = []
        self._sound_unit: list[int] = []
        self._unit_sound: list[int] = [0]
        self._found: list[UnitHit] = []
        """Everything found, before the better of what overlaps is chosen."""
        self._fuzzy = FuzzySearch(index)

    def feed(self, words: Sequence[Word]) -> int:
        """Take the utterance's words as they now are; the first unit that changed."""
        texts = [word.text for word in words]
        same = 0
        for old, new in zip(self._texts, texts, strict=False):
            if old != new:
                break
            same += 1
        if same == len(texts) == len(self._texts):
            return len(self.units)
        kept = bisect_left(self.units, same, key=lambda placed: placed.word)
        self._texts = texts
        del self.units[kept:]
        self.units += place(words, self.index.language, same)
        del self._unit_sound[kept + 1 :]
        first_sound = self._unit_sound[kept]
        del self._sounds[first_sound:], self._sound_unit[first_sound:]
        for number in range(kept, len(self.units)):
            sounds = self.units[number].unit.sounds
            self._sounds += sounds
            self._sound_unit += [number] * len(sounds)
            self._unit_sound.append(len(self._sounds))
        self._fuzzy.feed(first_sound, self._sounds)
        self._search(kept)
        return kept

    def add(self, hit: UnitHit) -> None:
        """Put in a hit found by other means (spotter, n-best)."""
        self._found.append(hit)
        self.hits = _best_first(self._found)

    def _search(self, changed: int) -> None:
        """Renew the hits that end after `changed - GUARD_UNITS`."""
        renewed_from = max(0, changed - GUARD_UNITS)
        kept = [hit for hit in self._found if hit.end <= renewed_from]
        found = self._by_text(renewed_from) + self._by_sound(renewed_from) + self._nearly(renewed_from)
        self._found = [*kept, *found]
        self.hits = _best_first(self._found)

    def _by_text(self, renewed_from: int) -> list[UnitHit]:
        start = max(0, renewed_from - self.index.longest_units + 1)
        units = [placed.unit for placed in self.units[start:]]
        return [
            UnitHit(number, first + start, end + start, 0.0, How.TEXT)
            for number, first, end in self.index.text_hits(units)
            if end + start > renewed_from
            and not (end - first == 1 and first + start and self._negated(first + start))
        ]

    def _negated(self, unit: int) -> bool:
        """Whether a single unit is the rest of a negated word: 有 of 没有, 会 of 不会."""
        return self.units[unit - 1].unit.text in self.index.language.negating

    def _by_sound(self, renewed_from: int) -> list[UnitHit]:
        index = self.index
        first_sound = max(0, self._unit_sound[renewed_from] - index.longest_sounds + 1)
        found = []
        for number, reading, start, stop in index.sound_hits(self._sounds[first_sound:]):
            first, end = start + first_sound, stop + first_sound
            units = self._edges(first, end)
            if units is None or units[1] <= renewed_from:
                continue
            phrase = index.phrases[number]
            cost = self._cost(phrase.readings[reading], first, end)
            if len(phrase.units) <= index.language.whole_words_up_to and (
                cost > 0 or not self._whole(*units)
            ):
                continue
            found.append(UnitHit(number, *units, cost, How.SOUND))
        return found

    def _nearly(self, renewed_from: int) -> list[UnitHit]:
        found = []
        first_end = self._unit_sound[renewed_from]
        for number, one in self._fuzzy.ending_from(self._sounds, first_end):
            units = self._edges(one.first, one.end)
            if units is not None and units[1] > renewed_from and one.cost > 0:
                found.append(UnitHit(number, *units, one.cost, How.FUZZY))
        return found

    def confirm(
        self, number: int, first_unit: int, end_unit: int, limit_each: float = SPOTTER_LIMIT
    ) -> UnitHit | None:
        """The best loose alignment of a phrase between two units, if its cost for each sound is within the limit."""
        phrase = self.index.phrases[number]
        first_sound, end_sound = self._unit_sound[first_unit], self._unit_sound[end_unit]
        best: UnitHit | None = None
        for reading in phrase.readings:
            limit = limit_each * len(reading)
            for one in align(reading, self._sounds[first_sound:end_sound], limit, self.index.language):
                first = self._sound_unit[one.first + first_sound]
                end = self._sound_unit[one.end - 1 + first_sound] + 1
                if best is None or one.cost < best.cost:
                    best = UnitHit(number, first, end, one.cost, How.SPOTTER)
        return best

    def _edges(self, first_sound: int, end_sound: int) -> tuple[int, int] | None:
        """The units that the sounds fill exactly; None where a border lies inside a unit."""
        first, last = self._sound_unit[first_sound], self._sound_unit[end_sound - 1]
        if self._unit_sound[first] != first_sound or self._unit_sound[last + 1] != end_sound:
            return None
        return first, last + 1

    def _whole(self, first: int, end: int) -> bool:
        """Whether the units are whole words: 谢您 in 感谢您 is not heard as 卸你."""
        units = self.units
        starts = first == 0 or units[first - 1].word != units[first].word
        return starts and (end == len(units) or units[end - 1].word != units[end].word)

    def _cost(self, reading: Sequence[str], first: int, end: int) -> float:
        cost = self.index.language.cost
        return sum(cost(meant, heard) for meant, heard in zip(reading, self._sounds[first:end], strict=True))


def _best_first(hits: list[UnitHit]) -> list[UnitHit]:
    """One hit for each phrase and stretch, the cheapest; a fuzzy one gives way to a better one over it."""
    best: dict[tuple[int, int, int], UnitHit] = {}
    for hit in hits:
        place_ = (hit.phrase, hit.first, hit.end)
        if place_ not in best or hit.cost < best[place_].cost:
            best[place_] = hit
    fuzzy = [hit for hit in best.values() if hit.how is How.FUZZY]
    kept = [hit for hit in best.values() if hit.how is not How.FUZZY]
    if fuzzy:
        taken: dict[int, list[UnitHit]] = {}
        for hit in kept:
            taken.setdefault(hit.phrase, []).append(hit)
        for hit in sorted(fuzzy, key=lambda one: (one.cost, one.end - one.first, one.first)):
            others = taken.setdefault(hit.phrase, [])
            if not any(hit.first < other.end and other.first < hit.end for other in others):
                others.append(hit)
                kept.append(hit)
    return sorted(kept, key=lambda one: (one.end, one.first, one.phrase))
