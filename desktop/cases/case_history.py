"""What happened in a case so far, newest first, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from assist.contact.case import Case, Role
from desktop.cases.case_texts import attempt_text, role_text

translate = QCoreApplication.translate


def history(case: Case) -> list[tuple[datetime, str]]:
    """When and what."""
    return sorted(_events(case), reverse=True)


def _events(case: Case) -> Iterator[tuple[datetime, str]]:
    roles = {person.person_id: person.role for person in case.people}
    for attempt in case.attempts:
        whom = role_text(roles.get(attempt.person_id, Role.THIRD_PARTY))
        yield attempt.at, f"{whom}: {attempt_text(attempt.outcome)}"
    for promise in case.promises:
        amount = f"{promise.amount:,.2f}" if promise.amount is not None else "–"
        due = promise.due.isoformat() if promise.due else "–"
        text = translate("CaseHistory", "Promised {amount} by {date}")
        yield promise.at, text.format(amount=amount, date=due)
    for plan in case.plans:
        text = translate("CaseHistory", "Plan of {count} payments agreed")
        yield plan.agreed_at, text.format(count=len(plan.instalments))
    for dispute in case.disputes:
        text = translate("CaseHistory", "Disputed: {reason}")
        yield dispute.at, text.format(reason=dispute.reason or "–")
    for stop in case.stops:
        text = translate("CaseHistory", "Asked not to be called: {words}")
        yield stop.at, text.format(words=stop.words or "–")
