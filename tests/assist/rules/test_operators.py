"""Every operator of the rule format, on a Chinese pack of one rule."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assist.problems import PackProblem
from assist.rules.facts import CaseFacts
from assist.rules.flags import FlagKind
from speech.types import BLOCK_SAMPLES, Channel, LevelReading
from tests.support.spoken_words import at, engine_on, rule, say, violations


def fires(tmp_path: Path, condition: str, text: str, facts: dict[str, object] | None = None) -> bool:
    return bool(violations(say(engine_on(tmp_path, rule(condition), facts), text)))


@pytest.mark.parametrize(
    ("condition", "hits", "misses"),
    [
        ("{say: 打断腿}", ["我打断腿", "小心打断腿啊"], ["我断了一条腿"]),
        ("{say: [打断腿, 要你的命]}", ["我打断腿", "要你的命"], ["你好"]),
        ('"(去|到)[了]你..3家"', ["去你家", "到了你老家", "去了你爸妈家"], ["去我家", "回家"]),
        ('"我们..单位"', ["我们去你单位"], ["我们明天下午两点钟派人去单位"]),
        ('"我们..12单位"', ["我们明天下午两点钟派人去单位"], ["单位就是我们"]),
        (
            "{sequence: [我们, 上门], within: 3}",
            ["我们今天上门", "我们上门"],
            ["上门找我们", "我们今天下午三点上门"],
        ),
        (
            "{sequence: [我们, 上门], within: 8, not_between: [快递]}",
            ["我们安排人员上门"],
            ["我们请快递人员上门"],
        ),
        ("{all: [单位, 欠款]}", ["欠款的事我跟单位说", "单位都知道你欠款"], ["单位知道"]),
        ("{all: [单位, 欠款], within: 3}", ["单位知道欠款"], ["单位里的同事们现在全都知道你欠款"]),
        ("{any: [坐牢, 判刑三年]}", ["你要坐牢的", "判刑三年"], ["你好"]),
        ("{at_least: 2, of: [老婆, 孩子, 父母]}", ["你老婆和孩子"], ["你老婆", "老婆老婆"]),
        ("{all: [欠款, {none: [分期]}]}", ["你的欠款"], ["你的欠款可以分期"]),
        ("{regex: '欠.{0,2}万'}", ["欠了三万块", "欠 两 万"], ["一万块"]),
        ("{regex: '打电话', unless: ['别打电话']}", ["给你打电话"], ["请别打电话"]),
        ("{inside: {scope: ultimatum, what: 上门找你}}", ["再不还就上门找你"], ["我们会上门找你"]),
        ("{outside: {scope: condition, what: 起诉你们}}", ["我们起诉你们"], ["如果协商不成我们起诉你们"]),
        ("{all: [欠款, {amount: {any: true}}]}", ["欠款三万块"], ["欠款"]),
    ],
)
def test_conditions_on_one_utterance(
    tmp_path: Path, condition: str, hits: list[str], misses: list[str]
) -> None:
    assert [text for text in hits if not fires(tmp_path, condition, text)] == []
    assert [text for text in misses if fires(tmp_path, condition, text)] == []


def test_concepts_include_others_and_leave_out_what_they_stand_inside(tmp_path: Path) -> None:
    concepts = (
        "concepts:\n"
        "  kin: [老婆, 父母]\n"
        "  others: {include: [kin], say: [领导同事]}\n"
        "  visit: {say: [上门], not: [上门取件]}\n"
    )
    for text, wanted in (
        ("我们上门找你父母", True),
        ("我们上门找你领导同事", True),
        ("快递上门取件给你父母", False),
    ):
        engine = engine_on(tmp_path, concepts + rule("{sequence: ['{visit}', '{others}']}"))
        assert bool(violations(say(engine, text))) is wanted, text


def test_by_text_switches_sound_off(tmp_path: Path) -> None:
    for by, wanted in (("sound", True), ("text", False)):
        engine = engine_on(tmp_path, f"concepts:\n  law: {{say: [财产保全], by: {by}}}\n" + rule("'{law}'"))
        assert bool(violations(say(engine, "马上财产宝全"))) is wanted


def test_after_before_and_near_look_at_other_utterances(tmp_path: Path) -> None:
    after = rule("{all: [还钱, {after: {what: 没有工作, speaker: customer, seconds: 20}}]}")
    engine = engine_on(tmp_path, after)
    assert not say(engine, "赶快还钱")
    say(engine, "我没有工作", start=10.0, channel=Channel.CUSTOMER)
    assert violations(say(engine, "赶快还钱", start=13.0, utterance=1))
    assert not violations(say(engine, "赶快还钱", start=60.0, utterance=2))

    before = rule("{all: [先不要录, {before: {what: 没有工作, speaker: customer, seconds: 20}}]}")
    engine = engine_on(tmp_path, before)
    assert not say(engine, "先不要录")
    late = say(engine, "我没有工作", start=8.0, channel=Channel.CUSTOMER)
    assert [flag.channel for flag in violations(late)] == [Channel.AGENT]


def test_a_rule_may_wait_for_another_rules_hit(tmp_path: Path) -> None:
    pack = rule("赶快还钱") + rule(
        "{all: [先不要录, {before: {rule: t.rule, seconds: 200}}]}", rule_id="t.before"
    ).removeprefix("rules:\n")
    engine = engine_on(tmp_path, pack)
    assert not say(engine, "先不要录")
    late = violations(say(engine, "赶快还钱", start=150.0, utterance=1))
    assert {flag.rule for flag in late} == {"t.rule", "t.before"}

    engine = engine_on(tmp_path, pack)
    say(engine, "先不要录")
    assert {flag.rule for flag in violations(say(engine, "赶快还钱", start=300.0, utterance=1))} == {"t.rule"}


def test_an_alternative_takes_the_name_that_its_author_gave_it(tmp_path: Path) -> None:
    for condition in (
        "{any: [坐牢, 判刑三年], slot: 牢狱}",
        "{all: [坐牢, 判刑三年], slot: 牢狱}",
        "{at_least: 2, of: [坐牢, 判刑三年], slot: 牢狱}",
    ):
        flags = violations(say(engine_on(tmp_path, rule(condition)), "你要坐牢判刑三年"))
        assert {one.concept for flag in flags for one in flag.evidence} == {"牢狱"}, condition


@pytest.mark.parametrize("condition", ["{none: [你好]}", "{not_said: {what: 你好, by_seconds: 9}}"])
def test_unless_refuses_what_is_not_there(tmp_path: Path, condition: str) -> None:
    with pytest.raises(PackProblem, match="unless"):
        engine_on(tmp_path, rule("赶快还钱", more=f"    unless: [{condition}]\n"))


def test_a_fact_of_the_packs_own_can_be_forgotten() -> None:
    facts = CaseFacts.from_mapping({"vip": True})
    assert facts.get("vip") is True
    assert facts.with_values({"vip": None}).get("vip") is None


def test_repeated_counts_within_its_seconds(tmp_path: Path) -> None:
    engine = engine_on(tmp_path, rule("{repeated: {what: 赶快还钱, times: 3, seconds: 60}}"))
    counts = [len(violations(say(engine, "赶快还钱", start=10.0 * n, utterance=n))) for n in range(3)]
    assert counts == [0, 0, 1]
    engine = engine_on(tmp_path, rule("{repeated: {what: 赶快还钱, times: 3, seconds: 60}}"))
    assert not [n for n in range(3) if violations(say(engine, "赶快还钱", start=90.0 * n, utterance=n))]


def test_call_time_opens_and_closes(tmp_path: Path) -> None:
    engine = engine_on(tmp_path, rule("{all: [欠款三万, {call_time: {from_seconds: 0, to_seconds: 20}}]}"))
    assert violations(say(engine, "您欠款三万"))
    assert not violations(say(engine, "您欠款三万", start=40.0, utterance=1))


def test_not_said_is_raised_once_at_its_deadline_and_not_if_it_was_said(tmp_path: Path) -> None:
    duty = rule("{not_said: {what: 通话录音, by_seconds: 20}}").replace("category: V01", "duty: D3")
    engine = engine_on(tmp_path, duty)
    say(engine, "您好我是恒信公司的")
    assert list(engine.on_time(at(19.0))) == []
    assert [flag.kind for flag in engine.on_time(at(21.0))] == [FlagKind.OMISSION]
    assert list(engine.on_time(at(40.0))) == []
    engine = engine_on(tmp_path, duty)
    say(engine, "您好本次通话录音")
    assert list(engine.on_time(at(30.0))) == []


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"suit_filed": False}, FlagKind.VIOLATION),
        ({"suit_filed": True}, None),
        ({}, FlagKind.POSSIBLE),
    ],
)
def test_case_facts_decide_and_an_unknown_one_is_only_possible(
    tmp_path: Path, facts: dict[str, object], kind: FlagKind | None
) -> None:
    engine = engine_on(tmp_path, rule("已经起诉你了", more="    when: {suit_filed: false}\n"), facts)
    assert [flag.kind for flag in say(engine, "我们已经起诉你了")] == ([kind] if kind else [])


def test_a_fact_learnt_in_the_call_counts_at_once(tmp_path: Path) -> None:
    more = "    when: {party: third_party}\n    if_unknown: quiet\n"
    engine = engine_on(tmp_path, rule("逾期半年", more=more))
    assert not say(engine, "他逾期半年")
    engine.on_learnt({"party": "third_party"})
    assert violations(say(engine, "他逾期半年", start=5.0, utterance=1))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("您一共欠五万块钱", True), ("您一共欠一万两千块钱", False), ("您一共欠八千块钱", False)],
)
def test_more_than_is_owed(tmp_path: Path, text: str, wanted: bool) -> None:
    condition = "{sequence: [一共欠, {amount: {more_than_owed: true, tolerance_percent: 0}}]}"
    engine = engine_on(tmp_path, rule(condition), {"amount_owed": 12000})
    assert bool(violations(say(engine, text))) is wanted


@pytest.mark.parametrize(("hour", "minute", "wanted"), [(7, 59, 1), (8, 0, 0), (21, 59, 0), (22, 0, 1)])
def test_the_clock_is_the_debtors_and_its_window_half_open(
    tmp_path: Path, hour: int, minute: int, wanted: int
) -> None:
    hours = rule("{clock: {outside: '08:00-22:00'}}").replace("category: V01", "metadata: hours")
    moment = datetime(2026, 3, 2, hour, minute, tzinfo=UTC)
    engine = engine_on(tmp_path, hours, local_time=lambda: moment)
    raised = [*engine.on_time(at(1.0)), *engine.on_time(at(2.0))]
    assert [flag.kind for flag in raised] == [FlagKind.METADATA] * wanted


def test_counters_are_compared(tmp_path: Path) -> None:
    attempts = rule("{case: {connected_today: '>= 3'}}").replace("category: V01", "metadata: attempts")
    for count, wanted in ((2, 0), (3, 1)):
        engine = engine_on(tmp_path, attempts, {"connected_today": count})
        assert len(list(engine.on_time(at(1.0)))) == wanted


def levels(seconds: float, agent: float, customer: float, start: float = 0.0) -> list[LevelReading]:
    """Both channels block by block; below -50 dBFS nobody speaks."""
    found = []
    for block in range(round(seconds * 10)):
        position = at(start) + block * BLOCK_SAMPLES
        for channel, level in ((Channel.AGENT, agent), (Channel.CUSTOMER, customer)):
            found.append(LevelReading(channel, position, level, level + 6, speech=level > -50))
    return found


@pytest.mark.parametrize(
    ("condition", "readings", "wanted"),
    [
        ("{talk_over_seconds: 2}", [*levels(3, -70, -20), *levels(2.5, -20, -20, 3)], True),
        ("{talk_over_seconds: 2}", [*levels(3, -20, -70), *levels(2.5, -20, -20, 3)], False),
        ("{silence_seconds: 8}", [*levels(1, -20, -70), *levels(9, -70, -70, 1)], True),
        ("{silence_seconds: 8}", [*levels(1, -20, -70), *levels(6, -70, -70, 1)], False),
        ("{shouting_db: 12}", [*levels(8, -30, -70), *levels(2, -12, -70, 8)], True),
        ("{shouting_db: 12}", [*levels(8, -30, -70), *levels(2, -24, -70, 8)], False),
    ],
)
def test_sound_itself(tmp_path: Path, condition: str, readings: list[LevelReading], wanted: bool) -> None:
    sound = rule(f"{{sound: {condition}}}", severity="coach").replace("category: V01", "metadata: sound")
    engine = engine_on(tmp_path, sound)
    raised = [flag for reading in readings for flag in engine.on_level(reading)]
    assert bool(raised) is wanted


def test_weak_rules_need_company(tmp_path: Path) -> None:
    weak = rule("后果自负", more="    tier: weak\n    stronger_in: [ultimatum]\n")
    assert [flag.kind for flag in say(engine_on(tmp_path, weak), "后果自负")] == [FlagKind.POSSIBLE]
    stronger = say(engine_on(tmp_path, weak), "再不还钱后果自负")
    assert [flag.kind for flag in stronger] == [FlagKind.VIOLATION]
    other = rule("你看着办吧", rule_id="t.other", more="    tier: weak\n").removeprefix("rules:\n")
    both = say(engine_on(tmp_path, weak + other), "后果自负你看着办吧")
    assert [flag.kind for flag in both] == [FlagKind.VIOLATION] * 2


def test_a_house_rule_that_is_off_is_silent(tmp_path: Path) -> None:
    off = rule("周末打给你", more="    house_rule: true\n    enabled: false\n")
    assert not say(engine_on(tmp_path, off), "我周末打给你")


def test_rules_apply_to_their_kind_of_debt_only(tmp_path: Path) -> None:
    from assist.rules.authoring import TextJudge
    from assist.rules.loader import load_pack
    from tests.support.spoken_words import HEAD

    file = tmp_path / "rules.yaml"
    file.write_text(HEAD + rule("打断腿", more="    debt_types: [credit_card]\n"), encoding="utf-8")
    judge = TextJudge(load_pack(file))
    assert judge.flags("打断腿", Channel.AGENT, {"debt_type": "credit_card"})
    assert not judge.flags("打断腿", Channel.AGENT, {"debt_type": "private"})
