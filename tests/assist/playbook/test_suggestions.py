"""Which cards may stand, whatever is said; and what earlier calls teach."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assist.playbook.book import Topic
from assist.playbook.changes import CardsShown, MindState, StageMoved, Technique
from assist.playbook.said import share_said, sounds_of_text, was_said
from assist.playbook.usage import CardUsage, UsageHistory, usage_of_calls
from assist.rules.facts import CaseFacts
from speech.types import Channel
from tests.support.playbook_calls import (
    KNOWN,
    VERIFIED,
    A,
    C,
    TextCall,
    of_kind,
    playbook_case,
    shipped_book,
)

POOL = (
    *VERIFIED,
    (C, "我是他老婆他不在"),
    (C, "这钱不是我借的"),
    (C, "我失业三个月了"),
    (C, "能不能分期"),
    (C, "我真的不想活了"),
    (C, "别再打电话给我了"),
    (C, "下周五先还五百"),
    (C, "你们有完没完"),
    (C, "我好害怕怎么办"),
    (C, "改天再说吧"),
    (C, "跟我的律师谈"),
    (C, "嗯"),
    (A, "可以帮您申请个性化分期"),
    (A, "您现在每个月大概能拿出多少"),
    (A, "上次我们约好的没有看到入账"),
    (A, "目前还没有进入诉讼程序"),
    (A, "我再跟您核对一遍您有疑问可以打官方客服"),
    (A, "好的"),
)
TOLD_BEFORE = ("12,480", "11,000", "信用卡", "恒通银行", "张伟", "逾期42")
PUSHING = {Technique.SOCIAL_NORM, Technique.DISSONANCE}


def check_screen(call: TextCall) -> None:
    """What must hold of the screen at any moment."""
    engine, view = call.engine, call.engine.view
    stage = engine.book.stages[engine.stage]
    facts = engine.call_facts
    spoken = [card for card in view.cards if not card.card_id.startswith("prepare.")]
    assert len(view.cards) <= 3
    assert len({card.card_id for card in view.cards}) == len(view.cards)
    assert all(card.text and card.why and "{" not in card.text for card in view.cards)
    assert 0 <= view.adherence <= 1000
    assert [one.stage for one in view.stages if one.current] == [engine.stage]
    blocked = {technique for block in stage.blocks for technique in block.techniques}
    assert not {card.technique for card in view.cards} & blocked
    topics = {topic for block in stage.blocks for topic in block.topics}
    by_id = {card.card_id: card for card in engine.book.cards}
    assert not any(by_id[card.card_id].topics & topics for card in view.cards)
    if facts.get("identity_verified") is not True:
        assert not any(secret in card.text for card in spoken for secret in TOLD_BEFORE)
        assert not any(by_id[card.card_id].topics & {Topic.DEBT, Topic.AMOUNT} for card in spoken)
    if facts.get("hardship") or facts.get("dispute_open") or facts.get("vulnerable"):
        assert not {card.technique for card in view.cards} & PUSHING
    if view.mind in {MindState.ANXIOUS, MindState.RESISTING}:
        assert not {card.technique for card in view.cards} & PUSHING


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(POOL), max_size=14), st.booleans())
def test_whatever_is_said_the_screen_keeps_the_rules(
    turns: list[tuple[Channel, str]], partials: bool
) -> None:
    call = TextCall()
    check_screen(call)
    for channel, text in turns:
        found = call.say(channel, text, partials=partials)
        check_screen(call)
        if shown := of_kind(found, CardsShown):
            assert shown[-1].cards == call.engine.view.cards
        call.wait(4)
        check_screen(call)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(POOL), max_size=10))
def test_partials_end_where_finals_alone_end(turns: list[tuple[Channel, str]]) -> None:
    plain, live = TextCall().all(turns), TextCall().all(turns, partials=True)
    assert live.engine.stage == plain.engine.stage
    assert live.engine.call_facts == plain.engine.call_facts
    assert [item.ticked for item in live.engine.view.checklist] == [
        item.ticked for item in plain.engine.view.checklist
    ]
    assert live.engine.view.facts == plain.engine.view.facts


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([A, C]), st.text(min_size=1, max_size=40)), max_size=5))
def test_no_text_breaks_it(turns: list[tuple[Channel, str]]) -> None:
    call = TextCall()
    for channel, text in turns:
        if any(character.isalnum() for character in text):
            from assist.rules.authoring import words_of

            if words_of(text, "zh"):
                call.say(channel, text)
        check_screen(call)


def test_a_technique_that_the_rules_forbid_in_a_situation_is_not_offered() -> None:
    calm = TextCall().all(VERIFIED)
    calm.say(C, "我想尽快处理能不能分期")
    assert any(card.technique is Technique.SOCIAL_NORM for card in calm.engine.view.cards)
    hard = TextCall(facts=KNOWN.with_values({"hardship": True})).all(VERIFIED)
    hard.say(C, "我想尽快处理能不能分期")
    assert hard.cards
    assert not any(card.technique in PUSHING for card in hard.engine.view.cards)


def test_legal_cards_say_no_more_than_the_file() -> None:
    texts = {}
    for name, facts in (
        ("none", {"suit_filed": False, "judgment": False}),
        ("filed", {"suit_filed": True, "judgment": False}),
        ("judged", {"suit_filed": True, "judgment": True}),
    ):
        call = TextCall(facts=KNOWN.with_values(facts)).all(VERIFIED)
        call.say(C, "你们会起诉我吗")
        texts[name] = " ".join(card.text for card in call.engine.view.cards)
    assert "还没有进入诉讼程序" in texts["none"] or "没有起诉" in texts["none"]
    assert "法院审理" in texts["filed"]
    assert "生效裁判" in texts["judged"]
    unknown = TextCall(facts=CaseFacts()).all(VERIFIED)
    unknown.say(C, "你们会起诉我吗")
    assert not any(card.card_id.startswith("legal.not") for card in unknown.engine.view.cards)


def test_while_a_plan_is_kept_nothing_asks_for_payment() -> None:
    call = TextCall(facts=KNOWN.with_values({"plan_agreed": True})).all(VERIFIED)
    by_id = {card.card_id: card for card in call.engine.book.cards}
    for words in ("能不能分期", "怎么还款", "我先还五百"):
        call.say(C, words)
        assert not any(Topic.PAYMENT in by_id[card].topics for card in call.cards)


def test_what_followed_a_card_in_earlier_calls_moves_its_place() -> None:
    def places(usage: UsageHistory) -> list[str]:
        call = TextCall(usage=usage).all(VERIFIED)
        call.say(A, "您一共欠一万二千四百八十元本金一万一千元利息一千二百元")
        call.say(A, "方便说说是什么原因没有还吗")
        call.say(A, "可以帮您申请分期")
        return call.cards

    names = places(UsageHistory())
    assert len(names) == 3
    lower = {name: CardUsage(100, 100, 5) for name in names}
    taught = UsageHistory({**lower, names[1]: CardUsage(500, 400, 380)})
    assert places(taught)[0] == names[1] or places(taught).index(names[1]) < 1 + names.index(names[1])
    assert taught.merit(names[1]) > 0 > taught.merit(names[0])


def test_few_calls_count_little() -> None:
    many = {f"c{n}": CardUsage(200, 200, 60) for n in range(5)}
    once = UsageHistory({**many, "new": CardUsage(1, 1, 1)})
    often = UsageHistory({**many, "new": CardUsage(300, 300, 300)})
    assert 0 < once.merit("new") < 0.1 < often.merit("new")
    assert UsageHistory().merit("any") == 0.0


def test_usage_is_counted_once_for_each_call_and_a_promise_only_after_use() -> None:
    calls = [
        [
            ("script.shown", {"cards": [{"card": "a"}, {"card": "b"}]}),
            ("script.used", {"card": "a"}),
            ("script.used", {"card": "a"}),
            ("outcome.ptp", {}),
            ("script.used", {"card": "b"}),
        ],
        [("script.shown", {"cards": [{"card": "a"}]}), ("asr.final", {})],
    ]
    usage = usage_of_calls(calls)
    assert usage.of("a") == CardUsage(2, 1, 1)
    assert usage.of("b") == CardUsage(1, 1, 0)


def test_a_text_is_noticed_in_other_words_and_by_sound_but_not_in_other_sentences() -> None:
    text = "我理解您的难处，谢谢您愿意告诉我，我们按您的实际情况来。"
    wanted = sounds_of_text(text, "zh")
    for said, expected in (
        ("我理解您的难处谢谢您告诉我我们按实际情况来", True),
        ("我理姐您的南处谢谢您愿意告诉我我们按您的实际情况来", True),
        ("请您报一下身份证后四位", False),
        ("好的", False),
    ):
        heard = sounds_of_text(said, "zh")
        assert was_said(text, "zh", (), heard) is expected, (said, share_said(wanted, heard))
    half = (
        sounds_of_text("我理解您的难处谢谢您", "zh"),
        sounds_of_text("愿意告诉我我们按您的实际情况来", "zh"),
    )
    assert was_said(text, "zh", *half)


@given(st.text(alphabet="我你他还款分期银行好的请问是多少元", min_size=4, max_size=40))
def test_a_text_always_counts_as_said_when_it_is_said_whole(text: str) -> None:
    heard = sounds_of_text(text, "zh")
    if len(heard) >= 4:
        assert was_said(text, "zh", (), heard)


def test_the_shipped_playbook_uses_every_technique_and_answers_every_state_of_mind() -> None:
    book = shipped_book("zh_CN")
    assert {card.technique for card in book.cards} == set(Technique)
    for mind in book.minds:
        assert sum(card.card_id.startswith(mind.state.value) for card in book.cards) >= 3


def test_a_card_variant_that_was_used_gives_way_to_another() -> None:
    call = TextCall(case=playbook_case()).all(VERIFIED)
    call.say(C, "我在开会没空")
    first = next(card.text for card in call.engine.view.cards if card.card_id == "avoiding.callback")
    call.engine.use_card(call.cards.index("avoiding.callback"))
    call.say(A, "好")
    call.say(C, "我在开会没空改天再说")
    second = next(card.text for card in call.engine.view.cards if card.card_id == "avoiding.callback")
    assert first != second
    assert of_kind(call.changes, StageMoved)


def test_counts_of_several_calls_add_up_and_come_back_from_where_they_are_kept() -> None:
    one = UsageHistory({"a": CardUsage(2, 1, 1), "b": CardUsage(1, 0, 0)})
    two = UsageHistory({"a": CardUsage(1, 1, 0), "c": CardUsage(3, 2, 1)})
    both = UsageHistory.decode(one.plus(two).encode())
    assert both.of("a") == CardUsage(3, 2, 1)
    assert both.of("b") == CardUsage(1, 0, 0)
    assert both.of("c") == CardUsage(3, 2, 1)
