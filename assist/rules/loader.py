"""Loads a rule pack: YAML with lines, the schema, then everything that a schema can't say.

Every fault is a `PackProblem` with file, line, reason and what to write instead. `check_pack` collects all
of them for authors; `load_pack` raises the first. A rule is never silently ignored.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, relevance

from assist.problems import AssistProblem, PackProblem
from assist.rules.condition_reader import ConditionReader
from assist.rules.conditions import Scope
from assist.rules.facts import FACT_KINDS
from assist.rules.meaning.model import MeaningModel
from assist.rules.pack import Concept, CustomFact, Instrument, Rule, RulePack, ScopeWords
from assist.rules.phrases import referenced_concepts
from assist.rules.rule_reader import RuleReader
from assist.rules.yaml_text import Path_, YamlText, read_yaml

MOST_FILES = 100
MOST_PROBLEMS = 50
LARGEST_MODEL_BYTES = 64 * 1024 * 1024

OF_THE_MAIN_FILE = {"pack", "scopes", "instruments"}
"""What holds for the whole pack stands in one place."""


def load_pack(path: Path, *, classifier: bool = True) -> RulePack:
    """The pack in `path`, on wish without the classifier that it names; raises the first PackProblem."""
    pack, problems = check_pack(path, classifier=classifier)
    if problems:
        raise problems[0]
    assert pack is not None  # noqa: S101 - check_pack gives a pack or problems
    return pack


def check_pack(path: Path, *, classifier: bool = True) -> tuple[RulePack | None, list[PackProblem]]:
    """The pack, or all problems found in it (at most 50), in the order of their lines."""
    problems: list[PackProblem] = []
    files = _read_files(path, problems)
    for source in files:
        problems.extend(_schema_problems(source))
    if problems:
        return None, problems[:MOST_PROBLEMS]
    return _Builder(path, files, problems).build(classifier=classifier)


@cache
def rules_schema() -> dict[str, Any]:
    """The published schema."""
    text = resources.files("scripts").joinpath("schemas", "rules.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(rules_schema())


def _read_files(path: Path, problems: list[PackProblem]) -> list[YamlText]:
    """The pack's file and what it includes, each once, in order."""
    root = path.resolve().parent
    allowed = (root, root.parent)
    files: list[YamlText] = []
    seen: set[Path] = set()

    def read(one: Path, shown: str) -> None:
        if one in seen:
            return
        seen.add(one)
        try:
            source = read_yaml(one, shown)
        except PackProblem as problem:
            problems.append(problem)
            return
        if not isinstance(source.value, dict):
            problems.append(source.problem("the file is empty or no map", "Begin with `pack:` and `rules:`."))
            return
        if len(seen) > 1:
            problems.extend(
                source.problem(f"an included file has `{key}`", "Move it to the pack's main file.", key)
                for key in sorted(OF_THE_MAIN_FILE & source.value.keys())
            )
        names = source.value.get("include")
        for index, name in enumerate(names if isinstance(names, list) else []):
            if not isinstance(name, str):
                continue  # the schema says so
            target = (one.parent / name).resolve()
            at: Path_ = ("include", index)
            if Path(name).is_absolute() or not any(target.is_relative_to(folder) for folder in allowed):
                problems.append(
                    source.problem(f"`{name}` lies outside the packs", "Use a relative path.", *at)
                )
            elif len(seen) >= MOST_FILES:
                problems.append(source.problem("too many files are included", "Join some of them.", *at))
            elif not target.is_file():
                problems.append(source.problem(f"`{name}` is not there", "Correct the path.", *at))
            else:
                read(target, name)
        files.append(source)

    read(path.resolve(), path.name)
    return files


def _schema_problems(source: YamlText) -> list[PackProblem]:
    errors = sorted(
        _validator().iter_errors(source.value), key=lambda error: list(map(str, error.absolute_path))
    )
    found = [_explained(source, error) for error in errors[:MOST_PROBLEMS]]
    return sorted(found, key=lambda problem: problem.line)


def _explained(source: YamlText, error: ValidationError) -> PackProblem:
    """The most telling of nested errors, in plain words."""
    while error.context:
        deepest = [one for one in error.context if one.validator != "type"] or list(error.context)
        error = max(deepest, key=lambda one: (len(one.absolute_path), relevance(one)))
    at = tuple(error.absolute_path)
    where = "`" + ".".join(str(part) for part in at) + "`" if at else "the file"
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = set(error.schema.get("properties", {}))
        unknown = next((key for key in error.instance if key not in known), "")
        from difflib import get_close_matches

        near = get_close_matches(unknown, sorted(known), n=1, cutoff=0.6)
        instead = f"Did you mean `{near[0]}`?" if near else "It knows " + ", ".join(sorted(known)) + "."
        return source.problem(f"`{unknown}` is not known here", instead, *at, unknown)
    message = error.message if len(error.message) < 200 else error.message[:200] + "…"
    instead = "See docs/rules-format.md."
    if error.validator == "required":
        instead = "Add it."
    elif error.validator == "enum":
        instead = "Write one of " + ", ".join(map(str, error.validator_value)) + "."
    elif error.validator == "pattern":
        instead = f"It must look like {error.validator_value}."
    return source.problem(f"in {where}: {message}", instead, *at)


class _Builder:
    """Makes the pack out of files that fit the schema."""

    def __init__(self, path: Path, files: list[YamlText], problems: list[PackProblem]) -> None:
        self._path = path
        self._files = files
        self._problems = problems

    def build(self, *, classifier: bool) -> tuple[RulePack | None, list[PackProblem]]:
        main = self._files[-1] if self._files else None
        if main is None or not isinstance(main.value, dict) or "pack" not in main.value:
            problem = PackProblem(self._path.name, 1, "there is no `pack`", "Begin with `pack:`.")
            return None, [*self._problems, problem]
        head: dict[str, Any] = dict(main.value["pack"])  # type: ignore[arg-type]
        joiner = " " if head["language"] == "en" else ""
        names = self._concept_names()
        facts = self._custom_facts()
        kinds = {fact.name: fact.value_type for fact in facts}
        concepts: dict[str, Concept] = {}
        rules: list[Rule] = []
        for source in self._files:
            reader = ConditionReader(source, names, kinds, joiner, head["language"])
            self._read_concepts(source, reader, concepts)
            rules.extend(self._read_rules(source, reader, head, {rule.rule_id for rule in rules}))
        self._find_cycle(concepts)
        self._check_rule_references(rules)
        scope_words = self._scope_words(main)
        instruments = self._instruments(main, rules)
        self._check_debt_types(main, head, rules)
        meaning = self._meaning(main, head) if classifier else b""
        if self._problems:
            return None, sorted(self._problems, key=lambda one: (one.file, one.line))[:MOST_PROBLEMS]
        digest = hashlib.sha256()
        for raw in [*(source.raw for source in self._files), meaning]:
            digest.update(len(raw).to_bytes(8, "big") + raw)
        pack = RulePack(
            pack_id=head["id"],
            version=head["version"],
            title=head["title"],
            language=head["language"],
            script=head.get("script", "latin" if head["language"] == "en" else "hans"),
            jurisdictions=tuple(head["jurisdictions"]),
            debt_types=tuple(head.get("debt_types", ())),
            concepts=concepts,
            rules=tuple(rules),
            scope_words=scope_words,
            facts=facts,
            instruments=instruments,
            sha256=digest.hexdigest(),
            meaning=meaning,
        )
        return pack, []

    def _maps(self, key: str) -> Iterable[tuple[YamlText, str, Any]]:
        for source in self._files:
            value = source.value.get(key) if isinstance(source.value, dict) else None
            for name, item in (value if isinstance(value, dict) else {}).items():
                yield source, name, item

    def _concept_names(self) -> set[str]:
        names: set[str] = set()
        for source, name, _ in self._maps("concepts"):
            if name in names:
                self._add(source, f"the concept `{name}` is defined twice", "Rename one.", "concepts", name)
            names.add(name)
        return names

    def _custom_facts(self) -> tuple[CustomFact, ...]:
        found: dict[str, CustomFact] = {}
        for source, name, item in self._maps("facts"):
            if name in found or name in FACT_KINDS:
                self._add(source, f"the fact `{name}` is defined twice", "Rename one.", "facts", name)
            found[name] = CustomFact(name, item["title"], item["type"])
        return tuple(found.values())

    def _read_concepts(self, source: YamlText, reader: ConditionReader, into: dict[str, Concept]) -> None:
        value = source.value.get("concepts") if isinstance(source.value, dict) else None
        for name, item in (value if isinstance(value, dict) else {}).items():
            at: Path_ = ("concepts", name)
            try:
                into[name] = self._concept(source, reader, name, item, at)
            except PackProblem as problem:
                self._problems.append(problem)

    def _concept(self, source: YamlText, reader: ConditionReader, name: str, item: Any, at: Path_) -> Concept:
        line = source.line(*at)
        if not isinstance(item, dict):
            return Concept(name, reader.phrases(item, at), line=line)
        include = tuple(item.get("include", ()))
        known = reader.known_concepts
        for index, other in enumerate(include):
            if other not in known:
                raise source.problem(
                    f"there is no concept `{other}`", "Name it first, or correct it.", *at, "include", index
                )
        return Concept(
            name=name,
            phrases=reader.phrases(item["say"], (*at, "say")) if "say" in item else (),
            include=include,
            exceptions=reader.phrases(item["not"], (*at, "not")) if "not" in item else (),
            by_sound=item.get("by", "sound") == "sound",
            spot=item.get("spot"),
            note=item.get("note", ""),
            line=line,
        )

    def _read_rules(
        self, source: YamlText, reader: ConditionReader, head: dict[str, Any], before: set[str]
    ) -> list[Rule]:
        items = source.value.get("rules", []) if isinstance(source.value, dict) else []
        rules: list[Rule] = []
        rule_reader = RuleReader(source, reader, head)
        for index, item in enumerate(items if isinstance(items, list) else []):
            try:
                rule = rule_reader.read(cast("dict[str, Any]", item), ("rules", index))
            except PackProblem as problem:
                self._problems.append(problem)
                continue
            if rule.rule_id in before or any(rule.rule_id == one.rule_id for one in rules):
                self._add(
                    source, f"the rule `{rule.rule_id}` is defined twice", "Rename one.", "rules", index, "id"
                )
            rules.append(rule)
        return rules

    def _find_cycle(self, concepts: dict[str, Concept]) -> None:
        done: set[str] = set()
        for start in concepts:
            trail: list[str] = []
            if self._cycle(start, concepts, trail, done):
                source = next(one for one, name, _ in self._maps("concepts") if name == trail[-1])
                path = " → ".join(trail[trail.index(trail[-1]) :])
                self._add(
                    source, f"concepts contain themselves: {path}", "Break the circle.", "concepts", trail[-1]
                )
                return

    def _cycle(self, name: str, concepts: dict[str, Concept], trail: list[str], done: set[str]) -> bool:
        """Depth-first without recursion, so that a long chain can't overflow; `trail` ends in the cycle."""
        stack: list[tuple[str, list[str]]] = [(name, _children(concepts.get(name)))]
        trail.append(name)
        while stack:
            current, children = stack[-1]
            if not children or current in done:
                done.add(current)
                stack.pop()
                trail.pop()
                continue
            child = children.pop()
            if child in trail:
                trail.append(child)
                return True
            if child not in done:
                trail.append(child)
                stack.append((child, _children(concepts.get(child))))
        return False

    def _check_rule_references(self, rules: list[Rule]) -> None:
        known = {rule.rule_id for rule in rules}
        for rule in rules:
            for name in sorted(rule.anchor_rules() - known):
                problem = PackProblem(
                    rule.file, rule.line, f"there is no rule `{name}`", "Correct the anchor."
                )
                self._problems.append(problem)

    def _instruments(self, main: YamlText, rules: list[Rule]) -> tuple[Instrument, ...]:
        """Which debts an instrument binds; one that no rule cites is a slip of the pen that would bind nothing."""
        value = main.value.get("instruments", []) if isinstance(main.value, dict) else []
        found: dict[str, Instrument] = {}
        cited = {basis.instrument for rule in rules for basis in rule.basis}
        for index, item in enumerate(cast("list[dict[str, Any]]", value)):
            name = item["name"]
            if name in found or name not in cited:
                why = "is listed twice" if name in found else "is cited by no rule"
                self._add(main, f"the instrument “{name}” {why}", "Correct it.", "instruments", index, "name")
            found[name] = Instrument(name, tuple(item["debt_types"]))
        return tuple(found.values())

    def _check_debt_types(self, main: YamlText, head: dict[str, Any], rules: list[Rule]) -> None:
        """Every kind of debt that is named must be one of the pack's, where the pack lists them."""
        known = set(head.get("debt_types", ()))
        if not known:
            return
        for rule in rules:
            for name in sorted(set(rule.debt_types) - known):
                advice = f"Write one of {', '.join(sorted(known))}."
                problem = PackProblem(rule.file, rule.line, f"the pack knows no debt type `{name}`", advice)
                self._problems.append(problem)
        value = main.value.get("instruments", []) if isinstance(main.value, dict) else []
        for index, item in enumerate(cast("list[dict[str, Any]]", value)):
            for name in sorted(set(item["debt_types"]) - known):
                advice = f"Write one of {', '.join(sorted(known))}."
                self._add(main, f"the pack knows no debt type `{name}`", advice, "instruments", index)

    def _scope_words(self, main: YamlText) -> tuple[ScopeWords, ...]:
        value = main.value.get("scopes") if isinstance(main.value, dict) else None
        return tuple(
            ScopeWords(Scope(name), tuple(item.get("add", ())), tuple(item.get("remove", ())))
            for name, item in cast("dict[str, Any]", value if isinstance(value, dict) else {}).items()
            if isinstance(item, dict)
        )

    def _meaning(self, main: YamlText, head: dict[str, Any]) -> bytes:
        if "meaning" not in head:
            return b""
        name, at = head["meaning"]["file"], ("pack", "meaning", "file")
        target = (self._path.resolve().parent / name).resolve()
        if Path(name).is_absolute() or not target.is_relative_to(self._path.resolve().parent):
            self._add(main, f"`{name}` lies outside the pack", "Use a relative path.", *at)
            return b""
        try:
            if target.stat().st_size > LARGEST_MODEL_BYTES:
                self._add(main, f"`{name}` is too large", "Train a smaller one.", *at)
                return b""
            raw: bytes = target.read_bytes()
        except OSError:
            self._add(main, f"`{name}` can't be read", "Build it with tools/train_meaning.py.", *at)
            return b""
        wanted = head["meaning"].get("sha256")
        if wanted and hashlib.sha256(raw).hexdigest() != wanted:
            self._add(main, f"`{name}` is not the file that the pack names", "Correct `sha256`.", *at)
            return raw
        try:
            model = MeaningModel.load(raw)
        except AssistProblem as problem:
            self._add(main, f"`{name}`: {problem}", "Build it with tools/train_meaning.py.", *at)
        else:
            if model.language.name != head["language"]:
                self._add(main, f"`{name}` was trained for another language", "Train it for this pack.", *at)
        return raw

    def _add(self, source: YamlText, reason: str, instead: str, *at: str | int) -> None:
        self._problems.append(source.problem(reason, instead, *at))


def _children(concept: Concept | None) -> list[str]:
    if concept is None:
        return []
    names = set(concept.include)
    for phrase in (*concept.phrases, *concept.exceptions):
        names |= referenced_concepts(phrase)
    return sorted(names)
