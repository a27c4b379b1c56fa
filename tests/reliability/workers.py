"""Programs that run under the shim: `python -m tests.reliability.workers WHAT FOLDER TRACE …`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from assist.evidence.spool import Spool
from tests.reliability.shim import Shim
from tests.support.evidence_stores import AGENT, open_store, opened_body

DATABASE_CALL = "0192f000-0000-7000-8000-00000000000a"


def spool(folder: Path, trace: Path, seed: int) -> None:
    """Write a spool, an acknowledgement after each record."""
    from tests.reliability.t01_spool_kill import CALL, KEY, record
    from tests.reliability.t02_spool_power import RECORDS

    folder.mkdir()
    Shim().trace(folder, trace)
    ack = _acknowledgements(folder)
    segment = Spool(folder / "a.0.evs", CALL, KEY, 0, lambda _: None)
    for number in range(RECORDS):
        segment.write(record(number, seed))
        os.write(ack, b"%d\n" % number)
    segment.finish()


def database(folder: Path, trace: Path, mode: str, entries: int) -> None:
    """Append entries to a real store's ledger, an acknowledgement after each."""
    folder.mkdir()
    Shim().trace(folder, trace)
    ack = _acknowledgements(folder)
    store = open_store(folder)
    store.db.execute(f"PRAGMA synchronous = {mode}").fetchall()
    store.db.execute("PRAGMA wal_autocheckpoint = 8").fetchall()
    record = store.begin_call(DATABASE_CALL, opened_body(), AGENT)
    for number in range(entries):
        note = "x" * (number * 37 % 1500)
        record.append("call.moment", {"position": number, "note": note}, AGENT.name, AGENT.role)
        os.write(ack, b"%d\n" % number)
    os._exit(0)


def _acknowledgements(folder: Path) -> int:
    return os.open(folder / "ACK", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)


def main() -> None:
    """What the command line asks for."""
    what, folder, trace, *more = sys.argv[1:]
    if what == "spool":
        spool(Path(folder), Path(trace), int(more[0]))
    elif what == "database":
        database(Path(folder), Path(trace), more[0], int(more[1]))
    else:
        from tests.reliability.t06_failing_writes import trials

        trials(Path(folder), int(more[0]), int(more[1]))


if __name__ == "__main__":
    main()
