"""The shipped Chinese packs: their examples, their law, and what they make of sound-alikes and of customers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assist.rules.authoring import TextJudge, context_of, load_judge, pack_path, run_examples
from assist.rules.flags import FlagKind
from assist.rules.pack import RulePack, RuleType
from speech.types import Channel

PACKS = ("zh_CN", "zh_TW", "zh_HK")
CATEGORIES = {f"V{number:02d}" for number in range(1, 23)}
DATA = Path(__file__).resolve().parents[2] / "data" / "detection"
LONGEST_FILE = 420
_judges: dict[str, TextJudge] = {}


def judge_of(name: str) -> TextJudge:
    if name not in _judges:
        _judges[name] = load_judge(name)
    return _judges[name]


def pack_of(name: str) -> RulePack:
    return judge_of(name).pack


@pytest.mark.parametrize("name", PACKS)
def test_every_example_of_the_pack_is_judged_as_it_says(name: str) -> None:
    results = run_examples(pack_of(name))
    assert len(results) > 80
    wrong = [f"{one.rule}: {one.example.text} (fires: {one.example.fires})" for one in results if not one.ok]
    assert not wrong


@pytest.mark.parametrize("name", PACKS)
def test_the_pack_covers_all_22_categories_with_a_sentence_to_say_instead(name: str) -> None:
    rules = [rule for rule in pack_of(name).rules if rule.rule_type is RuleType.VIOLATION]
    assert {rule.category for rule in rules} == CATEGORIES
    spoken = [rule for rule in rules if rule.tier.value != "hint"]
    assert not [rule.rule_id for rule in spoken if not rule.say_instead]


@pytest.mark.parametrize("name", PACKS)
def test_nothing_uncertain_is_shown_as_law(name: str) -> None:
    for rule in pack_of(name).rules:
        if {basis.certainty for basis in rule.basis} & {"C", "X"}:
            assert rule.house_rule, rule.rule_id
            assert not rule.enabled, rule.rule_id


@pytest.mark.parametrize("name", PACKS)
def test_a_lawyer_can_read_each_file_in_one_sitting(name: str) -> None:
    for file in pack_path(name).parent.glob("*.yaml"):
        if not file.name.startswith("playbook"):
            assert len(file.read_text("utf-8").splitlines()) <= LONGEST_FILE, file.name


@pytest.mark.parametrize("name", PACKS)
def test_the_customer_never_breaks_a_rule(name: str) -> None:
    judge = judge_of(name)
    for rule in judge.pack.rules:
        if rule.rule_type is RuleType.VIOLATION:
            for example in rule.examples:
                flags = judge.flags(example.text, Channel.CUSTOMER, dict(example.context))
                assert not [flag for flag in flags if flag.kind is FlagKind.VIOLATION], example.text


@pytest.mark.parametrize("name", PACKS)
def test_what_to_say_instead_breaks_no_rule(name: str) -> None:
    judge = judge_of(name)
    for rule in judge.pack.rules:
        flags = judge.flags(rule.say_instead, Channel.AGENT, {"party": "debtor", "identity_verified": True})
        kinds = [f"{flag.rule}: {flag.text}" for flag in flags if flag.kind is FlagKind.VIOLATION]
        assert not kinds, rule.say_instead


@pytest.mark.parametrize(
    ("said", "heard", "category"),
    [
        ("我们今天晚上就上门", "我们今天晚上就伤门", "V09"),
        ("你这个人死皮赖脸", "你这个人死皮来脸", "V07"),
        ("我要把你的事告诉你单位领导", "我要把你的事告诉你单位零导", "V05"),
        ("你这个已经构成诈骗罪了", "你这个已经够成炸骗罪了", "V02"),
    ],
)
def test_homophones_are_heard_for_what_they_are(said: str, heard: str, category: str) -> None:
    judge = judge_of("zh_CN")
    for text in (said, heard):
        flags = judge.flags(text, Channel.AGENT, {})
        assert category in {flag.category for flag in flags if flag.kind is FlagKind.VIOLATION}, text


def test_traditional_and_simplified_text_are_judged_alike() -> None:
    judge = judge_of("zh_CN")
    for simplified, traditional in (
        ("我们明天就去你单位", "我們明天就去你單位"),
        ("转到我个人账户", "轉到我個人賬戶"),
    ):
        here, there = (judge.flags(text, Channel.AGENT, {}) for text in (simplified, traditional))
        assert [(flag.rule, flag.kind) for flag in here] == [(flag.rule, flag.kind) for flag in there]
        assert here


@pytest.mark.parametrize("name", PACKS)
def test_most_development_sentences_are_judged_rightly(name: str) -> None:
    """A floor far below what is measured: it tells a broken matcher from a working one, no more."""
    file = DATA / ("dev_zh.jsonl" if name == "zh_CN" else f"dev_{name}.jsonl")
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    judge = judge_of(name)
    caught = {"violation": 0, "compliant": 0}
    count = dict(caught)
    for line in lines:
        flags = judge.flags(line["text"], Channel(line["speaker"]), context_of(line.get("context")))
        count[line["label"]] += 1
        caught[line["label"]] += any(flag.kind is FlagKind.VIOLATION for flag in flags)
    assert caught["violation"] >= 0.9 * count["violation"]
    assert caught["compliant"] <= 0.08 * count["compliant"]
