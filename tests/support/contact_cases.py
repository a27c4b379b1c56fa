"""Cases to ask the gate about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from assist.contact.case import Case, Debt, DebtKind, Person, Phone, Role
from assist.contact.gate import ContactRequest

NUMBERS = {
    "zh_CN": "+8613812345678",
    "zh_TW": "+886912345678",
    "zh_HK": "+85291234567",
    "en_US": "+12125550123",
    "en_GB": "+447911123456",
}
ZONES = {
    "zh_CN": "Asia/Shanghai",
    "zh_TW": "Asia/Taipei",
    "zh_HK": "Asia/Hong_Kong",
    "en_US": "America/New_York",
    "en_GB": "Europe/London",
}


def make_case(locale: str = "zh_CN", kind: DebtKind = DebtKind.CREDIT_CARD, **more: object) -> Case:
    """A debtor, a guarantor and a named contact, with one debt."""
    number = NUMBERS[locale]
    people = (
        Person("debtor", "张三", Role.DEBTOR, (Phone(number), Phone(number[:-1] + "9", workplace=True))),
        Person("guarantor", "李四", Role.GUARANTOR, (Phone(number[:-1] + "1"),)),
        Person("contact", "王五", Role.CONTACT, (Phone(number[:-1] + "2"),)),
    )
    debt = Debt(
        "d1", "示范银行", "信用卡", kind, "CNY", Decimal("10000.00"), Decimal("500.00"), Decimal("100.00"),
        due_since=date(2026, 10, 1),
    )  # fmt: skip
    return Case(**{"case_id": "c1", "people": people, "debts": (debt,), "locale": locale, **more})  # type: ignore[arg-type]


def local(locale: str, *when: int) -> datetime:
    """An instant from the local time of a locale's main zone."""
    return datetime(*when, tzinfo=ZoneInfo(ZONES[locale])).astimezone(UTC)  # type: ignore[misc]


def request_at(
    at: datetime, locale: str = "zh_CN", person: str = "debtor", number: str = ""
) -> ContactRequest:
    """A call to the person's first number."""
    last = {"debtor": "", "guarantor": "1", "contact": "2"}[person]
    base = NUMBERS[locale]
    return ContactRequest(person, number or (base[:-1] + last if last else base), "d1", at)
