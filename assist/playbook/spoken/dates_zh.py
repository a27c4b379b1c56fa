"""Dates in spoken Chinese: "下周五", "月底", "这个月二十五号", "十天之内", "过年前".

A stretch of time means its last day, since a promise "by" it is kept until then; vague ones ("月初", "下周")
carry less confidence, and the agent confirms every date. Public holidays come from the `holidays` library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from assist.playbook.spoken.amounts_zh import number_of
from assist.playbook.spoken.calendar import (
    SUNDAY,
    DateMention,
    add_months,
    day_of_month,
    in_week,
    month_and_day,
    month_end,
    named_holiday,
    next_weekday,
    valid_date,
)

_N = r"[零〇一二两三四五六七八九十\d]{1,4}"
_WEEK = r"(?:周|星期|礼拜)"
_BEFORE = r"(?:之前|以前|前|之内|以内|内)?"
_WEEKDAYS = {
    name: day
    for day, names in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7"))
    for name in names
}
_SHIFT = {
    "": None,
    "这": 0,
    "这个": 0,
    "本": 0,
    "当": 0,
    "下": 1,
    "下个": 1,
    "下下": 2,
    "下下个": 2,
    "上": -1,
    "上个": -1,
    "上上": -2,
}
_SHIFTS = r"这个|这|本|当|(?<!一)下下个|(?<!一)下下|下个|下|上上|上个|上"

Reader = Callable[[re.Match[str], date], tuple[date | None, float] | None]


def find_dates(text: str, call_date: date) -> list[DateMention]:
    """The dates in `text` (simplified, without spaces), in order, none overlapping; past ones too."""
    found: list[DateMention] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            result = read(match, call_date)
            if result is None or result[0] is None:
                continue
            weak = match.group(0) in _WEAK
            found.append(DateMention(match.start(), match.end(), result[1], result[0], weak))
    return sorted(found, key=lambda mention: mention.start)


_WEAK = frozenset(
    {
        "现在",
        "马上",
        "立刻",
        "立马",
        "这会儿",
        "今天",
        "今日",
        "今晚",
        "等会",
        "一会",
        "等一下",
        "等下",
        "待会",
    }
)


def _number(text: str) -> int | None:
    value = number_of(text)
    return None if value is None else int(value)


def _full_date(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    month, day = _number(match["month"]), _number(match["day"])
    if month is None or day is None or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if not match["suffix"] and len(match["day"]) < 2:
        return None
    return month_and_day(call_date, _year(match["year"], call_date), month, day), 0.95


def _year(text: str | None, call_date: date) -> int | None:
    if not text:
        return None
    words = {"今年": 0, "本年": 0, "明年": 1, "后年": 2, "去年": -1, "前年": -2}
    if text in words:
        return call_date.year + words[text]
    digits = "".join(str(_number(character)) for character in text.rstrip("年"))
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month_day(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    day = _number(match["day"])
    if day is None or not 1 <= day <= 31:
        return None
    shift = match["shift"]
    if shift in {"每", "每个"}:
        return day_of_month(call_date, None, day), 0.6
    return day_of_month(call_date, _SHIFT[shift], day), 0.95


def _bare_day(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    day = _number(match["day"])
    if day is None or not 1 <= day <= 31:
        return None
    return day_of_month(call_date, None, day), 0.85


def _weekday(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    weekday = _WEEKDAYS[match["weekday"]]
    shift = _SHIFT[match["shift"] or ""]
    if shift is None:
        return next_weekday(call_date, weekday), 0.85
    return in_week(call_date, shift, weekday), 0.95


def _weekend(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    return in_week(call_date, _SHIFT[match["shift"] or ""] or 0, SUNDAY), 0.75


def _week(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    return in_week(call_date, _SHIFT[match["shift"]] or 0, SUNDAY), 0.55


def _month_part(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    first = _named_month(match, call_date)
    if first is None:
        return None
    part = match["part"]
    day, confidence = {
        "底": (0, 0.9), "末": (0, 0.9), "尾": (0, 0.85), "下旬": (0, 0.7),
        "初": (5, 0.5), "头": (5, 0.5), "上旬": (10, 0.6), "中": (15, 0.6), "中旬": (20, 0.6),
    }[part]  # fmt: skip
    asked = month_end(first) if day == 0 else first.replace(day=day)
    if asked < call_date and not match["shift"] and not match["month"]:
        asked = add_months(asked, 1)
    return asked, confidence


def _named_month(match: re.Match[str], call_date: date) -> date | None:
    year = _year(match["year"], call_date)
    if match["month"]:
        month = _number(match["month"])
        if month is None or not 1 <= month <= 12:
            return None
        if year is None:
            year = call_date.year + (1 if month < call_date.month - 2 else 0)
        return valid_date(year, month, 1)
    shift = _SHIFT[match["shift"] or ""]
    return add_months(call_date.replace(day=1), shift or 0)


def _whole_month(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    return month_end(call_date, _SHIFT[match["shift"]] or 0), 0.5


def _whole_named_month(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    first = _named_month(match, call_date)
    return None if first is None else (month_end(first), 0.5)


def _relative_day(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    word = match["word"]
    days = {"大后": 3, "后": 2, "明": 1, "今": 0, "昨": -1, "前": -2, "大前": -3}[
        word.rstrip("天日晚儿早上下午")
    ]
    return call_date + timedelta(days=days), 0.95


def _now(_match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return call_date, 0.85


def _in_units(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    unit, number = match["unit"], match["number"]
    vague = match["mark"] == "" and not match["give"]
    if number.startswith("半"):
        if unit.endswith("月"):
            return call_date + timedelta(days=15), 0.75
        return (add_months(call_date, 6), 0.7) if unit.endswith("年") else None
    value = _number(number)
    if value is None or vague:
        return None
    half = 15 if match["half"] else 0
    confidence = 0.9 if value > 2 or match["mark"] else 0.5
    if unit in {"天", "日"}:
        return call_date + timedelta(days=value), confidence
    if unit.endswith("月"):
        return add_months(call_date, value) + timedelta(days=half), confidence
    if unit.endswith("年"):
        return add_months(call_date, 12 * value), confidence
    return call_date + timedelta(days=7 * value), confidence


def _these_days(_match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return call_date + timedelta(days=2), 0.45


def _year_end(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return date(_year(match["year"], call_date) or call_date.year, 12, 31), 0.85


_HOLIDAYS = {
    "元旦": "元旦", "春节": "春节", "过年": "春节", "大年初一": "春节", "清明": "清明节", "五一": "劳动节", "劳动节": "劳动节",
    "端午": "端午节", "中秋": "中秋节", "国庆": "国庆节", "十一": "国庆节",
}  # fmt: skip


def _holiday(match: re.Match[str], call_date: date) -> tuple[date | None, float] | None:
    name = match["name"]
    if name == "圣诞":
        day = month_and_day(call_date, None, 12, 25)
    elif name == "年":
        day = named_holiday("CN", "春节", call_date)
    else:
        day = named_holiday("CN", _HOLIDAYS[name], call_date)
    if day is None:
        return None
    return (day - timedelta(days=1), 0.8) if match["before"] else (day, 0.7)


_YEAR = r"(?P<year>今年|本年|明年|后年|去年|前年|[二零〇一九三\d]{2,4}年)?的?"


def _readers() -> Iterator[tuple[re.Pattern[str], Reader]]:
    yield (
        re.compile(
            rf"{_YEAR}(?P<month>{_N})月份?的?(?P<day>{_N})(?P<suffix>号|日)?(?![百千万个块天])" + _BEFORE
        ),
        _full_date,
    )
    yield re.compile(rf"(?P<shift>每个|每|{_SHIFTS})月份?的?(?P<day>{_N})(?:号|日){_BEFORE}"), _month_day
    yield (
        re.compile(
            rf"{_YEAR}(?:(?P<shift>{_SHIFTS})?月|(?P<month>{_N})月份?)的?(?P<part>底|末|尾|下旬|中旬|上旬|初|头|中){_BEFORE}"
        ),
        _month_part,
    )
    yield (
        re.compile(
            rf"(?:(?P<shift>{_SHIFTS})的?)?{_WEEK}(?P<weekday>[一二三四五六日天1-7])(?![个千百万十点期周])"
            + _BEFORE
        ),
        _weekday,
    )
    yield re.compile(rf"(?P<shift>{_SHIFTS})?{_WEEK}末{_BEFORE}"), _weekend
    yield re.compile(rf"(?P<shift>{_SHIFTS}){_WEEK}(?![一二三四五六日天末]){_BEFORE}"), _week
    yield (
        re.compile(
            rf"(?P<give>再给我|给我|宽限|宽限我|缓我|再等我|等我|过|再过|最多|顶多)?(?P<number>半个?|{_N})(?P<unit>个?多?月|个?星期|个?礼拜|周|天|日|年)"
            r"(?P<half>半)?(?:时间)?(?P<mark>之后|以后|之内|以内|左右|后|内|)"
        ),
        _in_units,
    )
    yield (
        re.compile(
            rf"(?<![\d零〇一二两三四五六七八九十])(?P<day>{_N})(?:号|日)(?!楼|线|院|员|码|店|房|子|常|用){_BEFORE}"
        ),
        _bare_day,
    )
    yield (
        re.compile(r"(?P<word>大后[天日]|大前[天日]|(?:后|明|今|昨|前)(?:天|日|儿))" + _BEFORE),
        _relative_day,
    )
    yield re.compile(r"(?P<word>[明今昨]晚)" + _BEFORE), _relative_day
    yield re.compile(r"现在|马上|立刻|立马|这会儿|等会|一会|等一下|等下|待会"), _now
    yield re.compile(r"这两天|过两天|这几天之内|这一两天"), _these_days
    yield re.compile(r"(?P<year>今年|明年|后年|去年)?年[底末]" + _BEFORE), _year_end
    yield (
        re.compile(
            r"(?P<name>元旦|春节|过年|大年初一|清明|五一|劳动节|端午|中秋|国庆|圣诞|十一(?=[前节之假]))节?(?P<before>之前|以前|前)?"
        ),
        _holiday,
    )
    yield re.compile(r"(?<![一二两三四五六七八九十几多半\d百来去今明后])(?P<name>年)(?P<before>前)"), _holiday
    yield re.compile(rf"{_YEAR}(?P<shift>)(?P<month>{_N})月份?{_BEFORE}"), _whole_named_month
    yield re.compile(rf"(?P<shift>{_SHIFTS})月份?{_BEFORE}"), _whole_month


_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(_readers())
