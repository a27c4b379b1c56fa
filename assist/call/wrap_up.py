"""Drafts a call's wrap-up when its sound has ended: what the session calls as `draft_wrap_up`.

Runs in the session thread; everything it needs is given when the call starts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from assist.call.clock import Clock, as_datetime
from assist.call.events import WrapUpDraft
from assist.call.parts import Playbook
from assist.call.state import CallState
from assist.contact.case import (
    AgreedPlan,
    AttemptOutcome,
    Case,
    ContactAttempt,
    Dispute,
    Promise,
    Role,
    StopRequest,
    StopScope,
)
from assist.contact.gate import ContactGate, ContactRequest
from assist.contact.next_contact import NextContact, follow_up
from assist.playbook.summary import Outcome, SummaryLine, SummaryTexts, draft_summary

__all__ = ["CallContact", "Outcome", "WrapUpDrafter", "case_with_wrap_up"]


@dataclass(frozen=True, slots=True)
class CallContact:
    """Who is being called about what, as far as the case is known."""

    gate: ContactGate
    case: Case
    request: ContactRequest


class WrapUpDrafter:
    """Drafts from the last state and the playbook's view; without a case there is no next contact."""

    def __init__(self, texts: SummaryTexts, clock: Clock, contact: CallContact | None = None) -> None:
        self._texts = texts
        self._clock = clock
        self._contact = contact

    def __call__(self, state: CallState, playbook: Playbook) -> WrapUpDraft:
        """The draft; all of it can be edited."""
        spoke = state.last_speech[1] >= 0
        drafted = draft_summary(playbook.view, state.flags.values(), state.position, customer_spoke=spoke)
        lines = list(drafted.lines)
        when = ""
        if drafted.outcome is Outcome.AT_RISK:
            # Only a person trained for it may decide whether and how there is further contact.
            lines.append(SummaryLine("at_risk"))
        elif self._contact is not None:
            due = date.fromisoformat(drafted.promise_date) if drafted.promise_date else None
            following = _next(self._contact, as_datetime(self._clock.utc_ms()), drafted.outcome, due)
            lines.append(_contact_line(following))
            if following.at is not None:
                when = following.at.astimezone(ZoneInfo(following.zone)).isoformat(timespec="minutes")
        return WrapUpDraft(
            outcome=drafted.outcome.value,
            promise_amount=drafted.promise_amount,
            promise_date=drafted.promise_date,
            next_contact=when,
            summary=self._texts.tell(lines),
        )


def _next(contact: CallContact, ended: datetime, outcome: Outcome, due: date | None) -> NextContact:
    request = replace(contact.request, at=ended)
    return follow_up(contact.gate, case_after(contact, ended, outcome), request, due)


def case_after(contact: CallContact, ended: datetime, outcome: Outcome) -> Case:
    """The case with the call that has just ended, and with what it brought: a dispute, a stop request, a death."""
    if outcome is Outcome.NO_CONVERSATION:
        result = AttemptOutcome.NO_ANSWER
    elif outcome is Outcome.THIRD_PARTY:
        result = AttemptOutcome.CONNECTED
    else:
        result = AttemptOutcome.CONVERSATION
    request, case = contact.request, contact.case
    placed = min(request.at, ended)
    case = case.with_attempt(
        ContactAttempt(placed, request.person_id, request.number, result, (request.debt_id,))
    )
    if outcome is Outcome.DISPUTED:
        dispute = Dispute(ended, (request.debt_id,), "")
        return replace(case, disputes=(*case.disputes, dispute))
    if outcome is Outcome.STOP_REQUESTED:
        stop = StopRequest(ended, request.person_id, StopScope.CALLS)
        return replace(case, stops=(*case.stops, stop))
    if outcome is Outcome.DECEASED:
        people = tuple(replace(one, deceased=True) if one.role is Role.DEBTOR else one for one in case.people)
        return replace(case, people=people)
    return case


def case_with_wrap_up(contact: CallContact, ended: datetime, wrap_up: WrapUpDraft, call_id: str) -> Case:
    """The case after a call whose wrap-up was saved: the call itself, a promise, a plan, a dispute, a stop."""
    try:
        outcome = Outcome(wrap_up.outcome)
    except ValueError:
        outcome = Outcome.NO_AGREEMENT
    case = case_after(contact, ended, outcome)
    *earlier, attempt = case.attempts
    case = replace(case, attempts=(*earlier, replace(attempt, call_id=call_id)))
    debt_id = contact.request.debt_id
    amount, due = _money(wrap_up.promise_amount), _day(wrap_up.promise_date)
    if amount is not None or due is not None:
        case = replace(case, promises=(*case.promises, Promise(ended, debt_id, amount, due)))
    parts = [(_day(day), _money(part)) for day, part in wrap_up.plan]
    instalments = tuple((day, part) for day, part in parts if day is not None and part is not None)
    if instalments:
        plan = AgreedPlan(call_id, (debt_id,), ended, instalments, oral=True)
        case = replace(case, plans=(*case.plans, plan))
    return case


def _money(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").strip()) if text.strip() else None
    except InvalidOperation:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        return None


def _contact_line(following: NextContact) -> SummaryLine:
    if following.at is None:
        titles = "\n".join(dict.fromkeys(answer.title for answer in following.held_by))
        return SummaryLine("no_next_contact", (("titles", titles),))
    local = following.at.astimezone(ZoneInfo(following.zone))
    return SummaryLine("next_contact", (("when", f"{local:%Y-%m-%d %H:%M}"),))
