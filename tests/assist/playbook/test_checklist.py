"""What must be said: ticks, what is due, adherence, and what is known because of it."""

from __future__ import annotations

from assist.playbook.changes import CardsShown, ItemChanged
from assist.rules.facts import CaseFacts
from tests.support.playbook_calls import VERIFIED, A, C, TextCall, of_kind


def test_an_item_that_is_nearly_due_brings_its_card_to_the_front_and_overdue_says_so() -> None:
    call = TextCall()
    call.say(A, "您好我是恒信资产管理公司的王芳")
    assert "快到时间" not in call.engine.view.cards[0].why
    call.wait(10)
    assert call.cards[0] == "opening.recording"
    assert "快到时间" in call.engine.view.cards[0].why
    assert not call.item("recording_notice").overdue
    changed = of_kind(call.wait(6), ItemChanged)
    assert [one.item.item_id for one in changed if one.item.overdue] == ["recording_notice"]
    assert "还没说" in call.engine.view.cards[0].why
    assert call.engine.view.adherence < 1000
    call.say(A, "先跟您说一声本次通话会录音")
    assert call.item("recording_notice").ticked
    assert not call.item("recording_notice").overdue


def test_an_item_due_by_a_stage_is_called_out_on_entering_it() -> None:
    call = TextCall().all((VERIFIED[0], VERIFIED[1], (C, "是我")))
    found = of_kind(call.say(A, "我们受恒通银行委托想跟您沟通还款的事"), ItemChanged)
    assert any(one.item.item_id == "identity_verified" and one.item.overdue for one in found)


def test_the_agent_can_untick_and_the_same_words_do_not_tick_again() -> None:
    call = TextCall()
    call.say(A, "您好我是恒信资产管理公司的王芳本次通话会录音")
    assert call.item("recording_notice").ticked
    [changed] = of_kind(call.engine.tick("recording_notice", False), ItemChanged)
    assert (changed.item.ticked, changed.item.by_hand, changed.item.words) == (False, True, "")
    call.wait(1)
    assert not call.item("recording_notice").ticked
    call.say(A, "这通电话全程录音")
    assert call.item("recording_notice").ticked
    assert not call.item("recording_notice").by_hand
    assert call.item("recording_notice").words


def test_what_was_unticked_while_it_was_being_said_stays_unticked_at_the_final() -> None:
    from assist.rules.authoring import words_of
    from speech.types import FinalTranscript, PartialTranscript

    call = TextCall()
    words = words_of("您好本次通话会录音请您知悉", "zh")
    call.engine.on_partial(PartialTranscript(A, 0, words[:-1], words[-2].end))
    assert call.item("recording_notice").ticked
    call.engine.tick("recording_notice", False)
    call.engine.on_final(FinalTranscript(A, 0, words, words[-1].end))
    assert not call.item("recording_notice").ticked


def test_ticking_by_hand_needs_no_words_and_survives_the_final() -> None:
    call = TextCall()
    [changed] = of_kind(call.engine.tick("recording_notice", True), ItemChanged)
    assert (changed.item.ticked, changed.item.by_hand) == (True, True)
    call.say(A, "您好")
    assert call.item("recording_notice").ticked
    assert call.engine.tick("recording_notice", True) == []
    assert call.engine.tick("no_such_item", True) == []


def test_words_of_the_customer_never_tick_what_the_agent_must_say() -> None:
    call = TextCall().all(VERIFIED[:2])
    call.say(C, "你们这个通话会录音吧还有手续费利息本金多少官方客服是多少")
    ticked = {item.item_id for item in call.engine.view.checklist if item.ticked}
    assert ticked <= {"company_named", "recording_notice"}
    assert "录音" in call.item("recording_notice").words


def test_identity_verified_unlocks_the_debt_and_the_name_and_tells_the_rules() -> None:
    call = TextCall().all(VERIFIED[:4])
    shown = [card.text for change in of_kind(call.changes, CardsShown) for card in change.cards]
    assert not any("12,480" in text or "信用卡" in text for text in shown)
    assert any("张**" in text for text in shown)
    assert not any("张伟" in text for text in shown)
    assert call.engine.call_facts.get("identity_verified") is not True
    call.say(C, "三三零六")
    assert call.engine.call_facts["identity_verified"] is True
    assert call.engine.call_facts["party"] == "debtor"
    call.engine.tick("identity_verified", False)
    assert call.engine.call_facts["identity_verified"] is False


def test_someone_else_on_the_line_takes_the_verification_back() -> None:
    call = TextCall().all(VERIFIED)
    assert call.engine.call_facts["identity_verified"] is True
    call.say(C, "喂我是他老婆你们是谁")
    assert call.engine.stage == "third_party"
    assert call.engine.call_facts["party"] == "third_party"
    assert call.engine.call_facts["identity_verified"] is False
    assert not call.item("identity_verified").ticked
    assert not any("信用卡" in card.text or "恒通" in card.text for card in call.engine.view.cards)
    call.all(((C, "你等一下让他接"), (A, "请问是张先生本人吗"), (C, "是我"), (A, "麻烦报一下身份证后四位")))
    call.say(C, "三三零六")
    assert call.engine.call_facts["identity_verified"] is True
    assert call.engine.call_facts["party"] == "debtor"


def test_adherence_weighs_what_was_due_and_is_told_for_each_area() -> None:
    call = TextCall()
    assert call.engine.view.adherence == 1000
    call.say(A, "您好")
    call.wait(20)
    call.say(A, "请问是张伟先生本人吗")
    view = call.engine.view
    due = [item for item in view.checklist if item.overdue]
    assert {item.item_id for item in due} == {"recording_notice", "company_named"}
    assert view.adherence == 0
    [area] = view.areas
    assert (area.area, area.due, area.made, area.adherence) == ("disclosure", 5, 0, 0)
    call.say(A, "我是恒信资产管理公司的")
    assert call.engine.view.adherence == 600
    assert call.engine.view.areas[0].adherence == 600


def test_a_call_that_ends_with_a_third_party_is_not_asked_for_what_only_the_debtor_may_hear() -> None:
    call = TextCall().all(VERIFIED[:2])
    call.all(
        (
            (C, "他不在我是他同事"),
            (A, "麻烦您请他方便时回个电话"),
            (C, "好的"),
            (A, "谢谢您再见"),
        )
    )
    call.wait(60)
    assert [item.item_id for item in call.engine.view.checklist if item.overdue] == []
    assert call.engine.view.adherence == 1000


def test_without_a_case_the_playbook_works_and_shows_nothing_it_does_not_know() -> None:
    from assist.playbook.opening import open_playbook
    from tests.support.playbook_calls import NOW

    call = TextCall(open_playbook("zh_CN", None, None, "", NOW, CaseFacts()))
    call.all(VERIFIED)
    call.say(A, "您的情况我了解一下是什么原因没有还上")
    texts = [card.text for change in of_kind(call.changes, CardsShown) for card in change.cards]
    assert texts
    assert not any("{" in text for text in texts)
