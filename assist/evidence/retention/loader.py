"""Loads retention rules from YAML: the schema, then what a schema can't say; each fault a `PackProblem`."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from assist.evidence.retention.rules import CountedFrom, RetentionRule, RetentionRules, RetentionSource
from assist.problems import AssistProblem, PackProblem

LARGEST_FILE_BYTES = 256 * 1024
UNREAD = {"C", "X"}
"""Certainties under which a period is no law that we read: it may only be a house rule."""


def shipped_retention_rules(locale: str) -> RetentionRules:
    """The rules shipped for a locale such as `zh_CN`; AssistProblem if there are none."""
    shipped = resources.files("scripts").joinpath(locale, "retention.yaml")
    if not shipped.is_file():
        raise AssistProblem(
            "retention.no_rules",
            "There are no retention rules for {locale}. Choose another place, or add retention.yaml for it.",
            locale=locale,
        )
    return read_retention_rules(shipped.read_bytes(), f"{locale}/retention.yaml")


def load_retention_rules(path: Path) -> RetentionRules:
    """The rules in a file of the team."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = f"the file can't be read ({error.strerror or error})"
        raise PackProblem(path.name, 1, reason, "Check the path and the rights.") from error
    return read_retention_rules(raw, path.name)


def read_retention_rules(raw: bytes, name: str) -> RetentionRules:
    """The rules in the bytes of a file called `name`."""
    value = _parsed(raw, name)
    errors = sorted(_validator().iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
    if errors:
        where = list(errors[0].absolute_path)
        raise PackProblem(
            name, _line(value, where), errors[0].message, "Compare with schemas/retention.schema.json."
        )
    head = value["retention"]
    rules = tuple(_rule(value, place, name) for place in range(len(value["rules"])))
    identifiers = [rule.rule_id for rule in rules]
    for place, identifier in enumerate(identifiers):
        if identifier in identifiers[:place]:
            line = _line(value, ["rules", place])
            raise PackProblem(
                name, line, f"the rule {identifier} is there twice", "Give each rule its own id."
            )
    return RetentionRules(
        rules_id=head["id"],
        version=head["version"],
        locale=head["locale"],
        title=head["title"],
        sha256=hashlib.sha256(raw).hexdigest(),
        rules=rules,
    )


@cache
def retention_schema() -> dict[str, Any]:
    """The published schema."""
    text = resources.files("scripts").joinpath("schemas", "retention.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(retention_schema())


def _parsed(raw: bytes, name: str) -> CommentedMap:
    if len(raw) > LARGEST_FILE_BYTES:
        raise PackProblem(name, 1, f"the file is too large ({len(raw)} bytes)", "Retention rules are a page.")
    try:
        value = YAML(typ="rt", pure=True).load(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PackProblem(name, 1, "it is not UTF-8 text", "Save the file as UTF-8.") from error
    except (YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise PackProblem(name, line, f"it is not valid YAML ({type(error).__name__})", "Mend it.") from error
    if not isinstance(value, CommentedMap):
        raise PackProblem(name, 1, "the file is empty or no map", "Begin with `retention:` and `rules:`.")
    return value


def _rule(value: CommentedMap, place: int, name: str) -> RetentionRule:
    given = value["rules"][place]
    line = _line(value, ["rules", place])
    if given["source"] not in value["sources"]:
        raise PackProblem(name, line, f"there is no source {given['source']}", "Name one of `sources`.")
    source = RetentionSource(**{"article": "", "since": "", **value["sources"][given["source"]]})
    if source.certainty in UNREAD and not given.get("house", False):
        raise PackProblem(
            name,
            line,
            f"its source was not read (certainty {source.certainty})",
            "Add `house: true`: it is the team's own rule until the text was read.",
        )
    return RetentionRule(
        rule_id=given["id"],
        title=given["title"],
        debt_kinds=frozenset(given.get("debt_kinds", ())),
        months=given["keep"].get("years", 0) * 12 + given["keep"].get("months", 0),
        counted_from=CountedFrom(given["keep"]["from"]),
        source=source,
        enabled=given.get("enabled", True),
    )


def _line(value: object, where: list[Any]) -> int:
    """Line (from 1) of the innermost value on the way that has one."""
    line = 0
    for step in where:
        if isinstance(value, CommentedMap) and step in value:
            line, value = value.lc.key(step)[0], value[step]
        elif isinstance(value, CommentedSeq):
            line, value = value.lc.item(step)[0], value[step]
    return line + 1
