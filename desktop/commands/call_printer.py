"""A call on a terminal: prints what a window would show, or collects it as one JSON object."""

from __future__ import annotations

import json
import queue
from typing import Any

import typer

from assist.call.commands import SaveWrapUp
from assist.call.entries import flag_body, wrap_up_body
from assist.call.events import CallClosed, CallEnded, CallEvent, CallOpened, CallWarning, PlaybookMoved
from assist.playbook.changes import CardsShown, FactCaught, StageMoved
from assist.rules.authoring import REAL_KINDS
from assist.rules.flags import Flag, FlagState
from desktop.running_call import RunningCall
from speech.types import SAMPLE_RATE_HZ, AudioGap, Channel, FinalTranscript, RecognizerLag, SourceStatus

_NAMES = {
    "zh": {Channel.AGENT: "坐席", Channel.CUSTOMER: "客户"},
    "en": {Channel.AGENT: "agent", Channel.CUSTOMER: "customer"},
}


def clock(position: int) -> str:
    """A position as minutes, seconds and tenths."""
    tenths = position * 10 // SAMPLE_RATE_HZ
    return f"{tenths // 600:02d}:{tenths // 10 % 60:02d}.{tenths % 10}"


class CallPrinter:
    """Observer and printer: `observe` queues in the session's thread, `follow` prints in the caller's."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._events: queue.SimpleQueue[CallEvent] = queue.SimpleQueue()
        self._language = "en"
        self._told_flags: set[str] = set()
        self.transcript: list[dict[str, Any]] = []
        self.flags: dict[str, Flag] = {}
        self.cards: list[dict[str, Any]] = []
        self.stages: list[dict[str, Any]] = []
        self.facts: dict[str, dict[str, Any]] = {}
        self.warnings: list[dict[str, Any]] = []
        self.gaps: list[dict[str, Any]] = []
        self.wrap_up: dict[str, Any] = {}
        self.opened: CallOpened | None = None
        self.closed: CallClosed | None = None

    def observe(self, event: CallEvent) -> None:
        """In the session's thread; only queues."""
        self._events.put(event)

    def follow(self, call: RunningCall, timeout_s: float) -> CallClosed | None:
        """Print until the record is closed; the drafted wrap-up is kept as it is. None if it was not in time."""
        while self.closed is None:
            try:
                event = self._events.get(timeout=timeout_s)
            except queue.Empty:
                return None
            self._show(event)
            if isinstance(event, CallEnded):
                self.wrap_up = dict(wrap_up_body(event.draft))
                call.post(SaveWrapUp(event.draft))
        return self.closed

    def as_object(self) -> dict[str, Any]:
        """Everything of the call, as the JSON interface gives it."""
        header = self.opened.header if self.opened else None
        return {
            "call": header.call_id if header else "",
            "language": header.language if header else "",
            "model": header.model.name if header else "",
            "transcript": self.transcript,
            "flags": [
                {
                    **flag_body(flag),
                    "severity": flag.severity.name.lower(),
                    "text": flag.text,
                    "start_s": round(flag.start / SAMPLE_RATE_HZ, 2),
                    "end_s": round(flag.end / SAMPLE_RATE_HZ, 2),
                }
                for flag in self.flags.values()
            ],
            "stages": self.stages,
            "suggestions": self.cards,
            "facts": list(self.facts.values()),
            "gaps": self.gaps,
            "warnings": self.warnings,
            "wrap_up": self.wrap_up,
            "record": None
            if self.closed is None
            else {
                "verified": self.closed.verified,
                "entries": self.closed.entries,
                "checkpoint": self.closed.checkpoint,
            },
        }

    def print_object(self) -> None:
        """The JSON object on standard output."""
        typer.echo(json.dumps(self.as_object(), ensure_ascii=False, indent=1))

    # --- one event -----------------------------------------------------------------------------------

    def _show(self, event: CallEvent) -> None:
        if isinstance(event, CallOpened):
            self._opened(event)
        elif isinstance(event, FinalTranscript):
            self._final(event)
        elif isinstance(event, Flag):
            self._flag(event)
        elif isinstance(event, PlaybookMoved):
            self._playbook(event)
        elif isinstance(event, CallWarning):
            self.warnings.append({"code": event.code, "params": dict(event.params)})
            self._say(f"           ! {event.code} {dict(event.params) or ''}")
        elif isinstance(event, AudioGap):
            self.gaps.append({"channel": event.channel.value, "start": event.start, "end": event.end,
                              "reason": event.reason.value})  # fmt: skip
        elif isinstance(event, RecognizerLag):
            behind = max(event.agent_behind, event.customer_behind) / SAMPLE_RATE_HZ
            self._say(f"           ! recognition is {behind:.1f} s behind ({event.mode.value})")
        elif isinstance(event, SourceStatus) and event.state in {"lost", "reconnected"}:
            self._say(f"           ! {event.channel.value}: {event.device} {event.state.value}")
        elif isinstance(event, CallClosed):
            self.closed = event
            state = "verified" if event.verified else "DOES NOT VERIFY"
            self._say(f"\nrecord: {event.entries} entries, {state}\n{event.checkpoint}")

    def _opened(self, event: CallOpened) -> None:
        self.opened = event
        self._language = event.header.language
        who = " · ".join(part for part in (event.debtor_masked, event.product) if part)
        self._say(f"call {event.header.call_id}  {who}\n")

    def _final(self, final: FinalTranscript) -> None:
        joiner = "" if self._language == "zh" else " "
        text = joiner.join(word.text for word in final.words)
        if not text:
            return
        self.transcript.append(
            {
                "channel": final.channel.value,
                "start_s": round(final.start / SAMPLE_RATE_HZ, 2),
                "end_s": round(final.end / SAMPLE_RATE_HZ, 2),
                "text": text,
            }
        )
        self._say(f"{clock(final.start)}  {_NAMES[self._language][final.channel]}: {text}")

    def _flag(self, flag: Flag) -> None:
        self.flags[flag.flag_id] = flag
        if flag.kind not in REAL_KINDS or flag.flag_id in self._told_flags:
            return
        if flag.state is FlagState.PROVISIONAL:
            return
        self._told_flags.add(flag.flag_id)
        basis = "; ".join(f"{one.instrument} {one.article}".strip() for one in flag.basis)
        joiner = "" if self._language == "zh" else " "
        words = joiner.join(word.text for word in flag.words)
        self._say(
            f"           ⚑ [{flag.severity.name} {flag.category}] {flag.title}: “{words}” ({flag.state.value})"
        )
        if flag.say_instead:
            self._say(f"             → {flag.say_instead}")
        if basis:
            self._say(f"             § {basis}")

    def _playbook(self, moved: PlaybookMoved) -> None:
        position = round(moved.position / SAMPLE_RATE_HZ, 2)
        for change in moved.changes:
            if isinstance(change, StageMoved):
                self.stages.append({"at_s": position, "stage": change.stage, "reason": change.reason})
                self._say(f"           ▸ {change.title}")
            elif isinstance(change, CardsShown):
                self.cards += [
                    {"at_s": position, "card": card.card_id, "text": card.text, "why": card.why}
                    for card in change.cards
                ]
                if change.cards:
                    self._say(f"           ✎ {change.cards[0].text}")
            elif isinstance(change, FactCaught):
                fact = change.fact
                self.facts[fact.fact_id] = {
                    "kind": fact.kind.value,
                    "amount": fact.amount,
                    "date": fact.date,
                    "heard": fact.heard,
                    "channel": fact.channel.value,
                }

    def _say(self, line: str) -> None:
        if not self._as_json:
            typer.echo(line)
