"""What a rule's `if` may say: phrases, operators and their scopes, as frozen types.

A distance is in units: syllables of Chinese, words of English. `docs/rules-format.md` explains each operator.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from speech.types import Channel

FactValue = bool | str | Decimal
"""A case fact's value: yes or no, a text, or a number."""

LONGEST_WAIT_S = 14_400.0
"""The longest distance to an anchor that the schema allows."""
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


def seconds_ahead(condition: Condition) -> float:
    """How long after an utterance something may yet make it fulfil the condition; 0.0 if nothing can."""
    own = 0.0
    if isinstance(condition, Anchored) and condition.order is not Order.AFTER:
        own = condition.anchor.seconds if condition.anchor.seconds is not None else LONGEST_WAIT_S
    return max([own, *(seconds_ahead(part) for part in parts_of(condition))])


def sounds_in(condition: Condition) -> list[SoundKind]:
    """What of the sound itself the condition asks for."""
    if isinstance(condition, SoundIs):
        return [condition.kind]
    return [kind for part in parts_of(condition) for kind in sounds_in(part)]


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
