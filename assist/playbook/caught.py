"""Facts caught from speech become fields: promises, amounts and dates of finals, and who is on the line.

What a customer says in pieces ("月底吧" … "五百") is one promise; a plain yes to an amount and date that the agent
has just named is one too. Nothing is decided here: the agent confirms. Thread: the session's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from assist.playbook.changes import CaughtFact, FactKind
from assist.playbook.spoken import SpokenFact, SpokenKind, find_facts
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript

PAYING_STAGES = {"solution", "commitment"}
"""Where a bare amount or date of the customer's answers the question what can be paid."""
SHORT_ANSWER_WORDS = 8
TOGETHER_SAMPLES = 45 * SAMPLE_RATE_HZ
"""Pieces of a promise, or an offer and its answer, lie no further apart."""
_OTHER_MONEY = re.compile(
    r"(?<!发)工\s*资|收\s*入|薪水|房\s*租|房\s*贷|学费|生活费|利息|本金|违约金|欠"
    r"|\b(?:wages?|salary|income|rent|mortgage|earn|make|owe|owed|interest|balance)\b",
    re.IGNORECASE,
)
"""Words with which a bare amount is what someone has or owes, not what they will pay."""
_KINDS = {
    SpokenKind.PROMISE: FactKind.PROMISE,
    SpokenKind.AMOUNT: FactKind.AMOUNT,
    SpokenKind.DATE: FactKind.DATE,
}


@dataclass(frozen=True, slots=True)
class _Offer:
    """Amounts and dates that the agent named."""

    amounts: tuple[str, ...]
    dates: tuple[str, ...]
    words: str
    start: int
    end: int

    @property
    def amount(self) -> str:
        """What is due first."""
        return self.amounts[0] if self.amounts else ""

    @property
    def date(self) -> str:
        """When it is due."""
        return self.dates[0] if self.dates else ""

    def repeats(self, promise: CaughtFact) -> bool:
        """Whether it says again what was promised."""
        return (promise.amount in self.amounts or not self.amounts) and (
            promise.date in self.dates or not self.dates
        )


class FactCatcher:
    """All caught facts of one call."""

    def __init__(self, language: str, today: date | None, owed: Decimal | None) -> None:
        self._language = language
        self._today = today
        self._owed = owed
        self._facts: dict[str, CaughtFact] = {}
        self._offer: _Offer | None = None

    @property
    def facts(self) -> tuple[CaughtFact, ...]:
        """Every fact as it stands, in the order of catching."""
        return tuple(self._facts.values())

    @property
    def promise(self) -> CaughtFact | None:
        """The customer's promise: the newest confirmed one, else one that names amount and date, else the newest."""
        promises = self._promises()
        confirmed = [one for one in promises if one.confirmed]
        whole = [one for one in promises if one.amount and one.date]
        return _newest(confirmed) or _newest(whole) or _newest(promises)

    def hear(self, final: FinalTranscript, *, accepts: bool, asked: bool) -> list[CaughtFact]:
        """Facts that an utterance brings or completes.

        `accepts`: the customer says yes in it. `asked`: the talk is about what can be paid, so that a bare
        amount or date of the customer's is (part of) a promise, and one of the agent's an offer.
        """
        if self._today is None or not final.words:
            return []
        spoken = find_facts(final.words, self._language, self._today, self._owed, final.channel)
        if final.channel is Channel.AGENT:
            if asked:
                self._remember_offer(final, spoken)
            return []
        other_money = _OTHER_MONEY.search(" ".join(word.text for word in final.words)) is not None
        changed = [
            self._caught(final, one, as_promise=asked and not (other_money and one.amount is not None))
            for one in spoken
        ]
        if not spoken and accepts:
            changed += self._accepted(final)
        return [one for one in changed if one is not None]

    def party(self, words: str, start: int, end: int) -> CaughtFact:
        """Who is on the line, as said."""
        return self._keep(CaughtFact(self._next_id(), FactKind.PARTY, Channel.CUSTOMER, start, end, words))

    def confirm(self, fact_id: str, amount: str, due: str) -> CaughtFact | None:
        """The agent confirms a fact as corrected; None if there is no such fact."""
        fact = self._facts.get(fact_id)
        if fact is None:
            return None
        return self._keep(replace(fact, amount=amount, date=due, confirmed=True))

    def _caught(self, final: FinalTranscript, one: SpokenFact, *, as_promise: bool) -> CaughtFact | None:
        start, end = final.words[one.first_word].start, final.words[one.last_word].end
        amount = "" if one.amount is None else str(one.amount)
        due = "" if one.date is None else one.date.isoformat()
        kind = FactKind.PROMISE if as_promise or one.kind is SpokenKind.PROMISE else _KINDS[one.kind]
        if kind is FactKind.PROMISE:
            return self._promised(amount, due, one.text, start, end)
        return self._keep(CaughtFact(self._next_id(), kind, final.channel, start, end, one.text, amount, due))

    def _promised(self, amount: str, due: str, heard: str, start: int, end: int) -> CaughtFact:
        """A new promise, or the missing piece of the one just made."""
        last = _newest(self._promises())
        if (
            last is not None
            and not last.confirmed
            and start - last.end <= TOGETHER_SAMPLES
            and not (amount and due)
            and ((amount and not last.amount) or (due and not last.date))
        ):
            whole = replace(
                last,
                amount=amount or last.amount,
                date=due or last.date,
                heard=f"{last.heard} … {heard}",
                end=end,
            )
            return self._keep(whole)
        offer = self._offer
        if offer is not None and start - offer.end <= TOGETHER_SAMPLES and not (amount and due):
            amount, due = amount or offer.amount, due or offer.date
        self._offer = None
        return self._keep(
            CaughtFact(self._next_id(), FactKind.PROMISE, Channel.CUSTOMER, start, end, heard, amount, due)
        )

    def _accepted(self, final: FinalTranscript) -> list[CaughtFact | None]:
        """A yes to what the agent has just named."""
        offer, self._offer = self._offer, None
        if offer is None or final.words[0].start - offer.end > TOGETHER_SAMPLES:
            return []
        whole = self.promise
        if whole is not None and offer.repeats(whole):
            return []
        last = _newest(self._promises())
        if last is not None and not last.confirmed and final.words[0].start - last.end <= TOGETHER_SAMPLES:
            merged = replace(
                last,
                amount=offer.amount or last.amount,
                date=offer.date or last.date,
                heard=offer.words,
                end=final.words[-1].end,
            )
            return [self._keep(merged)]
        return [
            self._keep(
                CaughtFact(
                    self._next_id(),
                    FactKind.PROMISE,
                    Channel.CUSTOMER,
                    offer.start,
                    final.words[-1].end,
                    offer.words,
                    offer.amount,
                    offer.date,
                )
            )
        ]

    def _remember_offer(self, final: FinalTranscript, spoken: Sequence[SpokenFact]) -> None:
        amounts = [one.amount for one in spoken if one.amount is not None and one.amount != self._owed]
        dates = [
            one.date for one in spoken if one.date is not None and self._today and one.date >= self._today
        ]
        if not amounts and not dates:
            return
        joiner = "" if self._language == "zh" else " "
        self._offer = _Offer(
            tuple(map(str, amounts)),
            tuple(day.isoformat() for day in dates),
            joiner.join(word.text for word in final.words),
            final.words[0].start,
            final.words[-1].end,
        )

    def _promises(self) -> list[CaughtFact]:
        return [one for one in self._facts.values() if one.kind is FactKind.PROMISE]

    def _next_id(self) -> str:
        return f"c{len(self._facts) + 1:03d}"

    def _keep(self, fact: CaughtFact) -> CaughtFact:
        self._facts[fact.fact_id] = fact
        return fact


def _newest(promises: Sequence[CaughtFact]) -> CaughtFact | None:
    return max(promises, key=lambda one: (one.end, one.fact_id), default=None)


def speaks_of_paying(stage: str, final: FinalTranscript) -> bool:
    """Whether bare amounts and dates of an utterance are what can be paid: the agent's, or a short answer."""
    short = final.channel is Channel.AGENT or len(final.words) <= SHORT_ANSWER_WORDS
    return stage in PAYING_STAGES and short
