"""The gate keeps silence from the recogniser: positions exact, no word changed, whole steps left out."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from speech.endpoint import (
    HANGOVER_SAMPLES,
    PRE_ROLL_SAMPLES,
    STEP_SAMPLES,
    SilenceGate,
    SpeechDetector,
)
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ, AudioChunk, Channel, FinalTranscript, Word
from speech.vosk_recognizer import VoskEngine
from tests.support.speech_parts import chunks, excerpt, settings_for, texts

RNG = np.random.default_rng(5)


def rush(seconds: float) -> np.ndarray:
    """A line on which nobody speaks."""
    return RNG.normal(0, 20, round(seconds * SAMPLE_RATE_HZ)).astype(np.int16)


def speech(seconds: float) -> np.ndarray:
    """Loud enough to be taken for speech."""
    return RNG.normal(0, 3000, round(seconds * SAMPLE_RATE_HZ)).astype(np.int16)


def gated(sound: np.ndarray) -> list[AudioChunk]:
    gate = SilenceGate()
    return [
        passed
        for chunk in chunks(Channel.AGENT, sound)
        for passed in gate.pass_on(chunk, recognizer_idle=True)
    ]


@pytest.mark.parametrize("pause_s", [0.5, 3.0, 4.1, 4.5, 5.0, 6.3, 7.7, 9.0, 20.0, 61.4])
def test_what_is_left_out_is_silence_in_whole_steps_and_the_rest_is_the_sound_at_its_place(
    pause_s: float,
) -> None:
    sound = np.concatenate([rush(2), speech(1), rush(pause_s), speech(1), rush(1)])
    sound = sound[: len(sound) // BLOCK_SAMPLES * BLOCK_SAMPLES]
    begins_again = round((3 + pause_s) * SAMPLE_RATE_HZ)
    passed = gated(sound)
    at = 0
    left_out = 0
    for chunk in passed:
        assert chunk.position >= at
        left_out += chunk.position - at
        at = chunk.end
        assert (np.frombuffer(chunk.pcm, "<i2") == sound[chunk.position : chunk.end]).all()
    assert left_out % STEP_SAMPLES == 0
    holes = [later.position for first, later in pairwise(passed) if later.position > first.end]
    if pause_s * SAMPLE_RATE_HZ < HANGOVER_SAMPLES + PRE_ROLL_SAMPLES:
        assert holes == []
    elif pause_s * SAMPLE_RATE_HZ > HANGOVER_SAMPLES + PRE_ROLL_SAMPLES + STEP_SAMPLES + BLOCK_SAMPLES:
        (hole,) = holes
        assert hole <= begins_again - PRE_ROLL_SAMPLES + BLOCK_SAMPLES
        assert left_out >= (pause_s * SAMPLE_RATE_HZ) - HANGOVER_SAMPLES - PRE_ROLL_SAMPLES - 2 * STEP_SAMPLES


def test_the_gate_stays_open_while_an_utterance_goes_on() -> None:
    gate = SilenceGate()
    sound = np.concatenate([speech(1), rush(20)])
    assert all(
        gate.pass_on(chunk, recognizer_idle=False) == [chunk] for chunk in chunks(Channel.AGENT, sound)
    )


def test_speech_stands_out_of_a_noisy_room_and_the_room_alone_does_not() -> None:
    detector = SpeechDetector()
    room = RNG.normal(0, 400, 10 * SAMPLE_RATE_HZ).astype(np.int16)
    heard = [detector.hears(chunk.pcm) for chunk in chunks(Channel.AGENT, room)]
    assert not any(heard[20:])
    assert all(detector.hears(chunk.pcm) for chunk in chunks(Channel.AGENT, speech(0.5)))


@pytest.mark.model
def test_the_gate_changes_no_word_and_no_place_of_a_real_call() -> None:
    engine = VoskEngine(settings_for("zh"))
    parts = [excerpt("zh", Channel.AGENT, 52, 58), rush(11), excerpt("zh", Channel.AGENT, 85, 91)]
    sound = np.concatenate(parts)
    sound = sound[: len(sound) // BLOCK_SAMPLES * BLOCK_SAMPLES]
    heard: dict[bool, list[Word]] = {}
    fed = {}
    for with_gate in (False, True):
        stream, gate = engine.open_stream(Channel.AGENT, 0), SilenceGate()
        events = []
        fed[with_gate] = 0
        for chunk in chunks(Channel.AGENT, sound):
            passed = gate.pass_on(chunk, recognizer_idle=stream.idle) if with_gate else [chunk]
            for one in passed:
                events += stream.accept(one)
                fed[with_gate] += one.samples
        events += stream.flush()
        heard[with_gate] = [w for e in events if isinstance(e, FinalTranscript) for w in e.words]
    assert fed[False] - fed[True] > 3 * SAMPLE_RATE_HZ
    assert texts(heard[True]) == texts(heard[False])
    assert "私人账户" in texts(heard[True])
    for gate_word, plain_word in zip(heard[True], heard[False], strict=True):
        assert gate_word.start == pytest.approx(plain_word.start, abs=SAMPLE_RATE_HZ * 3 // 100)
