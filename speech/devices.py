"""What can be heard on this machine: microphones, and what the speakers or the headset play.

Every system's way is an `InputBackend`; a device's id says which backend it belongs to.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from speech.problems import SpeechProblem
from speech.types import AudioFormat


class DeviceKind(StrEnum):
    """What a device lets us hear."""

    MICROPHONE = "microphone"
    PLAYBACK = "playback"
    """What an output plays (a monitor or a loopback): the customer's side."""


@dataclass(frozen=True, slots=True)
class AudioDevice:
    """Something that can be listened to."""

    device_id: str
    """Stable across starts: backend and the system's own name, such as `pulse:alsa_output.usb.monitor`."""
    name: str
    """As people know it."""
    kind: DeviceKind
    is_default: bool = False


Deliver = Callable[[bytes, int], None]
"""Called in the driver's thread with interleaved int16 samples and `time.monotonic_ns()` of their arrival.

It must only copy and queue.
"""


class OpenInput(Protocol):
    """A device that is being listened to."""

    @property
    def format(self) -> AudioFormat:
        """What it delivers."""
        ...

    @property
    def alive(self) -> bool:
        """False when the driver has given the device up."""
        ...

    def close(self) -> None:
        """Stop; no delivery comes after it returns."""
        ...


class InputBackend(Protocol):
    """One system's way to its devices. Every method may take long; never call one in the GUI thread."""

    name: str

    def devices(self) -> Sequence[AudioDevice]:
        """What is there now."""
        ...

    def is_present(self, device_id: str) -> bool:
        """Whether the device is still there; cheap."""
        ...

    def open(self, device_id: str, deliver: Deliver) -> OpenInput:
        """Listen; raises `SpeechProblem` if the device can't be opened."""
        ...


def backends() -> list[InputBackend]:
    """The backends of this system."""
    from speech.portaudio import PortAudioBackend

    found: list[InputBackend] = [PortAudioBackend()]
    if sys.platform == "win32":
        from speech.windows_loopback import WindowsLoopbackBackend

        found.append(WindowsLoopbackBackend())
    return found


class DeviceDirectory:
    """All devices of all backends. Safe from any one thread at a time."""

    def __init__(self, found: Sequence[InputBackend] | None = None) -> None:
        self._backends = {backend.name: backend for backend in (found or backends())}

    def devices(self) -> list[AudioDevice]:
        """Everything that can be heard now."""
        return [device for backend in self._backends.values() for device in backend.devices()]

    def is_present(self, device_id: str) -> bool:
        """Whether the device is there."""
        return self._backend(device_id).is_present(device_id)

    def open(self, device_id: str, deliver: Deliver) -> OpenInput:
        """Listen to a device."""
        return self._backend(device_id).open(device_id, deliver)

    def find(self, wanted: str) -> AudioDevice:
        """The device with this id, or the only one whose name holds `wanted`."""
        devices = self.devices()
        exact = [device for device in devices if wanted in {device.device_id, device.name}]
        close = exact or [device for device in devices if wanted.lower() in device.name.lower()]
        if len(close) == 1 or exact:
            return close[0]
        raise SpeechProblem(
            "device.unknown" if not close else "device.ambiguous",
            "There is no single device named {wanted}. Known devices: {known}. See: evenhand devices list",
            wanted=wanted,
            known=", ".join(device.name for device in (close or devices)) or "none",
        )

    def pick(self, kind: DeviceKind) -> AudioDevice:
        """The system's default device of a kind, else the first; none is a `SpeechProblem`."""
        devices = [device for device in self.devices() if device.kind is kind]
        if not devices:
            code = "device.no_microphone" if kind is DeviceKind.MICROPHONE else "device.no_playback"
            what = "microphone" if kind is DeviceKind.MICROPHONE else "playback device that can be heard"
            raise SpeechProblem(
                code,
                "No {what} was found. Connect the headset, check it in the system's sound settings, then "
                "try again: evenhand devices list",
                what=what,
            )
        return next((device for device in devices if device.is_default), devices[0])

    def _backend(self, device_id: str) -> InputBackend:
        name = device_id.partition(":")[0]
        if name not in self._backends:
            raise SpeechProblem(
                "device.unknown_backend",
                "The device {device} belongs to another system. Choose devices again: evenhand devices list",
                device=device_id,
            )
        return self._backends[name]
