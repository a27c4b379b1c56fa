"""A flag's life: provisional, confirmed or unconfirmed, one alarm for one thing said, dismissed by a person only."""

from __future__ import annotations

from pathlib import Path

from assist.rules.authoring import words_of
from assist.rules.engine import RuleEngine
from assist.rules.flags import EvidenceKind, FlagKind, FlagState
from speech.types import Channel, HearingMode, OtherReadings, RecognizerLag, Word
from tests.support.spoken_words import at, engine_on, final, partial, rule, say, violations

THREAT = "打断你的腿"
WORDS = words_of("我要" + THREAT, "zh")
CALM = words_of("我要帮您办分期", "zh")


def threat_engine(tmp_path: Path, more: str = "", severity: str = "stop") -> RuleEngine:
    return engine_on(tmp_path, rule(f"{{say: {THREAT}}}", more=more, severity=severity))


def test_a_partial_raises_a_provisional_flag_and_the_final_confirms_it(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    [raised] = engine.on_partial(partial(WORDS, at(1.0)))
    assert raised.state is FlagState.PROVISIONAL
    assert not raised.interrupts
    [confirmed] = engine.on_final(final(WORDS))
    assert confirmed.flag_id == raised.flag_id
    assert confirmed.state is FlagState.CONFIRMED
    assert confirmed.raised_at == at(1.0)


def test_a_final_without_the_words_leaves_the_flag_unconfirmed_and_never_removes_it(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    engine.on_partial(partial(WORDS, at(1.0)))
    engine.on_final(final(CALM))
    [flag] = engine.flags
    assert flag.state is FlagState.UNCONFIRMED
    assert "".join(word.text for word in flag.words) == THREAT


def test_an_alarm_waits_for_a_second_partial_two_tenths_of_a_second_later(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    engine.on_partial(partial(WORDS, at(1.0)))
    assert not any(flag.interrupts for flag in engine.on_partial(partial(WORDS, at(1.1))))
    [alarm] = engine.on_partial(partial(WORDS, at(1.2)))
    assert alarm.interrupts


def test_one_thing_said_alarms_once_however_many_partials_hold_it(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    alarms = []
    for tenth in range(30):
        shifted = [Word(w.text, w.start + tenth * 20, w.end + tenth * 20, 1.0) for w in WORDS]
        alarms += [
            flag for flag in engine.on_partial(partial(shifted, at(1 + tenth / 10))) if flag.interrupts
        ]
    engine.on_final(final(WORDS))
    assert len(engine.flags) == 1
    assert len({flag.flag_id for flag in alarms}) == 1


def test_the_same_threat_twice_in_an_utterance_is_two_flags_and_one_alarm(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    say(engine, f"{THREAT}，听见没有，{THREAT}")
    assert len(violations(engine.flags)) == 2
    assert sum(flag.interrupts for flag in engine.flags) == 1


def test_the_rate_limit_marks_further_hits_silently(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path, more="    rate_limit: {alarms: 1, seconds: 30}\n")
    for number in range(4):
        say(engine, THREAT, start=10.0 * number, utterance=number)
    assert [flag.interrupts for flag in engine.flags] == [True, False, False, True]
    assert all(flag.kind is FlagKind.VIOLATION for flag in engine.flags)


def test_only_a_stop_rule_interrupts(tmp_path: Path) -> None:
    for severity in ("warn", "coach"):
        engine = threat_engine(tmp_path, severity=severity)
        say(engine, THREAT)
        assert [flag.interrupts for flag in engine.flags] == [False]


def test_only_a_person_dismisses_and_it_stays_dismissed(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    [flag] = engine.on_partial(partial(WORDS, at(1.0)))
    [gone] = engine.dismiss(flag.flag_id, "王班长", "引用客户的话")
    assert (gone.state, gone.dismissed_by, gone.dismiss_reason) == (
        FlagState.DISMISSED,
        "王班长",
        "引用客户的话",
    )
    assert engine.on_partial(partial(WORDS, at(1.5))) == []
    engine.on_final(final(WORDS))
    assert [one.state for one in engine.flags] == [FlagState.DISMISSED]
    assert list(engine.dismiss(flag.flag_id, "王班长", "again")) == []
    assert list(engine.dismiss("f9999", "王班长", "no such flag")) == []


def test_nothing_alarms_while_recognition_is_behind(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    engine.on_lag(RecognizerLag(at(3.0), 0, HearingMode.NARROW_BEAM))
    say(engine, THREAT)
    [flag] = engine.flags
    assert flag.kind is FlagKind.VIOLATION
    assert not flag.interrupts
    engine.on_lag(RecognizerLag(0, 0, HearingMode.FULL))
    [later] = say(engine, THREAT, start=60.0, utterance=1)
    assert later.interrupts


def test_words_that_were_hardly_heard_do_not_alarm(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    engine.on_final(final([Word(w.text, w.start, w.end, 0.2) for w in WORDS]))
    [flag] = engine.flags
    assert not flag.interrupts


def test_another_reading_may_raise_what_the_first_reading_lost(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    heard = words_of("我要打蛋你得到", "zh")
    changed = engine.on_final(final(heard, alternatives=(("我", "要", "打断", "你", "的", "腿"),)))
    assert any(flag.kind in {FlagKind.VIOLATION, FlagKind.POSSIBLE} for flag in changed)


def test_other_readings_that_come_late_flag_for_review_and_never_alarm(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    heard = words_of("我要打蛋你得到", "zh")
    assert violations(engine.on_final(final(heard))) == []
    meant = ("我", "要", "打断", "你", "的", "腿")
    [late] = violations(engine.on_readings(OtherReadings(Channel.AGENT, 0, (meant,))))
    assert late.state is FlagState.CONFIRMED
    assert not late.interrupts
    assert any(reason.kind is EvidenceKind.ALTERNATIVE for reason in late.evidence)
    assert engine.on_readings(OtherReadings(Channel.AGENT, 7, (meant,))) == []


def test_flags_carry_their_law_and_pack(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    [flag] = say(engine, THREAT)
    assert [(one.instrument, one.certainty) for one in flag.basis] == [("Law", "A")]
    assert flag.pack == "test_zh@1.0.0"
    assert flag.say_instead == "我们慢慢谈。"
    assert flag.evidence[0].heard.replace(" ", "") == THREAT


def test_the_customers_words_are_not_the_agents(tmp_path: Path) -> None:
    engine = threat_engine(tmp_path)
    assert say(engine, THREAT, channel=Channel.CUSTOMER) == []
