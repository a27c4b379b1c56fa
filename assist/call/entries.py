"""What of a call goes into the record: an entry type and a body of integers and strings.

Bodies hold no floats (RFC 8785 is simplest to check without them): confidences and scores are in
thousandths, positions are samples at 16 kHz.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from assist.call.events import CallHeader, PackIdentity, WrapUpDraft
from assist.playbook.changes import (
    CardsShown,
    CardUsed,
    FactCaught,
    ItemChanged,
    MindStateHeard,
    PlaybookChange,
    StageMoved,
)
from assist.rules.flags import Flag
from speech.types import (
    AudioGap,
    DriftCorrection,
    FinalTranscript,
    RecognizerLag,
    RecognizerRestarted,
    SourceStatus,
    Word,
)

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json]"
Body = dict[str, Json]


def _milli(value: float) -> int:
    return round(value * 1000)


def words_body(words: Sequence[Word]) -> list[Body]:
    """Words with times and confidences; `leak` only where set."""
    bodies: list[Body] = []
    for word in words:
        body: Body = {
            "text": word.text,
            "start": word.start,
            "end": word.end,
            "confidence_milli": _milli(word.confidence),
        }
        if word.leak:
            body["leak"] = True
        bodies.append(body)
    return bodies


def _pack_body(pack: PackIdentity) -> Body:
    return {"id": pack.pack_id, "version": pack.version, "sha256": pack.sha256}


def header_body(header: CallHeader) -> Body:
    """The body of `call.opened`."""
    return {
        "case": header.case_id,
        "agent": header.agent,
        "started_utc_ms": header.started_utc_ms,
        "language": header.language,
        "source": header.source,
        "rules": [_pack_body(pack) for pack in header.rules],
        "playbook": _pack_body(header.playbook),
        "model": {
            "name": header.model.name,
            "language": header.model.language,
            "sha256": header.model.sha256,
        },
        "agent_device": header.agent_device,
        "customer_device": header.customer_device,
    }


def final_body(final: FinalTranscript) -> Body:
    """The body of `asr.final`."""
    body: Body = {
        "channel": final.channel.value,
        "utterance": final.utterance,
        "heard_until": final.heard_until,
        "words": words_body(final.words),
    }
    if final.recovered:
        body["recovered"] = True
    return body


def flag_body(flag: Flag) -> Body:
    """The body of `risk.flagged`: one snapshot of a flag."""
    return {
        "flag": flag.flag_id,
        "rule": flag.rule,
        "category": flag.category,
        "title": flag.title,
        "severity": int(flag.severity),
        "kind": flag.kind.value,
        "state": flag.state.value,
        "channel": flag.channel.value,
        "utterance": flag.utterance,
        "start": flag.start,
        "end": flag.end,
        "words": words_body(flag.words),
        "score_milli": _milli(flag.score),
        "evidence": [
            {
                "kind": item.kind.value,
                "concept": item.concept,
                "heard": item.heard,
                "score_milli": _milli(item.score),
                "start": item.start,
                "end": item.end,
                "detail": item.detail,
            }
            for item in flag.evidence
        ],
        "basis": [
            {"instrument": b.instrument, "article": b.article, "certainty": b.certainty, "since": b.since}
            for b in flag.basis
        ],
        "say_instead": flag.say_instead,
        "interrupts": flag.interrupts,
        "raised_at": flag.raised_at,
        "settled_at": flag.settled_at,
        "pack": flag.pack,
        "dismissed_by": flag.dismissed_by,
        "dismiss_reason": flag.dismiss_reason,
    }


def gap_body(gap: AudioGap) -> Body:
    """The body of `audio.gap`."""
    return {
        "channel": gap.channel.value,
        "start": gap.start,
        "end": gap.end,
        "reason": gap.reason.value,
        "recording": gap.recording,
    }


def drift_body(drift: DriftCorrection) -> Body:
    """The body of `audio.drift`."""
    return {
        "channel": drift.channel.value,
        "position": drift.position,
        "inserted": drift.inserted,
        "drift_ppb": drift.drift_ppb,
    }


def status_body(status: SourceStatus) -> Body:
    """The body of `audio.status`."""
    return {
        "channel": status.channel.value,
        "position": status.position,
        "state": status.state.value,
        "device": status.device,
    }


def lag_body(lag: RecognizerLag) -> Body:
    """The body of `asr.lag`."""
    return {
        "agent_behind": lag.agent_behind,
        "customer_behind": lag.customer_behind,
        "mode": lag.mode.value,
    }


def restart_body(restart: RecognizerRestarted) -> Body:
    """The body of `asr.restarted`."""
    return {
        "position": restart.position,
        "refed_from": restart.refed_from,
        "after_ms": restart.after_ms,
        "reason": restart.reason,
    }


def wrap_up_body(wrap_up: WrapUpDraft) -> Body:
    """The body of `call.wrap_up`."""
    plan: list[Body] = [{"date": date, "amount": amount} for date, amount in wrap_up.plan]
    return {
        "outcome": wrap_up.outcome,
        "promise_amount": wrap_up.promise_amount,
        "promise_date": wrap_up.promise_date,
        "next_contact": wrap_up.next_contact,
        "summary": wrap_up.summary,
        "plan": plan,
    }


def playbook_entry(change: PlaybookChange, position: int) -> tuple[str, Body]:
    """Entry type and body of a change in the playbook."""
    if isinstance(change, CardsShown):
        cards: list[Body] = [
            {
                "card": card.card_id,
                "text": card.text,
                "why": card.why,
                "technique": card.technique.value,
                "stage": card.stage,
            }
            for card in change.cards
        ]
        return "script.shown", {"position": position, "cards": cards}
    if isinstance(change, CardUsed):
        body: Body = {"position": position, "card": change.card_id, "how": change.how, "words": change.words}
        return "script.used", body
    if isinstance(change, StageMoved):
        return "script.stage", {
            "position": position,
            "stage": change.stage,
            "reason": change.reason,
            "by_hand": change.by_hand,
        }
    if isinstance(change, ItemChanged):
        item = change.item
        return "script.item", {
            "position": position,
            "item": item.item_id,
            "ticked": item.ticked,
            "by_hand": item.by_hand,
            "overdue": item.overdue,
            "words": item.words,
            "start": item.start,
            "end": item.end,
        }
    if isinstance(change, FactCaught):
        fact = change.fact
        kind = "outcome.ptp" if fact.kind.value == "promise" else "call.fact"
        return kind, {
            "position": position,
            "fact": fact.fact_id,
            "kind": fact.kind.value,
            "channel": fact.channel.value,
            "start": fact.start,
            "end": fact.end,
            "heard": fact.heard,
            "amount": fact.amount,
            "date": fact.date,
            "confirmed": fact.confirmed,
        }
    return _mind_entry(change, position)


def _mind_entry(change: MindStateHeard, position: int) -> tuple[str, Body]:
    return "script.mind", {"position": position, "state": change.state.value, "reason": change.reason}
