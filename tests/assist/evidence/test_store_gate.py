"""What the database refuses to start on, and the guard rails inside it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from assist.evidence import database
from assist.evidence.database import check_driver, connect, is_fixed_sqlite, transaction, utils
from assist.problems import AssistProblem
from tests.support.evidence_stores import MemoryKey, open_store, record_call


@pytest.mark.parametrize(
    ("version", "fixed"),
    [
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 40, 1), False),
        ((4, 0, 0), True),
    ],
)
def test_a_sqlite_with_the_wal_reset_bug_is_known(version: tuple[int, ...], fixed: bool) -> None:
    assert is_fixed_sqlite(version) is fixed


def test_the_program_refuses_to_start_on_an_affected_sqlite(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(database.dbapi2, "sqlite_version_info", (3, 51, 1))
    with pytest.raises(AssistProblem) as caught:
        open_store(tmp_path, source=MemoryKey())
    assert caught.value.code == "store.affected_sqlite"
    assert not (tmp_path / "evidence.db").exists()


def test_this_installations_driver_passes() -> None:
    assert check_driver()


@pytest.mark.parametrize("module", ["ledger", "reading", "migrations", "store", "integrity", "documents"])
def test_sqlite_utils_works_with_sqlcipher_whatever_is_imported_first(module: str) -> None:
    code = f"import assist.evidence.{module}, sqlite_utils.db; print(sqlite_utils.db.sqlite3.__name__)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "sqlcipher3.dbapi2"


def test_columns_can_be_added_through_sqlite_utils(tmp_path: Path) -> None:
    db = utils(connect(tmp_path / "a.db", bytes(32), create=True))
    db.table("t").insert({"a": 1})
    db.table("t").insert({"a": 1, "b": 2}, alter=True)
    assert [column.name for column in db.table("t").columns] == ["a", "b"]
    db.conn.close()


def test_a_plain_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE t(x)")
    plain.close()
    before = path.read_bytes()
    with pytest.raises(AssistProblem) as caught:
        connect(path, bytes(32), create=False)
    assert caught.value.code == "store.not_encrypted"
    assert path.read_bytes() == before


def test_a_database_is_never_made_over_another_one_or_out_of_nothing(tmp_path: Path) -> None:
    connect(tmp_path / "a.db", bytes(32), create=True).close()
    for path, create, code in (
        (tmp_path / "a.db", True, "store.exists"),
        (tmp_path / "b.db", False, "store.missing"),
    ):
        with pytest.raises(AssistProblem) as caught:
            connect(path, bytes(32), create=create)
        assert caught.value.code == code
    assert not (tmp_path / "b.db").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET entry = x''",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger SELECT * FROM ledger",
        "REPLACE INTO checkpoints SELECT * FROM checkpoints",
        "DELETE FROM checkpoints",
    ],
)
def test_ledger_and_checkpoints_are_append_only_even_for_replace(tmp_path: Path, statement: str) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    record_call(store, 1)
    with pytest.raises(database.IntegrityError, match="append-only"):
        store.db.execute(statement)
    store.close()


def test_sqlite_utils_replace_can_not_pass_either(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    record_call(store, 1)
    row = dict(next(store.db.query("SELECT * FROM ledger WHERE seq = 1")))
    with pytest.raises(database.IntegrityError, match="append-only"):
        store.db.table("ledger").insert({**row, "entry": b"other"}, replace=True)
    store.close()


def test_after_a_failed_flush_the_database_takes_nothing_more(tmp_path: Path) -> None:
    store = open_store(tmp_path, source=MemoryKey())
    store.db.conn.failed = True
    with pytest.raises(AssistProblem) as caught:
        record_call(store, 1)
    assert caught.value.code == "record.disk_refused"
    store.db.conn.failed = False
    store.close()


def test_our_own_wrong_sql_is_a_bug_and_no_fault_of_the_disk(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", bytes(32), create=True)

    def wrong() -> None:
        with transaction(connection) as inside:
            inside.execute("SELECT * FROM no_such_table")

    with pytest.raises(database.OperationalError, match="no such table"):
        wrong()
    assert not connection.failed
    connection.close()
