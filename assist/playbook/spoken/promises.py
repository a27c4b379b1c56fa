"""Promises to pay: which amount, date and verb of an utterance belong together.

The utterance becomes one line of tokens (amounts, dates, paying verbs, breaks) that is cut greedily into
groups of at most one amount and one date. A group is a promise if its verb is positive (not negated, not
past, not asked) or, without a verb, if it names both an amount and a date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assist.playbook.spoken import lexicon_en, lexicon_zh
from assist.playbook.spoken.amounts_en import find_amounts as find_amounts_en
from assist.playbook.spoken.amounts_zh import AmountMention, to_cents
from assist.playbook.spoken.amounts_zh import find_amounts as find_amounts_zh
from assist.playbook.spoken.calendar import DateMention
from assist.playbook.spoken.dates_en import find_dates as find_dates_en
from assist.playbook.spoken.dates_zh import find_dates as find_dates_zh
from assist.playbook.spoken.text import Mention, SpokenText
from assist.playbook.spoken.verbs import Break, VerbMention, VerbMood

UNSAID_VERB = 0.7
"""Factor for an amount and a date without a verb ("下周五，三千五"), as in an answer."""
HEDGED = 0.75
"""Factor for "should", "尽量", "可能", a condition, or an offer put as a question."""
INHERITED = VerbMention(-1, -1, 1.0, VerbMood.POSITIVE, strong=False)
"""The verb of the promise before, as in "half now and half next month"; it has no place in the text."""
WORTH_TELLING = 0.3
"""A reading below this is noise on the screen."""


@dataclass(frozen=True, slots=True)
class Reading(Mention):
    """What becomes a fact."""

    kind: str
    amount: Decimal | None
    date: date | None


@dataclass(slots=True)
class _Group:
    amount: AmountMention | None = None
    date: DateMention | None = None
    verb: VerbMention | None = None
    denied: bool = False
    closed: bool = False


_Token = AmountMention | DateMention | VerbMention | Break


def read_facts(
    spoken: SpokenText, call_date: date, owed: Decimal | None, *, may_promise: bool
) -> list[Reading]:
    """The promises of `spoken`, and the amounts and dates that belong to none, in spoken order."""
    text = spoken.text
    lexicon = lexicon_zh if spoken.chinese else lexicon_en
    dates = find_dates_zh(text, call_date) if spoken.chinese else find_dates_en(text, call_date)
    undated = _without_dates(text, dates)
    amounts = find_amounts_zh(undated, owed) if spoken.chinese else find_amounts_en(undated, owed)
    tokens: list[_Token] = [*dates, *amounts, *lexicon.find_verbs(text, dates), *lexicon.find_breaks(text)]
    tokens.sort(key=lambda token: (token.start, token.end))
    tokens = _without_corrected(tokens)
    groups = _group(tokens, lexicon.speaks_of_other_money, text)
    readings: list[Reading] = []
    remaining = owed
    promised = False
    for group in groups:
        if group.verb is None and promised and group.amount is not None:
            group.verb = INHERITED
        promise = _promise(group, call_date, remaining) if may_promise else None
        promised = promise is not None
        if promise is not None:
            readings.append(promise)
            if promise.amount is not None and remaining is not None:
                remaining = max(Decimal(0), remaining - promise.amount)
        else:
            readings.extend(_loose(group))
    return sorted(
        (reading for reading in readings if reading.confidence >= WORTH_TELLING),
        key=lambda reading: reading.start,
    )


def _without_dates(text: str, dates: list[DateMention]) -> str:
    """The text with its dates blanked out, so that the numbers of a date are not money."""
    for day in dates:
        text = text[: day.start] + "_" * (day.end - day.start) + text[day.end :]
    return text


def _without_corrected(tokens: list[_Token]) -> list[_Token]:
    """ "下周五，不对，下周六": what was said before the correction is gone if the same kind follows it."""
    kept: list[_Token] = []
    for index, token in enumerate(tokens):
        if isinstance(token, Break) and token.correction:
            following = next(
                (t for t in tokens[index + 1 :] if isinstance(t, AmountMention | DateMention)), None
            )
            for place in range(len(kept) - 1, -1, -1):
                if following is not None and type(kept[place]) is type(following):
                    del kept[place]
                    break
            continue
        kept.append(token)
    return kept


def _group(tokens: list[_Token], other_money: Callable[[str, int, int], bool], text: str) -> list[_Group]:
    groups: list[_Group] = [_Group()]
    for index, token in enumerate(tokens):
        group = groups[-1]
        if isinstance(token, Break):
            group.closed = group.closed or group.verb is not None
        elif isinstance(token, AmountMention):
            if other_money(text, token.start, token.end):
                groups.append(_Group(amount=token, denied=True, closed=True))
                groups.append(_Group())
                continue
            if group.amount is not None or (group.closed and group.date is not None and group.denied):
                group = _next(groups)
            group.amount = token
            group.closed = group.closed or group.denied
        elif isinstance(token, DateMention):
            if group.date is not None or group.denied:
                if group.date is not None and group.date.weak and not group.denied:
                    group.date = token
                    continue
                group = _next(groups)
            group.date = token
        else:
            _add_verb(groups, token, tokens[index + 1 :])
    return [group for group in groups if group.amount is not None or group.date is not None]


def _next(groups: list[_Group]) -> _Group:
    groups.append(_Group())
    return groups[-1]


def _add_verb(groups: list[_Group], verb: VerbMention, rest: list[_Token]) -> None:
    group = groups[-1]
    if verb.mood is VerbMood.DENIED:
        if group.verb is not None:
            group = _next(groups)
        group.denied = True
        group.verb = verb
        group.closed = True
        if group.amount is not None:
            groups.append(_Group())
        return
    following = next((token for token in rest if not isinstance(token, VerbMention)), None)
    complete = group.amount is not None and group.date is not None
    if isinstance(following, AmountMention) and group.amount is not None:
        begins_another = group.verb is not None or not complete
    elif isinstance(following, DateMention) and group.date is not None:
        begins_another = group.verb is not None and not group.date.weak
    else:
        begins_another = False
    if group.denied or begins_another:
        group = _next(groups)
    if group.verb is None or (verb.strong and not group.verb.strong):
        group.verb = verb


def _promise(group: _Group, call_date: date, remaining: Decimal | None) -> Reading | None:
    verb, amount, when = group.verb, group.amount, group.date
    if group.denied or (when is not None and when.date < call_date):
        return None
    if verb is None:
        if amount is None or when is None or (when.weak and not amount.explicit):
            return None
        factor = UNSAID_VERB
    else:
        if amount is None and (when is None or not verb.strong):
            return None
        factor = HEDGED if verb.mood is VerbMood.HEDGED else 1.0
    parts: list[Mention] = [part for part in (verb, amount, when) if part is not None and part.start >= 0]
    sums = None if amount is None else amount.amount
    if amount is not None and amount.whole:
        sums = None if remaining is None else to_cents(remaining)
    if sums is None and when is None:
        return None
    confidence = factor
    for part in (amount, when):
        confidence *= 1.0 if part is None else part.confidence
    if amount is None or when is None:
        confidence *= 0.9
    return Reading(
        min(part.start for part in parts),
        max(part.end for part in parts),
        round(confidence, 3),
        "promise",
        sums,
        None if when is None else when.date,
    )


def _loose(group: _Group) -> list[Reading]:
    readings = []
    if group.amount is not None and group.amount.amount is not None:
        spoken = group.amount
        readings.append(Reading(spoken.start, spoken.end, spoken.confidence, "amount", spoken.amount, None))
    if group.date is not None and not group.date.weak:
        day = group.date
        readings.append(Reading(day.start, day.end, day.confidence, "date", None, day.date))
    return readings
