"""The rule engine of one call: transcripts, levels and time in; new and changed flags out.

It satisfies `assist.call.parts.Rules`. A partial costs well under a millisecond: units and hits are kept for the
utterance and only what changed is searched; a rule is evaluated only if the rarest thing it needs was
said. Thread: the session's, one engine for each call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assist.rules.compiler import CompiledPack
from assist.rules.facts import CaseFacts
from assist.rules.findings import Finding, classifier_findings, doubted, find
from assist.rules.flag_life import FlagBook
from assist.rules.flags import Flag, FlagKind
from assist.rules.history import Event, History, in_samples
from assist.rules.matching.matcher import UnitHit, UtteranceHits, hit_length
from assist.rules.nodes import best
from assist.rules.scopes import Zone
from assist.rules.sound import SoundMonitor
from assist.rules.view import LocalTime, Match, Part, View
from assist.rules.wordless import WordlessRules
from speech.types import (
    SAMPLE_RATE_HZ,
    Channel,
    FinalTranscript,
    HearingMode,
    LevelReading,
    OtherReadings,
    PartialTranscript,
    RecognizerLag,
    SpottedPhrase,
    Word,
)

BEHIND_SAMPLES = 2 * SAMPLE_RATE_HZ
"""A channel further behind than this does not alarm: what it says is history."""
FEWEST_JUDGED_UNITS = 4
"""A greeting or a yes means nothing by itself: the classifier learned from sentences."""
SPOTTED_KEPT_SAMPLES = 8 * SAMPLE_RATE_HZ


@dataclass
class _Utterance:
    """The utterance that a channel is in."""

    number: int
    hits: UtteranceHits
    words: Sequence[Word] = ()
    findings: list[Finding] | None = None
    """What the words hold; None once something other than the words has changed."""


@dataclass(frozen=True)
class _Waiting:
    """A rule that may yet hold because of something said later."""

    place: int
    view: View
    chances: Mapping[str, float]
    """What the classifier said of the utterance, empty before its final."""
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
        self._ended: dict[Channel, _Utterance] = {}
        """Each channel's last utterance that is over, whose other readings may yet come."""
        self._spotted: dict[Channel, list[SpottedPhrase]] = {channel: [] for channel in Channel}
        self._lag: RecognizerLag | None = None
        self._sound = SoundMonitor()
        self._waiting: list[_Waiting] = []
        self._position = 0
        self._language = pack.pack.language
        self._wordless = WordlessRules(pack, self._book, self._history, self._sound, local_time, self._facts)

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
        self._facts = self._wordless.facts = facts
        changed: list[Flag] = []
        for channel, utterance in list(self._open.items()):
            changed += self._hear(channel, utterance, utterance.words, self._position, final=False)
        return changed + self._wordless.stand(self._position)

    def on_learnt(self, facts: Mapping[str, object]) -> Sequence[Flag]:
        """The call itself brought facts; None stands for one that is not known any more."""
        return self.on_facts(self._facts.with_values(facts))

    def on_partial(self, partial: PartialTranscript) -> Sequence[Flag]:
        """Words so far of an utterance."""
        utterance = self._utterance(partial.channel, partial.utterance)
        self._spoke(partial.words, partial.heard_until)
        if utterance.findings is not None and _same_texts(utterance.words, partial.words):
            return self._stands(partial, utterance, utterance.findings)
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
        self._ended[final.channel] = utterance
        return changed + self._wordless.heard_sound(final.channel, final.heard_until)

    def on_readings(self, other: OtherReadings) -> Sequence[Flag]:
        """Other readings of an utterance that is over: what they hold is for review, it is too late to alarm."""
        ended = self._ended.get(other.channel)
        if ended is None or ended.number != other.utterance:
            return []
        return self._hear(
            other.channel, ended, ended.words, self._position, final=True, alternatives=other.readings,
            trusted=False,
        )  # fmt: skip

    def on_spotted(self, hit: SpottedPhrase) -> Sequence[Flag]:
        """A phrase of the grammar recogniser: evidence only where the free words can be aligned with it."""
        recent = [one for one in self._spotted[hit.channel] if one.end >= hit.end - SPOTTED_KEPT_SAMPLES]
        self._spotted[hit.channel] = [*recent, hit]
        utterance = self._open.get(hit.channel)
        if utterance is None or not self._borne_out(utterance, [hit]):
            return []
        return self._hear(hit.channel, utterance, utterance.words, self._position, final=False)

    def on_level(self, reading: LevelReading) -> Sequence[Flag]:
        """One block of sound of one channel."""
        self._position = max(self._position, reading.position)
        if not self._sound.hear(reading, self._history):
            return []
        # An event of one channel may become known by the other's block: both are asked.
        return [flag for channel in Channel for flag in self._wordless.heard_sound(channel, reading.position)]

    def on_time(self, position: int) -> Sequence[Flag]:
        """Time has passed: deadlines, clock and counters."""
        self._position = max(self._position, position)
        changed = self._wordless.pass_deadlines(position)
        self._waiting = [one for one in self._waiting if one.until >= position]
        return changed + self._wordless.stand(position)

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

    def _stands(
        self, partial: PartialTranscript, utterance: _Utterance, findings: Sequence[Finding]
    ) -> list[Flag]:
        """The same words once more: nothing new is in them, but what waited for two partials may alarm."""
        return self._book.hear(
            partial.channel, utterance.number, utterance.words, findings, partial.heard_until,
            final=False, trusted=self._trusted(partial.channel),
        )  # fmt: skip

    def _hear(
        self,
        channel: Channel,
        utterance: _Utterance,
        words: Sequence[Word],
        position: int,
        *,
        final: bool,
        alternatives: Sequence[Sequence[str]] = (),
        trusted: bool = True,
    ) -> list[Flag]:
        utterance.words = words
        utterance.hits.feed(words)
        hits = [*utterance.hits.hits, *self._confirmed_by_spotter(channel, utterance)]
        if alternatives:
            from assist.rules.spotting import hits_of_alternatives

            hits += hits_of_alternatives(self._pack, utterance.hits, alternatives)
        view = self._view(channel, utterance, words, hits, position)
        new_events = self._watch(view, final=final)
        chances = self._chances(view, alternatives) if final else {}
        findings = self._found(self._candidates(view), view, chances)
        if final:
            findings += classifier_findings(findings, view, chances)
        utterance.findings = findings
        changed = self._book.hear(
            channel, utterance.number, words, findings, position,
            final=final, trusted=trusted and self._trusted(channel),
        )  # fmt: skip
        new_events |= self._note_rule_hits(view, findings, final=final)
        self._remember_waiting(view, chances, position)
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

    def _chances(self, view: View, readings: Sequence[Sequence[str]] = ()) -> Mapping[str, float]:
        """What the classifier says of the words, or of all readings in the mean where that is more."""
        meaning = self._pack.meaning
        if meaning is None or len(view.units) < FEWEST_JUDGED_UNITS:
            return {}
        prefix = "T-" if view.channel is Channel.CUSTOMER else "V"
        said = [meaning.predict_units([placed.unit for placed in view.units])]
        for reading in readings:
            units = [unit for word in reading for unit in meaning.language.units(word)]
            said.append(meaning.predict_units(units) or said[0])
        return {
            category: max(said[0][category], sum(one[category] for one in said) / len(said))
            for category in said[0]
            if category.startswith(prefix)
        }

    def _trusted(self, channel: Channel) -> bool:
        if self._lag is None:
            return True
        agent = channel is Channel.AGENT
        behind = self._lag.agent_behind if agent else self._lag.customer_behind
        return behind < BEHIND_SAMPLES and (agent or self._lag.mode is not HearingMode.CUSTOMER_SPOTTER_ONLY)

    def _confirmed_by_spotter(self, channel: Channel, utterance: _Utterance) -> list[UnitHit]:
        return self._borne_out(utterance, self._spotted[channel])

    def _borne_out(self, utterance: _Utterance, spotted: Sequence[SpottedPhrase]) -> list[UnitHit]:
        if not spotted or not utterance.words:
            return []
        from assist.rules.spotting import confirmed_hits

        return confirmed_hits(self._pack, utterance.hits, utterance.words, spotted)

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

    def _found(self, rules: Sequence[int], view: View, chances: Mapping[str, float]) -> list[Finding]:
        findings = find(self._pack, rules, view, chances)
        if any(one.kind is FlagKind.VIOLATION for one in findings):
            # Costs a fraction of a millisecond, and only where something is about to be flagged.
            findings = doubted(findings, chances or self._chances(view))
        return findings

    def _note_rule_hits(self, view: View, findings: Sequence[Finding], *, final: bool) -> bool:
        """Note the hits that other rules are anchored to; whether any is new."""
        new = False
        by_rule: dict[str, list[Event]] = {}
        for one in findings:
            if one.rule_id in self._pack.anchors and one.kind not in {FlagKind.MENTION, FlagKind.POSSIBLE}:
                heard = " ".join(word.text for word in view.words[one.first_word : one.last_word + 1])
                event = Event(view.channel, view.utterance, one.start, one.end, heard, sure=final)
                by_rule.setdefault(one.rule_id, []).append(event)
        for rule_id, events in by_rule.items():
            new |= self._history.put("rule:" + rule_id, view.channel, view.utterance, events, final=final)
        return new

    def _remember_waiting(self, view: View, chances: Mapping[str, float], position: int) -> None:
        kept = [
            one for one in self._waiting
            if one.view.channel is not view.channel or one.view.utterance != view.utterance
        ]  # fmt: skip
        kept += [
            _Waiting(place, view, chances, position + in_samples(self._pack.rules[place].looks_ahead))
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
            findings = self._found([waiting.place], view, waiting.chances)
            current = self._open.get(view.channel)
            final = current is None or current.number != view.utterance
            changed += self._book.hear(
                view.channel, view.utterance, view.words, findings, position,
                final=final, trusted=self._trusted(view.channel),
            ) if findings else []  # fmt: skip
        return changed


def _same_texts(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return len(one) == len(other) and all(a.text == b.text for a, b in zip(one, other, strict=True))
