"""Hears the playbook's signals: its own, by the rule engine's matching, and hits of the rule pack in force.

One thing said is one `Heard`; when a later partial or the final turns it into a mere mention, or holds it no
more, it is withdrawn. Thread: the session's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assist.playbook.book import Book
from assist.rules.compiler import CompiledPack, compile_pack
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from assist.rules.flags import Flag, FlagKind, FlagState
from speech.types import Channel, FinalTranscript, PartialTranscript

Key = tuple[str, Channel, int]
"""A signal in an utterance; without an utterance, the flag's start."""
_COUNTS = {FlagKind.TRIGGER, FlagKind.VIOLATION, FlagKind.METADATA, FlagKind.OMISSION}


@dataclass(frozen=True, slots=True)
class Heard:
    """A signal was said, or (`gone`) was not said after all."""

    signal: str
    channel: Channel
    utterance: int
    words: str
    start: int
    end: int
    gone: bool = False
    unconfirmed: bool = False
    """Gone only because the final does not hold it."""

    @property
    def key(self) -> Key:
        """What it is, for those who undo it."""
        return self.signal, self.channel, self.utterance


class Ear:
    """Signals of one call."""

    def __init__(self, book: Book, compiled: CompiledPack | None = None) -> None:
        self._engine = RuleEngine(compiled or compile_pack(book.signal_pack), CaseFacts())
        self._joiner = "" if book.language == "zh" else " "
        self._of_flags: dict[str, list[str]] = {}
        for signal in book.signals.values():
            for name in signal.flags:
                self._of_flags.setdefault(name, []).append(signal.name)
        self._causes: dict[Key, set[str]] = {}

    def on_partial(self, partial: PartialTranscript) -> list[Heard]:
        """What is new or gone with an utterance's words so far, in spoken order."""
        return self._own(self._engine.on_partial(partial))

    def on_final(self, final: FinalTranscript) -> list[Heard]:
        """What is new or gone with an utterance's last words, in spoken order."""
        return self._own(self._engine.on_final(final))

    def on_facts(self, facts: CaseFacts) -> list[Heard]:
        """The call's facts have changed."""
        return self._own(self._engine.on_facts(facts))

    def on_flag(self, flag: Flag) -> list[Heard]:
        """A hit of the rule pack in force, which some signals stand for."""
        names = {*self._of_flags.get(flag.category, ()), *self._of_flags.get(flag.rule, ())}
        return [one for name in sorted(names) for one in self._heard(name, "rule:" + flag.flag_id, flag)]

    def _own(self, flags: Sequence[Flag]) -> list[Heard]:
        heard = [one for flag in flags for one in self._heard(flag.rule, flag.flag_id, flag)]
        return sorted(heard, key=lambda one: (one.start, one.end))

    def _heard(self, signal: str, cause: str, flag: Flag) -> Iterable[Heard]:
        counts = flag.kind in _COUNTS and flag.state in {FlagState.PROVISIONAL, FlagState.CONFIRMED}
        utterance = flag.utterance if flag.utterance >= 0 else -1 - flag.start
        key = (signal, flag.channel, utterance)
        causes = self._causes.setdefault(key, set())
        before = bool(causes)
        if counts:
            causes.add(cause)
        else:
            causes.discard(cause)
        if before == bool(causes):
            return
        words = self._joiner.join(word.text for word in flag.words) or flag.title
        yield Heard(
            signal,
            flag.channel,
            utterance,
            words,
            flag.start,
            flag.end,
            gone=before,
            unconfirmed=flag.state is FlagState.UNCONFIRMED,
        )
