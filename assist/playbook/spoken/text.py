"""Spoken words as one string whose every character knows its word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from speech.types import Word


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of the text, by characters: `start` inclusive, `end` exclusive."""

    start: int
    end: int
    confidence: float
    """0.0 to 1.0: how sure the reading is, given that the words are right."""


@dataclass(frozen=True, slots=True)
class SpokenText:
    """What was said, normalised for matching, with the way back to the words."""

    text: str
    """Lower case, simplified characters; Chinese without spaces, English with single ones."""
    word_of: tuple[int, ...]
    """For each character of `text`, the index of its word."""
    surfaces: tuple[str, ...]
    """The words as recognised."""
    confidences: tuple[float, ...]
    chinese: bool

    def words_in(self, start: int, end: int) -> tuple[int, int]:
        """First and last word (both inclusive) of the characters `start` to `end`."""
        return self.word_of[start], self.word_of[max(start, end - 1)]

    def surface(self, start: int, end: int) -> str:
        """The words of the span as recognised, joined by single spaces."""
        first, last = self.words_in(start, end)
        return " ".join(self.surfaces[first : last + 1])

    def heard(self, start: int, end: int) -> float:
        """The recogniser's mean confidence over the words of the span, 0.0 to 1.0."""
        first, last = self.words_in(start, end)
        values = self.confidences[first : last + 1]
        return sum(values) / len(values)


def spoken_text(words: Sequence[Word] | str, chinese: bool) -> SpokenText:
    """Join `words` (or the whitespace-separated tokens of a string) for matching."""
    if isinstance(words, str):
        surfaces = tuple(words.split())
        confidences = tuple(1.0 for _ in surfaces)
    else:
        surfaces = tuple(word.text for word in words)
        confidences = tuple(word.confidence for word in words)
    pieces: list[str] = []
    word_of: list[int] = []
    for index, surface in enumerate(surfaces):
        if not chinese and pieces:
            pieces.append(" ")
            word_of.append(index)
        for character in surface:
            simple = _simplify(character) if chinese else character.lower()
            pieces.append(simple)
            word_of.append(index)
    return SpokenText("".join(pieces), tuple(word_of), surfaces, confidences, chinese)


@lru_cache(maxsize=8192)
def _simplify(character: str) -> str:
    """One character in simplified Chinese, half width, lower case; always exactly one character."""
    if "！" <= character <= "～":
        character = chr(ord(character) - 0xFEE0)
    character = character.lower()[:1] or character
    if character < "\u3400":
        return character
    simple: str = _converter().convert(character)
    return simple if len(simple) == 1 else character


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
