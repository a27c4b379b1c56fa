"""The installed command as tests run it: through its own entry point, with a real encrypted store."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assist.evidence.ledger import Actor
from desktop import cli
from desktop.installation import Installation
from desktop.paths import DataPaths
from speech.types import SAMPLE_RATE_HZ

CALL_ID = "0193c2a0-0000-7000-8000-000000000001"
LEAD, LEAD_PASSWORD = "组长", "correct horse battery"
Ran = tuple[int, str, str]
Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command as the installed one does; `given` are lines of standard input."""
    monkeypatch.setenv("EVENHAND_PASSPHRASE", "a passphrase for a test")
    monkeypatch.setenv("COLUMNS", "200")

    def ran(*arguments: str | Path, given: tuple[str, ...] = (), data: str = "data") -> Ran:
        monkeypatch.setenv("EVENHAND_DATA", str(tmp_path / data))
        monkeypatch.setattr(sys, "argv", ["evenhand", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in given)))
        capsys.readouterr()
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return ran


def assert_one_sentence(ran: Ran, *holds: str) -> None:
    code, out, err = ran
    told = err[err.index("evenhand: ") :].strip()
    assert code == 2, (out, err)
    assert len(told.splitlines()) == 1, told
    for word in holds:
        assert word in told


def record_a_call(folder: Path) -> None:
    installation = Installation(DataPaths(folder))
    store = installation.store("demo")
    opened = {"case_id": "A001", "language": "zh", "source": "file", "started_utc_ms": 1_780_000_000_000}
    record = store.begin_call(CALL_ID, opened, Actor("小王", "agent"))
    spool = record.open_spool(lambda body: record.append("audio.block", body, "system", "system"))
    spool.write(np.zeros((SAMPLE_RATE_HZ, 2), "<i2").tobytes())
    assert record.close({"outcome": "promise"}).verified
    installation.close()


def with_a_lead(run: Run) -> None:
    ran = run("people", "add", LEAD, "--role", "lead", "--demo", given=(LEAD_PASSWORD,))
    assert ran[0] == 0, ran
    assert "signs in" in ran[1]
