"""`evenhand export` and `evenhand verify BUNDLE`: a call as a folder that anyone can check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assist.evidence.bundle.export import export_bundle
from assist.evidence.bundle.inspection import bundle_fingerprint, inspect_bundle
from desktop.commands.records import UNVERIFIED, DemoOption, JsonOption, open_existing
from desktop.commands.signing import session_for
from desktop.paths import data_paths

MARKS = {True: "ok", False: "WRONG", None: "?"}


def export(
    call: Annotated[str, typer.Argument(help="The beginning of the call's id, or: last")],
    to: Annotated[Path, typer.Option("--to", help="The folder in which the bundle's folder is made.")],
    full: Annotated[
        bool, typer.Option("--full", help="With all numbers readable; takes a second person's approval.")
    ] = False,
    approval: Annotated[str, typer.Option("--approval", help="The approval's id, for --full.")] = "",
    demo: DemoOption = False,
    as_json: JsonOption = False,
) -> None:
    """Export a call as evidence: a folder that a court checks with stock tools. Numbers are masked."""
    kind = "demo" if demo else "live"
    installation = open_existing(data_paths(), kind)
    try:
        store = installation.store(kind)
        session = session_for(store)
        found = session.find_call(call)
        with Console(stderr=True).status("…") as status:
            bundle = export_bundle(
                store,
                session,
                found.call_id,
                to,
                full=full,
                approval_id=approval,
                on_progress=lambda step: status.update(f"{step} …"),
            )
    finally:
        installation.close()
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "bundle": str(bundle.folder),
                    "fingerprint": bundle.fingerprint,
                    "masked_entries": bundle.masked_entries,
                    "silenced_spans": bundle.silenced_spans,
                },
                ensure_ascii=False,
            )
        )
        return
    typer.echo(f"{bundle.folder}")
    typer.echo(
        f"Numbers masked in {bundle.masked_entries} entries, silenced in {bundle.silenced_spans} places."
    )
    typer.echo(f"Tell the receiver by another way, such as by telephone: {bundle.fingerprint}")


def verify_bundle_at(bundle: Path, *, as_json: bool, fingerprint: str = "") -> int:
    """Check a bundle and say what was found; returns the exit code."""
    findings = inspect_bundle(bundle, fingerprint)
    whole = all(finding.ok is not False for finding in findings)
    if as_json:
        typer.echo(
            json.dumps(
                {"ok": whole, "findings": [finding._asdict() for finding in findings]}, ensure_ascii=False
            )
        )
        return 0 if whole else UNVERIFIED
    for finding in findings:
        typer.echo(f"  {MARKS[finding.ok]:>5}  {finding.check}: {finding.detail}")
    if not whole:
        typer.echo("This is NOT what was exported.")
        return UNVERIFIED
    typer.echo("Nothing was changed, removed or added.")
    if not fingerprint:
        typer.echo(
            f"Whose key it is only you can tell: compare {bundle_fingerprint(bundle)} with the one you were given, "
            "or pass it with --fingerprint."
        )
    return 0
