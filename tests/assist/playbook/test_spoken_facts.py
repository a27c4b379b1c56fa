"""Amounts, dates and promises in spoken Chinese and English."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assist.playbook.spoken import SpokenKind, find_facts
from speech.types import Channel

WEDNESDAY = date(2026, 11, 25)
OWED = Decimal(12480)


def promise(text: str, language: str) -> tuple[str, str]:
    """Amount and date of the one promise in a text, as texts."""
    facts = [one for one in find_facts(text, language, WEDNESDAY, OWED) if one.kind is SpokenKind.PROMISE]
    assert len(facts) == 1, find_facts(text, language, WEDNESDAY, OWED)
    [fact] = facts
    return str(fact.amount or ""), fact.date.isoformat() if fact.date else ""


@pytest.mark.parametrize(
    ("text", "amount", "day"),
    [
        ("下周五 之前 先 还 三千五", "3500.00", "2026-12-04"),
        ("我 月底 还 一万二", "12000.00", "2026-11-30"),
        ("这个 月 二十五号 还 五百", "500.00", "2026-11-25"),
        ("我 后天 先 还 一半", "6240.00", "2026-11-27"),
        ("下个 月 十号 还清", "12480.00", "2026-12-10"),
        ("十二月 二十号 之前 还 两千 八百 块", "2800.00", "2026-12-20"),
        ("这周六 给 你们 还 八百", "800.00", "2026-11-28"),
        ("每个 月 能 还 五百", "500.00", ""),
        ("我 尽量 在 月底 之前 还 一千", "1000.00", "2026-11-30"),
    ],
)
def test_a_chinese_promise_names_its_amount_and_date(text: str, amount: str, day: str) -> None:
    assert promise(text, "zh") == (amount, day)


@pytest.mark.parametrize(
    ("text", "amount", "day"),
    [
        ("i can pay three hundred dollars next friday", "300.00", "2026-12-04"),
        ("i will pay half now", "6240.00", "2026-11-25"),
        ("i'll send you two hundred and fifty by the end of the month", "250.00", "2026-11-30"),
        ("i can do fifty dollars on december tenth", "50.00", "2026-12-10"),
        ("i will pay the whole thing tomorrow", "12480.00", "2026-11-26"),
    ],
)
def test_an_english_promise_names_its_amount_and_date(text: str, amount: str, day: str) -> None:
    assert promise(text, "en") == (amount, day)


@pytest.mark.parametrize(
    "text",
    [
        "我 不会 还 三千",
        "上个 月 已经 还 了 五百",
        "我 工资 才 三千",
        "你们 说 利息 八百",
        "身份证 后四位 三三零六",
        "我 借 了 一万",
        "下周五 你 再 打 给 我",
    ],
)
def test_what_is_no_promise_is_none(text: str) -> None:
    kinds = {one.kind for one in find_facts(text, "zh", WEDNESDAY, OWED)}
    assert SpokenKind.PROMISE not in kinds


def test_the_agent_never_promises() -> None:
    facts = find_facts("您 下周五 之前 先 还 三千五", "zh", WEDNESDAY, OWED, Channel.AGENT)
    assert {one.kind for one in facts} == {SpokenKind.AMOUNT, SpokenKind.DATE}


def test_a_later_word_corrects_an_earlier_one() -> None:
    assert promise("下周五 不对 下周六 还 三百", "zh") == ("300.00", "2026-12-05")


def test_once_again_is_not_the_week_after_next() -> None:
    [fact] = [one for one in find_facts("确认 一下 下周五", "zh", WEDNESDAY) if one.date]
    assert fact.date == date(2026, 12, 4)


def test_five_hundred_a_month_is_an_amount_without_unit() -> None:
    [fact] = find_facts("一个 月 五百 吧", "zh", WEDNESDAY)
    assert (fact.kind, fact.amount) == (SpokenKind.AMOUNT, Decimal("500.00"))


@given(st.integers(min_value=11, max_value=9_999_999))
def test_every_spoken_chinese_amount_is_read_to_the_cent(number: int) -> None:
    spoken = cn2an.an2cn(str(number), "low")
    facts = find_facts(f"我 先 还 {spoken} 元", "zh", WEDNESDAY)
    assert [one.amount for one in facts] == [Decimal(number)]


@given(st.dates(min_value=WEDNESDAY, max_value=WEDNESDAY + timedelta(days=200)))
def test_every_named_day_of_the_coming_half_year_is_that_day(day: date) -> None:
    month, number = cn2an.an2cn(str(day.month), "low"), cn2an.an2cn(str(day.day), "low")
    facts = find_facts(f"我 {month}月 {number}号 还 五百 块", "zh", WEDNESDAY)
    assert [(one.amount, one.date) for one in facts] == [(Decimal(500), day)]


@given(st.text(max_size=60), st.sampled_from(["zh", "en"]))
def test_no_text_breaks_the_reader(text: str, language: str) -> None:
    words = text.split()
    for fact in find_facts(text, language, WEDNESDAY, OWED):
        assert 0 <= fact.first_word <= fact.last_word < len(words)
        assert 0 <= fact.confidence <= 1
        assert fact.amount is not None or fact.date is not None
