"""Cases from tables: what is read, and how bad rows are told."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from assist.contact.case import DebtKind, LitigationStatus, Role
from assist.contact.case_book import CaseBook, case_of_json, json_of_case
from assist.contact.case_import import import_cases
from assist.problems import AssistProblem

AT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
HEADINGS = (
    "案件编号,姓名,手机号,产品名称,债务类型,委托方,本金,利息,违约金,"
    "逾期日期,还款渠道,担保人,担保人电话,诉讼状态,停催,异议"
)
GOOD = (
    'A001,张三,13812345678,金穗卡,信用卡,某某银行,"12,000.50",300,20.5,'
    "2026年9月1日,银行APP；柜台,李四,13912345678,未起诉,否,无"
)


def write(folder: Path, *rows: str, encoding: str = "utf-8", name: str = "cases.csv") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join([HEADINGS, *rows]).encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_with_chinese_headings_becomes_cases(tmp_path: Path, encoding: str) -> None:
    found = import_cases(write(tmp_path, GOOD, encoding=encoding), "zh_CN", AT)
    assert not found.problems
    (case,) = found.cases
    debt = case.debts[0]
    assert case.debtor.name == "张三"
    assert case.debtor.phones[0].number == "+8613812345678"
    assert debt.kind is DebtKind.CREDIT_CARD
    assert debt.total == Decimal("12321.00")
    assert debt.due_since == date(2026, 9, 1)
    assert debt.official_channels == ("银行APP", "柜台")
    assert case.guarantors[0].phones[0].number == "+8613912345678"
    assert case.litigation is LitigationStatus.NONE
    assert not case.stops
    assert not case.disputes


def test_a_workbook_keeps_numbers_dates_and_long_case_numbers(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(
        ["Case ID", "Name", "Phone", "Product", "Creditor", "Total", "Due since", "Dispute", "Litigation"]
    )
    sheet.append(
        [
            1002003.0,
            "Ann Lee",
            "(212) 555-0134",
            "Card",
            "First Bank",
            812.4,
            datetime(2026, 3, 4),  # noqa: DTZ001 - as a workbook has it
            "not my debt",
            "filed",
        ]
    )
    path = tmp_path / "cases.xlsx"
    workbook.save(path)
    (case,) = import_cases(path, "en_US", AT).cases
    assert case.case_id == "1002003"
    assert case.debts[0].total == Decimal("812.40")
    assert case.debts[0].currency == "USD"
    assert case.debts[0].due_since == date(2026, 3, 4)
    assert case.disputes[0].reason == "not my debt"
    assert case.litigation is LitigationStatus.FILED


def test_bad_rows_are_told_by_row_and_column_and_the_rest_is_imported(tmp_path: Path) -> None:
    rows = [
        GOOD,
        GOOD.replace("A001", "A002").replace('"12,000.50"', "一万多"),
        GOOD.replace("A001", "A003").replace("13812345678", "123"),
        GOOD.replace("A001", ""),
        GOOD.replace("A001", "A005").replace("2026年9月1日", "去年某天吧"),
        GOOD.replace("A001", "A006").replace("未起诉", "不好说"),
        GOOD.replace("A001", "A007"),
        GOOD,
    ]
    found = import_cases(write(tmp_path, *rows), "zh_CN", AT)
    assert [case.case_id for case in found.cases] == ["A001", "A007"]
    assert {(one.row, one.column, one.code) for one in found.problems} == {
        (3, "本金", "money"),
        (4, "手机号", "phone"),
        (5, "案件编号", "missing"),
        (6, "逾期日期", "date"),
        (7, "诉讼状态", "litigation"),
        (9, "案件编号", "duplicate"),
    }
    assert found.rows == 8


def test_two_debts_of_one_case_number_are_one_case(tmp_path: Path) -> None:
    second = GOOD.replace("金穗卡", "消费分期").replace("信用卡", "消费贷")
    (case,) = import_cases(write(tmp_path, GOOD, second), "zh_CN", AT).cases
    assert [debt.debt_id for debt in case.debts] == ["1", "2"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cases.xlsx", b"this is no workbook"),
        ("cases.csv", b""),
        ("cases.csv", b"\x00\x01\x02\x03\x00"),
        ("cases.csv", b"colour,size\nred,3\n"),
        ("missing.csv", None),
    ],
)
def test_a_file_that_is_no_table_of_cases_is_one_sentence(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AssistProblem) as caught:
        import_cases(path, "zh_CN", AT)
    assert caught.value.code == "case.import_file"
    assert name in str(caught.value)


class MemoryShelf:
    """A shelf for a test: what the encrypted store does is tested with the store."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def put(self, name: str, content: bytes) -> None:
        self.kept[name] = content

    def put_many(self, contents: dict[str, bytes]) -> None:
        self.kept |= contents

    def all(self) -> list[object]:
        return []

    def remove(self, name: str) -> None:
        self.kept.pop(name, None)


def test_a_case_survives_its_way_through_json(tmp_path: Path) -> None:
    (case,) = import_cases(write(tmp_path, GOOD.replace(",否,无", ",是,金额不对")), "zh_CN", AT).cases
    assert case_of_json(json_of_case(case)) == case
    assert case.person("guarantor").role is Role.GUARANTOR
    book = CaseBook(MemoryShelf())  # type: ignore[arg-type]
    book.keep(case)
    assert book.find("A001") == case
    with pytest.raises(AssistProblem, match="A999"):
        book.must_find("A999")
    with pytest.raises(AssistProblem, match="can't be read"):
        case_of_json(b'{"case_id": 3}')
