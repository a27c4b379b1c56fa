"""Runs experiments in chunks, saves the progress, and writes the report."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import platform
import shutil
import subprocess
import sys
import time
import traceback
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any


@dataclass(frozen=True)
class Result:
    """What some trials of one test gave."""

    test: str
    """Such as `T4 FULL`; trials of the same name are added up."""
    count: int
    failures: int
    notes: str = ""


class Report:
    """Where an experiment tells how far it is, and with which seeds it goes on."""

    def __init__(self, first: int = 0, *, quiet: bool = True) -> None:
        self.first = first
        self._quiet = quiet
        self._told = time.monotonic()

    def __call__(self, done: int) -> None:
        """So many trials of this chunk are done."""
        if not self._quiet and time.monotonic() - self._told > 30:
            self._told = time.monotonic()
            print(f"    {self.first + done}", flush=True)


def experiments() -> dict[str, ModuleType]:
    """Every experiment, by its number: `T1` and so on."""
    package = importlib.import_module("tests.reliability")
    found: dict[str, ModuleType] = {}
    for info in pkgutil.iter_modules(package.__path__):
        head = info.name.split("_")[0]
        if head[:1] == "t" and head[1:].isdigit():
            found[f"T{int(head[1:])}"] = importlib.import_module(f"tests.reliability.{info.name}")
    return dict(sorted(found.items(), key=lambda item: int(item[0][1:])))


def run_one(module: ModuleType, count: int, report: Report) -> list[Result]:
    """One chunk's results."""
    given: Result | Iterable[Result] = module.run(count, report)
    return [given] if isinstance(given, Result) else list(given)


class Progress:
    """What was done so far, kept in a file so that a long run may be broken off and gone on with."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.done: dict[str, int] = {}
        self.seconds: dict[str, float] = {}
        self.results: dict[str, dict[str, Any]] = {}
        if path is not None and path.exists():
            kept = json.loads(path.read_text("utf-8"))
            self.done, self.seconds, self.results = kept["done"], kept["seconds"], kept["results"]

    def add(self, number: str, count: int, seconds: float, results: list[Result]) -> None:
        """A chunk is done."""
        self.done[number] = self.done.get(number, 0) + count
        self.seconds[number] = self.seconds.get(number, 0.0) + seconds
        for result in results:
            before = self.results.get(result.test)
            if before is None:
                self.results[result.test] = {**asdict(result), "number": number}
            else:
                before["count"] += result.count
                before["failures"] += result.failures
                told = f"of the last {result.count}: {result.notes}"
                before["notes"] = f"{before['notes']}; {told}" if result.failures else before["notes"]
                if not before["failures"]:
                    before["notes"] = told
        if self._path is not None:
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps(vars_of(self), ensure_ascii=False, indent=1), "utf-8")
            part.replace(self._path)


def vars_of(progress: Progress) -> dict[str, Any]:
    """What of the progress is kept."""
    return {"done": progress.done, "seconds": progress.seconds, "results": progress.results}


def run(numbers: list[str], *, full: bool, progress: Progress, budget_s: float) -> None:
    """Run the experiments until they are done or the time is used up; chunk by chunk."""
    started = time.monotonic()
    for number, module in experiments().items():
        if numbers and number not in numbers:
            continue
        wanted = int(getattr(module, "FULL", 1000)) if full else int(getattr(module, "SMALL", 20))
        chunk = int(getattr(module, "CHUNK", wanted))
        print(f"{number} {getattr(module, 'TITLE', module.__name__)}: {wanted}", flush=True)
        while (done := progress.done.get(number, 0)) < wanted:
            if time.monotonic() - started > budget_s:
                print("  time is used up; go on later with --resume", flush=True)
                return
            count = min(chunk, wanted - done)
            begun = time.monotonic()
            try:
                results = run_one(module, count, Report(done, quiet=False))
            except Exception as bug:
                traceback.print_exc()
                results = [Result(number, 0, 1, f"the experiment itself broke: {type(bug).__name__}")]
            progress.add(number, count, time.monotonic() - begun, results)
            for result in results:
                print(
                    f"  {result.test}: {result.count}, {result.failures} failed. {result.notes}", flush=True
                )


def machine() -> list[str]:
    """What it ran on, in sentences for the report; no path or name of the machine."""
    from assist.evidence.database import check_driver, driver_version

    processor = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if "model name" in line
        ]
        processor = names[0] if names else processor
    return [
        f"{platform.system()} {platform.release()}, {processor}, {os.cpu_count()} processors",
        f"Python {platform.python_version()}, SQLite {driver_version()}, SQLCipher {check_driver()}",
        f"file system of the trials: {file_system(Path())}",
    ]


def file_system(path: Path) -> str:
    """The kind of file system, as `stat` names it."""
    if sys.platform != "linux":
        return "unknown"
    command = ["stat", "-f", "-c", "%T", str(path)]
    kind = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return {"ext2/ext3": "ext4 (or ext2, ext3)"}.get(kind, kind) or "unknown"


def write_report(path: Path, progress: Progress, *, full: bool) -> None:
    """The report as Markdown."""
    lines = [
        "# Reliability report",
        "",
        "Written by `python -m tests.reliability --full --out docs/reliability-report.md`; the numbers T1 to T18 are "
        "those of the test plan in issue 5. A failure is a trial that broke its promise; a *control* is a set-up that "
        "must break, to show that the experiment can see.",
        "",
        f"- Date: {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        *(f"- {line}" for line in machine()),
        f"- Run: {'full counts' if full else 'small counts'}",
        "",
        "| test | what | trials | failures | seconds | notes |",
        "|---|---|---|---|---|---|",
    ]
    known = experiments()
    for number, module in known.items():
        mine = [result for result in progress.results.values() if result["number"] == number]
        wanted = int(getattr(module, "FULL", 1000)) if full else int(getattr(module, "SMALL", 20))
        if not mine:
            lines.append(f"| {number} | {getattr(module, 'TITLE', '')} | not run | | | |")
        for place, result in enumerate(mine):
            title = getattr(module, "TITLE", "") if place == 0 else ""
            seconds = f"{progress.seconds.get(number, 0):.0f}" if place == 0 else ""
            short = progress.done.get(number, 0) < wanted
            count = (
                f"{result['count']} (of {wanted} trials {progress.done[number]} done)"
                if short
                else result["count"]
            )
            notes = result["notes"].replace("|", "/")
            lines.append(
                f"| {result['test']} | {title} | {count} | {result['failures']} | {seconds} | {notes} |"
            )
    lines += ["", "## What is modelled and what is measured", ""]
    lines += [
        f"- **{number}**: {module.MODELS}"
        for number, module in known.items()
        if getattr(module, "MODELS", "")
    ]
    lines += [
        "- **T16** (eight hours on three systems) and real power cuts on real drives are not part of this run: no "
        "simulation shows a drive that lies about a flush.",
        "",
    ]
    path.write_text("\n".join(lines), "utf-8")


def scratch(name: str) -> Path:
    """An empty folder for an experiment, on the file system of the system's temporary files."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix=f"evenhand-{name}-"))


def remove(folder: Path) -> None:
    """Take a folder away."""
    shutil.rmtree(folder, ignore_errors=True)
