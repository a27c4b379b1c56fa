"""Semi-global alignment (Sellers 1980) of a phrase's sounds with the sounds heard, by confusion costs.

The phrase must be used up; the heard text may begin and end anywhere. Costs: `Language.cost` to substitute,
`Language.insertion` for a sound too many in the text or missing from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from assist.rules.matching.units import Language


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where in the heard sounds the phrase ends best, from where, and at what cost."""

    first: int
    end: int
    cost: float


def align(phrase: Sequence[str], heard: Sequence[str], limit: float, language: Language) -> list[Alignment]:
    """Every locally best alignment of cost ≤ `limit`, in order of its end.

    An end is locally best if neither neighbour of it, nor an overlapping alignment, costs less; ties go
    to the shorter stretch.
    """
    phrase = tuple(phrase)
    missing, first_column = _unheard(phrase, language)
    column = list(first_column)
    starts = [0] * len(column)
    found: list[Alignment] = []
    for index, sound in enumerate(heard):
        too_many, costs = _against(phrase, sound, language)
        diagonal, diagonal_start = column[0], index
        starts[0] = index + 1
        for row, unlike in enumerate(costs, 1):
            substituted = diagonal + unlike
            inserted = column[row] + too_many
            deleted = column[row - 1] + missing[row - 1]
            diagonal, old_start = column[row], starts[row]
            if substituted <= inserted and substituted <= deleted:
                column[row], starts[row] = substituted, diagonal_start
            elif inserted <= deleted:
                column[row] = inserted
            else:
                column[row], starts[row] = deleted, starts[row - 1]
            diagonal_start = old_start
        if column[-1] <= limit and starts[-1] <= index:
            found.append(Alignment(starts[-1], index + 1, column[-1]))
    return _locally_best(found)


@lru_cache(maxsize=20_000)
def _unheard(phrase: tuple[str, ...], language: Language) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What each sound of a phrase costs if it is missing, and the running sum."""
    missing = tuple(language.insertion(meant) for meant in phrase)
    return missing, (0.0, *accumulate(missing))


@lru_cache(maxsize=50_000)
def _against(phrase: tuple[str, ...], sound: str, language: Language) -> tuple[float, tuple[float, ...]]:
    """What a sound costs if it is one too many, and instead of each sound of a phrase."""
    return language.insertion(sound), tuple(language.cost(meant, sound) for meant in phrase)


def _locally_best(found: list[Alignment]) -> list[Alignment]:
    kept: list[Alignment] = []
    for one in found:
        if kept and one.first < kept[-1].end:
            if (one.cost, one.end - one.first) < (kept[-1].cost, kept[-1].end - kept[-1].first):
                kept[-1] = one
        else:
            kept.append(one)
    return kept
