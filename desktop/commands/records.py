"""`evenhand calls` and `evenhand verify`: the recorded calls, and whether they are what they were."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from assist.evidence.integrity import check_store
from assist.problems import AssistProblem
from desktop.installation import Installation
from desktop.paths import DataPaths, data_paths
from speech.types import SAMPLE_RATE_HZ

DemoOption = Annotated[bool, typer.Option("--demo", help="The demo calls' store instead of the real one.")]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON instead of text.")]

UNVERIFIED = 1
"""Exit code where a record is not what it was."""


def calls(demo: DemoOption = False, as_json: JsonOption = False) -> None:
    """List the recorded calls that whoever asks may see, newest first."""
    from desktop.commands.signing import session_for

    installation = open_existing(data_paths(), "demo" if demo else "live")
    try:
        found = session_for(installation.store("demo" if demo else "live")).calls()
    finally:
        installation.close()
    if as_json:
        typer.echo(
            json.dumps(
                [
                    {
                        "call": call.call_id,
                        "number": call.number,
                        "case": call.case_id,
                        "agent": call.agent,
                        "started_utc_ms": call.started_utc_ms,
                        "seconds": round(call.samples / SAMPLE_RATE_HZ, 1),
                        "state": call.state,
                        "outcome": call.outcome,
                        "flags": call.flags,
                    }
                    for call in found
                ],
                ensure_ascii=False,
            )
        )
        return
    table = Table("no.", "started (UTC)", "length", "case", "agent", "flags", "outcome", "state", "call")
    for call in found:
        seconds = call.samples // SAMPLE_RATE_HZ
        table.add_row(
            str(call.number),
            f"{datetime.fromtimestamp(call.started_utc_ms / 1000, UTC):%Y-%m-%d %H:%M}",
            f"{seconds // 60}:{seconds % 60:02d}",
            call.case_id,
            call.agent,
            str(call.flags),
            call.outcome,
            call.state,
            call.call_id,
        )
    Console().print(table)


def open_existing(paths: DataPaths, kind: str) -> Installation:
    """An installation whose store is there; where there is none yet, a sentence says so and nothing is made."""
    folder = paths.demo_store if kind == "demo" else paths.store
    if not (folder / "store.json").exists():
        raise AssistProblem(
            "record.none",
            "There are no recorded calls in {folder} yet. Play the demo with: evenhand demo",
            folder=str(folder),
        )
    return Installation(paths)


def verify_own_store(kind: str, notes: tuple[str, ...], *, as_json: bool) -> int:
    """Check every entry, signature and sound of this installation's store; returns the exit code."""
    installation = open_existing(data_paths(), kind)
    try:
        report = check_store(installation.store(kind), notes)
    finally:
        installation.close()
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "ok": report.ok,
                    "entries": report.entries,
                    "calls": report.calls,
                    "checkpoints": report.checkpoints,
                    "faults": [
                        {"entry": fault.seq, "code": fault.code, "detail": fault.detail, "text": str(fault)}
                        for fault in report.faults
                    ],
                }
            )
        )
    else:
        typer.echo(
            f"{report.entries} entries, {report.calls} calls, {report.checkpoints} signed checkpoints checked."
        )
        for fault in report.faults:
            typer.echo(f"  {fault}")
        typer.echo(
            "Nothing was changed, removed or reordered."
            if report.ok
            else f"NOT what was recorded: {len(report.faults)} faults."
        )
    return 0 if report.ok else UNVERIFIED


def read_notes(files: list[Path]) -> tuple[str, ...]:
    """Checkpoints kept elsewhere, against which the store is compared."""
    try:
        return tuple(file.read_text("utf-8") for file in files)
    except (OSError, UnicodeDecodeError) as error:
        raise AssistProblem(
            "record.note_unreadable",
            "A checkpoint file can't be read ({why}). Give the text file that was kept elsewhere.",
            why=str(error),
        ) from error


def verify(
    bundle: Annotated[
        Path | None, typer.Argument(help="An exported bundle; without one, this installation's own records.")
    ] = None,
    demo: DemoOption = False,
    note: Annotated[
        list[Path] | None,
        typer.Option(
            "--note", help="A signed checkpoint kept elsewhere, which the records must still contain."
        ),
    ] = None,
    fingerprint: Annotated[
        str, typer.Option("--fingerprint", help="Of the bundle's key, as its sender told you by another way.")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Prove that nothing was changed, removed or reordered; says which entry if it was."""
    if bundle is not None:
        from desktop.commands.bundles import verify_bundle_at

        raise typer.Exit(verify_bundle_at(bundle, as_json=as_json, fingerprint=fingerprint))
    raise typer.Exit(verify_own_store("demo" if demo else "live", read_notes(note or []), as_json=as_json))
