"""Second opinions: the grammar recogniser's phrases, and other readings of an utterance.

Neither ever flags alone. A spotted phrase counts where the free transcript can be aligned with it within 0.35 of its
length at the same time; another reading counts for the words that it replaces.
"""

from __future__ import annotations

from collections.abc import Sequence

from assist.rules.compiler import CompiledPack
from assist.rules.flags import Severity
from assist.rules.matching.matcher import How, UnitHit, UtteranceHits
from assist.rules.nodes import (
    AllNode,
    AtLeastNode,
    InScopeNode,
    LeafNode,
    Node,
    RelabelNode,
    SequenceNode,
    UnionNode,
)
from assist.rules.pack import RuleType, Tier
from speech.types import SAMPLE_RATE_HZ, SpottedPhrase, Word

SLACK_SAMPLES = int(0.6 * SAMPLE_RATE_HZ)
SPOTTED_SHARE_OF_COST = 0.5
"""What a spotter's agreement takes off the cost of an alignment."""
ALTERNATIVE_COST = 0.05
SHORTEST_SPOTTED_UNITS = 4
"""Shorter ones are heard in anything: a third of compliant sentences held one (measured)."""
MOST_OF_A_CONDITION = 24
"""A concept with more phrases is a table of combinations, of which the spotter needs no more."""
MOST_SPOTTED = 800


def spotter_phrases(pack: CompiledPack) -> tuple[str, ...]:
    """Plain phrases of four units and more of strong, interrupting rules, some of each condition; not of duties."""
    found: dict[str, None] = {}
    for compiled in pack.rules:
        rule = compiled.rule
        if (
            rule.severity is Severity.STOP
            and rule.tier is Tier.STRONG
            and rule.rule_type is not RuleType.DUTY
        ):
            for leaf in _leaves(compiled.node):
                phrases = [pack.index.phrases[number] for number in sorted(leaf.phrases)]
                long_enough = [
                    phrase.text
                    for phrase in phrases
                    if phrase.by_sound and len(phrase.units) >= SHORTEST_SPOTTED_UNITS
                ]
                found.update(dict.fromkeys(_spread(long_enough, MOST_OF_A_CONDITION)))
    unwanted = {
        text
        for concept in pack.pack.concepts.values()
        if concept.spot is False
        for phrase in concept.phrases
        for parts in phrase.sequences
        for part in parts
        for text in getattr(part, "texts", ())
    }
    return tuple(text for text in found if text not in unwanted)[:MOST_SPOTTED]


def _spread(texts: Sequence[str], most: int) -> list[str]:
    """At most so many of them, taken evenly: neighbours differ by one word."""
    if len(texts) <= most:
        return list(texts)
    return [texts[place * len(texts) // most] for place in range(most)]


def _leaves(node: Node) -> list[LeafNode]:
    if isinstance(node, LeafNode):
        return [node]
    children: Sequence[Node] = ()
    if isinstance(node, UnionNode):
        children = node.children
    elif isinstance(node, SequenceNode):
        children = node.slots
    elif isinstance(node, (AllNode, AtLeastNode)):
        children = node.parts
    elif isinstance(node, RelabelNode):
        children = (node.child,)
    elif isinstance(node, InScopeNode):
        children = (node.what,)
    return [leaf for child in children for leaf in _leaves(child)]


def confirmed_hits(
    pack: CompiledPack, hits: UtteranceHits, words: Sequence[Word], spotted: Sequence[SpottedPhrase]
) -> list[UnitHit]:
    """Spotted phrases that the free words of this utterance bear out."""
    found = []
    for one in spotted:
        number = pack.index.by_sound_text.get(one.phrase)
        if number is None:
            continue
        inside = [
            place
            for place, placed in enumerate(hits.units)
            if words[placed.word].end > one.start - SLACK_SAMPLES
            and words[placed.word].start < one.end + SLACK_SAMPLES
        ]
        if not inside:
            continue
        aligned = hits.confirm(number, inside[0], inside[-1] + 1)
        if aligned is not None and aligned.cost > 0:
            cost = aligned.cost * SPOTTED_SHARE_OF_COST
            found.append(UnitHit(number, aligned.first, aligned.end, cost, How.SPOTTER))
    return found


def hits_of_alternatives(
    pack: CompiledPack, hits: UtteranceHits, alternatives: Sequence[Sequence[str]]
) -> list[UnitHit]:
    """Phrases of other readings, placed on the units of the first reading that they stand for."""
    have = {(hit.phrase) for hit in hits.hits if hit.cost == 0}
    found: dict[tuple[int, int, int], UnitHit] = {}
    for reading in alternatives:
        words = [Word(text, 0, 0, 1.0) for text in reading]
        other = UtteranceHits(pack.index)
        other.feed(words)
        for hit in other.hits:
            if hit.phrase in have or hit.cost > 0:
                continue
            placed = _placed(hit, other, hits)
            if placed is not None:
                found[placed.phrase, placed.first, placed.end] = placed
    return list(found.values())


def _placed(hit: UnitHit, other: UtteranceHits, hits: UtteranceHits) -> UnitHit | None:
    """Where a hit of another reading lies in the first reading, by the units that both have before and after."""
    mine = [placed.unit.text for placed in hits.units]
    theirs = [placed.unit.text for placed in other.units]
    if not mine:
        return None
    before = 0
    while before < min(len(mine), len(theirs), hit.first) and mine[before] == theirs[before]:
        before += 1
    after = 0
    while after < min(len(mine), len(theirs)) - before and mine[-1 - after] == theirs[-1 - after]:
        after += 1
    first = min(before + (hit.first - before), len(mine) - 1)
    end = min(max(first + 1, len(mine) - (len(theirs) - hit.end)), len(mine))
    if end <= first:
        return None
    length = len(pack_units(hit, other))
    return UnitHit(hit.phrase, first, end, ALTERNATIVE_COST * length, How.ALTERNATIVE)


def pack_units(hit: UnitHit, hits: UtteranceHits) -> Sequence[object]:
    """The units that a hit covers."""
    return hits.units[hit.first : hit.end]
