"""One utterance as a rule sees it at one moment: its hits, scopes and text, and what is known around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assist.rules.facts import CaseFacts
from assist.rules.flags import Evidence, EvidenceKind
from assist.rules.history import History
from assist.rules.matching.matcher import How
from assist.rules.matching.units import PlacedUnit
from assist.rules.scopes import Zone
from speech.types import Channel, Word

LocalTime = Callable[[], datetime | None]
"""The debtor's local time now; None where the place is not known."""

NO_SPAN = -1


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a match: which slot or concept, which phrase of the pack, at which units."""

    label: str
    phrase: str
    first: int
    end: int
    cost: float
    how: How


@dataclass(frozen=True, slots=True)
class Match:
    """A condition that holds. `first` is NO_SPAN where no words are concerned (facts, clock, sound)."""

    first: int
    end: int
    cost: float
    length: float
    parts: tuple[Part, ...] = ()
    others: tuple[Evidence, ...] = ()
    """Evidence that is no words of this utterance."""
    doubt: bool = False
    """A case fact that the rule asks for is not known."""
    sound_span: tuple[int, int] | None = None
    """Positions of what was heard in the sound, where there are no words."""

    @property
    def has_words(self) -> bool:
        """Whether it has a place in the utterance."""
        return self.first != NO_SPAN

    def spans(self) -> list[tuple[int, int]]:
        """The parts' units."""
        return [(part.first, part.end) for part in self.parts]


def wordless(
    kind: EvidenceKind, concept: str, heard: str, *, doubt: bool = False, start: int = -1, end: int = -1
) -> Match:
    """A match of something else than words."""
    evidence = Evidence(kind, concept, heard, 0.5 if doubt else 1.0, start, end)
    return Match(NO_SPAN, NO_SPAN, 0.0, 0.0, (), (evidence,), doubt)


@dataclass
class View:
    """An utterance (or a moment without words) for evaluation; used once, then dropped."""

    language: str
    channel: Channel
    utterance: int
    words: Sequence[Word]
    units: Sequence[PlacedUnit]
    leaves: dict[int, list[Match]]
    zones: Sequence[Zone]
    position: int
    """`heard_until`."""
    facts: CaseFacts
    history: History
    local_time: LocalTime
    memo: dict[int, list[Match]] = field(default_factory=dict)
    _present: frozenset[int] | None = None
    _text: str | None = None
    _offsets: list[int] = field(default_factory=list)

    @property
    def present(self) -> frozenset[int]:
        """Leaves that have a match."""
        if self._present is None:
            self._present = frozenset(self.leaves)
        return self._present

    @property
    def start(self) -> int:
        """Position of the first word."""
        return self.words[0].start if self.words else self.position

    @property
    def end(self) -> int:
        """Position after the last word."""
        return self.words[-1].end if self.words else self.position

    @property
    def text(self) -> str:
        """Normalised text: Chinese without spaces, English words by spaces."""
        if self._text is None:
            joiner = "" if self.language == "zh" else " "
            self._offsets = []
            length = 0
            for placed in self.units:
                self._offsets.append(length)
                length += len(placed.unit.plain) + len(joiner)
            self._text = joiner.join(placed.unit.plain for placed in self.units)
        return self._text

    def unit_at(self, offset: int) -> int:
        """The unit that holds a character of `text`."""
        _ = self.text
        return max(0, bisect_right(self._offsets, offset) - 1)

    def word_span(self, first: int, end: int) -> tuple[int, int]:
        """First and last word (inclusive) of units [first, end)."""
        return self.units[first].word, self.units[end - 1].word

    def heard(self, first: int, end: int) -> str:
        """The words of units [first, end) as recognised."""
        first_word, last_word = self.word_span(first, end)
        joiner = "" if self.language == "zh" else " "
        return joiner.join(word.text for word in self.words[first_word : last_word + 1])

    def samples(self, first: int, end: int) -> tuple[int, int]:
        """Positions of units [first, end)."""
        first_word, last_word = self.word_span(first, end)
        return self.words[first_word].start, self.words[last_word].end


def mean_confidence(words: Sequence[Word]) -> float:
    """How sure the recogniser was of these words (at least one), 0.0 to 1.0."""
    return sum(word.confidence for word in words) / len(words)
