"""Cases from a table (CSV or XLSX): bad rows are told by row and column, the rest is imported.

Headings may be in Chinese or English and in any order; unknown columns are told and left alone. Rows of one
case number with different debts become one case. Thread: any; reads a file, so not the GUI thread.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from assist.contact.case import (
    AgreedPlan,
    Case,
    Debt,
    Dispute,
    Person,
    Phone,
    ProductTerms,
    Role,
    StopRequest,
    StopScope,
)
from assist.contact.case_columns import (
    COLUMNS,
    REQUIRED,
    CellProblem,
    as_day,
    as_kind,
    as_litigation,
    as_money,
    as_rate,
    as_text,
    as_yes,
    field_of,
)
from assist.contact.checks import zone_exists
from assist.contact.phone import parse_phone, region_of
from assist.problems import AssistProblem

Value = TypeVar("Value")
ENCODINGS = ("utf-8-sig", "gb18030", "big5")
MOST_ROWS = 200_000
_CURRENCIES = {"zh_CN": "CNY", "zh_TW": "TWD", "zh_HK": "HKD", "en_US": "USD", "en_GB": "GBP"}
_SEPARATED = re.compile(r"[,，;；、/]")
_SPLIT_CHANNELS = str.maketrans("；;、|", ",,,,")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One cell that kept a row from being imported."""

    row: int
    """As the spreadsheet counts: the headings are row 1."""
    column: str
    """The heading as written; empty where the row as a whole is meant."""
    code: str
    """`missing`, `money`, `date`, `rate`, `phone`, `zone`, `kind`, `litigation`, `duplicate`, `nothing_owed`."""
    value: str


@dataclass(frozen=True, slots=True)
class ImportedCases:
    """What came of a table."""

    cases: tuple[Case, ...]
    problems: tuple[RowProblem, ...]
    unknown_columns: tuple[str, ...]
    rows: int
    """Rows with anything in them, the headings not counted."""


def import_cases(path: Path, locale: str, at: datetime | None = None) -> ImportedCases:
    """Read a table; AssistProblem if the file as a whole can't be used. `at` dates what the table only says is so."""
    rows = _rows(path)
    try:
        headings = [as_text(cell) for cell in next(rows)]
    except StopIteration:
        raise _file_problem(path, "it is empty") from None
    fields = {place: field for place, heading in enumerate(headings) if (field := field_of(heading))}
    missing = [name for name in REQUIRED if name not in fields.values()]
    if missing:
        known = ", ".join(f"{COLUMNS[name][0]} / {name}" for name in missing)
        raise _file_problem(path, f"these columns are missing: {known}")
    reader = _Reader(
        locale, {field: headings[place] for place, field in fields.items()}, at or datetime.now(UTC)
    )
    count = 0
    for number, row in enumerate(rows, 2):
        cells = {field: row[place] for place, field in fields.items() if place < len(row)}
        if not any(as_text(cell) for cell in cells.values()):
            continue
        count += 1
        reader.read(number, cells)
    unknown = tuple(heading for place, heading in enumerate(headings) if heading and place not in fields)
    return ImportedCases(tuple(reader.cases.values()), tuple(reader.problems), unknown, count)


class _Reader:
    """Turns rows into cases and collects what is wrong."""

    def __init__(self, locale: str, headings: Mapping[str, str], at: datetime) -> None:
        self._locale = locale
        self._headings = headings
        self._at = at
        self.cases: dict[str, Case] = {}
        self.problems: list[RowProblem] = []

    def read(self, number: int, cells: Mapping[str, object]) -> None:
        """One row; with any fault it is left out as a whole."""
        row = _Row(number, cells, self._headings)
        locale = row.text("locale") or self._locale
        case_id = row.required("case_id")
        for name in REQUIRED[1:]:
            row.required(name)
        debt = self._debt(row, locale, case_id)
        people = self._people(row, locale)
        litigation = row.read("litigation", as_litigation)
        if row.problems or debt is None or litigation is None:
            self.problems += row.problems
            return
        case = Case(
            case_id,
            people,
            (debt,),
            locale,
            litigation=litigation,
            stops=self._stops(row),
            disputes=self._disputes(row),
            plans=self._plans(row, debt),
            hardship=row.text("hardship"),
            notes=row.text("notes"),
        )
        self._add(row, case)

    def _add(self, row: _Row, case: Case) -> None:
        known = self.cases.get(case.case_id)
        if known is None:
            self.cases[case.case_id] = case
            return
        debt = case.debts[0]
        same = any((one.creditor, one.product) == (debt.creditor, debt.product) for one in known.debts)
        if same or known.debtor.name != case.debtor.name:
            self.problems.append(row.problem("case_id", "duplicate", case.case_id))
            return
        debt = replace(debt, debt_id=f"{len(known.debts) + 1}")
        self.cases[case.case_id] = replace(known, debts=(*known.debts, debt))

    def _debt(self, row: _Row, locale: str, case_id: str) -> Debt | None:
        sums = {name: row.read(name, as_money) or Decimal(0) for name in ("principal", "interest", "fees")}
        total = row.read("total", as_money) or Decimal(0)
        if not any(sums.values()):
            sums["principal"] = total
        if not row.problems and not sum(sums.values()):
            row.problems.append(
                row.problem("total" if row.has("total") else "principal", "nothing_owed", "0")
            )
        kind = row.read("kind", as_kind)
        due_since, as_of, notice, settled = (
            row.read(name, lambda value: as_day(value, locale))
            for name in ("due_since", "as_of", "notice_sent", "settled")
        )
        rate = row.read("rate", as_rate) or Decimal(0)
        if kind is None or not case_id:
            return None
        channels = row.text("channels").translate(_SPLIT_CHANNELS).split(",")
        return Debt(
            debt_id="1",
            creditor=row.text("creditor"),
            product=row.text("product"),
            kind=kind,
            currency=row.text("currency").upper() or _CURRENCIES.get(locale, "CNY"),
            principal=sums["principal"],
            interest=sums["interest"],
            fees=sums["fees"],
            as_of=as_of,
            due_since=due_since,
            official_channels=tuple(channel.strip() for channel in channels if channel.strip()),
            account_tail=row.text("account_tail"),
            terms=ProductTerms(annual_rate=rate),
            outsourced=notice is not None,
            notice_sent=notice,
            settled=settled,
        )

    def _people(self, row: _Row, locale: str) -> tuple[Person, ...]:
        region = region_of(locale)
        zone = row.text("time_zone")
        if zone and not zone_exists(zone):
            row.problems.append(row.problem("time_zone", "zone", zone))
        phones = [*row.phones("phone", region), *row.phones("work_phone", region, workplace=True)]
        people = [
            Person("debtor", row.text("name"), Role.DEBTOR, tuple(phones), zone, row.text("place")),
        ]
        for field, role in (("guarantor", Role.GUARANTOR), ("contact", Role.CONTACT)):
            if name := row.text(field):
                numbers = tuple(row.phones(f"{field}_phone", region))
                relation = row.text(f"{field}_relation")
                people.append(Person(field, name, role, numbers, relation=relation))
        return tuple(people)

    def _stops(self, row: _Row) -> tuple[StopRequest, ...]:
        if not as_yes(row.cell("stop")):
            return ()
        return (StopRequest(self._at, "debtor", StopScope.CALLS, words=row.text("stop")),)

    def _disputes(self, row: _Row) -> tuple[Dispute, ...]:
        return (Dispute(self._at, (), row.text("dispute")),) if as_yes(row.cell("dispute")) else ()

    def _plans(self, row: _Row, debt: Debt) -> tuple[AgreedPlan, ...]:
        if not as_yes(row.cell("plan")):
            return ()
        return (AgreedPlan("imported", (debt.debt_id,), self._at, (), oral=False),)


class _Row:
    """One row's cells by field."""

    def __init__(self, number: int, cells: Mapping[str, object], headings: Mapping[str, str]) -> None:
        self._number = number
        self._cells = cells
        self._headings = headings
        self.problems: list[RowProblem] = []

    def has(self, field: str) -> bool:
        return field in self._headings

    def cell(self, field: str) -> object:
        return self._cells.get(field)

    def text(self, field: str) -> str:
        return as_text(self._cells.get(field))

    def required(self, field: str) -> str:
        value = self.text(field)
        if not value:
            self.problems.append(self.problem(field, "missing", ""))
        return value

    def read(self, field: str, how: Callable[[object], Value]) -> Value | None:
        """A cell's value; None where it can't be read, which is then among the problems."""
        try:
            return how(self._cells.get(field))
        except CellProblem as problem:
            self.problems.append(self.problem(field, problem.code, problem.value))
            return None

    def phones(self, field: str, region: str, *, workplace: bool = False) -> Iterator[Phone]:
        """Every number of a cell; several are separated by commas, slashes or spaces between whole numbers."""
        for text in _SEPARATED.split(self.text(field)):
            if not text.strip():
                continue
            try:
                yield Phone(parse_phone(text, region).e164, workplace)
            except AssistProblem:
                self.problems.append(self.problem(field, "phone", text.strip()))

    def problem(self, field: str, code: str, value: str) -> RowProblem:
        return RowProblem(self._number, self._headings.get(field, field), code, value)


def _rows(path: Path) -> Iterator[Sequence[object]]:
    """The table's rows, headings first, blank lines before them left out."""
    try:
        rows = _of_workbook(path) if path.suffix.lower() in {".xlsx", ".xlsm"} else _of_csv(path)
        started = False
        for count, row in enumerate(rows):
            if count > MOST_ROWS:
                raise _file_problem(path, f"it has more than {MOST_ROWS} rows")
            started = started or any(as_text(cell) for cell in row)
            if started:
                yield row
    except OSError as error:
        raise _file_problem(path, error.strerror or type(error).__name__) from error


def _of_workbook(path: Path) -> Iterator[Sequence[object]]:
    try:
        workbook = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        raise _file_problem(path, "it is not an Excel workbook") from error
    try:
        yield from workbook.worksheets[0].iter_rows(values_only=True)
    finally:
        workbook.close()


def _of_csv(path: Path) -> Iterator[Sequence[object]]:
    content = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise _file_problem(path, "its text is in an unknown encoding")
    if "\0" in text:
        raise _file_problem(path, "it is not a table of text")
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:4096], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    try:
        yield from csv.reader(io.StringIO(text, newline=""), dialect)
    except csv.Error as error:
        raise _file_problem(path, str(error)) from error


def _file_problem(path: Path, why: str) -> AssistProblem:
    return AssistProblem(
        "case.import_file",
        "{file} can't be imported: {why}. Save the table as XLSX or as CSV with headings in the first row.",
        file=path.name,
        why=why,
    )
