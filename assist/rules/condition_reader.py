"""Turns a condition as written in YAML into the frozen operators of `pack`; every fault names its line.

The shape was checked against the schema before; here are the things a schema can't say: which operators go
together, which concepts and facts exist, whether a regular expression compiles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import regex

from assist.rules.conditions import (
    AllOf,
    AmountSaid,
    Anchor,
    Anchored,
    AtLeast,
    CallTime,
    ClockIs,
    Comparison,
    Condition,
    FactIs,
    IfUnknown,
    InScope,
    NoneOf,
    NotSaid,
    Order,
    Phrase,
    Regex,
    Repeated,
    Say,
    Scope,
    Sequence,
    SoundIs,
    SoundKind,
    Speaker,
)
from assist.rules.facts import FACT_KINDS, PARTIES, as_number, read_comparison
from assist.rules.phrases import PhraseError, parse_phrase, referenced_concepts
from assist.rules.yaml_text import Path_, YamlText

OPERATORS = (
    "say", "sequence", "all", "any", "at_least", "none", "regex", "inside", "outside", "after", "before", "near",
    "call_time", "repeated", "not_said", "case", "amount", "clock", "sound",
)  # fmt: skip
COMPANIONS = {
    "within": {"sequence", "all"},
    "not_between": {"sequence"},
    "of": {"at_least"},
    "unless": {"regex"},
    "if_unknown": {"case", "amount"},
    "by": {"say"},
    "speaker": {"not_said"},
    "slot": {"say", "sequence", "all", "any", "at_least", "regex"},
}
REGEX_SECONDS = 0.005


class ConditionReader:
    """Reads the conditions of one file."""

    def __init__(
        self, source: YamlText, concepts: set[str], facts: Mapping[str, str], joiner: str, language: str
    ) -> None:
        self._source = source
        self._concepts = concepts
        self.known_concepts = frozenset(concepts)
        self._facts = {**FACT_KINDS, **facts}
        self._joiner = joiner
        self._language = language
        self._readers: dict[str, Callable[[Any, Path_, dict[str, Any]], Condition]] = {
            "say": self._say,
            "sequence": self._sequence,
            "all": self._all,
            "any": lambda value, at, _: AtLeast(1, self._list(value, at)),
            "at_least": self._at_least,
            "none": lambda value, at, _: NoneOf(self._list(value, at)),
            "regex": self._regex,
            "inside": lambda value, at, _: self._in_scope(value, at, inside=True),
            "outside": lambda value, at, _: self._in_scope(value, at, inside=False),
            "after": lambda value, at, _: Anchored(Order.AFTER, self._anchor(value, at)),
            "before": lambda value, at, _: Anchored(Order.BEFORE, self._anchor(value, at)),
            "near": lambda value, at, _: Anchored(Order.NEAR, self._anchor(value, at)),
            "call_time": self._call_time,
            "repeated": self._repeated,
            "not_said": self._not_said,
            "case": self._case,
            "amount": self._amount,
            "clock": self._clock,
            "sound": self._sound,
        }

    def read(self, value: Any, at: Path_) -> Condition:
        """One condition."""
        if isinstance(value, str):
            return Say((self.phrase(value, at),))
        if not isinstance(value, dict):
            raise self._source.problem("a condition is missing", "Write a phrase or an operator.", *at)
        names = [name for name in OPERATORS if name in value]
        if len(names) != 1:
            found = "no operator" if not names else "more than one operator: " + ", ".join(names)
            raise self._source.problem(
                f"the condition holds {found}", "One operator each; combine them with `all`.", *at
            )
        name = names[0]
        for companion, partners in COMPANIONS.items():
            if companion in value and name not in partners:
                raise self._source.problem(
                    f"`{companion}` means nothing beside `{name}`",
                    f"It goes with {' or '.join(sorted(partners))}.",
                    *at,
                    companion,
                )
        condition = self._readers[name](value[name], (*at, name), value)
        if "slot" in value:
            return _named(condition, str(value["slot"]))
        return condition

    def phrase(self, text: str, at: Path_) -> Phrase:
        """One phrase; its concepts must exist."""
        try:
            phrase = parse_phrase(text, self._source.line(*at), self._joiner)
        except PhraseError as error:
            raise self._source.problem(f"in the phrase “{text[:60]}”: {error}", error.instead, *at) from error
        for name in sorted(referenced_concepts(phrase) - self._concepts):
            raise self._source.problem(
                f"there is no concept `{name}`", self._nearest(name, self._concepts), *at
            )
        return phrase

    def phrases(self, value: Any, at: Path_) -> tuple[Phrase, ...]:
        """One phrase or a list of them."""
        if isinstance(value, str):
            return (self.phrase(value, at),)
        return tuple(self.phrase(str(text), (*at, index)) for index, text in enumerate(value))

    def facts(self, value: dict[str, Any], at: Path_, unknown: IfUnknown) -> Condition:
        """A map of case facts, all of which must hold."""
        parts = tuple(self._fact(name, wanted, (*at, name), unknown) for name, wanted in value.items())
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def _list(self, value: list[Any], at: Path_) -> tuple[Condition, ...]:
        return tuple(self.read(item, (*at, index)) for index, item in enumerate(value))

    def _say(self, value: Any, at: Path_, beside: dict[str, Any]) -> Condition:
        return Say(self.phrases(value, at), by_sound=beside.get("by", "sound") == "sound")

    def _sequence(self, value: list[Any], at: Path_, beside: dict[str, Any]) -> Condition:
        slots = self._list(value, at)
        for index, slot in enumerate(slots):
            if not is_spoken(slot):
                raise self._source.problem(
                    "a slot of a sequence holds no words", "Put it beside the sequence, in `all`.", *at, index
                )
        between = self._list(beside.get("not_between", []), (*at[:-1], "not_between"))
        return Sequence(slots, int(beside.get("within", 8)), between)

    def _all(self, value: list[Any], at: Path_, beside: dict[str, Any]) -> Condition:
        within = beside.get("within")
        return AllOf(self._list(value, at), None if within is None else int(within))

    def _at_least(self, value: int, at: Path_, beside: dict[str, Any]) -> Condition:
        if "of" not in beside:
            raise self._source.problem("`at_least` has no `of`", "Write at_least: 2 and of: [...].", *at)
        parts = self._list(beside["of"], (*at[:-1], "of"))
        if value > len(parts):
            raise self._source.problem(
                f"at least {value} of {len(parts)} can never be", "Lower the number.", *at
            )
        return AtLeast(value, parts)

    def _regex(self, value: str, at: Path_, beside: dict[str, Any]) -> Condition:
        unless = tuple(beside.get("unless", ()))
        for pattern in (value, *unless):
            try:
                compiled = regex.compile(pattern)
            except (regex.error, OverflowError, RecursionError, ValueError) as error:
                raise self._source.problem(
                    f"the regular expression can't be read: {error}", "Check brackets and backslashes.", *at
                ) from error
            if explodes(compiled):
                raise self._source.problem(
                    "the regular expression explodes on ordinary text",
                    "Avoid a repetition inside a repetition.",
                    *at,
                )
            if compiled.fullmatch("") or compiled.match(""):
                raise self._source.problem(
                    "the regular expression matches nothing at all, so it always matches",
                    "Make it say something.",
                    *at,
                )
        return Regex(value, unless)

    def _in_scope(self, value: dict[str, Any], at: Path_, *, inside: bool) -> Condition:
        what = self.read(value["what"], (*at, "what"))
        if not is_spoken(what):
            raise self._source.problem("a scope needs words inside it", "Give `what` a phrase.", *at, "what")
        return InScope(Scope(value["scope"]), what, inside)

    def _anchor(self, value: dict[str, Any], at: Path_) -> Anchor:
        if "what" in value and "rule" in value:
            raise self._source.problem("an anchor has both `what` and `rule`", "Keep one of them.", *at)
        what = self.read(value["what"], (*at, "what")) if "what" in value else None
        if what is not None and not is_spoken(what):
            raise self._source.problem("an anchor needs words", "Give `what` a phrase.", *at, "what")
        speaker = Speaker(value.get("speaker", "any"))
        seconds = value.get("seconds")
        return Anchor(what, value.get("rule", ""), speaker, None if seconds is None else float(seconds))

    def _call_time(self, value: dict[str, Any], at: Path_, _: dict[str, Any]) -> Condition:
        start, end = float(value.get("from_seconds", 0)), value.get("to_seconds")
        if end is not None and float(end) <= start:
            raise self._source.problem("`to_seconds` is not after `from_seconds`", "Swap them.", *at)
        return CallTime(start, None if end is None else float(end))

    def _repeated(self, value: dict[str, Any], at: Path_, _: dict[str, Any]) -> Condition:
        what = self.read(value["what"], (*at, "what"))
        if not is_spoken(what):
            raise self._source.problem("what is repeated needs words", "Give `what` a phrase.", *at, "what")
        seconds = value.get("seconds")
        return Repeated(what, int(value["times"]), None if seconds is None else float(seconds))

    def _not_said(self, value: dict[str, Any], at: Path_, beside: dict[str, Any]) -> Condition:
        what = self.read(value["what"], (*at, "what"))
        if not is_spoken(what):
            raise self._source.problem("what must be said needs words", "Give `what` a phrase.", *at, "what")
        after = self._anchor(value["after"], (*at, "after")) if "after" in value else None
        return NotSaid(what, float(value["by_seconds"]), after, Speaker(beside.get("speaker", "agent")))

    def _case(self, value: dict[str, Any], at: Path_, beside: dict[str, Any]) -> Condition:
        return self.facts(value, at, IfUnknown(beside.get("if_unknown", "possible")))

    def _fact(self, name: str, wanted: Any, at: Path_, unknown: IfUnknown) -> Condition:
        kind = self._facts.get(name)
        if kind is None:
            raise self._source.problem(
                f"there is no case fact `{name}`", self._nearest(name, set(self._facts)), *at
            )
        options = wanted if isinstance(wanted, list) else [wanted]
        return FactIs(name, tuple(self._comparison(name, kind, one, at) for one in options), unknown)

    def _comparison(self, name: str, kind: str, wanted: Any, at: Path_) -> Comparison:
        if kind == "yes_no":
            if not isinstance(wanted, bool):
                raise self._source.problem(f"`{name}` is yes or no", "Write true or false.", *at)
            return Comparison("=", wanted)
        if kind == "number":
            comparison = read_comparison(wanted) if isinstance(wanted, str) else None
            number = as_number(wanted)
            if comparison is not None:
                return comparison
            if number is None:
                raise self._source.problem(f"`{name}` is a number", 'Write 3 or "> 6".', *at)
            return Comparison("=", number)
        if not isinstance(wanted, str):
            raise self._source.problem(f"`{name}` is a text", "Quote it.", *at)
        if name == "party" and wanted not in PARTIES:
            raise self._source.problem(
                f"`{wanted}` is no party", "Write one of " + ", ".join(PARTIES) + ".", *at
            )
        return Comparison("=", wanted)

    def _amount(self, value: dict[str, Any], at: Path_, beside: dict[str, Any]) -> Condition:
        unknown = IfUnknown(beside.get("if_unknown", "possible"))
        wanted = [name for name in ("differs_from_owed", "more_than_owed", "any") if value.get(name)]
        if len(wanted) != 1:
            raise self._source.problem(
                "`amount` asks for none or several things",
                "One of differs_from_owed, more_than_owed, any.",
                *at,
            )
        return AmountSaid(
            differs=wanted == ["differs_from_owed"],
            more=wanted == ["more_than_owed"],
            tolerance_percent=float(value.get("tolerance_percent", 0.0)),
            if_unknown=unknown,
        )

    def _clock(self, value: dict[str, Any], at: Path_, _: dict[str, Any]) -> Condition:
        days = tuple(value.get("days", ()))
        if "outside" in value and "inside" in value:
            raise self._source.problem("`clock` has both inside and outside", "Keep one of them.", *at)
        for name in ("outside", "inside"):
            if name in value:
                start, end = (_minutes(part) for part in str(value[name]).split("-"))
                if not 0 <= start < end <= 24 * 60:
                    raise self._source.problem(
                        "the hours are not in order", 'Write "08:00-22:00"; use `outside` over midnight.', *at
                    )
                return ClockIs(start, end, name == "inside", days)
        return ClockIs(days=days)

    def _sound(self, value: dict[str, Any], at: Path_, _: dict[str, Any]) -> Condition:
        if len(value) != 1:
            raise self._source.problem("`sound` measures one thing", "Split it with `all`.", *at)
        (kind, threshold), *_rest = value.items()
        return SoundIs(SoundKind(kind), float(threshold))

    @staticmethod
    def _nearest(name: str, known: set[str]) -> str:
        from difflib import get_close_matches

        near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
        return f"Did you mean `{near[0]}`?" if near else "Name it first, or correct the name."


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute)


def _named(condition: Condition, slot: str) -> Condition:
    from dataclasses import replace

    if isinstance(condition, (Say, Sequence, AllOf, AtLeast, Regex)):
        return replace(condition, slot=slot)
    return condition


def is_spoken(condition: Condition) -> bool:
    """Whether it can only hold where words were said."""
    if isinstance(condition, (Say, Sequence, Regex, InScope, AmountSaid)):
        return True
    if isinstance(condition, AllOf):
        return any(is_spoken(part) for part in condition.parts)
    if isinstance(condition, AtLeast):
        return all(is_spoken(part) for part in condition.parts)
    if isinstance(condition, Repeated):
        return is_spoken(condition.what)
    return False


_PROBES = (
    "a" * 60 + "!",
    "我" * 60 + "!",
    "ab" * 40 + "!",
    "1" * 60 + "!",
    "他们会" * 20 + "!",
    " " * 60 + "!",
)


def explodes(pattern: Any) -> bool:
    """Whether a compiled pattern takes unbounded time on plain probes, its own literals included."""
    literals = "".join(character for character in pattern.pattern if character.isalnum())[:8]
    probes = [
        *_PROBES,
        *((piece * 40)[:80] + "!" for piece in {literals, literals[:1], literals[-1:]} if piece),
    ]
    for probe in probes:
        try:
            for _ in pattern.finditer(probe, timeout=0.05):
                pass
        except TimeoutError:
            return True
    return False
