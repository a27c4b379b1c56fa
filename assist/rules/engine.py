"""The rule engine of one call: transcripts, levels and time in; new and changed flags out.

It satisfies `assist.call.parts.Rules`. A partial costs well under a millisecond: units and hits are kept for the
utterance and only what changed is searched; a rule is evaluated only if the rarest thing it needs was
said. Thread: the session's, one engine for each call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assist.rules.compiler import CompiledPack, CompiledRule, Deadline
from assist.rules.facts import CaseFacts
from assist.rules.findings import Finding, classifier_findings, doubted, find
from assist.rules.flag_life import FlagBook
from assist.rules.flags import Evidence, EvidenceKind, Flag, FlagKind, FlagState
from assist.rules.history import Event, History, in_samples
from assist.rules.matching.matcher import How, UnitHit, UtteranceHits, hit_length
from assist.rules.nodes import best
from assist.rules.pack import Speaker
from assist.rules.scopes import Zone
from assist.rules.sound import SoundMonitor
from assist.rules.view import LocalTime, Match, Part, View
from speech.types import (
    SAMPLE_RATE_HZ,
    Channel,
    FinalTranscript,
    HearingMode,
    LevelReading,
    PartialTranscript,
    RecognizerLag,
    SpottedPhrase,
    Word,
)

BEHIND_SAMPLES = 2 * SAMPLE_RATE_HZ
"""A channel further behind than this does not alarm: what it says is history."""
SPOTTED_KEPT_SAMPLES = 8 * SAMPLE_RATE_HZ
SPOTTED_SLACK_SAMPLES = int(0.6 * SAMPLE_RATE_HZ)
_OVER = {FlagState.CONFIRMED, FlagState.UNCONFIRMED, FlagState.DISMISSED}


@dataclass
class _Utterance:
    """The utterance that a channel is in."""

    number: int
    hits: UtteranceHits
    words: Sequence[Word] = ()
    spotted: list[SpottedPhrase] = field(default_factory=list)


@dataclass(frozen=True)
class _Waiting:
    """A rule that may yet hold because of something said later."""

    place: int
    view: View
    until: int


class RuleEngine:
    """One call's rules. `local_time` gives the debtor's local time, None where it is not known."""

    def __init__(
        self, pack: CompiledPack, facts: CaseFacts | None = None, local_time: LocalTime = lambda: None
    ) -> None:
        self._pack = pack
        self._facts = facts or CaseFacts()
        self._local_time = local_time
        self._book = FlagBook(pack.pack.identity)
        self._history = History()
        self._open: dict[Channel, _Utterance] = {}
        self._spotted: dict[Channel, list[SpottedPhrase]] = {channel: [] for channel in Channel}
        self._lag: RecognizerLag | None = None
        self._sound = SoundMonitor()
        self._waiting: list[_Waiting] = []
        self._deadlines_done: set[tuple[int, int]] = set()
        self._standing: set[int] = set()
        self._position = 0
        self._language = pack.pack.language
        self._timed = [
            place
            for place, rule in enumerate(pack.rules)
            if not rule.spoken and rule.deadline is None and not rule.sound_kinds
        ]
        self._by_sound = [
            place for place, rule in enumerate(pack.rules) if not rule.spoken and rule.sound_kinds
        ]

    @property
    def flags(self) -> list[Flag]:
        """The newest snapshot of every flag."""
        return self._book.flags

    @property
    def facts(self) -> CaseFacts:
        """The case's facts as now known."""
        return self._facts

    def spotter_phrases(self) -> tuple[str, ...]:
        """Plain phrases for the grammar recogniser: those of strong rules that interrupt."""
        from assist.rules.spotting import spotter_phrases

        return spotter_phrases(self._pack)

    def on_facts(self, facts: CaseFacts) -> Sequence[Flag]:
        """The case's facts have changed (identity verified, third party on the line)."""
        self._facts = facts
        changed: list[Flag] = []
        for channel, utterance in list(self._open.items()):
            changed += self._hear(channel, utterance, utterance.words, self._position, final=False)
        return changed + self._stand(self._position)

    def on_learnt(self, facts: Mapping[str, object]) -> Sequence[Flag]:
        """The call itself brought facts; None stands for one that is not known any more."""
        return self.on_facts(self._facts.with_values(facts))

    def on_partial(self, partial: PartialTranscript) -> Sequence[Flag]:
        """Words so far of an utterance."""
        utterance = self._utterance(partial.channel, partial.utterance)
        self._spoke(partial.words, partial.heard_until)
        return self._hear(partial.channel, utterance, partial.words, partial.heard_until, final=False)

    def on_final(self, final: FinalTranscript) -> Sequence[Flag]:
        """An utterance's last words; other readings that it carries may confirm what they hold."""
        utterance = self._utterance(final.channel, final.utterance)
        self._spoke(final.words, final.heard_until)
        self._sound.spoken(final, len(utterance.hits.units), self._history)
        changed = self._hear(
            final.channel,
            utterance,
            final.words,
            final.heard_until,
            final=True,
            alternatives=final.alternatives,
        )
        self._open.pop(final.channel, None)
        return changed + self._heard_sound(final.channel, final.heard_until)

    def on_spotted(self, hit: SpottedPhrase) -> Sequence[Flag]:
        """A phrase of the grammar recogniser: evidence only where the free words can be aligned with it."""
        recent = [one for one in self._spotted[hit.channel] if one.end >= hit.end - SPOTTED_KEPT_SAMPLES]
        self._spotted[hit.channel] = [*recent, hit]
        utterance = self._open.get(hit.channel)
        if utterance is None or not utterance.words:
            return []
        return self._hear(hit.channel, utterance, utterance.words, self._position, final=False)

    def on_level(self, reading: LevelReading) -> Sequence[Flag]:
        """One block of sound of one channel."""
        self._position = max(self._position, reading.position)
        if not self._sound.hear(reading, self._history):
            return []
        # An event of one channel may become known by the other's block: both are asked.
        return [flag for channel in Channel for flag in self._heard_sound(channel, reading.position)]

    def on_time(self, position: int) -> Sequence[Flag]:
        """Time has passed: deadlines, clock and counters."""
        self._position = max(self._position, position)
        changed = self._pass_deadlines(position)
        self._waiting = [one for one in self._waiting if one.until >= position]
        return changed + self._stand(position)

    def on_lag(self, lag: RecognizerLag) -> Sequence[Flag]:
        """How far recognition is behind; while it is far, nothing alarms."""
        self._lag = lag
        return []

    def dismiss(self, flag_id: str, by: str, reason: str) -> Sequence[Flag]:
        """A person says that a flag is wrong."""
        return self._book.dismiss(flag_id, by, reason, self._position)

    def view_of(self, channel: Channel, words: Sequence[Word]) -> View:
        """An utterance as the rules would see it now, for explanations; changes nothing."""
        utterance = _Utterance(0, UtteranceHits(self._pack.index), words)
        utterance.hits.feed(words)
        return self._view(channel, utterance, words, utterance.hits.hits, words[-1].end if words else 0)

    # --- words -------------------------------------------------------------------------------------

    def _utterance(self, channel: Channel, number: int) -> _Utterance:
        current = self._open.get(channel)
        if current is None or current.number != number:
            current = self._open[channel] = _Utterance(number, UtteranceHits(self._pack.index))
        return current

    def _spoke(self, words: Sequence[Word], position: int) -> None:
        self._position = max(self._position, position)
        if words:
            self._history.speech_at(words[0].start)

    def _hear(
        self,
        channel: Channel,
        utterance: _Utterance,
        words: Sequence[Word],
        position: int,
        *,
        final: bool,
        alternatives: Sequence[Sequence[str]] = (),
    ) -> list[Flag]:
        utterance.words = words
        utterance.hits.feed(words)
        hits = [*utterance.hits.hits, *self._confirmed_by_spotter(channel, utterance)]
        if alternatives:
            from assist.rules.spotting import hits_of_alternatives

            hits += hits_of_alternatives(self._pack, utterance.hits, alternatives)
        view = self._view(channel, utterance, words, hits, position)
        new_events = self._watch(view, final=final)
        chances = self._chances(view) if final else {}
        findings = find(self._pack, self._candidates(view), view, chances)
        if any(one.kind is FlagKind.VIOLATION for one in findings):
            # Costs a fraction of a millisecond, and only where something is about to be flagged.
            findings = doubted(findings, chances or self._chances(view))
        if final:
            findings += classifier_findings(findings, view, chances)
        changed = self._book.hear(
            channel, utterance.number, words, findings, position, final=final, trusted=self._trusted(channel)
        )
        self._note_rule_hits(view, findings, final=final)
        self._remember_waiting(view, position)
        return changed + (self._look_back(position) if new_events else [])

    def _view(
        self,
        channel: Channel,
        utterance: _Utterance,
        words: Sequence[Word],
        hits: Sequence[UnitHit],
        position: int,
    ) -> View:
        units = utterance.hits.units
        zones: list[Zone] = self._pack.scopes.zones(units, words) if self._pack.scopes and hits else []
        return View(
            language=self._language,
            channel=channel,
            utterance=utterance.number,
            words=words,
            units=list(units),
            leaves=self._leaf_matches(hits),
            zones=zones,
            position=position,
            facts=self._facts,
            history=self._history,
            local_time=self._local_time,
        )

    def _leaf_matches(self, hits: Sequence[UnitHit]) -> dict[int, list[Match]]:
        found: dict[int, list[Match]] = {}
        index = self._pack.index
        leaves_of = self._pack.leaves
        for hit in hits:
            leaves = leaves_of.get(hit.phrase)
            if leaves is None or (self._pack.hows is not None and hit.how not in self._pack.hows):
                continue
            phrase = index.phrases[hit.phrase]
            part = Part("", phrase.text, hit.first, hit.end, hit.cost, hit.how)
            match = Match(hit.first, hit.end, hit.cost, hit_length(phrase, index.language), (part,))
            for leaf in leaves:
                found.setdefault(leaf.number, []).append(match)
        return {number: matches if len(matches) == 1 else best(matches) for number, matches in found.items()}

    def _candidates(self, view: View) -> list[int]:
        places = {place for leaf in view.leaves for place in self._pack.by_leaf.get(leaf, ())}
        return sorted(places.union(self._pack.always))

    def _chances(self, view: View) -> Mapping[str, float]:
        if self._pack.meaning is None:
            return {}
        prefix = "T-" if view.channel is Channel.CUSTOMER else "V"
        chances = self._pack.meaning.predict_units([placed.unit for placed in view.units])
        return {category: chance for category, chance in chances.items() if category.startswith(prefix)}

    def _trusted(self, channel: Channel) -> bool:
        if self._lag is None:
            return True
        agent = channel is Channel.AGENT
        behind = self._lag.agent_behind if agent else self._lag.customer_behind
        return behind < BEHIND_SAMPLES and (agent or self._lag.mode is not HearingMode.CUSTOMER_SPOTTER_ONLY)

    def _confirmed_by_spotter(self, channel: Channel, utterance: _Utterance) -> list[UnitHit]:
        if not self._spotted[channel] or not utterance.words:
            return []
        from assist.rules.spotting import confirmed_hits

        return confirmed_hits(self._pack, utterance.hits, utterance.words, self._spotted[channel])

    # --- looking back and ahead --------------------------------------------------------------------

    def _watch(self, view: View, *, final: bool) -> bool:
        """Note which watched conditions this utterance fulfils; whether any is new."""
        new = False
        for watch in self._pack.watches:
            leaves = self._pack.watch_leaves[watch.name]
            fulfilled = leaves is None or any(leaf in view.leaves for leaf in leaves)
            matches = [match for match in watch.node.matches(view) if match.has_words] if fulfilled else []
            events = [self._event(view, match) for match in matches]
            new |= self._history.put(watch.name, view.channel, view.utterance, events, final=final)
        return new

    @staticmethod
    def _event(view: View, match: Match) -> Event:
        start, end = view.samples(match.first, match.end)
        return Event(view.channel, view.utterance, start, end, view.heard(match.first, match.end), sure=True)

    def _note_rule_hits(self, view: View, findings: Sequence[Finding], *, final: bool) -> None:
        by_rule: dict[str, list[Event]] = {}
        for one in findings:
            if one.rule is not None and one.kind not in {FlagKind.MENTION, FlagKind.POSSIBLE}:
                heard = " ".join(word.text for word in view.words[one.first_word : one.last_word + 1])
                event = Event(view.channel, view.utterance, one.start, one.end, heard, sure=final)
                by_rule.setdefault(one.rule_id, []).append(event)
        for rule_id, events in by_rule.items():
            self._history.put("rule:" + rule_id, view.channel, view.utterance, events, final=final)

    def _remember_waiting(self, view: View, position: int) -> None:
        kept = [
            one for one in self._waiting
            if one.view.channel is not view.channel or one.view.utterance != view.utterance
        ]  # fmt: skip
        until = position + in_samples(120.0)
        kept += [
            _Waiting(place, view, until)
            for place in self._candidates(view)
            if self._pack.rules[place].looks_ahead
            and self._pack.rules[place].rule.speaker.covers(view.channel)
        ]
        self._waiting = kept

    def _look_back(self, position: int) -> list[Flag]:
        """Evaluate again the rules that waited for what has now been said."""
        changed: list[Flag] = []
        for waiting in self._waiting:
            view = waiting.view
            view.memo.clear()
            findings = find(self._pack, [waiting.place], view, {})
            current = self._open.get(view.channel)
            final = current is None or current.number != view.utterance
            changed += self._book.hear(
                view.channel, view.utterance, view.words, findings, position,
                final=final, trusted=self._trusted(view.channel),
            ) if findings else []  # fmt: skip
        return changed

    # --- without words -----------------------------------------------------------------------------

    def _moment(self, channel: Channel, position: int) -> View:
        """A view without words."""
        return View(
            self._language,
            channel,
            -1,
            (),
            (),
            {},
            (),
            position,
            self._facts,
            self._history,
            self._local_time,
        )

    def _stand(self, position: int) -> list[Flag]:
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

    def _heard_sound(self, channel: Channel, position: int) -> list[Flag]:
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

    def _pass_deadlines(self, position: int) -> list[Flag]:
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


__all__ = ["How", "RuleEngine"]
