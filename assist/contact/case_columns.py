"""What columns of an imported table are called, in the words that teams use, and how their cells are read."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

import dateparser

from assist.contact.case import DebtKind, LitigationStatus

COLUMNS: dict[str, tuple[str, ...]] = {
    "case_id": (
        "案件编号",
        "案件号",
        "案号",
        "案件編號",
        "合同号",
        "case id",
        "case",
        "case number",
        "reference",
    ),
    "name": (
        "姓名",
        "客户姓名",
        "债务人",
        "债务人姓名",
        "债务人名称",
        "客戶姓名",
        "債務人",
        "name",
        "debtor",
        "customer name",
    ),
    "phone": (
        "电话",
        "手机",
        "手机号",
        "联系电话",
        "本人电话",
        "電話",
        "手機",
        "phone",
        "mobile",
        "phone number",
    ),
    "work_phone": ("单位电话", "公司电话", "公司電話", "work phone"),
    "place": ("地区", "所在地", "地址", "地址省市", "所在城市", "地區", "place", "city", "address", "state"),
    "time_zone": ("时区", "時區", "time zone", "timezone"),
    "product": ("产品", "产品名称", "贷款产品", "產品", "product"),
    "kind": ("债务类型", "产品类型", "类型", "債務類型", "debt type", "kind", "type"),
    "creditor": ("委托方", "债权人", "银行", "机构", "委託方", "債權人", "creditor", "client", "bank"),
    "currency": ("币种", "幣別", "currency"),
    "principal": ("本金", "剩余本金", "欠款本金", "本金余额", "principal"),
    "interest": ("利息", "逾期利息", "interest"),
    "fees": ("费用", "违约金", "滞纳金", "費用", "違約金", "fees", "charges"),
    "total": (
        "欠款总额",
        "欠款金额",
        "逾期金额",
        "应还总额",
        "总欠款",
        "欠款總額",
        "total",
        "amount",
        "balance",
    ),
    "due_since": (
        "逾期日期",
        "逾期起始日",
        "最早逾期日",
        "应还日期",
        "逾期起日",
        "due since",
        "due date",
        "default date",
    ),
    "as_of": ("截止日期", "数据日期", "截止日", "資料日期", "as of"),
    "channels": ("还款渠道", "官方还款渠道", "还款方式", "還款渠道", "payment channels", "channels"),
    "account_tail": ("尾号", "卡尾号", "账号尾号", "卡號末四碼", "account tail", "last four"),
    "guarantor": ("担保人", "保证人", "担保人姓名", "保證人", "guarantor"),
    "guarantor_phone": ("担保人电话", "保证人电话", "保證人電話", "guarantor phone"),
    "contact": ("联系人", "紧急联系人", "聯絡人", "contact", "contact person"),
    "contact_phone": ("联系人电话", "紧急联系人电话", "聯絡人電話", "contact phone"),
    "contact_relation": ("联系人关系", "与债务人关系", "關係", "contact relation", "relation"),
    "litigation": ("诉讼状态", "诉讼", "是否起诉", "訴訟狀態", "litigation", "litigation status"),
    "stop": ("停止联系", "停催", "拒绝联系", "停止聯繫", "stop request", "do not call"),
    "dispute": ("异议", "争议", "是否异议", "異議", "dispute", "disputed"),
    "plan": ("已有分期", "还款计划", "分期方案", "還款計畫", "plan agreed", "plan"),
    "hardship": ("困难情况", "特殊情况", "困難情況", "hardship"),
    "rate": ("年利率", "年化利率", "annual rate", "apr"),
    "notice_sent": ("委外告知日期", "告知日期", "通知日期", "notice sent"),
    "settled": ("结清日期", "结案日期", "核销日期", "結清日期", "結案日期", "settled", "date settled"),
    "locale": ("规则地区", "适用规则", "規則地區", "locale"),
    "notes": ("备注", "備註", "notes", "remarks"),
}
"""Field → headings; compared without case, spaces and full-width forms."""

REQUIRED = ("case_id", "name", "creditor", "product")

_KINDS = {
    DebtKind.CREDIT_CARD: ("信用卡", "信用卡逾期", "credit card", "card"),
    DebtKind.CONSUMER_LOAN: (
        "消费贷", "消费贷款", "信用贷", "网贷", "現金貸", "信貸", "消費貸款", "consumer loan", "loan", "personal loan",
    ),
    DebtKind.AUTO_LOAN: ("车贷", "汽车贷款", "車貸", "auto loan", "car loan"),
    DebtKind.MORTGAGE: ("房贷", "按揭", "房貸", "mortgage"),
    DebtKind.PURCHASED: ("债权转让", "不良资产", "收购债权", "債權讓與", "purchased", "purchased debt"),
    DebtKind.TRADE: ("货款", "贸易", "应收账款", "貨款", "trade", "b2b", "receivable"),
    DebtKind.PRIVATE: ("民间借贷", "私人借款", "民間借貸", "private", "private debt"),
    DebtKind.OTHER: ("其他", "other"),
}  # fmt: skip
_LITIGATION = {
    LitigationStatus.NONE: ("", "无", "否", "未起诉", "無", "未起訴", "no", "none"),
    LitigationStatus.CONSIDERED: ("拟起诉", "考虑起诉", "评估中", "擬起訴", "considered"),
    LitigationStatus.FILED: ("已起诉", "已立案", "是", "已起訴", "yes", "filed"),
    LitigationStatus.JUDGED: ("已判决", "判决", "已判決", "judged", "judgment"),
    LitigationStatus.ENFORCED: ("执行中", "强制执行", "強制執行", "enforced", "enforcement"),
}
_YES = {"是", "有", "y", "yes", "true", "1", "√", "✓", "已达成", "已停", "停"}
_NO = {"", "否", "无", "無", "没有", "沒有", "n", "no", "false", "0", "-", "—", "/"}
_MONEY_MARKS = re.compile(r"[￥¥$£€元圆塊块,，\s]|人民币|rmb|cny|usd|gbp|twd|hkd|nt\$|hk\$", re.IGNORECASE)
_EXCEL_FLOAT = re.compile(r"(\d+)\.0")


class CellProblem(ValueError):
    """A cell that can't be read: a code, and what it held."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code)
        self.code = code
        self.value = value


def plain(text: str) -> str:
    """A heading or a word for comparing: half-width, lower case, single spaces, no brackets' content."""
    folded = unicodedata.normalize("NFKC", text).strip().lower().replace("_", " ")
    folded = re.sub(r"\(.*?\)", "", folded)
    return " ".join(folded.split())


_BY_HEADING = {plain(heading): field for field, headings in COLUMNS.items() for heading in (field, *headings)}


def field_of(heading: str) -> str | None:
    """The field that a column's heading stands for; None if it is not known."""
    return _BY_HEADING.get(plain(heading))


def as_text(value: object) -> str:
    """A cell as text; a whole number that a spreadsheet made a float stays whole."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if (value.hour, value.minute) == (0, 0) else value.isoformat()
    text = str(value).strip()
    whole = _EXCEL_FLOAT.fullmatch(text)
    return whole.group(1) if whole else text


def as_money(value: object) -> Decimal:
    """An amount; CellProblem `money` if it is none or negative."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _amount(str(value), str(value))
    text = as_text(value)
    return (
        Decimal(0) if not text else _amount(_MONEY_MARKS.sub("", unicodedata.normalize("NFKC", text)), text)
    )


def _amount(text: str, shown: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise CellProblem("money", shown) from None
    if not amount.is_finite() or amount < 0:
        raise CellProblem("money", shown)
    return amount.quantize(Decimal("0.01"))


def as_rate(value: object) -> Decimal:
    """A yearly rate: `18%` and 0.18 are the same; CellProblem `rate` if it is none."""
    text = as_text(value).replace("％", "%")
    if not text:
        return Decimal(0)
    try:
        rate = Decimal(text.rstrip("%").strip())
    except InvalidOperation:
        raise CellProblem("rate", text) from None
    if not rate.is_finite() or rate < 0:
        raise CellProblem("rate", text)
    return rate / 100 if text.endswith("%") or rate >= 2 else rate


def as_day(value: object, language: str) -> date | None:
    """A day, written in any usual way; CellProblem `date` if it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = as_text(value)
    if not text:
        return None
    order = "MDY" if language == "en_US" else "DMY" if language == "en_GB" else "YMD"
    parsed = dateparser.parse(
        text,
        languages=["zh" if language.startswith("zh") else "en"],
        settings={"DATE_ORDER": order, "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    if parsed is None:
        raise CellProblem("date", text)
    day: date = parsed.date()
    return day


def as_kind(value: object) -> DebtKind:
    """The kind of debt; a consumer loan if the cell is empty, CellProblem `kind` if it is not known."""
    text = plain(as_text(value))
    if not text:
        return DebtKind.CONSUMER_LOAN
    for kind, words in _KINDS.items():
        if text in words or text.replace(" ", "_") == kind.value:
            return kind
    raise CellProblem("kind", as_text(value))


def as_litigation(value: object) -> LitigationStatus:
    """How far the legal procedure is; CellProblem `litigation` if it is not known."""
    text = plain(as_text(value))
    for status, words in _LITIGATION.items():
        if text in words or text == status.value:
            return status
    raise CellProblem("litigation", as_text(value))


def as_yes(value: object) -> bool:
    """Yes or no; any other words (a reason, a date) count as yes."""
    text = plain(as_text(value))
    return text in _YES or text not in _NO
