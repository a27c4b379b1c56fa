"""The demo calls: invented people, a recorded call in the wheel, and the request that plays it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from assist.contact.case import Case, Debt, DebtKind, Person, Phone, ProductTerms, Role
from assist.problems import AssistProblem
from desktop.call_subject import CallRequest

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class DemoCall:
    """One demo call as it was made."""

    language: str
    locale: str
    sound: Path
    agent: str
    company: str
    case: dict[str, Any]
    lines: tuple[dict[str, Any], ...]
    """What is said, by whom, and when, in seconds."""


@cache
def demo_call(language: str) -> DemoCall:
    """The demo call of a language; AssistProblem for a language that has none."""
    if language not in LANGUAGES:
        raise AssistProblem(
            "demo.language",
            "There is no demo call in {language}. Choose one of: {known}.",
            language=language,
            known=", ".join(LANGUAGES),
        )
    folder = Path(str(resources.files("desktop").joinpath("demo_calls")))
    content = YAML(typ="safe").load((folder / f"{language}.yaml").read_text("utf-8"))
    agent = content["agent"]
    return DemoCall(
        content["language"],
        content["locale"],
        folder / content["sound"],
        agent["name"],
        agent["company"],
        content["case"],
        tuple(content["lines"]),
    )


def demo_case(demo: DemoCall, at: datetime) -> Case:
    """The invented case; overdue by the same number of days whenever the demo is played."""
    data = demo.case
    debtor = Person(
        "debtor",
        data["debtor"],
        Role.DEBTOR,
        (Phone(data["phone"]),),
        data["time_zone"],
        data["place"],
    )
    debt = Debt(
        debt_id="1",
        creditor=data["creditor"],
        product=data["product"],
        kind=DebtKind(data["kind"]),
        currency=data["currency"],
        principal=Decimal(data["principal"]),
        interest=Decimal(data["interest"]),
        fees=Decimal(data["fees"]),
        as_of=at.date(),
        due_since=at.date() - timedelta(days=data["days_overdue"]),
        official_channels=tuple(data["official_channels"]),
        account_tail=data["account_tail"],
        terms=ProductTerms(longest_months=data["longest_months"]),
        outsourced=True,
        notice_sent=at.date() - timedelta(days=10),
    )
    return Case(data["case_id"], (debtor,), (debt,), demo.locale)


def demo_request(language: str, *, real_time: bool) -> CallRequest:
    """The request that plays a demo call into the demo store."""
    demo = demo_call(language)
    return CallRequest(
        source="demo",
        locale=demo.locale,
        language=demo.language,
        agent=demo.agent,
        company=demo.company,
        case=demo_case(demo, datetime.now(UTC)),
        file=demo.sound,
        real_time=real_time,
    )
