"""Loads contact rules from YAML: the schema, then what a schema can't say; each fault a `PackProblem`."""

from __future__ import annotations

import hashlib
import json
from datetime import time
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from assist.contact.case import DebtKind, Role
from assist.contact.checks import zone_exists
from assist.contact.rules import ContactRule, ContactRules, Counted, Per, RuleKind, Source, Verdict
from assist.problems import AssistProblem, PackProblem
from assist.rules.yaml_text import YamlText, parse_yaml, read_yaml

UNREAD = {"C", "X"}
"""Certainties under which a number is a house rule, and off until the team switches it on."""


def shipped_contact_rules(locale: str) -> ContactRules:
    """The rules shipped for a locale such as `zh_CN`; AssistProblem `contact.no_rules` if there are none."""
    shipped: Traversable = resources.files("scripts").joinpath(locale, "contact.yaml")
    if not shipped.is_file():
        raise AssistProblem(
            "contact.no_rules",
            "There are no contact rules for {locale}. Choose another place, or add contact.yaml for it.",
            locale=locale,
        )
    return _rules(parse_yaml(shipped.read_bytes(), f"{locale}/contact.yaml"))


def load_contact_rules(path: Path) -> ContactRules:
    """The rules in a file of the team; raises the first PackProblem."""
    return _rules(read_yaml(path))


def check_contact_rules(path: Path) -> list[PackProblem]:
    """All faults of a file, in the order of their lines."""
    try:
        source = read_yaml(path)
    except PackProblem as problem:
        return [problem]
    problems = _schema_problems(source)
    return problems or sorted(_Reader(source).problems(), key=lambda problem: problem.line)


@cache
def contact_schema() -> dict[str, Any]:
    """The published schema."""
    text = resources.files("scripts").joinpath("schemas", "contact.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(contact_schema())


def _rules(source: YamlText) -> ContactRules:
    problems = _schema_problems(source)
    if problems:
        raise problems[0]
    return _Reader(source).read()


def _schema_problems(source: YamlText) -> list[PackProblem]:
    if not isinstance(source.value, dict):
        return [source.problem("the file is empty or no map", "Begin with `contact:` and `rules:`.")]
    return sorted(
        (_explained(source, error) for error in _validator().iter_errors(source.value)),
        key=lambda problem: problem.line,
    )


def _explained(source: YamlText, error: ValidationError) -> PackProblem:
    at = tuple(error.absolute_path)
    where = "`" + ".".join(map(str, at)) + "`" if at else "the file"
    instead = "See docs/contact-rules.md."
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = set(error.schema.get("properties", {}))
        unknown = next((key for key in error.instance if key not in known), "")
        return source.problem(
            f"`{unknown}` is not known here", "It knows " + ", ".join(sorted(known)) + ".", *at, unknown
        )
    if error.validator == "required":
        instead = "Add it."
    elif error.validator == "enum":
        instead = "Write one of " + ", ".join(map(str, error.validator_value)) + "."
    elif error.validator == "pattern":
        instead = f"It must look like {error.validator_value}."
    return source.problem(f"in {where}: {error.message[:200]}", instead, *at)


class _Reader:
    """Makes the rules of a file that fits the schema."""

    def __init__(self, source: YamlText) -> None:
        self._source = source
        assert isinstance(source.value, dict)  # noqa: S101 - the schema says so
        self._head: dict[str, Any] = source.value["contact"]  # type: ignore[assignment]
        self._sources: dict[str, Any] = source.value["sources"]  # type: ignore[assignment]
        self._items: list[dict[str, Any]] = source.value["rules"]  # type: ignore[assignment]

    def read(self) -> ContactRules:
        """The rules, or the first problem."""
        for problem in sorted(self.problems(), key=lambda one: one.line):
            raise problem
        head = self._head
        return ContactRules(
            pack_id=head["id"],
            version=head["version"],
            locale=head["locale"],
            title=head["title"],
            default_zone=head["default_zone"],
            all_plausible_zones=bool(head.get("all_plausible_zones", False)),
            rules=tuple(self._rule(item) for item in self._items),
            sha256=hashlib.sha256(self._source.raw).hexdigest(),
            file=self._source.file,
            lines={item["id"]: self._source.line("rules", index) for index, item in enumerate(self._items)},
        )

    def problems(self) -> list[PackProblem]:
        """What the schema can't say."""
        found: list[PackProblem] = []
        say = self._source.problem
        if not zone_exists(self._head["default_zone"]):
            found.append(
                say(
                    "this time zone is not known",
                    "Write an IANA name such as Asia/Shanghai.",
                    "contact",
                    "default_zone",
                )
            )
        seen: set[str] = set()
        for index, item in enumerate(self._items):
            if item["id"] in seen:
                found.append(
                    say(
                        f"the rule `{item['id']}` stands twice",
                        "Give each rule its own id.",
                        "rules",
                        index,
                        "id",
                    )
                )
            seen.add(item["id"])
            found.extend(self._rule_problems(item, index))
        return found

    def _rule_problems(self, item: dict[str, Any], index: int) -> list[PackProblem]:
        found: list[PackProblem] = []

        def say(reason: str, instead: str, *where: str) -> None:
            found.append(self._source.problem(reason, instead, "rules", index, *where))

        named = item["source"]
        if named not in self._sources:
            say(
                f"the source `{named}` is not listed",
                "Write one of " + ", ".join(sorted(self._sources)) + ".",
                "source",
            )
        elif self._sources[named]["certainty"] in UNREAD and (
            not item.get("house") or item.get("enabled", True)
        ):
            say(
                f"the source `{named}` was not read (certainty {self._sources[named]['certainty']})",
                "Write `house: true` and `enabled: false`; the team switches it on.", "source",
            )  # fmt: skip
        elif self._sources[named]["certainty"] == "H" and not item.get("house"):
            say(f"the source `{named}` is the house's own", "Write `house: true`.", "source")
        kind = RuleKind(item["kind"])
        for name in _NEEDED.get(kind, ()):
            if name not in item:
                say(f"a rule of kind `{kind.value}` needs `{name}`", "Add it.")
        if kind is RuleKind.WINDOW and "from" in item and "until" in item and item["from"] >= item["until"]:
            say(
                "the window ends before it begins",
                "Write `from` earlier than `until`, such as 08:00 and 22:00.",
                "from",
            )
        if item.get("warn_at", 0) and item["warn_at"] >= item.get("limit", 0):
            say("`warn_at` is not below `limit`", "Write a smaller number, or leave it out.", "warn_at")
        if kind is RuleKind.HOLIDAY and "country" in item:
            import holidays

            if item["country"] not in holidays.list_supported_countries():
                say(
                    f"no holidays are known for `{item['country']}`",
                    "Write a country code such as CN.",
                    "country",
                )
        return found

    def _rule(self, item: dict[str, Any]) -> ContactRule:
        source = self._sources[item["source"]]
        return ContactRule(
            rule_id=item["id"],
            kind=RuleKind(item["kind"]),
            title=item["title"],
            source=Source(
                source["instrument"],
                source.get("article", ""),
                source["certainty"],
                str(source.get("since", "")),
                source["binding"],
            ),
            verdict=Verdict(item["verdict"]),
            house=bool(item.get("house", False)),
            enabled=bool(item.get("enabled", True)),
            debt_kinds=frozenset(DebtKind(kind) for kind in item.get("debt_kinds", ())),
            roles=frozenset(Role(role) for role in item.get("roles", ())),
            from_time=_time(item.get("from", "00:00")),
            until_time=_time(item.get("until", "00:00")),
            open_bounds=bool(item.get("open_bounds", False)),
            consent_lifts=bool(item.get("consent_lifts", False)),
            counted=Counted(item.get("counted", "attempts")),
            per=Per(item.get("per", "person")),
            days=int(item.get("days", 1)),
            limit=int(item.get("limit", 0)),
            warn_at=int(item.get("warn_at", 0)),
            country=item.get("country", ""),
            subdivision=item.get("subdivision", ""),
            weekends=bool(item.get("weekends", False)),
            failed_dials=int(item.get("failed_dials", 0)),
            failed_days=int(item.get("failed_days", 0)),
            written_only=bool(item.get("written_only", False)),
            excluding=frozenset(item.get("excluding", ())),
        )


_NEEDED: dict[RuleKind, tuple[str, ...]] = {
    RuleKind.WINDOW: ("from", "until"),
    RuleKind.COUNT: ("counted", "per", "days", "limit"),
    RuleKind.COOLDOWN: ("per", "days"),
    RuleKind.HOLIDAY: ("country",),
    RuleKind.UNREACHABLE_FIRST: ("failed_dials", "failed_days"),
    RuleKind.THIRD_PARTY: ("limit",),
}


def _time(text: str) -> time:
    hours, minutes = text.split(":")
    return time(int(hours), int(minutes))
