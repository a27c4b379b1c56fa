"""The draft of a call's wrap-up from what was heard: outcome, promise, and a summary as lines.

Pure functions over the playbook's view and the call's flags. A line is a code with parameters; the texts of
a place are data in `scripts/<locale>/wrap_up.yaml`, because the summary goes into the record in the language
of the playbook, whatever the language of the window.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from jsonschema import Draft202012Validator

from assist.playbook.changes import CaughtFact, FactKind, MindState, PlaybookView
from assist.problems import AssistProblem
from assist.rules.flags import Flag, FlagKind, FlagState
from assist.rules.yaml_text import YamlText, parse_yaml
from speech.types import SAMPLE_RATE_HZ, Channel


class Outcome(StrEnum):
    """How a call ended, as the agent confirms it."""

    PLAN_AGREED = "plan_agreed"
    PROMISE = "promise"
    DISPUTED = "disputed"
    HARDSHIP = "hardship"
    STOP_REQUESTED = "stop_requested"
    THIRD_PARTY = "third_party"
    REPRESENTED = "represented"
    DECEASED = "deceased"
    AT_RISK = "at_risk"
    """Signs of self-harm: no more collecting, a person trained for it takes over."""
    REFUSED = "refused"
    NO_AGREEMENT = "no_agreement"
    NO_CONVERSATION = "no_conversation"


_BY_TRIGGER: tuple[tuple[tuple[str, ...], Outcome], ...] = (
    (("self_harm", "suicide"), Outcome.AT_RISK),
    (("death", "deceased"), Outcome.DECEASED),
    (("third_party", "wrong_person"), Outcome.THIRD_PARTY),
    (("lawyer", "represent", "adviser"), Outcome.REPRESENTED),
    (("stop",), Outcome.STOP_REQUESTED),
    (("dispute",), Outcome.DISPUTED),
)
"""What weighs more than a promise, strongest first; names are parts of the trigger's category."""
_HARDSHIP = ("hardship", "vulnerab")


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One sentence of the summary."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the record says about the call; all of it can be edited."""

    outcome: Outcome
    promise_amount: str
    promise_date: str
    lines: tuple[SummaryLine, ...]


def draft_summary(
    view: PlaybookView,
    flags: Iterable[Flag],
    position: int,
    *,
    plan: Sequence[tuple[str, str]] = (),
    customer_spoke: bool = True,
) -> Drafted:
    """Draft from the playbook's last view and the newest snapshot of every flag.

    `position` is the call's length in samples; `plan` is an agreed schedule of ISO date and amount.
    """
    standing = [flag for flag in flags if flag.state is not FlagState.DISMISSED]
    triggers = [flag for flag in standing if flag.kind is FlagKind.TRIGGER]
    promise = _promise(view.facts)
    outcome = _outcome(view, triggers, promise, plan, customer_spoke)
    seconds = position // SAMPLE_RATE_HZ
    lines = [_line("length", minutes=seconds // 60, seconds=seconds % 60)]
    visited = [stage.title for stage in view.stages if stage.visited or stage.current]
    if visited:
        lines.append(_line("stages", stages=visited))
    if view.mind is not MindState.UNKNOWN:
        lines.append(_line(f"mind_{view.mind.value}"))
    if triggers:
        lines.append(_line("customer_said", titles=_titles(triggers)))
    if plan:
        lines.append(_line("plan", count=len(plan), first_due=plan[0][0], last_due=plan[-1][0]))
    if promise is not None:
        lines.append(_promise_line(promise))
    elif not plan and customer_spoke:
        lines.append(_line("no_promise"))
    violations = [flag for flag in standing if flag.kind is FlagKind.VIOLATION]
    if violations:
        lines.append(_line("violations", count=len(violations), titles=_titles(violations)))
    missing = [item.title for item in view.checklist if item.overdue and not item.ticked]
    if missing:
        lines.append(_line("missing", titles=missing))
    return Drafted(
        outcome,
        "" if promise is None else promise.amount,
        "" if promise is None else promise.date,
        tuple(lines),
    )


def _outcome(
    view: PlaybookView,
    triggers: Sequence[Flag],
    promise: CaughtFact | None,
    plan: Sequence[tuple[str, str]],
    customer_spoke: bool,
) -> Outcome:
    categories = [flag.category.lower().replace("-", "_") for flag in triggers]
    for names, outcome in _BY_TRIGGER:
        if any(name in category for name in names for category in categories):
            return outcome
    if plan:
        return Outcome.PLAN_AGREED
    if promise is not None:
        return Outcome.PROMISE
    if any(name in category for name in _HARDSHIP for category in categories):
        return Outcome.HARDSHIP
    if not customer_spoke:
        return Outcome.NO_CONVERSATION
    return Outcome.REFUSED if view.mind is MindState.RESISTING else Outcome.NO_AGREEMENT


def _promise(facts: Sequence[CaughtFact]) -> CaughtFact | None:
    """The promise to write down: a confirmed one before others, a complete one before a part, the last one said."""
    promises = [fact for fact in facts if fact.kind is FactKind.PROMISE and fact.channel is Channel.CUSTOMER]
    return max(
        promises,
        key=lambda fact: (fact.confirmed, bool(fact.amount) + bool(fact.date), fact.start),
        default=None,
    )


def _promise_line(promise: CaughtFact) -> SummaryLine:
    code = "promise" + ("" if promise.amount and promise.date else "_amount" if promise.amount else "_date")
    params = {"amount": promise.amount, "date": promise.date, "words": promise.heard}
    return _line(code if promise.confirmed else code + "_unconfirmed", **params)


def _titles(flags: Iterable[Flag]) -> list[str]:
    return list(dict.fromkeys(flag.title for flag in flags))


def _line(code: str, **params: object) -> SummaryLine:
    """A list becomes one text with `\\n` between its parts; the texts of the place join them."""
    return SummaryLine(
        code,
        tuple(
            (name, "\n".join(map(str, value)) if isinstance(value, list) else str(value))
            for name, value in params.items()
        ),
    )


# --- texts -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SummaryTexts:
    """The sentences of a place."""

    pack_id: str
    version: str
    lines: Mapping[str, str]
    list_joiner: str
    line_joiner: str

    def tell(self, lines: Sequence[SummaryLine]) -> str:
        """The summary as one text."""
        told = []
        for line in lines:
            params = {name: value.replace("\n", self.list_joiner) for name, value in line.params}
            told.append(self.lines[line.code].format(**params))
        return self.line_joiner.join(told)


LINE_PARAMS: dict[str, frozenset[str]] = {
    "length": frozenset({"minutes", "seconds"}),
    "stages": frozenset({"stages"}),
    **{f"mind_{state.value}": frozenset() for state in MindState if state is not MindState.UNKNOWN},
    "customer_said": frozenset({"titles"}),
    "plan": frozenset({"count", "first_due", "last_due"}),
    **{
        f"promise{part}{sure}": frozenset({"amount", "date", "words"})
        for part in ("", "_amount", "_date")
        for sure in ("", "_unconfirmed")
    },
    "no_promise": frozenset(),
    "violations": frozenset({"count", "titles"}),
    "missing": frozenset({"titles"}),
    "at_risk": frozenset(),
    "next_contact": frozenset({"when"}),
    "no_next_contact": frozenset({"titles"}),
}
"""Every line and its parameters; a text file has exactly these."""


@cache
def shipped_summary_texts(locale: str) -> SummaryTexts:
    """The texts of a locale such as `zh_CN`; AssistProblem `wrap_up.no_texts` if there are none."""
    shipped = resources.files("scripts").joinpath(locale, "wrap_up.yaml")
    if not shipped.is_file():
        raise AssistProblem(
            "wrap_up.no_texts",
            "There are no wrap-up texts for {locale}. Choose another place, or add wrap_up.yaml for it.",
            locale=locale,
        )
    return read_summary_texts(shipped.read_bytes(), f"{locale}/wrap_up.yaml")


def read_summary_texts(raw: bytes, name: str) -> SummaryTexts:
    """Parse a team's texts; raises the first PackProblem."""
    source = parse_yaml(raw, name)
    for error in sorted(
        _validator().iter_errors(source.value), key=lambda one: source.line(*one.absolute_path)
    ):
        where = ".".join(str(part) for part in error.absolute_path) or "the file"
        raise source.problem(
            f"in `{where}`: {error.message[:200]}", "Compare it with the shipped file.", *error.absolute_path
        )
    value: dict[str, Any] = source.value  # type: ignore[assignment]
    _check_lines(source, value["lines"])
    return SummaryTexts(
        value["wrap_up"]["id"],
        value["wrap_up"]["version"],
        value["lines"],
        value["joiners"]["list"],
        value["joiners"]["line"],
    )


def _check_lines(source: YamlText, lines: Mapping[str, str]) -> None:
    for missing in sorted(LINE_PARAMS.keys() - lines.keys()):
        raise source.problem(f"the line `{missing}` is missing", "Add it.", "lines")
    for code, text in lines.items():
        if code not in LINE_PARAMS:
            raise source.problem(f"`{code}` is no line of a summary", "Remove it.", "lines", code)
        try:
            used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError as error:
            raise source.problem(
                "a brace is not closed", "Write {name}, or {{ for a brace.", "lines", code
            ) from error
        if unknown := used - LINE_PARAMS[code]:
            known = ", ".join(sorted(LINE_PARAMS[code])) or "no parameter"
            raise source.problem(
                f"`{min(unknown)}` is not known here", f"This line knows {known}.", "lines", code
            )


@cache
def _validator() -> Draft202012Validator:
    text = resources.files("scripts").joinpath("schemas", "wrap_up.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))
