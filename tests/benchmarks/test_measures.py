"""The measuring itself: what a figure means, what a line does, and that the blind half stays blind."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from speech.types import SAMPLE_RATE_HZ, Channel
from tests.benchmarks.detection_data import DATA, ROOT, SHARED, Sentence, blind_files_are_unchanged, sentences
from tests.benchmarks.detection_figures import Judged, Share, figures, of_category
from tests.benchmarks.false_alarms import ordinary_module
from tests.benchmarks.telephone import LINES, faster, narrow, over_the_line, rms, with_noise

SHORTEST_TELLING_CHARS = 10


def sentence(*categories: str, violation: bool = True) -> Sentence:
    return Sentence(
        "x", "x", violation, Channel.AGENT, "CN", "zh_CN", frozenset(categories), {}, half="blind"
    )


def tone(hertz: float, seconds: float = 1.0) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    moments = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    return 0.3 * np.sin(2 * np.pi * hertz * moments)


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def test_the_blind_files_are_those_that_were_hashed() -> None:
    assert blind_files_are_unchanged() == []


def test_no_measured_blind_sentence_stands_in_a_pack_or_among_the_development_sentences() -> None:
    texts = [path.read_text("utf-8") for path in (ROOT / "scripts").rglob("*.yaml")]
    texts += [path.read_text("utf-8") for path in DATA.glob("dev_*.jsonl")]
    known = "\n".join(plain(text) for text in texts)
    blind = [
        one for one in sentences(SHARED, {"blind", "fresh"}) if len(plain(one.text)) >= SHORTEST_TELLING_CHARS
    ]
    assert len(blind) > 500
    assert [one.sentence_id for one in blind if plain(one.text) in known] == []


def test_every_blind_sentence_has_a_category_and_a_jurisdiction() -> None:
    for path in sorted([*DATA.glob("blind_*.jsonl"), *DATA.glob("fresh_*.jsonl")]):
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        assert len({line["id"] for line in lines}) == len(lines)
        for line in lines:
            assert line["categories"], line["id"]
            assert all(re.fullmatch(r"V(0[1-9]|1\d|2[0-2])", one) for one in line["categories"]), line["id"]
            assert line["jurisdiction"] in {"CN", "TW", "HK", "US", "UK"}, line["id"]
            assert line["label"] == "compliant" or line["speaker"] == "agent", line["id"]


def test_a_share_has_wilsons_interval() -> None:
    low, high = Share(9, 10).interval()
    assert (round(low, 4), round(high, 4)) == (0.5958, 0.9821)
    assert Share(0, 0).interval() == (0.0, 1.0)
    assert Share(0, 20).interval()[0] == 0.0


def test_a_flag_of_a_wrong_category_is_not_a_catch_but_no_false_alarm_either() -> None:
    judged = [
        Judged(sentence("V01", "V09"), frozenset({"V09"})),
        Judged(sentence("V01"), frozenset({"V07"})),
        Judged(sentence("V02"), frozenset()),
        Judged(sentence("V02", violation=False), frozenset({"V02"})),
        Judged(sentence("V05", violation=False), frozenset()),
    ]
    found = figures(judged)
    assert (found.recall.hits, found.recall.of) == (1, 3)
    assert found.recall_any.hits == 2
    assert (found.false_alarms.hits, found.false_alarms.of) == (1, 2)
    assert (found.precision.hits, found.precision.of) == (1, 2)
    assert of_category(judged, "V02").precision.value == 0.0
    assert of_category(judged, "V09").recall.value == 1.0


def test_the_telephone_keeps_the_band_and_loses_what_lies_outside() -> None:
    for codec in ("ULAW", "GSM610"):
        kept, low, high = (rms(narrow(tone(hertz), codec)[2000:-2000]) for hertz in (1000, 100, 6000))
        assert kept > 0.1
        assert low < 0.1 * kept
        assert high < 0.1 * kept


def test_noise_is_as_loud_as_was_asked_for() -> None:
    voice = tone(440)
    noisy = with_noise(voice, 15.0, np.random.default_rng(1), [tone(200), tone(300)])
    gain = float(np.dot(noisy, voice) / np.dot(voice, voice))
    voiced = voice[np.abs(voice) > 0.05 * np.abs(voice).max()]
    snr = 20 * np.log10(rms(voiced) * gain / rms(noisy - gain * voice))
    assert snr == pytest.approx(15.0, abs=1.0)


def test_faster_speech_is_shorter_and_keeps_its_pitch() -> None:
    made = faster(tone(400, 2.0), 1.25)
    assert len(made) == pytest.approx(2.0 * SAMPLE_RATE_HZ / 1.25, rel=0.03)
    spectrum = np.abs(np.fft.rfft(made * np.hanning(len(made))))
    assert np.argmax(spectrum) * SAMPLE_RATE_HZ / len(made) == pytest.approx(400, abs=5)


def test_a_line_does_the_same_to_the_same_sentence() -> None:
    voice, talkers = tone(300), [tone(200), tone(250)]
    for line in LINES.values():
        first, again = (over_the_line(voice, line, 7, talkers) for _ in range(2))
        assert np.array_equal(first, again)


@pytest.mark.parametrize(("language", "minutes", "units"), [("zh", 300, 72_000), ("en", 60, 9_000)])
def test_ordinary_talk_is_long_enough_and_the_same_every_time(
    language: str, minutes: int, units: int
) -> None:
    module = ordinary_module()
    turns = module.ordinary_talk(language, minutes)
    assert turns == module.ordinary_talk(language, minutes)
    assert sum(module.length(turn.text, language) for turn in turns) >= units
    assert not [turn.text for turn in turns if re.search(r"[{}|()]", turn.text)]
    assert {turn.speaker for turn in turns} == {"agent", "customer"}
    assert {turn.kind for turn in turns} == {"collection", "everyday"}


def test_a_changed_blind_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in [*DATA.glob("blind*"), *DATA.glob("fresh_*")]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr("tests.benchmarks.detection_data.DATA", tmp_path)
    with (tmp_path / "blind_zh_CN.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert blind_files_are_unchanged() == ["blind_zh_CN.jsonl"]
