"""What stands around a hit: negation, questions, reported speech, hedges, advice, ultimatums, conditions."""

from __future__ import annotations

from pathlib import Path

import pytest

from assist.rules.authoring import words_of
from assist.rules.conditions import Scope
from assist.rules.flags import FlagKind
from assist.rules.matching.units import language_named, place
from assist.rules.scopes import ScopeFinder
from tests.support.spoken_words import engine_on, rule, say

FINDER = ScopeFinder("zh")


def scopes_over(text: str, part: str) -> set[Scope]:
    """The scopes in which a part of a sentence lies."""
    words = words_of(text, "zh")
    units = place(words, language_named("zh"), 0)
    plain = "".join(placed.unit.text for placed in units)
    first = plain.index(part)
    return {zone.scope for zone in FINDER.zones(units, words) if zone.holds([(first, first + len(part))])}


@pytest.mark.parametrize(
    ("text", "part", "scope"),
    [
        ("我们不会上门的", "上门", Scope.NEGATION),
        ("我们没有权利冻结账户", "冻结", Scope.NEGATION),
        ("我没有办法查你的社保", "社保", Scope.NEGATION),
        ("上门威胁是不允许的", "威胁", Scope.NEGATION),
        ("有没有人上门找过你", "上门", Scope.QUESTION),
        ("法院给你寄过传票吗", "传票", Scope.QUESTION),
        ("你说他们要上门", "上门", Scope.REPORTED),
        ("如果有人冒充法院打给你", "法院", Scope.REPORTED),
        ("银行可能会起诉", "起诉", Scope.HEDGE),
        ("是否犯罪由司法机关认定", "犯罪", Scope.HEDGE),
        ("请不要转到私人账户", "私人账户", Scope.ADVICE),
        ("再不还我们就上门", "上门", Scope.ULTIMATUM),
        ("如果协商不成就起诉", "起诉", Scope.CONDITION),
    ],
)
def test_a_scope_holds_what_it_is_about(text: str, part: str, scope: Scope) -> None:
    assert scope in scopes_over(text, part)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("你不还钱我们就上门", "上门"),
        ("你不接电话我就去你单位", "单位"),
        ("别以为我们不会上门", "上门"),
        ("难道我们不会上门吗", "上门"),
        ("我们不会放过你但是会上门", "上门"),
        ("不能再等了我们上门", "上门"),
        ("你会不会还钱我们上门", "上门"),
    ],
)
def test_the_debtors_not_doing_negates_nothing(text: str, part: str) -> None:
    assert Scope.NEGATION not in scopes_over(text, part)


@pytest.mark.parametrize(
    ("more", "text", "kind"),
    [
        ("", "我们不会打断你的腿", FlagKind.MENTION),
        ("", "你说有人打断你的腿", FlagKind.MENTION),
        ("    unless_scope: []\n", "我们不会打断你的腿", FlagKind.VIOLATION),
        ("    weaker_in: [hedge]\n", "我们可能打断你的腿", FlagKind.POSSIBLE),
        ("    unless: [开玩笑的]\n", "打断你的腿开玩笑的", FlagKind.MENTION),
        ("", "打断你的腿", FlagKind.VIOLATION),
    ],
)
def test_scopes_downgrade_and_never_delete(tmp_path: Path, more: str, text: str, kind: FlagKind) -> None:
    [flag] = say(engine_on(tmp_path, rule("打断你的腿", more=more)), text)
    assert flag.kind is kind
    assert not (kind is not FlagKind.VIOLATION and flag.interrupts)


def test_a_cue_among_the_hits_own_words_does_not_count(tmp_path: Path) -> None:
    [flag] = say(engine_on(tmp_path, rule("没有必要告诉你我是谁")), "我没有必要告诉你我是谁")
    assert flag.kind is FlagKind.VIOLATION


def test_a_pause_ends_a_negation(tmp_path: Path) -> None:
    [flag] = say(engine_on(tmp_path, rule("打断你的腿")), "不会的。打断你的腿")
    assert flag.kind is FlagKind.VIOLATION


def test_a_pack_adds_and_removes_cues(tmp_path: Path) -> None:
    scopes = "scopes:\n  negation: {add: [休提], remove: [不会]}\n"
    engine = engine_on(tmp_path, scopes + rule("打断你的腿"))
    assert [flag.kind for flag in say(engine, "休提打断你的腿")] == [FlagKind.MENTION]
    assert [flag.kind for flag in say(engine, "不会打断你的腿", 9.0, 1)] == [FlagKind.VIOLATION]
