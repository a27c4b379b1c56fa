"""The rule pack as frozen types: what `loader` makes of the YAML and what the engine compiles.

The format is explained in `docs/rules-format.md`. A distance is in units: syllables of Chinese, words of
English. Nothing here knows of files, matching or calls.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from assist.rules.flags import LegalBasis, Severity
from speech.types import Channel

FactValue = bool | str | Decimal
"""A case fact's value: yes or no, a text, or a number."""

DEFAULT_WITHIN = 8
"""Units between neighbouring slots of a sequence where the rule gives none."""

DEFAULT_BEFORE_SECONDS = 30.0
"""How long a `before` waits where the rule gives no time."""


class Scope(StrEnum):
    """What can stand around words and change what they mean."""

    NEGATION = "negation"
    QUESTION = "question"
    CONDITION = "condition"
    REPORTED = "reported"
    HEDGE = "hedge"
    ADVICE = "advice"
    ULTIMATUM = "ultimatum"


class Tier(StrEnum):
    """Whether a rule's words count alone."""

    STRONG = "strong"
    WEAK = "weak"
    HINT = "hint"
    """Counts only where the classifier agrees, and is not shown otherwise."""


class Speaker(StrEnum):
    """Whose words a rule looks at."""

    AGENT = "agent"
    CUSTOMER = "customer"
    ANY = "any"

    def covers(self, channel: Channel) -> bool:
        """Whether words on `channel` are looked at."""
        return self is Speaker.ANY or self.value == channel.value


class IfUnknown(StrEnum):
    """What a rule does when a case fact that it asks for is not known."""

    FIRE = "fire"
    POSSIBLE = "possible"
    QUIET = "quiet"


class RuleType(StrEnum):
    """What kind of category a rule has."""

    VIOLATION = "violation"
    TRIGGER = "trigger"
    METADATA = "metadata"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Literals:
    """Part of a phrase: one of these plain texts."""

    texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class ConceptRef:
    """Part of a phrase: a concept by name."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Part of a phrase: up to `units` units of anything."""

    units: int


PhrasePart = Literals | ConceptRef | Gap


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as written, and the plain sequences that it stands for."""

    written: str
    sequences: tuple[tuple[PhrasePart, ...], ...]
    line: int = 0


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
class Say:
    """One of the phrases was said."""

    phrases: tuple[Phrase, ...]
    by_sound: bool = True
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """The slots in this order, at most `within` units between neighbours."""

    slots: tuple[Condition, ...]
    within: int = DEFAULT_WITHIN
    not_between: tuple[Condition, ...] = ()
    slot: str = ""


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of them in one utterance; with `within`, no more than so many units apart."""

    parts: tuple[Condition, ...]
    within: int | None = None
    slot: str = ""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` different ones (1: any of them)."""

    count: int
    parts: tuple[Condition, ...]
    slot: str = ""


@dataclass(frozen=True, slots=True)
class NoneOf:
    """None of them; only inside `AllOf`."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression on the normalised text, not overlapped by any of `unless`."""

    pattern: str
    unless: tuple[str, ...] = ()
    slot: str = ""


@dataclass(frozen=True, slots=True)
class InScope:
    """`what` inside a scope (`inside`) or outside it."""

    scope: Scope
    what: Condition
    inside: bool


class Order(StrEnum):
    """On which side of now an anchor must lie."""

    AFTER = "after"
    BEFORE = "before"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Something else that was said (or another rule's hit), by whom, and how far away it may be."""

    what: Condition | None
    rule: str = ""
    speaker: Speaker = Speaker.AGENT
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Anchored:
    """This comes after, before or near an anchor."""

    order: Order
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class CallTime:
    """So long after the call's start, in seconds; the start is when anyone first speaks."""

    from_seconds: float = 0.0
    to_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Repeated:
    """Said at least `times` times within `seconds` (None: in the whole call)."""

    what: Condition
    times: int
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class NotSaid:
    """Not said by so long after the call's start or after the anchor."""

    what: Condition
    by_seconds: float
    after: Anchor | None = None
    speaker: Speaker = Speaker.AGENT


@dataclass(frozen=True, slots=True)
class Comparison:
    """A wanted value, or a number with `<`, `<=`, `>`, `>=`."""

    operator: str
    value: FactValue


@dataclass(frozen=True, slots=True)
class FactIs:
    """A case fact has one of these values."""

    fact: str
    wanted: tuple[Comparison, ...]
    if_unknown: IfUnknown = IfUnknown.POSSIBLE


@dataclass(frozen=True, slots=True)
class AmountSaid:
    """An amount of money was said that is not one of the case's (or is more than what is owed)."""

    differs: bool = True
    more: bool = False
    tolerance_percent: float = 0.0
    if_unknown: IfUnknown = IfUnknown.POSSIBLE


@dataclass(frozen=True, slots=True)
class ClockIs:
    """The debtor's local time: minutes of the day [start, end) and whether inside or outside; days."""

    start_minute: int = 0
    end_minute: int = 24 * 60
    inside: bool = True
    days: tuple[str, ...] = ()


class SoundKind(StrEnum):
    """What can be heard in the sound itself."""

    TALK_OVER = "talk_over_seconds"
    SILENCE = "silence_seconds"
    SPEED = "speed_over"
    SHOUTING = "shouting_db"


@dataclass(frozen=True, slots=True)
class SoundIs:
    """The sound's measure reaches the threshold (seconds, characters a minute, or decibels)."""

    kind: SoundKind
    threshold: float


Condition = (
    Say
    | Sequence
    | AllOf
    | AtLeast
    | NoneOf
    | Regex
    | InScope
    | Anchored
    | CallTime
    | Repeated
    | NotSaid
    | FactIs
    | AmountSaid
    | ClockIs
    | SoundIs
)


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


def anchors_in(condition: Condition) -> list[Anchor]:
    """Every anchor in a condition, nested ones included."""
    if isinstance(condition, Anchored):
        inner = anchors_in(condition.anchor.what) if condition.anchor.what is not None else []
        return [condition.anchor, *inner]
    if isinstance(condition, NotSaid):
        return [condition.after] if condition.after is not None else []
    return [anchor for part in parts_of(condition) for anchor in anchors_in(part)]


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside one."""
    if isinstance(condition, (AllOf, AtLeast, NoneOf)):
        return condition.parts
    if isinstance(condition, Sequence):
        return condition.slots + condition.not_between
    if isinstance(condition, (InScope, Repeated, NotSaid)):
        return (condition.what,)
    if isinstance(condition, Anchored):
        return (condition.anchor.what,) if condition.anchor.what is not None else ()
    return ()


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
