"""Retention rules as data, and what they say of one call. Pure.

A call is kept until the latest date that any rule asks for. A rule that counts from something that has not
happened yet (a settlement) keeps the call without end until it has: what is not known never deletes.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CountedFrom(StrEnum):
    """What a period is counted from."""

    CALL = "call"
    LAST_ACTIVITY = "last_activity"
    """The last collection activity on the debt."""
    SETTLEMENT = "settlement"
    """The debt was settled, written off, withdrawn or sold."""


@dataclass(frozen=True, slots=True)
class RetentionSource:
    """Where a rule comes from, and how far that was read."""

    instrument: str
    article: str
    since: str
    certainty: str
    """A primary text read; B reported or quoted; C not read; X contradictory; H the house's own."""
    binding: str


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """Keep calls about these debts for this long."""

    rule_id: str
    title: str
    debt_kinds: frozenset[str]
    """Empty: every kind."""
    months: int
    counted_from: CountedFrom
    source: RetentionSource
    enabled: bool


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """One jurisdiction's rules."""

    rules_id: str
    version: str
    locale: str
    title: str
    sha256: str
    rules: tuple[RetentionRule, ...]


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What is known of a call and its debt; dates in the jurisdiction's zone."""

    called: date
    debt_kind: str = ""
    """Empty: not known, so the rules of every kind count."""
    last_activity: date | None = None
    settled: date | None = None


@dataclass(frozen=True, slots=True)
class RetentionDecision:
    """What the rules say."""

    keep_until: date | None
    """The last day on which it must be kept; None while a rule waits for something that has not happened."""
    because: tuple[str, ...]
    """The rules that ask for the latest date, or that wait."""
    rules_version: str
    """Which rules said so, as `id version`."""

    def is_over(self, today: date) -> bool:
        """Whether the call may go, and (PIPL 19: no longer than needed) should."""
        return self.keep_until is not None and today > self.keep_until


def decide(rules: RetentionRules, facts: RetentionFacts) -> RetentionDecision:
    """The latest date of all that apply."""
    version = f"{rules.rules_id} {rules.version}"
    waiting: list[str] = []
    dated: list[tuple[date, str]] = []
    for rule in rules.rules:
        if not rule.enabled or not _applies(rule, facts):
            continue
        start = _start(rule, facts)
        if start is None:
            waiting.append(rule.rule_id)
        else:
            dated.append((add_months(start, rule.months), rule.rule_id))
    if waiting or not dated:
        return RetentionDecision(None, tuple(waiting), version)
    latest = max(until for until, _ in dated)
    return RetentionDecision(latest, tuple(rule for until, rule in dated if until == latest), version)


def _applies(rule: RetentionRule, facts: RetentionFacts) -> bool:
    return not rule.debt_kinds or not facts.debt_kind or facts.debt_kind in rule.debt_kinds


def _start(rule: RetentionRule, facts: RetentionFacts) -> date | None:
    if rule.counted_from is CountedFrom.CALL:
        return facts.called
    start = facts.settled if rule.counted_from is CountedFrom.SETTLEMENT else facts.last_activity
    return max(start, facts.called) if start is not None else None


def add_months(start: date, months: int) -> date:
    """The same day some months later; the month's last day where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)
