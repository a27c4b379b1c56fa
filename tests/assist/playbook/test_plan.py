from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assist.contact.case import ProductTerms
from assist.playbook.plan import (
    CENT,
    PlanLimits,
    RepaymentPlan,
    affordable,
    least_monthly,
    plan_by_months,
    plan_by_payment,
)
from assist.problems import AssistProblem

CARD = PlanLimits(60, "《商业银行信用卡业务监督管理办法》第七十条", "B")
FIRST = date(2027, 1, 31)

money = st.decimals(Decimal("1.00"), Decimal("500000.00"), places=2)
terms = st.builds(
    ProductTerms,
    annual_rate=st.decimals(Decimal(0), Decimal("0.36"), places=4),
    fee_rate_per_instalment=st.decimals(Decimal(0), Decimal("0.01"), places=4),
    fixed_fee=st.decimals(Decimal(0), Decimal("50.00"), places=2),
)


def check_sums(plan: RepaymentPlan, owed: Decimal) -> None:
    assert sum(one.principal for one in plan.instalments) == plan.principal
    assert plan.principal + plan.down_payment == owed
    assert sum(amount for _, amount in plan.schedule()) == plan.total
    assert plan.instalments[-1].outstanding == 0
    left = plan.principal
    for one in plan.instalments:
        left -= one.principal
        assert one.outstanding == left
        assert one.principal >= CENT
        assert min(one.interest, one.fee) >= 0
        assert all(value == value.quantize(CENT) for value in (one.principal, one.interest, one.fee))
    days = [one.due for one in plan.instalments]
    assert days == sorted(set(days))


@settings(max_examples=150, deadline=None)
@given(owed=money, months=st.integers(1, 60), product=terms)
def test_every_plan_adds_up_to_the_cent(owed: Decimal, months: int, product: ProductTerms) -> None:
    plan = plan_by_months(owed, months, FIRST, product, CARD)
    assert plan.months == months
    check_sums(plan, owed)


@settings(max_examples=150, deadline=None)
@given(owed=money, monthly=st.decimals(Decimal("1.00"), Decimal("20000.00"), places=2), product=terms)
def test_no_instalment_is_more_than_the_debtor_can_pay_nor_the_plan_longer_than_allowed(
    owed: Decimal, monthly: Decimal, product: ProductTerms
) -> None:
    try:
        plan = plan_by_payment(owed, monthly, FIRST, product, CARD)
    except AssistProblem as problem:
        assert problem.code == "plan.too_long"
        assert Decimal(problem.params["needed"]) > monthly
        return
    check_sums(plan, owed)
    assert max(one.total for one in plan.instalments) <= monthly
    assert plan.months <= 60
    if plan.months > 1:
        shorter = plan_by_months(owed, plan.months - 1, FIRST, product, CARD)
        assert max(one.total for one in shorter.instalments) > monthly


@settings(max_examples=60, deadline=None)
@given(owed=st.decimals(Decimal("100.00"), Decimal("90000.00"), places=2), product=terms)
def test_the_least_monthly_payment_is_enough_for_a_plan(owed: Decimal, product: ProductTerms) -> None:
    assert plan_by_payment(owed, least_monthly(owed, FIRST, product, CARD), FIRST, product, CARD).months <= 60


@settings(max_examples=60, deadline=None)
@given(owed=st.decimals(Decimal("100.00"), Decimal("90000.00"), places=2), months=st.integers(1, 60))
def test_without_interest_instalments_differ_only_in_the_last(owed: Decimal, months: int) -> None:
    assume(owed >= months)
    totals = [one.total for one in plan_by_months(owed, months, FIRST, ProductTerms(), CARD).instalments]
    assert len(set(totals[:-1])) <= 1
    assert totals[-1] <= totals[0]


def test_an_annuity_matches_the_textbook_value() -> None:
    # 10 000 at 12 % a year over 12 months: 888.4879 a month, 661.8546 of interest before rounding to cents.
    plan = plan_by_months(Decimal(10_000), 12, FIRST, ProductTerms(annual_rate=Decimal("0.12")), CARD)
    assert {one.total for one in plan.instalments[:-1]} == {Decimal("888.49")}
    assert plan.instalments[0].interest == Decimal("100.00")
    half_a_cent_each_month = Decimal("0.06")
    assert abs(plan.interest - Decimal("661.8546")) <= half_a_cent_each_month


def test_instalment_fees_are_a_share_of_the_original_principal() -> None:
    product = ProductTerms(fee_rate_per_instalment=Decimal("0.006"), fixed_fee=Decimal("30.00"))
    plan = plan_by_months(Decimal(12_000), 12, FIRST, product, CARD)
    assert plan.instalments[0].fee == Decimal("102.00")
    assert {one.fee for one in plan.instalments[1:]} == {Decimal("72.00")}
    assert plan.total == Decimal("12894.00")


def test_due_days_stay_at_the_end_of_the_month() -> None:
    plan = plan_by_months(Decimal(300), 3, FIRST, ProductTerms(), CARD)
    assert [one.due for one in plan.instalments] == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]


def test_a_down_payment_comes_first_and_is_not_planned_again() -> None:
    plan = plan_by_months(
        Decimal(5000),
        4,
        FIRST,
        ProductTerms(),
        CARD,
        down_payment=Decimal(1000),
        down_payment_due=date(2026, 12, 4),
    )
    assert plan.principal == 4000
    assert plan.schedule()[0] == (date(2026, 12, 4), Decimal(1000))
    assert plan.total == 5000


def test_sixty_one_months_are_refused_with_the_source() -> None:
    with pytest.raises(AssistProblem) as refused:
        plan_by_months(Decimal(10_000), 61, FIRST, ProductTerms(), CARD)
    assert refused.value.code == "plan.months"
    assert refused.value.params["months"] == "60"
    assert "第七十条" in refused.value.params["source"]


def test_the_contract_may_be_stricter_than_the_rule_but_not_laxer() -> None:
    for contract, longest in ((24, 24), (120, 60), (0, 60)):
        plan = plan_by_months(Decimal(9000), 12, FIRST, ProductTerms(longest_months=contract), CARD)
        assert plan.longest_months == longest


def test_a_payment_that_does_not_even_cover_interest_is_refused_with_what_is_needed() -> None:
    product = ProductTerms(annual_rate=Decimal("0.24"))
    with pytest.raises(AssistProblem) as refused:
        plan_by_payment(Decimal(100_000), Decimal(500), FIRST, product, CARD)
    needed = Decimal(refused.value.params["needed"])
    assert plan_by_payment(Decimal(100_000), needed, FIRST, product, CARD).months == 60


@pytest.mark.parametrize(
    ("owed", "options", "code"),
    [
        (Decimal(0), {}, "plan.nothing_owed"),
        (Decimal(100), {"down_payment": Decimal(100), "down_payment_due": FIRST}, "plan.down_payment"),
        (Decimal(100), {"down_payment": Decimal(10)}, "plan.down_payment_due"),
        (Decimal("0.05"), {}, "plan.too_small"),
    ],
)
def test_impossible_plans_are_problems_with_a_sentence(
    owed: Decimal, options: dict[str, object], code: str
) -> None:
    with pytest.raises(AssistProblem) as refused:
        plan_by_months(owed, 12, FIRST, ProductTerms(), CARD, **options)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert str(refused.value)


def test_instalments_below_the_least_are_refused() -> None:
    with pytest.raises(AssistProblem) as refused:
        plan_by_months(Decimal(1000), 60, FIRST, ProductTerms(least_instalment=Decimal(100)), CARD)
    assert refused.value.params == {"amount": "16.67", "least": "100"}


def test_what_may_be_asked_leaves_the_debtor_a_reserve() -> None:
    assert affordable(Decimal(6000), Decimal("4200.50")) == Decimal("899.75")
    assert affordable(Decimal(3000), Decimal(4000)) == 0
