"""Playback: what reaches the output, at which pitch and speed, and where it stands."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from speech.playback import CallPlayer
from speech.problems import SpeechProblem
from speech.types import SAMPLE_RATE_HZ, Channel


class Ear:
    """An output that keeps what is written; a device that fails can't be produced on demand."""

    latency_s = 0.0

    def __init__(self, fails_after: int = 10**9) -> None:
        self.heard = bytearray()
        self._fails_after = fails_after

    def write(self, pcm: bytes) -> None:
        if len(self.heard) >= self._fails_after:
            raise SpeechProblem("device.output_lost", "gone")
        self.heard += pcm

    def close(self) -> None:
        pass

    @property
    def sound(self) -> np.ndarray:
        return np.frombuffer(bytes(self.heard), "<i2").reshape(-1, 2)


def two_tones(seconds: float) -> np.ndarray:
    time = np.arange(int(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    sides = [np.sin(2 * np.pi * hertz * time) * 12_000 for hertz in (300.0, 700.0)]
    return np.column_stack(sides).astype(np.int16)


def strongest_hertz(side: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(side.astype(float)))
    return float(np.argmax(spectrum)) * SAMPLE_RATE_HZ / len(side)


def play_whole(
    sound: np.ndarray, ear: Ear, speed: float = 1.0, muted: frozenset[Channel] = frozenset()
) -> CallPlayer:
    ended = threading.Event()
    player = CallPlayer(
        sound,
        lambda position, playing: None if playing else ended.set(),
        lambda problem: ended.set(),
        lambda rate, channels: ear,
    )
    player.set_speed(speed)
    player.mute(muted)
    player.play()
    assert ended.wait(10)
    return player


def test_at_its_own_speed_the_recording_is_played_bit_for_bit() -> None:
    sound, ear = two_tones(1.05), Ear()
    player = play_whole(sound, ear)
    assert np.array_equal(ear.sound, sound)
    assert player.position == len(sound)
    player.close()


@pytest.mark.parametrize("speed", [0.75, 1.5, 2.0])
def test_faster_or_slower_keeps_the_pitch(speed: float) -> None:
    sound, ear = two_tones(4), Ear()
    play_whole(sound, ear, speed).close()
    assert len(ear.sound) == pytest.approx(len(sound) / speed, rel=0.03)
    middle = ear.sound[len(ear.sound) // 4 : 3 * len(ear.sound) // 4]
    assert strongest_hertz(middle[:, 0]) == pytest.approx(300, abs=6)
    assert strongest_hertz(middle[:, 1]) == pytest.approx(700, abs=8)


def test_a_muted_side_is_silent_and_the_other_is_not() -> None:
    ear = Ear()
    play_whole(two_tones(0.5), ear, muted=frozenset({Channel.CUSTOMER})).close()
    assert not ear.sound[:, 1].any()
    assert ear.sound[:, 0].any()


def test_playing_again_after_the_end_starts_over_and_seeking_plays_from_there() -> None:
    sound, ear = two_tones(0.5), Ear()
    player = play_whole(sound, ear)
    ear.heard.clear()
    done = threading.Event()
    player._told = lambda position, playing: None if playing else done.set()
    player.play(SAMPLE_RATE_HZ // 4)
    assert done.wait(10)
    assert np.array_equal(ear.sound, sound[SAMPLE_RATE_HZ // 4 :])
    player.close()


def test_an_output_that_goes_is_told_and_playback_stands_where_it_stopped() -> None:
    problems: list[SpeechProblem] = []
    told = threading.Event()

    def failed(problem: SpeechProblem) -> None:
        problems.append(problem)
        told.set()

    ear = Ear(fails_after=4 * SAMPLE_RATE_HZ // 2)
    player = CallPlayer(two_tones(3), lambda position, playing: None, failed, lambda rate, channels: ear)
    player.play()
    assert told.wait(10)
    assert problems[0].code == "device.output_lost"
    assert not player.playing
    assert 0 < player.position < player.length
    player.close()
