"""Roles and their rights. Pure.

On an offline machine this deters and shows; it does not prevent: whoever controls the operating system's account
controls the keyring too.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is."""

    AGENT = "agent"
    REVIEWER = "reviewer"
    LEAD = "lead"
    COMPLIANCE = "compliance"


class Right(StrEnum):
    """What may be done."""

    RECORD = "record"
    """Take calls."""
    VIEW = "view"
    PLAY = "play"
    UNMASKED = "unmasked"
    """See and hear numbers that are masked by default."""
    NOTE = "note"
    """Add a reviewer's note to a call."""
    EXPORT = "export"
    """Export with numbers masked; a full export needs two people."""
    ASSIGN = "assign"
    """Give calls to a reviewer."""
    REQUEST = "request"
    """Ask for a full export or a deletion."""
    HOLD = "hold"
    """Set a legal hold."""
    APPROVE = "approve"
    """Agree to what another person asked for; release a hold."""
    PEOPLE = "people"
    """Add and change people."""
    EXCHANGE = "exchange"
    """Trust other installations; send and import sealed packages; set the team's key."""


class Scope(StrEnum):
    """Which calls."""

    OWN = "own"
    ASSIGNED = "assigned"
    ALL = "all"


_READ = {Right.VIEW, Right.PLAY}

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.AGENT: frozenset({Right.RECORD, *_READ}),
    Role.REVIEWER: frozenset({*_READ, Right.NOTE}),
    Role.LEAD: frozenset(
        {
            Right.RECORD,
            *_READ,
            Right.NOTE,
            Right.EXPORT,
            Right.ASSIGN,
            Right.REQUEST,
            Right.HOLD,
            Right.PEOPLE,
            Right.EXCHANGE,
        }
    ),
    Role.COMPLIANCE: frozenset(
        {
            *_READ,
            Right.UNMASKED,
            Right.NOTE,
            Right.EXPORT,
            Right.REQUEST,
            Right.HOLD,
            Right.APPROVE,
            Right.PEOPLE,
            Right.EXCHANGE,
        }
    ),
}

SCOPES: dict[Role, Scope] = {
    Role.AGENT: Scope.OWN,
    Role.REVIEWER: Scope.ASSIGNED,
    Role.LEAD: Scope.ALL,
    Role.COMPLIANCE: Scope.ALL,
}

OPEN_RIGHTS = frozenset(Right) - {Right.APPROVE, Right.ASSIGN}
"""In a store without people, whoever sits at the machine: all but what takes a second person."""

DEMO_RIGHTS = frozenset(Right)
"""A demo store holds invented calls only."""


def may_manage(manager: Role, subject: Role, *, compliance_exists: bool) -> bool:
    """Whether `manager` may add or change someone of role `subject`: a lead keeps agents and reviewers, and adds
    the first compliance person; compliance keeps everyone."""
    if manager is Role.COMPLIANCE:
        return True
    if manager is not Role.LEAD:
        return False
    return subject in {Role.AGENT, Role.REVIEWER} or (subject is Role.COMPLIANCE and not compliance_exists)
