"""For those who write rules: check a pack, run its examples, and say why a sentence fired or not.

Nothing here knows of terminals: functions take and give plain values, the commands print them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from assist.problems import AssistProblem
from assist.rules.compiler import CompiledPack, CompiledRule, compile_pack
from assist.rules.engine import RuleEngine
from assist.rules.facts import PARTIES, CaseFacts
from assist.rules.flags import Flag, FlagKind
from assist.rules.loader import load_pack
from assist.rules.matching.units import language_named
from assist.rules.pack import Example, Rule, RulePack
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript, Word

SAMPLES_EACH_UNIT = SAMPLE_RATE_HZ // 5
REAL_KINDS = {FlagKind.VIOLATION, FlagKind.TRIGGER, FlagKind.OMISSION, FlagKind.METADATA}


def pack_path(name: str) -> Path:
    """A pack by its locale (`zh_CN`) or by the path of its file."""
    given = Path(name)
    if given.suffix in {".yaml", ".yml"} or given.is_file():
        return given
    shipped = Path(str(resources.files("scripts").joinpath(name, "rules.yaml")))
    if not shipped.is_file():
        known = ", ".join(shipped_packs()) or "none"
        raise AssistProblem(
            "rules.no_pack",
            "There is no pack `{name}`. Give a file, or one of: {known}.",
            name=name,
            known=known,
        )
    return shipped


def shipped_packs() -> list[str]:
    """Locales whose packs come with the app."""
    root = Path(str(resources.files("scripts")))
    return sorted(path.parent.name for path in root.glob("*/rules.yaml"))


def words_of(text: str, language: str, start: int = 0) -> tuple[Word, ...]:
    """Plain text as recognised words with made-up times: a fifth of a second for each character or word."""
    known = language_named(language)
    words = []
    position = start
    for token, pause in known.split(text):
        length = SAMPLES_EACH_UNIT * max(1, len(known.units(token)))
        words.append(Word(token, position, position + length, 1.0))
        position += length + round(pause * SAMPLE_RATE_HZ)
    return tuple(words)


class TextJudge:
    """Judges sentences of text by a pack; compiled packs are kept for each jurisdiction and kind of debt."""

    def __init__(self, pack: RulePack, *, house_rules: bool = False) -> None:
        self.pack = pack
        self._house_rules = house_rules
        self._compiled: dict[tuple[str, str], CompiledPack] = {}

    def compiled(self, jurisdiction: str = "", debt_type: str = "") -> CompiledPack:
        """The pack for a place; an unknown place means the pack's own."""
        known = jurisdiction if any(jurisdiction in rule.jurisdictions for rule in self.pack.rules) else ""
        key = (known, debt_type)
        if key not in self._compiled:
            self._compiled[key] = compile_pack(
                self.pack, jurisdiction=known, debt_type=debt_type, only_enabled=not self._house_rules
            )
        return self._compiled[key]

    def flags(
        self, text: str, speaker: Channel, context: Mapping[str, object], jurisdiction: str = ""
    ) -> list[Flag]:
        """Everything that one utterance raises, mentions and mere possibilities included."""
        facts = CaseFacts.from_mapping(context)
        engine = RuleEngine(self.compiled(jurisdiction, facts.debt_type or ""), facts)
        words = words_of(text, self.pack.language)
        end = words[-1].end if words else 0
        engine.on_final(FinalTranscript(speaker, 0, words, end))
        return engine.flags


def flag_object(flag: Flag, *, times: bool = False) -> dict[str, Any]:
    """A flag as the JSON interfaces give it; `times` adds seconds."""
    found: dict[str, Any] = {
        "rule": flag.rule,
        "category": flag.category,
        "severity": flag.severity.name.lower(),
        "state": flag.state.value,
        "score": flag.score,
        "text": flag.text,
        "evidence": [
            {
                "kind": one.kind.value,
                "slot": one.concept,
                "heard": one.heard,
                "phrase": one.detail,
                "score": one.score,
            }
            for one in flag.evidence
        ],
    }
    if times:
        found["channel"] = flag.channel.value
        found["start_s"] = round(flag.start / SAMPLE_RATE_HZ, 2)
        found["end_s"] = round(flag.end / SAMPLE_RATE_HZ, 2)
    return found


def sorted_flags(flags: Iterable[Flag], *, times: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Flags by what they are: `flags`, `possible`, `mentions`."""
    found: dict[str, list[dict[str, Any]]] = {"flags": [], "possible": [], "mentions": []}
    for flag in flags:
        kind = (
            "flags"
            if flag.kind in REAL_KINDS
            else "mentions"
            if flag.kind is FlagKind.MENTION
            else "possible"
        )
        found[kind].append(flag_object(flag, times=times))
    return found


def test_lines(judge: TextJudge, lines: Iterable[str], file: str) -> Iterator[dict[str, Any]]:
    """Judge one JSON object a line; a line that is none is an AssistProblem that names it."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            text, speaker = str(item["text"]), Channel(str(item.get("speaker", "agent")))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise AssistProblem(
                "rules.test_line",
                "{file}:{line}: not a test line ({error}). Write an object with id, text and speaker.",
                file=file,
                line=str(number),
                error=str(error)[:120],
            ) from error
        flags = judge.flags(text, speaker, context_of(item.get("context")), str(item.get("jurisdiction", "")))
        yield {"id": item.get("id", str(number)), **sorted_flags(flags)}


def context_of(value: object) -> dict[str, object]:
    """A test line's context: a map of facts, or the party's name alone."""
    if isinstance(value, Mapping):
        return {str(name): item for name, item in value.items()}
    if isinstance(value, str):
        party = value.removeprefix("to:").strip()
        if party in PARTIES:
            return {"party": party}
        for name, words in _PARTY_WORDS.items():
            if any(word in party for word in words):
                return {"party": name}
    return {}


_PARTY_WORDS = {
    "debtor": ("债务人", "債務人", "本人", "debtor"),
    "third_party": (
        "第三人",
        "第三方",
        "家人",
        "亲友",
        "朋友",
        "同事",
        "third",
        "family",
        "relative",
        "colleague",
    ),
    "guarantor": ("担保", "保證", "guarantor"),
}
"""Who is addressed, as people write it."""


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What became of an example of a rule."""

    rule: str
    example: Example
    ok: bool
    found: tuple[Flag, ...]


def run_examples(pack: RulePack) -> list[ExampleResult]:
    """Every example of every rule, switched-off house rules included."""
    judge = TextJudge(pack, house_rules=True)
    results = []
    for rule in pack.rules:
        for example in rule.examples:
            flags = judge.flags(example.text, example.speaker, dict(example.context), _one_place(rule))
            mine = tuple(flag for flag in flags if flag.rule == rule.rule_id)
            fires = any(_counts(flag, rule) for flag in mine)
            results.append(ExampleResult(rule.rule_id, example, fires == example.fires, mine))
    return results


def _counts(flag: Flag, rule: Rule) -> bool:
    """A weak rule fires when it finds a possibility; a strong one must flag."""
    return flag.kind in REAL_KINDS or (rule.tier.value == "weak" and flag.kind is FlagKind.POSSIBLE)


def _one_place(rule: Rule) -> str:
    return rule.jurisdictions[0] if rule.jurisdictions else ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a rule fired on a sentence or did not."""

    rule: str
    title: str
    outcome: str
    """`fired`, `possible`, `mention`, or `quiet`."""
    reasons: tuple[str, ...]


def explain(
    judge: TextJudge, text: str, speaker: Channel, context: Mapping[str, object], only: str = ""
) -> list[Explanation]:
    """What each rule makes of a sentence: those that found something, and those that came near (or `only`)."""
    flags = judge.flags(text, speaker, context)
    found = [_of_flag(flag) for flag in flags if not only or flag.rule == only]
    spoken = {flag.rule for flag in flags}
    compiled = judge.compiled("", str(context.get("debt_type", "")))
    if only and only not in {one.rule.rule_id for one in compiled.rules}:
        raise AssistProblem("rules.no_rule", "There is no rule `{rule}` in force in this pack.", rule=only)
    words = words_of(text, judge.pack.language)
    facts = CaseFacts.from_mapping(context)
    for rule in compiled.rules:
        if rule.rule.rule_id in spoken or (only and rule.rule.rule_id != only):
            continue
        reasons = _why_quiet(compiled, rule, words, speaker, facts)
        if reasons:
            found.append(Explanation(rule.rule.rule_id, rule.rule.title, "quiet", tuple(reasons)))
    return found


def _of_flag(flag: Flag) -> Explanation:
    outcome = "fired" if flag.kind in REAL_KINDS else flag.kind.value
    reasons = [
        f"{one.concept}: “{one.heard}” ← {one.detail or one.kind.value} ({one.kind.value}, {one.score:.2f})"
        for one in flag.evidence
    ]
    return Explanation(flag.rule, flag.title, outcome, (f"score {flag.score:.2f}: “{flag.text}”", *reasons))


def _why_quiet(
    compiled: CompiledPack, rule: CompiledRule, words: Sequence[Word], speaker: Channel, facts: CaseFacts
) -> list[str]:
    """Which pieces of a rule were there and which not; empty where nothing of it was."""
    from assist.rules.explaining import pieces

    engine = RuleEngine(compiled, facts)
    view = engine.view_of(speaker, words)
    found = pieces(rule.node, view)
    if not any(piece.found for piece in found):
        return []
    reasons = [
        f"{'✓' if piece.found else '✗'} {piece.label}" + (f": “{piece.heard}”" if piece.heard else "")
        for piece in found
    ]
    if not rule.rule.speaker.covers(speaker):
        reasons.insert(0, f"the rule listens to the {rule.rule.speaker.value}, not to the {speaker.value}")
    elif all(piece.found for piece in found):
        reasons.append("all pieces are there, but not in this order or distance, or heard too badly")
    return reasons


def load_judge(name: str) -> TextJudge:
    """A judge for a pack by locale or file."""
    return TextJudge(load_pack(pack_path(name)))
