"""A recorded call played back: from any place, paused, faster without a raised pitch, either side muted.

Time stretching is Signalsmith's (`python_stretch`). Thread: `playback` owns the output device while it
plays; every method is safe from any thread and none of them waits for the device, `close` excepted.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from speech.levels import Pcm
from speech.portaudio import PortAudioOutput
from speech.problems import SpeechProblem
from speech.types import SAMPLE_RATE_HZ, Channel

STEP_SAMPLES = SAMPLE_RATE_HZ // 10
SLOWEST, FASTEST = 0.5, 3.0


class Output(Protocol):
    """Where sound is played."""

    @property
    def latency_s(self) -> float: ...

    def write(self, pcm: bytes) -> None: ...

    def close(self) -> None: ...


OpenOutput = Callable[[int, int], Output]
"""From rate in Hz and channels to an open output."""

Told = Callable[[int, bool], None]
"""Told the position that is heard and whether it plays; in the playback thread."""


class CallPlayer:
    """Plays one recording; positions are samples at 16 kHz."""

    def __init__(
        self,
        sound: Pcm,
        told: Told,
        failed: Callable[[SpeechProblem], None],
        open_output: OpenOutput = PortAudioOutput,
    ) -> None:
        """`sound` has the shape (samples, 2): agent left, customer right."""
        self._sound = sound
        self._told = told
        self._failed = failed
        self._open_output = open_output
        self._changed = threading.Condition()
        self._position = 0
        self._jumped = False
        self._playing = False
        self._closing = False
        self._speed = 1.0
        self._muted: frozenset[Channel] = frozenset()
        self._thread = threading.Thread(target=self._run, name="playback", daemon=True)
        self._thread.start()

    @property
    def length(self) -> int:
        """Samples in all."""
        return len(self._sound)

    @property
    def position(self) -> int:
        """Where playback stands."""
        return self._position

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._playing

    def play(self, position: int | None = None) -> None:
        """Play from here, or from `position`; from the start once the end was reached."""
        with self._changed:
            if position is not None:
                self._jump(position)
            elif self._position >= self.length:
                self._jump(0)
            self._playing = True
            self._changed.notify_all()

    def pause(self) -> None:
        """Stop where it is."""
        with self._changed:
            self._playing = False
            self._changed.notify_all()

    def seek(self, position: int) -> None:
        """Go to `position`; plays on if it was playing."""
        with self._changed:
            self._jump(position)
            self._changed.notify_all()

    def set_speed(self, speed: float) -> None:
        """1.0 as spoken; the pitch stays."""
        with self._changed:
            self._speed = min(FASTEST, max(SLOWEST, speed))
            self._jumped = True

    def mute(self, channels: frozenset[Channel]) -> None:
        """Leave these sides out."""
        with self._changed:
            self._muted = channels

    def close(self, timeout_s: float = 5.0) -> None:
        """Let go of the device."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            raise TimeoutError("the output device does not let go")

    # --- the playback thread -------------------------------------------------------------------------

    def _run(self) -> None:
        while self._wait_to_play():
            try:
                output = self._open_output(SAMPLE_RATE_HZ, 2)
            except SpeechProblem as problem:
                self._stop(problem)
                continue
            try:
                self._play_through(output)
            except SpeechProblem as problem:
                self._stop(problem)
            finally:
                output.close()
            self._told(self._position, False)

    def _wait_to_play(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._playing or self._closing)
            return not self._closing

    def _play_through(self, output: Output) -> None:
        stretch: Any = None
        while True:
            with self._changed:
                if not self._playing or self._closing:
                    return
                if self._position >= self.length:
                    self._playing = False
                    return
                if self._jumped or stretch is None:
                    self._jumped = False
                    stretch = _stretcher(self._speed)
                start, muted = self._position, self._muted
            block = _audible(self._sound[start : start + STEP_SAMPLES], muted)
            output.write(_stretched(block, stretch))
            with self._changed:
                if not self._jumped:
                    self._position = min(start + STEP_SAMPLES, self.length)
                position = self._position
            self._told(position, True)

    def _stop(self, problem: SpeechProblem) -> None:
        with self._changed:
            self._playing = False
        self._failed(problem)

    def _jump(self, position: int) -> None:
        self._position = min(max(0, position), self.length)
        self._jumped = True


def decode_recording(flac: bytes) -> Pcm:
    """A call's recording as (samples, 2): agent left, customer right; `SpeechProblem` if it is damaged."""
    import soundfile

    try:
        sound, rate = soundfile.read(io.BytesIO(flac), dtype="int16", always_2d=True)
    except (soundfile.LibsndfileError, RuntimeError) as error:
        raise SpeechProblem(
            "playback.damaged",
            "This call's sound can't be read ({why}). Check the record with: evenhand verify",
            why=str(error),
        ) from error
    if rate != SAMPLE_RATE_HZ or sound.shape[1] != len(Channel):
        raise SpeechProblem("playback.foreign", "This recording is not in the form that evenhand writes.")
    pcm: Pcm = sound
    return pcm


def _audible(block: Pcm, muted: frozenset[Channel]) -> Pcm:
    if not muted:
        return block
    heard = block.copy()
    for place, channel in enumerate((Channel.AGENT, Channel.CUSTOMER)):
        if channel in muted:
            heard[:, place] = 0
    return heard


def _stretcher(speed: float) -> Any:
    """A fresh stretcher for two channels; False where the sound is played as it is."""
    if speed == 1.0:
        return False
    import python_stretch  # loads native code that most calls never need

    stretcher = python_stretch.Signalsmith.Stretch()
    stretcher.preset(2, SAMPLE_RATE_HZ)
    stretcher.setTimeFactor(speed)
    return stretcher


def _stretched(block: Pcm, stretcher: Any) -> bytes:
    if stretcher is False:
        return block.astype("<i2").tobytes()
    floats = np.ascontiguousarray(block.T, dtype=np.float32) / 32768.0
    played = stretcher.process(floats).T
    pcm: bytes = np.clip(played * 32767.0, -32768, 32767).astype("<i2").tobytes()
    return pcm
