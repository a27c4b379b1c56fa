"""What crosses the pipe to the recogniser's child process: length-prefixed frames of sound or JSON.

A frame is a header (kind, channel, position, length) and a payload. Both ends are our own, of the same
version; nothing read here is executed or unpickled.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any, BinaryIO

from speech.types import (
    AudioChunk,
    Channel,
    FinalTranscript,
    OtherReadings,
    PartialTranscript,
    RecognitionEvent,
    SpottedPhrase,
    Word,
)

HEADER = struct.Struct("<BBqI")
CHANNELS = (Channel.AGENT, Channel.CUSTOMER)


class Kind(IntEnum):
    """What a frame is."""

    SETTINGS = 1
    SOUND = 2
    FLUSH = 3
    """To the child: end every utterance, answer FLUSHED, and end."""
    MODE = 4
    READY = 5
    FAILED = 6
    HEARD = 7
    """From the child: the channel is recognised up to the position; payload `1` if between utterances."""
    EVENT = 8
    FLUSHED = 9


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    kind: Kind
    payload: bytes = b""
    channel: Channel = Channel.AGENT
    position: int = 0


def write_frame(pipe: BinaryIO, frame: Frame) -> None:
    """Write and flush; one writer at a time."""
    channel = CHANNELS.index(frame.channel)
    pipe.write(HEADER.pack(frame.kind, channel, frame.position, len(frame.payload)) + frame.payload)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> Frame | None:
    """The next frame, or None where the other end closed the pipe."""
    header = pipe.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    kind, channel, position, length = HEADER.unpack(header)
    payload = pipe.read(length)
    if len(payload) < length:
        return None
    return Frame(Kind(kind), payload, CHANNELS[channel], position)


def sound_frame(chunk: AudioChunk) -> Frame:
    """A chunk as a frame."""
    return Frame(Kind.SOUND, chunk.pcm, chunk.channel, chunk.position)


def sound_of(frame: Frame) -> AudioChunk:
    """The chunk in a frame."""
    return AudioChunk(frame.channel, frame.position, frame.payload)


def event_frame(event: RecognitionEvent) -> Frame:
    """A recognised event as a frame."""
    body = {"type": type(event).__name__, **asdict(event)}
    return Frame(Kind.EVENT, json.dumps(body, ensure_ascii=False).encode())


def event_of(frame: Frame) -> RecognitionEvent:
    """The event in a frame."""
    body: dict[str, Any] = json.loads(frame.payload)
    kind = body.pop("type")
    body["channel"] = Channel(body["channel"])
    if kind == SpottedPhrase.__name__:
        return SpottedPhrase(**body)
    if kind == OtherReadings.__name__:
        body["readings"] = tuple(tuple(reading) for reading in body["readings"])
        return OtherReadings(**body)
    body["words"] = tuple(Word(**word) for word in body["words"])
    if kind == PartialTranscript.__name__:
        return PartialTranscript(**body)
    body["alternatives"] = tuple(tuple(reading) for reading in body["alternatives"])
    return FinalTranscript(**body)
