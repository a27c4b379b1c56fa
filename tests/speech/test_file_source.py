"""Files of any format and rate as a source; what can't be used is one sentence."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile

from speech.file_source import FileSource, open_sound
from speech.problems import SpeechProblem
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    AudioChunk,
    AudioGap,
    CaptureEvent,
    Channel,
    GapReason,
    LevelReading,
    SourceState,
    SourceStatus,
)


def two_tones(rate: int, seconds: float, channels: int) -> np.ndarray:
    """440 Hz left, 1000 Hz right."""
    time_s = np.arange(int(rate * seconds)) / rate
    sides = [0.3 * np.sin(2 * np.pi * hertz * time_s) for hertz in (440, 1000)]
    return np.stack(sides[:channels], axis=1)


def played(source: FileSource) -> list[CaptureEvent]:
    events: list[CaptureEvent] = []
    source.start(events.append)
    assert source.wait_ended(30)
    return events


def sound_of(events: list[CaptureEvent], channel: Channel) -> np.ndarray:
    found = [e for e in events if isinstance(e, AudioChunk) and e.channel is channel]
    assert [chunk.position for chunk in found] == [i * BLOCK_SAMPLES for i in range(len(found))]
    assert {chunk.samples for chunk in found} == {BLOCK_SAMPLES}
    return np.frombuffer(b"".join(chunk.pcm for chunk in found), "<i2")


def strongest_hertz(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax() * SAMPLE_RATE_HZ / len(samples))


@pytest.mark.parametrize(
    ("name", "rate", "subtype"),
    [
        ("call.wav", 8_000, "PCM_16"),
        ("call.wav", 8_000, "ULAW"),
        ("call.wav", 11_025, "PCM_U8"),
        ("call.wav", 16_000, "FLOAT"),
        ("call.flac", 44_100, "PCM_24"),
        ("call.flac", 12_345, "PCM_16"),
        ("call.ogg", 48_000, "VORBIS"),
        ("call.mp3", 44_100, "MPEG_LAYER_III"),
        ("call.mp3", 8_000, "MPEG_LAYER_III"),
        ("call.wav", 96_000, "PCM_32"),
    ],
)
@pytest.mark.parametrize("channels", [1, 2])
def test_any_format_and_rate_becomes_two_aligned_channels(
    tmp_path: Path, name: str, rate: int, subtype: str, channels: int
) -> None:
    path = tmp_path / name
    soundfile.write(path, two_tones(rate, 2.05, channels), rate, subtype=subtype)
    source = FileSource(path, real_time=False)
    events = played(source)
    agent, customer = (sound_of(events, channel) for channel in Channel)
    assert len(agent) == len(customer)
    assert len(agent) / SAMPLE_RATE_HZ == pytest.approx(2.1, abs=0.1 if name.endswith("mp3") else 0.001)
    middle = slice(SAMPLE_RATE_HZ // 2, SAMPLE_RATE_HZ * 3 // 2)
    assert strongest_hertz(agent[middle]) == pytest.approx(440, abs=2)
    if channels == 2:
        assert strongest_hertz(customer[middle]) == pytest.approx(1000, abs=2)
    else:
        # The resampler's dither may move the last bit.
        assert np.abs(customer).max() <= 1
    loud = [e for e in events if isinstance(e, LevelReading) and e.channel is Channel.AGENT]
    assert np.median([reading.rms_dbfs for reading in loud]) == pytest.approx(-13.5, abs=0.5)
    ended = [e for e in events if isinstance(e, SourceStatus) and e.state is SourceState.ENDED]
    assert {status.channel for status in ended} == set(Channel)
    assert source.problem is None


def test_a_mono_file_can_hold_the_customer(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "c.wav", two_tones(16_000, 1, 1), 16_000)
    events = played(FileSource(tmp_path / "c.wav", real_time=False, mono_side=Channel.CUSTOMER))
    assert not sound_of(events, Channel.AGENT).any()
    assert sound_of(events, Channel.CUSTOMER).any()


def test_a_pause_is_zeros_and_a_declared_gap(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", two_tones(16_000, 3, 2), 16_000)
    source = FileSource(tmp_path / "a.wav", real_time=False)
    events: list[CaptureEvent] = []

    def listen(event: CaptureEvent) -> None:
        events.append(event)
        if isinstance(event, AudioChunk) and event.channel is Channel.CUSTOMER:
            if event.position == 9 * BLOCK_SAMPLES:
                source.pause()
            elif event.position == 19 * BLOCK_SAMPLES:
                source.resume()

    source.start(listen)
    assert source.wait_ended(30)
    gaps = [e for e in events if isinstance(e, AudioGap)]
    assert {(gap.reason, gap.start, gap.end) for gap in gaps} == {
        (GapReason.PAUSED, 10 * BLOCK_SAMPLES, -1),
        (GapReason.PAUSED, 10 * BLOCK_SAMPLES, 20 * BLOCK_SAMPLES),
    }
    for channel in Channel:
        sound = sound_of(events, channel)
        assert not sound[10 * BLOCK_SAMPLES : 20 * BLOCK_SAMPLES].any()
        assert sound[: 10 * BLOCK_SAMPLES].any()
        assert sound[20 * BLOCK_SAMPLES :].any()


def whole_wav(path: Path) -> bytes:
    soundfile.write(path, two_tones(16_000, 2, 2), 16_000, subtype="PCM_16")
    return path.read_bytes()


def test_a_truncated_wav_is_told_with_both_sizes_and_can_be_used_on_request(tmp_path: Path) -> None:
    path = tmp_path / "cut.wav"
    path.write_bytes(whole_wav(path)[:70_000])
    with pytest.raises(SpeechProblem, match=r"cut\.wav.*128000.*699\d\d.*--accept-truncated") as caught:
        FileSource(path, real_time=False)
    assert caught.value.code == "file.truncated"
    events = played(FileSource(path, real_time=False, accept_truncated=True))
    assert len(sound_of(events, Channel.AGENT)) / SAMPLE_RATE_HZ == pytest.approx(1.1, abs=0.05)


def bad_files(folder: Path) -> dict[str, Path]:
    def made(name: str, content: bytes) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    soundfile.write(folder / "no_frames.wav", np.zeros((0, 2)), 16_000)
    soundfile.write(folder / "five.wav", np.zeros((1600, 5)), 16_000)
    return {
        "file.missing": folder / "nowhere.wav",
        "file.empty": made("zero.wav", b""),
        "file.unreadable": made("text.wav", "这不是声音。\n".encode() * 50),
        "file.silent": folder / "no_frames.wav",
        "file.channels": folder / "five.wav",
    }


def test_each_unusable_file_is_one_sentence_that_names_it(tmp_path: Path) -> None:
    for code, path in bad_files(tmp_path).items():
        with pytest.raises(SpeechProblem) as caught:
            open_sound(path)
        assert caught.value.code == code
        sentence = str(caught.value)
        assert str(path) in sentence
        assert "\n" not in sentence
    with pytest.raises(SpeechProblem) as caught:
        open_sound(tmp_path)
    assert caught.value.code == "file.unreadable"


@pytest.mark.parametrize("name", ["broken.flac", "broken.ogg", "broken.mp3"])
def test_a_file_that_breaks_off_keeps_what_came_before(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    noise = np.random.default_rng(1).normal(0, 0.1, (10 * 16_000, 2))
    with soundfile.SoundFile(path, "w", 16_000, 2) as out:
        for second in range(10):
            out.write(noise[second * 16_000 : (second + 1) * 16_000])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    source = FileSource(path, real_time=False)
    events = played(source)
    length = len(sound_of(events, Channel.AGENT)) / SAMPLE_RATE_HZ
    assert 2 < length < 9
    if source.problem is not None:
        assert source.problem.code == "file.broken"
        assert name in str(source.problem)


def test_in_real_time_a_block_comes_when_it_would_have_been_heard(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", two_tones(16_000, 0.6, 2), 16_000)
    source = FileSource(tmp_path / "a.wav", real_time=True)
    ended = threading.Event()
    first = threading.Event()
    source.start(lambda event: first.set() if isinstance(event, AudioChunk) else None)
    assert first.wait(10)
    assert not source.wait_ended(0.2)
    assert source.wait_ended(10)
    ended.set()


def test_a_source_that_never_started_has_ended_once_it_is_stopped(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", two_tones(16_000, 0.6, 2), 16_000)
    source = FileSource(tmp_path / "a.wav", real_time=True)
    assert not source.wait_ended(0)
    source.stop()
    assert source.wait_ended(1)
