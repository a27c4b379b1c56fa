"""The sound check: which side is heard where, how loud, how much leaks, and whether the set-up will do.

Two minutes in three parts: nobody speaks, the agent speaks, the other side speaks (a colleague on the line, or
a voice played into the headset). Results are numbers and codes; who shows them finds the words. `SoundCheck`
is pure, driven by capture events; `run_sound_check` drives it with a source in the caller's thread, which must
not be the GUI's.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from speech.levels import dbfs
from speech.source import AudioSource
from speech.types import CaptureEvent, Channel, LevelReading, SourceState, SourceStatus

TOO_QUIET_DBFS = -42.0
"""Speech below this is recognised badly (the model's training speech lies about -26)."""

TOO_LOUD_DBFS = -9.0
NOISY_DB = 15.0
"""Speech must stand out of the noise by so much."""

HEARD_SHARE = 0.08
"""So many of a part's blocks must hold speech before a side counts as heard."""

CROSSTALK_DB = 12.0
"""A voice that is on both channels within so many decibels can't be told apart by loudness."""

FAINT_LEAK_DB = 35.0
LEAK_SHARE = 0.05
CLIPPED_SHARE = 0.005


class Part(StrEnum):
    """What is asked of the people."""

    QUIET = "quiet"
    AGENT = "agent"
    CUSTOMER = "customer"


PLAN: tuple[tuple[Part, float], ...] = ((Part.QUIET, 15.0), (Part.AGENT, 45.0), (Part.CUSTOMER, 60.0))
"""Each part with its seconds; two minutes in all."""


class Finding(StrEnum):
    """One thing that is not as it should be; several can be true."""

    NOTHING_HEARD = "nothing_heard"
    TOO_QUIET = "too_quiet"
    TOO_LOUD = "too_loud"
    CLIPPING = "clipping"
    NOISY = "noisy"
    LOST = "lost"
    """The device went away during the check."""


class Setup(StrEnum):
    """What the two channels together are."""

    APART = "apart"
    """Supported: each side on its own channel."""
    LEAKING = "leaking"
    """Supported: the customer leaks into the microphone, faintly enough to be told from the agent."""
    LOUDSPEAKER = "loudspeaker"
    """Not supported: the customer is about as loud in the microphone as the agent. Use a headset."""
    SWAPPED = "swapped"
    """Not supported as chosen: the two devices are the wrong way round."""
    MIXED = "mixed"
    """Not supported: both voices are on both channels, as with one device for both or a conference mix."""
    INCOMPLETE = "incomplete"
    """A side was not heard, so nothing can be said."""

    @property
    def supported(self) -> bool:
        """Whether calls can be heard like this."""
        return self in {Setup.APART, Setup.LEAKING}


@dataclass(frozen=True, slots=True)
class SideResult:
    """One channel."""

    channel: Channel
    device: str
    noise_dbfs: float
    """While nobody spoke; -120 where nothing came at all."""
    speech_dbfs: float
    """While its own side spoke: the median of the blocks that hold speech; -120 if none did."""
    peak_dbfs: float
    heard: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SoundCheckReport:
    """What the check found."""

    agent: SideResult
    customer: SideResult
    setup: Setup
    leak_share: float
    """Share of the customer's speech that was found again in the agent's microphone, 0 to 1."""
    leak_db: float
    """How much quieter it is there than the agent's own voice; 0 where nothing leaks."""

    @property
    def passed(self) -> bool:
        """Calls can be held like this, though findings may advise better."""
        return self.setup.supported and not self._blocking

    @property
    def _blocking(self) -> bool:
        found = {*self.agent.findings, *self.customer.findings}
        return bool(found & {Finding.NOTHING_HEARD, Finding.LOST})


@dataclass(frozen=True, slots=True)
class CheckProgress:
    """For whoever shows the check as it runs."""

    part: Part
    seconds_left: float
    """Of this part."""
    agent_dbfs: float
    customer_dbfs: float


@dataclass
class _Heard:
    """The levels of one part on one channel."""

    rms: list[float] = field(default_factory=list)
    speech: list[bool] = field(default_factory=list)
    leak: list[bool] = field(default_factory=list)
    peak: float = -120.0
    clipped: int = 0

    def add(self, reading: LevelReading) -> None:
        self.rms.append(reading.rms_dbfs)
        self.speech.append(reading.speech)
        self.leak.append(reading.leak)
        self.peak = max(self.peak, reading.peak_dbfs)
        self.clipped += reading.clipped_samples > 0

    @property
    def spoken(self) -> list[float]:
        return [level for level, speech in zip(self.rms, self.speech, strict=True) if speech]

    @property
    def share(self) -> float:
        return len(self.spoken) / len(self.rms) if self.rms else 0.0


class SoundCheck:
    """Takes capture events of the part that runs; used by one thread."""

    def __init__(self) -> None:
        self._part = Part.QUIET
        self._heard = {(part, channel): _Heard() for part in Part for channel in Channel}
        self._devices = dict.fromkeys(Channel, "")
        self._lost: set[Channel] = set()

    def enter(self, part: Part) -> None:
        """From now on `part` is asked for."""
        self._part = part

    def hear(self, event: CaptureEvent) -> None:
        """One event of the source."""
        if isinstance(event, LevelReading):
            self._heard[self._part, event.channel].add(event)
        elif isinstance(event, SourceStatus):
            self._devices[event.channel] = event.device or self._devices[event.channel]
            if event.state is SourceState.LOST:
                self._lost.add(event.channel)

    def report(self) -> SoundCheckReport:
        """What was found so far."""
        agent, customer = (self._side(channel) for channel in Channel)
        leak_share, leak_db = self._leak(agent)
        setup = self._setup(agent, customer, leak_share, leak_db)
        return SoundCheckReport(agent, customer, setup, round(leak_share, 3), round(leak_db, 1))

    def _side(self, channel: Channel) -> SideResult:
        own = self._heard[Part(channel.value), channel]
        noise = _median(self._heard[Part.QUIET, channel].rms)
        speech = _median(own.spoken)
        heard = own.share >= HEARD_SHARE
        findings = [Finding.LOST] if channel in self._lost else []
        if not heard:
            findings.append(Finding.NOTHING_HEARD)
        else:
            checks = (
                (Finding.TOO_QUIET, speech < TOO_QUIET_DBFS),
                (Finding.TOO_LOUD, speech > TOO_LOUD_DBFS),
                (Finding.CLIPPING, own.clipped > CLIPPED_SHARE * len(own.rms)),
                (Finding.NOISY, speech - noise < NOISY_DB),
            )
            findings += [finding for finding, found in checks if found]
        return SideResult(
            channel, self._devices[channel], noise, speech, own.peak, heard, tuple(findings)
        )  # fmt: skip

    def _leak(self, agent: SideResult) -> tuple[float, float]:
        """Share of the customer's speech found in the microphone, and how far below the agent's voice."""
        near, far = (self._heard[Part.CUSTOMER, channel] for channel in Channel)
        leaked = [
            level
            for level, leak, speech in zip(near.rms, near.leak, far.speech, strict=False)
            if leak and speech
        ]
        if not leaked or not far.spoken:
            return 0.0, 0.0
        return len(leaked) / len(far.spoken), max(0.0, agent.speech_dbfs - _median(leaked))

    def _setup(self, agent: SideResult, customer: SideResult, leak_share: float, leak_db: float) -> Setup:
        crossed_agent = self._crosses(Part.AGENT, Channel.CUSTOMER)
        crossed_customer = self._crosses(Part.CUSTOMER, Channel.AGENT)
        if not agent.heard and not customer.heard and crossed_agent and crossed_customer:
            return Setup.SWAPPED
        if crossed_agent and (agent.heard or customer.heard):
            return Setup.MIXED
        if not agent.heard or not customer.heard:
            return Setup.INCOMPLETE
        if crossed_customer or (leak_share >= LEAK_SHARE and leak_db < CROSSTALK_DB):
            return Setup.LOUDSPEAKER
        if leak_share >= LEAK_SHARE and leak_db < FAINT_LEAK_DB:
            return Setup.LEAKING
        return Setup.APART

    def _crosses(self, part: Part, wrong: Channel) -> bool:
        """Whether a part's voice is on the other's channel, and hardly quieter than on its own."""
        other, own = self._heard[part, wrong], self._heard[part, wrong.other]
        if other.share < HEARD_SHARE:
            return False
        return own.share < HEARD_SHARE or _median(own.spoken) - _median(other.spoken) < CROSSTALK_DB


def _median(levels: Sequence[float]) -> float:
    return round(float(np.median(levels)), 1) if levels else dbfs(0.0)


def run_sound_check(
    source: AudioSource,
    on_progress: Callable[[CheckProgress], None],
    *,
    plan: Iterable[tuple[Part, float]] = PLAN,
    cancelled: threading.Event | None = None,
) -> SoundCheckReport:
    """Run the check with a source that has not been started; stops it in the end.

    `on_progress` is called ten times a second in the calling thread. A cancelled check, and one whose source
    ends early, reports what it has. Raises `SpeechProblem` where neither device can be opened.
    """
    check = SoundCheck()
    events: queue.SimpleQueue[CaptureEvent] = queue.SimpleQueue()
    source.start(events.put)
    try:
        for part, seconds in plan:
            check.enter(part)
            if not _run_part(check, part, seconds, events, on_progress, cancelled):
                break
    finally:
        source.stop()
    return check.report()


def _run_part(
    check: SoundCheck,
    part: Part,
    seconds: float,
    events: queue.SimpleQueue[CaptureEvent],
    on_progress: Callable[[CheckProgress], None],
    cancelled: threading.Event | None,
) -> bool:
    """Whether the check goes on after this part."""
    until = time.monotonic() + seconds
    levels = dict.fromkeys(Channel, dbfs(0.0))
    while (left := until - time.monotonic()) > 0:
        if cancelled is not None and cancelled.is_set():
            return False
        try:
            event = events.get(timeout=min(left, 0.2))
        except queue.Empty:
            continue
        check.hear(event)
        if isinstance(event, SourceStatus) and event.state is SourceState.ENDED:
            return False
        if isinstance(event, LevelReading):
            levels[event.channel] = event.rms_dbfs
            if event.channel is Channel.CUSTOMER:
                on_progress(CheckProgress(part, left, *(levels[channel] for channel in Channel)))
    return True
