"""The next instant at which a person may be called, for the gate and for the wrap-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assist.contact.case import Case
from assist.contact.checks import Situation
from assist.contact.gate import Answer, ContactGate, ContactRequest
from assist.contact.rules import RuleKind

LOOK_AHEAD_DAYS = 62
"""Beyond any count or cool-down of the shipped rules."""


@dataclass(frozen=True, slots=True)
class NextContact:
    """When to call next."""

    at: datetime | None
    """UTC; None where waiting will not help, or not within two months."""
    zone: str
    """The zone of the person, for showing the time."""
    held_by: tuple[Answer, ...] = ()
    """What stands against any call until it is lifted, where `at` is None."""


def next_contact(gate: ContactGate, case: Case, request: ContactRequest) -> NextContact:
    """The earliest instant from `request.at` on at which no rule blocks the call.

    Only instants at which something can change are asked about: the request's own, each day's beginning,
    and the opening and closing of hours, wherever the person may be.
    """
    first = gate.check(case, request)
    zone = first.zones[0]
    if not first.blocks:
        return NextContact(request.at.astimezone(UTC), zone)
    held = tuple(answer for answer in first.blocks if answer.never_passes)
    if held:
        return NextContact(None, zone, held)
    for instant in _changes(gate, case, request):
        if not gate.check(case, replace(request, at=instant)).blocks:
            return NextContact(instant, zone)
    return NextContact(None, zone, first.blocks)


FOLLOW_UP_HOUR = time(10)
"""Early enough to keep the day, late enough not to be the first thing in the morning."""


def follow_up(
    gate: ContactGate, case: Case, request: ContactRequest, promise_due: date | None = None
) -> NextContact:
    """When to call again after a call: the day after a promise is due, else the next day, within the rules.

    `case` already knows the call that has just ended, so that it counts. `request.at` is its end.
    """
    situation = _situation(gate, case, request)
    day = max(situation.today, promise_due or situation.today) + timedelta(days=1)
    wanted = _instant(day, FOLLOW_UP_HOUR, situation.zones[0])
    return next_contact(gate, case, replace(request, at=wanted))


def _situation(gate: ContactGate, case: Case, request: ContactRequest) -> Situation:
    return Situation.of(case, case.person(request.person_id), case.debt(request.debt_id), request, gate.rules)


def _changes(gate: ContactGate, case: Case, request: ContactRequest) -> Iterator[datetime]:
    situation = Situation.of(
        case, case.person(request.person_id), case.debt(request.debt_id), request, gate.rules
    )
    moments = {time(0)}
    for rule in gate.rules.enabled:
        if rule.kind is RuleKind.WINDOW:
            moments |= {_just_inside(rule.from_time, rule.open_bounds), rule.until_time}
    for consent in case.consents:
        moments |= {consent.from_time, consent.until_time}
    for stop in case.stops:
        moments |= {moment for moment in (stop.from_time, stop.until_time) if moment is not None}
    start = request.at.astimezone(UTC)
    day = situation.today
    for ahead in range(-1, LOOK_AHEAD_DAYS):
        instants = {
            _instant(day + timedelta(days=ahead), moment, zone)
            for moment in moments
            for zone in situation.zones
        }
        yield from sorted(instant for instant in instants if instant > start)


def _just_inside(moment: time, open_bounds: bool) -> time:
    """The first minute inside a window whose very first minute is outside."""
    if not open_bounds:
        return moment
    return (datetime.combine(date.min, moment) + timedelta(minutes=1)).time()


def _instant(day: date, moment: time, zone: str) -> datetime:
    """The instant of a local time; one that daylight saving skips becomes the same instant after the gap."""
    return datetime.combine(day, moment, ZoneInfo(zone)).astimezone(UTC)
