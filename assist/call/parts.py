"""What the session needs of its neighbours: rules, playbook, record and the sound's controls."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from assist.call.entries import Body
from assist.playbook.changes import PlaybookChange, PlaybookView
from assist.rules.flags import Flag
from speech.types import (
    FinalTranscript,
    LevelReading,
    OtherReadings,
    PartialTranscript,
    RecognizerLag,
    SpottedPhrase,
)


class Rules(Protocol):
    """The rule engine as the session drives it; every call returns new or changed snapshots."""

    def on_partial(self, partial: PartialTranscript) -> Sequence[Flag]: ...

    def on_final(self, final: FinalTranscript) -> Sequence[Flag]: ...

    def on_readings(self, other: OtherReadings) -> Sequence[Flag]:
        """Other readings of an utterance whose final has come."""
        ...

    def on_spotted(self, hit: SpottedPhrase) -> Sequence[Flag]: ...

    def on_level(self, reading: LevelReading) -> Sequence[Flag]: ...

    def on_time(self, position: int) -> Sequence[Flag]: ...

    def on_lag(self, lag: RecognizerLag) -> Sequence[Flag]: ...

    def on_learnt(self, facts: Mapping[str, object]) -> Sequence[Flag]:
        """The call itself brought facts of the case: identity verified, who is on the line, hardship."""
        ...

    def dismiss(self, flag_id: str, by: str, reason: str) -> Sequence[Flag]: ...


class Playbook(Protocol):
    """The playbook engine as the session drives it."""

    @property
    def view(self) -> PlaybookView: ...

    @property
    def call_facts(self) -> Mapping[str, object]:
        """Facts that the call itself brought."""
        ...

    def on_partial(self, partial: PartialTranscript) -> Sequence[PlaybookChange]: ...

    def on_final(self, final: FinalTranscript) -> Sequence[PlaybookChange]: ...

    def on_flag(self, flag: Flag) -> Sequence[PlaybookChange]: ...

    def on_time(self, position: int) -> Sequence[PlaybookChange]: ...

    def move_to(self, stage: str) -> Sequence[PlaybookChange]: ...

    def use_card(self, place: int) -> Sequence[PlaybookChange]: ...

    def tick(self, item_id: str, ticked: bool) -> Sequence[PlaybookChange]: ...

    def confirm_fact(self, fact_id: str, amount: str, date: str) -> Sequence[PlaybookChange]: ...


class SealedRecord(Protocol):
    """A closed record."""

    @property
    def entries(self) -> int: ...

    @property
    def checkpoint(self) -> str: ...

    @property
    def verified(self) -> bool: ...


class Record(Protocol):
    """The call's record; used by the session thread alone."""

    def append(self, entry_type: str, body: Body, actor: str, role: str) -> object: ...

    def on_time(self) -> None:
        """Sign a checkpoint if one is due."""
        ...

    def close(self, body: Body) -> SealedRecord: ...


class CallControls(Protocol):
    """The running sound, as far as the session may act on it. Safe from any thread; none of it waits."""

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def stop_listening(self) -> None:
        """Close the sources; the recogniser then flushes and `HearingEnded` is posted."""
        ...


BugReport = Callable[[BaseException], None]
"""Told of a bug of ours; the call goes on."""
