"""The seam between sound and words: what a recogniser is given and what it hands on.

`speech.supervisor.RecognizerProcess` is the one that calls use; `speech.vosk_recognizer` is the engine
that runs inside its child process, behind `Engine` and `RecognizerStream`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from speech.types import AudioChunk, Channel, HearingMode, RecognitionEvent

RecognitionListener = Callable[[RecognitionEvent], None]
"""Told of every event, in order for each channel; called in a thread of the recogniser, must only queue."""


@dataclass(frozen=True, slots=True)
class RecognizerSettings:
    """What a recogniser needs to start."""

    model_folder: str
    language: str
    """`zh` or `en`."""
    spotted: Mapping[Channel, tuple[str, ...]] = field(default_factory=dict)
    """Phrases that the grammar recogniser listens for on each channel; none: no spotter there."""
    read_again: bool = False
    """Tell other readings of the agent's unsure utterances, once they have ended and there is time."""
    gate_silence: bool = True
    """Leave silence out of recognition; positions stay exact."""
    give_way: bool = True
    """Narrow recognition when it falls behind; off for files, which can wait."""


class Recognizer(Protocol):
    """Turns both channels into words while the call runs. Every method is safe from any thread."""

    def start(self) -> None:
        """Begin to load; sound may be fed at once."""
        ...

    def wait_ready(self, timeout_s: float) -> None:
        """Wait until the model is loaded; raises `SpeechProblem` if it can't be."""
        ...

    def feed(self, chunk: AudioChunk) -> None:
        """Hand over sound, in order for each channel. Never waits."""
        ...

    def stop(self, timeout_s: float) -> None:
        """Recognise what was fed, hand on the last finals, and end."""
        ...


class RecognizerStream(Protocol):
    """One channel inside the engine; used by one thread."""

    @property
    def idle(self) -> bool:
        """True between utterances: nothing fed so far can still change a word."""
        ...

    def accept(self, chunk: AudioChunk) -> Sequence[RecognitionEvent]:
        """Hear a chunk; returns what it changed."""
        ...

    def flush(self) -> Sequence[RecognitionEvent]:
        """End the utterance that goes on, if any."""
        ...

    def set_mode(self, mode: HearingMode) -> Sequence[RecognitionEvent]:
        """Give way or come back; takes effect between utterances where it can."""
        ...


class Engine(Protocol):
    """A loaded model that opens streams."""

    def open_stream(self, channel: Channel, first_utterance: int) -> RecognizerStream:
        """A stream whose utterances are numbered from `first_utterance`."""
        ...

    def alternatives(self, pcm: bytes, count: int) -> tuple[tuple[str, ...], ...]:
        """Up to `count` readings of one utterance's sound, best first; a decode of its own, in the calling thread."""
        ...
