"""The flag: what was said or left unsaid against a rule, with its evidence and its life.

A flag is provisional on a partial, then confirmed or *unconfirmed* by the final. A final never removes
a flag; only a person dismisses one. Types are frozen: a change is a new snapshot with the same id.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from speech.types import Channel, Word


class Severity(IntEnum):
    """How much a flag matters, as in the catalogue."""

    COACH = 1
    WARN = 2
    STOP = 3


class FlagKind(StrEnum):
    """What a flag is about."""

    VIOLATION = "violation"
    """The agent said what a rule forbids."""
    OMISSION = "omission"
    """The agent did not say what a rule demands by a deadline."""
    TRIGGER = "trigger"
    """The customer said what needs handling (dispute, stop, hardship, self-harm, lawyer, third party)."""
    POSSIBLE = "possible"
    """Weak evidence, for review only; never interrupts."""
    MENTION = "mention"
    """A scope (negation, question, condition, reported speech) turned the hit into a mere mention."""
    METADATA = "metadata"
    """Clock, counters or sound: hours, attempts, talk-over, silence, speed, shouting."""


class FlagState(StrEnum):
    """Where a flag stands."""

    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    DISMISSED = "dismissed"


class EvidenceKind(StrEnum):
    """What a piece of evidence rests on."""

    TEXT = "text"
    SOUND = "sound"
    """Syllables or phonemes alike, characters not."""
    SPOTTER = "spotter"
    CLASSIFIER = "classifier"
    ALTERNATIVE = "alternative"
    """Another reading of the same utterance."""
    FACT = "fact"
    CLOCK = "clock"
    LEVEL = "level"
    SILENCE = "silence"
    """Not said by the deadline."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a flag."""

    kind: EvidenceKind
    concept: str
    """The concept or slot of the rule that it fills."""
    heard: str
    """The words that filled it, as recognised."""
    score: float
    """0.0 to 1.0."""
    start: int
    end: int
    detail: str = ""
    """A code with parameters, or the phrase of the pack that it was matched to."""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The law or rule behind a flag."""

    instrument: str
    article: str
    certainty: str
    """A, B, C or X as in the facts; C and X only on house rules. H: it does not bind this kind of debt, the house
    follows it as its own policy."""
    since: str = ""
    """ISO date since which it is in force, where known."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One snapshot of a flag."""

    flag_id: str
    """Unique in its call."""
    rule: str
    category: str
    """V01 to V22 as in the catalogue, or T… for triggers and M… for metadata."""
    title: str
    severity: Severity
    kind: FlagKind
    state: FlagState
    channel: Channel
    utterance: int
    """-1 where no utterance is concerned."""
    start: int
    end: int
    words: tuple[Word, ...]
    """The words of the span; inside their utterance's words."""
    score: float
    evidence: tuple[Evidence, ...]
    basis: tuple[LegalBasis, ...]
    say_instead: str
    interrupts: bool
    """True when it may alarm now: severity, strength and rate limit allow it and two partials agree."""
    raised_at: int
    """The channel's `heard_until` when it was first raised."""
    settled_at: int = -1
    """`heard_until` when it was confirmed, left unconfirmed or dismissed; -1 before."""
    pack: str = ""
    """Pack id and version, such as `zh_CN@1.2.0`."""
    dismissed_by: str = ""
    dismiss_reason: str = ""

    @property
    def text(self) -> str:
        """The words of the span joined by spaces."""
        return " ".join(word.text for word in self.words)
