"""Recorded sound to what a live recogniser would tell, in this process: for scans of many files.

The loaded model is kept from file to file. Native code that aborts takes the process with it, so this runs in
worker processes, never in the app's. A file is read as fast as recognition follows.
"""

from __future__ import annotations

import queue
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from assist.problems import AssistProblem
from desktop.paths import data_paths
from speech.endpoint import SilenceGate
from speech.file_source import FileSource
from speech.models import default_model, verified_model
from speech.problems import SpeechProblem
from speech.recognizer import RecognizerSettings
from speech.second_reading import LONGEST_BYTES
from speech.types import AudioChunk, CaptureEvent, Channel, FinalTranscript, RecognitionEvent, SourceStatus
from speech.vosk_recognizer import VoskEngine

READ_AHEAD = 200
"""Events read before recognition takes them."""

UNSURE = 0.85
"""An utterance of the agent with a word below this confidence is decoded again for other readings."""
READINGS = 10


def transcribe(
    path: Path, channel: Channel | None, language: str, spotted: tuple[str, ...] = ()
) -> Iterator[RecognitionEvent]:
    """Partials, finals (the agent's unsure ones with other readings) and spotted phrases, in order.

    `channel`: whose voice a mono file holds, or the one side of a stereo file to hear; None: both sides.
    Raises `AssistProblem` for a file or model that can't be used.
    """
    try:
        engine = _engine(language, spotted)
        source = FileSource(path, real_time=False, mono_side=channel or Channel.AGENT)
    except SpeechProblem as problem:
        raise _told(problem) from problem
    sides = [channel] if channel else list(Channel)
    heard = {side: _Side(engine, side) for side in sides}
    for chunk in _chunks(source):
        if chunk.channel in heard:
            yield from heard[chunk.channel].hear(chunk)
    for side in heard.values():
        yield from side.end()
    if source.problem is not None:
        raise _told(source.problem)


class _Side:
    """One channel: gate, stream, and the utterance's sound for a second decode."""

    def __init__(self, engine: VoskEngine, channel: Channel) -> None:
        self._engine = engine
        self._again = channel is Channel.AGENT
        self._gate = SilenceGate()
        self._stream = engine.open_stream(channel, 0)
        self._sound = bytearray()

    def hear(self, chunk: AudioChunk) -> Iterator[RecognitionEvent]:
        for passed in self._gate.pass_on(chunk, recognizer_idle=self._stream.idle):
            self._sound += passed.pcm
            yield from self._looked_at(self._stream.accept(passed))

    def end(self) -> Iterator[RecognitionEvent]:
        yield from self._looked_at(self._stream.flush())

    def _looked_at(self, events: Sequence[RecognitionEvent]) -> Iterator[RecognitionEvent]:
        for event in events:
            if isinstance(event, FinalTranscript):
                yield self._with_readings(event)
                self._sound.clear()
            else:
                yield event

    def _with_readings(self, final: FinalTranscript) -> FinalTranscript:
        unsure = any(word.confidence < UNSURE for word in final.words)
        if not (self._again and unsure) or len(self._sound) > LONGEST_BYTES:
            return final
        return replace(final, alternatives=self._engine.alternatives(bytes(self._sound), READINGS))


def _chunks(source: FileSource) -> Iterator[AudioChunk]:
    waiting: queue.Queue[CaptureEvent] = queue.Queue(READ_AHEAD)
    source.start(waiting.put)
    ended = 0
    while ended < len(Channel):
        event = waiting.get()
        if isinstance(event, AudioChunk):
            yield event
        elif isinstance(event, SourceStatus) and event.state == "ended":
            ended += 1


@lru_cache(maxsize=1)
def _engine(language: str, spotted: tuple[str, ...]) -> VoskEngine:
    folder, _ = verified_model(data_paths().models, default_model(language).name)
    return VoskEngine(RecognizerSettings(str(folder), language, {Channel.AGENT: spotted}))


def _told(problem: SpeechProblem) -> AssistProblem:
    """The same sentence as a problem that the scan reports for its file."""
    sentence = str(problem).replace("{", "{{").replace("}", "}}")
    return AssistProblem(problem.code, sentence, **problem.params)
