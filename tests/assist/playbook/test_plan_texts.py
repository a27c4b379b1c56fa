from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib import resources

import pytest

from assist.contact.case import Debt, DebtKind, ProductTerms
from assist.playbook.plan import RepaymentPlan, plan_by_months
from assist.playbook.plan_texts import (
    PlanTexts,
    oral_summary,
    read_plan_texts,
    shipped_plan_texts,
    table_rows,
)
from assist.problems import AssistProblem, PackProblem

LOCALES = ("zh_CN", "zh_TW", "zh_HK", "en_US", "en_GB")
TODAY = date(2026, 11, 24)
DEBT = Debt(
    "d1", "示范银行", "信用卡", DebtKind.CREDIT_CARD, "CNY", Decimal("9000.00"), Decimal("800.00"), Decimal("200.00"),
    official_channels=("示范银行App", "合同约定账户"),
)  # fmt: skip


def plan_for(texts: PlanTexts, months: int, **options: object) -> RepaymentPlan:
    terms = options.pop("terms", ProductTerms())
    return plan_by_months(
        DEBT.total,
        months,
        date(2027, 1, 5),
        terms,
        texts.limits_for(DEBT.kind),
        **options,  # type: ignore[arg-type]
    )


def test_the_mainland_summary_says_all_that_article_70_asks_for() -> None:
    texts = shipped_plan_texts("zh_CN")
    plan = plan_for(texts, 12, down_payment=Decimal("1000.00"), down_payment_due=date(2026, 12, 4))
    lines = oral_summary(plan, DEBT, texts, TODAY, authorised=False)
    assert [line.code for line in lines] == [
        "recorded", "balance", "down_payment", "equal", "no_costs", "channels", "no_new_card", "obligations",
        "approval", "agreed",
    ]  # fmt: skip
    said = "".join(line.text for line in lines)
    for needed in (
        "10,000.00元",
        "9,000.00元",
        "2026年12月4日",
        "2027年12月5日",
        "750.00元",
        "不向任何银行申领信用卡",
        "我同意",
    ):
        assert needed in said


def test_costs_are_said_when_there_are_any() -> None:
    texts = shipped_plan_texts("zh_CN")
    plan = plan_for(texts, 12, terms=ProductTerms(annual_rate=Decimal("0.12")))
    line = next(
        line for line in oral_summary(plan, DEBT, texts, TODAY, authorised=True) if line.code == "costs"
    )
    assert dict(line.params)["plan_interest"] == texts.money(plan.interest, "CNY")
    assert texts.money(plan.total, "CNY") in line.text


@pytest.mark.parametrize(
    ("months", "terms", "code"),
    [
        (1, ProductTerms(), "single"),
        (10, ProductTerms(), "equal"),
        (7, ProductTerms(), "last_differs"),
        (5, ProductTerms(fixed_fee=Decimal(30)), "varying"),
        (2, ProductTerms(), "equal"),
    ],
)
@pytest.mark.parametrize("locale", LOCALES)
def test_the_schedule_is_said_as_it_is(locale: str, months: int, terms: ProductTerms, code: str) -> None:
    texts = shipped_plan_texts(locale)
    plan = plan_for(texts, months, terms=terms)
    lines = {line.code: line for line in oral_summary(plan, DEBT, texts, TODAY, authorised=True)}
    assert code in lines
    assert "approval" not in lines
    assert texts.money(plan.instalments[0].total, "CNY") in lines[code].text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_table_has_a_row_for_each_instalment(locale: str) -> None:
    texts = shipped_plan_texts(locale)
    plan = plan_for(texts, 3)
    rows = table_rows(plan, texts)
    assert len(rows) == 4
    assert all(len(row) == len(rows[0]) for row in rows)
    assert rows[3][6] == texts.money(Decimal("0.00"), "CNY")


def test_the_card_limit_is_sixty_months_in_the_mainland_and_names_its_source() -> None:
    limits = shipped_plan_texts("zh_CN").limits_for(DebtKind.CREDIT_CARD)
    assert (limits.longest_months, limits.by_rule) == (60, True)
    assert "第七十条" in limits.source
    assert not shipped_plan_texts("zh_CN").limits_for(DebtKind.PRIVATE).by_rule


def test_a_place_without_texts_is_told() -> None:
    with pytest.raises(AssistProblem, match="fr_FR"):
        shipped_plan_texts("fr_FR")


@pytest.mark.parametrize(
    ("old", "new", "line_text", "reason"),
    [
        ("  agreed: 以上", "  agred: 以上", None, "agreed"),
        ("您承诺不向任何银行申领信用卡", "您承诺{nothing}", "no_new_card", "nothing"),
        ("longest_months: 60", "longest_months: 0", "longest_months: 0", "longest_months"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(
    old: str, new: str, line_text: str | None, reason: str
) -> None:
    text = resources.files("scripts").joinpath("zh_CN", "plan.yaml").read_text("utf-8")
    broken = text.replace(old, new, 1)
    assert broken != text
    with pytest.raises(PackProblem) as refused:
        read_plan_texts(broken.encode(), "plan.yaml")
    assert reason in str(refused.value)
    if line_text is not None:
        assert line_text in broken.splitlines()[refused.value.line - 1]
