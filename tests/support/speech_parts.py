"""Real parts for tests of speech: the small models, the demo calls as sound, chunks of it, and a listener."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop.paths import data_paths
from speech.models import default_model, verified_model
from speech.problems import SpeechProblem
from speech.recognizer import RecognizerSettings
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    AudioChunk,
    AudioGap,
    Channel,
    FinalTranscript,
    RecognitionEvent,
    Word,
)

DEMO_CALLS = Path(__file__).resolve().parents[2] / "desktop" / "demo_calls"


@cache
def model_folder(language: str) -> Path:
    """The small model of a language; the test is skipped where bootstrap has not installed it."""
    model = default_model(language)
    try:
        return verified_model(data_paths().models, model.name)[0]
    except SpeechProblem as problem:
        pytest.skip(str(problem))


def settings_for(language: str, **more: object) -> RecognizerSettings:
    """A recogniser's settings with the small model."""
    return RecognizerSettings(str(model_folder(language)), language, **more)  # type: ignore[arg-type]


@cache
def demo_sound(language: str) -> np.ndarray:
    """A demo call: int16, one column for each channel, agent first."""
    samples, rate = soundfile.read(DEMO_CALLS / f"{language}.ogg", dtype="int16")
    assert rate == SAMPLE_RATE_HZ
    return samples


def excerpt(language: str, channel: Channel, start_s: float, end_s: float) -> np.ndarray:
    """Some seconds of one channel of a demo call, whole blocks."""
    first, last = (round(at * SAMPLE_RATE_HZ) // BLOCK_SAMPLES * BLOCK_SAMPLES for at in (start_s, end_s))
    return demo_sound(language)[first:last, list(Channel).index(channel)]


def chunks(channel: Channel, samples: np.ndarray, start: int = 0) -> Iterator[AudioChunk]:
    """Sound as blocks on the timeline."""
    for first in range(0, len(samples), BLOCK_SAMPLES):
        block = samples[first : first + BLOCK_SAMPLES]
        yield AudioChunk(channel, start + first, block.astype("<i2").tobytes())


class Listener:
    """Collects what a recogniser tells, with the time it came, and lets a test wait for it."""

    def __init__(self) -> None:
        self.events: list[RecognitionEvent] = []
        self.came_at: list[float] = []
        self.bugs: list[BaseException] = []
        self._changed = threading.Condition()

    def __call__(self, event: RecognitionEvent) -> None:
        with self._changed:
            self.events.append(event)
            self.came_at.append(time.monotonic())
            self._changed.notify_all()

    def wait_for(
        self, wanted: Callable[[RecognitionEvent], bool], timeout_s: float = 30.0
    ) -> RecognitionEvent:
        """The first event that is wanted, also of those that came before; fails when none came in time."""

        def found() -> RecognitionEvent | None:
            return next((event for event in self.events if wanted(event)), None)

        with self._changed:
            event = self._changed.wait_for(found, timeout_s)
        assert event is not None, "the awaited event did not come"
        return event

    def finals(self, channel: Channel) -> list[FinalTranscript]:
        """A channel's finals in the order in which they came."""
        return [e for e in self.events if isinstance(e, FinalTranscript) and e.channel is channel]

    def words(self, channel: Channel) -> list[Word]:
        """A channel's words."""
        return [word for final in self.finals(channel) for word in final.words]

    def gaps(self) -> list[AudioGap]:
        """Declared gaps."""
        return [event for event in self.events if isinstance(event, AudioGap)]


def texts(words: list[Word]) -> str:
    """The words' text without spaces."""
    return "".join(word.text for word in words)
