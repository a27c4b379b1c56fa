"""Turns stages, cards and facts as written in YAML into the frozen types of `book`; every fault names its line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from assist.playbook.book import (
    ALWAYS,
    OWN_FACTS,
    Block,
    Card,
    Enter,
    Required,
    Stage,
    Step,
    Topic,
    Variant,
    When,
)
from assist.playbook.changes import MindState, Technique
from assist.problems import PackProblem
from assist.rules.conditions import Comparison, FactValue
from assist.rules.facts import FACT_KINDS, PARTIES, as_number, read_comparison
from assist.rules.yaml_text import Path_, YamlText

KNOWN_FACTS = {**FACT_KINDS, **OWN_FACTS}


class BookReader:
    """Reads single entries; faults go into `problems`, and what could not be read is left out."""

    def __init__(self, problems: list[PackProblem]) -> None:
        self._problems = problems

    def when(self, source: YamlText, value: Any, at: Path_) -> When:
        """Facts that must hold."""
        if not value:
            return ALWAYS
        facts: list[tuple[str, tuple[Comparison, ...]]] = []
        for name, wanted in value.items():
            options = wanted if isinstance(wanted, list) else [wanted]
            known = [self._comparison(source, name, one, (*at, name)) for one in options]
            facts.append((name, tuple(one for one in known if one is not None)))
        return When(tuple(facts))

    def sets(self, source: YamlText, value: Any, at: Path_) -> tuple[tuple[str, FactValue], ...]:
        """Facts that become known."""
        found: list[tuple[str, FactValue]] = []
        for name, wanted in (value or {}).items():
            comparison = self._comparison(source, name, wanted, (*at, name))
            if comparison is None:
                continue
            if comparison.operator != "=":
                self._add(source, f"`{name}` is set to a comparison", "Give one value.", *at, name)
                continue
            found.append((name, comparison.value))
        return tuple(found)

    def _comparison(self, source: YamlText, name: str, wanted: Any, at: Path_) -> Comparison | None:
        kind = KNOWN_FACTS.get(name)
        if kind is None:
            near = get_close_matches(name, sorted(KNOWN_FACTS), n=1, cutoff=0.6)
            self._add(
                source,
                f"there is no fact `{name}`",
                f"Did you mean `{near[0]}`?" if near else "See docs/playbook-format.md.",
                *at,
            )
            return None
        if kind == "yes_no" and isinstance(wanted, bool):
            return Comparison("=", wanted)
        if kind == "number" and not isinstance(wanted, bool):
            read = read_comparison(wanted) if isinstance(wanted, str) else None
            number = as_number(wanted)
            if read is not None:
                return read
            if number is not None:
                return Comparison("=", number)
        if kind == "text" and isinstance(wanted, str):
            if name == "party" and wanted not in PARTIES:
                self._add(source, f"`{wanted}` is no party", f"Write one of {', '.join(PARTIES)}.", *at)
                return None
            return Comparison("=", wanted)
        needs = {"yes_no": "true or false", "number": 'a number or "> 6"', "text": "a text in quotes"}[kind]
        self._add(source, f"`{name}` does not take `{wanted}`", f"Write {needs}.", *at)
        return None

    def stage(self, source: YamlText, item: dict[str, Any], at: Path_) -> Stage:
        """One stage, without its cards."""
        return Stage(
            stage_id=item["id"],
            title=item["title"],
            step=Step(item["step"]),
            goal=item.get("goal", ""),
            urgency=item.get("urgency", 0),
            final=item.get("final", False),
            enter=tuple(
                Enter(
                    on=tuple(way["on"]),
                    from_stages=tuple(way.get("from", ())),
                    anywhere=way.get("anywhere", False),
                    when=self.when(source, way.get("when"), (*at, "enter", index, "when")),
                )
                for index, way in enumerate(item.get("enter", ()))
            ),
            required=tuple(
                Required(
                    one["item"],
                    None if "seconds" not in one else float(one["seconds"]),
                    one.get("stage", ""),
                )
                for one in item.get("required", ())
            ),
            blocks=tuple(
                Block(
                    note=one["note"],
                    topics=frozenset(map(Topic, one.get("topics", ()))),
                    techniques=frozenset(map(Technique, one.get("techniques", ()))),
                    basis=one.get("basis", ""),
                )
                for one in item.get("blocks", ())
            ),
            next=tuple(item.get("next", ())),
            line=source.line(*at),
            file=source.file,
        )

    def card(self, source: YamlText, item: dict[str, Any], at: Path_, stages: frozenset[str]) -> Card:
        """One card."""
        says = item["say"] if isinstance(item["say"], list) else [item["say"]]
        variants = []
        for index, one in enumerate(says):
            where = (*at, "say", index) if isinstance(item["say"], list) else (*at, "say")
            variant = {"text": one} if isinstance(one, str) else one
            variants.append(
                Variant(
                    text=variant["text"],
                    minds=frozenset(map(MindState, variant.get("minds", ()))),
                    when=self.when(source, variant.get("when"), (*where, "when")),
                    line=source.line(*where),
                )
            )
        on = tuple(item.get("on", ()))
        return Card(
            card_id=item["id"],
            variants=tuple(variants),
            why=item["why"],
            technique=Technique(item["technique"]),
            stages=stages,
            on=on,
            minds=frozenset(map(MindState, item.get("minds", ()))),
            when=self.when(source, item.get("when"), (*at, "when")),
            does=item.get("does", ""),
            said=tuple(item.get("said", ())),
            topics=frozenset(map(Topic, item.get("topics", ()))),
            priority=item.get("priority", 5),
            repeat=item.get("repeat", bool(on)),
            standing=item.get("standing", not on),
            urgent=item.get("urgent", False),
            tip=item.get("tip", False),
            basis=item.get("basis", ""),
            line=source.line(*at),
            file=source.file,
        )

    def _add(self, source: YamlText, reason: str, instead: str, *at: str | int) -> None:
        self._problems.append(source.problem(reason, instead, *at))
