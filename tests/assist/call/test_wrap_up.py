from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assist.call.entries import wrap_up_body
from assist.call.state import CallState
from assist.call.wrap_up import CallContact, WrapUpDrafter
from assist.contact.case import AttemptOutcome, ContactAttempt
from assist.contact.gate import ContactGate
from assist.contact.rules_loader import shipped_contact_rules
from assist.playbook.changes import CaughtFact, FactKind, MindState, PlaybookView
from assist.playbook.summary import shipped_summary_texts
from assist.rules.flags import Flag, FlagKind, FlagState, Severity
from speech.types import Channel, FinalTranscript, Word
from tests.support.contact_cases import local, make_case, request_at

CALLED = local("zh_CN", 2026, 11, 24, 14, 0, 0)


class FixedClock:
    def __init__(self, now: datetime) -> None:
        self._now = now

    def utc_ms(self) -> int:
        return int(self._now.timestamp() * 1000)

    def mono_ms(self) -> int:
        return 0


class ViewOnly:
    """The playbook as the drafter sees it: its last view."""

    def __init__(self, *facts: CaughtFact) -> None:
        self.view = PlaybookView((), (), (), facts, MindState.UNKNOWN, 1000)

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"the drafter must not drive the playbook ({name})")


def promise(amount: str, due: str) -> CaughtFact:
    return CaughtFact(
        "p", FactKind.PROMISE, Channel.CUSTOMER, 0, 9, "下周五先还三千五", amount, due, confirmed=True
    )


def trigger(category: str) -> Flag:
    return Flag(
        "f", category, category, category, Severity.WARN, FlagKind.TRIGGER, FlagState.CONFIRMED, Channel.CUSTOMER, 0, 0,
        9, (), 1.0, (), (), "", interrupts=False, raised_at=0,
    )  # fmt: skip


def draft(
    locale: str = "zh_CN", facts: Sequence[CaughtFact] = (), flags: Sequence[Flag] = (), **case: object
) -> Any:
    gate = ContactGate(shipped_contact_rules(locale))
    at = local(locale, 2026, 11, 24, 14, 0, 0)
    contact = CallContact(gate, make_case(locale, **case), request_at(at, locale))  # type: ignore[arg-type]
    drafter = WrapUpDrafter(shipped_summary_texts(locale), FixedClock(at), contact)
    heard = FinalTranscript(Channel.CUSTOMER, 0, (Word("喂", 0, 1600, 1.0),), 1600)
    state = CallState().heard_words(heard)
    for flag in flags:
        state = state.raised(flag)
    return drafter(state, ViewOnly(*facts))


def test_the_day_after_the_promise_is_when_to_call_again() -> None:
    drafted = draft(facts=[promise("3500.00", "2026-12-04")])
    assert drafted.outcome == "promise"
    assert (drafted.promise_amount, drafted.promise_date) == ("3500.00", "2026-12-04")
    assert drafted.next_contact == "2026-12-05T10:00+08:00"
    assert "2026-12-05 10:00" in drafted.summary


def test_without_a_promise_it_is_the_next_day() -> None:
    assert draft().next_contact == "2026-11-25T10:00+08:00"


def test_after_a_conversation_in_the_united_states_a_week_must_pass() -> None:
    assert draft("en_US").next_contact.startswith("2026-12-01T08:01")


@pytest.mark.parametrize("category", ["T-dispute", "T-stop", "T-death"])
def test_a_dispute_a_stop_request_or_a_death_leaves_no_next_contact(category: str) -> None:
    drafted = draft(flags=[trigger(category)])
    assert drafted.next_contact == ""
    assert "暂不联系" in drafted.summary


def test_signs_of_self_harm_leave_the_decision_to_people_trained_for_it() -> None:
    drafted = draft(facts=[promise("3500.00", "2026-12-04")], flags=[trigger("T-self_harm")])
    assert drafted.outcome == "at_risk"
    assert drafted.next_contact == ""
    assert "主管和专业人员" in drafted.summary


def test_without_a_case_there_is_still_a_summary() -> None:
    drafter = WrapUpDrafter(shipped_summary_texts("en_GB"), FixedClock(CALLED))
    drafted = drafter(CallState(), ViewOnly())
    assert drafted.outcome == "no_conversation"
    assert drafted.next_contact == ""
    assert "lasted 0 min 0 s" in drafted.summary


def test_the_count_of_todays_calls_includes_the_one_that_has_just_ended() -> None:
    calls = tuple(
        ContactAttempt(
            datetime(2026, 11, 24, hour, tzinfo=UTC), "debtor", "+8613812345678", AttemptOutcome.CONNECTED
        )
        for hour in (1, 3)
    )
    drafted = draft(facts=[promise("1.00", "2026-11-23")], attempts=calls)
    assert date.fromisoformat(drafted.next_contact[:10]) == date(2026, 11, 25)


def test_the_body_for_the_record_carries_every_field() -> None:
    body = wrap_up_body(draft(facts=[promise("3500.00", "2026-12-04")]))
    assert body["promise_amount"] == "3500.00"
    assert body["plan"] == []
