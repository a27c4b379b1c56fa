"""Rules that no words break: clock and counters, deadlines of what must be said, and sound itself.

Part of the rule engine of one call, which tells it the moments. Thread: the session's.
"""

from __future__ import annotations

from assist.rules.compiler import CompiledPack, CompiledRule, Deadline
from assist.rules.conditions import Speaker
from assist.rules.facts import CaseFacts
from assist.rules.findings import Finding, find
from assist.rules.flag_life import FlagBook
from assist.rules.flags import Evidence, EvidenceKind, Flag, FlagKind
from assist.rules.history import History, in_samples
from assist.rules.sound import SoundMonitor
from assist.rules.view import LocalTime, View
from speech.types import Channel


class WordlessRules:
    """Raises the flags of rules that listen to no words; `facts` are kept up to date by the engine."""

    def __init__(
        self,
        pack: CompiledPack,
        book: FlagBook,
        history: History,
        sound: SoundMonitor,
        local_time: LocalTime,
        facts: CaseFacts,
    ) -> None:
        self.facts = facts
        self._pack = pack
        self._book = book
        self._history = history
        self._sound = sound
        self._local_time = local_time
        self._deadlines_done: set[tuple[int, int]] = set()
        self._standing: set[int] = set()
        self._timed = [
            place
            for place, rule in enumerate(pack.rules)
            if not rule.spoken and rule.deadline is None and not rule.sound_kinds
        ]
        self._by_sound = [
            place for place, rule in enumerate(pack.rules) if not rule.spoken and rule.sound_kinds
        ]

    def _moment(self, channel: Channel, position: int) -> View:
        """A view without words."""
        return View(
            self._pack.pack.language,
            channel,
            -1,
            (),
            (),
            {},
            (),
            position,
            self.facts,
            self._history,
            self._local_time,
        )

    def stand(self, position: int) -> list[Flag]:
        """Rules of clock and counters: raised when they begin to hold, not again while they hold."""
        changed: list[Flag] = []
        for place in self._timed:
            compiled = self._pack.rules[place]
            channel = _channel(compiled)
            findings = find(self._pack, [place], self._moment(channel, position), {})
            if findings and place not in self._standing:
                self._standing.add(place)
                changed.append(self._book.raise_now(findings[0], channel, position))
            elif not findings:
                self._standing.discard(place)
        return changed

    def heard_sound(self, channel: Channel, position: int) -> list[Flag]:
        changed: list[Flag] = []
        for place in self._by_sound:
            compiled = self._pack.rules[place]
            if not compiled.rule.speaker.covers(channel):
                continue
            changed += [
                self._book.raise_now(finding, channel, position)
                for finding in find(self._pack, [place], self._moment(channel, position), {})
                if self._sound.is_new(compiled.rule.rule_id, channel, finding.start)
            ]
        return changed

    def pass_deadlines(self, position: int) -> list[Flag]:
        changed: list[Flag] = []
        for place, compiled in enumerate(self._pack.rules):
            deadline = compiled.deadline
            if deadline is None:
                continue
            channel = _channel(compiled)
            for since in self._since(deadline):
                due = since + in_samples(deadline.by_seconds)
                if position < due or (place, since) in self._deadlines_done:
                    continue
                self._deadlines_done.add((place, since))
                said = any(
                    event.end >= (since if deadline.after_watch else 0) and event.start <= position
                    for event in self._history.events(deadline.watch, deadline.speaker)
                )
                if said:
                    continue
                finding = self._omission(compiled, place, channel, since, position)
                if finding is not None:
                    changed.append(self._book.raise_now(finding, channel, position))
        return changed

    def _since(self, deadline: Deadline) -> list[int]:
        """Positions from which the deadline runs."""
        if not deadline.after_watch:
            return [] if self._history.call_start is None else [self._history.call_start]
        return [event.end for event in self._history.events(deadline.after_watch, deadline.after_speaker)]

    def _omission(
        self, compiled: CompiledRule, place: int, channel: Channel, since: int, position: int
    ) -> Finding | None:
        findings = find(self._pack, [place], self._moment(channel, position), {})
        if not findings:
            return None
        silent = Evidence(EvidenceKind.SILENCE, compiled.rule.title, "", 1.0, since, position)
        one = findings[0]
        kind = one.kind if one.kind in {FlagKind.POSSIBLE, FlagKind.MENTION} else FlagKind.OMISSION
        return Finding(
            compiled,
            one.category,
            kind,
            one.severity,
            one.score,
            (silent, *one.evidence),
            -1,
            -1,
            since,
            position,
        )


def _channel(compiled: CompiledRule) -> Channel:
    return Channel.CUSTOMER if compiled.rule.speaker is Speaker.CUSTOMER else Channel.AGENT
