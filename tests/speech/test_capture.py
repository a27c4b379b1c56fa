"""Real capture: PulseAudio with virtual devices, through PortAudio, onto one timeline."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from speech.capture import LiveSource
from speech.devices import DeviceDirectory, DeviceKind
from speech.problems import SpeechProblem
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    AudioChunk,
    AudioGap,
    CaptureEvent,
    Channel,
    GapReason,
    SourceState,
    SourceStatus,
)
from tests.support.pulse import PulseServer, private_pulse

pytestmark = pytest.mark.audio


class Heard:
    """Collects what a source tells, so that a test can wait for it."""

    def __init__(self) -> None:
        self.events: list[CaptureEvent] = []
        self._inbox: queue.SimpleQueue[CaptureEvent] = queue.SimpleQueue()

    def __call__(self, event: CaptureEvent) -> None:
        self._inbox.put(event)

    def wait_for(self, wanted, timeout_s: float = 15.0) -> CaptureEvent:
        """Collect until an event is wanted; fails when none came in time."""
        until = time.monotonic() + timeout_s
        while (left := until - time.monotonic()) > 0:
            try:
                event = self._inbox.get(timeout=left)
            except queue.Empty:
                break
            self.events.append(event)
            if wanted(event):
                return event
        raise AssertionError("the awaited event did not come")

    def sound(self, channel: Channel) -> np.ndarray:
        """A channel's chunks, joined; checks that none is missing."""
        chunks = [e for e in self.events if isinstance(e, AudioChunk) and e.channel is channel]
        assert [chunk.position for chunk in chunks] == [i * BLOCK_SAMPLES for i in range(len(chunks))]
        return np.frombuffer(b"".join(chunk.pcm for chunk in chunks), dtype="<i2")


@pytest.fixture
def pulse() -> Iterator[PulseServer]:
    """A server with a headset: a microphone that hears the sink `voice`, and an output `headset`."""
    with private_pulse() as server:
        server.add_null_sink("voice", "Voice of the agent")
        server.add_null_sink("headset", "Headset output")
        server.add_microphone("headset_mic", "Headset microphone", "voice")
        yield server


def tone(path: Path, hertz: float, seconds: float) -> Path:
    """A file with a sine."""
    time_s = np.arange(int(seconds * 48_000)) / 48_000
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * hertz * time_s), 48_000)
    return path


def strongest_hertz(samples: np.ndarray) -> float:
    """The loudest frequency."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(spectrum.argmax() * SAMPLE_RATE_HZ / len(samples))


def headset(directory: DeviceDirectory) -> LiveSource:
    """The virtual headset as a source."""
    return LiveSource(
        directory.find("Headset microphone"), directory.find("Monitor of Headset output"), directory
    )


def test_every_pulse_source_is_listed_by_name(pulse: PulseServer) -> None:
    devices = {device.name: device for device in DeviceDirectory().devices()}
    assert devices["Headset microphone"].kind is DeviceKind.MICROPHONE
    assert devices["Monitor of Headset output"].kind is DeviceKind.PLAYBACK
    with pytest.raises(SpeechProblem, match="evenhand devices list"):
        DeviceDirectory().find("no such device")


def test_both_sides_are_heard_apart_and_a_pause_is_zeros(pulse: PulseServer, tmp_path: Path) -> None:
    heard = Heard()
    source = headset(DeviceDirectory())
    source.start(heard)
    players = [
        pulse.play(tone(tmp_path / "a.wav", 440, 6), "voice"),
        pulse.play(tone(tmp_path / "c.wav", 1000, 6), "headset"),
    ]
    heard.wait_for(lambda e: isinstance(e, AudioChunk) and e.position >= 3 * SAMPLE_RATE_HZ)
    source.pause()
    begun = heard.wait_for(lambda e: isinstance(e, AudioGap) and e.reason is GapReason.PAUSED)
    heard.wait_for(lambda e: isinstance(e, AudioChunk) and e.position >= begun.start + SAMPLE_RATE_HZ // 2)
    source.resume()
    ended = heard.wait_for(lambda e: isinstance(e, AudioGap) and e.reason is GapReason.PAUSED and e.end >= 0)
    source.stop()
    heard.wait_for(lambda e: isinstance(e, SourceStatus) and e.state is SourceState.ENDED)
    for player in players:
        player.terminate()
        player.wait()
    for channel, hertz in ((Channel.AGENT, 440), (Channel.CUSTOMER, 1000)):
        samples = heard.sound(channel)
        assert strongest_hertz(samples[2 * SAMPLE_RATE_HZ : 3 * SAMPLE_RATE_HZ]) == pytest.approx(
            hertz, abs=5
        )
        assert not samples[begun.start : ended.end].any()


def test_a_headset_that_is_unplugged_is_declared_and_comes_back(pulse: PulseServer, tmp_path: Path) -> None:
    spare = pulse.add_null_sink("spare", "Spare output")
    heard = Heard()
    directory = DeviceDirectory()
    source = LiveSource(
        directory.find("Headset microphone"), directory.find("Monitor of Spare output"), directory
    )
    source.start(heard)
    player = pulse.play(tone(tmp_path / "a.wav", 440, 30), "voice")
    heard.wait_for(lambda e: isinstance(e, AudioChunk) and e.position >= 2 * SAMPLE_RATE_HZ)
    pulse.unload(spare)
    lost = heard.wait_for(lambda e: isinstance(e, SourceStatus) and e.state is SourceState.LOST)
    assert lost.channel is Channel.CUSTOMER
    heard.wait_for(lambda e: isinstance(e, AudioChunk) and e.position >= lost.position + 2 * SAMPLE_RATE_HZ)
    pulse.add_null_sink("spare", "Spare output")
    heard.wait_for(lambda e: isinstance(e, SourceStatus) and e.state is SourceState.RECONNECTED)
    gap = heard.wait_for(
        lambda e: isinstance(e, AudioGap) and e.channel is Channel.CUSTOMER and e.end >= 0, timeout_s=30
    )
    source.stop()
    heard.wait_for(lambda e: isinstance(e, SourceStatus) and e.state is SourceState.ENDED)
    player.terminate()
    player.wait()
    assert gap.reason is GapReason.DEVICE_LOST
    assert gap.end - gap.start > SAMPLE_RATE_HZ
    agent = heard.sound(Channel.AGENT)
    during = agent[gap.start + SAMPLE_RATE_HZ // 2 : gap.start + SAMPLE_RATE_HZ]
    assert strongest_hertz(during) == pytest.approx(440, abs=5)


def test_without_any_device_one_sentence_says_what_to_do(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nothing'}")
    with pytest.raises(SpeechProblem, match="Connect the headset"):
        DeviceDirectory().pick(DeviceKind.PLAYBACK)
