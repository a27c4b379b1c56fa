"""Compiled conditions on what lies around the words: earlier and later words, time, facts, clock and sound."""

from __future__ import annotations

from datetime import datetime

from assist.rules.amounts import amounts_said, differs
from assist.rules.conditions import (
    DEFAULT_BEFORE_SECONDS,
    AmountSaid,
    CallTime,
    ClockIs,
    FactIs,
    IfUnknown,
    Order,
    SoundIs,
    Speaker,
)
from assist.rules.facts import compare
from assist.rules.flags import Evidence, EvidenceKind
from assist.rules.history import Event, in_samples
from assist.rules.matching.matcher import How
from assist.rules.nodes import Needs, Node
from assist.rules.view import NO_SPAN, Match, Part, View, wordless
from speech.types import SAMPLE_RATE_HZ

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class AnchoredNode(Node):
    """This utterance comes after, before or near a watched event."""

    def __init__(self, order: Order, watch: str, speaker: Speaker, seconds: float | None, label: str) -> None:
        super().__init__()
        self.order = order
        self.watch = watch
        self.speaker = speaker
        self.seconds = seconds
        self.label = label

    def _find(self, view: View) -> list[Match]:
        for event in reversed(view.history.events(self.watch, self.speaker)):
            if self._fits(event, view):
                evidence = Evidence(
                    EvidenceKind.TEXT, self.label, event.heard, 1.0, event.start, event.end, self.order.value
                )
                return [Match(NO_SPAN, NO_SPAN, 0.0, 0.0, (), (evidence,))]
        return []

    def _fits(self, event: Event, view: View) -> bool:
        after = (
            self.order is not Order.BEFORE and event.start <= view.end and self._near(view.start - event.end)
        )
        later = (
            self.order is not Order.AFTER
            and event.start >= view.start
            and self._near(event.start - view.end, DEFAULT_BEFORE_SECONDS)
        )
        return after or later

    def _near(self, samples: int, default: float | None = None) -> bool:
        seconds = self.seconds if self.seconds is not None else default
        return seconds is None or samples <= in_samples(seconds)


class CallTimeNode(Node):
    """So long after the call's start."""

    def __init__(self, condition: CallTime) -> None:
        super().__init__()
        self.condition = condition

    def _find(self, view: View) -> list[Match]:
        start = view.history.call_start
        elapsed = (view.start - start) / SAMPLE_RATE_HZ if start is not None else 0.0
        until = self.condition.to_seconds
        if elapsed < self.condition.from_seconds or (until is not None and elapsed > until):
            return []
        return [wordless(EvidenceKind.CLOCK, "call_time", f"{elapsed:.0f} s")]


class RepeatedNode(Node):
    """A watched condition was said so many times."""

    def __init__(self, what: Node, watch: str, speaker: Speaker, times: int, seconds: float | None) -> None:
        super().__init__()
        self.what = what
        self.watch = watch
        self.speaker = speaker
        self.times = times
        self.seconds = seconds

    def _find(self, view: View) -> list[Match]:
        now = self.what.matches(view)
        if not now:
            return []
        earliest = view.end - in_samples(self.seconds) if self.seconds is not None else 0
        events = [
            one
            for one in view.history.events(self.watch, self.speaker)
            if one.start >= earliest and one.start <= view.end
        ]
        if len(events) < self.times:
            return []
        last = max(now, key=lambda one: one.end)
        before = tuple(
            Evidence(EvidenceKind.TEXT, "repeated", one.heard, 1.0, one.start, one.end)
            for one in events[-self.times : -1]
        )
        return [
            Match(
                last.first, last.end, last.cost, last.length, last.parts, (*last.others, *before), last.doubt
            )
        ]

    def needs(self) -> Needs:
        return self.what.needs()


class FactNode(Node):
    """A case fact."""

    def __init__(self, condition: FactIs) -> None:
        super().__init__()
        self.condition = condition

    def _find(self, view: View) -> list[Match]:
        name = self.condition.fact
        known = view.facts.get(name)
        if known is None or (name == "party" and known == "unknown" and not self._wants("unknown")):
            if self.condition.if_unknown is IfUnknown.QUIET:
                return []
            doubt = self.condition.if_unknown is IfUnknown.POSSIBLE
            return [wordless(EvidenceKind.FACT, name, "unknown", doubt=doubt)]
        if any(compare(known, wanted) for wanted in self.condition.wanted):
            return [
                wordless(
                    EvidenceKind.FACT, name, str(known).lower() if isinstance(known, bool) else str(known)
                )
            ]
        return []

    def _wants(self, value: str) -> bool:
        return any(wanted.value == value for wanted in self.condition.wanted)


class AmountNode(Node):
    """An amount was said that is not the case's."""

    def __init__(self, condition: AmountSaid) -> None:
        super().__init__()
        self.condition = condition

    def _find(self, view: View) -> list[Match]:
        found = []
        for said in amounts_said(view.units, view.language):
            doubt = False
            known = [one for one in (view.facts.amount_owed, *view.facts.other_amounts) if one is not None]
            if self.condition.differs or self.condition.more:
                if view.facts.amount_owed is None:
                    if self.condition.if_unknown is IfUnknown.QUIET:
                        continue
                    doubt = self.condition.if_unknown is IfUnknown.POSSIBLE
                elif (self.condition.more and said.value <= max(known)) or not differs(
                    said, known, self.condition.tolerance_percent
                ):
                    continue
            heard = view.heard(said.first, said.end)
            part = Part("amount", str(said.value), said.first, said.end, 0.0, How.TEXT)
            start, end = view.samples(said.first, said.end)
            others = tuple(
                Evidence(EvidenceKind.FACT, "amount_owed", f"{heard} ≠ {one}", 1.0, start, end)
                for one in known[:1]
            )
            length = float(said.end - said.first)
            found.append(Match(said.first, said.end, 0.0, length, (part,), others, doubt))
        return found


class ClockNode(Node):
    """The debtor's local time."""

    def __init__(self, condition: ClockIs) -> None:
        super().__init__()
        self.condition = condition

    def _find(self, view: View) -> list[Match]:
        now = view.local_time()
        if now is None:
            return [wordless(EvidenceKind.CLOCK, "clock", "unknown", doubt=True)]
        if self.condition.days and not self._day_fits(now, view):
            return []
        minute = now.hour * 60 + now.minute
        inside = self.condition.start_minute <= minute < self.condition.end_minute
        if inside != self.condition.inside:
            return []
        return [wordless(EvidenceKind.CLOCK, "clock", now.strftime("%H:%M"))]

    def _day_fits(self, now: datetime, view: View) -> bool:
        if WEEKDAYS[now.weekday()] in self.condition.days:
            return True
        return "holiday" in self.condition.days and view.facts.get("holiday") is True


class SoundNode(Node):
    """Something measured in the sound, now or during this utterance."""

    def __init__(self, condition: SoundIs) -> None:
        super().__init__()
        self.condition = condition

    def _find(self, view: View) -> list[Match]:
        for event in reversed(view.history.sounds):
            if event.kind is not self.condition.kind or event.value < self.condition.threshold:
                continue
            mine = event.channel is view.channel
            during = event.start <= view.end and view.start <= event.end
            if mine and during:
                evidence = Evidence(
                    EvidenceKind.LEVEL, event.kind.value, f"{event.value:.1f}", 1.0, event.start, event.end
                )
                return [Match(NO_SPAN, NO_SPAN, 0.0, 0.0, (), (evidence,), False, (event.start, event.end))]
        return []
