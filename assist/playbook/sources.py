"""A playbook's files: read with their includes, checked against the schema; every fault has file and line.

An included file is a playbook without `playbook`; it lies beside the including one or in the packs' folder.
"""

from __future__ import annotations

import json
from difflib import get_close_matches
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, relevance
from referencing import Registry, Resource

from assist.problems import PackProblem
from assist.rules.loader import rules_schema
from assist.rules.yaml_text import YamlText, read_yaml

MOST_FILES = 50
MOST_PROBLEMS = 50


def read_files(path: Path, problems: list[PackProblem]) -> list[YamlText]:
    """The playbook's file and what it includes, each once; included ones first. Faults go into `problems`."""
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
            problems.append(source.problem("the file is empty or no map", "Begin with `playbook:`."))
            return
        if one != path.resolve() and "playbook" in source.value:
            problems.append(source.problem("an included file has a `playbook`", "Remove it.", "playbook"))
        names = source.value.get("include")
        for index, name in enumerate(names if isinstance(names, list) else []):
            if not isinstance(name, str):
                continue  # the schema says so
            target = (one.parent / name).resolve()
            if Path(name).is_absolute() or not any(target.is_relative_to(folder) for folder in allowed):
                problems.append(
                    source.problem(
                        f"`{name}` lies outside the packs", "Use a relative path.", "include", index
                    )
                )
            elif len(seen) >= MOST_FILES:
                problems.append(source.problem("too many files are included", "Join some.", "include", index))
            elif not target.is_file():
                problems.append(
                    source.problem(f"`{name}` is not there", "Correct the path.", "include", index)
                )
            else:
                read(target, name)
        files.append(source)

    read(path.resolve(), path.name)
    return files


def schema_problems(source: YamlText) -> list[PackProblem]:
    """What the schema has against a file, in the order of lines."""
    found = [_explained(source, error) for error in _validator().iter_errors(source.value)]
    return sorted(found, key=lambda problem: problem.line)[:MOST_PROBLEMS]


@cache
def playbook_schema() -> dict[str, Any]:
    """The published schema."""
    text = resources.files("scripts").joinpath("schemas", "playbook.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@cache
def _validator() -> Draft202012Validator:
    rules = rules_schema()
    registry: Registry[Any] = Registry().with_resource(rules["$id"], Resource.from_contents(rules))
    return Draft202012Validator(playbook_schema(), registry=registry)


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
        near = get_close_matches(unknown, sorted(known), n=1, cutoff=0.6)
        instead = f"Did you mean `{near[0]}`?" if near else "It knows " + ", ".join(sorted(known)) + "."
        return source.problem(f"`{unknown}` is not known here", instead, *at, unknown)
    message = error.message if len(error.message) < 200 else error.message[:200] + "…"
    instead = "See docs/playbook-format.md."
    if error.validator == "required":
        instead = "Add it."
    elif error.validator == "enum":
        instead = "Write one of " + ", ".join(map(str, error.validator_value)) + "."
    elif error.validator == "pattern":
        instead = f"It must look like {error.validator_value}."
    return source.problem(f"in {where}: {message}", instead, *at)
