"""The English packs: every example, the development sentences, duties, hours and counters, scopes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assist.rules.authoring import TextJudge, context_of, pack_path, run_examples, words_of
from assist.rules.compiler import CompiledPack, compile_pack
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from assist.rules.flags import Flag, FlagKind
from assist.rules.loader import load_pack
from assist.rules.pack import RulePack, RuleType, Tier
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript

DATA = Path(__file__).resolve().parents[2] / "data" / "detection"
CATEGORIES = {f"V{number:02}" for number in range(1, 23)}
TRIGGERS = {
    "dispute", "stop_request", "hardship", "self_harm", "lawyer", "third_party", "recording", "paid", "complaint",
    "deceased", "bankruptcy",
}  # fmt: skip
LOCALES = ("en_US", "en_GB")


@pytest.fixture(scope="module")
def packs() -> dict[str, RulePack]:
    return {locale: load_pack(pack_path(locale)) for locale in LOCALES}


@pytest.fixture(scope="module")
def judges(packs: dict[str, RulePack]) -> dict[str, TextJudge]:
    return {locale: TextJudge(pack) for locale, pack in packs.items()}


@pytest.fixture(scope="module")
def compiled(packs: dict[str, RulePack]) -> CompiledPack:
    return compile_pack(packs["en_US"])


def said(engine: RuleEngine, channel: Channel, text: str, at_seconds: float, number: int = 0) -> list[Flag]:
    words = words_of(text, "en", int(at_seconds * SAMPLE_RATE_HZ))
    return list(engine.on_final(FinalTranscript(channel, number, words, words[-1].end)))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_example_of_every_rule_holds(packs: dict[str, RulePack], locale: str) -> None:
    wrong = [one for one in run_examples(packs[locale]) if not one.ok]
    assert wrong == []


@pytest.mark.parametrize("locale", LOCALES)
def test_all_categories_and_triggers_are_covered(packs: dict[str, RulePack], locale: str) -> None:
    rules = packs[locale].rules
    strong = {rule.category for rule in rules if rule.tier is Tier.STRONG and rule.enabled}
    assert strong >= CATEGORIES
    assert {"T-" + name for name in TRIGGERS} <= {rule.category for rule in rules}
    for rule in rules:
        if rule.rule_type in {RuleType.VIOLATION, RuleType.TRIGGER}:
            assert rule.say_instead, rule.rule_id
            assert rule.tier is Tier.HINT or any(one.fires for one in rule.examples), rule.rule_id


@pytest.mark.parametrize("locale", LOCALES)
def test_what_rests_on_memory_is_a_house_rule_that_is_off(packs: dict[str, RulePack], locale: str) -> None:
    for rule in packs[locale].rules:
        if any(basis.certainty in {"C", "X"} for basis in rule.basis):
            assert rule.house_rule, rule.rule_id
            assert not rule.enabled, rule.rule_id


def test_development_sentences_are_told_apart(judges: dict[str, TextJudge]) -> None:
    """Sentences that the packs were tuned on: a floor against breakage, no measure of quality."""
    found = missed = false = fine = 0
    for file in (DATA / f"{name}.jsonl" for name in ("dev_en", "dev_en_2", "dev_en_ordinary")):
        for line in file.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            judge = judges["en_GB" if one["jurisdiction"] == "UK" else "en_US"]
            flags = judge.flags(one["text"], Channel(one["speaker"]), context_of(one.get("context")))
            customer = one["speaker"] == "customer" and one["label"] == "violation"
            kind = FlagKind.TRIGGER if customer else FlagKind.VIOLATION
            hit = any(flag.kind is kind for flag in flags)
            if one["label"] == "violation":
                found, missed = found + hit, missed + (not hit)
            else:
                false, fine = false + hit, fine + (not hit)
    assert found / (found + missed) >= 0.95
    assert false / (false + fine) <= 0.02
    assert found + missed >= 250


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("if you do not pay today the sheriff will come to arrest you", "V02"),
        ("i told you i would call your boss and i will", "V05"),
        ("you said friday so now we will garnish your wages", "V04"),
        ("do you want me to tell your wife about this debt", "V05"),
    ],
)
def test_the_debtors_not_paying_and_earlier_words_excuse_nothing(
    judges: dict[str, TextJudge], text: str, category: str
) -> None:
    flags = judges["en_US"].flags(text, Channel.AGENT, {})
    assert category in {flag.category for flag in flags if flag.kind is FlagKind.VIOLATION}


@pytest.mark.parametrize(
    "text",
    [
        "we will never send the sheriff to your house",
        "nobody is going to tell your wife about this debt",
        "i will never call your boss",
        "we will never call your boss",
        "did someone tell you that we would garnish your wages",
        "the creditor may decide to file a lawsuit",
        "please do not borrow from your family",
        "you do not have to pay for him",
    ],
)
def test_denials_questions_and_possibilities_raise_no_violation(
    judges: dict[str, TextJudge], text: str
) -> None:
    flags = judges["en_US"].flags(text, Channel.AGENT, {})
    assert [flag for flag in flags if flag.kind is FlagKind.VIOLATION] == []


def test_the_customers_words_are_never_the_agents_violation(judges: dict[str, TextJudge]) -> None:
    for text in ("you are a deadbeat and a crook", "i will break your legs", "i will sue you"):
        flags = judges["en_US"].flags(text, Channel.CUSTOMER, {})
        assert all(flag.kind is not FlagKind.VIOLATION for flag in flags)


def test_a_debt_word_counts_only_while_a_third_party_listens(judges: dict[str, TextJudge]) -> None:
    text = "there is an overdue balance of two thousand dollars"
    for party, expected in (("third_party", True), ("debtor", False)):
        flags = judges["en_US"].flags(text, Channel.AGENT, {"party": party})
        assert any(flag.category == "V05" and flag.kind is FlagKind.VIOLATION for flag in flags) == expected


def test_the_mini_miranda_is_missed_when_it_is_not_said(compiled: CompiledPack) -> None:
    silent = RuleEngine(compiled, CaseFacts(party="debtor"))
    said(silent, Channel.AGENT, "hello this is dana from northgate may i speak with sam", 0)
    flags = silent.on_time(95 * SAMPLE_RATE_HZ)
    assert "us.duty.collector" in {flag.rule for flag in flags}
    spoken = RuleEngine(compiled, CaseFacts(party="debtor"))
    said(spoken, Channel.AGENT, "my name is dana this is an attempt to collect a debt", 0)
    assert "us.duty.collector" not in {flag.rule for flag in spoken.on_time(95 * SAMPLE_RATE_HZ)}


def test_help_must_follow_words_of_suicide(compiled: CompiledPack) -> None:
    for answer, missed in (("so when can you pay", True), ("are you safe right now", False)):
        engine = RuleEngine(compiled, CaseFacts(party="debtor"))
        said(engine, Channel.CUSTOMER, "i want to kill myself", 10)
        said(engine, Channel.AGENT, answer, 14)
        flags = engine.on_time(60 * SAMPLE_RATE_HZ)
        assert ("us.duty.after_self_harm" in {flag.rule for flag in flags}) == missed


@pytest.mark.parametrize(("hour", "late"), [(7, True), (8, False), (20, False), (21, True), (23, True)])
def test_calls_outside_the_hours_are_flagged_without_consent(
    compiled: CompiledPack, hour: int, late: bool
) -> None:
    now = datetime(2026, 11, 25, hour, 5, tzinfo=UTC)
    engine = RuleEngine(compiled, CaseFacts(), lambda: now)
    assert ("us.hours" in {flag.rule for flag in engine.on_time(0)}) == late
    agreed = RuleEngine(compiled, CaseFacts(hours_consent=True), lambda: now)
    assert "us.hours" not in {flag.rule for flag in agreed.on_time(0)}


def test_seven_calls_in_seven_days_are_allowed_and_eight_are_not(compiled: CompiledPack) -> None:
    for attempts, too_many in ((7, False), (8, True)):
        facts = CaseFacts.from_mapping({"attempts_7_days": attempts})
        flags = RuleEngine(compiled, facts).on_time(0)
        assert ("us.attempts" in {flag.rule for flag in flags}) == too_many


def test_adding_a_denial_or_the_other_speaker_never_makes_a_violation(judges: dict[str, TextJudge]) -> None:
    judge = judges["en_US"]
    for text in ("have a good day", "we will call on friday", "your payment arrived", "is this your address"):
        before = [flag for flag in judge.flags(text, Channel.AGENT, {}) if flag.kind is FlagKind.VIOLATION]
        assert before == []
        for changed in (f"we will not say {text}", f"nobody said {text}"):
            flags = judge.flags(changed, Channel.AGENT, {})
            assert [flag for flag in flags if flag.kind is FlagKind.VIOLATION] == []
