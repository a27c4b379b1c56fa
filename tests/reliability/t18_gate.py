"""T18: what is checked at each start: a SQLite with the WAL-reset fix, a driver that encrypts, settings that took, a
wrong key that opens nothing, a file that is encrypted."""

from __future__ import annotations

import secrets

from assist.evidence.database import PLAIN_HEADER, check_driver, connect, driver_version, is_fixed_sqlite
from assist.problems import AssistProblem
from tests.reliability.harness import Report, Result, remove, scratch

TITLE = "the gate at each start"
MODELS = ""
FULL, CHUNK, SMALL = 200, 200, 5
SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "secure_delete": 1,
    "recursive_triggers": 1,
    "foreign_keys": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
}


def run(count: int, report: Report) -> Result:
    """`count` starts with a new database each."""
    failures: list[str] = []
    folder = scratch("t18")
    version = tuple(int(part) for part in driver_version().split("."))
    if not is_fixed_sqlite(version) or not check_driver():
        failures.append(f"SQLite {driver_version()}")
    for trial in range(count):
        path, key = folder / f"{trial}.db", secrets.token_bytes(32)
        connection = connect(path, key, create=True)
        connection.execute("CREATE TABLE words(word)")
        for name, expected in SETTINGS.items():
            if connection.execute(f"PRAGMA {name}").fetchone()[0] != expected:
                failures.append(name)
        connection.close()
        if path.read_bytes().startswith(PLAIN_HEADER):
            failures.append("not encrypted")
        try:
            connect(path, secrets.token_bytes(32), create=False).close()
            failures.append("a wrong key opened it")
        except AssistProblem as problem:
            if problem.code != "store.wrong_key":
                failures.append(problem.code)
        report(trial + 1)
    remove(folder)
    notes = f"SQLite {driver_version()}, SQLCipher {check_driver()}"
    return Result("T18", count, len(failures), "; ".join([notes, *failures[:5]]))
