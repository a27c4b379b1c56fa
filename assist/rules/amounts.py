"""Amounts of money in recognised words, and whether they are among the case's.

Only spoken forms that name money count: 三万二千块, 两万三, 五百元; "four grand", "five hundred dollars". What
a promise or an instalment is worth is the playbook's business; here a wrong total matters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import cn2an
from text_to_num import text2num

from assist.rules.matching.units import PlacedUnit

_ZH_NUMBER = re.compile(
    r"(?<![第年月日号点楼])([零一二两三四五六七八九十百千万亿点]{1,16})(块钱|块|元|圆|人民币|多块|多元)?"
)
_ZH_BIG = re.compile(r"[百千万亿]")
_ZH_NOT_MONEY = re.compile(r"^(个月|年|天|号|月|次|分钟|点|岁|期|遍|小时|楼|栋|个人|通|位)")
_EN_MONEY_WORDS = {"dollar", "buck", "pound", "quid", "grand", "euro"}
_EN_NUMBER_WORDS = frozenset(
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "thousand",
        "million",
    ]
)
_EN_STEMS = {"on": "one", "fiv": "five", "nin": "nine", "thre": "three"}


@dataclass(frozen=True, slots=True)
class SpokenAmount:
    """An amount at units [first, end); `rough` where it was said with 多 or 几 or "about"."""

    value: Decimal
    first: int
    end: int
    rough: bool = False


def amounts_said(units: Sequence[PlacedUnit], language: str) -> list[SpokenAmount]:
    """Every amount of money in an utterance."""
    texts = [placed.unit.text for placed in units]
    return _chinese(texts) if language == "zh" else _english(texts)


def differs(said: SpokenAmount, known: Sequence[Decimal], tolerance_percent: float) -> bool:
    """Whether an amount is none of the known ones (a rough one may be a tenth off)."""
    percent = Decimal(str(max(tolerance_percent, 10.0 if said.rough else 0.0)))
    return all(abs(said.value - one) > max(Decimal("0.01"), abs(one) * percent / 100) for one in known)


def _chinese(texts: Sequence[str]) -> list[SpokenAmount]:
    joined, starts = "", []
    for text in texts:
        starts.append(len(joined))
        joined += text
    found = []
    for match in _ZH_NUMBER.finditer(joined):
        number, unit = match.group(1), match.group(2)
        if not unit and (not _ZH_BIG.search(number) or _ZH_NOT_MONEY.match(joined[match.end() :])):
            continue
        value = _chinese_value(number)
        if value is None or value < 1:
            continue
        first = max(i for i, start in enumerate(starts) if start <= match.start())
        end = max(i for i, start in enumerate(starts) if start < match.end()) + 1
        rough = joined[match.end() : match.end() + 1] in {"多", "几", "左"} or "多" in (unit or "")
        found.append(SpokenAmount(value, first, end, rough))
    return found


def _chinese_value(number: str) -> Decimal | None:
    text = number.replace("两", "二").strip("点")
    short = re.fullmatch(r"(.*?)([一二三四五六七八九]?)([万千百])([一二三四五六七八九])", text)
    if short and short.group(2):  # 三万二: the last digit counts tenths of the unit before it
        place = {"万": "千", "千": "百", "百": "十"}[short.group(3)]
        text = text + place
    try:
        return Decimal(str(cn2an.cn2an(text, "smart")))
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def _english(texts: Sequence[str]) -> list[SpokenAmount]:
    found = []
    index = 0
    plain = [_EN_STEMS.get(text, text) for text in texts]
    while index < len(plain):
        end = index
        while end < len(plain) and (
            plain[end] in _EN_NUMBER_WORDS
            or re.fullmatch(r"[\d.,]+", plain[end])
            or (plain[end] == "and" and index < end < len(plain) - 1 and plain[end + 1] in _EN_NUMBER_WORDS)
        ):
            end += 1
        if end == index:
            index += 1
            continue
        value = _english_value(plain[index:end])
        unit = plain[end] if end < len(plain) else ""
        if value is not None and unit in _EN_MONEY_WORDS:
            thousand = Decimal(1000) if unit == "grand" else Decimal(1)
            rough = index > 0 and plain[index - 1] in {"about", "over", "nearly", "almost", "around"}
            found.append(SpokenAmount(value * thousand, index, end + 1, rough))
        index = end
    return found


def _english_value(words: Sequence[str]) -> Decimal | None:
    try:
        if len(words) == 1 and words[0][0].isdigit():
            return Decimal(words[0].replace(",", "").rstrip("."))
        return Decimal(text2num(" ".join(word for word in words if word != "and"), "en"))
    except (ValueError, ArithmeticError):
        return None
