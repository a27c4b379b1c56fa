"""Repayment plans: instalments from what the debtor can pay, by the product's terms and the law's limits.

All money is Decimal, all sums match to the cent: the instalments' principal adds up to the principal
planned, their total to the plan's total. Interest is simple monthly interest on the outstanding principal
(an annuity in cents, the last instalment takes the rounding); instalment fees are a share of the original
principal per period, as Chinese card plans charge them.

The law's limit for a credit card's personalised plan in mainland China is sixty months (《商业银行信用卡业务
监督管理办法》第七十条). Limits are data: `PlanLimits` come from `scripts/<locale>/plan.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from assist.contact.case import ProductTerms
from assist.playbook.spoken.calendar import add_months
from assist.problems import AssistProblem

CENT = Decimal("0.01")
MOST_INSTALMENTS = 600
"""Nobody is offered a plan of more than fifty years, whatever the limits say."""


@dataclass(frozen=True, slots=True)
class PlanLimits:
    """What a rule allows, with its source."""

    longest_months: int
    """0 for no limit."""
    source: str = ""
    """Instrument and article, as shown beside the limit."""
    certainty: str = ""
    least_instalment: Decimal = Decimal(0)
    by_rule: bool = True
    """False where the limit is the house's own."""


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a plan."""

    number: int
    due: date
    principal: Decimal
    interest: Decimal
    fee: Decimal
    outstanding: Decimal
    """Principal that is left after this payment."""

    @property
    def total(self) -> Decimal:
        """What is paid on that day."""
        return self.principal + self.interest + self.fee


@dataclass(frozen=True, slots=True)
class RepaymentPlan:
    """A plan, ready to be read out."""

    currency: str
    principal: Decimal
    """What is planned over: the debt less what is paid at once."""
    down_payment: Decimal
    down_payment_due: date | None
    instalments: tuple[Instalment, ...]
    limits: PlanLimits
    longest_months: int
    """The strictest limit of rule and contract; 0 for none."""

    @property
    def months(self) -> int:
        """Number of instalments, one a month."""
        return len(self.instalments)

    @property
    def interest(self) -> Decimal:
        """All interest of the plan."""
        return sum((one.interest for one in self.instalments), Decimal("0.00"))

    @property
    def fees(self) -> Decimal:
        """All fees of the plan."""
        return sum((one.fee for one in self.instalments), Decimal("0.00"))

    @property
    def total(self) -> Decimal:
        """All that is paid, the down payment included."""
        return self.down_payment + self.principal + self.interest + self.fees

    def schedule(self) -> tuple[tuple[date, Decimal], ...]:
        """Every payment in order, the down payment first, as `Case` keeps an agreed plan."""
        first = (
            ((self.down_payment_due, self.down_payment),)
            if self.down_payment_due is not None and self.down_payment
            else ()
        )
        return (*first, *((one.due, one.total) for one in self.instalments))


def plan_by_payment(
    owed: Decimal,
    monthly: Decimal,
    first_due: date,
    terms: ProductTerms,
    limits: PlanLimits,
    *,
    currency: str = "CNY",
    down_payment: Decimal = Decimal(0),
    down_payment_due: date | None = None,
) -> RepaymentPlan:
    """The shortest plan whose instalments are at most `monthly`; AssistProblem where none is allowed."""
    _check(owed, down_payment, down_payment_due)
    principal = _cents(owed - down_payment)
    longest = _longest(terms, limits)
    most = min(longest or MOST_INSTALMENTS, int(principal / CENT))
    # No plan can be shorter than the principal alone needs.
    shortest = max(1, int(principal // monthly)) if monthly > 0 else most + 1
    for months in range(shortest, most + 1):
        instalments = _instalments(principal, months, first_due, terms)
        if max(one.total for one in instalments) <= monthly:
            _check_least(instalments, terms, limits)
            return RepaymentPlan(
                currency, principal, _cents(down_payment), down_payment_due, instalments, limits, longest
            )
    months = most
    needed = max(one.total for one in _instalments(principal, months, first_due, terms))
    raise AssistProblem(
        "plan.too_long",
        "With {monthly} a month this would take more than {months} months. At least {needed} a month is needed, "
        "or a larger first payment.",
        monthly=str(_cents(monthly)),
        months=str(months),
        needed=str(needed),
        source=limits.source,
    )


def plan_by_months(
    owed: Decimal,
    months: int,
    first_due: date,
    terms: ProductTerms,
    limits: PlanLimits,
    *,
    currency: str = "CNY",
    down_payment: Decimal = Decimal(0),
    down_payment_due: date | None = None,
) -> RepaymentPlan:
    """A plan of `months` instalments; AssistProblem where the limits forbid it."""
    _check(owed, down_payment, down_payment_due)
    longest = _longest(terms, limits)
    if not 1 <= months <= (longest or MOST_INSTALMENTS):
        raise AssistProblem(
            "plan.months",
            "A plan may have 1 to {months} instalments ({source}).",
            months=str(longest or MOST_INSTALMENTS),
            source=limits.source,
        )
    principal = _cents(owed - down_payment)
    if principal < months * CENT:
        raise AssistProblem(
            "plan.too_small",
            "Instalments of {amount} are below the least of {least}. Choose fewer months.",
            amount="0.00",
            least=str(CENT),
        )
    instalments = _instalments(principal, months, first_due, terms)
    _check_least(instalments, terms, limits)
    return RepaymentPlan(
        currency, principal, _cents(down_payment), down_payment_due, instalments, limits, longest
    )


def least_monthly(owed: Decimal, first_due: date, terms: ProductTerms, limits: PlanLimits) -> Decimal:
    """The smallest monthly payment with which the longest plan allowed is possible."""
    months = _longest(terms, limits) or MOST_INSTALMENTS
    return max(one.total for one in _instalments(_cents(owed), months, first_due, terms))


def _longest(terms: ProductTerms, limits: PlanLimits) -> int:
    known = [months for months in (terms.longest_months, limits.longest_months) if months]
    return min(known, default=0)


def _instalments(
    principal: Decimal, months: int, first_due: date, terms: ProductTerms
) -> tuple[Instalment, ...]:
    rate = terms.annual_rate / 12
    payment = _annuity(principal, rate, months)
    fee = _cents(principal * terms.fee_rate_per_instalment)
    outstanding = principal
    found = []
    for number in range(1, months + 1):
        interest = _cents(outstanding * rate)
        share = outstanding if number == months else min(outstanding, max(CENT, payment - interest))
        if number < months:
            # Each later instalment keeps at least a cent, so that no line of the plan is empty.
            share = min(share, outstanding - CENT * (months - number))
        outstanding -= share
        once = _cents(terms.fixed_fee) if number == 1 else Decimal(0)
        found.append(
            Instalment(number, add_months(first_due, number - 1), share, interest, fee + once, outstanding)
        )
    return tuple(found)


def _annuity(principal: Decimal, rate: Decimal, months: int) -> Decimal:
    """Equal payments, in cents. Without interest rounded up, so that the last instalment is the smallest."""
    if rate == 0:
        return (principal / months).quantize(CENT, ROUND_UP)
    growth = (1 + rate) ** months
    return (principal * rate * growth / (growth - 1)).quantize(CENT, ROUND_UP)


def _check(owed: Decimal, down_payment: Decimal, down_payment_due: date | None) -> None:
    if owed <= 0:
        raise AssistProblem("plan.nothing_owed", "Nothing is owed, so there is nothing to plan.")
    if down_payment < 0 or down_payment >= owed:
        raise AssistProblem(
            "plan.down_payment",
            "The first payment must be less than the {owed} that is owed.",
            owed=str(_cents(owed)),
        )
    if down_payment and down_payment_due is None:
        raise AssistProblem("plan.down_payment_due", "Say on which day the first payment is due.")


def _check_least(instalments: tuple[Instalment, ...], terms: ProductTerms, limits: PlanLimits) -> None:
    least = max(terms.least_instalment, limits.least_instalment)
    if instalments[0].total < least:
        raise AssistProblem(
            "plan.too_small",
            "Instalments of {amount} are below the least of {least}. Choose fewer months.",
            amount=str(instalments[0].total),
            least=str(least),
        )


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def affordable(income: Decimal, outgoings: Decimal, share: Decimal = Decimal("0.5")) -> Decimal:
    """What may be asked each month: a share of what is left after living costs, whole cents, never below 0.

    Forbearance means that a plan leaves the debtor a reserve; `share` of the surplus is a house choice.
    """
    return max(Decimal(0), (income - outgoings) * share).quantize(CENT, ROUND_DOWN)
