"""Which calls may go: what compliance looks through before two people destroy anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assist.evidence.reading import CallSummary
from assist.evidence.retention.holds import Hold, Holds
from assist.evidence.retention.rules import RetentionDecision, RetentionFacts, RetentionRules, decide

if TYPE_CHECKING:
    from assist.evidence.store import EvidenceStore

FactsOf = Callable[[CallSummary], RetentionFacts]
"""From a call to what is known of its debt; the caller has the cases."""


@dataclass(frozen=True, slots=True)
class RetentionState:
    """One call as its rules see it today."""

    call: CallSummary
    decision: RetentionDecision
    holds: tuple[Hold, ...]
    over: bool
    """Retention is over and no hold is on."""


def retention_states(
    store: EvidenceStore, rules: RetentionRules, facts_of: FactsOf, today: date
) -> list[RetentionState]:
    """Every closed call of the store that still has its content, the oldest first."""
    holds = Holds(store)
    states = []
    for call in reversed(store.calls()):
        if call.state in {"open", "shredded"}:
            continue
        decision = decide(rules, facts_of(call))
        on = tuple(holds.on(call.call_id))
        states.append(RetentionState(call, decision, on, decision.is_over(today) and not on))
    return states
