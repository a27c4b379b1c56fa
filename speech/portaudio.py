"""Microphones and monitors through PortAudio; the only module that imports sounddevice.

PortAudio reads its devices once, when it starts, so it is started by the first question for devices and again
whenever they are listed while nothing is open. Verified on Linux with PulseAudio; the Windows and macOS
sides use the same calls and have not been run on real machines.
"""

from __future__ import annotations

import atexit
import sys
import threading
import time
from collections.abc import Sequence
from typing import Any

from speech.devices import AudioDevice, Deliver, DeviceKind
from speech.problems import SpeechProblem
from speech.pulse import PulseSource, list_sources, source_names, write_alsa_configuration
from speech.types import SAMPLE_RATE_HZ, AudioFormat

BLOCK_FRAMES = 320
"""20 ms at 16 kHz."""

LATENCY_S = 0.06

ON_LINUX = sys.platform.startswith("linux")


class PortAudioBackend:
    """One for each process; opens streams of the device's own rate and channels where it must."""

    name = "portaudio"

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open_streams = 0
        self._library: Any = None
        self._pulse: dict[str, PulseSource] = {}

    def devices(self) -> Sequence[AudioDevice]:
        """PulseAudio's sources where a server runs, else PortAudio's own inputs."""
        with self._lock:
            library = self._refreshed()
            if self._pulse:
                return [self._pulse_device(source) for source in self._pulse.values()]
            default = library.default.device[0]
            return [
                AudioDevice(
                    f"{self.name}:{device['name']}",
                    device["name"],
                    DeviceKind.MICROPHONE,
                    is_default=index == default,
                )
                for index, device in enumerate(library.query_devices())
                if device["max_input_channels"] > 0
            ]

    def is_present(self, device_id: str) -> bool:
        """Whether the device is there; without a PulseAudio server only the driver itself can tell."""
        if not self._pulse:
            return True
        return device_id.partition(":")[2] in source_names()

    def open(self, device_id: str, deliver: Deliver) -> PortAudioInput:
        """Listen; mono at 16 kHz where the device can, else as it is."""
        with self._lock:
            library = self._refreshed() if self._library is None else self._library
            wanted = device_id.partition(":")[2]
            source = self._pulse.get(wanted)
            index = self._index(library, source.pcm if source is not None else wanted)
            if index is None:
                raise _not_openable(device_id, "it is not there")
            try:
                opened = PortAudioInput(library, index, deliver, self._closed)
            except library.PortAudioError as error:
                raise _not_openable(device_id, str(error)) from error
            self._open_streams += 1
            return opened

    def _closed(self) -> None:
        with self._lock:
            self._open_streams -= 1

    def _refreshed(self) -> Any:
        """PortAudio with today's devices; left as it is while a stream is open."""
        if self._open_streams and self._library is not None:
            return self._library
        if ON_LINUX:
            sources = list_sources()
            self._pulse = {source.name: source for source in sources}
            if sources:
                path = write_alsa_configuration(sources)
                if self._library is None:
                    atexit.register(path.unlink, missing_ok=True)
        if self._library is None:
            import sounddevice

            self._library = sounddevice
        # PortAudio looks for devices only while it starts; sounddevice has no public call for it.
        self._library._terminate()
        self._library._initialize()
        return self._library

    def _pulse_device(self, source: PulseSource) -> AudioDevice:
        kind = DeviceKind.PLAYBACK if source.is_monitor else DeviceKind.MICROPHONE
        return AudioDevice(f"{self.name}:{source.name}", source.description, kind, source.is_default)

    @staticmethod
    def _index(library: Any, name: str) -> int | None:
        for index, device in enumerate(library.query_devices()):
            if device["name"] == name and device["max_input_channels"] > 0:
                return index
        return None


class PortAudioInput:
    """An open stream; its callback copies bytes, stamps the time and queues, nothing else."""

    def __init__(self, library: Any, index: int, deliver: Deliver, closed: Any) -> None:
        self._closed = closed
        info = library.query_devices(index)
        rates = (SAMPLE_RATE_HZ, int(info["default_samplerate"]))
        widths = (1, min(2, int(info["max_input_channels"])))
        attempts = list(dict.fromkeys((rate, width) for rate in rates for width in widths))
        for place, (rate, width) in enumerate(attempts):
            try:
                self._stream = library.RawInputStream(
                    samplerate=rate,
                    blocksize=BLOCK_FRAMES * rate // SAMPLE_RATE_HZ,
                    device=index,
                    channels=width,
                    dtype="int16",
                    latency=LATENCY_S,
                    callback=_callback(deliver),
                )
                break
            except library.PortAudioError:
                if place == len(attempts) - 1:
                    raise
        self._format = AudioFormat(rate, width)
        self._stream.start()

    @property
    def format(self) -> AudioFormat:
        """What is delivered."""
        return self._format

    @property
    def alive(self) -> bool:
        """Whether the driver still delivers."""
        return bool(self._stream.active)

    def close(self) -> None:
        """Abort rather than drain: a device that is gone would never be drained."""
        try:
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)
        finally:
            self._closed()


class PortAudioOutput:
    """The system's default output for 16-bit sound; `write` waits until there is room."""

    def __init__(self, rate_hz: int, channels: int) -> None:
        import sounddevice

        try:
            self._stream = sounddevice.RawOutputStream(samplerate=rate_hz, channels=channels, dtype="int16")
            self._stream.start()
        except sounddevice.PortAudioError as error:
            raise SpeechProblem(
                "device.no_output",
                "Nothing can be played ({why}). Connect the headset or speakers and check the sound settings.",
                why=str(error),
            ) from error

    @property
    def latency_s(self) -> float:
        """From `write` to the ear, as the driver says."""
        return float(self._stream.latency)

    def write(self, pcm: bytes) -> None:
        """Play; raises `SpeechProblem` when the device has gone."""
        import sounddevice

        try:
            self._stream.write(pcm)
        except sounddevice.PortAudioError as error:
            raise SpeechProblem(
                "device.output_lost",
                "Playback stopped: the output device has gone ({why}). Connect it and play again.",
                why=str(error),
            ) from error

    def close(self) -> None:
        """Stop at once."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)


def _callback(deliver: Deliver) -> Any:
    def callback(indata: Any, frames: int, times: Any, status: Any) -> None:  # noqa: ARG001 - PortAudio's call
        deliver(bytes(indata), time.monotonic_ns())

    return callback


def _not_openable(device_id: str, why: str) -> SpeechProblem:
    return SpeechProblem(
        "device.unopenable",
        "The device {device} can't be listened to ({why}). Check that it is connected and that no other "
        "program holds it alone, then choose it again: evenhand devices list",
        device=device_id.partition(":")[2],
        why=why,
    )
