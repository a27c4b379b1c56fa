"""What must be said in a call, and what the file forbids, by the shipped Chinese packs."""

from __future__ import annotations

import pytest

from assist.rules.authoring import load_judge
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from assist.rules.flags import FlagKind
from speech.types import Channel
from tests.support.spoken_words import at, say


def engine(pack: str, **facts: object) -> RuleEngine:
    return RuleEngine(load_judge(pack).compiled(), CaseFacts.from_mapping(facts))


def missed(one: RuleEngine, seconds: float) -> set[str]:
    return {flag.rule for flag in one.on_time(at(seconds)) if flag.kind is FlagKind.OMISSION}


@pytest.mark.parametrize(
    ("pack", "duty", "heard", "answer", "other"),
    [
        ("zh_CN", "cn.d.options", "我上个月失业了没钱还", "那我们看看能不能分期", "我知道了"),
        ("zh_CN", "cn.d.dispute", "这笔钱不是我借的", "我马上帮您登记核实", "那您说怎么办"),
        ("zh_CN", "cn.d.complaint", "我要投诉你们", "您可以拨打银行客服投诉", "哦这样啊"),
        ("zh_CN", "cn.d.self_harm", "我不想活了", "您现在安全吗身边有人陪着吗", "您先把钱还了吧"),
        ("zh_CN", "cn.d.channel", "那我明天还你两千吧", "请在手机银行里还到您自己的还款卡", "好的明天见"),
        ("zh_TW", "tw.d.options", "我上個月失業了沒錢還", "那我們看看可不可以分期", "我知道了"),
        ("zh_TW", "tw.d.self_harm", "我不想活了", "您現在安全嗎", "您先還錢吧"),
        ("zh_HK", "hk.d.self_harm", "我唔想做人喇", "你而家安唔安全", "你還咗錢先啦"),
    ],
)
def test_what_the_customer_says_wants_an_answer(
    pack: str, duty: str, heard: str, answer: str, other: str
) -> None:
    for words, wanted in ((answer, False), (other, True)):
        one = engine(pack, party="debtor")
        say(one, heard, 10.0, 0, Channel.CUSTOMER)
        say(one, words, 16.0, 1)
        assert (duty in missed(one, 120.0)) == wanted, words


def test_identity_is_asked_for_where_it_is_not_verified() -> None:
    for text, wanted in (("请问您是张先生本人吗", False), ("您好我想说一下还款的事", True)):
        one = engine("zh_CN", identity_verified=False)
        say(one, text)
        assert ("cn.d.verify" in missed(one, 70.0)) == wanted
    one = engine("zh_CN", identity_verified=True)
    say(one, "您好我想说一下还款的事")
    assert "cn.d.verify" not in missed(one, 70.0)


def test_a_third_party_is_only_asked_to_pass_a_call_on() -> None:
    for text, wanted in (("麻烦请他方便时回个电话", False), ("他欠的钱您知道吧", True)):
        one = engine("zh_CN", party="third_party")
        say(one, text)
        assert ("cn.d.third" in missed(one, 60.0)) == wanted


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"attempts_today": 6}, "cn.m.unanswered"),
        ({"connected_today": 3}, "cn.m.attempts"),
        ({"stop_requested": True}, "cn.m.stopped"),
        ({"dispute_open": True}, "cn.m.disputed"),
        ({"plan_agreed": True}, "cn.m.plan"),
        ({"deceased": True}, "cn.m.deceased"),
        ({"party": "third_party", "third_party_allowed": False}, "cn.m.third_party"),
    ],
)
def test_counters_and_facts_of_the_case_are_flags(facts: dict[str, object], rule: str) -> None:
    flagged = {flag.rule for flag in engine("zh_CN", **facts).on_time(at(1.0))}
    assert rule in flagged
    quiet = dict.fromkeys(facts, None)
    assert rule not in {flag.rule for flag in engine("zh_CN", **quiet).on_time(at(1.0))}
