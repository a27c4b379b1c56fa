"""Amounts of money in spoken Chinese: "三千五", "一万二", "两千来块", "一半", "百分之三十".

The numbers themselves are read by cn2an, which knows that the digit after the last unit stands one unit
lower (三千五 = 3500, 一万二 = 12000, but 三千零五 = 3005).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import cn2an

from assist.playbook.spoken.text import Mention

CENT = Decimal("0.01")

_DIGIT = "零〇一二两三四五六七八九"
_HAN = rf"(?:(?!一[定起直])[{_DIGIT}十百千万亿])"
"""A character of a number; the one of 一定, 一起, 一直 is none (五百一定还 is 500, not 510)."""
_NUMBER = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?:[百千]?万|[百千亿])?(?:[1-9一二三四五六七八九](?!\d))?"
    rf"|{_HAN}+(?:点[{_DIGIT}]+(?:[百千]?万|[百千亿])?)?)"
)
_UNIT = r"(?:块钱|块|元钱|元|圆|蚊|文钱|人民币|港币|港元|台币|新台币)"
_AMOUNT = re.compile(
    rf"(?P<number>{_NUMBER})(?P<about>多|来|余)?(?P<late>[千万])?"
    rf"(?P<unit>{_UNIT})?(?P<about2>多)?"
    rf"(?:(?P<jiao>[{_DIGIT}\d])(?:[毛角](?P<fen>[{_DIGIT}\d])?分?钱?)?(?![{_DIGIT}十百千万\d月号日]))?"
)
_RANGE = re.compile(rf"([一二两三四五六七八])([二三四五六七八九])(?P<unit>[百千万]+)(?:{_UNIT})?")
_ROUGH = re.compile(rf"(?P<unit>[百千万])把{_UNIT}")
_JIAO_ONLY = re.compile(rf"(?P<jiao>[{_DIGIT}\d])[毛角](?:(?P<fen>[{_DIGIT}\d])分?)?(?:钱)?")

_NOT_MONEY_AFTER = re.compile(
    r"(?:多|来|余)?(?:年(?![前底末])|月(?![底末初中尾])|日|号|天|周(?![一二三四五六日天末])|星期(?![一二三四五六日天末])|礼拜(?![一二三四五六日天末])"
    r"|个|次|期|岁|小时|分钟|秒|遍|人(?!民币)|家(?![里人])|倍|折|公里|斤|位|句|件|笔|张|辆|套|[%％]|分之|步|字|米)"
)
_NOT_MONEY_BEFORE = re.compile(
    r"(?:第|周|星期|礼拜|尾号|工号|电话|号码|编号|初|百分之|分之|年化|(?<![个每])月|年)$"
)

_FRACTION = re.compile(
    rf"(?P<percent>百分之(?P<hundredths>{_HAN}+(?:点[{_DIGIT}]+)?|\d+(?:\.\d+)?)|(?P<sign>\d+(?:\.\d+)?)[%％])"
    rf"|(?P<of>[二两三四五六七八九十])分之(?P<parts>[一二两三四五六七八九])"
    r"|(?P<tenths>[一二两三四五六七八九])成(?!本|功|熟|交|立)"
    r"|(?P<half>一半|半数)"
    r"|(?P<all>全部|全额|全款|一次性|结清|还清|付清|缴清|全还|都还上|都还了)"
)
_NOT_SHARE_BEFORE = re.compile(
    r"(?:利率|利息|年化|日息|月息|费率|减|免|减免|打|降|手续费|违约金)(?:是|了|掉|到|个)?$"
)


@dataclass(frozen=True, slots=True)
class AmountMention(Mention):
    """An amount in the text."""

    amount: Decimal | None
    """None where a share is named and the debt is not known."""
    explicit: bool
    """True where a money unit was said or the number can hardly be anything else."""
    whole: bool = False
    """True where all of the debt is meant."""


def find_amounts(text: str, owed: Decimal | None) -> list[AmountMention]:
    """The amounts in `text` (simplified, without spaces), in order, none overlapping."""
    found = [*_shares(text, owed), *_ranges(text), *_rough(text)]
    for match in _AMOUNT.finditer(text):
        mention = _amount(match, text)
        if mention is not None and not any(_overlap(mention, other) for other in found):
            found.append(mention)
    for match in _JIAO_ONLY.finditer(text):
        value = _dimes(match)
        mention = AmountMention(match.start(), match.end(), 0.9, value, explicit=True)
        if not any(_overlap(mention, other) for other in found):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def number_of(text: str) -> Decimal | None:
    """The value of a spoken or written number, or None if it is none."""
    text = text.replace(",", "").replace("〇", "零")
    scale = Decimal(1)
    fraction = re.fullmatch(rf"(?P<whole>{_HAN}+)点(?P<decimals>[{_DIGIT}]+)(?P<unit>[百千万亿]*)", text)
    if fraction is not None:
        whole = _integer(fraction["whole"])
        decimals = "".join(str(_digit(digit)) for digit in fraction["decimals"])
        return None if whole is None else Decimal(f"{whole}.{decimals}") * _scale(fraction["unit"])
    written = re.fullmatch(
        r"(?P<whole>\d+(?:\.\d+)?)(?P<unit>[百千万亿]*)(?P<tail>[1-9一二三四五六七八九])?", text
    )
    if written is not None:
        scale = _scale(written["unit"])
        value = Decimal(written["whole"]) * scale
        if written["tail"]:
            if scale == 1:
                return None
            value += _digit(written["tail"]) * scale / 10
        return value
    whole = _integer(text)
    return None if whole is None else Decimal(whole)


def _integer(text: str) -> int | None:
    if not re.fullmatch(rf"{_HAN}+", text):
        return None
    head, hundred_millions, rest = text.rpartition("亿")
    if hundred_millions:
        high = _integer(head) if head else None
        if high is None:
            return None
        if not rest:
            return high * 10**8
        low = (
            _digit(rest) * 10**7
            if len(rest) == 1 and rest not in "零〇十百千万"
            else _integer(rest.lstrip("零"))
        )
        return None if low is None else high * 10**8 + low
    try:
        value = cn2an.cn2an(text.replace("〇", "零"), "normal")
    except (ValueError, KeyError, IndexError):
        return None
    return int(value)


def _digit(character: str) -> int:
    return (
        int(character) if character.isdigit() else int(cn2an.cn2an(character.replace("〇", "零"), "normal"))
    )


def _scale(units: str) -> Decimal:
    value = Decimal(1)
    for unit in units:
        value *= {"百": 100, "千": 1000, "万": 10_000, "亿": 10**8}[unit]
    return value


def _amount(match: re.Match[str], text: str) -> AmountMention | None:
    number, unit = match["number"], match["unit"]
    if _NOT_MONEY_BEFORE.search(text, 0, match.start()):
        return None
    end = match.end()
    cents = Decimal(0)
    if unit and match["jiao"]:
        cents = Decimal(_digit(match["jiao"])) / 10 + (
            Decimal(_digit(match["fen"])) / 100 if match["fen"] else 0
        )
    elif match["jiao"]:
        end = match.start("jiao")
    if not unit and _NOT_MONEY_AFTER.match(text, match.end("number")):
        return None
    value = None if number[0] in "百千万亿零〇" else number_of(number)
    if value is None:
        return None
    if match["late"]:
        if not match["about"]:
            return None
        value *= _scale(match["late"])
    value += cents
    has_place = bool(re.search("[百千万亿]", number)) or bool(re.fullmatch(r"\d[\d,]*(?:\.\d+)?", number))
    if value <= 0 or (not unit and not has_place):
        return None
    if not unit and not match["late"] and (value < 100 or _looks_like_an_identifier(number)):
        return None
    about = bool(match["about"] or match["about2"])
    confidence = (0.95 if unit else 0.85) * (0.7 if about else 1.0)
    return AmountMention(match.start(), end, confidence, to_cents(value), explicit=bool(unit))


def _looks_like_an_identifier(number: str) -> bool:
    """Long runs of bare digits are card, phone or identity numbers, and 20xx is a year."""
    plain = number.replace(",", "")
    return (
        plain.isdigit()
        and "," not in number
        and (len(plain) > 6 or re.fullmatch(r"(?:19|20)\d\d", plain) is not None)
    )


def _ranges(text: str) -> list[AmountMention]:
    """ "两三千": the lower end, since that much was said to be sure."""
    found = []
    for match in _RANGE.finditer(text):
        low, high = _digit(match[1]), _digit(match[2])
        if high - low not in {1, 2} or (match.start() and text[match.start() - 1] in "百千万亿十第"):
            continue
        if _NOT_MONEY_AFTER.match(text, match.end()):
            continue
        found.append(
            AmountMention(
                match.start(), match.end(), 0.5, to_cents(low * _scale(match["unit"])), explicit=True
            )
        )
    return found


def _rough(text: str) -> list[AmountMention]:
    return [
        AmountMention(match.start(), match.end(), 0.5, to_cents(_scale(match["unit"])), explicit=True)
        for match in _ROUGH.finditer(text)
    ]


def _shares(text: str, owed: Decimal | None) -> list[AmountMention]:
    found = []
    for match in _FRACTION.finditer(text):
        if _NOT_SHARE_BEFORE.search(text, 0, match.start()):
            continue
        share = _share(match)
        if share is None or not 0 < share <= 1:
            continue
        amount = None if owed is None else to_cents(owed * share)
        found.append(
            AmountMention(
                match.start(), match.end(), 0.85, amount, explicit=True, whole=match["all"] is not None
            )
        )
    return found


def _share(match: re.Match[str]) -> Decimal | None:
    if match["all"]:
        return Decimal(1)
    if match["half"]:
        return Decimal("0.5")
    if match["tenths"]:
        return Decimal(_digit(match["tenths"])) / 10
    if match["of"]:
        whole = number_of(match["of"])
        return None if whole is None else Decimal(_digit(match["parts"])) / whole
    percent = Decimal(match["sign"]) if match["sign"] else number_of(match["hundredths"])
    return None if percent is None else percent / 100


def _dimes(match: re.Match[str]) -> Decimal:
    return Decimal(_digit(match["jiao"])) / 10 + (Decimal(_digit(match["fen"])) / 100 if match["fen"] else 0)


def to_cents(value: Decimal | int) -> Decimal:
    """To the cent, half up, as receipts are."""
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
