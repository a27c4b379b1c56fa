"""Contact rules as frozen data: when, how often and whom one may call, each with its source.

Loaded from `scripts/<locale>/contact.yaml` by `assist.contact.rules_loader`. A rule whose number is marked C
(not read) or X (contradictory) in the facts is a house rule, and off until the team switches it on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum

from assist.contact.case import DebtKind, Role


class Verdict(StrEnum):
    """What the gate says."""

    ALLOW = "allow"
    WARN = "warn"
    BLOCK = "block"

    @property
    def rank(self) -> int:
        """0 for allow to 2 for block."""
        return {"allow": 0, "warn": 1, "block": 2}[self.value]


class RuleKind(StrEnum):
    """What a rule looks at; one checker in `assist.contact.checks` for each."""

    WINDOW = "window"
    COUNT = "count"
    COOLDOWN = "cooldown"
    STOP_LIST = "stop_list"
    DISPUTE = "dispute"
    PLAN = "plan"
    HOLIDAY = "holiday"
    UNREACHABLE_FIRST = "unreachable_first"
    THIRD_PARTY = "third_party"
    REPRESENTED = "represented"
    NOTICE = "notice"
    BANKRUPTCY = "bankruptcy"
    MORATORIUM = "moratorium"
    DECEASED = "deceased"
    VULNERABLE = "vulnerable"
    TIME_BARRED = "time_barred"
    BAD_NUMBER = "bad_number"


class Counted(StrEnum):
    """What a count rule counts; calls by the person called are never counted."""

    ATTEMPTS = "attempts"
    """Every call placed, whether answered or not."""
    UNANSWERED = "unanswered"
    CONNECTED = "connected"
    CONVERSATIONS = "conversations"


class Per(StrEnum):
    """What is counted together."""

    PERSON = "person"
    NUMBER = "number"
    PERSON_DEBT = "person_debt"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from."""

    instrument: str
    article: str
    certainty: str
    """A, B, C or X as in the facts."""
    since: str = ""
    binding: str = ""
    """`law`, `standard`, `self_regulation`, `guidance` or `house`."""


@dataclass(frozen=True, slots=True)
class ContactRule:
    """One rule. Which of the fields below `verdict` matter depends on `kind`."""

    rule_id: str
    kind: RuleKind
    title: str
    source: Source
    verdict: Verdict
    """What it says when it is not met."""
    house: bool = False
    enabled: bool = True
    debt_kinds: frozenset[DebtKind] = frozenset()
    """Empty means every kind."""
    roles: frozenset[Role] = frozenset()
    """Who must be the one called for the rule to apply; empty means everyone."""
    from_time: time = time(0)
    until_time: time = time(0)
    open_bounds: bool = False
    """True where the very minute of `from_time` is already outside."""
    consent_lifts: bool = False
    counted: Counted = Counted.ATTEMPTS
    per: Per = Per.PERSON
    days: int = 1
    """Consecutive days counted, today included, by the calendar where the person is."""
    limit: int = 0
    """Reached means: one more is not met."""
    warn_at: int = 0
    """From so many on the verdict is `warn`; 0 for never."""
    country: str = ""
    subdivision: str = ""
    weekends: bool = False
    failed_dials: int = 0
    failed_days: int = 0
    written_only: bool = False
    excluding: frozenset[str] = frozenset()
    """Calls that do not count: `consented` (with direct prior consent), `not_connected` (the network failed)."""

    def applies_to(self, kind: DebtKind, role: Role) -> bool:
        """Whether the rule is about this kind of debt and of person."""
        return (not self.debt_kinds or kind in self.debt_kinds) and (not self.roles or role in self.roles)


@dataclass(frozen=True, slots=True)
class ContactRules:
    """All contact rules of a place."""

    pack_id: str
    version: str
    locale: str
    title: str
    default_zone: str
    """Used, with a warning, where neither address nor number tells the zone."""
    all_plausible_zones: bool
    """True where the hours must fit in every zone in which the person may be."""
    rules: tuple[ContactRule, ...]
    sha256: str
    file: str = ""
    lines: dict[str, int] = field(default_factory=dict)
    """Line of each rule in its file."""

    @property
    def enabled(self) -> tuple[ContactRule, ...]:
        """The rules that are switched on."""
        return tuple(rule for rule in self.rules if rule.enabled)

    def with_house_rules(self, switched_on: frozenset[str]) -> ContactRules:
        """A copy in which just the house rules named are on; others stay as shipped."""
        return replace(
            self,
            rules=tuple(
                replace(rule, enabled=rule.rule_id in switched_on) if rule.house else rule
                for rule in self.rules
            ),
        )
