from __future__ import annotations

from dataclasses import replace

import pytest

from assist.playbook.changes import (
    CaughtFact,
    ChecklistItem,
    FactKind,
    MindState,
    PlaybookView,
    StageView,
)
from assist.playbook.summary import (
    LINE_PARAMS,
    Outcome,
    SummaryLine,
    draft_summary,
    read_summary_texts,
    shipped_summary_texts,
)
from assist.problems import PackProblem
from assist.rules.flags import Flag, FlagKind, FlagState, Severity
from speech.types import SAMPLE_RATE_HZ, Channel

LOCALES = ("zh_CN", "zh_TW", "zh_HK", "en_US", "en_GB")
POSITION = 125 * SAMPLE_RATE_HZ


def flag(
    category: str, title: str, kind: FlagKind = FlagKind.TRIGGER, state: FlagState = FlagState.CONFIRMED
) -> Flag:
    return Flag(
        f"f-{category}-{title}", category.lower(), category, title, Severity.WARN, kind, state, Channel.CUSTOMER, 3, 0,
        10, (), 0.9, (), (), "", interrupts=False, raised_at=0,
    )  # fmt: skip


def promise(
    start: int, amount: str = "3500.00", date: str = "2026-12-04", *, confirmed: bool = False
) -> CaughtFact:
    return CaughtFact(
        f"p{start}",
        FactKind.PROMISE,
        Channel.CUSTOMER,
        start,
        start + 9,
        "下 周五 先 还 三千 五",
        amount,
        date,
        confirmed,
    )


def view(
    *facts: CaughtFact, mind: MindState = MindState.UNKNOWN, items: tuple[ChecklistItem, ...] = ()
) -> PlaybookView:
    stages = (
        StageView("open", "开场核身", current=False, visited=True),
        StageView("plan", "协商方案", current=True, visited=True),
        StageView("close", "确认结束", current=False, visited=False),
    )
    return PlaybookView(stages, (), items, facts, mind, 800)


def codes(drafted_lines: tuple[SummaryLine, ...]) -> list[str]:
    return [line.code for line in drafted_lines]


def test_a_confirmed_promise_is_the_outcome_and_its_values_are_drafted() -> None:
    drafted = draft_summary(view(promise(5, confirmed=True), mind=MindState.WILLING), [], POSITION)
    assert drafted.outcome is Outcome.PROMISE
    assert (drafted.promise_amount, drafted.promise_date) == ("3500.00", "2026-12-04")
    assert codes(drafted.lines) == ["length", "stages", "mind_willing", "promise"]
    assert dict(drafted.lines[0].params) == {"minutes": "2", "seconds": "5"}
    assert dict(drafted.lines[1].params) == {"stages": "开场核身\n协商方案"}


def test_confirmed_wins_then_the_more_complete_then_the_later() -> None:
    half = promise(50, date="")
    assert draft_summary(view(promise(5), half), [], POSITION).promise_date == "2026-12-04"
    later = promise(60, "1000.00", "2026-12-10")
    assert draft_summary(view(promise(5), half, later), [], POSITION).promise_amount == "1000.00"
    sure = replace(half, confirmed=True)
    assert draft_summary(view(promise(5), sure, later), [], POSITION).promise_amount == "3500.00"


def test_what_the_agent_offered_is_no_promise() -> None:
    offered = replace(promise(5), channel=Channel.AGENT)
    drafted = draft_summary(view(offered), [], POSITION)
    assert drafted.outcome is Outcome.NO_AGREEMENT
    assert "no_promise" in codes(drafted.lines)


@pytest.mark.parametrize(
    ("categories", "outcome"),
    [
        (["T-dispute"], Outcome.DISPUTED),
        (["T-hardship"], Outcome.PROMISE),
        (["T-stop"], Outcome.STOP_REQUESTED),
        (["T-dispute", "T-self_harm"], Outcome.AT_RISK),
        (["T-third_party"], Outcome.THIRD_PARTY),
        (["T-lawyer"], Outcome.REPRESENTED),
        (["T-death"], Outcome.DECEASED),
    ],
)
def test_what_the_customer_raised_weighs_more_than_a_promise(categories: list[str], outcome: Outcome) -> None:
    flags = [flag(category, category) for category in categories]
    drafted = draft_summary(view(promise(5)), flags, POSITION)
    assert drafted.outcome is outcome
    assert "customer_said" in codes(drafted.lines)


def test_hardship_without_a_promise_is_the_outcome() -> None:
    assert draft_summary(view(), [flag("T-hardship", "困难")], POSITION).outcome is Outcome.HARDSHIP


def test_a_dismissed_flag_counts_for_nothing() -> None:
    dismissed = flag("T-dispute", "异议", state=FlagState.DISMISSED)
    drafted = draft_summary(view(), [dismissed], POSITION)
    assert drafted.outcome is Outcome.NO_AGREEMENT
    assert "customer_said" not in codes(drafted.lines)


def test_violations_and_missed_statements_are_named_for_the_reviewer() -> None:
    item = ChecklistItem("rec", "告知录音", "合规", 3, False, False, "", -1, -1, 0, overdue=True)
    flags = [flag("V02", "虚构刑事后果", FlagKind.VIOLATION), flag("V02", "虚构刑事后果", FlagKind.VIOLATION)]
    lines = {
        line.code: dict(line.params) for line in draft_summary(view(items=(item,)), flags, POSITION).lines
    }
    assert lines["violations"] == {"count": "2", "titles": "虚构刑事后果"}
    assert lines["missing"] == {"titles": "告知录音"}


def test_nobody_answered_resisting_and_an_agreed_plan_have_their_outcomes() -> None:
    assert draft_summary(view(), [], POSITION, customer_spoke=False).outcome is Outcome.NO_CONVERSATION
    assert draft_summary(view(mind=MindState.RESISTING), [], POSITION).outcome is Outcome.REFUSED
    plan = [("2026-12-05", "500.00"), ("2027-01-05", "500.00")]
    drafted = draft_summary(view(promise(5)), [], POSITION, plan=plan)
    assert drafted.outcome is Outcome.PLAN_AGREED
    assert {"plan", "promise_unconfirmed"} <= set(codes(drafted.lines))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_line_can_be_told_everywhere(locale: str) -> None:
    texts = shipped_summary_texts(locale)
    for code, names in LINE_PARAMS.items():
        told = texts.tell([SummaryLine(code, tuple((name, f"<{name}>") for name in names))])
        assert told
        assert "{" not in told
    assert texts.tell(draft_summary(view(promise(5)), [flag("T-stop", "x")], POSITION).lines)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("  stages:", "  stage:", "stages"),
        ("{minutes}", "{hours}", "hours"),
        ("{seconds}", "{seconds", "brace"),
    ],
)
def test_a_faulty_text_file_is_refused_with_its_line(old: str, new: str, reason: str) -> None:
    from importlib import resources

    text = resources.files("scripts").joinpath("zh_CN", "wrap_up.yaml").read_text("utf-8")
    with pytest.raises(PackProblem, match=reason):
        read_summary_texts(text.replace(old, new, 1).encode(), "wrap_up.yaml")
