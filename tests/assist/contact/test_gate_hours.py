from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assist.contact.case import HoursConsent, StopRequest, StopScope
from assist.contact.gate import ContactGate
from assist.contact.rules import RuleKind, Verdict
from assist.contact.rules_loader import shipped_contact_rules
from tests.support.contact_cases import local, make_case, request_at

Gates = Callable[[str], ContactGate]


@pytest.mark.parametrize(
    ("locale", "clock", "verdict"),
    [
        ("zh_CN", (7, 59, 59), Verdict.BLOCK),
        ("zh_CN", (8, 0, 0), Verdict.ALLOW),
        ("zh_CN", (21, 59, 59), Verdict.ALLOW),
        ("zh_CN", (22, 0, 0), Verdict.BLOCK),
        ("zh_TW", (6, 59, 59), Verdict.BLOCK),
        ("zh_TW", (7, 0, 0), Verdict.ALLOW),
        ("zh_TW", (21, 59, 59), Verdict.ALLOW),
        ("zh_TW", (22, 0, 0), Verdict.BLOCK),
        ("en_US", (8, 0, 0), Verdict.BLOCK),
        ("en_US", (8, 0, 1), Verdict.ALLOW),
        ("en_US", (20, 59, 59), Verdict.ALLOW),
        ("en_US", (21, 0, 0), Verdict.BLOCK),
        ("zh_HK", (7, 59, 59), Verdict.WARN),
        ("en_GB", (21, 0, 0), Verdict.WARN),
    ],
)
def test_the_window_opens_and_closes_to_the_second(
    gate_of: Gates, locale: str, clock: tuple[int, int, int], verdict: Verdict
) -> None:
    decision = gate_of(locale).check(
        make_case(locale), request_at(local(locale, 2026, 11, 24, *clock), locale)
    )
    assert decision.verdict is verdict


@pytest.mark.parametrize(
    ("utc", "verdict"),
    [
        # Daylight saving ends on 1 November 2026 at 06:00 UTC: 21:00 in New York is 01:00 UTC before, 02:00 after.
        (datetime(2026, 11, 1, 0, 59, 59, tzinfo=UTC), Verdict.ALLOW),
        (datetime(2026, 11, 1, 1, 0, tzinfo=UTC), Verdict.BLOCK),
        (datetime(2026, 11, 1, 12, 30, tzinfo=UTC), Verdict.BLOCK),
        (datetime(2026, 11, 1, 13, 0, 1, tzinfo=UTC), Verdict.ALLOW),
        (datetime(2026, 11, 2, 1, 59, 59, tzinfo=UTC), Verdict.ALLOW),
        (datetime(2026, 11, 2, 2, 0, tzinfo=UTC), Verdict.BLOCK),
        # It begins on 8 March 2026 at 07:00 UTC: 8:00 in New York is 13:00 UTC the day before, 12:00 that day.
        (datetime(2026, 3, 7, 12, 30, tzinfo=UTC), Verdict.BLOCK),
        (datetime(2026, 3, 8, 12, 0, 1, tzinfo=UTC), Verdict.ALLOW),
    ],
)
def test_daylight_saving_moves_the_window_with_the_local_clock(
    gate_of: Gates, utc: datetime, verdict: Verdict
) -> None:
    assert gate_of("en_US").check(make_case("en_US"), request_at(utc, "en_US")).verdict is verdict


def test_in_the_united_states_the_hours_must_fit_wherever_the_consumer_may_be(gate_of: Gates) -> None:
    case = make_case("en_US")
    in_california = make_case(
        "en_US", people=(_in_zone(case.debtor, "America/Los_Angeles"), *case.people[1:])
    )
    nine_in_new_york = request_at(local("en_US", 2026, 11, 24, 9, 0, 1), "en_US")
    assert gate_of("en_US").check(case, nine_in_new_york).verdict is Verdict.ALLOW
    decision = gate_of("en_US").check(in_california, nine_in_new_york)
    assert decision.blocks[0].code == "gate.window.closed_somewhere"
    assert dict(decision.blocks[0].params)["zone"] == "America/Los_Angeles"


def test_the_address_decides_over_the_number_where_one_place_is_enough(gate_of: Gates) -> None:
    case = make_case("zh_CN")
    in_london = make_case("zh_CN", people=(_in_zone(case.debtor, "Europe/London"), *case.people[1:]))
    morning_in_shanghai = request_at(local("zh_CN", 2026, 11, 24, 10), "zh_CN")
    assert gate_of("zh_CN").check(in_london, morning_in_shanghai).verdict is Verdict.BLOCK


def test_an_unknown_place_is_told_and_the_rules_own_zone_is_used(gate_of: Gates) -> None:
    case = make_case("zh_CN")
    request = request_at(local("zh_CN", 2026, 11, 24, 10), number="+8001234567890")
    decision = gate_of("zh_CN").check(case, request)
    assert "gate.zone.unknown" in {answer.code for answer in decision.warnings}
    assert decision.zones == ("Asia/Shanghai",)


def test_consent_opens_the_hours_until_it_expires_and_only_for_its_giver(gate_of: Gates) -> None:
    consent = HoursConsent(
        datetime(2026, 11, 20, 3, tzinfo=UTC),
        "debtor",
        time(22),
        time(23),
        date(2026, 11, 24),
        "晚上十点半打给我",
    )
    case = make_case("zh_CN", consents=(consent,))
    gate = gate_of("zh_CN")
    late = local("zh_CN", 2026, 11, 24, 22, 30)
    assert gate.check(case, request_at(late)).verdict is Verdict.ALLOW
    assert gate.check(case, request_at(late + timedelta(days=1))).verdict is Verdict.BLOCK
    assert gate.check(case, request_at(late, person="guarantor")).verdict is Verdict.BLOCK
    assert gate.check(case, request_at(late + timedelta(minutes=30))).verdict is Verdict.BLOCK


def test_hours_that_the_debtor_ruled_out_are_kept_and_pass_by_themselves(gate_of: Gates) -> None:
    stop = StopRequest(
        datetime(2026, 11, 20, tzinfo=UTC), "debtor", StopScope.HOURS, from_time=time(9), until_time=time(18)
    )
    case = make_case("en_GB", stops=(stop,))
    at_work = gate_of("en_GB").check(case, request_at(local("en_GB", 2026, 11, 24, 12), "en_GB"))
    assert at_work.blocks[0].code == "gate.stop.hours"
    assert not at_work.blocks[0].never_passes
    assert (
        gate_of("en_GB").check(case, request_at(local("en_GB", 2026, 11, 24, 18), "en_GB")).verdict
        is Verdict.ALLOW
    )


@settings(max_examples=200, deadline=None)
@given(
    locale=st.sampled_from(["zh_CN", "zh_TW", "en_US"]),
    zone=st.sampled_from(
        ["Asia/Shanghai", "America/New_York", "America/Los_Angeles", "Europe/London", "Australia/Lord_Howe"]
    ),
    at=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_the_gate_agrees_with_the_clock_on_the_wall(locale: str, zone: str, at: datetime) -> None:
    gate = ContactGate(shipped_contact_rules(locale))
    base = make_case(locale)
    case = make_case(locale, people=(_in_zone(base.debtor, zone), *base.people[1:]))
    decision = gate.check(case, request_at(at, locale))
    rule = next(rule for rule in gate.rules.enabled if rule.kind is RuleKind.WINDOW)
    open_everywhere = all(
        (rule.from_time < clock if rule.open_bounds else rule.from_time <= clock) and clock < rule.until_time
        for clock in (at.astimezone(ZoneInfo(name)).time() for name in decision.zones)
    )
    assert (decision.verdict is not Verdict.BLOCK) == open_everywhere
    assert zone in decision.zones


def _in_zone(person: object, zone: str) -> object:
    from dataclasses import replace

    return replace(person, time_zone=zone)  # type: ignore[type-var]
