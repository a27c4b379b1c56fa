"""Facts of the case as the rules see them: what the file says, against what is said on the phone.

A fact that is not known is None: a rule that asks for it is then at most *possible*, unless it says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation

from assist.rules.conditions import Comparison, FactValue

NUMBER_OPERATORS = (">=", "<=", ">", "<", "=")


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of the case; None where it is not known. Money is in the debt's currency."""

    party: str | None = None
    """Who is on the line: `debtor`, `third_party`, `guarantor`, `representative`, `unknown`."""
    identity_verified: bool | None = None
    suit_filed: bool | None = None
    judgment: bool | None = None
    enforcement: bool | None = None
    """The court's enforcement of a judgment is under way."""
    time_barred: bool | None = None
    dispute_open: bool | None = None
    stop_requested: bool | None = None
    represented: bool | None = None
    """By a lawyer or debt adviser."""
    hardship: bool | None = None
    vulnerable: bool | None = None
    deceased: bool | None = None
    plan_agreed: bool | None = None
    plan_authorised: bool | None = None
    """The agent may offer the plan or reduction."""
    hours_consent: bool | None = None
    """The debtor agreed to this hour."""
    third_party_allowed: bool | None = None
    visit_agreed: bool | None = None
    in_credit_report: bool | None = None
    holiday: bool | None = None
    """A public holiday where the debtor is."""
    debt_type: str | None = None
    attempts_today: Decimal | None = None
    connected_today: Decimal | None = None
    attempts_7_days: Decimal | None = None
    days_since_conversation: Decimal | None = None
    days_overdue: Decimal | None = None
    amount_owed: Decimal | None = None
    other_amounts: tuple[Decimal, ...] = ()
    """Further amounts that may rightly be named: principal, interest, fees, instalments, minimum."""
    custom: tuple[tuple[str, FactValue], ...] = ()

    def get(self, name: str) -> FactValue | None:
        """The fact's value, None where it is not known."""
        if name in FACT_KINDS:
            value: FactValue | None = getattr(self, name)
            return value
        return dict(self.custom).get(name)

    def with_values(self, values: Mapping[str, object]) -> CaseFacts:
        """A copy with these values; names that are not built in become custom facts."""
        known: dict[str, object] = {}
        custom = dict(self.custom)
        for name, value in values.items():
            if name == "other_amounts" and isinstance(value, (list, tuple)):
                amounts = [as_number(item) for item in value]
                known[name] = tuple(amount for amount in amounts if amount is not None)
            elif name in FACT_KINDS:
                known[name] = _as_kind(value, FACT_KINDS[name])
            elif (plain := as_fact(value)) is not None:
                custom[name] = plain
            elif value is None:
                custom.pop(name, None)
        return replace(self, custom=tuple(sorted(custom.items())), **known)  # type: ignore[arg-type]

    @classmethod
    def from_mapping(cls, values: Mapping[str, object]) -> CaseFacts:
        """From plain values, such as a test file's `context`."""
        return cls().with_values(values)


def _kind_of(annotation: object) -> str:
    text = str(annotation)
    return "yes_no" if "bool" in text else "number" if "Decimal" in text else "text"


FACT_KINDS: dict[str, str] = {
    item.name: _kind_of(item.type)
    for item in fields(CaseFacts)
    if item.name not in {"other_amounts", "custom"}
}
"""Built-in facts and their kinds: `yes_no`, `number`, `text`."""

PARTIES = ("debtor", "third_party", "guarantor", "representative", "unknown")


def as_fact(value: object) -> FactValue | None:
    """A plain value as a fact's; None where it is none."""
    if isinstance(value, (bool, str, Decimal)):
        return value
    return as_number(value)


def as_number(value: object) -> Decimal | None:
    """A number or a number's text as Decimal; None where it is none (or not finite)."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        return None
    try:
        number = Decimal(str(value).replace(",", "").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _as_kind(value: object, kind: str) -> FactValue | None:
    if kind == "number":
        return as_number(value)
    if kind == "yes_no":
        if isinstance(value, str):
            return {"true": True, "yes": True, "false": False, "no": False}.get(value.lower())
        return value if isinstance(value, bool) else None
    return None if value is None else str(value)


def compare(known: FactValue, wanted: Comparison) -> bool:
    """Whether a known value is as wanted."""
    if wanted.operator == "=" or isinstance(known, (bool, str)) or not isinstance(wanted.value, Decimal):
        return known == wanted.value
    return {
        ">": known > wanted.value,
        ">=": known >= wanted.value,
        "<": known < wanted.value,
        "<=": known <= wanted.value,
    }[wanted.operator]


def read_comparison(text: str) -> Comparison | None:
    """`"> 6"` as a comparison; None where the text is none."""
    stripped = text.strip()
    for operator in NUMBER_OPERATORS:
        if stripped.startswith(operator):
            number = as_number(stripped[len(operator) :])
            return None if number is None else Comparison(operator, number)
    return None
