"""Dates in spoken English: "next Friday", "the twenty fifth", "by the end of the month", "in two weeks".

`dateparser` reads month names, days and durations; what it does not know (parts of months, "next Friday" as
the Friday of the next calendar week, "a week from Friday") is read here. A stretch of time means its last day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

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
)

Reader = Callable[[re.Match[str], date], tuple[date | None, float] | None]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty first", "twenty second", "twenty third", "twenty fourth", "twenty fifth", "twenty sixth",
    "twenty seventh", "twenty eighth", "twenty ninth", "thirtieth", "thirty first",
)  # fmt: skip
_NUMBERS = ("a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
            "fourteen", "fifteen", "twenty", "thirty", "couple", "few")  # fmt: skip
_NUMBER_VALUES = (1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 20, 30, 2, 3)

_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY = rf"(?P<day>{'|'.join(sorted((o.replace(' ', '[ -]') for o in _ORDINALS), key=len, reverse=True))}|\d{{1,2}}(?:st|nd|rd|th))"
_COUNT = rf"(?P<count>\d{{1,3}}|(?:a )?couple(?: of)?|(?:a )?few|{'|'.join(_NUMBERS)})"
_WEAK = re.compile(
    r"^(?:now|right now|today|tonight|straight away|right away|immediately|this minute|later|later today)$"
)


def find_dates(text: str, call_date: date) -> list[DateMention]:
    """The dates in `text` (lower case, single spaces), in order, none overlapping; past ones too."""
    found: list[DateMention] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            result = read(match, call_date)
            if result is None or result[0] is None:
                continue
            weak = _WEAK.match(match.group()) is not None
            found.append(DateMention(match.start(), match.end(), result[1], result[0], weak))
    return sorted(found, key=lambda mention: mention.start)


def _ordinal(text: str) -> int:
    return int(re.sub(r"\D", "", text)) if text[0].isdigit() else _ORDINALS.index(text.replace("-", " ")) + 1


def _count(text: str) -> int:
    word = re.sub(r"^a (?=couple|few)| of$", "", text)
    return int(word) if word.isdigit() else _NUMBER_VALUES[_NUMBERS.index(word)]


@lru_cache(maxsize=256)
def parse_with_library(text: str, call_date: date) -> date | None:
    """What `dateparser` makes of a short English date, preferring the future."""
    import dateparser

    base = datetime(call_date.year, call_date.month, call_date.day)  # noqa: DTZ001 - the library wants naive local time
    parsed = dateparser.parse(
        text,
        languages=["en"],
        settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future", "DATE_ORDER": "MDY"},
    )
    return None if parsed is None else parsed.date()


def _month_and_day(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    day = _ordinal(match["day"]) if not match["day"].isdigit() else int(match["day"])
    return month_and_day(call_date, None, _MONTHS.index(match["month"]) + 1, day), 0.95


def _day_of_named_month(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    months = {"this": 0, "next": 1, "last": -1, "the": 0, "following": 1}[match["which"]]
    return day_of_month(call_date, months if match["which"] != "the" else None, _ordinal(match["day"])), 0.9


def _bare_day(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return day_of_month(call_date, None, _ordinal(match["day"])), 0.85


def _month_part(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    months = {"next": 1, "following": 1, "last": -1}.get(match["which"] or "", 0)
    first = add_months(call_date.replace(day=1), months)
    if match["month"]:
        year = call_date.year + (1 if _MONTHS.index(match["month"]) + 1 < call_date.month - 2 else 0)
        first = date(year, _MONTHS.index(match["month"]) + 1, 1)
    if match["part"].startswith(("end", "back")):
        return month_end(first), 0.9
    middle = match["part"].startswith("mid")
    asked = first.replace(day=15 if middle else 5)
    if asked < call_date and not match["which"] and not match["month"]:
        asked = add_months(asked, 1)
    return asked, 0.6 if middle else 0.5


def _month_end_short(_match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return month_end(call_date), 0.85


def _week_part(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    weeks = 1 if match["which"] == "next" else 0
    return in_week(call_date, weeks, 4), 0.75


def _weekday_day(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    weekday, which = _WEEKDAYS.index(match["weekday"]), match["which"]
    if match["after"]:
        return next_weekday(call_date, weekday) + timedelta(days=7), 0.9
    if which == "next":
        return in_week(call_date, 1, weekday), 0.85
    if which == "last":
        return next_weekday(call_date, weekday) - timedelta(days=7), 0.9
    if which == "this":
        return in_week(call_date, 0, weekday), 0.95
    return next_weekday(call_date, weekday), 0.85


def _from(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    start = {"today": call_date, "now": call_date, "tomorrow": call_date + timedelta(days=1)}.get(
        match["base"]
    )
    if start is None:
        start = next_weekday(call_date, _WEEKDAYS.index(match["base"]))
    return _after(start, _count(match["count"]), match["unit"]), 0.9


def _within(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    vague = any(word in match["count"] for word in ("couple", "few"))
    counted = f"in {_count(match['count'])} {match['unit']}s"
    return parse_with_library(counted, call_date), 0.6 if vague else 0.9


def _after(start: date, count: int, unit: str) -> date:
    if unit.startswith("month"):
        return add_months(start, count)
    return start + timedelta(days=count * (7 if unit.startswith("week") else 1))


def _plain(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return parse_with_library(match.group(), call_date), 0.95


def _today(_match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return call_date, 0.9


def _after_tomorrow(_match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return call_date + timedelta(days=2), 0.95


def _stretch(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    ahead = {"this": 0, "next": 1, "last": -1}[match["which"]]
    if match["unit"] == "week":
        return in_week(call_date, ahead, SUNDAY), 0.55
    if match["unit"] == "weekend":
        return in_week(call_date, ahead, SUNDAY), 0.75
    if match["unit"] == "month":
        return month_end(call_date, ahead), 0.5
    return date(call_date.year + ahead, 12, 31), 0.5


def _year_end(_match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return date(call_date.year, 12, 31), 0.85


def _holiday(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    if match["name"].startswith("thanksgiving"):
        day = named_holiday("US", "Thanksgiving Day", call_date)
    else:
        fixed = {"christmas": (12, 25), "new year": (1, 1)}[
            "christmas" if "christmas" in match["name"] else "new year"
        ]
        day = month_and_day(call_date, None, *fixed)
        if day is not None and day < call_date:
            day = month_and_day(call_date, day.year + 1, *fixed)
    if day is None:
        return None, 0.0
    return (day - timedelta(days=1), 0.8) if match["before"] else (day, 0.75)


def _readers() -> Iterator[tuple[re.Pattern[str], Reader]]:
    lead = r"(?:\b(?:by|on|before|until|till|from|come) )?"
    yield re.compile(rf"{lead}\b(?:the )?{_DAY} (?:of )?{_MONTH}\b"), _month_and_day
    yield re.compile(rf"{lead}\b{_MONTH} (?:the )?{_DAY}\b"), _month_and_day
    yield (
        re.compile(rf"{lead}\b{_MONTH} (?P<day>\d{{1,2}})\b(?![\d,.]*\d| (?:dollars|pounds|percent))"),
        _month_and_day,
    )
    yield re.compile(rf"{lead}\b(?P<day>\d{{1,2}}) (?:of )?{_MONTH}\b"), _month_and_day
    yield (
        re.compile(rf"{lead}\bthe {_DAY} of (?P<which>this|next|last|the|the following) ?month\b"),
        _day_of_named_month,
    )
    yield (
        re.compile(
            rf"{lead}\b(?:the )?(?P<part>end|back end|beginning|start|middle|mid) (?:of )?(?:(?P<which>this|next|last|following|the) month|(?:the )?{_MONTH})\b"
        ),
        _month_part,
    )
    yield re.compile(r"\b(?:by )?month end\b|\bend of month\b"), _month_end_short
    yield re.compile(rf"{lead}\b(?:the )?end of (?P<which>this|next|the) week\b"), _week_part
    yield (
        re.compile(
            rf"\b{_COUNT} (?P<unit>day|week|month)s? (?:from|after) (?P<base>today|now|tomorrow|{'|'.join(_WEEKDAYS)})\b"
        ),
        _from,
    )
    yield (
        re.compile(rf"{lead}\b(?:(?P<which>this|next|last)(?: coming)? )?{_WEEKDAY}\b(?P<after> week)?"),
        _weekday_day,
    )
    yield (
        re.compile(
            rf"\b(?:in|within|give me|after|in about) (?:the next )?(?:another )?{_COUNT} (?P<unit>day|week|month)s?\b"
        ),
        _within,
    )
    yield re.compile(rf"{lead}\b(?:the )?day after tomorrow\b"), _after_tomorrow
    yield re.compile(rf"{lead}\b(?:tomorrow|yesterday)\b"), _relative
    yield (
        re.compile(r"\b(?:right now|now|later today|today|tonight|straight away|right away|immediately)\b"),
        _today,
    )
    yield (
        re.compile(
            rf"{lead}\bthe {_DAY}\b(?! (?:time|thing|payment|one|call|place|instalment|installment|half|person|letter|party|of all))"
        ),
        _bare_day,
    )
    yield re.compile(rf"\b(?:on|by) {_DAY}\b"), _bare_day
    yield re.compile(rf"{lead}\b(?:the )?end of (?:the|this) year\b"), _year_end
    yield re.compile(rf"{lead}\b(?P<which>this|next|last) (?P<unit>weekend|week|month|year)\b"), _stretch
    yield (
        re.compile(
            r"(?:\b(?P<before>before) |\b(?:by|on|after|at) )?\b(?P<name>christmas(?: day)?|new year(?:'s)?(?: day)?|thanksgiving)\b"
        ),
        _holiday,
    )


def _relative(match: re.Match[str], call_date: date) -> tuple[date | None, float]:
    return call_date + timedelta(days=1 if "tomorrow" in match.group() else -1), 0.95


_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(_readers())
