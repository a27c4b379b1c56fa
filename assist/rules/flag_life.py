"""The life of flags: provisional on a partial, confirmed or unconfirmed by the final, dismissed by a person only.

One thing said is one flag, however many partials hold it: a finding belongs to the flag of its rule whose
span it overlaps in the same utterance. A flag may alarm (`interrupts`) once, when two partials at least 200 ms apart
agree or the final holds it, the rule is strong and severe enough, the rate limit allows it and hearing is
good enough to trust. Thread: the session's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assist.rules.findings import Finding
from assist.rules.flags import Flag, FlagKind, FlagState, Severity
from assist.rules.history import in_samples
from assist.rules.pack import RateLimit
from assist.rules.view import mean_confidence
from speech.types import SAMPLE_RATE_HZ, Channel, Word

DEBOUNCE_SAMPLES = SAMPLE_RATE_HZ // 5
"""Two partials must be so far apart to agree."""
SAME_THING_SAMPLES = 3 * SAMPLE_RATE_HZ
"""Alarms within this time on overlapping words are one alarm."""
LEAST_TRUSTED_CONFIDENCE = 0.4
"""Mean word confidence below which the sound is too poor to alarm on."""
_ALARMING = {FlagKind.VIOLATION, FlagKind.TRIGGER, FlagKind.METADATA, FlagKind.OMISSION}
_MEANING_LIMIT = RateLimit(0, 1.0)


@dataclass
class _Life:
    """One flag with what is needed to decide its next snapshot."""

    flag: Flag
    first_seen: int


class FlagBook:
    """All flags of a call."""

    def __init__(self, pack: str) -> None:
        self._pack = pack
        self._lives: dict[str, _Life] = {}
        self._by_utterance: dict[tuple[Channel, int], list[str]] = defaultdict(list)
        self._alarms: dict[str, list[int]] = defaultdict(list)
        self._next = 0

    def flag(self, flag_id: str) -> Flag | None:
        """The newest snapshot."""
        life = self._lives.get(flag_id)
        return None if life is None else life.flag

    @property
    def flags(self) -> list[Flag]:
        """The newest snapshots, in the order of raising."""
        return [life.flag for life in self._lives.values()]

    def hear(
        self,
        channel: Channel,
        utterance: int,
        words: Sequence[Word],
        findings: Sequence[Finding],
        position: int,
        *,
        final: bool,
        trusted: bool,
    ) -> list[Flag]:
        """Take what a partial or final holds; new and changed snapshots."""
        changed: list[Flag] = []
        mine = self._by_utterance[channel, utterance]
        met: set[str] = set()
        for finding in findings:
            life = self._life_of(finding, mine, met)
            if life is None:
                flag = self._raised(
                    finding, channel, utterance, words, position, final=final, trusted=trusted
                )
                mine.append(flag.flag_id)
                met.add(flag.flag_id)
                changed.append(flag)
                continue
            met.add(life.flag.flag_id)
            again = self._met_again(life, finding, words, position, final=final, trusted=trusted)
            if again is not None:
                changed.append(again)
        if final:
            changed += [
                self._unconfirmed(self._lives[one], position) for one in mine if self._is_open(one, met)
            ]
        return changed

    def raise_now(self, finding: Finding, channel: Channel, position: int, *, utterance: int = -1) -> Flag:
        """A flag that needs no final: clock, counters, sound, something not said."""
        return self._raised(finding, channel, utterance, (), position, final=True, trusted=True)

    def dismiss(self, flag_id: str, by: str, reason: str, position: int) -> list[Flag]:
        """A person says that a flag is wrong; nothing if there is no such flag or it was dismissed."""
        life = self._lives.get(flag_id)
        if life is None or life.flag.state is FlagState.DISMISSED:
            return []
        life.flag = replace(
            life.flag, state=FlagState.DISMISSED, interrupts=False, settled_at=position, dismissed_by=by,
            dismiss_reason=reason,
        )  # fmt: skip
        return [life.flag]

    def _life_of(self, finding: Finding, mine: Sequence[str], met: set[str]) -> _Life | None:
        lives = [
            self._lives[one]
            for one in mine
            if one not in met and self._lives[one].flag.rule == finding.rule_id
            and (finding.rule is not None or self._lives[one].flag.category == finding.category)
        ]  # fmt: skip
        for life in lives:
            if finding.start < life.flag.end and life.flag.start < finding.end:
                return life
        # word times shift while an utterance is being recognised: the nearest within a second is the same
        near = [life for life in lives if _apart(finding, life.flag) <= SAMPLE_RATE_HZ]
        return min(near, key=lambda life: _apart(finding, life.flag), default=None)

    def _raised(
        self,
        finding: Finding,
        channel: Channel,
        utterance: int,
        words: Sequence[Word],
        position: int,
        *,
        final: bool,
        trusted: bool,
    ) -> Flag:
        rule = finding.rule.rule if finding.rule is not None else None
        span = _span(finding, words)
        self._next += 1
        flag = Flag(
            flag_id=f"f{self._next:04d}",
            rule=finding.rule_id,
            category=finding.category,
            title=rule.title if rule is not None else finding.category,
            severity=finding.severity,
            kind=finding.kind,
            state=FlagState.CONFIRMED if final else FlagState.PROVISIONAL,
            channel=channel,
            utterance=utterance,
            start=finding.start,
            end=finding.end,
            words=span,
            score=finding.score,
            evidence=finding.evidence,
            basis=rule.basis if rule is not None else (),
            say_instead=rule.say_instead if rule is not None else "",
            interrupts=False,
            raised_at=position,
            settled_at=position if final else -1,
            pack=self._pack,
        )
        if final:
            flag = replace(flag, interrupts=self._may_alarm(flag, finding, position, trusted=trusted))
        self._lives[flag.flag_id] = _Life(flag, position)
        return flag

    def _met_again(
        self,
        life: _Life,
        finding: Finding,
        words: Sequence[Word],
        position: int,
        *,
        final: bool,
        trusted: bool,
    ) -> Flag | None:
        old = life.flag
        if old.state is FlagState.DISMISSED:
            return None
        new = replace(
            old,
            kind=finding.kind,
            severity=finding.severity,
            score=finding.score,
            start=finding.start,
            end=finding.end,
            words=_span(finding, words),
            evidence=finding.evidence,
        )
        if final:
            new = replace(new, state=FlagState.CONFIRMED, settled_at=position)
        debounced = final or position - life.first_seen >= DEBOUNCE_SAMPLES
        if not old.interrupts and debounced and self._may_alarm(new, finding, position, trusted=trusted):
            new = replace(new, interrupts=True)
        if old.interrupts and new.kind not in _ALARMING:
            new = replace(new, interrupts=False)
        life.flag = new
        return new if _visibly_changed(old, new) else None

    def _unconfirmed(self, life: _Life, position: int) -> Flag:
        life.flag = replace(life.flag, state=FlagState.UNCONFIRMED, settled_at=position)
        return life.flag

    def _is_open(self, flag_id: str, met: set[str]) -> bool:
        return flag_id not in met and self._lives[flag_id].flag.state is FlagState.PROVISIONAL

    def _may_alarm(self, flag: Flag, finding: Finding, position: int, *, trusted: bool) -> bool:
        if not trusted or flag.kind not in _ALARMING or flag.severity is not Severity.STOP:
            return False
        if flag.words and mean_confidence(flag.words) < LEAST_TRUSTED_CONFIDENCE:
            return False
        if any(self._same_thing(flag, life.flag) for life in self._lives.values()):
            return False
        limit = finding.rule.rule.rate_limit if finding.rule is not None else _MEANING_LIMIT
        recent = [at for at in self._alarms[flag.rule] if position - at < in_samples(limit.seconds)]
        if len(recent) >= limit.alarms:
            return False
        self._alarms[flag.rule] = [*recent, position]
        return True

    def _same_thing(self, flag: Flag, other: Flag) -> bool:
        """Whether an alarm already went off for these words."""
        return (
            other.interrupts
            and other.flag_id != flag.flag_id
            and other.channel is flag.channel
            and other.utterance == flag.utterance
            and flag.utterance >= 0
            and flag.start < other.end
            and other.start < flag.end
            and abs(flag.end - other.end) <= SAME_THING_SAMPLES
        )


def _span(finding: Finding, words: Sequence[Word]) -> tuple[Word, ...]:
    if finding.first_word < 0:
        return ()
    return tuple(words[finding.first_word : finding.last_word + 1])


def _apart(finding: Finding, flag: Flag) -> int:
    return max(finding.start - flag.end, flag.start - finding.end, 0)


def _visibly_changed(old: Flag, new: Flag) -> bool:
    """Word times and scores jitter from partial to partial; a person sees only this."""
    return (
        old.kind is not new.kind
        or old.state is not new.state
        or old.interrupts != new.interrupts
        or old.severity is not new.severity
        or [word.text for word in old.words] != [word.text for word in new.words]
    )
