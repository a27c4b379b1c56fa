"""Recall, precision, false alarms and F1 with Wilson's 95 % interval (Wilson 1927, score method)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tests.benchmarks.detection_data import Sentence

Z95 = 1.959963984540054


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """None of nothing."""
        return self.hits / self.of if self.of else None

    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval; (0, 1) of nothing."""
        if not self.of:
            return 0.0, 1.0
        share, n, z2 = self.hits / self.of, self.of, Z95**2
        middle = (share + z2 / (2 * n)) / (1 + z2 / n)
        half = Z95 / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        if not self.of:
            return "–"
        low, high = self.interval()
        return f"{self.hits}/{self.of} = {self.hits / self.of:.3f} [{low:.3f}, {high:.3f}]"

    def as_json(self) -> dict[str, float | int | None]:
        """For files."""
        low, high = self.interval()
        return {"hits": self.hits, "of": self.of, "value": self.value, "low": low, "high": high}


@dataclass(frozen=True)
class Judged:
    """A sentence and the categories it was flagged for as a violation."""

    sentence: Sentence
    flagged: frozenset[str]

    @property
    def caught(self) -> bool:
        """Flagged under a category under which it can rightly stand."""
        wanted = self.sentence.categories
        return bool(self.flagged & wanted) if wanted else bool(self.flagged)


@dataclass(frozen=True)
class Figures:
    """What a set of judged sentences comes to."""

    recall: Share
    recall_any: Share
    """Flagged at all, under whatever category."""
    false_alarms: Share
    """Compliant sentences that were flagged."""
    precision: Share
    """Of the sentences that were flagged, those that were violations caught under a right category; a violation
    flagged under wrong categories only is left out. Of nothing where no compliant sentence was heard."""

    @property
    def f1(self) -> float | None:
        """The harmonic mean of recall and precision."""
        recall, precision = self.recall.value, self.precision.value
        if recall is None or precision is None or recall + precision == 0:
            return None
        return 2 * recall * precision / (recall + precision)

    def as_json(self) -> dict[str, object]:
        """For files."""
        return {
            "recall": self.recall.as_json(),
            "recall_any_category": self.recall_any.as_json(),
            "near_miss_false_alarms": self.false_alarms.as_json(),
            "precision": self.precision.as_json(),
            "f1": self.f1,
        }


def figures(judged: Sequence[Judged]) -> Figures:
    """Over all of them."""
    bad = [one for one in judged if one.sentence.violation]
    good = [one for one in judged if not one.sentence.violation]
    caught = sum(one.caught for one in bad)
    alarms = sum(bool(one.flagged) for one in good)
    return Figures(
        Share(caught, len(bad)),
        Share(sum(bool(one.flagged) for one in bad), len(bad)),
        Share(alarms, len(good)),
        Share(caught, caught + alarms) if good else Share(0, 0),
    )


def of_category(judged: Iterable[Judged], category: str) -> Figures:
    """One category: recall over violations that may stand under it, false alarms and precision of its own flags."""
    kept = list(judged)
    mine = [one for one in kept if one.sentence.violation and category in one.sentence.categories]
    near = [one for one in kept if not one.sentence.violation and category in one.sentence.categories]
    flagged = [one for one in kept if category in one.flagged]
    return Figures(
        Share(sum(one.caught for one in mine), len(mine)),
        Share(sum(bool(one.flagged) for one in mine), len(mine)),
        Share(sum(bool(one.flagged) for one in near), len(near)),
        Share(
            sum(one.sentence.violation and category in one.sentence.categories for one in flagged),
            len(flagged),
        ),
    )
