"""The encrypted database file: SQLCipher under sqlite-utils, and the only module that imports either driver.

Refuses to start where it can't keep its word: a SQLite with the WAL-reset bug (3.7.0 to 3.51.2; fixed in
3.51.3 and the backports 3.50.7 and 3.44.6, sqlite.org/wal.html#walresetbug), a driver without encryption,
a file that is not encrypted, a key that does not fit, a setting that did not take. An existing file is
never created anew and never gets a new key.

Durability is `synchronous=FULL` in WAL mode: a commit that returned survives a power cut on drives that
obey a flush. Deleted bytes go (`secure_delete`), and `INSERT OR REPLACE` can't pass the append-only
triggers (`recursive_triggers`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from assist.evidence.durable import sync
from assist.problems import AssistProblem

# sqlite-utils takes this name for its driver; without it, it would look for the errors of the standard
# library's SQLite and miss those of SQLCipher (`alter=True` then fails).
sys.modules["pysqlite3"] = sys.modules["pysqlite3.dbapi2"] = dbapi2

import sqlite_utils  # noqa: E402

Connection = Any
"""A `_StoreConnection`; the driver ships no types."""


class _StoreConnection(dbapi2.Connection):  # type: ignore[misc]
    """A connection that knows whether the disk has ever failed it."""

    failed = False
    """After a failed flush the system may say that data is safe which it has dropped, so nothing more is
    written until the store is opened anew and read from the disk (Rebello et al., "Can Applications Recover
    from fsync Failures?", USENIX ATC 2020)."""


DatabaseError: type[Exception] = dbapi2.DatabaseError
IntegrityError: type[Exception] = dbapi2.IntegrityError
OperationalError: type[Exception] = dbapi2.OperationalError

KEY_BYTES = 32
PLAIN_HEADER = b"SQLite format 3\0"
BUSY_TIMEOUT_MS = 10_000

_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("busy_timeout", str(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS),
)
"""Pragma, what to set, what it must read back. The two fullfsync settings act on macOS only."""


def is_fixed_sqlite(version: tuple[int, ...]) -> bool:
    """Whether this SQLite has the fix of the WAL-reset bug."""
    if version >= (3, 51, 3):
        return True
    return (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def check_driver() -> str:
    """The driver's cipher version; raises `AssistProblem` on an affected SQLite or one without encryption."""
    if vars(sqlite_utils.db)["sqlite3"] is not dbapi2:
        raise RuntimeError("sqlite_utils was imported before assist.evidence and works with another SQLite")
    version = tuple(dbapi2.sqlite_version_info)
    if not is_fixed_sqlite(version):
        raise AssistProblem(
            "store.affected_sqlite",
            "This installation's SQLite {version} can damage records (WAL-reset bug). Run the set-up again: "
            "it installs a version with the fix.",
            version=".".join(map(str, version)),
        )
    probe = dbapi2.connect(":memory:")
    try:
        row = probe.execute("PRAGMA cipher_version").fetchone()
    finally:
        probe.close()
    if not row or not row[0]:
        raise AssistProblem(
            "store.no_cipher",
            "The database driver of this installation can't encrypt. Run the set-up again.",
        )
    return str(row[0])


def driver_version() -> str:
    """The version of the SQLite inside the driver."""
    return str(dbapi2.sqlite_version)


def connect(path: Path, key: bytes, *, create: bool) -> Connection:
    """Open the encrypted database `path` with the raw 32-byte `key`.

    `create` makes a new file and refuses an existing one; otherwise the file must be there and open with
    this key. The connection is in autocommit mode; `transaction` groups writes. It may be used from any
    thread, one at a time: the owner holds a lock.
    """
    check_driver()
    if len(key) != KEY_BYTES:
        raise ValueError("the database key must be 32 bytes")
    if create and path.exists():
        raise AssistProblem(
            "store.exists",
            "{path} exists already; a record is never created over another one.",
            path=str(path),
        )
    if not create:
        _check_file(path)
    connection = dbapi2.connect(
        str(path), isolation_level=None, check_same_thread=False, factory=_StoreConnection
    )
    try:
        # Faults are raised and told in a sentence; without this the driver also prints lines of its own.
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        _check_key(connection, path)
        _apply_settings(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_file(path: Path) -> None:
    if not path.exists():
        raise AssistProblem(
            "store.missing",
            "The record's database {path} is missing. Restore it from a backup.",
            path=str(path),
        )
    with path.open("rb") as file:
        header = file.read(len(PLAIN_HEADER))
    if header == PLAIN_HEADER:
        raise AssistProblem(
            "store.not_encrypted",
            "{path} is not encrypted, so it is not this program's record. Move it away and restore a backup.",
            path=str(path),
        )


def _check_key(connection: Connection, path: Path) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except DatabaseError as error:
        if "locked" in str(error):
            raise disk_problem(error) from error
        raise AssistProblem(
            "store.wrong_key",
            "The key does not open {path}. Nothing was changed. Use the right passphrase or key, or the "
            "recovery file.",
            path=str(path),
        ) from error


def _apply_settings(connection: Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    for name, value, expected in _SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        row = connection.execute(f"PRAGMA {name}").fetchone()
        if row is None or row[0] != expected:
            raise AssistProblem(
                "store.setting_refused",
                "The database refused the setting {name}; records would not be safe. Keep the data folder "
                "on a local disk.",
                name=name,
            )


def change_key(connection: Connection, key: bytes) -> None:
    """Encrypt the whole database with another raw 32-byte key, in one transaction with a rollback journal.

    SQLCipher can't do this in WAL mode; `connect` sets that again.
    """
    truncate_wal(connection)
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    connection.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"").fetchall()


def utils(connection: Connection) -> sqlite_utils.Database:
    """sqlite-utils over a connection of ours."""
    return sqlite_utils.Database(connection, recursive_triggers=True)


def disk_problem(error: BaseException) -> AssistProblem:
    """A failed read or write of the database as a problem of the world."""
    text = str(error)
    if "is full" in text:
        return AssistProblem(
            "record.disk_full", "The disk is full: the record can't be written. Free some space now."
        )
    if "locked" in text or "busy" in text:
        return AssistProblem(
            "record.busy", "Another program holds the record's database. Close it and try again."
        )
    return AssistProblem(
        "record.disk_refused",
        "The disk refused to read or write the record ({why}). Check the disk; do not trust it until then.",
        why=text or type(error).__name__,
    )


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """One durable unit: committed when the block ends, undone when it raises.

    Takes the write lock at once, so what is read inside stays true until the commit. A disk that refuses
    becomes an `AssistProblem`; then nothing of the block is in the file. After any fault but a full or busy
    disk, the connection refuses all further writes.
    """
    if connection.failed:
        raise disk_problem(OSError("an earlier write failed; start the program anew"))
    try:
        connection.execute("BEGIN IMMEDIATE")
    except OperationalError as error:
        raise _failed_write(connection, error) from error
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException as error:
        problem = _failed_write(connection, error) if _is_of_the_disk(error) else None
        _roll_back(connection)
        if problem is not None:
            raise problem from error
        raise


_DISK_CODES = {5, 6, 8, 10, 11, 13, 14, 26}
"""SQLite's primary result codes that are the world's fault: busy, locked, read-only, I/O, damaged, full, can't
open, not a database. The others (wrong SQL) are ours."""


def _is_of_the_disk(error: BaseException) -> bool:
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF in _DISK_CODES


def _failed_write(connection: Connection, error: BaseException) -> AssistProblem:
    problem = disk_problem(error)
    if problem.code == "record.disk_refused":
        connection.failed = True
    return problem


def _roll_back(connection: Connection) -> None:
    if connection.in_transaction:
        try:
            connection.execute("ROLLBACK")
        except DatabaseError:
            connection.failed = True


def truncate_wal(connection: Connection) -> bool:
    """Move the write-ahead log into the file, overwrite and empty it, so that deleted bytes leave the disk.

    Emptying alone would give its blocks back to the system with old pages in them, which whoever has the store's
    key could still decrypt. False where another connection holds the log; then it is to be done again.
    """
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()
    if busy:
        return False
    _overwrite_wal(connection)
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _overwrite_wal(connection: Connection) -> None:
    """Zeros over a log whose pages are all in the file already: a crash in between leaves a log that is ignored."""
    wal = Path(connection.execute("PRAGMA database_list").fetchone()[2] + "-wal")
    try:
        with wal.open("r+b") as file:
            left = wal.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, 1 << 20)))
            file.flush()
            sync(file.fileno())
    except FileNotFoundError:
        return
    except OSError as error:
        raise disk_problem(error) from error
