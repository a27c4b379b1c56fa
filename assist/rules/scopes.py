"""Scopes: negation, question, condition, ultimatum, reported speech, hedge and advice around a hit.

A recogniser gives no punctuation: a clause ends with a conjunction, a pause, or a particle before a new
subject. A scope is a zone of units. It never makes a hit; it only says what stands around one. A cue that
is part of the hit's own words (不要脸, 没有必要告诉你) does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assist.rules.conditions import Scope
from assist.rules.matching.index import PhraseIndex
from assist.rules.matching.units import PlacedUnit, language_named
from assist.rules.pack import ScopeWords
from assist.rules.scope_words import CHINESE_SCOPES, ENGLISH_SCOPES, Cues, ScopeLanguage
from speech.types import SAMPLE_RATE_HZ, Word

CLAUSE_PAUSE_SAMPLES = int(0.44 * SAMPLE_RATE_HZ)
SENTENCE_PAUSE_SAMPLES = int(0.85 * SAMPLE_RATE_HZ)
NOT_AFTER_REACH = 5


@dataclass(frozen=True, slots=True)
class Zone:
    """Units [first, end) that lie in a scope, opened by the cue at units [cue_first, cue_end)."""

    scope: Scope
    first: int
    end: int
    cue_first: int
    cue_end: int

    def holds(self, parts: Iterable[tuple[int, int]]) -> bool:
        """Whether a hit with these parts lies in the scope: a part in the zone, the cue in none of them."""
        spans = list(parts)
        if self.cue_within(spans):
            return False
        return any(self.first <= first and end <= self.end for first, end in spans)

    def cue_within(self, parts: Iterable[tuple[int, int]]) -> bool:
        """Whether the cue is among the hit's own words."""
        return any(self.cue_first < end and first < self.cue_end for first, end in parts)


class ScopeFinder:
    """Finds the zones of an utterance; built once for a pack, read-only."""

    def __init__(self, language: str, changes: Sequence[ScopeWords] = ()) -> None:
        self._language = language_named(language)
        words = CHINESE_SCOPES if language == "zh" else ENGLISH_SCOPES
        self._words = _changed(words, changes)
        self._index = PhraseIndex(self._language)
        self._cues: dict[int, list[Cues]] = {}
        self._breaks: set[int] = set()
        self._not_before: dict[int, list[int]] = {}
        self._not_after: dict[int, list[int]] = {}
        for number, cues in enumerate(self._words.cues):
            for word in cues.words:
                self._remember(word, cues)
            for word in cues.not_before:
                self._mark(word, self._not_before, number)
            for word in cues.not_after:
                self._mark(word, self._not_after, number)
        for word in self._words.clause_breaks:
            found = self._index.add(word, by_sound=False)
            if found is not None:
                self._breaks.add(found)
        self._index.build()

    def zones(self, units: Sequence[PlacedUnit], words: Sequence[Word]) -> list[Zone]:
        """All zones of an utterance."""
        if not units:
            return []
        texts = [placed.unit.text for placed in units]
        hits = self._index.text_hits([placed.unit for placed in units])
        cue_hits = _longest([hit for hit in hits if hit[0] in self._cues], self._cues)
        if not cue_hits:
            return []
        clause_breaks, sentence_breaks = self._find_breaks(units, words, texts, hits)
        before: dict[int, set[int]] = {}
        after: list[tuple[int, int]] = []
        for number, first, end in hits:
            for kind in self._not_before.get(number, ()):
                before.setdefault(first, set()).add(kind)
            after.extend((kind, end) for kind in self._not_after.get(number, ()))
        zones: list[Zone] = []
        for number, first, end in cue_hits:
            for cues in self._cues[number]:
                kind = self._words.cues.index(cues)
                if kind in before.get(end, ()) or self._turned_round(kind, first, after, clause_breaks):
                    continue
                if cues.scope is Scope.NEGATION and self._is_a_not_a(texts, first, end):
                    continue
                breaks = sentence_breaks if cues.crosses_clauses else clause_breaks
                zones.append(_zone(cues, first, end, len(units), breaks))
        return zones

    def _remember(self, word: str, cues: Cues) -> None:
        found = self._index.add(word, by_sound=False)
        if found is not None and cues not in self._cues.setdefault(found, []):
            self._cues[found].append(cues)

    def _mark(self, word: str, into: dict[int, list[int]], number: int) -> None:
        found = self._index.add(word, by_sound=False)
        if found is not None:
            into.setdefault(found, []).append(number)

    def _find_breaks(
        self,
        units: Sequence[PlacedUnit],
        words: Sequence[Word],
        texts: Sequence[str],
        hits: Sequence[tuple[int, int, int]],
    ) -> tuple[list[int], list[int]]:
        """Units before which a clause, or a sentence, begins."""
        clauses = {first for number, first, _ in hits if number in self._breaks}
        sentences: set[int] = set()
        for number in range(1, len(units)):
            left, right = units[number - 1].word, units[number].word
            if left != right:
                pause = words[right].start - words[left].end
                if pause >= CLAUSE_PAUSE_SAMPLES:
                    clauses.add(number)
                if pause >= SENTENCE_PAUSE_SAMPLES:
                    sentences.add(number)
            if texts[number] in self._words.subjects and texts[number - 1] in self._words.ending_particles:
                clauses.add(number)
        return sorted(clauses | sentences), sorted(sentences)

    def _turned_round(
        self, kind: int, first: int, after: Sequence[tuple[int, int]], breaks: Sequence[int]
    ) -> bool:
        """Whether 别以为, 难道 and the like stand a little before the cue."""
        return any(
            one == kind
            and 0 <= first - end <= NOT_AFTER_REACH
            and not any(end < at <= first for at in breaks)
            for one, end in after
        )

    def _is_a_not_a(self, texts: Sequence[str], first: int, end: int) -> bool:
        """会不会, 能不能, 有没有: the same character on both sides of 不 or 没."""
        return self._words.a_not_a and first > 0 and end - first >= 2 and texts[first - 1] == texts[first + 1]


def _zone(cues: Cues, first: int, end: int, length: int, breaks: Sequence[int]) -> Zone:
    clause_start = max((at for at in breaks if at <= first), default=0)
    clause_end = min((at for at in breaks if at >= end), default=length)
    if cues.clause:
        return Zone(cues.scope, clause_start, clause_end, first, end)
    left = max(clause_start, first - cues.left) if cues.left else end
    right = min(clause_end, end + cues.right) if cues.right else first
    return Zone(cues.scope, left, right, first, end)


def _longest(hits: list[tuple[int, int, int]], cues: dict[int, list[Cues]]) -> list[tuple[int, int, int]]:
    """Without cues that lie inside a longer cue of the same scope."""
    return [
        hit
        for hit in hits
        if not any(
            other is not hit
            and other[1] <= hit[1]
            and hit[2] <= other[2]
            and (other[1], other[2]) != (hit[1], hit[2])
            and {one.scope for one in cues[hit[0]]} <= {one.scope for one in cues[other[0]]}
            for other in hits
        )
    ]


def _changed(words: ScopeLanguage, changes: Sequence[ScopeWords]) -> ScopeLanguage:
    """A language's cues with a pack's changes: added words join the scope's first kind of cues."""
    cues = list(words.cues)
    for change in changes:
        first = next(index for index, one in enumerate(cues) if one.scope is change.scope)
        cues[first] = replace(cues[first], words=cues[first].words + change.add)
        cues = [
            replace(one, words=tuple(word for word in one.words if word not in change.remove))
            if one.scope is change.scope
            else one
            for one in cues
        ]
    return replace(words, cues=tuple(cues))
