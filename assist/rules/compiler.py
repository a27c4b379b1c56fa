"""Compiles a pack's rules for one place and kind of debt into nodes over one phrase index.

Equal concepts and literal sets share a node, so that each is matched once for an utterance however many
rules use it. Compiled packs are read-only; a call's state lives in the engine.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from assist.rules.condition_reader import is_spoken
from assist.rules.conditions import (
    AllOf,
    AmountSaid,
    Anchor,
    Anchored,
    AtLeast,
    CallTime,
    ClockIs,
    ConceptRef,
    Condition,
    FactIs,
    Gap,
    InScope,
    Literals,
    NoneOf,
    NotSaid,
    Phrase,
    Regex,
    Repeated,
    Say,
    Sequence,
    SoundIs,
    SoundKind,
    Speaker,
    anchors_in,
    seconds_ahead,
    sounds_in,
)
from assist.rules.matching.index import PhraseIndex
from assist.rules.matching.matcher import How
from assist.rules.matching.units import language_named
from assist.rules.meaning.model import MeaningModel
from assist.rules.nodes import (
    AllNode,
    AtLeastNode,
    InScopeNode,
    LeafNode,
    Node,
    RegexNode,
    RelabelNode,
    SequenceNode,
    UnionNode,
    rarest,
)
from assist.rules.nodes_around import (
    AmountNode,
    AnchoredNode,
    CallTimeNode,
    ClockNode,
    FactNode,
    RepeatedNode,
    SoundNode,
)
from assist.rules.pack import Rule, RulePack
from assist.rules.phrases import gaps_between
from assist.rules.scopes import ScopeFinder


@dataclass(frozen=True)
class Watch:
    """A condition whose fulfilment some rule looks back to."""

    name: str
    node: Node
    speaker: Speaker


@dataclass(frozen=True)
class Deadline:
    """Something that must be said in time."""

    watch: str
    speaker: Speaker
    by_seconds: float
    after_watch: str = ""
    after_speaker: Speaker = Speaker.ANY


@dataclass(frozen=True)
class CompiledRule:
    """A rule with its nodes."""

    rule: Rule
    node: Node
    unless: tuple[Node, ...]
    spoken: bool
    deadline: Deadline | None
    looks_ahead: float
    """Seconds for which it waits for something said later."""
    sound_kinds: frozenset[SoundKind]


@dataclass
class CompiledPack:
    """A pack ready for calls."""

    pack: RulePack
    index: PhraseIndex
    rules: list[CompiledRule] = field(default_factory=list)
    leaves: dict[int, list[LeafNode]] = field(default_factory=lambda: defaultdict(list))
    """By phrase number."""
    by_leaf: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Leaf → the rules that wait for it, by place in `rules`."""
    always: list[int] = field(default_factory=list)
    """Rules that must be evaluated for every utterance."""
    watches: list[Watch] = field(default_factory=list)
    watch_leaves: dict[str, frozenset[int] | None] = field(default_factory=dict)
    """Leaves without which a watch can't hold; None: always look."""
    scopes: ScopeFinder | None = None
    meaning: MeaningModel | None = None
    anchors: frozenset[str] = frozenset()
    """Ids of rules whose hits other rules refer to."""
    hows: frozenset[How] | None = None
    """Kinds of hits that count, None for all: measurements look at one layer at a time."""


def compile_pack(
    pack: RulePack, *, jurisdiction: str = "", debt_type: str = "", only_enabled: bool = True
) -> CompiledPack:
    """Compile the rules that apply; an empty jurisdiction or debt type leaves none out.

    With a debt type, a rule cites only what binds such debts; where nothing does, it stands as the house's policy
    (certainty H) and never as law.
    """
    return _Compiler(pack).compile(
        [
            _bound(rule, pack, debt_type)
            for rule in pack.rules
            if (rule.enabled or not only_enabled)
            and (not jurisdiction or not rule.jurisdictions or jurisdiction in rule.jurisdictions)
            and (not debt_type or not rule.debt_types or debt_type in rule.debt_types)
        ]
    )


def _bound(rule: Rule, pack: RulePack, debt_type: str) -> Rule:
    """The rule with the basis that binds this kind of debt."""
    free = {one.name for one in pack.instruments if debt_type and debt_type not in one.debt_types}
    if not any(basis.instrument in free for basis in rule.basis):
        return rule
    binding = tuple(basis for basis in rule.basis if basis.instrument not in free)
    if binding:
        return replace(rule, basis=binding)
    policy = tuple(replace(basis, certainty="H") for basis in rule.basis)
    return replace(rule, basis=policy, house_rule=True)


class _Compiler:
    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._language = language_named(pack.language)
        self._index = PhraseIndex(self._language)
        self._out = CompiledPack(pack, self._index)
        self._literals: dict[tuple[frozenset[str], bool], LeafNode | None] = {}
        self._concepts: dict[str, Node] = {}
        self._phrases: dict[tuple[str, bool], Node] = {}
        self._watches: dict[Condition, str] = {}
        self._rarity: dict[int, float] = {}

    def compile(self, rules: list[Rule]) -> CompiledPack:
        out = self._out
        for name in self._concept_order():
            self._concept(name)
        for rule in rules:
            self._rule(rule)
        self._index.build()
        out.scopes = ScopeFinder(self._pack.language, self._pack.scope_words)
        for watch in out.watches:
            needs = watch.node.needs()
            out.watch_leaves[watch.name] = rarest(needs, self._rarity) if needs else None
        out.anchors = frozenset(
            anchor.rule for rule in rules for anchor in anchors_in(rule.condition) if anchor.rule
        )
        if self._pack.meaning:
            out.meaning = MeaningModel.load(self._pack.meaning)
        return out

    def _concept_order(self) -> list[str]:
        """Concepts after those that they contain."""
        from assist.rules.phrases import referenced_concepts

        order: dict[str, None] = {}
        stack = [(name, False) for name in reversed(list(self._pack.concepts))]
        while stack:
            name, ready = stack.pop()
            if name in order:
                continue
            concept = self._pack.concepts[name]
            inside = set(concept.include)
            for phrase in (*concept.phrases, *concept.exceptions):
                inside |= referenced_concepts(phrase)
            if ready or not inside:
                order[name] = None
            else:
                stack.append((name, True))
                stack += [(other, False) for other in sorted(inside)]
        return list(order)

    def _rule(self, rule: Rule) -> None:
        parts = rule.condition.parts if isinstance(rule.condition, AllOf) else (rule.condition,)
        not_said = next((part for part in _flat(parts) if isinstance(part, NotSaid)), None)
        rest = tuple(part for part in _flat(parts) if not isinstance(part, NotSaid))
        condition = AllOf(rest) if not_said is not None else rule.condition
        compiled = CompiledRule(
            rule=rule,
            node=self._node(condition, rule.speaker),
            unless=tuple(self._node(one, rule.speaker) for one in rule.unless),
            spoken=is_spoken(rule.condition) and not_said is None,
            deadline=None if not_said is None else self._deadline(not_said),
            looks_ahead=seconds_ahead(rule.condition),
            sound_kinds=frozenset(sounds_in(rule.condition)),
        )
        place = len(self._out.rules)
        self._out.rules.append(compiled)
        if not compiled.spoken:
            return
        needs = compiled.node.needs()
        if not needs:
            self._out.always.append(place)
            return
        for leaf in rarest(needs, self._rarity):
            self._out.by_leaf[leaf].append(place)

    def _deadline(self, condition: NotSaid) -> Deadline:
        watch = self._watch(condition.what, condition.speaker)
        if condition.after is None:
            return Deadline(watch, condition.speaker, condition.by_seconds)
        name = self._anchor_watch(condition.after)
        return Deadline(watch, condition.speaker, condition.by_seconds, name, condition.after.speaker)

    def _anchor_watch(self, anchor: Anchor) -> str:
        if anchor.rule:
            return "rule:" + anchor.rule
        assert anchor.what is not None  # noqa: S101 - the schema demands one of the two
        return self._watch(anchor.what, anchor.speaker)

    def _watch(self, condition: Condition, speaker: Speaker) -> str:
        name = self._watches.get(condition)
        if name is None:
            name = self._watches[condition] = f"watch:{len(self._watches)}"
            self._out.watches.append(Watch(name, self._node(condition, speaker), Speaker.ANY))
        return name

    def _node(self, condition: Condition, speaker: Speaker) -> Node:
        if isinstance(condition, Say):
            return self._say(condition)
        if isinstance(condition, Sequence):
            slots = [self._node(slot, speaker) for slot in condition.slots]
            gaps = [0, *(condition.within for _ in slots[1:])]
            between = [self._node(one, speaker) for one in condition.not_between]
            sequence = SequenceNode(slots, gaps, [False] * len(slots), self._language.fillers, between)
            return _named(sequence, condition.slot)
        if isinstance(condition, AllOf):
            wanted = [self._node(part, speaker) for part in condition.parts if not isinstance(part, NoneOf)]
            forbidden = [
                self._node(one, speaker)
                for part in condition.parts
                if isinstance(part, NoneOf)
                for one in part.parts
            ]
            return _named(AllNode(wanted, forbidden, condition.within), condition.slot)
        if isinstance(condition, AtLeast):
            some = [self._node(part, speaker) for part in condition.parts]
            return _named(AtLeastNode(condition.count, some, self._rarity), condition.slot)
        if isinstance(condition, InScope):
            return InScopeNode(condition.scope, self._node(condition.what, speaker), inside=condition.inside)
        return self._around(condition, speaker)

    def _around(self, condition: Condition, speaker: Speaker) -> Node:
        if isinstance(condition, Regex):
            return RegexNode(condition.pattern, condition.unless, condition.slot)
        if isinstance(condition, Anchored):
            anchor = condition.anchor
            label = anchor.rule or condition.order.value
            return AnchoredNode(
                condition.order, self._anchor_watch(anchor), anchor.speaker, anchor.seconds, label
            )
        if isinstance(condition, Repeated):
            what = self._node(condition.what, speaker)
            return RepeatedNode(
                what, self._watch(condition.what, speaker), speaker, condition.times, condition.seconds
            )
        if isinstance(condition, CallTime):
            return CallTimeNode(condition)
        if isinstance(condition, FactIs):
            return FactNode(condition)
        if isinstance(condition, AmountSaid):
            return AmountNode(condition)
        if isinstance(condition, ClockIs):
            return ClockNode(condition)
        if isinstance(condition, SoundIs):
            return SoundNode(condition)
        raise TypeError(f"{type(condition).__name__} has no node here")

    def _say(self, condition: Say) -> Node:
        nodes = [self._phrase(phrase, by_sound=condition.by_sound) for phrase in condition.phrases]
        node = nodes[0] if len(nodes) == 1 else UnionNode(nodes, "", None, self._rarity)
        return RelabelNode(node, condition.slot) if condition.slot else node

    def _phrase(self, phrase: Phrase, *, by_sound: bool) -> Node:
        key = (phrase.written, by_sound)
        if key not in self._phrases:
            nodes: list[Node] = []
            for parts in phrase.sequences:
                spoken = gaps_between(parts, self._language.touching)
                slots: list[Node] = []
                for part, _ in spoken:
                    slot = (
                        self._concepts[part.name]
                        if isinstance(part, ConceptRef)
                        else self._leaf(part.texts, by_sound=by_sound)
                        if isinstance(part, Literals)
                        else None
                    )
                    slots.append(slot if slot is not None else UnionNode([], "", None, self._rarity))
                if len(slots) == 1:
                    nodes.append(slots[0])
                    continue
                touching = [
                    not isinstance(parts[index - 1], Gap)
                    for index, part in enumerate(parts)
                    if not isinstance(part, Gap)
                ]
                gaps = [gap for _, gap in spoken]
                nodes.append(SequenceNode(slots, gaps, touching, self._language.fillers))
            self._phrases[key] = nodes[0] if len(nodes) == 1 else UnionNode(nodes, "", None, self._rarity)
        return self._phrases[key]

    def _leaf(self, texts: frozenset[str], *, by_sound: bool) -> LeafNode | None:
        key = (texts, by_sound)
        if key not in self._literals:
            numbers = {self._index.add(text, by_sound=by_sound) for text in texts} - {None}
            phrases = frozenset(number for number in numbers if number is not None)
            if not phrases:
                self._literals[key] = None
                return None
            rarity = float(min(len(self._index.phrases[number].units) for number in phrases))
            leaf = LeafNode(phrases, rarity)
            self._rarity[leaf.number] = rarity
            for number in phrases:
                self._out.leaves[number].append(leaf)
            self._literals[key] = leaf
        return self._literals[key]

    def _concept(self, name: str) -> None:
        concept = self._pack.concepts[name]
        children: list[Node] = []
        literals: set[str] = set()
        for phrase in concept.phrases:
            only = (
                phrase.sequences[0][0]
                if len(phrase.sequences) == 1 and len(phrase.sequences[0]) == 1
                else None
            )
            if isinstance(only, Literals):
                literals |= only.texts
            else:
                children.append(self._phrase(phrase, by_sound=concept.by_sound))
        if literals:
            leaf = self._leaf(frozenset(literals), by_sound=concept.by_sound)
            children += [leaf] if leaf is not None else []
        children += [self._concepts[other] for other in concept.include]
        exceptions: Node | None = None
        if concept.exceptions:
            nodes = [self._phrase(phrase, by_sound=concept.by_sound) for phrase in concept.exceptions]
            exceptions = UnionNode(nodes, "", None, self._rarity)
        self._concepts[name] = UnionNode(children, name, exceptions, self._rarity)


def _named(node: Node, slot: str) -> Node:
    return RelabelNode(node, slot) if slot else node


def _flat(parts: tuple[Condition, ...]) -> list[Condition]:
    """The parts of nested `all` without a distance."""
    found: list[Condition] = []
    for part in parts:
        if isinstance(part, AllOf) and part.within is None:
            found += _flat(part.parts)
        else:
            found.append(part)
    return found
