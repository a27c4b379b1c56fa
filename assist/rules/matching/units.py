"""Units: what phrases and words are compared by. A syllable with its character in Chinese, a word in English.

A unit has a text (normalised) and sounds: one syllable in Chinese, the phonemes of the word in English. Sounds
are compared exactly, folded (confusable ones are one) or by cost. Thread: pure functions and caches, any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from speech.types import Word


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of one word."""

    text: str
    """What is compared: a character in one form, a word's stem."""
    sounds: tuple[str, ...]
    plain: str
    """As regular expressions see it: the character, the whole word in lower case."""


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A unit and the word it lies in."""

    unit: Unit
    word: int


class Language(Protocol):
    """What a language must know for its words to be matched."""

    name: str
    touching: int
    """Small words forgiven where a phrase meets a concept."""
    fillers: frozenset[str]
    """Texts of those small words."""
    shortest_sound: int
    """Sounds that a phrase must have to be found by sound at all."""
    shortest_fuzzy: int
    """Sounds that a phrase must have to be found with errors."""
    whole_words_up_to: int
    """Phrases of so few units are found by sound only where they fill whole words, without an error."""
    negating: frozenset[str]
    """Units that turn the single unit right after them into something else."""
    weight: float
    """Evidence of one sound, in syllables."""
    seed: int
    """Folded sounds in a row that a phrase heard with errors must share with the text."""
    leniency: float
    """Share of the usual cost that a sound heard wrong may have."""
    cheapest_edit: float
    """Least cost of two sounds that are not folded into one."""

    def __hash__(self) -> int:
        """Languages are keys of caches."""
        ...

    def units(self, word: str) -> tuple[Unit, ...]:
        """The units of one recognised word; cached."""
        ...

    def phrase_units(self, phrase: str) -> tuple[Unit, ...]:
        """The units of a phrase of a pack."""
        ...

    def readings(self, units: Sequence[Unit]) -> list[tuple[str, ...]]:
        """The plausible sound sequences of a phrase, the likeliest first."""
        ...

    def fold(self, sound: str) -> str:
        """The class of a sound; confusable sounds share it."""
        ...

    def cost(self, meant: str, heard: str) -> float:
        """0.0 (the same) to 1.0 (nothing alike)."""
        ...

    def insertion(self, heard: str) -> float:
        """Cost of a sound heard inside a phrase that does not have it."""
        ...

    def split(self, text: str) -> list[tuple[str, float]]:
        """Untokenised text as words, each with the pause after it in seconds."""
        ...


def place(words: Sequence[Word], language: Language, first_word: int = 0) -> list[PlacedUnit]:
    """The units of `words[first_word:]`, each with its word's index."""
    return [
        PlacedUnit(unit, index)
        for index in range(first_word, len(words))
        for unit in language.units(words[index].text)
    ]


def language_named(name: str) -> Language:
    """The language of a pack or model: `zh` or `en`."""
    if name == "zh":
        from assist.rules.matching.chinese import CHINESE

        return CHINESE
    if name == "en":
        from assist.rules.matching.english import ENGLISH

        return ENGLISH
    raise KeyError(name)
