"""What the header says about contact rules: the hours in which this person may be called, and today's calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from assist.contact.case import Case
from assist.contact.gate import GateDecision
from assist.contact.rules import Verdict


@dataclass(frozen=True, slots=True)
class ContactLine:
    """For the header; empty `hours` where no rule limits them."""

    hours: str = ""
    """Such as `08:00–22:00`, in the person's local time."""
    allowed: bool = True
    """False: the call was placed in spite of a rule."""
    call_today: int = 0
    """Which call of today to this person this is; 0 where it is not known."""


NO_CONTACT = ContactLine()


def contact_line(case: Case, person_id: str, decision: GateDecision, zone: str, now: datetime) -> ContactLine:
    """The line for a call that is being placed `now`."""
    hours = ""
    for answer in decision.answers:
        params = dict(answer.params)
        if answer.code.startswith("gate.window.") and "from" in params:
            hours = f"{params['from']}–{params['until']}"
            break
    local = ZoneInfo(zone)
    today = now.astimezone(local).date()
    earlier = sum(
        attempt.person_id == person_id
        and not attempt.inbound
        and attempt.at.astimezone(local).date() == today
        for attempt in case.attempts
    )
    return ContactLine(hours, decision.verdict is not Verdict.BLOCK, earlier + 1)
