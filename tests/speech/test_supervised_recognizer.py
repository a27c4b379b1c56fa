"""The recogniser's child process with real Vosk: killed, aborting, overloaded, broken. No word is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import numpy as np
import psutil
import pytest

from speech import child as child_module
from speech.backlog import LONGEST_BACKLOG_SAMPLES
from speech.problems import SpeechProblem
from speech.recognizer import RecognizerSettings
from speech.second_reading import UNSURE_MEAN
from speech.supervisor import RecognizerProcess
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    Channel,
    FinalTranscript,
    GapReason,
    HearingMode,
    OtherReadings,
    PartialTranscript,
    RecognizerLag,
    RecognizerRestarted,
    SpottedPhrase,
)
from tests.support import poisoned_worker
from tests.support.speech_parts import Listener, chunks, excerpt, settings_for, texts

pytestmark = pytest.mark.model

HOME_VISIT = (62.0, 66.0)
"""The agent of the Mandarin demo call threatens to come to the customer's home."""


@pytest.fixture
def listener():
    heard = Listener()
    yield heard
    assert heard.bugs == []


def started(settings: RecognizerSettings, listener: Listener) -> RecognizerProcess:
    recognizer = RecognizerProcess(settings, listener, listener.bugs.append)
    recognizer.start()
    recognizer.wait_ready(60)
    return recognizer


def feed(
    recognizer: RecognizerProcess, sound: np.ndarray, start: int = 0, other: np.ndarray | None = None
) -> None:
    silent = np.zeros_like(sound) if other is None else other
    for agent, customer in zip(
        chunks(Channel.AGENT, sound, start), chunks(Channel.CUSTOMER, silent, start), strict=True
    ):
        recognizer.feed(agent)
        recognizer.feed(customer)


def spoken() -> np.ndarray:
    """Eight seconds of the agent in the heat of the call."""
    return excerpt("zh", Channel.AGENT, 52.0, 60.0)


def alike(heard: str, expected: str) -> bool:
    """The same number of characters, at most one of them another: a new child frames the sound anew."""
    return len(heard) == len(expected) and sum(a != b for a, b in zip(heard, expected, strict=True)) <= 1


@pytest.fixture(scope="module")
def undisturbed() -> str:
    """What a recogniser hears that nobody disturbs."""
    heard = Listener()
    recognizer = started(settings_for("zh", give_way=False), heard)
    feed(recognizer, spoken())
    recognizer.stop(60)
    assert len(heard.words(Channel.AGENT)) > 12
    return texts(heard.words(Channel.AGENT))


def test_a_child_killed_in_the_middle_of_an_utterance_is_replaced_and_no_word_is_lost(
    listener: Listener, undisturbed: str
) -> None:
    recognizer = started(settings_for("zh", give_way=False), listener)
    sound = spoken()
    half = 32 * BLOCK_SAMPLES
    feed(recognizer, sound[:half])
    listener.wait_for(lambda e: isinstance(e, PartialTranscript) and len(e.words) >= 4)
    os.kill(recognizer.pid, signal.SIGKILL)
    feed(recognizer, sound[half:], half)
    recognizer.stop(60)
    restarted = listener.wait_for(lambda e: isinstance(e, RecognizerRestarted))
    assert restarted.reason == "signal 9"
    assert restarted.after_ms > 0
    assert restarted.refed_from < half
    assert alike(texts(listener.words(Channel.AGENT)), undisturbed)
    finals = listener.finals(Channel.AGENT)
    assert [final.utterance for final in finals] == list(range(len(finals)))
    assert any(final.recovered for final in finals)
    starts = [word.start for word in listener.words(Channel.AGENT)]
    assert starts == sorted(starts)


def test_words_that_stand_are_told_once_more_before_the_final(listener: Listener) -> None:
    recognizer = started(settings_for("zh", give_way=False), listener)
    feed(recognizer, excerpt("zh", Channel.AGENT, *HOME_VISIT))
    feed(recognizer, np.zeros(3 * SAMPLE_RATE_HZ, np.int16), 40 * BLOCK_SAMPLES)
    recognizer.stop(60)
    final = listener.finals(Channel.AGENT)[-1]
    partials = [
        event
        for event in listener.events
        if isinstance(event, PartialTranscript) and event.utterance == final.utterance
    ]
    last, again = partials[-2:]
    assert again.words == last.words
    assert again.heard_until - last.heard_until >= SAMPLE_RATE_HZ // 5
    assert again.heard_until - last.heard_until <= SAMPLE_RATE_HZ // 5 + 2 * BLOCK_SAMPLES
    texts_told = [event.text for event in partials]
    assert all(texts_told.count(text) <= 2 for text in texts_told)


def test_a_child_killed_while_its_last_words_are_awaited_still_gives_them(
    listener: Listener, undisturbed: str
) -> None:
    recognizer = started(settings_for("zh", give_way=False), listener)
    feed(recognizer, spoken())
    listener.wait_for(lambda e: isinstance(e, PartialTranscript))
    os.kill(recognizer.pid, signal.SIGKILL)
    recognizer.stop(60)
    assert alike(texts(listener.words(Channel.AGENT)), undisturbed)
    assert not psutil.pid_exists(recognizer.pid)


def poison(monkeypatch: pytest.MonkeyPatch, plan: str) -> None:
    """Children from now on run the poisoned worker."""
    monkeypatch.setenv("EVENHAND_TEST_POISON", plan)
    popen = subprocess.Popen

    def other_child(command: list[str], **more: object) -> subprocess.Popen[bytes]:
        return popen([*command[:2], "tests.support.poisoned_worker"], **more)  # type: ignore[call-overload]

    monkeypatch.setattr(child_module.subprocess, "Popen", other_child)


def with_poison(sound: np.ndarray, at: int) -> np.ndarray:
    spoiled = sound.copy()
    marker = np.frombuffer(poisoned_worker.MARKER, "<i2")
    spoiled[at : at + len(marker)] = marker
    return spoiled


def test_sound_that_kills_every_child_is_left_out_and_declared_and_what_follows_is_heard(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, undisturbed: str
) -> None:
    poison(monkeypatch, "abort")
    at = 30 * BLOCK_SAMPLES
    recognizer = started(settings_for("zh", give_way=False), listener)
    feed(recognizer, with_poison(spoken(), at))
    recognizer.stop(90)
    restarts = [e for e in listener.events if isinstance(e, RecognizerRestarted)]
    assert [restart.reason for restart in restarts] == ["signal 6", "signal 6"]
    gaps = [gap for gap in listener.gaps() if gap.channel is Channel.AGENT]
    assert [gap.reason for gap in gaps] == [GapReason.RECOGNIZER_DIED]
    assert not gaps[0].recording
    assert gaps[0].start <= at < gaps[0].end
    assert gaps[0].end - gaps[0].start <= SAMPLE_RATE_HZ + BLOCK_SAMPLES
    heard = texts(listener.words(Channel.AGENT))
    assert heard[1:4] == undisturbed[1:4]
    assert heard[-4:] == undisturbed[-4:]


def test_sound_that_killed_a_child_once_is_heard_by_the_next(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    poison(monkeypatch, f"once:{tmp_path / 'died'}")
    recognizer = started(settings_for("zh", give_way=False), listener)
    feed(recognizer, with_poison(spoken(), 30 * BLOCK_SAMPLES))
    recognizer.stop(90)
    assert len([e for e in listener.events if isinstance(e, RecognizerRestarted)]) == 1
    assert listener.gaps() == []
    assert len(listener.words(Channel.AGENT)) > 12


def test_a_model_that_can_not_be_loaded_is_one_sentence_and_a_declared_gap(
    listener: Listener, tmp_path: Path
) -> None:
    (tmp_path / "am").mkdir()
    recognizer = RecognizerProcess(RecognizerSettings(str(tmp_path), "zh"), listener, listener.bugs.append)
    recognizer.start()
    with pytest.raises(SpeechProblem, match="evenhand models verify") as caught:
        recognizer.wait_ready(60)
    assert caught.value.code == "recognizer.unavailable"
    recognizer.stop(30)
    assert {gap.channel for gap in listener.gaps()} == set(Channel)
    assert {gap.reason for gap in listener.gaps()} == {GapReason.RECOGNIZER_DIED}


def test_when_recognition_can_not_follow_it_gives_way_in_order_and_says_so(listener: Listener) -> None:
    recognizer = started(settings_for("zh"), listener)
    sound = np.tile(spoken(), 6)
    second = SAMPLE_RATE_HZ
    for first in range(0, len(sound), second):
        part = sound[first : first + second]
        feed(recognizer, part, first, other=part)
        # Far more sound than time: the child falls behind whatever the machine.
        time.sleep(0.03)
    spotter_only = listener.wait_for(
        lambda e: isinstance(e, RecognizerLag) and e.mode is HearingMode.CUSTOMER_SPOTTER_ONLY, 60
    )
    recognizer.stop(120)
    lags = [e for e in listener.events if isinstance(e, RecognizerLag)]
    modes = list(dict.fromkeys(lag.mode for lag in lags))
    assert modes == [HearingMode.FULL, HearingMode.NARROW_BEAM, HearingMode.CUSTOMER_SPOTTER_ONLY]
    assert spotter_only.agent_behind > 3 * SAMPLE_RATE_HZ
    gaps = listener.gaps()
    assert {gap.reason for gap in gaps} == {GapReason.RECOGNITION_OVERLOAD}
    assert not any(gap.recording for gap in gaps)
    customers = [gap for gap in gaps if gap.channel is Channel.CUSTOMER]
    opened = {gap.start for gap in customers if gap.end < 0}
    assert opened
    assert opened <= {gap.start for gap in customers if gap.end >= 0}
    assert listener.words(Channel.AGENT)


def test_sound_that_waited_too_long_is_left_out_of_recognition_and_declared(listener: Listener) -> None:
    recognizer = RecognizerProcess(settings_for("zh"), listener, listener.bugs.append)
    # Not started yet: everything waits, as while a child is being replaced.
    sound = np.tile(spoken(), 6)
    feed(recognizer, sound)
    gaps = [gap for gap in listener.gaps() if gap.channel is Channel.AGENT]
    assert gaps
    assert gaps[0].start == 0
    assert all(gap.reason is GapReason.RECOGNITION_OVERLOAD and not gap.recording for gap in gaps)
    waiting = recognizer.behind[Channel.AGENT]
    assert waiting <= LONGEST_BACKLOG_SAMPLES
    recognizer.start()
    recognizer.stop(120)
    words = listener.words(Channel.AGENT)
    assert words
    assert words[0].start >= gaps[-1].end
    assert words[-1].end <= len(sound)


def test_the_spotter_hears_its_phrase_on_its_channel_at_its_place(listener: Listener) -> None:
    recognizer = started(
        settings_for("zh", give_way=False, spotted={Channel.AGENT: ("上门找你", "打断你的腿")}), listener
    )
    sound = excerpt("zh", Channel.AGENT, *HOME_VISIT)
    feed(recognizer, sound)
    recognizer.stop(60)
    spotted = [e for e in listener.events if isinstance(e, SpottedPhrase)]
    assert [phrase.phrase for phrase in spotted] == ["上门找你"]
    assert spotted[0].channel is Channel.AGENT
    assert 0 < spotted[0].start < spotted[0].end <= len(sound)
    # The free recogniser of the same stream goes on as if there were none.
    assert "上门" in texts(listener.words(Channel.AGENT))


def test_an_english_call_is_heard_by_the_english_model(listener: Listener) -> None:
    recognizer = started(settings_for("en", give_way=False), listener)
    feed(recognizer, excerpt("en", Channel.AGENT, 22.5, 29.5))
    recognizer.stop(60)
    final = listener.wait_for(lambda e: isinstance(e, FinalTranscript) and "debt" in e.text)
    assert "attempt to collect a debt" in " ".join(w.text for w in listener.words(Channel.AGENT))
    assert final.words[0].end <= final.words[1].start


def test_sound_fed_before_the_model_is_loaded_is_recognised(listener: Listener, undisturbed: str) -> None:
    recognizer = RecognizerProcess(settings_for("zh", give_way=False), listener, listener.bugs.append)
    recognizer.start()
    feed(recognizer, spoken())
    recognizer.stop(60)
    assert texts(listener.words(Channel.AGENT)) == undisturbed


def test_a_listener_with_a_bug_costs_one_event_and_the_bug_is_reported() -> None:
    heard = Listener()
    failed = []

    def faulty(event: object) -> None:
        if isinstance(event, PartialTranscript) and not failed:
            failed.append(event)
            raise RuntimeError("a bug of the listener")
        heard(event)  # type: ignore[arg-type]

    recognizer = RecognizerProcess(settings_for("zh", give_way=False), faulty, heard.bugs.append)
    recognizer.start()
    feed(recognizer, spoken())
    recognizer.stop(60)
    assert [str(bug) for bug in heard.bugs] == ["a bug of the listener"]
    assert len(heard.words(Channel.AGENT)) > 12


def test_an_unsure_utterance_of_the_agent_is_read_again_and_its_other_readings_follow_the_final(
    listener: Listener,
) -> None:
    recognizer = started(settings_for("zh", give_way=False, read_again=True), listener)
    noise = np.random.default_rng(3).normal(0, 900, len(spoken())).astype(np.int16)
    feed(recognizer, spoken() + noise, other=spoken() + noise)
    recognizer.stop(60)
    finals = {final.utterance: final for final in listener.finals(Channel.AGENT)}
    others = [event for event in listener.events if isinstance(event, OtherReadings)]
    assert others
    for one in others:
        assert one.channel is Channel.AGENT
        final = finals[one.utterance]
        assert listener.events.index(final) < listener.events.index(one)
        own = tuple(word.text for word in final.words)
        assert own not in one.readings
        assert len(set(one.readings)) == len(one.readings)


def test_sure_utterances_are_not_read_again(listener: Listener) -> None:
    recognizer = started(settings_for("en", give_way=False, read_again=True), listener)
    feed(recognizer, excerpt("en", Channel.AGENT, 0.0, 8.0))
    recognizer.stop(60)
    means = [np.mean([word.confidence for word in final.words]) for final in listener.finals(Channel.AGENT)]
    assert means
    assert all(mean >= UNSURE_MEAN for mean in means)
    assert not any(isinstance(event, OtherReadings) for event in listener.events)
