"""The `evenhand` command.

Without a subcommand it opens the app. A fault of the world (no device, broken file, unwritable folder) is
one line on standard error and exit code 2; a record that does not verify is exit code 1.
"""

from __future__ import annotations

import sys
from importlib.metadata import version as installed_version
from typing import Annotated

import typer

from assist.problems import AssistProblem
from desktop.commands import (
    authoring,
    bundles,
    call,
    devices,
    keeping,
    keys,
    models,
    packages,
    people,
    records,
)
from speech.problems import SpeechProblem

app = typer.Typer(
    name="evenhand",
    help="Sits beside a collections call: hears both sides, flags risky phrases, suggests the next step, "
    "and keeps the call as evidence. Everything stays on this machine.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(models.app, name="models")
app.add_typer(devices.app, name="devices")
app.add_typer(people.app, name="people")
app.add_typer(keys.app, name="keys")
app.add_typer(keeping.app, name="records")
app.add_typer(authoring.rules_app, name="rules")
app.add_typer(authoring.playbook_app, name="playbook")
app.command("demo")(call.demo)
app.command("live")(call.live)
app.command("transcribe")(call.transcribe)
app.command("scan")(authoring.scan)
app.command("verify")(records.verify)
app.command("calls")(records.calls)
app.command("send")(packages.send)
app.command("receive")(packages.receive)
app.command("trust")(packages.trust)
app.command("export")(bundles.export)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Open the app, or run a subcommand."""
    if version:
        typer.echo(f"evenhand {installed_version('evenhand')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from desktop.app import open_app

        raise typer.Exit(open_app([]))


def main() -> None:
    """Entry point of the installed command."""
    try:
        app()
    except (SpeechProblem, AssistProblem) as problem:
        typer.echo(f"evenhand: {problem}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
