"""Which law binds which kind of debt: a rule cites only what binds the debt at hand, or stands as the house's policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from assist.problems import PackProblem
from assist.rules.authoring import TextJudge, load_judge
from assist.rules.compiler import compile_pack
from assist.rules.flags import Flag, FlagKind
from assist.rules.loader import check_pack, load_pack
from speech.types import Channel

PACK = """
pack: {id: t, version: 1.0.0, title: t, language: zh, jurisdictions: [CN], debt_types: [credit_card, private]}
instruments:
  - {name: 信用卡办法, debt_types: [credit_card]}
rules:
  - id: t.both
    title: 两部规定
    category: V01
    severity: stop
    if: 打断你的腿
    basis: [{instrument: 信用卡办法, certainty: B}, {instrument: 刑法, certainty: A}]
  - id: t.card
    title: 只有信用卡的规定
    category: V12
    severity: warn
    if: 去别的平台借一笔
    basis: [{instrument: 信用卡办法, certainty: B}]
  - id: t.only
    title: 只管信用卡
    category: V15
    severity: warn
    debt_types: [credit_card]
    if: 加我私人微信
    basis: [{instrument: 信用卡办法, certainty: B}]
"""


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    file = tmp_path / "rules.yaml"
    file.write_text(PACK, encoding="utf-8")
    return file


def bases(flags: list[Flag]) -> list[tuple[str, str]]:
    return [(basis.instrument, basis.certainty) for flag in flags for basis in flag.basis]


def test_a_rule_cites_only_what_binds_the_debt(pack_file: Path) -> None:
    judge = TextJudge(load_pack(pack_file))
    card, private = {"debt_type": "credit_card"}, {"debt_type": "private"}
    assert bases(judge.flags("打断你的腿", Channel.AGENT, card)) == [("信用卡办法", "B"), ("刑法", "A")]
    assert bases(judge.flags("打断你的腿", Channel.AGENT, private)) == [("刑法", "A")]


def test_a_rule_that_no_law_binds_stands_as_the_houses_policy_and_never_as_law(pack_file: Path) -> None:
    judge = TextJudge(load_pack(pack_file))
    flags = judge.flags("你去别的平台借一笔", Channel.AGENT, {"debt_type": "private"})
    assert bases(flags) == [("信用卡办法", "H")]
    policy = next(
        one.rule
        for one in compile_pack(load_pack(pack_file), debt_type="private").rules
        if one.rule.rule_id == "t.card"
    )
    assert policy.house_rule


def test_a_rule_of_one_kind_of_debt_is_silent_on_others(pack_file: Path) -> None:
    judge = TextJudge(load_pack(pack_file))
    assert judge.flags("加我私人微信", Channel.AGENT, {"debt_type": "credit_card"})
    assert not judge.flags("加我私人微信", Channel.AGENT, {"debt_type": "private"})


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("{name: 信用卡办法,", "{name: 信用卡力法,", 4, "is cited by no rule"),
        ("debt_types: [credit_card]}", "debt_types: [credit_cart]}", 4, "knows no debt type `credit_cart`"),
        ("    debt_types: [credit_card]\n", "    debt_types: [cards]\n", 18, "knows no debt type `cards`"),
    ],
)
def test_a_slip_of_the_pen_is_told_and_never_unbinds_a_rule(
    pack_file: Path, old: str, new: str, line: int, reason: str
) -> None:
    pack_file.write_text(PACK.replace(old, new, 1), encoding="utf-8")
    _, problems = check_pack(pack_file)
    assert [(one.line, reason in str(one)) for one in problems] == [(line, True)]
    with pytest.raises(PackProblem):
        load_pack(pack_file)


def test_the_mainland_pack_knows_three_kinds_of_debt() -> None:
    judge = load_judge("zh_CN")
    sentence = "你去别的平台先借一笔还上"
    by_type = {
        kind: {one[1] for one in bases(judge.flags(sentence, Channel.AGENT, {"debt_type": kind}))}
        for kind in ("consumer_loan", "credit_card", "private")
    }
    assert by_type == {"consumer_loan": {"B"}, "credit_card": {"B"}, "private": {"H"}}
    threat = bases(judge.flags("你再不还我找人弄你", Channel.AGENT, {"debt_type": "private"}))
    assert {certainty for _, certainty in threat} == {"A"}
    private_account = "你直接转到我个人微信就行"
    for kind, wanted in (("credit_card", {"V11", "V15"}), ("private", set())):
        flags = judge.flags(private_account, Channel.AGENT, {"debt_type": kind})
        assert {one.category for one in flags if one.kind is FlagKind.VIOLATION} & {"V11", "V15"} == wanted
