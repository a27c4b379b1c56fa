"""Two devices, two clocks: one timeline.

Every device counts its own samples a little too fast or too slow (tens of parts per million), and a
loopback may deliver nothing while nothing plays. The timeline is the machine's monotonic clock at 16 kHz. A
delivery can come late but never early, so where a device stands is told by the *least* late of its recent
deliveries. When that is off by more than `CORRECT_FROM_SAMPLES`, the next blocks are stretched or shortened
by a few samples each, and the corrections are declared. Time without deliveries becomes silence, declared as
a gap.

Pure: driven by deliveries and the time they came at; no thread, no clock of its own. Positions and times are
samples since the call's start.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np

from speech.levels import Pcm
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    AudioGap,
    Channel,
    DriftCorrection,
    GapReason,
)

SETTLE_SAMPLES = 3 * SAMPLE_RATE_HZ
"""Before that too few deliveries are known to tell lateness from drift."""

MEASURE_FROM_SAMPLES = 30 * SAMPLE_RATE_HZ
"""Drift is measured from here on; before it the first delivery's own lateness is still being corrected."""

WINDOW_SAMPLES = 10 * SAMPLE_RATE_HZ
"""The least late delivery is looked for over this long."""

CORRECT_FROM_SAMPLES = SAMPLE_RATE_HZ * 4 // 1000
"""4 ms; below that nothing is touched."""

CORRECTED_WITHIN_SAMPLES = SAMPLE_RATE_HZ // 2000
"""0.5 ms; a correction goes on until it is this good."""

MOST_PER_BLOCK = 4
"""Samples added to or taken from one delivery."""

DECLARE_EVERY_SAMPLES = SAMPLE_RATE_HZ // 100
"""Corrections are declared when they add up to 10 ms."""

QUIET_AFTER_SAMPLES = SAMPLE_RATE_HZ * 4 // 10
"""A device that is this far behind delivers nothing; its time is filled."""

LAG_KEPT_SAMPLES = SAMPLE_RATE_HZ * 2 // 10
"""Filling stays this far behind the clock, so that a late delivery still finds its place."""


@dataclass(frozen=True, slots=True)
class AlignedBlock:
    """The same 100 ms of both channels."""

    position: int
    agent: Pcm
    customer: Pcm


TimelineEvent = AlignedBlock | AudioGap | DriftCorrection


class LeastOfWindow:
    """The smallest value of the last `WINDOW_SAMPLES`, in constant time for each (a monotonic queue)."""

    def __init__(self) -> None:
        self._falling: deque[tuple[float, float]] = deque()

    def add(self, now: float, value: float) -> float:
        """Note a value; returns the least one of the window."""
        while self._falling and self._falling[-1][1] >= value:
            self._falling.pop()
        self._falling.append((now, value))
        while self._falling[0][0] < now - WINDOW_SAMPLES:
            self._falling.popleft()
        return self._falling[0][1]


class DeviceTrack:
    """One device's samples being laid on the timeline."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.quiet_reason = GapReason.DEVICE_QUIET
        """Set by the owner, who knows why nothing comes."""
        self._samples: deque[Pcm] = deque()
        self._laid = 0
        self._taken = 0
        self._inserted = 0
        self._declared = 0
        self._least = LeastOfWindow()
        self._since: float | None = None
        self._measured_from: tuple[float, int] | None = None
        self._correcting = False
        self._needed = 0.0
        self._gap_from = -1
        self._gap_reason = GapReason.DEVICE_QUIET

    @property
    def available(self) -> int:
        """Samples that wait to be taken."""
        return self._laid - self._taken

    def deliver(self, samples: Pcm, now: float) -> list[TimelineEvent]:
        """Samples of the device, their last one heard at `now` or a little before."""
        events: list[TimelineEvent] = []
        if self._since is None:
            self._since = now
            self._fill_until(round(now) - len(samples))
        if self._gap_from >= 0:
            self._fill_until(round(now) - len(samples))
            events.append(self._end_gap())
        self._lay(self._stretch(samples))
        self._follow(now)
        if abs(self._inserted - self._declared) >= DECLARE_EVERY_SAMPLES:
            events.append(self._declare(now))
        return events

    def advance(self, now: float) -> list[TimelineEvent]:
        """Time went on; a device that has fallen silent is filled up."""
        if now - self._laid < QUIET_AFTER_SAMPLES:
            return []
        events: list[TimelineEvent] = []
        if self._gap_from < 0:
            self._gap_from = self._laid
            self._gap_reason = self.quiet_reason
            events.append(AudioGap(self.channel, self._gap_from, -1, self._gap_reason, recording=True))
        self._fill_until(round(now) - LAG_KEPT_SAMPLES)
        return events

    def explain_gap(self, reason: GapReason) -> list[TimelineEvent]:
        """Why nothing comes from now on; a gap that was opened for another reason ends here and goes on anew."""
        self.quiet_reason = reason
        if self._gap_from < 0 or self._gap_reason is reason:
            return []
        ended = self._end_gap()
        self._gap_from, self._gap_reason = self._laid, reason
        return [ended, AudioGap(self.channel, self._laid, -1, reason, recording=True)]

    def take(self, count: int) -> Pcm:
        """The next `count` samples, which must be available."""
        parts = []
        while count:
            head = self._samples[0]
            if len(head) <= count:
                parts.append(self._samples.popleft())
            else:
                parts.append(head[:count])
                self._samples[0] = head[count:]
            count -= len(parts[-1])
            self._taken += len(parts[-1])
        return np.concatenate(parts)

    def end(self) -> list[TimelineEvent]:
        """No more will come; an open gap is closed."""
        return [self._end_gap()] if self._gap_from >= 0 else []

    def _follow(self, now: float) -> None:
        """How far the device is off: its least lateness as if nothing had been corrected."""
        least = self._least.add(now, now - (self._laid - self._inserted))
        passed = now - self._since if self._since is not None else 0.0
        if passed < SETTLE_SAMPLES:
            return
        if self._measured_from is None and passed >= MEASURE_FROM_SAMPLES:
            self._measured_from = (now, self._inserted)
        self._needed = least - self._inserted
        if abs(self._needed) > CORRECT_FROM_SAMPLES:
            self._correcting = True
        elif abs(self._needed) < CORRECTED_WITHIN_SAMPLES:
            self._correcting = False

    def _stretch(self, samples: Pcm) -> Pcm:
        if not self._correcting or len(samples) <= 2 * MOST_PER_BLOCK:
            return samples
        step = max(-MOST_PER_BLOCK, min(MOST_PER_BLOCK, round(self._needed)))
        self._inserted += step
        return _resized(samples, len(samples) + step)

    def _declare(self, now: float) -> DriftCorrection:
        fresh = self._inserted - self._declared
        self._declared = self._inserted
        since, inserted = self._measured_from or (now, self._inserted)
        drift_ppb = round((inserted - self._inserted) / max(1.0, now - since) * 1e9)
        return DriftCorrection(self.channel, self._laid, fresh, drift_ppb)

    def _lay(self, samples: Pcm) -> None:
        if len(samples):
            self._samples.append(samples)
            self._laid += len(samples)

    def _fill_until(self, position: int) -> None:
        if position > self._laid:
            self._lay(np.zeros(position - self._laid, np.int16))

    def _end_gap(self) -> AudioGap:
        gap = AudioGap(self.channel, self._gap_from, self._laid, self._gap_reason, recording=True)
        self._gap_from = -1
        self._least = LeastOfWindow()
        return gap


def _resized(samples: Pcm, count: int) -> Pcm:
    """The same sound in `count` samples, by linear interpolation (a few samples' difference in a block)."""
    places = np.linspace(0.0, len(samples) - 1.0, count)
    resized: Pcm = np.rint(np.interp(places, np.arange(len(samples)), samples)).astype(np.int16)
    return resized


class Timeline:
    """Both devices, side by side, in blocks; used by the capture thread."""

    def __init__(self) -> None:
        self.tracks = {channel: DeviceTrack(channel) for channel in Channel}
        self.position = 0
        """Position just after the last block handed out."""

    def deliver(self, channel: Channel, samples: Pcm, now: float) -> list[TimelineEvent]:
        """Samples of one device; returns gaps, corrections and the blocks that are now whole."""
        return [*self.tracks[channel].deliver(samples, now), *self._whole_blocks()]

    def advance(self, now: float) -> list[TimelineEvent]:
        """Time went on without deliveries."""
        events = [event for track in self.tracks.values() for event in track.advance(now)]
        return [*events, *self._whole_blocks()]

    def end(self) -> list[TimelineEvent]:
        """The sources are closed; open gaps are closed, a begun block is given up."""
        events: list[TimelineEvent] = self._whole_blocks()
        for track in self.tracks.values():
            events += track.end()
        return events

    def _whole_blocks(self) -> list[TimelineEvent]:
        blocks: list[TimelineEvent] = []
        agent, customer = self.tracks[Channel.AGENT], self.tracks[Channel.CUSTOMER]
        while min(agent.available, customer.available) >= BLOCK_SAMPLES:
            block = AlignedBlock(self.position, agent.take(BLOCK_SAMPLES), customer.take(BLOCK_SAMPLES))
            blocks.append(block)
            self.position += BLOCK_SAMPLES
        return blocks
