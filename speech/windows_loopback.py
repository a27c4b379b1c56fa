"""What a Windows output plays, through WASAPI loopback (SoundCard; PortAudio's wheels lack it).

Not run on a real Windows machine yet. A WASAPI loopback delivers nothing while nothing plays; the timeline
fills that time. SoundCard must be used from the thread that opened it, so each input owns one.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import Any

import numpy as np

from speech.devices import AudioDevice, Deliver, DeviceKind
from speech.problems import SpeechProblem
from speech.types import AudioFormat

RATE_HZ = 48_000
"""Windows mixes at 48 kHz; the timeline resamples."""

BLOCK_FRAMES = RATE_HZ // 50
OPEN_TIMEOUT_S = 5.0


def _soundcard() -> Any:
    import soundcard

    return soundcard


class WindowsLoopbackBackend:
    """The outputs of this machine as things to listen to."""

    name = "loopback"

    def devices(self) -> Sequence[AudioDevice]:
        """One for each output."""
        library = _soundcard()
        default = library.default_speaker()
        return [
            AudioDevice(
                f"{self.name}:{microphone.id}",
                microphone.name,
                DeviceKind.PLAYBACK,
                is_default=default is not None and microphone.id == default.id,
            )
            for microphone in library.all_microphones(include_loopback=True)
            if microphone.isloopback
        ]

    def is_present(self, device_id: str) -> bool:
        """Whether the output is still there."""
        return any(device.device_id == device_id for device in self.devices())

    def open(self, device_id: str, deliver: Deliver) -> LoopbackInput:
        """Listen to what the output plays."""
        return LoopbackInput(device_id.partition(":")[2], deliver)


class LoopbackInput:
    """Owns the thread `loopback` that reads the output's mix."""

    def __init__(self, system_id: str, deliver: Deliver) -> None:
        self._stop_wanted = threading.Event()
        self._opened = threading.Event()
        self._failure: Exception | None = None
        self._thread = threading.Thread(
            target=self._run, args=(system_id, deliver), name="loopback", daemon=True
        )
        self._thread.start()
        self._opened.wait(OPEN_TIMEOUT_S)
        if self._failure is not None or not self._opened.is_set():
            raise SpeechProblem(
                "device.unopenable",
                "What the output {device} plays can't be listened to ({why}). Check it in the sound "
                "settings.",
                device=system_id,
                why=str(self._failure or "it did not open in time"),
            )

    @property
    def format(self) -> AudioFormat:
        """What is delivered."""
        return AudioFormat(RATE_HZ, 1)

    @property
    def alive(self) -> bool:
        """Whether the thread still reads."""
        return self._thread.is_alive()

    def close(self) -> None:
        """Stop reading; a loopback in silence blocks until something plays, so its thread may live on."""
        self._stop_wanted.set()
        self._thread.join(1.0)

    def _run(self, system_id: str, deliver: Deliver) -> None:
        try:
            library = _soundcard()
            microphone = library.get_microphone(system_id, include_loopback=True)
            with microphone.recorder(samplerate=RATE_HZ, channels=1, blocksize=BLOCK_FRAMES) as recorder:
                self._opened.set()
                while not self._stop_wanted.is_set():
                    block = recorder.record(numframes=BLOCK_FRAMES)
                    pcm = np.clip(block[:, 0] * 32767.0, -32768, 32767).astype(np.int16)
                    if not self._stop_wanted.is_set():
                        deliver(pcm.tobytes(), time.monotonic_ns())
        except Exception as error:
            self._failure = error
            self._opened.set()
