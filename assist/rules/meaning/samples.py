"""Training samples for the classifier: from a pack's examples, from its phrases, and from written sentences.

A pack's phrases are a grammar: `expand` speaks one of the sentences that a condition stands for, with small
words in the gaps. Such sentences teach which words belong together, not how people talk, so they weigh less
than written ones. Everything is drawn from a seeded generator: the same pack gives the same samples.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assist.rules.conditions import (
    AllOf,
    AtLeast,
    ConceptRef,
    Condition,
    Gap,
    InScope,
    Literals,
    Phrase,
    Repeated,
    Say,
    parts_of,
)
from assist.rules.conditions import Sequence as Slots
from assist.rules.matching.units import Language, Unit
from assist.rules.meaning.features import text_units
from assist.rules.pack import Concept, Rule, RulePack, RuleType

ANY_VIOLATION = "V00"
"""The category of every violation together: better known than each one alone."""
WRITTEN_WEIGHT = 1.0
GENERATED_WEIGHT = 0.25
_DEEPEST = 8
_GAP_WORDS = {
    "zh": ("就", "都", "先", "现在", "马上", "真的", "那个", "跟", "把", "了", "也", "会"),
    "en": ("just", "really", "now", "the", "then", "well", "actually", "that", "right", "and"),
}
_TURNED = {
    "zh": (
        "我们不会{}",
        "没有人会{}",
        "请您放心我们不会{}",
        "是不是有人跟您说{}",
        "我们没有权利{}",
        "绝不{}",
    ),
    "en": (
        "we will never {}",
        "nobody here will say that {}",
        "did someone tell you that {}",
        "we are not allowed to {}",
        "i am not saying that {}",
        "we do not {}",
    ),
}
"""The same words in denials and questions, which are no violations."""


@dataclass(frozen=True)
class Sample:
    """A sentence as units; no categories: ordinary talk."""

    units: tuple[Unit, ...]
    categories: frozenset[str]
    weight: float
    group: int
    """Sentences of one origin share it, so that none is judged by a model that saw its sisters."""
    written: bool
    customer: bool


def written_samples(
    lines: Iterable[Mapping[str, object]], language: Language, first_group: int
) -> list[Sample]:
    """Sentences with `text`, `label`, `speaker` and `categories`, as in the detection data."""
    found = []
    for group, line in enumerate(lines, first_group):
        customer = line.get("speaker") == "customer"
        listed = line.get("categories")
        categories = {str(one) for one in listed} if isinstance(listed, list) else set()
        if line.get("label") != "violation":
            categories = set()
        found.append(_sample(str(line["text"]), categories, language, group, customer=customer))
    return found


def example_samples(pack: RulePack, language: Language, first_group: int) -> list[Sample]:
    """The examples of every rule that listens to words."""
    found = []
    group = first_group
    for rule in pack.rules:
        for example in rule.examples:
            customer = example.speaker.value == "customer"
            categories = {rule.category} if example.fires and not example.context else set()
            if example.context:
                continue  # what it means depends on the case
            found.append(_sample(example.text, categories, language, group, customer=customer))
            group += 1
    return found


def generated_samples(
    pack: RulePack, language: Language, first_group: int, *, each: int, seed: int
) -> list[Sample]:
    """`each` sentences for every rule of words, and a third as many in which they are denied or asked."""
    chance = random.Random(seed)  # noqa: S311 - reproducible sentences, no secret
    found: list[Sample] = []
    group = first_group
    for rule in pack.rules:
        if rule.rule_type not in {RuleType.VIOLATION, RuleType.TRIGGER}:
            continue
        speaker = _Speaker(pack, language.name, chance)
        texts = dict.fromkeys(text for _ in range(each) if (text := speaker.say(rule.condition)))
        customer = rule.rule_type is RuleType.TRIGGER
        for number, text in enumerate(texts):
            found.append(_generated(text, {rule.category}, language, group, customer=customer))
            if not customer and number % 3 == 0 and _denial_matters(rule):
                turned = chance.choice(_TURNED[language.name]).format(text)
                found.append(_generated(turned, set(), language, group, customer=False))
        group += 1
    return found


def _denial_matters(rule: Rule) -> bool:
    return any(scope.value == "negation" for scope in rule.unless_scope)


def _sample(text: str, categories: set[str], language: Language, group: int, *, customer: bool) -> Sample:
    units = tuple(text_units(text, language))
    return Sample(units, _with_any(categories), WRITTEN_WEIGHT, group, written=True, customer=customer)


def _generated(text: str, categories: set[str], language: Language, group: int, *, customer: bool) -> Sample:
    units = tuple(text_units(text, language))
    return Sample(units, _with_any(categories), GENERATED_WEIGHT, group, written=False, customer=customer)


def _with_any(categories: set[str]) -> frozenset[str]:
    some = any(one.startswith("V") for one in categories)
    return frozenset(categories | {ANY_VIOLATION} if some else categories)


class _Speaker:
    """Speaks sentences of a condition."""

    def __init__(self, pack: RulePack, language: str, chance: random.Random) -> None:
        self._concepts = pack.concepts
        self._joiner = "" if language == "zh" else " "
        self._gap_words = _GAP_WORDS[language]
        self._chance = chance

    def say(self, condition: Condition, depth: int = 0) -> str:
        """One sentence; empty where the condition holds no words."""
        if depth > _DEEPEST:
            return ""
        if isinstance(condition, Say):
            return self._phrase(self._chance.choice(condition.phrases), depth)
        if isinstance(condition, (Slots, AllOf)):
            parts = condition.slots if isinstance(condition, Slots) else condition.parts
            return self._join([self.say(part, depth + 1) for part in parts])
        if isinstance(condition, AtLeast):
            chosen = self._chance.sample(condition.parts, condition.count)
            return self._join([self.say(part, depth + 1) for part in chosen])
        if isinstance(condition, (InScope, Repeated)):
            return self.say(parts_of(condition)[0], depth + 1)
        return ""

    def _phrase(self, phrase: Phrase, depth: int) -> str:
        pieces: list[str] = []
        for part in self._chance.choice(phrase.sequences):
            if isinstance(part, Literals):
                pieces.append(self._chance.choice(sorted(part.texts)))
            elif isinstance(part, Gap):
                count = self._chance.randint(0, min(2, part.units))
                pieces += [self._chance.choice(self._gap_words) for _ in range(count)]
            else:
                pieces.append(self._concept(part, depth + 1))
        return self._join(pieces)

    def _concept(self, part: ConceptRef, depth: int) -> str:
        if depth > _DEEPEST:
            return ""
        phrase = self._chance.choice(_all_phrases(self._concepts, part.name))
        return self._phrase(phrase, depth)

    def _join(self, pieces: Sequence[str]) -> str:
        return self._joiner.join(piece for piece in pieces if piece)


def _all_phrases(concepts: Mapping[str, Concept], name: str) -> list[Phrase]:
    """The phrases of a concept and of those that it includes."""
    found: list[Phrase] = []
    waiting = [name]
    seen: set[str] = set()
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        found += concepts[current].phrases
        waiting += concepts[current].include
    return found


class Mishearing:
    """Recognition errors: units exchanged for others that sound alike, and units lost."""

    def __init__(self, samples: Iterable[Sample], language: Language, seed: int) -> None:
        self._language = language
        self._chance = random.Random(seed)  # noqa: S311 - reproducible errors, no secret
        alike: dict[tuple[str, ...], dict[str, Unit]] = {}
        for sample in samples:
            for unit in sample.units:
                alike.setdefault(self._key(unit), {})[unit.text] = unit
        self._alike = {key: [one[text] for text in sorted(one)] for key, one in alike.items() if len(one) > 1}

    def mishear(self, sample: Sample, exchanged: float = 0.12, lost: float = 0.04) -> Sample:
        """The sample as a poor line might give it."""
        heard: list[Unit] = []
        for unit in sample.units:
            draw = self._chance.random()
            others = self._alike.get(self._key(unit))
            if draw < lost and len(sample.units) > 4:
                continue
            exchange = draw < lost + exchanged and others
            heard.append(self._chance.choice(others) if exchange and others else unit)
        return Sample(
            tuple(heard),
            sample.categories,
            sample.weight * 0.5,
            sample.group,
            sample.written,
            sample.customer,
        )

    def _key(self, unit: Unit) -> tuple[str, ...]:
        folded = tuple(self._language.fold(sound) for sound in unit.sounds)
        if self._language.name == "zh" or len(folded) < 3:
            return folded
        return tuple(sound for sound in folded if sound not in {"@", "A", "AE", "IY", "EY", "OW", "AY", "AW"})
