"""Every experiment with a small count; the long run is `python -m tests.reliability --full`."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.disk_model import MODES, Disk, Step
from tests.reliability.harness import Progress, Result, experiments, write_report

ROOT = Path(__file__).parents[2]


def _command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The experiments fork, so they run in a program of their own, without the threads of other tests."""
    command = [sys.executable, "-m", "tests.reliability", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("number", sorted(experiments(), key=lambda name: int(name[1:])))
def test_no_trial_breaks_its_promise_and_every_control_breaks(number: str, tmp_path: Path) -> None:
    ran = _command("--only", number, "--resume", str(tmp_path / "progress.json"))
    results = Progress(tmp_path / "progress.json").results
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert results
    if all(result["count"] == 0 for result in results.values()):
        pytest.skip(next(iter(results.values()))["notes"])


def test_what_was_flushed_survives_every_loss_of_power_and_the_rest_may_not() -> None:
    disk = Disk()
    for step in (
        Step("C", "/d/a", 0, b""),
        Step("S", "/d", 0, b""),
        Step("W", "/d/a", 0, b"x" * 1024),
        Step("S", "/d/a", 0, b""),
        Step("W", "/d/a", 1024, b"y" * 1024),
        Step("C", "/d/b", 0, b""),
    ):
        disk.do(step)
    chance = random.Random(3)
    seen = set()
    for _ in range(60):
        state = disk.after_power_loss(chance, chance.choice(MODES))
        assert state["/d/a"].startswith(b"x" * 1024)
        seen.add((len(state["/d/a"].replace(b"\0", b"")), "/d/b" in state))
    assert {(1024, False), (2048, True)} <= seen


def test_a_long_run_that_was_broken_off_goes_on_where_it_was(tmp_path: Path) -> None:
    kept = tmp_path / "progress.json"
    first = Progress(kept)
    first.add("T1", 5, 1.5, [Result("T1", 5, 0, "a")])
    second = Progress(kept)
    assert second.done == {"T1": 5}
    second.add("T1", 3, 0.5, [Result("T1", 3, 1, "b")])
    assert json.loads(kept.read_text())["results"]["T1"]["count"] == 8
    assert second.results["T1"]["failures"] == 1
    write_report(tmp_path / "report.md", second, full=True)
    text = (tmp_path / "report.md").read_text("utf-8")
    assert "| T1 |" in text
    assert "not run" in text
    assert str(tmp_path) not in text


def test_the_command_runs_one_experiment_and_writes_the_report(tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    ran = _command("--only", "T15", "--out", str(out))
    assert ran.returncode == 0, ran.stderr
    assert "| T15 |" in out.read_text("utf-8")
    wrong = _command("--only", "T99")
    assert wrong.returncode == 2
    assert "T99" in wrong.stderr
