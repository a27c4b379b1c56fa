"""A capture thread that was held up: what waited in the ring is sound at its place, not silence."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

import numpy as np

from speech.capture import LiveSource
from speech.devices import AudioDevice, Deliver, DeviceDirectory, DeviceKind
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    AudioChunk,
    AudioFormat,
    AudioGap,
    CaptureEvent,
    Channel,
)

DELIVERY = 320


class Metronome:
    """A device that delivers every 20 ms, on time, whoever is held up; every sample is its loudness."""

    def __init__(self, deliver: Deliver, loudness: int) -> None:
        self.format = AudioFormat(SAMPLE_RATE_HZ, 1)
        self.alive = True
        self._stop = threading.Event()
        self._sound = np.full(DELIVERY, loudness, "<i2").tobytes()
        self._thread = threading.Thread(target=self._run, args=(deliver,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self, deliver: Deliver) -> None:
        due = time.monotonic()
        while not self._stop.is_set():
            due += DELIVERY / SAMPLE_RATE_HZ
            time.sleep(max(0.0, due - time.monotonic()))
            deliver(self._sound, round(due * 1e9))


class Metronomes:
    """A backend with two of them."""

    name = "metronome"

    def devices(self) -> Sequence[AudioDevice]:
        return [AudioDevice(f"metronome:{n}", str(n), DeviceKind.MICROPHONE) for n in (1000, 2000)]

    def is_present(self, device_id: str) -> bool:
        return True

    def open(self, device_id: str, deliver: Deliver) -> Metronome:
        return Metronome(deliver, int(device_id.partition(":")[2]))


def test_a_stalled_capture_thread_declares_no_gap_and_loses_no_sound() -> None:
    directory = DeviceDirectory([Metronomes()])
    agent, customer = Metronomes().devices()
    source = LiveSource(agent, customer, directory)
    events: list[CaptureEvent] = []

    def listen(event: CaptureEvent) -> None:
        events.append(event)
        if (
            isinstance(event, AudioChunk)
            and event.position == 5 * BLOCK_SAMPLES
            and event.channel is Channel.AGENT
        ):
            time.sleep(1.2)

    source.start(listen)
    time.sleep(3.0)
    source.stop()
    assert source.wait_ended(5)
    assert [event for event in events if isinstance(event, AudioGap)] == []
    for channel, loudness in ((Channel.AGENT, 1000), (Channel.CUSTOMER, 2000)):
        chunks = [e for e in events if isinstance(e, AudioChunk) and e.channel is channel]
        sound = np.frombuffer(b"".join(chunk.pcm for chunk in chunks), "<i2")
        assert len(sound) > 2.5 * SAMPLE_RATE_HZ
        assert (sound[BLOCK_SAMPLES:] == loudness).all()


def test_a_source_that_never_started_has_ended_once_it_is_stopped() -> None:
    agent, customer = Metronomes().devices()
    source = LiveSource(agent, customer, DeviceDirectory([Metronomes()]))
    source.stop()
    assert source.wait_ended(1)
