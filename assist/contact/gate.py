"""The gate before dialling: may this person be called on this number about this debt, now?

Pure: everything it needs comes with the case and the instant. Each rule gives one `Answer`; the decision is
the strictest of them. A block can be overridden only with a reason, and the override is a record for the
ledger.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from assist.contact.case import Case, Debt, Person
from assist.contact.rules import ContactRule, ContactRules, Source, Verdict
from assist.problems import AssistProblem

SHORTEST_REASON = 4
"""Characters; "ok" is no reason."""

Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ContactRequest:
    """The call that is about to be placed."""

    person_id: str
    number: str
    """E.164."""
    debt_id: str
    at: datetime
    """The instant, time zone aware."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule says."""

    rule_id: str
    verdict: Verdict
    code: str
    """Picks the sentence in `desktop`, such as `gate.window.closed`."""
    params: Params
    source: Source
    house: bool
    title: str = ""
    never_passes: bool = False
    """True where waiting alone will not lift it (a stop request, a dispute, a plan)."""


@dataclass(frozen=True, slots=True)
class GateDecision:
    """All answers to a request, the strictest first."""

    request: ContactRequest
    verdict: Verdict
    answers: tuple[Answer, ...]
    zones: tuple[str, ...]
    """The zones in which the hours were looked at."""
    rules: str
    """Pack id and version, such as `zh_CN.contact@1.0.0`."""

    @property
    def blocks(self) -> tuple[Answer, ...]:
        """The answers that forbid the call."""
        return tuple(answer for answer in self.answers if answer.verdict is Verdict.BLOCK)

    @property
    def warnings(self) -> tuple[Answer, ...]:
        """The answers that ask for care."""
        return tuple(answer for answer in self.answers if answer.verdict is Verdict.WARN)

    def body(self) -> dict[str, object]:
        """For the ledger: which rule said what; holds no name and no number."""
        return {
            "at": self.request.at.isoformat(),
            "person": self.request.person_id,
            "debt": self.request.debt_id,
            "verdict": self.verdict.value,
            "zones": list(self.zones),
            "rules": self.rules,
            "answers": [
                {
                    "rule": answer.rule_id,
                    "verdict": answer.verdict.value,
                    "code": answer.code,
                    "params": dict(answer.params),
                    "house": answer.house,
                    "source": f"{answer.source.instrument} {answer.source.article}".strip(),
                    "certainty": answer.source.certainty,
                }
                for answer in self.answers
            ],
        }


@dataclass(frozen=True, slots=True)
class GateOverride:
    """A person decided to call in spite of a block, and said why."""

    by: str
    at: datetime
    reason: str
    rules: tuple[str, ...]
    decision: GateDecision

    def body(self) -> dict[str, object]:
        """For the ledger."""
        return {
            "by": self.by,
            "at": self.at.isoformat(),
            "reason": self.reason,
            "overridden": list(self.rules),
            "decision": self.decision.body(),
        }


class ContactGate:
    """Asks every rule in force. Safe from any thread."""

    def __init__(self, rules: ContactRules) -> None:
        self._rules = rules

    @property
    def rules(self) -> ContactRules:
        """The rules in force."""
        return self._rules

    def check(self, case: Case, request: ContactRequest) -> GateDecision:
        """The decision for one call; KeyError if the case knows no such person or debt."""
        from assist.contact.checks import Situation, check_rule

        person, debt = case.person(request.person_id), case.debt(request.debt_id)
        situation = Situation.of(case, person, debt, request, self._rules)
        answers = [answer for rule in self._applying(debt, person) for answer in check_rule(rule, situation)]
        answers.sort(key=lambda answer: -answer.verdict.rank)
        return GateDecision(
            request,
            max(
                (answer.verdict for answer in answers),
                key=lambda verdict: verdict.rank,
                default=Verdict.ALLOW,
            ),
            tuple(answers),
            situation.zones,
            f"{self._rules.pack_id}@{self._rules.version}",
        )

    def _applying(self, debt: Debt, person: Person) -> Iterable[ContactRule]:
        return (rule for rule in self._rules.enabled if rule.applies_to(debt.kind, person.role))


def override(decision: GateDecision, by: str, reason: str, at: datetime) -> GateOverride:
    """Override every block of `decision`; raises AssistProblem without a person or a real reason."""
    if not by.strip():
        raise AssistProblem("gate.override_nobody", "Sign in before you override a contact rule.")
    if len(reason.strip()) < SHORTEST_REASON:
        raise AssistProblem(
            "gate.override_reason",
            "Say in a few words why this call may be made in spite of the rule; it goes into the record.",
        )
    return GateOverride(
        by.strip(), at, reason.strip(), tuple(answer.rule_id for answer in decision.blocks), decision
    )
