"""`evenhand keys`: the team's key, the way back after a lost keyring, and changing this machine's key."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from assist.evidence.packages.exchange import own_fingerprint
from assist.evidence.recovery_key import restore_key, write_recovery_file
from assist.evidence.rotation import begin_rotation
from assist.evidence.team import keep_team_identity, new_identity, set_team_recipient, team_recipient
from assist.problems import AssistProblem
from desktop.commands.records import DemoOption, open_existing
from desktop.commands.signing import AsOption, opened, session_for, store_kind
from desktop.paths import data_paths

app = typer.Typer(
    help="Keys for the team, for recovery, and this machine's own; see also: evenhand send, receive, trust.",
    no_args_is_help=True,
)

SECRET = "AGE-SECRET-KEY-1"  # noqa: S105 - how an age identity begins


@app.command("new")
def new_key(
    file: Annotated[Path, typer.Argument(help="A new file for the secret identity, readable by you alone.")],
) -> None:
    """Make a pair for the team or for recovery: prints the public recipient, keeps the secret in a file."""
    identity, recipient = new_identity()
    _refuse_existing(file)
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(f"# public: {recipient}\n{identity}\n")
    except OSError as error:
        raise AssistProblem(
            "key.identity_unwritable",
            "{path} can't be written ({why}). Choose another folder.",
            path=str(file),
            why=error.strerror or str(error),
        ) from error
    typer.echo(recipient)
    typer.echo(f"The secret is in {file}. Keep it off machines that do not need it.", err=True)


@app.command("team")
def team_key(
    recipient: Annotated[
        str, typer.Argument(help="The team's public recipient (age1…); without one, the one in use.")
    ] = "",
    stop: Annotated[bool, typer.Option("--stop", help="Seal new calls for the team no longer.")] = False,
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Seal new calls for the team too, so that a reviewer's machine can open them."""
    if stop and recipient:
        raise AssistProblem("key.team_both", "Give either a recipient or --stop, not both.")
    with opened(store_kind(demo), existing=not recipient) as (_, store):
        if not recipient and not stop:
            typer.echo(team_recipient(store) or "No team key is set.")
            return
        set_team_recipient(store, recipient.strip(), session_for(store, acting).actor)
    typer.echo("New calls are sealed for the team." if recipient else "New calls stay on this machine.")


@app.command("import")
def import_key(
    file: Annotated[Path, typer.Argument(help="The file with the team's secret identity.")],
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Keep the team's secret on a reviewer's machine, sealed in the records."""
    identity = read_identity(file)
    with opened(store_kind(demo)) as (_, store):
        recipient = keep_team_identity(store, identity, session_for(store, acting).actor)
    typer.echo(f"Packages sealed for {recipient} can be opened here.")


@app.command("recovery")
def recovery(
    file: Annotated[Path, typer.Argument(help="The recovery file to write.")],
    recipient: Annotated[
        str, typer.Option("--for", help="The recipient (age1…) whose identity lies in a safe.")
    ],
    acting: AsOption = "",
    demo: DemoOption = False,
) -> None:
    """Seal this machine's key into a recovery file, for the day the keyring is lost."""
    _refuse_existing(file)
    with opened(store_kind(demo)) as (_, store):
        write_recovery_file(store, recipient.strip(), file, session_for(store, acting).actor)
    typer.echo(f"{file}: keep it elsewhere. With the identity of {recipient} it opens these records.")


@app.command("restore")
def restore(
    recovery_file: Annotated[Path, typer.Argument(help="The recovery file of these records.")],
    identity: Annotated[Path, typer.Option("--identity", help="The file with the secret from the safe.")],
    demo: DemoOption = False,
) -> None:
    """Give the records their key back; nothing is kept unless it opens them."""
    secret = read_identity(identity)
    kind = store_kind(demo)
    installation = open_existing(data_paths(), kind)
    folder, source = installation.key_place(kind)
    restore_key(folder, recovery_file, secret, source)
    typer.echo("The key is back. Check the records with: evenhand verify")


@app.command("fingerprint")
def fingerprint(demo: DemoOption = False) -> None:
    """This machine's fingerprint, to be told to those who receive its calls."""
    with opened(store_kind(demo)) as (_, store):
        typer.echo(own_fingerprint(store))


@app.command("rotate")
def rotate(acting: AsOption = "", demo: DemoOption = False) -> None:
    """Change this machine's key and encrypt the database anew; a recovery file must be written anew then."""
    kind = store_kind(demo)
    with opened(kind, existing=True) as (installation, store):
        begin_rotation(store, installation.key_place(kind)[1], session_for(store, acting).actor)
    with opened(kind, existing=True):
        typer.echo("The key is changed. Earlier recovery files open nothing now: evenhand keys recovery")


def read_identity(file: Path) -> str:
    """The secret line of an identity file; comments are passed over."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AssistProblem(
            "key.identity_unreadable",
            "The identity file {path} can't be read ({why}). Give the file that evenhand keys new wrote.",
            path=str(file),
            why=getattr(error, "strerror", None) or "it is no text",
        ) from error
    secrets = [line.strip() for line in lines if line.strip().upper().startswith(SECRET)]
    if len(secrets) != 1:
        raise AssistProblem(
            "key.identity_file",
            "{path} does not hold exactly one line that begins with {secret}. Give the file that evenhand keys new "
            "wrote.",
            path=str(file),
            secret=SECRET,
        )
    return secrets[0]


def _refuse_existing(file: Path) -> None:
    if file.exists():
        raise AssistProblem(
            "key.file_exists",
            "{path} is there already and was not touched. Choose another name.",
            path=str(file),
        )
