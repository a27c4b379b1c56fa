"""Plain, dependency-free types of sound and words; the only module of `speech` that `assist` imports.

Positions and durations are samples on the call's one timeline (16 kHz, 0 = start of the call), never
seconds as floats. Every type is frozen, so it may cross threads and processes as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

SAMPLE_RATE_HZ = 16_000
"""The rate of the timeline, of the recording and of the recogniser."""

BLOCK_SAMPLES = 1_600
"""Samples in one block of the timeline (100 ms)."""

BYTES_PER_SAMPLE = 2
"""Signed 16-bit little-endian PCM everywhere."""


class Channel(StrEnum):
    """Who is heard; the two sides are kept apart from end to end."""

    AGENT = "agent"
    CUSTOMER = "customer"

    @property
    def other(self) -> Channel:
        """The other side of the call."""
        return Channel.CUSTOMER if self is Channel.AGENT else Channel.AGENT


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """How a source delivers sound before it is put on the timeline."""

    sample_rate_hz: int
    channels: int


@dataclass(frozen=True, slots=True)
class AudioChunk:
    """A piece of one channel on the timeline."""

    channel: Channel
    position: int
    """Samples since the call's start."""
    pcm: bytes
    """Mono, signed 16-bit little-endian, 16 kHz."""

    @property
    def samples(self) -> int:
        """Number of samples."""
        return len(self.pcm) // BYTES_PER_SAMPLE

    @property
    def end(self) -> int:
        """Position just after the last sample."""
        return self.position + self.samples


class GapReason(StrEnum):
    """Why sound is missing or was filled with silence."""

    DEVICE_LOST = "device_lost"
    DEVICE_QUIET = "device_quiet"
    """A loopback delivers nothing while nothing plays; the time is filled with silence."""
    CAPTURE_OVERFLOW = "capture_overflow"
    RECOGNITION_OVERLOAD = "recognition_overload"
    """Dropped for recognition only; the recording has it."""
    RECOGNIZER_DIED = "recognizer_died"
    PAUSED = "paused"
    DISK_REFUSED = "disk_refused"
    """The disk refused a write; recording has stopped."""


@dataclass(frozen=True, slots=True)
class AudioGap:
    """A declared stretch without true sound (or, if `recording` is False, without recognition)."""

    channel: Channel
    start: int
    end: int
    """Position after the gap; -1 while it goes on."""
    reason: GapReason
    recording: bool
    """True when the recording itself lacks the sound; False when only recognition does."""


@dataclass(frozen=True, slots=True)
class DriftCorrection:
    """A device clock was brought back to the timeline by adding or removing samples."""

    channel: Channel
    position: int
    inserted: int
    """Samples added (positive) or removed (negative) since the last declaration."""
    drift_ppb: int
    """The device's measured clock error, in parts per billion."""


class SourceState(StrEnum):
    """What a channel's source is doing, as the user should see it."""

    LISTENING = "listening"
    SILENT = "silent"
    CLIPPING = "clipping"
    LOST = "lost"
    RECONNECTED = "reconnected"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """A change in a channel's source."""

    channel: Channel
    position: int
    state: SourceState
    device: str = ""
    """The device's name as the system gives it."""


@dataclass(frozen=True, slots=True)
class LevelReading:
    """Loudness of one block of one channel."""

    channel: Channel
    position: int
    rms_dbfs: float
    peak_dbfs: float
    clipped_samples: int = 0
    speech: bool = False
    """True where the endpointer hears speech."""
    leak: bool = False
    """True where the sound on the agent's channel is the customer's voice leaking from the headset."""


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word."""

    text: str
    start: int
    end: int
    confidence: float
    """0.0 to 1.0, as the engine gives it; 1.0 where it gives none."""
    leak: bool = False
    """True where the word's sound is mostly the other channel's leak."""


@dataclass(frozen=True, slots=True)
class PartialTranscript:
    """What the recogniser thinks so far of an utterance that goes on; the next one replaces it.

    Words that have stood for two tenths of a second come once more, with a later `heard_until`.
    """

    channel: Channel
    utterance: int
    """Number of the utterance on its channel, from 0; the final carries the same number."""
    words: tuple[Word, ...]
    heard_until: int
    """The channel's position up to which sound had been given to the recogniser."""

    @property
    def text(self) -> str:
        """The words, joined by spaces as the engine gives them."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class FinalTranscript:
    """The recogniser's last word on an utterance."""

    channel: Channel
    utterance: int
    words: tuple[Word, ...]
    heard_until: int
    alternatives: tuple[tuple[str, ...], ...] = field(default=())
    """Other readings (word texts, best first) where an n-best decode was run."""
    recovered: bool = False
    """True where the utterance was re-fed after the recogniser died."""

    @property
    def text(self) -> str:
        """The words, joined by spaces as the engine gives them."""
        return " ".join(word.text for word in self.words)

    @property
    def start(self) -> int:
        """Position of the first word, or where hearing stood if there is none."""
        return self.words[0].start if self.words else self.heard_until

    @property
    def end(self) -> int:
        """Position after the last word."""
        return self.words[-1].end if self.words else self.heard_until


@dataclass(frozen=True, slots=True)
class OtherReadings:
    """What an utterance that has ended may have been instead; comes some time after its final, or not at all."""

    channel: Channel
    utterance: int
    readings: tuple[tuple[str, ...], ...]
    """Word texts, best first; none is the final's own."""


@dataclass(frozen=True, slots=True)
class SpottedPhrase:
    """A phrase heard by the grammar recogniser; evidence that needs confirming, never alone."""

    channel: Channel
    phrase: str
    start: int
    end: int
    confidence: float


class HearingMode(StrEnum):
    """How much of the recognition still runs, in the order in which it gives way."""

    FULL = "full"
    NARROW_BEAM = "narrow_beam"
    CUSTOMER_SPOTTER_ONLY = "customer_spotter_only"


@dataclass(frozen=True, slots=True)
class RecognizerLag:
    """How far recognition is behind the sound; sent when it changes noticeably."""

    agent_behind: int
    """Samples of the agent's channel that wait for recognition."""
    customer_behind: int
    mode: HearingMode


@dataclass(frozen=True, slots=True)
class RecognizerRestarted:
    """The recogniser's process died and was replaced; the sound from `refed_from` was given again."""

    position: int
    refed_from: int
    after_ms: int
    """Milliseconds from the death to the new process being ready."""
    reason: str
    """The exit as the system tells it, such as `signal 6`."""


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """The speech model in force, as it goes into the record."""

    name: str
    language: str
    """`zh` or `en`."""
    sha256: str
    """Hash over the model's manifest: every file's path, size and SHA-256."""


CaptureEvent = AudioChunk | AudioGap | DriftCorrection | SourceStatus | LevelReading
"""What a source hands on, in order for each channel."""

RecognitionEvent = (
    PartialTranscript
    | FinalTranscript
    | OtherReadings
    | SpottedPhrase
    | RecognizerLag
    | RecognizerRestarted
    | AudioGap
)
"""What the recogniser hands on."""
