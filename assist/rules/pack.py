"""The rule pack as frozen types: what `loader` makes of the YAML and what the engine compiles.

The format is explained in `docs/rules-format.md`. Nothing here knows of files, matching or calls.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from assist.rules.conditions import Condition, FactValue, Phrase, Scope, Speaker, anchors_in
from assist.rules.flags import LegalBasis, Severity
from speech.types import Channel


class Tier(StrEnum):
    """Whether a rule's words count alone."""

    STRONG = "strong"
    WEAK = "weak"
    HINT = "hint"
    """Counts only where the classifier agrees, and is not shown otherwise."""


class RuleType(StrEnum):
    """What kind of category a rule has."""

    VIOLATION = "violation"
    TRIGGER = "trigger"
    METADATA = "metadata"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Concept:
    """A named set of ways to say one thing."""

    name: str
    phrases: tuple[Phrase, ...]
    include: tuple[str, ...] = ()
    exceptions: tuple[Phrase, ...] = ()
    """Longer phrases inside which it does not count."""
    by_sound: bool = True
    spot: bool | None = None
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must (or must not) flag by its rule."""

    text: str
    speaker: Channel
    fires: bool
    context: tuple[tuple[str, FactValue], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class RateLimit:
    """At most `alarms` interruptions in any `seconds`."""

    alarms: int = 1
    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, ready to compile."""

    rule_id: str
    title: str
    rule_type: RuleType
    category: str
    """V01 to V22, T-… for triggers, M-… for metadata, D1 to D9 for duties."""
    severity: Severity
    condition: Condition
    tier: Tier = Tier.STRONG
    speaker: Speaker = Speaker.AGENT
    jurisdictions: tuple[str, ...] = ()
    debt_types: tuple[str, ...] = ()
    unless: tuple[Condition, ...] = ()
    unless_scope: frozenset[Scope] = frozenset({Scope.NEGATION, Scope.REPORTED})
    weaker_in: frozenset[Scope] = frozenset()
    stronger_in: frozenset[Scope] = frozenset()
    basis: tuple[LegalBasis, ...] = ()
    say_instead: str = ""
    examples: tuple[Example, ...] = ()
    house_rule: bool = False
    enabled: bool = True
    rate_limit: RateLimit = field(default_factory=RateLimit)
    note: str = ""
    line: int = 0
    file: str = ""

    def anchor_rules(self) -> set[str]:
        """Ids of the rules whose hits it refers to."""
        return {anchor.rule for anchor in anchors_in(self.condition) if anchor.rule}


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law or code that binds some kinds of debts only."""

    name: str
    debt_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """A pack's changes to a language's cue words."""

    scope: Scope
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomFact:
    """A case fact of the pack's own."""

    name: str
    title: str
    value_type: str


@dataclass(frozen=True, slots=True)
class RulePack:
    """A whole pack, as bound to a call by its hash."""

    pack_id: str
    version: str
    title: str
    language: str
    """`zh` or `en`."""
    script: str
    jurisdictions: tuple[str, ...]
    debt_types: tuple[str, ...]
    concepts: dict[str, Concept]
    rules: tuple[Rule, ...]
    scope_words: tuple[ScopeWords, ...]
    facts: tuple[CustomFact, ...]
    instruments: tuple[Instrument, ...]
    """Those that bind only some kinds of debts; any other binds all."""
    sha256: str
    """Over every file read, the classifier's included, in order of reading."""
    meaning: bytes = b""
    """The classifier's file, empty where the pack has none."""

    @property
    def identity(self) -> str:
        """Such as `zh_CN@1.2.0`."""
        return f"{self.pack_id}@{self.version}"

    def rule(self, rule_id: str) -> Rule:
        """The rule of this id; KeyError if there is none."""
        for rule in self.rules:
            if rule.rule_id == rule_id:
                return rule
        raise KeyError(rule_id)
