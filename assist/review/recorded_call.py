"""A recorded call as a reviewer reads it, put together from its record's entries.

Pure: entries in, frozen values out. Positions are samples at 16 kHz.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from speech.types import Channel


class Entry(Protocol):
    """An entry of the record with its body."""

    @property
    def seq(self) -> int: ...

    @property
    def type(self) -> str: ...

    @property
    def ts_utc_ms(self) -> int: ...

    @property
    def actor(self) -> str: ...

    @property
    def body(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word as it was recognised."""

    text: str
    start: int
    end: int
    confidence: float
    leak: bool = False
    """It leaked into the agent's microphone and is the customer's."""


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """One utterance."""

    channel: Channel
    utterance: int
    words: tuple[SpokenWord, ...]

    @property
    def start(self) -> int:
        """Position of its first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Position after its last word."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A flag in its last state."""

    flag_id: str
    rule: str
    category: str
    title: str
    severity: int
    kind: str
    state: str
    channel: Channel
    utterance: int
    start: int
    end: int
    text: str
    score: float
    say_instead: str
    basis: tuple[str, ...]
    evidence: tuple[str, ...]
    """Each: kind, what was heard, and the phrase it was matched to."""
    interrupted: bool
    """It alarmed at some moment of the call."""
    dismissed_by: str
    dismiss_reason: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something else that happened at a place of the call."""

    position: int
    kind: str
    """`stage`, `used`, `gap`, `paused`, `resumed`, `moment`, `promise`, `warning`, `restarted`, `gate_override`."""
    text: str


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """What someone wrote about the call afterwards."""

    by: str
    at_utc_ms: int
    text: str
    position: int
    """Where in the call, in samples; -1: the call as a whole."""


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """All of a call that a reviewer sees."""

    opened: Mapping[str, Any]
    turns: tuple[SpokenTurn, ...]
    """By start, both sides together."""
    flags: tuple[RaisedFlag, ...]
    """By start."""
    marks: tuple[Mark, ...]
    """By position."""
    cards_shown: int
    cards_used: int
    wrap_up: Mapping[str, Any]
    gate: Mapping[str, Any]
    notes: tuple[ReviewNote, ...] = ()
    """By when they were written."""


@dataclass
class _Building:
    opened: dict[str, Any] = field(default_factory=dict)
    turns: list[SpokenTurn] = field(default_factory=list)
    flags: dict[str, RaisedFlag] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)
    used: int = 0
    wrap_up: dict[str, Any] = field(default_factory=dict)
    gate: dict[str, Any] = field(default_factory=dict)
    notes: list[ReviewNote] = field(default_factory=list)


def recorded_call(entries: Iterable[Entry]) -> RecordedCall:
    """Put a call together; entries of unknown types are left out."""
    building = _Building()
    for entry in entries:
        _take(building, entry.type, entry.body)
        if entry.type == "qa.note":
            position = int(entry.body.get("position", -1))
            building.notes.append(ReviewNote(entry.actor, entry.ts_utc_ms, str(entry.body["text"]), position))
    return RecordedCall(
        building.opened,
        tuple(sorted(building.turns, key=lambda turn: turn.start)),
        tuple(sorted(building.flags.values(), key=lambda flag: flag.start)),
        tuple(sorted(building.marks, key=lambda mark: mark.position)),
        len(building.shown),
        building.used,
        building.wrap_up,
        building.gate,
        tuple(building.notes),
    )


def _take(building: _Building, entry_type: str, body: dict[str, Any]) -> None:
    match entry_type:
        case "call.opened":
            building.opened = body
        case "asr.final":
            words = tuple(
                SpokenWord(
                    word["text"],
                    word["start"],
                    word["end"],
                    word["confidence_milli"] / 1000,
                    bool(word.get("leak")),
                )
                for word in body["words"]
            )
            if words:
                building.turns.append(SpokenTurn(Channel(body["channel"]), body["utterance"], words))
        case "risk.flagged":
            earlier = building.flags.get(body["flag"])
            interrupted = bool(body["interrupts"]) or (earlier is not None and earlier.interrupted)
            building.flags[body["flag"]] = _flag(body, interrupted=interrupted)
        case "script.shown":
            building.shown.update(card["card"] for card in body["cards"])
        case "script.used":
            building.used += 1
            building.marks.append(Mark(body["position"], "used", body["card"]))
        case "call.wrap_up":
            building.wrap_up = body
        case "call.gate":
            building.gate = body
        case _:
            if mark := _mark(entry_type, body):
                building.marks.append(mark)


_MARKS: dict[str, tuple[str, str, Callable[[dict[str, Any]], str]]] = {
    "script.stage": ("stage", "position", lambda body: str(body["stage"])),
    "audio.gap": ("gap", "start", lambda body: f"{body['channel']}:{body['reason']}"),
    "rec.paused": ("paused", "position", lambda body: str(body["reason"])),
    "rec.resumed": ("resumed", "position", lambda _: ""),
    "call.moment": ("moment", "position", lambda body: str(body["note"])),
    "outcome.ptp": ("promise", "start", lambda body: " ".join(filter(None, (body["amount"], body["date"])))),
    "call.warning": ("warning", "", lambda body: str(body["code"])),
    "asr.restarted": ("restarted", "position", lambda body: str(body["reason"])),
    "call.gate_override": ("gate_override", "", lambda body: str(body["reason"])),
}
"""Entry type → kind of mark, where its position stands (empty: the call's start), its text."""


def _mark(entry_type: str, body: dict[str, Any]) -> Mark | None:
    known = _MARKS.get(entry_type)
    if known is None:
        return None
    kind, place, text = known
    return Mark(int(body[place]) if place else 0, kind, text(body))


def _flag(body: dict[str, Any], *, interrupted: bool) -> RaisedFlag:
    return RaisedFlag(
        flag_id=body["flag"],
        rule=body["rule"],
        category=body["category"],
        title=body["title"],
        severity=body["severity"],
        kind=body["kind"],
        state=body["state"],
        channel=Channel(body["channel"]),
        utterance=body["utterance"],
        start=body["start"],
        end=body["end"],
        text=" ".join(word["text"] for word in body["words"]),
        score=body["score_milli"] / 1000,
        say_instead=body["say_instead"],
        basis=tuple(f"{one['instrument']} {one['article']}".strip() for one in body["basis"]),
        evidence=tuple(
            " · ".join(filter(None, (one["kind"], one["heard"], one["detail"]))) for one in body["evidence"]
        ),
        interrupted=interrupted,
        dismissed_by=body["dismissed_by"],
        dismiss_reason=body["dismiss_reason"],
    )
