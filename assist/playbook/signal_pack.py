"""The signals of a playbook as a rule pack, so that they are heard by the same engine as flags.

A signal with a condition becomes one rule of its name; its category is `S-` and the name. Signals that only
stand for hits of the rule engine have no rule here.
"""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from typing import Any, cast

from assist.problems import PackProblem
from assist.rules.condition_reader import ConditionReader, is_spoken
from assist.rules.conditions import Condition, FactValue, NotSaid, Scope, Speaker, anchors_in, parts_of
from assist.rules.facts import as_fact
from assist.rules.flags import Severity
from assist.rules.pack import Concept, Example, Rule, RulePack, RuleType, ScopeWords
from assist.rules.phrases import referenced_concepts
from assist.rules.yaml_text import Path_, YamlText
from speech.types import Channel

DEFAULT_UNLESS_SCOPE = ("negation", "reported")


class SignalPackReader:
    """Reads concepts and signals of all files; faults go into `problems`."""

    def __init__(
        self, files: list[YamlText], head: dict[str, Any], sha256: str, problems: list[PackProblem]
    ) -> None:
        self._files = files
        self._head = head
        self._sha256 = sha256
        self._problems = problems

    def read(self) -> RulePack:
        """The pack; without what could not be read."""
        language = self._head["language"]
        joiner = " " if language == "en" else ""
        names = {name for _, name, _ in self._maps("concepts")}
        concepts: dict[str, Concept] = {}
        rules: list[Rule] = []
        for source in self._files:
            reader = ConditionReader(source, names, {}, joiner, language)
            for name, item in self._own(source, "concepts"):
                if name in concepts:
                    self._problems.append(
                        source.problem(f"`{name}` is defined twice", "Rename one.", "concepts", name)
                    )
                try:
                    concepts[name] = self._concept(source, reader, name, item)
                except PackProblem as problem:
                    self._problems.append(problem)
            for name, item in self._own(source, "signals"):
                if "if" in item:
                    try:
                        rules.append(self._rule(source, reader, name, item))
                    except PackProblem as problem:
                        self._problems.append(problem)
        self._find_cycle(concepts)
        self._check_anchors(rules)
        return RulePack(
            pack_id=self._head["id"],
            version=self._head["version"],
            title=self._head["title"],
            language=language,
            script="latin" if language == "en" else "hans",
            jurisdictions=(),
            debt_types=(),
            concepts=concepts,
            rules=tuple(rules),
            scope_words=self._scope_words(),
            facts=(),
            instruments=(),
            sha256=self._sha256,
        )

    @staticmethod
    def _own(source: YamlText, key: str) -> Iterable[tuple[str, Any]]:
        value = source.value.get(key) if isinstance(source.value, dict) else None
        return list(value.items()) if isinstance(value, dict) else []

    def _maps(self, key: str) -> Iterable[tuple[YamlText, str, Any]]:
        for source in self._files:
            for name, item in self._own(source, key):
                yield source, name, item

    @staticmethod
    def _concept(source: YamlText, reader: ConditionReader, name: str, item: Any) -> Concept:
        at: Path_ = ("concepts", name)
        line = source.line(*at)
        if not isinstance(item, dict):
            return Concept(name, reader.phrases(item, at), line=line)
        for index, other in enumerate(item.get("include", ())):
            if other not in reader.known_concepts:
                raise source.problem(
                    f"there is no concept `{other}`", "Name it first, or correct it.", *at, "include", index
                )
        return Concept(
            name=name,
            phrases=reader.phrases(item["say"], (*at, "say")) if "say" in item else (),
            include=tuple(item.get("include", ())),
            exceptions=reader.phrases(item["not"], (*at, "not")) if "not" in item else (),
            by_sound=item.get("by", "sound") == "sound",
            spot=item.get("spot"),
            note=item.get("note", ""),
            line=line,
        )

    def _rule(self, source: YamlText, reader: ConditionReader, name: str, item: dict[str, Any]) -> Rule:
        at: Path_ = ("signals", name)
        condition = reader.read(item["if"], (*at, "if"))
        if not is_spoken(condition) or _has_deadline(condition):
            raise source.problem(
                "a signal is something said", "Name words in `if`; `required` of a stage knows what is due.",
                *at, "if",
            )  # fmt: skip
        unless = tuple(
            reader.read(one, (*at, "unless", index)) for index, one in enumerate(item.get("unless", ()))
        )
        speaker = Speaker(item.get("speaker", "customer"))
        return Rule(
            rule_id=name,
            title=item["title"],
            rule_type=RuleType.TRIGGER,
            category="S-" + name,
            severity=Severity.COACH,
            condition=condition,
            speaker=speaker,
            unless=unless,
            unless_scope=frozenset(map(Scope, item.get("unless_scope", DEFAULT_UNLESS_SCOPE))),
            weaker_in=frozenset(map(Scope, item.get("weaker_in", ()))),
            examples=tuple(self._examples(source, item, at, speaker)),
            house_rule=True,
            line=source.line(*at),
            file=source.file,
        )

    @staticmethod
    def _examples(source: YamlText, item: dict[str, Any], at: Path_, speaker: Speaker) -> Iterable[Example]:
        default = Channel.AGENT if speaker is Speaker.AGENT else Channel.CUSTOMER
        for kind in ("fire", "quiet"):
            for index, one in enumerate(item.get("examples", {}).get(kind, ())):
                line = source.line(*at, "examples", kind, index)
                if isinstance(one, str):
                    yield Example(one, default, kind == "fire", (), line)
                    continue
                context: list[tuple[str, FactValue]] = []
                for fact, value in one.get("context", {}).items():
                    plain = as_fact(value)
                    if plain is not None:
                        context.append((fact, plain))
                channel = Channel(one["speaker"]) if "speaker" in one else default
                yield Example(one["text"], channel, kind == "fire", tuple(context), line)

    def _find_cycle(self, concepts: dict[str, Concept]) -> None:
        graph = {
            name: {
                *concept.include,
                *(
                    other
                    for phrase in (*concept.phrases, *concept.exceptions)
                    for other in referenced_concepts(phrase)
                ),
            }
            for name, concept in concepts.items()
        }
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            trail: list[str] = error.args[1]
            source = next(one for one, name, _ in self._maps("concepts") if name == trail[0])
            path = " → ".join(trail)
            self._problems.append(
                source.problem(
                    f"concepts contain themselves: {path}", "Break the circle.", "concepts", trail[0]
                )
            )

    def _check_anchors(self, rules: list[Rule]) -> None:
        known = {rule.rule_id for rule in rules}
        for rule in rules:
            for name in sorted({one.rule for one in anchors_in(rule.condition) if one.rule} - known):
                self._problems.append(
                    PackProblem(
                        rule.file,
                        rule.line,
                        f"there is no signal `{name}` with an `if`",
                        "Correct the anchor.",
                    )
                )

    def _scope_words(self) -> tuple[ScopeWords, ...]:
        return tuple(
            ScopeWords(Scope(name), tuple(item.get("add", ())), tuple(item.get("remove", ())))
            for _, name, item in self._maps("scopes")
            for item in [cast("dict[str, Any]", item)]
        )


def _has_deadline(condition: Condition) -> bool:
    return isinstance(condition, NotSaid) or any(_has_deadline(part) for part in parts_of(condition))
