"""What earlier calls showed of each card: how often it was shown, used, and followed by a promise.

Counts come from records of calls, so they hold no words of anyone. Thread: any; values are frozen.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

PRIOR_USES = 20.0
"""Uses of an average card that a new one is credited with: a few calls move its place little."""


@dataclass(frozen=True, slots=True)
class CardUsage:
    """One card's counts, in calls."""

    shown: int = 0
    used: int = 0
    promises: int = 0
    """Calls with a promise after it was used."""


@dataclass(frozen=True, slots=True)
class UsageHistory:
    """All cards' counts."""

    cards: Mapping[str, CardUsage] = field(default_factory=dict)

    def of(self, card_id: str) -> CardUsage:
        """One card's counts."""
        return self.cards.get(card_id, CardUsage())

    def merit(self, card_id: str) -> float:
        """-1.0 to 1.0: how much oftener than the average a promise followed, drawn to 0 by few uses."""
        used = sum(one.used for one in self.cards.values())
        if not used:
            return 0.0
        average = sum(one.promises for one in self.cards.values()) / used
        mine = self.of(card_id)
        return (mine.promises + PRIOR_USES * average) / (mine.used + PRIOR_USES) - average

    def plus(self, other: UsageHistory) -> UsageHistory:
        """Both together."""
        names = self.cards.keys() | other.cards.keys()
        pairs = ((name, self.of(name), other.of(name)) for name in names)
        return UsageHistory(
            {
                name: CardUsage(one.shown + two.shown, one.used + two.used, one.promises + two.promises)
                for name, one, two in pairs
            }
        )

    def encode(self) -> bytes:
        """As it is kept: JSON, counts by card."""
        counts = {name: [one.shown, one.used, one.promises] for name, one in sorted(self.cards.items())}
        return json.dumps(counts).encode()

    @classmethod
    def decode(cls, data: bytes) -> UsageHistory:
        """What `encode` made."""
        counts: dict[str, list[int]] = json.loads(data)
        return cls({name: CardUsage(*numbers) for name, numbers in counts.items()})


def usage_of_calls(calls: Iterable[Iterable[tuple[str, Mapping[str, Any]]]]) -> UsageHistory:
    """Counts from records: each call as its entries' types and bodies, in order."""
    shown: Counter[str] = Counter()
    used: Counter[str] = Counter()
    promised: Counter[str] = Counter()
    for entries in calls:
        seen: set[str] = set()
        done: set[str] = set()
        kept: set[str] = set()
        for kind, body in entries:
            if kind == "script.shown":
                seen |= {card["card"] for card in body["cards"]}
            elif kind == "script.used":
                done.add(body["card"])
            elif kind == "outcome.ptp":
                kept |= done
        shown.update(seen)
        used.update(done)
        promised.update(kept)
    names = shown.keys() | used.keys()
    return UsageHistory({name: CardUsage(shown[name], used[name], promised[name]) for name in names})
