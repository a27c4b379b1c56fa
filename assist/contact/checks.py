"""One checker for each kind of contact rule; all pure.

Days are calendar days where the person called is; instants are compared as instants, so that daylight
saving can neither stretch nor shrink a window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import holidays

from assist.contact.case import (
    AttemptOutcome,
    Case,
    ContactAttempt,
    Debt,
    HoursConsent,
    Person,
    Role,
    StopScope,
)
from assist.contact.gate import Answer, ContactRequest
from assist.contact.phone import zones_of
from assist.contact.rules import ContactRule, ContactRules, Counted, Per, RuleKind, Verdict


@dataclass(frozen=True, slots=True)
class Situation:
    """A request with everything that the checkers look at."""

    case: Case
    person: Person
    debt: Debt
    request: ContactRequest
    zones: tuple[str, ...]
    """The first one is the person's own; the hours are looked at in all."""
    zone_known: bool

    @classmethod
    def of(
        cls, case: Case, person: Person, debt: Debt, request: ContactRequest, rules: ContactRules
    ) -> Situation:
        """Work out where the person may be: the address first, then the number, else the place of the rules."""
        known = [person.time_zone] if person.time_zone and zone_exists(person.time_zone) else []
        by_number = [zone for zone in zones_of(request.number) if zone_exists(zone)]
        zones = (
            tuple(dict.fromkeys([*known, *by_number]))
            if rules.all_plausible_zones
            else tuple(known or by_number[:1])
        )
        return cls(case, person, debt, request, zones or (rules.default_zone,), bool(zones))

    @property
    def local(self) -> datetime:
        """The instant where the person is."""
        return self.request.at.astimezone(ZoneInfo(self.zones[0]))

    @property
    def today(self) -> date:
        """The day where the person is."""
        return self.local.date()

    def day_of(self, instant: datetime) -> date:
        """The day of another instant where the person is."""
        return instant.astimezone(ZoneInfo(self.zones[0])).date()


@lru_cache(maxsize=512)
def zone_exists(name: str) -> bool:
    """Whether this IANA zone is known."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def check_rule(rule: ContactRule, situation: Situation) -> list[Answer]:
    """What `rule` says; empty where it has nothing to say."""
    return list(_CHECKERS[rule.kind](rule, situation))


def _answer(
    rule: ContactRule,
    code: str,
    verdict: Verdict | None = None,
    never_passes: bool = False,
    more: Mapping[str, object] | None = None,
    **params: object,
) -> Answer:
    params |= more or {}
    return Answer(
        rule.rule_id,
        rule.verdict if verdict is None else verdict,
        code,
        tuple((name, str(value)) for name, value in params.items()),
        rule.source,
        rule.house,
        rule.title,
        never_passes,
    )


# --- hours -------------------------------------------------------------------------------------------


def _window(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    if not situation.zone_known:
        yield _answer(rule, "gate.zone.unknown", Verdict.WARN, zone=situation.zones[0])
    closed = [zone for zone in situation.zones if not is_open(rule, situation.request.at, zone)]
    span = {"from": f"{rule.from_time:%H:%M}", "until": f"{rule.until_time:%H:%M}"}
    if not closed:
        yield _answer(rule, "gate.window.open", Verdict.ALLOW, local=_clock(situation.local), more=span)
        return
    local = situation.request.at.astimezone(ZoneInfo(closed[0]))
    consent = _consent(situation, local) if rule.consent_lifts else None
    if consent is not None:
        yield _answer(
            rule, "gate.window.consented", Verdict.ALLOW, local=_clock(local), words=consent.words, more=span
        )
    elif len(closed) < len(situation.zones):
        yield _answer(rule, "gate.window.closed_somewhere", local=_clock(local), zone=closed[0], more=span)
    else:
        yield _answer(rule, "gate.window.closed", local=_clock(local), zone=closed[0], more=span)


def is_open(rule: ContactRule, at: datetime, zone: str) -> bool:
    """Whether the window of `rule` is open at `at` in `zone`."""
    local = at.astimezone(ZoneInfo(zone)).time()
    if rule.open_bounds:
        return rule.from_time < local < rule.until_time
    return rule.from_time <= local < rule.until_time


def _consent(situation: Situation, local: datetime) -> HoursConsent | None:
    for consent in situation.case.consents:
        if consent.person_id != situation.person.person_id or consent.at > situation.request.at:
            continue
        if local.date() <= consent.expires and _within(local.time(), consent.from_time, consent.until_time):
            return consent
    return None


def _within(moment: time, start: time, end: time) -> bool:
    """In [start, end), over midnight where the end is before the start."""
    if start <= end:
        return start <= moment < end
    return moment >= start or moment < end


def _clock(local: datetime) -> str:
    return f"{local:%H:%M:%S}"


def _holiday(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    days = _calendar(rule.country, rule.subdivision, situation.today.year)
    if situation.today in days:
        yield _answer(
            rule, "gate.holiday", day=situation.today.isoformat(), name=days.get(situation.today, "")
        )
    elif rule.weekends and not days.is_working_day(situation.today):
        yield _answer(rule, "gate.weekend", day=situation.today.isoformat())


@lru_cache(maxsize=64)
def _calendar(country: str, subdivision: str, year: int) -> holidays.HolidayBase:
    return holidays.country_holidays(country, subdiv=subdivision or None, years=[year - 1, year, year + 1])


# --- counts ------------------------------------------------------------------------------------------


def _count(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    number = sum(1 for _ in _counted_calls(rule, situation))
    params: dict[str, object] = {
        "count": number,
        "limit": rule.limit,
        "days": rule.days,
        "counted": rule.counted.value,
        "per": rule.per.value,
    }
    if number >= rule.limit:
        yield _answer(rule, "gate.count.reached", more=params)
    elif rule.warn_at and number >= rule.warn_at:
        yield _answer(rule, "gate.count.near", Verdict.WARN, more=params)
    else:
        yield _answer(rule, "gate.count.within", Verdict.ALLOW, more=params)


def _counted_calls(rule: ContactRule, situation: Situation) -> Iterator[ContactAttempt]:
    for call in _calls_to(rule.per, situation):
        age = (situation.today - situation.day_of(call.at)).days
        if call.inbound or not 0 <= age < rule.days or call.at > situation.request.at:
            continue
        if "consented" in rule.excluding and call.consented:
            continue
        if "not_connected" in rule.excluding and call.outcome in _NETWORK_FAILED:
            continue
        if _counts(rule.counted, call.outcome):
            yield call


_NETWORK_FAILED = {AttemptOutcome.NOT_CONNECTED, AttemptOutcome.INVALID_NUMBER}


def _counts(counted: Counted, outcome: AttemptOutcome) -> bool:
    return {
        Counted.ATTEMPTS: True,
        Counted.UNANSWERED: not outcome.connected,
        Counted.CONNECTED: outcome.connected,
        Counted.CONVERSATIONS: outcome is AttemptOutcome.CONVERSATION,
    }[counted]


def _calls_to(per: Per, situation: Situation) -> Iterable[ContactAttempt]:
    for call in situation.case.attempts:
        if per is Per.NUMBER:
            if call.number == situation.request.number:
                yield call
        elif call.person_id == situation.person.person_id and (
            per is Per.PERSON or not call.debt_ids or situation.debt.debt_id in call.debt_ids
        ):
            yield call


def _cooldown(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    talks = [
        situation.day_of(call.at)
        for call in _calls_to(rule.per, situation)
        if call.outcome is AttemptOutcome.CONVERSATION and call.at <= situation.request.at
    ]
    if not talks:
        return
    since = (situation.today - max(talks)).days
    if since < rule.days:
        yield _answer(rule, "gate.cooldown", talked=max(talks).isoformat(), days=rule.days)


# --- what stands against any call ----------------------------------------------------------------------


def _stop_list(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    phone = next((p for p in situation.person.phones if p.number == situation.request.number), None)
    for stop in situation.case.stops:
        if stop.person_id != situation.person.person_id or stop.lifted_at is not None:
            continue
        if stop.scope is StopScope.NUMBER and stop.number != situation.request.number:
            continue
        if stop.scope is StopScope.WORKPLACE and (phone is None or not phone.workplace):
            continue
        hours = stop.scope is StopScope.HOURS
        if hours and not (
            stop.from_time is not None
            and stop.until_time is not None
            and _within(situation.local.time(), stop.from_time, stop.until_time)
        ):
            continue
        verdict = Verdict.WARN if rule.written_only and not stop.written else None
        yield _answer(
            rule, f"gate.stop.{stop.scope.value}", verdict, never_passes=not hours,
            since=situation.day_of(stop.at).isoformat(), words=stop.words,
        )  # fmt: skip


def _dispute(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    dispute = situation.case.disputed(situation.debt.debt_id)
    if dispute is not None:
        verdict = Verdict.WARN if rule.written_only and not dispute.written else None
        yield _answer(
            rule, "gate.dispute", verdict, never_passes=True,
            since=situation.day_of(dispute.at).isoformat(), reason=dispute.reason,
        )  # fmt: skip


def _plan(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    plan = situation.case.plan_for(situation.debt.debt_id)
    if plan is not None:
        ahead = [day for day, _ in plan.instalments if day >= situation.today]
        yield _answer(
            rule, "gate.plan", never_passes=True,
            since=situation.day_of(plan.agreed_at).isoformat(), next_due=min(ahead).isoformat() if ahead else "",
        )  # fmt: skip


def _represented(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    if situation.case.represented and situation.person.role is Role.DEBTOR:
        yield _answer(rule, "gate.represented", never_passes=True)


def _notice(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    sent = situation.debt.notice_sent
    if situation.debt.outsourced and (sent is None or sent > situation.today):
        yield _answer(rule, "gate.notice", never_passes=True)


def _bankruptcy(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    since = situation.case.bankrupt_since
    if since is not None and since <= situation.today:
        yield _answer(rule, "gate.bankruptcy", never_passes=True, since=since.isoformat())


def _moratorium(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    until = situation.case.moratorium_until
    if until is not None and situation.today <= until:
        yield _answer(rule, "gate.moratorium", until=until.isoformat())
    hold = situation.case.debt_advice_hold_until
    if hold is not None and situation.today <= hold:
        yield _answer(rule, "gate.advice_hold", until=hold.isoformat())


def _deceased(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    if situation.person.deceased:
        yield _answer(rule, "gate.deceased", never_passes=True)


def _vulnerable(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    if situation.person.lacks_capacity:
        yield _answer(rule, "gate.capacity", never_passes=True)
    elif situation.person.vulnerable:
        yield _answer(rule, "gate.vulnerable", Verdict.WARN, why=situation.person.vulnerable)


def _time_barred(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    if situation.case.time_barred:
        yield _answer(rule, "gate.time_barred", never_passes=True)


def _bad_number(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    phone = next((p for p in situation.person.phones if p.number == situation.request.number), None)
    if phone is None:
        yield _answer(rule, "gate.number.unknown", never_passes=True)
    elif phone.invalid:
        yield _answer(rule, "gate.number.invalid", never_passes=True)


# --- people who owe nothing ----------------------------------------------------------------------------


def _unreachable_first(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    ground = unreachable_ground(rule, situation)
    if ground:
        yield _answer(rule, f"gate.unreachable.{ground}", Verdict.ALLOW)
    else:
        yield _answer(rule, "gate.unreachable.not_shown", dials=rule.failed_dials, days=rule.failed_days)


def unreachable_ground(rule: ContactRule, situation: Situation) -> str:
    """Why the debtor counts as out of reach: `deceased`, `capacity`, `number`, `dials`, `days`, or empty."""
    debtor = situation.case.debtor
    if debtor.deceased:
        return "deceased"
    if debtor.lacks_capacity:
        return "capacity"
    calls = sorted(
        (
            call
            for call in situation.case.attempts
            if call.person_id == debtor.person_id and call.at <= situation.request.at
        ),
        key=lambda call: call.at,
    )
    invalid = {phone.number for phone in debtor.phones if phone.invalid}
    for call in calls:
        if call.outcome is AttemptOutcome.INVALID_NUMBER:
            invalid.add(call.number)
        else:
            invalid.discard(call.number)
    if all(phone.number in invalid for phone in debtor.phones):
        return "number"
    failed = list(_failed_at_the_end(calls))
    if rule.failed_dials and len(failed) >= rule.failed_dials:
        # The nth failed dial in a row; others may be asked from the next day on.
        decisive = failed[::-1][rule.failed_dials - 1]
        if situation.day_of(decisive.at) < situation.today:
            return "dials"
    days = sorted({situation.day_of(call.at) for call in failed})
    run = 1 if days else 0
    for earlier, later in pairwise(days):
        run = run + 1 if (later - earlier).days == 1 else 1
        if rule.failed_days and run >= rule.failed_days:
            return "days"
    return ""


def _failed_at_the_end(calls: list[ContactAttempt]) -> Iterator[ContactAttempt]:
    """The failed calls since the last time the debtor was reached, newest first."""
    for call in reversed(calls):
        if call.outcome.connected:
            return
        if not call.inbound:
            yield call


def _third_party(rule: ContactRule, situation: Situation) -> Iterator[Answer]:
    if rule.limit == 0:
        yield _answer(rule, "gate.third_party.never", never_passes=True, role=situation.person.role.value)
        return
    reached = sum(
        1
        for call in situation.case.attempts
        if call.person_id == situation.person.person_id and call.outcome.connected and not call.inbound
    )
    verdict = None if reached >= rule.limit else Verdict.ALLOW
    code = "gate.third_party.reached" if reached >= rule.limit else "gate.third_party.within"
    yield _answer(rule, code, verdict, never_passes=reached >= rule.limit, count=reached, limit=rule.limit)


_CHECKERS: dict[RuleKind, Callable[[ContactRule, Situation], Iterator[Answer]]] = {
    RuleKind.WINDOW: _window,
    RuleKind.COUNT: _count,
    RuleKind.COOLDOWN: _cooldown,
    RuleKind.STOP_LIST: _stop_list,
    RuleKind.DISPUTE: _dispute,
    RuleKind.PLAN: _plan,
    RuleKind.HOLIDAY: _holiday,
    RuleKind.UNREACHABLE_FIRST: _unreachable_first,
    RuleKind.THIRD_PARTY: _third_party,
    RuleKind.REPRESENTED: _represented,
    RuleKind.NOTICE: _notice,
    RuleKind.BANKRUPTCY: _bankruptcy,
    RuleKind.MORATORIUM: _moratorium,
    RuleKind.DECEASED: _deceased,
    RuleKind.VULNERABLE: _vulnerable,
    RuleKind.TIME_BARRED: _time_barred,
    RuleKind.BAD_NUMBER: _bad_number,
}
