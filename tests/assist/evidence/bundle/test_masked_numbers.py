"""T17: numbers as people say and recognisers write them; at least 99 % of each kind are masked.

What it models: ID cards, bank cards and mobile numbers in half and full width, in Chinese and English number words,
in groups, split over words, with one digit misheard. Amounts, dates and times stand for what must stay readable.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from assist.evidence.masking import mask_body

COUNT = 700
"""Of each kind: 2,100 numbers in all."""
LEAST_RECALL = 0.99
LEAST_PRECISION = 0.9
"""Among as many harmless sentences as numbers: a masked amount is a nuisance, an open number a harm."""

PLAIN = "零一二三四五六七八九"
SPOKEN = "洞幺两三四五六七八九"
FULL_WIDTH = "０１２３４５６７８９"
ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
BEFORE = ["我的号码是", "你记一下", "嗯就是", "please note", ""]
AFTER = ["对的", "没错吧", "thank you", ""]


def mobile(chance: random.Random) -> str:
    """A mainland mobile number."""
    return "1" + chance.choice("3456789") + _digits(chance, 9)


def bank_card(chance: random.Random) -> str:
    """16 to 19 digits, without a valid check digit."""
    return "62" + _digits(chance, chance.choice([14, 15, 16, 17]))


def id_card(chance: random.Random) -> str:
    """18 places by shape, the last sometimes an X, the check digit at random."""
    born = f"{chance.randrange(1950, 2006)}{chance.randrange(1, 13):02d}{chance.randrange(1, 29):02d}"
    return f"{chance.randrange(110101, 659000)}{born}{_digits(chance, 3)}{chance.choice('0123456789X')}"


def said(number: str, chance: random.Random) -> list[str]:
    """The number as words of an utterance: written one way, cut into words, now and then a digit misheard."""
    if chance.random() < 0.3:
        place = chance.randrange(len(number) - 1)
        number = number[:place] + chance.choice("0123456789") + number[place + 1 :]
    style = chance.choice(["digits", "full width", "plain", "spoken", "english", "mixed"])
    letters = [_spelt(digit, style, chance) for digit in number]
    if style == "english":
        return letters
    words, place = [], 0
    while place < len(letters):
        size = chance.choice([1, 2, 3, 4, len(letters)])
        words.append("".join(letters[place : place + size]))
        place += size
    return words


def harmless(chance: random.Random) -> str:
    """An amount, a date, a time, a count."""
    return chance.choice(
        [
            f"还款{chance.randrange(100, 99999)}元",
            f"{chance.randrange(1, 13)}月{chance.randrange(1, 29)}号之前",
            f"2026-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}",
            f"下午{chance.randrange(1, 12)}点{chance.randrange(10, 60)}分",
            "三千五百二十块",
            "分十二期",
            f"{chance.randrange(1, 999)},{chance.randrange(100, 999)}.{chance.randrange(10, 99)}",
        ]
    )


def masked_text(texts: list[str]) -> str:
    """What is shown of an utterance of these words."""
    body = {"channel": "customer", "words": [{"text": text} for text in texts if text]}
    return " ".join(word["text"] for word in mask_body(body)["words"])


@pytest.mark.parametrize("make", [mobile, bank_card, id_card])
def test_nearly_every_spoken_number_is_masked_up_to_its_end(make: Callable[[random.Random], str]) -> None:
    chance = random.Random(make.__name__)
    missed = []
    for _ in range(COUNT):
        words = said(make(chance), chance)
        shown = masked_text([chance.choice(BEFORE), *words, chance.choice(AFTER)])
        if shown.count("*") < 7:
            missed.append((words, shown))
    assert 1 - len(missed) / COUNT >= LEAST_RECALL, missed[:10]


def test_amounts_dates_and_times_stay_readable() -> None:
    chance = random.Random(17)
    hidden = [text for text in (harmless(chance) for _ in range(COUNT)) if "*" in masked_text([text])]
    assert len(hidden) / COUNT <= 1 - LEAST_PRECISION, hidden[:10]


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(count))


def _spelt(digit: str, style: str, chance: random.Random) -> str:
    if style == "digits" or digit == "X":
        return digit
    if style == "mixed":
        style = chance.choice(["digits", "plain", "spoken"])
        return _spelt(digit, style, chance)
    return {"full width": FULL_WIDTH, "plain": PLAIN, "spoken": SPOKEN, "english": ENGLISH}[style][int(digit)]
