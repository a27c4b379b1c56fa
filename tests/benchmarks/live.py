"""The app on a live call beside bare Vosk on the same call: `python -m tests.benchmarks.live [--lang zh]`.

Prints a table in Markdown and saves `live-<language>.json`. Each phase runs in a process of its own, one after
the other, so an otherwise idle machine is wanted; takes about nine minutes. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.live_phrases import risky_phrases

PHASES: dict[str, list[str]] = {
    "bare": ["bare"],
    "pipeline": ["pipeline"],
    "pipeline without gate": ["pipeline", "--no-gate"],
    "pipeline without spotter": ["pipeline", "--no-spotter"],
    "pipeline without either": ["pipeline", "--no-gate", "--no-spotter"],
    "gate": ["gate"],
    "ready": ["ready"],
    "window": ["window"],
}


def run_phase(name: str, language: str) -> dict[str, Any]:
    """One phase's figures."""
    phase, *options = PHASES[name]
    command = [sys.executable, "-m", "tests.benchmarks.live_phases", phase, language, *options]
    print(f"… {name}", file=sys.stderr, flush=True)
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def spread(values: list[float | None]) -> str:
    """p50 and p95 in milliseconds of those that there are."""
    known = sorted(value * 1000 for value in values if value is not None)
    if not known:
        return "none"
    p95 = known[min(len(known) - 1, round(0.95 * (len(known) - 1)))]
    return f"{statistics.median(known):.0f} / {p95:.0f} (n={len(known)})"


def table(language: str, found: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Measure, figure, target."""
    rows: list[tuple[str, str, str]] = []
    if "bare" in found:
        rows.append(("bare Vosk, both channels: CPU s", f"{found['bare']['cpu_s']}", ""))
    for name in PHASES:
        if name.startswith("pipeline") and name in found:
            cpu = found[name]["cpu_s"]
            ratio = f", ratio {cpu / found['bare']['cpu_s']:.2f}" if "bare" in found else ""
            rows.append((f"{name}: CPU s", f"{cpu}{ratio}", "ratio ≤ 1.15"))
    if gate := found.get("gate"):
        rows.append(
            (
                "words changed by the gate",
                f"{gate['changed']} of {gate['words']} ({gate['changed_share']:.2%})",
                "≤ 0.2 %",
            )
        )
        rows.append(("sound that passes the gate", f"{gate['fed_share']:.0%}", ""))
    if window := found.get("window"):
        rows += window_rows(language, found, window)
    if ready := found.get("ready"):
        rows.append(("start of the process to listening: s", f"{ready['ready_s']}", ""))
    return rows


def window_rows(language: str, found: dict[str, Any], window: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What was seen on the screen."""
    bare = found.get("bare", {"delays_s": [None] * len(window["delays_s"])})["delays_s"]
    pairs = list(zip(bare, window["delays_s"], strict=True))
    both = [(plain, shown) for plain, shown in pairs if plain is not None and shown is not None]
    return [
        ("phrase end → bare Vosk's partial, p50 / p95 ms", spread([plain for plain, _ in both]), ""),
        ("phrase end → mark painted, p50 / p95 ms", spread([shown for _, shown in both]), ""),
        ("mark painted − bare partial, p50 / p95 ms", spread([s - p for p, s in both]), "p95 ≤ 50"),
        (
            "phrases bare Vosk did not get, marked all the same",
            f"{sum(p is None and s is not None for p, s in pairs)} of {sum(p is None for p, _ in pairs)}",
            "",
        ),
        (
            "phrases bare Vosk got, never marked",
            f"{sum(p is not None and s is None for p, s in pairs)} of {len(risky_phrases(language))}",
            "0",
        ),
        ("mark → alarm, p50 / p95 ms", spread(window["alarms_s"]), "≤ 300"),
        ("memory of app and recogniser (PSS): MB", f"{window['memory_mb']}", "≤ 1000"),
        (
            "event loop late, p99.9 / longest ms",
            f"{window['late_p999_ms']} / {window['late_longest_ms']}",
            "",
        ),
        (
            "of which computing in the GUI thread, p99.9 / longest ms",
            f"{window['own_p999_ms']} / {window['own_longest_ms']}",
            "≤ 50",
        ),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    parser.add_argument("--only", nargs="*", choices=list(PHASES), help="these phases alone")
    parser.add_argument("--out", type=Path, default=Path(), help="folder for the JSON file")
    wanted = parser.parse_args()
    before = os.getloadavg()
    found = {name: run_phase(name, wanted.lang) for name in wanted.only or PHASES}
    rows = table(wanted.lang, found)
    print(f"load before {before[0]:.1f}, {os.cpu_count()} cores, demo call {wanted.lang}\n")
    print("| measure | figure | target |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    wanted.out.mkdir(parents=True, exist_ok=True)
    target = wanted.out / f"live-{wanted.lang}.json"
    content = {"load": before, "cores": os.cpu_count(), "phases": found, "table": rows}
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
    print(f"\nsaved {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
