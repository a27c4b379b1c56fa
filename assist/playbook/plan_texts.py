"""How a plan is told: its table, and the spoken summary that makes an oral plan valid.

In mainland China a card plan agreed orally must be recorded, and must say the balance with its parts and
currency, the schedule, whether interest and fees are charged, that no bank is asked for a card until it is
paid, both sides' duties, and what else matters (《商业银行信用卡业务监督管理办法》第七十条). Elsewhere the same lines are
good practice. Texts and limits are data in `scripts/<locale>/plan.yaml`.
"""

from __future__ import annotations

import json
import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial
from importlib import resources
from typing import Any

from jsonschema import Draft202012Validator

from assist.contact.case import Debt, DebtKind
from assist.playbook.plan import PlanLimits, RepaymentPlan
from assist.problems import AssistProblem
from assist.rules.yaml_text import YamlText, parse_yaml


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One sentence of the summary."""

    code: str
    """Its name in the texts, such as `balance`."""
    params: tuple[tuple[str, str], ...]
    """Already as they are said: money with its unit, dates in words of the place."""
    text: str


@dataclass(frozen=True, slots=True)
class PlanTexts:
    """Limits and texts of a place."""

    pack_id: str
    version: str
    locale: str
    limits: Mapping[DebtKind, PlanLimits]
    lines: Mapping[str, str]
    table: Mapping[str, str]
    money_formats: Mapping[str, str]
    date_format: str
    months: tuple[str, ...]
    list_joiner: str

    def limits_for(self, kind: DebtKind) -> PlanLimits:
        """The limits for a kind of debt; none known means no limit."""
        return self.limits.get(kind, PlanLimits(0))

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount as it is read out, such as `3,500.00元`."""
        pattern = self.money_formats.get(currency) or self.money_formats.get("other", "{amount} {currency}")
        return pattern.format(amount=f"{amount:,.2f}", currency=currency)

    def day(self, day: date) -> str:
        """A date as it is read out."""
        month = self.months[day.month - 1] if self.months else str(day.month)
        return self.date_format.format(year=day.year, month=month, day=day.day)


@cache
def shipped_plan_texts(locale: str) -> PlanTexts:
    """The texts of a locale such as `zh_CN`; AssistProblem `plan.no_texts` if there are none."""
    shipped = resources.files("scripts").joinpath(locale, "plan.yaml")
    if not shipped.is_file():
        raise AssistProblem(
            "plan.no_texts",
            "There are no plan texts for {locale}. Choose another place, or add plan.yaml for it.",
            locale=locale,
        )
    return read_plan_texts(shipped.read_bytes(), f"{locale}/plan.yaml")


def read_plan_texts(raw: bytes, name: str) -> PlanTexts:
    """Parse a team's texts; raises the first PackProblem."""
    source = parse_yaml(raw, name)
    for error in sorted(
        _validator().iter_errors(source.value), key=lambda one: source.line(*one.absolute_path)
    ):
        where = ".".join(str(part) for part in error.absolute_path) or "the file"
        raise source.problem(
            f"in `{where}`: {error.message[:200]}", "See docs/plans.md.", *error.absolute_path
        )
    value: dict[str, Any] = source.value  # type: ignore[assignment]
    for code, text in value["lines"].items():
        _check_line(source, code, text)
    formats = value["formats"]
    return PlanTexts(
        pack_id=value["plan"]["id"],
        version=value["plan"]["version"],
        locale=value["plan"]["locale"],
        limits={
            DebtKind(kind): PlanLimits(
                item["longest_months"],
                item["source"],
                item["certainty"],
                Decimal(item.get("least_instalment", 0)),
                by_rule=item["certainty"] != "H",
            )
            for item in value["limits"]
            for kind in item["debt_kinds"]
        },
        lines=value["lines"],
        table=value["table"],
        money_formats=formats["money"],
        date_format=formats["date"],
        months=tuple(formats.get("months", ())),
        list_joiner=formats["list"],
    )


_PARAMS: dict[str, set[str]] = {
    "recorded": set(),
    "balance": {"as_of", "creditor", "product", "total", "principal", "interest", "fees"},
    "down_payment": {"due", "amount"},
    "equal": {"planned", "months", "first_due", "last_due", "amount"},
    "varying": {"planned", "months", "first_due", "first_amount", "amount", "last_due", "last_amount"},
    "last_differs": {"planned", "months", "first_due", "amount", "last_due", "last_amount"},
    "single": {"planned", "first_due", "first_amount"},
    "planned_all": {"amount"},
    "planned_rest": {"amount"},
    "no_costs": {"plan_total"},
    "costs": {"plan_interest", "plan_fees", "plan_total"},
    "channels": {"channels"},
    "no_new_card": set(),
    "obligations": set(),
    "approval": {"creditor"},
    "agreed": set(),
}  # fmt: skip


def _check_line(source: YamlText, code: str, text: str) -> None:
    if code not in _PARAMS:
        raise source.problem(
            f"`{code}` is no line of a plan", "Write one of " + ", ".join(_PARAMS) + ".", "lines", code
        )
    try:
        used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise source.problem(
            "a brace is not closed", "Write {name}, or {{ for a brace.", "lines", code
        ) from error
    if unknown := used - _PARAMS[code]:
        known = ", ".join(sorted(_PARAMS[code])) or "no parameter"
        raise source.problem(
            f"`{min(unknown)}` is not known here", f"This line knows {known}.", "lines", code
        )


def oral_summary(
    plan: RepaymentPlan, debt: Debt, texts: PlanTexts, today: date, *, authorised: bool
) -> tuple[SpokenLine, ...]:
    """What is read out so that the plan is agreed on the recording, in order.

    `authorised` is False where the creditor still has to approve the plan; then it is said so.
    """
    say = _Sayer(texts)
    money = partial(texts.money, currency=plan.currency)
    say.line("recorded")
    say.line(
        "balance", as_of=texts.day(debt.as_of or today), creditor=debt.creditor, product=debt.product,
        total=money(debt.total), principal=money(debt.principal), interest=money(debt.interest), fees=money(debt.fees),
    )  # fmt: skip
    if plan.down_payment and plan.down_payment_due is not None:
        say.line("down_payment", due=texts.day(plan.down_payment_due), amount=money(plan.down_payment))
    first, last = plan.instalments[0], plan.instalments[-1]
    amounts = [one.total for one in plan.instalments]
    planned = texts.lines["planned_rest" if plan.down_payment else "planned_all"]
    common = {"planned": planned.format(amount=money(plan.principal)), "first_due": texts.day(first.due)}
    if plan.months == 1:
        say.line("single", first_amount=money(first.total), **common)
    elif len(set(amounts)) == 1:
        say.line(
            "equal",
            months=str(plan.months),
            last_due=texts.day(last.due),
            amount=money(first.total),
            **common,
        )
    elif len(set(amounts[:-1])) == 1:
        say.line(
            "last_differs", months=str(plan.months), amount=money(first.total),
            last_due=texts.day(last.due), last_amount=money(last.total), **common,
        )  # fmt: skip
    else:
        say.line(
            "varying", months=str(plan.months), first_amount=money(first.total), amount=money(amounts[1]),
            last_due=texts.day(last.due), last_amount=money(last.total), **common,
        )  # fmt: skip
    if plan.interest or plan.fees:
        say.line(
            "costs",
            plan_interest=money(plan.interest),
            plan_fees=money(plan.fees),
            plan_total=money(plan.total),
        )
    else:
        say.line("no_costs", plan_total=money(plan.total))
    if debt.official_channels:
        say.line("channels", channels=texts.list_joiner.join(debt.official_channels))
    if debt.kind is DebtKind.CREDIT_CARD and texts.locale == "zh_CN":
        say.line("no_new_card")
    say.line("obligations")
    if not authorised:
        say.line("approval", creditor=debt.creditor)
    say.line("agreed")
    return tuple(say.lines)


class _Sayer:
    """Collects filled lines."""

    def __init__(self, texts: PlanTexts) -> None:
        self._texts = texts
        self.lines: list[SpokenLine] = []

    def line(self, code: str, **params: str) -> None:
        text = self._texts.lines[code].format(**params)
        self.lines.append(SpokenLine(code, tuple(params.items()), text))


def table_rows(plan: RepaymentPlan, texts: PlanTexts) -> tuple[tuple[str, ...], ...]:
    """The plan as a table to read out: a heading, then one row for each instalment."""
    columns = ("number", "due", "principal", "interest", "fee", "total", "outstanding")
    heading = tuple(texts.table[name] for name in columns)
    rows = [
        (
            str(one.number),
            texts.day(one.due),
            *(
                texts.money(value, plan.currency)
                for value in (one.principal, one.interest, one.fee, one.total)
            ),
            texts.money(one.outstanding, plan.currency),
        )
        for one in plan.instalments
    ]
    return (heading, *rows)


@cache
def _validator() -> Draft202012Validator:
    text = resources.files("scripts").joinpath("schemas", "plan.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))
