"""What stands about recorded calls beside their content: origin, holds, requests, and who may do what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assist.evidence.people.approvals import Approval
from assist.evidence.people.roles import Right
from assist.evidence.reading import CallSummary
from assist.evidence.retention.due import RetentionState
from assist.evidence.retention.holds import Hold


@dataclass(frozen=True, slots=True)
class ListedCall:
    """A line of the list."""

    summary: CallSummary
    origin: str
    """Of the installation that it was received from; empty for a call of this one."""
    held: bool
    """A legal hold is on it."""


@dataclass(frozen=True, slots=True)
class CallStanding:
    """One call's."""

    call_id: str
    origin: str
    holds: tuple[Hold, ...]
    requests: tuple[Approval, ...]
    """Asked for or agreed to, and not used yet."""
    rights: frozenset[Right]
    reviewers: tuple[str, ...]
    """To whom it can be given."""


@dataclass(frozen=True, slots=True)
class Supervision:
    """What a lead or compliance looks after."""

    name: str
    """Who looks."""
    requests: tuple[Approval, ...]
    """Asked for or agreed to, newest first."""
    states: tuple[RetentionState, ...]
    """Calls whose keeping is over, and those that are held; oldest first."""
    may_see: bool
    rule_titles: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What a retention rule says, by the version of its rules and its id."""
