"""From two aligned blocks to what listeners hear: chunks, levels, leak, silence, clipping, pause.

Used by every source in its own thread; `pause` and `resume` may come from any thread.
"""

from __future__ import annotations

import threading

import numpy as np

from speech.echo import LeakDetector
from speech.endpoint import SpeechDetector
from speech.levels import Pcm, SourceWatch, measure
from speech.source import CaptureListener
from speech.types import AudioChunk, AudioGap, Channel, GapReason, LevelReading


class BlockDesk:
    """Hands on block after block of both channels, in the order that listeners are promised."""

    def __init__(self, listener: CaptureListener, devices: dict[Channel, str]) -> None:
        self._listener = listener
        self._detectors = {channel: SpeechDetector() for channel in Channel}
        self._watches = {channel: SourceWatch(channel, devices.get(channel, "")) for channel in Channel}
        self._leak = LeakDetector()
        self._pause_wanted = threading.Event()
        self._paused_from = -1

    def pause(self) -> None:
        """Zeros from the next block on."""
        self._pause_wanted.set()

    def resume(self) -> None:
        """Sound from the next block on."""
        self._pause_wanted.clear()

    def hand_on(self, position: int, agent: Pcm, customer: Pcm) -> None:
        """One block of each channel at `position`."""
        if self._pausing(position):
            agent, customer = np.zeros_like(agent), np.zeros_like(customer)
        sides = {Channel.AGENT: agent, Channel.CUSTOMER: customer}
        for channel, block in sides.items():
            self._listener(AudioChunk(channel, position, block.astype("<i2").tobytes()))
        leak = self._leak.hear(agent, customer)
        for channel, block in sides.items():
            loudness = measure(block)
            self._listener(
                LevelReading(
                    channel,
                    position,
                    loudness.rms_dbfs,
                    loudness.peak_dbfs,
                    loudness.clipped_samples,
                    self._detectors[channel].hears(block.tobytes()),
                    leak and channel is Channel.AGENT,
                )
            )
            if self._paused_from < 0 and (status := self._watches[channel].hear(position, loudness)):
                self._listener(status)

    def finish(self, position: int) -> None:
        """Close a pause that goes on."""
        if self._paused_from >= 0:
            self._end_pause(position)

    def _pausing(self, position: int) -> bool:
        wanted = self._pause_wanted.is_set()
        if wanted and self._paused_from < 0:
            self._paused_from = position
            for channel in Channel:
                self._listener(AudioGap(channel, position, -1, GapReason.PAUSED, recording=True))
        elif not wanted and self._paused_from >= 0:
            self._end_pause(position)
        return wanted

    def _end_pause(self, position: int) -> None:
        for channel in Channel:
            gap = AudioGap(channel, self._paused_from, position, GapReason.PAUSED, recording=True)
            self._listener(gap)
        self._paused_from = -1
