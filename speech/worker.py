"""The recogniser's child process: `python -m speech.worker`, frames on standard input and output.

Native code that aborts takes only this process with it. One thread for each channel decodes (the engine
releases the interpreter's lock); the main thread reads.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from collections.abc import Sequence
from typing import BinaryIO

from speech.endpoint import SilenceGate
from speech.recognizer import Engine, RecognizerSettings, RecognizerStream
from speech.second_reading import SecondReader, UtteranceSound
from speech.types import AudioChunk, Channel, FinalTranscript, HearingMode, RecognitionEvent
from speech.wire import Frame, Kind, event_frame, read_frame, sound_of, write_frame

NICENESS = 5
"""The recorder and the window come first."""

Job = AudioChunk | HearingMode | None


class ChannelWorker:
    """Decodes one channel in its own thread."""

    def __init__(
        self,
        channel: Channel,
        stream: RecognizerStream,
        gate: SilenceGate | None,
        out: Outlet,
        reader: SecondReader | None = None,
    ) -> None:
        self._channel = channel
        self._stream = stream
        self._gate = gate
        self._out = out
        self._reader = reader
        self._sound = UtteranceSound()
        self._mode = HearingMode.FULL
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"decode-{channel}", daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        """Hand over sound or a mode; None flushes and ends."""
        self._jobs.put(job)

    def join(self) -> None:
        """Wait for the end."""
        self._thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            if isinstance(job, AudioChunk):
                self._hear(job)
            else:
                self._mode = job
                self._tell(self._stream.set_mode(job))
        self._tell(self._stream.flush())

    def _hear(self, chunk: AudioChunk) -> None:
        passed = [chunk]
        if self._gate is not None:
            passed = self._gate.pass_on(chunk, recognizer_idle=self._stream.idle)
        for sound in passed:
            if self._reader is not None:
                self._sound.hear(sound)
            self._tell(self._stream.accept(sound))
        idle = b"1" if self._stream.idle else b""
        self._out.write(Frame(Kind.HEARD, idle, self._channel, chunk.end))

    def _tell(self, events: Sequence[RecognitionEvent]) -> None:
        for event in events:
            self._out.write(event_frame(event))
            if self._reader is not None and isinstance(event, FinalTranscript):
                pcm = self._sound.end(event)
                if pcm is not None and self._mode is HearingMode.FULL:
                    self._reader.put(event, pcm)


class Outlet:
    """Standard output, one frame at a time from any thread."""

    def __init__(self, pipe: BinaryIO) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def write(self, frame: Frame) -> None:
        """Write a frame; when nobody reads any more, the process ends."""
        with self._lock:
            try:
                write_frame(self._pipe, frame)
            except OSError:
                os._exit(0)


def serve(
    inlet: BinaryIO, out: Outlet, engine: Engine, settings: RecognizerSettings, begin: dict[str, int]
) -> None:
    """Decode until told to flush or until the pipe closes."""
    reader = None
    if settings.read_again:
        reader = SecondReader(engine, lambda readings: out.write(event_frame(readings)))
    workers = {
        channel: ChannelWorker(
            channel,
            engine.open_stream(channel, begin.get(channel, 0)),
            SilenceGate() if settings.gate_silence else None,
            out,
            reader if channel is Channel.AGENT else None,
        )
        for channel in Channel
    }
    out.write(Frame(Kind.READY))
    while (frame := read_frame(inlet)) is not None:
        if frame.kind is Kind.SOUND:
            workers[frame.channel].put(sound_of(frame))
        elif frame.kind is Kind.MODE:
            for worker in workers.values():
                worker.put(HearingMode(frame.payload.decode()))
        elif frame.kind is Kind.FLUSH:
            break
    for worker in workers.values():
        worker.put(None)
    for worker in workers.values():
        worker.join()
    if reader is not None:
        reader.finish()
    out.write(Frame(Kind.FLUSHED))


def private_output() -> BinaryIO:
    """Standard output for frames alone; whatever native code prints goes to standard error."""
    private = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return private


def main() -> int:
    """Load the model named in the first frame, then serve."""
    out = Outlet(private_output())
    inlet = sys.stdin.buffer
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    first = read_frame(inlet)
    if first is None or first.kind is not Kind.SETTINGS:
        return 2
    begin = json.loads(first.payload)
    settings = RecognizerSettings(
        begin["model_folder"],
        begin["language"],
        {Channel(channel): tuple(phrases) for channel, phrases in begin["spotted"].items()},
        read_again=begin["read_again"],
        gate_silence=begin["gate_silence"],
    )
    try:
        from speech.vosk_recognizer import VoskEngine

        engine = VoskEngine(settings)
    except Exception as error:
        out.write(Frame(Kind.FAILED, str(error).encode()))
        return 3
    serve(inlet, out, engine, settings, begin["first_utterance"])
    return 0


if __name__ == "__main__":
    # The engine's destructors may abort; all frames are out by now.
    code = main()
    sys.stderr.flush()
    os._exit(code)
