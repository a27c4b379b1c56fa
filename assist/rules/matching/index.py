"""The compiled phrases: an automaton over texts, one over folded sounds, and pairs of sounds for the fuzzy search.

Automata run over strings in which one private character stands for one text or sound, so that syllable
borders can't be crossed (xi'an is not xian). Built once for a pack; read-only afterwards, so any thread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ahocorasick

from assist.rules.matching.units import Language, Unit

_FIRST_CODE = 0x100
_UNKNOWN = "\x01"
_SURROGATES = (0xD800, 0xE000)
MOST_PHRASES_OF_A_SEED = 250
"""A run of sounds in more phrases than this tells nothing and would cost time."""
HARD_LIMIT = ((4, 0.10), (5, 0.12), (99, 0.15))
"""Cost for each syllable that a fuzzy hit may have, by the phrase's length."""


@dataclass(frozen=True, slots=True)
class CompiledPhrase:
    """One plain phrase in all its readings."""

    number: int
    text: str
    units: tuple[Unit, ...]
    readings: tuple[tuple[str, ...], ...]
    by_sound: bool

    @property
    def sounds(self) -> int:
        """Number of sounds in its first reading."""
        return len(self.readings[0])


class _Codes:
    """One character for each distinct text or sound."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def add(self, item: str) -> str:
        code = self._codes.get(item)
        if code is None:
            number = _FIRST_CODE + len(self._codes)
            if number >= _SURROGATES[0]:
                number += _SURROGATES[1] - _SURROGATES[0]
            code = self._codes[item] = chr(number)
        return code

    def encode(self, items: Iterable[str]) -> str:
        get = self._codes.get
        return "".join([get(item, _UNKNOWN) for item in items])


class PhraseIndex:
    """All phrases of a pack, deduplicated by their units and mode."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.phrases: list[CompiledPhrase] = []
        self.longest_units = 1
        self.longest_sounds = 1
        self._numbers: dict[tuple[tuple[Unit, ...], bool], int] = {}
        self._texts = _Codes()
        self._sounds = _Codes()
        self._folds: dict[str, str] = {}
        self._by_text: dict[str, list[int]] = defaultdict(list)
        self._by_sound: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.seed_size = language.seed
        self.seeds: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        """Runs of folded sounds → (phrase, offset in it, its length)."""
        self.fuzzy_phrases: dict[int, tuple[str, int, float]] = {}
        """Phrase → its folded codes, the edits and the cost that it may have."""
        self.by_sound_text: dict[str, int] = {}
        """Text → number of the phrases that are matched by sound."""
        self._text_automaton: ahocorasick.Automaton | None = None
        self._sound_automaton: ahocorasick.Automaton | None = None

    def add(self, text: str, *, by_sound: bool) -> int | None:
        """The number of the phrase; None where nothing of it is spoken."""
        units = self.language.phrase_units(text)
        if not units:
            return None
        key = (units, by_sound)
        if key in self._numbers:
            return self._numbers[key]
        readings = tuple(self.language.readings(units)) if by_sound else (self._plain(units),)
        phrase = CompiledPhrase(len(self.phrases), text, units, readings, by_sound)
        self.phrases.append(phrase)
        self._numbers[key] = phrase.number
        self.longest_units = max(self.longest_units, len(units))
        self._by_text["".join(self._texts.add(unit.text) for unit in units)].append(phrase.number)
        if by_sound and phrase.sounds >= self.language.shortest_sound:
            self._add_sounds(phrase)
        return phrase.number

    def build(self) -> None:
        """Make the automata; phrases can't be added afterwards."""
        self.by_sound_text = {phrase.text: phrase.number for phrase in self.phrases if phrase.by_sound}
        self._text_automaton = _automaton(self._by_text)
        self._sound_automaton = _automaton(self._by_sound)
        self.seeds = {
            seed: found for seed, found in self.seeds.items() if len(found) <= MOST_PHRASES_OF_A_SEED
        }

    def text_hits(self, units: Sequence[Unit]) -> list[tuple[int, int, int]]:
        """(phrase, first unit, end unit) of every exact occurrence by text."""
        automaton = self._text_automaton
        if automaton is None:
            return []
        found = []
        for last, numbers in automaton.iter(self._texts.encode([unit.text for unit in units])):
            found += [(number, last + 1 - len(self.phrases[number].units), last + 1) for number in numbers]
        return found

    def sound_hits(self, sounds: Sequence[str]) -> list[tuple[int, int, int, int]]:
        """(phrase, reading, first sound, end sound) of every occurrence by folded sounds."""
        automaton = self._sound_automaton
        if automaton is None:
            return []
        found = []
        for last, entries in automaton.iter(self._sounds.encode([self._fold(sound) for sound in sounds])):
            for number, reading in entries:
                length = len(self.phrases[number].readings[reading])
                found.append((number, reading, last + 1 - length, last + 1))
        return found

    def folded_codes(self, sounds: Sequence[str]) -> str:
        """One character for each folded sound; a sound of no phrase is one that nothing equals."""
        return self._sounds.encode([self._fold(sound) for sound in sounds])

    def _plain(self, units: tuple[Unit, ...]) -> tuple[str, ...]:
        return tuple(sound for unit in units for sound in unit.sounds)

    def _fold(self, sound: str) -> str:
        folded = self._folds.get(sound)
        if folded is None:
            folded = self._folds[sound] = self.language.fold(sound)
        return folded

    def _add_sounds(self, phrase: CompiledPhrase) -> None:
        self.longest_sounds = max(self.longest_sounds, *(len(reading) for reading in phrase.readings))
        seen: set[str] = set()
        for number, reading in enumerate(phrase.readings):
            if len(reading) < self.language.shortest_sound:
                continue
            folded = [self._fold(sound) for sound in reading]
            key = "".join(self._sounds.add(sound) for sound in folded)
            if key not in seen:
                seen.add(key)
                self._by_sound[key].append((phrase.number, number))
        if phrase.sounds >= self.language.shortest_fuzzy:
            codes = "".join(self._sounds.add(self._fold(sound)) for sound in phrase.readings[0])
            limit = fuzzy_limit(phrase, self.language)
            edits = int(limit / self.language.cheapest_edit)
            self.fuzzy_phrases[phrase.number] = (codes, edits, limit)
            for offset in range(len(codes) - self.seed_size + 1):
                seed = codes[offset : offset + self.seed_size]
                self.seeds[seed].append((phrase.number, offset, len(codes)))


def fuzzy_limit(phrase: CompiledPhrase, language: Language) -> float:
    """The whole cost that a fuzzy hit of this phrase may have, in sounds."""
    syllables = phrase.sounds * language.weight if language.weight < 1 else float(phrase.sounds)
    each = next((each for most, each in HARD_LIMIT if syllables <= most), HARD_LIMIT[-1][1])
    return each * language.leniency * phrase.sounds


def _automaton(
    entries: dict[str, list[int]] | dict[str, list[tuple[int, int]]],
) -> ahocorasick.Automaton | None:
    if not entries:
        return None
    automaton = ahocorasick.Automaton()
    for key, value in entries.items():
        automaton.add_word(key, tuple(value))
    automaton.make_automaton()
    return automaton
