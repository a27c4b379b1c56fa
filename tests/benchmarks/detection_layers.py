"""The layers of the matcher, added one at a time, and what a sentence raises with each.

`literal` is the pack's rules on characters (or words) alone. Each further layer adds to the one before: same sounds,
sounds nearly alike, scopes with exceptions, the grammar spotter, other readings, the meaning classifier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assist.rules.authoring import words_of
from assist.rules.compiler import CompiledPack
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from assist.rules.flags import Flag, FlagKind
from assist.rules.matching.matcher import How
from speech.types import FinalTranscript, PartialTranscript, RecognitionEvent, SpottedPhrase
from tests.benchmarks.detection_data import Sentence


@dataclass(frozen=True)
class Layer:
    """The matcher up to a layer."""

    name: str
    hows: frozenset[How]
    scopes: bool = False
    spotter: bool = False
    readings: bool = False
    meaning: bool = False

    @property
    def needs_sound(self) -> bool:
        """On text it is no different from the layer before."""
        return (self.spotter or self.readings) and not self.meaning

    def cut(self, compiled: CompiledPack) -> CompiledPack:
        """The pack with this layer and those before it; index and nodes are shared."""
        return replace(
            compiled,
            hows=self.hows,
            scopes=compiled.scopes if self.scopes else None,
            rules=compiled.rules if self.scopes else [replace(rule, unless=()) for rule in compiled.rules],
            meaning=compiled.meaning if self.meaning else None,
        )


_TEXT = frozenset({How.TEXT})
_SOUND = _TEXT | {How.SOUND}
_FUZZY = _SOUND | {How.FUZZY}
_SPOTTER = _FUZZY | {How.SPOTTER}
_ALL = _SPOTTER | {How.ALTERNATIVE}

LAYERS = (
    Layer("literal", _TEXT),
    Layer("+ sound", _SOUND),
    Layer("+ fuzzy", _FUZZY),
    Layer("+ scopes", _FUZZY, scopes=True),
    Layer("+ spotter", _SPOTTER, scopes=True, spotter=True),
    Layer("+ n-best", _ALL, scopes=True, spotter=True, readings=True),
    Layer("+ meaning", _ALL, scopes=True, spotter=True, readings=True, meaning=True),
)


def written(sentence: Sentence, language: str) -> list[RecognitionEvent]:
    """The sentence as one perfectly recognised utterance."""
    words = words_of(sentence.text, language)
    return [FinalTranscript(sentence.channel, 0, words, words[-1].end if words else 0)]


def flags_of(
    compiled: CompiledPack, layer: Layer, sentence: Sentence, events: Sequence[RecognitionEvent]
) -> list[Flag]:
    """Every flag that a call of this one sentence raises; `compiled` is already cut to the layer."""
    engine = RuleEngine(compiled, CaseFacts.from_mapping(sentence.context))
    for event in events:
        if isinstance(event, PartialTranscript):
            engine.on_partial(event)
        elif isinstance(event, FinalTranscript):
            engine.on_final(event if layer.readings else replace(event, alternatives=()))
        elif layer.spotter:
            engine.on_spotted(event)
    return engine.flags


def in_order(
    heard: Iterable[RecognitionEvent], spotted: Iterable[RecognitionEvent]
) -> list[RecognitionEvent]:
    """Free words and spotted phrases as a call tells them: a phrase once it has ended, before the final after it."""

    def moment(event: RecognitionEvent) -> tuple[int, int]:
        spot = isinstance(event, SpottedPhrase)
        return (event.end, 0) if spot else (event.heard_until, 1)  # type: ignore[union-attr]

    return sorted([*heard, *spotted], key=moment)


def violations(flags: Iterable[Flag]) -> set[str]:
    """Categories of what was flagged as a violation; possibilities and mentions are none."""
    return {flag.category for flag in flags if flag.kind is FlagKind.VIOLATION}
