"""Whether someone said a text in their own words, by sound: how much of it is found in what was recognised.

A text's pieces are its units' folded sounds and the pairs of neighbours; what is common to most texts weighs
little. Thread: pure, any.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from assist.rules.matching.units import language_named
from speech.types import Word

SAID = 0.5
"""Share of a text's pieces from which on it counts as said."""
SAID_NOW, SAID_IN_TWO = 0.3, 0.65
"""Shares that the present utterance, and it with the one before, must hold where both count."""
FEWEST_UNITS = 4
"""A shorter text is never noticed: too many sentences hold it."""
PAIR_WEIGHT = 2.0


def sounds_of_words(words: Sequence[Word], language: str) -> tuple[str, ...]:
    """The folded sounds of recognised words, one for each unit."""
    known = language_named(language)
    return tuple("".join(map(known.fold, unit.sounds)) for word in words for unit in known.units(word.text))


@lru_cache(maxsize=4096)
def sounds_of_text(text: str, language: str) -> tuple[str, ...]:
    """The folded sounds of a plain text, one for each unit."""
    known = language_named(language)
    return tuple(
        "".join(map(known.fold, unit.sounds)) for token, _ in known.split(text) for unit in known.units(token)
    )


def share_said(text: Sequence[str], heard: Sequence[str]) -> float:
    """0.0 to 1.0: the share of a text's sounds and neighbouring pairs that were heard."""
    if len(text) < FEWEST_UNITS or not heard:
        return 0.0
    singles, pairs = set(heard), set(pairwise(heard))
    found = sum(one in singles for one in text) + PAIR_WEIGHT * sum(one in pairs for one in pairwise(text))
    return found / (len(text) + PAIR_WEIGHT * (len(text) - 1))


def was_said(text: str, language: str, before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether a text was said in an utterance (`now`), or in it and the one before together."""
    wanted = sounds_of_text(text, language)
    share = share_said(wanted, now)
    if share >= SAID:
        return True
    return share >= SAID_NOW and share_said(wanted, (*before, *now)) >= SAID_IN_TWO
