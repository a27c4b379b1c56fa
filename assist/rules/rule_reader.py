"""Turns one rule as written in YAML into a frozen `Rule`, with the checks that keep law and house rules apart."""

from __future__ import annotations

from typing import Any

from assist.rules.condition_reader import ConditionReader, is_spoken
from assist.rules.conditions import (
    AllOf,
    Anchored,
    AtLeast,
    Condition,
    IfUnknown,
    InScope,
    NoneOf,
    NotSaid,
    Repeated,
    Scope,
    Sequence,
    Speaker,
)
from assist.rules.facts import as_fact
from assist.rules.flags import LegalBasis, Severity
from assist.rules.pack import Example, RateLimit, Rule, RuleType, Tier
from assist.rules.yaml_text import Path_, YamlText
from speech.types import Channel

SEVERITIES = {"stop": Severity.STOP, "warn": Severity.WARN, "coach": Severity.COACH}
DEFAULT_UNLESS_SCOPE = ("negation", "reported")


class RuleReader:
    """Reads the rules of one file."""

    def __init__(self, source: YamlText, conditions: ConditionReader, head: dict[str, Any]) -> None:
        self._source = source
        self._conditions = conditions
        self._head = head

    def read(self, item: dict[str, Any], at: Path_) -> Rule:
        """One rule."""
        rule_type, category = self._category(item, at)
        condition = self._conditions.read(item["if"], (*at, "if"))
        self._check_shape(condition, at)
        if "when" in item:
            unknown = IfUnknown(item.get("if_unknown", "possible"))
            condition = AllOf((condition, self._conditions.facts(item["when"], (*at, "when"), unknown)))
        elif "if_unknown" in item:
            raise self._source.problem(
                "`if_unknown` means nothing without `when`", "Add `when`.", *at, "if_unknown"
            )
        unless = tuple(
            self._conditions.read(one, (*at, "unless", index))
            for index, one in enumerate(item.get("unless", ()))
        )
        for index, one in enumerate(unless):
            if any(isinstance(part, (NoneOf, NotSaid)) for part, _ in _walk(one, inside_all=False)):
                raise self._source.problem(
                    "`unless` needs something that is there",
                    "Take `none` and `not_said` out.",
                    *at,
                    "unless",
                    index,
                )
        speaker = item.get("speaker", "customer" if rule_type is RuleType.TRIGGER else "agent")
        spoken = is_spoken(condition)
        unless_scope = item.get("unless_scope", DEFAULT_UNLESS_SCOPE if spoken else ())
        limit = item.get("rate_limit")
        rule = Rule(
            rule_id=item["id"],
            title=item["title"],
            rule_type=rule_type,
            category=category,
            severity=SEVERITIES[item["severity"]],
            condition=condition,
            tier=Tier(item.get("tier", "strong")),
            speaker=Speaker(speaker),
            jurisdictions=tuple(item.get("jurisdictions", self._head["jurisdictions"])),
            debt_types=tuple(item.get("debt_types", ())),
            unless=unless,
            unless_scope=frozenset(map(Scope, unless_scope)),
            weaker_in=frozenset(map(Scope, item.get("weaker_in", ()))),
            stronger_in=frozenset(map(Scope, item.get("stronger_in", ()))),
            basis=self._basis(item, at, rule_type),
            say_instead=item.get("say_instead", ""),
            examples=self._examples(item, at, speaker),
            house_rule=item.get("house_rule", False),
            enabled=item.get("enabled", True),
            rate_limit=RateLimit(limit["alarms"], float(limit["seconds"])) if limit else RateLimit(),
            note=item.get("note", ""),
            line=self._source.line(*at),
            file=self._source.file,
        )
        self._check_scopes(rule, at)
        return rule

    def _category(self, item: dict[str, Any], at: Path_) -> tuple[RuleType, str]:
        names = [name for name in ("category", "trigger", "metadata", "duty") if name in item]
        if len(names) != 1:
            raise self._source.problem(
                "a rule has exactly one of category, trigger, metadata, duty", "Keep one of them.", *at
            )
        name, value = names[0], str(item[names[0]])
        if name == "category":
            return RuleType.VIOLATION, value
        if name == "trigger":
            return RuleType.TRIGGER, "T-" + value
        return (RuleType.METADATA, "M-" + value) if name == "metadata" else (RuleType.DUTY, value)

    def _basis(self, item: dict[str, Any], at: Path_, rule_type: RuleType) -> tuple[LegalBasis, ...]:
        basis = tuple(
            LegalBasis(
                instrument=one["instrument"],
                article=one.get("article", ""),
                certainty=one["certainty"],
                since=one.get("in_force", ""),
            )
            for one in item.get("basis", ())
        )
        house, enabled = item.get("house_rule", False), item.get("enabled", True)
        uncertain = [one for one in basis if one.certainty in {"C", "X"}]
        certain = [one for one in basis if one.certainty in {"A", "B"}]
        if uncertain and not certain and not (house and not enabled):
            raise self._source.problem(
                f"the basis “{uncertain[0].instrument}” has certainty {uncertain[0].certainty} and is shown as law",
                "Set house_rule: true and enabled: false, or read the primary text.",
                *at,
                "basis",
            )
        if uncertain and certain and not house:
            raise self._source.problem(
                f"the uncertain basis “{uncertain[0].instrument}” stands beside certain ones",
                "Leave it out, or put it into `note`.",
                *at,
                "basis",
            )
        if not basis and not house and rule_type is RuleType.VIOLATION:
            raise self._source.problem(
                "the rule has no legal basis", "Add `basis`, or set house_rule: true.", *at
            )
        return basis

    def _examples(self, item: dict[str, Any], at: Path_, speaker: str) -> tuple[Example, ...]:
        found: list[Example] = []
        default = speaker if speaker != "any" else "agent"
        for name in ("fire", "quiet"):
            for index, one in enumerate(item.get("examples", {}).get(name, ())):
                where = (*at, "examples", name, index)
                line = self._source.line(*where)
                if isinstance(one, str):
                    found.append(Example(one, Channel(default), name == "fire", (), line))
                    continue
                context = []
                for fact, value in one.get("context", {}).items():
                    plain = as_fact(value)
                    if plain is None:
                        raise self._source.problem(
                            f"`{fact}` has no plain value", "Write a text, a number or true/false.", *where
                        )
                    context.append((fact, plain))
                found.append(
                    Example(
                        one["text"],
                        Channel(one.get("speaker", default)),
                        name == "fire",
                        tuple(context),
                        line,
                    )
                )
        return tuple(found)

    def _check_shape(self, condition: Condition, at: Path_) -> None:
        for one, inside_all in _walk(condition, inside_all=False):
            if isinstance(one, NoneOf) and not inside_all:
                raise self._source.problem(
                    "`none` stands alone, so silence would fire it",
                    "Put it beside words, inside `all`.",
                    *at,
                    "if",
                )
            if isinstance(one, AllOf) and all(isinstance(part, NoneOf) for part in one.parts):
                raise self._source.problem(
                    "`all` holds only `none`, so silence would fire it", "Add what must be said.", *at, "if"
                )
        parts = condition.parts if isinstance(condition, AllOf) else (condition,)
        deadlines = [part for part in parts if isinstance(part, NotSaid)]
        nested = [one for one, _ in _walk(condition, inside_all=False) if isinstance(one, NotSaid)]
        if len(nested) != len(deadlines) or len(deadlines) > 1:
            raise self._source.problem(
                "`not_said` is hidden inside another operator",
                "Put one directly under `if` or its `all`.",
                *at,
                "if",
            )
        if deadlines and any(is_spoken(part) for part in parts):
            raise self._source.problem(
                "`not_said` stands beside words", "Use its `after` for what must come first.", *at, "if"
            )

    def _check_scopes(self, rule: Rule, at: Path_) -> None:
        twice = (rule.unless_scope & rule.weaker_in) | (rule.unless_scope & rule.stronger_in)
        twice |= rule.weaker_in & rule.stronger_in
        if twice:
            raise self._source.problem(
                f"the scope {min(twice)} does two things", "Name it in one of the lists.", *at
            )


def _walk(condition: Condition, *, inside_all: bool) -> list[tuple[Condition, bool]]:
    found: list[tuple[Condition, bool]] = [(condition, inside_all)]
    if isinstance(condition, AllOf):
        for part in condition.parts:
            found += _walk(part, inside_all=True)
    elif isinstance(condition, (AtLeast, NoneOf)):
        for part in condition.parts:
            found += _walk(part, inside_all=False)
    elif isinstance(condition, Sequence):
        for part in condition.slots:
            found += _walk(part, inside_all=False)
    elif isinstance(condition, (InScope, Repeated)):
        found += _walk(condition.what, inside_all=False)
    elif isinstance(condition, Anchored) and condition.anchor.what is not None:
        found += _walk(condition.anchor.what, inside_all=False)
    return found
