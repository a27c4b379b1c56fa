"""The classifier: built the same every time, refused when broken, never more than *possible* by itself."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from assist.problems import AssistProblem
from assist.rules.authoring import TextJudge, pack_path, shipped_packs, words_of
from assist.rules.compiler import compile_pack
from assist.rules.engine import RuleEngine
from assist.rules.findings import ANY_VIOLATION, classifier_agrees
from assist.rules.flags import EvidenceKind, FlagKind, Severity
from assist.rules.loader import load_pack
from assist.rules.matching.units import language_named
from assist.rules.meaning.features import hashed_features, text_units
from assist.rules.meaning.model import MeaningModel
from assist.rules.meaning.samples import Mishearing, example_samples, generated_samples, written_samples
from assist.rules.pack import RulePack
from speech.types import Channel, OtherReadings
from tests.support.spoken_words import final

ROOT = Path(__file__).resolve().parents[3]
PACK = """\
pack: {id: small, version: 1.0.0, title: Small, language: en, jurisdictions: [US]}
concepts:
  threat: ["(hurt|break|smash) [all] your (leg|arm|face)", "(burn|wreck) your (house|car)"]
  night: ["(call|ring|wake) you at (midnight|three in the morning)", "call you..3all night"]
rules:
  - id: s.threat
    title: Threat
    category: V01
    severity: stop
    house_rule: true
    if: "{threat}"
    examples:
      fire: [I will break your leg, we smash your face, they burn your house, he will wreck your car, hurt your arm]
      quiet: [we will not break your leg, thank you for the payment, may I have your address]
  - id: s.night
    title: Night
    category: V18
    severity: warn
    house_rule: true
    if: "{night}"
    examples:
      fire: [I call you at midnight, ring you at three in the morning, wake you at midnight, call you all night, I call you at three in the morning]
      quiet: [we never call you at midnight, call me tomorrow at noon]
  - id: s.hint
    title: Night
    category: V18
    severity: warn
    tier: hint
    house_rule: true
    if: "(sleep|bed|wake)"
"""  # noqa: E501


@pytest.fixture(scope="module")
def trainer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_meaning", ROOT / "tools" / "train_meaning.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_meaning"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> RulePack:
    path = tmp_path_factory.mktemp("pack") / "rules.yaml"
    path.write_text(PACK, encoding="utf-8")
    return load_pack(path)


@pytest.fixture(scope="module")
def raw(trainer: ModuleType, pack: RulePack) -> bytes:
    samples = trainer.gather(pack, language_named("en"), [], 40)
    model, _ = trainer.train(pack, language_named("en"), samples)
    saved: bytes = model.save()
    return saved


def test_the_same_input_gives_the_same_bytes(trainer: ModuleType, pack: RulePack, raw: bytes) -> None:
    samples = trainer.gather(pack, language_named("en"), [], 40)
    model, report = trainer.train(pack, language_named("en"), samples)
    assert model.save() == raw
    assert "Expected calibration error" in report


def test_it_tells_its_categories_apart(raw: bytes) -> None:
    model = MeaningModel.load(raw)
    threat, night = model.predict("he wants to smash your arm"), model.predict("they ring you at midnight")
    assert threat["V01"] > threat["V18"]
    assert night["V18"] > night["V01"]
    assert all(0.0 <= chance <= 1.0 for chance in (*threat.values(), *night.values()))
    assert model.predict("") == {}


def test_what_is_loaded_is_what_was_saved(raw: bytes) -> None:
    model = MeaningModel.load(raw)
    assert MeaningModel.load(model.save()).predict("burn your house") == model.predict("burn your house")


@pytest.mark.parametrize("cut", [0, 10, 200])
def test_a_broken_file_is_refused(raw: bytes, cut: int) -> None:
    with pytest.raises(AssistProblem, match="classifier"):
        MeaningModel.load(raw[:cut])


def test_a_file_of_other_features_or_with_bad_numbers_is_refused(raw: bytes) -> None:
    model = MeaningModel.load(raw)
    for broken in (
        replace(model, meta={**model.meta, "features": -1}),
        replace(model, slope=np.full_like(model.slope, np.nan)),
        replace(model, intercepts=model.intercepts[:-1]),
        replace(model, columns=model.columns[::-1].copy()),
    ):
        with pytest.raises(AssistProblem, match="classifier"):
            MeaningModel.load(broken.save())


def test_a_pickle_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "x.npz"
    np.savez(path, meta=np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(AssistProblem, match="classifier"):
        MeaningModel.load(path.read_bytes())


@pytest.mark.parametrize(
    ("language", "text"), [("zh", "我们今天晚上就上门"), ("en", "we will come to your house")]
)
def test_features_are_of_unit_length_and_in_order(language: str, text: str) -> None:
    known = language_named(language)
    columns, weights = hashed_features(text_units(text, known), known)
    assert (np.diff(columns) > 0).all()
    assert float((weights**2).sum()) == pytest.approx(1.0, abs=1e-5)


def test_generated_sentences_are_the_same_for_the_same_seed(pack: RulePack) -> None:
    language = language_named("en")
    first = generated_samples(pack, language, 0, each=20, seed=3)
    assert first == generated_samples(pack, language, 0, each=20, seed=3)
    assert first != generated_samples(pack, language, 0, each=20, seed=4)
    denied = [one for one in first if not one.categories]
    assert denied, "the same words must also be learned as denials"
    assert all(ANY_VIOLATION in one.categories for one in first if one.categories and not one.customer)


def test_mishearing_keeps_the_meaning_and_loses_some_words(pack: RulePack) -> None:
    language = language_named("en")
    samples = example_samples(pack, language, 0)
    mishearing = Mishearing(samples, language, 1)
    heard = [mishearing.mishear(one, lost=0.3) for one in samples for _ in range(5)]
    assert any(len(one.units) < len(samples[index // 5].units) for index, one in enumerate(heard))
    assert all(one.categories == samples[index // 5].categories for index, one in enumerate(heard))


def test_compliant_sentences_teach_no_category() -> None:
    lines = [{"text": "hello", "label": "compliant", "categories": ["V01"], "speaker": "agent"}]
    assert written_samples(lines, language_named("en"), 0)[0].categories == frozenset()


@pytest.mark.parametrize(
    ("chances", "agrees"),
    [
        ({"V01": 0.9, ANY_VIOLATION: 0.9}, True),
        ({"V01": 0.9, ANY_VIOLATION: 0.1}, False),
        ({"V01": 0.3, ANY_VIOLATION: 0.9}, True),
        ({"V01": 0.1, ANY_VIOLATION: 0.9}, False),
        ({"V01": 0.6}, True),
        ({}, False),
    ],
)
def test_when_the_classifier_agrees(chances: dict[str, float], agrees: bool) -> None:
    assert classifier_agrees("V01", chances) == agrees


def test_the_classifier_alone_raises_possible_and_a_hint_nothing(pack: RulePack, raw: bytes) -> None:
    model = MeaningModel.load(raw)
    sure = replace(model, coefficients=np.zeros_like(model.coefficients), slope=np.ones_like(model.slope))

    def with_chance(chance: float) -> TextJudge:
        level = np.full_like(model.offset, np.log(chance / (1 - chance)))
        certain = replace(sure, intercepts=np.zeros_like(model.intercepts), offset=level)
        return TextJudge(replace(pack, meaning=certain.save()), house_rules=True)

    alone = with_chance(0.95).flags("lovely weather in spring", Channel.AGENT, {})
    assert {flag.kind for flag in alone} == {FlagKind.POSSIBLE}
    assert all(flag.category != ANY_VIOLATION for flag in alone)
    agreed = with_chance(0.95).flags("you go to bed", Channel.AGENT, {})
    assert FlagKind.VIOLATION in {flag.kind for flag in agreed if flag.rule == "s.hint"}
    assert with_chance(0.05).flags("you go to bed", Channel.AGENT, {}) == []
    denied = with_chance(0.95).flags("you do not go to bed", Channel.AGENT, {})
    assert "s.hint" not in {flag.rule for flag in denied}


def test_what_was_heard_badly_is_marked_for_review_sooner(pack: RulePack, raw: bytes) -> None:
    model = MeaningModel.load(raw)
    any_chance = np.array([0.55 if name == ANY_VIOLATION else 0.15 for name in model.categories])
    even = replace(
        model,
        coefficients=np.zeros_like(model.coefficients),
        intercepts=np.zeros_like(model.intercepts),
        slope=np.ones_like(model.slope),
        offset=np.log(any_chance / (1 - any_chance)),
    )
    compiled = compile_pack(replace(pack, meaning=even.save()), only_enabled=False)
    named = {}
    for confidence in (0.9, 0.6):
        words = [replace(word, confidence=confidence) for word in words_of("you go to bed", "en", 0)]
        flags = RuleEngine(compiled).on_final(final(words))
        named[confidence] = [
            (flag.severity, flag.interrupts) for flag in flags if flag.kind is FlagKind.VIOLATION
        ]
    assert named[0.9] == []
    assert set(named[0.6]) == {(Severity.COACH, False)}


def test_other_readings_are_judged_as_well(pack: RulePack, raw: bytes) -> None:
    compiled = compile_pack(replace(pack, meaning=raw), only_enabled=False)
    words = words_of("he wants to mash you are farm today", "en", 0)
    heard_well = ("he", "wants", "to", "smash", "your", "arm", "today")
    model = MeaningModel.load(raw)
    alone, better = (
        model.predict(text) for text in (" ".join(one.text for one in words), " ".join(heard_well))
    )
    assert better["V01"] > alone["V01"]
    engine = RuleEngine(compiled)
    engine.on_final(final(words))
    engine.on_readings(OtherReadings(Channel.AGENT, 0, (heard_well,)))
    told = {
        one.concept: one.score
        for flag in engine.flags
        for one in flag.evidence
        if one.kind is EvidenceKind.CLASSIFIER
    }
    assert told["V01"] == pytest.approx((alone["V01"] + better["V01"]) / 2, abs=0.01)


@pytest.mark.parametrize("locale", shipped_packs())
def test_shipped_classifiers_are_the_named_files_of_their_packs(locale: str) -> None:
    path = pack_path(locale)
    shipped = load_pack(path)
    if not shipped.meaning:
        pytest.skip("this pack has no classifier")
    head = path.read_text(encoding="utf-8").split("concepts:")[0].split("rules:")[0]
    assert hashlib.sha256(shipped.meaning).hexdigest() in head
    model = MeaningModel.load(shipped.meaning)
    assert model.language.name == shipped.language
    assert len(shipped.meaning) < 2_000_000
    assert (ROOT / "docs" / f"meaning-{locale}.md").is_file()
