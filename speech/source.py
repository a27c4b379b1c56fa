"""The seam between what can be heard and everyone who listens: live devices and files look the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from speech.types import CaptureEvent

CaptureListener = Callable[[CaptureEvent], None]
"""Told of every chunk, level, gap and status; called in the source's thread, must only queue.

Both channels advance in lock-step: for every 100 ms first the agent's chunk, then the customer's, then both
levels. A channel's chunks have no holes; what was not heard is silence, declared as a gap.
"""


class AudioSource(Protocol):
    """Two channels of sound on one timeline. Every method is safe from any thread."""

    def start(self, listener: CaptureListener) -> None:
        """Begin to listen; raises `SpeechProblem` if nothing can be heard at all."""
        ...

    def pause(self) -> None:
        """Zeros instead of sound from the next block on, declared as a gap."""
        ...

    def resume(self) -> None:
        """Sound again."""
        ...

    def wait_ended(self, timeout_s: float | None = None) -> bool:
        """Wait until the source has handed on its last block; False if it goes on."""
        ...

    def stop(self, timeout_s: float = 5.0) -> None:
        """Stop listening; returns when the last block was handed on."""
        ...
