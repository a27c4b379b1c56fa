"""What a call tells its observers, after it was appended to the record ("write before show").

Observers are called in the session thread, in order; a window's bridge only queues them. Besides the
types here, observers receive `speech.types` transcripts, gaps, corrections, statuses, levels, lag and
restarts, and `assist.rules.flags.Flag` snapshots, as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from assist.playbook.changes import PlaybookChange, PlaybookView
from assist.rules.flags import Flag
from speech.types import (
    AudioGap,
    DriftCorrection,
    FinalTranscript,
    LevelReading,
    ModelIdentity,
    PartialTranscript,
    RecognizerLag,
    RecognizerRestarted,
    SourceStatus,
)


@dataclass(frozen=True, slots=True)
class PackIdentity:
    """A rule pack or playbook in force, as it goes into the record."""

    pack_id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class CallHeader:
    """Who, what and with which versions; fixed at the call's start."""

    call_id: str
    """UUIDv7."""
    case_id: str
    agent: str
    """The signed-in agent's name."""
    started_utc_ms: int
    language: str
    """`zh` or `en`: the language recognised."""
    source: str
    """`live`, `file` or `demo`."""
    rules: tuple[PackIdentity, ...]
    playbook: PackIdentity
    model: ModelIdentity
    agent_device: str = ""
    customer_device: str = ""
    agent_role: str = "agent"
    """`agent`, or `lead` where a team lead takes the call."""


@dataclass(frozen=True, slots=True)
class CallOpened:
    """Recording has begun and the call is in the ledger."""

    header: CallHeader
    debtor_masked: str
    """Name masked until identity is verified, such as `张**`."""
    product: str
    days_overdue: int
    playbook: PlaybookView


@dataclass(frozen=True, slots=True)
class PlaybookMoved:
    """The playbook changed; `view` is all there is to draw."""

    changes: tuple[PlaybookChange, ...]
    view: PlaybookView
    position: int


@dataclass(frozen=True, slots=True)
class CallPaused:
    """Zeros instead of sound, no recognition, from `position` on."""

    position: int
    reason: str


@dataclass(frozen=True, slots=True)
class CallResumed:
    """Sound again from `position` on."""

    position: int


@dataclass(frozen=True, slots=True)
class MomentFlagged:
    """The agent marked this moment for review."""

    position: int
    note: str


@dataclass(frozen=True, slots=True)
class EchoFound:
    """A final's words belong to the customer: they leaked into the agent's microphone."""

    utterance: int
    """On the agent's channel."""
    first_word: int
    last_word: int


@dataclass(frozen=True, slots=True)
class CallWarning:
    """Something of the world that the user should see; a code with parameters."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EndOffered:
    """Both sides have been silent long enough that the call may be over."""

    position: int


@dataclass(frozen=True, slots=True)
class WrapUpDraft:
    """Drafted from the record when the sound has ended; all of it can be edited."""

    outcome: str
    """A code of `assist.call.wrap_up.Outcome`."""
    promise_amount: str
    promise_date: str
    next_contact: str
    """ISO date and time within the contact rules, or empty."""
    summary: str
    plan: tuple[tuple[str, str], ...] = ()
    """The plan agreed on this call: ISO date and amount of each payment; empty without one."""


@dataclass(frozen=True, slots=True)
class CallEnded:
    """Sound has ended, the last final is in; wrap-up may be edited."""

    position: int
    draft: WrapUpDraft


@dataclass(frozen=True, slots=True)
class CallClosed:
    """The record is sealed, signed and closed."""

    call_id: str
    verified: bool
    entries: int
    checkpoint: str
    """The signed note."""


CallEvent = (
    CallOpened
    | PartialTranscript
    | FinalTranscript
    | Flag
    | PlaybookMoved
    | LevelReading
    | SourceStatus
    | AudioGap
    | DriftCorrection
    | RecognizerLag
    | RecognizerRestarted
    | CallPaused
    | CallResumed
    | MomentFlagged
    | EchoFound
    | CallWarning
    | EndOffered
    | CallEnded
    | CallClosed
)
