"""What holds for any words: word by word equals whole, scopes never make a match, spans lie in their words."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from assist.rules.authoring import load_judge, words_of
from assist.rules.compiler import CompiledPack
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from assist.rules.flags import Flag, FlagKind
from assist.rules.matching.matcher import UtteranceHits
from speech.types import Channel, Word
from tests.support.spoken_words import final, partial

PIECES = [
    "我们", "今天晚上", "就", "上门", "去你家", "你单位", "你领导", "告诉", "打电话给",
    "所有人", "不会", "没有", "不能", "如果", "你说", "有人", "可能", "依法",
    "请不要", "再不", "还钱", "否则", "你", "老赖", "不要脸", "坐牢", "判你三年",
    "立案了", "法院", "明天", "查封", "房子", "转到我个人微信", "手续费", "去借网贷", "孩子",
    "考公", "一辈子", "黑名单", "投诉", "没用", "录音", "删掉", "但是", "是不是",
    "吗", "的", "了", "请问", "方便", "分期", "打断你的腿", "小心点", "半夜",
    "一直打", "陪我一晚", "他", "欠", "三万块", "先生", "您好", "银行", "客服",
    "官方", "核实", "伤门", "起诉你", "倾诉", "老婆", "替他还", "父债子还", "想死",
    "关我什么事",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join)
NEGATIONS = ("我们不会", "我们没有权利", "我绝不", "我们从来不")
REPORTS = ("你说有人", "别的公司说", "骗子说")


@cache
def pack() -> CompiledPack:
    """The mainland pack without its classifier, which judges whole utterances and not the words before it."""
    from dataclasses import replace

    return replace(load_judge("zh_CN").compiled(), meaning=None)


def judged(words: tuple[Word, ...], channel: Channel = Channel.AGENT) -> list[Flag]:
    engine = RuleEngine(pack(), CaseFacts())
    engine.on_final(final(words, channel=channel))
    return engine.flags


def told(flags: list[Flag]) -> set[tuple[str, str, str, float]]:
    return {(one.rule, one.kind.value, one.text, one.score) for one in flags}


@settings(max_examples=150, deadline=None)
@given(SENTENCES)
def test_hits_word_by_word_equal_hits_of_the_whole(text: str) -> None:
    words = words_of(text, "zh")
    whole, grown = UtteranceHits(pack().index), UtteranceHits(pack().index)
    whole.feed(words)
    for count in range(1, len(words) + 1):
        grown.feed(words[:count])
    assert grown.hits == whole.hits


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_flags_word_by_word_equal_flags_of_the_whole(text: str) -> None:
    words = words_of(text, "zh")
    engine = RuleEngine(pack(), CaseFacts())
    for count in range(1, len(words)):
        engine.on_partial(partial(words[:count], words[count - 1].end))
    engine.on_final(final(words))
    confirmed = [flag for flag in engine.flags if flag.state.value == "confirmed"]
    assert told(confirmed) == told(judged(words))


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.lists(st.sampled_from(PIECES), max_size=3).map("".join))
def test_a_partial_that_is_taken_back_leaves_no_trace_in_the_hits(text: str, wrong: str) -> None:
    words, other = words_of(text, "zh"), words_of(text[:3] + wrong, "zh")
    straight, detour = UtteranceHits(pack().index), UtteranceHits(pack().index)
    straight.feed(words)
    detour.feed(other)
    detour.feed(words)
    assert detour.hits == straight.hits


@settings(max_examples=100, deadline=None)
@given(SENTENCES)
def test_a_flags_span_lies_in_its_words_and_its_evidence_in_the_utterance(text: str) -> None:
    words = words_of(text, "zh")
    for flag in judged(words):
        assert flag.words
        assert all(word in words for word in flag.words)
        assert (flag.start, flag.end) == (flag.words[0].start, flag.words[-1].end)
        assert 0.0 <= flag.score <= 1.0
        for reason in flag.evidence:
            if reason.start >= 0:
                assert words[0].start <= reason.start <= reason.end <= words[-1].end


@settings(max_examples=80, deadline=None)
@given(SENTENCES, st.sampled_from((*NEGATIONS, *REPORTS)))
def test_a_scope_around_a_sentence_makes_no_new_violation_of_its_words(text: str, cue: str) -> None:
    """Rules that were silent about the sentence stay silent about its own words; new hits touch the cue."""
    alone = {flag.rule for flag in judged(words_of(text, "zh"))}
    words = words_of(cue + "，" + text, "zh")
    cue_end = words_of(cue, "zh")[-1].end
    for flag in judged(words):
        if flag.kind is FlagKind.VIOLATION and flag.rule not in alone:
            assert flag.start < cue_end


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_the_customers_mouth_makes_no_violation(text: str) -> None:
    flags = judged(words_of(text, "zh"), Channel.CUSTOMER)
    assert not [flag for flag in flags if flag.kind is FlagKind.VIOLATION]


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.booleans())
def test_what_excuses_a_hit_never_makes_one(text: str, without_scopes: bool) -> None:
    """Taking scopes and exceptions away may only add violations."""
    from dataclasses import replace

    words = words_of(text, "zh")
    strict = {(f.rule, f.start, f.end) for f in judged(words) if f.kind is FlagKind.VIOLATION}
    bare = replace(pack(), scopes=None) if without_scopes else pack()
    engine = RuleEngine(replace(bare, rules=[replace(r, unless=()) for r in bare.rules]), CaseFacts())
    engine.on_final(final(words))
    loose = {(f.rule, f.start, f.end) for f in engine.flags if f.kind is FlagKind.VIOLATION}
    assert strict <= loose
