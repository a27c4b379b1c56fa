"""Meters, clipping and silence warnings, and the customer's voice found in the agent's microphone."""

from __future__ import annotations

import numpy as np
import pytest

from speech.echo import LeakDetector
from speech.endpoint import SpeechDetector
from speech.levels import SILENT_AFTER_SAMPLES, SourceWatch, measure
from speech.types import BLOCK_SAMPLES, SAMPLE_RATE_HZ, Channel, SourceState
from tests.support.speech_parts import demo_sound

SILENT = np.zeros(BLOCK_SAMPLES, np.int16)
TALK = (3000 * np.sin(np.arange(BLOCK_SAMPLES) / 5)).astype(np.int16)
SHOUT = np.clip(TALK.astype(int) * 20, -32768, 32767).astype(np.int16)


def test_a_sine_is_measured_at_its_level_and_silence_at_the_floor() -> None:
    full = (32767 * np.sin(2 * np.pi * 1000 * np.arange(BLOCK_SAMPLES) / SAMPLE_RATE_HZ)).astype(np.int16)
    loudness = measure(full)
    assert loudness.rms_dbfs == pytest.approx(-3.0, abs=0.1)
    assert loudness.peak_dbfs == pytest.approx(0.0, abs=0.1)
    assert loudness.clipped_samples > 0
    assert measure(SILENT).rms_dbfs == -120.0
    assert measure(np.full(4, -32768, np.int16)).clipped_samples == 4


def states(blocks: list[np.ndarray]) -> list[SourceState]:
    watch = SourceWatch(Channel.AGENT, "Headset")
    told = [watch.hear(place * BLOCK_SAMPLES, measure(block)) for place, block in enumerate(blocks)]
    return [status.state for status in told if status is not None]


def test_silence_is_told_after_a_while_and_taken_back_at_the_first_sound() -> None:
    long_silence = [SILENT] * (SILENT_AFTER_SAMPLES // BLOCK_SAMPLES)
    assert states([TALK, *long_silence[1:]]) == [SourceState.LISTENING]
    assert states([TALK, *long_silence, TALK]) == [
        SourceState.LISTENING,
        SourceState.SILENT,
        SourceState.LISTENING,
    ]


def test_clipping_is_told_when_it_goes_on_and_not_for_one_knock() -> None:
    assert states([TALK, SHOUT, *[TALK] * 30]) == [SourceState.LISTENING]
    assert states([TALK, *[SHOUT] * 3, *[TALK] * 30]) == [
        SourceState.LISTENING,
        SourceState.CLIPPING,
        SourceState.LISTENING,
    ]


def leaks(leak: float, delay: int) -> tuple[float, float]:
    """Shares of leak blocks: while only the customer speaks, and while the agent does."""
    sound = demo_sound("zh")[: 100 * SAMPLE_RATE_HZ].astype(float)
    # The demo's stereo coding lets a trace of each side into the other; another minute's trace is unrelated.
    sound[:, 0] = np.roll(sound[:, 0], 43 * SAMPLE_RATE_HZ)
    agent, customer = sound[:, 0].copy(), sound[:, 1]
    agent[delay:] += leak * customer[: len(customer) - delay]
    detector = LeakDetector()
    own = (SpeechDetector(), SpeechDetector())
    found: dict[str, list[bool]] = {"customer": [], "agent": []}
    for first in range(0, len(sound), BLOCK_SAMPLES):
        block = slice(first, first + BLOCK_SAMPLES)
        near, far = agent[block].astype(np.int16), customer[block].astype(np.int16)
        leaked = detector.hear(near, far)
        speaks = [
            ear.hears(side.tobytes())
            for ear, side in zip(own, (sound[block, 0].astype(np.int16), far), strict=True)
        ]
        if speaks[1] and not speaks[0]:
            found["customer"].append(leaked)
        elif speaks[0]:
            found["agent"].append(leaked)
    return float(np.mean(found["customer"])), float(np.mean(found["agent"]))


@pytest.mark.parametrize(("leak_db", "delay_ms"), [(-12, 5), (-20, 60), (-26, 200)])
def test_a_leak_is_found_while_the_customer_speaks_and_the_agent_is_hardly_ever_taken_for_one(
    leak_db: float, delay_ms: int
) -> None:
    customer, agent = leaks(10 ** (leak_db / 20), delay_ms * SAMPLE_RATE_HZ // 1000)
    assert customer > 0.6
    # Among them are blocks in which both speak and the leak is the louder.
    assert agent < 0.1


def test_without_a_leak_none_is_found() -> None:
    customer, agent = leaks(0.0, 0)
    assert customer < 0.05
    assert agent < 0.02
