"""The engine follows a call by the shipped mainland playbook."""

from __future__ import annotations

import pytest

from assist.playbook.changes import (
    CardUsed,
    FactCaught,
    FactKind,
    ItemChanged,
    MindState,
    MindStateHeard,
    StageMoved,
    Technique,
)
from speech.types import Channel
from tests.support.playbook_calls import VERIFIED, A, C, TextCall, of_kind, playbook_case


def test_before_anyone_speaks_the_first_line_and_the_preparation_stand_ready() -> None:
    call = TextCall()
    assert call.engine.stage == "prepare"
    assert call.cards[0] == "opening.introduce"
    assert "王芳" in call.engine.view.cards[0].text
    assert {"prepare.check", "prepare.plan"} <= set(call.cards)


def test_the_first_word_opens_the_call_and_the_stage_follows_what_is_said() -> None:
    call = TextCall()
    stages = []
    for channel, text in VERIFIED:
        call.say(channel, text)
        stages.append(call.engine.stage)
    assert stages == ["opening", "identify", "identify", "identify", "identify", "purpose"]
    moves = of_kind(call.changes, StageMoved)
    assert "受恒通银行委托" in moves[-1].reason or "委托" in moves[-1].reason
    assert not any(move.by_hand for move in moves)


@pytest.mark.parametrize("partials", [False, True])
def test_a_whole_call_ticks_the_whole_checklist_in_the_agents_own_words(partials: bool) -> None:
    call = TextCall().all(
        (
            *VERIFIED,
            (A, "截至十一月二十号您一共欠一万二千四百八十元其中本金一万一千元利息一千二百元费用二百八十元"),
            (C, "最近手头有点紧能不能分期"),
            (A, "可以帮您申请个性化分期以银行审批为准您现在每个月大概能拿出多少"),
            (C, "我十二月十号之前先还五百"),
            (A, "还款请只通过银行的手机银行不要转给任何个人"),
            (A, "我再跟您核对一遍十二月十号之前还五百元您有疑问可以拨打银行官方客服"),
            (C, "好的"),
            (A, "到时候我再联系您再见"),
        ),
        partials=partials,
    )
    assert [item.item_id for item in call.engine.view.checklist if not item.ticked] == []
    assert call.engine.view.adherence == 1000
    assert "官方客服" in call.item("rights_told").words or "疑问" in call.item("rights_told").words
    assert call.item("rights_told").start >= 0
    assert call.engine.stage == "close"


@pytest.mark.parametrize(
    ("words", "stage", "card"),
    [
        ("我是他老婆他不在", "third_party", "third_party.script"),
        ("你打错了没有这个人", "wrong_number", "wrong_number.apologise"),
        ("我爸上个月过世了", "deceased", "deceased.condole"),
        ("我是他的代理律师", "representative", "representative.verify"),
    ],
)
def test_someone_else_on_the_line_switches_at_once(words: str, stage: str, card: str) -> None:
    call = TextCall().all(VERIFIED[:2])
    call.say(C, words)
    assert call.engine.stage == stage
    assert call.cards[0] == card


@pytest.mark.parametrize(
    ("words", "stage", "card"),
    [
        ("这钱不是我借的我从来没办过这张卡", "dispute", "dispute.log"),
        ("上个月我已经还清了", "dispute", "dispute.paid"),
        ("我失业三个月了没有收入", "hardship", "hardship.empathy"),
        ("你们以后不要再打我电话", "stop_request", "stop_request.acknowledge"),
        ("我真的不想活了", "self_harm", "self_harm.safety"),
        ("有事跟我的律师谈", "representative", "representative.verify"),
    ],
)
def test_a_special_case_switches_the_stage_within_the_partial_that_holds_it(
    words: str, stage: str, card: str
) -> None:
    call = TextCall().all(VERIFIED)
    call.say(C, words, partials=True)
    assert call.engine.stage == stage
    assert call.cards[0] == card


def test_nothing_leads_away_from_a_sign_of_self_harm_but_the_end_or_the_agents_hand() -> None:
    call = TextCall().all(VERIFIED)
    call.say(C, "我不想活了我失业了能不能分期")
    assert call.engine.stage == "self_harm"
    call.say(A, "您一共欠一万二千四百八十元")
    call.say(C, "这钱不是我借的")
    assert call.engine.stage == "self_harm"
    techniques = {card.technique for card in call.engine.view.cards}
    assert techniques <= {Technique.EMPATHY, Technique.INFORM, Technique.BUILD_TRUST, Technique.ADAPT_WORDING}
    call.engine.move_to("close")
    assert call.engine.stage == "close"


def test_the_agent_can_always_move_by_hand_and_the_reason_says_so() -> None:
    call = TextCall()
    [move] = of_kind(call.engine.move_to("legal"), StageMoved)
    assert (move.stage, move.by_hand) == ("legal", True)
    assert move.reason
    assert call.engine.move_to("legal") == []
    assert call.engine.move_to("no_such_stage") == []


def test_a_short_answer_moves_nothing() -> None:
    call = TextCall().all(VERIFIED)
    for words in ("嗯", "好", "喂", "你说"):
        call.say(C, words)
        assert call.engine.stage == "purpose"


def test_what_the_final_turns_into_a_mere_mention_is_taken_back() -> None:
    call = TextCall().all(VERIFIED)
    found = call.say(C, "这笔钱我还过了吗", partials=True)
    assert [move.stage for move in of_kind(found, StageMoved)] == ["dispute", "purpose"]
    assert call.engine.call_facts["dispute_open"] is False
    assert "dispute.paid" not in call.cards


@pytest.mark.parametrize(
    ("words", "mind"),
    [
        ("我在开会没空改天再说吧", MindState.AVOIDING),
        ("你们有完没完什么态度", MindState.RESISTING),
        ("对不起我好害怕这段时间都睡不着", MindState.ANXIOUS),
        ("我想尽快处理有没有什么办法", MindState.WILLING),
    ],
)
def test_the_four_states_of_mind_are_heard_and_answered(words: str, mind: MindState) -> None:
    call = TextCall().all(VERIFIED)
    [heard] = of_kind(call.say(C, words), MindStateHeard)
    assert heard.state is mind
    assert heard.reason
    assert any(card.startswith(mind.value) for card in call.cards)


def test_the_newest_words_decide_the_state_of_mind() -> None:
    call = TextCall().all(VERIFIED)
    call.say(C, "凭什么让我还你们有完没完")
    call.say(C, "那能不能分期还")
    assert call.engine.view.mind is MindState.WILLING


def test_words_of_the_agent_never_tell_the_customers_state_of_mind() -> None:
    call = TextCall().all(VERIFIED)
    assert of_kind(call.say(A, "您别着急别害怕我理解您压力很大"), MindStateHeard) == []


def test_a_caught_promise_becomes_a_fact_to_confirm_and_fills_the_card() -> None:
    call = TextCall().all(VERIFIED)
    found = call.say(C, "下周五之前先还三千五")
    [fact] = [one.fact for one in of_kind(found, FactCaught)]
    assert (fact.kind, fact.amount, fact.date, fact.confirmed) == (
        FactKind.PROMISE,
        "3500.00",
        "2026-12-04",
        False,
    )
    assert call.engine.stage == "commitment"
    confirm = call.engine.view.cards[0]
    assert confirm.card_id == "commitment.confirm"
    assert "12月4日" in confirm.text
    assert "3,500元" in confirm.text
    [confirmed] = of_kind(call.engine.confirm_fact(fact.fact_id, "3000.00", "2026-12-05"), FactCaught)
    assert confirmed.fact.confirmed
    assert (confirmed.fact.amount, confirmed.fact.date) == ("3000.00", "2026-12-05")
    assert call.engine.confirm_fact("none", "1", "") == []


def test_a_promise_in_pieces_is_one_promise() -> None:
    call = TextCall().all(VERIFIED)
    call.say(A, "您现在每个月大概能拿出多少")
    call.say(C, "五百吧")
    call.say(A, "哪一天方便")
    call.say(C, "月底")
    [fact] = [one for one in call.engine.view.facts if one.kind is FactKind.PROMISE]
    assert (fact.amount, fact.date) == ("500.00", "2026-11-30")


def test_a_yes_to_what_the_agent_named_is_a_promise() -> None:
    call = TextCall().all(VERIFIED)
    call.say(A, "可以帮您申请分期")
    call.say(A, "那我们先定二十八号之前还三百可以吗")
    call.say(C, "可以没问题")
    [fact] = [one for one in call.engine.view.facts if one.kind is FactKind.PROMISE]
    assert (fact.amount, fact.date, fact.confirmed) == ("300.00", "2026-11-28", False)


def test_what_the_customer_earns_is_no_promise() -> None:
    call = TextCall().all(VERIFIED)
    call.say(A, "您现在每个月大概能拿出多少")
    call.say(C, "我工资才三千")
    assert not [one for one in call.engine.view.facts if one.kind is FactKind.PROMISE]


def test_the_broken_promise_of_the_file_is_spoken_of_with_empathy_first() -> None:
    call = TextCall(case=playbook_case(broken_promise=True)).all(VERIFIED)
    assert "followup.broken" in call.cards
    call.say(A, "上次我们约好的那笔没有看到入账中间是有什么变化吗")
    assert call.engine.stage == "follow_up"
    assert "followup.change" in call.cards


def test_a_used_card_stays_until_the_agent_has_finished_speaking() -> None:
    call = TextCall().all(VERIFIED[:1])
    place = call.cards.index("identify.ask_name")
    [used] = of_kind(call.engine.use_card(place), CardUsed)
    assert (used.card_id, used.how) == ("identify.ask_name", "key")
    assert "identify.ask_name" in call.cards
    assert call.engine.use_card(place) == []
    call.say(A, "请问您是张伟先生本人吗")
    assert "identify.ask_name" not in call.cards
    assert call.engine.use_card(99) == []


def test_use_is_noticed_when_the_agent_says_it_in_other_words() -> None:
    call = TextCall().all(VERIFIED)
    call.say(C, "我失业三个月了")
    used = of_kind(call.say(A, "听您这么说这段时间真的不容易先照顾好自己"), CardUsed)
    assert [(one.card_id, one.how) for one in used] == [("hardship.empathy", "said")]
    assert used[0].words


def test_it_is_silent_when_nothing_fits() -> None:
    call = TextCall().all(VERIFIED[:2])
    call.say(C, "你打错了")
    call.say(A, "不好意思打扰您了我们不会再打这个号码")
    assert call.cards == []


def test_flags_of_the_rule_engine_raise_the_same_cards() -> None:
    from dataclasses import replace

    from assist.rules.authoring import TextJudge
    from assist.rules.flags import FlagKind, FlagState

    call = TextCall().all(VERIFIED)
    judge = TextJudge(call.engine.book.signal_pack)
    heard = next(f for f in judge.flags("我不想活了", Channel.CUSTOMER, {}) if f.rule == "hurts_self")
    flag = replace(heard, rule="cn.self_harm", category="T-self_harm", kind=FlagKind.TRIGGER)
    moves = of_kind(call.engine.on_flag(flag), StageMoved)
    assert [one.stage for one in moves] == ["self_harm"]
    assert call.engine.on_flag(flag) == []
    assert of_kind(call.engine.on_flag(replace(flag, state=FlagState.UNCONFIRMED)), StageMoved) == []
    assert call.engine.stage == "self_harm"


def test_every_card_says_why_it_is_there() -> None:
    call = TextCall().all(VERIFIED)
    for _, words in ((C, "能不能分期"), (C, "我好害怕"), (C, "你们会起诉我吗")):
        call.say(C, words)
        assert all(card.why for card in call.engine.view.cards)
    answered = next(
        card for card in call.engine.view.cards if card.card_id.startswith(("legal", "objection"))
    )
    assert answered.technique is Technique.INFORM


def test_the_view_tells_what_must_not_be_said() -> None:
    call = TextCall().all(VERIFIED[:2])
    assert any("不念身份证号" in note for note in call.engine.view.blocks)
    assert of_kind(call.changes, ItemChanged)


def test_after_the_agents_own_slip_the_apology_goes_before_everything() -> None:
    from dataclasses import replace

    from assist.rules.authoring import TextJudge
    from assist.rules.flags import FlagKind

    call = TextCall().all(VERIFIED)
    call.say(C, "我失业三个月了")
    judge = TextJudge(call.engine.book.signal_pack)
    heard = judge.flags("请问是张伟先生本人吗", A, {})[0]
    call.engine.on_flag(replace(heard, rule="cn.insult", category="V07", kind=FlagKind.VIOLATION))
    assert call.cards[0] == "repair.apologise"
    call.engine.on_flag(replace(heard, rule="cn.insult", category="V07", kind=FlagKind.MENTION))
    assert "repair.apologise" not in call.cards


def test_an_instalment_named_beside_a_promise_does_not_take_its_place() -> None:
    call = TextCall().all(VERIFIED)
    call.say(C, "我下周五先还三千块剩下的分十二个月还每个月八百块")
    assert call.cards[0] == "commitment.confirm"
    assert "3,000元" in call.engine.view.cards[0].text
    call.say(A, "跟您确认一下下周五之前还三千块剩下的每个月八百块对吗")
    assert call.item("recap").ticked
    before = call.engine.view.facts
    call.say(C, "对没问题")
    assert call.engine.view.facts == before
