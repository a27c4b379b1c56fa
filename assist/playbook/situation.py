"""What is known of the call: facts of the case, what was learnt on the phone, and the values for templates.

Personal data: never logged. Thread: the session's.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assist.contact.case import Case, Debt, mask_name
from assist.playbook.book import PRIVATE_VALUES, Book
from assist.playbook.plan_texts import PlanTexts
from assist.rules.conditions import FactValue
from assist.rules.facts import CaseFacts

Learnt = dict[str, FactValue | None]


@dataclass(frozen=True, slots=True)
class Subject:
    """What the call is about, as far as it is known before it; everything may be missing."""

    case: Case | None = None
    debt: Debt | None = None
    today: date | None = None
    """Where the debtor is."""
    company: str = ""
    agent: str = ""


class Situation:
    """Facts and values as of now."""

    def __init__(self, book: Book, subject: Subject, facts: CaseFacts, texts: PlanTexts | None) -> None:
        self._subject = subject
        self._texts = texts
        self._base = facts.with_values({"identity_verified": False, **_own_facts(subject)})
        self._learnt: Learnt = {}
        self._facts = self._base
        self._values = {**book.values, **self._of_subject()}

    @property
    def facts(self) -> CaseFacts:
        """All facts of the call."""
        return self._facts

    @property
    def learnt(self) -> Learnt:
        """What was learnt on the phone (or taken back: None); for the rule engine."""
        return dict(self._learnt)

    @property
    def verified(self) -> bool:
        """Whether the debtor's identity is verified."""
        return self._facts.identity_verified is True

    @property
    def owed(self) -> Decimal | None:
        """All that is owed on the debt."""
        return None if self._subject.debt is None else self._subject.debt.total

    @property
    def today(self) -> date | None:
        """The call's date where the debtor is."""
        return self._subject.today

    def learn(self, sets: Mapping[str, FactValue]) -> bool:
        """Take what is now known by signals and checklist; True if a fact has changed."""
        learnt: Learnt = {name: self._base.get(name) for name in self._learnt}
        learnt.update(sets)
        if learnt == self._learnt:
            return False
        self._learnt = learnt
        self._facts = self._base.with_values(learnt)
        return True

    def promise(self, amount: str, due: str) -> None:
        """The newest promise caught."""
        for name in ("promise_amount", "promise_date"):
            self._values.pop(name, None)
        if amount:
            self._values["promise_amount"] = self._money(Decimal(amount))
        if due:
            self._values["promise_date"] = self._day(date.fromisoformat(due))

    def fill(self, text: str, *, spoken: bool = True) -> str | None:
        """The text with its values; None if one is unknown or, `spoken`, may not be told yet."""
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        if not names:
            return text
        values = self._values
        if spoken and not self.verified:
            if names & PRIVATE_VALUES:
                return None
            if "name" in names and "name" in values:
                values = {**values, "name": mask_name(values["name"])}
        if not names <= values.keys():
            return None
        return text.format(**values)

    def _of_subject(self) -> dict[str, str]:
        subject = self._subject
        values = {"company": subject.company, "agent": subject.agent}
        if subject.case is not None:
            values["name"] = subject.case.debtor.name
        debt = subject.debt
        if debt is not None:
            values |= {
                "creditor": debt.creditor,
                "product": debt.product,
                "amount": self._money(debt.total),
                "principal": self._money(debt.principal),
                "interest": self._money(debt.interest),
                "fees": self._money(debt.fees),
                "account_tail": debt.account_tail,
                "channels": (self._texts.list_joiner if self._texts else "、").join(debt.official_channels),
                "as_of": self._day(debt.as_of) if debt.as_of else "",
            }
            if debt.due_since and subject.today:
                values["days_overdue"] = str(debt.days_overdue(subject.today))
        return {name: value for name, value in values.items() if value}

    def _money(self, amount: Decimal) -> str:
        currency = self._subject.debt.currency if self._subject.debt else ""
        if self._texts is None:
            return f"{amount:,.2f} {currency}".replace(".00 ", " ").strip()
        return self._texts.money(amount, currency).replace(".00", "")

    def _day(self, day: date) -> str:
        """As it is said: without the year where it is this one."""
        if self._texts is None:
            return day.isoformat()
        told = self._texts.day(day)
        if self._subject.today is not None and day.year == self._subject.today.year:
            told = told.replace(f"{day.year}年", "").replace(f", {day.year}", "").replace(f" {day.year}", "")
        return told


def _own_facts(subject: Subject) -> dict[str, object]:
    """Facts that only playbooks know."""
    case, debt, today = subject.case, subject.debt, subject.today
    if case is None or debt is None:
        return {"promised": False}
    promises = [one for one in case.promises if one.debt_id == debt.debt_id and one.kept is not True]
    broken = [one for one in promises if one.kept is False or (one.due and today and one.due < today)]
    return {
        "promise_broken": bool(broken),
        "promise_open": len(broken) < len(promises),
        "promised": False,
        "guarantor": bool(case.guarantors),
        "debt_kind": debt.kind.value,
    }
