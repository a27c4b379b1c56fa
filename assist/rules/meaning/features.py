"""Features of an utterance for the classifier: n-grams of units and of sounds, hashed.

The same function serves training and inference; `FEATURES_VERSION` is stored in the model and must agree.
Hashing (CRC-32 modulo 2**20) needs no vocabulary, so a model is arrays only.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from assist.rules.matching.units import Language, Unit

FEATURES_VERSION = 2
HASH_SPACE = 1 << 20
_LONGEST_ZH = 3
_LONGEST_EN = 3
_LONGEST_PHONEMES = 5
_SKIP_REACH = 6


def text_units(text: str, language: Language) -> list[Unit]:
    """Untokenised (or tokenised) text as units, in the way that training and inference share."""
    return [unit for word, _ in language.split(text) for unit in language.units(word)]


def hashed_features(
    units: Sequence[Unit], language: Language
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Sorted feature numbers in [0, 2**20) and their weights (1 + log count, L2-normalised)."""
    counts = Counter(zlib.crc32(name.encode("utf-8")) % HASH_SPACE for name in _names(units, language))
    if not counts:
        return np.empty(0, np.int64), np.empty(0, np.float32)
    columns = np.fromiter(sorted(counts), np.int64, len(counts))
    weights = 1.0 + np.log(np.array([counts[int(column)] for column in columns], np.float32))
    norm = float(np.sqrt((weights**2).sum()))
    return columns, (weights / norm).astype(np.float32)


def _names(units: Sequence[Unit], language: Language) -> Iterable[str]:
    texts = ["^", *(unit.text for unit in units), "$"]
    if language.name == "zh":
        sounds = ["^", *(language.fold(unit.sounds[0]) for unit in units), "$"]
        yield from _grams("t", texts, _LONGEST_ZH)
        yield from _grams("s", sounds, _LONGEST_ZH)
        yield from _skips("k", texts)
        return
    phonemes = [language.fold(sound) for unit in units for sound in unit.sounds]
    yield from _grams("t", texts, _LONGEST_EN)
    yield from _grams("p", phonemes, _LONGEST_PHONEMES, shortest=4)
    yield from _skips("k", texts)


def _grams(kind: str, items: Sequence[str], longest: int, shortest: int = 1) -> Iterable[str]:
    for length in range(shortest, longest + 1):
        for start in range(len(items) - length + 1):
            yield f"{kind}{length}:" + "_".join(items[start : start + length])


def _skips(kind: str, items: Sequence[str]) -> Iterable[str]:
    """Ordered pairs a few units apart: who does what to whom, whatever stands between."""
    for index, first in enumerate(items):
        for second in items[index + 2 : index + _SKIP_REACH]:
            yield f"{kind}:{first}_{second}"
