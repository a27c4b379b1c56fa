"""Words with times as a recogniser gives them, and engines on small packs, for the tests of the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assist.rules.authoring import words_of
from assist.rules.compiler import compile_pack
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from assist.rules.flags import Flag, FlagKind
from assist.rules.loader import load_pack
from assist.rules.view import LocalTime
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript, PartialTranscript, Word

HEAD = """\
pack:
  id: test_zh
  version: 1.0.0
  title: Test
  language: zh
  script: hans
  jurisdictions: [CN]
"""
BASIS = "[{instrument: Law, article: '1', in_force: 2021-01-01, certainty: A}]"


def engine_on(
    tmp_path: Path,
    body: str,
    facts: Mapping[str, object] | None = None,
    local_time: LocalTime = lambda: None,
) -> RuleEngine:
    """An engine on a pack written for one test; `body` follows the pack's head."""
    file = tmp_path / "rules.yaml"
    file.write_text(HEAD + body, encoding="utf-8")
    return RuleEngine(compile_pack(load_pack(file)), CaseFacts.from_mapping(facts or {}), local_time)


def rule(condition: str, *, severity: str = "stop", rule_id: str = "t.rule", more: str = "") -> str:
    """One violation rule; `more` is further lines of it, already indented by four spaces."""
    return (
        f"rules:\n  - id: {rule_id}\n    title: Title\n    category: V01\n    severity: {severity}\n"
        f"    if: {condition}\n    basis: {BASIS}\n    say_instead: 我们慢慢谈。\n{more}"
    )


def partial(
    words: Sequence[Word], heard_until: int, utterance: int = 0, channel: Channel = Channel.AGENT
) -> PartialTranscript:
    """Words so far."""
    return PartialTranscript(channel, utterance, tuple(words), heard_until)


def final(
    words: Sequence[Word],
    utterance: int = 0,
    channel: Channel = Channel.AGENT,
    alternatives: tuple[tuple[str, ...], ...] = (),
) -> FinalTranscript:
    """An utterance's last words."""
    return FinalTranscript(channel, utterance, tuple(words), words[-1].end if words else 0, alternatives)


def at(seconds: float) -> int:
    """Seconds as samples of the timeline."""
    return round(seconds * SAMPLE_RATE_HZ)


def say(
    engine: RuleEngine, text: str, start: float = 0.0, utterance: int = 0, channel: Channel = Channel.AGENT
) -> list[Flag]:
    """One whole utterance of text; every flag that it changed."""
    return list(engine.on_final(final(words_of(text, "zh", at(start)), utterance, channel)))


def violations(flags: Sequence[Flag]) -> list[Flag]:
    """Neither mentions nor mere possibilities."""
    return [flag for flag in flags if flag.kind is FlagKind.VIOLATION]
