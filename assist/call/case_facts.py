"""From case data to the facts that rules compare words with."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assist.contact.case import AttemptOutcome, Case, Debt, DebtKind, LitigationStatus, Person, Role
from assist.contact.gate import GateDecision
from assist.rules.facts import CaseFacts

_DEBT_TYPES = {
    DebtKind.PURCHASED: "consumer_loan",
    DebtKind.AUTO_LOAN: "consumer_loan",
    DebtKind.MORTGAGE: "consumer_loan",
    DebtKind.TRADE: "private",
    DebtKind.OTHER: "private",
}
"""Kinds that follow the rules of another one; the rest are named as in the packs."""

_PARTIES = {
    Role.DEBTOR: "debtor",
    Role.GUARANTOR: "guarantor",
    Role.REPRESENTATIVE: "representative",
    Role.CONTACT: "third_party",
    Role.THIRD_PARTY: "third_party",
}


def debt_type(debt: Debt) -> str:
    """The debt's type as rule packs name it."""
    return _DEBT_TYPES.get(debt.kind, debt.kind.value)


def case_facts(
    case: Case, person: Person, debt: Debt, at: datetime, zone: str, decision: GateDecision | None = None
) -> CaseFacts:
    """What the file says of this call. Who is really on the line is not known before identity is verified.

    `at` is the call's instant, time zone aware; days are counted in `zone`. `decision`: what the contact rules said
    before dialling; without it nobody knows whether a third party may be called.
    """
    today = at.astimezone(ZoneInfo(zone)).date()
    days = [_day(attempt.at, zone) for attempt in case.attempts if _placed(attempt.person_id, person)]
    talks = [
        _day(attempt.at, zone)
        for attempt in case.attempts
        if attempt.person_id == person.person_id and attempt.outcome is AttemptOutcome.CONVERSATION
    ]
    connected = [
        _day(attempt.at, zone)
        for attempt in case.attempts
        if attempt.person_id == person.person_id and attempt.outcome.connected
    ]
    legal = case.litigation
    return CaseFacts().with_values(
        {
            "party": None if person.role is Role.DEBTOR else _PARTIES[person.role],
            "identity_verified": False,
            "suit_filed": legal
            in {LitigationStatus.FILED, LitigationStatus.JUDGED, LitigationStatus.ENFORCED},
            "judgment": legal in {LitigationStatus.JUDGED, LitigationStatus.ENFORCED},
            "enforcement": legal is LitigationStatus.ENFORCED,
            "time_barred": case.time_barred,
            "dispute_open": case.disputed(debt.debt_id) is not None,
            "stop_requested": any(
                stop.person_id == person.person_id and stop.lifted_at is None for stop in case.stops
            ),
            "represented": case.represented,
            "hardship": bool(case.hardship),
            "vulnerable": bool(person.vulnerable or person.lacks_capacity),
            "deceased": case.debtor.deceased,
            "plan_agreed": case.plan_for(debt.debt_id) is not None,
            "hours_consent": any(
                consent.person_id == person.person_id and consent.expires >= today
                for consent in case.consents
            ),
            "third_party_allowed": _third_party_allowed(person, decision),
            "debt_type": debt_type(debt),
            "attempts_today": days.count(today),
            "connected_today": connected.count(today),
            "attempts_7_days": sum(day > today - timedelta(days=7) for day in days),
            "days_since_conversation": (today - max(talks)).days if talks else None,
            "days_overdue": debt.days_overdue(today) if debt.due_since else None,
            "amount_owed": debt.total,
            "other_amounts": [debt.principal, debt.interest, debt.fees],
        }
    )


def _third_party_allowed(person: Person, decision: GateDecision | None) -> bool | None:
    """Whether the rules on people other than the debtor let this one be called; None for the debtor's own side."""
    if decision is None or person.role not in {Role.CONTACT, Role.THIRD_PARTY}:
        return None
    return not any(
        answer.code.startswith(("gate.unreachable.", "gate.third_party.")) for answer in decision.blocks
    )


def _placed(person_id: str, person: Person) -> bool:
    return person_id == person.person_id


def _day(instant: datetime, zone: str) -> date:
    return instant.astimezone(ZoneInfo(zone)).date()
