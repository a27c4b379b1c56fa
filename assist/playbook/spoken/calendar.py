"""Dates relative to the call's date: weekdays, month parts, named holidays."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from assist.playbook.spoken.text import Mention

SUNDAY = 6


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date in the text. For a stretch of time ("next week", "月底之前") its last day."""

    date: date
    weak: bool = False
    """True for words such as "now" that make a date only as part of a promise."""


def in_week(call_date: date, weeks: int, weekday: int) -> date:
    """The weekday (0 = Monday) of the calendar week that is `weeks` after the call's, weeks begin on Monday."""
    monday = call_date - timedelta(days=call_date.weekday())
    return monday + timedelta(days=7 * weeks + weekday)


def next_weekday(call_date: date, weekday: int) -> date:
    """The first such weekday after the call's date."""
    return call_date + timedelta(days=(weekday - call_date.weekday() - 1) % 7 + 1)


def add_months(start: date, months: int) -> date:
    """The same day `months` later, or that month's last day if it is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def month_end(start: date, months: int = 0) -> date:
    """The last day of the month that is `months` after that of `start`."""
    shifted = add_months(start.replace(day=1), months)
    return shifted.replace(day=monthrange(shifted.year, shifted.month)[1])


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of_month(call_date: date, months: int | None, day: int) -> date | None:
    """Day `day` of the month `months` after the call's; None for the next one that is not past."""
    if months is not None:
        first = add_months(call_date.replace(day=1), months)
        return valid_date(first.year, first.month, day)
    for ahead in range(3):
        first = add_months(call_date.replace(day=1), ahead)
        candidate = valid_date(first.year, first.month, day)
        if candidate is not None and candidate >= call_date:
            return candidate
    return None


def month_and_day(call_date: date, year: int | None, month: int, day: int) -> date | None:
    """The date in `year`, or without one the nearest: the next one, unless it was at most 90 days ago."""
    if year is not None:
        return valid_date(year, month, day)
    this_year = valid_date(call_date.year, month, day)
    if this_year is not None and (call_date - this_year).days <= 90:
        return this_year
    return valid_date(call_date.year + 1, month, day) or this_year


@lru_cache(maxsize=64)
def named_holiday(country: str, name: str, call_date: date) -> date | None:
    """The next first day, from the call's date on, of a public holiday of `country`, by the library's name."""
    import holidays

    days = holidays.country_holidays(
        country, years=[call_date.year, call_date.year + 1], language="zh_CN" if country == "CN" else "en_US"
    )
    fitting = sorted(day for day, names in days.items() if name in names and day >= call_date)
    return fitting[0] if fitting else None
