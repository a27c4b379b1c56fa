"""Live capture: two devices, one timeline, and what to do when one of them goes.

The driver's callbacks only queue. The capture thread lays deliveries on the timeline, hands on aligned
blocks, and looks after the devices: a side that is lost is said so, its time is silence, the other side
goes on, and it is opened again as soon as it is back.
"""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass

import numpy as np

from speech.blocks import BlockDesk
from speech.devices import AudioDevice, Deliver, DeviceDirectory, OpenInput
from speech.levels import Pcm
from speech.problems import SpeechProblem
from speech.resample import Resampler
from speech.source import CaptureListener
from speech.timeline import AlignedBlock, Timeline, TimelineEvent
from speech.types import SAMPLE_RATE_HZ, AudioGap, Channel, GapReason, SourceState, SourceStatus

RING_DELIVERIES = 1500
"""30 s of 20 ms deliveries: the capture thread is never that late on a machine that still works."""

TICK_S = 0.02
LOOK_AFTER_EVERY_S = 1.0
"""How often devices are looked after: lost ones noticed, returned ones opened."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a driver handed over."""

    channel: Channel
    life: int
    """Which opening of the device it belongs to; late ones of an earlier life are thrown away."""
    samples: bytes
    arrived_ns: int


class LiveSide:
    """One channel's device through its lives."""

    def __init__(self, channel: Channel, device: AudioDevice, directory: DeviceDirectory) -> None:
        self.channel = channel
        self.device = device
        self.life = 0
        self.lost = False
        self.present = True
        """What the watching thread saw last."""
        self._directory = directory
        self._input: OpenInput | None = None
        self._resampler = Resampler(SAMPLE_RATE_HZ)
        self._width = 1
        self._opening: threading.Thread | None = None
        self._opened: queue.SimpleQueue[OpenInput | SpeechProblem] = queue.SimpleQueue()

    def open(self, ring: Ring) -> None:
        """Open now; raises `SpeechProblem`."""
        self.life += 1
        self._take(self._directory.open(self.device.device_id, ring.deliver_for(self.channel, self.life)))

    def begin_to_reopen(self, ring: Ring) -> None:
        """Try in the background: a driver may take seconds to say no."""
        if self._opening is not None and self._opening.is_alive():
            return
        self.life += 1
        deliver = ring.deliver_for(self.channel, self.life)
        self._opening = threading.Thread(target=self._try_open, args=(deliver,), name="reopen", daemon=True)
        self._opening.start()

    def reopened(self) -> bool:
        """Whether a background try has succeeded."""
        try:
            answer = self._opened.get_nowait()
        except queue.Empty:
            return False
        if isinstance(answer, SpeechProblem):
            return False
        self._take(answer)
        return True

    def is_gone(self) -> bool:
        """Whether the device that was open has gone."""
        if self._input is None:
            return True
        return not self._input.alive or not self.present

    def look(self) -> None:
        """Ask the system whether the device is there; may take long."""
        self.present = self._directory.is_present(self.device.device_id)

    def close(self) -> None:
        """Let go of the device."""
        if self._input is not None:
            self._input.close()
            self._input = None

    def to_timeline(self, samples: bytes) -> Pcm:
        """A delivery as mono at 16 kHz."""
        block = np.frombuffer(samples, dtype=np.int16)
        if self._width > 1:
            block = block.reshape(-1, self._width).mean(axis=1).astype(np.int16)
        return self._resampler.push(block)

    def _take(self, opened: OpenInput) -> None:
        self._input = opened
        self._resampler = Resampler(opened.format.sample_rate_hz)
        self._width = opened.format.channels

    def _try_open(self, deliver: Deliver) -> None:
        try:
            if self._directory.is_present(self.device.device_id):
                self._opened.put(self._directory.open(self.device.device_id, deliver))
        except SpeechProblem as problem:
            self._opened.put(problem)


class Ring:
    """Between the drivers' threads and the capture thread: bounded, and never waited for by a driver."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Delivery] = queue.SimpleQueue()
        self.overflowed = False

    def deliver_for(self, channel: Channel, life: int) -> Deliver:
        """What a driver calls."""

        def deliver(samples: bytes, arrived_ns: int) -> None:
            if self._queue.qsize() >= RING_DELIVERIES:
                self.overflowed = True
                return
            self._queue.put(Delivery(channel, life, samples, arrived_ns))

        return deliver

    def next(self, timeout_s: float) -> Delivery | None:
        """The oldest delivery, or None when none came in time."""
        try:
            return self._queue.get(timeout=timeout_s)
        except queue.Empty:
            return None


class LiveSource:
    """Agent's and customer's device as an `AudioSource`; owns the thread `capture`."""

    def __init__(self, agent: AudioDevice, customer: AudioDevice, directory: DeviceDirectory) -> None:
        self._sides = {
            Channel.AGENT: LiveSide(Channel.AGENT, agent, directory),
            Channel.CUSTOMER: LiveSide(Channel.CUSTOMER, customer, directory),
        }
        self._ring = Ring()
        self._timeline = Timeline()
        self._listener: CaptureListener | None = None
        self._desk: BlockDesk | None = None
        self._begun_ns = 0
        self._stop_wanted = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="capture", daemon=True)
        self._watch = threading.Thread(target=self._watch_devices, name="device-watch", daemon=True)

    def start(self, listener: CaptureListener) -> None:
        """Open both devices; one that can't be opened is lost from the start, both is a `SpeechProblem`."""
        self._listener = listener
        names = {channel: side.device.name for channel, side in self._sides.items()}
        self._desk = BlockDesk(listener, names)
        problems = []
        for side in self._sides.values():
            try:
                side.open(self._ring)
            except SpeechProblem as problem:
                problems.append(problem)
                side.lost = True
        if len(problems) == len(self._sides):
            raise problems[0]
        self._begun_ns = time.monotonic_ns()
        for side in self._sides.values():
            if side.lost:
                self._declare_lost(side)
        self._thread.start()
        self._watch.start()

    def pause(self) -> None:
        """Zeros instead of sound."""
        if self._desk is not None:
            self._desk.pause()

    def resume(self) -> None:
        """Sound again."""
        if self._desk is not None:
            self._desk.resume()

    def wait_ended(self, timeout_s: float | None = None) -> bool:
        """Wait until the last block was handed on."""
        return self._ended.wait(timeout_s)

    def stop(self, timeout_s: float = 5.0) -> None:
        """Close the devices and hand on what came."""
        self._stop_wanted.set()
        if self._thread.ident is None:
            self._ended.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
            if self._thread.is_alive():
                raise TimeoutError("the capture thread still waits for a sound device to close")

    def _watch_devices(self) -> None:
        """Asking the system for its devices may take seconds, so it has a thread of its own."""
        while not self._stop_wanted.wait(LOOK_AFTER_EVERY_S):
            for side in self._sides.values():
                side.look()

    # --- the capture thread --------------------------------------------------------------------------

    def _run(self) -> None:
        look_after_at = time.monotonic() + LOOK_AFTER_EVERY_S
        try:
            while not self._stop_wanted.is_set():
                delivery = self._ring.next(TICK_S)
                if delivery is None:
                    self._advance(time.monotonic_ns())
                else:
                    # Not the time of day: what still waits in the ring came later than this delivery, and
                    # after a stall it must not be taken for silence.
                    self._advance(delivery.arrived_ns)
                    self._lay(delivery)
                if time.monotonic() >= look_after_at:
                    look_after_at = time.monotonic() + LOOK_AFTER_EVERY_S
                    self._look_after_devices()
        finally:
            for side in self._sides.values():
                side.close()
            while (delivery := self._ring.next(0)) is not None:
                self._lay(delivery)
            self._hand_on(self._timeline.end())
            self._finish()

    def _finish(self) -> None:
        assert self._desk is not None and self._listener is not None  # noqa: S101,PT018 - set by start
        position = self._timeline.position
        self._desk.finish(position)
        for side in self._sides.values():
            status = SourceStatus(side.channel, position, SourceState.ENDED, side.device.name)
            self._listener(status)
        self._ended.set()

    def _now(self, monotonic_ns: int) -> float:
        return (monotonic_ns - self._begun_ns) * SAMPLE_RATE_HZ / 1e9

    def _advance(self, until_ns: int) -> None:
        """Nothing more will come from before `until_ns`."""
        if self._ring.overflowed:
            self._ring.overflowed = False
            for side in self._sides.values():
                if not side.lost:
                    self._timeline.tracks[side.channel].quiet_reason = GapReason.CAPTURE_OVERFLOW
        self._hand_on(self._timeline.advance(self._now(until_ns)))

    def _lay(self, delivery: Delivery) -> None:
        side = self._sides[delivery.channel]
        if delivery.life != side.life or side.lost:
            return
        samples = side.to_timeline(delivery.samples)
        now = self._now(delivery.arrived_ns)
        self._hand_on(self._timeline.deliver(delivery.channel, samples, now))

    def _hand_on(self, events: list[TimelineEvent]) -> None:
        assert self._desk is not None and self._listener is not None  # noqa: S101,PT018 - set by start
        for event in events:
            if isinstance(event, AlignedBlock):
                self._desk.hand_on(event.position, event.agent, event.customer)
            else:
                self._listener(event)
                if (
                    isinstance(event, AudioGap)
                    and event.reason is GapReason.CAPTURE_OVERFLOW
                    and event.end >= 0
                ):
                    self._timeline.tracks[event.channel].quiet_reason = GapReason.DEVICE_QUIET

    def _look_after_devices(self) -> None:
        for side in self._sides.values():
            if side.lost:
                if side.reopened():
                    self._declare_back(side)
                else:
                    side.begin_to_reopen(self._ring)
            elif side.is_gone():
                side.close()
                self._declare_lost(side)

    def _declare_lost(self, side: LiveSide) -> None:
        side.lost = True
        self._hand_on(self._timeline.tracks[side.channel].explain_gap(GapReason.DEVICE_LOST))
        self._tell(side, SourceState.LOST)

    def _declare_back(self, side: LiveSide) -> None:
        side.lost = False
        self._timeline.tracks[side.channel].quiet_reason = GapReason.DEVICE_QUIET
        self._tell(side, SourceState.RECONNECTED)

    def _tell(self, side: LiveSide, state: SourceState) -> None:
        assert self._listener is not None  # noqa: S101 - set by start
        self._listener(SourceStatus(side.channel, self._timeline.position, state, side.device.name))
