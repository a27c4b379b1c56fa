"""The demo call's risky phrases, and when bare Vosk or the app first had one; shared by the live benchmark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from desktop.demo import demo_call

NEAR_S = 1.6
"""A flag belongs to a phrase when their ends are no further apart."""


@dataclass(frozen=True)
class RiskyPhrase:
    """One of the script's phrases that the agent must not say."""

    words: str
    kind: str
    end_s: float

    def said_in(self, text: str) -> bool:
        """Whether a partial's text (spaces as the engine gives them) holds the phrase."""
        return _plain(self.words) in _plain(text)

    def marked_by(self, text: str, end_s: float) -> bool:
        """Whether a flag on `text` that ends at `end_s` is about this phrase."""
        said, flagged = _units(self.words), _units(text)
        return abs(end_s - self.end_s) < NEAR_S and bool(said & flagged)


def risky_phrases(language: str) -> list[RiskyPhrase]:
    """Those of a demo call, in the order in which they are said."""
    found: list[RiskyPhrase] = []
    for line in demo_call(language).lines:
        marks: list[dict[str, Any]] = line.get("risks", [])
        found += [RiskyPhrase(mark["words"], mark["kind"], mark["end_s"]) for mark in marks]
    return found


def _plain(text: str) -> str:
    return re.sub(r"[^a-z\u4e00-\u9fff]", "", text.lower())


def _units(text: str) -> set[str]:
    """Pairs of characters in Chinese, words of four letters and more in English."""
    plain = _plain(text)
    if re.search(r"[\u4e00-\u9fff]", plain):
        return {plain[place : place + 2] for place in range(len(plain) - 1)}
    return {word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3}
