"""Compiled conditions: each node gives its matches in a view, remembered for the view's life.

Needs: `needs()` is a list of leaf sets, from each of which at least one must be present for the node to hold; the
engine uses the rarest one to leave a rule alone while nothing of it was said.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

import regex

from assist.rules.condition_reader import REGEX_SECONDS
from assist.rules.conditions import Scope
from assist.rules.matching.matcher import How
from assist.rules.view import NO_SPAN, Match, Part, View

Needs = list[frozenset[int]]
MOST_MATCHES = 40
FEW_CHILDREN = 6
"""So few children are asked one by one."""
_numbers = count()


class Node(ABC):
    """A compiled condition."""

    def __init__(self) -> None:
        self.number = next(_numbers)
        self._wanted: Needs | None = None

    def wanted(self) -> Needs:
        """`needs()`, worked out once; the pack must be compiled."""
        if self._wanted is None:
            self._wanted = self.needs()
        return self._wanted

    def matches(self, view: View) -> list[Match]:
        """Its matches in the view, remembered."""
        found = view.memo.get(self.number)
        if found is None:
            found = view.memo[self.number] = self._find(view)
        return found

    @abstractmethod
    def _find(self, view: View) -> list[Match]: ...

    def needs(self) -> Needs:
        """Leaf sets without which it can't hold."""
        return []


class LeafNode(Node):
    """Plain phrases; the view has its matches from the automata."""

    def __init__(self, phrases: frozenset[int], rarity: float) -> None:
        super().__init__()
        self.phrases = phrases
        self.rarity = rarity

    def _find(self, view: View) -> list[Match]:
        return view.leaves.get(self.number, [])

    def needs(self) -> Needs:
        return [frozenset({self.number})]


class UnionNode(Node):
    """Any of its children, labelled; not inside an exception."""

    def __init__(
        self, children: Sequence[Node], label: str, exceptions: Node | None, rarity: dict[int, float]
    ) -> None:
        super().__init__()
        self.children = list(children)
        self.label = label
        self.exceptions = exceptions
        self._rarity = rarity
        self._by_leaf: dict[int, list[int]] | None = None
        self._always: list[int] = []

    def _find(self, view: View) -> list[Match]:
        found = [match for child in self._hopeful(view) for match in child.matches(view)]
        if not found:
            return found
        if self.exceptions is not None:
            inside = self.exceptions.matches(view)
            found = [
                match
                for match in found
                if not any(
                    one.first <= match.first
                    and match.end <= one.end
                    and one.end - one.first > match.end - match.first
                    for one in inside
                )
            ]
        if self.label:
            found = [replace(match, parts=_labelled(match.parts, self.label)) for match in found]
        return best(found)

    def _hopeful(self, view: View) -> list[Node]:
        """The children of which something was said."""
        if len(self.children) < FEW_CHILDREN:
            return self.children
        if self._by_leaf is None:
            self._by_leaf = {}
            for place, child in enumerate(self.children):
                needs = child.wanted()
                if not needs:
                    self._always.append(place)
                for leaf in rarest(needs, self._rarity) if needs else ():
                    self._by_leaf.setdefault(leaf, []).append(place)
        by_leaf = self._by_leaf
        places = {place for leaf in view.present & by_leaf.keys() for place in by_leaf[leaf]}
        places.update(self._always)
        return [self.children[place] for place in sorted(places)]

    def needs(self) -> Needs:
        together: set[int] = set()
        for child in self.children:
            needs = child.wanted()
            if not needs:
                return []
            together |= rarest(needs, self._rarity)
        return [frozenset(together)]


def _labelled(parts: tuple[Part, ...], label: str) -> tuple[Part, ...]:
    return tuple(part if part.label else replace(part, label=label) for part in parts)


class RelabelNode(Node):
    """A condition whose author named the slot."""

    def __init__(self, child: Node, label: str) -> None:
        super().__init__()
        self.child = child
        self.label = label

    def _find(self, view: View) -> list[Match]:
        return [
            replace(match, parts=tuple(replace(part, label=self.label) for part in match.parts))
            for match in self.child.matches(view)
        ]

    def needs(self) -> Needs:
        return self.child.wanted()


class SequenceNode(Node):
    """Slots in order; `gaps[i]` units may lie before slot i, small words only where `touching[i]`."""

    def __init__(
        self,
        slots: Sequence[Node],
        gaps: Sequence[int],
        touching: Sequence[bool],
        fillers: frozenset[str],
        not_between: Sequence[Node] = (),
    ) -> None:
        super().__init__()
        self.slots = list(slots)
        self.gaps = list(gaps)
        self.touching = list(touching)
        self.fillers = fillers
        self.not_between = list(not_between)

    def _find(self, view: View) -> list[Match]:
        present = view.present
        if any(leaves.isdisjoint(present) for leaves in self.wanted()):
            return []
        found = self.slots[0].matches(view)
        for place in range(1, len(self.slots)):
            if not found:
                return []
            nexts = self.slots[place].matches(view)
            if not nexts:
                return []
            found = best(self._joined(view, found, nexts, place))
        return found

    def _joined(self, view: View, lefts: list[Match], rights: list[Match], place: int) -> Iterable[Match]:
        gap, small_only = self.gaps[place], self.touching[place]
        for left in lefts:
            for right in rights:
                between = right.first - left.end
                if not 0 <= between <= gap:
                    continue
                if small_only and any(
                    view.units[unit].unit.text not in self.fillers for unit in range(left.end, right.first)
                ):
                    continue
                if self.not_between and self._interrupted(view, left.end, right.first):
                    continue
                yield joined([left, right])

    def _interrupted(self, view: View, first: int, end: int) -> bool:
        return any(
            first <= match.first and match.end <= end
            for node in self.not_between
            for match in node.matches(view)
        )

    def needs(self) -> Needs:
        return [leaves for slot in self.slots for leaves in slot.wanted()]


class AllNode(Node):
    """All of its parts; forbidden ones must be absent."""

    def __init__(self, parts: Sequence[Node], forbidden: Sequence[Node], within: int | None) -> None:
        super().__init__()
        self.parts = list(parts)
        self.forbidden = list(forbidden)
        self.within = within

    def _find(self, view: View) -> list[Match]:
        wordless: list[Match] = []
        spoken: list[list[Match]] = []
        for part in self.parts:
            matches = part.matches(view)
            if not matches:
                return []
            worded = [match for match in matches if match.has_words]
            if worded:
                spoken.append(worded)
            else:
                wordless.append(matches[0])
        if any(node.matches(view) for node in self.forbidden):
            return []
        if not spoken:
            return [joined(wordless)]
        spoken.sort(key=len)
        found = []
        for first in spoken[0]:
            chosen = [first]
            for options in spoken[1:]:
                near = [one for one in options if not any(_same_place(one, other) for other in chosen)]
                if self.within is not None:
                    near = [one for one in near if _distance(one, chosen) <= self.within]
                if not near:
                    break
                chosen.append(min(near, key=lambda one: (one.cost, _distance(one, chosen))))
            else:
                found.append(joined([*sorted(chosen, key=lambda one: one.first), *wordless]))
        return best(found)

    def needs(self) -> Needs:
        return [leaves for part in self.parts for leaves in part.wanted()]


class AtLeastNode(Node):
    """So many different parts."""

    def __init__(self, count_: int, parts: Sequence[Node], rarity: dict[int, float]) -> None:
        super().__init__()
        self.count = count_
        self.parts = list(parts)
        self._rarity = rarity

    def _find(self, view: View) -> list[Match]:
        if self.count == 1:
            return best(match for part in self.parts for match in part.matches(view))
        chosen: list[Match] = []
        for part in self.parts:
            options = [
                one
                for one in part.matches(view)
                if not one.has_words or not any(_same_place(one, other) for other in chosen)
            ]
            if options:
                chosen.append(min(options, key=lambda one: one.cost))
        if len(chosen) < self.count:
            return []
        return [joined(sorted(chosen, key=lambda one: one.first))]

    def needs(self) -> Needs:
        together: set[int] = set()
        for part in self.parts:
            needs = part.wanted()
            if not needs:
                return []
            together |= rarest(needs, self._rarity)
        return [frozenset(together)]


class RegexNode(Node):
    """A regular expression on the normalised text, stopped after a few milliseconds."""

    def __init__(self, pattern: str, unless: Sequence[str], label: str) -> None:
        super().__init__()
        self._pattern = regex.compile(pattern)
        self._unless = [regex.compile(one) for one in unless]
        self._label = label or "regex"

    def _find(self, view: View) -> list[Match]:
        if not view.units:
            return []
        try:
            spared = [
                one.span() for each in self._unless for one in each.finditer(view.text, timeout=REGEX_SECONDS)
            ]
            hits = [one.span() for one in self._pattern.finditer(view.text, timeout=REGEX_SECONDS)]
        except TimeoutError:
            return []
        found = []
        for start, end in hits:
            if start == end or any(
                start < other_end and other_start < end for other_start, other_end in spared
            ):
                continue
            first, last = view.unit_at(start), view.unit_at(end - 1)
            part = Part(self._label, view.text[start:end], first, last + 1, 0.0, How.TEXT)
            found.append(Match(first, last + 1, 0.0, float(last + 1 - first), (part,)))
        return best(found)


class InScopeNode(Node):
    """What is said inside (or outside) a scope."""

    def __init__(self, scope: Scope, what: Node, *, inside: bool) -> None:
        super().__init__()
        self.scope = scope
        self.what = what
        self.inside = inside

    def _find(self, view: View) -> list[Match]:
        return [
            match
            for match in self.what.matches(view)
            if any(zone.scope is self.scope and zone.holds(match.spans()) for zone in view.zones)
            == self.inside
        ]

    def needs(self) -> Needs:
        return self.what.wanted()


def joined(matches: Sequence[Match]) -> Match:
    """Several matches as one."""
    worded = [match for match in matches if match.has_words]
    spans = [match.sound_span for match in matches if match.sound_span is not None]
    return Match(
        first=min((match.first for match in worded), default=NO_SPAN),
        end=max((match.end for match in worded), default=NO_SPAN),
        cost=sum(match.cost for match in matches),
        length=sum(match.length for match in matches),
        parts=tuple(part for match in matches for part in match.parts),
        others=tuple(evidence for match in matches for evidence in match.others),
        doubt=any(match.doubt for match in matches),
        sound_span=spans[0] if spans else None,
    )


def best(matches: Iterable[Match]) -> list[Match]:
    """One match for each stretch, the best known; at most `MOST_MATCHES`, the best of all."""
    chosen: dict[tuple[int, int], Match] = {}
    for match in matches:
        other = chosen.get((match.first, match.end))
        if other is None or _rank(match) < _rank(other):
            chosen[match.first, match.end] = match
    if len(chosen) > MOST_MATCHES:
        kept = sorted(chosen.values(), key=lambda one: (*_rank(one), one.end - one.first, one.first))
        return sorted(kept[:MOST_MATCHES], key=lambda one: (one.first, one.end))
    return list(chosen.values())


def _rank(match: Match) -> tuple[bool, float, float]:
    return match.doubt, match.cost, -match.length


def _same_place(one: Match, other: Match) -> bool:
    return one.first < other.end and other.first < one.end


def _distance(one: Match, others: Sequence[Match]) -> int:
    return min(max(other.first - one.end, one.first - other.end, 0) for other in others)


def rarest(needs: Needs, rarity: dict[int, float]) -> frozenset[int]:
    """The leaf set that is present least often: its shortest phrase is longest, then the smallest set."""
    return max(
        needs, key=lambda leaves: (min((rarity.get(leaf, 1.0) for leaf in leaves), default=0.0), -len(leaves))
    )
