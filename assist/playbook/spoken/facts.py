"""Facts caught from speech: amounts, dates and promises to pay.

Pure functions; safe from any thread. Nothing here decides: every fact becomes a field that the agent
confirms, so a vague wording yields a fact of low confidence rather than none or a sure one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assist.playbook.spoken.text import SpokenText, spoken_text
from speech.types import Channel, Word


class SpokenKind(StrEnum):
    """What a fact is."""

    AMOUNT = "amount"
    DATE = "date"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class SpokenFact:
    """An amount, a date, or a promise to pay (which carries what it names of both)."""

    kind: SpokenKind
    amount: Decimal | None
    """To the cent, in the debt's currency."""
    date: date | None
    text: str
    """The words of the span as recognised, joined by single spaces."""
    first_word: int
    """Index of the first word of the span in the words given."""
    last_word: int
    """Index of the last word, inclusive."""
    confidence: float
    """0.0 to 1.0: how sure the reading is, times the recogniser's own confidence in the words."""


def find_facts(
    words: Sequence[Word] | str,
    language: str,
    call_date: date,
    owed: Decimal | None = None,
    channel: Channel = Channel.CUSTOMER,
) -> list[SpokenFact]:
    """The facts in one utterance, in the order in which they were said.

    `words` are an utterance's words, or a text whose whitespace-separated tokens count as words. `language`
    begins with `zh` or `en`. Shares ("half", "三成") are of `owed`; without it they give no amount. Relative
    dates are resolved against `call_date`, the call's date where the debtor is. Only the customer promises:
    what the agent asks or repeats yields amounts and dates. A promise takes up its amount and date; they are
    not reported a second time. A promise for a past date is none, the date remains a date.
    """
    spoken = spoken_text(words, chinese=language.lower().startswith("zh"))
    if not spoken.text:
        return []
    from assist.playbook.spoken.promises import read_facts

    facts = []
    for reading in read_facts(spoken, call_date, owed, may_promise=channel is Channel.CUSTOMER):
        first, last = spoken.words_in(reading.start, reading.end)
        facts.append(
            SpokenFact(
                SpokenKind(reading.kind),
                reading.amount,
                reading.date,
                spoken.surface(reading.start, reading.end),
                first,
                last,
                round(reading.confidence * _heard(spoken, reading.start, reading.end), 3),
            )
        )
    return facts


def _heard(spoken: SpokenText, start: int, end: int) -> float:
    return spoken.heard(start, end)
